import { expect, it } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { checkSheet } from '../../src/sheet/check.js'
import { parseSheet } from '../../src/sheet/parse.js'

it('what was told of one sheet is not taken for what is to be told of another', () => {
  const log = new Log()
  const [first, second] = [
    'Why does a door open? See notes.md §1 which says so.',
    'Why is a window in a §1.2 house?',
  ].map((asked, i) => parseSheet(`# Week ${i + 1}\n\n## Monday\n\n1. ${asked}\n`, `week-${i + 1}.md`, log))
  if (!first || !second) throw new Error('not read')
  for (const sheet of [first, second]) checkSheet(sheet, log)
  const unread = log.messages.filter(({ code }) => code === 'citation-unread').map(({ file }) => file)
  expect(unread).toEqual(['week-1.md', 'week-2.md'])
})
