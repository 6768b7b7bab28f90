/** Keys written as tables: the day first, no number, numbers in the head, a table inside of an answer. */
import { describe, expect, it } from 'vitest'
import { answersOf, five, oneDay, three, twoDays } from './answered.js'
import { read } from './read.js'

describe('a key in a table', () => {
  it.each([
    [
      'day first no head',
      twoDays,
      '## Answers\n\n| Mon | 1 | Aaish |\n|---|---|---|\n| Mon | 2 | Beeish |\n| Mon | 3 | Ceeish |\n| Tue | 1 | Deeish |\n| Tue | 2 | Eeish |\n',
      five,
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
      'Aaish Why: becauseish Points: 2|Beeish Points: 1|Ceeish Why: soish Points: 1',
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
      'Aaish Punkte: 2|Beeish Punkte: 2|Ceeish Punkte: 1',
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
