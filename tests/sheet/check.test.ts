import { expect, it } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { checkSheets } from '../../src/sheet/check.js'
import { parseSheet, parseSheets } from '../../src/sheet/parse.js'

it('what was told of one sheet is not taken for what is to be told of another', () => {
  const log = new Log()
  const [first, second] = [
    'Why does a door open? See notes.md §1 which says so.',
    'Why is a window in a §1.2 house?',
  ].map((asked, i) => parseSheet(`# Week ${i + 1}\n\n## Monday\n\n1. ${asked}\n`, `week-${i + 1}.md`, log))
  if (!first || !second) throw new Error('not read')
  checkSheets([first, second], log)
  const unread = log.messages.filter(({ code }) => code === 'citation-unread').map(({ file }) => file)
  expect(unread).toEqual(['week-1.md', 'week-2.md'])
})

it('answers of a file that holds several weeks are told in one count', () => {
  const log = new Log()
  const week = (n: number, answers: number) =>
    `# Week ${n}\n\n## Monday\n\n${Array.from({ length: answers }, (_, i) => `${i + 1}. Why ${n}.${i}?\n\n   Answer: so\n`).join('\n')}\n`
  const text = [week(1, 2), week(2, 3), week(3, 3)].join('\n')
  checkSheets(parseSheets(text, 'weeks.md', log), log)
  checkSheets(parseSheets(week(4, 1), 'week-4.md', log), log)
  const kept = log.messages.filter(({ code }) => code === 'answers-kept')
  expect(kept.map(({ file, reason }) => `${file} ${reason.split(' ')[0]}`)).toEqual(['weeks.md 8', 'week-4.md 1'])
})
