import { describe, expect, it } from 'vitest'
import { compareWeeks } from '../../src/identity/compare.js'
import type { ManifestSheet, OtherPages } from '../../src/identity/model.js'
import { pairWeeks } from '../../src/identity/pair-weeks.js'
import {
  againstPrints,
  daysOf,
  formatPrints,
  neverPrinted,
  type Prints,
  readPrints,
  weeksPrinted,
  withNewNames,
  withPrints,
} from '../../src/identity/prints.js'
import { neverPrintedLine } from '../../src/report/changes.js'

/** A week with a question a day: `week('a.md', 'mon', 'tue')`. `ids`: what its questions are called after. */
const week = (path: string, days: string[], ids = path): ManifestSheet => ({
  path,
  week: null,
  outputs: [],
  days: days.map((key) => ({ key, name: key.toUpperCase(), code: `W1·${key}`, revision: 'abcdef', pages: ['1'] })),
  questions: days.map((day) => ({
    id: `${ids} ${day}`,
    code: 'W1',
    day,
    number: 1,
    words: `${ids} ${day}`,
    citations: [],
  })),
})

/** A record of some days of weeks. */
const record = (weeks: ManifestSheet[], ...days: string[]): Prints =>
  withPrints(
    null,
    daysOf(weeks).filter(({ day }) => days.includes(day.key)),
    weeks,
    '2026-11-25',
  )

const course = [week('a.md', ['mon', 'tue']), week('b.md', ['mon', 'wed'])]

describe('against what was printed', () => {
  const printed = weeksPrinted(record(course, 'mon', 'wed'))

  it('only days that were count', () => {
    const days = againstPrints(pairWeeks(printed, course)).map(({ now }) => now?.days?.map(({ key }) => key))
    expect(days).toEqual([['mon'], ['mon', 'wed']])
  })

  it('a question that went to a day of which nothing was printed has moved', () => {
    const [first] = weeksPrinted(record(course, 'mon'))
    const [asked] = first?.questions ?? []
    const now = course.map((each) =>
      each.path === 'a.md' && asked ? { ...each, questions: [{ ...asked, day: 'tue', code: 'W1 tue 1' }] } : each,
    )
    const [change] = compareWeeks(againstPrints(pairWeeks(first ? [first] : [], now)))
    expect(change?.questions.map(({ events, code }) => [events, code.now])).toEqual([[['moved'], 'W1 tue 1']])
  })

  it('the pages of a week count where all of its days were printed, and those of a day with it', () => {
    const pages = (said: string): OtherPages[] => [
      { kind: 'brain-dump', day: 'mon', pages: ['1'], said },
      { kind: 'summary', pages: ['4'], said },
    ]
    const made = (said: string) => [{ ...week('a.md', ['mon', 'tue']), otherPages: pages(said) }]
    const kinds = (prints: Prints, said: string) =>
      compareWeeks(againstPrints(pairWeeks(weeksPrinted(prints), made(said)))).flatMap(({ otherPages = [] }) =>
        otherPages.map(({ kind }) => kind),
      )
    const [mon, tue] = ['mon', 'tue'].map((day) => record(made('aaaaaa'), day)) as [Prints, Prints]
    expect(kinds(tue, 'bbbbbb')).toEqual([])
    expect(kinds(mon, 'bbbbbb')).toEqual(['brain-dump'])
    const all = record(made('aaaaaa'), 'mon', 'tue')
    expect(kinds(all, 'aaaaaa')).toEqual([])
    expect(kinds(all, 'bbbbbb')).toEqual(['brain-dump', 'summary'])
    const monday = daysOf(made('bbbbbb')).slice(0, 1)
    expect(kinds(withPrints(all, monday, made('bbbbbb'), '2026-11-26'), 'bbbbbb')).toEqual(['summary'])
    expect(kinds(record(course, 'mon', 'tue'), 'bbbbbb')).toEqual([])
    expect(readPrints(formatPrints(all))).toEqual(all)
  })

  it('the others were never printed', () => {
    expect(neverPrinted(pairWeeks(printed, course))).toEqual([
      { path: 'a.md', week: null, key: 'tue', name: 'TUE', code: 'W1·tue' },
    ])
    expect(neverPrinted(pairWeeks([], course))).toHaveLength(4)
    expect(neverPrinted(pairWeeks(printed, []))).toEqual([])
  })

  it('a renamed week has its prints, and takes them along', () => {
    const renamed = [week('a.md', ['mon', 'tue']), week('c.md', ['mon', 'wed'], 'b.md')]
    expect(neverPrinted(pairWeeks(printed, renamed)).map(({ path, key }) => `${path} ${key}`)).toEqual(['a.md tue'])
    const moved = withNewNames(record(course, 'mon', 'wed'), renamed)
    expect(moved.prints.map(({ path, day }) => `${path} ${day.key}`)).toEqual(['a.md mon', 'c.md mon', 'c.md wed'])
    expect(readPrints(formatPrints(moved))).toEqual(moved)
  })

  it('a course that was never printed is named in one line', () => {
    const course = Array.from({ length: 52 }, (_, i) => week(`${10 + i}.md`, ['mon', 'tue']))
    const days = neverPrinted(pairWeeks([], course))
    const codes = days.map(({ code }) => code)
    expect(neverPrintedLine(days, codes)).toMatch(
      /^Never recorded as printed: W1·mon MON \(10\.md\), (?:[^,]+, ){38}[^,]+ and 64 more\.\n$/,
    )
    expect(neverPrintedLine(days.slice(0, 2), codes.slice(0, 2))).toBe(
      'Never recorded as printed: W1·mon MON, W1·tue TUE.\n',
    )
    // The other one with its code may be recorded.
    expect(neverPrintedLine(days.slice(0, 1), codes)).toBe('Never recorded as printed: W1·mon MON (10.md).\n')
    expect(neverPrintedLine([], codes)).toBe('')
  })
})
