/** Keys whose letters count the questions of one day after the other: `a) so b) thus`, and behind it `a) else` of the next day. */
import type { Paragraph } from 'mdast'
import { phraseText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import type { Day } from '../model.js'
import type { Asked } from './key-answers.js'
import { lineAt, stretchOf } from './key-nodes.js'
import type { KeyEntry } from './key-sections.js'

/** A letter at the start of a line, "a) ", "A. ", "(a) "; inside of a line one with a bracket. */
const marks = /(?:^|\n)[ \t]*(?:\(([a-z])\)|([a-z])[).])[ \t]+(?=\S)|[\s,;]\(?([a-z])\)[ \t]+(?=\S)/gi

/** Where in words an answer stands, and which letter counts it, from 1. */
interface Lettered {
  written: number
  from: number
  to: number
}

/** The lettered answers of words that begin with one: letters count up, inside of a line one by one, or start again at a; [] for other words. */
function letteredIn(words: string, before: number): Lettered[] {
  const found: (Lettered & { start: number })[] = []
  let last = before
  for (const match of words.matchAll(marks)) {
    const [mark, bracketed, bare, inside] = match
    const letter = (bracketed ?? bare ?? inside ?? '').toLowerCase()
    const written = letter.charCodeAt(0) - 96
    const counts = inside === undefined ? written > last : written === last + 1
    if (found.length === 0 && words.slice(0, match.index).trim() !== '') return []
    if (!counts && written !== 1) continue
    found.push({ written, start: match.index, from: match.index + mark.length, to: words.length })
    last = written
  }
  return found.map(({ written, from }, i) => ({ written, from, to: found[i + 1]?.start ?? words.length }))
}

/**
 * The entries of a key without days whose letters count the questions of each day, as a list a day, in the order of the days. Null for any other key, and for one
 * whose lists are longer than the days that they would answer; where numbers count the questions, the lists must be as long as the days.
 */
export function letteredLists(
  entries: readonly KeyEntry[],
  days: readonly Day[],
  asked: readonly Asked[],
  reading: Reading,
): KeyEntry[][] | null {
  const lists: KeyEntry[][] = []
  let last = Number.POSITIVE_INFINITY
  for (const entry of entries) {
    const [first, ...rest] = entry.nodes
    if (entry.written !== null || first?.type !== 'paragraph') return null
    const found = letteredIn(phraseText(first.children), last === Number.POSITIVE_INFINITY ? 0 : last)
    if (found.length === 0) return null
    for (const [i, each] of found.entries()) {
      const answer = stretchOf(first, each.from, each.to, reading)
      if (each.written <= last) lists.push([])
      last = each.written
      lists
        .at(-1)
        ?.push(entryOf(first, each, [...(answer ? [answer] : []), ...(i === found.length - 1 ? rest : [])], reading))
    }
  }
  const counts = days.map((day) => asked.filter((each) => each.day === day))
  const fits = lists.every((list, i) => {
    const own = counts[i] ?? []
    return own.every(({ lettered }) => lettered)
      ? (list.at(-1)?.written ?? 0) <= own.length
      : list.length === own.length
  })
  return lists.length > 1 && lists.length <= days.length && fits ? lists : null
}

const entryOf = (
  paragraph: Paragraph,
  { written, from }: Lettered,
  nodes: KeyEntry['nodes'],
  reading: Reading,
): KeyEntry => ({
  written,
  nodes,
  place: lineAt(paragraph, from, reading),
})
