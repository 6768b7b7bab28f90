/** No word that stands only in a titled key is ever printed before it, whatever days it names and however it is written. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wholePrompt } from '../../../src/sheet/options/parts.js'
import { plainBlocks } from '../../../src/text/rich.js'
import { read } from '../read.js'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const slips = ['Teusday', 'Wensday', 'Thurday', 'Fridey']
const heads = [
  ...weekdays,
  ...slips,
  'Friday — Water',
  'Mon',
  'Fri',
  'Week 4, Monday',
  'Homework',
  'Homework answers',
  'Part A',
]

/** Words that end in "ish" stand in keys only; those around them may look like tasks. */
const answer = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      'A ',
      'Name of a ',
      'State of ',
      'Is a ',
      'In the ',
      'What holds it: ',
      'List of ',
      '3 ',
      '$x$ and ',
    ),
    fc.stringMatching(/^[b-df-hj-np-tv-z][aeiou][a-z]{1,4}$/),
    fc.constantFrom('', '', '.', '!', ', mostly', ' (see notes.md §1)', ' (2)'),
  )
  .map(([before, word, behind]) => `${before}${word}ish${behind}`)

const numbered = (items: readonly string[], mark: string) =>
  items.map((each, i) => `${i + 1}${mark} ${each}\n`).join('')
const forms: readonly ((name: string, items: readonly string[]) => string)[] = [
  (name, items) => `## ${name}\n\n${numbered(items, '.')}\n`,
  (name, items) => `### ${name}\n${numbered(items, '.')}\n`,
  (name, items) => `**${name}**\n\n${numbered(items, ')')}\n`,
  (name, items) => `**${name}**\n${numbered(items, '.')}\n`,
  (name, items) => `${name}\n\n${numbered(items, ')')}\n`,
  (name, items) => `${name}\n${numbered(items, '.')}\n`,
  (name, items) => `${name}:\n${numbered(items, '.')}\n`,
  (name, items) => `${name}: ${items.map((so, i) => `${i + 1}. ${so}`).join('; ')}\n\n`,
  (name, items) => `**${name}:** ${items.map((so, i) => `${i + 1}) ${so}`).join(' ')}\n\n`,
  (name, items) => `- ${name}\n${numbered(items, '.').replace(/^(?=.)/gm, '  ')}\n`,
  (name, items) => `### ${name}\n\n${items.map((so) => `- ${so}\n`).join('')}\n`,
  (name, items) => `### ${name}\n\n${items.map((so, i) => `**${i + 1}.** ${so}\n\n`).join('')}`,
  (name, items) =>
    `### ${name}\n\n| # | Answer |\n|--|--|\n${items.map((so, i) => `| ${i + 1} | ${so} |\n`).join('')}\n`,
  (name, items) => `> **${name}**\n>\n${numbered(items, '.').replace(/^(?=.)/gm, '> ')}\n`,
]
const titles = [
  '## Answer key',
  '# ANSWERS',
  '### Answers',
  '**Answers**',
  'ANSWER KEY',
  'Answers:',
  '## Lösungen',
  '> Answers',
  '<h2>Answers</h2>',
  '## Mark scheme',
  '## Answers — week 4',
  '---\n\n**Key**',
]

const key = fc.record({
  title: fc.constantFrom(...titles),
  lead: fc.option(fc.constantFrom('Do not print.', 'For the teacher only.'), { nil: '' }),
  form: fc.nat(forms.length - 1),
  days: fc.array(fc.tuple(fc.constantFrom(...heads), fc.array(answer, { minLength: 1, maxLength: 4 })), {
    minLength: 1,
    maxLength: 5,
  }),
})
const ask = fc.constantFrom(
  'What is a dam?',
  'Why does a lock have two gates?',
  'Name two dykes. See notes.md §1.',
  'Explain the weir.',
)
const sheet = fc.record({
  style: fc.constantFrom('headings', 'lines', 'bold', 'tables'),
  days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 4 }),
  asked: fc.array(ask, { minLength: 2, maxLength: 3 }),
})

const dayOf = (style: string, name: string, asked: readonly string[]): string => {
  if (style === 'tables')
    return `## ${name}\n\n| # | Question |\n|--|--|\n${asked.map((each, i) => `| ${i + 1} | ${each} |\n`).join('')}\n`
  const opened = style === 'headings' ? `## ${name}` : style === 'bold' ? `**${name}**` : name
  return `${opened}\n\n${numbered(asked, '.')}\n`
}

it('no sheet prints a word of its key', () => {
  fc.assert(
    fc.property(sheet, key, ({ style, days, asked }, { title, lead, form, days: keyDays }) => {
      const formOf = forms[form] ?? ((name: string) => name)
      const misspelt = (name: string) => (name === 'Saturday' && style === 'headings' ? 'Saterday' : name)
      const questions = days.map((name) => dayOf(style, misspelt(name), asked)).join('')
      const answers = keyDays.map(([name, items]) => formOf(name, items)).join('')
      const text = `# Week 4 recall\n\n${questions}${title}\n\n${lead === '' ? '' : `${lead}\n\n`}${answers}`
      const found = read(text).sheet
      const all = found.days.flatMap((day) => day.questions)
      const shown = [...found.intro, ...found.days.flatMap(({ intro }) => intro), ...all.flatMap(wholePrompt)]
      expect(plainBlocks(shown), text).not.toMatch(/ish\b/)
      expect(all.length, text).toBe(days.length * asked.length)
    }),
    { numRuns: 80 },
  )
})
