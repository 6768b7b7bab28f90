/** Gives the answers of a key to their questions, by number. */
import { plainBlocks, plainText } from '../text/rich.js'
import type { KeyEntry, KeySection } from './answer-key.js'
import { isKeyTitle } from './answer-words.js'
import { toBlocks } from './blocks.js'
import { readDayName, slug } from './days.js'
import type { Day, Question } from './model.js'
import type { Reading } from './reading.js'

interface Asked {
  day: Day
  question: Question
  written: number | null
}

/** Knows every question of the sheet with its number as written, which the Sheet itself does not keep. */
export class KeyMatcher {
  readonly #asked: Asked[] = []
  readonly #reading: Reading

  constructor(reading: Reading) {
    this.#reading = reading
  }

  add(day: Day, question: Question, written: number | null): void {
    this.#asked.push({ day, question, written })
  }

  /** Keys that stand in a day are about it. */
  matchDay(day: Day, keys: readonly KeySection[]): void {
    for (const key of keys) this.#reportHeading(key, day)
    const entries = keys.flatMap((key) => key.entries)
    this.#match(
      this.#asked.filter((each) => each.day === day),
      entries,
      day.name,
    )
  }

  /** Keys of the sheet: a section under a day's name is about that day; lists that restart follow the days; one long list goes through all. */
  matchSheet(keys: readonly KeySection[]): void {
    const loose: KeyEntry[] = []
    for (const key of keys) {
      const day = this.#dayOf(key.words)
      if (day) this.matchDay(day, [key])
      else {
        loose.push(...key.entries)
        this.#reportHeading(key, null)
      }
    }
    if (loose.length === 0) return
    const days = [...new Set(this.#asked.map((each) => each.day))]
    const lists = listsOf(loose)
    if (lists.length === 1 || days.length <= 1) {
      this.#match(this.#asked, loose, 'the sheet')
      return
    }
    for (const [i, list] of lists.entries()) {
      const day = days[i]
      this.#match(day ? this.#asked.filter((each) => each.day === day) : [], list, day?.name ?? 'the sheet')
    }
  }

  /** A heading in a key is printed nowhere; it is told when it says more than the name of its day. */
  #reportHeading({ words, place }: KeySection, day: Day | null): void {
    const name = readDayName([{ text: words }], this.#reading.lang)
    const more = name && name.key === day?.key ? plainText(name.topic) : words
    const said = day ? slug(plainText(day.heading)).includes(slug(more)) : false
    if (more.trim() === '' || isKeyTitle(words) || isKeyTitle(more) || said) return
    this.#reading.log.report('heading-left-out', place, { words, why: 'it stands among the answers' })
  }

  /** "Tuesday", "Answers for Tuesday", "Tuesday — Answers", or a part's own name. */
  #dayOf(words: string): Day | null {
    const after = words.replace(/^.*\b(?:to|for|of)\s+/i, '').trim()
    for (const name of [words, after].map((each) => each.replace(/\s*[:：]$/, ''))) {
      const key = readDayName([{ text: name }], this.#reading.lang)?.key ?? slug(name)
      const day = this.#asked.find((each) => each.day.key === key)?.day
      if (day) return day
    }
    return null
  }

  #match(asked: readonly Asked[], entries: readonly KeyEntry[], name: string): void {
    const numbers = entries.map((entry) => entry.written)
    const numbered = numbers.some((number) => number !== numbers[0]) || (numbers.length === 1 && numbers[0] !== null)
    for (const [i, entry] of entries.entries()) {
      const answer = toBlocks(entry.nodes, this.#reading)
      if (answer.length === 0) continue
      const found = numbered && entry.written !== null ? byNumber(asked, entry.written) : asked[i]
      if (found) found.question.answer = [...(found.question.answer ?? []), ...answer]
      else this.#reportUnmatched(entry, plainBlocks(answer), asked, name)
    }
  }

  #reportUnmatched({ written, place }: KeyEntry, words: string, asked: readonly Asked[], name: string): void {
    const short = words.length > 60 ? `${words.slice(0, 60)}…` : words
    const answer = written === null ? `"${short}"` : `${written}, "${short}",`
    const expected = `expected at most ${asked.length}, as ${name} has ${asked.length === 1 ? 'one question' : `${asked.length} questions`}`
    const last = asked.at(-1)?.question
    const cause = last && { place: last.place, words: `${last.code} is the last question` }
    this.#reading.log.report('answer-unmatched', place, { answer, expected }, cause)
  }
}

/** The question that its author numbered so, when only one is; else the one at that position. */
function byNumber(asked: readonly Asked[], number: number): Asked | undefined {
  const same = asked.filter((each) => each.written === number)
  return same.length === 1 ? same[0] : asked[number - 1]
}

/** Cuts entries where their numbers start again. */
function listsOf(entries: readonly KeyEntry[]): KeyEntry[][] {
  const lists: KeyEntry[][] = []
  let before = Number.POSITIVE_INFINITY
  for (const entry of entries) {
    const written = entry.written ?? before + 1
    if (lists.length === 0 || written < before) lists.push([])
    lists.at(-1)?.push(entry)
    before = written
  }
  return lists
}
