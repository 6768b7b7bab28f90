/** Words that look like a formula in marks that are not read as such: `$\vec F = $`, `\(x^2\)`. */
import type { Text } from 'mdast'
import { LetterPattern } from '../../text/latin.js'
import { looksLikeMath } from './math.js'
import type { Reading } from './reading.js'

/** A dollar, and what stands behind it up to the next one, if there is one. */
const betweenDollars = /\$(?=([^$]{1,300})(\$(?![A-Za-z0-9$])|$))/g
/** LaTeX's own marks: Markdown takes their backslashes. */
const inBackslashes = /\\\((.{1,300}?)\\\)|\\\[(.{1,300}?)\\\]/gs

/** A command, or a script of a single letter or a bracket: `$HOME_DIR` is none. */
const texSign = new LetterPattern(
  String.raw`\\[A-Za-z]{2,}|(?<![\p{L}\p{N}_])\p{L}[_^][\p{L}\p{N}{]|[)\]}\d]\^[\p{L}\p{N}{(+-]`,
)
const sign = /[=+<>≤≥≠≈^]|\\[A-Za-z]/

/** Reports `math-marks-unread` at each such stretch of a text. */
export function reportUnreadMath(node: Text, reading: Reading): void {
  const { value } = node
  const hasDollar = value.includes('$')
  if (!hasDollar && !/[([]/.test(value)) return
  const { start, end } = reading.place(node)
  const source = reading.text.slice(start.offset, end.offset)
  if (!hasDollar && !/\\[([]/.test(source)) return
  let behind = 0
  const report = (words: string, why: string) => {
    const at = source.indexOf(words, behind)
    if (at >= 0) behind = at + words.length
    const from = start.offset + Math.max(0, at)
    const place = at < 0 ? reading.place(node) : reading.placeAt(from, from + words.length)
    reading.log.report('math-marks-unread', place, { words, why })
  }
  if (hasDollar)
    for (const [, inner = '', closing = ''] of value.matchAll(betweenDollars)) {
      const why = whyUnread(inner, closing !== '')
      if (why !== null) report(`$${inner}${closing}`, why)
    }
  behind = 0
  for (const [words, round, square] of source.includes('\\') ? source.matchAll(inBackslashes) : []) {
    const inner = round ?? square ?? ''
    if (sign.test(inner) && looksLikeMath(inner)) report(words, 'Markdown takes its backslashes for marks of its own')
  }
}

/** Why what stands behind a dollar is no formula, though it looks like one; null when it does not. */
function whyUnread(inner: string, isClosed: boolean): string | null {
  if (!isClosed) return /\\[A-Za-z]{2,}/.test(inner) ? 'no dollar closes it' : null
  const looks = texSign.test(inner) || (/(?<!\p{L})\p{L}(?!\p{L})/u.test(inner) && sign.test(inner))
  if (!looks || !looksLikeMath(inner)) return null
  if (/^\s/.test(inner)) return 'a blank stands behind its first dollar'
  return /\s$/.test(inner) ? 'a blank stands before its last dollar' : null
}
