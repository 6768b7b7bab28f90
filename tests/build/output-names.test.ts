import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outputPath, placeOutputs, safeName } from '../../src/build/output-names.js'
import { Log } from '../../src/diagnostics.js'

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

  it('keeps the name of the record of prints free, in any case', () => {
    expect(place('Recall-Prints.json/recall.md').said).toEqual([
      'content/Recall-Prints.json/recall.md output-name-clash',
    ])
  })

  it('makes names that every system takes', () => {
    expect(place('3: What?/recall.md', 'aux/con.md', 'aux/b.md').folders).toEqual(['3- What-', 'aux_/con_', 'aux_/b'])
  })

  it('reports names that are the same once they are safe, or where case and composition do not count', () => {
    const clash = (...paths: [string, string]) => expect(place(...paths).said, String(paths)).toHaveLength(2)
    clash('a?/recall.md', 'a:/recall.md')
    clash('Week/recall.md', 'week/recall.md')
    clash('\u00e9t\u00e9/recall.md', 'E\u0301t\u00e9/recall.md')
    clash('Straße/recall.md', 'STRASSE/recall.md')
    clash('week./recall.md', 'week/recall.md')
  })

  it('goes over 2,000 sheets in a moment', () => {
    const start = performance.now()
    expect(place(...Array.from({ length: 2000 }, (_, i) => `week-${i}/recall.md`)).said).toEqual([])
    expect(performance.now() - start).toBeLessThan(500)
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

describe('safeName', () => {
  it.each([
    ['week-17', 'week-17'],
    ['Woche 3 – Übung', 'Woche 3 – Übung'],
    ['.notes', '.notes'],
    ['a.b.c', 'a.b.c'],
    ['<>:"|?*\\/', '---------'],
    ['tab\there\0', 'tab-here-'],
    ['week...', 'week'],
    ['week . ', 'week'],
    [' week', 'week'],
    ['...', '_'],
    ['', '_'],
    ['con', 'con_'],
    ['CON.md', 'CON_.md'],
    ['nul .tar.gz', 'nul_ .tar.gz'],
    ['COM1', 'COM1_'],
    ['lpt¹', 'lpt¹_'],
    ['PRN', 'PRN_'],
    ['conin$', 'conin$_'],
    ['console', 'console'],
    ['com10', 'com10'],
    ['com', 'com'],
    ['auxiliary.md', 'auxiliary.md'],
  ])('%j → %j', (name, safe) => expect(safeName(name)).toBe(safe))

  it('cuts between letters, by bytes', () => {
    expect(safeName('x'.repeat(300))).toHaveLength(200)
    expect(safeName('日'.repeat(300))).toBe('日'.repeat(66))
    expect(safeName('😀'.repeat(300))).toBe('😀'.repeat(50))
    expect(safeName(`${'x'.repeat(199)}. y`)).toBe('x'.repeat(199))
  })

  it('of a safe name is the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name)
        expect(safeName(safe)).toBe(safe)
        expect(safe).not.toMatch(/[<>:"|?*\\/\0]|[. ]$|^(?:con|nul)$/i)
      }),
    )
  })
})
