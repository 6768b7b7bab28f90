import { describe, expect, it } from 'vitest'
import { filesElsewhere, filesOfLostDays } from '../../../src/commands/building/made-no-more.js'
import type { ManifestSheet } from '../../../src/identity/model.js'

const week = (files: string[], days: string[] = ['monday', 'tuesday']): ManifestSheet => ({
  path: 'week-1/recall.md',
  week: null,
  outputs: files.map((path) => ({ path })),
  days: days.map((key) => ({ key, name: key, code: key, revision: 'aa', pages: ['1'] })),
  questions: [],
})

describe('files that no build makes any more:', () => {
  const made = new Set(['w/recall/workbook.pdf'])

  it('those of a week in another folder than it is built into, but no booklets', () => {
    const now = week(['w/recall/workbook.pdf', 'w/recall/deck.pptx', 'w/sheets/1-monday.pdf', 'w/workbook.pdf'])
    now.outputs.push({ path: 'w/booklet.pdf', booklet: true })
    expect(filesElsewhere(now, made)).toEqual(['w/sheets/1-monday.pdf', 'w/workbook.pdf'])
  })

  it('none where nothing of the week was made', () => {
    expect(filesElsewhere(week(['w/workbook.pdf']), made)).toEqual([])
  })

  const lostOf = (files: string[], days?: string[], before: string[] = []) =>
    filesOfLostDays(
      { before: null, now: week([...made, ...files], days), files: before.map((path) => ({ path })) },
      made,
    )

  it('those of days that are gone or stand elsewhere in the week, of all kinds', () => {
    const files = ['sheets/1-monday-key.pdf', 'sheets/2-tuesday.pdf', 'decks/1-monday+2-tuesday.pptx', 'deck.pptx']
    const paths = files.map((file) => `w/recall/${file}`)
    expect(lostOf(paths)).toEqual([])
    expect(lostOf(paths, ['monday'])).toEqual([paths[1], paths[2]])
    expect(lostOf(paths, ['tuesday', 'monday'])).toEqual(paths.slice(0, 3))
  })

  it('also those that a week of another name has left in its folder, and not those in folders that are left as a whole', () => {
    expect(lostOf([], [], ['w/recall/sheets/1-monday.pdf'])).toEqual(['w/recall/sheets/1-monday.pdf'])
    expect(lostOf(['w/sheets/1-monday.pdf'], [])).toEqual([])
  })

  it('none of a folder of sheets that is called as those of days are', () => {
    const own = new Set(['sheets/workbook.pdf'])
    const now = week(['sheets/workbook.pdf', 'sheets/workbook-student.pdf'])
    expect(filesOfLostDays({ before: null, now, files: [] }, own)).toEqual([])
  })
})
