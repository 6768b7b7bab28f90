/** Keys that no title names: what repeats the numbers of the questions below all of them. */
import { describe, expect, it } from 'vitest'
import { answersOf, five, oneDay, three, twoDays } from '../answered.js'
import { read } from '../read.js'

const list = '1. Aaish\n2. Beeish\n3. Ceeish\n'

describe('a key without a title', () => {
  it.each([
    ['a list behind a rule', oneDay, `---\n\n${list}`, three],
    ['a list that Markdown joins to that of the questions', oneDay, list, three],
    [
      'a list in a turned frame',
      oneDay,
      '<div style="transform: rotate(180deg)">\n\n1. Aaish 2. Beeish 3. Ceeish\n\n</div>\n',
      three,
    ],
    ['a line in white', oneDay, '<span style="color:white">1. Aaish 2. Beeish 3. Ceeish</span>\n', three],
    ['a line', oneDay, '1-B 2-C 3-A\n', 'B|C|A'],
    ['lines of days', twoDays, '---\n\nMonday: 1. Aaish, 2. Beeish, 3. Ceeish\nTuesday: 1. Deeish, 2. Eeish\n', five],
    ['short lines of days', twoDays, '***\n\nMon 1. Aaish 2. Beeish 3. Ceeish\nTue 1. Deeish 2. Eeish\n', five],
    ['days in lines over lists', twoDays, `---\n\nMonday\n\n${list}\nTuesday\n\n1. Deeish\n2. Eeish\n`, five],
    ['days right above and below lists', twoDays, `Monday\n${list}Tuesday\n1. Deeish\n2. Eeish\n`, five],
    ['days in bold over lists', twoDays, `**Monday**\n\n${list}\n**Tuesday**\n\n1. Deeish\n2. Eeish\n`, five],
    ['a label of one answer over all', oneDay, 'Ans: 1.B 2.C 3.A\n', 'B|C|A'],
    ['the same in Spanish', oneDay, 'Resp.: 1-Aaish 2-Beeish 3-Ceeish\n', three],
    ['the same in Swedish', oneDay, 'Rätt svar: 1. Aaish 2. Beeish 3. Ceeish\n', three],
    ['the same in German', oneDay, 'Lsg.: 1. Aaish 2. Beeish 3. Ceeish\n', three],
    ['a table without heads', oneDay, '| | |\n|--|--|\n| 1 | Aaish |\n| 2 | Beeish |\n| 3 | Ceeish |\n', three],
    ['days that come again', twoDays, `---\n\n## Monday\n\n${list}\n## Tuesday\n\n1. Deeish\n2. Eeish\n`, five],
    [
      'a table of days',
      twoDays,
      '| Mon | Tue |\n|--|--|\n| 1. Aaish<br>2. Beeish<br>3. Ceeish | 1. Deeish<br>2. Eeish |\n',
      five,
    ],
    ['a heading', oneDay, '###### 1. Aaish 2. Beeish 3. Ceeish\n', three],
    ['small print', oneDay, '<p align="right"><small>1. Aaish · 2. Beeish · 3. Ceeish</small></p>\n', three],
    ['a tick', oneDay, '✅ 1. Aaish 2. Beeish 3. Ceeish\n', three],
    ['a check', oneDay, 'Check: 1 Aaish, 2 Beeish, 3 Ceeish\n', three],
    ['results', oneDay, `## Results\n\n${list}`, three],
    ['a look back', oneDay, `### How did you do?\n\n${list}`, three],
    ['a question to oneself', oneDay, `**Did you get it right?**\n\n${list}`, three],
  ])('is read and told: %s', (_, questions, key, expected) => {
    expect(answersOf(questions + key)).toBe(expected)
    expect(read(questions + key).codes.join(' ')).toContain('answers-unlabelled')
  })

  it.each([
    ['asks', '---\n\n1. Why A?\n2. Why B?\n3. Why C?\n', 6],
    ['tells what to do', '---\n\n1. Explain A.\n2. Compare B.\n3. Draw C.\n', 6],
    ['is longer', '---\n\n1. red\n2. green\n3. blue\n4. white\n', 7],
    ['has a label', 'Terms:\n\n1. red\n2. green\n3. blue\n', 6],
  ])('is none when it %s', (_, below, count) => {
    const { sheet } = read(oneDay + below)
    expect(sheet.days[0]?.questions.length).toBe(count)
    expect(sheet.days[0]?.questions.every(({ answer }) => answer === null)).toBe(true)
  })

  it('is none when the last question announces it', () => {
    const { sheet } = read(`${oneDay.replace('What is C?', 'Put these in order.')}---\n\n${list}`)
    expect(sheet.days[0]?.questions.some(({ answer }) => answer !== null)).toBe(false)
  })

  it.each([
    ['asks for several', 'Name three gases.', 'Answer: 1. neon 2. argon 3. xenon\n'],
    ['has a table to match', 'Match the numbers.', '| | |\n|--|--|\n| 1 | red |\n| 2 | blue |\n| 3 | white |\n'],
  ])('is none when the last question %s', (_, asked, below) => {
    const { sheet } = read(oneDay.replace('What is C?', asked) + below)
    const [first, second] = sheet.days[0]?.questions ?? []
    expect([first?.answer, second?.answer]).toEqual([null, null])
  })

  it('is none in a box that everybody sees', () => {
    const { sheet, codes } = read(`${oneDay}::: {.callout-warning}\n\nBe careful.\n\n:::\n`)
    expect(sheet.days[0]?.questions.every(({ answer }) => answer === null)).toBe(true)
    expect(codes.join(' ')).not.toContain('answer-printed')
  })

  it('is none as a day that follows itself', () => {
    expect(read(`${oneDay}## Monday\n\n1. Red\n2. Green\n3. Blue\n`).sheet.days.length).toBe(2)
  })

  it('is none as the plan of a week', () => {
    expect(answersOf(`${twoDays}Monday: read. Tuesday: write.\n`)).toBe('-|-|-|-|-')
  })
})

describe('a key in an odd place', () => {
  it.each([
    ['the last item', '4. Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n'],
    ['a bullet', '- Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n'],
    ['a bullet with a list', '- Answers\n  1. Aaish\n  2. Beeish\n  3. Ceeish\n'],
    ['a heading', '### Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n'],
    ['a heading of the sheet', '## Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n'],
    ['an underlined line', 'Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n---\n'],
    ['the last question', `   **Answers**\n\n   ${list.replaceAll('\n', '\n   ')}`],
    [
      'the last question, as a table',
      '   | # | Answer |\n   |---|---|\n   | 1 | Aaish |\n   | 2 | Beeish |\n   | 3 | Ceeish |\n',
    ],
    ['the last question, as a note', '   > [!NOTE]\n   > Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n'],
    ['the last question, as HTML', '   <h3>Answers</h3>\n   <ol><li>Aaish<li>Beeish<li>Ceeish</ol>\n'],
    [
      'the last question, folded',
      `   <details><summary>Answers</summary>\n\n   ${list.replaceAll('\n', '\n   ')}\n   </details>\n`,
    ],
    ['code', '```\nAnswers: 1 Aaish 2 Beeish 3 Ceeish\n```\n'],
    ['comments of code', '```python\n# Answers\n# 1. Aaish\n# 2. Beeish\n# 3. Ceeish\n```\n'],
    ['a fence of MyST', `\`\`\`{admonition} Answers\n${list}\`\`\`\n`],
    ['a directive of MyST', `:::{admonition} Answers\n:class: dropdown\n${list}:::\n`],
    ['a fold of MkDocs', '??? note "Show"\n    1. Aaish\n    2. Beeish\n    3. Ceeish\n'],
    ['a box of MkDocs', '!!! success "Answers"\n    1. Aaish\n    2. Beeish\n    3. Ceeish\n'],
    ['a fence of a forum', `\`\`\`spoiler Answers\n${list}\`\`\`\n`],
    [
      'a fold in a quote',
      '> <details><summary>Answers</summary>\n>\n> 1. Aaish\n> 2. Beeish\n> 3. Ceeish\n>\n> </details>\n',
    ],
    ['a callout in another', '> [!note] Monday\n> > [!success]- Answers\n> > 1. Aaish\n> > 2. Beeish\n> > 3. Ceeish\n'],
    ['a column of callouts', '> [!multi-column]\n> > [!note] Answers\n> > 1. Aaish\n> > 2. Beeish\n> > 3. Ceeish\n'],
    ['an aside', '<aside class="notes">\nAnswers: 1. Aaish 2. Beeish 3. Ceeish\n</aside>\n'],
    ['a box to write in', '<textarea>Answers: 1 Aaish, 2 Beeish, 3 Ceeish</textarea>\n'],
    [
      'questions and answers',
      '## Answers\n\nQ: What is A?\nA: Aaish\n\nQ: What is B?\nA: Beeish\n\nQ: What is C?\nA: Ceeish\n',
    ],
    ['braces', '{Answers: 1. Aaish 2. Beeish 3. Ceeish}\n'],
    ['a line without a colon', 'Answers 1. Aaish 2. Beeish 3. Ceeish\n'],
    ['a line with a dash', 'Key — 1-Aaish, 2-Beeish, 3-Ceeish\n'],
    ['a line with a key', '🔑 1 Aaish 2 Beeish 3 Ceeish\n'],
    ['lines below a title', '**Answers**\n1 Aaish\n2 Beeish\n3 Ceeish\n'],
    ['circled numbers', '答え ① Aaish ② Beeish ③ Ceeish\n'],
    ['wide blanks', '解答：1 Aaish　2 Beeish　3 Ceeish\n'],
    ['a list in a fold that is never closed', `<details><summary>Answers</summary>\n\n${list}`],
    ['text as it is typed', '<pre>\nAnswers\n1. Aaish\n2. Beeish\n3. Ceeish\n</pre>\n'],
    ['a quote', '> **Answers** 1 Aaish, 2 Beeish, 3 Ceeish\n'],
    ['a line of LaTeX', '\\textbf{Answers:} 1. Aaish 2. Beeish 3. Ceeish\n'],
    ['a turned line of LaTeX', '\\rotatebox{180}{Answers: 1 Aaish 2 Beeish 3 Ceeish}\n'],
    ['a hint of GitBook', '{% hint style="success" %}\nAnswers: 1 Aaish, 2 Beeish, 3 Ceeish\n{% endhint %}\n'],
    ['a comment of Obsidian', '%% Answers: 1 Aaish, 2 Beeish, 3 Ceeish %%\n'],
    ['a callout of Quarto', `::: {.callout-note collapse="true"}\n## Answers\n\n${list}:::\n`],
    ['a titled callout of Quarto', `::: {.callout-note collapse="true" title="Solutions"}\n\n${list}\n:::\n`],
    ['a copy for the teacher', `# Teacher copy\n\n## Monday\n\n${list}`],
    ['a fence called key', '```key\n1. Aaish\n2. Beeish\n3. Ceeish\n```\n'],
    ['a fence of lines', '```answers\nAaish\nBeeish\nCeeish\n```\n'],
    ['one column', '| Answers |\n|--|\n| Aaish |\n| Beeish |\n| Ceeish |\n'],
    ['one cell', '| Answers |\n|--|\n| 1. Aaish 2. Beeish 3. Ceeish |\n'],
    ['one row', '| Answers: | Aaish | Beeish | Ceeish |\n|--|--|--|--|\n'],
    ['Arabic answers by letter', 'ج١: Aaish\nج٢: Beeish\nج٣: Ceeish\n'],
    ['French answers by letter', 'R1 : Aaish\nR2 : Beeish\nR3 : Ceeish\n'],
    ['full-width numbers', '〔答〕１．Aaish　２．Beeish　３．Ceeish\n'],
    ['Arabic numbers with dashes', 'الإجابات:\n١- Aaish\n٢- Beeish\n٣- Ceeish\n'],
    ['right to left', '\u202eAnswers: 1 Aaish 2 Beeish 3 Ceeish\u202c\n'],
    ['where to look', '(Answers upside-down at the bottom) 1. Aaish 2. Beeish 3. Ceeish\n'],
    ['how to look', '*Turn the page upside down for the answers:* 1 Aaish 2 Beeish 3 Ceeish\n'],
    ['Arabic numbers', 'الإجابات: ١ Aaish، ٢ Beeish، ٣ Ceeish\n'],
  ])('%s', (_, key) => {
    expect(answersOf(oneDay + key)).toBe(three)
  })

  it('above the questions, where Markdown joins both lists', () => {
    expect(
      answersOf(
        `# Week 3 recall\n\n## Monday\n\n**Answers**\n\n${list}\n1. What is A?\n2. What is B?\n3. What is C?\n`,
      ),
    ).toBe(three)
  })

  it('in stretches between the questions of a day', () => {
    expect(
      answersOf(
        '# Week 3 recall\n\n## Monday\n\n1. What is A?\n2. What is B?\n\n**Answers** 1. Aaish 2. Beeish\n\n3. What is C?\n4. What is D?\n\n**Answers** 3. Ceeish 4. Deeish\n',
      ),
    ).toBe('Aaish|Beeish|Ceeish|Deeish')
  })

  it('of footnotes, which questions may call', () => {
    expect(
      answersOf(
        '# Week 3 recall\n\n## Monday\n\n1. What is A?[^1]\n2. What is B?\n\n## Answers\n\n[^1]: Aaish\n[^2]: Beeish\n',
      ),
    ).toBe('Aaish|Beeish')
  })

  it('of a sheet without days', () => {
    expect(answersOf(`# Week 3 recall\n\n1. What is A?\n2. What is B?\n3. What is C?\n\n## Answers\n\n${list}`)).toBe(
      three,
    )
  })

  it('below headings that ask', () => {
    const headings =
      '# Week 3 recall\n\n## Monday\n\n### Q1. What is A?\n\n### Q2. What is B?\n\n### Q3. What is C?\n\n'
    expect(answersOf(`${headings}**Answers**\n\n${list}`)).toBe(three)
  })

  it.each([
    ['a picture', '![Answer key for Monday: Aaish, Beeish, Ceeish](key.png)\n', 9],
    ['a picture in HTML', '<img src="key.png" alt="Answers: 1 Aaish 2 Beeish 3 Ceeish">\n', 9],
    ['a picture in the last item', '   ![Answer key: Aaish](key.png)\n', 9],
    ['a line upside down', 'ɥsᴉǝǝɔ Ɛ ɥsᴉǝǝq ᄅ ɥsᴉɐɐ Ɩ :sɹǝʍsu∀\n', 9],
    ['a line backwards', 'hsieeC .3 hsieeB .2 hsiaA .1 :srewsnA\n', 9],
    ['a list of last week', `## Answers to last week\n\n${list}`, 11],
    ['a list of week 2', `## Answers to week 2\n\n${list}`, 11],
  ])('%s is left out and told', (_, key, line) => {
    expect(answersOf(oneDay + key)).toBe('-|-|-')
    const { codes, sheet } = read(oneDay + key)
    expect(codes.filter((code) => code.startsWith('answer-unmatched'))[0]).toMatch(
      new RegExp(`^answer-unmatched ${line}:`),
    )
    expect(JSON.stringify(sheet.days)).not.toMatch(/key\.png|ɹǝʍsu|srewsn/)
  })

  it.each([
    ['a heading', `### Yesterday's answers\n\n${list}\n### Today\n\n`],
    ['a line', "Yesterday's answers: 1 Aaish, 2 Beeish, 3 Ceeish\n\n"],
    ['a line of Monday', 'Answers for Monday: 1 Aaish, 2 Beeish, 3 Ceeish\n\n'],
  ])('the answers of the day before, above the questions of a day: %s', (_, key) => {
    expect(answersOf(`${oneDay}## Tuesday\n\n${key}1. What is D?\n2. What is E?\n`)).toBe(`${three}|-|-`)
  })

  it('a fold a day', () => {
    const folds = `<details><summary>Monday</summary>\n\n${list}\n</details>\n\n<details><summary>Tuesday</summary>\n\n1. Deeish\n2. Eeish\n\n</details>\n`
    expect(answersOf(twoDays + folds)).toBe(five)
  })

  it('a title that names the key is not said to be none', () => {
    expect(read(`${oneDay}## Answers for Monday\n\n${list}`).codes.join(' ')).not.toContain('answers-unlabelled')
  })

  it('a picture of a key is left out and told', () => {
    const { codes } = read(`${oneDay}![Answers: 1 Aaish, 2 Beeish](key.png)\n`)
    expect(answersOf(`${oneDay}![Answers: 1 Aaish, 2 Beeish](key.png)\n`)).toBe('-|-|-')
    expect(codes).toContain('answer-unmatched 9:1')
  })

  it('a picture of a key that opens doors is none', () => {
    expect(read(`${oneDay}![A key](key.png)\n`).codes.join(' ')).not.toContain('answer-unmatched')
  })
})

describe('a key of days with one question each', () => {
  const text = '# Week 3 recall\n\n## Monday\n\n1. What is A?\n\n## Tuesday\n\n1. What is B?\n\n'
  it.each([
    ['table', '| Day | Answer |\n|---|---|\n| Mon | Aaish |\n| Tue | Beeish |\n'],
    ['line', 'Answers: Mon: Aaish; Tue: Beeish\n'],
  ])('%s', (_, key) => {
    expect(answersOf(text + key)).toBe('Aaish|Beeish')
  })

  it.each(['Answers: Beeish', '**Facit:** Beeish', 'Lösungen: Beeish'])(
    'that names none is the answer of its question: %s',
    (key) => {
      expect(answersOf(`${text}${key}\n`)).toBe('-|Beeish')
    },
  )
})

it.each(['# Appendix: Answers', '# Answer Key', '# Anhang: Lösungen'])(
  'days below "%s" are those of the key',
  (title) => {
    expect(answersOf(`${twoDays}${title}\n\n## Monday\n\n${list}\n## Tuesday\n\n1. Deeish\n2. Eeish\n`)).toBe(five)
  },
)

it('a day may stand before the title in Japanese', () => {
  expect(
    answersOf(`# 第3週\n\n## 月曜日\n\n1. Aとは何か。\n2. Bとは何か。\n3. Cとは何か。\n\n## 月曜日の解答\n\n${list}`),
  ).toBe(three)
})
