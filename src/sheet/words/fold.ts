/** Words made comparable: case, accents, Turkish dots and digits of other scripts say nothing of what a word means. */

/** Zeros of the scripts whose digits are written in sheets: Arabic, Persian, Devanagari, full width. */
const zeros = [0x660, 0x6f0, 0x966, 0xff10]

const beyondAscii = /[\u0080-\uffff]/
const decimal = /\p{Nd}/gu

/** "１７" → "17", "٣" → "3". The length stays, so that offsets do. */
export function asciiDigits(text: string): string {
  if (!beyondAscii.test(text)) return text
  return text.replace(decimal, (digit) => {
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
  if (folded.size >= mostFolded) folded.clear()
  const words = foldWords(text)
  folded.set(text, words)
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

/** Chinese numbers to 99, as titles of weeks and lessons have them: "十七" → 17, "三" → 3. */
export function readCount(text: string): number | null {
  const plain = asciiDigits(text)
  if (/^\d{1,3}$/.test(plain)) return Number(plain)
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain)
  if (!match || plain === '' || (match[1] && match[3] && !match[2])) return null
  const digit = (sign: string | undefined) => (sign ? '一二三四五六七八九'.indexOf(sign) + 1 : 0)
  return match[2] ? (match[1] ? digit(match[1]) : 1) * 10 + digit(match[3]) : digit(match[1] ?? match[3])
}
