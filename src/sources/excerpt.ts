/** Excerpts: the beginning of a text in whole sentences. */

/** Whole sentences up to `most` letters; a longer first sentence is cut at a word, with "…". */
export function firstSentences(words: string, most: number): string {
  if (words.length <= most) return words
  const head = words.slice(0, most)
  const ends = [...head.matchAll(/[.!?。！？]["”’)]?(?=\s)/gu)]
  const last = ends.at(-1)
  if (last) return head.slice(0, last.index + last[0].length)
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), most / 2)).trimEnd()}…`
}
