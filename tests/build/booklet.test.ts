import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type BookletWeek, bookletFront, bookletPages, bookletsOf, weeksAlone } from '../../src/build/booklet.js'
import { KeptSheet } from '../../src/build/kept-sheet.js'
import { readSheets } from '../../src/build/read-sheets.js'
import { Log } from '../../src/diagnostics.js'
import { printedAs } from '../../src/template/chosen.js'
import type { PrintChoices } from '../../src/template/print.js'
import type { Edition } from '../../src/workbook/editions.js'
import { contentsOf, spanOf, withPlaces } from '../../src/workbook/front/front-plan.js'
import type { Pages } from '../../src/workbook/pages-model.js'
import { renderBooklet } from '../../src/workbook/pdf.js'
import { planWorkbook } from '../../src/workbook/plan.js'
import { Course } from '../cache/course.js'
import { realFonts } from '../real-fonts.js'
import { classicTemplate } from '../template.js'
import { epoch, sheetText } from '../workbook/make.js'
import { readPdf } from '../workbook/read-pdf.js'
import { unpackPdf } from '../workbook/unpack-pdf.js'

const template = classicTemplate()

/** A week in a folder, with as many days as there are questions. */
function week(folder: string, number: number, questions: string[], front = ''): BookletWeek {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday']
  const days = Object.fromEntries(questions.map((question, i) => [names[i] ?? '', [question]]))
  const text = `${front}${sheetText(days, `Week ${number} — Doors`)}`
  const path = `${folder}/recall.md`
  const world = { cited: () => null, namesNear: () => [], picture: () => ({ missing: [] }) }
  const [read] = readSheets([{ file: path, path, root: '', text }], world, new Log())
  if (!read) throw new Error('No sheet')
  return { read: new KeptSheet(read, true), folder, template, fonts: realFonts(), metrics: realFonts() }
}

const course = [
  week('course/week-02', 2, ['Why does it close? See b.md §1.']),
  week('course/week-01', 1, ['Why does a door open? See a.md §1.', 'How?']),
  week('course/week-10', 10, ['Why does it creak? See a.md §1.', 'When?', 'Who?']),
]

describe('weeks beside each other are a booklet', () => {
  const shapeOf = (weeks: BookletWeek[]) =>
    bookletsOf(weeks).map(({ path, head, weeks: of }) => [path, head.title, of.map(({ read }) => read.sheet.week)])

  test('in the order of their numbers, named after their folder', () => {
    expect(shapeOf(course)).toEqual([['course/booklet', 'Course', [1, 2, 10]]])
  })

  test('after none of several courses: those that are named otherwise, or have the same week of which one names none', () => {
    const of = (course: string) => `---\ncourse: ${course}\n---\n\n`
    const titleIn = (home: string, ...weeks: [number, string][]) => {
      const [made] = bookletsOf(weeks.map(([number, front], i) => week(`${home}${i}`, number, ['Why?'], front)))
      return [made?.head.title, made?.course, made?.dispute?.otherCourse]
    }
    expect(titleIn('', [5, ''], [5, of('History 9B')], [5, ''])).toEqual(['Week 5', null, null])
    expect(titleIn('year-9/', [5, ''], [5, of('History 9B')])).toEqual(['Year 9', 'Year 9', null])
    expect(titleIn('', [1, of('Latin')], [2, of('Greek')])).toEqual(['Week 1 – Week 2', null, 'Greek'])
    expect(titleIn('', [1, of('Latin')], [2, ''], [2, ''])).toEqual(['Latin', 'Latin', undefined])
    expect(titleIn('', [1, of('Latin')], [1, of('Latin')])).toEqual(['Latin', 'Latin', undefined])
  })

  test('with the name of the course, and each language of its own', () => {
    const named = '---\ncourse: Doors and hinges\n---\n\n'
    const german = '---\nlang: de-AT\n---\n\n'
    expect(
      shapeOf([
        week('week-01', 1, ['Why?'], named),
        week('week-02', 2, ['Why?']),
        week('week-01-de', 1, ['Warum?'], german),
        week('week-02-de', 2, ['Warum?'], german),
        week('other/week-01', 1, ['Why?']),
      ]),
    ).toEqual([
      ['booklet-en', 'Doors and hinges', [1, 2]],
      ['booklet-de', 'Week 1 – Week 2', [1, 2]],
    ])
  })

  test('not named after a folder whose name no font can show', () => {
    expect(shapeOf([week('\u{1d49c}/week-01', 1, ['Why?']), week('\u{1d49c}/week-02', 2, ['Why?'])])).toEqual([
      ['\u{1d49c}/booklet', 'Week 1 – Week 2', [1, 2]],
    ])
  })

  test('without those that no other beside them is of the language of', () => {
    const inLang = (folder: string, lang: string) => week(folder, 1, ['?'], `---\nlang: ${lang}\n---\n\n`)
    const weeks = [
      ...course,
      inLang('course/week-01-ar', 'ar'),
      inLang('course/week-01-ja', 'ja'),
      week('a/b', 1, ['?']),
    ]
    expect(weeksAlone(weeks)).toEqual([
      { file: 'course/week-01-ar/recall.md', lang: 'ar' },
      { file: 'course/week-01-ja/recall.md', lang: 'ja' },
      { file: 'a/b/recall.md', lang: null },
    ])
    expect(weeksAlone([...course, inLang('x/1', 'de'), inLang('x/2', 'de-AT')])).toEqual([])
  })

  test('unless their fonts differ: then it says which do not stand in it', () => {
    const [first, second] = course as [BookletWeek, BookletWeek]
    const other = { ...first, fonts: { ...realFonts() } }
    expect(bookletsOf([second, other]).map(({ weeks, others }) => [weeks.length, others])).toEqual([
      [1, ['course/week-02/recall.md']],
    ])
  })
})

describe('a booklet', async () => {
  const [booklet] = bookletsOf(course)
  if (!booklet) throw new Error('No booklet')
  const pages = [...bookletPages(booklet, 'whole')]
  const bytes = Buffer.concat([...renderBooklet(booklet.head, pages, () => null, booklet.fonts, { date: epoch })])
  const pdf = await readPdf(bytes)
  const file = unpackPdf(bytes)

  test('begins each week on a right page, with numbers that go on', () => {
    const labels = pages.map((week) => week.pages.map(({ label }) => Number(label)))
    for (const [first = 0] of labels) expect(first % 2).toBe(1)
    const last = labels.at(-1)?.at(-1)
    expect(pdf.pages).toHaveLength(last ?? 0)
    expect(pdf.labels ?? pdf.pages.map((_, i) => String(i + 1))).toEqual(pdf.pages.map((_, i) => String(i + 1)))
    for (const week of pages)
      for (const page of week.pages) {
        expect(pdf.pages[Number(page.label) - 1]?.links.length).toBe(page.links.length)
        expect(page.side).toBe(Number(page.label) % 2 === 1 ? 'right' : 'left')
      }
  })

  test('leaves a page blank where a week would begin on the back of another', () => {
    const blank = pdf.pages.flatMap(({ text }, i) => (text.trim() === '' ? [i + 1] : []))
    const printed = pages.flatMap((week) => week.pages.map(({ label }) => Number(label)))
    expect(blank).toEqual(pdf.pages.map((_, i) => i + 1).filter((number) => !printed.includes(number)))
    expect(blank.length).toBeGreaterThan(0)
  })

  test('leads from each question to the key of its own week, and back', () => {
    const weekOf = (page: number) =>
      pages.findIndex((week) => week.pages.some(({ label }) => label === String(page + 1)))
    pdf.pages.forEach(({ links }, i) => {
      for (const link of links) expect(weekOf(link.page)).toBe(weekOf(i))
    })
    expect(pdf.pages.reduce((n, { links }) => n + links.length, 0)).toBeGreaterThanOrEqual(2 * 6)
  })

  test('has a bookmark and a part of the structure for each week', () => {
    expect(pdf.outline.map(({ title, page }) => [title, page])).toEqual(
      pages.map((week) => [week.title, Number(week.pages[0]?.label) - 1]),
    )
    expect(file.match(/\/S\/Part/g)).toHaveLength(3)
    expect(file.match(/\/S\/Document/g)).toHaveLength(1)
    expect(pdf.title).toBe('Course')
  })

  test('has the same bytes each time, whether its weeks come one by one or all at once', async () => {
    const weeks = bookletPages(booklet, 'whole')
    const again = Buffer.concat([...renderBooklet(booklet.head, weeks, () => null, booklet.fonts, { date: epoch })])
    expect(Buffer.compare(again, bytes)).toBe(0)
  })

  test('of keys names the pages of the whole booklet', () => {
    const words = (week: (typeof pages)[number]) =>
      week.pages.flatMap(({ items }) =>
        items.flatMap((item) => (item.type === 'text' ? [item.pieces.map(({ text }) => text).join('')] : [])),
      )
    const keys = [...bookletPages(booklet, 'key')]
    const firstOfLast = pages[2]?.pages[0]?.label
    expect(keys[2] && words(keys[2]).join(' ')).toContain(`p. ${firstOfLast}`)
  })
})

describe('editions of a booklet', () => {
  const numbersOf = (edition: Edition, kind: string) =>
    [...bookletPages({ weeks: course, course: null }, edition)].map((week) =>
      week.pages.filter((page) => page.kind === kind).map(({ label }) => label),
    )

  test.each<[Edition, string]>([
    ['key', 'key'],
    ['student', 'day'],
    ['student', 'summary'],
  ])('have the page numbers of the whole one: %s, %s', (edition, kind) => {
    expect(numbersOf(edition, kind)).toEqual(numbersOf('whole', kind))
  })

  test('but for run sheets, which have their own', () => {
    expect(numbersOf('instructor', 'guide')).toEqual([['1'], ['3'], ['5']])
  })
})

describe('what stands before the weeks', async () => {
  const [booklet] = bookletsOf(course)
  if (!booklet) throw new Error('No booklet')
  const weeks = [...bookletPages(booklet, 'whole')].map(withPlaces)
  const front = bookletFront(
    booklet,
    'whole',
    weeks.map((week, i) => contentsOf(week, i + 1)),
  )
  const bytes = Buffer.concat([...renderBooklet(booklet.head, weeks, () => front, booklet.fonts, { date: epoch })])
  const pdf = await readPdf(bytes)
  const file = unpackPdf(bytes)
  const before = front?.pages.length ?? 0

  test('is a title page and the contents, each on a front side', () => {
    expect(front?.pages.map(({ kind, label, side }) => `${kind} ${label} ${side}`)).toEqual([
      'title i right',
      'blank ii left',
      'contents iii right',
      'blank iv left',
    ])
    expect(pdf.pages[0]?.text).toMatch(/^Course +Week 1 – Week 2, Week 10 +Name *$/)
    expect(pdf.pages[0]?.roles).toBe('Root Document Part Sect H1 P P')
  })

  test('has Roman numbers, so that those of the weeks begin with 1', () => {
    const numbers = pdf.pages.slice(before).map((_, i) => String(i + 1))
    expect(pdf.labels).toEqual(['i', 'ii', 'iii', 'iv', ...numbers])
    const firsts = weeks.map((week) => week.pages[0]?.label ?? '')
    expect(firsts.map((label) => pdf.labels?.lastIndexOf(label))).toEqual(pdf.outline.slice(1).map(({ page }) => page))
  })

  test('leads to every week and all that it has, on the page that it names', () => {
    const contents = pdf.pages[2]
    const listed = weeks.flatMap((week) => [week.title, ...week.outline.map(({ title }) => title)])
    expect(contents?.links.map(({ words }) => words.replace(/, p\. \d+$/, ''))).toEqual(listed)
    for (const { words, page } of contents?.links ?? [])
      expect(words).toMatch(new RegExp(`, p\\. ${pdf.labels?.[page]}$`))
    expect(contents?.text).toContain('Week 1 — Doors 1 Monday 1 Tuesday 2 Week summary 3 Where to look 4')
  })

  test('is in the structure before the weeks: a table of contents, nested', () => {
    const week = 'TOCI Reference Link TOC'
    const roles = pdf.pages[2]?.roles ?? ''
    expect(roles).toMatch(new RegExp(`^Root Document Part Sect H1 TOC ${week} TOCI Reference Link`))
    expect(roles.split(`${week} `)).toHaveLength(4)
    expect(file.match(/\/S\/Part/g)).toHaveLength(4)
    expect(pdf.outline.map(({ title }) => title)).toEqual(['Contents', ...weeks.map(({ title }) => title)])
  })

  const frontOf = (edition: Edition, change: (booklet: typeof template) => void = () => {}): Pages | null => {
    const changed = classicTemplate(change)
    const [made] = bookletsOf(course.map((each) => ({ ...each, template: changed })))
    if (!made) throw new Error('No booklet')
    const known = [...bookletPages(made, edition)].map((each, i) => contentsOf(withPlaces(each), i + 1))
    return bookletFront(made, edition, known)
  }
  const wordsOf = (pages: Pages | null, kind: 'title' | 'contents') =>
    (pages?.pages ?? [])
      .filter((page) => page.kind === kind)
      .flatMap(({ items }) => items)
      .flatMap((item) => (item.type === 'text' ? [item.pieces.map(({ text }) => text.trim()).join(' ')] : []))

  test('says which edition it is, and has room for a name where one writes in it', () => {
    expect(wordsOf(frontOf('student'), 'title')).toEqual(['Course', 'Week 1 – Week 2, Week 10', 'Name'])
    expect(wordsOf(frontOf('key'), 'title')).toEqual(['Course', 'Week 1 – Week 2, Week 10', 'Where to look'])
    expect(wordsOf(frontOf('instructor'), 'title')).toEqual(['Course', 'Week 1 – Week 2, Week 10', 'Run sheet'])
  })

  test.each<[numbers: (number | null)[], said: string | null]>([
    [[1, 2, 3], 'Week 1 – Week 3'],
    [[2, 1, 1], 'Week 1 – Week 2'],
    [[1, 2, 10], 'Week 1 – Week 2, Week 10'],
    [[1, 3, 5, 7, 8], 'Week 1, Week 3, Week 5, Week 7 – Week 8'],
    [[1, 3, 5, 7, 9], 'Week 1, …, Week 9'],
    [[1, 1], null],
    [[1, null, 3], null],
  ])('names no week that it lacks: %j', (numbers, said) => {
    expect(spanOf(numbers, template)).toBe(said)
  })

  test.each([
    ['Geography — Rivers and Coasts', ['Geography —', 'Rivers and Coasts']],
    ['Introductory Geography: Rivers, Lakes', ['Introductory Geography:', 'Rivers, Lakes']],
    ['Introduction to quantum mechanics', ['Introduction to', 'quantum mechanics']],
  ])('breaks the course %s where it reads well', (name, lines) => {
    const front = `---\ncourse: '${name}'\n---\n\n`
    const [made] = bookletsOf([week('week-01', 1, ['Why?'], front), week('week-02', 2, ['Why?'])])
    const shown = wordsOf(made ? bookletFront(made, 'whole', []) : null, 'title')
    expect(shown.slice(0, lines.length)).toEqual(lines)
  })

  test.each([10, 60, 4000])('sets a course of %i words on its title page above what stands below it', (count) => {
    const front = `---\ncourse: ${'Retrieval '.repeat(count)}\n---\n\n`
    const [made] = bookletsOf([week('week-01', 1, ['Why?'], front), week('week-02', 2, ['Why?'])])
    const title = made && bookletFront(made, 'whole', [])?.pages[0]
    const texts = (title?.items ?? []).flatMap((item) => (item.type === 'text' ? [item] : []))
    const lowest = (words: RegExp) =>
      Math.max(...texts.filter(({ pieces }) => words.test(pieces.map(({ text }) => text).join(''))).map(({ y }) => y))
    expect(lowest(/Retrieval/) + 30).toBeLessThan(lowest(/Week 1/))
    expect(lowest(/Week 1/) + 10).toBeLessThan(lowest(/Name/))
  })

  test('lists a week alone that has one thing', () => {
    expect(wordsOf(frontOf('key'), 'contents').filter((words) => words === 'Where to look')).toEqual([])
  })

  test('takes no blank backs on one side, and is left out where a template says so', () => {
    const kinds = (pages: Pages | null) => pages?.pages.map(({ kind }) => kind)
    const onOneSide = frontOf('whole', ({ workbook }) => {
      workbook.duplex = false
    })
    expect(kinds(onOneSide)).toEqual(['title', 'contents'])
    const without = frontOf('whole', ({ workbook }) => {
      workbook.front = false
    })
    expect(without).toBeNull()
  })

  test('lists the days of courses as long as they take two leaves, then weeks alone', () => {
    const longer = (count: number) =>
      bookletFront(
        booklet,
        'whole',
        Array.from({ length: count }, (_, i) => {
          const entry = (title: string) => ({ title, page: String(8 * i + 1), destination: 'x' })
          return { ...entry(`Week ${i + 1}`), parts: ['Monday', 'Tuesday', 'Wednesday', 'Thursday'].map(entry) }
        }),
      )
    const sides = (pages: Pages | null) => pages?.pages.filter(({ kind }) => kind === 'contents').length
    expect(sides(longer(8))).toBe(1)
    expect(sides(longer(60))).toBe(4)
    expect(wordsOf(longer(60), 'contents')).toContain('Monday')
    expect(wordsOf(longer(400), 'contents')).not.toContain('Monday')
    expect(wordsOf(longer(400), 'contents')).toContain('Week 400')
    expect(longer(400)?.pages.length).toBeLessThan(10)
  })
})

describe('heads of a booklet', () => {
  const named = '---\ncourse: Doors and hinges\n---\n\n'
  const heads = (made: BookletWeek, course: string | null) =>
    [...bookletPages({ weeks: [made], course }, 'whole')].flatMap(({ pages }) =>
      pages.map(({ items }) =>
        items.flatMap((item) => (item.type === 'text' ? [item.pieces.map(({ text }) => text).join('')] : [])),
      ),
    )

  test('say the course where a week does not, and its own where it does', () => {
    expect(heads(week('a', 1, ['Why?']), 'Gates')[0]).toContain('GATES · WEEK 1 · DOORS')
    expect(heads(week('a', 1, ['Why?'], named), 'Gates')[0]).toContain('DOORS AND HINGES · WEEK 1 · DOORS')
    expect(heads(week('a', 1, ['Why?']), null)[0]).toContain('WEEK 1 · DOORS')
  })

  test('say no words twice that course and title share; nor do the contents', () => {
    const twice = (title: string) => `---\ncourse: Geography — Rivers and Coasts\ntitle: ${title}\n---\n\n`
    const made = week('a', 3, ['Why?'], twice('Rivers and coasts'))
    expect(heads(made, null)[0]).toContain('GEOGRAPHY — RIVERS AND COASTS · WEEK 3')
    const [booklet] = bookletsOf([made, week('b', 4, ['Why?'], twice('Rivers and Coasts — Deltas'))])
    const pages = booklet ? [...bookletPages(booklet, 'whole')] : []
    expect(pages.map(({ title }) => title)).toEqual(['Week 3', 'Week 4 — Deltas'])
  })

  test('leave the same part out where they have no room, however short it is', () => {
    const lengths = Array.from({ length: 40 }, (_, i) => i + 10)
    const eyebrows = lengths.map((length) => {
      const front = `---\ncourse: ${'Doors and hinges '.repeat(3).slice(0, length).trim()}\ntitle: Locks\n---\n\n`
      return heads(week('a', 1, ['Why?'], front), null)[0]?.find((words) => words.includes('WEEK 1')) ?? ''
    })
    expect(eyebrows.some((words) => /^DOORS.* · WEEK 1$/.test(words))).toBe(true)
    expect(eyebrows).not.toContain('WEEK 1 · LOCKS')
  })

  test('say the week on pages that go on', () => {
    const long = week('a', 7, ['Why does it open? {lines=20}\n2. Why does it close? {lines=20}'])
    expect(heads(long, 'Gates')[1]).toContain('Week 7 · Monday, continued')
  })

  test('leave the stamp of a sheet as it is without a booklet', () => {
    const made = week('a', 1, ['Why does it close?'])
    const { sheet, citations } = made.read.planned()
    const stamp = (options: object) => planWorkbook(sheet, citations, made.template, options).days[0]?.revision
    expect(stamp({ booklet: { course: 'Gates' } })).toBe(stamp({}))
  })
})

describe('how it is printed', () => {
  const printed = (choices: PrintChoices) => {
    const chosen = classicTemplate((classic) => {
      classic.workbook = printedAs(classic.workbook, choices)
    })
    return course.map((each) => ({ ...each, template: chosen }))
  }
  const order = (weeks: readonly BookletWeek[], edition: Edition) =>
    [...bookletPages({ weeks: [...weeks], course: null }, edition)].map(({ pages }) =>
      pages.map(({ label, kind, side }) => `${label} ${kind} ${side}`),
    )

  test('with keys on the backs, the key alone has the numbers of the backs', () => {
    const weeks = printed({ key: 'flip' })
    const whole = order(weeks, 'whole').map((pages) => pages.filter((page) => page.includes('key')))
    expect(whole[0]).toEqual(['2 key left', '4 key left'])
    expect(order(weeks, 'key')).toEqual(whole)
  })

  test('on one side, weeks follow each other without a gap', () => {
    const weeks = printed({ duplex: 'false' })
    const labels = order(weeks, 'whole').flat()
    expect(labels.map((page) => Number.parseInt(page, 10))).toEqual(labels.map((_, i) => i + 1))
    expect(bookletsOf(weeks)[0]?.head.duplex).toBe(false)
  })
})

test('the build says how many pages a booklet has, blank ones among them', async () => {
  const weeks = new Course(2)
  const { said } = await weeks.build('build --only workbook --booklet')
  const pdf = await readPdf(readFileSync(join(weeks.cwd, 'out/booklet.pdf')))
  weeks.end()
  expect(pdf.pages.some(({ text }) => text.trim() === '')).toBe(true)
  expect(said).toContain(`out/booklet.pdf  2 weeks, ${pdf.pages.length} pages`)
})

test('a booklet of several courses is told, with what it is called', async () => {
  const several = new Course(0)
  several.write('content/a/recall.md', '# Chemistry — Week 5\n\n## Monday\n\n1. Why?\n')
  several.write('content/b/recall.md', '---\ncourse: History 9B\nweek: 5\n---\n\n## Monday\n\n1. When?\n')
  const { said } = await several.build('build --booklet --only workbook')
  several.end()
  expect(said).toContain(
    'content/b/recall.md: info: The course is "History 9B" here and not named in content/a/recall.md: booklet.pdf, which holds both, is called "Week 5" [booklet-courses-differ]',
  )
})

test('a week of another language than those of the booklet is told', async () => {
  const weeks = new Course(2)
  mkdirSync(join(weeks.cwd, 'content/week-01-de'))
  writeFileSync(
    join(weeks.cwd, 'content/week-01-de/recall.md'),
    '---\nlang: de\n---\n\n# Woche 1\n\n## Montag\n\n1. Warum?\n',
  )
  const { said } = await weeks.build('build --only workbook --booklet')
  weeks.end()
  expect(said).toContain('content/week-01-de/recall.md: info: This week stands in no booklet')
})
