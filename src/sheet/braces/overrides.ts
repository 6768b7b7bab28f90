/**
 * Overrides: what an author says of a question in braces at its end, of a day's questions in braces at the end of its heading, and of
 * all questions in the front matter. The nearer wins: question, day, sheet, then what the words of the question let infer.
 * ```md
 * ---
 * defaults: { lines: 5, points: 1 }
 * ---
 * ## Monday — Opening failure {minutes=4 sides=2}
 * 1. Draw the lifecycle from memory. {lines=8 points=2 #lifecycle}
 * 2. Batch and streaming: when? {kind=compare terms="Batch | Streaming" aspect="when to choose"}
 * ```
 * Braces, and not directives (`:question{…}`), because GitHub shows them as they stand in one short line, pandoc and kramdown writers know them,
 * they need no plugin, and nothing else in a prompt looks like `key=value` in braces.
 */
import type { RichBlock } from '../../text/rich.js'
import { didYouMean, suggest } from '../../text/suggest.js'
import type { Reading } from '../markdown/reading.js'
import { rawText } from '../markdown/runs.js'
import type { AuthorOverrides, DayOverrides, Task, TaskKind } from '../model.js'
import { openListCount } from '../tasks/task-words.js'
import { isBraces, type Pair } from './braces.js'
import {
  isOverrideKey,
  keysOf,
  type OverrideKey,
  type Overrides,
  type OverrideValues,
  overrideKeys,
  type Scope,
} from './override-keys.js'

/** Nothing said. */
export const noOverrides: Overrides = { values: {}, places: {} }

const scopeWords: Record<Scope, string> = {
  question: 'the braces of a question',
  part: 'the braces of a part',
  day: 'the braces of a day',
  sheet: 'the defaults of the sheet',
  picture: 'the braces of a picture',
}

/** Checks the pairs of a question or of a day. A key that comes twice is reported; the last one counts. */
export function readOverrides(pairs: readonly Pair[], scope: Scope, reading: Reading): Overrides {
  const { log } = reading
  const found: Overrides = { values: {}, places: {} }
  for (const { key, value, keyPlace, valuePlace } of pairs) {
    if (!isOverrideKey(key) || !overrideKeys[key].scopes.includes(scope)) {
      log.report('override-unknown-key', keyPlace, { key, where: scopeWords[scope], hint: hintFor(key, scope) })
      continue
    }
    const expected = setValue(found, key, value, scope)
    if (expected !== null) {
      log.report('override-value', valuePlace, { key, value, where: scopeWords[scope], expected })
      continue
    }
    const first = found.places[key]
    if (first) {
      const cause = { place: first, words: 'it is here first' }
      log.report('override-repeated', keyPlace, { key: nameOf(key), value, where: scopeWords[scope] }, cause)
    }
    found.places[key] = keyPlace
  }
  return found
}

const nameOf = (key: string) => (key === '#' ? '#name' : key)

/** For a key that is known elsewhere, where that is. */
function hintFor(key: string, scope: Scope): string {
  if (!isOverrideKey(key)) return suggest(key, keysOf(scope))
  const { scopes } = overrideKeys[key]
  if (scopes.includes('picture'))
    return '; it is said of a picture, right behind it: `![a queue](queue.png){width=60%}`'
  return scopes.includes('question') ? '; it is said of a question' : '; it is said of a day'
}

/** Sets one value; returns what was expected when it is wrong, else null. */
export function setValue({ values }: Overrides, key: OverrideKey, words: string, scope: Scope): string | null {
  const { read, expected, choices } = overrideKeys[key]
  const value = read(words)
  if (value === null) return expected + (choices ? didYouMean(words, choices) : '')
  if ((scope === 'day' || scope === 'sheet') && (value === 'compare' || value === 'sides'))
    return 'one of list, choose, explain, draw, say (what a question compares is its own to say)'
  Object.assign(values, { [key]: value })
  return null
}

/** What the front matter, a day's heading and the question itself say. */
export interface Layers {
  question: Overrides
  day: Overrides
  sheet: Overrides
}

/** The overrides of a question after all three layers; `from` keeps which of them the question has from further out. */
export function authorOf({ question, day, sheet }: Layers): AuthorOverrides {
  const author: AuthorOverrides = {}
  const from: NonNullable<AuthorOverrides['from']> = {}
  const inherit = <K extends 'lines' | 'space' | 'minutes' | 'points' | 'break'>(key: K) => {
    const layer = question.values[key] !== undefined ? null : day.values[key] !== undefined ? 'day' : 'sheet'
    const value = (layer === null ? question : layer === 'day' ? day : sheet).values[key]
    if (value === undefined) return
    Object.assign(author, { [key]: value })
    if (layer !== null) from[key] = layer
  }
  inherit('lines')
  inherit('space')
  inherit('minutes')
  inherit('points')
  inherit('break')
  const { keep, '#': id } = question.values
  return {
    ...author,
    ...(keep === undefined ? {} : { keep }),
    ...(id === undefined ? {} : { id }),
    ...(Object.keys(from).length > 0 ? { from } : {}),
  }
}

/**
 * The layers of a part. What its stem says of kind, lines and space holds for it, and what the day and the sheet say of these, of minutes and of
 * seconds; all else is the question's.
 */
export function layersOfPart(part: Overrides, { question, day, sheet }: Layers): Layers {
  const { kind, lines, space } = question.values
  const stem = {
    ...(kind === undefined || kind === 'compare' || kind === 'sides' ? {} : { kind }),
    ...(lines === undefined ? {} : { lines }),
    ...(space === undefined ? {} : { space }),
  }
  return { question: { ...part, values: { ...stem, ...part.values } }, day: ofAnswers(day), sheet: ofAnswers(sheet) }
}

function ofAnswers({ values, places }: Overrides): Overrides {
  const kept = Object.entries(values).filter(([key]) => isOverrideKey(key) && overrideKeys[key].scopes.includes('part'))
  return { values: Object.fromEntries(kept), places }
}

/** What braces say of a day itself, not of its questions. */
export function dayOverridesOf({ values: { sides, '#': id } }: Overrides): DayOverrides {
  return { ...(sides === undefined ? {} : { sides }), ...(id === undefined ? {} : { id }) }
}

/**
 * The task after the author's wishes. A value names its kind (`terms` → compare); what a kind needs and braces do not say is taken from
 * the inferred task. A comparison without terms, or sides without labels, is reported and stays as inferred; so is a value
 * that the kind has no use for.
 */
export function taskOf(inferred: Task, { question, day, sheet }: Layers, reading: Reading): Task {
  const wishes = question.values
  const own = wishes.kind ?? impliedKind(wishes, inferred)
  const by = own ? 'the author' : day.values.kind ? 'the day' : 'the sheet'
  const kind = own ?? day.values.kind ?? sheet.values.kind
  const reason = wishes.kind || !own ? `${by} says kind=${kind}` : `the author says what a ${kind} needs`
  const made = kind ? makeTask(kind, inferred, wishes, reason) : inferred
  if (made === null) {
    const place = question.places.kind
    const expected = kind === 'compare' ? 'terms="A | B" beside it' : 'labels="A | B" beside it'
    if (place)
      reading.log.report('override-value', place, {
        key: 'kind',
        value: kind ?? '',
        where: scopeWords.question,
        expected,
      })
  }
  const task = made ?? inferred
  reportUseless(question, task, reading)
  const seconds = day.values.seconds ?? sheet.values.seconds
  return task.kind === 'say' && task.seconds === null && seconds !== undefined ? { ...task, seconds } : task
}

/** Which kind each of these values is for. */
const kindOfKey = { count: 'list', seconds: 'say', terms: 'compare', aspect: 'compare', labels: 'sides' } as const

function reportUseless({ values, places }: Overrides, task: Task, reading: Reading): void {
  for (const key of Object.keys(kindOfKey) as (keyof typeof kindOfKey)[]) {
    const place = places[key]
    const kind = kindOfKey[key]
    if (!place || kind === task.kind) continue
    const value = [values[key]].flat().join(' | ')
    const expected =
      key === 'aspect' ? 'terms="A | B" beside it' : `kind=${kind} beside it (the question is kind=${task.kind})`
    reading.log.report('override-value', place, { key, value, where: scopeWords.question, expected })
  }
}

function impliedKind(wishes: Partial<OverrideValues>, inferred: Task): TaskKind | null {
  if (wishes.terms) return 'compare'
  if (wishes.labels) return 'sides'
  if (wishes.count !== undefined) return 'list'
  if (wishes.seconds !== undefined) return 'say'
  return wishes.aspect !== undefined && inferred.kind === 'compare' ? 'compare' : null
}

function makeTask(kind: TaskKind, inferred: Task, wishes: Partial<OverrideValues>, reason: string): Task | null {
  const common = { by: 'author', reason } as const
  switch (kind) {
    case 'list': {
      if (wishes.count !== undefined) return { ...common, kind, count: wishes.count }
      if (inferred.kind !== 'list') return { ...common, kind, count: openListCount, open: true }
      return { ...common, kind, count: inferred.count, ...(inferred.open ? { open: true } : {}) }
    }
    case 'compare': {
      const terms = wishes.terms ?? (inferred.kind === 'compare' ? inferred.terms : null)
      const aspect = wishes.aspect ?? (inferred.kind === 'compare' ? inferred.aspect : null)
      return terms && { ...common, kind, terms, aspect }
    }
    case 'sides': {
      const labels = wishes.labels ?? (inferred.kind === 'sides' ? inferred.labels : null)
      return labels && { ...common, kind, labels }
    }
    case 'say':
      return { ...common, kind, seconds: wishes.seconds ?? (inferred.kind === 'say' ? inferred.seconds : null) }
    case 'choose':
      return { ...common, kind, offer: inferred.kind === 'choose' ? inferred.offer : [] }
    case 'explain':
      return { ...common, kind, ...(inferred.kind === 'explain' && inferred.asks ? { asks: inferred.asks } : {}) }
    case 'draw':
      return { ...common, kind, ...(inferred.kind === 'draw' && inferred.shows ? { shows: inferred.shows } : {}) }
  }
}

/**
 * Reports what asks for sides of paper that cannot be: `keep=next` with no next question or with one that begins a new side, and more
 * sides than the day has questions.
 */
export function checkSides(questions: readonly Overrides[], day: Overrides, reading: Reading): void {
  const report = (key: 'keep' | 'sides', { values, places }: Overrides, scope: Scope, expected: string) => {
    const facts = { key, value: String(values[key]), where: scopeWords[scope], expected }
    if (places[key]) reading.log.report('override-value', places[key], facts)
  }
  questions.forEach((question, i) => {
    if (question.values.keep === undefined) return
    const next = questions[i + 1]
    const parts = (next?.values.break ?? day.values.break) !== undefined || question.values.break === 'around'
    if (!next) report('keep', question, 'question', 'a question after it on the same day')
    else if (parts) report('keep', question, 'question', 'no break between this question and the next')
  })
  const { sides } = day.values
  if (sides !== undefined && sides > questions.length)
    report('sides', day, 'day', `at most ${questions.length}, as many as the day has questions`)
}

const keyNames = Object.keys(overrideKeys).filter((key) => key !== '#')
const meant = new RegExp(`\\{[^{}]{0,200}(?<![\\p{L}_-])(?:${keyNames.join('|')})\\s?=[^{}]{0,400}\\}`, 'gu')

/** Reports braces that stay in a question as words though they hold a key of ours: in its middle, or with commas. */
export function reportUnreadBraces(blocks: readonly RichBlock[], reading: Reading): void {
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue
    const words = rawText(block.runs.filter((run) => !run.code))
    if (!words.includes('{')) continue
    for (const [braces] of words.matchAll(meant)) {
      const at = reading.text.indexOf(braces, block.place.start.offset)
      const found = at >= 0 && at < block.place.end.offset
      const why = isBraces(braces)
        ? 'expected at the end of the question'
        : 'expected pairs such as lines=3, with a blank between two of them'
      const place = found ? reading.placeAt(at, at + braces.length) : block.place
      reading.log.report('override-unread', place, { braces, why })
    }
  }
}
