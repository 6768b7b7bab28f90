import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Packed, putAside } from '../../src/build/packed.js'
import { Log } from '../../src/diagnostics.js'
import { parseSheets } from '../../src/sheet/parse.js'
import { repositoryText } from '../sheet/read.js'
import { realFile } from '../workbook/make.js'
import { sheet as randomSheet } from '../workbook/random-sheets.js'

/** Front matter, parts, options, tables, pictures, formulas, notes, pairs of surrogates and a half of one. */
const odd = `---
course: Doors — 门
pages: [brain-dump]
---

# Week 3 — Doors 🚪

Read this *first*.

## Monday — Hinges {sides=2}

1. Which of $x^2$ and \`a\`? {lines=4 id=first}
   a) One 😀
   b) Two
   - [x] Three
   - [ ] Four

   Answer: both. \uD800

   Teacher note: slowly.

2. Fill in. See notes.md §1–§3 (twice).

   | a | b |
   |---|---|
   |   |   |

   ![A door](door.png)
`

test.each([
  ['the real sheet', repositoryText(realFile)],
  ['an odd one', odd],
])('a sheet comes out as it went in: %s', (_name, text) => {
  for (const sheet of parseSheets(text, 'recall.md', new Log())) expect(new Packed(sheet).unpack()).toStrictEqual(sheet)
})

test('so does any other', () => {
  fc.assert(
    fc.property(randomSheet, (text) => {
      for (const sheet of parseSheets(text, 'recall.md', new Log()))
        expect(new Packed(sheet).unpack()).toStrictEqual(sheet)
    }),
    { numRuns: 20 },
  )
})

test('what is put aside is given as it was, whether it waits with few or with many', () => {
  const week = { title: 'Doors', pages: ['1', '2'] }
  for (const place of [0, 15, 16, 500]) expect(putAside(week, place)()).toStrictEqual(week)
  expect(putAside(week, 0)()).toBe(week)
})
