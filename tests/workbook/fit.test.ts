/** How a week fits on paper: what the report says is what stands on the pages. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fitTable } from '../../src/report/fit.js'
import { type FitOptions, fitOf, type WeekFit } from '../../src/workbook/fit.js'
import { fakeMetrics } from '../fake-metrics.js'
import { elementsOf, questionSections } from './look.js'
import { type MadeWorkbook, makeWorkbook, realSheet, sheetText } from './make.js'
import { paper, sheet } from './random-sheets.js'

const schema = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../../src/schemas/fit-schema.json', import.meta.url), 'utf8')),
)

const weekOf = ({ plan, pages }: MadeWorkbook, options?: FitOptions): WeekFit => fitOf(plan, pages, options)
const fitOfText = (questions: readonly string[], options?: FitOptions): WeekFit =>
  weekOf(makeWorkbook(sheetText({ Monday: questions })), options)

const reportOf = (week: WeekFit, students: number | null = null) => ({ version: 1 as const, students, weeks: [week] })

/** Rules of the answer spaces as a reader by ear is told them, space by space: "Answer space, 6 lines". */
function rulesSaid({ pages }: MadeWorkbook): number {
  const said = questionSections(pages)
    .flatMap(({ element }) => [...elementsOf(element).values()])
    .map(({ element }) => element.actualText ?? '')
  return said.reduce((sum, words) => sum + Number(/^Answer space, (\d+) lines?$/.exec(words)?.[1] ?? 0), 0)
}

describe('the fit of the real week', () => {
  const made = makeWorkbook(realSheet())
  const week = weekOf(made, { students: 30 })

  test('has the sides, the minutes and the paper', () => {
    expect(week.days.map(({ sides }) => sides.map(({ page }) => page))).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => [String(n)]),
    )
    expect(week.minutes).toBe(made.plan.days.reduce((sum, { minutes }) => sum + minutes, 0))
    expect(week.pages).toMatchObject({ day: 6, summary: 1, guide: 0 })
    const sides = made.pages.pages.length
    const leaves = Math.ceil(sides / 2)
    expect(week.handout).toEqual({ sides, leaves, class: { bothSides: leaves * 30, oneSide: sides * 30 } })
    expect(week.days[0]?.handout).toEqual({ sides: 1, leaves: 1, class: { bothSides: 30, oneSide: 30 } })
  })

  test('names the tightest space with its place', () => {
    for (const { tightest, spaces } of week.days) {
      expect(Math.min(...spaces.map(({ share }) => share ?? Infinity))).toBe(tightest?.share)
      expect(tightest?.place.start.line).toBeGreaterThan(1)
    }
  })

  test('is what the schema describes, for a week and for a day', () => {
    const day = weekOf(made, { days: ['tuesday'] })
    expect(day.days.map(({ name }) => name)).toEqual(['Tuesday'])
    expect(day.handout.sides).toBe(1)
    for (const report of [reportOf(week, 30), reportOf(day)])
      expect(schema.safeParse(report).error?.issues).toBeUndefined()
    const wrong = [
      { ...reportOf(week), version: 2 },
      { ...reportOf(week), extra: 1 },
      reportOf({ ...week, minutes: -1 }),
      reportOf({ ...week, days: week.days.map((each) => ({ ...each, sides: [] })) }),
    ]
    expect(wrong.map((report) => schema.safeParse(report).success)).toEqual([false, false, false, false])
  })

  test('is a table that names each day, its rules and its place', () => {
    const lines = fitTable(reportOf(week, 30)).split('\n')
    for (const { name, rules, place } of week.days) {
      const line = lines.find((each) => each.trimStart().startsWith(name))
      expect(line).toContain(`${rules.min}–${rules.natural}–${rules.max}`)
      expect(line).toContain(place.file)
    }
    expect(lines.find((line) => line.includes('class of 30'))).toContain(String(week.handout.leaves * 30))
  })
})

describe('the fit of a day', () => {
  test('says which space got least of what is natural', () => {
    const { days } = fitOfText(['Why? {lines=36}', 'How?', 'When is it wise, and when reckless?'])
    const [day] = days
    expect(day?.spaces.map(({ by, granted }) => [by, granted >= 1])).toEqual([
      ['author', true],
      ['template', true],
      ['template', true],
    ])
    expect(day?.spaces[0]).toMatchObject({ label: 'Mon 1', granted: 36, share: 1 })
  })

  test('has a row for each part of a question, and none that asks for nothing is the tightest', () => {
    const { days } = fitOfText(['Explain.\n   a) Why?\n   b) How? {lines=3}', 'Read it. {lines=0}'])
    const [day] = days
    expect(day?.spaces.map(({ label }) => label)).toEqual(['Mon 1 a', 'Mon 1 b', 'Mon 2'])
    expect(day?.spaces[2]).toMatchObject({ kind: 'none', natural: 0, granted: 0, share: null })
    expect(day?.tightest?.label).toBe('Mon 1 b')
    expect(fitOfText(['Read it. {lines=0}']).days[0]?.tightest).toBeNull()
  })

  test('tells how much of a side the fewest rules would need', () => {
    const [one, four] = [1, 4].map((n) => fitOfText(Array.from({ length: n }, () => 'Why?')).days[0]?.sides[0])
    expect(four?.needed).toBeGreaterThan((one?.needed ?? 1) * 2)
    expect(one?.needed).toBeLessThan(one?.used ?? 0)
  })
})

test('a key that holds answers is not counted for students, nor one that another edition has', () => {
  const text = sheetText({ Monday: ['Why? See a.md §1.'] })
  const withKey = weekOf(makeWorkbook(text))
  expect(withKey.handout.sides).toBe(withKey.pages.day + withKey.pages.summary + withKey.pages.key)
  expect(weekOf(makeWorkbook(text), { keyHandedOut: false }).handout.sides).toBe(2)
  const answered = `${text}\n   <details><summary>Answer</summary>\n\n   So.\n\n   </details>\n`
  expect(weekOf(makeWorkbook(answered)).handout.sides).toBe(2)
})

test('of any sheet says what its pages hold, and its numbers add up', () => {
  fc.assert(
    fc.property(sheet, paper, fc.integer({ min: 1, max: 400 }), (text, size, students) => {
      const made = makeWorkbook(text, { paper: size, metrics: fakeMetrics })
      const week = weekOf(made, { students })
      expect(schema.safeParse(reportOf(week, students)).error?.issues).toBeUndefined()
      expect(Object.values(week.pages).reduce((sum, n) => sum + n, 0)).toBe(made.pages.pages.length)
      expect(week.days.map(({ id }) => id)).toEqual(made.plan.days.map(({ id }) => id))
      for (const day of week.days) {
        const own = made.pages.pages.filter((page) => page.day === day.id)
        expect(day.sides.map(({ page }) => page)).toEqual(own.map(({ label }) => label))
        expect(day.handout.class).toEqual({
          bothSides: Math.ceil(own.length / 2) * students,
          oneSide: own.length * students,
        })
        for (const side of day.sides) expect(side.needed).toBeLessThanOrEqual(side.used)
        for (const key of ['min', 'natural', 'max', 'granted'] as const)
          expect(day.rules[key]).toBe(day.spaces.reduce((sum, space) => sum + space[key], 0))
        for (const { min, max, granted, kind } of day.spaces) {
          expect(granted).toBeGreaterThanOrEqual(min)
          if (kind !== 'draw') expect(granted).toBeLessThanOrEqual(max)
        }
      }
      const kinds = new Set(week.days.flatMap(({ spaces }) => spaces.map(({ kind }) => kind)))
      if ([...kinds].every((kind) => kind === 'explain' || kind === 'none'))
        expect(rulesSaid(made)).toBe(week.days.reduce((sum, day) => sum + day.rules.granted, 0))
    }),
    { numRuns: 60 },
  )
})
