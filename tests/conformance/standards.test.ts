/** What a workbook declares, PDF/UA-1 and PDF/A-2, against veraPDF. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MadeWorkbook, pdfOf } from '../workbook/make.js'
import { requireTool } from './tools.js'
import { type Verdict, validate } from './verapdf.js'
import { made } from './workbooks.js'

const folder = mkdtempSync(join(tmpdir(), 'cold-recall-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string): string => join(folder, `${name.replace(/\W/g, '-')}.pdf`)
const levelOf = (bytes: Uint8Array): string => {
  const [, part, level] =
    /<pdfaid:part>(\d)<.*?<pdfaid:conformance>(.)</s.exec(Buffer.from(bytes).toString('latin1')) ?? []
  return part === undefined ? 'none' : `${part}${level}`.toLowerCase()
}

/** A file with each of its objects in the open. */
function withoutObjectStreams(file: string): string {
  const run = spawnSync(requireTool('qpdf'), ['--object-streams=disable', '--stream-data=preserve', file, '-'], {
    maxBuffer: 1 << 26,
  })
  if (run.status !== 0) throw new Error(run.stderr.toString())
  return run.stdout.toString('latin1')
}

/** Files with one fault each, made by putting other bytes of the same length into a sound one. */
const spoilt: [name: string, from: string, to: string, flavour: string, rule: string][] = [
  ['no PDF/UA', '<pdfuaid:part>1', '<pdfuaid:part>2', 'ua1', '5-2'],
  ['no language', '/Lang (de', '/Long (de', 'ua1', '7.2-34'],
  ['no mark', '/Marked true', '/Marked null', 'ua1', '6.2-1'],
  ['no alternative text', '/Contents (', '/Kontents (', 'ua1', '7.18.5-2'],
  ['another part of PDF/A', '<pdfaid:part>2', '<pdfaid:part>3', '2a', '6.6.4-2'],
  ['no colour space', '/OutputIntents', '/OutputIndents', '2a', '6.2.4.3-4'],
  ['a schema that is not explained', 'pdfua/ns/id/</pdfaSchema', 'pdfua/ns/ix/</pdfaSchema', '2a', '6.6.2.3.1-1'],
]

describe('veraPDF', () => {
  const names = Object.keys(made)
  const levels = new Map<string, string>()
  let verdicts: Verdict[]

  beforeAll(async () => {
    for (const name of names) {
      const bytes = await pdfOf(made[name] as MadeWorkbook)
      levels.set(name, levelOf(bytes))
      writeFileSync(fileOf(name), bytes)
    }
    const sound = withoutObjectStreams(fileOf('German words in an English frame'))
    for (const [name, from, to] of spoilt) {
      expect(sound).toContain(from)
      writeFileSync(fileOf(name), sound.replace(from, to), 'latin1')
    }
    const named = (wanted: (name: string) => boolean): string[] => names.filter(wanted).map(fileOf)
    verdicts = [
      ...validate(
        named(() => true),
        ['ua1'],
      ),
      ...['2a', '2b'].flatMap((level) =>
        validate(
          named((name) => levels.get(name) === level),
          [level],
        ),
      ),
      ...['ua1', '2a'].flatMap((flavour) =>
        validate(
          spoilt.filter((each) => each[3] === flavour).map(([name]) => fileOf(name)),
          [flavour],
        ),
      ),
    ]
  })

  const verdictOf = (name: string, flavour: string | undefined): Verdict | undefined =>
    verdicts.find((verdict) => verdict.file === fileOf(name) && verdict.flavour === flavour)

  test.each(names)('finds that "%s" holds what it declares', (name) => {
    for (const flavour of ['ua1', levels.get(name)].filter((each) => each !== 'none')) {
      const verdict = verdictOf(name, flavour)
      expect(verdict?.broken).toEqual([])
      expect(verdict?.holds).toBe(true)
      expect(verdict?.checks).toBeGreaterThan(1000)
    }
  })

  test('finds level a in all but signs of private use, and none where a picture has the inks of a press', () => {
    const others = names.flatMap((name) => (levels.get(name) === '2a' ? [] : [`${name}: ${levels.get(name)}`]))
    expect(others).toEqual(['a picture for a press: none', 'signs of private use: 2b'])
  })

  test.each(spoilt)('complains of %s', (name, _from, _to, flavour, rule) => {
    const verdict = verdictOf(name, flavour)
    expect(verdict?.holds).toBe(false)
    expect(verdict?.broken.map((each) => each.split(' ')[0])).toContain(rule)
  })
})
