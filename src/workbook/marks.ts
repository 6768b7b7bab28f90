/** The marks row under every answer: confidence, then self-mark, then the dates of the next recalls. The same for all kinds. */
import { furniture, ownedBy } from './canvas.js'
import type { Desk } from './frame.js'
import type { Element, SignItem } from './pages-model.js'
import type { Strip } from './strips.js'

/** A sign with its word, or a word alone; a box to tick, a box that holds a date. */
interface Mark {
  sign: SignItem['sign'] | 'square' | 'date' | null
  word: string
}

const rowHeight = 14
const gapOver = 5
/** Between a sign and its word, and between two marks of a group. */
const signGap = 3
const markGap = 8
/** Room for a date in handwriting, "12/5". */
const dateBox = { width: 26, height: 10 }

/** One row where the column is wide enough, else as many as it takes. */
export function marksStrip(width: number, parent: () => Element, desk: Desk): Strip {
  const groups = groupsOf(desk)
  const widths = groups.map((group) => groupWidth(group, desk))
  const rows = rowsOf(widths, width)
  return {
    height: gapOver + rows.length * rowHeight,
    draw: (y, { text, right }) => {
      const element = desk.canvas.element(parent(), 'P', desk.said)
      rows.forEach((row, r) => {
        const taken = row.reduce((sum, i) => sum + (widths[i] ?? 0), 0)
        const gap = row.length > 1 ? (right - text - taken) / (row.length - 1) : 0
        let x = text
        for (const i of row) {
          putGroup(groups[i] ?? [], element, x, y + gapOver + r * rowHeight + 9, desk)
          x += (widths[i] ?? 0) + gap
        }
      })
    },
  }
}

function groupsOf({ style: { words } }: Desk): Mark[][] {
  return [
    [
      { sign: null, word: words.sure },
      { sign: 'circle', word: words.guess },
      { sign: 'triangle', word: words.fairly },
      { sign: 'diamond', word: words.certain },
    ],
    [
      { sign: 'square', word: words.right },
      { sign: 'square', word: words.partly },
      { sign: 'square', word: words.notYet },
    ],
    [
      { sign: null, word: words.again },
      { sign: 'date', word: '' },
      { sign: 'date', word: '' },
      { sign: 'date', word: '' },
    ],
  ]
}

const signSize = ({ looks }: Desk): number => looks.small.size * 0.95

/** Width of a sign and of the gap before its word. */
function signWidth({ sign, word }: Mark, desk: Desk): number {
  if (sign === null) return 0
  return (sign === 'date' ? dateBox.width : signSize(desk)) + (word === '' ? 0 : signGap)
}

const markWidth = (mark: Mark, desk: Desk): number =>
  signWidth(mark, desk) + desk.canvas.widthOf(mark.word, desk.looks.small)

function groupWidth(group: readonly Mark[], desk: Desk): number {
  return group.reduce((sum, mark) => sum + markWidth(mark, desk) + markGap, -markGap)
}

/** Groups by row: as many side by side as fit with some air between them. */
function rowsOf(widths: readonly number[], width: number): number[][] {
  const rows: number[][] = [[]]
  let used = 0
  widths.forEach((own, i) => {
    const row = rows.at(-1) as number[]
    if (row.length > 0 && used + 12 + own > width) {
      rows.push([i])
      used = own
      return
    }
    row.push(i)
    used += own + (row.length > 1 ? 12 : 0)
  })
  return rows
}

function putGroup(group: readonly Mark[], element: Element, from: number, baseline: number, desk: Desk): void {
  const { canvas, looks, style } = desk
  const size = signSize(desk)
  let x = from
  for (const mark of group) {
    if (mark.sign === 'square') {
      canvas.box(furniture, x + 0.25, baseline - size + 1, size - 0.5, size - 0.5, style.frame, 1)
    } else if (mark.sign === 'date') {
      const { width, height } = dateBox
      canvas.box(furniture, x + 0.25, baseline - height + 2, width - 0.5, height, style.frame, style.quietInk)
    } else if (mark.sign !== null) {
      const radius = size / 2 - 0.25
      const centre = { x: x + size / 2, y: baseline - size / 2 + 0.75 }
      canvas.put({ type: 'sign', owner: furniture, sign: mark.sign, ...centre, radius, weight: style.frame, ink: 1 })
    }
    canvas.words(ownedBy(element), mark.word, looks.small, x + signWidth(mark, desk), baseline, { space: true })
    x += markWidth(mark, desk) + markGap
  }
}
