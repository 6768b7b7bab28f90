/** Lists that go on counting right below a day, which Markdown takes for words of its line. */
import { describe, expect, it } from 'vitest'
import { wholePrompt } from '../../../src/sheet/options/parts.js'
import { plainBlocks } from '../../../src/text/rich.js'
import { read } from '../read.js'

/** Each day with its questions: "monday: Why? / How?". */
function daysOf(text: string): string[] {
  return read(text).sheet.days.map(
    ({ key, questions }) => `${key}: ${questions.map((question) => plainBlocks(wholePrompt(question))).join(' / ')}`,
  )
}

const days = ['monday: Why? / How?', 'tuesday: When? / Who?']
const sheet = (line: string) => `# Week 1\n\nMonday\n1. Why?\n2. How?\n\n${line}\n3. When?\n4. Who?\n`

describe('a list below a day', () => {
  it.each([
    'Tuesday',
    '**Tuesday**',
    'Tuesday – Salt',
    '**Tuesday – Whose salt?**',
    'TUESDAY: salt!',
    'Dienstag',
    'Tue',
  ])('%s', (line) => expect(daysOf(sheet(line))).toEqual(days))

  it('keeps its numbers and places', () => {
    const { sheet: found, codes } = read(sheet('**Tuesday**'))
    expect(codes).toEqual(['sheet-without-citations', 'question-number-start 8:1'])
    expect(found.days[1]?.questions.map(({ place }) => place.start)).toMatchObject([
      { line: 8, column: 1 },
      { line: 9, column: 1 },
    ])
  })

  it('keeps what belongs to its questions', () => {
    expect(
      daysOf('Monday\n1. Why?\n\nTuesday\n12) When?\n    - now\n    - then\n\n13) Who?\r\n').map((day) => day.trim()),
    ).toEqual(['monday: Why?', 'tuesday: When? now then / Who?'])
  })

  it('below headings of other days', () => {
    expect(daysOf(sheet('**Tuesday**').replace('Monday', '## Monday\n'))).toEqual(days)
  })
})

it('a key is left as it is', () => {
  const key = '## Answers\n\nMonday\n1. So.\n2. Thus.\n\nTuesday\n3. Now.\n4. We.\n'
  const { sheet: found } = read(`${sheet('Tuesday')}\n${key}`)
  expect(found.days.map(({ questions }) => questions.map(({ answer }) => plainBlocks(answer ?? [])))).toEqual([
    ['So.', 'Thus.'],
    ['Now.', 'We.'],
  ])
})

describe('numbers stay words', () => {
  it.each([
    ['below a sentence', 'Tuesday is salt day.'],
    ['below the day that is open', 'Monday'],
    ['below a sentence with a mark', 'Tuesday: whose salt?'],
  ])('%s', (_, line) => expect(daysOf(sheet(line))).toHaveLength(1))

  it('in code', () => {
    expect(daysOf('# Week 1\n\n## Monday\n\n1. What is wrong?\n\n   ```\n\n   Tuesday\n   3. salt\n   ```\n')).toEqual([
      'monday: What is wrong? \nTuesday\n3. salt',
    ])
  })
})
