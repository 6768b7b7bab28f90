/** Printed in grey and copied again, a workbook loses nothing: no cue is a colour, and no ink is too faint, whatever template is allowed. */
import { describe, expect, test } from 'vitest'
import { optionalPages } from '../../src/template/optional-pages.js'
import { workbookStyle } from '../../src/template/workbook-style.js'
import type { Item, Page } from '../../src/workbook/pages-model.js'
import { classicTemplate } from '../template.js'
import { textOf } from './look.js'
import { makeWorkbook, realSheet, realSources } from './make.js'

/** Contrast of an ink on white paper (WCAG 2): 21 for black. */
function contrastOf(ink: number): number {
  const value = 1 - ink
  const luminance = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  return 1.05 / (luminance + 0.05)
}

/** The classic template with the least ink, the thinnest lines and the smallest dots that a template may have. */
const faintest = () =>
  classicTemplate(({ workbook }) => {
    workbook.quietInk = 0.54
    workbook.pages = [...optionalPages]
    workbook.frame = 0.25
    Object.assign(workbook.ruling, { weight: 0.25, ink: 0.42 })
    Object.assign(workbook.dots, { size: 0.5, ink: 0.42 })
  })

const files = [['days', 'summary'], ['key'], ['guide'], ['days', ...optionalPages]] as const
const pages: Page[] = files.flatMap(
  (parts) => makeWorkbook(realSheet(), { parts, template: faintest(), sources: realSources() }).pages.pages,
)

test('a template may be as faint as that, and no fainter', () => {
  const { workbook } = faintest()
  expect(workbookStyle.safeParse(workbook).success).toBe(true)
  const fainter: [string, object][] = [
    ['quietInk', { quietInk: 0.53 }],
    ['frame', { frame: 0.2 }],
    ['ruling.ink', { ruling: { ...workbook.ruling, ink: 0.41 } }],
    ['ruling.weight', { ruling: { ...workbook.ruling, weight: 0.24 } }],
    ['dots.ink', { dots: { ...workbook.dots, ink: 0.41 } }],
    ['dots.size', { dots: { ...workbook.dots, size: 0.4 } }],
  ]
  for (const [path, change] of fainter)
    expect(
      workbookStyle.safeParse({ ...workbook, ...change }).error?.issues.map((issue) => issue.path.join('.')),
    ).toEqual([path])
})

describe.each(pages.map((page) => [`${page.kind} ${page.label}`, page] as const))('page %s', (_, page) => {
  const faint = (of: (item: Item) => boolean, least: number): string[] =>
    page.items
      .filter((item) => item.type !== 'picture' && item.type !== 'code')
      .filter((item) => of(item) && contrastOf(item.ink) < least)
      .map((item) => `${item.type} ${textOf(item)} ${contrastOf(item.ink).toFixed(1)}:1`)

  test('has words of 4.5:1, and lines and signs of 3:1', () => {
    expect(faint((item) => item.type === 'text', 4.5)).toEqual([])
    expect(faint((item) => item.type !== 'text', 3)).toEqual([])
  })

  test('has no line that is thinner than a quarter of a point', () => {
    for (const item of page.items) if ('weight' in item) expect(item.weight).toBeGreaterThanOrEqual(0.25)
  })

  test('has a word behind every sign and box to tick, or above it, and signs that differ in form', () => {
    const rows = new Map<number, string[]>()
    /** Signs and boxes with a word, by form and by their place on the line. */
    const explained = new Set<string>()
    for (const [i, item] of page.items.entries()) {
      const box = item.type === 'box' && Math.abs(item.width - item.height) < 0.1 && item.width < 12
      if (item.type !== 'sign' && !box) continue
      const form = `${item.type === 'sign' ? item.sign : 'box'} at ${item.x.toFixed(1)}`
      const word = page.items[i + 1]
      if (word?.type === 'text' && textOf(word).trim() !== '') explained.add(form)
      else expect([...explained]).toContain(form)
      if (item.type === 'sign') rows.set(item.y, [...(rows.get(item.y) ?? []), item.sign])
    }
    for (const signs of rows.values()) expect(signs).toEqual(['circle', 'triangle', 'diamond'])
    if (page.kind === 'day') expect(rows.size).toBe(page.questions.length)
  })
})
