/** Answers above the questions are never printed there. */
import { expect, test } from 'vitest'
import { plainBlocks } from '../../../src/text/rich.js'
import { read } from '../read.js'

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
  [
    'a key in a callout',
    `# Week 3 recall\n\n> [!success]- Answers\n> 1. Newtonish\n> 2. Wattish\n\n## Monday\n\n${questions}`,
  ],
  [
    'a line in a note',
    `# Week 3 recall\n\n> [!NOTE]\n> Answers: Mon 1 Newtonish, 2 Wattish\n\n## Monday\n\n${questions}`,
  ],
  ['a quote', `# Week 3 recall\n\n> **Answers**\n>\n> 1 Newtonish, 2 Wattish\n\n## Monday\n\n${questions}`],
  [
    'a table',
    `# Week 3 recall\n\n| Day | No | Answer |\n|---|---|---|\n| Mon | 1 | Newtonish |\n| Mon | 2 | Wattish |\n\n## Monday\n\n${questions}`,
  ],
  [
    'a table of days',
    `# Week 3 recall\n\n| Day | Q1 | Q2 |\n|---|---|---|\n| Mon | Newtonish | Wattish |\n\n## Monday\n\n${questions}`,
  ],
  ['a fence', `# Week 3 recall\n\n\`\`\`answers\nMon 1 Newtonish\nMon 2 Wattish\n\`\`\`\n\n## Monday\n\n${questions}`],
  ['HTML', `# Week 3 recall\n\n<h2>Answers</h2>\n<ol><li>Newtonish<li>Wattish</ol>\n\n## Monday\n\n${questions}`],
  [
    'a table in HTML',
    `# Week 3 recall\n\n<table><tr><th>No<th>Answer<tr><td>1<td>Newtonish<tr><td>2<td>Wattish</table>\n\n## Monday\n\n${questions}`,
  ],
  [
    'a callout in the day',
    `# Week 3 recall\n\n## Monday\n\n> [!answer]- Answers\n> 1. Newtonish\n> 2. Wattish\n\n${questions}`,
  ],
  [
    'a table in the day',
    `# Week 3 recall\n\n## Monday\n\n| No | Answer |\n|---|---|\n| 1 | Newtonish |\n| 2 | Wattish |\n\n${questions}`,
  ],
  [
    'HTML in the day',
    `# Week 3 recall\n\n## Monday\n\n<h3>Answers</h3>\n<ol><li>Newtonish<li>Wattish</ol>\n\n${questions}`,
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

test('a callout for all to read is shown', () => {
  const { sheet } = read(`# Week 3 recall\n\n> [!success] Goals\n> You can name units.\n\n## Monday\n\n${questions}`)
  expect(plainBlocks(sheet.intro)).toContain('You can name units.')
})
