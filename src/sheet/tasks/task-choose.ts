/** "True or false: …": prompts that offer two words to choose from, and the word that an author chose behind one. */

import { Caseless } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import type { Task } from '../model.js'
import { bothLetters, bothWords, decidingPairs, judgingPairs, type VerdictPair } from '../words/verdict-words.js'

/** A pair as a prompt offers it: in words, "true or false", "true / false", or by letters, "T/F", which are printed as letters where several languages have them. */
interface Offering {
  pair: VerdictPair
  /** What a prompt says, as the source of a regular expression. */
  source: string
  offer: readonly [string, string]
  lettered: boolean
}

const offerings: readonly Offering[] = [...judgingPairs, ...decidingPairs].flatMap((pair): Offering[] => {
  const { yes, letters, offer } = pair
  if (!offer) return []
  const words = { pair, source: `(?:is (?:it|this) )?${bothWords(pair)}`, offer, lettered: false }
  const source = bothLetters(pair)
  if (!letters || source === null) return [words]
  const named: readonly [string, string] = yes === 'true' ? offer : [letters[0].toUpperCase(), letters[1].toUpperCase()]
  return [words, { pair, source, offer: named, lettered: true }]
})
const formsOf = () =>
  offerings.map(({ source, offer, lettered }) => ({
    offer,
    opening: new RegExp(`^\\W{0,3}(?:${source})\\b\\s*(?:[?:.)\\]—–-]|$)`, 'i'),
    // "… by the ratio: V/F" are signs of a formula.
    closing: new RegExp(
      `(?:[([](?:${source})[)\\]]${lettered && offer[0] !== 'True' ? '' : `|[.?!:—–-]\\s*(?:${source})\\s*[?.]?`})\\s*$`,
      'i',
    ),
  }))
let forms: ReturnType<typeof formsOf> | null = null

/** Words of ASCII letters that all openings begin with and all closings end in: few prompts do, and the forms are many. "sí" counts as "s". */
const firstWords = new Set(
  'true t is richtig r wahr w vrai v verdadero verdadera verdadeiro verdadeira vero vera cierto cierta c waar onwaar yes ja oui s'.split(
    ' ',
  ),
)
const lastWords = new Set('false f falsch faux falso falsa waar onwaar no nein non'.split(' '))

/** "True or false: DNS uses only UDP." and "DNS uses only UDP. (T/F)" → choose from True and False. */
export function inferChoice(prompt: string): Task | null {
  const first = /^\W{0,3}(\w+)/.exec(prompt)?.[1]?.toLowerCase() ?? ''
  const last = /(\w+)\s*[)\]?.]?\s*$/.exec(prompt.slice(-80))?.[1]?.toLowerCase() ?? ''
  if (!firstWords.has(first) && !lastWords.has(last)) return null
  forms ??= formsOf()
  for (const { offer, opening, closing } of forms) {
    const cue = opening.exec(prompt)?.[0] ?? closing.exec(prompt.slice(-80))?.[0]
    if (cue === undefined) continue
    const words = cue.replace(/^\W+|\W+$/g, '')
    return { by: 'inferred', kind: 'choose', offer: [...offer], reason: `"${words}" asks to choose` }
  }
  return null
}

/** What is asked at the beginning of a line, or at its end. */
const judgedBy = (sources: readonly string[]): Caseless =>
  new Caseless(
    `(?:^\\s*[¿¡]?\\s*(?:${sources.join('|')})(?!\\p{L})|(?<!\\p{L})(?:${sources.join('|')})\\s*[?:)\\]]\\s*$)`,
  )
const judged = judgedBy(offerings.map(({ source }) => source))

/** True for a line that asks for a verdict: "True or false: …", "… True or false?" */
export const judgesAlready = (line: string): boolean => judged.test(line.slice(0, 1000))

/** The verdict on one offer, in brackets, maybe with its reason, or bare behind a sentence: "(True)", "(False: it sinks)", ". True", "? ✓ True". */
function verdictOn({ source, pair: { yes, no, letters } }: Offering) {
  const word = [yes, no, ...(letters ?? [])].join('|')
  return {
    asked: judgedBy([source]),
    verdict: new Caseless(
      `(?:[([]\\s*(?:${word})(?:\\s*[,;:–—-][^()[\\]]*|\\s+(?:because|since|as|weil|parce|porque|perché|omdat)\\s[^()[\\]]*)?\\s*[)\\]]|` +
        `(?<=[.!?:…)\\]]["'”’)]?\\s)[✓✔✅→=]?\\s*(?:${word}))\\s*\\.?\\s*$`,
    ),
  }
}
let verdicts: ReturnType<typeof verdictOn>[] | null = null
/** A line with a verdict asks for it: how that begins, in words or letters. */
const mayAsk = (line: string): boolean =>
  /(?:^|[^a-z])(?:true|richtig|wahr|vrai|verdad\w{3,4}|ciert[oa]|ver[oa]|waar|yes|ja|oui|s\u00ed|[trwvc])(?: ?\/| (?:or|oder|ou|of?) )/i.test(
    line,
  )

/**
 * The verdict behind a statement, "True or false: the sun is a star. (True)", by a word or letter of the pair that it asks for: where it starts, bracket
 * and all, and where its words stand; null without one.
 */
export function verdictIn(line: string): { start: number; from: number; to: number } | null {
  if (line.length > 1000 || !mayAsk(line)) return null
  verdicts ??= offerings.map(verdictOn)
  for (const { asked, verdict } of verdicts) {
    const match = verdict.exec(line)
    if (!match || !asked.test(line.slice(0, match.index))) continue
    const [whole] = match
    const from = match.index + whole.search(/\p{L}/u)
    return { start: match.index, from, to: match.index + whole.replace(/[\s.)\]]+$/, '').length }
  }
  return null
}

/** Pairs of which one is chosen in a line; "C / **F**" are more often scales than verdicts. */
const chosenPairs = [
  ...[...judgingPairs, ...decidingPairs].map(({ yes, no }) => [yes, no] as const),
  ...[['t', 'f'] as const, ['v', 'f'] as const],
]
const pairBox = '(?:(\\[[ xX✓✔]?\\]|\\([ xX✓✔•*]?\\)|[☐□○◯⬜☑☒◉✅✓✔❌✗✘]\\ufe0f?)\\s*)?'
const pairTick = '(\\s*(?:[✓✔✅☑❌✗✘✖←]\\ufe0f?|\\(\\s*(?:correct|right|richtig|juste|correcto)\\s*\\)))?'
const pairForms = chosenPairs
  .flatMap(([yes, no]) => [
    [yes, no],
    [no, yes],
  ])
  .map(
    ([first, second]) =>
      new Caseless(
        `(?<![\\p{L}\\p{N}])${pairBox}(==)?(${first})(?:==)?${pairTick}(\\s*(?:[/|,;]|\\s(?:or|oder|ou|o|of|или|lub)\\s)?\\s*)${pairBox}(==)?(${second})(?:==)?${pairTick}(?![\\p{L}\\p{N}])`,
      ),
  )

const anyPair = new Caseless(
  `(?<![\\p{L}\\p{N}])(?:${[...new Set(chosenPairs.map(([yes]) => yes))].join('|')})(?![\\p{L}\\p{N}])`,
)

/** Where a word stands in a line, and how it is set there. */
type StyleAt = (stretch: { from: number; to: number }) => { marked: boolean; struck: boolean }

/** One of two words that a line offers, chosen: where the offer stands, the chosen word, and the offer without its marks. */
export interface OfferedVerdict {
  start: number
  end: number
  word: string
  /** "True / False"; '' where the line has asked for a verdict before. */
  offer: string
  /** What stands behind it says why. */
  reasoned: boolean
}

/** "The sun is a star. True / **False**", "☑ True ☐ False", "True ✓ / False", "**T** / F"; null where no word is marked, or both are. */
export function offeredVerdict(line: string, styleAt: StyleAt): OfferedVerdict | null {
  for (const form of anyPair.test(line) ? pairForms : []) {
    const match = form.exec(line)
    if (!match?.indices) continue
    const [whole, boxA, highA, wordA = '', tickA, between = '', boxB, highB, wordB = '', tickB] = match
    const boxed = boxA !== undefined || boxB !== undefined
    if (!boxed && tickA === undefined && between.trim() === '') continue
    const at = ([from, to]: readonly [number, number] = [0, 0]) => styleAt({ from, to })
    const a = { ...at(match.indices[3]), box: boxA, tick: tickA, high: highA !== undefined }
    const b = { ...at(match.indices[8]), box: boxB, tick: tickB, high: highB !== undefined }
    const chosen = chosenOf(a, b)
    if (chosen === null) continue
    const before = line.slice(0, match.index)
    const after = line.slice(match.index + whole.length)
    const byStyle = !boxed && tickA === undefined && tickB === undefined
    if (/^\s*[,/|;]\s*\p{L}/u.test(after) || (byStyle && !standsApart(before, after))) continue
    const asked = judged.test(before)
    const sep = between.trim() === '' ? ' / ' : between
    const reasoned =
      /\p{L}{3}/u.test(before) &&
      /^\s*(?:[–—:;(-]|,?\s*(?:because|since|as|weil|denn|parce|car|porque|perché|omdat)\s|\.\s+\S)/iu.test(after)
    return {
      start: match.index,
      end: match.index + whole.length,
      word: chosen === 'first' ? wordA : wordB,
      offer: asked ? '' : `${wordA}${sep}${wordB}${/^\s+\p{L}/u.test(after) && !reasoned ? '.' : ''}`,
      reasoned: reasoned && !/^\W*(?:see|cf|§)/i.test(after),
    }
  }
  return loneVerdict(line, styleAt)
}

/** What a verdict without an offer is one of. "Falso" is a word of three languages. */
const offers: Readonly<Record<string, string>> = {
  T: 'T / F',
  F: 'T / F',
  ...Object.fromEntries(
    judgingPairs.flatMap(({ offer }) => (offer ?? []).map((word) => [word.toLowerCase(), (offer ?? []).join(' / ')])),
  ),
  falso: '(V / F)',
}
const loneWord = 'T|F|True|False|TRUE|FALSE|Richtig|Wahr|Falsch|Vrai|Faux|Verdadero|Verdadeiro|Cierto|Vero|Falso'
const loneLast = new RegExp(
  `(?:(?<=[.!…]["'”’)]?)\\s+(?:[([]\\s*(${loneWord})\\s*[)\\]]|(${loneWord.slice(4)}))|\\s+[✓✔✅✗✘❌→–—]\\ufe0f?\\s*(${loneWord}))\\.?\\s*$`,
  'u',
)
const loneFirst = new LetterPattern(
  `^(?:[([_]{1,3}\\s*(${loneWord})\\s*[)\\]_]{1,3}|(${loneWord})\\s*[–—:]?)\\s+(?=\\p{Lu})`,
)

/** True for a line that may end in a verdict without an offer. */
export const mayEndInVerdict = (line: string): boolean => loneLast.test(line.slice(-60))

/** A verdict at an end of a statement that does not ask for one: "Ice floats. (T)", "Ice floats → True", "[F] Ice sinks.", "**T** Ice floats." */
function loneVerdict(line: string, styleAt: StyleAt): OfferedVerdict | null {
  const last = loneLast.exec(line)
  const first = last ? null : loneFirst.exec(line)
  const match = last ?? first
  const word = match?.slice(1).find((each) => each !== undefined)
  const offer = word === undefined ? undefined : (offers[word] ?? offers[word.toLowerCase()])
  if (!match || word === undefined || offer === undefined) return null
  const statement = last ? line.slice(0, last.index) : line.slice(match[0].length)
  if (/[?？:]/.test(statement) || statement.trim().split(/\s+/).length < 2 || (first && !/\.\s*$/.test(line)))
    return null
  // "Label A – F"
  if (last && /(?:^|[^\p{L}\p{N}])\p{Lu}$/u.test(statement) && /[–—]/.test(last[0])) return null
  const plain = first?.[2] !== undefined && !/[–—:]/.test(first[0])
  if (plain && !styleAt({ from: 0, to: word.length }).marked) return null
  const space = last ? (/[.!…]['"”’)]*$/.test(statement.trim()) ? ' ' : '. ') : ''
  return {
    start: match.index,
    end: match.index + match[0].length,
    word,
    offer: `${space}${offer}${last ? '' : ': '}`,
    reasoned: false,
  }
}

/** "Why is **true** or false not enough?" stresses; behind a sentence and before its end one of two words is chosen. */
const standsApart = (before: string, after: string): boolean =>
  /(?:^|[.?!:…–—(["'”’)])\s*$/u.test(before) && /^\s*(?:$|[.:;)\]–—(?!,]|because|since|see\b|§)/iu.test(after)

interface Offered {
  marked: boolean
  struck: boolean
  box: string | undefined
  tick: string | undefined
  high: boolean
}

function chosenOf(a: Offered, b: Offered): 'first' | 'second' | null {
  const says = ({ marked, struck, box, tick, high }: Offered): boolean | null => {
    if (struck || /[❌✗✘✖]/.test(`${box ?? ''}${tick ?? ''}`)) return false
    return marked || high || tick !== undefined || (box !== undefined && /[xX✓✔•*☑☒◉✅]/u.test(box)) ? true : null
  }
  const [first, second] = [says(a), says(b)]
  if (first === second) return null
  return first === true || second === false ? 'first' : 'second'
}
