/** Answers without a label that stand behind the question mark: those beyond doubt are taken, those that may be none are told. */

import type { Place } from '../../diagnostics.js'
import { Caseless } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import type { RichBlock, Run } from '../../text/rich.js'
import { excerpt } from '../markdown/excerpt.js'
import type { Reading } from '../markdown/reading.js'
import { rawText, sliceRuns, trimRuns } from '../markdown/runs.js'
import { endsAsking, hasOutrightMark, isDirective, opensInLanguage, opensWithVerb } from '../questions/asks.js'
import { inferChoice } from '../tasks/task-choose.js'
import { hasWords } from '../words/answer-words.js'
import { hasFiniteVerb, isWish, opensAnswer } from '../words/tail-words.js'

type ParagraphBlock = Extract<RichBlock, { type: 'paragraph' }>

/** Blocks without the answer behind their question mark, and the answer; [] for none. */
export interface Tailed {
  blocks: RichBlock[]
  answer: RichBlock[]
}

/** Longer paragraphs are read as they stand. */
const longest = 2000

const arrow = '(?:→|⇒|⟶|⟹|➔|➜|➝|➞|➡\\ufe0f?|-{1,2}>|={1,2}>)'
const sign = `(?:${arrow}|=(?![=>])|:{2,3}(?!:|\\s*(?:\\{|$))|:=:?|[✓✔✅☑]\\ufe0f?)`
const asked = `(?:[?？؟\\u037e]["'”’»)\\]*_]*|(?<=[?？؟][^?？؟]{0,200}[.)\\]]))`
/** "Why? → so", "Why? = so", "Why? (→ so)", "Why? See a.md §1. → so". */
const signed = new RegExp(`${asked}\\s*[([]?\\s*${sign}\\s*(?=\\S)`, 'u')
const arrowed = new RegExp(`[.!)\\]]["'”’»)*]*\\s+${arrow}\\s*(?=\\S)`, 'u')
const first = new RegExp(`^\\s*${sign}\\s*(?=\\S)`, 'u')
/** "Queue :: a line". Of a type, `f :: Int -> Int`, nothing is answered. */
const card = /^(?=\S)[^:]{1,300}?(\s:{2,3}\s+)(?=\S)/u

const cites = new Caseless(
  String.raw`^[([]?\s*(?:(?:see|cf|siehe|vgl|voir|véase|vedi|ver|zie|см|sec(?:t|tion)?|ch(?:ap|apter)?|pp?|page|kap|kapitel|s|read|source|quelle)(?![\p{L}\p{N}])[.:]?|§|https?:|["“„«\x60]?(?:[\p{L}\p{N}_/ -]|\.(?!\s)){1,80}\.(?:md|markdown|txt|pdf|html?)(?![\p{L}\p{N}]))`,
)

/**
 * Takes the answer that a sign sets off from what asks: `Why? → so`, `Why? :: so`, `Why? = so`, or a line `→ so` below it. `above` stands before the
 * blocks. A sign before a source, a task or a wish ("→ See a.md §1", "→ two sentences") sets off no answer.
 */
export function takeTail(blocks: readonly RichBlock[], above: readonly RichBlock[] = []): Tailed {
  for (const [i, block] of blocks.entries()) {
    if (block.type !== 'paragraph') continue
    const cut = cutOf(block, blocks[i - 1] ?? above.at(-1))
    if (!cut) continue
    const kept = trimRuns(sliceRuns(block.runs, 0, cut.end))
    const answer = trimRuns(withoutClose(sliceRuns(block.runs, cut.from), cut.bracketed))
    const asking = kept.length > 0 ? [{ ...block, runs: kept }] : []
    return { blocks: blocks.toSpliced(i, 1, ...asking), answer: [{ ...block, runs: answer }] }
  }
  return { blocks: [...blocks], answer: [] }
}

function cutOf(block: ParagraphBlock, above: RichBlock | undefined) {
  const text = masked(block.runs)
  if (text.length > longest) return null
  const below = above?.type === 'paragraph' && endsAsking(rawText(above.runs).slice(-longest).trim())
  const found = (below ? first.exec(text) : null) ?? signed.exec(text) ?? afterTask(text) ?? cardOf(text)
  if (!found) return null
  const from = found.index + found[0].length
  const said = rawText(block.runs).slice(from).trim()
  if (!hasWords(said) || hasOutrightMark(said) || cites.test(said)) return null
  if (isDirective(said) || opensInLanguage(said) || isWish(firstSentence(said))) return null
  const lead = found[0].search(/\s*(?:[([]\s*)?(?:→|⇒|⟶|⟹|[➔-➡]|[-=]{1,2}>|=|:{2,3}|[✓✔✅☑])/u)
  return { end: found.index + Math.max(0, lead), from, bracketed: /[([]\s*\S{1,4}\s*$/u.test(found[0]) }
}

/** "Define osmosis. → so": behind a task that ends. */
function afterTask(text: string): RegExpExecArray | null {
  const found = arrowed.exec(text)
  return found && isDirective(text.slice(0, found.index + 1)) ? found : null
}

function cardOf(text: string): { index: number; 0: string } | null {
  const found = card.exec(text)
  const [whole = '', colons = ''] = found ?? []
  const asking = whole.slice(0, whole.length - colons.length)
  if (!found || isDirective(asking) || new RegExp(arrow, 'u').test(text.slice(whole.length))) return null
  return { index: asking.length, 0: colons }
}

/** The words of runs, each letter of code and of formulas as "c": no sign in them is the author's own. */
const masked = (runs: readonly Run[]): string =>
  runs.map(({ text, code, math }) => (code || math ? 'c'.repeat(text.length) : text)).join('')

function withoutClose(runs: Run[], bracketed: boolean): Run[] {
  const text = rawText(runs)
  const close = bracketed ? (/[)\]]\s*\.?\s*$/.exec(text)?.index ?? text.length) : text.length
  return sliceRuns(runs, 0, close)
}

/** The first sentence, without a bracket at the end, "(2 points)", behind other words. */
const firstSentence = (words: string) =>
  (/^.{1,300}?[.!](?=\s|$)/su.exec(words)?.[0] ?? words.slice(0, 300)).replace(
    /(?<=\S)\s*[([][^()[\]]{1,40}[)\]]\s*$/,
    '',
  )

/** Behind a question mark, or a blank and the end of its sentence. */
const lastAsked = /(?:[?？؟\u037e]|_{3,}\s*[.!])["'”’»)\]*]*\s+(?=\S)(?!.*(?:[?？؟\u037e](?:["'”’»)\]*\s]|$)|_{3,}))/su

/**
 * Reports words behind a question mark, or alone below it, that look like its answer and stay printed: `Why? Because …`, `Who? **Ann**`, `What is it? (a
 * stack)`. What tells how to answer, a task, a further question, and context in whole sentences are the author's own.
 */
export function reportTail(blocks: readonly RichBlock[], reading: Reading): void {
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1]
    const below = before?.type === 'paragraph' && endsAsking(rawText(before.runs).slice(-longest).trim())
    const runs = runsOf(block, below)
    if (!runs || rawText(runs).length > longest) continue
    const text = masked(runs)
    const at = block.type === 'paragraph' ? lastAsked.exec(text) : null
    const from = at ? at.index + at[0].length : below ? 0 : taskEnd(text)
    const tail = trimRuns(sliceRuns(runs, Math.max(0, from)))
    if (from < 0 || !looksAnswering(text.slice(0, from), tail)) continue
    // Behind a task, and in a quote, much may stand that only belongs to it.
    const sure = opensAnswer(rawText(tail)) || (block.type !== 'quote' && tail.every(({ strong }) => strong))
    if ((block.type === 'quote' || (!at && !below)) && !sure) continue
    const answer = rawText(runs).slice(from).trim()
    // A line that opens or closes a box.
    if (/^:{3,}/.test(answer)) continue
    reading.log.report('answer-printed', placeOf(answer, block.place, reading), { answer: excerpt(answer, 60) })
    return
  }
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

/** Where the words behind a task begin: "Define osmosis. **So**" → 16; -1 for no task, or nothing behind it. */
function taskEnd(text: string): number {
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
const asksWhichPlace =
  /\b(?:which|what|name the|cite the|welche[rsnm]?|quel(?:le)?s?)\s(?:\p{L}+\s){0,2}(?:case|authority|decision|judg[e]?ment|precedent|verse|line|page|act|scene|stanza|vers|zeile|akt|szene|strophe|arrêt|acte|scène)s?(?!\p{L})/iu

function looksAnswering(before: string, tail: readonly Run[]): boolean {
  const words = rawText(tail).replace(/\s+/g, ' ')
  if (words.length > 400 || !hasWords(words) || hasOutrightMark(words) || cites.test(words)) return false
  if (tail.every(({ code, math, text }) => code || math || text.trim() === '')) return /\\boxed\b/.test(words)
  const sentences = words.replace(/^[([*_–—-]\s*/, '').split(/(?<=[.!])\s+/)
  if (about.test(words) && !asksWhichPlace.test(before)) return false
  // "Is water wet? Yes / No" offers both.
  if (words.length < 40 && inferChoice(words) !== null) return false
  if (sentences.some((each) => isDirective(each) || opensInLanguage(each) || opensWithVerb(each))) return false
  if (opensAnswer(words) || letterLabel.test(words)) return true
  if (isWish(words) || /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u.test(words)) return false
  if (/_{3,}|\.{4,}|…|[:;,]$/.test(words)) return false
  const bare = words.replace(/^[([]|[)\]]\.?$|\.$/g, '')
  if (!/\p{L}/u.test(bare)) return isNumberAsked(before, words)
  const count = bare.split(/\s+/).length
  const styled = tail.every(({ strong, emphasis, strike, text }) => strong || emphasis || strike || text.trim() === '')
  if (/^[–—-]\s/.test(words)) return count <= 12
  if (/^[([]/.test(words)) return count <= 6 && /[)\]]\.?$/.test(words)
  if (styled) return count <= 12
  return count <= 6 && sentences.length === 1 && !hasFiniteVerb(words)
}

/** "How many? 42", "When was it? (1945)"; "(3)" is what the question is worth. */
function isNumberAsked(before: string, words: string): boolean {
  const opening =
    /(?:^|[.!?:]\s+)(?:(?:in|at|on|by|from|since|to|for|im|am|en|dans|à|em) )?(?:when|how (?:many|much|long|old|far|big)|what|which|wann|wie viele?|quand|combien|cuándo|cuánt[oa]s?|quando|quant[ioe]|welche[mnrs]?|quel(?:le)?s?|qué|quale?)(?!\p{L})[^.!]*$/iu
  if (!/\d/.test(words) || !opening.test(before)) return false
  return /^[([]/.test(words) ? /\d{3}/.test(words) : true
}

/** Where the words stand, as far as the source has them as they are. */
function placeOf(words: string, place: Place, reading: Reading): Place {
  const start = words.slice(0, 20)
  const at = reading.text.slice(place.start.offset, place.end.offset).lastIndexOf(start)
  return at < 0 ? place : reading.placeAt(place.start.offset + at, place.end.offset)
}
