import { expect, test } from 'vitest'
import { withinString } from '../../../src/workbook/pdf/pdf-text.js'

/** Bytes of a string in a PDF, two before its letters. */
const bytesOf = (text: string): number => 2 + Buffer.byteLength(text, 'utf16le')

test('no string is longer than PDF/A allows, and none ends in half a letter', () => {
  expect(withinString('a formula')).toBe('a formula')
  for (const long of ['é'.repeat(40_000), `${'x'.repeat(15_998)}${'😀'.repeat(9_000)}`]) {
    const kept = withinString(long)
    expect(bytesOf(kept)).toBeLessThan(32_768)
    expect(kept).toMatch(/…$/)
    expect(Buffer.from(kept).toString()).toBe(kept)
    expect(long.startsWith(kept.slice(0, -1))).toBe(true)
  }
})
