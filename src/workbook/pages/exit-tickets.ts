/** Exit tickets: slips with one question, to be cut apart and handed in at the end of a day. */
import { plainText, withFormulasApart } from '../../text/rich.js'
import { furniture, ownedBy } from '../canvas.js'
import { beginPage, columnOf, columnWidth, type Desk } from '../frame.js'
import { putEyebrow } from '../heads/eyebrow.js'
import { lineWithFormulas } from '../heads/label-line.js'
import type { Element } from '../pages-model.js'
import type { ExitTicketPlan } from '../plan-model.js'
import { promptStyle, proseStrips } from '../prose/prose.js'
import { drawStrips, heightOf } from '../prose/strips.js'
import { dashes } from './dashes.js'

/** Air over and under the line that is cut. */
const air = 12
/** Baselines, from the top of a ticket: eyebrow, day, and where the question begins. */
const lines = { eyebrow: 8, day: 30, question: 42 }
/** Width kept for name and date. */
const fieldsWidth = 190
/** A question that leaves fewer rules than this is not asked. */
const fewestRules = 2

/** Lays the pages of exit tickets of one day, to be cut apart. */
export function layExitTickets(plan: ExitTicketPlan, desk: Desk): void {
  const { canvas, style } = desk
  const section = canvas.element(canvas.root, 'Sect', { title: style.words.exitTicket })
  beginPage(desk, 'exit-tickets', plan.day)
  const { left, right } = columnOf(canvas.page, desk)
  // No foot stands on a page that is cut apart.
  const bottom = desk.height - desk.top
  const height = (bottom - desk.top + 2 * air) / plan.copies
  for (let i = 0; i < plan.copies; i++) {
    const top = desk.top + i * height
    if (i > 0) dashes(left, top - air, right, top - air, desk)
    putTicket(plan, top, top + height - 2 * air, canvas.element(section, 'Div'), desk)
  }
}

function putTicket(plan: ExitTicketPlan, top: number, bottom: number, ticket: Element, desk: Desk): void {
  const { canvas, looks, style, pitch } = desk
  const { words } = style
  const { left, right } = columnOf(canvas.page, desk)
  const room = right - left - fieldsWidth
  putEyebrow(`${words.exitTicket} · ${desk.plan.eyebrow}`, left, top + lines.eyebrow, room, desk)
  const heading = plainText(plan.heading)
  const day = canvas.widthOf(heading, looks.topic) <= room ? heading : canvas.shortened(plan.name, looks.topic, room)
  const head = canvas.element(ticket, 'H1')
  const put = lineWithFormulas(withFormulasApart(plan.heading), looks.topic, room, desk, 'whole')
  if (put) put(head, left, top + lines.day)
  else canvas.words(ownedBy(head), day, looks.topic, left, top + lines.day)
  putField(words.name, top + lines.eyebrow, ticket, desk)
  putField(words.date, top + lines.day, ticket, desk)
  const last = bottom - 1
  const end = putQuestion(plan, top + lines.question, last - (fewestRules + 1) * pitch, ticket, desk)
  const rules = Math.max(1, Math.floor((last - end) / pitch))
  for (let i = 1; i < rules; i++)
    canvas.rule(furniture, left, right, end + (i * (last - end)) / rules, style.ruling.weight, style.ruling.ink)
  const unclear = ownedBy(canvas.element(ticket, 'P', desk.said))
  const from = canvas.words(unclear, words.unclear, looks.label, left, last - 2, { space: true })
  canvas.rule(furniture, from + 8, right, last, style.ruling.weight, style.ruling.ink)
}

/** A word with a rule behind it, in the right corner. */
function putField(word: string, y: number, ticket: Element, desk: Desk): void {
  const { canvas, looks, style } = desk
  const { right } = columnOf(canvas.page, desk)
  const field = ownedBy(canvas.element(ticket, 'P', desk.said))
  const from = canvas.words(field, word, looks.small, right - fieldsWidth + 20, y, { space: true })
  canvas.rule(furniture, from + 4, right, y + 1, style.frame, style.quietInk)
}

/** The first question that ends above `lowest`, else a rule to write one on; returns where it ends. */
function putQuestion(plan: ExitTicketPlan, top: number, lowest: number, ticket: Element, desk: Desk): number {
  const { canvas, looks, style } = desk
  const { left, right } = columnOf(canvas.page, desk)
  for (const { label, prompt } of plan.questions) {
    const strips = proseStrips(prompt, promptStyle(desk, columnWidth(desk)), () => ticket, desk)
    if (top + heightOf(strips) > lowest) continue
    canvas.page.slip = label
    return drawStrips(strips, top, { left, text: left, right })
  }
  const y = top + style.type.promptLeading * 0.76
  const word = ownedBy(canvas.element(ticket, 'P', desk.said))
  const from = canvas.words(word, style.words.wrongQuestion, looks.label, left, y, { space: true })
  canvas.rule(furniture, from + 8, right, y + 2, style.ruling.weight, style.ruling.ink)
  return y + 2
}
