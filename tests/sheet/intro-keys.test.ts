/** Answers above the questions are never printed there. */
import { expect, test } from 'vitest'
import { plainBlocks } from '../../src/text/rich.js'
import { read } from './read.js'

const questions = '1. What is the unit of force?\n2. What is the unit of power?\n'

test.each([
  [
    'a folded key above the first day',
    `# Week 3 recall\n\n<details><summary>Answer key (instructors only)</summary>\n\n1. Newtonish\n2. Wattish\n\n</details>\n\n## Monday\n\n${questions}`,
  ],
  ['a key in one line', `# Week 3 recall\n\nAnswers: 1 Newtonish, 2 Wattish\n\n## Monday\n\n${questions}`],
  ['a titled key', `# Week 3 recall\n\n**Answers**\n\n1. Newtonish\n2. Wattish\n\n## Monday\n\n${questions}`],
  [
    'a folded key in the day',
    `# Week 3 recall\n\n## Monday\n\n<details><summary>Answers</summary>\n\n1. Newtonish\n2. Wattish\n\n</details>\n\n${questions}`,
  ],
])('%s is a key', (_, text) => {
  const { sheet } = read(text)
  expect(sheet.days[0]?.questions.map((q) => q.answer && plainBlocks(q.answer))).toEqual(['Newtonish', 'Wattish'])
  const shown = [...sheet.intro, ...(sheet.days[0]?.intro ?? [])]
  expect(plainBlocks(shown)).not.toContain('ish')
})

test('answers above the questions that fit none are left out with a message', () => {
  const { sheet, codes } = read(
    `# Week 3 recall\n\n<details><summary>For teachers</summary>\n\n7. Newtonish\n\n</details>\n\n## Monday\n\n${questions}`,
  )
  expect(plainBlocks(sheet.intro)).not.toContain('Newtonish')
  expect(codes.join(' ')).toContain('answer-unmatched')
})

test('hidden words that hide no answer are shown', () => {
  const { sheet } = read(
    `# Week 3 recall\n\n<details><summary>How to use this</summary>\n\nClose the book first.\n\n</details>\n\n## Monday\n\n${questions}`,
  )
  expect(plainBlocks(sheet.intro)).toContain('Close the book first.')
})
