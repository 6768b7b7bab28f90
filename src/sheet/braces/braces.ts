/**
 * Braces at the end of a question or a heading: `{kind=draw lines=6 #name}`. Their syntax and their places; what they mean is
 * `overrides.ts`. Braces that hold anything but pairs `key=value`, `key="some words"` and a name `#id` (a set, code, a template)
 * are the author's words and stay.
 */
import type { Place } from '../../diagnostics.js'
import type { RichBlock, Run } from '../../text/rich.js'
import type { Reading } from '../markdown/reading.js'
import { rawText, sliceRuns, trimRuns } from '../markdown/runs.js'

/** `lines=6` → key "lines", value "6"; `#name` → key "#", value "name". */
export interface Pair {
  key: string
  value: string
  keyPlace: Place
  valuePlace: Place
}

/** Longer braces are no overrides. */
const reach = 600

/** Takes all braces that are ours off the end of runs which stand at `place`: `… {lines=4} {minutes=2}`. The pairs are in the order of the text. */
export function takeBraces(runs: readonly Run[], place: Place, reading: Reading): { runs: Run[]; pairs: Pair[] } {
  let rest = [...runs]
  const pairs: Pair[] = []
  let end = reading.text.length
  for (;;) {
    const words = trimRuns(rest)
    const raw = rawText(words)
    const start = raw.lastIndexOf('{')
    if (!raw.endsWith('}') || start < 0 || raw.length - start > reach || words.at(-1)?.code) break
    const found = readPairs(raw.slice(start + 1, -1))
    if (!found) break
    const placed = placePairs(found, place, end, reading)
    end = placed.start
    pairs.unshift(...placed.pairs)
    rest = sliceRuns(words, 0, start)
  }
  return pairs.length === 0 ? { runs: [...runs], pairs } : { runs: trimRuns(rest), pairs }
}

/**
 * Takes our braces off the ends of all paragraphs. A paragraph of nothing but braces goes; the last block that is left does not,
 * unless `all` of the blocks only follow a question.
 */
export function takeBlockBraces(
  blocks: readonly RichBlock[],
  reading: Reading,
  all = false,
): { blocks: RichBlock[]; pairs: Pair[] } {
  const pairs: Pair[] = []
  const kept = blocks.flatMap((block): RichBlock[] => {
    if (block.type !== 'paragraph') return [block]
    const taken = takeBraces(block.runs, block.place, reading)
    if (taken.runs.length === 0 && !all && blocks.length === 1) return [block]
    pairs.push(...taken.pairs)
    return taken.runs.length === 0 ? [] : [{ ...block, runs: taken.runs }]
  })
  return kept.length === 0 && !all ? { blocks: [...blocks], pairs: [] } : { blocks: kept, pairs }
}

/** `{.unnumbered}`, `{-}`, `{: .lead}`, `{#mon .unlisted}`: attributes of pandoc, Quarto and kramdown behind a heading. */
const attributes = /\s*\{(?<inside>:?\s*(?:#[\w:.-]+\s+)?(?:-|\.[A-Za-z][\w-]*)(?:\s+\.[A-Za-z][\w-]*)*)\s*\}\s*$/

/** A heading without the classes that other programs set it by; a name stays in its braces. Reports what is left out. */
export function withoutClasses(runs: readonly Run[], place: Place, reading: Reading): Run[] {
  const raw = rawText(runs)
  const found = raw.includes('{') ? attributes.exec(raw) : null
  if (!found?.groups || found.index === 0 || runs.at(-1)?.code) return [...runs]
  reading.log.report('markdown-simplified', place, { what: `"${found[0].trim()}"`, as: 'nothing' })
  const name = /#[\w:.-]+/.exec(found.groups.inside ?? '')?.[0]
  const words = sliceRuns(runs, 0, found.index)
  return name === undefined ? words : [...words, { text: ` {${name}}` }]
}

/** True for words that are nothing but our braces: `{lines=3}` on a line of its own. */
export function isBraces(words: string): boolean {
  const text = words.trim()
  return text.startsWith('{') && text.endsWith('}') && text.length <= reach && readPairs(text.slice(1, -1)) !== null
}

/** Braces with which a text begins, that stand at `start` of the source: "{width=60%} and …"; null when it does not, or they are not ours. */
export function bracesAtStart(text: string, start: number, reading: Reading): { pairs: Pair[]; length: number } | null {
  const [whole, inside] = /^\{([^{}]{1,600})\}/.exec(text) ?? []
  const found = inside === undefined ? null : readPairs(inside)
  if (whole === undefined || !found) return null
  const at = ([from, to]: readonly [number, number]) => reading.placeAt(start + 1 + from, start + 1 + to)
  const pairs = found.map(({ key, value, keyAt, valueAt }) => ({
    key,
    value,
    keyPlace: at(keyAt),
    valuePlace: at(valueAt),
  }))
  return { pairs, length: whole.length }
}

/** Words without braces at their end, whatever these hold: "Why? {#doors}" → "Why?". For looks at a line, not for taking. */
export function withoutBraces(words: string): string {
  const text = words.trimEnd()
  const start = text.endsWith('}') ? text.lastIndexOf('{') : -1
  return start < 0 || text.length - start > reach ? words : text.slice(0, start).trimEnd()
}

/** A pair and where its key and value stand between the braces. */
interface FoundPair {
  key: string
  value: string
  keyAt: readonly [start: number, end: number]
  valueAt: readonly [start: number, end: number]
}

let pairPattern: RegExp | null = null

/** Finds pairs one behind the other; made when there are braces. */
function pairsFromStart(): RegExp {
  pairPattern ??=
    /\s*(?:#([\p{L}\p{N}_.:-]+)|([\p{L}][\p{L}\p{N}_-]*)\s*=\s*(?:["“”]([^"“”]*)["“”]|([^\s"“”{}]+)))(?=\s|$)/duy
  pairPattern.lastIndex = 0
  return pairPattern
}

/** `kind=draw #x` → pairs kind, #; null when the braces are not ours. Single letters (`{x=1}`) are mathematics. */
function readPairs(inside: string): FoundPair[] | null {
  const pairs: FoundPair[] = []
  const pattern = pairsFromStart()
  const text = inside.trimEnd()
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (!match) return null
    const [, id, key, quoted, bare] = match
    const [, idAt, keyAt, quotedAt, bareAt] = match.indices ?? []
    const value = quoted ?? bare ?? ''
    const valueAt = quotedAt ?? bareAt
    if (id !== undefined && idAt)
      pairs.push({ key: '#', value: id, keyAt: [idAt[0] - 1, idAt[1]], valueAt: [idAt[0] - 1, idAt[1]] })
    else if (key !== undefined && key.length > 1 && keyAt && valueAt)
      pairs.push({ key, value: value.replace(/\s+/g, ' ').trim(), keyAt, valueAt })
    else return null
  }
  return pairs.length === 0 ? null : pairs
}

/** The same pairs in the source, before the offset `end`; all of `place` where Markdown has changed them too much to be found. */
function placePairs(
  pairs: readonly FoundPair[],
  place: Place,
  end: number,
  reading: Reading,
): { pairs: Pair[]; start: number } {
  const base = place.start.offset
  const source = reading.text.slice(base, Math.min(place.end.offset, end))
  const same = (others: readonly FoundPair[]) =>
    others.length === pairs.length &&
    others.every(({ key, value }, i) => key === pairs[i]?.key && value === pairs[i]?.value)
  let close = source.lastIndexOf('}')
  for (let tries = 0; close >= 0 && tries < 8; tries++) {
    const open = source.lastIndexOf('{', close)
    const found = open >= 0 && close - open <= 2 * reach ? readPairs(source.slice(open + 1, close)) : null
    if (found && same(found)) {
      const at = ([from, to]: readonly [number, number]) =>
        reading.placeAt(base + open + 1 + from, base + open + 1 + to)
      const placed = found.map(({ key, value, keyAt, valueAt }) => ({
        key,
        value,
        keyPlace: at(keyAt),
        valuePlace: at(valueAt),
      }))
      return { pairs: placed, start: base + open }
    }
    close = open <= 0 ? -1 : source.lastIndexOf('}', open - 1)
  }
  return { pairs: pairs.map(({ key, value }) => ({ key, value, keyPlace: place, valuePlace: place })), start: end }
}
