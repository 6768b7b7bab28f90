/** Letters that count through a line. */
import { describe, expect, it } from 'vitest'
import { offered, readQuestion } from '../read.js'

describe('letters with stops in a line', () => {
  it.each([
    ['capitals', 'Which is a fish? A. whale B. shark C. dolphin'],
    ['small letters', 'Which is a fish? a. whale b. shark c. dolphin'],
    ['a line of their own', 'Which is a fish?\n   A. whale B. shark C. dolphin'],
    ['commas', 'Which is a fish? A. whale, B. shark, C. dolphin'],
    ['bold letters', 'Which is a fish? **A.** whale **B.** shark **C.** dolphin'],
    ['bold letters in lines', 'Which is a fish?\n   **A.** whale\n   **B.** shark\n   **C.** dolphin'],
  ])('are options: %s', (_, item) => {
    const [kind, prompt, answer] = offered(item)
    expect([kind, prompt?.toLowerCase(), answer]).toEqual([
      'choose',
      'which is a fish? a) whale b) shark c) dolphin',
      null,
    ])
  })

  it.each([
    ['two behind a question mark', 'Is it a fish? A. yes B. no', 'Is it a fish? A) yes B) no', null],
    [
      'three behind words that break off',
      'The heart is A. a bone B. a muscle C. a gland',
      'The heart is A) a bone B) a muscle C) a gland',
      null,
    ],
    [
      'a blank',
      'The heart is a ____. A. bone B. muscle C. gland',
      'The heart is a ____. A) bone B) muscle C) gland',
      null,
    ],
    ['a label behind them', 'Which? A. GET B. PUT C. HEAD Answer: B', 'Which? A) GET B) PUT C) HEAD', 'B) PUT'],
    ['a mark', 'Which? A. GET B. PUT ✓ C. HEAD', 'Which? A) GET B) PUT C) HEAD', 'B) PUT'],
    ['bold type', 'Which? A. GET **B. PUT** C. HEAD', 'Which? A) GET B) PUT C) HEAD', 'B) PUT'],
  ])('are options with %s', (_, item, prompt, answer) => {
    expect(offered(item)).toEqual(['choose', prompt, answer])
  })

  it('are parts below a task', () => {
    const { parts } = readQuestion('Define: a. osmosis b. diffusion c. active transport').question
    expect(parts.map(({ letter }) => letter)).toEqual(['a', 'b', 'c'])
  })

  it.each([
    'Which bacterium makes vitamin A. B. subtilis or another?',
    'Who wrote it, J. A. Smith and B. Jones?',
    'Who discovered penicillin? A. Fleming B. Chain',
    'A. Fleming discovered what B. Chain confirmed?',
    'How do hepatitis A. B. and C. differ?',
    'When did the U.S. A. Lincoln B. Franklin C. Adams meet?',
    'Compare group A. with group B. and group C. of plants.',
  ])('are words: %s', (item) => {
    const { question } = readQuestion(item)
    expect(question.task.kind).not.toBe('choose')
    expect(question.parts).toEqual([])
    expect(offered(item).slice(1)).toEqual([item, null])
  })
})
