import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnGroups, columnWidths } from '../../../src/text/lines/column-widths.js'

const need = fc
  .tuple(fc.double({ min: 1, max: 200, noNaN: true }), fc.double({ min: 0, max: 800, noNaN: true }))
  .map(([least, more]) => ({ least, natural: least + more }))
const needs = fc.array(need, { minLength: 1, maxLength: 30 })
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

describe('widths of columns', () => {
  test('are as wide as their words when all have room', () => {
    const words = [
      { least: 20, natural: 40 },
      { least: 30, natural: 30 },
    ]
    expect(columnWidths(words, 100)).toEqual([40, 30])
  })

  test('give the room that is left to those that want more', () => {
    const words = [
      { least: 20, natural: 20 },
      { least: 30, natural: 130 },
    ]
    expect(columnWidths(words, 100)).toEqual([20, 80])
  })

  test('never fill more than the room, and keep words whole where they can', () => {
    fc.assert(
      fc.property(needs, fc.double({ min: 50, max: 1000, noNaN: true }), (columns, room) => {
        const widths = columnWidths(columns, room)
        expect(sum(widths)).toBeLessThanOrEqual(room + 0.001)
        if (sum(columns.map(({ least }) => least)) <= room)
          widths.forEach((width, i) => expect(width).toBeGreaterThanOrEqual(columns[i]!.least - 0.001))
      }),
    )
  })
})

describe('groups of columns', () => {
  test('are one when all have room', () => {
    expect(columnGroups([{ least: 40, natural: 40 }], 100)).toEqual([[0]])
    expect(
      columnGroups(
        [10, 20, 30].map((least) => ({ least, natural: least })),
        60,
      ),
    ).toEqual([[0, 1, 2]])
  })

  test('begin with the first column again', () => {
    const columns = [30, 30, 30, 30, 30].map((least) => ({ least, natural: least }))
    expect(columnGroups(columns, 90)).toEqual([
      [0, 1, 2],
      [0, 3, 4],
    ])
  })

  test('show every column, and fit unless one column and the first are wider than the room', () => {
    fc.assert(
      fc.property(needs, fc.double({ min: 50, max: 1000, noNaN: true }), (columns, room) => {
        const groups = columnGroups(columns, room)
        expect([...new Set(groups.flat())].sort((a, b) => a - b)).toEqual(columns.map((_, i) => i))
        for (const group of groups)
          if (group.length > 2) expect(sum(group.map((i) => columns[i]!.least))).toBeLessThanOrEqual(room + 0.001)
      }),
    )
  })
})
