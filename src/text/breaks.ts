/** Where a line of text may end: Unicode line breaking (UAX 14), less the places that would tear a citation or a number. */
import LineBreaker from 'linebreak'

/** A place between two letters, in UTF-16 units from the start of the text. */
export interface BreakPlace {
  position: number
  /** The line must end here. */
  required: boolean
  /** UAX 14 allows the break, we do not, unless the word is wider than the line. */
  discouraged: boolean
}

/** Stretches that stay on one line. A break is discouraged strictly inside a match. */
const joined: readonly RegExp[] = [
  // §1.1-§1.8, § 4.3, §§2–4, §What (of "§What Comes Next"); Japanese goes on behind a number without a space
  /(?<!§)§+[ \u00A0]?[\p{L}\p{N}_.](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}_.])*(?:[ \u00A0]?[-–—][ \u00A0]?§?[ \u00A0]?\p{N}[\p{N}.]*)*/gu,
  // 10 000 000
  /(?<!\d)\d+(?: \d{3})+(?!\d)/g,
  // a number and its unit
  /\d (?:%|‰|°[CF]|[kMGT]?i?B|[kMG]?(?:Hz|W|V|A|J)|[mµn]?s|min|h|[kcmµn]?m|[km]?g|pt|px|dpi|tokens\/s)(?![\p{L}\p{N}])/gu,
  // p. 12, No. 3
  /\b(?:pp?|No|Nr|Fig|Eq|Ch)\. ?\d/g,
  // addresses
  /(?<!\S)\S*?:\/\/\S+/g,
  // CI/CD, A/B, C++/Rust, user@host, cloud-heavy: short words with a sign inside
  /(?<!\S)(?=\S*[/+#@\\_-])\S{1,16}(?!\S)/g,
  // a dash closes the line before it and never opens one
  /\S [—–](?=\s)/g,
]
const mayJoin = /[§/+#@\\_—–-]|\d |\. ?\d/

/** All places where a line of `text` may end, in order; the last is the end of the text. */
export function breakPlaces(text: string): BreakPlace[] {
  const discouraged = new Set<number>()
  if (mayJoin.test(text)) {
    for (const pattern of joined)
      for (const match of text.matchAll(pattern))
        for (let i = 1; i < match[0].length; i++) discouraged.add(match.index + i)
  }
  const places: BreakPlace[] = []
  const breaker = new LineBreaker(text)
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    const { position, required } = found
    const end = position === text.length
    places.push({ position, required, discouraged: !required && !end && discouraged.has(position) })
  }
  return places
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}、。，．！？」』）ー々]$/u

/**
 * The beginnings that a text may be cut short to, shortest first: "Why", "Why not". They end at words; in scripts that put no space
 * between words, wherever a line may end.
 */
export function beginnings(text: string): string[] {
  return breakPlaces(text)
    .slice(0, -1)
    .map(({ position }) => ({ start: text.slice(0, position).trimEnd(), position }))
    .filter(({ start, position }) => start !== '' && (start.length < position || endsUnspaced(start)))
    .map(({ start }) => start)
}

/** Of the last letter only: a search for it would begin at every letter of the text. */
const endsUnspaced = (text: string): boolean => unspaced.test(text.slice(-2))

/** "Why not …", "キューとは…": a beginning with the mark that says so. */
export const elided = (start: string): string => `${start}${endsUnspaced(start) ? '' : ' '}…`
