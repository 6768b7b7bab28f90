/** Words made comparable: case, accents, Turkish dots and digits of other scripts say nothing of what a word means. */
import { LetterPattern } from '../../text/latin.js'
import { keepIn } from '../../text/recent.js'

/** Zeros of the scripts whose digits are written in sheets: Arabic, Persian, Devanagari, full width. */
const zeros = [0x660, 0x6f0, 0x966, 0xff10]

const beyondAscii = /[\u0080-\uffff]/
const decimal = new LetterPattern(String.raw`\p{Nd}`, 'g')

/** "１７" → "17", "٣" → "3". The length stays, so that offsets do. */
export function asciiDigits(text: string): string {
  if (!beyondAscii.test(text)) return text
  return text.replace(decimal.for(text), (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

/** Words that were folded: those of citations and days come again and again. Short ones, since V8 keeps all of a text for a longer part of it. */
const folded = new Map<string, string>()
const mostFolded = 5000
const longestFolded = 12

/** "MIÉRCOLES" → "miercoles", "Salı" → "sali", "３日目" → "3日目". */
export function fold(text: string): string {
  if (/^[a-z0-9.]*$/.test(text)) return text
  if (text.length > longestFolded) return foldWords(text)
  const known = folded.get(text)
  if (known !== undefined) return known
  const words = foldWords(text)
  keepIn(folded, text, words, mostFolded)
  return words
}

function foldWords(text: string): string {
  if (!beyondAscii.test(text)) return text.replace(/[\s_]+/g, ' ').toLowerCase()
  const plain = asciiDigits(text)
    .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0_]+/g, ' ')
    .toLowerCase()
  if (!beyondAscii.test(plain)) return plain
  return plain
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ı', 'i')
}

const cjk = new LetterPattern(String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]`)

/** Has characters of scripts that are written without spaces, or, as Korean, may be. None of them stands before U+1100. */
export const isCjk = (text: string): boolean => /[\u1100-\uffff]/.test(text) && cjk.test(text)

/** Whether a word, folded, is one of these, which are folded when one is first asked for: most runs never ask. */
export function foldedWords(words: () => readonly string[]): (folded: string) => boolean {
  let set: ReadonlySet<string> | null = null
  return (word) => {
    set ??= new Set(words().map(fold))
    return set.has(word)
  }
}

/** Chinese numbers to 99, as titles of weeks and lessons have them: "十七" → 17, "三" → 3. */
export function readCount(text: string): number | null {
  const plain = asciiDigits(text)
  if (/^\d{1,3}$/.test(plain)) return Number(plain)
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain)
  if (!match || plain === '' || (match[1] && match[3] && !match[2])) return null
  const digit = (sign: string | undefined) => (sign ? '一二三四五六七八九'.indexOf(sign) + 1 : 0)
  return match[2] ? (match[1] ? digit(match[1]) : 1) * 10 + digit(match[3]) : digit(match[1] ?? match[3])
}
