/**
 * The marks row under every answer: confidence, then self-mark, then the dates of the next recalls. The same for all kinds. The first one on a page has its
 * words; those under it have only the signs, boxes and rules, each straight below its word.
 */
import { furniture, ownedBy } from '../canvas.js'
import type { Desk, Looks } from '../frame.js'
import type { Element, SignItem } from '../pages-model.js'
import type { Strip } from '../prose/strips.js'

/** A sign with its word, or a word alone; a box to tick, a rule that holds a date. */
interface Mark {
  sign: SignItem['sign'] | 'square' | 'date' | null
  word: string
}

/** Height of a row, and from its top to its baseline, over the size of its words. */
const rowShare = 7 / 4
const baselineShare = 9 / 8
const gapOver = 5
/** Between a sign and its word. */
const signGap = 3
/** Between two marks of a group, closer where that saves a row, and between two groups at least. */
const markGaps = { usual: 8, close: 6 }
const groupGap = 12
/** Room for a date in handwriting, "12/5". */
const dateRule = 26

/** One row where the column is wide enough, else as many as it takes. */
export function marksStrip(width: number, parent: () => Element, desk: Desk): Strip {
  const { groups, widths, markGap, rows } = setRows(width, desk)
  const { size } = desk.looks.small
  const rowHeight = size * rowShare
  return {
    height: gapOver + rows.length * rowHeight,
    draw: (y, { text, right }) => {
      const explained = desk.canvas.page.items.some(({ type }) => type === 'sign')
      const words = explained ? { actualText: spoken(groups) } : {}
      const element = desk.canvas.element(parent(), 'P', { ...words, ...desk.said })
      rows.forEach((row, r) => {
        const taken = row.reduce((sum, i) => sum + (widths[i] ?? 0), 0)
        const gap = row.length > 1 ? (right - text - taken) / (row.length - 1) : 0
        let x = text
        for (const i of row) {
          const baseline = y + gapOver + r * rowHeight + size * baselineShare
          putGroup(groups[i] ?? [], { element, explained, markGap }, x, baseline, desk)
          x += (widths[i] ?? 0) + gap
        }
      })
    },
  }
}

/** The groups of marks in rows. `widths`: of the groups; `rows`: which groups stand side by side. */
interface SetRows {
  groups: Mark[][]
  widths: number[]
  markGap: number
  rows: number[][]
}

/** By the looks of a workbook and the width: they are the same under all its questions. */
const knownRows = new WeakMap<Looks, Map<number, SetRows>>()

function setRows(width: number, desk: Desk): SetRows {
  const known = knownRows.get(desk.looks) ?? new Map<number, SetRows>()
  knownRows.set(desk.looks, known)
  const set = known.get(width)
  if (set) return set
  const groups = groupsOf(desk)
  const at = (markGap: number): SetRows => {
    const widths = groups.map((each) => groupWidth(each, markGap, desk))
    return { groups, widths, markGap, rows: rowsOf(widths, width) }
  }
  const [usual, close] = [at(markGaps.usual), at(markGaps.close)]
  const chosen = close.rows.length < usual.rows.length ? close : usual
  known.set(width, chosen)
  return chosen
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

/** "How sure? guess, fairly, sure. right, partly, not yet. again on": what a row without words says to those who cannot look at the row above. */
const spoken = (groups: readonly Mark[][]): string =>
  groups
    .map((group) => {
      const label = group.filter(({ sign }) => sign === null).map(({ word }) => word)
      const choices = group.flatMap(({ sign, word }) => (sign !== null && word !== '' ? [word] : []))
      return [...label, choices.join(', ')].filter((words) => words !== '').join(' ')
    })
    .join('. ')

const signSize = ({ looks }: Desk): number => looks.small.size * 0.95

/** Width of a sign and of the gap before its word. */
function signWidth({ sign, word }: Mark, desk: Desk): number {
  if (sign === null) return 0
  return (sign === 'date' ? dateRule : signSize(desk)) + (word === '' ? 0 : signGap)
}

const markWidth = (mark: Mark, desk: Desk): number =>
  signWidth(mark, desk) + desk.canvas.widthOf(mark.word, desk.looks.small)

function groupWidth(group: readonly Mark[], markGap: number, desk: Desk): number {
  return group.reduce((sum, mark) => sum + markWidth(mark, desk) + markGap, -markGap)
}

/** Groups by row: as many side by side as fit with some air between them. */
function rowsOf(widths: readonly number[], width: number): number[][] {
  const rows: number[][] = [[]]
  let used = 0
  widths.forEach((own, i) => {
    const row = rows.at(-1) as number[]
    if (row.length > 0 && used + groupGap + own > width) {
      rows.push([i])
      used = own
      return
    }
    row.push(i)
    used += own + (row.length > 1 ? groupGap : 0)
  })
  return rows
}

/** The element of a row, and whether the row above it has the words. */
interface Row {
  element: Element
  explained: boolean
  markGap: number
}

function putGroup(group: readonly Mark[], row: Row, from: number, baseline: number, desk: Desk): void {
  const { element, explained, markGap } = row
  // Where there are no words the signs stand for them.
  const owner = explained ? ownedBy(element) : furniture
  const { canvas, looks, style } = desk
  const size = signSize(desk)
  let x = from
  for (const mark of group) {
    if (mark.sign === 'square') {
      canvas.box(owner, x + 0.25, baseline - size + 1, size - 0.5, size - 0.5, style.frame, 1)
    } else if (mark.sign === 'date') {
      canvas.rule(owner, x, x + dateRule, baseline + 1, style.frame, style.quietInk)
    } else if (mark.sign !== null) {
      const radius = size / 2 - 0.25
      const centre = { x: x + size / 2, y: baseline - size / 2 + 0.75 }
      canvas.put({ type: 'sign', owner, sign: mark.sign, ...centre, radius, weight: style.frame, ink: 1 })
    }
    if (!explained)
      canvas.words(ownedBy(element), mark.word, looks.small, x + signWidth(mark, desk), baseline, { space: true })
    x += markWidth(mark, desk) + markGap
  }
}
