/**
 * What a question asks a learner to do, inferred from its words. Asked in this order, first answer wins:
 *
 * | kind    | cue                                                        | sample                                              |
 * | ------- | ---------------------------------------------------------- | --------------------------------------------------- |
 * | choose  | true or false; options below the prompt, or in it           | True or false: DNS uses only UDP.                   |
 * | draw    | draw, sketch, diagram                                      | Draw the lifecycle from memory.                     |
 * | say     | say, recite, tell your partner; explain … in two minutes   | Explain the factory analogy in two minutes.         |
 * | list    | which four …, name two …, list the … (of nobody knows how many) | Which four things must be versioned together?   |
 * | sides   | when …, and when …; one for … and one for …; pros and cons | When is retraining wise, and when is it reckless?   |
 * | compare | A vs B; A, B, and C — … each …; difference between A and B | vLLM vs TGI vs Triton — when would you choose each? |
 * | explain | anything else                                              | Why is a notebook win not a production win?         |
 *
 * Cues are English, and in `task-languages.ts` German, French and Spanish. Any other language gets "explain", which serves every question,
 * and its author's `{kind=…}`; "A vs. B" works in all.
 */

import { Caseless, holds, once } from '../../text/caseless.js'
import { Recent } from '../../text/recent.js'
import type { Task } from '../model.js'
import { bracketedTime, holdsNumber, numberPattern, readNumber } from './numbers.js'
import { inferChoice } from './task-choose.js'
import { inferCompare } from './task-compare.js'
import { inferInLanguages } from './task-languages.js'
import { inferMarking } from './task-mark.js'
import { inferSides } from './task-sides.js'
import { asks, shows } from './task-why.js'
import { maxListCount, openListCount } from './task-words.js'

/** Longer prompts are read this far; a cue stands in the first sentences. */
const reach = 1000

/** Infers the task from the plain words of a prompt, without its citation: "Which four things …?" → list of 4. */
export function inferTask(promptPlain: string): Task {
  const prompt = promptPlain.slice(0, reach).replace(/\s+/g, ' ').trim()
  const known = tasks.get(prompt)
  if (known) return copyOf(known)
  const task = taskIn(prompt)
  tasks.keep(prompt, task)
  return copyOf(task)
}

/** Of prompts: a watch asks the same of each question again. */
const tasks = new Recent<Task>(200_000)

function copyOf(task: Task): Task {
  switch (task.kind) {
    case 'choose':
      return { ...task, offer: [...task.offer] }
    case 'compare':
      return { ...task, terms: [...task.terms] }
    case 'sides':
      return { ...task, labels: [...task.labels] }
    default:
      return { ...task }
  }
}

function taskIn(prompt: string): Task {
  return (
    inferChoice(prompt) ??
    inferMarking(prompt) ??
    inferDraw(prompt) ??
    inferSay(prompt) ??
    inferList(prompt) ??
    inferSides(prompt) ??
    inferCompare(prompt) ??
    inferInLanguages(prompt) ??
    explain(prompt)
  )
}

const clauseStart = `(?:^|[.;:!?—–,] ?|\\b(?:then|and|please|or) )${once}`
const draw = new Caseless(
  `${clauseStart}(draw|sketch|diagram|doodle)\\b(?! (?:conclusions?|inferences?|on|upon|from|attention|lots|a parallel|a distinction|a line)\\b)`,
  'i',
  holds('draw', 'sketch', 'diagram', 'doodle'),
)

function inferDraw(prompt: string): Task | null {
  const cue = draw.exec(prompt)?.[1]
  return cue ? { by: 'inferred', kind: 'draw', ...shows(prompt), reason: `"${cue}" asks for a drawing` } : null
}

const tellingWords =
  'explain|say|tell|describe|summari[sz]e|present|pitch|teach|talk|recite|give|retell|narrate|recount|walk|speak'
/** What every length has. */
const unitOfTime = /[ -](?:min(?:ute)?|sec(?:ond)?|s)s?\b/iu
const hasTime = (text: string): boolean => unitOfTime.test(text)
const timed = `(?:about |under |at most |less than |exactly |only )?${once}(${numberPattern}|an?|half an?)${once}[ -](minute|min|second|sec|s)${once}s?\\b${once}`
/** "In one minute, tell your partner …" */
const timeFirst = new Caseless(
  `^(?:you have |take |use )?(?:in |within |for )?${once}${timed}(?: or less)?(?:[,:;—–-]| to\\b)? `,
  'iu',
  hasTime,
)
/** What a task is for, before what it asks: "Learn by heart: recite …". */
const named = new Caseless(
  `^(?!(?:name|list|give|state|identify|draw|sketch|write|compare|read|use)\\b)\\p{L}[^.?!:;]{1,40}: ${once}(?=(?:${tellingWords})\\b)`,
  'iu',
  holds(': '),
)
const telling = new Caseless(`^(?:from memory, |cold, |please |now )?${once}(?:${tellingWords})\\b`, 'i')
const saying = new Caseless(
  /^(?:from memory, |please )?(say|recite|retell|speak|talk)\b/i,
  'i',
  holds('say', 'recite', 'retell', 'speak', 'talk'),
)
const aloud = new Caseless(/\b(without (?:any )?notes|aloud|out loud)\b/i, 'i')
const someone = 'me|someone|somebody'
const companion = 'partner|neighbou?r|friend|classmate|buddy|peer|other|another|class|group|team|table'
/** What the words of such a task have. */
const listeners = new RegExp(`\\b(?:${someone}|${companion})(?![a-z])`, 'i')
const listener = String.raw`(?:${someone}|(?:your|a|the|each|one) (?:[\p{L}-]{2,20} )?${once}(?:${companion}))`
/** "Tell your partner what work is", "Explain to your neighbour why": whoever listens is named. */
const toListener = new Caseless(
  String.raw`^(?:please |now )?${once}((?:tell|(?:${tellingWords})(?: (?:it|this|that|them))? to) ${once}${listener})(?!\p{L})`,
  'iu',
  (text) => listeners.test(text),
)
const length = new Caseless(`\\b(?:in|within|for) ${timed}`, 'i', hasTime)
const namedLength = new Caseless(`\\b(${numberPattern})-(minute|second)\\b`, 'i', holds('-minute', '-second'))

function inferSay(prompt: string): Task | null {
  const first = timeFirst.exec(prompt)
  const said = prompt.slice((first ?? named.exec(prompt))?.[0].length ?? 0)
  if (!telling.test(said)) return null
  const time = first ?? length.exec(said) ?? namedLength.exec(said)
  const seconds = time ? secondsOf(time[1] ?? '', time[2] ?? '') : null
  if (time && seconds !== null) return spoken(seconds, time[0].replace(/\W+$/, ''))
  const cue = saying.exec(said)?.[1] ?? toListener.exec(said)?.[1] ?? aloud.exec(said)?.[1]
  if (cue === undefined) return null
  const behind = bracketedTime(said)
  if (behind) return spoken(behind.seconds, behind.words)
  return { by: 'inferred', kind: 'say', seconds: null, reason: `"${cue}" asks for a spoken answer` }
}

const spoken = (seconds: number, cue: string): Task => ({
  by: 'inferred',
  kind: 'say',
  seconds,
  reason: `"${cue}" sets the length of a spoken answer`,
})

/** "two", "minute" → 120; "half a", "minute" → 30. */
function secondsOf(amount: string, unit: string): number | null {
  const half = /^half/i.test(amount) ? 0.5 : null
  const one = /^an?$/i.test(amount) ? 1 : null
  const count = half ?? one ?? readNumber(amount)
  if (count === null || count === 0) return null
  return Math.round(count * (unit.toLowerCase().startsWith('min') ? 60 : 1))
}

const units = 'minutes?|seconds?|hours?|days?|weeks?|months?|years?|percent|times'
const listed = new Caseless(
  `\\b(?:(?:which|what)(?: (?:are|were))?|name|list|give|state|identify|mention|recall|enumerate|write down|recite|cite)` +
    `${once}(?: me| us)?(?: at least)?${once}(?: the| your| its| their| any)?${once}(?: first| top| main| key| core| other| different| most important)?${once}` +
    ` (${numberPattern}) (?!(?:${units}|of|or|versus|vs)\\b)\\p{L}`,
  'iu',
  holdsNumber,
)
/** "State Newton's three laws", "Name the body's two largest organs": whose they are stands before the number. */
const listedOf = new Caseless(
  `^(?:please )?(?:name|list|give|state|identify|recall|recite|cite)(?: the)?(?: [\\p{L}-]{2,30}){0,2} [\\p{L}-]{2,30}(?:['’]s|s['’])` +
    ` (${numberPattern}) (?!(?:${units}|of|or|versus|vs)\\b)\\p{L}`,
  'iu',
  (text) => holdsNumber(text) && /['’]/.test(text),
)
/**
 * "List the planets.", "Name the inputs of …": nobody says how many. "Name" asks for one thing as often ("Name the capital of Wales"), so that
 * only a plural right behind it lists, with up to two words of its own before it.
 */
const linking = 'of|in|on|at|for|to|by|with|from|that|which|who|whose|where|and|or|is|are'
const plural =
  `(?:(?!(?:${linking}) )[\\p{L}-]{2,30} ){0,2}(?!(?:${linking}) )\\p{L}{2,28}(?![sui])\\p{L}s` +
  `(?= (?:${linking}|you|we|it|they|involved|needed|used)\\b|[.,;:]|$)`
const namesList = holds('list ', 'name ', 'state ', 'identify ', 'enumerate ', 'recall ')
const opensList = /^(?:please |from memory, )?(?:list|name|state|identify|enumerate|recall) /iu
const listedOpen = new Caseless(
  `^(?:please |from memory, )?(?:(list) (?:(?:all )?(?:the|your|its|their|some|any)|all) \\p{L}|(list|name|state|identify|enumerate|recall) ` +
    `(?:all )?(?:(?:the|some|your|its|their) )?${plural})`,
  'iu',
  (text) => namesList(text) && opensList.test(text),
)
/** What is asked for besides makes it no mere list. */
const notListed = /\?|\b(?:why|how|explain|compare|versus|vs|difference|draw|sketch)\b/i

function inferList(prompt: string): Task | null {
  const match = listed.exec(prompt) ?? listedOf.exec(prompt)
  const count = match ? readNumber(match[1] ?? '') : null
  if (!match) return inferOpenList(prompt)
  if (count === null || count < 2 || count > 50) return null
  const cue = match[0].slice(0, -2)
  const more = countMore(prompt.slice(match.index + match[0].length))
  return {
    by: 'inferred',
    kind: 'list',
    count: Math.min(count + more, maxListCount),
    reason: `"${cue}" asks for ${count + more} things`,
  }
}

/** "List 5 gases and 3 liquids.", "three causes, two effects and one example": what is asked for besides, up to the end of the sentence. */
const further = new Caseless(
  `(?:,? and|,|,? plus)(?: also)?(?: (?:name|list|give|state))?(?: the)?${once} (${numberPattern}) (?!(?:${units}|of|or|versus|vs|to|is|are|was|were|that|which|who|and)\\b)\\p{L}`,
  'iu',
  holdsNumber,
)

function countMore(behind: string): number {
  let rest = /^[^.?!;:]{0,300}/.exec(behind)?.[0] ?? ''
  if (/\bbetween\b/i.test(rest)) return 0
  let count = 0
  for (let match = further.exec(rest); match; match = further.exec(rest)) {
    count += readNumber(match[1] ?? '') ?? 0
    rest = rest.slice(match.index + match[0].length)
  }
  return count
}

function inferOpenList(prompt: string): Task | null {
  const match = listedOpen.exec(prompt)
  const verb = match?.[1] ?? match?.[2]
  if (verb === undefined || notListed.test(prompt)) return null
  const reason = `"${verb}" asks for a list and does not say how long; count= says it`
  return { by: 'inferred', kind: 'list', count: openListCount, open: true, reason }
}

const questionWords = new Caseless(
  /\b(why|how|what|when|where|which|who|whom|whose|explain|describe|define|state|is|are|does|do|can)\b/i,
  'i',
)

function explain(prompt: string): Task {
  const cue = questionWords.exec(prompt)?.[1]
  const reason = cue ? `"${cue}" asks for an explanation` : 'no cue for a list, a comparison, a drawing or speech'
  return { by: 'inferred', kind: 'explain', ...asks(prompt), reason }
}
