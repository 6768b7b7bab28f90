/** Tables on the page: nothing lost, nothing outside, read in order. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Element, Pages } from '../../../src/workbook/pages-model.js'
import { fakeMetrics } from '../../fake-metrics.js'
import { collisions, elementsOf, lettersOf, outsiders, textOf, wordsInOrder } from '../look.js'
import { makeWorkbook } from '../make.js'
import { expectSound } from '../sound.js'

const tableSheet = (table: string, more = '') =>
  `# Week 1\n\n## Monday\n\n1. Which?\n\n${table.replace(/^/gm, '   ')}\n${more}`
const rows = (count: number, columns: number, cell: (row: number, column: number) => string) =>
  Array.from({ length: count }, (_, i) => `| ${Array.from({ length: columns }, (_, k) => cell(i, k)).join(' | ')} |`)
const table = (count: number, columns: number, cell: (row: number, column: number) => string) =>
  [`| ${Array.from({ length: columns }, (_, k) => `head${k}`).join(' | ')} |`, `|${'---|'.repeat(columns)}`]
    .concat(rows(count, columns, cell))
    .join('\n')

const shape = ({ type, scope, children }: Element): string =>
  children.length === 0 ? [type, scope].filter(Boolean).join(' ') : `${type}(${children.map(shape).join(', ')})`
const tablesIn = ({ structure }: Pages) =>
  [...elementsOf(structure).values()].flatMap(({ element }) => (element.type === 'Table' ? [element] : []))

describe('a table', () => {
  test('is tagged by rows, heads with their scope, empty cells too', () => {
    const { pages } = makeWorkbook(tableSheet('| a | b |\n|---|---|\n| 1 | |\n| 2 | 3 |'))
    expect(tablesIn(pages).map(shape)).toContain('Table(TR(TH Column, TH Column), TR(TD, TD), TR(TD, TD))')
  })

  test('whose head begins empty has a head in each row', () => {
    const { pages } = makeWorkbook(tableSheet('| | b |\n|---|---|\n| one | 1 |'))
    expect(tablesIn(pages).map(shape)).toContain('Table(TR(TD, TH Column), TR(TH Row, TD))')
  })

  test('is no wider than its words, and aligned as asked', () => {
    const { pages } = makeWorkbook(tableSheet('| a | cost |\n|---|--:|\n| x | 1.50 |\n| y | 12 |'), {
      metrics: fakeMetrics,
    })
    const texts = pages.pages[0]!.items.filter((item) => item.type === 'text')
    const right = (words: string) => {
      const found = texts.find((item) => textOf(item).trim() === words)!
      return found.x + found.width
    }
    expect(right('12')).toBeCloseTo(right('1.50'), 3)
    expect(right('12')).toBeCloseTo(right('cost'), 3)
    expect(right('cost')).toBeLessThan(150)
  })

  test('of twenty columns stands in parts, each with the first column, and is told of', () => {
    const made = makeWorkbook(tableSheet(table(2, 20, (row, column) => `r${row}c${column}word`)))
    expect(made.codes).toContain('table-parted')
    const words = wordsInOrder(made.pages)
    for (let column = 1; column < 20; column++) expect(words).toContain(`r1c${column}word`)
    const parts = Number(/in (\d+) parts/.exec(made.messages.map(({ reason }) => reason).join())?.[1])
    expect(words.split('r0c0word').length - 1).toBe(parts)
    expect(outsiders(made.pages, made.template)).toEqual([])
    expect(collisions(made.pages)).toEqual([])
  })

  test('that goes on over a page says its head again there, as furniture', () => {
    const made = makeWorkbook(tableSheet(table(80, 2, (row, column) => `r${row}c${column}`)), { metrics: fakeMetrics })
    expectSound(made)
    const heads = made.pages.pages
      .filter(({ kind }) => kind === 'day')
      .map(({ items }) =>
        items.filter((item) => textOf(item).trim() === 'head0').map(({ owner }) => 'element' in owner),
      )
    expect(heads.length).toBeGreaterThan(1)
    expect(heads[0]).toEqual([true])
    expect(
      heads
        .slice(1)
        .flat()
        .every((owned) => !owned),
    ).toBe(true)
    expect(heads[1]).toHaveLength(1)
  })

  test('with a cell higher than a side is torn between lines and loses no word', () => {
    const long = Array.from({ length: 1500 }, (_, i) => `w${i}`).join(' ')
    const made = makeWorkbook(tableSheet(`| a | b |\n|---|---|\n| ${long} | short |`))
    expectSound(made)
    expect(made.codes).toContain('question-takes-sides')
  })

  test('to fill in has rows high enough to write in', () => {
    const { pages, template } = makeWorkbook(tableSheet('| a | b |\n|---|---|\n| x | |\n| y | |'))
    const baselines = pages.pages[0]!.items.filter((item) => ['x', 'y'].includes(textOf(item).trim())).map((item) =>
      item.type === 'text' ? item.y : 0,
    )
    expect(baselines[1]! - baselines[0]!).toBeGreaterThanOrEqual((template.workbook.ruling.pitch * 72) / 25.4 - 0.001)
  })

  test('in an answer stands in the key, in one column of it', () => {
    const answer = `   Answer:\n\n${table(3, 2, (row, column) => `key${row}${column}`).replace(/^/gm, '   ')}`
    const made = makeWorkbook(`# Week 1\n\n## Monday\n\n1. Why?\n\n${answer}\n`)
    expect(lettersOf(wordsInOrder(made.pages))).toContain('key00key01')
    expect(outsiders(made.pages, made.template)).toEqual([])
    expect(collisions(made.pages)).toEqual([])
  })
})

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{1,14}( [a-z]{1,9}){0,5}$/) },
  fc.constant(''),
  fc.constantFrom(
    '**strong**',
    '`code_x`',
    'a<br>b',
    'supercalifragilisticexpialidociousness',
    '10 000',
    'x'.repeat(120),
  ),
)

test('any table keeps its words inside the margins', () => {
  const grid = fc
    .integer({ min: 1, max: 6 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 8 }),
    )
  fc.assert(
    fc.property(grid, fc.constantFrom('a4' as const, 'a5' as const), (cells, paper) => {
      const lines = cells.map((row) => `| ${row.join(' | ')} |`)
      const text = [lines[0], `|${'---|'.repeat(cells[0]!.length)}`, ...lines.slice(1)].join('\n')
      const made = makeWorkbook(tableSheet(text), { paper, metrics: fakeMetrics })
      if (made.codes.includes('table-parted')) {
        expect(outsiders(made.pages, made.template)).toEqual([])
        expect(collisions(made.pages)).toEqual([])
      } else expectSound(made)
    }),
    { numRuns: 60 },
  )
})
