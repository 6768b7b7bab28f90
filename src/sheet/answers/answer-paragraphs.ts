/** Answers in a paragraph: behind a label in one of its lines, hidden in it, or in a footnote that it calls. */

import type { Paragraph, PhrasingContent } from 'mdast'
import type { Flow, Piece } from '../boxes/hidden.js'
import { cutHiddenSpan, cutInlineHidden, type HiddenSpan } from '../boxes/hidden-spans.js'
import {
  dropStart,
  flowText,
  linesOf,
  type PhraseLine,
  paragraphOf,
  phraseText,
  placedParagraph,
} from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { itemMark } from '../options/options.js'
import { asksThroughout, endsAsking } from '../questions/asks.js'
import { markLength } from '../words/answer-signs.js'
import { hasWords, isAnswerSummary, labelLength } from '../words/answer-words.js'
import { isHintSummary, isMaterialSummary } from '../words/summary-words.js'
import { cutEquals, cutLine } from './answer-lines.js'
import { reportHint } from './hints.js'
import { cutOption } from './letter-answers.js'
import { answerMark } from './marked-lines.js'
import type { Parted } from './part-once.js'

/** `toEnd`: a label whose answer goes on to the end of the question. */
export type Found = Parted & { toEnd: boolean }

/** What stands before and behind a piece in its question; `whole` tells that all of it may be the answer. */
export interface Around {
  whole: boolean
  above: readonly Piece[]
  /** What of those asks. */
  asked: () => readonly Piece[]
  rest: () => Flow[]
}

/** Parts a paragraph into what it asks and what it answers. */
export function partParagraph(paragraph: Paragraph, around: Around, reading: Reading): Found {
  const { whole, above, asked: asking, rest } = around
  const noted = cutFootnote(paragraph, reading)
  if (noted) return { ...noted, toEnd: false }
  const hidden = cutInlineHidden(paragraph.children)
  if (hidden) {
    const asked = placedParagraph([...hidden.before, ...hidden.after], reading)
    const summary = summaryIn(hidden.hidden)
    if (isMaterialSummary(summary)) return { asked: [paragraph], answer: [], toEnd: false }
    if (isHintSummary(summary)) {
      const words = phraseText(hidden.hidden).slice(summary.length)
      reportHint(words, reading.place(paragraph), reading)
      return { asked: asked ? [asked] : [], answer: [], toEnd: false }
    }
    const inner = withoutSummary(hidden.hidden)
    const answer = placedParagraph(inner, reading)
    return { asked: asked ? [asked] : [], answer: answer ? [answer] : [], toEnd: false }
  }
  const span = cutHiddenSpan(paragraph.children)
  if (span) return partSpan(span, paragraph, around, reading)
  const kept: Found = { asked: [paragraph], answer: [], toEnd: false }
  const lines = linesOf(paragraph.children, reading)
  const texts = lines.map((line) => phraseText(line.nodes))
  const options = texts.some((text) => /^\s*b\s*[:：]/i.test(text))
  const lettered = texts.some((text) => /(?:^|\s)[([]?b[.)\]]\s/i.test(text))
  for (const [i, line] of lines.entries()) {
    // The answers of lettered lines are those of parts.
    if (answerMark(texts, i, asking) > 0 && !texts.some((text, k) => k > 0 && itemMark(text) !== null))
      return partMarked(lines, i, reading)
    const letter = options ? 0 : loneLetter(texts, i, whole, rest)
    const cut =
      (i > 0 && endsAsking((texts[i - 1] ?? '').trim()) ? cutEquals(line.nodes, texts[i] ?? '') : null) ??
      (options && /^\s*[a-h]\s*[:：]/i.test(texts[i] ?? '')
        ? null
        : cutLine(line.nodes, texts[i] ?? '', { between: i > 0 && i < lines.length - 1, letter, lettered })) ??
      (i < mostOptionLines
        ? cutOption(line.nodes, texts[i] ?? '', [...above, ...linesAbove(lines, i, reading)], i === 0, reading)
        : null)
    if (!cut || (!whole && i === 0 && cut.before.length === 0)) continue
    const lead = [...lines.slice(0, i), { nodes: cut.before, end: null }]
    const until = cut.after.length === 0 ? lines.length : askingFrom(texts, i + 1)
    const answer = paragraphOf([{ ...line, nodes: cut.after }, ...lines.slice(i + 1, until)], reading)
    // "Answer: ____" is a line to write on, and a label with nothing after it says nothing.
    if (answer ? !hasWords(flowText(answer)) : rest().length === 0) return kept
    const asked = paragraphOf(lead, reading)
    const behind = answer ? paragraphOf(lines.slice(until), reading) : null
    if (behind) reading.log.report('question-after-answer', reading.place(behind), {})
    return { asked: [asked, behind].filter((each) => each !== null), answer: answer ? [answer] : [], toEnd: true }
  }
  return kept
}

/** From a line with a mark on, a paragraph is the answer, a paragraph from mark to mark. What stands below it may ask again. */
function partMarked(lines: readonly PhraseLine[], at: number, reading: Reading): Found {
  const asked = paragraphOf(lines.slice(0, at), reading)
  const marks = lines.map(({ nodes }) => markLength(phraseText(nodes)))
  const starts = marks.flatMap((mark, i) => (i >= at && mark > 0 ? [i] : []))
  const answer = starts.flatMap((from, i) => {
    const own = lines.slice(from, starts[i + 1])
    const stated = own.map((line, k) => (k === 0 ? { ...line, nodes: dropStart(line.nodes, marks[from] ?? 0) } : line))
    return paragraphOf(stated, reading) ?? []
  })
  return { asked: asked ? [asked] : [], answer, toEnd: false }
}

/** A stretch inside of a line that nobody is to see is an answer; inside of a sentence a blank to write on stands for it. */
function partSpan(
  { before, hidden, after }: HiddenSpan,
  paragraph: Paragraph,
  around: Around,
  reading: Reading,
): Found {
  const lead = phraseText(before).trimEnd()
  const inSentence = lead !== '' && !/[.?!…:)\]？。！：]["'”’]*$/.test(lead)
  const blank: PhrasingContent = {
    type: 'text',
    value: '______',
    ...(paragraph.position ? { position: paragraph.position } : {}),
  }
  const asked = placedParagraph([...before, ...(inSentence ? [blank] : []), ...after], reading)
  const rest = asked ? partParagraph(asked, around, reading) : { asked: [], answer: [], toEnd: false }
  const answer = placedParagraph(hidden, reading)
  return { ...rest, answer: answer ? [answer, ...rest.answer] : rest.answer }
}

/** Options and their answer stand in so many first lines of a paragraph. */
const mostOptionLines = 40

const linesAbove = (lines: readonly PhraseLine[], at: number, reading: Reading): Paragraph[] => {
  const paragraph = paragraphOf(lines.slice(0, at), reading)
  return paragraph ? [paragraph] : []
}

/** How many characters are the "A." of an answer: below a line that asks, or a paragraph that does, and with no "B." behind it; 0 for an option. */
function loneLetter(texts: readonly string[], at: number, whole: boolean, rest: () => readonly Flow[]): number {
  const above = texts[at - 1]
  const letter = above === undefined ? /^\s*A\.\s+(?=\S)/ : /^\s*(?:A[.)]|[([]A[)\]]|A\s[–—-])\s+(?=\S)/
  const length = letter.exec(texts[at] ?? '')?.[0].length ?? 0
  if (length === 0 || (above === undefined ? !whole : !endsAsking(above.trim()))) return 0
  const more = [...texts.slice(at + 1), ...rest().map((node) => flowText(node))]
  if (/\s[([]?B[.)\]]\s/.test(texts[at] ?? '')) return 0
  return more.some((text) => /^\s*[*✓✔✅☑]?\s?[([]?b(?:[.)\]]|\s[–—-])\s/iu.test(text)) ? 0 : length
}

/** From which line on, `from` at least, all lines ask: below "Answer: so." the line "What is wrong with it?" does. Their number for none. */
function askingFrom(texts: readonly string[], from: number): number {
  const at = texts.findIndex(
    (_, i) => i >= from && /[.!?…)]["'”’»*]*\s*$/.test(texts[i - 1] ?? '') && asksThroughout(texts.slice(i).join(' ')),
  )
  return at < 0 ? texts.length : at
}

/** The words of an inline summary, "" without one. */
function summaryIn(nodes: readonly PhrasingContent[]): string {
  const end = nodes.findIndex((node) => node.type === 'html' && /^<\/summary/i.test(node.value))
  return end < 0 ? '' : phraseText(nodes.slice(0, end))
}

/** Inline `<summary>Answer</summary>so` → "so". */
function withoutSummary(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const end = nodes.findIndex((node) => node.type === 'html' && /^<\/summary/i.test(node.value))
  return end >= 0 && isAnswerSummary(phraseText(nodes.slice(0, end))) ? nodes.slice(end + 1) : [...nodes]
}

/** `Why?[^1]` with a footnote `[^1]: Answer: so`, or with one below the title of a key: the footnote's nodes, and the paragraph without its mark. */
function cutFootnote(paragraph: Paragraph, reading: Reading): Parted | null {
  const answer: Flow[] = []
  const children = paragraph.children.filter((node) => {
    if (node.type !== 'footnoteReference') return true
    const [first, ...rest] = reading.footnotes.get(node.identifier)?.children ?? []
    const length = first?.type === 'paragraph' ? labelLength(phraseText(first.children)) : 0
    const named = /^(?:ans(?:wers?)?|sol(?:utions?)?|antwort|lösung|réponse|respuesta)[-_ ]?\d{0,3}$/i.test(
      node.identifier,
    )
    const isKey = reading.answerNotes.has(node.identifier)
    if (isKey) reading.answerNotes.set(node.identifier, true)
    if (first?.type !== 'paragraph' || (length === 0 && !named && !isKey)) return true
    const words = placedParagraph(dropStart(first.children, length), reading)
    answer.push(...(words ? [words, ...rest] : rest))
    return false
  })
  return answer.length === 0 ? null : { asked: [{ ...paragraph, children }], answer }
}
