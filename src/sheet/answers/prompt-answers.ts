/** Prompts that hold what they ask for. They may mean it as help, so the author is asked and nothing is taken off. */

import { Caseless } from '../../text/caseless.js'
import { plainText } from '../../text/rich.js'
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
