import { expect, test } from 'vitest'
import { Log } from '../../../src/diagnostics.js'
import { openDesk } from '../../../src/workbook/frame.js'
import { KeySetter } from '../../../src/workbook/key/key-entries.js'
import { groupOf } from '../../../src/workbook/key/key-pieces.js'
import { KeyType } from '../../../src/workbook/key/key-type.js'
import { realFonts } from '../../real-fonts.js'
import { makeWorkbook, realSheet, realSources, sheetText } from '../make.js'

const sources = {
  'the_very_long_name_of_a_file_that_breaks.md': '# T\n\n## 1 A title of `code_in_it.md` and *more*\n\nWords.\n',
  'b.md': '# B\n\n## 2.1 Internationalization of $x^2$ and counterfactual identification\n\nWords.\n',
}
const made = sheetText({
  Monday: [
    'Why? See the_very_long_name_of_a_file_that_breaks.md §1.',
    'How? See b.md §2.1 and the_very_long_name_of_a_file_that_breaks.md.',
    'What?',
    'Who? See c.md §9.\n\n   Answer: Somebody who\n   - reads\n   - writes',
  ],
})

test.each([
  ['the real sheet', makeWorkbook(realSheet(), { sources: realSources() })],
  ['long names, formulas and answers', makeWorkbook(made, { sources })],
])('a key is measured as high as it is set: %s', (_, { plan, template }) => {
  const desk = openDesk(plan, template, realFonts(), new Log())
  const element = () => desk.canvas.root
  const key = plan.key!
  const setter = new KeySetter(new Map(), desk)
  const groups = [
    ...key.days.flatMap((day) => setter.dayGroups(day, element)),
    ...[true, false].flatMap((titles) =>
      key.reverse.flatMap((source) => setter.reverseGroups(source, titles, element)),
    ),
  ]
  expect(groups.length).toBeGreaterThan(4)
  for (const width of [70, 150, 240])
    for (const size of [9, 9.5, 11]) {
      const type = new KeyType(size, width, desk)
      for (const group of groups.map((pieces) => groupOf(pieces, type))) {
        const strips = group.strips()
        expect(group.heights).toEqual(strips.map(({ height }) => height))
        expect(group.airs).toBe(strips.findIndex(({ air }) => !air))
        expect(strips[0]?.again).toBeUndefined()
      }
    }
})
