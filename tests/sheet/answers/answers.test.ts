import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainBlocks } from '../../../src/text/rich.js'
import { cpuTime } from '../../cpu-time.js'
import { read, readQuestion } from '../read.js'

const parted = (body: string) =>
  read(`# Week 1\n\n## Monday\n\n${body}\n`).sheet.days.flatMap((day) =>
    day.questions.map((q) => [plainBlocks(q.prompt), q.answer && plainBlocks(q.answer)]),
  )

it('takes the verdict off a statement that is true or false', () => {
  expect(
    parted(
      '1. True or false: ice floats. **True**\n2. True / False: Harold died at Hastings. TRUE\n3. Water is wet. True or false? ✓ True\n4. T/F: lead floats. (False: it sinks)\n5. True or false: "x is false" is true.\n6. True or false?',
    ),
  ).toEqual([
    ['True or false: ice floats.', 'True'],
    ['True / False: Harold died at Hastings.', 'TRUE'],
    ['Water is wet. True or false?', 'True'],
    ['T/F: lead floats.', 'False: it sinks'],
    ['True or false: "x is false" is true.', null],
    ['True or false?', null],
  ])
  expect(parted('1. What is an oath? (Ans. a promise)\n2. What is a vow? Ans. one too')).toEqual([
    ['What is an oath?', 'a promise'],
    ['What is a vow?', 'one too'],
  ])
  expect(parted('1. True or false: the sun is a star. (True)\n2. True or false (say why): so?')).toEqual([
    ['True or false: the sun is a star.', 'True'],
    ['True or false (say why): so?', null],
  ])
})

it.each([
  ['¿Verdadero o falso? La célula es viva.', '(F)', 'Verdadero/Falso'],
  ['Verdadero o falso: la célula es viva.', '(V)', 'Verdadero/Falso'],
  ['¿Verdadera o falsa? La célula es viva.', '(falsa)', 'Verdadero/Falso'],
  ['Cierto o falso: llueve.', '(C)', 'Cierto/Falso'],
  ['V o F: llueve.', 'V', 'V/F'],
  ['Llueve. (V/F)', 'V', 'V/F'],
  ['Richtig oder falsch? Viren leben.', '(R)', 'Richtig/Falsch'],
  ['Wahr oder falsch? Viren leben.', '(w)', 'Richtig/Falsch'],
  ['R/F: Viren leben.', '(falsch)', 'R/F'],
  ['Vrai ou faux ? Il pleut.', '(V)', 'Vrai/Faux'],
  ['Vero o falso: piove.', '(V)', 'Vero/Falso'],
  ['Verdadeiro ou falso: chove.', '(V)', 'Verdadeiro/Falso'],
  ['Waar of niet waar: het regent.', '(onwaar)', 'Waar/Niet waar'],
  ['True or false: it rains.', '(T)', 'True/False'],
])('takes the verdict of each language: %s %s', (asked, verdict, offer) => {
  const { question } = readQuestion(`${asked} ${verdict}`)
  const words = [question.prompt, question.answer ?? []].map((blocks) => plainBlocks(blocks))
  expect(words).toEqual([asked, verdict.replace(/[()]/g, '')])
  expect(question.task).toMatchObject({ kind: 'choose', offer: offer.split('/') })
})

it.each(['True or false: it has a volt. (V)', 'Berechne die Leistung. (W)', 'Find the ratio: V/F'])(
  'leaves %s',
  (asked) => expect(parted(`1. ${asked}\n2. How?`)[0]).toEqual([asked, null]),
)

it.each([
  'What is the answer: yes or no?',
  'Give the model answer – then criticise it.',
  'Write a rubric: three rows, two columns.',
  'Is the answer = 4 right?',
])('leaves what only speaks of an answer: %s', (question) => {
  expect(parted(`1. ${question}\n2. How?`)[0]).toEqual([question, null])
})

describe('answers are parted from prompts', () => {
  it.each([
    ['a line', '1. Why?\n   Answer: so'],
    ['a paragraph', '1. Why?\n\n   Answer: so'],
    ['a paragraph of the day', '1. Why?\n\nAnswer: so'],
    ['a bold label', '1. Why?\n\n   **Answer:** so'],
    ['a bold label with its colon outside', '1. Why?\n   **Answer**: so'],
    ['a label in italics', '1. Why?\n   *Solution: so*'],
    ['one line', '1. Why? **A:** so'],
    ['one plain line', '1. Why? Answer: so'],
    ['a short label', '1. Why?\n   A: so'],
    ['a hard break', '1. Why?<br>**Answer:** so'],
    ['another language', '1. Why?\n   Antwort: so'],
    ['Japanese', '1. Why?\n   答え：so'],
    ['Russian', '1. Why?\n\n   **Ответ:** so'],
    ['a quote', '1. Why?\n\n   > A. so'],
    ['a quote of the day', '1. Why?\n\n> **Answer:** so'],
    ['a callout', '1. Why?\n\n   > [!answer]- Show\n   > so'],
    ['a sub-item', '1. Why?\n   - Answer: so'],
    ['a label alone', '1. Why?\n\n   **Answer**\n\n   so'],
    ['a line in brackets', '1. Why?\n   (Answer: so)'],
    ['brackets in italics', '1. Why? *(Answer: so)*'],
    ['a line of brackets in italics', '1. Why?\n   *(Answer: so)*'],
    ['brackets in bold', '1. Why? **(Answer: so)**'],
    ['italics', '1. Why? *Answer: so*'],
    ['a bold label in brackets', '1. Why? (**Answer:** so)'],
    ['a label in italics in brackets', '1. Why? (*Answer:* so)'],
    ['an equals sign', '1. Why?\n   Answer = so'],
    ['one answer or several', '1. Why?\n   Answer(s): so'],
    ['an answer key', '1. Why?\n   Answer key: so'],
    ['an answer to a number', '1. Why?\n   Answer to 1: so'],
    ['a number in the line', '1. Why? Answer 1: so'],
    ['a dash in the line', '1. Why? Answer – so'],
    ['a short answer', '1. Why?\n   Short answer: so'],
    ['an ideal answer', '1. Why?\n   Ideal answer: so'],
    ['an example answer', '1. Why?\n   Example answer: so'],
    ['a mark scheme', '1. Why?\n   Mark scheme: so'],
    ['a rubric', '1. Why?\n   Rubric: so'],
    ['a German model', '1. Why?\n   Musterlösung: so'],
    ['a German proposal', '1. Why?\n   Lösungsvorschlag: so'],
    ['a German short form', '1. Why?\n   Lsg.: so'],
    ['a French key', '1. Why?\n   Corrigé : so'],
    ['Persian', '1. Why?\n   پاسخ: so'],
    ['a fence of code', '1. Why?\n\n   ```answer\n   so\n   ```'],
    ['details', '1. Why?\n\n   <details>\n   <summary>Answer</summary>\n\n   so\n\n   </details>'],
    ['details on one line', '1. Why?\n   <details><summary>Show answer</summary>so</details>'],
    ['details in the line', '1. Why? <details><summary>Answer</summary>so</details>'],
    ['details that are not indented', '1. Why?\n\n<details>\n<summary>Click to reveal</summary>\n\nso\n\n</details>'],
    ['a div', '1. Why?\n\n<div class="solution">\n\nso\n\n</div>'],
    ['a fence', '1. Why?\n\n::: solution\nso\n:::'],
    ['a fence in the item', '1. Why?\n\n   ::: {.answer}\n\n   so\n\n   :::'],
    ['a heading', '### Q1. Why?\n\n#### Answer\n\nso'],
    ['a heading below a list', '1. Why?\n\n### Answer\n\nso'],
    ['bold lines', '**Q1.** Why?\n\n**A1.** so'.replace('A1.', 'A1:')],
    ['Q and A', 'Q: Why?\nA: so'],
    ['brackets', '1. Why? (Answer: so)'],
    ['an admonition', '1. Why?\n   ??? success "Answer"\n       so'],
    ['a footnote', '1. Why?[^1]\n\n[^1]: Answer: so'],
    ['a summary with marks', '<details><summary><b>Q1.</b> Why?</summary>\n\nso\n\n</details>'],
    ['a key', '1. Why?\n\n### Answers\n\n1. so'],
    ['a key without a heading', '1. Why?\n\n**Answer key:**\n\n1) so'],
  ])('%s', (_, body) => {
    expect(parted(body)).toEqual([['Why?', 'so']])
  })

  it.each([
    ['a line to write on', '1. Why?\n\n   Answer: ______', 'Why? Answer: ______'],
    ['a wish for its form', '1. Why? Answer in one word: ___', 'Why? Answer in one word: ___'],
    ['a question about answers', '1. Read it. Answer: what is it?', 'Read it. Answer: what is it?'],
    ['a label without words', '1. Why?\n   Answer:', 'Why? Answer:'],
    ['a prompt that begins so', '1. Answer: why?', 'Answer: why?'],
    ['a quote', '1. Who said this?\n\n   > A. lone wolf\n   > B. two', 'Who said this? A. lone wolf B. two'],
  ])('not %s', (_, body, prompt) => {
    expect(parted(body)).toEqual([[prompt, null]])
  })

  it('keeps ticked options as empty boxes, and the ticked one as the answer', () => {
    expect(parted('1. Which?\n   - [ ] this\n   - [x] that')).toEqual([['Which? a) this b) that', 'b) that']])
  })

  it('takes the citation at the end of an answer', () => {
    const [question] =
      read('# Week 1\n\n1. Why?\n\n   Answer: so. See a.md §1. {lines=3}').sheet.days[0]?.questions ?? []
    expect([plainBlocks(question?.answer ?? []), question?.citedAs, question?.author]).toEqual([
      'so.',
      'a.md §1',
      { lines: 3 },
    ])
  })

  it('takes an answer that is only a citation as the citation', () => {
    const [question] = read('# Week 1\n\n1. Why?\n\n   Answer: See a.md §1.').sheet.days[0]?.questions ?? []
    expect([question?.answer, question?.citedAs]).toEqual([null, 'a.md §1'])
  })

  it('takes a lettered answer below its options', () => {
    expect(parted('1. Which?\n\n   a) x\n   b) y\n\n   **Correct: B**')).toEqual([['Which? a) x b) y', 'b) y']])
  })

  it('keeps the steps of an answer, code and all', () => {
    expect(parted('### Q1. How?\n\n**Answer:**\n\n1. stop\n2. start\n\n```sh\nrun\n```\n\n### Q2. Why?')).toEqual([
      ['How?', 'stop start run'],
      ['Why?', null],
    ])
  })
})

describe('a key at the end', () => {
  const days = '## Monday\n\n1. Aa?\n2. Bb?\n\n## Tuesday\n\n1. Cc?\n2. Dd?\n\n'
  const answers = (key: string) =>
    read(`# Week 1\n\n${days}${key}`).sheet.days.flatMap((day) => day.questions.map((q) => plainBlocks(q.answer ?? [])))

  it.each([
    ['by days below it', '## Answers\n\n### Monday\n\n1. a\n2. b\n\n### Tuesday\n\n1. c\n2. d\n'],
    ['by days at the same level', '## Answer key\n\n## Monday\n\n1. a\n2. b\n\n## Tuesday\n\n1. c\n2. d\n'],
    ['by days below a higher heading', '# Solutions\n\n## Monday\n\n- a\n- b\n\n## Tuesday\n\n1. c\n2. d\n'],
    ['by days with titles of their own', '## Answers to Monday\n\n1. a\n2. b\n\n## Tuesday — Answers\n\n1. c\n2. d\n'],
    [
      'by lists that restart',
      '## Lösungen\n\n1. a\n2. b\n\nTuesday:\n\n1. c\n2. d\n'.replace('Tuesday:\n\n', '<!-- -->\n\n'),
    ],
    ['by one long list', '## Answers\n\n1. a\n2. b\n3. c\n4. d\n'],
    ['by one line', '## Answers\n\n1-a, 2-b, 3-c, 4-d\n'],
    ['by a table', '## Answers\n\n| no | answer |\n|---|---|\n| 1 | a |\n| 2 | b |\n| 3 | c |\n| 4 | d |\n'],
    ['by headings', '## Answers\n\n### 1. a\n\n### 2. b\n\n### 3.\n\nc\n\n### 4.\n\nd\n'],
    ['by details', '## Answers\n\n<details>\n<summary>Show</summary>\n\n1. a\n2. b\n3. c\n4. d\n\n</details>\n'],
  ])('%s', (_, key) => {
    expect(answers(key)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is reported where it has more answers than there are questions', () => {
    const { codes, log } = read(`# Week 1\n\n${days}## Answers\n\n1. a\n2. b\n3. c\n4. d\n5. e\n`)
    expect(codes).toContain('answer-unmatched 19:1')
    const message = log.messages.find(({ code }) => code === 'answer-unmatched')
    expect(message?.reason).toBe(
      'The answer 5, "e", belongs to no question, expected at most 4, as the sheet has 4 questions',
    )
    expect(message?.cause?.place.start.line).toBe(11)
  })

  it('may be one line below the questions', () => {
    expect(parted('1. Aa?\n2. Bb?\n\n**Answers:** 1. B 2. C')).toEqual([
      ['Aa?', 'B'],
      ['Bb?', 'C'],
    ])
  })

  it('is no key when it asks', () => {
    const { sheet } = read('# Week 1\n\n## Monday\n\n1. Aa?\n\n## Solutions\n\n1. What dissolves?\n2. What is left?\n')
    expect(sheet.days.map((day) => day.questions.length)).toEqual([1, 2])
  })

  it('may stand hidden at the end of its day', () => {
    expect(parted('1. Aa?\n2. Bb?\n\n<details><summary>Answers</summary>\n\n1. a\n2. b\n\n</details>')).toEqual([
      ['Aa?', 'a'],
      ['Bb?', 'b'],
    ])
  })
})

describe('any sheet with answers', () => {
  const word = fc
    .stringMatching(/^[b-z]{3,8}$/)
    .filter((each) => !/^(?:see|cf|ref|sec|sect|chap|read|review|check|source|sources|refs|also)$/.test(each))
  const asked = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.map((each) => `q${each}`))
  const answered = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.map((each) => `z${each}`))
  const form = fc.constantFrom(
    (q: string, a: string) => `${q}?\n   Answer: ${a}`,
    (q: string, a: string) => `${q}?\n\n   **Answer:** ${a}`,
    (q: string, a: string) => `${q}? **A:** ${a}`,
    (q: string, a: string) => `${q}?\n\n   > A. ${a}`,
    (q: string, a: string) => `${q}?\n\n   > **Solution:** ${a}\n   >\n   > ${a}`,
    (q: string, a: string) =>
      `${q}?\n\n   <details>\n   <summary>Answer</summary>\n\n   ${a}\n\n   - ${a}\n\n   </details>`,
    (q: string, a: string) => `${q}?\n   <details><summary>Show</summary>${a}</details>`,
    (q: string, a: string) => `${q}?\n\n   ::: solution\n   ${a}\n   :::`,
    (q: string, a: string) => `${q}?\n\n   Answer:\n\n   1. ${a}\n   2. ${a}`,
    (q: string, a: string) => `${q}?\n\n   Answer:\n\n   \`\`\`\n   ${a}\n   \`\`\``,
    (q: string, a: string) => `${q}? See a.md §1.\n\n   Solution: ${a}`,
  )
  const marker = fc.constantFrom('1. ', '1) ', '-  ')
  const questions = fc.array(fc.tuple(asked, answered, form), { minLength: 1, maxLength: 6 })

  it('prints no word of an answer in a prompt, loses no word of a prompt, and keeps every answer', () => {
    fc.assert(
      fc.property(marker, questions, fc.constantFrom('\n\n', '\n\n---\n\n'), (mark, items, gap) => {
        const body = items.map(([q, a, write]) => mark + write(q.join(' '), a.join(' '))).join(gap)
        const { sheet } = read(`# Week 1\n\n## Monday\n\n${body}\n`)
        const found = sheet.days.flatMap((day) => day.questions)
        expect(found.map((each) => plainBlocks(each.prompt))).toEqual(items.map(([q]) => `${q.join(' ')}?`))
        for (const [i, [, a]] of items.entries()) {
          const words = plainBlocks(found[i]?.answer ?? []).split(/\s+/)
          for (const each of a) expect(words).toContain(each)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('finds the answers of a key', () => {
    fc.assert(
      fc.property(
        marker,
        questions,
        fc.constantFrom('### Answers', '**Answer key**', '## Solutions', '# Answers'),
        (mark, items, title) => {
          const asking = items.map(([q]) => `${mark}${q.join(' ')}?`).join('\n')
          const key = items.map(([, a], i) => `${i + 1}. ${a.join(' ')}`).join('\n')
          const { sheet } = read(`# Week 1\n\n## Monday\n\n${asking}\n\n${title}\n\n${key}\n`)
          const found = sheet.days.flatMap((day) => day.questions)
          expect(found.map((each) => [plainBlocks(each.prompt), plainBlocks(each.answer ?? [])])).toEqual(
            items.map(([q, a]) => [`${q.join(' ')}?`, a.join(' ')]),
          )
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('a heading among the answers', () => {
  const codes = (heading: string) =>
    read(`# Week 1\n\n## Monday — Doors\n\n1. What?\n2. How?\n\n## Answers\n\n### ${heading}\n\n1. So.\n2. Thus.\n`)
      .codes

  it('is told when it says more than whose answers they are', () => {
    for (const heading of ['Monday', 'Monday — Doors', 'Answers for Monday'])
      expect(
        codes(heading).filter((code) => code.startsWith('heading')),
        heading,
      ).toEqual([])
    expect(codes('Monday, in short')).toContain('heading-left-out 10:1')
  })
})

describe('bounds', () => {
  it.each([
    ['details', '<details>\n\n'],
    ['details on one line', '<details></details>'],
    ['fences', '::: solution\n\n'],
    ['labels', 'Answer: '],
    ['label lines', 'Answer: ____\n'],
    ['keys', '### Answers\n\n'],
    ['headings', '## a\n'],
    ['asking headings', '## a?\n'],
    ['letters', 'a) x\n'],
    ['hidden words', '<span hidden>a</span> '],
    ['hidden words that never end', '<span hidden>'],
    ['clozes', '{{a}} '],
    ['comments', '%% a '],
    ['arrows', '? → '],
    ['arrows behind stops', '. → a'],
    ['numbers', '① x\n'],
    ['numbered paragraphs', 'Q1: x\n\n'],
    ['spaces', ' '],
    ['stops', '? '],
  ])('40 KB of %s is read in a few seconds at most', (_, piece) => {
    const start = cpuTime()
    read(`# Week 1\n\n## Monday\n\n1. a\n2. b\n\n${piece.repeat(4e4 / piece.length)}x\n`)
    expect(cpuTime() - start).toBeLessThan(8000)
  })
})
