import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readManifest } from '../../src/identity/manifest-file.js'
import type { Manifest } from '../../src/identity/model.js'
import { manifestText } from './manifest-text.js'

const manifest: Manifest = {
  version: 1,
  tool: 'cold-recall 0.1.0',
  sheets: [
    {
      path: 'week-3/monday.md',
      week: null,
      files: ['week-3/monday.md', 'week-3/tuesday.md'],
      outputs: [{ path: 'booklet.pdf', booklet: true }, { path: 'week-3/deck.pptx' }],
      days: [
        {
          ...{ key: 'monday', name: 'Monday', code: 'W3·MON', revision: '1a2b3c' },
          ...{ carries: { key: 'flip', front: '4d5e6f' }, pages: ['1', '2'] },
        },
      ],
      otherPages: [
        { kind: 'summary', pages: ['3'], said: '1a2b3c4d5e6f' },
        { kind: 'exit-tickets', day: 'monday', pages: ['5'], said: '1a2b3c4d5e6f' },
      ],
      questions: [{ id: 'q-1', code: 'W3 Mon 1', day: 'monday', number: 1, words: 'why', citations: ['a.md §1'] }],
    },
    { path: 'weeks.md', week: 2, outputs: [], questions: [] },
  ],
  retired: [{ id: 'q-2', words: 'how', citations: [] }],
}

const schema = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../../src/schemas/manifest-schema.json', import.meta.url), 'utf8')),
)

describe('manifest-schema.json', () => {
  it('describes what is written, and refuses what is not', () => {
    expect(schema.safeParse(JSON.parse(manifestText(manifest))).error?.issues).toBeUndefined()
    const wrong = [
      { ...manifest, version: 2 },
      { ...manifest, date: '2026-01-01' },
      { ...manifest, sheets: [{ path: 'a.md' }] },
      { ...manifest, retired: [{ id: '' }] },
    ]
    expect(wrong.map((value) => schema.safeParse(value).success)).toEqual([false, false, false, false])
  })
})

describe('readManifest', () => {
  it('reads what was written, a question a line', () => {
    const text = manifestText(manifest)
    expect(readManifest(text)).toEqual({ manifest })
    const read = readManifest(text)
    expect('manifest' in read && manifestText(read.manifest)).toBe(text)
    expect(text.split('\n').filter((line) => line.includes('"q-1"'))).toHaveLength(1)
  })

  it('leaves out keys that a later version may add', () => {
    const later = JSON.parse(manifestText(manifest))
    later.sheets[0].questions[0].page = 3
    expect(readManifest(JSON.stringify({ ...later, hashes: {} }))).toEqual({ manifest })
  })

  it.each<[string, unknown]>([
    ['id', ''],
    ['id', 'x'.repeat(701)],
    ['code', 3],
    ['day', 'x'.repeat(1001)],
    ['number', 0],
    ['number', 1.5],
    ['words', null],
    ['citations', ['x'.repeat(10_001)]],
    ['citations', {}],
    ['printed', null],
    ['printed', { page: 1, slides: [], asked: 'abcdef', space: 'abcdef', keyed: 'abcdef' }],
    ['printed', { page: null, slides: [0], asked: 'abcdef', space: 'abcdef', keyed: 'abcdef' }],
    ['printed', { page: null, slides: [], asked: 'nothex', space: 'abcdef', keyed: 'abcdef' }],
    ['printed', { page: null, slides: [], asked: 'abcdef', space: 'abcdef' }],
  ])('refuses a question whose %s is %j, and says where', (key, value) => {
    const wrong = JSON.parse(manifestText(manifest))
    wrong.sheets[0].questions.push({ ...wrong.sheets[0].questions[0], id: 'q-9', [key]: value })
    const read = readManifest(JSON.stringify(wrong))
    expect('why' in read && read.why).toMatch(new RegExp(`see sheets\\.0\\.questions\\.1\\.${key}`))
  })

  it('takes an id once, where it stands first', () => {
    const [first] = manifest.sheets
    const twice = {
      ...manifest,
      sheets: [...manifest.sheets, { ...first, path: 'z.md' }],
      retired: [{ id: 'q-1', words: '', citations: [] }],
    }
    const read = readManifest(JSON.stringify(twice))
    expect('manifest' in read && read.manifest.sheets.map(({ questions }) => questions.length)).toEqual([1, 0, 0])
    expect('manifest' in read && read.manifest.retired).toEqual([])
  })

  it.each([
    ['not JSON', '{', 'it is not JSON', false],
    ['a merge', '{\n<<<<<<< HEAD\n', 'it has the marks of an unfinished merge', false],
    ["another program's", '{"name": "app", "icons": []}', 'it is no manifest of Cold Recall (see version)', false],
    ['a list', '[]', 'it is no manifest of Cold Recall', false],
    ['null', 'null', 'it is no manifest of Cold Recall', false],
    ['a later version', '{"version": 7}', 'a later Cold Recall wrote it (version 7 of the format, expected 1)', true],
    ['an odd version', '{"version": "1"}', 'it is no manifest of Cold Recall (see version)', false],
    [
      'a path that leads out',
      JSON.stringify({ ...manifest, sheets: [{ ...manifest.sheets[1], path: '../x.md' }] }),
      'sheets.0.path',
      false,
    ],
    [
      'an absolute path',
      JSON.stringify({ ...manifest, sheets: [{ ...manifest.sheets[1], path: '/etc/x.md' }] }),
      'sheets.0.path',
      false,
    ],
    ['deep nesting', '['.repeat(100_000), 'it is not JSON', false],
    ['a prototype', '{"__proto__": {"version": 1, "tool": "", "sheets": [], "retired": []}}', 'no manifest', false],
  ])('says why it cannot use %s', (_, text, why, newer) => {
    const read = readManifest(text)
    expect(read).toMatchObject({ why: expect.stringContaining(why), newer })
  })
})
