/** The citation key in two columns: by day and question, then from section to question. */
import { ownedBy } from './canvas.js'
import { drawColumns, fillColumns, type Group } from './columns.js'
import { beginPage, columnOf, type Desk, sideHeight } from './frame.js'
import { KeySetter, type QuestionPages } from './key-entries.js'
import { continuedTop, plainHeadEnd, putPlainHead } from './plain-head.js'
import type { KeyPlan } from './plan-model.js'
import { heightOf, lazily } from './strips.js'

/** From the end of the key to the baseline of the next heading, and from there to the first section. */
const headingRoom = { over: 30, under: 12 }
/** Least height under the heading that is worth starting the reverse list for. */
const leastReverse = 118

/** Steps in which the type of the key grows, pt. */
const sizeStep = 0.5

/** A key as it is set in one size of type. */
interface SetKey {
  entries: Group[]
  rows: Group[]
}

export function layKey(key: KeyPlan, desk: Desk): void {
  const { words } = desk.style
  const pageOf = questionPages(desk)
  const element = (title: string) => lazily(() => desk.canvas.element(desk.canvas.root, 'Sect', { title }))
  const [forward, reverse] = [element(words.key), element(words.reverse)]
  const { entries, rows } = largestOf((size): SetKey => {
    const setter = new KeySetter(size, pageOf, desk)
    return {
      entries: key.days.flatMap((day) => setter.dayGroups(day, forward)),
      rows: key.reverse.flatMap((source) => setter.reverseGroups(source, reverse)),
    }
  }, desk)
  beginPage(desk, 'key', null)
  const end = putGroups(entries, putPlainHead(words.key, forward(), desk), words.key, desk)
  if (rows.length === 0) return
  if (!startsUnder(end, rows, desk)) {
    beginPage(desk, 'key', null)
    putGroups(rows, putPlainHead(words.reverse, reverse(), desk), words.reverse, desk)
    return
  }
  const { left } = columnOf(desk.canvas.page, desk)
  const heading = desk.canvas.element(reverse(), 'H1', desk.said)
  desk.canvas.words(ownedBy(heading), words.reverse, desk.looks.topic, left, end + headingRoom.over)
  putGroups(rows, end + headingRoom.over + headingRoom.under, words.reverse, desk)
}

/** Where the questions stand: in this file, or in another one. */
function questionPages({ plan, canvas }: Desk): QuestionPages {
  const places = new Map(Object.entries(plan.pageOf).map(([id, label]) => [id, { label, here: false }]))
  for (const { questions, label } of canvas.pages) for (const id of questions) places.set(id, { label, here: true })
  return places
}

/** The largest type, from the template's least to its most, in which the key takes no more pages than in the least. */
function largestOf(set: (size: number) => SetKey, desk: Desk): SetKey {
  const { key, keyMost } = desk.style.type
  let chosen = set(key)
  const pages = pagesOf(chosen, desk)
  for (let size = key + sizeStep; size <= keyMost; size += sizeStep) {
    const larger = set(size)
    const taken = pagesOf(larger, desk)
    if (taken.entries > pages.entries || taken.all > pages.all) break
    chosen = larger
  }
  return chosen
}

/** Pages that `layKey` takes: for the entries, and with the reverse list. */
function pagesOf({ entries, rows }: SetKey, desk: Desk): { entries: number; all: number } {
  const rest = sideHeight(desk)
  const first = desk.bottom - plainHeadEnd(desk)
  const sides = fillColumns(entries, first, rest)
  const taken = (more: number) => ({ entries: sides.length, all: sides.length + more })
  if (rows.length === 0) return taken(0)
  const end =
    (sides.length > 1 ? continuedTop(desk) : plainHeadEnd(desk)) + Math.max(...(sides.at(-1) ?? []).map(heightOf))
  if (!startsUnder(end, rows, desk)) return taken(fillColumns(rows, first, rest).length)
  return taken(fillColumns(rows, desk.bottom - end - headingRoom.over - headingRoom.under, rest).length - 1)
}

/** Whether the reverse list begins on the page on which the entries end. */
function startsUnder(end: number, rows: readonly Group[], desk: Desk): boolean {
  const room = desk.bottom - end - headingRoom.over - headingRoom.under
  const needed = rows.reduce((sum, group) => sum + heightOf(group), 0) / 2
  return room >= Math.min(needed, leastReverse)
}

function putGroups(groups: readonly Group[], top: number, name: string, desk: Desk): number {
  const sides = fillColumns(groups, desk.bottom - top, sideHeight(desk))
  return drawColumns(sides, top, { kind: 'key', day: null, name, nameField: false }, desk)
}
