/** Words that are set off in one way behind most questions of a day: there they are answers, and not a note to one task. They stay printed, and are told. */
import type { Place } from '../../diagnostics.js'
import { LetterPattern } from '../../text/latin.js'
import type { RichBlock, Run } from '../../text/rich.js'
import { excerpt } from '../markdown/excerpt.js'
import type { Reading } from '../markdown/reading.js'
import { rawText, sliceRuns, trimRuns } from '../markdown/runs.js'
import type { Day } from '../model.js'
import { hasOutrightMark, isDirective } from '../questions/asks.js'
import { arrowSource } from '../words/answer-signs.js'
import { asksOfGiven, belongsToSheet, isWish, opensAnswer, tellsHow, urges } from '../words/tail-words.js'
import { longest, masked } from './answer-tails.js'
import { mayAnswer, placeOf } from './printed-answers.js'

/** How words are set off behind what asks. */
type Form = 'arrow' | 'bracket' | 'dash' | 'tab' | 'emphasis' | 'strong' | 'strike' | 'code' | 'quote' | 'bullet'

/** `likely`: nothing in the words says that they are a note to the task. */
interface Tail {
  form: Form
  words: string
  likely: boolean
  place: Place
}

/**
 * Reports what is set off behind questions that have no answer, where at least two questions of a day, and two thirds of them, have it in one form; so with
 * four of a sheet, and half of them.
 * ```md
 * 1. Name the capital of France. (Paris)         told, as the two below
 * 2. Name the capital of Peru. (Lima)
 * 3. Name the capital of Chad. (one word: N'Djamena)
 *
 * 1. Name the capital of France. (not Lyon)      one of three: a note to the task
 * 2. Why is it the largest city?
 * 3. Which river runs through it?
 * ```
 */
export function reportSharedTails(days: readonly Day[], reading: Reading): void {
  const found = days.map(({ questions }) =>
    questions.map(({ prompt, parts, answer }) =>
      answer === null && parts.length === 0 ? tailOf(prompt, reading) : null,
    ),
  )
  const all = found.flat()
  if (all.filter((tail) => tail?.likely).length < 2) return
  const told = new Set(
    reading.log.messages.flatMap(({ code, place }) => (code === 'answer-printed' && place ? [place.start.line] : [])),
  )
  const ofSheet = sharedForms(all, 4, 1 / 2)
  for (const tails of found) {
    const shared = new Set([...ofSheet, ...sharedForms(tails, 2, 2 / 3)])
    for (const tail of tails) if (tail && shared.has(tail.form)) report(tail, told, reading)
  }
}

/** The forms that `least` tails of as many questions have, and such a share of them. */
function sharedForms(tails: readonly (Tail | null)[], least: number, share: number): Form[] {
  const counts = new Map<Form, { likely: number; doubtful: number }>()
  for (const tail of tails) {
    if (!tail) continue
    const count = counts.get(tail.form) ?? { likely: 0, doubtful: 0 }
    count[tail.likely ? 'likely' : 'doubtful']++
    counts.set(tail.form, count)
  }
  // What is doubtful speaks neither for nor against.
  return [...counts].flatMap(([form, { likely, doubtful }]) =>
    likely >= least && likely >= (tails.length - doubtful) * share ? [form] : [],
  )
}

function report({ words, place }: Tail, told: ReadonlySet<number>, reading: Reading): void {
  const exact = placeOf(words, place, reading)
  if (!told.has(exact.start.line)) reading.log.report('answer-printed', exact, { answer: excerpt(words, 60) })
}

/** What is set off at the end of a prompt, or alone below it, and may answer it; null for none. */
function tailOf(prompt: readonly RichBlock[], reading: Reading): Tail | null {
  const [asked, below, ...more] = prompt
  if (asked?.type !== 'paragraph' || more.length > 0) return null
  const text = masked(asked.runs)
  if (text.length > longest) return null
  if (below) return endsOutright(text) ? judged(text, belowOf(below)) : null
  if (!stopInside.test(text)) return arrowed(text, asked.place)
  const cut = signEnd(text) ?? styledEnd(asked.runs) ?? bracketEnd(text) ?? tabEnd(text, asked.place, reading)
  if (!cut) return null
  const words = rawText(trimRuns(sliceRuns(asked.runs, cut.from)))
  return judged(text.slice(0, cut.end).trimEnd(), { form: cut.form, words, place: asked.place })
}

const arrowInside = new LetterPattern(`^([^.!?…؟？:]{2,200}?)\\s+${arrowSource}\\s+(?=\\S)`)
const anyArrow = new LetterPattern(arrowSource)
/** Most lines have nothing that could be an arrow. */
const mayPoint = /[-=]>|[\u2190-\u2bff\ud83e]/

/** Words behind the only arrow of a line that has no stop: "Capital of France → Paris". Formulas and sums have signs and digits. */
function arrowed(text: string, place: Place): Tail | null {
  const [whole = '', asking = ''] = (mayPoint.test(text) ? arrowInside.exec(text) : null) ?? []
  const words = text.slice(whole.length).trim()
  if (whole === '' || anyArrow.test(words) || /[\d+=]/.test(text) || asksOfGiven(asking)) return null
  return letter.test(words) && mayAnswer(words, asking) ? { form: 'arrow', words, place, likely: true } : null
}

/** The end of a sentence with words behind it. */
const stopInside = /[.!?…؟？]["'”’»)\]]*\s+\S/

const outright = /[.!?…؟？]["'”’»)\]]*$/

/** True for words that end as a sentence, and ask: "Define osmosis.", "Who was it?" */
const endsOutright = (text: string): boolean => {
  const words = text.trim()
  return outright.test(words) && (hasOutrightMark(words) || isDirective(words))
}

type SetOff = Pick<Tail, 'form' | 'words' | 'place'>

/** What is longer is a text that the question is about. */
const longestTail = 200
const letter = new LetterPattern(String.raw`\p{L}`)
/** In code, words and not a line of a program. */
const prose = new LetterPattern(String.raw`^[\p{L}\p{N}][\p{L}\p{N}\s,.;:'\u2019%-]*$`)
/** Words with quotation marks, or with their author: "… — Ann Lee". */
const quotation = new LetterPattern(String.raw`["\u201c-\u201e\xab\xbb]|[\u2013\u2014]\s*\p{Lu}`)

function judged(asking: string, tail: SetOff | null): Tail | null {
  if (!tail || !endsOutright(asking) || asksOfGiven(asking)) return null
  const words = tail.words.replace(/\s+/g, ' ').trim()
  const bare = words.replace(/^[([–—-]+\s*|[)\]]\.?$/g, '')
  if (!letter.test(bare) || bare.length > longestTail || !mayAnswer(bare, asking)) return null
  if ((tail.form === 'code' && !prose.test(bare)) || (tail.form === 'quote' && quotation.test(bare))) return null
  if (tellsHow(bare) || belongsToSheet(bare)) return null
  return { ...tail, words, likely: opensAnswer(bare) || !(isWish(bare) || urges(bare)) }
}

/** A quote of one paragraph, or a list of one item. */
function belowOf(block: RichBlock): SetOff | null {
  const [inner, ...more] = block.type === 'quote' ? block.blocks : block.type === 'list' ? (block.items[0] ?? []) : []
  const alone = block.type === 'quote' || (block.type === 'list' && !block.marker && block.items.length === 1)
  if (!alone || inner?.type !== 'paragraph' || more.length > 0) return null
  return { form: block.type === 'quote' ? 'quote' : 'bullet', words: rawText(inner.runs), place: block.place }
}

const styles = ['strike', 'code', 'strong', 'emphasis'] as const

/** Where runs of one style begin that go on to the end; null where all are of it. */
function styledEnd(runs: readonly Run[]): { form: Form; end: number; from: number } | null {
  for (const style of styles) {
    const plain = runs.findLastIndex((run) => run[style] !== true && run.text.trim() !== '')
    if (plain < 0 || plain === runs.length - 1) continue
    const end = rawText(runs.slice(0, plain + 1)).length
    if (runs.slice(plain + 1).some((run) => run[style])) return { form: style, end, from: end }
  }
  return null
}

/** Where the bracket opens that closes at the end. */
function bracketEnd(text: string): { form: Form; end: number; from: number } | null {
  const close = /[)\]]\.?\s*$/.exec(text)?.index ?? -1
  let depth = 0
  for (let at = close; at > 0; at--) {
    const letter = text[at] ?? ''
    if (')]'.includes(letter)) depth++
    else if ('(['.includes(letter) && --depth === 0) return { form: 'bracket', end: at, from: at }
  }
  return null
}

const signs = /(?<=[.!?…؟？]["'”’»)\]]*)\s+(?:[–—=]|-{1,2})\s+(?=\S)/

/** Where a dash or "=" parts words from the sentence before it. */
function signEnd(text: string): { form: Form; end: number; from: number } | null {
  const found = signs.exec(text)
  return found && { form: 'dash', end: found.index, from: found.index + found[0].length }
}

const tab = /[.!?…؟？]["'”’»)\]]* *\t\s*(?=\S)/

/** The same for a tab, which only the source has: a line of two cells. */
function tabEnd(
  text: string,
  { start, end }: Place,
  reading: Reading,
): { form: Form; end: number; from: number } | null {
  const source = reading.text.slice(start.offset, end.offset)
  const found = source.includes('\t') ? tab.exec(source) : null
  if (!found) return null
  const from = text.lastIndexOf(source.slice(found.index + found[0].length).slice(0, 12))
  return from > 0 ? { form: 'tab', end: from, from } : null
}
