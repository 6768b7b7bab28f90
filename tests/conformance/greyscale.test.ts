/** Pages as a grey printer and a tired copier give them: nothing is lost, and what differs still differs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rulings } from '../../src/template/ruling.js'
import type { Item, LineItem, SignItem } from '../../src/workbook/pages-model.js'
import { classicTemplate } from '../template.js'
import { textOf } from '../workbook/look.js'
import { makeWorkbook, pdfOf, realSheet, sheetText } from '../workbook/make.js'
import { type Picture, picturesOf } from './pictures.js'

const folder = mkdtempSync(join(tmpdir(), 'cold-recall-'))
afterAll(() => rmSync(folder, { recursive: true }))

const dpi = 300
const px = (length: number): number => (length * dpi) / 72

/** A copier that is short of toner prints nothing where the page is lighter than this; all else comes out black. */
const copied = 190

describe('days and summary of the real week', () => {
  const { pages } = makeWorkbook(realSheet(), { parts: ['days', 'summary'] }).pages
  let grey: Picture[]
  let colour: Picture[]

  beforeAll(async () => {
    const file = join(folder, 'week.pdf')
    writeFileSync(file, await pdfOf(makeWorkbook(realSheet(), { parts: ['days', 'summary'] })))
    grey = picturesOf(file, 'grey', dpi)
    colour = picturesOf(file, 'colour', 75)
  })

  const everyItem = <T extends Item['type']>(type: T) =>
    pages.flatMap((page, i) =>
      page.items.flatMap((item) => (item.type === type ? [{ item: item as Item & { type: T }, copy: grey[i]! }] : [])),
    )

  test('have no colour at all', () => {
    expect(colour).toHaveLength(pages.length)
    const coloured = colour.map(({ pixels }) => {
      let count = 0
      for (let i = 0; i < pixels.length; i += 3) if (pixels[i] !== pixels[i + 1] || pixels[i] !== pixels[i + 2]) count++
      return count
    })
    expect(coloured).toEqual(pages.map(() => 0))
  })

  test('keep every line whole', () => {
    const broken = everyItem('line').filter(({ item, copy }) => wholeness(item, copy) < 0.98)
    expect(broken.map(({ item }) => `${item.x1} ${item.y1} ${item.weight} pt`)).toEqual([])
    expect(everyItem('line').length).toBeGreaterThan(200)
  })

  test('keep every word', () => {
    const lost = everyItem('text').filter(({ item, copy }) => {
      const drawn = pixelsIn(copy, item.x, item.y - item.size * 0.75, item.x + item.width, item.y + 1)
      const shown = textOf(item).trim()
      // A letter leaves at least a hair in ink: a twentieth of the square of its type size, points and dashes less.
      return (
        drawn.length < [...shown].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).length * px(item.size) ** 2 * 0.03
      )
    })
    expect(lost.map(({ item }) => textOf(item))).toEqual([])
  })

  test('tell the signs of confidence apart', () => {
    const shapes = everyItem('sign').map(({ item, copy }) => ({ sign: item.sign, shape: shapeOf(item, copy) }))
    const kinds = ['circle', 'triangle', 'diamond'] as const
    for (const kind of kinds) expect(shapes.filter(({ sign }) => sign === kind).length).toBe(24)
    const between = (wanted: (one: string, other: string) => boolean): number[] =>
      shapes.flatMap((one) =>
        shapes.flatMap((other) => (wanted(one.sign, other.sign) ? [likenessOf(one.shape, other.shape)] : [])),
      )
    expect(Math.max(...between((one, other) => one !== other))).toBeLessThan(0.75)
    expect(Math.min(...between((one, other) => one === other))).toBeGreaterThan(0.95)
  })
})

describe('prepared answer space', () => {
  const text = sheetText({
    Monday: [
      'Why does it open? {space=dotted lines=4}',
      'Why does it close? {space=grid lines=4}',
      'Why does it creak? {lines=3}',
    ],
  })
  const template = classicTemplate(({ workbook }) => {
    Object.assign(workbook.ruling, rulings.primary)
  })
  const made = makeWorkbook(text, { parts: ['days'], template })
  const lines = made.pages.pages[0]!.items.filter((item) => item.type === 'line')
  let copy: Picture

  beforeAll(async () => {
    const file = join(folder, 'space.pdf')
    writeFileSync(file, await pdfOf(made))
    copy = picturesOf(file, 'grey', dpi)[0]!
  })

  test('keeps its squares and guide lines whole', () => {
    const whole = lines.filter(({ dash }) => !dash)
    expect(whole.length).toBeGreaterThan(40)
    expect(whole.filter((item) => wholeness(item, copy) < 0.98).map(({ x1, y1 }) => `${x1} ${y1}`)).toEqual([])
  })

  test('keeps dots and dashes, and the white between them', () => {
    const dashed = lines.filter(({ dash }) => dash)
    expect(new Set(dashed.map(({ dash }) => dash?.join(' '))).size).toBe(2)
    for (const item of dashed) {
      expect(wholeness(item, copy)).toBeGreaterThan(0.2)
      expect(wholeness(item, copy)).toBeLessThan(0.85)
    }
  })
})

const isInk = ({ width, pixels }: Picture, x: number, y: number): boolean => (pixels[y * width + x] ?? 255) < copied

/** Pixels of a rectangle, given in pt, that a copy still has. */
function pixelsIn(copy: Picture, left: number, top: number, right: number, bottom: number): [number, number][] {
  const found: [number, number][] = []
  for (let y = Math.floor(px(top)); y <= Math.ceil(px(bottom)); y++)
    for (let x = Math.floor(px(left)); x <= Math.ceil(px(right)); x++) if (isInk(copy, x, y)) found.push([x, y])
  return found
}

/** How much of a line's length a copy still has. */
function wholeness({ x1, y1, x2, y2 }: LineItem, copy: Picture): number {
  const steps = Math.max(1, Math.round(px(Math.hypot(x2 - x1, y2 - y1))) - 2)
  let kept = 0
  for (let i = 0; i < steps; i++) {
    const at = (i + 1) / (steps + 1)
    const [x, y] = [px(x1 + (x2 - x1) * at), px(y1 + (y2 - y1) * at)].map(Math.floor) as [number, number]
    if ([-1, 0, 1].some((d) => isInk(copy, x + d, y) || isInk(copy, x, y + d))) kept++
  }
  return kept / steps
}

/** Pixels of a sign, from its centre, with those beside them: half a pixel more or less is no other form. */
function shapeOf({ x, y, radius }: SignItem, copy: Picture): Set<string> {
  const reach = radius + 0.7
  const shape = new Set<string>()
  for (const [atX, atY] of pixelsIn(copy, x - reach, y - reach, x + reach, y + reach))
    shape.add(`${Math.round(atX - px(x))},${Math.round(atY - px(y))}`)
  return shape
}

/** Share of the pixels of both that both have, give or take a pixel. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const near = (shape: ReadonlySet<string>, place: string): boolean => {
    const [x = 0, y = 0] = place.split(',').map(Number)
    return [-1, 0, 1].some((dx) => [-1, 0, 1].some((dy) => shape.has(`${x + dx},${y + dy}`)))
  }
  const kept = [...one].filter((place) => near(other, place)).length
  const back = [...other].filter((place) => near(one, place)).length
  return (kept + back) / (one.size + other.size)
}
