/** Labels of a key that name their days by a letter or two: "M1 so, M2 thus, T1 else". */
import type { Reading } from '../markdown/reading.js'
import type { KeyMark } from './key-mark.js'

const mayBegin = /^[^a-z0-9\n\u0080-\uffff]{0,4}[A-Z\u0080-\uffff][a-z\u0080-\uffff]?1(?!\d)/i
const label =
  /(^|\n|[,;·|]|\s)[^\p{L}\p{N}\n]{0,4}(\p{Lu}\p{Ll}?)(\d{1,3})(?![\p{L}\p{N}])\s?(?:[.):=–—-]+\s*)?(?=\S)/gu

/**
 * Labels of two days at least, which begin every line of a stretch and count up from 1 in each day; [] for anything else, since "F1" is a key and "T4" a
 * hormone. A letter that two days begin with is the first one's, and where it comes again behind others the next one's: M, T, W, T, F.
 */
export function initialMarks(text: string, reading: Reading): KeyMark[] {
  if (reading.parts.weekdays.length < 2 || !mayBegin.test(text)) return []
  const lines = text.trim().split('\n').length
  const marks: KeyMark[] = []
  const days: string[] = []
  let [last, opening] = ['', 0]
  for (const match of text.matchAll(label)) {
    const [whole, before = '', begins = '', digits = ''] = match
    const opens = match.index === 0 || before === '\n'
    // Inside of one of several lines "M2" is a road.
    if (!opens && lines > 1 && /\s/.test(before)) continue
    const written = Number(digits)
    const goesOn = begins === last && written === (marks.at(-1)?.written ?? 0) + 1
    const next = written === 1 ? dayOf(begins, days, reading) : undefined
    const day = goesOn ? days.at(-1) : next
    if (day === undefined) continue
    if (!goesOn) days.push(day)
    last = begins
    opening += opens ? 1 : 0
    marks.push({ day, written, start: match.index, from: match.index + whole.length })
  }
  return days.length > 1 && opening === lines ? marks : []
}

/** The first day without answers whose name begins so. */
const dayOf = (begins: string, answered: readonly string[], { parts }: Reading): string | undefined =>
  parts.weekdays.find(({ key, name }) => name.toLowerCase().startsWith(begins.toLowerCase()) && !answered.includes(key))
    ?.key
