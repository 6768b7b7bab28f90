/** Text strings of a PDF. */

/** PDF/A allows strings of 32,767 bytes; a letter takes two or four. */
const mostLetters = 16_000

/** As much of a text as a string of PDF/A may hold; whole letters only. */
export function withinString(text: string): string {
  if (text.length <= mostLetters) return text
  return `${text.slice(0, mostLetters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** A text string (ISO 32000-1, 7.9.2.2): in ASCII where that will do, else UTF-16. */
export function textString(text: string): string {
  const words = withinString(text)
  if (/^[\x20-\x27\x2A-\x5B\x5D-\x7E]*$/.test(words)) return `(${words})`
  if (/^[\x20-\x7E]*$/.test(words)) return `(${words.replace(/[\\()]/g, '\\$&')})`
  return `<feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`
}
