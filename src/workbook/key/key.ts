/** The citation key in columns: by day and question, then from section to question. */
import { plainText } from '../../text/rich.js'
import { ownedBy } from '../canvas.js'
import { beginPage, beginPart, columnOf, type Desk, sideHeight } from '../frame.js'
import { continuedTop, plainHeadEnd, putPlainHead } from '../heads/plain-head.js'
import type { Parts } from '../laid-parts.js'
import type { Element, Page } from '../pages-model.js'
import type { KeyDayPlan, KeyPlan } from '../plan-model.js'
import { lazily } from '../prose/strips.js'
import { drawColumns, fillColumns, type Group, heightOfGroup, widthOfColumns } from './columns.js'
import { KeySetter } from './key-entries.js'
import type { QuestionPages } from './key-links.js'
import { groupOf } from './key-pieces.js'
import { KeyType } from './key-type.js'

/** From the end of the key to the baseline of the next heading, and from there to the first section. */
const headingRoom = { over: 30, under: 12 }
/** Least height under the heading that is worth starting the reverse list for. */
const leastReverse = 118

/** Steps in which the type of the key grows, pt. */
const sizeStep = 0.5

/** How close a key is set. */
interface Setting {
  columns: number
  /** The reverse list gives the titles of numbered sections once more. */
  titles: boolean
  /** Part of the template's leading: short lines need less. */
  leading: number
}

/** From the widest to the closest; a closer one is taken where it saves a page. */
const settings: readonly [Setting, ...Setting[]] = [
  { columns: 2, titles: true, leading: 1 },
  { columns: 3, titles: true, leading: 0.94 },
  { columns: 3, titles: false, leading: 0.94 },
]
/** A title is still read well in a column of this width, pt. */
const leastColumn = 145

/** A key as it is set in one size of type, pt. */
interface SetKey extends Setting {
  size: number
  entries: Group[]
  rows: Group[]
}

/** Lays the key of the given days and the list from section to question, on pages of their own. Either may be empty. */
export function layKey(key: KeyPlan, desk: Desk, parts: Parts): void {
  const { words } = desk.style
  const element = (title: string) => lazily(() => desk.canvas.element(desk.canvas.root, 'Sect', { title }))
  const [forward, reverse] = [element(words.key), element(words.reverse)]
  const { said, set, firstWords } = chosenKey(key, forward, reverse, desk, parts)
  parts.lay('key', said, [...desk.positions.keys()], () => putKey(set(), forward, reverse, desk), firstWords)
}

function putKey({ columns, entries, rows }: SetKey, forward: () => Element, reverse: () => Element, desk: Desk): void {
  const { words } = desk.style
  const begin = (groups: readonly Group[], title: string, section: Element): number =>
    putGroups(groups, columns, putPlainHead(title, section, desk), title, desk)
  let end = Number.POSITIVE_INFINITY
  if (entries.length > 0) {
    beginPart(desk, 'key', null)
    end = begin(entries, words.key, forward())
  }
  if (rows.length === 0) return
  if (!startsUnder(end, rows, columns, desk)) {
    if (entries.length > 0) beginPage(desk, 'key', null)
    else beginPart(desk, 'key', null)
    begin(rows, words.reverse, reverse())
    return
  }
  const { left } = columnOf(desk.canvas.page, desk)
  const heading = desk.canvas.element(reverse(), 'H1', desk.said)
  desk.canvas.words(ownedBy(heading), words.reverse, desk.looks.topic, left, end + headingRoom.over)
  putGroups(rows, columns, end + headingRoom.over + headingRoom.under, words.reverse, desk)
}

/** A key in the largest type that takes no more pages: a way to set it; and what it says but for the first words of questions, and these, which are asked for where parts are kept. */
function chosenKey(
  key: KeyPlan,
  forward: () => Element,
  reverse: () => Element,
  desk: Desk,
  parts: Parts,
): { set: () => SetKey; said: () => unknown; firstWords: () => Map<string, string> } {
  const pageOf = questionPages(desk)
  const addresses = new Map(key.days.flatMap(({ codes }) => codes.map(({ file, url }) => [file, url] as const)))
  const codes = key.reverse.length > 0 ? [] : [...addresses].map(([file, url]) => ({ file, url }))
  const setter = new KeySetter(pageOf, desk)
  const typeOf = (size: number, { columns, leading }: Setting) =>
    new KeyType(size, widthOfColumns(columns, desk), desk, leading)
  const entries = once(() => [
    ...key.days.flatMap((day) => setter.dayGroups(day, forward)),
    ...setter.codeGroups(codes, forward),
  ])
  const rowsOf = (titles: boolean) =>
    once(() => key.reverse.flatMap((source) => setter.reverseGroups(source, titles, reverse)))
  const [titled, bare] = [rowsOf(true), rowsOf(false)]
  const set = (size: number, setting: Setting): SetKey => {
    const type = typeOf(size, setting)
    return {
      ...setting,
      size,
      entries: entries().map((pieces) => groupOf(pieces, type)),
      rows: (setting.titles ? titled : bare)().map((pieces) => groupOf(pieces, type)),
    }
  }
  const made: SetKey[] = []
  const measured = once(() => [measuredIn(key), [...pageOf]])
  const { size, ...setting } = parts.choice('key', measured, () => {
    const { entries, rows, ...chosen } = chooseKey(key, set, desk)
    made.push({ ...chosen, entries, rows })
    return chosen
  })
  const firstWords = () => {
    const type = typeOf(size, setting)
    const asked = key.days.flatMap((day) => day.entries)
    return new Map(asked.map((entry) => [entry.question, setter.firstWords(entry, type)] as const))
  }
  // Words have an element of their own.
  const said = () => [measured(), [...firstWords().values()].map((words) => words !== '')]
  return { set: () => made[0] ?? set(size, setting), said, firstWords }
}

/** What is made when it is asked for. */
function once<T>(make: () => T): () => T {
  let made: { of: T } | null = null
  return () => {
    made ??= { of: make() }
    return made.of
  }
}

/** What a key says, without the first words of questions: they stand on one line, and it is as high whatever they are. */
const measuredIn = ({ days, reverse }: KeyPlan): unknown[] => [
  days.map(({ entries, ...day }) => [day, entries.map(({ words, ...entry }) => entry)]),
  reverse,
]

/** The key as closely set as saves pages, in the largest type. */
function chooseKey(key: KeyPlan, set: (size: number, setting: Setting) => SetKey, desk: Desk): SetKey {
  // Answers are read as prose, and addresses stand beside codes to scan: they want wider columns.
  const holdsAnswers = key.days.some(({ entries }) => entries.some(({ answer }) => answer.length > 0))
  const holdsCodes = key.days.some(({ codes }) => codes.length > 0) || key.reverse.some(({ url }) => url !== null)
  const least = desk.style.type.key
  // A strip beside the questions leaves titles to the list.
  const fits = ({ columns, titles }: Setting) =>
    columns === 2 ||
    (!holdsAnswers &&
      !holdsCodes &&
      widthOfColumns(columns, desk) >= leastColumn &&
      (titles || desk.style.key === 'back'))
  let chosen: SetKey | null = null
  let pages = Number.POSITIVE_INFINITY
  for (const setting of settings.filter(fits)) {
    const tried = set(least, setting)
    const taken = pagesOf(tried, desk).all
    if (taken < pages) [chosen, pages] = [tried, taken]
    if (pages <= 1) break
  }
  return largestOf(chosen ?? set(least, settings[0]), set, desk)
}

/** Lays the key of one day on a page of its own: the back of its sheet, when that was laid just now and ends in front. */
export function layDayKey(day: KeyDayPlan, desk: Desk, parts: Parts): void {
  const { words } = desk.style
  const { pages } = desk.canvas
  const section = lazily(() => desk.canvas.element(desk.canvas.root, 'Sect', { title: words.key }))
  const { columns, entries } = chosenKey({ days: [day], reverse: [] }, section, section, desk, parts).set()
  const first = pages.length
  const [question] = day.entries
  if (desk.plan.days.length === 0) beginPart(desk, 'key', null, day.id)
  else {
    if (first % 2 === 0 && question)
      desk.log.report('key-not-behind', question.place, { day: plainText(day.heading), ...sidesOf(day.id, pages) })
    beginPage(desk, 'key', null)
  }
  putGroups(entries, columns, putPlainHead(words.key, section(), desk), words.key, desk)
  for (const page of pages.slice(first)) page.keyOf = day.id
}

/** The sides of a day's sheet, and those that stand besides for it. */
function sidesOf(day: string, pages: readonly Page[]): { sides: number; besides: number } {
  const own = pages.filter((page) => page.day === day)
  const sides = own.filter(({ kind }) => kind === 'day').length
  return { sides, besides: own.length - sides }
}

/** Where the questions stand: in this file, or in another one. */
export function questionPages({ plan, canvas }: Desk): QuestionPages {
  const places = new Map(Object.entries(plan.pageOf).map(([id, label]) => [id, { label, here: false }]))
  for (const { questions, label } of canvas.pages) for (const id of questions) places.set(id, { label, here: true })
  return places
}

/** The largest type, from the template's least to its most, in which the key takes no more pages than `smallest`, in the least. */
function largestOf(smallest: SetKey, set: (size: number, setting: Setting) => SetKey, desk: Desk): SetKey {
  const { key, keyMost } = desk.style.type
  let chosen = smallest
  const pages = pagesOf(smallest, desk)
  for (let size = key + sizeStep; size <= keyMost; size += sizeStep) {
    const larger = set(size, smallest)
    const taken = pagesOf(larger, desk)
    if (taken.entries > pages.entries || taken.all > pages.all) break
    chosen = larger
  }
  return chosen
}

/** Pages that `layKey` takes: for the entries, and with the reverse list. */
function pagesOf({ columns, entries, rows }: SetKey, desk: Desk): { entries: number; all: number } {
  const rest = sideHeight(desk)
  const first = desk.bottom - plainHeadEnd(desk)
  const sides = fillColumns(entries, columns, first, rest)
  const taken = (more: number) => ({ entries: sides.length, all: sides.length + more })
  if (rows.length === 0) return taken(0)
  if (sides.length === 0) return taken(fillColumns(rows, columns, first, rest).length)
  const end =
    (sides.length > 1 ? continuedTop(desk) : plainHeadEnd(desk)) +
    Math.max(...(sides.at(-1) ?? []).map(({ height }) => height))
  if (!startsUnder(end, rows, columns, desk)) return taken(fillColumns(rows, columns, first, rest).length)
  return taken(fillColumns(rows, columns, desk.bottom - end - headingRoom.over - headingRoom.under, rest).length - 1)
}

/** Whether the reverse list begins on the page on which the entries end. */
function startsUnder(end: number, rows: readonly Group[], columns: number, desk: Desk): boolean {
  const room = desk.bottom - end - headingRoom.over - headingRoom.under
  const needed = rows.reduce((sum, group) => sum + heightOfGroup(group), 0) / columns
  return room >= Math.min(needed, leastReverse)
}

function putGroups(groups: readonly Group[], columns: number, top: number, name: string, desk: Desk): number {
  const sides = fillColumns(groups, columns, desk.bottom - top, sideHeight(desk))
  return drawColumns(sides, top, { kind: 'key', day: null, name: [{ text: name }], nameField: false }, desk)
}
