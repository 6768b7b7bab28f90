import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { openFonts } from '../../src/text/fonts/fonts.js'
import { plainBlocks } from '../../src/text/rich.js'
import { renderPdf } from '../../src/workbook/pdf.js'
import { classicTemplate } from '../template.js'
import { lettersOf } from './look.js'
import { epoch, makeWorkbook, pdfOf, realSheet, sheetText } from './make.js'
import { readPdf } from './read-pdf.js'
import { contentOf } from './unpack-pdf.js'

const whole = makeWorkbook(realSheet())
const bytes = await pdfOf(whole)
const pdf = await readPdf(bytes)
const questions = whole.sheet.days.flatMap((day) => day.questions.map((question) => ({ day, question })))

describe('the real sheet, read back', () => {
  test('has the pages that were laid out', () => {
    expect(pdf.pages.map(({ width, height }) => [width, height])).toEqual(
      whole.pages.pages.map(({ width, height }) => [expect.closeTo(width, 2), expect.closeTo(height, 2)]),
    )
  })

  test('has the prompts of each day on its page, in order', () => {
    whole.sheet.days.forEach((day, i) => {
      const words = lettersOf(pdf.pages[i]!.text)
      let from = 0
      for (const { prompt } of day.questions) {
        const at = words.indexOf(lettersOf(plainBlocks(prompt)), from)
        expect(at, plainBlocks(prompt)).toBeGreaterThanOrEqual(from)
        from = at + 1
      }
    })
  })

  test('keeps the spaces between words', () => {
    expect(pdf.pages[0]!.text).toContain('Why is a notebook win not a production win?')
    expect(pdf.pages[5]!.text).toContain('run → warehouse → assembly line → quality gate → production monitor.')
  })

  test('puts each word where it was laid out', () => {
    whole.pages.pages.forEach((page, i) => {
      const found = pdf.pages[i]!.texts.map(({ x, y }) => [Math.round(x), Math.round(page.height - y)].join())
      const near = new Set(found.flatMap((place) => around(place)))
      for (const item of page.items)
        if (item.type === 'text') expect(near).toContain([Math.round(item.x), Math.round(item.y)].join())
    })
  })

  test('has an outline of days, summary and key', () => {
    const starts = whole.pages.outline.map(({ title, page }) => ({ title, page }))
    expect(pdf.outline.map(({ title, page }) => ({ title, page }))).toEqual(starts)
    for (const { page, top } of pdf.outline) expect(top).toBeGreaterThan(pdf.pages[page]!.height * 0.9)
    expect(pdf.outline.slice(0, 6).map(({ page }) => page)).toEqual([0, 1, 2, 3, 4, 5])
    expect(pdf.outline[0]?.title).toBe('Monday — Opening failure')
  })

  test('has title, language and page labels', () => {
    expect([pdf.title, pdf.lang]).toEqual(['Week 17 — Daily Recall', 'en'])
    expect(pdf.labels ?? pdf.pages.map((_, i) => String(i + 1))).toEqual(whole.pages.pages.map(({ label }) => label))
  })

  test('is marked, with a structure tree on every page', () => {
    expect(pdf.marked).toBe(true)
    for (const page of pdf.pages) expect(page.roles).toMatch(/^Root Document Sect /)
    expect(pdf.pages[0]?.roles).toContain('H1')
    expect(pdf.pages[2]?.roles).toMatch(/Table TR (?:TD )?TH TH/)
    expect(pdf.pages[6]?.roles).toMatch(/Table TR TH TH TH TH TH TR TH TD/)
  })

  test('draws with embedded subsets only', () => {
    for (const { fonts } of pdf.pages) for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+/)
    expect(pdf.pages[0]?.fonts.map((font) => font.slice(7))).toEqual(
      expect.arrayContaining([expect.stringContaining('SourceSerif4'), expect.stringContaining('Atkinson')]),
    )
  })
})

/** A rounded place and its neighbours. */
function around(place: string): string[] {
  const [x = 0, y = 0] = place.split(',').map(Number)
  return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${x + dx},${y + dy}`))
}

describe('links', () => {
  const keyPages = whole.pages.pages.flatMap(({ kind }, i) => (kind === 'key' ? [i] : []))

  test('lead from the number of each question to its key entry', () => {
    whole.sheet.days.forEach((day, i) => {
      const links = pdf.pages[i]!.links
      expect(links).toHaveLength(day.questions.length)
      day.questions.forEach(({ number }, n) => {
        const link = links[n]!
        expect(keyPages).toContain(link.page)
        expect(link.words).toBe(`${day.short} ${number}: where to look, page ${link.page + 1}`)
        expect(textAt(i, link.rect)).toBe(String(number))
        expect(textBelow(link.page, link.top)).toContain(`${day.short} ${number} · p. ${i + 1}`)
      })
    })
  })

  test('lead from each key entry back to its question', () => {
    const links = keyPages.flatMap((page) => pdf.pages[page]!.links.map((link) => ({ from: page, link })))
    for (const { day, question } of questions) {
      const label = `${day.short} ${question.number}`
      const back = links.filter(({ link }) => link.words.startsWith(`${label}: the question`))
      expect(back.length).toBeGreaterThanOrEqual(1)
      for (const { from, link } of back) {
        expect(link.page).toBe(whole.sheet.days.indexOf(day))
        expect(textAt(from, link.rect)).toContain(label)
        expect(lettersOf(textBelow(link.page, link.top, 3))).toContain(
          lettersOf(plainBlocks(question.prompt)).slice(0, 30),
        )
      }
    }
    expect(links.length).toBeGreaterThanOrEqual(2 * questions.length - 3)
  })

  /** The words whose start is inside a rectangle. */
  function textAt(page: number, [left, bottom, right, top]: [number, number, number, number]): string {
    return pdf.pages[page]!.texts.filter(({ x, y }) => x >= left - 1 && x <= right && y >= bottom && y <= top)
      .map(({ text }) => text)
      .join('')
      .trim()
  }

  /** The words of the first lines under a height. */
  function textBelow(page: number, height: number, lines = 1): string {
    return pdf.pages[page]!.texts.filter(({ y }) => y <= height && y > height - 16 * lines - 2)
      .map(({ text }) => text)
      .join('')
  }
})

describe('bytes', () => {
  test('are the same each time', async () => {
    expect(Buffer.compare(await pdfOf(makeWorkbook(realSheet())), bytes)).toBe(0)
  })

  test('change with the date and with the words', async () => {
    const later = await pdfOf(whole, new Date(86_400_000))
    expect(Buffer.compare(later, bytes)).not.toBe(0)
    expect((await readPdf(later)).created).toContain('19700102')
    expect(idOf(bytes)).toBe(idOf(later))
    const other = makeWorkbook(sheetText({ Monday: ['Why?'] }))
    const another = makeWorkbook(sheetText({ Monday: ['How?'] }))
    expect(idOf(await pdfOf(other))).not.toBe(idOf(await pdfOf(another)))
  })

  test('do not depend on the time zone', async () => {
    const zone = process.env.TZ
    process.env.TZ = 'Asia/Tokyo'
    try {
      expect(Buffer.compare(await pdfOf(whole), bytes)).toBe(0)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  const idOf = (file: Uint8Array): string =>
    /\/ID \[<([0-9a-f]+)>/.exec(Buffer.from(file).toString('latin1'))?.[1] ?? ''
})

test('bytes do not depend on the sheets that were written before', async () => {
  const sheet = (words: string) => makeWorkbook(sheetText({ Monday: [words] }))
  // The same signs as other characters, as parts of a letter, and alone.
  const texts = ['µ Ω ẹ̀ ﬁ', 'μ x\u0323 x\u0300 fi ﬀ', 'ff ☐ x\u0323 µ', 'µ', 'μ']
  const first = new Map<string, Uint8Array>()
  for (const text of texts) {
    const fonts = openFonts({ ...classicTemplate().faces })
    const template = classicTemplate()
    const made = makeWorkbook(sheetText({ Monday: [text] }), { template, metrics: fonts })
    first.set(text, await renderPdf(made.pages, fonts, { date: epoch }))
  }
  for (const text of texts) expect(Buffer.compare(await pdfOf(sheet(text)), first.get(text)!), text).toBe(0)
  for (const text of texts.toReversed())
    expect(Buffer.compare(await pdfOf(sheet(text)), first.get(text)!), text).toBe(0)
})

describe('standards', () => {
  const archive = (xmp: string): string =>
    ['part', 'conformance'].map((key) => new RegExp(`<pdfaid:${key}>(.)<`).exec(xmp)?.[1]).join('')

  test('are declared: PDF/UA-1, and PDF/A-2a with the colour space that grey is read in', () => {
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(archive(pdf.xmp)).toBe('2A')
    expect(Buffer.from(bytes).toString('latin1')).toContain('/OutputIntents')
  })

  test('are less where a font has signs of its own', async () => {
    const { xmp } = await readPdf(await pdfOf(makeWorkbook(sheetText({ Monday: ['What is \uEF00?'] }))))
    expect(archive(xmp)).toBe('2B')
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })
})

test('a viewer is asked to print at full size, and on both sides when there are two', async () => {
  const text = (file: Uint8Array): string => Buffer.from(file).toString('latin1')
  expect(text(bytes)).toMatch(/\/PrintScaling \/None\s+\/PickTrayByPDFSize true\s+\/Duplex \/DuplexFlipLongEdge/)
  const alone = makeWorkbook(realSheet(), { parts: ['days'], days: ['monday'] })
  expect(text(await pdfOf(alone))).not.toContain('/Duplex')
})

test('a viewer is asked to print on one side where the sheet is laid out for it', async () => {
  const template = classicTemplate((classic) => {
    classic.workbook.duplex = false
  })
  const file = Buffer.from(await pdfOf(makeWorkbook(realSheet(), { template }))).toString('latin1')
  expect(file).toMatch(/\/PrintScaling \/None\s+\/PickTrayByPDFSize true\s+\/Duplex \/Simplex/)
})

describe('characters', () => {
  const read = async (question: string, title?: string) =>
    readPdf(await pdfOf(makeWorkbook(sheetText({ Monday: [question] }, title))))

  test.each([
    ['signs of our sheets', 'run → gate, § 1.2 — “é”, Ж, ☐, ≤ and ✓?'],
    ['in bold and in code', 'a **→ b** and `x → § — y`?'],
    ['ligatures and kerning', 'Office affluent fjord AVATAR To?'],
    ['many hyphens after a soft one', 'recapi\u00ADtulate well-known so-called?'],
    ['letters that the font takes apart', 'ẹ̀ and ọ́, č̣?'],
    ['letters with marks that no single character has', 'x\u0302 and AVx\u0302AV\u0302 n\u0308?'],
  ])('%s are all there', async (_, question) => {
    const { pages } = await read(question)
    const words = question.replace(/[*`\u00AD]/g, '')
    expect(lettersOf(pages[0]!.text)).toContain(lettersOf(words))
  })

  test('marks stand on their letters, also behind a kerned pair', async () => {
    const file = await pdfOf(makeWorkbook(sheetText({ Monday: ['AVx\u0302AV\u0302 T\u0302o **T\u0302A\u0323**?'] })))
    const moves = contentOf(file).flatMap((content) =>
      [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(([, array = '']) => array),
    )
    const numbers = moves
      .flatMap((array) =>
        array
          .replace(/<[0-9a-f]*>/g, ' ')
          .trim()
          .split(/\s+/),
      )
      .filter(Boolean)
    expect(numbers.length).toBeGreaterThan(20)
    // In thousandths of the type size: no mark is further from its letter than an em.
    for (const number of numbers) expect(Math.abs(Number(number)), number).toBeLessThan(1000)
  })

  test.each([
    ['marks of XML', 'Week 1 — R&D <x> "y" & \'z\''],
    ['other scripts', 'Week 1 — Ωμέγα Жук → é'],
    ['a backslash and parentheses', 'Week 1 — a\\\\b (c) )d('],
    ['an emoji', 'Week 1 — 😀'],
  ])('a title may hold %s', async (_, title) => {
    const made = makeWorkbook(sheetText({ 'Monday — <&>': ['Why?'] }, title))
    const { title: found, xmp, outline } = await readPdf(await pdfOf(made))
    expect(found).toBe(made.plan.title)
    expect(outline[0]?.title).toBe('Monday — <&>')
    const document = XmlDocument.fromString(xmp)
    const shown = document.get('//dc:title//rdf:li', {
      dc: 'http://purl.org/dc/elements/1.1/',
      rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    })
    expect(shown?.content).toBe(made.plan.title)
    document.dispose()
  })
})

test('a title may hold what XML may not', async () => {
  const made = makeWorkbook(sheetText({ Monday: ['Why?'] }))
  made.pages.title = 'a\u0007b \uD83D <c>'
  const { xmp } = await readPdf(await pdfOf(made))
  const document = XmlDocument.fromString(xmp)
  expect(document.root.content).toContain('ab  <c>')
  document.dispose()
})

describe('one day alone', () => {
  test('keeps the number that its page has in the workbook', async () => {
    const made = makeWorkbook(realSheet(), { parts: ['days'], days: ['wednesday'], firstPage: 3 })
    const alone = await readPdf(await pdfOf(made))
    expect(alone.labels).toEqual(['3'])
    expect(alone.pages).toHaveLength(1)
    expect(alone.outline.map(({ title }) => title)).toEqual(['Wednesday — CI/CD for ML'])
    expect(alone.pages[0]?.links).toEqual([])
    expect(alone.pages[0]?.text).toContain('Champion versus challenger')
  })
})

test('a question that flows is tagged across its pages', async () => {
  const long = Array.from({ length: 1500 }, (_, i) => `word${i}`).join(' ')
  const made = makeWorkbook(sheetText({ Monday: [long] }))
  const { pages } = await readPdf(await pdfOf(made, epoch))
  const days = made.pages.pages.filter(({ kind }) => kind === 'day').length
  expect(days).toBeGreaterThan(2)
  const all = lettersOf(
    pages
      .slice(0, days)
      .map(({ text }) => text)
      .join(' '),
  )
  for (const n of [0, 700, 1499]) expect(all).toContain(`word${n}`)
})
