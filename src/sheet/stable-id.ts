/**
 * Ids that outlive a build: what an exported card or a list of changes calls a question by, whatever becomes of its words and its place.
 *
 * Here a question gets the id that it has without a memory: its author's `{#name}`, else one made of its words. `identity/` remembers
 * what the last build called it, so that rewording keeps it.
 */
import { sha256, shortDigest } from '../text/digest.js'
import { LetterPattern } from '../text/latin.js'
import { plainBlocks, type RichBlock } from '../text/rich.js'
import type { Question } from './model.js'
import { wholePrompt } from './options/parts.js'
import { fold } from './words/fold.js'

const maxWords = 500
const signs = new LetterPattern(String.raw`[^\p{L}\p{M}\p{N}+#]+`, 'g')

/**
 * What a prompt says, without what does not make it another question: case, accents, punctuation, marks. Long ones end in a hash of the whole.
 * "Why is a *notebook* win not a production win?" → "why is a notebook win not a production win"
 */
export function promptWords(prompt: readonly RichBlock[]): string {
  const plain = plainBlocks(prompt)
  const small = fold(plain)
  const folded = small.replace(signs.for(small), ' ').trim()
  const words = folded === '' ? plain.replace(/\s+/g, ' ').trim() : folded
  if (words.length <= maxWords) return words
  return `${[...words.slice(0, maxWords)].slice(0, maxWords - 20).join('')} ${shortDigest(words)}`
}

/**
 * Returns a function that makes ids of words, "q-7c1e9a"; longer ones when `taken` says that another question has it. The same words and the same
 * taken ids give the same. Thousands of questions may have the same words.
 */
export function idMaker(taken: (id: string) => boolean): (words: string) => string {
  const twins = new Map<string, number>()
  return (words) => {
    const hash = sha256(words)
    for (const length of [6, 8, 10, 12]) {
      const id = `q-${hash.slice(0, length)}`
      if (!taken(id)) return id
    }
    const stem = `q-${hash.slice(0, 12)}`
    let n = twins.get(stem) ?? 2
    while (taken(`${stem}-${n}`)) n++
    twins.set(stem, n + 1)
    return `${stem}-${n}`
  }
}

/** Sets the ids of questions that nobody remembers. The first question with an author's id has it; a second one with the same is as good as without. */
export function setOwnIds(questions: readonly Question[]): void {
  const owners = new Map<string, Question>()
  for (const question of questions) {
    const { id } = question.author
    if (id !== undefined && !owners.has(id)) owners.set(id, question)
  }
  const make = idMaker((candidate) => owners.has(candidate))
  for (const question of questions) {
    const { id } = question.author
    if (id !== undefined && owners.get(id) === question) question.stableId = id
    else {
      question.stableId = make(promptWords(wholePrompt(question)))
      owners.set(question.stableId, question)
    }
  }
}
