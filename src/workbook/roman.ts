/** Roman figures: the numbers of pages before the first week of a booklet. */

const signs = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

/** 1 → "i", 14 → "xiv"; from 400 on with as many "c" as it takes. */
export function romanOf(number: number): string {
  const sign = signs.find(([, worth]) => worth <= number)
  return sign ? sign[0] + romanOf(number - sign[1]) : ''
}

/** "xiv" → 14, for what `romanOf` gives. */
export function numberOfRoman(word: string): number {
  const sign = signs.find(([letters]) => word.startsWith(letters))
  return sign ? sign[1] + numberOfRoman(word.slice(sign[0].length)) : 0
}
