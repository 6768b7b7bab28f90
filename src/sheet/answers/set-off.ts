/** What an arrow or a tick sets off: an answer, unless it can be nothing but a source, a task, a question, or words about how to answer. */

import { Caseless } from '../../text/caseless.js'
import { endsAsking, hasOutrightMark, isDirective, isInstruction, opensInLanguage } from '../questions/asks.js'
import { hasWords } from '../words/answer-words.js'
import { advises, asksForAmount, asksForThing, tellsHow } from '../words/tail-words.js'

const source = new Caseless(
  String.raw`^[([]?\s*(?:(?:see|cf|siehe|vgl|voir|véase|vedi|ver|zie|см|sec(?:t|tion)?|ch(?:ap|apter)?|pp?|page|kap|kapitel|s|read|source|quelle)(?![\p{L}\p{N}])[.:]?|§|https?:|["“„«\x60]?(?:[\p{L}\p{N}_/ -]|\.(?!\s)){1,80}\.(?:md|markdown|txt|pdf|html?)(?![\p{L}\p{N}]))`,
)

/** True for words that lead to a source: "See a.md §1", "p. 12". */
export const cites = (words: string): boolean => source.test(words)

/**
 * True for what is an answer behind a mark. `asking` are the words before the mark.
 * ```md
 * What is syntax?
 * → word order            an answer, whatever its words may mean elsewhere
 * → See a.md §1.          a source
 * → Draw it.              a task
 * → two sentences         how long it is to be; below "How long is a proverb?" an answer
 * ```
 */
export const isSetOff = (said: string, asking: string): boolean =>
  hasWords(said) && !asks(said) && !cites(said) && !isTask(said) && !(isManner(said) && !asksForAmount(asking))

/** True also for what may be one: "→ describe a noun" is a task in its words, and not written as one; "→ two lines" may be what a haiku is. */
export const mayBeSetOff = (said: string, asking: string): boolean =>
  isSetOff(said, asking) ||
  (!asks(said) && isTask(said) && !/^\p{Lu}|[.!]\s*$/u.test(said.trim())) ||
  (isManner(said) && asksForThing(asking))

const asks = (said: string): boolean => endsAsking(said) || hasOutrightMark(firstSentence(said))

const isTask = (said: string): boolean => isDirective(said) || opensInLanguage(said) || advises(said)

const isManner = (said: string): boolean => isInstruction(said) || tellsHow(firstSentence(said))

/** The first sentence, without a bracket at the end, "(2 points)", behind other words. */
export const firstSentence = (words: string): string =>
  (/^.{1,300}?[.!?](?=\s|$)/su.exec(words)?.[0] ?? words.slice(0, 300)).replace(
    /(?<=\S)\s*[([][^()[\]]{1,40}[)\]]\s*$/,
    '',
  )
