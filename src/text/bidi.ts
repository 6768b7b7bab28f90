/**
 * The Unicode Bidirectional Algorithm (UAX 9): logical text → the order in which it is drawn. The only file that knows bidi-js,
 * which is loaded when the first text needs it.
 */
import { createRequire } from 'node:module'
import { type Direction, hasRightToLeft, type Stretch } from './direction.js'

/** bidi-js as it is used here; its own types describe another form of its module. */
interface Bidi {
  getEmbeddingLevels(text: string, direction: Direction): { levels: Uint8Array }
  getMirroredCharacter(character: string): string | null
}

let loaded: Bidi | null = null

/** Layout is synchronous, and most sheets never come here: hence no import. */
function bidi(): Bidi {
  loaded ??= (createRequire(import.meta.url)('bidi-js') as () => Bidi)()
  return loaded
}

/** The marks make a Latin letter of the isolate, for its neighbours: "version `1.2`" is one phrase. */
const [isolate, popIsolate] = ['\u200E\u2066', '\u2069\u200E']

/**
 * The embedding level of each UTF-16 unit: even ones run left to right, odd ones right to left.
 * `isolated` stretches (code, file names) are ordered apart from what stands around them, from left to right. They do not overlap.
 */
export function levelsOf(text: string, direction: Direction, isolated: readonly Stretch[]): Uint8Array {
  if (isolated.length === 0) return bidi().getEmbeddingLevels(text, direction).levels
  let marked = ''
  let at = 0
  for (const [from, to] of isolated) {
    marked += `${text.slice(at, from)}${isolate}${text.slice(from, to)}${popIsolate}`
    at = to
  }
  const { levels } = bidi().getEmbeddingLevels(marked + text.slice(at), direction)
  const own = new Uint8Array(text.length)
  let shift = 0
  let next = 0
  for (let i = 0; i < text.length; i++) {
    while (next < isolated.length * 2 && i === isolated[next >> 1]?.[next % 2 === 0 ? 0 : 1]) {
      shift += isolate.length
      next++
    }
    own[i] = levels[i + shift] ?? 0
  }
  return own
}

/** Indices of the stretches of a line in the order in which they are drawn from the left, by their levels (rule L2). */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, i) => i)
  for (let level = Math.max(0, ...levels); level > 0; level--) {
    let from = 0
    while (from < order.length) {
      let to = from
      while (to < order.length && (levels[order[to] as number] as number) >= level) to++
      if (to > from + 1) order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = Math.max(to, from + 1)
    }
  }
  return order
}

/** Begin a text that is to be shaped from the left, or from the right, whatever its script; `fonts/shaping.ts` takes them off. */
export const [shapeFromLeft, shapeFromRight] = ['\u202D', '\u202E']

/**
 * A word as the shaper wants it. Left to itself it goes by the first letter, and would draw Persian digits backwards, and "?!"
 * forwards among Hebrew words. Brackets of a right-to-left word are mirrored (rule L4).
 */
export function forShaper(word: string, rtl: boolean): string {
  if (!rtl) return hasRightToLeft(word) ? shapeFromLeft + word : word
  return shapeFromRight + Array.from(word, (letter) => bidi().getMirroredCharacter(letter) ?? letter).join('')
}
