/** Words that look like answers and stay printed, since they may be none: they are told. */

import type { Place } from '../../diagnostics.js'
import { Caseless } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import type { RichBlock, Run } from '../../text/rich.js'
import { excerpt } from '../markdown/excerpt.js'
import type { Reading } from '../markdown/reading.js'
import { rawText, sliceRuns, trimRuns } from '../markdown/runs.js'
import {
  endsAsking,
  hasOutrightMark,
  isDirective,
  isInstruction,
  opensInLanguage,
  opensWithVerb,
} from '../questions/asks.js'
import { inferChoice } from '../tasks/task-choose.js'
import { markLength } from '../words/answer-signs.js'
import { hasWords } from '../words/answer-words.js'
import {
  asksForThing,
  asksOfBelow,
  asksOfGiven,
  asksToDefine,
  belongsToSheet,
  hasFiniteVerb,
  isNamed,
  isWish,
  opensAnswer,
  tellsHow,
  urges,
} from '../words/tail-words.js'
import { longest, masked } from './answer-tails.js'
import { cites, mayBeSetOff } from './set-off.js'

/** Behind a question mark, or a blank and the end of its sentence. */
const lastAsked = /(?:[?？؟\u037e]|_{3,}\s*[.!])["'”’»)\]*]*\s+(?=\S)(?!.*(?:[?？؟\u037e](?:["'”’»)\]*\s]|$)|_{3,}))/su

/**
 * Reports words behind a question mark, or alone below it, that look like its answer and stay printed: `Why? Because …`, `Who? **Ann**`, `What is it? (a
 * stack)`. What tells how to answer, a task, a further question, and context in whole sentences are the author's own; below what asks, in lines of
 * their own that end the question, whole sentences may be its answer too.
 */
export function reportTail(blocks: readonly RichBlock[], reading: Reading): void {
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1]
    const below = before?.type === 'paragraph' && endsAsking(rawText(before.runs).slice(-longest).trim())
    const under = below || (before?.type === 'paragraph' && asksSomewhere(rawText(before.runs)))
    const runs = runsOf(block, below)
    if (!runs || rawText(runs).length > longest) continue
    const text = masked(runs)
    const at = block.type === 'paragraph' ? lastAsked.exec(text) : null
    const from = at ? at.index + at[0].length : under ? 0 : taskEnd(text)
    if (from < 0) continue
    if (at && reportLetter(text.slice(from), block.place, reading)) return
    const tail = trimRuns(sliceRuns(runs, from))
    const answer = rawText(runs).slice(from).trim()
    const place = placeOf(answer, block.place, reading)
    const asking = (at || !under ? '' : textOf(before)) + text.slice(0, from)
    const isLast = block.type !== 'quote' && blocks.slice(i + 1).every(isStated) && !asksOfBelow(asking)
    const apart = isLast && (at || !under ? opensLine(place, reading) : true)
    if (!looksAnswering(asking, tail, apart)) continue
    // Behind a task, and in a quote, much may stand that only belongs to it.
    const sure =
      opensAnswer(rawText(tail)) ||
      (block.type !== 'quote' && isPlain(asking, tail, reading.text[place.start.offset - 1] === '\t'))
    if ((block.type === 'quote' || (!at && !below)) && !sure && !apart) continue
    // A line that opens or closes a box.
    if (/^:{3,}/.test(answer)) continue
    reading.log.report('answer-printed', place, { answer: excerpt(answer, 60) })
    return
  }
}

/** "A walnut  B pea  C plum  [A]": options without marks, and the letter of one of them. */
const bareOptions = /(?:^|\s)A\s+\S.*\sB\s+\S.*?([([][A-H][)\]])\s*\.?$/s

function reportLetter(tail: string, place: Place, reading: Reading): boolean {
  const words = tail.trim()
  const letter = words.length <= 400 && /[)\]]\.?$/.test(words) ? bareOptions.exec(words)?.[1] : undefined
  if (letter !== undefined) reading.log.report('answer-printed', placeOf(letter, place, reading), { answer: letter })
  return letter !== undefined
}

/** True for words that hardly belong to the task before them: struck through, in bold type, with the letter of an answer, behind "=" or a tab, and a definition that is set off. */
function isPlain(asking: string, tail: readonly Run[], tabbed: boolean): boolean {
  const words = rawText(tail)
  if (tail.every(({ strike }) => strike) || letterLabel.test(words) || equals.test(words) || tabbed) return true
  if (asksOfGiven(asking.trim()) || urges(words)) return false
  if (tail.every(({ strong }) => strong)) return true
  if (!asksToDefine(asking)) return false
  const setOff = tail.every(({ emphasis }) => emphasis) || /^[([–—-]/.test(words)
  return markLength(words) > 0 || isNamed(words) || (setOff && words.trim().split(/\s+/).length >= 4)
}

const textOf = (block: RichBlock | undefined): string => (block?.type === 'paragraph' ? rawText(block.runs) : '')

/** "Why? See a.md §1.", "Define osmosis." */
const asksSomewhere = (text: string): boolean => {
  const words = text.slice(0, longest).trim()
  return hasOutrightMark(words) || isDirective(words)
}

/** True for what may stand behind an answer and belong to it: a paragraph that asks nothing, and a picture. */
const isStated = (block: RichBlock): boolean =>
  block.type === 'picture' || (block.type === 'paragraph' && !asksSomewhere(rawText(block.runs)))

/** Authors who wrap their lines do so about here. */
const wrapsAt = 72

/** True for words that open a line by their author's will: the line above had room for the first of them. */
function opensLine({ start }: Place, reading: Reading): boolean {
  const lineStart = reading.text.lastIndexOf('\n', start.offset - 1) + 1
  if (lineStart === 0 || /[^\s>*_~]/.test(reading.text.slice(lineStart, start.offset))) return false
  const above = reading.text.slice(reading.text.lastIndexOf('\n', lineStart - 2) + 1, lineStart).trimEnd()
  const [word = ''] = /^\S*/.exec(reading.text.slice(start.offset, start.offset + wrapsAt)) ?? []
  return above.length + 1 + word.length < wrapsAt
}

/** "3 × 4 = 12". */
const sum = new LetterPattern(String.raw`^[\d\s.,+\-−–×x*·:/÷()^²³]{3,80}=\s*(-?\d[\d.,]{0,20}\s?[\p{L}%°€$£]{0,4})$`)

/**
 * Reports the word that a statement sets off, when a blank could stand for it: `The capital is **Paris**.`, `The capital is {Paris}.`, and the result of
 * "3 × 4 = 12". A statement with a blank, a task and a question are the author's own.
 */
export function reportStatement(blocks: readonly RichBlock[], reading: Reading): void {
  const [only, ...more] = blocks
  if (only?.type !== 'paragraph' || more.length > 0) return
  const text = rawText(only.runs)
  if (text.length > 400 || /_{3,}|\.{4,}|…/.test(text)) return
  const answer = (text.includes('=') ? sum.exec(text.trim())?.[1] : undefined) ?? setOff(only.runs, text)
  if (answer !== undefined)
    reading.log.report('answer-printed', placeOf(answer, only.place, reading), { answer: excerpt(answer, 60) })
}

function setOff(runs: readonly Run[], text: string): string | undefined {
  if (!/[.!]\s*$/.test(text) || hasOutrightMark(text) || opensWithVerb(text) || opensInLanguage(text)) return undefined
  const braced = text.includes('{') ? /(?<=\s)\{([\p{L}\d][^{}=|]{0,40})\}/u.exec(text)?.[1] : undefined
  const marked = runs.filter(({ strong, strike, code }) => (strong || strike) && !code)
  const words = marked.length === 1 && marked[0] !== runs[0] ? marked[0]?.text.trim() : undefined
  return braced ?? (words !== undefined && words.split(/\s+/).length <= 4 ? words : undefined)
}

/** "Define osmosis → so", "Define osmosis (so …)": where a definition may begin without a stop before it. */
const unstopped = /^[^.!?:(→⇒]{3,80}?\s(?=\(|(?:[→⇒]|[-=]>)\s(?!.*(?:[→⇒]|[-=]>)))/

/** Where the words behind a task begin: "Define osmosis. **So**" → 16; -1 for no task, or nothing behind it. */
function taskEnd(text: string): number {
  const defined = /^\s*(?:please )?d[eé]f/i.test(text) ? (unstopped.exec(text)?.[0].length ?? -1) : -1
  if (defined > 0 && asksToDefine(text)) return defined
  const end = /^[^.!?]{3,300}[.!]\s+(?=\S)/u.exec(text)?.[0].length ?? -1
  return end > 0 && isDirective(text.slice(0, end).trim()) ? end : -1
}

/** A paragraph, or the only bullet below one that asks. */
function runsOf(block: RichBlock, below: boolean): Run[] | null {
  if (block.type === 'paragraph') return block.runs
  const [quoted, ...others] = block.type === 'quote' ? block.blocks : []
  if (below && quoted?.type === 'paragraph' && others.length === 0) return quoted.runs
  const [only, ...more] =
    block.type === 'list' && !block.marker && block.items.length === 1 ? (block.items[0] ?? []) : []
  return below && only?.type === 'paragraph' && more.length === 0 ? only.runs : null
}

/** "R: so" (réponse, respuesta), "S: so", "A. so", "(Answer so)", "The answer is so.", "Definition: so", "… so". */
const letterLabel = new Caseless(
  String.raw`^(?:[RSL]\s?[:：]\s|A[.)]\s|[([](?:answer|solution|antwort|lösung|réponse|respuesta)\s+(?!\p{L}+ly\b|(?:in|all|both|each|any|one|with|on|the|as|using|from|by|and|only)\b)|(?:the )?(?:correct |right )?(?:answer|solution)s? (?:is|are) |die (?:richtige )?antwort (?:ist|lautet) |la (?:bonne )?réponse est |la respuesta (?:correcta )?es |(?:gist|tl;?dr|in short|reasons?|definition|def\.?|meaning|translation|facts?|définition|sens|traduction|definición|significado|traducción|bedeutung|übersetzung|grund)\s?[:：]\s(?!\s*(?:_{2,}|\.{3,}|…))|(?:…|\.{3})\s*\p{L})`,
)

/** "(Balfour v Balfour)", "(R v Brown [1994])", "(V. 1112 ff.)", "(Act 2, scene 1)": the case or the lines that a question is about. */
const about = new Caseless(
  String.raw`^[([](?:(?:\p{L}[\p{L}\p{N}.,&'’ -]{0,60}) v\.? \p{L}[^()]{0,60}|(?:vv?|vs|vers(?:es?)?|zz?|zeilen?|ll?|lines?|ss|pp|act|scene|akt|szene|stanza|strophe|book|buch|canto|bd)[. ]\s?(?:\d|[ivxl]+(?!\p{L}))[^()]{0,30})[)\]]\.?$`,
)
const asksWhichPlace = new Caseless(
  String.raw`\b(?:which|what|name the|cite the|welche[rsnm]?|quel(?:le)?s?)\s(?:\p{L}+\s){0,2}(?:case|authority|decision|judg[e]?ment|precedent|verse|line|page|act|scene|stanza|vers|zeile|akt|szene|strophe|arrêt|acte|scène)s?(?!\p{L})`,
)

/** False for words that cannot answer what stands before them: a source, a question, a task, "Yes / No", the case that the question is about. */
export function mayAnswer(words: string, before: string): boolean {
  if (words.length > 400 || !hasWords(words) || cites(words) || hasOutrightMark(words)) return false
  if (about.test(words) && !asksWhichPlace.test(before)) return false
  // "Is water wet? Yes / No" offers both.
  if (words.length < 40 && inferChoice(words) !== null) return false
  return !sentencesOf(words).some((each) => isDirective(each) || opensInLanguage(each) || opensWithVerb(each))
}

const sentencesOf = (words: string): string[] => words.replace(/^[([*_–—-]\s*/, '').split(/(?<=[.!])\s+/)

/** "= so" behind what asks. */
const equals = /^=\s+(?=\S)/

/** `apart`: the tail is all that stands in the last lines of its question. */
function looksAnswering(before: string, tail: readonly Run[], apart: boolean): boolean {
  const words = rawText(tail).replace(/\s+/g, ' ')
  const mark = markLength(masked(tail)) || (equals.exec(words)?.[0].length ?? 0)
  if (mark > 0) return words.length <= 400 && !cites(words) && mayBeSetOff(words.slice(mark), before)
  if (tail.every(({ code, math, text }) => code || math || text.trim() === ''))
    return /\\boxed\b|^\s*\\(?:to|implies|therefore|(?:[Ll]ong)?[Rr]ightarrow)\b/.test(words)
  if (!mayAnswer(words, before)) return false
  if (opensAnswer(words) || letterLabel.test(words)) return true
  if ((apart || tail.every(({ strong }) => strong)) && isStatement(words)) return true
  if (
    (isWish(words) && !((asksForThing(before) || asksToDefine(before)) && isNamed(words))) ||
    /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u.test(words)
  )
    return false
  if (/_{3,}|\.{4,}|…|[:;,]$/.test(words)) return false
  const bare = words.replace(/^[([]|[)\]]\.?$|\.$/g, '')
  if (!/\p{L}/u.test(bare)) return isNumberAsked(before, words)
  const count = bare.split(/\s+/).length
  const styled = tail.every(({ strong, emphasis, strike, text }) => strong || emphasis || strike || text.trim() === '')
  if (/^[–—-]\s/.test(words)) return count <= 12
  if (/^[([]/.test(words)) return count <= 6 && /[)\]]\.?$/.test(words)
  if (styled) return count <= 12
  return count <= 6 && sentencesOf(words).length === 1 && !hasFiniteVerb(words)
}

/** True for words in no brackets that say something, and are not about the sheet or how to answer. */
function isStatement(tail: string): boolean {
  const words = tail.replace(/^(?:[▸►▶➢➤•·◦‣⁃»👉–—-]\ufe0f?\s*)+/u, '')
  return (
    /^[\p{L}\p{N}]/u.test(words) &&
    /\p{L}/u.test(words) &&
    !/_{3,}|\.{4,}|…|[:;,]$|^[^:：]{1,40}[:：]\s/.test(words) &&
    !isInstruction(words) &&
    !belongsToSheet(words) &&
    !tellsHow(words)
  )
}

/** "How many? 42", "When was it? (1945)"; "(3)" is what the question is worth. */
function isNumberAsked(before: string, words: string): boolean {
  if (!/\d/.test(words) || !asksForThing(before)) return false
  return /^[([]/.test(words) ? /\d{3}/.test(words) : true
}

/** Where the words stand, as far as the source has them as they are. */
export function placeOf(words: string, place: Place, reading: Reading): Place {
  const start = words.slice(0, 20)
  const at = reading.text.slice(place.start.offset, place.end.offset).lastIndexOf(start)
  return at < 0 ? place : reading.placeAt(place.start.offset + at, place.end.offset)
}
