/** Who is called for which question. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dealCalls } from '../../src/roster/calls.js'
import { sheetOf } from '../deck/sheets.js'

const names = (count: number) => Array.from({ length: count }, (_, i) => `Student ${i + 1}`)
const weekOf = (week: number, ...counts: number[]) =>
  sheetOf(
    counts.map((count, day) => ({
      name: `Part ${day + 1}`,
      questions: Array.from({ length: count }, (_, i) => ({ prompt: `Why ${i}?` })),
    })),
    { week },
  )
const calledIn = (roster: string[], sheet: ReturnType<typeof weekOf>) => [...dealCalls(roster, sheet).nameFor.values()]

describe('cold calls', () => {
  test('name nobody twice before everybody was named once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        (size, counts) => {
          const called = calledIn(names(size), weekOf(1, ...counts))
          const times = names(size).map((name) => called.filter((other) => other === name).length)
          expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  test('name nobody for two questions in a row', () => {
    for (let week = 1; week <= 30; week++) {
      const called = calledIn(names(3), weekOf(week, 9, 9))
      expect(called.filter((name, i) => name === called[i - 1])).toEqual([])
    }
  })

  test('are fair over a course, though no week knows the others', () => {
    const times = new Map<string, number>()
    for (let week = 1; week <= 40; week++)
      for (const name of calledIn(names(30), weekOf(week, 5, 5, 5, 5, 4))) times.set(name, (times.get(name) ?? 0) + 1)
    expect([...times.values()].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, () => 32))
  })

  test('are the same in every build, whatever the order of the file', () => {
    const sheet = weekOf(17, 3, 4)
    expect(calledIn(names(12).reverse(), sheet)).toEqual(calledIn(names(12), sheet))
    expect(calledIn(['Ana', 'Ben', 'Chloé', 'Dilip'], sheet)).toEqual([
      'Ben',
      'Chloé',
      'Ana',
      'Dilip',
      'Ana',
      'Ben',
      'Dilip',
    ])
  })

  test('stay for the questions before one that is added', () => {
    const before = calledIn(names(20), weekOf(17, 3, 4))
    const after = calledIn(names(20), weekOf(17, 3, 5))
    expect(after.slice(0, 7)).toEqual(before)
  })

  test('have reserves who are not named that day', () => {
    const sheet = weekOf(17, 3, 4)
    const { nameFor, reserves } = dealCalls(names(9), sheet)
    for (const day of sheet.days) {
      const named = day.questions.map(({ id }) => nameFor.get(id))
      const next = reserves.get(day.id) ?? []
      expect(next).toHaveLength(3)
      expect(next.filter((name) => named.includes(name))).toEqual([])
    }
    expect([...dealCalls(['Ana'], sheet).reserves.values()]).toEqual([[], []])
  })
})
