/**
 * What a prompt in German, French or Spanish asks: "Nenne drei Gründe" → list of 3, "Explique … en deux minutes" → say, 120 s.
 * Asked after English, whose words none of these cues is.
 */

import { Caseless, once } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import type { Task } from '../model.js'
import { type TaskCues, taskCues } from '../words/task-cues.js'
import { areTerms, type TermWords } from './compared-terms.js'
import { bracketedTime } from './numbers.js'
import { shows } from './task-why.js'
import { asksOnlyDifference, maxListCount, sentenceCase } from './task-words.js'

interface Patterns {
  /** Matches wherever any of the others does that begin a task. */
  any: Caseless
  draw: Caseless
  tell: Caseless
  say: Caseless
  aloud: Caseless
  time: Caseless
  list: Caseless
  /** "Nenne drei Gründe und zwei Folgen": what is asked for besides. */
  further: Caseless
  versus: Caseless
  /** The source of `versus`. */
  between: string
  asking: Caseless
  difference: Caseless[]
  terms: TermWords
  when: Caseless
  sides: { pattern: Caseless; labels: [string, string] }[]
  one: string[]
  numbers: string[]
}

const whole = (words: string) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`
const start = (words: string) => `^[¿¡"„«]?${once}(?:${words})(?![\\p{L}\\p{N}])`
/** Behind a word on what the task is for: "Auswendig: Rezitiere …". */
const startNamed = (words: string) => start(words).replace('^', `^(?:\\p{L}[^.?!:;]{1,40}: )?${once}`)
const term = '([^?.!,:;]{1,80}?)'

/** "Wann hilft er, und wann nicht?" → the cue of each side: "Wann hilft er", "wann nicht". */
const whenNot = ([when, and, not]: TaskCues['when']) =>
  new Caseless(`${whole(when)} ([^?.!]{2,160}?),? (?:${and}) ((?:${when}) (?:[^?.!,]{1,60} )?(?:${not}))[ ?.!]*$`)

function patternsOf(cues: TaskCues): Patterns {
  const number = `${cues.numbers}|\\d{1,3}`
  const list = `(?:${start(cues.list)}|[?.!:] [¿¡]?${once}(?:${cues.list})(?![\\p{L}\\p{N}]))`
  const between = ` (?:${cues.versus}) `
  const asking = new Caseless(start(cues.asking))
  const anywhere = [cues.when[0], ...cues.difference.map(([before]) => before), ...cues.sides.map(([cue]) => cue)]
  const first = firstWords([cues.draw, cues.tell, cues.say, cues.list, cues.versus, ...anywhere])
  return {
    any: new Caseless(
      `${startNamed(`${cues.draw}|${cues.tell}|${cues.say}`)}|[.;:!?—–,] ?${once}(?:${cues.draw})|${list}|${whole(anywhere.join('|'))}|${between}`,
      'iu',
      (small) => wordsOf(small).some((each) => first.has(each)),
    ),
    draw: new Caseless(`(?:${start(cues.draw)}|[.;:!?—–,] ?(?:${cues.draw})(?![\\p{L}\\p{N}]))`),
    tell: new Caseless(startNamed(cues.tell)),
    say: new Caseless(startNamed(cues.say)),
    aloud: new Caseless(whole(cues.aloud)),
    time: new Caseless(
      `${whole(cues.within)} (${cues.one}|${number}) (?:(${cues.minutes})|(${cues.seconds}))(?!\\p{L})`,
    ),
    list: new Caseless(`${list}(?: (?:${cues.between})){0,3} (${number}) (?!(?:${cues.units})(?!\\p{L}))\\p{L}`),
    further: new Caseless(` (?:${cues.when[1]}) (${cues.one}|${number}) (?!(?:${cues.units})(?!\\p{L}))\\p{L}`),
    versus: new Caseless(between),
    between,
    asking,
    difference: cues.difference.map(
      ([before, and]) => new Caseless(`${whole(before)} ${term} (?:${and}) ${term}(?:[?.!,:;—]|$)`),
    ),
    terms: termsOf(cues, asking),
    when: whenNot(cues.when),
    sides: cues.sides.map(([cue, left, right]) => ({ pattern: new Caseless(whole(cue)), labels: [left, right] })),
    one: cues.one.split('|'),
    numbers: cues.numbers.split('|'),
  }
}

function termsOf({ difference, linking }: TaskCues, asking: Caseless): TermWords {
  return {
    joining: new Set(difference.flatMap(([, and]) => and.split('|'))),
    linking: new Set(linking.split('|')),
    asks: (text) => asking.test(text),
  }
}

/** "nenne|nennen sie|unterschiede? zwischen" → "nenne", "nennen", "unterschied" and "unterschiede". */
function firstWords(alternatives: readonly string[]): Set<string> {
  const words = alternatives.flatMap((each) => each.split('|')).map((each) => each.split(/[ -]/, 1)[0] ?? '')
  return new Set(words.flatMap((each) => (each.endsWith('?') ? [each.slice(0, -1), each.slice(0, -2)] : [each])))
}

const word = new LetterPattern('\\p{L}+', 'g')
/** Each language asks for the words of one prompt. */
let last: { text: string; words: readonly string[] } = { text: '', words: [] }

function wordsOf(text: string): readonly string[] {
  if (last.text !== text) last = { text, words: text.match(word.for(text)) ?? [] }
  return last.words
}

const languages = Object.values(taskCues).map(patternsOf)

/** The task that a cue of one of the languages asks for; null without one. `prompt` is on one line. */
export function inferInLanguages(prompt: string): Task | null {
  for (const patterns of languages) {
    if (!patterns.any.test(prompt)) continue
    const task =
      draw(prompt, patterns) ??
      say(prompt, patterns) ??
      list(prompt, patterns) ??
      sides(prompt, patterns) ??
      compare(prompt, patterns)
    if (task) return task
  }
  return null
}

/** Does the text begin as a question does? "Warum A" is then no term of "Warum A vs. B?". */
export const asksInLanguages = (text: string): boolean => languages.some(({ asking }) => asking.test(text))

function draw(prompt: string, { draw: pattern }: Patterns): Task | null {
  const cue = trimmed(pattern.exec(prompt)?.[0])
  return cue ? { by: 'inferred', kind: 'draw', ...shows(prompt), reason: `"${cue}" asks for a drawing` } : null
}

function say(prompt: string, patterns: Patterns): Task | null {
  if (!patterns.tell.test(prompt) && !patterns.say.test(prompt)) return null
  const time = patterns.time.exec(prompt)
  const count = time ? countOf(time[1] ?? '', patterns) : null
  if (time && count !== null) {
    const seconds = count * (time[2] ? 60 : 1)
    return { by: 'inferred', kind: 'say', seconds, reason: `"${time[0]}" sets the length of a spoken answer` }
  }
  const cue = trimmed(patterns.say.exec(prompt)?.[0] ?? patterns.aloud.exec(prompt)?.[0])
  const behind = cue ? bracketedTime(prompt) : null
  if (behind) {
    const reason = `"${behind.words}" sets the length of a spoken answer`
    return { by: 'inferred', kind: 'say', seconds: behind.seconds, reason }
  }
  return cue ? { by: 'inferred', kind: 'say', seconds: null, reason: `"${cue}" asks for a spoken answer` } : null
}

function list(prompt: string, patterns: Patterns): Task | null {
  const match = patterns.list.exec(prompt)
  const count = match ? countOf(match[1] ?? '', patterns) : null
  if (!match || count === null || count < 2 || count > 50) return null
  const further = patterns.further.exec(/^[^.?!;:]{0,300}/.exec(prompt.slice(match.index + match[0].length))?.[0] ?? '')
  const all = count + (further ? (countOf(further[1] ?? '', patterns) ?? 0) : 0)
  const reason = `"${trimmed(match[0].slice(0, -2))}" asks for ${all} things`
  return { by: 'inferred', kind: 'list', count: Math.min(all, maxListCount), reason }
}

function sides(prompt: string, patterns: Patterns): Task | null {
  const when = patterns.when.exec(prompt)
  if (when) {
    const [all = '', , denial = ''] = when
    const asked = all.slice(0, all.search(/ /))
    const labels: [string, string] = [sentenceCase(asked.toLowerCase()), sentenceCase(denial.toLowerCase())]
    return {
      by: 'inferred',
      kind: 'sides',
      labels,
      reason: `"${asked.toLowerCase()} … ${denial.toLowerCase()}" sets two sides against each other`,
    }
  }
  for (const { pattern, labels } of patterns.sides) {
    const cue = pattern.exec(prompt)?.[0]
    if (cue) return { by: 'inferred', kind: 'sides', labels, reason: `"${cue}" sets two sides against each other` }
  }
  return null
}

function compare(prompt: string, patterns: Patterns): Task | null {
  for (const pattern of patterns.difference) {
    const [whole = '', left = '', right = ''] = pattern.exec(prompt) ?? []
    if (whole === '') continue
    return areTerms(left, right, patterns.terms) ? compared([left, right], null, whole.split(' ')[0] ?? '') : null
  }
  const mark = /\s+[—–-]+\s+|[:;]\s+|[?!.](?=\s+[\p{Lu}¿¡])/u.exec(prompt)
  const head = mark ? prompt.slice(0, mark.index) : prompt
  const cue = patterns.versus.exec(head)?.[0].trim()
  if (!cue || asksInLanguages(head)) return null
  const rest = mark ? stripEnd(prompt.slice(mark.index + mark[0].length)) : ''
  const aspect = rest === '' || asksOnlyDifference(rest) ? null : rest.charAt(0).toLowerCase() + rest.slice(1)
  return compared(stripEnd(head).split(new RegExp(patterns.between, 'giu')), aspect, cue)
}

/** Columns for terms of up to four words; longer ones are clauses of a sentence about something else. */
function compared(terms: readonly string[], aspect: string | null, cue: string): Task | null {
  const heads = terms.map((each) => sentenceCase(stripEnd(each)))
  if (heads.length < 2 || heads.length > 6 || heads.some((head) => head === '' || head.split(' ').length > 4))
    return null
  return { by: 'inferred', kind: 'compare', terms: heads, aspect, reason: `"${cue}" compares ${heads.join(', ')}` }
}

const stripEnd = (text: string) => text.trim().replace(/[?.!]{1,3}$/, '')
const trimmed = (text: string | undefined) => text?.replace(/^[^\p{L}]{1,3}/u, '')

/** "drei" → 3, "12" → 12. */
function countOf(text: string, { one, numbers }: Patterns): number | null {
  if (one.includes(text.toLowerCase())) return 1
  const word = numbers.indexOf(text.toLowerCase())
  if (word >= 0) return word + 2
  return /^\d{1,3}$/.test(text) && Number(text) > 0 ? Number(text) : null
}
