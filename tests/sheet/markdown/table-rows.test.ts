/** Rows that have more cells than the head of their table. */
import { describe, expect, it } from 'vitest'
import { wholePrompt } from '../../../src/sheet/options/parts.js'
import { read, words } from '../read.js'

/** Questions, their answers and what is told to be left out, of a sheet with a table or with a question that has one. */
function readRows(lines: readonly string[], above = '') {
  const { sheet, log } = read(`# Week 1\n\n## Monday\n\n${above}${lines.join('\n')}\n`)
  const questions = sheet.days.flatMap((day) => day.questions)
  return {
    rows: questions.map((each) => [words(wholePrompt(each)), words(each.answer)]),
    runs: questions.flatMap(({ prompt }) => prompt.flatMap((block) => (block.type === 'paragraph' ? block.runs : []))),
    told: log.messages.flatMap(({ code, place, reason }) =>
      code === 'cells-left-out' ? [`${place?.start.line}:${place?.start.column} ${/"(.*)"/.exec(reason)?.[1]}`] : [],
    ),
  }
}

const table = (...rows: string[]) => readRows(['| Question | Answer |', '|---|---|', ...rows])

describe('a bar in a formula or in code', () => {
  it.each([
    ['| Solve $|x| = 3$. | 3 or -3 |', 'Solve |x| = 3.', '3 or -3'],
    ['| Solve $|x_1| = |y|$ *now*. | 3 |', 'Solve |x_1| = |y| now.', '3'],
    ['| Is $a | b$ or $$|c|$$ right? | $|c|$ |', 'Is a | b or |c| right?', '|c|'],
    ['| What does `a | b` do? | It `| |` pipes. |', 'What does a | b do?', 'It | | pipes.'],
    ['| What is $\\{x \\mid |x| < 1\\}$? | (-1, 1) |', 'What is \\{x \\mid |x| < 1\\}?', '(-1, 1)'],
    ['| What does `a | b \\| c` do? | It pipes. |', 'What does a | b | c do?', 'It pipes.'],
  ])('parts no cells where the row is too long: %s', (row, question, answer) => {
    const { rows, told } = table(row)
    expect(rows).toEqual([[question, answer]])
    expect(told).toEqual([])
  })

  it('is a formula', () => {
    expect(table('| Solve $|x| = 3$. | 3 |').runs).toEqual([
      { text: 'Solve ' },
      { text: '|x| = 3', math: true },
      { text: '.' },
    ])
  })

  it('parts cells where the row has as many as the head', () => {
    expect(readRows(['| Question | Answer | Reason |', '|---|---|---|', '| Why $a? | b$ | So. |']).rows).toEqual([
      ['Why $a?', 'b$ So.'],
    ])
  })

  it('goes with its day', () => {
    const { rows, told } = readRows(['| Day | Question | Answer |', '|---|---|---|', '| Tue | Solve $|x|=3$. | 3 |'])
    expect(rows).toEqual([['Solve |x|=3.', '3']])
    expect(told).toEqual([])
  })
})

describe('what stands beyond the last cell of the head', () => {
  it('is on no question sheet and in no key, and is told', () => {
    const { rows, told } = table('| What is a verb? | a doing word | SECRET |', '| Solve |x| = 3. | 3 |')
    expect(rows).toEqual([
      ['What is a verb?', 'a doing word'],
      ['Solve', 'x'],
    ])
    expect(told).toEqual(['7:36 SECRET', '8:13 = 3. | 3'])
  })

  it('is told of days in a column and over columns', () => {
    const byRow = readRows(['| Day | Question | Answer |', '|---|---|---|', '| Tue | Why? | So. | SECRET |'])
    expect([byRow.rows, byRow.told]).toEqual([[['Why?', 'So.']], ['7:22 SECRET']])
    const byColumn = readRows(['| Monday | Tuesday |', '|---|---|', '| Why? | How? | SECRET |'])
    expect([byColumn.rows, byColumn.told]).toEqual([
      [
        ['Why?', null],
        ['How?', null],
      ],
      ['7:17 SECRET'],
    ])
  })

  it('is told of a table with answers below a question', () => {
    const { rows, told } = readRows(
      ['   | Term | Answer |', '   |---|---|', '   | x | y | SECRET |'],
      '1. Fill in.\n\n',
    )
    expect(rows).toEqual([['Fill in. Term Answer x', 'Term Answer x y']])
    expect(told).toEqual(['9:14 SECRET'])
  })

  it('is no news where it is empty', () => {
    expect(table('| Why? | So. | | |')).toMatchObject({ rows: [['Why?', 'So.']], told: [] })
  })
})
