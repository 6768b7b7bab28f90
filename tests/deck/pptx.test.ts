/** The finished deck, read back from its bytes. */
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { renderPptx } from '../../src/deck/pptx.js'
import { epoch, makeDeck, realWeek, render } from './make.js'
import { packageFaults } from './package-check.js'
import {
  type PackageParts,
  part,
  type ReadSlide,
  readParts,
  readSections,
  readSlides,
  relationsOf,
} from './read-pptx.js'
import { sheetOf, textBlock } from './sheets.js'

const { sheet, citations, pageOf } = realWeek()
const { slides } = makeDeck(sheet, { citations, pageOf })
const plain = (text: string) => text.replace(/\s+/g, ' ')
let bytes: Uint8Array
let parts: PackageParts
let read: ReadSlide[]

beforeAll(async () => {
  bytes = await renderPptx(slides, { date: epoch })
  parts = readParts(bytes)
  read = readSlides(parts)
})

describe('the deck of the real sheet', () => {
  test('is a sound package', () => expect(packageFaults(parts)).toEqual([]))

  test('has a title, contents, a protocol, and per day a divider, two slides a question and a tally', () => {
    const questions = sheet.days.reduce((sum, day) => sum + day.questions.length, 0)
    expect(questions).toBe(24)
    expect(read).toHaveLength(3 + sheet.days.length * 2 + questions * 2)
  })

  test('has a unique title in a title placeholder on every slide', () => {
    const titles = read.map(({ title }) => plain(title ?? ''))
    expect(titles).toEqual(slides.slides.map(({ title }) => plain(title)))
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.every((title) => title !== '')).toBe(true)
  })

  test('uses the layouts by name', () => {
    expect(read.map(({ layout }) => layout)).toEqual(slides.slides.map(({ layout }) => layout))
  })

  test('holds the prompt of every question, word for word, and its code, clock and page', () => {
    const question = read.find(({ xml }) => xml.includes('name="w17-mon-q1"'))
    expect(question?.shapes.map(({ placeholder, paragraphs }) => [placeholder, plain(paragraphs.join('|'))])).toEqual([
      ['title', 'Why is a notebook win not a production win?'],
      ['body 13', 'Monday · 1 of 3'],
      ['body 14', 'W17 Mon 1'],
      ['body 15', 'Write first. 1:30'],
      ['body 16', 'sheet page 1'],
      ['', ''],
      ['sldNum 12', '5'],
    ])
  })

  test('says where to look on the check slide', () => {
    const check = read.find(({ xml }) => xml.includes('name="w17-mon-q1-check"'))
    expect(check?.shapes.find(({ placeholder }) => placeholder === 'body 1')?.paragraphs).toEqual([
      'Where to look',
      '02_explainer.md  §1.1–§1.8',
    ])
  })

  test('has the planned notes, a paragraph each', () => {
    expect(read.map(({ notes }) => notes)).toEqual(slides.slides.map(({ notes }) => notes))
    expect(read.every(({ notes }) => notes.length > 0)).toBe(true)
  })

  test('has a section for the opening and one a day', () => {
    expect(readSections(parts)).toEqual([
      { name: 'Opening', slides: 3 },
      ...sheet.days.map((day) => ({
        name: day.heading.map(({ text }) => text).join(''),
        slides: 2 + 2 * day.questions.length,
      })),
    ])
  })

  test('links every slide to its notes and back', () => {
    for (const { path } of read) {
      const notes = [...relationsOf(parts, path).values()].find(({ type }) => type === 'notesSlide')?.target ?? ''
      const back = [...relationsOf(parts, notes).values()].find(({ type }) => type === 'slide')?.target
      expect(back).toBe(path)
    }
  })

  test('gives everything that is not text an alternative text or the decorative mark', () => {
    for (const { shapes } of read) {
      for (const { xml } of shapes) {
        if (xml.includes('<a:t>') && !xml.startsWith('<p:graphicFrame>')) continue
        expect(xml).toMatch(/<p:cNvPr id="\d+" name="[^"]+" descr="[^"]+"|<adec:decorative /)
      }
    }
  })

  test('marks the first row of every table as its header', () => {
    const tables = read.flatMap(({ shapes }) => shapes.filter(({ xml }) => xml.includes('<a:tbl>')))
    expect(tables.length).toBeGreaterThan(6)
    expect(tables.every(({ xml }) => xml.includes('<a:tblPr firstRow="1"/>'))).toBe(true)
  })

  test('takes place, size and colour from the layouts: slides say only what differs', () => {
    const placeholders = read.flatMap(({ shapes }) => shapes.filter(({ placeholder }) => placeholder !== ''))
    expect(placeholders.every(({ xml }) => xml.includes('<p:spPr/>') && xml.includes('<a:bodyPr/>'))).toBe(true)
    const corners = placeholders.filter(({ placeholder }) => /^body 1[346]$/.test(placeholder))
    expect(corners.length).toBeGreaterThan(100)
    expect(corners.filter(({ xml }) => / sz=| b=|solidFill/.test(xml.replace(/<p:ph .*?>/, '')))).toEqual([])
  })

  test('names colours by their role in the theme, never by value', () => {
    expect(read.filter(({ xml }) => xml.includes('srgbClr'))).toEqual([])
    expect(part(parts, 'ppt/theme/theme1.xml')).toContain('<a:accent1><a:srgbClr val="1F3864"/></a:accent1>')
  })

  test('has title, text, date, footer and number on the master, the last three on each layout', () => {
    const types = (xml: string) => [...xml.matchAll(/<p:ph type="(\w+)"/g)].map(([, type]) => type)
    expect(types(part(parts, 'ppt/slideMasters/slideMaster1.xml'))).toEqual(['title', 'body', 'dt', 'ftr', 'sldNum'])
    const layouts = [...parts].filter(([path]) => /^ppt\/slideLayouts\/[^/]+$/.test(path))
    expect(layouts).toHaveLength(13)
    for (const [, xml] of layouts) {
      expect(types(xml)[0]).toBe('title')
      expect(types(xml).slice(-3)).toEqual(['dt', 'ftr', 'sldNum'])
    }
  })

  test('says its language on every run, in notes and properties', () => {
    const texts = [...parts].filter(([path]) =>
      /^ppt\/(slides|notesSlides|notesMasters|slideLayouts|slideMasters)\//.test(path),
    )
    for (const [path, xml] of texts)
      for (const [tag] of xml.matchAll(/<a:(?:rPr|endParaRPr)\b[^>]*>/g))
        expect(`${path} ${tag}`).toContain(' lang="en"')
    expect(part(parts, 'docProps/core.xml')).toContain('<dc:language>en</dc:language>')
  })

  test("runs a countdown bar of the clock's length on every question slide", () => {
    for (const [i, { xml }] of read.entries()) {
      const seconds = slides.slides[i]?.seconds ?? null
      expect(xml.includes('<p:timing>')).toBe(seconds !== null)
      if (seconds === null) continue
      const bar = /<p:cNvPr id="(\d+)" name="Clock bar"/.exec(xml)?.[1]
      expect(xml).toContain(`<p:cTn id="6" dur="${seconds * 1000}"></p:cTn><p:tgtEl><p:spTgt spid="${bar}"/>`)
      expect(xml).toContain('nodeType="clickEffect"')
    }
  })

  test('lets the instructor turn the slides', () => {
    expect(part(parts, 'ppt/presProps.xml')).toContain('useTimings="0"')
  })

  test('is compressed, the content types first, then sorted parts without folders', () => {
    const paths = [...parts.keys()]
    expect(paths.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels'])
    expect(paths.slice(2)).toEqual(paths.slice(2).sort())
    const size = [...parts.values()].reduce((sum, xml) => sum + xml.length, 0)
    expect(bytes.length).toBeLessThan(size / 2)
  })
})

describe('the same slides', () => {
  test('give the same bytes at another time, in another time zone', async () => {
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    vi.stubEnv('TZ', 'Pacific/Auckland')
    try {
      expect(Buffer.compare(await renderPptx(slides, { date: epoch }), bytes)).toBe(0)
    } finally {
      vi.useRealTimers()
      vi.unstubAllEnvs()
    }
  })

  test('carry the given date', async () => {
    const dated = readParts(await renderPptx(slides, { date: new Date('2024-02-29T12:00:00Z') }))
    expect(part(dated, 'docProps/core.xml')).toContain('>2024-02-29T12:00:00Z</dcterms:created>')
  })
})

describe('awkward words', () => {
  test('signs that XML uses, controls, links', async () => {
    const odd = sheetOf(
      [
        {
          name: 'R&D <x>',
          topic: '"quoted" & \'so\'',
          questions: [
            { prompt: 'Is a < b && "c" > \u0001\u0008d?', cited: 'r&d.md §<1>' },
            {
              prompt: [
                {
                  type: 'paragraph',
                  place: textBlock('').place,
                  runs: [
                    { text: 'See ' },
                    { text: 'this', href: 'https://example.org/?a=1&b="2"' },
                    { text: ' and ' },
                    { text: 'that', href: 'javascript:alert(1)' },
                  ],
                },
              ],
            },
          ],
        },
      ],
      { course: 'R&D "Course" <1>', lang: 'en-GB' },
    )
    const found = readParts(await render(odd))
    expect(packageFaults(found)).toEqual([])
    const shown = readSlides(found)
    expect(plain(shown[3]?.title ?? '')).toBe('Is a < b && "c" > d?')
    expect(readSections(found)[1]?.name).toBe('R&D <x> — "quoted" & \'so\'')
    const links = [...relationsOf(found, shown[5]?.path ?? '').values()].filter(({ type }) => type === 'hyperlink')
    expect(links.map(({ target }) => target)).toEqual(['https://example.org/?a=1&b="2"'])
    expect(part(found, 'docProps/core.xml')).toContain('<dc:title>R&amp;D &quot;Course&quot; &lt;1&gt;: Week')
  })

  test('right-to-left words are set from the right, in notes too', async () => {
    const found = readParts(
      await render(sheetOf([{ name: 'Monday', questions: [{ prompt: 'لماذا ينجح؟', cited: 'a.md §1' }] }])),
    )
    const question = readSlides(found)[3]
    expect(question?.shapes[0]?.xml).toContain('<a:pPr rtl="1"  algn="r"')
    expect(part(found, 'ppt/notesSlides/notesSlide3.xml')).toContain('<a:pPr algn="r" rtl="1"/>')
  })

  test('a sign that XML writes in letters does not turn a note', async () => {
    const made = makeDeck(sheetOf([{ name: 'Monday', questions: [{ prompt: 'Why?' }] }])).slides
    const noted = { ...made, slides: made.slides.map((slide) => ({ ...slide, notes: ['& שלום'] })) }
    const notes = part(readParts(await renderPptx(noted, { date: epoch })), 'ppt/notesSlides/notesSlide1.xml')
    expect(notes).toContain('<a:p><a:pPr algn="r" rtl="1"/><a:r><a:rPr lang="en"/><a:t>&amp; שלום</a:t>')
  })
})
