import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CitedMemory } from '../../src/cache/cited-memory.js'
import { Log } from '../../src/diagnostics.js'
import { readCited } from '../../src/disk/cited.js'

let cwd: string
let root: string
let memory: CitedMemory
let reads: number
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cited-'))
  root = join(cwd, 'content')
  mkdirSync(root)
  memory = new CitedMemory(cwd)
  reads = 0
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

/** What a sheet below `from` is given of `path`, at `now`: ms since 1970, far behind the last save of everything when left out. */
const cited = (path: string, from = root, now = Date.now() + 60_000) =>
  memory.get(from, path, now, () => {
    reads++
    return readCited(cwd, from, path, null, new Log())
  })

test('a file that stays as it is is read once', () => {
  writeFileSync(join(root, 'a.md'), '# A')
  expect(cited('a.md')).toMatchObject({ file: 'content/a.md', text: '# A' })
  expect(cited('a.md')).toMatchObject({ file: 'content/a.md', text: '# A' })
  expect(reads).toBe(1)
})

test('one that is saved, replaced, deleted or made is read again, whatever its times say', () => {
  const path = join(root, 'a.md')
  expect(cited('a.md')).toBeNull()
  writeFileSync(path, '# A')
  utimesSync(path, 1, 1)
  expect(cited('a.md')).toMatchObject({ text: '# A' })
  writeFileSync(path, '# B')
  utimesSync(path, 1, 1)
  expect(cited('a.md')).toMatchObject({ text: '# B' })
  rmSync(path)
  expect(cited('a.md')).toBeNull()
})

test('one that was saved a moment before it was read is looked into, since the clock of the disk may not have ticked', () => {
  writeFileSync(join(root, 'a.md'), '# A')
  expect(cited('a.md', root, Date.now())).toMatchObject({ text: '# A' })
  // Same size; where the clock is as coarse as a second, the same times as well.
  writeFileSync(join(root, 'a.md'), '# B')
  expect(cited('a.md', root, Date.now())).toMatchObject({ text: '# B' })
})

test('what one content root may read, another may not', () => {
  writeFileSync(join(root, 'a.md'), '# A')
  mkdirSync(join(root, 'inner'))
  expect(cited('a.md')).toMatchObject({ text: '# A' })
  expect(cited('../a.md', join(root, 'inner'))).toBe('told')
})

test('a file that is no text is told each time', () => {
  writeFileSync(join(root, 'a.md'), new Uint8Array([0xff, 0xfe, 0xfd]))
  expect([cited('a.md'), cited('a.md')]).toEqual(['told', 'told'])
  expect(reads).toBe(2)
})
