/** Checks that need the whole sheet. */
import type { Log, Place } from '../diagnostics.js'
import { LetterPattern } from '../text/latin.js'
import { plainBlocks } from '../text/rich.js'
import { answerInPrompt, answerSetOff } from './answers/prompt-answers.js'
import { checkDays } from './days/check-days.js'
import { excerpt } from './markdown/excerpt.js'
import type { Question, Sheet } from './model.js'
import { checkMarks } from './options/check-marks.js'
import { wholePrompt } from './options/parts.js'

/**
 * Reports of all weeks that are read together days out of order or missing, and questions without a citation, that print their own answer or a mark
 * that may tell it, that are asked twice, or that share an id; and of each file, once, that it holds answers or notes to its teacher. Changes nothing.
 */
export function checkSheets(sheets: readonly Sheet[], log: Log): void {
  const printed = new Set(sheets.flatMap((sheet) => checkSheet(sheet, log)))
  reportKept(sheets, printed, log)
  checkNames(sheets, log)
}

/** Returns the questions that print their answer. */
function checkSheet(sheet: Sheet, log: Log): Question[] {
  checkDays(sheet, log)
  const questions = sheet.days.flatMap((day) => day.questions)
  const cites = questions.some((question) => question.citedAs !== null)
  if (!cites && questions.length > 0) log.report('sheet-without-citations', { file: sheet.file }, {})
  const printed: Question[] = []
  const asked = new Map<string, Question>()
  const ids = new Map<string, Named>()
  for (const day of sheet.days) reportSameName(day, ids, log)
  for (const question of questions) {
    if (question.citedAs === null) reportUncited(question, cites, log)
    checkMarks(question, log)
    const setOff = reportSetOff(question, log)
    if (setOff) printed.push(question)
    const answer = setOff ? null : answerInPrompt(question)
    if (answer !== null) log.report('prompt-contains-answer', question.place, { code: question.code, answer })
    reportTwins(question, asked, ids, log)
  }
  return printed
}

/** Reports an answer that the question or a part of it prints, unless that is told as what looks like one; false without it. */
function reportSetOff(question: Question, log: Log): boolean {
  const found = [question, ...question.parts].map(answerSetOff).find((words) => words !== null)
  if (found === undefined) return false
  const told = log.messages.some(({ code, place }) => code === 'answer-printed' && isWithin(place, question))
  if (!told) log.report('key-answer-printed', question.place, { code: question.code, answer: excerpt(found, 60) })
  return true
}

const isWithin = (place: Place | null, { place: { file, start, end } }: Question): boolean =>
  place !== null && place.file === file && place.start.offset >= start.offset && place.end.offset <= end.offset

/** A file may hold several weeks: their answers, and what they say to teachers, are counted together. */
function reportKept(sheets: readonly Sheet[], printed: ReadonlySet<Question>, log: Log): void {
  const places = new Map<string, { answers: number; notes: number }>()
  for (const { file, days } of sheets) {
    const { answers = 0, notes = 0 } = places.get(file) ?? {}
    const questions = days.flatMap((day) => day.questions)
    places.set(file, {
      answers: answers + questions.filter((each) => each.answer !== null && !printed.has(each)).length,
      notes: notes + [...days, ...questions].filter((each) => each.notes !== undefined).length,
    })
  }
  for (const [file, { answers, notes }] of places) {
    if (answers > 0) log.report('answers-kept', { file }, { count: answers })
    if (notes > 0) log.report('teacher-notes-kept', { file }, { count: notes })
  }
}

/** Reports names (`{#door}`) that questions of two sheets share: outside their sheets these are all that tells them apart. */
function checkNames(sheets: readonly Sheet[], log: Log): void {
  const owners = new Map<string, { question: Question; sheet: Sheet }>()
  for (const sheet of sheets)
    for (const question of sheet.days.flatMap((day) => day.questions)) {
      const { id } = question.author
      const owner = id === undefined ? undefined : owners.get(id)
      if (id === undefined) continue
      if (!owner) owners.set(id, { question, sheet })
      else if (owner.sheet !== sheet)
        log.report('override-id-repeated', question.place, { id, first: owner.question.code }, causeOf(owner.question))
    }
}

/**
 * A file with an ending, or a section number: most likely a citation in words that the grammar does not know.
 * "§ 242 BGB", "§ 5 Abs. 2" and "U.S.C. § 1030" are law.
 */
const citationLike = new LetterPattern(
  '[\\p{L}\\p{N}_-]\\.(?:md|markdown|txt|pdf|html?)(?![\\p{L}\\p{N}])|(?<!\\p{Lu}\\.\\s?)§\\s?\\d+(?!\\d|\\.\\d|[a-z]?\\s(?:Abs\\.|\\p{Lu}\\p{L}*\\p{Lu}))|§\\s?\\d+\\.\\d',
)

/** The sheet cites, but this question does not; or it does in words that were not understood and stay in the prompt. */
function reportUncited(question: Question, sheetCites: boolean, log: Log): void {
  const told = log.messages.some(
    ({ code, place }) =>
      ['citation-unread', 'citation-without-ending', 'citation-without-place'].includes(code) &&
      isWithin(place, question),
  )
  if (told) return
  if (citationLike.test(plainBlocks(wholePrompt(question)).slice(-300)))
    log.report('citation-unread', question.place, {})
  else if (sheetCites) log.report('citation-missing', question.place, { code: question.code })
}

function reportTwins(question: Question, asked: Map<string, Question>, ids: Map<string, Named>, log: Log): void {
  const words = plainBlocks(wholePrompt(question)).replace(/\s+/g, ' ').trim().toLowerCase()
  const twin = asked.get(words)
  if (twin) log.report('question-repeated', question.place, { code: question.code, first: twin.code }, causeOf(twin))
  else asked.set(words, question)
  reportSameName(question, ids, log)
}

/** What may have a name of its own: days and questions, by one list of names. */
type Named = Pick<Question, 'code' | 'place'> & { author?: { id?: string } }

function reportSameName(named: Named, ids: Map<string, Named>, log: Log): void {
  const id = named.author?.id
  if (id === undefined) return
  const owner = ids.get(id)
  if (owner) log.report('override-id-repeated', named.place, { id, first: owner.code }, causeOf(owner))
  else ids.set(id, named)
}

const causeOf = ({ code, place }: Named) => ({ place, words: `${code} stands here` })
