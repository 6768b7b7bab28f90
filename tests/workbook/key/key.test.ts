import { describe, expect, test } from 'vitest'
import { plainText } from '../../../src/text/rich.js'
import { pageOfQuestion } from '../../../src/workbook/pages-model.js'
import type { KeyDayPlan } from '../../../src/workbook/plan-model.js'
import { textOf, wordsInOrder } from '../look.js'
import { makeWorkbook, realSheet, realSources, sheetText } from '../make.js'
import { expectSound } from '../sound.js'

const doors =
  '# All about doors\n\n## 1.1 Opening\n\nThey turn.\n\n## 1.2 Kinds\n\nTwo.\n\n## 1.3 Locks\n\nThey hold.\n'
const windows = '# Windows\n\n## 4 Panes\n\nGlass.\n'
const sources = { 'doors.md': doors, 'windows.md': windows }

/** The key of one day of questions, each with its citation. */
function keyDay(...citations: string[]): KeyDayPlan {
  const questions = citations.map((citation, i) => `Why is thing ${i} so?${citation === '' ? '' : ` See ${citation}.`}`)
  return makeWorkbook(sheetText({ Monday: questions }), { sources }).plan.key!.days[0]!
}

const said = ({ file, entries }: KeyDayPlan): string[] =>
  entries.map(({ written, citations }) => {
    const found = citations.map((cited) =>
      [
        cited.named ? cited.file : `(${file})`,
        ...cited.sections.map(({ number, title }) => `${number} ${plainText(title)}`),
      ].join(' | '),
    )
    return [...(written === null ? [] : [`"${written}"`]), ...found].join('; ')
  })

describe('answers of several letters', () => {
  const prompt = 'Which are safe?\n   - [x] GET\n   - [ ] POST\n   - [x] HEAD'
  const parts = 'Compute.\n   a) 1 + 1?\n   b) 2 + 2?\n\n   Answer:\n   a) two\n   b) four'
  const { plan, pages } = makeWorkbook(sheetText({ Monday: [prompt, parts, 'Why?\n\n   Answer: So.'] }))
  const answers = plan.key!.days[0]!.entries.map(({ answer }) => answer)

  test('are one list, whether options were ticked or parts are answered', () => {
    expect(answers.map((blocks) => blocks.map(({ type }) => type))).toEqual([['list'], ['list'], ['paragraph']])
  })

  test('stand as close as lines do, and begin where other answers do', () => {
    const page = pages.pages.at(-1)!
    const lines = page.items.flatMap((item) =>
      item.type === 'text' && /^(?:[ac]\)|b\) four|So)/.test(textOf(item)) ? [item] : [],
    )
    expect(lines.map((line) => textOf(line).slice(0, 2))).toEqual(['a)', 'c)', 'a)', 'b)', 'So'])
    // Two columns.
    expect(new Set(lines.map(({ x }) => x)).size).toBe(2)
    const gap = (i: number) => (lines[i + 1]?.y ?? 0) - (lines[i]?.y ?? 0)
    expect(gap(0)).toBeCloseTo(gap(2), 5)
  })
})

describe('an entry', () => {
  test('says what its question is worth where the sheet gives points, for who marks it', () => {
    const texts = (...questions: string[]) =>
      makeWorkbook(sheetText({ Monday: questions })).pages.pages.flatMap(({ items }) =>
        items.flatMap((item) => (item.type === 'text' ? [textOf(item).trim()] : [])),
      )
    expect(texts('Why? {points=3}', 'How? {points=½}')).toEqual(
      expect.arrayContaining(['Mon 1 · p. 1 · 3 points', 'Mon 2 · p. 1 · ½ point']),
    )
    expect(texts('Why?', 'How?')).toEqual(expect.arrayContaining(['Mon 1 · p. 1', 'Mon 2 · p. 1']))
  })

  test('has the first words of its question on a line of their own where few have room behind its label', () => {
    const asked = 'Why does a door that nobody has opened for a year creak?'
    const lines = (question: string) => {
      const { pages } = makeWorkbook(sheetText({ Monday: [question] }), { sources, paper: 'a5' }).pages
      const items = pages.at(-1)?.items.flatMap((item) => (item.type === 'text' ? [item] : [])) ?? []
      const [label, words] = [/^Mon 1 · /, /^Why does/].map((start) => items.find((item) => start.test(textOf(item))))
      return { ...(words && { words: textOf(words) }), down: (words?.y ?? 0) - (label?.y ?? 0) }
    }
    expect(lines(asked).down).toBe(0)
    const { words, down } = lines(`${asked} {points=4}`)
    expect(down).toBeGreaterThan(8)
    expect(words).toMatch(/^Why does a door that nobody/)
  })

  test('does not repeat a citation that its sections say in full', () => {
    expect(said(keyDay('doors.md §1.1'))).toEqual(['(doors.md) | 1.1 Opening'])
    expect(said(keyDay('doors.md §1.1 and §1.3'))).toEqual(['(doors.md) | 1.1 Opening | 1.3 Locks'])
  })

  test('nor one of a section that is not there, whose number is all that is known of it', () => {
    expect(said(keyDay('doors.md §9.9'))).toEqual(['(doors.md) | §9.9 '])
    expect(said(keyDay('doors.md §1.2 and §9.9'))).toEqual(['(doors.md) | 1.2 Kinds | §9.9 '])
  })

  test.each([
    ['a range', 'doors.md §1.1-§1.3', '(doors.md) | 1.1 Opening | 1.2 Kinds | 1.3 Locks'],
    ['another sign', 'doors.md Sec. 1.2', '(doors.md) | 1.2 Kinds'],
    ['a note', 'doors.md §1.2 (second paragraph)', '(doors.md) | 1.2 Kinds'],
  ])('has the citation as written before the sections of %s', (_, citation, places) => {
    expect(said(keyDay(citation))).toEqual([`"${citation}"; ${places}`])
  })

  test('has only the citation as written when no file was found', () => {
    expect(said(keyDay('walls.md §1.1-§1.3'))).toEqual(['"walls.md §1.1-§1.3"'])
  })

  test('names the files of a question that cites two, and each that is not the one of most questions', () => {
    const day = keyDay('doors.md §1.1', 'doors.md §1.2', 'windows.md §4', 'doors.md §1.3 and windows.md §4', '')
    expect(day.file).toBe('doors.md')
    expect(said(day)).toEqual([
      '(doors.md) | 1.1 Opening',
      '(doors.md) | 1.2 Kinds',
      'windows.md | 4 Panes',
      'doors.md | 1.3 Locks; windows.md | 4 Panes',
      '',
    ])
  })

  test('has a book as written, which no file of the other questions stands over', () => {
    const day = keyDay('Campbell, Biology, pp. 88–91', 'the textbook, p. 12', 'doors.md §1.1')
    expect(day.file).toBe(null)
    expect(said(day)).toEqual(['"Campbell, Biology, pp. 88–91"', '"the textbook, p. 12"', 'doors.md | 1.1 Opening'])
  })

  test('names every file where no file is cited by most', () => {
    const day = keyDay('doors.md §1.1', 'windows.md §4')
    expect(day.file).toBe(null)
    expect(said(day)).toEqual(['doors.md | 1.1 Opening', 'windows.md | 4 Panes'])
  })
})

test('the first words of a question end before what is shown and not said', () => {
  const table = '\n\n   | door | hinge |\n   |---|---|\n   | front | |\n\n'
  const [filled, alone] = makeWorkbook(
    `# W1\n\n## Monday\n\n1. Fill it in.${table}2. | a | b |\n   |---|---|\n   | c | |\n`,
  ).plan.key!.days[0]!.entries
  expect(filled!.words).toBe('Fill it in.')
  expect(alone?.words).not.toBe('')
})

test('the reverse list has the title of a file once', () => {
  const { plan, pages } = makeWorkbook(sheetText({ Monday: ['Why? See doors.md §1.1.', 'How? See doors.md §1.2.'] }), {
    sources,
  })
  expect(plan.key!.reverse).toMatchObject([{ file: 'doors.md', title: [{ text: 'All about doors' }] }])
  expect(wordsInOrder(pages).split('All about doors')).toHaveLength(2)
})

describe('the real key', () => {
  test.each([
    ['a4', 1],
    ['letter', 2],
  ] as const)('says on %s where each answer is, in type as large as its pages allow', (paper, sides) => {
    const made = makeWorkbook(realSheet(), { paper, sources: realSources() })
    expectSound(made)
    expect(made.codes).toEqual([])
    const keyPages = made.pages.pages.filter(({ kind }) => kind === 'key')
    expect(keyPages).toHaveLength(sides)
    const words = wordsInOrder(
      made.pages,
      made.pages.structure.children.find(({ title }) => title === 'Where to look')!,
    )
    expect(words).toContain('Mon 1 · p. 1 Why is a notebook win')
    expect(words).toContain('02_explainer.md §1.1-§1.8 §1.1 A good score, in a notebook')
    expect(words).toContain('§3.5 The quality gate')
    expect(words.split('in 02_explainer.md')).toHaveLength(1 + 6)
  })

  test('grows where there is room, and takes no more pages for it', () => {
    const sizes = (count: number) => {
      const questions = Array.from({ length: count }, (_, i) => `Why is thing ${i} so? See doors.md §1.1.`)
      const { pages } = makeWorkbook(sheetText({ Monday: questions }), { sources })
      const key = pages.pages.filter(({ kind }) => kind === 'key')
      const section = key.flatMap(({ items }) => items).find((item) => textOf(item).startsWith('§1.1 '))
      return { pages: key.length, size: section?.type === 'text' ? section.size : 0 }
    }
    expect(sizes(4)).toEqual({ pages: 1, size: 10 })
    expect(sizes(36)).toEqual({ pages: 1, size: 9 })
  })
})

describe('editions', () => {
  const whole = makeWorkbook(realSheet(), { sources: realSources() })

  test('the student edition has the same pages and no word or link of a key', () => {
    const student = makeWorkbook(realSheet(), { sources: realSources(), parts: ['days', 'summary'] })
    expectSound(student)
    expect(student.pages.pages.map(({ label, kind }) => label + kind)).toEqual(
      whole.pages.pages.filter(({ kind }) => kind !== 'key').map(({ label, kind }) => label + kind),
    )
    expect(student.pages.pages.flatMap(({ links }) => links)).toEqual([])
    expect(student.pages.pages.flatMap(({ items }) => items.map(textOf)).join('|')).not.toContain('key on page')
  })

  test('the key alone is the one of the whole workbook, with its page numbers', () => {
    const pageOf = pageOfQuestion(whole.pages)
    const made = makeWorkbook(realSheet(), { sources: realSources(), parts: ['key'], firstPage: 8, pageOf })
    const texts = (pages: typeof made.pages) =>
      pages.pages.filter(({ kind }) => kind === 'key').map(({ label, items }) => [label, ...items.map(textOf)])
    expect(texts(made.pages)).toEqual(texts(whole.pages))
    const places = new Set(made.pages.destinations.map(({ name }) => name))
    const links = made.pages.pages.flatMap((page) => page.links)
    expect(links.length).toBeGreaterThan(0)
    for (const { to } of links) expect(places).toContain('destination' in to && to.destination)
  })
})

describe('a key that would begin a page for a few lines', () => {
  const keyOf = (...args: Parameters<typeof makeWorkbook>) => {
    const made = makeWorkbook(...args)
    expectSound(made)
    const pages = made.pages.pages.filter(({ kind }) => kind === 'key')
    const words = pages.flatMap(({ items }) => items.map((item) => textOf(item).trim()))
    return { pages, titles: words.filter((text) => text.includes('A good score, in a notebook')).length }
  }

  test('is set in three columns, the list from section to question without the titles that stand above it', () => {
    const { pages, titles } = keyOf(realSheet(), { sources: realSources() })
    expect(pages).toHaveLength(1)
    expect(titles).toBe(1)
  })

  test('stays in two columns, with all titles, where they have no room for three', () => {
    const { pages, titles } = keyOf(realSheet(), { sources: realSources(), paper: 'a5' })
    expect(pages.length).toBeGreaterThan(1)
    expect(titles).toBe(2)
  })

  test('stays in two columns where it holds answers', () => {
    const answer = '\n   <details><summary>Answer</summary>\n\n   It is so.\n\n   </details>\n'
    const sheet = (end: string) =>
      sheetText({ Monday: Array.from({ length: 24 }, (_, i) => `Why is thing ${i} so? See doors.md §1.1-§1.3.${end}`) })
    const columns = (end: string) => {
      const { pages } = keyOf(sheet(end), { sources })
      const heads = pages[0]!.items.flatMap((item) =>
        /^Mon \d+ · p/.test(textOf(item)) && 'x' in item ? [item.x] : [],
      )
      return new Set(heads.map(Math.round)).size
    }
    expect(columns(answer)).toBe(2)
    expect(columns('')).toBe(3)
  })
})
