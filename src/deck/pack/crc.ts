/**
 * The check sum of ZIP entries: CRC-32 with the polynomial 0xEDB88320 (ZIP specification APPNOTE.TXT §4.4.7; RFC 1952 §8 has it in C).
 *
 * Read as polynomials over two values, the sum of two texts one behind the other is that of the first, times x once for each bit of the
 * second, plus that of the second. So the sum of a text that stands in many entries is reckoned once.
 */

const polynomial = 0xedb88320

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = (sum & 1) === 0 ? sum >>> 1 : (sum >>> 1) ^ polynomial
  return sum
})

/** The sum of what `crc` is the sum of, with `bytes` from `start` to `end` behind it. */
export function crcWith(crc: number, bytes: Uint8Array, start = 0, end = bytes.length): number {
  let sum = ~crc
  for (let i = start; i < end; i++) sum = (sum >>> 8) ^ (table[(sum ^ (bytes[i] as number)) & 255] as number)
  return ~sum
}

/** The sum of two texts, of which `first` and `second` are the sums, and `power` is `crcPower` of the length of the second. */
export const crcOfBoth = (first: number, second: number, power: number): number => times(first, power) ^ second

/** x to the power of the bits of `bytes` bytes. */
export function crcPower(bytes: number): number {
  let power = one
  let square = x8
  for (let rest = bytes; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = times(power, square)
    square = times(square, square)
  }
  return power
}

// The bit of the highest value stands for x to the power of nought.
const one = 0x80000000 | 0
const x8 = 0x00800000

/** The product of two polynomials, modulo that of the sum. */
function times(a: number, b: number): number {
  let product = 0
  let shifted = b
  for (let rest = a; rest !== 0; rest <<= 1) {
    if (rest < 0) product ^= shifted
    shifted = (shifted & 1) === 0 ? shifted >>> 1 : (shifted >>> 1) ^ polynomial
  }
  return product
}
