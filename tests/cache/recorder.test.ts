import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Recorder, recordedFind } from '../../src/cache/recorder.js'
import { entriesIn, holds } from '../../src/disk/stamps.js'
import { sha256 } from '../../src/text/digest.js'

const cwd = mkdtempSync(join(tmpdir(), 'recorder-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

test('a font that a template knows without reading it has a stamp as one that was read', () => {
  const path = 'templates-ours.ttf'
  writeFileSync(join(cwd, path), 'bytes of a font')
  const recorder = new Recorder(cwd)
  const digest = sha256('bytes of a font')
  const folder = {
    file: 'template.yaml',
    text: '',
    read: () => null,
    knownFont: (name: string) => (name === path ? { sha256: digest, read: () => null, shapes: () => null } : null),
  }
  writeFileSync(join(cwd, 'template.yaml'), '')
  const found = recordedFind(() => folder, cwd, recorder)('ours')
  expect(found?.knownFont?.(path)?.sha256).toBe(digest)
  expect(found?.knownFont?.('other.ttf')).toBeNull()
  const stamps = recorder.shared.filter((stamp) => stamp.path === path)
  expect(stamps).toEqual([expect.objectContaining({ kind: 'file', size: 15, digest })])
  expect(recorder.isWhole).toBe(true)

  const holdsNow = () => stamps.every((stamp) => holds(cwd, stamp, Date.now()))
  expect(holdsNow()).toBe(true)
  utimesSync(join(cwd, path), 1, 1)
  expect(holdsNow()).toBe(true)
  writeFileSync(join(cwd, path), 'bytes of b font')
  expect(holdsNow()).toBe(false)
})

test('what was read is as it was read until a byte, a name or what was missing is another', () => {
  const folder = join(cwd, 'content/week-1')
  const sheet = join(folder, 'recall.md')
  mkdirSync(folder, { recursive: true })
  writeFileSync(sheet, 'door')
  const began = Date.now()
  const recorder = new Recorder(cwd)
  recorder.search(folder, entriesIn(folder))
  recorder.sheet(sheet, 'door', 'content/week-1')
  recorder.file(join(folder, 'notes.md'), null, 'content/week-1')
  const changes: [change: () => void, back: () => void][] = [
    [() => writeFileSync(sheet, 'gate'), () => writeFileSync(sheet, 'door')],
    [() => writeFileSync(join(folder, 'other.md'), ''), () => rmSync(join(folder, 'other.md'))],
    [() => rmSync(sheet), () => writeFileSync(sheet, 'door')],
  ]
  for (const [change, back] of changes) {
    expect(recorder.isAsRead(began)).toBe(true)
    change()
    expect(recorder.isAsRead(began)).toBe(false)
    back()
  }
  expect(recorder.isAsRead(began)).toBe(true)
  recorder.unknown()
  expect(recorder.isAsRead(began)).toBe(false)
})

test('files in a folder of sheets that were read are met, and files that were read; not those of other folders', () => {
  const recorder = new Recorder(cwd)
  recorder.sheet(join(cwd, 'content/week-1/recall.md'), null, 'content/week-1')
  recorder.file(join(cwd, 'recall.config.yaml'), null, null)
  const met = [
    'content/week-1/recall.md',
    'content/week-1/4913',
    'recall.config.yaml',
    'content/week-2/recall.md',
    'content/week-1/more/recall.md',
  ]
  expect(met.map((path) => recorder.hasMet(join(cwd, path)))).toEqual([true, true, true, false, false])
})

test('a file that was read twice and was gone in between is torn, and one that stayed as it was is not', () => {
  const recorder = new Recorder(cwd)
  const full = join(cwd, 'torn.md')
  writeFileSync(full, 'words')
  recorder.file(full, 'words', '.')
  recorder.known(full, sha256('words'), '.')
  expect(recorder.isTorn).toBe(false)
  recorder.file(full, null, '.')
  expect(recorder.isTorn).toBe(true)
  expect(recorder.isWhole).toBe(false)
})
