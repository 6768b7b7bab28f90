/** Keys that stand in one node: a line, a quote or callout, a fence, a table. */
import type { Blockquote, Code, List, Paragraph, Table } from 'mdast'
import { calloutOf } from '../boxes/callouts.js'
import { type Flow, gatherHidden, type Piece } from '../boxes/hidden.js'
import { htmlFlow } from '../boxes/html-flow.js'
import { htmlWords } from '../markdown/html.js'
import { flowText, phraseText, placedParagraph, plainParagraph } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { letteredAt } from '../options/options.js'
import { listAsks } from '../questions/carrier-choice.js'
import { isAnswerClass, isAnswerSummary, isKeyTitle, keyLineLength } from '../words/answer-words.js'
import { dayNamed, keyMarks, listed } from './key-labels.js'
import { countedOpening, numberedOpening, openHtmlKeys, openingOf, quotedWords } from './key-openings.js'
import { htmlPictureKey, pictureKey, turnedKey } from './key-pictures.js'
import { readKey } from './key-reader.js'
import type { KeySection } from './key-sections.js'
import { type Asked, announces, isKeyTable } from './key-table-alone.js'
import { asFlow, looksLikeKey } from './looks-like-key.js'

/** The key that a node is by itself, below the questions `asked`; null for any other node. */
export function keyIn(piece: Piece, asked: Asked, reading: Reading): KeySection[] | null {
  switch (piece.type) {
    case 'paragraph':
      return pictureKey(piece, reading) ?? turnedKey(piece, reading) ?? shortKey(piece, asked, reading)
    case 'heading':
      return shortKey({ ...piece, type: 'paragraph' }, asked, reading)
    case 'list':
      return bulletKey(piece, asked.questions, reading)
    case 'blockquote':
      return quotedKey(piece, asked, reading)
    case 'code':
      return fencedKey(piece, asked.questions, reading)
    case 'table':
      return tableKey(piece, asked, reading)
    case 'html': {
      const [table, ...others] = /<table\b/i.test(piece.value) ? htmlFlow(piece) : []
      if (table?.type === 'table' && others.length === 0) return tableKey(table, asked, reading)
      return htmlPictureKey(piece, reading)
    }
    default:
      return null
  }
}

/** A key in one paragraph, "Answers: 1-B, 2-C", "Answers: B, C" below as many questions, or "Ans: 1.B 2.C 3.A". */
function shortKey(paragraph: Paragraph, asked: Asked, reading: Reading): KeySection[] | null {
  const { questions } = asked
  const bare = withoutCommands(phraseText(paragraph.children))
  if (bare !== null) return shortKey(plainParagraph(bare, paragraph), asked, reading)
  const place = reading.place(paragraph)
  const opened = numberedOpening(paragraph, reading) ?? openingOf([paragraph], reading)
  const sections = opened && several(readKey(opened.nodes, opened.title, place, reading), questions, reading)
  if (sections) return sections
  const labelled = countedOpening(paragraph, asked, reading)
  if (!labelled) return null
  reading.log.report('answers-unlabelled', place, { count: questions, title: labelled.title.trim() })
  return readKey(labelled.nodes, '', place, reading)
}

const command =
  /\\(?:text(?:bf|it|sf|tt)|emph|underline|(?:rotate|scale|reflect|raise|make|f)box|tiny|small|footnotesize|scriptsize|centering|noindent)\*?/
const commands = new RegExp(`(?:${command.source})(?:\\[[^\\]]{0,20}\\])?(?:\\{-?[\\d.]{1,6}\\})?`, 'g')
const block = /^[ \t]*(?:\\(?:begin|end)\{[a-z*]{1,30}\}|\{%[^%{}]{1,200}%\})[ \t]*$/gm

/** `\textbf{Answers:} 1 so`, `{% hint %}` around lines: the words in them; null where there is nothing of the kind. */
function withoutCommands(words: string): string | null {
  if (words.length > 4000) return null
  const lines = words.replace(block, '').trim()
  const bare = command.test(lines) ? lines.replace(commands, '').replace(/[{}]/g, '') : lines
  return bare === words.trim() || bare.trim() === '' ? null : bare.trim()
}

/** `- Answers` over a list of its own, and `- Answers: 1 so, 2 thus`, alone in their list. */
function bulletKey(list: List, questions: number, reading: Reading): KeySection[] | null {
  const [item, ...others] = list.children
  if (!item || others.length > 0) return null
  const opened = openingOf(item.children, reading)
  return opened && several(readKey(opened.nodes, opened.title, reading.place(item), reading), questions, reading)
}

/**
 * A list whose last item is the key, "4. Answers: 1 so, 2 thus", or holds it below its own words, with as many answers as the list has items. What is
 * asked, and the key; null for any other list.
 */
export function keyInLastItem(list: List, reading: Reading): { asked: List; key: KeySection[] } | null {
  const last = list.children.at(-1)
  const count = list.children.length
  if (!last || count < 2) return null
  const others = list.children.slice(0, -1)
  const picture = last.children.at(-1)
  const pictured =
    last.children.length < 2
      ? null
      : picture?.type === 'paragraph'
        ? (pictureKey(picture, reading) ?? turnedKey(picture, reading))
        : picture?.type === 'html'
          ? htmlPictureKey(picture, reading)
          : null
  if (pictured)
    return {
      asked: { ...list, children: [...others, { ...last, children: last.children.slice(0, -1) }] },
      key: pictured,
    }
  if (count < 3) return null
  const alone = bulletKey({ ...list, children: [last] }, count - 1, reading)
  if (alone) return { asked: { ...list, children: others }, key: alone }
  const [words, ...below] = last.children
  const key = words && below.length > 0 ? keyBelow(below, count, reading) : null
  return key && words ? { asked: { ...list, children: [...others, { ...last, children: [words] }] }, key } : null
}

/** The key that nodes are as a whole, when it has answers 1 to `count`. */
function keyBelow(nodes: readonly Flow[], count: number, reading: Reading): KeySection[] | null {
  const pieces = openHtmlKeys(gatherHidden(nodes, reading), reading).filter(({ type }) => type !== 'thematicBreak')
  const [first, ...more] = pieces
  if (!first) return null
  const flow = asFlow(more)
  const place = reading.place(first)
  const opened = first.type === 'hidden' ? null : openingOf([first, ...flow], reading)
  const hides =
    first.type === 'hidden' && more.length === 0 && first.summary !== null && isKeyTitle(htmlWords(first.summary.value))
  const sections = hides
    ? readKey(first.nodes, '', place, reading)
    : opened
      ? readKey(opened.nodes, opened.title, place, reading)
      : more.length === 0
        ? keyIn(first, { questions: count, words: new Set() }, reading)
        : null
  const numbers = (sections ?? []).flatMap((section) => section.entries.map(({ written }) => written))
  // In a row or column nothing counts.
  const counts =
    numbers.every((number, i) => number === i + 1) || (count > 2 && numbers.every((number) => number === null))
  return numbers.length === count && counts ? sections : null
}

/** Sections with more than one answer, or with a list or letters for as many as there are `questions`; null for others. */
function several(sections: KeySection[], questions: number, reading: Reading): KeySection[] | null {
  const entries = sections.flatMap((section) => section.entries)
  const [only] = entries
  if (entries.length > 1) return sections
  const [node] = only?.nodes ?? []
  const lettered = only?.loose ? letteredAt(only.nodes, 0, reading) : null
  if (questions > 1 && lettered?.lead === null && lettered.items.length === questions) return sections
  const list = only?.loose && node ? listed(flowText(node), questions) : null
  return list ? sections : null
}

/**
 * A key in a quote or callout.
 * ```md
 * > [!NOTE]
 * > Answers: 1 B, 2 C
 * ```
 */
function quotedKey(quote: Blockquote, asked: Asked, reading: Reading): KeySection[] | null {
  const place = reading.place(quote)
  const [picture, ...others] = quote.children
  const pictured = picture?.type === 'paragraph' && others.length === 0 ? pictureKey(picture, reading) : null
  if (pictured) return pictured
  const { title, nodes } = quotedWords(quote, reading)
  if (title !== null)
    return looksLikeKey(nodes) ? several(readKey(nodes, title, place, reading), asked.questions, reading) : null
  const framed = keysWithin(nodes, asked, reading)
  if (framed) return framed
  const [list, ...more] = nodes
  // A note that is nothing but a list of as many items, which tell nothing to do.
  if (!calloutOf(quote, reading) || more.length > 0 || list?.type !== 'list' || !list.ordered) return null
  if (list.children.length !== asked.questions || asked.questions < 2 || listAsks(list) || !looksLikeKey(nodes))
    return null
  reading.log.report('answers-unlabelled', place, { count: asked.questions })
  return readKey(nodes, '', place, reading)
}

/** The keys in a frame around others, `> <details><summary>Answers</summary>`, when it holds nothing else; a day may stand above them. */
function keysWithin(nodes: readonly Flow[], asked: Asked, reading: Reading): KeySection[] | null {
  const pieces = gatherHidden(nodes, reading)
  const [first, ...rest] = pieces
  const day = first?.type === 'paragraph' && dayNamed(phraseText(first.children), reading) !== null
  const framed = (day ? rest : pieces).map((piece) => {
    if (piece.type !== 'hidden') return keyIn(piece, asked, reading)
    const summary = piece.summary ? htmlWords(piece.summary.value) : ''
    if (!isKeyTitle(summary) && !(isAnswerSummary(summary) && numbered(piece.nodes) === asked.questions)) return null
    return several(readKey(piece.nodes, summary, reading.place(piece), reading), asked.questions, reading)
  })
  if (framed.length === 0 || framed.some((sections) => sections === null)) return null
  const words = day ? phraseText(first.children) : null
  return framed
    .flatMap((sections) => sections ?? [])
    .map((section, i) => (i === 0 && words !== null ? { ...section, words } : section))
}

/** How many items the numbered list has that nodes are; 0 for anything else. */
const numbered = ([list, ...others]: readonly Flow[]): number =>
  list?.type === 'list' && list.ordered && others.length === 0 && !listAsks(list) ? list.children.length : 0

function fencedKey(code: Code, questions: number, reading: Reading): KeySection[] | null {
  // `{admonition} Answers` of MyST, `spoiler Answers` of forums, and a key that is a comment of the code.
  const named = isKeyTitle(code.meta ?? '')
  const text = /^(?:#|\/\/|--|%)\s*\S/.test(code.value)
    ? code.value.replace(/^(?:#|\/\/|--|%)[^\S\n]*/gm, '')
    : code.value
  const [line = '', ...lines] = text.split(/\n/)
  const words = keyLineLength(line) || (isKeyTitle(line.trim()) ? line.length : 0)
  const lang = code.lang ?? ''
  if (words === 0 && !named && !isAnswerClass(lang) && !isKeyTitle(lang)) return null
  const rest = line.slice(words)
  const value = rest.trim() === '' ? lines.join('\n') : [rest, ...lines].join('\n')
  const each = value.split('\n').filter((own) => own.trim() !== '')
  const many = named || words > 0 || isKeyTitle(lang)
  if (many && questions > 1 && each.length === questions && keyMarks(value, null, reading).length === 0) {
    const place = reading.place(code)
    const entries = each.map((own, i) => ({ written: i + 1, nodes: [plainParagraph(own.trim(), code)], place }))
    return [{ words: line.slice(0, words), entries, place }]
  }
  const sections = readKey([plainCode(value, code)], line.slice(0, words), reading.place(code), reading)
  return several(sections, questions, reading)
}

const plainCode = (value: string, code: Code): Code => ({ ...code, lang: null, value })

/**
 * One column under the title of a key, or one row behind it.
 *
 * | Answers |
 * | ------- |
 * | so      |
 */
function titledCells(table: Table, reading: Reading): { title: string; nodes: Paragraph[] } | null {
  const [head, ...rows] = table.children
  const [first, ...beside] = head?.children ?? []
  const title = phraseText(first?.children ?? [])
  const cells = rows.length === 0 ? beside : beside.length === 0 ? rows.flatMap((row) => row.children) : []
  if (!isKeyTitle(title) || cells.length === 0) return null
  return { title, nodes: cells.flatMap((cell) => placedParagraph(cell.children, reading) ?? []) }
}

function tableKey(table: Table, asked: Asked, reading: Reading): KeySection[] | null {
  const column = titledCells(table, reading)
  const last = [...asked.words].at(-1) ?? ''
  // "Solutions" may be of salt in water.
  if (column && !(/^\W*solutions\W*$/i.test(column.title) && announces.test(last)))
    return several(readKey(column.nodes, column.title, reading.place(table), reading), asked.questions, reading)
  const found = isKeyTable(table, asked, reading)
  if (!found) return null
  if (found === 'by its place')
    reading.log.report('answers-unlabelled', reading.place(table), { count: asked.questions })
  return readKey([table], '', reading.place(table), reading)
}
