import { describe, expect, it } from 'vitest'
import { carrierSummary, carriersOf } from '../../../src/sheet/questions/carrier-summary.js'
import { plainBlocks } from '../../../src/text/rich.js'
import { read } from '../read.js'

const days = (body: string) =>
  read(`# Week 1\n\n## Monday\n\n${body}\n`).sheet.days.map((day) => [
    day.carrier,
    ...day.questions.map((question) => plainBlocks(question.prompt)),
  ])

describe('carriers', () => {
  it.each([
    ['1. Aa?\n2. Bb?', 'numbered lists'],
    ['1) Aa?\n2) Bb?', 'numbered lists'],
    ['- Aa?\n- Bb?', 'bullets'],
    ['* Q1. Aa?\n* Q2. Bb?', 'bullets'],
    ['- ① Aa?\n- ② Bb?', 'bullets'],
    ['問1　Aa?\n\n問2　Bb?', 'numbered paragraphs'],
    ['### 問１ Aa?\n\n### 問２ Bb?', 'numbered headings'],
    ['### Q1. Aa?\n\n### Q2. Bb?', 'numbered headings'],
    ['#### 3)\n\nAa?\n\n#### 4)\n\nBb?', 'numbered headings'],
    ['### 1️⃣ Aa?\n\n### 2️⃣ Bb?', 'numbered headings'],
    ['### （1）Aa?\n\n### （2）Bb?', 'numbered headings'],
    ['Q1. Aa?\n---\n\nQ2. Bb?\n---', 'numbered headings'],
    ['### Aa?\n\n### Bb?', 'headings'],
    ['Aa?\n---\n\nBb?\n---', 'headings'],
    ['**1. Aa?**\n\n**2. Bb?**', 'bold lines'],
    ['**Q1:** Aa?\n\n**Q2:** Bb?', 'bold lines'],
    ['**Question 1.** Aa?\n\n**Question 2.** Bb?', 'bold lines'],
    ['**Aa?**\n\n**Bb?**', 'bold lines'],
    ['Q1: Aa?\n\nQ2: Bb?', 'numbered paragraphs'],
    ['① Aa?\n② Bb?', 'numbered paragraphs'],
    ['１．Aa?\n２．Bb?', 'numbered paragraphs'],
    ['١. Aa?\n\n٢. Bb?', 'numbered paragraphs'],
    ['(1) Aa?\n\n(2) Bb?', 'numbered paragraphs'],
    ['問１ Aa?\n\n問２ Bb?'.replaceAll(' ', '：'), 'numbered paragraphs'],
    [
      '<details><summary>Aa?</summary>\n\nso\n\n</details>\n\n<details><summary>2. Bb?</summary>so</details>',
      'summaries',
    ],
    ['| # | Question |\n|---|---|\n| 1 | Aa? |\n| 2 | Bb? |', 'tables'],
    ['| | |\n|---|---|\n| 1 | Aa? |\n| 2 | Bb? |', 'tables'],
    ['Aa?\n\nBb?', 'paragraphs'],
  ])('%j', (body, carrier) => {
    expect(days(body)).toEqual([[carrier, 'Aa?', 'Bb?']])
  })

  it.each([
    ['the steps of an answer', '### What is Aa?\n\n#### Answer\n\n1. stop\n2. start\n\n### What is Bb?'],
    ['contents', '- [Part](#part)\n- [Next](#next)\n\n### What is Aa?\n\n### What is Bb?'],
    ['notes under bold questions', '**Q1.** What is Aa?\n\n**Q2.** What is Bb?\n\n<!-- note -->'],
  ])('%s are no questions', (_, body) => {
    expect(days(body)[0]?.slice(1)).toEqual(['What is Aa?', 'What is Bb?'])
  })

  it('are chosen for each section', () => {
    expect(days('### Part A\n\n1. Aa?\n2. Bb?\n\n### Part B\n\n- Cc?\n- Dd?')).toEqual([
      ['numbered lists', 'Aa?', 'Bb?', 'Part B Cc?', 'Dd?'],
    ])
  })

  it('take a number that Markdown reads as one more line', () => {
    expect(days('1. Aa?\n\nSome words.\n2. Bb?')).toEqual([['numbered lists', 'Aa? Some words.', 'Bb?']])
  })

  it('are summed up in a line', () => {
    const summed = (text: string) => carrierSummary(carriersOf(read(text).sheet))
    expect(summed('# Week 1\n\n## Monday\n\n1. A?\n2. B?')).toBe('2 questions from numbered lists')
    expect(summed('# Week 1\n\n## Monday\n\n1. A?\n\n## Tuesday\n\n- B?')).toBe(
      '2 questions (1 from numbered lists, 1 from bullets)',
    )
  })

  it.each([
    '## What is X?\n\n## What is Y?',
    '## Q1. What is X?\n\n## Q2. What is Y?',
    '**Q1.** What is X?\n\n**Q2.** What is Y?',
  ])('serve a sheet without days: %j', (body) => {
    const { sheet } = read(`# Week 1\n\n${body}\n`)
    expect(sheet.days.map((day) => day.questions.map((question) => plainBlocks(question.prompt)))).toEqual([
      ['What is X?', 'What is Y?'],
    ])
  })

  it.each([
    ['**1. What is X?** See a.md.', [undefined]],
    ['**What is X?**', [undefined]],
    ['**1. What is** X?', [true, undefined]],
    ['**1.** What is **X?**', [undefined, true]],
  ])('take bold type for a mark where it covers the question: %j', (body, strong) => {
    const [block] = read(`# Week 1\n\n## Monday\n\n${body}\n`).sheet.days[0]?.questions[0]?.prompt ?? []
    expect(block?.type === 'paragraph' && block.runs.map((run) => run.strong)).toEqual(strong)
  })

  it('leave lists under side headings alone', () => {
    const { sheet, codes } = read('# Week 1\n\n## How to use\n\n1. Read it\n2. Write it\n\n## Monday\n\n1. Why?')
    expect(sheet.days.map((day) => day.key)).toEqual(['monday'])
    expect(codes).toContain('part-empty 3:1')
  })

  it('are doubted aloud when nothing asks', () => {
    expect(read('# Week 1\n\n## Monday\n\n- Cache\n- Queue\n').codes).toContain('list-doubtful 5:1')
    for (const asking of ['Explain the cache', 'キューとは何か。', '曲線を描きなさい。（a.md §1を参照）'])
      expect(read(`# Week 1\n\n## Monday\n\n- ${asking}\n- Queue\n`).codes.join()).not.toContain('list-doubtful')
    expect(read('# Week 1\n\n## Monday\n\n- 待ち行列\n- 曲線\n').codes).toContain('list-doubtful 5:1')
  })
})

describe('numbers', () => {
  const codes = (body: string) =>
    read(`# Week 1\n\n## Monday\n\n${body}\n`).codes.filter((code) => code.includes('number'))

  it.each([
    ['1. A?\n1. B?\n1. C?', []],
    ['① A?\n\n② B?', []],
    ['1️⃣ A?\n\n3️⃣ B?', ['question-number-gap 7:1']],
    ['١. A?\n\n١. B?\n\n٢. C?', ['question-number-repeated 7:1']],
    ['### 9. A?\n\n### 10. B?', ['question-number-start 5:1']],
    ['1. A?\n2. B?\n\n<!-- -->\n\n1. C?', ['question-number-repeated 10:1']],
    ['🔟 A?\n\n1️⃣1️⃣ B?', ['question-number-start 5:1']],
  ])('%j', (body, expected) => {
    expect(codes(body)).toEqual(expected)
  })
})

it('takes headings that ask and cite for questions, beside others', () => {
  const body = '### Aa? See notes.md §1.\n\n### Bb?\n\n### Cc? (notes.md)\n'
  expect(days(body)).toEqual([['headings', 'Aa?', 'Bb?', 'Cc?']])
})

describe('options and parts', () => {
  const blocks = (item: string) => read(`# Week 1\n\n1. ${item}\n`).sheet.days[0]?.questions[0]

  it.each([
    'Which?\n   a) this\n   b) that',
    'Which?\n\n   a) this\n\n   b) that',
    'Which?\n   (a) this\n   (b) that',
    'Which?\n   A. this\n   B. that',
  ])('are a list: %j', (item) => {
    const prompt = blocks(item)?.prompt ?? []
    expect(prompt.map((block) => block.type)).toEqual(['paragraph', 'list'])
    const list = prompt[1]
    expect(list?.type === 'list' && [list.marker, list.items.length]).toEqual(['option', 2])
  })

  it('are not made of names', () => {
    expect(blocks('Who is\n   A. Smith?')?.prompt.map((block) => block.type)).toEqual(['paragraph'])
  })

  it('may end in the citation and braces of their question', () => {
    const question = blocks('Which?\n   a) this\n   b) that. See x.md §1. {lines=2}')
    expect([plainBlocks(question?.prompt ?? []), question?.citedAs, question?.author]).toEqual([
      'Which? a) this b) that.',
      'x.md §1',
      { lines: 2 },
    ])
  })

  it('know boxes', () => {
    const list = blocks('Which?\n   - [ ] this\n   - [x] that')?.prompt[1]
    expect(list?.type === 'list' && list.marker).toBe('option')
  })
})

it('gives an empty item the words that follow it', () => {
  const { sheet, codes } = read('# Week 1\n\n## Monday\n\n1. Why?\n\n1.\nHow is it\n7. so?\n')
  expect(sheet.days[0]?.questions.map(({ prompt }) => plainBlocks(prompt))).toEqual(['Why?', 'How is it 7. so?'])
  expect(codes).not.toContain('question-empty 7:1')
})

it('tells what an empty question has for an answer', () => {
  const { log } = read('# Week 1\n\n## Monday\n\n1. Why?\n2.\n\nAnswer: so\n')
  expect(log.messages.map(({ reason }) => reason)).toContain('A question without words is left out, with "so"')
})

describe('tasks without a question mark', () => {
  it.each([
    ['### Define Aa.\n\n### Why so?', ['headings', 'Define Aa.', 'Why so?']],
    ['### Nenne drei Aa. See x.md §1.\n\n### Expliquez Bb.', ['headings', 'Nenne drei Aa.', 'Expliquez Bb.']],
    ['### Define Aa. → so\n\n### Why? Answer: so', ['headings', 'Define Aa.', 'Why?']],
    ['### Define Aa. *so*\n\n### Why? (so)', ['headings', 'Define Aa. so', 'Why? (so)']],
    ['**Define Aa.**\n\n**Nenne drei Bb.**', ['bold lines', 'Define Aa.', 'Nenne drei Bb.']],
    ['Explica Aa. Respuesta: so\n\nNombra tres Bb.', ['paragraphs', 'Explica Aa.', 'Nombra tres Bb.']],
  ])('%j are questions', (body, expected) => {
    expect(days(body)).toEqual([expected])
  })

  it.each([
    ['### What is Aa? A short history\n\n1. Why?', ['numbered lists', 'Why?']],
    ['### Explain each of these.\n\n1. What is Aa?\n2. What is Bb?', ['numbered lists', 'What is Aa?', 'What is Bb?']],
    ['**Describe the picture.**\n\n- What is Aa?\n- What is Bb?', ['bullets', 'What is Aa?', 'What is Bb?']],
    ['**Explain your answers.**\n\n1. What is Aa?', ['numbered lists', 'What is Aa?']],
  ])('%j keeps its list', (body, expected) => {
    expect(days(body)[0]?.slice(0, 1)).toEqual(expected.slice(0, 1))
    expect(days(body)[0]).toHaveLength(expected.length)
  })
})
