/** Prompts with two sides: "when is it wise, and when is it reckless?", "one for … and one for …", "pros and cons". */

import { Caseless, holds, once } from '../../text/caseless.js'
import type { Task } from '../model.js'
import { sentenceCase, thirdPerson } from './task-words.js'

/** Finds the two sides that a prompt sets against each other, as labels for two boxes; null when there are none. */
export function inferSides(prompt: string): Task | null {
  return whenAndWhen(prompt) ?? oneForEach(prompt) ?? opposites(prompt)
}

const sides = (labels: [string, string], cue: string): Task => ({
  by: 'inferred',
  kind: 'sides',
  labels,
  reason: `"${cue}" sets two sides against each other`,
})

const auxiliary = 'is|are|was|were|does|do|did|should|would|can|could|will|must|may'
const twoWhens = holds('and when ', 'but when ', 'or when ')
const whens = new Caseless(
  `\\bwhen (${auxiliary}) ([^?.!]{1,160}?),? (?:and|but|or)${once} when (?:(not)|(${auxiliary}) ([^?.!]{1,160}?))(?:[?.!]|$)`,
  'i',
  twoWhens,
)

/** "When does a feature store help, and when is it unnecessary?" → "When it helps" / "When it is unnecessary". */
function whenAndWhen(prompt: string): Task | null {
  const match = whens.exec(prompt)
  if (!match) return elided(prompt)
  const [, first = '', clause = '', not, second = '', otherClause = ''] = match
  if (not) return sides([statement(first, clause), 'When not'], 'when … and when not')
  const denial = /^(?:(it|they|you|we|one) )?not$/i.exec(otherClause)
  if (denial) {
    const subject = denial[1] ?? subjectOf(first)
    const aux = second.toLowerCase()
    return sides([statement(first, clause), `When ${subject} ${aux} not`], 'when … and when … not')
  }
  const bothAre = isCopula(first) && isCopula(second) && pronoun.test(otherClause)
  if (!bothAre) return sides([statement(first, clause), statement(second, otherClause)], 'when … and when …')
  const predicate = otherClause.replace(pronoun, '').split(' ')
  const same = clause.split(' ').slice(-predicate.length)
  return sides([`When ${same.join(' ')}`, `When ${predicate.join(' ')}`], 'when … and when …')
}

/** "When is a retry wise, and when reckless?": what is not said again is the same. */
const elidedWhens = new Caseless(
  String.raw`\bwhen (?:is|are|was|were) ([^?.!]{1,160}?),? (?:and|but|or) when (?!(?:to|not|the|an?|it|they|you|we|one|he|she|this|that|these|those|does|do|did|in|on|at)\b)([\p{L}-]{2,30}(?: [\p{L}-]{2,30})?)(?:[?.!]|$)`,
  'iu',
  twoWhens,
)

function elided(prompt: string): Task | null {
  const [, clause = '', predicate] = elidedWhens.exec(prompt) ?? []
  if (predicate === undefined) return null
  const same = clause.split(' ').slice(-predicate.split(' ').length)
  return sides([`When ${same.join(' ')}`, `When ${predicate}`], 'when … and when …')
}

const pronoun = /^(it|they|you|we|one|he|she|this|that|these|those) /i
const determiner = /^(?:one|this|that|these|those)$/i
/** An object ends the clause: "beat thinking", "save requests", "own it". A verb with such an end is merely not repeated. */
const noVerb = /^(?:it|them|you|us|him|her|me|this|that|these|those)$|(?:ing|ion|ment|ness|ity|[^su]s)$/i
const isCopula = (word: string) => /^(?:is|are|was|were)$/i.test(word)

/** A when-question turned into a statement: "does", "a feature store help" → "When it helps". */
function statement(aux: string, clause: string): string {
  const auxWord = aux.toLowerCase()
  const subject = pronoun.exec(clause)?.[1]
  // "one retry" has a subject, "one person own it" has the beginning of one.
  if (subject && (!determiner.test(subject) || clause.split(' ').length === 2)) {
    const rest = clause.slice(subject.length + 1)
    if (auxWord === 'do' || auxWord === 'did') return `When ${subject} ${rest}`
    return auxWord === 'does' ? `When ${subject} ${thirdPerson(rest)}` : `When ${subject} ${auxWord} ${rest}`
  }
  const words = clause.split(' ')
  const verb = words.at(-1) ?? ''
  // The subject's end is unknown in English word order; only a short clause is taken to end in its verb.
  if (words.length > 5 || noVerb.test(verb)) return `When ${subjectOf(aux)} ${auxWord}`
  if (isCopula(aux)) return `When ${verb}`
  if (auxWord === 'does') return `When it ${thirdPerson(verb)}`
  return auxWord === 'do' ? `When they ${verb}` : `When: ${clause}`
}

/** "does" → "it", "are" → "they": who stands before the verb when the subject is not known. */
const subjectOf = (aux: string) => (/^(?:do|are|were)$/i.test(aux) ? 'they' : 'it')

const ones = new Caseless(
  /\bone\b[^?.!]{0,200}? for ([^?.!]{1,80}?),? and (?:one|another|a second)(?: one)? for ([^?.!]{1,80}?)(?:[?.!]|$)/i,
  'i',
  holds('and one ', 'and another ', 'and a second '),
)

function oneForEach(prompt: string): Task | null {
  const match = ones.exec(prompt)
  if (!match) return null
  return sides([`For ${match[1]}`, `For ${match[2]}`], 'one for … and one for …')
}

const pairs = new Caseless(
  /\b(pros and cons|advantages and disadvantages|strengths and weaknesses|benefits and (?:drawbacks|risks|costs)|upsides and downsides|(?:arguments?|reasons) for and against|dos and don['’]ts|costs and benefits)\b/i,
  'i',
  holds(
    'pros and',
    'advantages and',
    'strengths and',
    'benefits and',
    'upsides and',
    'for and',
    'dos and',
    'costs and',
  ),
)

function opposites(prompt: string): Task | null {
  const cue = pairs.exec(prompt)?.[1]
  if (!cue) return null
  const [left = '', right = ''] = cue.replace(/^(?:arguments?|reasons) /i, '').split(/ and /i)
  return sides([sentenceCase(left.toLowerCase()), sentenceCase(right.toLowerCase())], cue)
}
