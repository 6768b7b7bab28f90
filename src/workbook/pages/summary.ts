/** The week summary: a score per day with the dates of the next tests, and what one was sure of and wrong about. */

import { withFormulasApart } from '../../text/rich.js'
import { ownedBy } from '../canvas.js'
import { beginPage, beginPart, columnOf, type Desk } from '../frame.js'
import { putInstruction } from '../heads/instruction.js'
import { putPlainHead } from '../heads/plain-head.js'
import type { SummaryPlan } from '../plan-model.js'
import { headsHeight, layTable, type TableColumn } from '../space/write-table.js'

/** Air between the last rule of the page and the foot. */
const underTable = 8
/** Rows that are worth starting the second table for. */
const fewestRows = 4

/** Lays the week at a glance: a row a day for the score, what one was sure of and wrong about, and the dates of the next tests. */
export function laySummary(summary: SummaryPlan, desk: Desk): void {
  const { words } = desk.style
  const section = desk.canvas.element(desk.canvas.root, 'Sect', { title: words.summary })
  beginPart(desk, 'summary', null)
  let y = putPlainHead(words.summary, section, desk)
  const scores: TableColumn[] = [
    { head: words.summaryDay, share: 0.4 },
    { head: words.summaryScore, share: 0.15, score: true },
    ...words.retests.map((head) => ({ head, share: 0.45 / words.retests.length, tick: true as const })),
  ]
  const rows = summary.days.map((day) => [withFormulasApart(day.heading), `/ ${day.outOf}`, ...day.retests])
  const total = rows.length > 1 ? [words.summaryAll, `/ ${summary.outOf}`] : undefined
  const turn = () => {
    beginPage(desk, 'summary', null)
    return desk.top
  }
  y = layTable({ columns: scores, rows, total, rowHeight: desk.pitch }, y, section, turn, desk)
  if (desk.bottom - y < 45 + headsHeight + fewestRows * desk.pitch) {
    y = turn() + 12
  } else {
    y += 32
  }
  const heading = desk.canvas.element(section, 'H2', desk.said)
  const { left } = columnOf(desk.canvas.page, desk)
  desk.canvas.words(ownedBy(heading), words.sureButWrong, desk.looks.topic, left, y)
  y = putInstruction(words.sureButWrongSay, y + 5, section, desk) + 6
  const wrong: TableColumn[] = [
    { head: words.wrongQuestion, share: 0.16 },
    { head: words.wrongBelief, share: 0.42 },
    { head: words.wrongTruth, share: 0.42 },
  ]
  // Whole rows, a little higher than needed, so that the last rule stands where the column ends.
  const room = desk.bottom - y - headsHeight - underTable
  const count = Math.max(1, Math.floor(room / (desk.pitch * 1.5)))
  layTable({ columns: wrong, rows: Array(count).fill([]), rowHeight: room / count - 0.001 }, y, section, turn, desk)
}
