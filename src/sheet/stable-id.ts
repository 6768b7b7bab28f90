/**
 * Ids that outlive a build: what an exported card or a list of changes calls a question by, whatever becomes of its words and its place.
 *
 * Here a question gets the id that it has without a memory: its author's `{#name}`, else one made of its words. `identity/` remembers
 * what the last build called it, so that rewording keeps it.
 */
import { createHash } from 'node:crypto'
import { plainBlocks, type RichBlock } from '../text/rich.js'
import type { Question } from './model.js'
import { fold } from './words/fold.js'

const maxWords = 500

const digest = (words: string) => createHash('sha256').update(words).digest('hex')

/**
 * What a prompt says, without what does not make it another question: case, accents, punctuation, marks. Long ones end in a hash of the whole.
 * "Why is a *notebook* win not a production win?" → "why is a notebook win not a production win"
 */
export function promptWords(prompt: readonly RichBlock[]): string {
  const plain = plainBlocks(prompt)
  const folded = fold(plain)
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ')
    .trim()
  const words = folded === '' ? plain.replace(/\s+/g, ' ').trim() : folded
  if (words.length <= maxWords) return words
  return `${[...words.slice(0, maxWords)].slice(0, maxWords - 20).join('')} ${digest(words).slice(0, 12)}`
}

/** An id made of words, "q-7c1e9a"; longer when `taken` says that another question has it. The same words and the same taken ids give the same. */
export function mintId(words: string, taken: (id: string) => boolean): string {
  const hash = digest(words)
  for (const length of [6, 8, 10, 12]) {
    const id = `q-${hash.slice(0, length)}`
    if (!taken(id)) return id
  }
  let n = 2
  while (taken(`q-${hash.slice(0, 12)}-${n}`)) n++
  return `q-${hash.slice(0, 12)}-${n}`
}

/** Sets the ids of questions that nobody remembers. The first question with an author's id has it; a second one with the same is as good as without. */
export function setOwnIds(questions: readonly Question[]): void {
  const owners = new Map<string, Question>()
  for (const question of questions) {
    const { id } = question.author
    if (id !== undefined && !owners.has(id)) owners.set(id, question)
  }
  for (const question of questions) {
    const { id } = question.author
    if (id !== undefined && owners.get(id) === question) question.stableId = id
    else {
      question.stableId = mintId(promptWords(question.prompt), (candidate) => owners.has(candidate))
      owners.set(question.stableId, question)
    }
  }
}
