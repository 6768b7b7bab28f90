/**
 * Patterns and words → deflate streams (RFC 1951), some ten times as fast as to fill the patterns and deflate what comes out.
 *
 * A part is one block. What repeats in its pattern was found once (`matches.ts`), the codes of symbols are those of all parts that are
 * alike (`contents.ts`), and what is left is to write: codes of the pattern's tokens, and a code for each byte of the words. Integers
 * alone, so that the bytes are the same on every machine, which those of Node's own deflate are not.
 */
import { crcOfBoth, crcWith } from './crc.js'
import { type Codes, endOfBlock, letterSymbols } from './huffman.js'
import {
  distanceBits,
  distanceSymbol,
  farthest,
  lengthBits,
  lengthRest,
  lengthSymbol,
  type Matched,
  nextWord,
} from './matches.js'

/** Bytes one behind the other, in room that grows. */
export class Output {
  bytes = new Uint8Array(0)
  length = 0

  /** Makes room for so many bytes more. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const bytes = new Uint8Array(Math.max(this.length + count, 2 * this.bytes.length))
    bytes.set(this.bytes.subarray(0, this.length))
    this.bytes = bytes
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
  const { codes, lengths, head } = chosen
  const shifts = new Int32Array(matched.crcs.length)
  // No byte takes more than 15 bits, no match more than 48 for four bytes or more, and no head more than 400 bytes.
  output.reserve(2 * (bytes.length + words.length) + 512)
  const bits = new Bits(output.bytes, output.length)
  for (let i = 0; i < head.length; i += 2) bits.put(head[i] as number, head[i + 1] as number)
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
      bits.putBytes(words, shift, end, chosen)
      crc = crcWith(crc, words, shift, end)
      crc = crcOfBoth(crc, matched.crcs[piece] as number, matched.powers[piece] as number)
      shift = end
      shifts[piece] = shift
    } else if (token < 256) {
      bits.put(codes[token] as number, lengths[token] as number)
      place++
    } else {
      const length = token - 256
      const distance = (tokens[i + 1] as number) + shift - (shifts[tokens[i + 2] as number] as number)
      if (distance > farthest) bits.putBytes(bytes, place, place + length, chosen)
      else bits.putMatch(length, distance, chosen)
      place += length
      i += 2
    }
  }
  bits.put(codes[endOfBlock] as number, lengths[endOfBlock] as number)
  output.length = bits.end()
  return { crc, size: bytes.length + shift }
}

/** Bits one behind the other, the lowest of each byte first. */
class Bits {
  readonly #bytes: Uint8Array
  #at: number
  #held = 0
  #count = 0

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.#at = at
  }

  /** At most 24 bits. */
  put(value: number, count: number): void {
    let held = this.#held | (value << this.#count)
    let left = this.#count + count
    let at = this.#at
    const bytes = this.#bytes
    for (; left >= 8; left -= 8) {
      bytes[at++] = held
      held >>>= 8
    }
    this.#held = held
    this.#count = left
    this.#at = at
  }

  /** Bytes as letters. */
  putBytes(letters: Uint8Array, start: number, end: number, { codes, lengths }: Codes): void {
    for (let i = start; i < end; i++) {
      const letter = letters[i] as number
      this.put(codes[letter] as number, lengths[letter] as number)
    }
  }

  putMatch(length: number, distance: number, { codes, lengths }: Codes): void {
    const symbol = lengthSymbol[length] as number
    const bits = lengths[symbol] as number
    this.put(
      (codes[symbol] as number) | ((lengthRest[length] as number) << bits),
      bits + (lengthBits[length] as number),
    )
    const far = distanceSymbol(distance)
    this.put(codes[letterSymbols + far] as number, lengths[letterSymbols + far] as number)
    const rest = distanceBits[far] as number
    this.put((distance - 1) & ((1 << rest) - 1), rest)
  }

  /** Fills the last byte up; gives where it ends. */
  end(): number {
    this.put(0, (8 - this.#count) % 8)
    return this.#at
  }
}
