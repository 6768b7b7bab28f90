/** Pictures on pages and slides, and in the files. */
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { renderPptx } from '../../src/deck/pptx.js'
import { makeDeck } from '../deck/make.js'
import { packageFaults } from '../deck/package-check.js'
import { readParts } from '../deck/read-pptx.js'
import { elementsOf, outsiders } from '../workbook/look.js'
import { epoch, makeWorkbook, pdfOf } from '../workbook/make.js'
import { unpackPdf } from '../workbook/unpack-pdf.js'
import { jpeg, makePng, plainPng } from './make.js'
import { readWithPictures } from './sheet.js'

const clear = makePng({
  width: 3,
  height: 2,
  kind: 'rgb-alpha',
  depth: 8,
  interlaced: true,
  samples: Array(24).fill(99),
})
const files = {
  'week-1/wide.png': plainPng(3000, 100),
  'week-1/tall.png': plainPng(100, 3000),
  'week-1/small.png': plainPng(150, 75),
  'week-1/clear.png': clear,
  'week-1/turned.jpg': jpeg('turned'),
  'week-1/inks.jpg': jpeg('inks'),
}
const read = readWithPictures(
  [
    '1. Which? ![a wide one](wide.png)',
    '2. Which? ![a tall one](tall.png)',
    '3. Which? ![a small one](small.png) ![](clear.png)',
    '4. Which? ![turned](turned.jpg) ![inks](inks.jpg)',
    '5. Which? ![again](small.png)\n\n   Answer: so\n\n   ![a small one](small.png)',
  ].join('\n'),
  files,
)
const made = makeWorkbook(read.sheet)
const shown = made.pages.pages.flatMap((page) =>
  page.items.flatMap((item) => (item.type === 'picture' ? [{ page, item }] : [])),
)
const sizes = shown.map(({ item }) => [Math.round(item.width), Math.round(item.height)])

describe('pictures on the page', () => {
  test('are as large as 150 dots to the inch make them, no wider than the text, no higher than their share', () => {
    const [wide, tall, small] = sizes
    expect(wide?.[0]).toBeLessThan(480)
    expect(wide?.[0]).toBeGreaterThan(380)
    expect(tall?.[1]).toBeLessThan(made.pages.pages[0]!.height * 0.4)
    expect(small).toEqual([72, 36])
  })

  test('stand inside the margins', () => {
    expect(outsiders(made.pages, made.template)).toEqual([])
  })

  test('are Figures with words', () => {
    const figures = [...elementsOf(made.pages.structure).values()].flatMap(({ element }) =>
      element.type === 'Figure' ? [element] : [],
    )
    expect(figures.map(({ alt }) => alt)).toEqual([
      'a wide one',
      'a tall one',
      'a small one',
      'clear.png',
      'turned',
      'inks',
      'again',
      'a small one',
    ])
  })

  test('are in the file once each, and the file is the same each time', async () => {
    const bytes = await pdfOf({ ...made, pictures: read.pictures })
    const text = unpackPdf(bytes)
    expect(text.match(/\/Subtype \/Image/g)).toHaveLength(read.pictures.size)
    for (const { page, item } of shown) {
      const box = [item.x, page.height - item.y - item.height, item.x + item.width, page.height - item.y]
      const found = [...text.matchAll(/\/BBox\[([^\]]*)\]/g)].map(([, numbers = '']) =>
        numbers.trim().split(' ').map(Number),
      )
      expect(found.some((numbers) => numbers.every((each, i) => Math.abs(each - (box[i] ?? 0)) < 0.01))).toBe(true)
    }
    expect(text).toContain('/ColorSpace /DeviceCMYK')
    expect(Buffer.compare(bytes, await pdfOf({ ...made, pictures: read.pictures }))).toBe(0)
  })

  test('in the inks of a press are no part of an archive', async () => {
    expect(Buffer.from(await pdfOf({ ...made, pictures: read.pictures })).toString('latin1')).not.toContain(
      'pdfaid:part',
    )
    const grey = readWithPictures('1. Which? ![a small one](small.png)', files)
    const bytes = await pdfOf({ ...makeWorkbook(grey.sheet), pictures: grey.pictures })
    expect(Buffer.from(bytes).toString('latin1')).toContain('pdfaid:part')
  })

  test('change the code of their sheet when they change', () => {
    const other = readWithPictures('1. Which? ![a wide one](wide.png)', { 'week-1/wide.png': plainPng(3000, 100, 9) })
    const same = readWithPictures('1. Which? ![a wide one](wide.png)', files)
    expect(makeWorkbook(other.sheet).plan.days[0]?.revision).not.toBe(makeWorkbook(same.sheet).plan.days[0]?.revision)
  })
})

describe('pictures on slides', () => {
  const deck = makeDeck(read.sheet).slides
  const items = deck.slides.flatMap((slide) =>
    slide.items.flatMap((item) => (item.type === 'picture' ? [{ slide, item }] : [])),
  )

  test('are items under the prompt and in the answer, inside the slide', () => {
    expect(items.map(({ slide }) => slide.layout)).toContain('Recall check')
    for (const { item } of items) {
      expect(item.box.x + item.box.w).toBeLessThanOrEqual(deck.size.width - 0.8)
      expect(item.box.y + item.box.h).toBeLessThan(6.4)
    }
  })

  test('fill the room there is, in its middle and off the prompt', () => {
    const asked = readWithPictures('1. Which shows $x_1$? ![a high one](high.png)', {
      'week-1/high.png': plainPng(600, 400, 7),
    })
    const slide = makeDeck(asked.sheet).slides.slides.find(({ seconds }) => seconds !== null)
    const [picture] = slide?.items.filter(({ type }) => type === 'picture') ?? []
    const layouts = new Map(deck.layouts.map(({ name, placeholders }) => [name, placeholders]))
    const boxOf = (name: string) => layouts.get('Recall figure')?.find((each) => each.name === name)?.box
    const [prompt, body] = [boxOf('title'), boxOf('body')]
    if (picture?.type !== 'picture' || !prompt || !body) throw new Error('no picture')
    const { box } = picture
    expect(Math.max(box.w / body.w, box.h / (body.h - 0.15))).toBeCloseTo(1, 1)
    expect(box.x + box.w / 2).toBeCloseTo(deck.size.width / 2, 2)
    expect(box.y - (prompt.y + prompt.h)).toBeGreaterThan(0.25)
  })

  describe('with sub-parts', () => {
    const itemsOf = (width: number, height: number, parts: string) => {
      const asked = readWithPictures(`1. Look.\n   ![a cell](cell.png)\n${parts}`, {
        'week-1/cell.png': plainPng(width, height, 7),
      })
      const slides = makeDeck(asked.sheet).slides.slides.filter(({ seconds }) => seconds !== null)
      expect(slides).toHaveLength(1)
      const shown = slides[0]?.items.filter((item) => item.type === 'picture' || item.type === 'text') ?? []
      return shown.map((item) => ({ type: item.type, ...item.box }))
    }
    const parts = '   a) Name it.\n   b) What does it do?\n   c) Which cells have none?'

    test('stand beside them, in the order of the sheet, and take the height that there is', () => {
      const [picture, words] = itemsOf(900, 900, parts)
      expect([picture?.type, words?.type]).toEqual(['picture', 'text'])
      if (!picture || !words) return
      expect(words.x + words.w).toBeLessThan(picture.x - 0.3)
      expect(words.y).toBe(picture.y)
      expect(picture.h).toBeGreaterThan(3.5)
      expect(picture.w).toBeCloseTo(picture.h, 2)
      expect(picture.x + picture.w).toBeLessThan(deck.size.width - 0.8)
    })

    test('stay above them where they are wide and gain little', () => {
      const [wide, below] = itemsOf(2400, 200, parts)
      expect(below?.y).toBeGreaterThan((wide?.y ?? 0) + (wide?.h ?? 0))
    })
  })

  test('keep their shape', () => {
    for (const { item } of items) {
      const picture = read.pictures.get(item.picture)!
      expect(item.box.w / item.box.h).toBeCloseTo(picture.width / picture.height, 0)
    }
  })

  test('in options and quotes stand behind their words', () => {
    const nested = readWithPictures(
      '1. Which?\n   - one ![a](small.png)\n   - two\n\n   > said ![b](small.png)\n   >\n   > so',
      files,
    )
    const slides = makeDeck(nested.sheet).slides.slides.filter(({ seconds }) => seconds !== null)
    const kinds = slides.flatMap(({ items }) =>
      items.flatMap((item) => (item.type === 'picture' || item.type === 'text' ? [item.type] : [])),
    )
    expect(kinds).toEqual(['text', 'picture', 'text', 'picture', 'text'])
  })

  test('share a slide when two of them belong to one question', () => {
    const both = readWithPictures('1. Which? ![a](a.png) ![b](b.png)', {
      'week-1/a.png': plainPng(700, 320),
      'week-1/b.png': plainPng(700, 300),
    })
    const slides = makeDeck(both.sheet).slides.slides.filter(({ seconds }) => seconds !== null)
    expect(slides).toHaveLength(1)
    expect(slides[0]?.items.filter(({ type }) => type === 'picture')).toHaveLength(2)
  })

  test('are native pictures with words, each in the package once and as it is', async () => {
    const bytes = await renderPptx(deck, { date: epoch, pictures: read.pictures })
    const parts = readParts(bytes)
    expect(packageFaults(parts)).toEqual([])
    const xml = [...parts]
      .filter(([path]) => path.startsWith('ppt/slides/slide'))
      .map(([, each]) => each)
      .join('')
    expect(xml.match(/<p:pic>/g)).toHaveLength(items.length)
    for (const words of ['a wide one', 'a tall one', 'clear.png', 'inks']) expect(xml).toContain(`descr="${words}"`)
    const media = Object.entries(unzipSync(bytes)).filter(([path]) => path.startsWith('ppt/media/'))
    expect(media).toHaveLength(read.pictures.size)
    for (const picture of read.pictures.values())
      expect(
        media.some(([path, content]) => path.includes(picture.digest) && Buffer.compare(content, picture.bytes) === 0),
      ).toBe(true)
    expect(Buffer.compare(bytes, await renderPptx(deck, { date: epoch, pictures: read.pictures }))).toBe(0)
  })

  test('that a camera turned are turned back', async () => {
    const parts = readParts(await renderPptx(deck, { date: epoch, pictures: read.pictures }))
    const xml = [...parts.values()].find((each) => each.includes('descr="turned"')) ?? ''
    expect(/descr="turned"\/>.*?<a:xfrm([^>]*)>/.exec(xml)?.[1]).toBe(' rot="5400000"')
  })
})
