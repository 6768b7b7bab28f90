import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Recorder, recordedFind } from '../../src/cache/recorder.js'
import { holds } from '../../src/disk/stamps.js'
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
  expect(stamps).toEqual([expect.objectContaining({ kind: 'file', size: 15, sha256: digest })])
  expect(recorder.isWhole).toBe(true)

  const holdsNow = () => stamps.every((stamp) => holds(cwd, stamp, Date.now()))
  expect(holdsNow()).toBe(true)
  utimesSync(join(cwd, path), 1, 1)
  expect(holdsNow()).toBe(true)
  writeFileSync(join(cwd, path), 'bytes of b font')
  expect(holdsNow()).toBe(false)
})
