/** The fonts of the classic template, opened once for all tests of a file. */
import { type FontSet, openFonts } from '../src/text/fonts/fonts.js'
import { classicTemplate } from './template.js'

let opened: FontSet | null = null

export function realFonts(): FontSet {
  opened ??= openFonts(classicTemplate().faces)
  return opened
}
