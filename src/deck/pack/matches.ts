/**
 * A pattern, searched once for what it says twice: the first half of deflate (RFC 1951 §2: LZ77), for all parts that are made of it.
 *
 * Where words stand between a text and its repetition, the distance grows by their length, which only a part knows. So a match is kept by
 * where it stands in the pattern alone. No match goes over the place of a word.
 */
import type { Pattern } from '../draw/looks.js'
import { distanceSymbol, distanceSymbols, endOfBlock, lengthSymbol, letterSymbols, longest } from './huffman.js'

/** A pattern in the form in which parts are packed. */
export interface Matched {
  /**
   * What to write, one behind the other: a byte below 256; 256 and the length of a match, followed by its distance in the pattern without
   * words and by the number of the piece that it repeats; or `nextWord`.
   */
  tokens: Int32Array
  /** Numbers of the words, in the order in which they come. */
  words: readonly number[]
  /** The fixed pieces, one behind the other, and each of them. */
  bytes: Uint8Array
  pieces: readonly Uint8Array[]
  /** How often each symbol is there, words left aside. Every byte of the pattern counts once more, for matches that words move too far away. */
  counts: Uint32Array
}

/** The token of a word. */
export const nextWord = -1

/** No distance is longer (RFC 1951 §2). */
export const farthest = 32_768
/** Three letters are seldom worth a match. */
const shortest = 4
/** So many earlier places are tried for the longest match. */
const tries = 48
/** A match of this length is taken without a look for a longer one. */
const goodMatch = 64

const hashBits = 13

const encoder = new TextEncoder()

/** Searches a pattern. */
export function matchesOf(pattern: Pattern): Matched {
  const fixed = pattern.filter((_, i) => i % 2 === 0)
  const words = pattern.filter((_, i) => i % 2 === 1).map(Number)
  const bytes = encoder.encode(fixed.join(''))
  const search = rooms.search(bytes, words.length)
  const pieces: Uint8Array[] = []
  let start = 0
  fixed.forEach((text, i) => {
    const end = start + Buffer.byteLength(text)
    pieces.push(bytes.subarray(start, end))
    search.ends.push(end)
    search.pieceAt.fill(i, start, end)
    start = end
  })
  pieces.forEach((piece, i) => {
    const end = search.ends[i] as number
    searchPiece(search, end - piece.length, end)
    if (i < words.length) search.tokens[search.count++] = nextWord
  })
  const tokens = search.tokens.slice(0, search.count)
  return {
    tokens,
    words,
    bytes,
    pieces,
    counts: countsOf(tokens),
  }
}

interface Search {
  bytes: Uint8Array
  /** End of each piece. */
  ends: number[]
  /** Piece of each byte. */
  pieceAt: Int32Array
  /** The last place of each hash of four bytes, and the place before each place; -1 for none. */
  heads: Int32Array
  before: Int32Array
  /** What was found, and how many of it. */
  tokens: Int32Array
  count: number
}

/** Room for a search, the same for all: to have it made anew takes longer than to search most patterns. */
class Rooms {
  readonly #heads = new Int32Array(1 << hashBits)
  #pieceAt = new Int32Array(1 << 14)
  #before = new Int32Array(1 << 14)
  #tokens = new Int32Array(1 << 14)

  search(bytes: Uint8Array, words: number): Search {
    // A byte is one token, and so is a word; a match of four bytes or more is three.
    const count = bytes.length + words
    if (count > this.#tokens.length) {
      this.#pieceAt = new Int32Array(2 * count)
      this.#before = new Int32Array(2 * count)
      this.#tokens = new Int32Array(2 * count)
    }
    const heads = this.#heads.fill(-1)
    return { bytes, ends: [], pieceAt: this.#pieceAt, heads, before: this.#before, tokens: this.#tokens, count: 0 }
  }
}

const rooms = new Rooms()

/** Greedy, but for a longer match that begins one byte later. */
function searchPiece(search: Search, start: number, end: number): void {
  const { bytes, pieceAt, tokens } = search
  let { count } = search
  let at = start
  let found = enter(search, at, end)
  while (at < end) {
    if (found === 0) {
      tokens[count++] = bytes[at++] as number
      found = enter(search, at, end)
      continue
    }
    const length = found % 512
    const place = Math.floor(found / 512)
    const next = length < goodMatch ? enter(search, at + 1, end) : 0
    if (next % 512 > length) {
      tokens[count++] = bytes[at++] as number
      found = next
      continue
    }
    tokens[count++] = 256 + length
    tokens[count++] = at - place
    tokens[count++] = pieceAt[place] as number
    note(search, at + (length < goodMatch ? 2 : 1), at + length, end)
    at += length
    found = enter(search, at, end)
  }
  search.count = count
}

/** Notes the places from `from` to `to` for later searches, as far as four bytes stand there. */
function note({ bytes, heads, before }: Search, from: number, to: number, end: number): void {
  const last = Math.min(to, end - shortest + 1)
  // Most bytes of a pattern stand in matches: so each is read once, and nothing is called.
  let four = from < last ? fourAt(bytes, from) << 8 : 0
  for (let at = from; at < last; at++) {
    four = (four >>> 8) | ((bytes[at + 3] as number) << 24)
    const hash = Math.imul(four, factor) >>> (32 - hashBits)
    before[at] = heads[hash] as number
    heads[hash] = at
  }
}

const factor = 0x9e3779b1

const fourAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) |
  ((bytes[at + 1] as number) << 8) |
  ((bytes[at + 2] as number) << 16) |
  ((bytes[at + 3] as number) << 24)

/** Notes a place; gives the longest match for it: its place times 512, and its length; 0 for none. */
function enter({ bytes, ends, pieceAt, heads, before }: Search, at: number, end: number): number {
  if (at + shortest > end) return 0
  const hash = Math.imul(fourAt(bytes, at), factor) >>> (32 - hashBits)
  let place = heads[hash] as number
  before[at] = place
  heads[hash] = at
  const most = Math.min(longest, end - at)
  let length = shortest - 1
  let best = 0
  for (let left = tries; place >= 0 && at - place <= farthest && left > 0 && length < most; left--) {
    // No longer one, if these differ.
    if (bytes[place + length] === bytes[at + length] && bytes[place + length - 1] === bytes[at + length - 1]) {
      const room = Math.min(most, (ends[pieceAt[place] as number] as number) - place)
      if (room > length) {
        let same = 0
        while (same < room && bytes[place + same] === bytes[at + same]) same++
        if (same > length) {
          length = same
          best = place
        }
      }
    }
    place = before[place] as number
  }
  return length < shortest ? 0 : best * 512 + length
}

/** About the length of words, for distances over some of them. */
const likelyWord = 24

function countsOf(tokens: Int32Array): Uint32Array {
  const counts = new Uint32Array(letterSymbols + distanceSymbols)
  const count = (symbol: number) => {
    counts[symbol] = (counts[symbol] as number) + 1
  }
  let piece = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as number
    if (token === nextWord) piece++
    else if (token < 256) count(token)
    else {
      const distance = (tokens[i + 1] as number) + likelyWord * (piece - (tokens[i + 2] as number))
      count(lengthSymbol[token - 256] as number)
      count(letterSymbols + distanceSymbol(Math.min(farthest, distance)))
      i += 2
    }
  }
  // A match repeats what stands before it: each byte is written out where it comes first, and so has been counted.
  for (let byte = 0; byte < 256; byte++) if ((counts[byte] as number) > 0) count(byte)
  for (let i = 0; i < distanceSymbols; i++) count(letterSymbols + i)
  count(endOfBlock)
  return counts
}
