/** Pictures in Markdown and in its HTML: which ones are files beside the sheet, and whether a sentence needs their words. */

import type { PictureBlock, PictureWidth, Run } from '../../text/rich.js'
import { excerpt } from './excerpt.js'
import type { Positioned, Reading } from './reading.js'

/** Gathers the pictures of one block while its runs are made; each leaves a run of its words until it is known whether the text needs it. */
export class Pictures {
  readonly #places = new Map<Run, PictureBlock>()
  readonly #keepWords: boolean

  /** `keepWords`: the words always stay, as in a table, where a picture has no room. */
  constructor(options: { keepWords: boolean } = { keepWords: false }) {
    this.#keepWords = options.keepWords
  }

  get blocks(): PictureBlock[] {
    return [...this.#places.values()]
  }

  add(run: Run, block: PictureBlock): void {
    this.#places.set(run, block)
  }

  /** The runs without the words of pictures, except of those in the middle of a sentence: "Look at [the queue] and say …". */
  settle(runs: readonly Run[]): Run[] {
    return runs.filter((run, i) => this.#stays(run, i, runs))
  }

  #stays(run: Run, i: number, runs: readonly Run[]): boolean {
    const block = this.#places.get(run)
    if (!block) return true
    const before = lineOf(runs.slice(0, i).reverse()).reverse()
    const inside = this.#keepWords || isInSentence(before, lineOf(runs.slice(i + 1)))
    if (!inside || block.alt === '') return false
    block.inText = true
    return true
  }
}

/** The words up to the next hard break. */
function lineOf(runs: readonly Run[]): string[] {
  const end = runs.findIndex(({ text }) => text === '\n')
  return runs.slice(0, end < 0 ? runs.length : end).map(({ text }) => text)
}

/** Words before and after, and those before do not end a sentence. */
function isInSentence(before: readonly string[], after: readonly string[]): boolean {
  const words = before.join('').trim()
  return words !== '' && after.join('').trim() !== '' && !/[.?!:;…。？！：；؟]$/u.test(words)
}

/** A scheme, or `//host`: no file beside the sheet. */
const address = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i

/**
 * A picture as a run of its words, "[queue]", and as a block when it may be a file beside the sheet and `pictures` gathers them.
 * `url` as in Markdown: `my%20queue.png?raw=true` is the file "my queue.png".
 */
export function pictureRun(
  { alt, url, width }: { alt: string; url: string; width?: PictureWidth | undefined },
  node: Positioned,
  pictures: Pictures | null,
  reading: Reading,
): Run {
  const words = alt.replace(/\s+/g, ' ').trim()
  const path = decoded(url.trim().replace(/[?#].*$/s, ''))
  const place = reading.place(node)
  const run: Run = { text: `[${words || path || 'picture'}]` }
  const why = address.test(url.trim())
    ? /^data:/i.test(url.trim())
      ? 'it is written into the sheet, expected a file beside it'
      : 'it is on the web, and nothing is fetched'
    : path === ''
      ? 'it names no file'
      : pictures === null
        ? 'a title has no room for it'
        : null
  if (why !== null) reading.log.report('image-left-out', place, { words: words || excerpt(url, 60), why })
  else {
    if (words === '') reading.log.report('image-without-words', place, { path })
    pictures?.add(run, { type: 'picture', path, alt: words, ...(width && { width }), picture: null, place })
  }
  return run
}

/** `%20` is a space; what is no valid code stays as it is written. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
