/** Typeset formulas on the page, and in the PDF. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dumpPages } from '../../src/workbook/dump.js'
import type { FormulaItem } from '../../src/workbook/pages-model.js'
import { classicTemplate } from '../template.js'
import { elementsOf, frameOf, textOf, wordsInOrder } from './look.js'
import { type MadeWorkbook, pdfOf, sheetText } from './make.js'
import { readPdf } from './read-pdf.js'
import { expectSound } from './sound.js'
import { mathWeek, typesetWorkbook } from './typeset.js'
import { contentOf } from './unpack-pdf.js'

const formulasOf = ({ pages }: Pick<MadeWorkbook, 'pages'>): FormulaItem[] =>
  pages.pages.flatMap(({ items }) => items.filter((item) => item.type === 'formula'))
const linesOf = (made: MadeWorkbook, source: string) => formulasOf(made).filter((item) => item.source === source)

const made = await typesetWorkbook(mathWeek)

describe('a week of formulas', () => {
  test('is sound: nothing stands on anything, no word is lost, all is inside the margins', () => {
    expectSound(made)
    expect(made.codes).toEqual([])
  })

  test('is sound on A5, right to left, with every edition', async () => {
    for (const [text, paper] of [
      [mathWeek, 'a5'],
      [`---\nlang: ar\n---\n${mathWeek}`, 'a4'],
    ] as const)
      expectSound(
        await typesetWorkbook(text, { paper, parts: ['days', 'summary', 'key', 'exit-tickets', 'test-and-fold'] }),
      )
    const guide = await typesetWorkbook(mathWeek, { parts: ['guide'] })
    expect(formulasOf(guide).length).toBeGreaterThan(8)
  })

  test('has an element a formula with its TeX, in prompts, options, tables, quotes, parts, answers and before the day', () => {
    const alts = [...elementsOf(made.pages.structure).values()].flatMap(({ element }) =>
      element.type === 'Formula' ? [element.alt] : [],
    )
    expect(alts).toContain('E = mc^2')
    expect(alts).toContain('\\sum_{i=1}^n \\frac{1}{i}')
    expect(alts).toContain('\\left(\\frac{1}{2}\\right)')
    expect(alts).toContain('c = \\frac{a}{b}')
    expect(new Set(formulasOf(made).map(({ owner }) => 'element' in owner && owner.element)).size).toBe(alts.length)
  })

  test('has no source left in the face of code', () => {
    const faces = made.pages.pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.type === 'text' ? item.pieces.map(({ face }) => face) : [])),
    )
    expect(faces.filter((face) => face.startsWith('mono'))).toEqual([])
  })

  test('opens lines for what is high, and keeps the leading of the others', () => {
    const [low, high] = [
      linesOf(made, 'x \\neq y')[0]!,
      linesOf(made, '\\sum_{i=1}^n i^2 = \\frac{n(n+1)(2n+1)}{6}')[0]!,
    ]
    expect(high.under).toBeGreaterThan(low.under)
  })

  test('is the same in words', () => {
    expect(wordsInOrder(made.pages)).toContain('Why does retention follow R = e^{-t/S}, and')
    expect(dumpPages(made.pages)).toContain('"R = e^{-t/S}"')
  })
})

test('heads of columns and boxes have the formulas of their question, in their case', async () => {
  for (const [prompt, sources] of [
    ['Compare $x^2$ versus $\\dfrac{a}{b}$ versus the matrix.', ['x^2', '\\dfrac{a}{b}']],
    ['How do $t$ and $R_0$ differ? {kind=sides labels="t rises | R_0 falls"}', ['t', 'R_0']],
  ] as const) {
    const heads = await typesetWorkbook(sheetText({ Monday: [prompt] }), { parts: ['days'] })
    expectSound(heads)
    for (const source of sources) {
      const [inPrompt, inHead] = linesOf(heads, source)
      expect(inHead?.size).toBeLessThan(inPrompt!.size)
    }
  }
})

const long = Array.from({ length: 40 }, (_, i) => `a_{${i}} x^{${i}}`).join(' + ')

describe('a formula wider than the measure', () => {
  test('goes on in the next line, behind a sign of operation', async () => {
    const wide = await typesetWorkbook(sheetText({ Monday: [`Why is $f(x) = ${long}$ so long?`] }))
    expectSound(wide)
    const lines = linesOf(wide, `f(x) = ${long}`)
    expect(lines.length).toBeGreaterThan(2)
    expect(new Set(lines.map(({ y }) => y)).size).toBe(lines.length)
    expect(wide.codes).toEqual([])
  })

  test('goes on in further lines of its own, set in', async () => {
    const wide = await typesetWorkbook(sheetText({ Monday: [`Why?\n\n   $$\n   f(x) = ${long}\n   $$`] }))
    expectSound(wide)
    const [first, ...others] = linesOf(wide, `f(x) = ${long}`)
    expect(others.length).toBeGreaterThan(1)
    for (const { x } of others) expect(x).toBeGreaterThan(first!.x)
  })

  test('is set smaller where no line may end in it, and that is told', async () => {
    for (const [line, text] of [
      [5, `Why is $(${long})$ so long?`],
      [7, `Why?\n\n   $$\n   (${long})\n   $$`],
    ] as const) {
      const wide = await typesetWorkbook(sheetText({ Monday: [text] }))
      expectSound(wide)
      expect(wide.codes).toContain('math-shrunk')
      const { reason, place } = wide.messages.find(({ code }) => code === 'math-shrunk')!
      expect(reason).toMatch(/is set at \d\d % of the size of the text$/)
      expect(place?.start.line).toBe(line)
    }
  })
})

test('a formula that fits keeps its size beside one that is set smaller, and is not told', async () => {
  const long = Array.from({ length: 40 }, (_, i) => `a_{${i}}`).join('')
  const sizesOf = async (prompt: string) => {
    const week = await typesetWorkbook(sheetText({ Monday: [prompt] }))
    expectSound(week)
    const told = week.messages.flatMap(({ code, reason }) => (code === 'math-shrunk' ? [reason] : []))
    return { short: linesOf(week, '\\ce{CO2}')[0]!.size, long: formulasOf(week)[0]!.size, told }
  }
  const alone = await sizesOf('Why no $\\ce{CO2}$?')
  const beside = await sizesOf(`Why is $(${long})$ no $\\ce{CO2}$?`)
  expect(beside.short).toBe(alone.short)
  expect(beside.long).toBeLessThan(alone.long)
  expect(beside.told).toHaveLength(1)
  expect(beside.told[0]).not.toContain('CO2')
})

test('a matrix higher than the side is set smaller', async () => {
  const rows = Array.from({ length: 90 }, (_, i) => i).join('\\\\')
  const high = await typesetWorkbook(
    sheetText({ Monday: [`Why?\n\n   $$\n   \\begin{matrix}${rows}\\end{matrix}\n   $$`] }),
  )
  expectSound(high)
  expect(high.codes).toContain('math-shrunk')
})

test('a formula stays left to right in a mirrored sheet, with the words in it', async () => {
  const text = sheetText({ Monday: ['ما هو $\\text{ab} + c$؟'] })
  const [ltr, rtl] = await Promise.all([typesetWorkbook(text), typesetWorkbook(`---\nlang: ar\n---\n${text}`)])
  const [one] = formulasOf(ltr)
  const [other] = formulasOf(rtl)
  expect(other).toMatchObject({ marks: one!.marks, words: one!.words })
  expect(other!.x).toBeGreaterThan(other!.width)
})

test('words from the left keep their order around formulas in a mirrored sheet', async () => {
  const text = sheetText({ Monday: ['Say $a$ then $b$ then.'] })
  const rtl = await typesetWorkbook(`---\nlang: ar\n---\n${text}`)
  const [a, b] = formulasOf(rtl)
  const said = rtl.pages.pages[0]!.items.filter((item) => item.type === 'text' && /^ ?Say/.test(textOf(item)))[0]!
  expect([said, a!, b!].map((item) => frameOf(item).left)).toEqual(
    [said, a!, b!].map((item) => frameOf(item).left).toSorted((one, other) => one - other),
  )
})

test('a formula among bold words is bold', async () => {
  const [bold, plain] = formulasOf(await typesetWorkbook(sheetText({ Monday: ['Is **what $x$ is** like $x$?'] })))
  expect(bold!.marks).not.toEqual(plain!.marks)
  expect(bold!.width).toBeCloseTo(plain!.width, 6)
})

describe('the key', () => {
  const entryOf = (question: string) =>
    typesetWorkbook(sheetText({ Monday: [question] }), { parts: ['key'] }).then(({ pages }) => wordsInOrder(pages))

  test('has the formulas of the first words of a question, and of the topic of a day', async () => {
    expect(await entryOf('Why is $\\frac{a}{b}$ so?')).toContain('Why is \\frac{a}{b} so?')
    const key = await typesetWorkbook(mathWeek, { parts: ['key'] })
    expectSound(key)
    const sources = formulasOf(key).map(({ source }) => source)
    expect(sources.filter((source) => source === 'R = e^{-t/S}')).toHaveLength(2)
  })

  test('cuts the words short before what has no room', async () => {
    const words = await entryOf(`Why is $x$ ${'one word '.repeat(60)}$y$?`)
    expect(words).toMatch(/Why is x( one| word)+ …/)
    expect(words).not.toContain('y?')
    expect(await entryOf(`Why is $${long}$ so?`)).toContain('Why is …')
    expect(await entryOf(`$${long}$ is what?`)).toMatch(/Mon 1/)
  })
})

describe('the topic of a day', () => {
  const withSlips = classicTemplate(({ workbook }) => {
    workbook.pages = ['exit-tickets', 'test-and-fold']
  })
  const text = '# W1\n\n## Monday — Half of $\\frac{x^2}{2}$\n\n1. Why?\n\n## Tuesday — Rest\n\n1. Why so?\n'
  test.each(['days', 'summary', 'exit-tickets', 'test-and-fold', 'key'] as const)('is typeset in: %s', async (part) => {
    const one = await typesetWorkbook(text, { parts: [part], template: withSlips })
    expectSound(one)
    expect(new Set(formulasOf(one).map(({ source }) => source))).toEqual(new Set(['\\frac{x^2}{2}']))
  })

  test('gives way to the day alone where a slip has no room for all of it', async () => {
    const long = text.replace('Half of', `Half of ${'many words '.repeat(4)} and`)
    const slips = await typesetWorkbook(long, { parts: ['exit-tickets'], template: withSlips, paper: 'a5' })
    expect(formulasOf(slips)).toEqual([])
    expect(wordsInOrder(slips.pages)).not.toContain('…')
  })

  test('is to be read in bookmarks', async () => {
    const { pages } = await typesetWorkbook(text)
    expect(pages.outline.map(({ title }) => title)).toContain('Monday — Half of (x²)/2')
  })
})

test('a line of words and formulas is in order from left to right', async () => {
  const one = await typesetWorkbook(sheetText({ Monday: ['Say $a$ then $b$ then.'] }))
  const [a, b] = formulasOf(one)
  const texts = one.pages.pages[0]!.items.filter((item) => item.type === 'text')
  const then = texts.find((item) => item.pieces.some(({ text }) => text.trim() === 'then'))!
  expect(frameOf(then).left).toBeGreaterThanOrEqual(frameOf(a!).right - 0.01)
  expect(frameOf(b!).left).toBeGreaterThanOrEqual(frameOf(then).right)
})

describe('the PDF', () => {
  test('has the roles of formulas, and every other word', async () => {
    const pdf = await readPdf(await pdfOf(made))
    expect(pdf.pages[0]!.roles.match(/\bFormula\b/g)?.length).toBeGreaterThan(8)
    expect(pdf.pages[0]!.alternatives).toContain('R = e^{-t/S}')
    expect(pdf.pages[0]!.text).toContain('Why does retention follow')
    expect(pdf.pages[0]!.text).toContain('für alle')
  })

  test('writes a sign once, wherever it comes again', async () => {
    const twice = await typesetWorkbook(sheetText({ Monday: ['Is $x^2$ the same as $x^2$, or $x + y$?'] }), {
      parts: ['days'],
    })
    const content = contentOf(await pdfOf(twice)).join('\n')
    const shown = [...content.matchAll(/\/(M\d+) Do/g)].map(([, name]) => name)
    expect(shown).toEqual(['M1', 'M2', 'M1', 'M2', 'M1', 'M3', 'M4'])
  })

  test('is the same for the same input', async () => {
    const again = await typesetWorkbook(mathWeek)
    expect(Buffer.from(await pdfOf(again)).equals(Buffer.from(await pdfOf(made)))).toBe(true)
  })
})

const formula = fc.constantFrom(
  'x',
  '\\frac{a}{b}',
  '\\displaystyle\\sum_{i=1}^n \\frac{i}{n}',
  'a + b = c',
  '\\begin{pmatrix}1\\\\2\\\\3\\end{pmatrix}',
  '\\sqrt{\\frac{x}{\\sqrt{y}}}',
  long,
  '\\text{Größe}_{\\max}',
)
const words = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('word', 'longer-word', '**bold**') },
    formula.map((tex) => `$${tex}$`),
  ),
  {
    minLength: 1,
    maxLength: 30,
  },
)
const question = fc
  .tuple(
    words.map((all) => `Why ${all.join(' ')}?`),
    fc.oneof(
      fc.constant(''),
      formula.map((tex) => `\n\n   $$\n   ${tex}\n   $$`),
      fc
        .array(formula, { minLength: 1, maxLength: 4 })
        .map((all) => `\n\n   | a | b |\n   |---|---|\n${all.map((tex) => `   | $${tex}$ | word |`).join('\n')}`),
      fc
        .array(formula, { minLength: 2, maxLength: 4 })
        .map((all) => `\n${all.map((tex) => `   - $${tex}$`).join('\n')}`),
    ),
  )
  .map((all) => all.join(''))

test('sheets full of formulas are sound', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(question, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('a4', 'a5'),
      async (questions, paper) => {
        expectSound(await typesetWorkbook(sheetText({ Monday: questions }), { paper }))
      },
    ),
    { numRuns: 25 },
  )
})
