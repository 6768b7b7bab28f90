/** Speaker notes: what the instructor reads in presenter view. One paragraph a note, nothing that is not spoken or done. */
import type { Calls } from '../../roster/calls.js'
import type { Day, Part, Question } from '../../sheet/model.js'
import { wholePrompt } from '../../sheet/options/parts.js'
import { listenFor, taskFacts } from '../../sheet/tasks/task-facts.js'
import { citationInWords } from '../../sources/cited-titles.js'
import type { ResolvedCitation, Section } from '../../sources/model.js'
import { fillWords, type Template } from '../../template/model.js'
import { clockWords } from '../../text/clock.js'
import { readableBlocks, readableText } from '../../text/tex/tex-words.js'
import type { Note } from '../plan-model.js'
import { secondsFor } from './clock.js'

const moves = (lines: readonly string[], values: Readonly<Record<string, string | number>> = {}): Note[] =>
  lines.map((line) => ({ role: 'move', text: fillWords(line, values) }))

/** Notes of the slides before the first day. */
export function openingNotes(slide: 'title' | 'contents' | 'protocol', template: Template): Note[] {
  return moves(template.deck.words.notes[slide])
}

/** Moves, the author's introduction of the day, its questions with their clocks, and whom to call: the whole agenda, for the instructor only. */
export function dayNotes(day: Day, calls: Calls | null, template: Template): Note[] {
  const intro = readableBlocks(day.intro)
  return [
    ...moves(template.deck.words.notes.day),
    ...(intro === '' ? [] : [{ role: 'agenda' as const, text: intro }]),
    ...teacherNotes(day),
    ...day.questions.map((question) => ({
      role: 'agenda' as const,
      text: `${question.number}. ${readableBlocks(wholePrompt(question))} (${clockWords(secondsFor(question, template))})`,
    })),
    ...(calls ? callNotes(day, calls, template) : []),
  ]
}

/** What else the notes of a question say: its points in words, who is called first, where to look. */
interface QuestionFacts {
  points: string | null
  name: string | null
  citations: readonly ResolvedCitation[]
}

/**
 * Clock, points, moves by kind with what each click does among them, what to listen for, and where to look, so that nobody has to leaf
 * ahead. Where no check slide follows, its moves stand here too.
 */
export function questionNotes(
  question: Question,
  { points, name, citations }: QuestionFacts,
  template: Template,
): Note[] {
  const { clockStart, reveal, words } = template.deck
  const { notes } = words
  const { kind } = question.task
  const values = taskFacts(question.task)
  const [ask, ...others] = moves(notes.moves[kind], values)
  let clicks = 0
  const click = (what: keyof typeof notes.clicks): Note => ({
    role: 'click',
    text: fillWords(notes.clicks[what], { n: ++clicks }),
  })
  return [
    { role: 'time', text: fillWords(notes.time[clockStart], { clock: clockWords(secondsFor(question, template)) }) },
    ...question.parts.map((part) => partNote(part, template)),
    ...(points === null ? [] : [{ role: 'points' as const, text: fillWords(notes.points, { points }) }]),
    ...(ask ? [ask] : []),
    ...(clockStart === 'click' ? [click('start')] : []),
    ...others,
    ...(name !== null && template.deck.names === 'slide' ? [click('name')] : []),
    ...(name === null ? [] : [{ role: 'call' as const, text: fillWords(notes.call, { name }) }]),
    { role: 'listen', text: fillWords(notes.listen[listenFor(question.task)], values) },
    ...teacherNotes(question),
    ...answerNotes(question, template),
    ...sourceNotes(question, citations, template),
    ...(reveal === 'click' ? [click('reveal')] : []),
    ...(reveal === 'slide' ? [] : moves(notes.check)),
    click(reveal === 'slide' ? 'check' : 'next'),
  ]
}

/** What the author says to whoever teaches, under its own label. */
function teacherNotes({ notes = [] }: Pick<Day | Question, 'notes'>): Note[] {
  return notes.flatMap((block): Note[] => {
    const text = readableBlocks([block]).trim()
    return text === '' ? [] : [{ role: 'author', text }]
  })
}

/** What the sheet itself answers, in plain words. */
function answerNotes({ answer }: Question, template: Template): Note[] {
  const text = answer === null ? '' : readableBlocks(answer).replace(/\s+/g, ' ').trim()
  return text === '' ? [] : [{ role: 'answer', text: fillWords(template.deck.words.notes.answer, { answer: text }) }]
}

/** "Cold-call order: Ana, Ben." and who comes next. */
function callNotes(day: Day, { nameFor, reserves }: Calls, template: Template): Note[] {
  const { notes } = template.deck.words
  const names = day.questions.flatMap((question) => nameFor.get(question.id) ?? [])
  const absent = reserves.get(day.id) ?? []
  const note = (words: string, listed: readonly string[]): Note[] =>
    listed.length === 0 ? [] : [{ role: 'call', text: fillWords(words, { names: listed.join(', ') }) }]
  return [...note(notes.order, names), ...note(notes.reserve, absent)]
}

/** "a) What failed first? (1:30)" */
function partNote(part: Part, template: Template): Note {
  const clock = clockWords(secondsFor(part, template))
  return { role: 'part', text: `${part.letter}) ${readableBlocks(part.prompt)} (${clock})` }
}

/** Where to look with excerpts, then the moves of the check. */
export function checkNotes(question: Question, citations: readonly ResolvedCitation[], template: Template): Note[] {
  return [...sourceNotes(question, citations, template), ...moves(template.deck.words.notes.check)]
}

/** Notes of the slide on which a day's marks are counted. */
export function tallyNotes(template: Template): Note[] {
  return moves(template.deck.words.notes.tally)
}

function sourceNotes(question: Question, citations: readonly ResolvedCitation[], template: Template): Note[] {
  const { notes } = template.deck.words
  if (question.citedAs === null) return [{ role: 'source', text: notes.noSource }]
  return [
    { role: 'source', text: fillWords(notes.source, { citation: citationInWords(question.citedAs, citations) }) },
    ...citations.flatMap((citation) => citation.targets.flatMap((target) => target.sections.map(excerptNote))),
  ]
}

function excerptNote({ number, title, excerpt }: Section): Note {
  const words = readableText(title)
  const name = number === null ? words : `§${number} ${words}`
  return { role: 'excerpt', text: excerpt === '' ? name : `${name}: ${excerpt}` }
}
