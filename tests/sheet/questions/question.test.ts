/** Questions whose words stand in other clothes. */
import { expect, test } from 'vitest'
import { Log } from '../../../src/diagnostics.js'
import { parseSheet } from '../../../src/sheet/parse.js'

const asked = (prompt: string) =>
  parseSheet(`# Week 1\n\n## Monday\n\n1. ${prompt}\n2. Why?\n`, 'recall.md', new Log()).days[0]!.questions[0]!

test('a question that is a quotation asks in its words', () => {
  const { prompt, task } = asked('> List three colours.')
  expect(prompt).toMatchObject([{ type: 'paragraph', runs: [{ text: 'List three colours.' }] }])
  expect(task).toMatchObject({ kind: 'list', count: 3 })
  expect(asked('Who said this?\n\n   > Why?').prompt.map(({ type }) => type)).toEqual(['paragraph', 'quote'])
})

test('code that is compared keeps its case', () => {
  expect(asked('`let` versus `const` versus apples.').task).toMatchObject({ terms: ['let', 'const', 'Apples'] })
})

test('takes its task from what it asks, not from a bold title above', () => {
  const sheet = parseSheet(
    '# Week 1\n\n## Monday\n\n1. Why?\n\n### Apply\n\n2. Draw the cell.\n',
    'recall.md',
    new Log(),
  )
  expect(sheet.days[0]?.questions.map(({ task }) => task.kind)).toEqual(['explain', 'draw'])
})
