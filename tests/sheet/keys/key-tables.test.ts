/** Keys written as tables: the day first, no number, numbers in the head, a table inside of an answer. */
import { describe, expect, it } from 'vitest'
import { answersOf, five, oneDay, three, twoDays } from '../answered.js'
import { read } from '../read.js'

describe('a key in a table', () => {
  it.each([
    [
      'day first no head',
      twoDays,
      '## Answers\n\n| Mon | 1 | Aaish |\n|---|---|---|\n| Mon | 2 | Beeish |\n| Mon | 3 | Ceeish |\n| Tue | 1 | Deeish |\n| Tue | 2 | Eeish |\n',
      five,
    ],
    [
      'day and the words of the question',
      twoDays,
      '| Day | Question | Answer |\n|--|--|--|\n| Mon | What is A? | Aaish |\n| Mon | What is B? | Beeish |\n| Mon | What is C? | Ceeish |\n| Tue | What is D? | Deeish |\n| Tue | What is E? | Eeish |\n',
      five,
    ],
    [
      'short days with their numbers',
      twoDays,
      '## Answers\n\n| Q | Answer |\n|---|---|\n| Mon 2 | Beeish |\n| Mon 1 | Aaish |\n| Tue 2 | Eeish |\n| Mon 3 | Ceeish |\n| Tue 1. | Deeish |\n',
      five,
    ],
    [
      'codes of questions',
      twoDays,
      '## Answers\n\n| Code | Answer |\n|---|---|\n| W1 Mon 1 | Aaish |\n| W1 Mon 2 | Beeish |\n| W1 Mon 3 | Ceeish |\n| W1 Tue 1 | Deeish |\n| W1 Tue 2 | Eeish |\n',
      five,
    ],
    [
      'a day that the sheet has not',
      twoDays,
      '## Answers\n\n| Q | Answer |\n|---|---|\n| Mon 1 | Aaish |\n| Thu 2 | Beeish |\n| Tue 2 | Eeish |\n',
      'Aaish|-|-|-|Eeish',
    ],
    [
      'columns of ranges with all answers in a cell',
      `${oneDay.trimEnd()}\n4. What is D?\n\n`,
      '## Answers\n\n| 1–2 | 3–4 |\n|--|--|\n| 1. Aaish<br>2. Beeish | 3. Ceeish<br>4. Deeish |\n',
      'Aaish|Beeish|Ceeish|Deeish',
    ],
    [
      'day no answer',
      twoDays,
      '## Answers\n\n| Day | No. | Answer |\n|---|---|---|\n| Mon | 1 | Aaish |\n| Mon | 2 | Beeish |\n| Mon | 3 | Ceeish |\n| Tue | 1 | Deeish |\n| Tue | 2 | Eeish |\n',
      five,
    ],
    [
      'merged day',
      twoDays,
      '## Answers\n\n| Day | No. | Answer |\n|---|---|---|\n| Monday | 1 | Aaish |\n| | 2 | Beeish |\n| | 3 | Ceeish |\n| Tuesday | 1 | Deeish |\n| | 2 | Eeish |\n',
      five,
    ],
    [
      'day row',
      twoDays,
      '## Answers\n\n| No. | Answer |\n|---|---|\n| **Monday** | |\n| 1 | Aaish |\n| 2 | Beeish |\n| 3 | Ceeish |\n| **Tuesday** | |\n| 1 | Deeish |\n| 2 | Eeish |\n',
      five,
    ],
    [
      'per day under headings',
      twoDays,
      '## Answers\n\n### Monday\n\n| No. | Answer |\n|---|---|\n| 1 | Aaish |\n| 2 | Beeish |\n| 3 | Ceeish |\n\n### Tuesday\n\n| No. | Answer |\n|---|---|\n| 1 | Deeish |\n| 2 | Eeish |\n',
      five,
    ],
    [
      'per day under bold',
      twoDays,
      '## Answers\n\n**Monday**\n\n| No. | Answer |\n|---|---|\n| 1 | Aaish |\n| 2 | Beeish |\n| 3 | Ceeish |\n\n**Tuesday**\n\n| No. | Answer |\n|---|---|\n| 1 | Deeish |\n| 2 | Eeish |\n',
      five,
    ],
    [
      'two tables untitled',
      twoDays,
      '## Answers\n\n| No. | Answer |\n|---|---|\n| 1 | Aaish |\n| 2 | Beeish |\n| 3 | Ceeish |\n\n<!-- -->\n\n| No. | Answer |\n|---|---|\n| 1 | Deeish |\n| 2 | Eeish |\n',
      five,
    ],
    [
      'day+no in one cell',
      twoDays,
      '## Answers\n\n| Question | Answer |\n|---|---|\n| Monday 1 | Aaish |\n| Monday 2 | Beeish |\n| Monday 3 | Ceeish |\n| Tuesday 1 | Deeish |\n| Tuesday 2 | Eeish |\n',
      five,
    ],
    [
      'Mon-1',
      twoDays,
      '## Answers\n\n| Q | A |\n|---|---|\n| Mon-1 | Aaish |\n| Mon-2 | Beeish |\n| Mon-3 | Ceeish |\n| Tue-1 | Deeish |\n| Tue-2 | Eeish |\n',
      five,
    ],
    [
      'code',
      twoDays,
      '## Answers\n\n| Code | Answer |\n|---|---|\n| W3 Mon 1 | Aaish |\n| W3 Mon 2 | Beeish |\n| W3 Mon 3 | Ceeish |\n| W3 Tue 1 | Deeish |\n| W3 Tue 2 | Eeish |\n',
      five,
    ],
    ['numbers in head', oneDay, '## Answers\n\n| 1 | 2 | 3 |\n|---|---|---|\n| Aaish | Beeish | Ceeish |\n', three],
    [
      'numbers in head, label',
      oneDay,
      '## Answers\n\n| Question | 1 | 2 | 3 |\n|---|---|---|---|\n| Answer | Aaish | Beeish | Ceeish |\n',
      three,
    ],
    [
      'day rows, numbers columns',
      twoDays,
      '## Answers\n\n| Day | 1 | 2 | 3 |\n|---|---|---|---|\n| Mon | Aaish | Beeish | Ceeish |\n| Tue | Deeish | Eeish | |\n',
      five,
    ],
    [
      'day columns',
      twoDays,
      '## Answers\n\n| | Monday | Tuesday |\n|---|---|---|\n| 1 | Aaish | Deeish |\n| 2 | Beeish | Eeish |\n| 3 | Ceeish | – |\n',
      five,
    ],
    [
      'day columns no numbers',
      twoDays,
      '## Answers\n\n| Monday | Tuesday |\n|---|---|\n| Aaish | Deeish |\n| Beeish | Eeish |\n| Ceeish | |\n',
      five,
    ],
    [
      'doubled',
      twoDays,
      '## Answers\n\n| No | Answer | No | Answer |\n|---|---|---|---|\n| 1 | Aaish | 4 | Deeish |\n| 2 | Beeish | 5 | Eeish |\n| 3 | Ceeish | | |\n',
      five,
    ],
    [
      'extra cols',
      oneDay,
      '## Answers\n\n| # | Answer | Why | Points |\n|---|---|---|---|\n| 1 | Aaish | becauseish | 2 |\n| 2 | Beeish | | 1 |\n| 3 | Ceeish | soish | 1 |\n',
      'Aaish Why: becauseish|Beeish|Ceeish Why: soish',
    ],
    [
      'question words',
      oneDay,
      '## Answers\n\n| Question | Answer |\n|---|---|\n| What is A? | Aaish |\n| What is B? | Beeish |\n| What is C? | Ceeish |\n',
      three,
    ],
    [
      'no + question',
      oneDay,
      '## Answers\n\n| # | Question | Answer |\n|---|---|---|\n| 1 | What is A? | Aaish |\n| 2 | What is B? | Beeish |\n| 3 | What is C? | Ceeish |\n',
      three,
    ],
    [
      'number with words',
      oneDay,
      '## Answers\n\n| Question | Answer |\n|---|---|\n| 1. What is A? | Aaish |\n| 2. What is B? | Beeish |\n| 3. Topicish | Ceeish |\n',
      'Aaish|Beeish|Topicish Ceeish',
    ],
    ['answer only', oneDay, '## Answers\n\n| Answer |\n|---|\n| Aaish |\n| Beeish |\n| Ceeish |\n', three],
    [
      'Q#',
      oneDay,
      '## Answers\n\n| Q# | Answer | Difficulty |\n|---|---|---|\n| 1 | Aaish | Easy |\n| 2 | Beeish | Easy |\n| 3 | Ceeish | Hard |\n',
      'Aaish Difficulty: Easy|Beeish Difficulty: Easy|Ceeish Difficulty: Hard',
    ],
    [
      'german',
      oneDay,
      '## Lösungen\n\n| Nr. | Lösung | Punkte |\n|---|---|---|\n| 1 | Aaish | 2 |\n| 2 | Beeish | 2 |\n| 3 | Ceeish | 1 |\n',
      three,
    ],
    [
      'inside heading entry',
      oneDay,
      '## Answers\n\n### 1\n\nAaish\n\n| t | Tableish |\n|---|---|\n| a | cellish |\n\n### 2\n\nBeeish\n\n### 3\n\nCeeish',
      'Aaish t Tableish a cellish|Beeish|Ceeish',
    ],
    [
      'truth table in heading entry',
      oneDay,
      '## Answers\n\n### 1\n\nAaish\n\n| in | out |\n|---|---|\n| 0 | zeroish |\n| 1 | oneish |\n\n### 2\n\nBeeish\n\n### 3\n\nCeeish',
      'Aaish in out 0 zeroish 1 oneish|Beeish|Ceeish',
    ],
    [
      'inside list item',
      oneDay,
      '## Answers\n\n1. Aaish\n\n   | in | out |\n   |---|---|\n   | 1 | oneish |\n\n2. Beeish\n3. Ceeish',
      'Aaish in out 1 oneish|Beeish|Ceeish',
    ],
    [
      'behind list item',
      oneDay,
      '## Answers\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n| t | Tableish |\n|---|---|\n| a | cellish |\n',
      'Aaish|Beeish|Ceeish t Tableish a cellish',
    ],
    [
      'html',
      oneDay,
      '## Answers\n\n<table>\n<tr><th>No</th><th>Answer</th></tr>\n<tr><td>1</td><td>Aaish</td></tr>\n<tr><td>2</td><td>Beeish</td></tr>\n<tr><td>3</td><td>Ceeish</td></tr>\n</table>\n',
      three,
    ],
    [
      'in details',
      oneDay,
      '<details><summary>Answers</summary>\n\n| No | Answer |\n|---|---|\n| 1 | Aaish |\n| 2 | Beeish |\n| 3 | Ceeish |\n\n</details>\n',
      three,
    ],
    [
      'scattered order',
      twoDays,
      '## Answers\n\n| Answer | Day | No |\n|---|---|---|\n| Eeish | Tue | 2 |\n| Aaish | Mon | 1 |\n| Ceeish | Mon | 3 |\n| Deeish | Tue | 1 |\n| Beeish | Mon | 2 |\n',
      five,
    ],
  ])('%s', (_, questions, key, expected) => {
    expect(answersOf(questions + key)).toBe(expected)
  })
})

describe('a key of ten in two columns', () => {
  const letters = [...'ABCDEFGHIJ']
  const ten = `# Week 3 recall\n\n## Monday\n\n${letters.map((letter, i) => `${i + 1}. What is ${letter}?`).join('\n')}\n\n## Answers\n\n`
  const rows = (cell: (i: number) => string) => [0, 1, 2, 3, 4].map((i) => `| ${cell(i)} | ${cell(i + 5)} |`).join('\n')

  it.each([
    ['numbered in each cell', `| 1–5 | 6–10 |\n|---|---|\n${rows((i) => `${i + 1}. ${letters[i]}ish`)}\n`],
    ['without heads', `| | |\n|---|---|\n${rows((i) => `${i + 1}. ${letters[i]}ish`)}\n`],
    ['numbered in the head', `| Questions 1–5 | Questions 6–10 |\n|---|---|\n${rows((i) => `${letters[i]}ish`)}\n`],
  ])('%s', (_, table) => {
    expect(answersOf(ten + table)).toBe(letters.map((letter) => `${letter}ish`).join('|'))
  })
})

const T5 =
  '| Day | Question | Answer |\n|---|---|---|\n| Mon | 1 | Aaish |\n| Mon | 2 | Beeish |\n| Mon | 3 | Ceeish |\n| Tue | 1 | Deeish |\n| Tue | 2 | Eeish |\n'

describe('a table without a title is a key', () => {
  it.each([
    ['by its day, number and answer', twoDays, T5, five],
    ['in the first day', oneDay, `${T5}\n## Tuesday\n\n1. What is D?\n2. What is E?\n`, five],
    [
      'by its days and quiz heads',
      twoDays,
      '| Day | Q1 | Q2 | Q3 |\n|---|---|---|---|\n| Mon | Aaish | Beeish | Ceeish |\n| Tue | Deeish | Eeish | |\n',
      five,
    ],
    [
      'by its days and numbers',
      twoDays,
      '| Day | 1 | 2 | 3 |\n|---|---|---|---|\n| Mon | Aaish | Beeish | Ceeish |\n| Tue | Deeish | Eeish | |\n',
      five,
    ],
    [
      'by columns of days',
      twoDays,
      '| | Mon | Tue |\n|---|---|---|\n| 1 | Aaish | Deeish |\n| 2 | Beeish | Eeish |\n| 3 | Ceeish | |\n',
      five,
    ],
    [
      'by its numbers',
      oneDay,
      '---\n\n| # | Answer |\n|---|---|\n| 1 | Aaish |\n| 2 | Beeish |\n| 3 | Ceeish |\n',
      three,
    ],
    [
      'by the questions it repeats',
      oneDay,
      '| Question | Answer |\n|---|---|\n| What is A? | Aaish |\n| What is B? | Beeish |\n| What is C? | Ceeish |\n',
      three,
    ],
    [
      'by the first cell of its row',
      oneDay,
      '| Q | 1 | 2 | 3 |\n|---|---|---|---|\n| Answer | Aaish | Beeish | Ceeish |\n',
      three,
    ],
    [
      'in HTML, by columns of days',
      twoDays,
      '<table><tr><th></th><th>Mon</th><th>Tue</th></tr><tr><td>1</td><td>Aaish</td><td>Deeish</td></tr><tr><td>2</td><td>Beeish</td><td>Eeish</td></tr><tr><td>3</td><td>Ceeish</td><td></td></tr></table>\n',
      five,
    ],
    [
      'in Arabic numbers',
      oneDay,
      '| رقم | الإجابة |\n|---|---|\n| ١ | Aaish |\n| ٢ | Beeish |\n| ٣ | Ceeish |\n',
      three,
    ],
    ['by ranges', oneDay, '| No | Answer |\n|---|---|\n| 1–2 | Bothish |\n| 3 | Ceeish |\n', 'Bothish|Bothish|Ceeish'],
    ['by its letters', oneDay, '| 1 | 2 | 3 |\n|---|---|---|\n| B | C | A |\n', 'B|C|A'],
  ])('%s', (_, questions, key, expected) => {
    expect(answersOf(questions + key)).toBe(expected)
  })

  it.each([
    ['to fill in', '| # | Answer |\n|---|---|\n| 1 | |\n| 2 | |\n| 3 | |\n'],
    ['to fill in, with an example', '| # | Answer |\n|---|---|\n| 1 | a queue |\n| 2 | |\n| 3 | |\n'],
    ['of marks', '| Q | 1 | 2 | 3 |\n|---|---|---|---|\n| Marks | 5 | 5 | 10 |\n'],
    ['of scores', '| Day | Q1 | Q2 |\n|---|---|---|\n| Mon | /5 | /5 |\n| Tue | /5 | /5 |\n'],
    ['of data', '| 1 | 2 | 3 |\n|---|---|---|\n| red | green | blue |\n'],
    ['of terms', '| Term | Meaning |\n|---|---|\n| queue | a line |\n| stack | a pile |\n'],
  ])('and none is one %s', (_, table) => {
    const { sheet } = read(oneDay + table)
    expect(sheet.days[0]?.questions.map(({ answer }) => answer)).toEqual([null, null, null])
    expect(JSON.stringify(sheet.days[0]?.questions[2]?.prompt)).toContain('"table"')
  })
})

describe('the letters of parts', () => {
  const parts =
    '# Week 3 recall\n\n## Monday\n\n1. Think.\n   a) What is A?\n   b) What is B?\n2. What is C?\n\n## Answers\n\n'
  it.each([
    ['behind the number', '| No | Answer |\n|---|---|\n| 1a | Aaish |\n| 1b | Beeish |\n| 2 | Ceeish |\n'],
    ['in brackets', '| No | Answer |\n|---|---|\n| 1(a) | Aaish |\n| 1(b) | Beeish |\n| 2 | Ceeish |\n'],
    ['in a column', '| No | Part | Answer |\n|---|---|---|\n| 1 | a | Aaish |\n| | b | Beeish |\n| 2 | | Ceeish |\n'],
    ['in a cell', '| No | Answer |\n|---|---|\n| 1 | a) Aaish b) Beeish |\n| 2 | Ceeish |\n'],
    ['in the head', '| 1a | 1b | 2 |\n|---|---|---|\n| Aaish | Beeish | Ceeish |\n'],
  ])('%s', (_, table) => {
    expect(answersOf(parts + table)).toBe('a) Aaish b) Beeish|Ceeish')
    expect(read(parts + table).sheet.days[0]?.questions[0]?.parts.map(({ answer }) => answer !== null)).toEqual([
      true,
      true,
    ])
  })
})

describe('points in a key', () => {
  const pointsOf = (text: string) => read(text).sheet.days[0]?.questions.map(({ author }) => author.points)
  const column =
    '## Answers\n\n| No | Answer | Marks |\n|---|---|---|\n| 1 | Aaish | 2 |\n| 2 | Beeish | 2 |\n| 3 | Ceeish | 1 |\n| Total | | 5 |\n'

  it.each([
    ['a column', column],
    [
      'a row',
      '## Answers\n\n| Q | 1 | 2 | 3 |\n|---|---|---|---|\n| Answer | Aaish | Beeish | Ceeish |\n| Marks | 2 | 2 | 1 |\n',
    ],
  ])('are those of the questions: %s', (_, key) => {
    expect(answersOf(oneDay + key)).toBe(three)
    expect(pointsOf(oneDay + key)).toEqual([2, 2, 1])
  })

  it('are summed where its parts have some', () => {
    const text =
      '# Week 3 recall\n\n## Monday\n\n1. Think.\n   a) What is A?\n   b) What is B?\n2. What is C?\n\n## Answers\n\n| Q | Answer | Marks |\n|---|---|---|\n| 1a | Aaish | 2 |\n| 1b | Beeish | 1 |\n| 2 | Ceeish | 4 |\n'
    expect(answersOf(text)).toBe('a) Aaish b) Beeish|Ceeish')
    expect(pointsOf(text)).toEqual([3, 4])
    expect(read(text).codes.join(' ')).not.toContain('key-points')
  })

  it.each([
    ['marks in brackets', '1. Aaish (2 marks)\n2. Beeish [1 pt]\n3. Ceeish\n', three, [2, 1, undefined]],
    [
      'marks one by one, which stay',
      '1. Aaish (1 mark), so (1 mark)\n2. Beeish\n3. Ceeish\n',
      'Aaish (1 mark), so (1 mark)|Beeish|Ceeish',
      [undefined, undefined, undefined],
    ],
  ])('stand behind an answer: %s', (_, key, answers, points) => {
    expect(answersOf(`${oneDay}## Answers\n\n${key}`)).toBe(answers)
    expect(pointsOf(`${oneDay}## Answers\n\n${key}`)).toEqual(points)
  })

  it('give way to those of the question, with a message', () => {
    const text = oneDay.replace('What is A?', 'What is A? {points=3}') + column
    expect(pointsOf(text)).toEqual([3, 2, 1])
    expect(read(text).codes).toContain('key-points 13:1')
  })
})

describe('what fits no question is told', () => {
  const messages = (text: string) =>
    read(text)
      .log.messages.filter(({ code }) => code.startsWith('answer-'))
      .map(({ place, reason }) => `${place?.start.line} ${reason}`)

  it.each([
    [
      'a row too many',
      `${oneDay}## Answers\n\n| No | Answer |\n|---|---|\n| 1 | Aaish |\n| 4 | Foish |\n`,
      'Aaish|-|-',
      ['14 The answer 4, "Foish", belongs to no question, expected at most 3, as the sheet has 3 questions'],
    ],
    [
      'a day too many',
      `${twoDays}## Answers\n\n| Day | No | Answer |\n|---|---|---|\n| Mon | 1 | Aaish |\n| Wed | 1 | Wedish |\n`,
      'Aaish|-|-|-|-',
      ['19 The answer 1, "Wedish", belongs to no question, expected a day of the sheet, which has no Wed'],
    ],
    [
      'a table that is no key',
      `${oneDay}## Answers\n\n| Term | Meaning |\n|---|---|\n| fooish | barish |\n`,
      '-|-|-',
      [
        '11 The answer "Term Meaning fooish barish" belongs to no question, expected a number before it, as the sheet has 3 questions',
      ],
    ],
  ])('%s', (_, text, answers, expected) => {
    expect(answersOf(text)).toBe(answers)
    expect(messages(text)).toEqual(expected)
  })
})
