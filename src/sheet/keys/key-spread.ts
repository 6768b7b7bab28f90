/** Entries of a key that answer several questions in one. */
import { dropStart, phraseText, plainParagraph } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { itemMark, letteredAt } from '../options/options.js'
import type { Asked } from './key-answers.js'
import { countedAnswers, listed } from './key-labels.js'
import { stretchOf } from './key-nodes.js'
import type { KeyEntry } from './key-sections.js'

/**
 * One entry that answers all the questions → an entry for each: "B, C, A" for three questions, and three lines with the letters a, b and c; where
 * letters count the questions themselves, so many as there are. Other entries as they are.
 */
export function spread(asked: readonly Asked[], entries: readonly KeyEntry[], reading: Reading): readonly KeyEntry[] {
  const [only] = entries
  const [node] = only?.nodes ?? []
  if (entries.length !== 1 || !only?.loose || only.nodes.length !== 1 || node?.type !== 'paragraph') return entries
  if (node.children.every(({ type }) => type === 'image')) return entries
  const lettered = letteredAt(only.nodes, 0, reading)
  const fits = lettered?.items.length === asked.length || asked.every((each) => each.lettered)
  const paragraphs = lettered && !lettered.lead && fits ? lettered.items : null
  if (paragraphs && asked.length > 1)
    return paragraphs.map((paragraph, i): KeyEntry => {
      const words = phraseText(paragraph.children)
      const children = dropStart(paragraph.children, itemMark(words)?.length ?? 0)
      return { written: i + 1, nodes: [{ ...paragraph, children }], place: reading.place(paragraph) }
    })
  const words = phraseText(node.children)
  const counted = countedAnswers(words, asked.length)
  if (counted)
    return counted.flatMap(({ from, to }, i): KeyEntry[] => {
      const answer = stretchOf(node, from, to, reading)
      return answer ? [{ written: i + 1, nodes: [answer], place: only.place }] : []
    })
  const parts = listed(words, asked.length) ?? linedUp(words, asked.length)
  if (!parts) return entries
  return parts.map(
    (value, i): KeyEntry => ({
      written: i + 1,
      nodes: [plainParagraph(value, node)],
      place: only.place,
    }),
  )
}

/** An answer a line, as many as `count`, two or more; null for lines of prose. */
function linedUp(words: string, count: number): string[] | null {
  const lines = words.split(/\n/).map((line) => line.replace(/^\s*[–—•·-]\s*/, '').trim())
  const short = lines.every((line) => /^[^\p{Ll}]/u.test(line) && line.length <= 60)
  return count > 1 && lines.length === count && short ? lines : null
}
