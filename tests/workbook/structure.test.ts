/** What readers by ear and by touch are told: order, roles, languages, numbers of lists, what may be passed over. */
import { describe, expect, test } from 'vitest'
import type { Element } from '../../src/workbook/pages-model.js'
import { elementsOf, textOf, wordsInOrder } from './look.js'
import { type MadeWorkbook, makeWorkbook, realSheet, sheetText } from './make.js'

const elements = ({ pages }: MadeWorkbook): Element[] =>
  [...elementsOf(pages.structure).values()].map(({ element }) => element)

/** Words of all elements that say a language of their own. */
const foreign = (made: MadeWorkbook): string[] =>
  elements(made).flatMap((element) =>
    element.lang === undefined
      ? []
      : [`${element.lang}: ${element.actualText ?? wordsInOrder(made.pages, element).trim()}`],
  )

test('the fields of a sheet are read from left to right, line by line', () => {
  expect(wordsInOrder(makeWorkbook(realSheet()).pages)).toContain('Name Date Score / 3 ')
})

describe('words of the template', () => {
  const german = '## Montag\n\n1. Was heißt das? Siehe a.md §1.\n2. Welche vier Dinge?\n3. Zeichne es.\n'

  test('say their language where the sheet has another', () => {
    const said = foreign(makeWorkbook(`---\nlang: de\n---\n# Woche 5\n\n${german}`))
    for (const words of [
      /^en: Name Date Score/,
      /^en: about \d+ min/,
      /^en: Answer cold/,
      /^en: Answer space, \d lines$/,
      /^en: Drawing space/,
      /^en: How sure\?/,
      /^en: Week summary$/,
      /^en: Sure but wrong$/,
      /^en: Where to look$/,
    ])
      expect(said).toContainEqual(expect.stringMatching(words))
    expect(said.join()).not.toMatch(/heißt|Montag/)
  })

  test.each(['en', 'en-GB', 'EN'])('say nothing in a sheet in %s', (lang) => {
    expect(foreign(makeWorkbook(`---\nlang: ${lang}\n---\n# Week 5\n\n${german}`))).toEqual([])
  })
})

test('lists with labels say how they are numbered', () => {
  const prompt =
    'Which?\n   - one\n   - two\n     1. deeper\n\n2. Name four things.\n3. Choose:\n   - [ ] this\n   - [ ] that'
  const made = makeWorkbook(sheetText({ Monday: [prompt] }))
  const lists = elements(made).filter(({ type }) => type === 'L')
  const labelOf = (list: Element) => list.children[0]?.children.find(({ type }) => type === 'Lbl')
  const found = lists.flatMap((list) => {
    const label = labelOf(list)
    return label ? [`${wordsInOrder(made.pages, label).trim()} ${list.numbering}`] : []
  })
  expect(found).toEqual(expect.arrayContaining(['• Disc', '1. Decimal', '1 Decimal']))
  for (const list of lists) expect(list.numbering !== undefined).toBe(labelOf(list) !== undefined)
})

test('a day heads its row of the summary, and heads that are said again are passed over', () => {
  const days = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`Day ${i + 1}`, ['Why?']]))
  const made = makeWorkbook(sheetText(days))
  const [scores] = elements(made).filter(({ type }) => type === 'Table')
  // Heads, forty days, and all of them together.
  expect(scores?.children).toHaveLength(42)
  expect(scores?.children[40]?.children.map(({ type, scope }) => `${type} ${scope ?? ''}`.trim())).toEqual([
    'TH Row',
    ...Array(4).fill('TD'),
  ])
  const again = made.pages.pages
    .filter(({ kind }) => kind === 'summary')
    .flatMap(({ items }) => items.filter(({ owner }) => 'artifact' in owner && owner.artifact === 'Pagination'))
  expect(again.map(textOf).filter((text) => text.startsWith('Score'))).toHaveLength(1)
})

test('running lines are headers and footers', () => {
  const long = Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ')
  const { pages } = makeWorkbook(sheetText({ Monday: [long] }))
  for (const page of pages.pages) {
    const running = page.items.flatMap((item) =>
      'artifact' in item.owner && item.owner.at
        ? [{ at: item.owner.at, y: 'y' in item ? item.y : item.type === 'line' ? item.y1 : 0 }]
        : [],
    )
    const of = (at: string) => running.filter((each) => each.at === at).map(({ y }) => y)
    if (page.kind !== 'key') expect(of('Header').length).toBeGreaterThan(0)
    expect(of('Footer').length).toBeGreaterThan(0)
    expect(Math.max(...of('Header'), 0)).toBeLessThan(page.height * 0.1)
    expect(Math.min(...of('Footer'))).toBeGreaterThan(page.height * 0.9)
  }
})
