/** What every part of the sheet parser needs at hand: the text, the log, definitions, and places. */

import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast'
import type { Log, Place, Point } from '../../diagnostics.js'
import { largest } from '../../text/lines/largest.js'
import type { SheetMemory } from '../memory.js'

/** Anything with a unist position. */
export interface Positioned {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
}

/**
 * A stretch of a sheet's text that is a key: UTF-16 offsets of where its first node begins and its last one ends. `titled`: the first node is its title,
 * alone (`yes`) or with answers behind it (`opens`); `no` where it goes on below something that is neither; `framed` in a fold or box.
 * `isAboveQuestions`: it begins with its title, and no question stands above it.
 */
export interface TitledKey {
  start: number
  end: number
  titled: 'yes' | 'opens' | 'no' | 'framed'
  isAboveQuestions: boolean
}

/** One sheet or source while it is read. Definitions are keyed by mdast's normalised identifier. */
export interface Reading {
  file: string
  text: string
  log: Log
  definitions: ReadonlyMap<string, Definition>
  footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** `lang:` of the front matter, which is known before anything else is read; null without one. */
  lang: string | null
  /** What headings say of the sheet's days and other parts. */
  parts: Parts
  /** Where the titled keys of the sheet stand; [] until they are found. */
  titledKeys: readonly TitledKey[]
  /** The one file that the introduction names, which citations without a file are of; null when it names none or several. */
  source: string | null
  /** The footnotes below the title of a key that has nothing else, and whether a question has called one: then it is its answer. */
  answerNotes: Map<string, boolean>
  /** Footnotes that a key has read though nothing calls them. */
  keyNotes: Set<string>
  /** Lines that open a day for what stands below them, though they end as a sentence does or other days are headings. */
  dayLines: Set<RootContent>
  /** What the lists of the file ask, by `questionWords`; a key may repeat it. */
  asked: Set<string>
  /** The week that the sheet is for; null when nothing says it, and until it is read. */
  week: number | null
  /** What was read of sheets before; nothing is kept when it is left out. */
  memory?: SheetMemory | undefined
  /** Where a node stands. */
  place(node: Positioned): Place
  /** Where the UTF-16 offsets `start` to `end` stand. */
  placeAt(start: number, end: number): Place
}

/** Days and other parts of a sheet, by the keys of their headings. */
export interface Parts {
  keys: ReadonlySet<string>
  languages: readonly string[]
  /** Which part stands in place of a weekday by a slip. */
  misspelt: ReadonlyMap<string, string>
  /** The weekdays among them, as their headings name them. */
  weekdays: readonly { key: string; name: string }[]
}

/** Starts a reading of `text`, whose tree is `root`. */
export function startReading(text: string, root: Root, file: string, log: Log, memory?: SheetMemory): Reading {
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  const queue: Root['children'] = [...root.children]
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'definition') definitions.set(node.identifier, node)
    else if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, node)
    if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') queue.push(...node.children)
  }
  const placeAt = placesOf(text, file)
  const place = ({ position }: Positioned) => placeAt(position?.start.offset ?? 0, position?.end.offset ?? 0)
  const parts: Parts = { keys: new Set(), languages: [], misspelt: new Map(), weekdays: [] }
  return {
    file,
    text,
    log,
    definitions,
    footnotes,
    lang: langOf(root),
    parts,
    titledKeys: [],
    source: null,
    answerNotes: new Map(),
    keyNotes: new Set(),
    dayLines: new Set(),
    asked: new Set(),
    week: null,
    memory,
    place,
    placeAt,
  }
}

/** A look at the YAML's text: whether the tag is a sound one is for the front matter to say. */
export function langOf({ children }: Root): string | null {
  const yaml = children.find((node) => node.type === 'yaml')
  return /^lang[ \t]*:[ \t]*["']?([a-z]{2,3}(?:-[a-z\d]{2,8}){0,4})\b/im.exec(yaml?.value ?? '')?.[1] ?? null
}

/** Returns a function from offsets in `text` to places, which finds lines by halving. */
export function placesOf(text: string, file: string): (start: number, end: number) => Place {
  let known: number[] | null = null
  const point = (offset: number): Point => {
    known ??= lineStarts(text)
    const starts = known
    const line = largest(0, starts.length - 1, (at) => (starts[at] ?? 0) <= offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset }
  }
  return (start, end) => ({ file, start: point(start), end: point(end) })
}

function lineStarts(text: string): number[] {
  const starts = [0]
  let [feed, back] = [text.indexOf('\n'), text.indexOf('\r')]
  while (feed >= 0 || back >= 0) {
    const end = back < 0 || (feed >= 0 && feed < back) ? feed : feed === back + 1 ? feed : back
    starts.push(end + 1)
    if (feed >= 0 && feed <= end) feed = text.indexOf('\n', end + 1)
    if (back >= 0 && back <= end) back = text.indexOf('\r', end + 1)
  }
  return starts
}
