/** Prepared answer space and guide lines as a copier needs them, in the faintest template that is allowed. */
import { describe, expect, test } from 'vitest'
import { spaceStyles } from '../../../src/sheet/braces/space-styles.js'
import { type GuideName, rows } from '../../../src/template/ruling.js'
import { workbookStyle } from '../../../src/template/workbook-style.js'
import type { Page } from '../../../src/workbook/pages-model.js'
import { classicTemplate } from '../../template.js'
import { makeWorkbook, sheetText } from '../make.js'

const faintest = (guides: GuideName = 'none') =>
  classicTemplate(({ workbook }) => {
    workbook.quietInk = 0.54
    workbook.frame = 0.25
    Object.assign(workbook.ruling, { weight: 0.25, ink: 0.42, guides })
    Object.assign(workbook.dots, { size: 0.5, ink: 0.42 })
    Object.assign(workbook.grid, { weight: 0.25, ink: 0.42 })
  })

const dayOf = (style: string, guides?: GuideName): Page[] => {
  const questions = [`Why? {space=${style}}`, `Shadow versus canary? {space=${style}}`, 'Say it without notes.']
  return makeWorkbook(sheetText({ Monday: questions }), { parts: ['days'], template: faintest(guides) }).pages.pages
}
const pages = [
  ...spaceStyles.flatMap((style) => dayOf(style).map((page) => [style, page] as const)),
  ...(Object.keys(rows) as GuideName[]).flatMap((guides) =>
    dayOf('ruled', guides).map((page) => [`guide lines: ${guides}`, page] as const),
  ),
]

test('squares may be as faint as that, and no fainter', () => {
  const { workbook } = faintest()
  expect(workbookStyle.safeParse(workbook).success).toBe(true)
  for (const change of [{ ink: 0.41 }, { weight: 0.24 }])
    expect(workbookStyle.safeParse({ ...workbook, grid: { ...workbook.grid, ...change } }).success).toBe(false)
})

describe.each(pages)('%s', (_, page) => {
  test('has ink of 3:1 and a quarter of a point in every line', () => {
    for (const item of page.items) {
      if (item.type === 'picture' || item.type === 'code') continue
      expect(item.ink).toBeGreaterThanOrEqual(item.type === 'text' ? 0.54 : 0.42)
      if ('weight' in item) expect(item.weight).toBeGreaterThanOrEqual(0.25)
    }
  })

  test('has dashes, and white between them, of half a point at least', () => {
    for (const item of page.items)
      if (item.type === 'line') for (const length of item.dash ?? []) expect(length).toBeGreaterThanOrEqual(0.5)
  })
})
