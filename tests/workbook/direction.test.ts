/** Right-to-left sheets on paper, and what readers of the file make of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { textFace } from '../../src/text/lines/lines.js'
import type { Page, TextItem } from '../../src/workbook/pages-model.js'
import { realFonts } from '../real-fonts.js'
import { textOf } from './look.js'
import { type MadeWorkbook, makeWorkbook, pdfOf, sheetText } from './make.js'
import { readPdf } from './read-pdf.js'
import { expectSound } from './sound.js'

const hebrew = sheetText(
  { 'יום שני — התא': ['מדוע התא (cell) הוא יחידת החיים? ראו 02_explainer.md §1.1.', 'מהו ATP?'] },
  'שבוע 3 — שליפה',
)
const latin = sheetText({ 'Monday — Cells': ['Why is the cell the unit? See 02_explainer.md §1.1.', 'What is ATP?'] })

const textsOf = (page: Page | undefined): TextItem[] => page?.items.filter((item) => item.type === 'text') ?? []
const find = ({ pages }: MadeWorkbook, words: string): TextItem => {
  const found = pages.pages.flatMap(textsOf).find((item) => textOf(item).trim() === words)
  if (!found) throw new Error(`No text "${words}"`)
  return found
}

describe('a right-to-left workbook', () => {
  const made = makeWorkbook(hebrew)
  const [page] = made.pages.pages

  test('is mirrored: the number stands at the right of the prompt, the minutes at the left', () => {
    const width = page?.width ?? 0
    const number = find(made, '2')
    const prompt = find(made, 'מהו ATP?')
    expect(number.x).toBeGreaterThan(prompt.x + prompt.width)
    expect(find(made, '3 min').x).toBeLessThan(prompt.x)
    expect(width - number.x - number.width).toBeCloseTo((20 * 72) / 25.4, 1)
  })

  test('is sound, and opens like a book from the right', () => {
    expectSound(made)
    expect([made.pages.dir, page?.side]).toEqual(['rtl', 'left'])
    expect(makeWorkbook(latin).pages.dir).toBeUndefined()
  })

  test('has its rules where the same sheet from left to right has them, from the other edge', () => {
    const rules = (each: MadeWorkbook) =>
      each.pages.pages[0]?.items.flatMap((item) =>
        item.type === 'line' && item.x2 - item.x1 > 300 ? [[item.x1, item.x2, item.y1]] : [],
      ) ?? []
    const [right, left] = [rules(made), rules(makeWorkbook(latin))]
    expect(right.length).toBeGreaterThan(5)
    const width = page?.width ?? 0
    const tenths = (places: number[]) => places.map((place) => Math.round(place * 10) / 10)
    expect(right.map(([x1 = 0, x2 = 0, y = 0]) => tenths([width - x2, width - x1, y]))).toEqual(left.map(tenths))
  })

  test('leaves code at the left', () => {
    const { pages } = makeWorkbook(`${hebrew}\n3. מה זה?\n\n   \`\`\`\n   def f(x):\n       return x\n   \`\`\`\n`)
    const [def, ret] = ['def f(x):', 'return x'].map((words) =>
      pages.pages.flatMap(textsOf).find((item) => textOf(item).trim() === words),
    )
    expect(def && ret && ret.x - def.x).toBeGreaterThan(15)
    expect(def?.x).toBeLessThan(150)
  })

  test('has a table whose first column is at the right', () => {
    const each = makeWorkbook(sheetText({ 'יום שני': ['השוו. {kind=compare terms="ראשון | שני" aspect="תפקיד"}'] }))
    expect(find(each, 'ראשון').x).toBeGreaterThan(find(each, 'שני').x)
    expect(find(each, 'תפקיד').x).toBeGreaterThan(find(each, 'ראשון').x)
  })
})

describe('its file', () => {
  const read = async (text: string) => readPdf(await pdfOf(makeWorkbook(text)))

  test('has words that are read in their order', async () => {
    const { pages } = await read(hebrew)
    const words = pages[0]?.text.replace(/\s+/g, ' ') ?? ''
    expect(words).toContain('מדוע התא')
    expect(words.indexOf('מדוע')).toBeLessThan(words.indexOf('cell'))
    expect(words.indexOf('cell')).toBeLessThan(words.indexOf('החיים'))
  })

  test('has joined Arabic letters, and no letter of them is lost to readers', async () => {
    const { pages } = await read(
      sheetText({ الاثنين: ['لماذا تنقسم الخلايا خلال الأسبوع؟'] }, 'الأسبوع 3 — استرجاع يومي'),
    )
    const words = pages[0]?.text.normalize('NFKC') ?? ''
    for (const word of ['الأسبوع', 'استرجاع', 'يومي', 'الاثنين', 'لماذا', 'تنقسم', 'الخلايا', 'خلال'])
      expect(words).toContain(word)
  })

  test('has Japanese that can be read', async () => {
    const { pages } = await read(sheetText({ 月曜日: ['なぜ細胞は生命の基本単位と呼ばれるのですか。'] }, '第3週'))
    expect(pages[0]?.text.replaceAll(' ', '')).toContain('なぜ細胞は生命の基本単位と呼ばれるのですか。')
  })

  test('asks viewers to turn pages from the right', async () => {
    const bytes = Buffer.from(await pdfOf(makeWorkbook(hebrew))).toString('latin1')
    expect(bytes).toContain('/Direction /R2L')
    expect(Buffer.from(await pdfOf(makeWorkbook(latin))).toString('latin1')).not.toContain('/Direction')
  })

  test('keeps the "e" of a text in which "é" comes first', async () => {
    const { pages } = await read(sheetText({ Monday: ['é è e'] }))
    expect(pages[0]?.text).toContain('é è e')
  })
})

describe('shaping', () => {
  const fonts = realFonts()
  const fontOf = (text: string) => {
    const piece = fonts.pieces(text, 'text')[0]
    return fonts.fontOf('text', piece?.font ?? 'face').font as Font
  }

  test('joins Arabic letters', () => {
    const alone = [...'كتب'].map((letter) => fontOf(letter).layout(letter).glyphs[0]?.id)
    const joined = fontOf('كتب')
      .layout('كتب')
      .glyphs.map(({ id }) => id)
    expect(joined.reverse()).not.toEqual(alone)
  })

  test('a zero-width non-joiner parts them, and is drawn as nothing', () => {
    const font = fontOf('می')
    const [parted, joined] = ['می‌خ', 'میخ'].map((text) => font.layout(text).glyphs.map(({ id }) => id))
    expect(parted).toHaveLength(3)
    expect(parted).not.toEqual(joined)
  })

  test('Persian digits stand from left to right', () => {
    const font = fontOf('۵')
    const ids = (text: string) => font.layout(text).glyphs.map(({ id }) => id)
    expect(ids('\u202D۵۰')).toEqual([...ids('\u202D۵'), ...ids('\u202D۰')])
  })

  test('marks stand over their letters: the file raises them', async () => {
    const { pages } = makeWorkbook(sheetText({ الاثنين: ['تُعَدُّ'] }))
    expect(pages.pages[0]?.items.length).toBeGreaterThan(0)
    const font = fontOf('تُعَدُّ')
    expect(font.layout('تُعَدُّ').positions.some(({ yOffset }) => yOffset !== 0)).toBe(true)
  })
})

test('all lines of the workbook are broken by `setLines`, which knows the direction of the sheet', () => {
  const room = fileURLToPath(new URL('../../src/workbook/', import.meta.url))
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const breaking = files.filter((file) => /\bbreakLines\b/.test(readFileSync(room + file, 'utf8')))
  expect(breaking).toEqual(['frame.ts'])
})

test('random sheets of mixed scripts are sound', () => {
  const word = fc.constantFrom('שלום', 'מהו', 'cell', 'لماذا', '12%', '(x)', '02_a.md', '—', 'שָׁלוֹם', 'می‌روم', '`-m`')
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 5 }), (asked) => {
      const made = makeWorkbook(sheetText({ 'יום שני': asked.map((words) => `מהו ${words.join(' ')}`) }, 'שבוע 3'))
      expect(made.codes.filter((code) => code !== 'day-takes-sides' && code !== 'question-takes-sides')).toEqual([])
      for (const item of made.pages.pages.flatMap(textsOf)) expect(item.width).toBeGreaterThan(0)
      expect(realFonts().width('מהו', textFace({ text: '' }), 12)).toBeGreaterThan(0)
    }),
    { numRuns: 20 },
  )
})
