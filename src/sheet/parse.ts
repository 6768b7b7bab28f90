/**
 * Markdown → Sheet, in the order a reader goes: front matter, title, week, intro, days, questions.
 *
 * Nothing a person sees in a sheet is dropped in silence: what is not understood is kept as words where it stands, with a message.
 */

import type { RootContent, Yaml } from 'mdast'
import type { Log } from '../diagnostics.js'
import { plainText, type RichBlock } from '../text/rich.js'
import { reportSharedTails } from './answers/shared-tails.js'
import { takeTeacherNotes } from './answers/teacher-notes.js'
import { withCalloutTitles } from './boxes/callout-headings.js'
import { gatherHidden } from './boxes/hidden.js'
import { takeBarePoints } from './braces/bare-points.js'
import type { Pair } from './braces/braces.js'
import { soleFile } from './citations/citation-split.js'
import { reportUnusedFootnotes } from './citations/unused-footnotes.js'
import { withCountedLists } from './days/counted-lists.js'
import { withDayLines } from './days/day-lines.js'
import { DayReader } from './days/day-reader.js'
import { withDayTables } from './days/day-tables.js'
import { slug } from './days/days.js'
import { readWeek } from './days/week.js'
import { reportWeeks, type SeveralWeeks, splitWeeks, type WeekPart } from './days/weeks.js'
import { type FrontMatter, readFrontMatter } from './front-matter.js'
import { takeIntroKeys } from './keys/intro-keys.js'
import type { KeySection } from './keys/key-sections.js'
import { asFlow } from './keys/looks-like-key.js'
import { titledKeys } from './keys/titled-keys.js'
import { directionOf, languageOf } from './language.js'
import { reportTooLong } from './markdown/bounds.js'
import { withWords } from './markdown/excerpt.js'
import { withKeptLines } from './markdown/kept-lines.js'
import { readMarkdown, treeOf } from './markdown/markdown.js'
import { placesOf, type Reading, startReading } from './markdown/reading.js'
import type { SheetMemory } from './memory.js'
import type { Sheet } from './model.js'
import { notesOfKey, type Outline, outlineOf, partsOf } from './outline.js'
import { toBlocks } from './questions/blocks.js'
import { isQuestionTable } from './questions/question-tables.js'
import { endsInQuestions, tellsOfList } from './questions/stray-questions.js'
import { setOwnIds } from './stable-id.js'

/**
 * Reads the recall sheets of a file: one, or one a week when it holds several. Always returns a Sheet at least; they are fit for output when
 * `log` has no error for `file`.
 * ```md
 * # 04. Week 17 — Daily Recall
 * ## Monday — Opening failure
 * 1. Why is a notebook win not a production win? See 02_explainer.md §1.1-§1.8.
 * ```
 * → week 17, one day "monday", question `w17-mon-q1` "Why is a notebook win not a production win?", to explain,
 * cited 02_explainer.md §1.1–§1.8. `memory`: what was read before, for one who reads again and again; the sheets do not hang on it.
 */
export function parseSheets(text: string, file: string, log: Log, memory?: SheetMemory): Sheet[] {
  const sheets = parseUnnamed(text, file, log, memory)
  setOwnIds(sheets.flatMap((sheet) => sheet.days.flatMap((day) => day.questions)))
  return sheets
}

/** As `parseSheets`, with '' for each `stableId`: a check needs none, and a build names its questions by what the last one called them (`identity/`). */
export function parseUnnamed(text: string, file: string, log: Log, memory?: SheetMemory): Sheet[] {
  const read = readMarkdown(text, file, log, memory)
  if (!read) return [emptySheet(text, file)]
  const root = withCountedLists(read.root, read.text, (each) => treeOf(each, memory))
  const reading = startReading(read.text, root, file, log, memory)
  reportTooLong(root, reading)
  try {
    const nodes = withKeptLines(withCalloutTitles(root.children), reading)
    const sheets = sheetsOf(withDayLines(withDayTables(nodes, reading), reading), reading)
    reportUnusedFootnotes(root, reading)
    return sheets
  } catch (error) {
    // Phrasing nested thousands deep overflows the stack of any walker; the sheet's author can mend it, so it is told, not thrown.
    if (!(error instanceof RangeError)) throw error
    log.report('sheet-too-deep', { file }, {})
    return [emptySheet(text, file)]
  }
}

/** Reads a file of one week; of several, only the first. See `parseSheets`. */
export function parseSheet(text: string, file: string, log: Log, memory?: SheetMemory): Sheet {
  const [sheet = emptySheet(text, file)] = parseSheets(text, file, log, memory)
  return sheet
}

function emptySheet(text: string, file: string): Sheet {
  const place = placesOf(text, file)(0, text.length)
  return { file, number: null, title: [], week: null, course: null, lang: null, dir: 'ltr', intro: [], days: [], place }
}

function sheetsOf(children: readonly RootContent[], reading: Reading): Sheet[] {
  const yaml = children.find((node): node is Yaml => node.type === 'yaml')
  const front = readFrontMatter(yaml, reading)
  // A sheet that says which week it is for is for that week.
  const several = front.week === null ? splitWeeks(children, reading) : null
  const sheets = several ? sheetsOfWeeks(several, front, reading) : [sheetOf(children, front, null, reading)]
  if (!several) reportWeeks(children, reading)
  if (sheets.every((sheet) => sheet.days.length === 0))
    reading.log.report('sheet-no-questions', { file: reading.file }, {})
  return sheets
}

/** The weeks of a file that have questions; if none has, the first. */
function sheetsOfWeeks({ title, weeks }: SeveralWeeks, front: FrontMatter, reading: Reading): Sheet[] {
  const over = title ? outlineOf([title], reading).title : null
  const [first] = weeks
  const sheets = weeks.map((part) => {
    const sheet = sheetOf(part.nodes, front, part, reading)
    const above = front.title === null ? (over?.runs ?? []) : [{ text: front.title }]
    const { start } = sheet.settings ?? {}
    const days = 7 * (part.week - (first?.week ?? part.week))
    const settings = start
      ? { ...sheet.settings, start: { ...start, value: daysAfter(start.value, days) } }
      : sheet.settings
    return {
      ...sheet,
      number: sheet.number ?? over?.number ?? null,
      title: above.length > 0 ? [...above, { text: ' — ' }, ...sheet.title] : sheet.title,
      ...(settings ? { settings } : {}),
    }
  })
  const full = sheets.filter((sheet) => sheet.days.length > 0)
  for (const { days, title: words, place, intro } of full.length > 0 ? sheets : [])
    if (days.length === 0)
      reading.log.report('week-empty', place, { words: plainText(words), fate: `left out${withWords(intro)}` })
  return full.length > 0 ? full : sheets.slice(0, 1)
}

/** "2025-01-27" and 7 → "2025-02-03". */
function daysAfter(date: string, days: number): string {
  const time = new Date(`${date}T00:00:00Z`).getTime() + days * 86_400_000
  return new Date(time).toISOString().slice(0, 10)
}

/** The sheet of a file, or of one of its weeks. */
function sheetOf(children: readonly RootContent[], front: FrontMatter, part: WeekPart | null, reading: Reading): Sheet {
  reading.titledKeys = titledKeys(children, reading)
  const outline = outlineOf(children, reading)
  reading.parts = partsOf(outline, reading)
  const title = front.title === null || part ? (outline.title?.runs ?? []) : [{ text: front.title }]
  if (outline.title) {
    reportTitleBraces(outline.title.pairs, reading)
    const words = plainText(outline.title.runs)
    if (front.title !== null && !part && !slug(front.title).includes(slug(words)))
      reading.log.report('heading-left-out', outline.title.place, { words, why: 'the front matter gives the title' })
  }
  const week = part ? part.week : readWeek(front, title, outline.title, reading)
  if (title.length === 0 && week === null && !front.unread)
    reading.log.report('sheet-title-missing', reading.placeAt(0, 0), {})
  reading.week = week
  reading.answerNotes = new Map(outline.parts.flatMap(notesOfKey).map((identifier) => [identifier, false]))
  const { intro, notes, keys } = introOf(outline, reading)
  reading.source = soleFile(intro)
  const days = new DayReader(week, front.defaults, keys, reading)
  for (const each of outline.parts) days.read(each)
  days.matchKeys()
  const [first] = days.days
  const noted = [...notes, ...days.notes]
  if (first && noted.length > 0) first.notes = [...noted, ...(first.notes ?? [])]
  takeBarePoints(
    days.days.flatMap(({ questions }) => questions),
    reading.log,
  )
  reportSharedTails(days.days, reading)
  const said = { title, days: days.days }
  const lang = front.lang ?? languageOf(said)
  return {
    file: reading.file,
    number: outline.title?.number ?? null,
    title,
    week,
    ...(part ? { oneOfSeveral: true } : {}),
    ...(front.join ? {} : { join: false }),
    course: front.course,
    lang,
    dir: front.dir ?? directionOf(lang, said),
    ...(Object.keys(front.settings).length > 0 ? { settings: front.settings } : {}),
    intro: [...intro, ...days.prose],
    days: days.days,
    place: part ? part.place : reading.placeAt(0, reading.text.length),
  }
}

/** A title may have an anchor; what holds for all questions stands in the front matter. */
function reportTitleBraces(pairs: readonly Pair[], reading: Reading): void {
  const hint = '; what holds for all questions stands under "defaults" in the front matter'
  for (const { key, keyPlace } of pairs)
    if (key !== '#')
      reading.log.report('override-unknown-key', keyPlace, { key, where: 'the braces of the title', hint })
}

/** What stands above the days, without the answers in it and what is said to whoever teaches. */
function introOf(outline: Outline, reading: Reading): { intro: RichBlock[]; notes: RichBlock[]; keys: KeySection[] } {
  const taken = takeIntroKeys(gatherHidden(outline.intro, reading), reading)
  const { rest, notes } = takeTeacherNotes(taken.shown, false, reading)
  const { keys } = taken
  const shown = asFlow(rest)
  for (const [i, node] of shown.entries())
    if (node.type === 'list' && (endsInQuestions(node) || !tellsOfList(shown[i - 1])))
      reading.log.report('list-outside-days', reading.place(node), { count: node.children.length })
    else if (node.type === 'table' && isQuestionTable(node))
      reading.log.report('list-outside-days', reading.place(node), { count: node.children.length - 1, table: true })
  return { intro: toBlocks(shown, reading), notes: toBlocks(notes, reading), keys }
}
