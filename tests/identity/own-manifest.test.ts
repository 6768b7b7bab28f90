import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { manifestBytes, readManifest } from '../../src/identity/manifest-file.js'
import type { Manifest, ManifestSheet } from '../../src/identity/model.js'
import { nextManifest } from '../../src/identity/next-manifest.js'
import { questionIds, readOwnManifest, wholeSheet, writtenEntry } from '../../src/identity/own-manifest.js'

/** Words with all that JSON escapes and UTF-8 has several bytes for, and with what stands between entries. */
const words = fc
  .array(fc.constantFrom('a', '"', '\\', '\n', '    },', '{"id":"', 'é', '语', '🚪', '\u2028', ' '), { maxLength: 8 })
  .map((parts) => parts.join(''))
const id = words.map((text) => `q${text}`)
const digest = fc.constantFrom('abcdef', '0123456789ab')
const remembered = { id, words, citations: fc.array(words, { maxLength: 2 }) }
const question = fc.record(
  {
    ...remembered,
    code: words,
    day: words,
    number: fc.integer({ min: 1, max: 99 }),
    printed: fc.record({
      page: fc.option(words),
      slides: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }),
      asked: digest,
      space: digest,
      keyed: digest,
    }),
  },
  { requiredKeys: ['id', 'words', 'citations', 'code', 'day', 'number'] },
)
const path = words.map((text) => `week/${text}.md`)
const sheet: fc.Arbitrary<ManifestSheet> = fc.record(
  {
    path,
    week: fc.option(fc.integer({ min: 0, max: 60 })),
    files: fc.array(path, { minLength: 1, maxLength: 2 }),
    inputs: fc.array(fc.record({ path, sha256: digest }), { maxLength: 2 }),
    options: fc.dictionary(fc.constantFrom('paper', 'key'), words),
    outputs: fc.array(fc.record({ path, sha256: digest }, { requiredKeys: ['path'] }), { maxLength: 2 }),
    days: fc.array(
      fc.record({ key: words, name: words, code: words, revision: digest, pages: fc.array(words, { maxLength: 2 }) }),
      { maxLength: 2 },
    ),
    otherPages: fc.array(
      fc.record(
        { kind: fc.constantFrom('summary', 'exit-tickets'), day: words, pages: fc.array(words), said: digest },
        { requiredKeys: ['kind', 'pages', 'said'] },
      ),
      { maxLength: 2 },
    ),
    questions: fc.uniqueArray(question, { maxLength: 3, selector: (each) => each.id }),
  },
  { requiredKeys: ['path', 'week', 'outputs', 'questions'] },
)
const manifest: fc.Arbitrary<Manifest> = fc
  .record({
    version: fc.constant(1 as const),
    tool: words,
    sheets: fc.uniqueArray(sheet, { maxLength: 4, selector: (each) => each.path }),
    retired: fc.uniqueArray(fc.record(remembered), { maxLength: 2, selector: (each) => each.id }),
  })
  .map((each) => {
    // An id stands once in a manifest.
    const seen = new Set<string>()
    const first = ({ id: own }: { id: string }) => !seen.has(own) && Boolean(seen.add(own))
    return {
      ...each,
      sheets: each.sheets.map((one) => ({ ...one, questions: one.questions.filter(first) })),
      retired: each.retired.filter(first),
    }
  })

describe('readOwnManifest', () => {
  it('gives what reading all gives, and goes over into the next one byte for byte', () => {
    fc.assert(
      fc.property(manifest, (given) => {
        const bytes = manifestBytes(given)
        const read = readManifest(new TextDecoder().decode(bytes))
        const own = readOwnManifest(bytes)
        // Without sheets there is nothing to be spared.
        if (given.sheets.length === 0) return own === null
        if (!own || !('manifest' in read)) throw new Error('not read')
        expect(own.sheets.map(questionIds)).toEqual(given.sheets.map(({ questions }) => questions.map((one) => one.id)))
        expect(Buffer.compare(manifestBytes(own), bytes)).toBe(0)
        expect({ ...own, sheets: own.sheets.map(wholeSheet) }).toEqual(read.manifest)
        for (const [i, sheet] of read.manifest.sheets.entries()) expect(own.sheets[i]).toMatchObject(sheet)
        return true
      }),
    )
  })

  it('leads to the same next manifest, whichever sheets are looked at and gone', () => {
    fc.assert(
      fc.property(manifest, fc.array(fc.nat({ max: 3 })), fc.array(fc.nat({ max: 3 })), (given, looked, gone) => {
        const bytes = manifestBytes(given)
        const own = readOwnManifest(bytes)
        if (!own) return
        const pathsAt = (indexes: number[]) => indexes.flatMap((i) => given.sheets[i]?.path ?? [])
        const next = (last: Manifest) => {
          const vanished = new Set(pathsAt(gone))
          const built = last.sheets
            .filter((each) => pathsAt(looked).includes(each.path) && !vanished.has(each.path))
            .map(({ path: at, week, questions }) => ({ path: at, week, questions, outputs: [] }))
          const left = { manifest: last, vanished, sameRoot: true }
          return manifestBytes(nextManifest(built, new Set(), left, 'test').manifest)
        }
        expect(next(own).toString()).toBe(next(given).toString())
      }),
    )
  })

  it('knows the files of an entry whose head ends anywhere near the bytes that are looked at first', () => {
    for (let length = 300; length < 420; length++) {
      const files = ['a.md', 'b.md']
      const one = { path: `${'x'.repeat(length)}.md`, week: 3, files, outputs: [], questions: [] }
      const bytes = manifestBytes({ version: 1, tool: 'test', sheets: [one, { ...one, path: 'y.md' }], retired: [] })
      expect(readOwnManifest(bytes)?.sheets.map((sheet) => sheet.files)).toEqual([files, files])
    }
  })

  it('takes an entry apart only when it is asked for', () => {
    const own = readOwnManifest(
      new TextEncoder().encode(
        '{\n  "version": 1,\n  "tool": "test",\n  "sheets": [\n    {\n      "path": "a.md",\n      "week": null,\n      "outputs": torn\n    }\n  ],\n  "retired": []\n}\n',
      ),
    )
    expect(own?.sheets[0]?.path).toBe('a.md')
    const entry = own?.sheets[0] && writtenEntry(own.sheets[0])
    expect(entry?.file.toString('utf8', entry.start, entry.end)).toContain('torn')
    expect(() => own?.sheets[0]?.outputs).toThrow(SyntaxError)
  })

  it.each(['', '{}', '[]', '{"version":1,"tool":"test","sheets":[{}],"retired":[]}', '{\n  "version": 2,\n'])(
    'leaves %j to the reader of all',
    (text) => {
      expect(readOwnManifest(new TextEncoder().encode(text))).toBeNull()
    },
  )
})
