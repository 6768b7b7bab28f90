/** Below the title of a key nothing is a question, whatever days it names, until the sheet begins its questions again. */
import { describe, expect, it } from 'vitest'
import { plainBlocks } from '../../../src/text/rich.js'
import { answersOf, oneDay } from '../answered.js'
import { read } from '../read.js'

const asked = [
  ['Monday', ['What is A?', 'What is B?']],
  ['Tuesday', ['What is C?', 'What is D?']],
] as const
const answers = [
  ['Monday', ['Aaish', 'Beeish']],
  ['Tuesday', ['Ceeish', 'Deeish']],
  ['Friday', ['Strayish', 'Lostish']],
] as const

type Days = readonly (readonly [string, readonly string[]])[]
const numbered = (items: readonly string[], mark = '.') => items.map((each, i) => `${i + 1}${mark} ${each}\n`).join('')
const inLine = (items: readonly string[]) => items.map((each, i) => `${i + 1}. ${each}`).join('; ')
const each = (form: (name: string, items: readonly string[]) => string, between = '\n') => {
  return (days: Days) => days.map(([name, items]) => form(name, items)).join(between)
}

const sheets: Readonly<Record<string, (days: Days) => string>> = {
  headings: each((name, items) => `## ${name}\n\n${numbered(items)}`),
  'bold lines': each((name, items) => `**${name}**\n\n${numbered(items)}`),
  lines: each((name, items) => `${name}\n${numbered(items)}`),
}

const titles: Readonly<Record<string, string>> = {
  'a heading': '## Answer key\n\n',
  'a high heading': '# ANSWERS\n\n',
  'a low heading': '### Answers\n\n',
  'a bold line': '**Answer key**\n\n',
  'a line': 'ANSWER KEY\n\n',
  'a line right above': 'ANSWER KEY\n',
  HTML: '<h2>Answers</h2>\n\n',
  'a quote': '> Answers\n\n',
}

const forms: Readonly<Record<string, (days: Days) => string>> = {
  'low headings': each((name, items) => `### ${name}\n${numbered(items)}`),
  'headings of the level of the days': each((name, items) => `## ${name}\n\n${numbered(items)}`),
  'high headings': each((name, items) => `# ${name}\n\n${numbered(items)}`),
  'bold lines': each((name, items) => `**${name}**\n\n${numbered(items)}`),
  'bold lines right above': each((name, items) => `**${name}**\n${numbered(items)}`),
  lines: each((name, items) => `${name}\n\n${numbered(items, ')')}`),
  'lines right above': each((name, items) => `${name}\n${numbered(items, ')')}`),
  'a line a day': each((name, items) => `${name}: ${inLine(items)}\n`),
  'a line a day behind bold words': each((name, items) => `**${name}:** ${inLine(items)}\n`),
  'lists in bullets': each((name, items) => `- ${name}\n${numbered(items).replace(/^(?=.)/gm, '  ')}`, ''),
  'a bullet a day': each((name, items) => `- ${name}: ${inLine(items)}\n`, ''),
  'a table': (days) =>
    `| Day | # | Answer |\n|--|--|--|\n${days.flatMap(([name, items]) => items.map((so, i) => `| ${name} | ${i + 1} | ${so} |\n`)).join('')}`,
  'a table of days': (days) =>
    `| Day | 1 | 2 |\n|--|--|--|\n${days.map(([name, items]) => `| ${name} | ${items.join(' | ')} |\n`).join('')}`,
  'a callout a day': each((name, items) => `> [!note] ${name}\n${numbered(items).replace(/^(?=.)/gm, '> ')}`),
  'a fold a day': each((name, items) => `<details><summary>${name}</summary>\n\n${numbered(items)}\n</details>\n`),
}

const glued = new Set([
  'lists in bullets',
  'a bullet a day',
  'a table',
  'a table of days',
  'a callout a day',
  'a fold a day',
])
const cases = Object.entries(sheets).flatMap(([sheet, sheetOf]) =>
  Object.entries(titles).flatMap(([title, words]) =>
    Object.entries(forms)
      .filter(([form]) => !(title === 'a line right above' && glued.has(form)))
      .map(([form, keyOf]) => ({
        sheet,
        title,
        form,
        text: (days: Days) => `${sheetOf(asked)}\n${words}${keyOf(days)}`,
      })),
  ),
)

describe('a key with a day that the sheet does not have', () => {
  it.each(cases)('days in $sheet, below $title, in $form', ({ text }) => {
    const sheet = `# Week 3 recall\n\n${text(answers)}`
    expect(answersOf(sheet)).toBe('Aaish|Beeish|Ceeish|Deeish')
    expect(read(sheet).codes.join()).toContain('answer-unmatched')
  })
})

it.each([
  ['a fold', '<details><summary>Answer key</summary>', '</details>'],
  ['a box', '::: answers', ':::'],
])('a day in %s with headings is none of the sheet, which goes on behind it', (_, opens, closes) => {
  const key = `### Monday\n\n1. Aaish\n2. Beeish\n\n### Friday\n\n1. Strayish\n`
  const text = `# Week 3 recall\n\n## Monday\n\n1. What is A?\n2. What is B?\n\n${opens}\n\n${key}\n${closes}\n`
  const next = `${text}\n## Tuesday\n\n1. What is C?\n`
  if (opens.startsWith('<')) expect(answersOf(next)).toBe('Aaish|Beeish|-')
  expect(answersOf(text).split('|').length).toBe(2)
  expect(read(next).sheet.days.map(({ name }) => name)).toEqual(['Monday', 'Tuesday'])
})

/** Days of the sheet as lines and those of the key as lines cannot be told apart where the key comes first, nor can headings of one level. */
const above = (sheet: string, title: string, form: string) =>
  form.includes(sheet === 'headings' ? 'low headings' : 'headings') &&
  !title.includes('quote') &&
  !title.includes('HTML')
const keysAbove = cases
  .filter(({ sheet, title, form }) => above(sheet, title, form))
  .map(({ sheet, title, form }) => ({
    sheet,
    title,
    form,
    text: `${titles[title]}${forms[form]?.(answers.slice(0, 2))}\n${sheets[sheet]?.(asked)}`,
  }))

describe('a key above the questions', () => {
  it.each(keysAbove)('days in $sheet, below $title, in $form', ({ text }) => {
    const sheet = `# Week 3 recall\n\n${text}`
    expect(answersOf(sheet)).toBe('Aaish|Beeish|Ceeish|Deeish')
    expect(answersOf(sheet.replace(/^(\d)\. (\w+ish)$/gm, '**Q$1.** $2\n'))).toBe('Aaish|Beeish|Ceeish|Deeish')
  })
})

describe('a day that is misspelt', () => {
  const slip = (days: Days, word: string): Days =>
    days.map(([name, items]) => [name === 'Tuesday' ? word : name, items])
  const known = answers.slice(0, 2)

  it.each(cases)('in the key: days in $sheet, below $title, in $form', ({ text }) => {
    const sheet = `# Week 3 recall\n\n${text(slip(known, 'Teusday'))}`
    expect(answersOf(sheet)).toBe('Aaish|Beeish|Ceeish|Deeish')
    expect(read(sheet).log.messages.find(({ code }) => code === 'key-day-misspelt')?.reason).toBe(
      '"Teusday" in the key is read as Tuesday, whose answers stand below it',
    )
  })

  it.each(Object.entries(forms))('in the sheet: days of the key in %s', (_, keyOf) => {
    const sheet = `# Week 3 recall\n\n${sheets.headings?.(slip(asked, 'Teusday'))}\n## Answers\n\n${keyOf(known)}`
    expect(answersOf(sheet)).toBe('Aaish|Beeish|Ceeish|Deeish')
    expect(read(sheet).codes).toContain('day-misspelt 8:1')
  })

  it('is told where the sheet has no such day', () => {
    const { codes } = read(`# Week 3 recall\n\n${sheets.headings?.(asked)}\n## Answers\n\n### Fridey\n\n1. Strayish\n`)
    expect(codes.join()).toContain('answer-unmatched 17:1')
  })
})

describe('answers below words of their own in a key', () => {
  const sheet = (key: string) => `# Week 3 recall\n\n${sheets.headings?.(asked)}\n## Answers\n\n${key}`
  const key = (between: string) =>
    sheet(`### Monday\n1. Aaish\n2. Beeish\n\n${between}\n### Tuesday\n1. Ceeish\n2. Deeish\n`)

  it.each(['Homework answers', 'Homework', 'Friday — Water', 'Extension tasks', 'Fri', 'Week 6'])(
    'are not those of a day: %s',
    (words) => {
      const text = key(`### ${words}\n\n1. Strayish\n`)
      expect(answersOf(text)).toBe('Aaish|Beeish|Ceeish|Deeish')
      expect(read(text).codes).toContain('answer-unmatched 21:1')
      expect(answersOf(`${sheet('### Monday\n1. Aaish\n2. Beeish\n')}\n### ${words}\n\n1. Strayish\n`)).toBe(
        'Aaish|Beeish|-|-',
      )
    },
  )

  it('are not those of the only day either, whose numbers are answered', () => {
    const text = `${oneDay}## Answers\n\n### Week 3, Monday\n1. Aaish\n2. Beeish\n3. Ceeish\n\n### Homework answers\n1. Strayish\n`
    expect(answersOf(text)).toBe('Aaish|Beeish|Ceeish')
    expect(read(text).codes).toContain('answer-unmatched 17:1')
  })

  it('go on counting', () => {
    const text = `${oneDay}## Answers\n\n### Multiple choice\n1. Aaish\n2. Beeish\n\n### In words\n3. Ceeish\n`
    expect(answersOf(text)).toBe('Aaish|Beeish|Ceeish')
  })

  it('below the name of a day are that day’s', () => {
    const text = sheet(
      '### Monday\n#### Part A\n1. Aaish\n#### Part B\n2. Beeish\n### Tuesday\n#### Part A\n1. Ceeish\n#### Part B\n2. Deeish\n',
    )
    expect(answersOf(text)).toBe('Aaish|Beeish|Ceeish|Deeish')
  })
})

/** The prompts of a sheet, by days. */
const promptsOf = (text: string): string =>
  read(text)
    .sheet.days.map(
      ({ name, questions }) => `${name}: ${questions.map(({ prompt }) => plainBlocks(prompt)).join(', ')}`,
    )
    .join(' | ')

describe('questions are still asked', () => {
  const monday = '# Week 3 recall\n\n## Monday\n\n1. What is A?\n2. What is B?\n\n'
  const key = '1. Aaish\n2. Beeish\n\n'

  it('on each day, below the key of the day before', () => {
    const day = (name: string, first: string) => `## ${name}\n\n1. What is ${first}?\n2. Explain ${first}.\n\n`
    for (const title of ['### Answers', '## Answers', '**Answers**', 'Answers'])
      expect(
        promptsOf(
          `# Week 3 recall\n\n${['Monday A', 'Tuesday B', 'Friday C'].map((each) => `${day(each.slice(0, -2), each.slice(-1))}${title}\n\n${key}`).join('')}`,
        ),
      ).toBe('Monday: What is A?, Explain A. | Tuesday: What is B?, Explain B. | Friday: What is C?, Explain C.')
  })

  it.each([
    [
      'on the next day, below a key of its own',
      `${monday}### Answers\n\n${key}## Tuesday\n\n1. What is C?\n2. Explain D.\n`,
    ],
    [
      'on the next day, below a key in a bold line',
      `${monday}**Answers**\n\n${key}## Tuesday\n\n1. What is C?\n2. Explain D.\n`,
    ],
    [
      'on the next day, below a key of the level of days',
      `${monday}## Answers\n\n${key}## Tuesday\n\n1. What is C?\n2. Explain D.\n`,
    ],
    [
      'on the next day, with answers of many lines below each question',
      `${monday}### Answers\n\n${key}## Tuesday\n\n1. What is C?\n\n#### Answer\n\n- Cish\n- Cosh\n- Cash\n\n2. Explain D.\n\n#### Answer\n\n- Dish\n- Dash\n- Dosh\n`,
    ],
    ['on the next day, below a higher key', `${monday}# Answers\n\n${key}## Tuesday\n\n1. What is C?\n2. Explain D.\n`],
    [
      'on the next day, with citations',
      `${monday}### Answers\n\n${key}## Tuesday\n\n1. What is C? See notes.md §1.\n2. Explain D. (notes.md §2)\n`,
    ],
    [
      'on the next day, as headings',
      `${monday}### Answers\n\n${key}## Tuesday\n\n### 1. What is C?\n\n### 2. Explain D.\n`,
    ],
    [
      'on the next day, as a table',
      `${monday}### Answers\n\n${key}## Tuesday\n\n| # | Question |\n|--|--|\n| 1 | What is C? |\n| 2 | Explain D. |\n`,
    ],
    [
      'on the next day of lines',
      `# Week 3 recall\n\nMonday\n\n1. What is A?\n2. What is B?\n\nAnswers\n\n${key}Tuesday\n\n1. What is C?\n2. Explain D.\n`,
    ],
  ])('%s', (_, text) => {
    expect(promptsOf(text)).toBe('Monday: What is A?, What is B? | Tuesday: What is C?, Explain D.')
  })

  it.each(['Key terms', 'Answer these', 'Key questions', 'Check your understanding', 'Solutions and mixtures'])(
    'below "%s", which is no title of a key or stands over questions',
    (title) => {
      const questions = '1. What is C?\n2. Explain D.\n'
      for (const mark of ['### ', '## ', '**'])
        expect(promptsOf(`${monday}${mark}${title}${mark === '**' ? mark : ''}\n\n${questions}`)).toMatch(
          /What is C\?, Explain D\.$/,
        )
    },
  )

  it('in bold lines of bold days, above a key by days of headings', () => {
    const text =
      '# Week 3 recall\n\n**Monday**\n\n**Q1.** Why?\n\n**Q2.** How?\n\n**Tuesday**\n\n**Q1.** When?\n\n# Answers\n\n### Monday\n\n1. So\n2. Thus\n\n### Tuesday\n\n1. Then\n'
    expect(promptsOf(text)).toBe('Monday: Why?, How? | Tuesday: When?')
  })

  it('where none of them ever asks, below the key of each day', () => {
    const day = (name: string, items: string) => `## ${name}\n\n${items}\n\n### Answers\n\n1. Aaish\n2. Beeish\n\n`
    const text = `# Week 3 recall\n\n${day('Monday', '1. Noun\n2. Verb')}${day('Tuesday', '1. Adverb\n2. Pronoun')}`
    expect(promptsOf(text)).toBe('Monday: Noun, Verb | Tuesday: Adverb, Pronoun')
  })

  it('below parts that are no days, above a key of a higher heading', () => {
    const text =
      '# Week 3 recall\n\n## Warm-up\n\n1. What is A?\n\n## Core\n\n1. What is B?\n\n# ANSWERS\n\n## Core\n\n1. Beeish\n'
    expect(promptsOf(text)).toBe('Warm-up: What is A? | Core: What is B?')
    expect(answersOf(text)).toBe('-|Beeish')
  })

  it('below a key above them', () => {
    const text = `# Week 3 recall\n\n## Answers\n\n### Monday\n\n${key}### Friday\n\n1. Strayish\n\n## Monday\n\n1. What is A?\n2. What is B?\n`
    expect(promptsOf(text)).toBe('Monday: What is A?, What is B?')
    expect(answersOf(text)).toBe('Aaish|Beeish')
  })
})

it('"Further reading" in a key is no answer', () => {
  const text =
    '# Week 3 recall\n\n## Monday\n\n1. What is A?\n\n## Answers\n\n### Monday\n\n1. Aaish\n\n## Further reading\n\n1. Bookish\n\n## Friday\n\n1. Strayish\n'
  expect(answersOf(text)).toBe('Aaish')
})
