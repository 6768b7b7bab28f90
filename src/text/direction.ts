/** Which way text runs: left to right, or right to left as Hebrew and Arabic do. Cheap questions; reordering itself is `bidi.ts`. */

import { LetterPattern } from './latin.js'

export type Direction = 'ltr' | 'rtl'

/** Blocks whose letters run from right to left (UAX 9, classes R and AL), and the marks and overrides that make text do so. */
const rightToLeft =
  /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const letter = new LetterPattern(String.raw`\p{L}`)

/** Most texts have none of these letters and signs; code units are looked through much faster than characters. */
const beyondCyrillic = /[\u0590-\uFFFF]/

/** True when a part of the text runs from right to left. */
export function hasRightToLeft(text: string): boolean {
  return beyondCyrillic.test(text) && rightToLeft.test(text)
}

/** The direction of the first letter (UAX 9, rule P2, in short); null for a text without letters. */
export function firstDirection(text: string): Direction | null {
  const first = letter.exec(text)
  return first === null ? null : rightToLeft.test(first[0]) ? 'rtl' : 'ltr'
}

/**
 * The direction of a paragraph in a sheet that runs `sheet`.
 *
 * "Docker הוא מה?" begins with a Latin name and is Hebrew all the same: in a right-to-left sheet all paragraphs run so but those
 * without a single letter of such a script. In a left-to-right sheet the first letter decides.
 */
export function paragraphDirection(text: string, sheet: Direction): Direction {
  if (sheet === 'ltr') return hasRightToLeft(text) ? (firstDirection(text) ?? 'ltr') : 'ltr'
  return !hasRightToLeft(text) && letter.test(text) ? 'ltr' : 'rtl'
}

/** From–to, in UTF-16 units. */
export type Stretch = readonly [from: number, to: number]

const latinName = /[\w~./\\@:+#%&=?-]*[A-Za-z][\w~./\\@:+#%&=?-]*/g
const withSigns = /[^A-Za-z]/

/**
 * File names, addresses, versions: Latin letters with signs or digits among them, without the stop behind them. Among
 * right-to-left words "02_notes.md" would else begin with its letters, and "C++" with its signs.
 */
export function namesIn(text: string): Stretch[] {
  const names: Stretch[] = []
  for (const match of text.matchAll(latinName)) {
    const name = match[0].replace(/^[-.:?&=%+]+|[-.:?&=%]+$/g, '')
    const from = match.index + match[0].indexOf(name)
    if (withSigns.test(name)) names.push([from, from + name.length])
  }
  return names
}
