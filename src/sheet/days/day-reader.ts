/** Reads the parts of an outline: days with their questions, keys, and what is neither. */

import { LetterPattern } from '../../text/latin.js'
import { plainBlocks, plainText, type RichBlock } from '../../text/rich.js'
import { partAnswered } from '../answers/part-answered.js'
import { settleAnswers } from '../answers/settle-answers.js'
import { gatherHidden } from '../boxes/hidden.js'
import type { Overrides } from '../braces/override-keys.js'
import { checkSides, dayOverridesOf, readOverrides } from '../braces/overrides.js'
import { titlesAnswers } from '../keys/answer-key.js'
import { dayNamed } from '../keys/key-labels.js'
import { KeyMatcher } from '../keys/key-match.js'
import { toldInHeading } from '../keys/key-openings.js'
import { readKey } from '../keys/key-reader.js'
import type { KeySection } from '../keys/key-sections.js'
import { asFlow, looksLikeKey, questionWords } from '../keys/looks-like-key.js'
import { keyFrom } from '../keys/titled-keys.js'
import { answersDay } from '../keys/untitled-keys.js'
import { withWords } from '../markdown/excerpt.js'
import type { Reading } from '../markdown/reading.js'
import type { Day } from '../model.js'
import type { OutlinePart } from '../outline.js'
import { toBlocks } from '../questions/blocks.js'
import { readDayContent, type WrittenQuestion } from '../questions/carriers.js'
import { hasQuestions, reportDoubt } from '../questions/not-questions.js'
import { readQuestion } from '../questions/question.js'
import { checkNumbers } from '../questions/question-numbers.js'
import { readOnce } from '../questions/question-once.js'
import { isSideTitle } from '../side-titles.js'
import { isKeyTitle } from '../words/answer-words.js'
import { isTeacherTitle } from '../words/teacher-words.js'
import { type DayName, namePart, readDayName, spelledOut } from './days.js'
import { reportMisspeltDay } from './misspelt-days.js'

const maxQuestions = 5000

/** Reads the parts of an outline one after the other into days, and gives them keys and ids that are unique in the sheet. */
export class DayReader {
  readonly days: Day[] = []
  /** Prose of parts without questions before the first day: the sheet's own introduction under a heading of its own. */
  readonly prose: RichBlock[] = []
  /** What parts say to whoever teaches, under their headings: "Teacher notes". */
  readonly notes: RichBlock[] = []
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
    if (isTeacherTitle(plainText(runs))) {
      this.notes.push(...this.#underTitle(part, toBlocks(part.nodes, this.#reading)))
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
    const { intro, notes } = content
    const said = readOverrides(part.heading?.pairs ?? [], 'day', this.#reading)
    const author = dayOverridesOf(said)
    const day: Day = {
      id,
      code,
      ...name,
      heading: named ? spelledOut([...runs], this.#reading.lang) : [...runs],
      intro,
      carrier,
      questions: [],
      ...(notes.length > 0 ? { notes } : {}),
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
      this.#matcher.add(day, question, each)
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
    const others = keys.filter((key) => !isOfDay(key))
    this.#matcher.matchDay(day, keys.filter(isOfDay), others.length > 0)
    this.#sheetKeys.push(...others)
  }

  /** Gives the answers of the sheet's keys to their questions, and settles all answers. */
  matchKeys(): void {
    this.#matcher.matchSheet(this.#sheetKeys)
    for (const question of this.days.flatMap((day) => day.questions)) {
      partAnswered(question)
      settleAnswers(question, this.#reading)
    }
  }

  /** "Answers" at the level of the days, "Monday — Answers", and a day that comes again below "Answers". */
  #isKey(part: OutlinePart): boolean {
    if (keyFrom(part.heading?.place.start.offset, this.#reading.titledKeys)) return true
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
        log.report('question-empty', question.place, { answer: withWords(question.answer) })
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
    // "## " alone is what programs leave of an empty line in the style of a heading.
    if (words.trim() === '' && part.nodes.length === 0) return
    const named = readDayName(runs, this.#reading.lang) !== null
    const kept = this.days.length === 0 && intro.length > 0
    if (kept) {
      this.prose.push(...this.#underTitle(part, intro))
    }
    const fate = kept ? "kept in the sheet's introduction" : `left out${withWords(intro)}`
    log.report(named ? 'day-empty' : 'part-empty', place, { words, fate })
  }

  /** What stands in a part, under its heading as words. */
  #underTitle({ heading, place }: OutlinePart, blocks: readonly RichBlock[]): RichBlock[] {
    const runs = (heading?.runs ?? []).map((run) => ({ ...run, strong: true as const }))
    return [
      ...(runs.length > 0 ? [{ type: 'paragraph' as const, runs, place: heading?.place ?? place }] : []),
      ...blocks,
    ]
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
    const joint = numberAtEnd.test(name.short) ? '-' : ''
    const short = suffixed(name.short, (candidate) => this.#shorts.has(candidate.toLowerCase()), joint)
    this.#shorts.add(short.toLowerCase())
    return { ...name, key, short }
  }
}

const numberAtEnd = new LetterPattern(String.raw`\p{N}$`)
const seen = new LetterPattern(String.raw`[^\s\p{Default_Ignorable_Code_Point}]`)

/** True when there is nothing to be asked: no block, or only braces and characters that nobody sees. */
function isWordless(blocks: readonly RichBlock[]): boolean {
  if (!blocks.every(({ type }) => type === 'paragraph')) return false
  const plain = plainBlocks(blocks)
  if (!plain.includes('{')) return !seen.test(plain)
  const words = plain.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
  return words === '' || /^\{(?:#|[a-z]+=)[^{}]*\}$/i.test(words)
}

function suffixed(name: string, taken: (name: string) => boolean, joint: string): string {
  if (!taken(name)) return name
  let n = 2
  while (taken(`${name}${joint}${n}`)) n++
  return `${name}${joint}${n}`
}
