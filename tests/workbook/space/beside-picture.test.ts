/** A narrow picture stands beside the lines that answer it; a wide one over them. */
import { describe, expect, test } from 'vitest'
import type { Item } from '../../../src/workbook/pages-model.js'
import { plainPng } from '../../pictures/make.js'
import { readWithPictures } from '../../pictures/sheet.js'
import { collisions, elementsOf, outsiders } from '../look.js'
import { makeWorkbook } from '../make.js'

/** At 150 dots to the inch 96 × 192 pt, and 288 × 96 pt. */
const files = { 'week-1/door.png': plainPng(200, 400), 'week-1/gate.png': plainPng(600, 200) }

function made(question: string, paper = 'a4') {
  const workbook = makeWorkbook(readWithPictures(`1. ${question}`, files).sheet, { paper })
  expect([...outsiders(workbook.pages, workbook.template), ...collisions(workbook.pages)]).toEqual([])
  const items = workbook.pages.pages[0]?.items ?? []
  const picture = items.find((item) => item.type === 'picture')
  if (picture?.type !== 'picture') throw new Error('No picture')
  return { workbook, items, picture }
}

/** Lines to write on, in order, that end before `right`. */
const linesBefore = (items: readonly Item[], right: number) =>
  items.filter((item) => item.type === 'line' && item.weight === 0.35 && item.x2 < right)

const narrow = 'What is wrong with it?\n\n   ![a door](door.png)'

describe('a narrow picture behind a prompt', () => {
  const { workbook, items, picture } = made(narrow)

  test('stands at the right edge, with the first lines at its left', () => {
    const lines = linesBefore(items, picture.x)
    expect(lines.length).toBeGreaterThanOrEqual(8)
    for (const line of lines) if (line.type === 'line') expect(line.y1 - 22.7).toBeLessThan(picture.y + picture.height)
  })

  test('takes no height of its own: lines under it are as wide as others', () => {
    const under = items.filter(
      (item) => item.type === 'line' && item.weight === 0.35 && item.y1 - 22.7 > picture.y + picture.height,
    )
    expect(under.length).toBeGreaterThan(0)
    for (const line of under) if (line.type === 'line') expect(line.x2).toBeCloseTo(picture.x + picture.width, 6)
  })

  test('is read between the prompt and the space', () => {
    const types = [...elementsOf(workbook.pages.structure).values()].map(({ element }) => element)
    const figure = types.findIndex(({ type }) => type === 'Figure')
    const space = types.findIndex(({ actualText }) => /Answer space/.test(actualText ?? ''))
    expect(figure).toBeGreaterThan(0)
    expect(figure).toBeLessThan(space)
  })
})

test('as many lines as the author counts, whatever height the picture has', () => {
  const { items, picture } = made(`${narrow}\n\n   {lines=3}`)
  expect(linesBefore(items, picture.x)).toHaveLength(3)
  expect(items.filter((item) => item.type === 'line' && item.weight === 0.35)).toHaveLength(3)
})

test.each([
  ['it is wide', 'What is wrong with it?\n\n   ![a gate](gate.png)', 'a4'],
  ['lines would be short', 'What is wrong with it?\n\n   ![a door](door.png){width=40mm}', 'a5'],
  ['words follow it', 'Look at it.\n\n   ![a door](door.png)\n\n   What is wrong?', 'a4'],
  ['the answer is drawn', 'Draw the other side.\n\n   ![a door](door.png)', 'a4'],
  ['it is all that there is', '![a door](door.png)', 'a4'],
])('over its space where %s', (_, question, paper) => {
  const { items, picture } = made(question, paper)
  expect(linesBefore(items, picture.x)).toEqual([])
})
