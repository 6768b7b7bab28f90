/** Small English for the heads of columns and boxes. */

/** Answers are listed on so many rules at most; a longer list is a page of its own. */
export const maxListCount = 12

/** A list whose length nobody said gets so many rules: enough for most, and not so many that an empty one looks like a mistake. */
export const openListCount = 4

/** "canary" → "Canary"; a first word with capitals of its own stays ("vLLM", "iOS"). */
export function sentenceCase(text: string): string {
  const [first = ''] = text.split(' ', 1)
  if (first !== first.toLowerCase()) return text
  const letter = [...text][0] ?? ''
  return letter.toUpperCase() + text.slice(letter.length)
}

/** "help" → "helps", "catch" → "catches", "carry the risk" → "carries the risk". */
export function thirdPerson(clause: string): string {
  const [verb = '', ...rest] = clause.split(' ')
  const ending = /(?:[sxz]|ch|sh|[^aeiou]o)$/.test(verb) ? 'es' : 's'
  const form = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : verb + ending
  return [form, ...rest].join(' ')
}
