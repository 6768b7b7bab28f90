/**
 * Markdown → Sheet, in the order a reader goes: front matter, title, week, intro, days, questions.
 *
 * Nothing a person sees in a sheet is dropped in silence: what is not understood is kept as words where it stands, with a message.
 */

import type { RootContent, Yaml } from 'mdast'
import type { Log } from '../diagnostics.js'
import { LetterPattern } from '../text/latin.js'
import { plainBlocks, plainText, type RichBlock } from '../text/rich.js'
import { isKeyTitle } from './answers/answer-words.js'
import { withCalloutTitles } from './answers/callout-headings.js'
import { gatherHidden } from './answers/hidden.js'
import { settleAnswers } from './answers/settle-answers.js'
import { takeBarePoints } from './braces/bare-points.js'
import type { Pair } from './braces/braces.js'
import type { Overrides } from './braces/override-keys.js'
import { checkSides, dayOverridesOf, readOverrides } from './braces/overrides.js'
import { soleFile } from './citations/citation-split.js'
import { reportUnusedFootnotes } from './citations/unused-footnotes.js'
import { withDayLines } from './days/day-lines.js'
import { withDayTables } from './days/day-tables.js'
import { type DayName, namePart, readDayName, slug } from './days/days.js'
import { reportMisspeltDay } from './days/misspelt-days.js'
import { readWeek } from './days/week.js'
import { reportWeeks, type SeveralWeeks, splitWeeks, type WeekPart } from './days/weeks.js'
import { type FrontMatter, readFrontMatter } from './front-matter.js'
import { titlesAnswers } from './keys/answer-key.js'
import { takeIntroKeys } from './keys/intro-keys.js'
import { dayNamed } from './keys/key-labels.js'
import { KeyMatcher } from './keys/key-match.js'
import { toldInHeading } from './keys/key-openings.js'
import { type KeySection, readKey } from './keys/key-reader.js'
import { asFlow, looksLikeKey, questionWords } from './keys/looks-like-key.js'
import { answersDay } from './keys/untitled-keys.js'
import { directionOf, languageOf } from './language.js'
import { reportTooLong } from './markdown/bounds.js'
import { excerpt } from './markdown/excerpt.js'
import { readMarkdown } from './markdown/markdown.js'
import { placesOf, type Reading, startReading } from './markdown/reading.js'
import type { SheetMemory } from './memory.js'
import type { Day, Sheet } from './model.js'
import { notesOfKey, type Outline, type OutlinePart, outlineOf, partsOf } from './outline.js'
import { toBlocks } from './questions/blocks.js'
import { readDayContent, type WrittenQuestion } from './questions/carriers.js'
import { hasQuestions, reportDoubt } from './questions/not-questions.js'
import { readQuestion } from './questions/question.js'
import { checkNumbers } from './questions/question-numbers.js'
import { readOnce } from './questions/question-once.js'
import { endsInQuestions, tellsOfList } from './questions/stray-questions.js'
import { isSideTitle } from './side-titles.js'
import { setOwnIds } from './stable-id.js'

const maxQuestions = 5000

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
  const reading = startReading(read.text, read.root, file, log, memory)
  reportTooLong(read.root, reading)
  try {
    const sheets = sheetsOf(
      withDayLines(withDayTables(withCalloutTitles(read.root.children), reading), reading),
      reading,
    )
    reportUnusedFootnotes(read.root, reading)
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
      reading.log.report('week-empty', place, { words: plainText(words), fate: `left out${quoted(intro)}` })
  return full.length > 0 ? full : sheets.slice(0, 1)
}

/** "2025-01-27" and 7 → "2025-02-03". */
function daysAfter(date: string, days: number): string {
  const time = new Date(`${date}T00:00:00Z`).getTime() + days * 86_400_000
  return new Date(time).toISOString().slice(0, 10)
}

/** The sheet of a file, or of one of its weeks. */
function sheetOf(children: readonly RootContent[], front: FrontMatter, part: WeekPart | null, reading: Reading): Sheet {
  const outline = outlineOf(children, reading)
  reading.parts = partsOf(outline, reading)
  const title = front.title === null || part ? (outline.title?.runs ?? []) : [{ text: front.title }]
  if (title.length === 0) reading.log.report('sheet-title-missing', { file: reading.file }, {})
  if (outline.title) {
    reportTitleBraces(outline.title.pairs, reading)
    const words = plainText(outline.title.runs)
    if (front.title !== null && !part && !slug(front.title).includes(slug(words)))
      reading.log.report('heading-left-out', outline.title.place, { words, why: 'the front matter gives the title' })
  }
  const week = part ? part.week : readWeek(front, title, outline.title?.place ?? null, reading)
  reading.week = week
  reading.answerNotes = new Map(outline.parts.flatMap(notesOfKey).map((identifier) => [identifier, false]))
  const { intro, keys } = introOf(outline, reading)
  reading.source = soleFile(intro)
  const days = new DayReader(week, front.defaults, keys, reading)
  for (const each of outline.parts) days.read(each)
  days.matchKeys()
  takeBarePoints(days.days.flatMap(({ questions }) => questions))
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

/** What stands above the days, without the answers in it. */
function introOf(outline: Outline, reading: Reading): { intro: RichBlock[]; keys: KeySection[] } {
  const { shown, keys } = takeIntroKeys(gatherHidden(outline.intro, reading), reading)
  for (const [i, node] of shown.entries())
    if (node.type === 'list' && (endsInQuestions(node) || !tellsOfList(shown[i - 1])))
      reading.log.report('list-outside-days', reading.place(node), { count: node.children.length })
  return { intro: toBlocks(shown, reading), keys }
}

/** Reads part after part, and keeps what must be unique among them. */
class DayReader {
  readonly days: Day[] = []
  /** Prose of parts without questions before the first day: the sheet's own introduction under a heading of its own. */
  readonly prose: RichBlock[] = []
  count = 0
  readonly #week: number | null
  readonly #defaults: Overrides
  readonly #reading: Reading
  readonly #keys = new Map<string, Day>()
  readonly #shorts = new Set<string>()
  readonly #matcher: KeyMatcher
  /** Keys of the whole sheet, until all days are read: they may stand before the questions. */
  readonly #sheetKeys: KeySection[]
  #inKey = false

  constructor(week: number | null, defaults: Overrides, keys: readonly KeySection[], reading: Reading) {
    this.#week = week
    this.#sheetKeys = [...keys]
    this.#defaults = defaults
    this.#reading = reading
    this.#matcher = new KeyMatcher(reading)
  }

  read(part: OutlinePart): void {
    const runs = part.heading?.runs ?? []
    this.#inKey = this.#isKey(part)
    if (this.#inKey) {
      const place = part.heading?.place ?? part.place
      const words = plainText(runs)
      const nodes = [...toldInHeading(words, place, this.#reading), ...asFlow(gatherHidden(part.nodes, this.#reading))]
      this.#sheetKeys.push(...readKey(nodes, words, place, this.#reading))
      return
    }
    const named = readDayName(runs, this.#reading.lang)
    const content = readDayContent(part.nodes, named !== null, this.#reading)
    const aside = !named && isSideTitle(plainText(runs)) && !hasQuestions(content)
    if (aside) {
      this.#leaveOut(part, toBlocks(part.nodes, this.#reading))
      return
    }
    if (named === null && part.heading) reportMisspeltDay(runs, part.heading.place, this.#reading)
    const written = this.#answerable(content.questions)
    if (written.length === 0) {
      this.#leaveOut(part, content.intro)
      return
    }
    const name = this.#unique(named ?? namePart(runs, this.#reading.lang), part)
    const code = [this.#week === null ? null : `W${this.#week}`, name.short].filter((word) => word !== null).join(' ')
    const id = code.toLowerCase().replaceAll(' ', '-')
    reportDoubt(content, named !== null, this.#reading)
    checkNumbers(written, this.#reading)
    const carrier = content.carrier ?? 'numbered lists'
    const { intro } = content
    const said = readOverrides(part.heading?.pairs ?? [], 'day', this.#reading)
    const author = dayOverridesOf(said)
    const day: Day = {
      id,
      code,
      ...name,
      heading: [...runs],
      intro,
      carrier,
      questions: [],
      ...(Object.keys(author).length > 0 ? { author } : {}),
      place: part.place,
    }
    this.days.push(day)
    this.#keys.set(day.key, day)
    const ofQuestions: Overrides[] = []
    for (const each of written) {
      const outer = { day: said, sheet: this.#defaults }
      const { question, own } = readOnce(each, day, outer, this.#reading, () =>
        readQuestion(each, day, outer, this.#reading),
      )
      day.questions.push(question)
      ofQuestions.push(own)
      this.#matcher.add(day, question, each.written)
    }
    checkSides(ofQuestions, said, this.#reading)
    this.#matchKeysOf(day, content.keys)
  }

  /** A key below the last day may have a stretch for each day. */
  #matchKeysOf(day: Day, keys: readonly KeySection[]): void {
    const isOfDay = ({ words }: KeySection) => {
      const named = dayNamed(words, this.#reading)
      return named === null || named === day.key
    }
    this.#matcher.matchDay(day, keys.filter(isOfDay))
    this.#sheetKeys.push(...keys.filter((key) => !isOfDay(key)))
  }

  /** Gives the answers of the sheet's keys to their questions, and settles all answers. */
  matchKeys(): void {
    this.#matcher.matchSheet(this.#sheetKeys)
    for (const question of this.days.flatMap((day) => day.questions)) settleAnswers(question, this.#reading)
  }

  /** "Answers" at the level of the days, "Monday — Answers", and a day that comes again below "Answers". */
  #isKey(part: OutlinePart): boolean {
    const runs = part.heading?.runs ?? []
    const name = readDayName(runs, this.#reading.lang)
    const titled = isKeyTitle(plainText(runs)) || (name !== null && isKeyTitle(plainText(name.topic)))
    const day = name && this.#keys.get(name.key)
    if (day && !this.#inKey && day !== this.days.at(-1) && answersDay(part, day, this.#reading)) return true
    const again = this.#inKey && name !== null && this.#keys.has(name.key)
    const counts = [this.days.at(-1)?.questions.length ?? 0, this.count]
    if (name === null && !titled && titlesAnswers(plainText(runs), part, counts, this.#reading)) return true
    // A title with nothing under it stands over the days that follow.
    return (titled && part.nodes.length === 0) || ((titled || again) && looksLikeKey(part.nodes, this.#asked()))
  }

  /** What the questions so far ask. */
  #asked(): Set<string> {
    const questions = this.days.flatMap((day) => day.questions)
    return new Set(questions.map((question) => questionWords(plainBlocks(question.prompt))))
  }

  /** Questions with words, up to the bound. */
  #answerable(questions: readonly WrittenQuestion[]): WrittenQuestion[] {
    const { log } = this.#reading
    return questions.filter((question) => {
      if (isWordless([...question.blocks, ...question.after])) {
        log.report('question-empty', question.place, { answer: quoted(question.answer) })
        return false
      }
      this.count++
      if (this.count === maxQuestions + 1)
        log.report('sheet-too-large', question.place, { what: 'more questions', limit: `${maxQuestions} questions` })
      return this.count <= maxQuestions
    })
  }

  #leaveOut(part: OutlinePart, intro: readonly RichBlock[]): void {
    const { log } = this.#reading
    const runs = part.heading?.runs ?? []
    const words = plainText(runs)
    const place = part.heading?.place ?? part.place
    const named = readDayName(runs, this.#reading.lang) !== null
    const kept = this.days.length === 0 && intro.length > 0
    if (kept) {
      const heading = runs.map((run) => ({ ...run, strong: true as const }))
      if (heading.length > 0) this.prose.push({ type: 'paragraph', runs: heading, place })
      this.prose.push(...intro)
    }
    const fate = kept ? "kept in the sheet's introduction" : `left out${quoted(intro)}`
    log.report(named ? 'day-empty' : 'part-empty', place, { words, fate })
  }

  /** A doubled day becomes "monday-2", "Mon2"; two parts may not share a code either. */
  #unique(name: DayName, part: OutlinePart): DayName {
    const first = this.#keys.get(name.key)
    if (first && part.heading)
      this.#reading.log.report(
        'day-repeated',
        part.heading.place,
        { name: name.name },
        { place: first.place, words: `${name.name} is here first` },
      )
    const key = suffixed(name.key, (candidate) => this.#keys.has(candidate), '-')
    // "D3-2", for "D32" is another day.
    const joint = /\p{N}$/u.test(name.short) ? '-' : ''
    const short = suffixed(name.short, (candidate) => this.#shorts.has(candidate.toLowerCase()), joint)
    this.#shorts.add(short.toLowerCase())
    return { ...name, key, short }
  }
}

const seen = new LetterPattern(String.raw`[^\s\p{Default_Ignorable_Code_Point}]`)

/** True when there is nothing to be asked: no block, or only braces and characters that nobody sees. */
function isWordless(blocks: readonly RichBlock[]): boolean {
  if (!blocks.every(({ type }) => type === 'paragraph')) return false
  const plain = plainBlocks(blocks)
  if (!plain.includes('{')) return !seen.test(plain)
  const words = plain.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
  return words === '' || /^\{(?:#|[a-z]+=)[^{}]*\}$/i.test(words)
}

/** What is left out with a heading, in the words of its message: `, with "Read slowly …"`. */
function quoted(blocks: readonly RichBlock[]): string {
  const words = excerpt(plainBlocks(blocks), 80)
  return words === '' ? '' : `, with "${words}"`
}

function suffixed(name: string, taken: (name: string) => boolean, joint: string): string {
  if (!taken(name)) return name
  let n = 2
  while (taken(`${name}${joint}${n}`)) n++
  return `${name}${joint}${n}`
}
