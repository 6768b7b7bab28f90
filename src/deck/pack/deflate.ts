/**
 * Patterns and words → deflate streams (RFC 1951), some ten times as fast as to fill the patterns and deflate what comes out.
 *
 * A part is one block. What repeats in its pattern was found once (`matches.ts`), the codes of symbols are those of all parts that are
 * alike (`contents.ts`), and what is left is to write: codes of the pattern's tokens, and a code for each byte of the words. Integers
 * alone, so that the bytes are the same on every machine, which those of Node's own deflate are not.
 */
import { crcOfBoth, crcWith } from './crc.js'
import { bitsOf, type Codes, distanceBits, distanceSymbol, endOfBlock, letterSymbols } from './huffman.js'
import { farthest, type Matched, nextWord } from './matches.js'

/** Bytes one behind the other, in room that grows. */
export class Output {
  bytes = new Uint8Array(0)
  view = new DataView(this.bytes.buffer)
  length = 0

  /** Makes room for so many bytes more. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const bytes = new Uint8Array(Math.max(this.length + count, 2 * this.bytes.length))
    bytes.set(this.bytes.subarray(0, this.length))
    this.bytes = bytes
    this.view = new DataView(bytes.buffer)
  }

  add(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }
}

/** A part whose words are bytes and whose codes are chosen. */
export interface ReadyPart {
  matched: Matched
  /** Its words in UTF-8, in the order in which they come, and the end of each. */
  words: Uint8Array
  ends: Int32Array
  codes: Codes
}

/** Writes the stream of a part. Gives the check sum and the length of what it unpacks to. */
export function deflate(part: ReadyPart, output: Output): { crc: number; size: number } {
  const { matched, words, ends, codes: chosen } = part
  const { tokens, bytes } = matched
  const { codes, matches, head } = chosen
  const shifts = new Int32Array(matched.crcs.length)
  // A letter is written at once, and a match as three: its length, its distance and the rest of that. One that is too far away is letters, at most as many as there are.
  const stream = waiting(head.length + tokens.length + bytes.length + words.length + 1)
  stream.set(head)
  let count = head.length
  let piece = 0
  /** Bytes of the words so far. */
  let shift = 0
  /** Where the next byte of the pattern stands in it. */
  let place = 0
  let crc = matched.crcs[0] as number
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as number
    if (token === nextWord) {
      const end = ends[piece++] as number
      for (let j = shift; j < end; j++) stream[count++] = codes[words[j] as number] as number
      crc = crcWith(crc, words, shift, end)
      crc = crcOfBoth(crc, matched.crcs[piece] as number, matched.powers[piece] as number)
      shift = end
      shifts[piece] = shift
    } else if (token < 256) {
      stream[count++] = codes[token] as number
      place++
    } else {
      const length = token - 256
      const distance = (tokens[i + 1] as number) + shift - (shifts[tokens[i + 2] as number] as number)
      if (distance > farthest)
        for (let j = place; j < place + length; j++) stream[count++] = codes[bytes[j] as number] as number
      else {
        const symbol = distanceSymbol(distance)
        const rest = distanceBits[symbol] as number
        stream[count++] = matches[length] as number
        stream[count++] = codes[letterSymbols + symbol] as number
        stream[count++] = bitsOf((distance - 1) & ((1 << rest) - 1), rest)
      }
      place += length
      i += 2
    }
  }
  stream[count++] = codes[endOfBlock] as number
  writeBits(stream, count, output)
  return { crc, size: bytes.length + shift }
}

let room = new Int32Array(1 << 13)

/** Room for what waits to be written, the same for all parts. */
function waiting(count: number): Int32Array {
  if (count > room.length) room = new Int32Array(2 * count)
  return room
}

/** Writes the first `count` of these bits, as `bitsOf` has them, the lowest of each byte first; the last byte is filled up. */
function writeBits(stream: Int32Array, count: number, output: Output): void {
  // None are more than 20, and four bytes are written at a time.
  output.reserve(3 * count + 4)
  const { view } = output
  let at = output.length
  let held = 0
  let holds = 0
  for (let i = 0; i < count; i++) {
    const bits = stream[i] as number
    held |= (bits & 0xffffff) << holds
    holds += bits >>> 24
    // Bytes that are not full yet are written too, and again when they are: that takes less time than to ask.
    view.setInt32(at, held, true)
    at += holds >> 3
    held >>= holds & 24
    holds &= 7
  }
  output.length = holds > 0 ? at + 1 : at
}
