/** Prompts that compare: "A vs B — …", "A, B, and C — what does each …", "the difference between A and B". */
import { Caseless, holds } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import type { Task } from '../model.js'
import { areTerms, type TermWords } from './compared-terms.js'
import { asksInLanguages } from './task-languages.js'
import { asksOnlyDifference, sentenceCase, thirdPerson } from './task-words.js'

const maxTerms = 6
const maxTermWords = 6

/** Finds the things compared, as heads of columns, and the asked aspect, as head of the row; null when nothing is compared. */
export function inferCompare(prompt: string): Task | null {
  const [head, rest] = splitHead(prompt)
  return versus(head, rest) ?? series(head, rest) ?? slashed(prompt) ?? difference(prompt)
}

const comparing = new Caseless(
  String.raw`^(?:please )?(compare(?: and contrast)?|contrast|distinguish(?: between)?|vergleichen? sie|vergleiche|comparez|compar[ae])\s*[:：—–-]?\s+([^?.!:;]{1,300}?)[?.!]{0,3}$`,
  'iu',
  holds('compar', 'contrast', 'distinguish', 'vergleiche'),
)

/** "Compare: mitosis / meiosis", "Compare TCP/UDP", "Compare: TCP, UDP and QUIC". */
function slashed(prompt: string): Task | null {
  const match = comparing.exec(prompt)
  if (!match) return null
  const [whole, verb = '', named = ''] = match
  const { words, aspect } = withoutManner(named)
  const terms = words.split(/\s*\/\s*/)
  if (terms.length > 1)
    return terms.some((term) => /\s(?:and|with|to|from) /i.test(term)) ? null : compare(terms, aspect, verb)
  return /^[^:：—–]{1,40}[:：—–]/.test(whole) ? compare(words.split(/,? (?:and|und|et|y) |, /), aspect, verb) : null
}

// For `(?=)`, see `once` in `text/caseless.ts`.
const manner =
  /\s*(?:[,(]\s*(?:at least|giving|give|name|naming|use|using|list|in|with|state|briefly|as|both|\d|two|three|four|five|six)(?=)(?:\s[^()]{0,80})?\)?|\s(?:in|by|with|giving|using|under|at least|on)\s(?:at least |the )?(?=)(?:\d{1,2}|one|two|three|four|five|six|a table|a few|several|your own)(?:\s[^()]{0,60})?)$/i
const inTermsOf =
  /\s(?:in terms of|with (?:respect|regard) to|regarding|with reference to|as to)\s(?:their |the )?([^()?.!]{2,60})$/i

/** "eukaryotes (at least five points)", "eukaryotes in terms of size": the thing compared, and in what. How much to write is no part of it. */
function withoutManner(term: string): { words: string; aspect: string | null } {
  const plain = stripEnd(term).replace(manner, '')
  const aspect = inTermsOf.exec(plain)
  return aspect ? { words: plain.slice(0, aspect.index), aspect: aspect[1] ?? null } : { words: plain, aspect: null }
}

const headEnd = new LetterPattern(String.raw`\s+[—–-]+\s+|[:;]\s+|(?<!\bvs?)[?!.](?=\s+\p{Lu})`)

/** "vLLM vs TGI — when would you choose each?" → ["vLLM vs TGI", "when would you choose each"]. */
function splitHead(prompt: string): [string, string] {
  const mark = headEnd.exec(prompt)
  if (!mark) return [stripEnd(prompt), '']
  return [prompt.slice(0, mark.index), stripEnd(prompt.slice(mark.index + mark[0].length))]
}

const stripEnd = (text: string) => text.trim().replace(/[?.!]{1,3}$/, '')

const asking =
  /^(?:why|how|what|when|where|which|who|is|are|was|were|does|do|did|can|could|would|should|will|explain|describe|name|list|give|state|say|tell|draw|plot|graph|calculate|find|define|identify|outline|summari[sz]e|justify|show|write|use)\b/i
const lead =
  /^(?:compare(?: and contrast)?|contrast|weigh|distinguish|discuss|debate|assess|evaluate|consider|in your own words,|from memory,)\s+/i

const anyBetween = / (?:versus|vs\.?|v\.) /i
/** "v" alone is a sign of physics as well: between names, and between two words, it stands for "versus". */
const betweenNames = new LetterPattern(
  String.raw`^(?:\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3} v (?:\p{Lu}[\p{L}'’.-]+(?: |$)){1,4}|\p{L}{3,40} v \p{L}{3,40})$`,
)

function versus(head: string, rest: string): Task | null {
  const words = head.replace(lead, '')
  const between = anyBetween.test(words) ? anyBetween : words.includes(' v ') && betweenNames.exec(words) ? / v / : null
  if (!between) return null
  if (asking.test(words) || asksInLanguages(words)) return null
  const [last = '', ...others] = words.split(between).reverse()
  const named = withoutManner(last)
  return compare(
    [...others.reverse(), named.words],
    aspectOf(rest) ?? named.aspect,
    /\bv(?:ersus|s)?\b/i.exec(words)?.[0] ?? 'versus',
  )
}

/** "Static, dynamic, and continuous batching" with "each" in the question; the shared noun goes to every term. */
function series(head: string, rest: string): Task | null {
  const cue = rest === '' ? null : /\b(each|differ|difference|differences|compare)\b/i.exec(rest)?.[0]
  if (!cue || asking.test(head)) return null
  const terms = head.replace(lead, '').split(/,? (?:and|or) |, /)
  return compare(shareNoun(terms), aspectOf(rest), cue)
}

const capitalised = new LetterPattern(String.raw`^\p{Lu}?[\p{Ll}-]+$`)
const small = new LetterPattern(String.raw`^[\p{Ll}-]+$`)

/** ["Static", "dynamic", "continuous batching"] → every term ends in "batching"; names with capitals share nothing. */
function shareNoun(terms: readonly string[]): readonly string[] {
  const words = terms.at(-1)?.split(' ') ?? []
  const noun = words.at(-1) ?? ''
  const others = terms.slice(0, -1)
  const shares =
    words.length === 2 &&
    words.join('') === words.join('').toLowerCase() &&
    others.every((term, i) => !term.includes(' ') && (i === 0 ? capitalised : small).test(term))
  return shares ? [...others.map((term) => `${term} ${noun}`), terms.at(-1) ?? ''] : terms
}

const differences = [
  new Caseless(
    /\bdifferences? between ([^?.!,]{1,80}?) and ([^?.!,]{1,80}?)(?:[?.!,]|$)/i,
    'i',
    holds('difference between ', 'differences between '),
  ),
  new Caseless(
    /^(?:compare(?: and contrast)?|contrast|distinguish(?: between)?) ([^?.!,]{1,80}?) (?:and|with|to|from) ([^?.!,]{1,80}?)(?:[?.!,]|$)/i,
    'i',
    holds('compare ', 'contrast ', 'distinguish '),
  ),
]
/** Its two sides are told apart, whatever they hold. */
const differing = new Caseless(
  /^how (?:does|do|is|are) ([^?.!,]{1,80}?) (?:differ|different) from ([^?.!,]{1,80}?)(?:[?.!,]|$)/i,
  'i',
  holds(' differ'),
)
const english: TermWords = {
  joining: new Set(['and', 'with']),
  linking: new Set('of in on at by for from between during under as about into within through against over'.split(' ')),
  asks: (text) => asking.test(text),
}

function difference(prompt: string): Task | null {
  for (const pattern of [differing, ...differences]) {
    const match = pattern.exec(prompt)
    if (!match) continue
    const cue = /differences? between|different|differ|compare|contrast|distinguish/i.exec(match[0])?.[0] ?? ''
    const left = match[1] ?? ''
    const { words: right, aspect } = withoutManner(match[2] ?? '')
    if (pattern === differing || areTerms(left, right, english)) return compare([left, right], aspect, cue)
    const shared = aspect === null ? inBoth(left, right) : null
    return shared && compare([shared.left, right], shared.aspect, cue)
  }
  return null
}

/** What is asked of two things at once, if it stands before the first of them. */
const aspects =
  'structures?|functions?|roles?|purposes?|uses?|causes?|effects?|impacts?|consequences|results?|size|shape|cost|price|speed|strengths?|weaknesses|' +
  'advantages|disadvantages|benefits|risks|properties|features|characteristics|ways?|methods?|stages|steps|themes?|presentation|portrayal|treatment|' +
  'depiction|language|tone|mood|style|form|settings?|climates?|populations?|economy|economies|governments?|cultures?|behaviou?r|reactions?|locations?'
const aspectOfBoth = new Caseless(
  `^(?:the )?((?:${aspects})(?: [a-z' -]{1,40})?|(?:how|where|when|why) [a-z' -]{1,60}) (?:of|in|by|for|on|at) (\\S.*)$`,
  'i',
)
const isName = new LetterPattern(
  String.raw`^(?:the )?(?:["\u201c'\u2018]?\p{Lu}[^\s]*)(?: ["\u201c'\u2018]?\p{Lu}[^\s]*){0,3}$`,
)

/** "the structure of DNA" and "RNA", "how power is shown in Ozymandias" and "London": what is asked of both, and the first. A clause that may go on behind the second is none. */
function inBoth(left: string, right: string): { left: string; aspect: string } | null {
  const [, aspect = '', first = ''] = aspectOfBoth.exec(left) ?? []
  if (first === '' || asking.test(right) || !areTerms(first, right, english) || !areTerms(right, first, english))
    return null
  if (
    /^(?:its?|their|his|her|this|that)\b/i.test(right) ||
    (asking.test(aspect) && !(isName.test(first) && isName.test(right)))
  )
    return null
  return { left: first, aspect }
}

/** "Compare it with potassium": what "it" is, another sentence says. */
const pronoun = /^(?:it|its|this|that|these|those|they|them|he|she|him|her|one|each|both|the (?:two|other|others))$/i

function compare(terms: readonly string[], aspect: string | null, cue: string): Task | null {
  const heads = terms.map((term) => sentenceCase(stripEnd(term)))
  const fit = heads.every((head) => head !== '' && !pronoun.test(head) && head.split(' ').length <= maxTermWords)
  if (!fit || heads.length < 2 || heads.length > maxTerms) return null
  return { by: 'inferred', kind: 'compare', terms: heads, aspect, reason: `"${cue}" compares ${heads.join(', ')}` }
}

const nounOfEach = new LetterPattern(String.raw`^what (?:is|are) (?:the )?([\p{L} -]{1,60}) of each(?: one| of them)?$`)
const verbOfEach = new LetterPattern(
  String.raw`^((?:what|which|where|when|how)(?: [^?.!]{1,60}?)?) does each(?: one| of them)? ([\p{L}-]+)(.*)$`,
)

/** The question as it heads a row: "when would you choose each" → "when to choose", "what does each catch" → "what it catches", "what is the risk of each" → "risk". */
function aspectOf(rest: string): string | null {
  if (rest === '' || asksOnlyDifference(rest)) return null
  const question = rest.charAt(0).toLowerCase() + rest.slice(1)
  const noun = nounOfEach.exec(question)
  if (noun?.[1]) return noun[1]
  const choice =
    /^(when|how|where) (?:would|should|do|can|could) you (.+?)(?: each(?: one| of them)?| them| it)?$/.exec(question)
  if (choice) return `${choice[1]} to ${choice[2]}`
  const each = verbOfEach.exec(question)
  if (each) return `${each[1]} it ${thirdPerson(each[2] ?? '')}${each[3] ?? ''}`
  return question
}
