/** How wide an author wants a picture: `![a queue](queue.png){width=60%}`. */
import { describe, expect, it, test } from 'vitest'
import { dumpSheet } from '../../src/sheet/dump.js'
import type { PictureBlock, RichBlock } from '../../src/text/rich.js'
import { plainBlocks } from '../../src/text/rich.js'
import { makeDeck } from '../deck/make.js'
import { makeWorkbook } from '../workbook/make.js'
import { plainPng } from './make.js'
import { readWithPictures } from './sheet.js'

const files = { 'week-1/queue.png': plainPng(150, 75) }
const readItem = (item: string) => {
  const { sheet, log } = readWithPictures(`1. ${item}`, files)
  const question = sheet.days[0]?.questions[0]
  const prompt: RichBlock[] = question?.prompt ?? []
  const pictures = prompt.filter((block): block is PictureBlock => block.type === 'picture')
  const words = plainBlocks(prompt.filter(({ type }) => type !== 'picture'))
  const told = log.messages.map(({ code, place }) => `${code} ${place?.start.line}:${place?.start.column}`)
  return {
    question,
    words,
    widths: pictures.map(({ width }) => width),
    told: told.filter((each) => /override/.test(each)),
  }
}

describe('braces right behind a picture', () => {
  it.each([
    ['Why? ![a queue](queue.png){width=60%}', { share: 0.6 }, 'Why?'],
    ['Why? ![a queue](queue.png){width="12.5%"} See a.md §1.', { share: 0.125 }, 'Why?'],
    ['Why?\n\n   ![a queue](queue.png){width=80mm}', { mm: 80 }, 'Why?'],
    ['See ![a queue](queue.png){ width=8cm } and say why.', { mm: 80 }, 'See [a queue] and say why.'],
    ['Why? ![a queue][q]{width=3.5in}\n\n   [q]: queue.png', { mm: 88.9 }, 'Why?'],
    ['Why? <img src="queue.png" alt="a queue" width="50%">', { share: 0.5 }, 'Why?'],
    ['Why? <img src="queue.png" alt="a queue" width="300">', undefined, 'Why?'],
    ['Why? ![a queue](queue.png){width=60%} {lines=3}', { share: 0.6 }, 'Why?'],
    ['Why? ![a queue](queue.png){1, 2} so', undefined, 'Why? {1, 2} so'],
  ])('%s', (item, width, words) => {
    const read = readItem(item)
    expect(read).toMatchObject({ widths: [width], words, told: [] })
  })

  it('leave those of the question to it', () => {
    const { question, widths, told } = readItem('Why? ![a queue](queue.png){lines=3}')
    expect(question?.author).toEqual({ lines: 3 })
    expect([widths, told]).toEqual([[undefined], []])
  })

  it.each([
    ['Why? ![a queue](queue.png){width=wide}', 'override-value 5:37'],
    ['Why? ![a queue](queue.png){width=120%}', 'override-value 5:37'],
    ['Why? ![a queue](queue.png){width=60}', 'override-value 5:37'],
    ['Why? ![a queue](queue.png){width=1mm}', 'override-value 5:37'],
    ['Why? ![a queue](queue.png){width=60% lines=3}', 'override-unknown-key 5:41'],
    ['Why? ![a queue](queue.png){width=60% width=50%}', 'override-repeated 5:41'],
    ['Why? ![a queue](queue.png) {width=60%}', 'override-unknown-key 5:32'],
  ])('are told where they are wrong: %s', (item, message) => {
    expect(readItem(item).told).toEqual([message])
  })

  it('say where a width belongs that stands behind the question', () => {
    const { log } = readWithPictures('1. Why? {width=60%}', files)
    expect(log.messages.map(({ reason }) => reason).join(' ')).toContain(
      'right behind it: `![a queue](queue.png){width=60%}`',
    )
  })
})

describe('the width of a picture', () => {
  const { sheet } = readWithPictures(
    ['', '{width=50%}', '{width=100%}', '{width=40mm}', '{width=500mm}']
      .map((braces) => `1. Which? ![a queue](queue.png)${braces}`)
      .join('\n'),
    files,
  )

  test('on the page is that of its author, never wider than the text', () => {
    const { pages } = makeWorkbook(sheet)
    const sizes = pages.pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.type === 'picture' ? [[item.width, item.height]] : [])),
    )
    const [plain, half, whole, mm, wide] = sizes.map(([width = 0, height = 0]) => {
      expect(width / height).toBeCloseTo(2)
      return width
    })
    expect(plain).toBe(72)
    expect(mm).toBeCloseTo((40 * 72) / 25.4)
    expect(half).toBeCloseTo((whole ?? 0) / 2)
    expect(wide).toBe(whole)
  })

  test('on slides is the part of the width that its author says, as far as there is room', () => {
    const slides = makeDeck(sheet).slides.slides
    const widths = slides.flatMap(({ items, layout }) =>
      layout === 'Recall check' ? [] : items.flatMap((item) => (item.type === 'picture' ? [item.box.w] : [])),
    )
    expect(widths[0]).toBe(2.5)
    expect(widths[1]).toBeCloseTo(11.63 / 2, 1)
    expect(widths[2]).toBeGreaterThan(widths[1] ?? 0)
    expect(widths[3]).toBe(2.5)
  })

  test('is shown by dump', () => {
    expect(dumpSheet(sheet)).toContain('![a queue](queue.png){width=50%} 150×75 px')
  })
})
