/** Tables of the author on slides: native, readable from the back row, never a word lost. */
import { describe, expect, test } from 'vitest'
import type { Item, Slide } from '../../src/deck/slides-model.js'
import { Log } from '../../src/diagnostics.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { makeDeck, render } from './make.js'
import { packageFaults } from './package-check.js'
import { readParts } from './read-pptx.js'

const sheet = (body: string) =>
  parseSheet(
    `# Week 1\n\n## Monday\n\n1. Which release?\n\n${body.replace(/^(?=.)/gm, '   ')}\n`,
    'recall.md',
    new Log(),
  )
const questionSlides = ({ slides }: { slides: readonly Slide[] }) => slides.filter(({ seconds }) => seconds !== null)
const wordsOf = (items: readonly Item[]): string =>
  items
    .flatMap((item) =>
      item.type === 'table'
        ? item.rows.flatMap(({ cells }) => cells.flat())
        : 'paragraphs' in item
          ? item.paragraphs
          : [],
    )
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join(' ')
const tables = (slide: Slide | undefined) => slide?.items.filter((item) => item.type === 'table') ?? []
const release = '| Release | Cost |\n|---|--:|\n| **shadow** | 1.50 |\n| canary | 12 |'

describe('a table under a question', () => {
  test('is one table object with alt text under the prompt', () => {
    const { slides } = makeDeck(sheet(release))
    const [slide, ...others] = questionSlides(slides)
    expect(others).toEqual([])
    expect(slide?.layout).toBe('Recall figure')
    const [table] = tables(slide)
    expect(table).toMatchObject({ alt: 'Table: Release, Cost' })
    expect(table?.rows[1]?.cells[0]?.[0]?.runs).toMatchObject([{ text: 'shadow', strong: true }])
    expect(table?.rows[1]?.cells[1]?.[0]?.align).toBe('right')
  })

  test('is written with its header row flagged, in a sound package', async () => {
    const parts = readParts(await render(sheet(release)))
    expect(packageFaults(parts)).toEqual([])
    const xml = [...parts.values()].find((part) => part.includes('Table: Release, Cost')) ?? ''
    expect(xml).toContain('<a:tblPr firstRow="1"/>')
    expect(xml).toMatch(/<a:rPr lang="en"[^>]*><a:solidFill>.*?shadow/s)
  })

  test('is never set smaller than text may be, and goes on to further slides under its head', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `| row${i} | cost${i} |`).join('\n')
    const made = makeDeck(sheet(`| Release | Cost |\n|---|---|\n${rows}`))
    const slides = questionSlides(made.slides)
    expect(slides.length).toBeGreaterThan(1)
    const words = slides.map(({ items }) => wordsOf(items)).join(' ')
    for (let i = 0; i < 40; i++) expect(words).toMatch(new RegExp(`row${i} cost${i}\\b`))
    for (const slide of slides) {
      const [table] = tables(slide)
      expect(table?.rows[0]?.cells.flat().flatMap(({ runs }) => runs.map(({ text }) => text))).toEqual([
        'Release',
        'Cost',
      ])
      for (const run of table!.rows.flatMap(({ cells }) => cells.flat().flatMap(({ runs }) => runs)))
        expect(run.size).toBeGreaterThanOrEqual(20)
      expect(table!.box.y + table!.box.h).toBeLessThan(6.4)
    }
  })

  test('of many columns stands in parts, and is told of', () => {
    const line = (word: string) => `| ${Array.from({ length: 20 }, (_, i) => `${word}${i}`).join(' | ')} |`
    const made = makeDeck(sheet(`${line('head')}\n|${'---|'.repeat(20)}\n${line('cell')}`))
    expect(made.log.messages.map(({ code }) => code)).toContain('table-parted')
    const words = questionSlides(made.slides)
      .map(({ items }) => wordsOf(items))
      .join(' ')
    for (let i = 0; i < 20; i++) expect(words).toContain(`cell${i}`)
    for (const table of questionSlides(made.slides).flatMap(tables))
      expect(table.box.x + table.box.w).toBeLessThan(12.6)
  })

  test('with a row higher than a slide has that row as text, every word of it', () => {
    const long = Array.from({ length: 600 }, (_, i) => `w${i}`).join(' ')
    const made = makeDeck(sheet(`| Term | Meaning |\n|---|---|\n| drift | ${long} |\n| skew | short |`))
    const words = questionSlides(made.slides)
      .map(({ items }) => wordsOf(items))
      .join(' ')
    for (const word of ['drift', 'skew', 'short', 'w0', 'w299', 'w599']) expect(words.split(/[\s;]+/)).toContain(word)
  })
})

test('a table in an answer is a table on the check slide, beside its heading', () => {
  const { slides } = makeDeck(sheet(`Answer:\n\n${release}`))
  const check = slides.slides.find(({ layout }) => layout === 'Recall check')
  expect(tables(check)).toHaveLength(1)
  expect(wordsOf(check?.items ?? [])).toContain('Answer')
})

test('long code under a short prompt stands on one slide', () => {
  const code = Array.from({ length: 9 }, (_, i) => `line ${i}`).join('\n')
  const slides = questionSlides(makeDeck(sheet(`\`\`\`\n${code}\n\`\`\``)).slides)
  expect(slides.map(({ layout }) => layout)).toEqual(['Recall figure'])
})

test('a prompt that goes on to a second slide leaves room for its mark', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `| row${i} | cost${i} |`).join('\n')
  const text = `# Week 1\n\n## Monday\n\n1. ${'Which of all these releases is it? '.repeat(2)}\n\n${`| A | B |\n|---|---|\n${rows}`.replace(/^/gm, '   ')}\n`
  const [first] = questionSlides(makeDeck(parseSheet(text, 'recall.md', new Log())).slides)
  const title = first?.items.find((item) => item.type === 'placeholder' && item.name === 'title')
  const runs = title?.type === 'placeholder' ? (title.paragraphs[0]?.runs ?? []) : []
  expect(new Set(runs.map(({ size }) => size)).size).toBe(1)
  expect(runs.at(-1)?.text).toContain('1/')
})
