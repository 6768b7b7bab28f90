import { describe, expect, it } from 'vitest'
import { Log } from '../src/diagnostics.js'
import { outputPath, placeOutputs } from '../src/output-names.js'

const place = (...paths: string[]) => {
  const log = new Log()
  const placed = placeOutputs(
    paths.map((path) => ({ path, sheet: { file: `content/${path}`, week: null } })),
    paths.map((path) => ({ path })),
    log,
  )
  return { folders: placed.map((p) => p.folder), said: log.messages.map((m) => `${m.file} ${m.code}`) }
}

describe('placeOutputs', () => {
  it('mirrors the content folder', () => {
    expect(place('week-17/04_daily_recall.md', 'week-18/recall.md').folders).toEqual(['week-17', 'week-18'])
    expect(place('recall.md').folders).toEqual([''])
  })

  it('gives sheets that share a folder one each', () => {
    expect(place('weeks/week-01.md', 'weeks/week-02.md').folders).toEqual(['weeks/week-01', 'weeks/week-02'])
  })

  it('gives each week of a file a folder, and a week of several files one', () => {
    const several = (week: number) => ({
      path: 'c/recall.md',
      sheet: { file: 'c/recall.md', week, oneOfSeveral: true as const },
    })
    const joined = { path: 'w/a.md', files: ['w/a.md', 'w/b.md'], sheet: { file: 'w/a.md', week: 3 } }
    const folders = (sheets: Parameters<typeof placeOutputs>[0], ...paths: string[]) =>
      placeOutputs(
        sheets,
        paths.map((path) => ({ path })),
        new Log(),
      ).map(({ folder }) => folder)
    expect(folders([several(1), several(2)], 'c/recall.md')).toEqual(['c/week-1', 'c/week-2'])
    expect(folders([several(1), several(2)], 'c/recall.md', 'c/x.md')).toEqual(['c/recall/week-1', 'c/recall/week-2'])
    expect(folders([joined], 'w/a.md', 'w/b.md')).toEqual(['w'])
    expect(folders([joined], 'w/a.md', 'w/b.md', 'w/quiz.md')).toEqual(['w/week-3'])
  })

  it('keeps the name of the manifest free', () => {
    expect(place('recall-manifest.json/recall.md').said).toEqual([
      'content/recall-manifest.json/recall.md output-name-clash',
    ])
  })

  it('reports a clash at both sheets', () => {
    expect(place('a/x.md', 'a/X.txt').said).toEqual([
      'content/a/x.md output-name-clash',
      'content/a/X.txt output-name-clash',
    ])
    expect(place('a/b.md', 'a/c.md', 'a/b/recall.md').said).toHaveLength(2)
    expect(place('a/b.md', 'a/c.md').said).toEqual([])
  })
})

it('outputPath joins with a slash', () => {
  expect([outputPath('', 'deck.pptx'), outputPath('week-1', 'deck.pptx')]).toEqual(['deck.pptx', 'week-1/deck.pptx'])
})
