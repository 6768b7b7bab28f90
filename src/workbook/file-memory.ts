/** Objects of PDFs as they were written, kept from build to build; apart from what writes them. */
import { keepIn, Recent } from '../text/recent.js'
import type { Element } from './pages-model.js'

/** Elements of the structure as they were written: with numbers of objects in them, which they have again as long as nothing before them comes or goes. */
export type WrittenElements = WeakMap<Element, WrittenElement>

/** What the object of an element says, `body`, and what that hangs on besides the element. */
export interface WrittenElement {
  id: number
  parent: number
  content: string
  page: number
  box: string | null
  body: string
}

/** Objects that were packed into one stream: their numbers, what they say, where in the stream the first of them begins, and the stream, deflated. */
export interface Pack {
  ids: readonly number[]
  bodies: readonly string[]
  first: number
  deflated: Uint8Array
}

/** Letters of streams that are kept: those of some forty pages. */
const keptLetters = 1 << 21

/** Packs that are kept: those of some thirty weeks. */
const keptPacks = 100

/** Streams, packs of objects and elements that were written. */
export class FileMemory {
  /** Streams by what they hold, deflated. */
  readonly streams = new Recent<Uint8Array>(keptLetters)
  readonly elements: WrittenElements = new WeakMap()
  /** By the number of the first object, and how many they are: of those that an edit changes, the last ones. */
  readonly #packs = new Map<string, Pack>()

  /** The pack of these objects, if they were packed. Most of what they say is the very string that it was, so that no letter is looked at. */
  pack(ids: readonly number[], bodies: readonly string[]): Pack | undefined {
    const pack = this.#packs.get(keyOf(ids))
    if (!pack || pack.bodies.length !== bodies.length) return undefined
    const isSame = pack.ids.every((id, i) => id === ids[i]) && pack.bodies.every((body, i) => body === bodies[i])
    return isSame ? pack : undefined
  }

  keep(pack: Pack): void {
    keepIn(this.#packs, keyOf(pack.ids), pack, keptPacks)
  }
}

const keyOf = (ids: readonly number[]): string => `${ids[0]} ${ids.length}`
