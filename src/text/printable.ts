/**
 * Characters that steer line breaking and shaping but are not drawn.
 *
 * A soft hyphen must never reach the shaper: in a font where it shares a glyph with "-" fontkit hides every later "-".
 */

import { LetterPattern } from './latin.js'

/** Soft hyphen, zero-width space, variation selectors and the like; not the joiners, which shape letters. */
const ignorable = new LetterPattern(String.raw`(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}`, 'g')
const blank = new LetterPattern(String.raw`[\p{Cc}\u00A0\u2007\u202F\u2028\u2029]`, 'g')
const undrawn = new LetterPattern(String.raw`^[\p{Default_Ignorable_Code_Point}\p{Cc}\u2028\u2029]$`)
/** What may not be drawn as it is. Latin and Cyrillic letters, of which none is a mark on another one, and common signs may. */
const hasSpecial = /[^\x20-\x7E\xA1-\xAC\xAE-\u02FF\u0400-\u0482\u2013\u2014\u2018-\u201E\u2022\u2026]/

/**
 * The text as it is drawn: no-break spaces and control characters are spaces, U+2011 is "-", ignorable characters
 * are gone, and letters are composed (NFC), since fonts know "é" better than "e" with a mark.
 */
export function printable(text: string): string {
  if (!hasSpecial.test(text)) return text
  return text
    .replace(ignorable.for(text), '')
    .replace(blank.for(text), ' ')
    .replace(/\u2011/g, '-')
    .normalize('NFC')
}

/** True for code points that need no glyph of their own (joiners, selectors, soft hyphens, controls). */
export function isUndrawn(codePoint: number): boolean {
  return undrawn.test(String.fromCodePoint(codePoint))
}
