/** Pages that a workbook has when they are asked for. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { type OptionalPage, optionalPages } from '../../src/template/optional-pages.js'
import { readRuling, rulings } from '../../src/template/ruling.js'
import { plainBlocks } from '../../src/text/rich.js'
import { editionOf } from '../../src/workbook/editions.js'
import { fitOf } from '../../src/workbook/fit.js'
import type { Item, Page } from '../../src/workbook/pages-model.js'
import { calendarOf } from '../../src/workbook/plan/retests.js'
import { fakeMetrics } from '../fake-metrics.js'
import { classicTemplate } from '../template.js'
import { elementsOf, lettersOf, textOf } from './look.js'
import { type MadeWorkbook, makeWorkbook, pdfOf, realSheet, realSources, sheetText } from './make.js'
import { paper, sheet } from './random-sheets.js'
import { readPdf } from './read-pdf.js'
import { expectSound } from './sound.js'

type Options = Parameters<typeof makeWorkbook>[1]

/** A workbook whose template has these pages; the edition is the whole one unless said otherwise. */
const withPages = (from: Parameters<typeof makeWorkbook>[0], pages: readonly OptionalPage[], options: Options = {}) =>
  makeWorkbook(from, {
    template: classicTemplate(({ workbook }) => {
      workbook.pages = [...pages]
    }),
    parts: editionOf('whole', 'week', 'back').parts,
    ...options,
  })

const kindsOf = ({ pages }: MadeWorkbook): string[] =>
  pages.pages.map(({ kind }) => kind).filter((kind, i, all) => kind !== all[i - 1])
const pagesOf = ({ pages }: MadeWorkbook, kind: Page['kind']): Page[] =>
  pages.pages.filter((page) => page.kind === kind)
const wordsOf = (pages: readonly Page[]): string => lettersOf(pages.flatMap(({ items }) => items.map(textOf)).join(' '))
const boxes = (page: Page | undefined): (Item & { type: 'box' })[] =>
  page?.items.filter((item) => item.type === 'box') ?? []

const week = sheetText({
  'Monday — Doors': ['Draw a door.', 'Why does a door open? See a.md §1.', 'Which two doors are there?'],
  'Wednesday — Locks': ['Compare them. {terms="a | b"}'],
})

describe('the pages that are asked for', () => {
  test('stand where they belong, and nowhere else', () => {
    const inOrder = [
      'brain-dump',
      'day',
      'brain-dump',
      'day',
      'summary',
      'calendar',
      'test-and-fold',
      'key',
      'exit-tickets',
    ]
    expect(kindsOf(withPages(week, optionalPages))).toEqual(inOrder)
    expect(kindsOf(withPages(week, []))).toEqual(['day', 'summary', 'key'])
    expect(kindsOf(withPages(week, ['calendar']))).toEqual(['day', 'summary', 'calendar', 'key'])
    const student = inOrder.filter((kind) => kind !== 'key' && kind !== 'exit-tickets')
    expect(kindsOf(withPages(week, optionalPages, { parts: editionOf('student', 'week', 'back').parts }))).toEqual(
      student,
    )
    const day = withPages(week, optionalPages, { parts: editionOf('student', 'day', 'back').parts, days: ['monday'] })
    expect(kindsOf(day)).toEqual(['brain-dump', 'day', 'exit-tickets'])
  })

  test('have outline entries and labels, and the questions keep their pages and links', async () => {
    const made = withPages(week, optionalPages)
    const titles = made.pages.outline.map(({ title, page }) => [title, made.pages.pages[page]?.kind])
    expect(titles).toEqual([
      ['Brain dump — Monday', 'brain-dump'],
      ['Monday — Doors', 'day'],
      ['Brain dump — Wednesday', 'brain-dump'],
      ['Wednesday — Locks', 'day'],
      ['Week summary', 'summary'],
      ['Retrieval calendar', 'calendar'],
      ['Test and fold', 'test-and-fold'],
      ['Where to look', 'key'],
      ['Exit ticket', 'exit-tickets'],
    ])
    expect(made.pages.pages.map(({ label }) => label)).toEqual(made.pages.pages.map((_, i) => String(i + 1)))
    expect(pagesOf(made, 'day').map((page) => page.links.length)).toEqual([3, 1])
    const read = await readPdf(await pdfOf(made))
    expect(read.pages).toHaveLength(made.pages.pages.length)
  })

  test('are sound on every paper, and in Arabic', () => {
    for (const size of ['a4', 'letter', 'a5'] as const)
      expectSound(withPages(realSheet(), optionalPages, { paper: size, sources: realSources() }))
    const arabic = withPages(
      `---\nlang: ar\nstart: 2026-11-22\n---\n${sheetText({ 'الأحد — البداية': ['لماذا؟ See a.md §1.', 'كيف؟'] }, 'الأسبوع 1')}`,
      optionalPages,
    )
    expectSound(arabic)
    const [left, right] = [withPages(week, ['test-and-fold']), arabic].map((made) => {
      const [page] = pagesOf(made, 'test-and-fold')
      const fold = page?.items.find((item) => item.type === 'line' && item.x1 === item.x2)
      return (fold?.type === 'line' ? fold.x1 : 0) / (page?.width ?? 1)
    })
    expect(left).toBeGreaterThan(0.55)
    expect(right).toBeLessThan(0.45)
  })

  test('of any sheet are sound', () => {
    const some = fc.subarray([...optionalPages])
    fc.assert(
      fc.property(sheet, paper, some, (text, size, pages) =>
        expectSound(withPages(text, pages, { paper: size, metrics: fakeMetrics })),
      ),
      { numRuns: 60 },
    )
  })

  test('are not all handed out: exit tickets are cut from a few pages, and answers stay with the key', () => {
    const made = withPages(week, optionalPages)
    expect(fitOf(made.plan, made.pages).handout.sides).toBe(made.pages.pages.length - 2)
    const answered = withPages(`${week}\n   Answer: So.\n`, optionalPages)
    const kept = fitOf(answered.plan, answered.pages)
    expect(kept.handout.sides).toBe(
      answered.pages.pages.length - kept.pages['exit-tickets'] - kept.pages.key - kept.pages['test-and-fold'],
    )
  })
})

describe('a brain dump', () => {
  test('has its day, room to write, and rows to look back in', () => {
    const [page] = pagesOf(withPages(week, ['brain-dump']), 'brain-dump')
    expect(page?.day).toBe('w17-mon')
    const words = wordsOf(page ? [page] : [])
    for (const said of ['Monday — Doors', 'Name', 'Date', 'What I left out', 'What I had wrong'])
      expect(words).toContain(lettersOf(said))
    const dots = page?.items.find((item) => item.type === 'dots')
    expect(dots?.type === 'dots' && dots.rows * dots.pitch).toBeGreaterThan((page?.height ?? 0) * 0.5)
  })

  test.each(['a4', 'letter', 'a5'])('on %s has its table once, under the dots, whatever the ruling', (paper) => {
    for (const words of [...Object.keys(rulings), '5', '6', '7', '12']) {
      const template = classicTemplate(({ workbook }) => {
        workbook.pages = ['brain-dump']
        Object.assign(workbook.ruling, readRuling(words))
      })
      const made = makeWorkbook(sheetText({ Monday: ['Why?'] }), { template, paper })
      const [page, ...more] = pagesOf(made, 'brain-dump')
      expect(more).toEqual([])
      expect(wordsOf(page ? [page] : []).split(lettersOf('What I left out')), words).toHaveLength(2)
      const items = page?.items ?? []
      const dots = items.find((item) => item.type === 'dots')
      const head = items.find((item) => lettersOf(textOf(item)).startsWith(lettersOf('What I left out')))
      const end = dots?.type === 'dots' ? dots.y + dots.rows * dots.pitch : Number.NaN
      expect(head?.type === 'text' && head.y, words).toBeGreaterThan(end)
      expectSound(made)
    }
  })
})

describe('an exit ticket', () => {
  const ticketsOf = (text: string, options: Options = {}): string[] => {
    const made = withPages(text, ['exit-tickets'], options)
    return pagesOf(made, 'exit-tickets').map((page) => wordsOf([page]))
  }
  const times = (text: string, words: string): number => text.split(lettersOf(words)).length - 1

  test('asks one question of its day, three times on a page, with name and date', () => {
    const [monday = ''] = ticketsOf(week)
    for (const said of ['Why does a door open?', 'Monday — Doors', 'Name', 'Date', 'Still unclear'])
      expect(times(monday, said)).toBe(3)
    expect(times(monday, 'Draw a door.')).toBe(0)
  })

  test('has a rule for a question where none fits on a slip of paper', () => {
    const [, wednesday = ''] = ticketsOf(week)
    expect(times(wednesday, 'Compare them.')).toBe(3)
    const long = `Why ${'does it do so '.repeat(90)}?`
    expect(times(ticketsOf(sheetText({ Monday: [long] }))[0] ?? '', 'Question')).toBe(3)
    expect(times(ticketsOf(sheetText({ Monday: [long, 'How?'] }))[0] ?? '', 'How?')).toBe(3)
  })

  test('asks what is ticked or compared where a day has nothing else, and is left out where it has neither', () => {
    const said = ticketsOf(
      sheetText({
        Monday: ['Recite the rule aloud.', 'True or false: Cells are alive.'],
        Tuesday: ['Recite the rule aloud.', 'Draw a door.'],
        Friday: ['Compare doors and locks.', 'What is a door?'],
      }),
    )
    expect(said).toHaveLength(2)
    expect(times(said[0] ?? '', 'True or false: Cells are alive.')).toBe(3)
    expect(times(said[1] ?? '', 'What is a door?')).toBe(3)
  })

  test('is cut along two dashed lines, with as much room over as under them', () => {
    const [page] = pagesOf(withPages(week, ['exit-tickets']), 'exit-tickets')
    const dashes = page?.items.flatMap((item) => (item.type === 'line' && item.x2 - item.x1 < 8 ? [item.y1] : [])) ?? []
    const cuts = [...new Set(dashes)]
    expect(cuts).toHaveLength(2)
    const third = (page?.height ?? 0) / 3
    expect(Math.abs((cuts[0] ?? 0) - third)).toBeLessThan(third * 0.1)
  })
})

test('the name of a page is set smaller rather than broken, where that is enough', () => {
  const heads = ['a4', 'a5'].map((paper) => {
    const [page] = pagesOf(withPages(sheetText({ Monday: ['Why?'] }), ['brain-dump'], { paper }), 'brain-dump')
    return page!.items.find((item) => textOf(item).trim() === 'Brain dump')!
  })
  const [wide, narrow] = heads.map((item) => (item.type === 'text' ? item.size : 0))
  expect(narrow).toBeLessThan(wide!)
  expect(narrow).toBeGreaterThan(wide! * 0.75)
})

describe('test and fold', () => {
  test('has every question, and behind the fold what the key says of it', () => {
    const made = withPages(realSheet(), ['test-and-fold'], { sources: realSources() })
    const words = wordsOf(pagesOf(made, 'test-and-fold'))
    for (const question of made.plan.days.flatMap((day) => day.questions))
      expect(words).toContain(lettersOf(plainBlocks(question.prompt)))
    expect(words).toContain(lettersOf('02_explainer.md §2.7 The versioning bundle'))
    expect(words).toContain(lettersOf('No source is named.'))
  })

  test('has three boxes to tick for a question', () => {
    const made = withPages(week, ['test-and-fold'])
    expect(pagesOf(made, 'test-and-fold').flatMap(boxes)).toHaveLength(4 * 3)
  })

  test('has the parts of a question with their letters on the same lines', () => {
    const made = withPages(sheetText({ Monday: ['Look at it.\n   a) What is first?\n   b) What is last?'] }), [
      'test-and-fold',
    ])
    const [page] = pagesOf(made, 'test-and-fold')
    const baselines = (words: string) =>
      page!.items.flatMap((item) => (item.type === 'text' && textOf(item).includes(words) ? [item.y] : []))
    expect(baselines('a)')).toEqual(baselines('What is first?'))
    expect(baselines('b)')).toEqual(baselines('What is last?'))
  })

  test('shows answers only to those who have the key', () => {
    const answered = sheetText({ Monday: ['Why does a door open?\n   Answer: Because of its hinges.'] })
    const seen = (parts: Options) => wordsOf(pagesOf(withPages(answered, ['test-and-fold'], parts), 'test-and-fold'))
    expect(seen({ parts: editionOf('whole', 'week', 'back').parts })).toContain(lettersOf('Because of its hinges.'))
    expect(seen({ parts: editionOf('student', 'week', 'back').parts })).toBe('')
    expect(
      withPages(week, ['test-and-fold'], { parts: editionOf('student', 'week', 'back').parts }).plan.testAndFold,
    ).not.toBeNull()
  })
})

describe('the calendar', () => {
  const made = withPages(`---\nstart: 2026-11-23\n---\n${week}`, ['calendar'])
  const cellsOf = ({ plan }: MadeWorkbook) => plan.calendar?.weeks.flatMap(({ cells }) => cells) ?? []

  test('has each day on its date and again after growing gaps', () => {
    const due = cellsOf(made).flatMap(({ date, tests }) => tests.map(({ day, turn }) => `${day} ${turn}: ${date}`))
    expect(due.sort()).toEqual([
      'Mon 0: Nov 23',
      'Mon 1: Nov 25',
      'Mon 2: Nov 30',
      'Mon 3: Dec 23',
      'Wed 0: Nov 25',
      'Wed 1: Nov 27',
      'Wed 2: Dec 2',
      'Wed 3: Dec 25',
    ])
    expect(made.plan.calendar?.heads).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
    expect(pagesOf(made, 'calendar').flatMap(boxes)).toHaveLength(8)
  })

  test('names weeks where there are no dates, and numbers where there are no weekdays', () => {
    const undated = withPages(week, ['calendar'])
    expect(cellsOf(undated).every(({ date }) => date === null)).toBe(true)
    expect(undated.plan.calendar?.weeks.map(({ label }) => label)).toEqual(['Week 17', 'Week 18', 'Week 21'])
    const parts = withPages(sheetText({ 'Part one': ['Why?'], 'Part two': ['How?'] }), ['calendar'])
    expect(parts.plan.calendar?.heads).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  test('is a table whose cells are in its rows', () => {
    const tables = [...elementsOf(made.pages.structure).values()].filter(({ element, parents }) => {
      const section = parents.at(-1)
      return element.type === 'Table' && section?.title === 'Retrieval calendar'
    })
    const rows = tables[0]?.element.children ?? []
    expect(rows.map(({ children }) => children.length)).toEqual(rows.map(() => 7))
    expect(rows[0]?.children.every(({ type }) => type === 'TH')).toBe(true)
  })

  test('has every day of any sheet once for each test', () => {
    const lags = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 })
    const start = fc.integer({ min: 0, max: 3000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(sheet, lags, fc.option(start), (text, after, begins) => {
        const front = begins === null ? '' : `---\nstart: ${begins}\n---\n\n`
        const { days, ...rest } = parseSheet(front + text, 'recall.md', new Log())
        const { weeks } = calendarOf(days, { days, ...rest }, after, 'en')
        const tests = weeks.flatMap(({ cells }) => cells.flatMap((cell) => cell.tests))
        expect(tests).toHaveLength(days.length * (after.length + 1))
        for (const { cells } of weeks) expect(cells.some((cell) => cell.tests.length > 0)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
