import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/text/digest.js'
import { sha256Of } from '../../src/text/sha256.js'

const byNode = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')

describe('SHA-256', () => {
  test('is what FIPS 180-4 says', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('of few bytes is what Node says, at every length', () => {
    const bytes = Uint8Array.from({ length: 1100 }, (_, i) => (i * 167) ^ (i >> 3))
    for (let length = 0; length <= bytes.length; length++) {
      const some = bytes.subarray(0, length)
      expect(sha256Of(some)).toBe(byNode(some))
    }
  })

  test('of words is what Node says', () => {
    const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.uint8Array({ maxLength: 400 }))
    fc.assert(
      fc.property(words, (content) => {
        expect(sha256Of(Buffer.from(content as string))).toBe(byNode(content))
        expect(sha256(content)).toBe(byNode(content))
      }),
    )
  })

  test('of short texts, of long ones, and of short ones again', () => {
    for (const text of ['short', 'é'.repeat(600), '\ud83d lone', 'long '.repeat(5000), 'short'])
      expect(sha256(text)).toBe(byNode(text))
  })
})
