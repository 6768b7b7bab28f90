/**
 * Overrides: what an author says of a question in braces at its end.
 * ```md
 * 1. Draw the lifecycle from memory. {lines=8 minutes=3 #lifecycle}
 * 2. Batch and streaming: when? {kind=compare terms="Batch | Streaming" aspect="when to choose"}
 * ```
 * Braces, and not directives (`:question{…}`), because GitHub shows them as they stand in one short line, pandoc and kramdown writers know them,
 * they need no plugin, and nothing else in a prompt looks like `key=value` in braces.
 */
import type { Place } from '../diagnostics.js'
import type { RichBlock } from '../text/rich.js'
import type { AuthorOverrides, Task, TaskKind } from './model.js'
import type { Reading } from './reading.js'
import { rawText, sliceRuns, trimRuns } from './runs.js'
import { didYouMean, nearest } from './suggest.js'
import { maxListCount } from './task-words.js'

type Key = 'kind' | 'lines' | 'minutes' | 'count' | 'seconds' | 'terms' | 'labels' | 'aspect'
const keys: readonly Key[] = ['kind', 'lines', 'minutes', 'count', 'seconds', 'terms', 'labels', 'aspect']
const kinds: readonly TaskKind[] = ['list', 'compare', 'sides', 'explain', 'draw', 'say']

/** What the braces of a question say, checked. */
export interface Overrides {
  author: AuthorOverrides
  task: TaskWishes
  place: Place | null
}

interface TaskWishes {
  kind?: TaskKind
  count?: number
  seconds?: number
  terms?: string[]
  labels?: string[]
  aspect?: string
}

/** A question without braces. */
export const noOverrides: Overrides = { author: {}, task: {}, place: null }

/** Longer braces are no overrides. */
const reach = 600

/**
 * Takes our braces off the end of the last paragraph. Braces that hold anything but `key=value`, `key="some words"` and `#id`
 * (a set, code, a template) are the author's words and stay.
 */
export function takeOverrides(
  blocks: readonly RichBlock[],
  reading: Reading,
): { blocks: RichBlock[]; overrides: Overrides } {
  const index = blocks.findLastIndex((block) => block.type === 'paragraph')
  const block = blocks[index]
  if (block?.type !== 'paragraph' || block.runs.at(-1)?.code) return { blocks: [...blocks], overrides: noOverrides }
  const raw = rawText(block.runs)
  const start = raw.lastIndexOf('{')
  const inside = start >= 0 && raw.endsWith('}') && raw.length - start <= reach ? raw.slice(start + 1, -1) : null
  const pairs = inside === null ? null : readPairs(inside)
  if (!pairs) return { blocks: [...blocks], overrides: noOverrides }
  const runs = trimRuns(sliceRuns(block.runs, 0, start))
  const rest = blocks.toSpliced(index, 1, ...(runs.length > 0 ? [{ ...block, runs }] : []))
  if (rest.length === 0) return { blocks: [...blocks], overrides: noOverrides }
  return { blocks: rest, overrides: checkPairs(pairs, bracesPlace(block.place, reading), reading) }
}

function bracesPlace(paragraph: Place, reading: Reading): Place {
  const source = reading.text.slice(paragraph.start.offset, paragraph.end.offset)
  const start = source.lastIndexOf('{')
  const end = source.lastIndexOf('}') + 1
  return start < 0 || end <= start
    ? paragraph
    : reading.placeAt(paragraph.start.offset + start, paragraph.start.offset + end)
}

interface Pair {
  key: string
  value: string
}

const pairPattern =
  /\s*(?:#([\p{L}\p{N}_.:-]+)|([\p{L}][\p{L}\p{N}_-]*)\s*=\s*(?:["“”]([^"“”]*)["“”]|([^\s"“”{}]+)))(?=\s|$)/uy

/** `kind=draw #x` → pairs kind, #; null when the braces are not ours. Single letters (`{x=1}`) are mathematics. */
function readPairs(inside: string): Pair[] | null {
  const pairs: Pair[] = []
  pairPattern.lastIndex = 0
  const text = inside.trimEnd()
  while (pairPattern.lastIndex < text.length) {
    const match = pairPattern.exec(text)
    if (!match) return null
    const [, id, key, quoted, bare] = match
    pairs.push(id === undefined ? { key: key ?? '', value: (quoted ?? bare ?? '').trim() } : { key: '#', value: id })
  }
  return pairs.length === 0 || pairs.some(({ key }) => key.length === 1 && key !== '#') ? null : pairs
}

function checkPairs(pairs: readonly Pair[], place: Place, reading: Reading): Overrides {
  const overrides: Overrides = { author: {}, task: {}, place }
  for (const { key, value } of pairs) {
    if (key === '#') overrides.author.id = value
    else if (isKey(key)) {
      const expected = setValue(overrides, key, value)
      if (expected !== null) reading.log.report('override-value', place, { key, value, expected })
    } else reading.log.report('override-unknown-key', place, { key, hint: didYouMean(key, keys) })
  }
  return overrides
}

const isKey = (key: string): key is Key => (keys as readonly string[]).includes(key)

/** Sets one value; returns what was expected when the value is wrong, else null. */
function setValue({ author, task }: Overrides, key: Key, value: string): string | null {
  switch (key) {
    case 'kind': {
      const kind = kinds.find((name) => name === value.toLowerCase())
      if (!kind) return `one of ${kinds.join(', ')}${hint(value)}`
      task.kind = kind
      return null
    }
    case 'lines':
      return setNumber(value, 1, 60, (n) => (author.lines = n))
    case 'minutes':
      return setNumber(value, 0.5, 180, (n) => (author.minutes = n))
    case 'count':
      return setNumber(value, 1, maxListCount, (n) => (task.count = n))
    case 'seconds':
      return setNumber(value, 5, 3600, (n) => (task.seconds = n))
    case 'terms':
      task.terms = parts(value)
      if (task.terms.length >= 2 && task.terms.length <= 6) return null
      delete task.terms
      return 'two to six names parted by "|"'
    case 'labels':
      task.labels = parts(value)
      if (task.labels.length === 2) return null
      delete task.labels
      return 'two labels parted by "|"'
    case 'aspect':
      if (value === '') return 'words'
      task.aspect = value
      return null
  }
}

function hint(value: string): string {
  const kind = nearest(value, kinds)
  return kind === null ? '' : ` (did you mean "${kind}"?)`
}

function setNumber(value: string, least: number, most: number, set: (value: number) => void): string | null {
  const number = /^\d{1,4}(?:\.\d{1,2})?$/.test(value) ? Number(value) : Number.NaN
  const whole = Number.isInteger(least) && Number.isInteger(most)
  if (!(number >= least && number <= most) || (whole && !Number.isInteger(number)))
    return `a${whole ? ' whole' : ''} number from ${least} to ${most}`
  set(number)
  return null
}

function parts(value: string): string[] {
  return value
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Joins the braces of both ends of a citation (`… {lines=3} See a.md. {#x}`); the later wins. */
export function joinOverrides(first: Overrides, second: Overrides): Overrides {
  return {
    author: { ...first.author, ...second.author },
    task: { ...first.task, ...second.task },
    place: second.place ?? first.place,
  }
}

/**
 * The task after the author's wishes. A value names its kind (`terms` → compare); what a kind needs and braces do not say is taken from
 * the inferred task. A comparison without terms, or sides without labels, is reported and stays as inferred.
 */
export function applyOverrides(inferred: Task, { task: wishes, place }: Overrides, reading: Reading): Task {
  const kind = wishes.kind ?? impliedKind(wishes)
  if (!kind) return inferred
  const task = taskOf(kind, inferred, wishes)
  if (task) return task
  const need = kind === 'compare' ? 'terms="A | B" beside it' : 'labels="A | B" beside it'
  if (place) reading.log.report('override-value', place, { key: 'kind', value: kind, expected: need })
  return inferred
}

function impliedKind(wishes: TaskWishes): TaskKind | null {
  if (wishes.terms) return 'compare'
  if (wishes.labels) return 'sides'
  if (wishes.count !== undefined) return 'list'
  return wishes.seconds === undefined ? null : 'say'
}

/** A list whose length nobody said gets so many rules. */
const defaultCount = 3

function taskOf(kind: TaskKind, inferred: Task, wishes: TaskWishes): Task | null {
  const common = {
    by: 'author',
    reason: `the author set ${wishes.kind ? `kind=${kind}` : `what a ${kind} needs`}`,
  } as const
  switch (kind) {
    case 'list': {
      const count = wishes.count ?? (inferred.kind === 'list' ? inferred.count : defaultCount)
      return { ...common, kind, count }
    }
    case 'compare': {
      const terms = wishes.terms ?? (inferred.kind === 'compare' ? inferred.terms : null)
      const aspect = wishes.aspect ?? (inferred.kind === 'compare' ? inferred.aspect : null)
      return terms && { ...common, kind, terms, aspect }
    }
    case 'sides': {
      const [left, right] = wishes.labels ?? (inferred.kind === 'sides' ? inferred.labels : [])
      return left !== undefined && right !== undefined ? { ...common, kind, labels: [left, right] } : null
    }
    case 'say':
      return { ...common, kind, seconds: wishes.seconds ?? (inferred.kind === 'say' ? inferred.seconds : null) }
    case 'explain':
    case 'draw':
      return { ...common, kind }
  }
}
