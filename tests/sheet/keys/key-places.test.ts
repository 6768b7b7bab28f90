/** Where keys stand and what they are called: titles, frames, folds, keys above the questions, keys that repeat these. */
import { describe, expect, it } from 'vitest'
import { answersOf, five, oneDay, three, twoDays } from '../answered.js'
import { read } from '../read.js'

describe('the title of a key', () => {
  it.each([
    '## Quiz Answers',
    '## Answers and Explanations',
    '## Answers (don’t peek!)',
    '## ✅ Answers & Explanations — Week 2: Config',
    '## Week 3 answers',
    '## Monday answers',
    '## Monday’s answers',
    '## Answers: Monday',
    '## Marking guide',
    '## Mark scheme',
    '## Teacher’s key',
    '## Self-check answers',
    '## Answer Key and Look-Fors',
    '## Suggested answers',
    '## ANSWER KEY',
    '## Answers (for teachers)',
    '## 🔑 Key',
    '## Key',
    '## Lösungen zu Montag',
    '## Musterlösungen',
    '## Clave de respuestas',
    '## Antwoordmodel',
    '## Klucz odpowiedzi',
    '## Ключ',
    '## Facit',
    '## Answers, Monday',
    '## Answers / Solutions',
    '## Possible answers',
    '## Model answers',
    '## Solution key',
    '## Solutions',
    '## Solution',
    '## Answer',
    '## The answers',
    '## Here are the answers',
    '## Correct answers',
    '## Correct responses',
    '## Expected answers',
    '## Sample responses',
    '## Check your answers',
    '## Check your work',
    '## Spoilers: answers',
    '## Answers below',
    '## Answers at the end',
    '# ANSWERS',
    '**ANSWERS**',
    'ANSWERS',
    'Answers:',
    '*Answers*',
    '***Answers***',
    '<b>Answers</b>',
    '<h2>Answers</h2>',
    '<u>Answers</u>',
    '__Answer key__',
    '== Answers ==',
    '--- Answers ---',
    'Answers\n-------',
    'Answers\n=======',
    '> Answers',
    '- Answers',
  ])('%s', (title) => {
    expect(answersOf(`${oneDay}${title}\n\n1. Aaish\n2. Beeish\n3. Ceeish\n`)).toBe(three)
  })

  it.each(['## Short answers', '## Solutions', '### Key terms', '## Check your work'])(
    'is none over a list that asks: %s',
    (title) => {
      const { sheet } = read(
        `${oneDay}${title}\n\n1. Define the first term.\n2. What is E?\n3. Explain the last one.\n`,
      )
      expect(sheet.days.flatMap((day) => day.questions).length).toBe(6)
    },
  )

  it('that says only to check is told, and needs as many answers as there are questions', () => {
    const key = (answers: string) => read(`${oneDay}### Check yourself\n\n${answers}`)
    expect(key('1. Aaish\n2. Beeish\n3. Ceeish\n').codes).toContain('answers-unlabelled 9:1')
    expect(key('1. Aaish\n2. Beeish\n').sheet.days[0]?.questions.length).toBe(5)
  })
})

describe('a key', () => {
  it.each([
    ['hr bold Lösung', oneDay, '---\n\n**Lösung:**\n\n1. Aaish\n2. Beeish\n3. Ceeish\n', three],
    ['Check yourself list', oneDay, '### Check yourself\n\n1. Aaish\n2. Beeish\n3. Ceeish\n', three],
    ['fence answers', oneDay, '```answers\n1. Aaish\n2. Beeish\n3. Ceeish\n```\n', three],
    ['fence key in list', oneDay, '```text\nAnswers\n1. Aaish\n2. Beeish\n3. Ceeish\n```\n', three],
    ['directive', oneDay, '::: answers\n1. Aaish\n2. Beeish\n3. Ceeish\n:::\n', three],
    ['directive key', oneDay, ':::{.answer-key}\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n:::\n', three],
    ['div', oneDay, '<div class="answers">\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n</div>\n', three],
    ['div hidden', oneDay, '<div style="display:none">\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n</div>\n', three],
    ['details no summary', oneDay, '<details>\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n</details>\n', three],
    [
      'details Show',
      oneDay,
      '<details>\n<summary>Show</summary>\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n</details>\n',
      three,
    ],
    [
      'details Click for answers',
      oneDay,
      '<details>\n<summary>Click here for the answers</summary>\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n</details>\n',
      three,
    ],
    ['small upside down', oneDay, '<sub>Answers: 1. Aaish 2. Beeish 3. Ceeish</sub>\n', three],
    ['italics paren', oneDay, '*(Answers: 1. Aaish, 2. Beeish, 3. Ceeish)*\n', three],
    ['paren', oneDay, '(Answers: 1. Aaish, 2. Beeish, 3. Ceeish)\n', three],
    ['bold then text', oneDay, '**Answers:** 1. Aaish **2.** Beeish **3.** Ceeish\n', three],
    ['footnote', oneDay, 'Key.[^k]\n\n[^k]: 1. Aaish 2. Beeish 3. Ceeish\n', three],
    ['answers to 1-3', oneDay, '**Answers to 1–3:** Aaish; Beeish; Ceeish\n', three],
    ['answer per line label', oneDay, 'Answer 1: Aaish\nAnswer 2: Beeish\nAnswer 3: Ceeish\n', three],
    ['answer per para label', oneDay, '**Answer 1:** Aaish\n\n**Answer 2:** Beeish\n\n**Answer 3:** Ceeish\n', three],
    ['A1 A2 lines', oneDay, 'A1: Aaish\nA2: Beeish\nA3: Ceeish\n', three],
    ['A1 A2 paras', oneDay, 'A1. Aaish\n\nA2. Beeish\n\nA3. Ceeish\n', three],
    ['headings Answer 1', oneDay, '### Answer 1\n\nAaish\n\n### Answer 2\n\nBeeish\n\n### Answer 3\n\nCeeish\n', three],
    [
      'headings Solution to Question 1',
      oneDay,
      '### Solution to Question 1\n\nAaish\n\n### Solution to Question 2\n\nBeeish\n\n### Solution to Question 3\n\nCeeish\n',
      three,
    ],
    [
      'restated with options',
      oneDay,
      '## Quiz Answers and Explanations\n\n1. **What is A?**\n   - **A**: oneish\n   - **Answer**: Aaish\n\n2. **What is B?**\n   - **Answer**: Beeish\n\n3. **What is C?**\n   - **Answer**: Ceeish\n',
      'A: oneish Answer: Aaish|Answer: Beeish|Answer: Ceeish',
    ],
    [
      'restated asking only nested',
      oneDay,
      '## Answers\n\n1. What is A?\n   Aaish\n2. What is B?\n   Beeish\n3. What is C?\n   Ceeish\n',
      three,
    ],
    [
      'restated asking nested bullets',
      oneDay,
      '## Answers\n\n1. What is A?\n   - Aaish\n2. What is B?\n   - Beeish\n3. What is C?\n   - Ceeish\n',
      three,
    ],
    [
      'restated bold asking',
      oneDay,
      '## Answers\n\n**1. What is A?**\n\nAaish\n\n**2. What is B?**\n\nBeeish\n\n**3. What is C?**\n\nCeeish\n',
      three,
    ],
    [
      'by day setext',
      twoDays,
      '# Answers\n\nMonday\n------\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\nTuesday\n-------\n\n1. Deeish\n2. Eeish\n',
      five,
    ],
    [
      'days reverse',
      twoDays,
      '## Answers\n\n### Tuesday\n\n1. Deeish\n2. Eeish\n\n### Monday\n\n1. Aaish\n2. Beeish\n3. Ceeish\n',
      five,
    ],
    [
      'details days in key details',
      twoDays,
      '<details><summary>Answer key</summary>\n\n### Monday\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n### Tuesday\n\n1. Deeish\n2. Eeish\n\n</details>\n',
      five,
    ],
    [
      'details days inside',
      twoDays,
      '<details><summary>Answer key</summary>\n\n**Monday:** 1. Aaish; 2. Beeish; 3. Ceeish\n\n**Tuesday:** 1. Deeish; 2. Eeish\n\n</details>\n',
      five,
    ],
    [
      '2nd table other',
      oneDay,
      '## Answers\n\n| No | Answer |\n|---|---|\n| 1 | Aaish |\n| 2 | Beeish |\n| 3 | Ceeish |\n\n## Scoring Guide\n\n| Score | Rating |\n|---|---|\n| 9-10 | Expert |\n',
      three,
    ],
    ['key with points', oneDay, '## Answers\n\n1. Aaish (2 points)\n2. Beeish (1 point)\n3. Ceeish (1 point)\n', three],
    [
      'key with see',
      oneDay,
      '## Answers\n\n1. Aaish (see notes.md §1)\n2. Beeish. See notes.md §2.\n3. Ceeish\n',
      'Aaish (see notes.md §1)|Beeish. See notes.md §2.|Ceeish',
    ],
    ['multi letters', oneDay, 'Answers: 1-A, 2-BD, 3-A,C\n', 'A|BD|A,C'],
    ['and', oneDay, '## Answers\n\n1 and 2: Aaish. 3: Ceeish\n', 'Aaish.|Aaish.|Ceeish'],
    ['range same', oneDay, '## Answers\n\n1–2: Bothish\n3: Ceeish\n', 'Bothish|Bothish|Ceeish'],
    ['dash list', oneDay, '## Answers\n\n– Aaish\n– Beeish\n– Ceeish\n', three],
    ['plain lines', oneDay, '## Answers\n\nAaish\nBeeish\nCeeish\n', three],
    ['tabs', oneDay, '## Answers\n\n1	Aaish\n2	Beeish\n3	Ceeish\n', three],
    ['romans', oneDay, '## Answers\n\nI. Aaish\nII. Beeish\nIII. Ceeish\n', three],
    [
      'words first',
      oneDay,
      '## Answers\n\nFirst: Aaish\nSecond: Beeish\nThird: Ceeish\n',
      'First: Aaish|Second: Beeish|Third: Ceeish',
    ],
    [
      'Question one',
      oneDay,
      '## Answers\n\nQuestion one: Aaish\nQuestion two: Beeish\nQuestion three: Ceeish\n',
      'Question one: Aaish|Question two: Beeish|Question three: Ceeish',
    ],
    ['nested numbers bullets', oneDay, '## Answers\n\n- **1.** Aaish\n- **2.** Beeish\n- **3.** Ceeish\n', three],
    ['task list', oneDay, '## Answers\n\n- [x] Aaish\n- [x] Beeish\n- [x] Ceeish\n', three],
    [
      'two cols',
      twoDays,
      '## Answers\n\n| Monday | | Tuesday | |\n|---|---|---|---|\n| 1 | Aaish | 1 | Deeish |\n| 2 | Beeish | 2 | Eeish |\n| 3 | Ceeish | | |\n',
      five,
    ],
    [
      'two cols answers',
      twoDays,
      '## Answers\n\n| Monday | Answer | Tuesday | Answer |\n|---|---|---|---|\n| 1 | Aaish | 1 | Deeish |\n| 2 | Beeish | 2 | Eeish |\n| 3 | Ceeish | | |\n',
      five,
    ],
    ['T1', twoDays, '## Answers\n\nM1 Aaish, M2 Beeish, M3 Ceeish, T1 Deeish, T2 Eeish\n', five],
    [
      'Mon: in table row list',
      twoDays,
      '## Answers\n\n| Day | Answers |\n|---|---|\n| Monday | 1. Aaish 2. Beeish 3. Ceeish |\n| Tuesday | 1. Deeish 2. Eeish |\n',
      five,
    ],
    [
      'Day answers comma',
      twoDays,
      '## Answers\n\n| Day | Answers |\n|---|---|\n| Monday | Aaish, Beeish, Ceeish |\n| Tuesday | Deeish, Eeish |\n',
      five,
    ],
    [
      'br in cells',
      twoDays,
      '## Answers\n\n| Monday | Tuesday |\n|---|---|\n| 1. Aaish<br>2. Beeish<br>3. Ceeish | 1. Deeish<br>2. Eeish |\n',
      five,
    ],
  ])('%s', (_, questions, key, expected) => {
    expect(answersOf(questions + key)).toBe(expected)
  })
})

describe('a key in a sheet with', () => {
  it.each([
    [
      'details per day',
      '# Week 3 recall\n\n## Monday\n\n1. What is A?\n2. What is B?\n\n<details><summary>Monday answers</summary>\n\n1. Aaish\n2. Beeish\n\n</details>\n\n## Tuesday\n\n1. What is C?\n2. What is D?\n\n<details><summary>Tuesday answers</summary>\n\n1. Ceeish\n2. Deeish\n\n</details>\n',
      'Aaish|Beeish|Ceeish|Deeish',
    ],
    [
      'key intro table',
      '# Week 3 recall\n\n## Answers\n\n| Day | No | Answer |\n|---|---|---|\n| Mon | 1 | Aaish |\n| Mon | 2 | Beeish |\n\n## Monday\n\n1. What is A?\n2. What is B?\n',
      'Aaish|Beeish',
    ],
    [
      'key intro lines',
      '# Week 3 recall\n\nAnswers: Monday: 1. Aaish; 2. Beeish. Tuesday: 1. Ceeish\n\n## Monday\n\n1. What is A?\n2. What is B?\n\n## Tuesday\n\n1. What is C?\n',
      'Aaish|Beeish.|Ceeish',
    ],
    [
      'key after each day table',
      '# Week 3 recall\n\n## Monday\n\n1. What is A?\n2. What is B?\n\n**Answers**\n\n| 1 | Aaish |\n|---|---|\n| 2 | Beeish |\n\n## Tuesday\n\n1. What is C?\n2. What is D?\n\n**Answers**\n\n| 1 | Ceeish |\n|---|---|\n| 2 | Deeish |\n',
      'Aaish|Beeish|Ceeish|Deeish',
    ],
  ])('%s', (_, text, expected) => {
    expect(answersOf(text)).toBe(expected)
  })
})

describe('a key of all days below the one question of the last', () => {
  const asked = '# Week 3 recall\n\n## Monday\n\n1. What is A?\n2. What is B?\n\n## Tuesday\n\n1. What is C?\n\n'
  const fold = (words: string) => `<details>\n<summary>Answer key</summary>\n\n${words}\n</details>\n`
  const quote = (words: string) => words.replace(/^/gm, '> ')
  const days = '**Monday**\n\n1. Aaish.\n2. Beeish.\n\n**Tuesday**\n\n1. Ceeish.\n'

  it.each([
    ['folded', fold(days)],
    ['folded, in lines', fold('Monday\n1. Aaish.\n2. Beeish.\n\nTuesday\n1. Ceeish.\n')],
    ['folded, a day a line', fold('Mon: 1. Aaish. 2. Beeish.\n\nTue: 1. Ceeish.\n')],
    ['quoted', quote(`**Answer key**\n\n${days}`)],
    ['in a callout', quote(`[!answer]- Answer key\n${days}`)],
  ])('%s', (_, key) => {
    expect(answersOf(asked + key)).toBe('Aaish.|Beeish.|Ceeish.')
  })

  it('is that of the question where it names no day', () => {
    expect(answersOf(asked + fold('1. Ceeish.\n2. Deeish.\n'))).toBe('-|-|Answer key Ceeish. Deeish.')
  })
})
