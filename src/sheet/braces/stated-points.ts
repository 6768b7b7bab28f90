/** Points as teachers write them into a question: "(5 pts)", "[2 marks]", "(3 Punkte)", "/5". They are printed as points, so the words go. */
import type { RichBlock, Run } from '../../text/rich.js'
import { mergeRuns, rawText, sliceRuns, trimRuns } from '../markdown/runs.js'
import { opensBracket } from '../words/may-answer.js'
import { pointsUnit } from '../words/points-words.js'
import type { Pair } from './braces.js'
import { overrideKeys } from './override-keys.js'

const amount = '(\\d{1,3}(?:[.,]\\d)?½?|½)'
const inBrackets = `[([](?:[Tt]otal:? |[Ww]orth )?${amount}[  -]?${pointsUnit}[)\\]]`
const reach = 80

/** At the end: in brackets, or, behind a whole sentence or a rule to write on, "5 pts" and "/5". */
const atEnd = new RegExp(
  `(?:(?:^|\\s|(?<=[.?!:_]))${inBrackets}\\.?|(?<=[.?!:)_…])\\s*(?:[–—-]\\s*)?(?:[([]?\\s?/\\s?(\\d{1,3})(?:[  ]?${pointsUnit})?[)\\]]?|(?:\\s)${amount} ${pointsUnit}|\\((\\d{1,2})\\s?p\\.?\\)))\\s*$`,
  'u',
)
/** Points may stand at the end: a number is near it, and a bracket, a unit or "/5" ends the text. Asked first, since the expression above takes long to make. */
const mayEndInPoints = (text: string): boolean => {
  const end = text.trimEnd()
  return /[\d½][\s-]{0,2}[A-Za-z]{0,9}\.?[)\]]?\.?$/.test(end) && /(?:[)\]A-Za-z]\.?|\/\s?\d{1,3})$/.test(end)
}
/** At the start, in brackets only: "(5 pts) Why?" */
const atStart = new RegExp(`^\\s*${inBrackets}[:.]?\\s+(?=\\S)`, 'u')

/** Blocks without the points that they state, and these as braces would say them; null without any. */
export interface StatedPoints {
  blocks: RichBlock[]
  pair: Pair | null
}

/**
 * Takes the points off the end or the start of a paragraph: `Why? (5 pts)` → "Why?", points=5. They stay where two paragraphs state some and where
 * no question may have so many; words that are nothing else stay too, and count.
 */
export function takeStatedPoints(blocks: readonly RichBlock[]): StatedPoints {
  const found = blocks.flatMap((block, at) => {
    const points = block.type === 'paragraph' ? pointsIn(block.runs) : null
    return points ? [{ block, at, points }] : []
  })
  const [only] = found
  if (!only || found.length > 1) return { blocks: [...blocks], pair: null }
  const { block, at, points } = only
  const { place } = block
  const pair = { key: 'points', value: points.value, keyPlace: place, valuePlace: place }
  const rest = points.runs.length === 0 ? [] : [{ ...block, runs: points.runs } as RichBlock]
  if (rest.length === 0 && blocks.length === 1) return { blocks: [...blocks], pair }
  return { blocks: blocks.toSpliced(at, 1, ...rest), pair }
}

/** What a paragraph of a part states, without taking it: "Why? (2 marks)" → 2. Null without. */
export function statedPoints(blocks: readonly RichBlock[]): number | null {
  const { pair } = takeStatedPoints(blocks)
  return pair === null ? null : overrideKeys.points.read(pair.value)
}

function pointsIn(runs: readonly Run[]): { value: string; runs: Run[] } | null {
  const raw = rawText(runs)
  const from = Math.max(0, raw.length - reach)
  const end = mayEndInPoints(raw.slice(from)) ? atEnd.exec(raw.slice(from)) : null
  const start = end || !opensBracket(raw) ? null : atStart.exec(raw.slice(0, reach))
  const match = end ?? start
  const value = (match?.slice(1).find((group) => group !== undefined) ?? '').replace(',', '.')
  if (!match || overrideKeys.points.read(value) === null) return null
  if (!end) return { value, runs: trimRuns(sliceRuns(runs, match[0].length)) }
  const kept = trimRuns(sliceRuns(runs, 0, from + end.index))
  const last = kept.at(-1)
  // "Name it (3 marks).": the stop ends the sentence before the bracket.
  const open = last !== undefined && /\.\s*$/.test(end[0]) && !/[.?!:…_]["'”’»)]*$/.test(last.text)
  return { value, runs: open ? mergeRuns([...kept, { text: '.' }]) : kept }
}
