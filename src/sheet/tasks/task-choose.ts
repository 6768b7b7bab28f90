/** "True or false: …": prompts that offer two words to choose from, and the word that an author chose behind one. */

import { Caseless, holds } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import type { Task } from '../model.js'

/** Pairs of words that judge a statement, by language, as they are printed to tick. */
const judging: readonly (readonly [source: string, offer: readonly [string, string]])[] = [
  ['true (?:or|\\/) ?false|true ?\\/ ?false|t ?(?:\\/|or ) ?f|is (?:it|this) true or false', ['True', 'False']],
  ['richtig oder falsch|wahr oder falsch|richtig ?\\/ ?falsch', ['Richtig', 'Falsch']],
  ['vrai ou faux|vrai ?\\/ ?faux', ['Vrai', 'Faux']],
  ['verdadero o falso|verdadero ?\\/ ?falso', ['Verdadero', 'Falso']],
  ['vero o falso', ['Vero', 'Falso']],
  ['waar of niet waar', ['Waar', 'Niet waar']],
]
const deciding: typeof judging = [
  ['yes or no|yes ?\\/ ?no', ['Yes', 'No']],
  ['ja oder nein|ja ?\\/ ?nein', ['Ja', 'Nein']],
  ['oui ou non|oui ?\\/ ?non', ['Oui', 'Non']],
  ['sí o no|sí ?\\/ ?no', ['Sí', 'No']],
]
const formsOf = () =>
  [...judging, ...deciding].map(([source, offer]) => ({
    offer,
    opening: new RegExp(`^\\W{0,3}(?:${source})\\b\\s*(?:[?:.)\\]—–-]|$)`, 'i'),
    closing: new RegExp(`(?:[([](?:${source})[)\\]]|[.?!:—–-]\\s*(?:${source})\\s*[?.]?)\\s*$`, 'i'),
  }))
let forms: ReturnType<typeof formsOf> | null = null

/** Words of ASCII letters that all openings begin with and all closings end in: few prompts do, and the forms are many. "sí" counts as "s", "t or f" as "t". */
const firstWords = new Set('true t tor is richtig wahr vrai verdadero vero waar yes ja oui s'.split(' '))
const lastWords = new Set('false orfalse f falsch faux falso waar no nein non'.split(' '))

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

const asksVerdict = [...[...judging, ...deciding].map(([source]) => source), 'verdadeiro ou falso'].join('|')
const verdictWord = [...[...judging, ...deciding].flatMap(([, offer]) => offer), 'verdadeiro', 't', 'f'].join('|')
const judged = new Caseless(`(?:^\\s*(?:${asksVerdict})(?!\\p{L})|(?<!\\p{L})(?:${asksVerdict})\\s*[?:)\\]]\\s*$)`)

/** True for a line that asks for a verdict: "True or false: …", "… True or false?" */
export const judgesAlready = (line: string): boolean => judged.test(line.slice(0, 1000))

/** In brackets, maybe with its reason, or bare behind a sentence: "(True)", "(False: it sinks)", ". True", "? ✓ True". */
const verdict = new Caseless(
  `(?:[([]\\s*(?:${verdictWord})(?:\\s*[,;:–—-][^()[\\]]*|\\s+(?:because|since|as|weil|parce|porque|perché|omdat)\\s[^()[\\]]*)?\\s*[)\\]]|` +
    `(?<=[.!?:…)\\]]["'”’)]?\\s)[✓✔✅→=]?\\s*(?:${verdictWord}))\\s*\\.?\\s*$`,
  'iu',
  // A line with a verdict asks for it.
  holds(
    ...['true', 't/', 't /', 't or', 'tor ', 'richtig', 'wahr', 'vrai', 'verdad', 'vero', 'waar'],
    ...['yes', 'ja', 'oui', 'sí'],
  ),
)

/**
 * The verdict behind a statement, "True or false: the sun is a star. (True)": where it starts, bracket and all, and where its words stand;
 * null without one.
 */
export function verdictIn(line: string): { start: number; from: number; to: number } | null {
  const match = line.length <= 1000 ? verdict.exec(line) : null
  if (!match || !judged.test(line.slice(0, match.index))) return null
  const [whole] = match
  const from = match.index + whole.search(/\p{L}/u)
  return { start: match.index, from, to: match.index + whole.replace(/[\s.)\]]+$/, '').length }
}

/** Pairs of which one is chosen in a line: those that judge, and "Yes / No". */
const chosenPairs: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'],
  ['t', 'f'],
  ['right', 'wrong'],
  ['yes', 'no'],
  ['richtig', 'falsch'],
  ['wahr', 'falsch'],
  ['ja', 'nein'],
  ['ja', 'nee'],
  ['vrai', 'faux'],
  ['v', 'f'],
  ['oui', 'non'],
  ['verdadero', 'falso'],
  ['verdadeiro', 'falso'],
  ['vero', 'falso'],
  ['s[íìi]m?', 'n[oã]o?'],
  ['waar', '(?:niet waar|onwaar)'],
  ['prawda', 'fałsz'],
  ['верно', 'неверно'],
  ['да', 'нет'],
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

/** What a verdict without an offer is one of. */
const offers: Readonly<Record<string, string>> = {
  T: 'T / F',
  F: 'T / F',
  true: 'True / False',
  false: 'True / False',
  richtig: 'Richtig / Falsch',
  falsch: 'Richtig / Falsch',
  vrai: 'Vrai / Faux',
  faux: 'Vrai / Faux',
  verdadero: 'Verdadero / Falso',
  vero: 'Vero / Falso',
}
const loneWord = 'T|F|True|False|TRUE|FALSE|Richtig|Falsch|Vrai|Faux|Verdadero|Vero'
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
