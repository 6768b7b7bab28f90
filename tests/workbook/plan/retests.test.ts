import { expect, test } from 'vitest'
import { Log } from '../../../src/diagnostics.js'
import { parseSheet } from '../../../src/sheet/parse.js'
import { retestDates } from '../../../src/workbook/plan/retests.js'

const dates = (front: string, lang = 'en-GB') => {
  const days = ['Monday', 'Wednesday', 'Weekend review', 'Extra'].map((day) => `## ${day}\n\n1. Why ${day}?\n`)
  const sheet = parseSheet(`---\nweek: 1\n${front}\n---\n\n# Recall\n\n${days.join('\n')}`, 'recall.md', new Log())
  return sheet.days.map((day) => retestDates(day, sheet, [2, 7], lang).join(' | '))
}

test('count from the day itself, in the language of the sheet', () => {
  expect(dates('start: 2026-11-23')).toEqual(['25 Nov | 30 Nov', '27 Nov | 2 Dec', '30 Nov | 5 Dec', '28 Nov | 3 Dec'])
  expect(dates('start: 2026-11-23', 'de')[0]).toBe('25. Nov. | 30. Nov.')
})

test('a week may start on any day', () => {
  expect(dates('start: 2026-11-25').slice(0, 2)).toEqual(['2 Dec | 7 Dec', '27 Nov | 2 Dec'])
})

test('there are none without a start', () => {
  expect(dates('course: Cells')).toEqual(['', '', '', ''])
})
