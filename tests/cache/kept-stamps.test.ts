/** Stamps as the cache has them: what is written is read again, and anything else does not hold. */
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StampReader, StampWriter } from '../../src/cache/kept-stamps.js'
import { holds, type Stamp } from '../../src/disk/stamps.js'

test('stamps are the same when they were written and read, whatever their paths and numbers are', () => {
  const path = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\n', '/', '语'), minLength: 1 })
  const digest = fc.constantFrom('0'.repeat(64), '0'.repeat(8))
  const number = fc.double({ noNaN: true, min: 0 })
  const stamp: fc.Arbitrary<Stamp> = fc.oneof(
    fc.record({
      path,
      kind: fc.constant('file' as const),
      digest,
      size: fc.nat(),
      modified: number,
      changed: number,
      place: number,
    }),
    fc.record({
      path,
      kind: fc.constantFrom('names' as const, 'searched' as const, 'leads' as const),
      names: fc.constantFrom('', 'a%20b.md/', '0'.repeat(64)),
    }),
    fc.record({ path, kind: fc.constantFrom('absent' as const, 'there' as const) }),
  )
  fc.assert(
    fc.property(fc.array(stamp), (given) => {
      const writer = new StampWriter()
      const kept = JSON.parse(JSON.stringify(given.map(writer.kept))) as unknown[]
      expect(kept.map(new StampReader(writer.numbers()).read)).toEqual(given)
    }),
  )
})

test.each([
  null,
  5,
  [],
  '',
  'x',
  'file',
  'file 3',
  'names',
  'names a',
  'filed 3 a',
  'file digest a.md',
  '{"kind":"absent"}',
])('%j holds of nothing', (kept) => {
  for (const numbers of [undefined, null, '', 'AAAA', 'no base64: §', new StampWriter().numbers()])
    expect(holds(tmpdir(), new StampReader(numbers).read(kept), Date.now())).toBe(false)
})
