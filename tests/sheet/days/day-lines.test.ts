/** In a text copy, days stand right below the questions of the day before. */
import { expect, it } from 'vitest'
import { wholePrompt } from '../../../src/sheet/options/parts.js'
import { plainBlocks } from '../../../src/text/rich.js'
import { read } from '../read.js'

/** Each day with its line and its questions: "monday@2: Why? / How?". */
function daysOf(text: string): string[] {
  return read(text).sheet.days.map(
    ({ key, place, questions }) =>
      `${key}@${place.start.line}: ${questions.map((question) => plainBlocks(wholePrompt(question))).join(' / ')}`,
  )
}

it('a day below a numbered question opens', () => {
  expect(daysOf('# Week 5\nMonday\n1. Why?\n2. How?\nTuesday — Salt\n1. When?\nMittwoch\n1. Who?')).toEqual([
    'monday@2: Why? / How?',
    'tuesday@5: When?',
    'wednesday@7: Who?',
  ])
})

it('a day below bullets, parts and the last question opens', () => {
  expect(daysOf('Monday\n- Why?\n- How?\n  - a) so?\n  - b) thus?\nTuesday\n- When?\nFriday\n\n- Who?')).toEqual([
    'monday@1: Why? / How? a) so? b) thus?',
    'tuesday@6: When?',
    'friday@8: Who?',
  ])
})

it('a day below the title opens', () => {
  expect(daysOf('Week 5 — Daily Recall\nMonday\n1. Why?\nTuesday\n1. How?')).toEqual([
    'monday@2: Why?',
    'tuesday@4: How?',
  ])
  expect(daysOf('# Week 5\n\nAnswer cold.\nWed. 2.12.\n- Why?\n- How?')).toEqual(['wednesday@4: Why? / How?'])
})

it('days over tables of questions open, also above the heading of a key', () => {
  const table = (question: string) => `| Question | Where |\n|---|---|\n| ${question} | a.md §1 |\n`
  const text = `# Week 5\n\n**Monday**\n\n${table('Why?')}\n**Tuesday**\n\n${table('How?')}\n`
  expect(daysOf(text)).toEqual(['monday@3: Why?', 'tuesday@9: How?'])
  expect(daysOf(`${text}## Answers\n\n**Monday**\n\n1. so\n\n**Tuesday**\n\n1. thus\n`)).toEqual([
    'monday@3: Why?',
    'tuesday@9: How?',
  ])
})

it('a bold day over "Q:" opens among headings, also over an empty line', () => {
  expect(daysOf('# Week 5\n\n## Monday\n\n1. Why?\n\n**Tuesday**\n\nQ: How?\nA: so\n\n## Friday\n\n1. When?')).toEqual([
    'monday@3: Why?',
    'tuesday@7: How?',
    'friday@12: When?',
  ])
})

it('days open where each has a key of its own below a heading', () => {
  const day = (name: string, task: string, said: string) =>
    `${name}\n\n**1.** What is ${task}?\n\n**2.** Draw ${task}.\n\n### Answers\n\n1. ${said}\n2. so\n\n`
  const { sheet } = read(`# Week 5\n\n${day('Monday', 'a jamb', 'thus')}${day('Tuesday', 'a sill', 'else')}`)
  expect(
    sheet.days.map(({ key, questions }) => [key, ...questions.map(({ answer }) => plainBlocks(answer ?? []))]),
  ).toEqual([
    ['monday', 'thus', 'so'],
    ['tuesday', 'else', 'so'],
  ])
})

it('a name with a mark behind it opens its day on a line of its own, and ends the sentence above it', () => {
  expect(daysOf('# Week 5\n\nMonday!\n\n1. Why?\n\n**Tuesday?**\n\n1. How?')).toEqual([
    'monday@3: Why?',
    'tuesday@7: How?',
  ])
  expect(daysOf('# Week 5\n\n## Monday?\n\n1. Why?\n\n## Mardi !\n\n1. How?')).toEqual([
    'monday@3: Why?',
    'tuesday@7: How?',
  ])
  expect(daysOf('# Week 5\n\nMonday\n\n1. Which day comes before\nTuesday?\n2. How?')).toEqual([
    'monday@3: Which day comes before Tuesday? / How?',
  ])
  expect(daysOf('# Week 5\n\n## Monday\n\nQ1: Which day comes before\nTuesday?\nQ2: How?')).toHaveLength(1)
})

it.each([
  ['by days and numbers', 'Mon 1: So it is.\nTue 1: Thus.\n'],
  ['by days', 'Monday\n1. So it is.\nTuesday\n1. Thus.\n'],
])('a key below the last question is read %s', (_, key) => {
  const { sheet } = read(`# Week 5\nMonday\n1. Why?\nTuesday\n1. How?\nAnswer key\n${key}`)
  const answers = sheet.days.flatMap(({ questions }) => questions.map(({ answer }) => plainBlocks(answer ?? [])))
  expect(answers).toEqual(['So it is.', 'Thus.'])
})

it('numbers that count on tell no fault', () => {
  const { codes } = read('# Week 5\n\nMonday\n1. Why? See a.md §1.\n2. How?\nTuesday\n3. When?\n')
  expect(codes).not.toContain('question-number-repeated')
})

it.each([
  ['days to choose from', '1. On which day?\nTuesday\nFriday\n2. How?'],
  ['a line further in than the list', '1. Who came on\n   Tuesday\n2. How?'],
  ['a day that is open', '1. Who came on\nMonday\n2. How?'],
  ['a sentence', '1. Who came?\nTuesday is the day.\n2. How?'],
])('%s stays in its question', (_, questions) => {
  expect(daysOf(`# Week 5\n\nMonday\n\n${questions}\n`)).toHaveLength(1)
})

it('nothing is looked for where headings are days', () => {
  expect(daysOf('# Week 5\n\n## Monday\n\n1. Who came on\nTuesday\n2. How?\n')).toEqual([
    'monday@3: Who came on Tuesday / How?',
  ])
})

it.each([
  ['in bold type over "Q:"', '**Monday**\nQ: Why?\nA: So.\nQ: How?\n\n**Tuesday**\n1. When?'],
  ['in bold type over questions without marks', '**Monday**\nWhy?\n\n**Tuesday**\n1. When?'],
  ['plain', 'Monday\nWhy?\n\nTuesday\n1. When?'],
  ['with a topic', 'Monday: doors\nName a door.\n\nTuesday: locks\nWhen?'],
  ['in one paragraph', 'Monday\nQ: Why?\nTuesday\nQ: When?'],
  ['below the answer of another', '**Monday**\n\nQ: Why?\nA: So.\n**Tuesday**\nQ: When?'],
  ['below a list', 'Monday\n1. Why?\n2. How?\n**Tuesday**\nQ: When?'],
  ['though a heading stands above', '## How to use\n\nCold.\n\n**Monday**\nQ: Why?\n\n**Tuesday**\nQ: When?'],
])('a day right above lines that ask opens, %s', (_, text) => {
  const { sheet, codes } = read(`# Week 5\n\n${text}\n`)
  expect(sheet.days.map(({ key }) => key)).toEqual(['monday', 'tuesday'])
  expect(sheet.days.map(({ intro }) => intro)).toEqual([[], []])
  expect(codes.filter((code) => code.startsWith('day-line'))).toEqual([])
})

it('the first of several such days keeps its questions and answers', () => {
  const { sheet } = read(
    '# Week 8 recall\n\n**Monday**\nQ: What?\nA: so\nQ: Who?\nA: she\n\n**Wednesday**\n1. Why?\n2. How?\n',
  )
  const said = sheet.days.flatMap(({ questions }) =>
    questions.map(({ prompt, answer }) => [prompt, answer ?? []].map(plainBlocks).join(' = ')),
  )
  expect(said).toEqual(['What? = so', 'Who? = she', 'Why? = ', 'How? = '])
})

it('a day over lines that ask is told where headings open days, and stays', () => {
  const { sheet, codes } = read('# Week 5\n\n## Monday\n\n1. Why?\n\n**Tuesday**\nQ: When?\n\n## Friday\n\n1. How?\n')
  expect(sheet.days.map(({ key }) => key)).toEqual(['monday', 'friday'])
  expect(codes).toContain('day-line-unread 7:1')
})

it.each([
  ['a sentence that begins with a day', 'Sunday roast with us\nWhat is in it?\n\n1. Why?\n2. How?'],
  ['a star among headings', '## Stars\n\nSun\nWhat is it made of?\n\n1. Why?'],
  ['days to choose from', '1. Which is it?\nMonday\nTuesday\nWhich else?\n2. How?'],
  ['a day that is open', 'Monday\n1. Why?\n2. When was it? On a\nMonday\nWhy not later?'],
])('%s opens no day', (_, text) => {
  const { sheet, codes } = read(`# Week 5\n\n${text}\n`)
  expect(sheet.days.length).toBeLessThan(2)
  expect(codes.filter((code) => code.startsWith('day-line'))).toEqual([])
})
