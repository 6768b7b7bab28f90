/** Lines over questions that open a day though they end as a sentence does, or other days are headings. */
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

const both = ['thursday: Why? / How?', 'friday: When? / Who?']
const below = (line: string, first = 1) =>
  `# Week 1\n\nThursday – Floods\n\n1. Why?\n2. How?\n\n${line}\n\n${first}. When?\n${first + 1}. Who?\n`

describe('a line with a mark behind its day opens it', () => {
  it.each([
    'FRIDAY – Whose water?',
    'Friday – Whose water?',
    '**Friday – Whose water?**',
    '**Friday** – Whose water?',
    'Friday: Rome!',
    'Friday: The water cycle.',
    'Fri — Whose water?',
    'Freitag: Wem gehört das Wasser?',
    'Vendredi : à qui est l’eau ?',
    '金曜日：水は誰のものか？',
  ])('%s', (line) => {
    const { codes } = read(below(line))
    expect(daysOf(below(line))).toEqual(both)
    expect(codes).toEqual(['sheet-without-citations'])
  })

  it('first of all', () => {
    expect(daysOf('# Week 1\n\nMONDAY: Rome!\n\n1. Why?\n\nTUESDAY: Greece\n\n1. How?')).toEqual([
      'monday: Why?',
      'tuesday: How?',
    ])
  })

  it('over a line that says how to work', () => {
    expect(daysOf(below('Friday – Whose water?\n\nWork in pairs.'))).toEqual(both)
  })

  it('over tasks in another language', () => {
    expect(daysOf('# Woche 5\n\nMontag\n\n1. Warum?\n\nDienstag: Was nun?\n\n1. Nenne die Teile.')).toEqual([
      'monday: Warum?',
      'tuesday: Nenne die Teile.',
    ])
  })

  it('in capitals or bold over numbers that go on', () => {
    expect(daysOf(below('FRIDAY – Whose water?', 3))).toEqual(both)
    expect(daysOf(below('**Friday – Whose water?**', 3))).toEqual(both)
  })

  it('without an empty line', () => {
    expect(daysOf('Thursday – Floods?\n1. Why?\n2. How?\nFriday – Whose water?\n1. When?\n2. Who?')).toEqual(both)
  })

  it('and its key, which repeats the line', () => {
    const key = '## Answer key\n\nThursday – Floods\n\n1. So.\n2. Thus.\n\nFRIDAY – Whose water?\n\n1. Now.\n2. We.\n'
    const { sheet } = read(`${below('FRIDAY – Whose water?')}\n${key}`)
    expect(sheet.days.map(({ questions }) => questions.map(({ answer }) => plainBlocks(answer ?? [])))).toEqual([
      ['So.', 'Thus.'],
      ['Now.', 'We.'],
    ])
  })
})

describe('a line among headings of days opens its own', () => {
  it.each(['Friday', '**Friday**', 'Friday – Water', 'FRIDAY – Whose water?'])('%s', (line) => {
    const { codes } = read(below(line).replace('Thursday', '## Thursday'))
    expect(daysOf(below(line).replace('Thursday', '## Thursday'))).toEqual(both)
    expect(codes).toEqual(['sheet-without-citations'])
  })

  it('over numbers that go on', () => {
    expect(daysOf(below('**Friday**', 3).replace('Thursday', '## Thursday'))).toEqual(both)
  })

  it('unless it is a heading elsewhere', () => {
    const text = `${below('Friday').replace('Thursday', '## Thursday')}\n## Friday\n\n1. What?\n`
    expect(daysOf(text).at(-1)).toBe('friday: What?')
  })

  it('unless nothing is asked above it in its day', () => {
    expect(daysOf('# Week 1\n\n## Thursday\n\nFriday: bring a pen\n\n1. Why?\n')).toEqual(['thursday: Why?'])
  })
})

describe('lines that name days', () => {
  const lines = 'Monday\n\n1. Why?\n\nTuesday\n\n1. How?\n'

  it('open them beside headings that name none', () => {
    const text = `# Week 1\n\n## How to use\n\nAnswer cold.\n\n${lines}\n## Resources\n\n- [A book](https://a.example)\n`
    expect(daysOf(text)).toEqual(['monday: Why?', 'tuesday: How?'])
  })

  it('are words of parts that each have the same ones', () => {
    expect(daysOf(`# Week 1\n\n## Easy\n\n${lines}\n## Hard\n\n${lines}`).map((day) => day.split(':')[0])).toEqual([
      'easy',
      'hard',
    ])
  })
})

describe('what only speaks of a day is none', () => {
  const lines = [
    'Friday is a fish day. Why?',
    'Friday Rome fell!',
    'On Friday: why?',
    '**Monday or Tuesday?**',
    'Monday or Tuesday?',
  ]
  it.each(lines)('%s', (line) => {
    expect(read(below(line)).sheet.days).toHaveLength(1)
    expect(read(below(line).replace('Thursday', '## Thursday')).sheet.days).toHaveLength(1)
    expect(read(below(line)).codes.join()).not.toContain('day-line-unread')
  })

  it.each([
    ['inside a question', '1. Why?\n\n   Friday: a fish day?\n\n   1. Why?\n   2. How?\n2. Who?'],
    ['between numbered questions', '1. Why?\n\nFriday: why is it a fish day?\n\n2. How?'],
    ['over facts', '1. Why?\n\nFriday: named after whom?\n\n1. Freya\n2. Thor'],
    [
      'a bold question over options',
      '**Who was Thor?**\n\n1. a god\n2. a king\n\n**Friday: named after whom?**\n\n1. Freya\n2. Thor',
    ],
    ['the day that is open', '1. Why?\n\nThursday: why so?\n\n1. How?'],
    ['a reminder', '1. Why?\n2. How?\n\nFriday: test!'],
  ])('%s', (_, questions) => {
    expect(read(`# Week 1\n\nThursday\n\n${questions}\n`).sheet.days.map(({ key }) => key)).toEqual(['thursday'])
    expect(read(`# Week 1\n\n## Thursday\n\n${questions}\n`).sheet.days.map(({ key }) => key)).toEqual(['thursday'])
  })

  it('a reminder above the only questions of the sheet', () => {
    expect(daysOf('# Week 1\n\nTuesday: homework is due.\n\n1. Why?\n')).toEqual(['questions: Why?'])
  })
})

describe('a line in doubt is told', () => {
  it.each([
    ['over numbers that go on', 'Friday – Whose water?', 3],
    ['with a comma', 'Friday, whose water?', 1],
    ['in capitals, with nothing between', 'FRIDAY whose water?', 1],
  ])('%s', (_, line, first) => {
    const { log, codes } = read(below(line, first))
    expect(codes).toContain('day-line-unread 8:1')
    expect(log.messages.find(({ code }) => code === 'day-line-unread')?.reason).toBe(
      `"${line}" begins like Friday, but no day begins here; it stands with the question above it`,
    )
  })
})
