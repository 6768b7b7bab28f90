/** Prompts that hold what they ask for. They may mean it as help, so the author is asked and nothing is taken off. */

import { Caseless } from '../../text/caseless.js'
import { plainBlocks, plainText, type RichBlock } from '../../text/rich.js'
import { folded } from '../keys/looks-like-key.js'
import type { Question, Task } from '../model.js'
import { isDirective } from '../questions/asks.js'

/** Longer paragraphs are looked at so far. */
const longest = 2000

/**
 * The words of a prompt that answer it; null for none.
 * ```md
 * 1. Draw the lifecycle: run → warehouse → assembly line.   → "run → warehouse → assembly line."
 * 2. Name two cations (sodium, potassium).                  → "sodium, potassium"
 * 3. Define osmosis: water moves through a membrane.        → "water moves through a membrane."
 * 4. What holds a door? E.g. its hinges.                    → "its hinges."
 * ```
 */
export function answerInPrompt({ task, prompt }: Pick<Question, 'task' | 'prompt'>): string | null {
  for (const block of prompt) {
    if (block.type !== 'paragraph') continue
    const words = plainText(block.runs).slice(0, longest).trim()
    const found = behindColon(words, task) ?? inBracket(words, task) ?? definitionIn(words) ?? exampleIn(words)
    if (found !== null) return found
  }
  return null
}

const bracketed = /[([]([^()[\]]{1,200})[)\]]/g
const behindDash = /\s[–—-]\s+(\S.{0,200})$/s

/**
 * What a prompt sets off and its answer says word for word, so that it is printed though the key has it; null for none. Options are to be seen.
 * ```md
 * 1. Name the Triple Entente. (Britain, France, Russia)     in brackets
 * 2. Name the gas – oxygen                                  behind a dash at the end
 * 3. What is a clause? *a group of words*                   in italics at the end; so in a quotation
 * ```
 */
export function answerSetOff({ task, prompt, answer }: Pick<Question, 'task' | 'prompt' | 'answer'>): string | null {
  if (answer === null || task.kind === 'choose') return null
  const told = folded(plainBlocks(answer).slice(0, longest))
  return told === '' ? null : (prompt.flatMap(setOffIn).find((words) => folded(words) === told) ?? null)
}

function setOffIn(block: RichBlock, at: number): string[] {
  if (block.type === 'quote') return at > 0 ? [plainBlocks(block.blocks)] : []
  if (block.type !== 'paragraph') return []
  const words = plainText(block.runs).slice(0, longest).trim()
  const last = block.runs.at(-1)
  const styled = last?.emphasis && /[.?!:…]["'”’)]?\s*$/.test(plainText(block.runs.slice(0, -1))) ? [last.text] : []
  const behind = behindDash.exec(words.slice(-300))?.[1]
  // "(3)" may number what is spoken of, unless it ends the question.
  const inBrackets = [...words.matchAll(bracketed)].flatMap(([whole, inner = ''], i, all) =>
    /\p{L}/u.test(inner) || (i === all.length - 1 && words.replace(/[.\s]+$/, '').endsWith(whole)) ? [inner] : [],
  )
  return [...inBrackets, ...styled, ...(behind === undefined ? [] : [behind])]
}

/** What a drawing, a list or a talk asks for: a chain, or so many items. */
function behindColon(words: string, task: Task): string | null {
  const colon = words.indexOf(':')
  if (colon < 0 || (task.kind !== 'draw' && task.kind !== 'list' && task.kind !== 'say')) return null
  const rest = words.slice(colon + 1).trim()
  if (rest.split(/→|->|⇒|=>/).length >= 3) return rest
  return task.kind === 'list' && itemsIn(rest) >= task.count && !rest.includes('?') ? rest : null
}

/** A bracket at the end with as many items as are asked for. */
function inBracket(words: string, task: Task): string | null {
  if (task.kind !== 'list' || task.open || task.count < 2) return null
  const inner = /\(([^()]{3,200})\)[.?!]?$/.exec(words)?.[1]
  return inner !== undefined && itemsIn(inner) === task.count && !/[?=]|\d\s*(?:min|pts?|points?)\b/i.test(inner)
    ? inner
    : null
}

const itemsIn = (words: string): number =>
  words.split(/[,;]| and | und | et | y | e /).filter((item) => item.trim() !== '').length

const define = new Caseless(
  String.raw`^(?:please\s+)?(?:define|definiere|définis(?:sez)?|definisci|defina|definieer)\s+(\S[^:：–—]{0,60}?)\s*(?:[:：]|\s[–—-]|=)\s+(\S[\s\S]+)$`,
)
/** "Define these terms: a pod, a node": what stands behind is to be defined. */
const several = new Caseless(
  String.raw`(?:^|[\s,])(?:following|these|terms?|words?|concepts?|each|all|both|two|three|four|five|begriffe?|termes?|términos?|termini)(?:$|[\s,])`,
)

function definitionIn(words: string): string | null {
  const [, term = '', rest = ''] = define.exec(words) ?? []
  const isTerm = term !== '' && term.split(/\s+/).length <= 5 && !several.test(term)
  const states =
    rest.split(/\s+/).length >= 3 &&
    !/[?？]|_{3,}|\.{4,}/.test(rest) &&
    !isDirective(rest) &&
    !/^(?:use|with|in|as)\s/i.test(rest)
  return isTerm && states ? rest : null
}

const exampleBehind = new Caseless(
  String.raw`[?？؟]\s+\(?(?:e\.\s?g\.|for example|for instance|z\.\s?B\.|p\.\s?ex\.|par exemple|p\.\s?ej\.|por ejemplo|ad es\.|per esempio|bijv\.|np\.|örneğin|например)[:,]?\s+(\S[^?？]*)$`,
)

const exampleIn = (words: string): string | null => exampleBehind.exec(words.slice(-400))?.[1] ?? null
