/** Objects of PDFs as they were written, kept from build to build; apart from what writes them. */
import { Alike } from '../text/alike.js'
import { Recent } from '../text/recent.js'
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

/** Objects that were packed into one stream, deflated, and where in it the first of them begins. */
export interface Pack {
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
  /** By the number of the first object and how many they are. What they say is mostly the very strings that it was, so that no letter is looked at. */
  readonly packs = new Alike<Pack>(keptPacks)
  readonly elements: WrittenElements = new WeakMap()
}
