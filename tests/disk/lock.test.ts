/** Two builds, one output folder. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
    expect(await held()).toBeNull()
    rmSync(path(), { force: true })
  }
})

test('a folder that is not there has no lock', async () => {
  expect(await lockFolder(cwd, 'nowhere', 0)).toBeNull()
})
