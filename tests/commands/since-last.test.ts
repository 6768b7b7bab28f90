import { describe, expect, it } from 'vitest'
import { olderFiles, olderLine, type WeekAgain, weeksAgain } from '../../src/commands/since-last.js'
import type { ManifestSheet } from '../../src/identity/model.js'

/** A week with a question of these words, built into files with these digests. */
const week = (words: string, files: Record<string, string>, path = 'week-1/recall.md'): ManifestSheet => ({
  path,
  week: null,
  outputs: Object.entries(files).map(([file, sha256]) => ({ path: file, sha256 })),
  days: [{ key: 'mon', name: 'Monday', code: 'W1·MON', revision: words, pages: ['1'] }],
  questions: [{ id: 'q', code: 'W1 Mon 1', day: 'mon', number: 1, words, citations: [] }],
})

const older = (weeks: WeekAgain[], made: string[], gone: string[] = []) =>
  olderFiles(weeks, new Set(made), (path) => !gone.includes(path))

describe('files that are older than a build:', () => {
  const before = week('aa', {
    'week-1/deck.pptx': 'd1',
    'week-1/workbook.pdf': 'w1',
    'week-1/workbook-student.pdf': 's1',
  })

  it('none where nothing has changed', () => {
    expect(older([{ before, now: before }], ['week-1/deck.pptx', 'week-1/workbook.pdf'])).toEqual([])
  })

  it('none where a file that was deleted is made again', () => {
    const lost = week('aa', { 'week-1/deck.pptx': 'd1', 'week-1/workbook.pdf': 'w1' })
    expect(older([{ before: lost, now: lost }], ['week-1/workbook.pdf'])).toEqual([])
  })

  it('those that were not made, where words have changed', () => {
    const now = week('bb', {
      'week-1/deck.pptx': 'd2',
      'week-1/workbook.pdf': 'w2',
      'week-1/workbook-student.pdf': 's1',
    })
    expect(older([{ before, now }], ['week-1/deck.pptx', 'week-1/workbook.pdf'])).toEqual([
      'week-1/workbook-student.pdf',
    ])
    expect(older([{ before, now }], [], ['week-1/workbook-student.pdf'])).toEqual([
      'week-1/deck.pptx',
      'week-1/workbook.pdf',
    ])
  })

  it('those that were not made, where only the look of another has changed', () => {
    const now = { ...before, outputs: before.outputs.map((each) => ({ ...each, sha256: `${each.sha256}f` })) }
    expect(older([{ before, now }], ['week-1/deck.pptx'])).toEqual([
      'week-1/workbook.pdf',
      'week-1/workbook-student.pdf',
    ])
  })

  it('and where the words have, though no file was made again', () => {
    const first = week('aa', { 'week-1/workbook-student.pdf': 's1' })
    const now = week('bb', { 'week-1/workbook-student.pdf': 's1', 'week-1/workbook.pdf': 'w1' })
    expect(older([{ before: first, now }], ['week-1/workbook.pdf'])).toEqual(['week-1/workbook-student.pdf'])
  })

  it('of a renamed week those that stand in its folder, and its booklet', () => {
    const then = week(
      'aa',
      { 'booklet.pdf': 'b1', 'week-1/workbook-student.pdf': 's1', 'other/deck.pptx': 'd1' },
      'week-1/old.md',
    )
    const now = week('bb', { 'week-1/workbook.pdf': 'w1' })
    const last = {
      manifest: { version: 1 as const, tool: '', sheets: [then], retired: [] },
      vanished: new Set(['week-1/old.md']),
      sameRoot: false,
    }
    const manifest = { ...last.manifest, sheets: [now] }
    const again = weeksAgain(last, { manifest, built: new Set(['week-1/recall.md\n']) })
    expect(older(again, ['week-1/workbook.pdf'])).toEqual(['booklet.pdf', 'week-1/workbook-student.pdf'])
    expect(weeksAgain(null, { manifest, built: new Set() })).toEqual([])
  })

  it('are named in one line, of very many the first', () => {
    const many = Array.from({ length: 60 }, (_, i) => `w/${i}.pdf`)
    expect(olderLine(many, 'out')).toBe(
      'out/w/0.pdf, out/w/1.pdf, out/w/2.pdf, out/w/3.pdf and 56 more are older than this build; build them again with the flags that they were made with, or delete them.\n',
    )
    expect(olderLine([], 'out')).toBe('')
  })
})
