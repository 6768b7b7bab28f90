import fc from 'fast-check'
import { EditMap } from 'micromark-util-edit-map'
import { expect, it } from 'vitest'
import { speedUpParser } from '../../../src/sheet/markdown/edit-map.js'

/** As the library has it: taken before ours stands in its place. */
const original = EditMap.prototype.consume
speedUpParser()

type Events = Parameters<EditMap['consume']>[0]

it('makes the same list of events as the library does', () => {
  const edit = fc.tuple(fc.nat(12), fc.nat(3), fc.array(fc.nat(), { maxLength: 3 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 14 }), fc.array(edit, { maxLength: 5 }), (numbers, edits) => {
      const [theirs, ours] = [original, EditMap.prototype.consume].map((consume) => {
        const events = numbers.map((n) => ['enter', n, null]) as unknown as Events
        const map = new EditMap()
        let from = 0
        // Edits do not overlap: the parser makes none that do.
        for (const [skip, remove, added, before] of edits) {
          const at = from + skip
          if (at + remove > numbers.length) break
          const add = added.map((n) => ['exit', n, null]) as unknown as Events
          if (before) map.addBefore(at, remove, add)
          else map.add(at, remove, add)
          from = at + remove
        }
        consume.call(map, events)
        return { events, left: map.map }
      })
      expect(ours).toEqual(theirs)
    }),
  )
})
