/** Numbers as prompts write them. */
import { holds } from '../../text/caseless.js'

const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A number word up to twelve or digits, as the source of a regular expression. */
export const numberPattern = `(?:${words.slice(1).join('|')}|\\d{1,3})`

/** True of a text, in small letters, where such a number may stand between two words. */
export const holdsNumber = holds(
  ...words.slice(1).map((word) => ` ${word} `),
  ...Array.from('0123456789', (digit) => ` ${digit}`),
)

/** "three" or "3" → 3; null for anything else. */
export function readNumber(text: string): number | null {
  const word = words.indexOf(text.toLowerCase())
  if (word >= 0) return word
  return /^\d{1,3}$/.test(text) ? Number(text) : null
}

/** What every such time has. */
const digitInBrackets = /[([][^\d()[\]]*\d/
/** "(60 s)", "[2 min]", "(90 Sekunden)": a time for the answer, as it is written behind a prompt. */
const bracketed =
  /[([]\s*(?:about |ca\. ?|max\. ?|~)?(\d{1,3})[ -]?(?:(m|min|minute[ns]?|minutos?)|s|secs?|sek|seconds?|sekunden?|secondes?|segundos?)\.?\s*[)\]]/i

/** "Tell your neighbour what work is (60 s)." → the stretch "(60 s)" and 60; null where no bracket holds a time. */
export function bracketedTime(prompt: string): { words: string; seconds: number } | null {
  if (!digitInBrackets.test(prompt)) return null
  const [words, amount, minutes] = bracketed.exec(prompt) ?? []
  const seconds = Number(amount ?? 0) * (minutes === undefined ? 1 : 60)
  return words === undefined || seconds === 0 ? null : { words, seconds }
}
