/** Plain data that waits for its turn, in a tenth of the memory that its objects take: a course is read whole, and built a week at a time. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Of deflate: the least, which takes half as long as to put the data into words. */
const level = 1

/** Plain JSON data, put away. */
export class Packed<T> {
  /** As long as they need be: zlib's own are cut from larger ones. */
  readonly #bytes: Uint8Array

  constructor(data: T) {
    this.#bytes = new Uint8Array(deflateRawSync(JSON.stringify(data), { level }))
  }

  /** Made anew each time. */
  unpack(): T {
    return JSON.parse(inflateRawSync(this.#bytes).toString())
  }
}

/** So many wait as they are: they take little room, and most people build no more at once. */
const atHand = 16

/** Plain JSON data to be asked for once, later; `place`: how many others wait with it, of which those after the first are packed. */
export const putAside = <T>(data: T, place: number): (() => T) =>
  place < atHand ? () => data : unpacked(new Packed(data))

/** Plain JSON data in a line, each to be asked for once and then let go; what is far behind is packed. */
export const inTurn = <T>(line: readonly T[]): (() => T)[] => line.map(putAside)

/** Apart from the other function, with which it would share, and so hold, all that either uses. */
const unpacked =
  <T>(packed: Packed<T>): (() => T) =>
  () =>
    packed.unpack()
