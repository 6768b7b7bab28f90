/** Parts → what a ZIP writes: repetitions found, words in bytes, codes chosen. */
import { crc32, deflateRawSync } from 'node:zlib'
import type { Recent } from '../../text/recent.js'
import type { Pattern } from '../draw/looks.js'
import { deflate, Output, type ReadyPart } from './deflate.js'
import {
  type Codes,
  codesFor,
  codesOfLengths,
  distanceSymbols,
  fixedCodes,
  lengthsFor,
  letterSymbols,
} from './huffman.js'
import { type Matched, matchesOf } from './matches.js'
import type { Packed } from './zip.js'

/** A part that is made of a pattern. */
export interface FilledPart {
  pattern: Pattern
  /** Words by the numbers of their marks, escaped. */
  words: readonly string[]
}

/** What was found in patterns, for as long as someone has them. */
const knownMatches = new WeakMap<Pattern, Matched>()

function knownMatchesOf(pattern: Pattern): Matched {
  const known = knownMatches.get(pattern) ?? matchesOf(pattern)
  knownMatches.set(pattern, known)
  return known
}

/**
 * Readies parts that are there many times. The codes are the best for all of them together; a small part has the fixed ones, which need no head.
 * They hang on these parts alone, never on what was packed before.
 */
export function readyParts(parts: readonly FilledPart[]): ReadyPart[] {
  const encoded = parts.map(encode)
  return encoded.map(choosing(codesFor(countsOf(encoded))))
}

/** Parts that were packed before, by their words and their pattern, as long as someone has the words; and the codes that they were packed with. */
export interface PackedBefore {
  parts: WeakMap<FilledPart['words'], Map<Pattern, PackedPart>>
  /** By the lengths of all codes, as text. */
  codes: Recent<Codes>
}

/** A part as it was packed; `counts`: how often each byte is there in its words. */
interface PackedPart {
  encoded: EncodedPart
  counts: Uint32Array
  codes: Codes
  packed: Packed
}

/** As `readyParts`, and packs them, but for those that were packed with the same codes before: an edit of a few words seldom changes any. */
export function packAlike(parts: readonly FilledPart[], before: PackedBefore): Packed[] {
  const known = parts.map(({ words, pattern }) => before.parts.get(words)?.get(pattern))
  const encoded = parts.map((part, i) => known[i]?.encoded ?? encode(part))
  const counts = encoded.map(({ words }, i) => known[i]?.counts ?? countWords(words, new Uint32Array(256)))
  const lengths = lengthsFor(countsOf(encoded, counts))
  const name = String.fromCharCode(...lengths)
  let codes = before.codes.get(name)
  if (!codes) {
    codes = codesOfLengths(lengths)
    before.codes.keep(name, codes)
  }
  const choose = choosing(codes)
  return parts.map(({ words, pattern }, i) => {
    const kept = known[i]
    if (kept?.codes === codes) return kept.packed
    const each = encoded[i] as EncodedPart
    const packed = packPart(choose(each))
    const alike = before.parts.get(words) ?? new Map()
    before.parts.set(words, alike.set(pattern, { encoded: each, counts: counts[i] as Uint32Array, codes, packed }))
    return packed
  })
}

/** Packs a part that is there once. To look for what repeats in it pays only in a pattern, which many parts share: here Node's own library is faster. */
export function packWhole(xml: string): Packed {
  const bytes = encoder.encode(xml)
  return { bytes: deflateRawSync(bytes), crc: crc32(bytes), size: bytes.length }
}

function packPart(part: ReadyPart): Packed {
  const output = new Output()
  const { crc, size } = deflate(part, output)
  return { bytes: output.bytes.slice(0, output.length), crc, size }
}

/** A part whose codes are not chosen yet. */
type EncodedPart = Omit<ReadyPart, 'codes'>

function encode({ pattern, words }: FilledPart): EncodedPart {
  return encodeWords(knownMatchesOf(pattern), words)
}

/** Chooses codes for each part: these, or the fixed ones where they are better. */
function choosing(codes: Codes): (part: EncodedPart) => ReadyPart {
  const gains = new Map<Matched, number>()
  /** Bits that each letter takes less than with the fixed ones. */
  const less = Int8Array.from(fixedCodes.lengths.subarray(0, 256), (fixed, i) => fixed - (codes.lengths[i] as number))
  const least = less.reduce((a, b) => Math.min(a, b))
  return ({ matched, words, ends }) => {
    let gain = gains.get(matched)
    if (gain === undefined) {
      gain = gainOf(codes, matched)
      gains.set(matched, gain)
    }
    let bits = gain - codes.headBits
    // Most patterns gain more than any words could lose.
    if (bits + least * words.length <= 0)
      for (let i = 0; i < words.length; i++) bits += less[words[i] as number] as number
    return { matched, words, ends, codes: bits > 0 ? codes : fixedCodes }
  }
}

const encoder = new TextEncoder()

/** Where the words of a part are put into bytes, one part after the other. */
let room = new Uint8Array(1 << 12)

function encodeWords(matched: Matched, words: readonly string[]): EncodedPart {
  const { words: order } = matched
  let most = 0
  for (const word of order) most += 3 * (words[word] ?? '').length
  if (most > room.length) room = new Uint8Array(2 * most)
  const bytes = room
  const ends = new Int32Array(order.length)
  let length = 0
  for (let i = 0; i < order.length; i++) {
    const word = words[order[i] as number] ?? ''
    // ASCII is its own code; to ask the encoder takes longer than most words.
    let plain = 0
    for (; plain < word.length; plain++) {
      const code = word.charCodeAt(plain)
      if (code > 127) break
      bytes[length + plain] = code
    }
    length += plain
    if (plain < word.length) length += encoder.encodeInto(word.slice(plain), bytes.subarray(length)).written
    ends[i] = length
  }
  return { matched, words: bytes.slice(0, length), ends }
}

/** How often each symbol is there in all of them. `known`: how often each byte is there in the words of each, where that is counted already. */
function countsOf(parts: readonly EncodedPart[], known?: readonly Uint32Array[]): Uint32Array {
  const counts = new Uint32Array(letterSymbols + distanceSymbols)
  const alike = new Map<Matched, number>()
  for (const { matched } of parts) alike.set(matched, (alike.get(matched) ?? 0) + 1)
  if (known)
    for (const each of known)
      for (let i = 0; i < each.length; i++) counts[i] = (counts[i] as number) + (each[i] as number)
  else for (const { words } of parts) countWords(words, counts)
  for (const [{ counts: each }, times] of alike)
    for (let i = 0; i < counts.length; i++) counts[i] = (counts[i] as number) + times * (each[i] as number)
  return counts
}

function countWords(words: Uint8Array, counts: Uint32Array): Uint32Array {
  for (let i = 0; i < words.length; i++) {
    const letter = words[i] as number
    counts[letter] = (counts[letter] as number) + 1
  }
  return counts
}

/** Bits that codes save over the fixed ones in a pattern. */
function gainOf(codes: Codes, { counts }: Matched): number {
  let bits = 0
  for (let i = 0; i < counts.length; i++)
    bits += (counts[i] as number) * ((fixedCodes.lengths[i] as number) - (codes.lengths[i] as number))
  return bits
}
