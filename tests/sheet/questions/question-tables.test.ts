/** Tables of questions whose columns offer and answer. */
import { describe, expect, it } from 'vitest'
import { wholePrompt } from '../../../src/sheet/options/parts.js'
import { read, words } from '../read.js'

const rowsOf = (...rows: string[]) => {
  const [head = ''] = rows
  const line = head.replace(/[^|]+/g, '---')
  const { sheet } = read(`# Week 1\n\n## Monday\n\n${[head, line, ...rows.slice(1)].join('\n')}\n`)
  return sheet.days.flatMap(({ questions }) => questions.map((each) => [words(wholePrompt(each)), words(each.answer)]))
}

it('a column of sources cites', () => {
  expect(
    rowsOf('| Question | Where |', '| What is A? | anthology p. 3 |', '| What is B? | see textbook p. 34 |'),
  ).toEqual([
    ['What is A?', null],
    ['What is B?', null],
  ])
})

it.each(['Where', 'Wo', 'Où', 'Dónde'])('a column "%s" cites, or has places for answers', (head) => {
  const questions = (...cells: string[]) =>
    rowsOf(`| Question | ${head} |`, ...cells.map((cell) => `| What is A? | ${cell} |`))
  expect(questions('atlas p. 3', 'notes.md', 'see the red folder')[0]).toEqual(['What is A?', null])
  for (const [prompt] of questions('Paris', 'Rome', 'Athens')) expect(prompt).not.toMatch(/See|Paris|Rome|Athens/)
})

describe('columns of answers', () => {
  it.each(['Correct', 'Right', 'Key', 'Answer', 'Correct answer(s)', 'Richtig', 'Lösung', 'Expected', 'Correcta'])(
    '"%s"',
    (title) => {
      expect(rowsOf(`| Question | ${title} |`, '| What is A? | Paris |', '| What is B? | 3 |')).toEqual([
        ['What is A?', 'Paris'],
        ['What is B?', '3'],
      ])
    },
  )

  it.each([
    ['| Frage | Antwort |', 'Nenne den Grund.', 'Erkläre den Satz.'],
    ['| Question | Réponse |', 'Définissez la force.', 'Expliquez la chute.'],
    ['| Pregunta | Respuesta |', 'Explica la caída.', 'Define la fuerza.'],
  ])('beside tasks without a question mark: %s', (head, first, second) => {
    expect(rowsOf(head, `| ${first} | Paris |`, `| ${second} | 3 |`)).toEqual([
      [first, 'Paris'],
      [second, '3'],
    ])
  })

  it('have reasons and wrong answers behind them', () => {
    expect(
      rowsOf(
        '| Question | Answer | Feedback | Wrong |',
        '| What is A? | Paris | It is old. | Rome |',
        '| Why? | So. | | |',
      ),
    ).toEqual([
      ['What is A?', 'Paris It is old. Wrong: Rome'],
      ['Why?', 'So.'],
    ])
  })

  it.each([
    ['letters', '| Question | A | B | C | Right |', 'B', 'A, C'],
    ['words', '| Question | A | B | C | Right |', 'Rome', 'A, C'],
    ['positions, as Kahoot has them', '| Question | Answer 1 | Answer 2 | Answer 3 | Correct answer(s) |', '2', '1,3'],
    [
      'positions, as Quizizz has them',
      '| Question Text | Option 1 | Option 2 | Option 3 | Correct Answer |',
      '2',
      '1, 3',
    ],
  ])('name options by %s', (_, head, first, second) => {
    expect(
      rowsOf(head, `| What is A? | Paris | Rome | Oslo | ${first} |`, `| What is B? | one | two | three | ${second} |`),
    ).toEqual([
      ['What is A? a) Paris b) Rome c) Oslo', 'b) Rome'],
      ['What is B? a) one b) two c) three', 'a) one c) three'],
    ])
  })

  it('may be missing where an option is bold', () => {
    expect(rowsOf('| Question | A | B |', '| What is A? | **Paris** | Rome |', '| What is B? | one | two ✓ |')).toEqual(
      [
        ['What is A? a) Paris b) Rome', 'a) Paris'],
        ['What is B? a) one b) two', 'b) two'],
      ],
    )
  })
})

describe('statements', () => {
  const verdicts = [
    ['Ice floats. True / False', 'True'],
    ['Ice sinks. True / False', 'False'],
  ]

  it('have their verdict in a column', () => {
    expect(rowsOf('| Statement | True / False |', '| Ice floats. | True |', '| Ice sinks. | False |')).toEqual(verdicts)
  })

  it('have it in one of two columns', () => {
    expect(rowsOf('| Statement | True | False |', '| Ice floats. | ✓ | |', '| Ice sinks. | | x |')).toEqual(verdicts)
  })

  it('keep their table below a question, without its ticks', () => {
    const { sheet } = read(
      '# Week 1\n\n## Monday\n\n1. Judge.\n\n   | Statement | True | False |\n   |---|---|---|\n   | Ice floats. | ✓ | |\n   | Ice sinks. | | ✓ |\n',
    )
    const [question] = sheet.days[0]?.questions ?? []
    expect(words(question?.prompt ?? null)).toBe('Judge. Statement True False Ice floats. Ice sinks.')
    expect(words(question?.answer ?? null)).toBe('Ice floats. True Ice sinks. False')
  })

  it('keep the ticks of facts', () => {
    const { sheet } = read(
      '# Week 1\n\n## Monday\n\n1. Which would you take?\n\n   | Protocol | fast | safe |\n   |---|---|---|\n   | UDP | ✓ | |\n   | TCP | | ✓ |\n',
    )
    expect(words(sheet.days[0]?.questions[0]?.prompt ?? null)).toBe(
      'Which would you take? Protocol fast safe UDP ✓ TCP ✓',
    )
  })
})
