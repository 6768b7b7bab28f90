/** Which answer of a key is which question's. */
import { plainBlocks, plainText, type RichBlock } from '../../text/rich.js'
import { overrideKeys } from '../braces/override-keys.js'
import { readDayName, slug } from '../days/days.js'
import type { Reading } from '../markdown/reading.js'
import type { Day, Question } from '../model.js'
import { wholePrompt } from '../options/parts.js'
import { toBlocks } from '../questions/blocks.js'
import type { WrittenQuestion } from '../questions/carriers.js'
import { isKeyTitle } from '../words/answer-words.js'
import { inPlaceOf } from './day-slips.js'
import { type Asked, byNumber, type Given, give, withoutPoints } from './key-answers.js'
import { daysOf, reportGaps } from './key-gaps.js'
import { dayNamed, isCertain, slipIn } from './key-labels.js'
import { letteredLists } from './key-letters.js'
import { countedInOrder } from './key-order.js'
import type { KeyEntry, KeySection } from './key-sections.js'
import { spread } from './key-spread.js'
import { reportUnmatched } from './key-unmatched.js'
import { folded } from './looks-like-key.js'
import { partAtSkipped } from './skipped-numbers.js'

/** Knows every question of the sheet with its number as written, which the Sheet itself does not keep. */
export class KeyMatcher {
  readonly #asked: Asked[] = []
  /** Days below which a key stands that goes on to other days. */
  readonly #shared: { day: Day; key: KeySection }[] = []
  readonly #reading: Reading
  /** Misspelt names of days that were told. */
  readonly #slips = new Set<string>()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** Knows a question of `day`; `said` is what its author counts it by. */
  add(day: Day, question: Question, { written, lettered }: Pick<WrittenQuestion, 'written' | 'lettered'>): void {
    this.#asked.push({ day, question, written, lettered: lettered === true })
  }

  /**
   * Keys that stand in a day are about it, unless they have as many answers as the whole sheet has questions. `shared`: other stretches of the same
   * key are about other days; what it leaves out is told once, with theirs.
   */
  matchDay(day: Day, given: readonly KeySection[], shared: boolean): void {
    const keys = this.#withoutOthers(given, day)
    const [first] = keys
    if (!first) return
    const asked = this.#asked.filter((each) => each.day === day)
    const entries = keys.flatMap((key) => key.entries)
    const isWhole =
      this.#lettered(entries)?.flat().length === this.#asked.length ||
      (entries.length > asked.length && entries.length === this.#asked.length)
    this.#matchEach(keys, isWhole ? null : day)
    if (shared) this.#shared.push({ day, key: first })
    else reportGaps(isWhole ? this.#asked : asked, first, isWhole ? 'the sheet' : day.name, this.#reading)
  }

  /** Keys of the sheet: a section under a day's name is about that day; lists that restart follow the days; one long list goes through all. */
  matchSheet(given: readonly KeySection[]): void {
    const keys = this.#withoutOthers(given, null)
    const all = [...this.#shared.map(({ key }) => key), ...keys]
    const [first] = all.toSorted((a, b) => a.place.start.offset - b.place.start.offset)
    if (!first) return
    this.#matchEach(keys, null)
    const days = new Set(keys.map((key) => this.#dayAt(this.#keyOf(key.words))))
    for (const { day } of this.#shared) days.add(day)
    // A key that names days is for these; an author may keep the others to be looked up.
    const asked = days.has(null) ? this.#asked : this.#asked.filter((each) => days.has(each.day))
    reportGaps(asked, first, asked.length === this.#asked.length ? 'the sheet' : daysOf(asked), this.#reading)
  }

  /** Gives what is about the day before its answers, and tells what is about another sheet. Returns all other sections. */
  #withoutOthers(keys: readonly KeySection[], day: Day | null): KeySection[] {
    const days = this.#days()
    const before = day ? days[days.indexOf(day) - 1] : undefined
    const own: KeySection[] = []
    for (const { about, ...key } of keys)
      if (about === undefined) own.push(key)
      else if (about === 'the day before' && before) this.#matchEach([key], before)
      else this.#match([], key.entries, about)
    return own
  }

  #matchEach(keys: readonly KeySection[], own: Day | null): void {
    const loose: KeyEntry[] = []
    const byDay = new Map<string, { words: string; entries: KeyEntry[] }>()
    const namesDays = keys.some(({ words }) => this.#keyOf(words) !== null)
    for (const key of keys) {
      const named = this.#keyOf(key.words)
      const day = this.#dayAt(named) ?? own
      this.#reportHeading(key, named, day)
      if (named === null && key.inside && this.#isApart(key, loose, namesDays, own))
        this.#match([], key.entries, key.words.replace(/[\s:：]+$/, ''))
      else if (named === null || named === own?.key) loose.push(...key.entries)
      else byDay.set(named, { words: key.words, entries: [...(byDay.get(named)?.entries ?? []), ...key.entries] })
    }
    for (const [key, { words, entries }] of byDay) {
      const day = this.#dayAt(key)
      this.#match(day ? this.#ofDay(day) : [], entries, day?.name ?? words.replace(/[\s:：]+$/, ''))
    }
    if (loose.length === 0) return
    if (own) {
      this.#match(this.#ofDay(own), loose, own.name)
      return
    }
    const days = this.#days()
    const lists = this.#lettered(loose) ?? listsOf(loose)
    if (lists.length === 1 || days.length <= 1) {
      this.#match(this.#asked, loose, 'the sheet')
      return
    }
    for (const [i, list] of lists.entries()) {
      const day = days[i]
      this.#match(day ? this.#ofDay(day) : [], list, day?.name ?? 'the sheet')
    }
  }

  /**
   * True for a section below words of its own, "Homework", that is about no day: others of its key name theirs, or its numbers have been answered, where
   * these can be those of one list only.
   */
  #isApart({ entries }: KeySection, before: readonly KeyEntry[], namesDays: boolean, own: Day | null): boolean {
    if (namesDays) return true
    if (own === null && this.#days().length > 1) return false
    const answered = new Set(before.map(({ written }) => written))
    return entries.length > 0 && entries.every(({ written }) => written !== null && answered.has(written))
  }

  readonly #days = (): Day[] => [...new Set(this.#asked.map((each) => each.day))]

  readonly #lettered = (entries: readonly KeyEntry[]): KeyEntry[][] | null =>
    letteredLists(entries, this.#days(), this.#asked, this.#reading)

  readonly #ofDay = (day: Day) => this.#asked.filter((each) => each.day === day)

  /** A heading in a key is printed nowhere; it is told when it says more than the name of its day. */
  #reportHeading({ words, place }: KeySection, named: string | null, day: Day | null): void {
    const slip = day && slipIn(words, this.#reading)
    if (slip && !this.#slips.has(slip)) {
      this.#slips.add(slip)
      this.#reading.log.report('key-day-misspelt', place, { words: slip, name: day.name })
    }
    if (dayNamed(words, this.#reading) !== null || (day === null && named !== null)) return
    const name = readDayName([{ text: words }], this.#reading.lang)
    const more = name && name.key === day?.key ? plainText(name.topic) : words
    const said = day ? slug(plainText(day.heading)).includes(slug(more)) : false
    if (more.trim() === '' || isKeyTitle(words) || isKeyTitle(more) || said) return
    this.#reading.log.report('heading-left-out', place, { words, why: 'it stands among the answers' })
  }

  #dayAt(key: string | null): Day | null {
    return this.#asked.find((each) => each.day.key === key)?.day ?? null
  }

  /** The day that a section is about, by its key; it may be one that the sheet does not have. */
  #keyOf(words: string): string | null {
    const own = dayNamed(words, this.#reading)
    const has = (key: string) => this.#asked.some((each) => each.day.key === key)
    if (own !== null && (has(own) || slipIn(words, this.#reading) !== null)) return own
    const name = readDayName([{ text: words.replace(/[\s:：]+$/, '') }], this.#reading.lang)
    if (!name) return null
    const key = inPlaceOf(name.key, this.#reading)
    return has(key) || name.topic.length === 0 || isCertain(name.kind, name.name) ? key : null
  }

  #match(asked: readonly Asked[], entries: readonly KeyEntry[], name: string): void {
    const parted = partAtSkipped(asked, spread(asked, entries, this.#reading), this.#reading)
    const given = countedInOrder(parted).flatMap((entry): Given[] => {
      const answer = toBlocks(entry.nodes, this.#reading)
      return answer.length > 0 && !isDash(answer) ? [withoutPoints({ ...entry, answer })] : []
    })
    const numbers = given.map((entry) => entry.written)
    const numbered = numbers.some((number) => number !== numbers[0]) || (numbers.length === 1 && numbers[0] !== null)
    const prompts = asked.map(({ question }) => folded(plainBlocks(wholePrompt(question))))
    const said = given.map((entry) => askedBy(entry, asked, prompts))
    // Words that no label and no mark parts are answers only where there is one for each question.
    const inOrder =
      !numbered &&
      said.every((each) => each === undefined) &&
      (given.length === asked.length || !given.some(({ loose }) => loose))
    const unmatched: Given[] = []
    const points = new Map<Question, Given[]>()
    for (const [i, entry] of given.entries()) {
      const found =
        (numbered && entry.written !== null ? byNumber(asked, entry.written) : undefined) ??
        said[i] ??
        (inOrder ? asked[i] : undefined)
      if (!found) unmatched.push(entry)
      else {
        give(found.question, entry.answer)
        if (entry.points !== undefined) points.set(found.question, [...(points.get(found.question) ?? []), entry])
      }
    }
    for (const [question, said] of points) this.#givePoints(question, said)
    reportUnmatched(unmatched, asked, name, this.#reading.log)
  }

  /** What the key says that a question is worth, its parts together, where nothing nearer says it. */
  #givePoints({ author, label }: Question, entries: readonly Given[]): void {
    const [first] = entries
    if (!first) return
    const { place } = first
    const each = entries.map(({ points = '' }) => /\d+(?:[.,]\d+)?/.exec(points)?.[0].replace(',', '.') ?? '')
    const said =
      each.length > 1 && !each.includes('') ? String(each.reduce((sum, one) => sum + Number(one), 0)) : (each[0] ?? '')
    const points = overrideKeys.points.read(said)
    const outer = author.from?.points !== undefined
    if (points === null || (author.points !== undefined && !outer)) {
      if (points !== author.points)
        this.#reading.log.report('key-points', place, { label, said, points: author.points ?? null })
      return
    }
    author.points = points
    if (author.from) delete author.from.points
  }
}

/** "3. -": the author has no answer. */
const isDash = ([only, ...more]: readonly RichBlock[]): boolean =>
  only?.type === 'paragraph' && more.length === 0 && /^\s*[–—-]\s*$/.test(plainText(only.runs))

/** The one question whose words an answer begins with: "What is A? Aaish". */
function askedBy({ answer }: Given, asked: readonly Asked[], prompts: readonly string[]): Asked | undefined {
  const words = folded(plainBlocks(answer)).slice(0, 2000)
  const same = asked.filter((_, i) => prompts[i] !== '' && words.startsWith(`${prompts[i]} `))
  return same.length === 1 ? same[0] : undefined
}

/** Cuts entries where their numbers start again. */
function listsOf(entries: readonly KeyEntry[]): KeyEntry[][] {
  const lists: KeyEntry[][] = []
  const numbers = entries.map(({ written }) => written)
  const counts = numbers.some((number) => number !== numbers[0])
  let before = Number.POSITIVE_INFINITY
  for (const entry of entries) {
    const written = entry.written ?? before + 1
    const again = written < before || (counts && written === 1 && before === 1 && entry.written !== null)
    if (lists.length === 0 || again) lists.push([])
    lists.at(-1)?.push(entry)
    before = written
  }
  return lists
}
