/** The words that open a key, and what stands behind them in the same node. */
import type { Blockquote, Paragraph, PhrasingContent } from 'mdast'
import type { Place } from '../../diagnostics.js'
import { Caseless } from '../../text/caseless.js'
import { calloutOf } from '../boxes/callouts.js'
import type { Flow, Piece } from '../boxes/hidden.js'
import { htmlFlow } from '../boxes/html-flow.js'
import { htmlWords } from '../markdown/html.js'
import { dropStart, flowText, phraseText, placedParagraph, plainParagraph } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { isAnswerSummary, isKeyTitle, keyLineLength, labelLength, numberedTitleLength } from '../words/answer-words.js'
import { countedAnswers, keyMarks } from './key-labels.js'

/** The words of a title that opens nodes, "Answers:" or a line "Answers", and what is left behind it; null without one. */
export function openingOf(nodes: readonly Flow[], reading: Reading): { title: string; nodes: Flow[] } | null {
  const [first, ...rest] = nodes
  if (first?.type !== 'heading' && first?.type !== 'paragraph') return null
  const text = phraseText(first.children)
  // "Answers: 1-B, 2-C" is a title as a whole as well, as "Answers: Monday" is.
  const line = first.type === 'paragraph' ? keyLineLength(text) : 0
  const length = line === 0 && isKeyTitle(text) ? text.length : line
  if (length === 0) return null
  const more = placedParagraph(dropStart(first.children, length), reading)
  return { title: text.slice(0, length), nodes: more ? [more, ...rest] : rest }
}

/** The same for "Answers 1. so 2. thus", where no colon parts the title from the numbers; null without such a title. */
export function numberedOpening(paragraph: Paragraph, reading: Reading): { title: string; nodes: Flow[] } | null {
  const text = phraseText(paragraph.children)
  const length = numberedTitleLength(text)
  const more = length > 0 ? placedParagraph(dropStart(paragraph.children, length), reading) : null
  return more && { title: text.slice(0, length), nodes: [more] }
}

/** A count or an order of things that one question asks for: its own answer may be numbered. */
const asksForSeveral = new Caseless(
  String.raw`\b(?:two|three|four|five|six|seven|\d+|zwei|drei|vier|deux|trois|dos|tres|steps?|stages?|order|list|name|causes|reasons|nenne|nennen|citez?|enumera)\b`,
)

/** "✅ 1. so", "Check: 1 so", "Results: 1-B". */
const checkLabel = new Caseless(
  String.raw`^\s*(?:(?:✅|✔|☑)\ufe0f?\s*|(?:self[- ]?)?(?:check|results?|kontrolle|contrôle|control|controllo|controle)\s*[:：]\s*)`,
)

/**
 * "Ans: 1.B 2.C 3.A" below three questions: a label of one answer over as many as there are questions. Null for any other, and where the last
 * question may have several itself.
 */
export function countedOpening(
  paragraph: Paragraph,
  { questions, words: asked }: { questions: number; words: ReadonlySet<string> },
  reading: Reading,
): { title: string; nodes: Flow[] } | null {
  const text = phraseText(paragraph.children)
  const length = labelLength(text) || (checkLabel.exec(text.slice(0, 40))?.[0].length ?? 0)
  if (length === 0 || questions < 3) return null
  const rest = text.slice(length)
  const marks = keyMarks(rest, null, reading)
  const counts = marks.length === questions && marks.every(({ written }, i) => written === i + 1)
  if (!counts && !countedAnswers(rest, questions)) return null
  const more = placedParagraph(dropStart(paragraph.children, length), reading)
  return more && !asksForSeveral.test([...asked].at(-1) ?? '') ? { title: text.slice(0, length), nodes: [more] } : null
}

/** What a quote holds, below the title of a key; `title` is null when none opens it. */
export function quotedWords(quote: Blockquote, reading: Reading): { title: string | null; nodes: Flow[] } {
  const callout = calloutOf(quote, reading)
  const line = callout ? placedParagraph(callout.title, reading) : null
  const written: Flow[] = callout ? [...(line ? [line] : []), ...callout.nodes] : quote.children
  const nodes = openHtmlKeys(written, reading) as Flow[]
  const [first, ...rest] = nodes
  const counted = first?.type === 'paragraph' ? numberedOpening(first, reading) : null
  const opened = openingOf(nodes, reading) ?? (counted && { ...counted, nodes: [...counted.nodes, ...rest] })
  // "Show" over what is folded says no more than that it is.
  const shown = callout && line && isAnswerSummary(phraseText(line.children)) ? nodes.slice(1) : nodes
  return opened ?? { title: null, nodes: shown }
}

/** Tells the footnotes that the title of a key calls: it is printed nowhere, and they with it. */
export function reportTitleNotes(title: readonly PhrasingContent[], place: Place, reading: Reading): void {
  const notes = title.flatMap((node) =>
    node.type === 'footnoteReference' ? (reading.footnotes.get(node.identifier) ?? []) : [],
  )
  const said = notes.map((note) => `(${flowText(note).trim()})`).join(' ')
  if (said !== '')
    reading.log.report('heading-left-out', place, {
      words: `${phraseText(title)} ${said}`,
      why: 'it is the title of a key, and so is its footnote',
    })
}

/** What the heading of a key tells itself, "Answers: 1 B, 2 C", as nodes; [] for one that is only a title. */
export function toldInHeading(words: string, place: Place, reading: Reading): Flow[] {
  const rest = words.slice(keyLineLength(words))
  const tells =
    rest !== words &&
    (keyMarks(rest, null, reading).length > 1 ||
      countedAnswers(rest, null) ||
      /^\(?[a-h]\)?(?:[,;\s]+\(?[a-h]\)?)+$/i.test(rest))
  return tells ? [plainParagraph(rest, { position: { start: place.start, end: place.end } })] : []
}

/** Pieces with keys in HTML opened: `<h2>Answers</h2>` with what stands below it in its block. Any other HTML stays as it is. */
export function openHtmlKeys(pieces: readonly Piece[], reading: Reading): Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    const flow = piece.type === 'html' ? htmlFlow(piece) : []
    const [first, ...others] = flow
    const isCode = first?.type === 'code' && others.length === 0 && opensKey(first.value)
    return isCode || openingOf(flow, reading) ? flow : [piece]
  })
}

/** True for text whose first line is the title of a key, or begins with it. */
const opensKey = (text: string): boolean => {
  const [line = ''] = text.split(/\n/)
  return keyLineLength(line) > 0 || isKeyTitle(line.trim())
}

/** The words of a node that may be the title of a key, on its own in its paragraph, quote, bullet or block of HTML; null for any other. */
export function titleWords(piece: Piece): string | null {
  if (piece.type === 'heading' || piece.type === 'paragraph') return phraseText(piece.children)
  if (piece.type === 'hidden') return piece.summary === null ? null : htmlWords(piece.summary.value)
  if (piece.type === 'html') return htmlWords(piece.value)
  const [only, ...others] =
    piece.type === 'blockquote'
      ? piece.children
      : piece.type === 'list'
        ? piece.children.length === 1
          ? (piece.children[0]?.children ?? [])
          : []
        : []
  return only?.type === 'paragraph' && others.length === 0 ? phraseText(only.children) : null
}
