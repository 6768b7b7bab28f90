/** Small English for the heads of columns and boxes. */

import { Caseless } from '../../text/caseless.js'

/** Answers are listed on so many rules at most; a longer list is a page of its own. */
export const maxListCount = 12

/** A list whose length nobody said gets so many rules: enough for most, and not so many that an empty one looks like a mistake. */
export const openListCount = 4

const english = /\bdifferen(?:ce|ces|t)\b|\bdiffer\b|^compare\b|^contrast\b|^explain(?: them)?(?: both)?$/i
const others = new Caseless(
  String.raw`(?<!\p{L})(?:verschieden(?:heit(?:en)?)?|unterschied(?:e|lich)?|unterscheide[nt]|anders|différen(?:ces?|te?s?)|en quoi|diferencias?|diferentes?)(?!\p{L})|^(?:vergleiche|comparez?|compar[ae])(?!\p{L})`,
)

/** True for words behind compared terms that ask what every comparison asks: "what is different?", "Was ist verschieden?" They head no row. */
export const asksOnlyDifference = (rest: string): boolean => english.test(rest) || others.test(rest)

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
