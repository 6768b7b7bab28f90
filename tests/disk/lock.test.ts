/** Two builds, one output folder. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder, lockName } from '../../src/disk/lock.js'

let cwd: string
const path = () => join(cwd, 'out', lockName)
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cold-recall-lock-'))
  mkdirSync(join(cwd, 'out'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const held = async (patience = 0) => {
  const lock = await lockFolder(cwd, 'out', patience)
  return lock !== null && 'heldBy' in lock ? lock.heldBy : null
}

test('a lock holds the number of its process, until it is released', async () => {
  const lock = await lockFolder(cwd, 'out', 0)
  expect(readFileSync(path(), 'utf8')).toBe(String(process.pid))
  expect(await held()).toBe(process.pid)
  if (lock && 'release' in lock) lock.release()
  expect(existsSync(path())).toBe(false)
})

test('one who waits gets it when it is released', async () => {
  const lock = await lockFolder(cwd, 'out', 0)
  const waiting = lockFolder(cwd, 'out', 5000)
  setTimeout(() => lock && 'release' in lock && lock.release(), 120)
  expect(await waiting).toHaveProperty('release')
})

test('the lock of a process that was killed is taken over, and one that says nothing', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '0'])
  for (const left of [String(pid), '', 'nobody']) {
    writeFileSync(path(), left)
    utimesSync(path(), new Date(), new Date(Date.now() - 1000))
    expect(await held()).toBeNull()
    expect(readFileSync(path(), 'utf8')).toBe(String(process.pid))
    rmSync(path(), { force: true })
  }
})

test('what no build has put in the place of a lock is told, and a link is taken away', async () => {
  mkdirSync(path())
  expect(await lockFolder(cwd, 'out', 0)).toEqual({ blocked: 'it is a folder, expected a file' })
  rmSync(path(), { recursive: true })
  if (process.platform !== 'win32') {
    execFileSync('mkfifo', [path(), join(cwd, 'pipe')])
    expect(await lockFolder(cwd, 'out', 0)).toEqual({ blocked: 'it is not a regular file' })
    rmSync(path())
    symlinkSync(join(cwd, 'pipe'), path())
  }
  expect(await held()).toBeNull()
  expect(readFileSync(path(), 'utf8')).toBe(String(process.pid))
})

test('a lock is nobody’s when its number is ours and we did not take it, as in a container that was killed', async () => {
  writeFileSync(path(), String(process.pid))
  expect(await held()).toBeNull()
})

test('a lock is nobody’s after an hour, and when it comes from a clock that was set back', async () => {
  for (const [hours, owner] of [
    [0, process.ppid],
    [2, null],
    [-2, null],
  ] as const) {
    writeFileSync(path(), String(process.ppid))
    utimesSync(path(), new Date(), new Date(Date.now() - hours * 3_600_000))
    expect(await held(), `${hours} hours`).toBe(owner)
    rmSync(path(), { force: true })
  }
})

test('a lock that is being written is waited for', async () => {
  writeFileSync(path(), '')
  expect(await held()).toBe(0)
})

test('of many who find a dead lock at the same time one has it', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '0'])
  writeFileSync(path(), String(pid))
  const who = await Promise.all(Array.from({ length: 5 }, () => held()))
  expect(who.filter((heldBy) => heldBy === null)).toHaveLength(1)
})

test('a folder that is not there is made, and goes again when nothing was written into it', async () => {
  for (const written of [false, true]) {
    const lock = await lockFolder(cwd, 'deep/er/out', 0)
    if (written) writeFileSync(join(cwd, 'deep/er/out/file'), '')
    if (lock && 'release' in lock) lock.release()
    expect(existsSync(join(cwd, 'deep'))).toBe(written)
  }
})

test('what is no folder has no lock', async () => {
  writeFileSync(join(cwd, 'file'), '')
  expect(await lockFolder(cwd, 'file', 0)).toBeNull()
})
