/** Codes of the symbols of a deflate stream (RFC 1951 §3.2): short ones for what is there often. */

/** Symbols of letters and lengths, and those of distances behind them (RFC 1951 §3.2.5): all that a table of counts or codes holds. */
export const letterSymbols = 286
export const distanceSymbols = 30
/** Ends a block. */
export const endOfBlock = 256

/** Codes of all symbols, and the bits with which a block begins that has them. */
export interface Codes {
  /** Code of each symbol, letters and lengths before distances, in the order in which its bits are written; the first lowest. */
  codes: Uint16Array
  /** Bits of each; nought for a symbol without a code. */
  lengths: Uint8Array
  /** The head of a block: values and their bits, by turns. */
  head: Int32Array
  /** Bits of the head. */
  headBits: number
}

/** The codes that RFC 1951 §3.2.6 gives: a block with them has a head of three bits. */
export const fixedCodes: Codes = (() => {
  const letters = Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))
  const distances = new Uint8Array(distanceSymbols).fill(5)
  return {
    codes: joined(codesOf(letters).subarray(0, letterSymbols), codesOf(distances)),
    lengths: joined(letters.subarray(0, letterSymbols), distances),
    // The last block; fixed codes.
    head: Int32Array.of(1, 1, 1, 2),
    headBits: 3,
  }
})()

/** The best codes for symbols that are there so often. Symbols that are counted nought times have none. */
export function codesFor(counts: Uint32Array): Codes {
  const letters = codeLengths(counts.subarray(0, letterSymbols), 15)
  const distances = codeLengths(counts.subarray(letterSymbols), 15)
  const head = headOf(letters, distances)
  return {
    codes: joined(codesOf(letters), codesOf(distances)),
    lengths: joined(letters, distances),
    head: Int32Array.from(head),
    headBits: head.reduce((sum, each, i) => (i % 2 === 0 ? sum : sum + each), 0),
  }
}

function joined<T extends Uint8Array | Uint16Array>(letters: T, distances: T): T {
  const all = letters instanceof Uint8Array ? new Uint8Array(316) : new Uint16Array(316)
  all.set(letters)
  all.set(distances, letterSymbols)
  return all as T
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

function turned(code: number, bits: number): number {
  let result = 0
  for (let i = 0; i < bits; i++) result |= ((code >> i) & 1) << (bits - 1 - i)
  return result
}

/** The order in which the lengths of codes of lengths stand (RFC 1951 §3.2.7). */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** The head of the last block, with the lengths of its codes: values and their bits, by turns. */
function headOf(letters: Uint8Array, distances: Uint8Array): number[] {
  const [letterCount, distanceCount] = [Math.max(257, usedOf(letters)), Math.max(1, usedOf(distances))]
  const runs = runsOf([...letters.subarray(0, letterCount), ...distances.subarray(0, distanceCount)])
  const counts = new Uint32Array(19)
  for (const { symbol } of runs) counts[symbol] = (counts[symbol] as number) + 1
  const lengths = codeLengths(counts, 7)
  const codes = codesOf(lengths)
  const told = Math.max(4, lengthOrder.findLastIndex((symbol) => lengths[symbol] !== 0) + 1)
  const head = [1, 1, 2, 2, letterCount - 257, 5, distanceCount - 1, 5, told - 4, 4]
  for (const symbol of lengthOrder.slice(0, told)) head.push(lengths[symbol] as number, 3)
  for (const { symbol, extra, bits } of runs) head.push(codes[symbol] as number, lengths[symbol] as number, extra, bits)
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
