/** Titles of cited sections with formulas, code and emphasis in them, wherever they are printed. */
import { describe, expect, test } from 'vitest'
import type { FormulaItem, Page } from '../../src/workbook/pages-model.js'
import { classicTemplate } from '../template.js'
import { textOf } from './look.js'
import { pdfOf, sheetText } from './make.js'
import { readPdf } from './read-pdf.js'
import { expectSound } from './sound.js'
import { typesetWorkbook } from './typeset.js'

const notes = `# Losses, from $e^x$

## 2.3 The loss $x^2$ and *why* it \`drifts\`

A number $x$.

## 2.4 A long title that goes on in the next line of its column, since it ends in $\\frac{a}{b}$

## The slope $u$ in \`torch\`
`
const asked = ['Why? See notes.md §2.3.', 'How? See notes.md §2.3-§2.4.', 'So? See notes.md §The slope $u$ in `torch`.']
const text = sheetText({ Monday: asked })
const sources = { 'notes.md': notes }

const withMore = () =>
  classicTemplate(({ workbook }) => {
    workbook.pages = ['test-and-fold']
  })
const made = (options: Parameters<typeof typesetWorkbook>[1]) =>
  typesetWorkbook(text, { sources, template: withMore(), ...options })

const formulasOf = (pages: readonly Page[]): FormulaItem[] =>
  pages.flatMap(({ items }) => items.filter((item) => item.type === 'formula'))
const sourcesOf = (pages: readonly Page[]): string[] => formulasOf(pages).map(({ source }) => source)

/** The words that are set in a face. */
const inFace = (pages: readonly Page[], face: string): string[] =>
  pages
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.type === 'text' ? item.pieces : []))
    .filter((piece) => piece.face === face)
    .map((piece) => piece.text.trim())

describe('a title with formulas', () => {
  test('is typeset in the key and in the list from section to question', async () => {
    const key = await made({ parts: ['key'] })
    expectSound(key)
    const { pages } = key.pages
    expect(sourcesOf(pages).filter((source) => source === 'x^2')).toHaveLength(3)
    expect(sourcesOf(pages).filter((source) => source === '\\frac{a}{b}')).toHaveLength(2)
    expect(sourcesOf(pages).filter((source) => source === 'u')).toHaveLength(2)
    expect(sourcesOf(pages)).toContain('e^x')
    expect(inFace(pages, 'mono')).toContain('drifts')
    expect(inFace(pages, 'text-emphasis')).toContain('why')
    expect(inFace(pages, 'mono-strong')).toContain('torch')
  })

  test('hangs further lines where words alone would, and leaves the questions on the baseline of its last', async () => {
    const { pages } = (await made({ parts: ['key'] })).pages
    const [, fraction] = formulasOf(pages).filter(({ source }) => source === '\\frac{a}{b}')
    const link = pages
      .flatMap(({ items }) => items)
      .findLast((item) => item.type === 'text' && textOf(item).trim() === 'Mon 2')
    expect(link).toMatchObject({ y: fraction!.y })
  })

  test.each(['guide', 'test-and-fold'] as const)('is typeset in: %s', async (part) => {
    const one = await made({ parts: [part] })
    expectSound(one)
    expect(sourcesOf(one.pages.pages)).toContain('x^2')
  })

  test('is typeset in the strip beside the questions, and on mirrored pages', async () => {
    const template = classicTemplate(({ workbook }) => {
      workbook.key = 'fold'
    })
    const folded = await typesetWorkbook(text, { sources, template, parts: ['days', 'key'] })
    expectSound(folded)
    expect(sourcesOf(folded.pages.pages.filter(({ kind }) => kind === 'day'))).toContain('x^2')
    expectSound(await typesetWorkbook(`---\nlang: ar\n---\n${text}`, { sources, parts: ['days', 'key'] }))
  })

  test('has its words in the PDF, with its TeX for readers by ear', async () => {
    const { pages } = await readPdf(await pdfOf(await made({ parts: ['key'] })))
    expect(pages[0]!.text).toContain('The loss')
    expect(pages[0]!.alternatives).toContain('x^2')
  })
})

describe('the head of a further side of a day', () => {
  const long = (topic: string) => {
    const questions = Array.from({ length: 24 }, (_, i) => `${i + 1}. Why is thing ${i} so? {lines=6}`)
    return `# W1\n\n## Monday — ${topic}\n\n${questions.join('\n')}\n`
  }
  const headOf = async (topic: string, lang = 'en') => {
    const week = await typesetWorkbook(`---\nlang: ${lang}\n---\n${long(topic)}`, { parts: ['days'] })
    expectSound(week)
    return week.pages.pages[1]!.items.filter(({ owner }) => 'at' in owner && owner.at === 'Header')
  }
  const wordsOf = (items: Page['items']) => items.flatMap((item) => (item.type === 'text' ? [textOf(item).trim()] : []))

  test('has the formulas of its topic', async () => {
    const head = await headOf('Half of $x^2$')
    expect(head.filter(({ type }) => type === 'formula')).toMatchObject([{ source: 'x^2' }])
    expect(wordsOf(head)).toEqual(expect.arrayContaining(['Monday — Half of', ', continued']))
  })

  test('has them in their place on mirrored pages', async () => {
    const head = await headOf('نصف $x^2$ هنا', 'ar')
    expect(head.filter(({ type }) => type === 'formula')).toHaveLength(1)
  })

  test('says the day alone where they have no room', async () => {
    const head = await headOf(`${'One word '.repeat(12)} $x^2$`)
    expect(head.filter(({ type }) => type === 'formula')).toEqual([])
    expect(wordsOf(head)).toContain('Monday, continued')
  })
})
