/** What must hold of every workbook, whatever its sheet says. */
import { expect } from 'vitest'
import { plainBlocks } from '../../src/text/rich.js'
import type { Pages, Piece } from '../../src/workbook/pages-model.js'
import { collisions, elementsOf, frameOf, lettersOf, outsiders, questionSections, wordsInOrder } from './look.js'
import type { MadeWorkbook } from './make.js'

export function expectSound(made: MadeWorkbook): void {
  const { pages, plan, template, codes, messages } = made
  expect(outsiders(pages, template)).toEqual([])
  expect(collisions(pages)).toEqual([])
  const bare = pages.pages.filter(
    ({ kind, items }) =>
      kind !== 'blank' && items.every(({ owner }) => 'artifact' in owner && owner.artifact === 'Pagination'),
  )
  expect(bare.map(({ label }) => `page ${label} has no content`)).toEqual([])
  expectPieces(pages)
  expect(messages.filter(({ code }) => code === 'day-takes-sides').map(({ reason }) => reason)).toEqual(sidesOf(made))
  expectStructure(pages)
  expectWords(
    pages,
    plan.days.flatMap((day) => day.questions),
  )
  expectSpaces(pages, codes.includes('question-takes-sides'))
}

/** Pieces in the order in which they are drawn, without the space that hangs out at the left of a right-to-left line. */
function drawn(pieces: readonly Piece[]): Piece[] {
  if (!pieces.some(({ rtl, x }) => rtl || x < 0)) return [...pieces]
  return pieces.filter(({ x }) => x > -0.001).sort((a, b) => a.x - b.x)
}

/** Pieces of a text stand one behind the other. */
function expectPieces(pages: Pages): void {
  for (const item of pages.pages.flatMap((page) => page.items)) {
    if (item.type !== 'text') continue
    const pieces = drawn(item.pieces)
    expect(pieces[0]?.x).toBeCloseTo(0, 6)
    pieces.forEach((piece, i) => expect(piece.x).toBeGreaterThanOrEqual((pieces[i - 1]?.x ?? 0) - 1e-9))
    if (item.pieces.length > 1) expect(new Set(item.pieces.map(({ x }) => x)).size).toBeGreaterThan(1)
  }
}

/** Owners are there, elements hold items or elements, what holds nothing is an empty cell; headings do not skip a level. */
function expectStructure(pages: Pages): void {
  const elements = elementsOf(pages.structure)
  const owners = pages.pages.flatMap((page) => [
    ...page.items.flatMap(({ owner }) => ('element' in owner ? [owner.element] : [])),
    ...page.links.map(({ element }) => element),
  ])
  const owning = new Set(owners)
  expect([...owning].filter((id) => !elements.has(id))).toEqual([])
  const all = [...elements.values()].map(({ element }) => element)
  expect(all.filter(({ id, children }) => owning.has(id) && children.length > 0)).toEqual([])
  const hollow = all.filter(({ id, type, children }) => !owning.has(id) && children.length === 0 && type !== 'TD')
  expect(hollow.map(({ id, type }) => `${type} ${id}`)).toEqual([])
  let level = 0
  for (const { type } of all) {
    const own = /^H(\d)$/.exec(type)?.[1]
    if (own === undefined) continue
    expect(Number(own)).toBeLessThanOrEqual(level + 1)
    level = Number(own)
  }
}

/** Every letter of every prompt, in order, in the section of its question. */
function expectWords(pages: Pages, asked: MadeWorkbook['plan']['days'][number]['questions']): void {
  const sections = questionSections(pages)
  expect(sections).toHaveLength(asked.length)
  asked.forEach(({ prompt, number, space }, i) => {
    const shown = lettersOf(wordsInOrder(pages, sections[i]!.element))
    const marker = /[•]|\d+\./g
    let rest = shown.replace(marker, '')
    for (const blocks of [prompt, ...(space.kind === 'parts' ? space.parts.map((part) => part.prompt) : [])]) {
      const expected = lettersOf(plainBlocks(blocks).replace(/[\u00A0\u2011\t\n]/g, ' ')).replace(marker, '')
      expect(rest).toContain(expected)
      rest = rest.slice(rest.indexOf(expected) + expected.length)
    }
    expect(shown.startsWith(String(number))).toBe(true)
  })
}

/** Frames of questions on a page follow each other; a prompt and its space share a page, unless the question was told to flow. */
function expectSpaces(pages: Pages, mayFlow: boolean): void {
  const extents = questionSections(pages).map(({ items }) =>
    items.map(({ page, item }) => ({ page: page.label, item })),
  )
  if (!mayFlow) for (const extent of extents) expect(new Set(extent.map(({ page }) => page)).size).toBe(1)
  const lowest = new Map<string, number>()
  for (const extent of extents) {
    for (const page of new Set(extent.map((each) => each.page))) {
      const edges = extent.filter((each) => each.page === page).map(({ item }) => frameOf(item))
      expect(Math.min(...edges.map(({ top }) => top))).toBeGreaterThanOrEqual(lowest.get(page) ?? 0)
      lowest.set(page, Math.max(...edges.map(({ bottom }) => bottom)))
    }
  }
}

/** What should be said of days that take more than one side. */
export const sidesOf = ({ pages, plan }: MadeWorkbook): string[] =>
  plan.days.flatMap(({ id, name, sides: asked = 1, questions }) => {
    const sides = pages.pages.filter(({ kind, day }) => kind === 'day' && day === id).length
    const expected = Math.max(asked, 1 + questions.filter(({ breakBefore }) => breakBefore).length)
    return sides > expected
      ? [`${name} takes ${sides} sides of paper, expected ${expected === 1 ? 'one' : expected}`]
      : []
  })
