/** The little HTML that Markdown authors write, as text, tags and comments. No HTML is ever run or passed on. */

import { isTag } from './tags.js'

/** A piece of HTML. Names are lower-case. */
export type HtmlPiece =
  | { type: 'text'; text: string }
  | { type: 'open'; name: string; attributes: Record<string, string> }
  | { type: 'close'; name: string }
  | { type: 'comment'; text: string }

const piece = /<!--([\s\S]*?)(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)([^<>]*)>/gi

/** Cuts HTML into pieces: `a<br>b` → text "a", open br, text "b". What is no tag, `<name>`, is text. Every character is looked at once. */
export function htmlPieces(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = []
  let at = 0
  const text = (until: number) => {
    if (until > at) pieces.push({ type: 'text', text: decodeEntities(html.slice(at, until)) })
  }
  for (const match of html.matchAll(piece)) {
    const [, comment, slash, name, rest = ''] = match
    if (name && !isTag(name, rest)) continue
    text(match.index)
    at = match.index + match[0].length
    if (comment !== undefined) pieces.push({ type: 'comment', text: comment.trim() })
    else if (name && slash) pieces.push({ type: 'close', name: name.toLowerCase() })
    else if (name) pieces.push({ type: 'open', name: name.toLowerCase(), attributes: attributesOf(rest) })
  }
  text(html.length)
  return pieces
}

/** `src="a.png" alt=x` → src "a.png", alt "x". No tag of ours has long attributes; of a longer one nothing is read. */
function attributesOf(text: string): Record<string, string> {
  if (text.length > 4000) return {}
  const found = text.matchAll(/([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)
  return Object.fromEntries(
    [...found].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decodeEntities(double ?? single ?? bare ?? ''),
    ]),
  )
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
