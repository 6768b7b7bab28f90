/** What an author says to whoever teaches, in a question or below the questions of a day: parted from what is asked, so that no learner sees it. */
import type { Heading, List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import type { Flow, Piece } from '../boxes/hidden.js'
import { isOnlyCitation } from '../citations/citation-lines.js'
import { excerpt } from '../markdown/excerpt.js'
import { htmlWords } from '../markdown/html.js'
import { dropStart, phraseText, placedParagraph, takeRange, takeStart } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { itemMark } from '../options/options.js'
import { asksThroughout } from '../questions/asks.js'
import { listAsks } from '../questions/carrier-choice.js'
import { closingBracket, isAnswerHeading, labelInLine, labelLength } from '../words/answer-words.js'
import { bareTeacherAt, isTeacherTitle, opensTeacherNote, teacherNoteIn } from '../words/teacher-words.js'

/** What is left for learners, and what is said to the teacher, with its label as it is written. */
export interface Noted {
  rest: Piece[]
  notes: Flow[]
}

/**
 * Takes the notes to the teacher out of a question or an introduction. `named`: its first words name what stands here, and are no label.
 *
 * | written                                     | asked | note                     |
 * | ------------------------------------------- | ----- | ------------------------ |
 * | `Why?`, next line `Teacher note: show it`   | Why?  | Teacher note: show it    |
 * | `Why? (For the teacher: show it)`           | Why?  | For the teacher: show it |
 * | `Why?`, `**Instructor notes**` and a list   | Why?  | both                     |
 * | `Why?`, `> Note to teacher: show it`        | Why?  | the quote                |
 *
 * Behind a label all is the note, up to what asks, has the label of an answer, or cites.
 */
export function takeTeacherNotes(pieces: readonly Piece[], named: boolean, reading: Reading): Noted {
  const found: Noted = { rest: [], notes: [] }
  let open = false
  for (const [i, piece] of pieces.entries()) {
    open &&= !endsNote(piece, reading)
    const taken: Taken = open
      ? { rest: [], notes: flowOf(piece), opens: true }
      : takeFrom(piece, named && i === 0, reading)
    found.rest.push(...taken.rest)
    found.notes.push(...taken.notes)
    open = taken.opens
  }
  return found
}

/**
 * Takes what is said to the teacher of a whole day out of its pieces: what stands under a heading such as "Teacher notes", and behind a rule what
 * begins with such a label.
 */
export function takeDayNotes(pieces: readonly Piece[], reading: Reading): Noted {
  const found: Noted = { rest: [], notes: [] }
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) break
    const end = dayNoteEnd(pieces, i, reading)
    if (end === i) found.rest.push(piece)
    else found.notes.push(...pieces.slice(i, end).flatMap(flowOf))
    i = Math.max(i, end - 1)
  }
  return found
}

/** Where the note ends that begins at `at`; `at` itself without one. */
function dayNoteEnd(pieces: readonly Piece[], at: number, reading: Reading): number {
  const piece = pieces[at]
  const isTitle = piece?.type === 'heading' && isTeacherTitle(phraseText(piece.children))
  const isRuled = pieces[at - 1]?.type === 'thematicBreak' && piece !== undefined && opensNote(piece)
  if (!isTitle && !isRuled) return at
  const next = pieces.findIndex(
    (each, i) =>
      i > at &&
      (isTitle
        ? each.type === 'heading' && each.depth <= piece.depth
        : each.type === 'heading' || each.type === 'thematicBreak' || endsNote(each, reading) || isAskingList(each)),
  )
  return next < 0 ? pieces.length : next
}

const isAskingList = (piece: Piece): boolean => piece.type === 'list' && listAsks(piece)

/** A node that is a note from its first word on. */
function opensNote(piece: Piece): boolean {
  switch (piece.type) {
    case 'hidden':
      return piece.summary !== null && isTeacherTitle(htmlWords(piece.summary.value))
    case 'heading':
      return isTeacherTitle(phraseText(piece.children))
    case 'paragraph':
      return opensTeacherNote(firstLine(piece))
    case 'blockquote': {
      const [first] = piece.children
      return (first?.type === 'paragraph' || first?.type === 'heading') && opensTeacherNote(firstLine(first))
    }
    default:
      return false
  }
}

const firstLine = ({ children }: Paragraph | Heading): string => phraseText(children).split('\n', 1)[0] ?? ''

/** What asks, answers or cites belongs to the question again. */
function endsNote(piece: Piece, reading: Reading): boolean {
  if (opensNote(piece)) return true
  if (piece.type === 'heading') return isAnswerHeading(phraseText(piece.children))
  if (piece.type === 'list') return piece.children.some(({ checked }) => typeof checked === 'boolean')
  if (piece.type !== 'paragraph') return piece.type === 'hidden'
  const words = phraseText(piece.children)
  return labelLength(words) > 0 || asksThroughout(words) || itemMark(words) !== null || isOnlyCitation(piece, reading)
}

/** `opens`: what follows goes on with the note. */
type Taken = Noted & { opens: boolean }

function takeFrom(piece: Piece, named: boolean, reading: Reading): Taken {
  if (!named && piece.type !== 'paragraph' && opensNote(piece))
    return { rest: [], notes: flowOf(piece), opens: piece.type === 'heading' }
  if (piece.type === 'list') return { ...takeFromList(piece, reading), opens: false }
  if (piece.type === 'paragraph') return takeFromParagraph(piece, named, reading)
  return { rest: [piece], notes: [], opens: false }
}

/** Items that are notes go as a whole; "a) Why?" may have one below it. */
function takeFromList(list: List, reading: Reading): Noted {
  const notes: Flow[] = []
  const items = list.children.flatMap((item): ListItem[] => {
    const taken = takeTeacherNotes(item.children, false, reading)
    if (taken.notes.length === 0) return [item]
    notes.push(...taken.notes)
    return taken.rest.length > 0 ? [{ ...item, children: taken.rest as ListItem['children'] }] : []
  })
  if (notes.length === 0) return { rest: [list], notes }
  return { rest: items.length > 0 ? [{ ...list, children: items }] : [], notes }
}

function takeFromParagraph(paragraph: Paragraph, named: boolean, reading: Reading): Taken {
  const text = phraseText(paragraph.children)
  const range = noteIn(text, named)
  if (!range) return { rest: [paragraph], notes: [], opens: false }
  const [start, end] = range
  const before = takeStart(paragraph.children, text.slice(0, start).trimEnd().length)
  // An answer behind it begins a line of its own.
  const parting: PhrasingContent[] = before.length > 0 && /^\S/.test(text.slice(end)) ? [{ type: 'break' }] : []
  const asked = placedParagraph([...before, ...parting, ...dropStart(paragraph.children, end)], reading)
  const note = placedParagraph(takeRange(paragraph.children, start, end), reading)
  const opens = text.slice(end).trim() === '' && !text.slice(start).startsWith('(')
  return { rest: asked ? [asked] : [], notes: note ? [note] : [], opens }
}

/** Where in the words of a paragraph a note stands, from its label to its end; null without one. */
function noteIn(text: string, named: boolean): [start: number, end: number] | null {
  let at = 0
  let lettered = false
  for (const line of text.split('\n')) {
    const opens = opensTeacherNote(line) && !(named && at === 0)
    const within = opens ? 0 : teacherNoteIn(line)
    if (within >= 0) return [at + within, noteEnd(text, at + within, lettered)]
    lettered ||= itemMark(line) !== null
    at += line.length + 1
  }
  return null
}

/** Where a note ends: at its closing bracket, before the label of an answer, or, where letters count, before the next of them. */
function noteEnd(text: string, start: number, lettered: boolean): number {
  const open = /^\s*[([]/.exec(text.slice(start))?.[0].length ?? 0
  const close = open > 0 ? closingBracket(text.slice(start + open)) : -1
  if (close >= 0) return start + open + close + 1
  const [first = '', ...lines] = text.slice(start).split('\n')
  const answer = labelInLine(first)
  if (answer >= 0) return start + answer
  let end = start + first.length
  for (const line of lines) {
    if (labelLength(line) > 0 || (lettered && itemMark(line) !== null)) return end
    end += 1 + line.length
  }
  return end
}

/** A piece as flow, the summary of what is hidden as its title. */
const flowOf = (piece: Piece): Flow[] =>
  piece.type === 'hidden' ? [...(piece.summary ? [piece.summary] : []), ...piece.nodes] : [piece]

/** Tells "Teacher: remind them" among what is asked: it may be a note to who teaches, or what somebody says in the question. */
export function reportBareNote(asked: readonly Flow[], reading: Reading): void {
  const [first, last] = [asked[0], asked.at(-1)]
  if (!first || !last) return
  const { start } = reading.place(first)
  const { end } = reading.place(last)
  const source = reading.text.slice(start.offset, end.offset)
  const at = bareTeacherAt(source)
  if (at < 0) return
  const [line = ''] = source.slice(at).split('\n', 1)
  const place = reading.placeAt(start.offset + at, start.offset + at + line.trimEnd().length)
  reading.log.report('teacher-words-printed', place, { words: excerpt(line.replace(/[*_)\]]+$/, ''), 60) })
}
