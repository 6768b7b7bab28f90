/** The citation key in columns: by day and question, then from section to question. */
import { ownedBy } from './canvas.js'
import { drawColumns, fillColumns, type Group, widthOfColumns } from './columns.js'
import { beginPage, columnOf, type Desk, sideHeight } from './frame.js'
import { KeySetter, type QuestionPages } from './key-entries.js'
import type { Element } from './pages-model.js'
import { continuedTop, plainHeadEnd, putPlainHead } from './plain-head.js'
import type { KeyPlan } from './plan-model.js'
import { heightOf, lazily } from './strips.js'

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

/** A key as it is set in one size of type. */
interface SetKey extends Setting {
  entries: Group[]
  rows: Group[]
}

export function layKey(key: KeyPlan, desk: Desk): void {
  const { words } = desk.style
  const element = (title: string) => lazily(() => desk.canvas.element(desk.canvas.root, 'Sect', { title }))
  const [forward, reverse] = [element(words.key), element(words.reverse)]
  const { columns, entries, rows } = setKey(key, forward, reverse, desk)
  beginPage(desk, 'key', null)
  const end = putGroups(entries, columns, putPlainHead(words.key, forward(), desk), words.key, desk)
  if (rows.length === 0) return
  if (!startsUnder(end, rows, columns, desk)) {
    beginPage(desk, 'key', null)
    putGroups(rows, columns, putPlainHead(words.reverse, reverse(), desk), words.reverse, desk)
    return
  }
  const { left } = columnOf(desk.canvas.page, desk)
  const heading = desk.canvas.element(reverse(), 'H1', desk.said)
  desk.canvas.words(ownedBy(heading), words.reverse, desk.looks.topic, left, end + headingRoom.over)
  putGroups(rows, columns, end + headingRoom.over + headingRoom.under, words.reverse, desk)
}

/** The entries and rows of a key, in the largest type that takes no more pages. */
function setKey(key: KeyPlan, forward: () => Element, reverse: () => Element, desk: Desk): SetKey {
  const pageOf = questionPages(desk)
  const set = (size: number, setting: Setting): SetKey => {
    const setter = new KeySetter(size, widthOfColumns(setting.columns, desk), pageOf, desk, setting.leading)
    return {
      ...setting,
      entries: key.days.flatMap((day) => setter.dayGroups(day, forward)),
      rows: key.reverse.flatMap((source) => setter.reverseGroups(source, setting.titles, reverse)),
    }
  }
  // Answers are read as prose, and want wider columns.
  const holdsAnswers = key.days.some(({ entries }) => entries.some(({ answer }) => answer.length > 0))
  const least = desk.style.type.key
  const fits = ({ columns }: Setting) =>
    columns === 2 || (!holdsAnswers && widthOfColumns(columns, desk) >= leastColumn)
  const tried = settings.filter(fits).map((setting) => set(least, setting))
  const pages = tried.map((each) => pagesOf(each, desk).all)
  const chosen = tried[pages.indexOf(Math.min(...pages))] ?? set(least, settings[0])
  return largestOf(chosen, set, desk)
}

/** Where the questions stand: in this file, or in another one. */
function questionPages({ plan, canvas }: Desk): QuestionPages {
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
  const end =
    (sides.length > 1 ? continuedTop(desk) : plainHeadEnd(desk)) + Math.max(...(sides.at(-1) ?? []).map(heightOf))
  if (!startsUnder(end, rows, columns, desk)) return taken(fillColumns(rows, columns, first, rest).length)
  return taken(fillColumns(rows, columns, desk.bottom - end - headingRoom.over - headingRoom.under, rest).length - 1)
}

/** Whether the reverse list begins on the page on which the entries end. */
function startsUnder(end: number, rows: readonly Group[], columns: number, desk: Desk): boolean {
  const room = desk.bottom - end - headingRoom.over - headingRoom.under
  const needed = rows.reduce((sum, group) => sum + heightOf(group), 0) / columns
  return room >= Math.min(needed, leastReverse)
}

function putGroups(groups: readonly Group[], columns: number, top: number, name: string, desk: Desk): number {
  const sides = fillColumns(groups, columns, desk.bottom - top, sideHeight(desk))
  return drawColumns(sides, top, { kind: 'key', day: null, name, nameField: false }, desk)
}
