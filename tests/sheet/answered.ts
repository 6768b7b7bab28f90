/** Sheets with a key, and what it answers. */
import { expect } from 'vitest'
import { wholePrompt } from '../../src/sheet/options/parts.js'
import { plainBlocks } from '../../src/text/rich.js'
import { read } from './read.js'

/** Questions for keys to answer: of one day, and of two. */
export const oneDay = '# Week 3 recall\n\n## Monday\n\n1. What is A?\n2. What is B?\n3. What is C?\n\n'
export const twoDays = `${oneDay}## Tuesday\n\n1. What is D?\n2. What is E?\n\n`
/** The answers that the keys of the tests have for them. */
export const three = 'Aaish|Beeish|Ceeish'
export const five = `${three}|Deeish|Eeish`

/** The answers of a sheet, "-" for none. Words that end in "ish" are a key's: none may be shown before the key. */
export function answersOf(text: string): string {
  const { sheet } = read(text)
  const questions = sheet.days.flatMap((day) => day.questions)
  const shown = [...sheet.intro, ...sheet.days.flatMap((day) => day.intro), ...questions.flatMap(wholePrompt)]
  expect(plainBlocks(shown)).not.toContain('ish')
  return questions.map(({ answer }) => (answer ? plainBlocks(answer) : '-')).join('|')
}
