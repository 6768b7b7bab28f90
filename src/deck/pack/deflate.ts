/**
 * Patterns and words → deflate streams (RFC 1951), some ten times as fast as to fill the patterns and deflate what comes out.
 *
 * A part is one block. What repeats in its pattern was found once (`matches.ts`), the codes of symbols are those of all parts that are
 * alike (`contents.ts`), and what is left is to write: codes of the pattern's tokens, and a code for each byte of the words. Integers
 * alone: the bytes are the same on every machine.
 */
import { crc32 } from 'node:zlib'
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
  const { tokens, bytes, pieces } = matched
  const { codes, matches, head } = chosen
  const size = bytes.length + words.length
  const filled = rooms.filled(size)
  const shifts = new Int32Array(ends.length + 1)
  // A letter of the pattern is written at once, and a match as three: its length, its distance and the rest of that. One that is too far away is letters, at most as many as there are.
  const stream = rooms.stream(head.length + tokens.length + bytes.length + 1)
  stream.set(head)
  let count = head.length
  let piece = 0
  /** Bytes of the words so far. */
  let shift = 0
  /** Where the next byte of the pattern stands in it, and where its piece begins. */
  let place = 0
  let start = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as number
    if (token === nextWord) {
      filled.set(pieces[piece] as Uint8Array, start + shift)
      const end = ends[piece++] as number
      // Most are short: to make a view of one takes longer than to copy it.
      for (let from = shift; from < end; from++) filled[place + from] = words[from] as number
      stream[count++] = shift - end
      start = place
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
  filled.set(pieces[piece] as Uint8Array, start + shift)
  stream[count++] = codes[endOfBlock] as number
  writeBits(stream, count, words, codes, output)
  return { crc: crc32(filled.subarray(0, size)), size }
}

/** Room for what is made of a part, the same for all. */
class Rooms {
  #filled = new Uint8Array(1 << 14)
  #stream = new Int32Array(1 << 13)

  filled(count: number): Uint8Array {
    if (count > this.#filled.length) this.#filled = new Uint8Array(2 * count)
    return this.#filled
  }

  stream(count: number): Int32Array {
    if (count > this.#stream.length) this.#stream = new Int32Array(2 * count)
    return this.#stream
  }
}

const rooms = new Rooms()

/**
 * Writes the first `count` of these bits, as `bitsOf` has them, the lowest of each byte first; the last byte is filled up. Less than nought: so
 * many letters of the words, in their codes, which are most of what is written.
 */
function writeBits(stream: Int32Array, count: number, words: Uint8Array, codes: Int32Array, output: Output): void {
  // None are more than 20.
  output.reserve(3 * (count + words.length))
  const { bytes } = output
  let at = output.length
  let held = 0
  let holds = 0
  let word = 0
  for (let i = 0; i < count; i++) {
    const bits = stream[i] as number
    if (bits >= 0) {
      held |= (bits & 0xffffff) << holds
      holds += bits >>> 24
    } else
      for (const end = word - bits; word < end; word++) {
        const letter = codes[words[word] as number] as number
        held |= (letter & 0xffffff) << holds
        holds += letter >>> 24
        // A letter has at most 15 bits, and most fill no byte: two bytes are written at a time.
        if (holds >= 16) {
          bytes[at++] = held
          bytes[at++] = held >> 8
          held >>= 16
          holds -= 16
        }
      }
    for (; holds >= 8; holds -= 8) {
      bytes[at++] = held
      held >>= 8
    }
  }
  if (holds > 0) bytes[at++] = held
  output.length = at
}
