/**
 * What kind of character a code of micromark is, by its number: the package asks an expression of each character that it reads, and the one for all
 * punctuation of Unicode takes half a millisecond to make. A code is a unit of UTF-16, a negative number for an end of line and the like, or null at
 * the end.
 */
export const asciiDigit = (code) => code > 47 && code < 58
export const asciiAlpha = (code) => (code > 64 && code < 91) || (code > 96 && code < 123)
export const asciiAlphanumeric = (code) => asciiAlpha(code) || asciiDigit(code)
export const asciiHexDigit = (code) => asciiDigit(code) || (code > 64 && code < 71) || (code > 96 && code < 103)
/** "a@b.org": what may stand before the "@". */
export const asciiAtext = (code) =>
  asciiAlphanumeric(code) || (code > 32 && code < 127 && "#$%&'*+-./=?^_`{|}~".includes(String.fromCharCode(code)))
export const asciiControl = (code) => code !== null && (code < 32 || code === 127)
export const asciiPunctuation = (code) => code > 32 && code < 127 && !asciiAlphanumeric(code)

export const markdownLineEnding = (code) => code !== null && code < -2
export const markdownLineEndingOrSpace = (code) => code !== null && (code < 0 || code === 32)
export const markdownSpace = (code) => code === -2 || code === -1 || code === 32

export const unicodeWhitespace = (code) =>
  code < 128 ? code === 32 || (code > 8 && code < 14) : /\s/.test(String.fromCharCode(code))
export const unicodePunctuation = (code) =>
  code < 128 ? asciiPunctuation(code) : /[\p{P}\p{S}]/u.test(String.fromCharCode(code))
