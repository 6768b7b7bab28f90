/** Large print: what a template sets larger keeps its air from lines, boxes and other words. */
import { describe, expect, test } from 'vitest'
import { classicTemplate } from '../template.js'
import { type Frame, frameOf, textOf } from './look.js'
import { type MadeWorkbook, makeWorkbook, sheetText } from './make.js'
import { expectSound } from './sound.js'

const large = () =>
  classicTemplate(({ workbook }) => {
    Object.assign(workbook.type, { day: 40, topic: 22, prompt: 20, promptLeading: 26, label: 14, small: 12 })
    Object.assign(workbook.type, { eyebrow: 11, foot: 12, key: 13, keyMost: 14, keyLeading: 18 })
    workbook.ruling.pitch = 12
  })

const sheet = sheetText({
  Monday: [
    'When does an open book help, and when does it hide a gap?',
    'Storage strength versus retrieval strength — what does each tell you about a memory?',
    'Which is retrieval practice?\n   a) drawing a map\n   b) copying a map',
    'True or false? A blank line proves more.',
    'Explain to a parent, in one minute, why this test is no exam.',
  ],
})

/** Words that stand nearer than `air` pt to a frame's edge or to a line, from above, from below or from the side; in words, none is good. */
function touching({ pages }: MadeWorkbook, air: number): string[] {
  return pages.pages.flatMap((page) => {
    const words = page.items.filter((item) => item.type === 'text')
    const edges = page.items.flatMap((item): Frame[] => {
      if (item.type === 'line') return [frameOf(item)]
      if (item.type !== 'box') return []
      const { left, right, top, bottom } = frameOf(item)
      return [
        { left, right, top, bottom: top },
        { left, right, top: bottom, bottom },
        { left, right: left, top, bottom },
        { left: right, right, top, bottom },
      ]
    })
    return words.flatMap((word) => {
      const { left, top, right, bottom } = frameOf(word)
      const near = edges.some(
        (edge) =>
          edge.left < right + air && edge.right > left - air && edge.top < bottom + air && edge.bottom > top - air,
      )
      return near ? [`page ${page.label}: ${textOf(word)}`] : []
    })
  })
}

describe('in large print', () => {
  const made = makeWorkbook(sheet, { template: large() })

  test('all is sound', () => expectSound(made))

  test('no words touch a line or a box', () => {
    expect(touching(made, 0.9)).toEqual([])
  })

  test('the title of a page keeps its distance from the line over it', () => {
    const gaps = made.pages.pages.flatMap(({ items }) => {
      const [over, title] = items.filter((item) => item.type === 'text')
      return over && title && title.size > 30 ? [frameOf(title).top - frameOf(over).bottom] : []
    })
    expect(gaps.length).toBeGreaterThanOrEqual(3)
    expect(Math.min(...gaps)).toBeGreaterThan(5)
  })
})
