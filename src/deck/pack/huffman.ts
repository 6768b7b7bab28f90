/** Codes of the symbols of a deflate stream (RFC 1951 §3.2): short ones for what is there often. */

/** Symbols of letters and lengths, and those of distances behind them (RFC 1951 §3.2.5): all that a table of counts or codes holds. */
export const letterSymbols = 286
/** Symbols of distances, behind those of letters and lengths. */
export const distanceSymbols = 30
/** The symbol that ends a block. */
export const endOfBlock = 256
/** Letters in the longest match that a length can tell (RFC 1951 §3.2.5). */
export const longest = 258

/** Symbol of each length, the first length that has it, and the bits that tell the rest (RFC 1951 §3.2.5). */
export const lengthSymbol = new Uint16Array(longest + 1)
const lengthBits = new Uint8Array(longest + 1)
const lengthRest = new Uint8Array(longest + 1)
for (let symbol = 257, from = 3; symbol < 285; symbol++) {
  const bits = symbol < 265 ? 0 : Math.floor((symbol - 261) / 4)
  for (let rest = 0; rest < 1 << bits && from + rest <= longest; rest++) {
    lengthSymbol[from + rest] = symbol
    lengthBits[from + rest] = bits
    lengthRest[from + rest] = rest
  }
  from += 1 << bits
}
lengthSymbol[longest] = 285
lengthBits[longest] = 0
lengthRest[longest] = 0

/** Symbol of a distance among those of distances; it is followed by `distanceBits` bits, the distance less 1 less `distanceFrom`. */
export function distanceSymbol(distance: number): number {
  const less = distance - 1
  if (less < 4) return less
  const high = 31 - Math.clz32(less)
  return 2 * high + ((less >> (high - 1)) & 1)
}
/** Bits behind each distance symbol, which tell the distances that share it apart. */
export const distanceBits = Uint8Array.from({ length: distanceSymbols }, (_, i) => (i < 4 ? 0 : (i >> 1) - 1))

/** Codes of all symbols, and the bits with which a block begins that has them. */
export interface Codes {
  /** Code of each symbol, letters and lengths before distances, as `bitsOf` has it. */
  codes: Int32Array
  /** Bits of each; nought for a symbol without a code. */
  lengths: Uint8Array
  /** Of each length of a match its code and the bits that tell the rest, as one. */
  matches: Int32Array
  /** The head of a block. */
  head: Int32Array
  /** Bits of the head. */
  headBits: number
}

/** Bits to write, at most 24, the first lowest; and above them how many they are. */
export const bitsOf = (value: number, count: number): number => value | (count << 24)

/** The codes that RFC 1951 §3.2.6 gives: a block with them has a head of three bits. */
export const fixedCodes: Codes = (() => {
  const letters = Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))
  const distances = new Uint8Array(distanceSymbols).fill(5)
  // The last block; fixed codes.
  return tableOf(letters, distances, [bitsOf(1, 1), bitsOf(1, 2)])
})()

/** The best codes for symbols that are there so often. Symbols that are counted nought times have none. */
export const codesFor = (counts: Uint32Array): Codes => codesOfLengths(lengthsFor(counts))

/** Bits of the best code of each symbol, as `Codes.lengths`. */
export function lengthsFor(counts: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(letterSymbols + distanceSymbols)
  lengths.set(codeLengths(counts.subarray(0, letterSymbols), 15))
  lengths.set(codeLengths(counts.subarray(letterSymbols), 15), letterSymbols)
  return lengths
}

/** The codes that have these bits. */
export function codesOfLengths(lengths: Uint8Array): Codes {
  const letters = lengths.subarray(0, letterSymbols)
  const distances = lengths.subarray(letterSymbols)
  return tableOf(letters, distances, headOf(letters, distances))
}

/** Codes by the bits of those of letters and of distances. */
function tableOf(letters: Uint8Array, distances: Uint8Array, head: readonly number[]): Codes {
  const lengths = new Uint8Array(letterSymbols + distanceSymbols)
  lengths.set(letters.subarray(0, letterSymbols))
  lengths.set(distances, letterSymbols)
  const codes = new Int32Array(lengths.length)
  codes.set(codesOf(letters).subarray(0, letterSymbols))
  codes.set(codesOf(distances), letterSymbols)
  const matches = new Int32Array(longest + 1)
  for (let length = 3; length <= longest; length++) {
    const symbol = lengthSymbol[length] as number
    const bits = lengths[symbol] as number
    const rest = (lengthRest[length] as number) << bits
    matches[length] = bitsOf((codes[symbol] as number) | rest, bits + (lengthBits[length] as number))
  }
  for (let i = 0; i < codes.length; i++) codes[i] = bitsOf(codes[i] as number, lengths[i] as number)
  return {
    codes,
    lengths,
    matches,
    head: Int32Array.from(head),
    headBits: head.reduce((sum, bits) => sum + (bits >>> 24), 0),
  }
}

/** Bits of the code of each symbol, at most `most`. Where the rarest would have more, counts are evened until they have not. */
function codeLengths(counts: Uint32Array, most: number): Uint8Array {
  const lengths = new Uint8Array(counts.length)
  const used: number[] = []
  for (let symbol = 0; symbol < counts.length; symbol++) if ((counts[symbol] as number) > 0) used.push(symbol)
  // One code alone would be complete with no bits; readers want one (RFC 1951 §3.2.7).
  if (used.length < 2) {
    lengths[used[0] ?? 0] = 1
    return lengths
  }
  for (let evening = 1; ; evening *= 2) {
    const weights = Float64Array.from(used, (symbol) => Math.ceil((counts[symbol] as number) / evening))
    const depths = treeDepths(weights)
    if (depths.some((depth) => depth > most)) continue
    used.forEach((symbol, i) => {
      lengths[symbol] = depths[i] as number
    })
    return lengths
  }
}

/** How deep each leaf lies in the tree that joins the two lightest knots until one is left (Huffman, 1952). */
function treeDepths(weights: Float64Array): Uint8Array {
  const count = weights.length
  // Sorted as numbers, by weight and then by place.
  const order = weights.map((weight, i) => weight * 512 + i).sort()
  // Leaves by weight, then the knots that are made of them: those too come in the order of their weight.
  const weight = new Float64Array(2 * count - 1)
  for (let i = 0; i < count; i++) weight[i] = Math.floor((order[i] as number) / 512)
  const parent = new Uint16Array(2 * count - 1)
  let leaf = 0
  let knot = count
  for (let made = count; made < weight.length; made++) {
    let sum = 0
    for (let child = 0; child < 2; child++) {
      const isLeaf = leaf < count && (knot >= made || (weight[leaf] as number) <= (weight[knot] as number))
      const lightest = isLeaf ? leaf++ : knot++
      sum += weight[lightest] as number
      parent[lightest] = made
    }
    weight[made] = sum
  }
  const depth = new Uint8Array(2 * count - 1)
  for (let i = 2 * count - 3; i >= 0; i--) depth[i] = (depth[parent[i] as number] as number) + 1
  const depths = new Uint8Array(count)
  for (let i = 0; i < count; i++) depths[(order[i] as number) % 512] = depth[i] as number
  return depths
}

/** Codes by their lengths (RFC 1951 §3.2.2), turned: a code is written with its highest bit first, all else with its lowest. */
function codesOf(lengths: Uint8Array): Uint16Array {
  const counts = new Uint16Array(17)
  for (const length of lengths) if (length > 0) counts[length + 1] = (counts[length + 1] as number) + 1
  const next = new Uint16Array(17)
  for (let bits = 1; bits < 17; bits++) next[bits] = ((next[bits - 1] as number) + (counts[bits] as number)) << 1
  return Uint16Array.from(lengths, (length) => {
    if (length === 0) return 0
    const code = next[length] as number
    next[length] = code + 1
    return turned(code, length)
  })
}

/** The lowest bits of a code the other way round: neighbours change places, then pairs of them, fours and eights. */
function turned(code: number, bits: number): number {
  const ones = ((code & 0x5555) << 1) | ((code >> 1) & 0x5555)
  const twos = ((ones & 0x3333) << 2) | ((ones >> 2) & 0x3333)
  const fours = ((twos & 0x0f0f) << 4) | ((twos >> 4) & 0x0f0f)
  return (((fours & 0xff) << 8) | (fours >> 8)) >> (16 - bits)
}

/** The order in which the lengths of codes of lengths stand (RFC 1951 §3.2.7). */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** The head of the last block, with the lengths of its codes. */
function headOf(letters: Uint8Array, distances: Uint8Array): number[] {
  const [letterCount, distanceCount] = [Math.max(257, usedOf(letters)), Math.max(1, usedOf(distances))]
  const runs = runsOf([...letters.subarray(0, letterCount), ...distances.subarray(0, distanceCount)])
  const counts = new Uint32Array(19)
  for (const { symbol } of runs) counts[symbol] = (counts[symbol] as number) + 1
  const lengths = codeLengths(counts, 7)
  const codes = codesOf(lengths)
  const told = Math.max(4, lengthOrder.findLastIndex((symbol) => lengths[symbol] !== 0) + 1)
  const head = [bitsOf(1, 1), bitsOf(2, 2)]
  head.push(bitsOf(letterCount - 257, 5), bitsOf(distanceCount - 1, 5), bitsOf(told - 4, 4))
  for (const symbol of lengthOrder.slice(0, told)) head.push(bitsOf(lengths[symbol] as number, 3))
  for (const { symbol, extra, bits } of runs)
    head.push(bitsOf(codes[symbol] as number, lengths[symbol] as number), bitsOf(extra, bits))
  return head
}

const usedOf = (lengths: Uint8Array): number => lengths.findLastIndex((length) => length !== 0) + 1

/** Lengths in a row, with runs of the same told once: 16 repeats the last 3 to 6 times, 17 and 18 nought 3 to 10 and 11 to 138 times. */
function runsOf(lengths: readonly number[]): { symbol: number; extra: number; bits: number }[] {
  const runs: { symbol: number; extra: number; bits: number }[] = []
  for (let i = 0; i < lengths.length; ) {
    const length = lengths[i] as number
    let end = i + 1
    while (end < lengths.length && lengths[end] === length) end++
    let left = end - i
    i = end
    if (length !== 0) {
      runs.push({ symbol: length, extra: 0, bits: 0 })
      left--
    }
    while (left >= 3) {
      const [symbol, least, most, bits] = length !== 0 ? [16, 3, 6, 2] : left >= 11 ? [18, 11, 138, 7] : [17, 3, 10, 3]
      const some = Math.min(left, most as number)
      runs.push({ symbol: symbol as number, extra: some - (least as number), bits: bits as number })
      left -= some
    }
    for (; left > 0; left--) runs.push({ symbol: length, extra: 0, bits: 0 })
  }
  return runs
}
