/** The little HTML that Markdown authors write, as text, tags and comments. No HTML is ever run or passed on. */

/** A piece of HTML. `name` is lower-case. */
export type HtmlPiece =
  | { type: 'text'; text: string }
  | { type: 'open' | 'close'; name: string }
  | { type: 'comment'; text: string }

const piece = /<!--([\s\S]*?)(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)[^<>]*>/gi

/** Cuts HTML into pieces: `a<br>b` → text "a", open br, text "b". Every character is looked at once. */
export function htmlPieces(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = []
  let at = 0
  const text = (until: number) => {
    if (until > at) pieces.push({ type: 'text', text: decodeEntities(html.slice(at, until)) })
  }
  for (const match of html.matchAll(piece)) {
    text(match.index)
    at = match.index + match[0].length
    const [, comment, slash, name] = match
    if (comment !== undefined) pieces.push({ type: 'comment', text: comment.trim() })
    else if (name) pieces.push({ type: slash ? 'close' : 'open', name: name.toLowerCase() })
  }
  text(html.length)
  return pieces
}

/** The words of HTML without tags and comments, on one line. */
export function htmlWords(html: string): string {
  const words = htmlPieces(html).map((each) => (each.type === 'text' ? each.text : each.type === 'comment' ? '' : ' '))
  return words.join('').replace(/\s+/g, ' ').trim()
}

/** HTML without its first `count` characters of words; tags stay: `<b>Q1.</b> Why`, 4 → `<b></b>Why`. */
export function dropHtmlStart(html: string, count: number): string {
  let left = count
  let kept = ''
  let inTag = false
  const start = html.trimStart()
  for (let i = 0; i < start.length; i++) {
    const letter = start.charAt(i)
    if (letter === '<') inTag = true
    if (!inTag && left === 0) return kept + start.slice(i)
    if (inTag) kept += letter
    else left--
    if (letter === '>') inTag = false
  }
  return kept
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
