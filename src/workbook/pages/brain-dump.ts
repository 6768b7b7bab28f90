/** A brain dump: room for all that one remembers of a day, then what was left out and what was wrong. */
import { fillWords } from '../../template/model.js'
import { inMm, mm } from '../../template/paper.js'
import { ownedBy } from '../canvas.js'
import { beginPart, columnOf, type Desk } from '../frame.js'
import { putInstruction } from '../heads/instruction.js'
import { measureHead, putHead } from '../heads/sheet-head.js'
import type { Element } from '../pages-model.js'
import type { BrainDumpPlan } from '../plan-model.js'
import { headsHeightOf, layTable } from '../space/write-table.js'

/** Rows to look back in. */
const lookBackRows = 5
const air = 12

/** Lays the page on which a learner writes down all that comes to mind of a day, and checks it afterwards. */
export function layBrainDump({ day, heading }: BrainDumpPlan, desk: Desk): void {
  const { canvas, style, pitch } = desk
  const { words } = style
  const section = canvas.element(canvas.root, 'Sect', { title: words.brainDump })
  beginPart(desk, 'brain-dump', day)
  const head = measureHead({ name: words.brainDump, topic: heading, outOf: null, ofTemplate: true }, desk)
  putHead(head, section, desk)
  const top = putInstruction(words.brainDumpSay, desk.top + head.height, section, desk) + air
  const columns = [words.leftOut, words.hadWrong].map((each) => ({ head: each, share: 0.5 }))
  const tableTop = desk.bottom - headsHeightOf(columns, desk) - lookBackRows * pitch
  putDots(top, tableTop - air, section, desk)
  // What is left of a thousandth would send the last row to a page of its own.
  const rows = { columns, rows: Array<string[]>(lookBackRows).fill([]), rowHeight: pitch - 0.001 }
  layTable(rows, tableTop, section, () => desk.top, desk)
}

/** A field of quiet dots, for lists as well as for maps. */
function putDots(top: number, bottom: number, section: Element, desk: Desk): void {
  const { canvas, style } = desk
  const { left, right } = columnOf(canvas.page, desk)
  const step = mm(style.dots.pitch)
  const columns = Math.floor((right - left) / step) + 1
  const rows = Math.max(1, Math.floor((bottom - top) / step) + 1)
  const height = fillWords(style.words.openSpace, { mm: Math.round(inMm(bottom - top)) })
  const area = canvas.element(section, 'P', { actualText: height, ...desk.said })
  const dots = { columns, rows, pitch: step, size: style.dots.size, ink: style.dots.ink }
  const x = left + (right - left - (columns - 1) * step) / 2
  canvas.put({ type: 'dots', owner: ownedBy(area), x, y: top, ...dots })
}
