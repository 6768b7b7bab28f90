/** Carriers: which nodes of a day are its questions, and what becomes of everything else in it. */
import type { Heading, List, RootContent } from 'mdast'
import type { Place } from '../diagnostics.js'
import type { RichBlock, Run } from '../text/rich.js'
import { toBlocks } from './blocks.js'
import { toRuns } from './phrasing.js'
import { isNumberedQuestion, splitQuestionNumber } from './question-headings.js'
import type { Reading } from './reading.js'
import { rawText } from './runs.js'

/** A question as it stands: its blocks with citation and braces, and its number as written (null for bullets). */
export interface WrittenQuestion {
  blocks: RichBlock[]
  /** What follows the question in its day without being part of it in Markdown. */
  after: RichBlock[]
  written: number | null
  place: Place
}

/** What a day holds. */
export interface DayContent {
  intro: RichBlock[]
  questions: WrittenQuestion[]
}

type Carrier = 'numbered headings' | 'numbered list' | 'asking headings' | 'bullets'

/**
 * Finds the questions of a day. One carrier serves the whole day: headings with question numbers, else numbered lists,
 * else headings that end in "?", else bullets. Prose before the first question is the day's intro; what follows a question
 * without belonging to it by Markdown's rules is kept as part of it, with a message.
 */
export function readDayContent(nodes: readonly RootContent[], reading: Reading): DayContent {
  const carrier = carrierOf(nodes, reading)
  const content: DayContent = { intro: [], questions: [] }
  let lead: RichBlock[] = []
  for (const node of nodes) {
    const found = questionsOf(node, carrier, reading)
    const [first] = found
    if (first) {
      first.blocks.unshift(...lead)
      lead = []
      content.questions.push(...found)
      continue
    }
    const blocks = toBlocks([node], reading)
    const last = content.questions.at(-1)
    if (blocks.length === 0) continue
    if (!last) content.intro.push(...blocks)
    else if (node.type === 'heading') lead.push(...leadBlocks(blocks, node, reading))
    else if (lead.length > 0) lead.push(...blocks)
    else attach(last, blocks, node, carrier, reading)
  }
  if (lead.length > 0) content.questions.at(-1)?.after.push(...lead)
  return content
}

function carrierOf(nodes: readonly RootContent[], reading: Reading): Carrier {
  const headings = nodes.filter((node) => node.type === 'heading').map((node) => toRuns(node.children, reading))
  if (headings.some(isNumberedQuestion)) return 'numbered headings'
  if (nodes.some((node) => node.type === 'list' && node.ordered)) return 'numbered list'
  return headings.some(asks) ? 'asking headings' : 'bullets'
}

const asks = (runs: readonly Run[]) => /[?？؟]$/.test(rawText(runs))

function questionsOf(node: RootContent, carrier: Carrier, reading: Reading): WrittenQuestion[] {
  if (node.type === 'heading') return headingQuestion(node, carrier, reading)
  if (node.type !== 'list') return []
  const carries = carrier === 'numbered list' ? node.ordered : carrier === 'bullets' && !node.ordered
  return carries ? listQuestions(node, reading) : []
}

function headingQuestion(node: Heading, carrier: Carrier, reading: Reading): WrittenQuestion[] {
  const runs = toRuns(node.children, reading)
  const carries =
    (carrier === 'numbered headings' && isNumberedQuestion(runs)) || (carrier === 'asking headings' && asks(runs))
  if (!carries) return []
  const place = reading.place(node)
  const question = splitQuestionNumber(runs)
  const blocks: RichBlock[] = question.runs.length > 0 ? [{ type: 'paragraph', runs: question.runs, place }] : []
  return [{ blocks, after: [], written: question.written, place }]
}

function listQuestions(list: List, reading: Reading): WrittenQuestion[] {
  return list.children.map((item) => {
    const place = reading.place(item)
    if (typeof item.checked === 'boolean')
      reading.log.report('markdown-simplified', place, { what: 'The box before this question', as: 'nothing' })
    const digits = list.ordered ? /^\d{1,9}/.exec(reading.text.slice(place.start.offset, place.start.offset + 9)) : null
    return { blocks: toBlocks(item.children, reading), after: [], written: digits ? Number(digits[0]) : null, place }
  })
}

function leadBlocks(blocks: RichBlock[], node: Heading, reading: Reading): RichBlock[] {
  reading.log.report('heading-in-day', reading.place(node), { words: rawText(toRuns(node.children, reading)) })
  return blocks
}

function attach(
  question: WrittenQuestion,
  blocks: RichBlock[],
  node: RootContent,
  carrier: Carrier,
  reading: Reading,
): void {
  const place = reading.place(node)
  question.place = { ...question.place, end: place.end }
  // Under a heading Markdown has no other way to add to a question.
  if (carrier === 'numbered headings' || carrier === 'asking headings') {
    question.blocks.push(...blocks)
    return
  }
  question.after.push(...blocks)
  reading.log.report('content-after-question', place, { what: nameOf(node) })
}

function nameOf(node: RootContent): string {
  const names: Partial<Record<RootContent['type'], string>> = {
    paragraph: 'A paragraph',
    list: 'Another kind of list',
    code: 'A code block',
    table: 'A table',
    blockquote: 'A quote',
    html: 'HTML',
  }
  return names[node.type] ?? 'Content'
}
