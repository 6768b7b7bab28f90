/** Odd sheets: days of all sorts, weeks from everywhere, and characters that editors and web pages leave behind. */
import { describe, expect, it } from 'vitest'
import { plainBlocks, plainText } from '../../src/text/rich.js'
import { read } from './read.js'

const question = '\n\n1. Why? See a.md §1.\n\n'
/** A sheet with a day for each heading. */
const days = (...headings: string[]): string =>
  `# Week 1\n\n${headings.map((heading, i) => `## ${heading}${question.replace('Why', `Why ${i}`)}`).join('')}`
const named = (text: string): string[] =>
  read(text).sheet.days.map(
    ({ key, short, topic }) => `${key} ${short}${topic.length > 0 ? `: ${plainText(topic)}` : ''}`,
  )

/** Days with their questions, in one line each. */
const outline = (text: string): string[] =>
  read(text).sheet.days.map(({ name, questions }) =>
    [name, ...questions.map(({ prompt }) => plainBlocks(prompt))].join(' | '),
  )

describe('names of days', () => {
  it.each([
    ['22.04.2025 — Queues', '2025-04-22 04-22: Queues'],
    ['2025/4/23', '2025-04-23 04-23'],
    ['23/4/2025 Queues', '2025-04-23 04-23: Queues'],
    ['4/23/2025', '2025-04-23 04-23'],
    ['4/5/2025', '4-5-2025 4'],
    ['1.2. Queues', '1-2-queues 1'],
    ['Mon 21 April — Queues', 'monday Mon: 21 April — Queues'],
    ['Part 2', 'part-2 Part2'],
    ['Module 12: Queues', 'module-12 Modu12: Queues'],
    ['Warm-up — basics', 'warm-up Warm: basics'],
  ])('%s', (heading, name) => {
    expect(named(days(heading))).toEqual([name])
  })

  it('stay apart in their codes', () => {
    expect(named(days('Day 3', 'Day 3', 'Day 32', 'Part 2', 'Part 3'))).toEqual([
      'day-3 D3',
      'day-3-2 D3-2',
      'day-32 D32',
      'part-2 Part2',
      'part-3 Part3',
    ])
  })

  it('are found a level too deep', () => {
    expect(outline('# Week 1\n\n## Monday\n\n1. Why?\n\n### Tuesday\n\n1. How?\n\n# Wednesday\n\n1. When?\n')).toEqual([
      'Monday | Why?',
      'Tuesday | How?',
      'Wednesday | When?',
    ])
    expect(outline('# Week 1\n\n## Monday\n\n1. Why?\n\n## Tuesday\n\n### Monday again\n\n1. How?\n')).toEqual([
      'Monday | Why?',
      'Tuesday | How?',
    ])
  })
})

describe('order of days', () => {
  it.each([
    ['numbered days', ['Day 1', 'Day 3', 'Day 2'], ['day-order 11:1']],
    ['a numbered day that is missing', ['Day 1', 'Day 3'], ['day-missing 3:1']],
    ['lessons', ['Lesson 2', 'Lesson 1'], ['day-order 7:1']],
    ['dates', ['2025-04-22', '2025-04-21'], ['day-order 7:1']],
    ['a week from Sunday', ['Sunday', 'Monday', 'Wednesday'], ['day-missing 3:1']],
    ['dates without a year', ['30 December', '2 January'], []],
    ['weekdays and a part between them', ['Monday', 'Part 2', 'Tuesday'], []],
    ['far numbers', ['Day 3', 'Day 45'], []],
  ])('%s', (_, headings, codes) => {
    expect(read(days(...headings)).codes).toEqual(codes)
  })

  it('names the missing day as the sheet does', () => {
    const reasons = read(days('Tag 1', 'Tag 4')).log.messages.map(({ reason }) => reason)
    expect(reasons).toEqual(['The sheet has no Tag 2, Tag 3'])
  })
})

describe('the week', () => {
  it.each([
    ['# Recall', 'content/week-06-recall.md', 6, []],
    ['# Recall', 'content/week-5/week-06-recall.md', 5, ['sheet-week-differs']],
    ['# Week 4', 'content/week-5/recall.md', 4, ['sheet-week-differs 1:1']],
    ['---\nweek: ٣\n---\n# Recall', 'recall.md', 3, []],
  ])('%j in %s', (head, file, week, codes) => {
    const { sheet, codes: found } = read(`${head}\n\n## Monday${question}`, file)
    expect([sheet.week, found]).toEqual([week, codes])
  })
})

describe('front matter that Markdown does not see', () => {
  it.each([
    ['\n---\nweek: 4\n---\n# Recall', '2:1'],
    ['+++\nweek = 4\n+++\n# Recall', '1:1'],
    ['---\nweek: 4\n...\n# Recall', '1:1'],
    ['---\nweek: 4\n\n# Recall', '1:1'],
    ['---\nweek: 4\n# Recall', '1:1'],
    ['---\ntags:\n  - doors\nweek: 4\n----\n\n# Recall', '1:1'],
    ['---\ntitle: Doors\n—\n\n# Recall', '1:1'],
  ])('is told: %j', (head, place) => {
    expect(read(`${head}\n\n## Monday${question}`).codes).toContain(`front-matter-unread ${place}`)
  })

  it('is told, and the sheet read, where a rule further on seems to close it', () => {
    const { codes, sheet } = read(`---\nweek: 4\n\n# Recall\n\n## Monday${question}\n\n---\n\n## Tuesday${question}`)
    expect(codes).toContain('front-matter-unread 1:1')
    expect(sheet.days.map(({ key }) => key)).toEqual(['monday', 'tuesday'])
  })

  it('is not seen in rules and text', () => {
    expect(read(`---\nNote: read this.\n\n# Week 1\n\n## Monday${question}`).codes).toEqual([])

    expect(read(`---\n\n# Week 1\n\n---\n\n## Monday${question}`).codes).toEqual([])
  })
})

describe('characters that nobody sees', () => {
  const plain = '# Week 1\n\n## Warm-up\n\n1. Why so? See a.md §1.\n2. How? See a.md §2.\n'
  const shown = ['Warm-up | Why so? | How?']

  it.each([
    ['a byte order mark and carriage returns', `\ufeff${plain.replaceAll('\n', '\r\n')}`],
    ['carriage returns alone', plain.replaceAll('\n', '\r')],
    ['mixed line ends', plain.replace('\n\n', '\r\n\r').replace('\n\n', '\r\n\n')],
    ['no final newline', plain.trimEnd()],
    ['tabs', plain.replaceAll('. ', '.\t').replace('## ', '##\t')],
    ['no-break spaces after marks', plain.replaceAll(/^(##?|\d\.) /gm, '$1\u00a0')],
    ['no-break spaces before marks', plain.replaceAll(/^(?=\S)/gm, '\u00a0')],
    ['zero-width spaces before lines', plain.replaceAll(/^(?=\S)/gm, '\u200b')],
    ['a byte order mark in the middle', plain.replaceAll('\n## ', '\n\ufeff## ')],
    ['rules between questions', plain.replace('\n2.', '\n\n---\n\n2.')],
  ])('%s', (_, text) => {
    const { codes } = read(text)
    expect([outline(text), codes]).toEqual([shown, []])
  })

  it('keep the places of what stands after them', () => {
    expect(read('\u200b# Week 1\n\n##\u00a0Monday\n\n\u200b1.\u00a0Why? {linse=3} See a.md §1.\n').codes).toEqual([
      'override-unknown-key 5:11',
    ])
  })

  it('stay where a script needs them', () => {
    expect(outline(days('Monday').replace('Why 0', 'می\u200cخواهم क्\u200dष so\u00adft'))).toEqual([
      'Monday | می\u200cخواهم क्\u200dष so\u00adft?',
    ])
  })
})

describe('lines that ask above the numbered questions of a day', () => {
  const told = (above: string) =>
    read(`# Week 1\n\n## Monday\n\n${above}\n1. Why? See a.md §1.\n`).codes.filter((code) =>
      code.startsWith('questions'),
    )

  it.each([
    ['two lines', 'What is the capital of France?\nWhat is the capital of Spain?', '5:1'],
    ['two paragraphs', 'Answer cold.\n\nWhat is the capital of France?\n\n*What is the capital of Spain?*\n', '7:1'],
    ['lines below words', 'Answer cold.\nWhat is a jamb?\nWhat is a sill?\n', '6:1'],
    ['hard breaks', 'What is a jamb?  \nWhat is a sill?\n', '5:1'],
    ['in Arabic', 'ما هي المفصلة؟\nما هو القفل؟\n', '5:1'],
  ])('%s', (_, above, place) => expect(told(above)).toEqual([`questions-in-intro ${place}`]))

  it.each([
    ['one line that introduces them', 'What do you remember of Friday?'],
    ['prose in one line', 'Is it hard? Do you know why? Then begin.'],
    ['a sentence over two lines', 'What do you remember of the door and its\nhinges?'],
    ['a question in the middle', 'Ready?\nThen answer cold.'],
  ])('not %s', (_, above) => expect(told(above)).toEqual([]))
})

describe('a list above the days', () => {
  const told = (list: string) =>
    read(`# Week 1\n\n${list}\n\n## Monday\n\n1. Why? See a.md §1.\n`).codes.filter((code) => code.startsWith('list'))

  it.each([
    ['a line that tells of it', 'Goals:\n\n- Explain the hinge.\n- Draw a lock.'],
    ['a line right above it', 'Bring along:\n- a pen\n- a ruler'],
    ['a bold line', '**This week:**\n\n1. doors\n2. locks'],
  ])('is introduced by %s', (_, list) => expect(told(list)).toEqual([]))

  it.each([
    ['without a line', '- a pen\n- a ruler', '3:1'],
    ['below words that do not lead to it', 'Bring a pen.\n\n- Draw a lock.\n- Draw a door.', '5:1'],
    ['below a line that gives a task', 'Explain these:\n\n- hinge\n- lock', '5:1'],
    ['below a line that asks', 'Which of these turn? Write:\n\n- hinge\n- lock', '5:1'],
    ['that is a table of questions', '| Question | Answer |\n|---|---|\n| Why? | so |', '3:1'],
    ['that asks itself', 'Questions:\n\n1. Why so?\n2. How?', '5:1'],
  ])('is told %s', (_, list, place) => expect(told(list)).toEqual([`list-outside-days ${place}`]))
})
