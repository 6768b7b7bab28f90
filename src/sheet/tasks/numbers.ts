/** Numbers as prompts write them. */

const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A number word up to twelve or digits, as the source of a regular expression. */
export const numberPattern = `(?:${words.slice(1).join('|')}|\\d{1,3})`

/** "three" or "3" → 3; null for anything else. */
export function readNumber(text: string): number | null {
  const word = words.indexOf(text.toLowerCase())
  if (word >= 0) return word
  return /^\d{1,3}$/.test(text) ? Number(text) : null
}
