/** Tables that name days: in a column, or in rows of their own. */
import { describe, expect, it } from 'vitest'
import { plainBlocks } from '../../../src/text/rich.js'
import { read } from '../read.js'

/** Each day with its questions and their answers: "monday: Why? = So / How?". */
function daysOf(text: string): string[] {
  return read(text).sheet.days.map(
    ({ key, questions }) =>
      `${key}: ${questions.map(({ prompt, answer }) => [prompt, answer ?? []].map(plainBlocks).filter(Boolean).join(' = ')).join(' / ')}`,
  )
}

const column = (...rows: string[]) => `# Week 1\n\n| Day | Question |\n|---|---|\n${rows.join('\n')}\n`

describe('a column of days', () => {
  it('with a slip of the keyboard keeps the others, and tells it', () => {
    const text = column('| Mon | Why? |', '| | How? |', '| Wednsday | When? |', '| Thu | Who? |')
    expect(daysOf(text)).toEqual(['monday: Why? / How?', 'wednsday: When?', 'thursday: Who?'])
    expect(read(text).codes).toContain('day-misspelt 7:1')
  })

  it('knows the slip by the language of the others', () => {
    const text = column('| Montag | Warum? |', '| Dienstga | Wie? |')
    expect(daysOf(text)).toEqual(['monday: Warum?', 'dienstga: Wie?'])
    expect(read(text).codes).toContain('day-misspelt 6:1')
  })

  it('may hold parts with names of their own, where most are days', () => {
    expect(daysOf(column('| Mon | Why? |', '| Tue | How? |', '| Bonus | When? |'))).toEqual([
      'monday: Why?',
      'tuesday: How?',
      'bonus: When?',
    ])
  })

  it('is none where few are', () => {
    expect(daysOf(column('| Mon | Why? |', '| first | How? |', '| last | When? |'))).toHaveLength(1)
  })
})

const table = (...rows: string[]) => `# Week 1\n\n| Question | Answer |\n|---|---|\n${rows.join('\n')}\n`
const parted = ['monday: Why? = So.', 'tuesday: How? = Thus.']

describe('rows that hold a day alone', () => {
  it.each([
    ['in bold type', table('| **Monday** | |', '| Why? | So. |', '| **Tuesday** | |', '| How? | Thus. |')],
    ['in plain type', table('| Monday | |', '| Why? | So. |', '| Tuesday | |', '| How? | Thus. |')],
    ['in the second column', table('| | **Monday** |', '| Why? | So. |', '| | **Tuesday** |', '| How? | Thus. |')],
    [
      'beside numbers',
      '# Week 1\n\n| # | Question | Answer |\n|---|---|---|\n| Mon | | |\n| 1 | Why? | So. |\n| Tue | | |\n| 1 | How? | Thus. |',
    ],
  ])('%s', (_, text) => expect(daysOf(text)).toEqual(parted))

  it('have a topic', () => {
    const { sheet } = read(table('| **Monday – Doors** | |', '| Why? | So. |'))
    expect(sheet.days).toMatchObject([{ key: 'monday', topic: [{ text: 'Doors' }] }])
  })

  it('leave the rows above them alone', () => {
    expect(
      daysOf(`# Week 1\n\n## Monday\n\n${table('| Why? | So. |', '| **Tuesday** | |', '| How? | Thus. |').slice(10)}`),
    ).toEqual(parted)
  })
})

describe('rows that are no days', () => {
  it.each([
    ['words to translate', '| Monday | |', '| Tuesday | |', '| Wednesday | |'],
    ['words among others', '| Monday | |', '| holiday | Ferien |', '| Tuesday | |', '| to swim | schwimmen |'],
    ['bold words among bold ones', '| **Monday** | |', '| **holiday** | Ferien |'],
    ['one that asks', '| **Monday or Tuesday?** | |', '| Why? | So. |'],
    ['a day with its answer', '| **Monday** | Montag |', '| Why? | So. |'],
    ['the same day twice', '| **Monday** | |', '| Why? | So. |', '| **Monday** | |', '| How? | Thus. |'],
    ['a lone plain one', '| Why? | So. |', '| Monday | |', '| How? | Thus. |'],
  ])('%s', (_, ...rows) => {
    expect(daysOf(table(...rows)).join()).not.toMatch(/^(?:mon|tues)day/)
  })
})

it('a key in such rows opens no day again', () => {
  const questions = table('| **Monday** | |', '| Why? | |', '| **Tuesday** | |', '| How? | |')
  const key =
    '## Answers\n\n| Question | Answer |\n|---|---|\n| **Monday** | |\n| Why? | So. |\n| **Tuesday** | |\n| How? | Thus. |\n'
  expect(daysOf(`${questions}\n${key}`)).toEqual(parted)
})
