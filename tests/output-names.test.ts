import { describe, expect, it } from 'vitest'
import { Log } from '../src/diagnostics.js'
import { outputPath, placeOutputs } from '../src/output-names.js'

const place = (...paths: string[]) => {
  const log = new Log()
  const placed = placeOutputs(
    paths.map((path) => ({ file: `content/${path}`, path })),
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
