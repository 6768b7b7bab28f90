/** Watching files and folders: what is told, and how soon. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Watching, watchFiles } from '../../src/disk/watch.js'

let cwd: string
let watching: Watching
let told: (string | null)[]
const full = (path: string) => join(cwd, path)
const write = (path: string, text: string) => {
  mkdirSync(dirname(full(path)), { recursive: true })
  writeFileSync(full(path), text)
}
/** Watches these, when they have been there for a moment. */
const watch = async (...paths: string[]) => {
  await rest(100)
  watching = await watchFiles(cwd, { paths, without: ['out'] }, { changed: (path) => told.push(path), begun: () => {} })
  await rest(200)
}
/** What is told in so many milliseconds. */
const toldWithin = async (ms: number) => {
  told.length = 0
  await rest(ms)
  return [...told]
}
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cold-recall-watching-'))
  told = []
})
afterEach(async () => {
  await watching.close()
  rmSync(cwd, { recursive: true, force: true })
})

test('tells by which path a file was saved, but for those that are passed over', async () => {
  write('content/a.md', 'one')
  write('content/.a.md.swp', 'one')
  write('out/a.pdf', 'one')
  await watch('content')
  for (const path of ['content/a.md', 'content/.a.md.swp', 'out/a.pdf']) write(path, 'two')
  expect(new Set(await toldWithin(500))).toEqual(new Set([full('content/a.md')]))
})

test.each([30, 400])(
  'sees a save as before when a folder was away for %i ms',
  async (ms) => {
    write('content/week-1/a.md', 'one')
    await watch('content')
    for (const folder of ['content/week-1', 'content', 'content']) {
      renameSync(full(folder), full('away'))
      await rest(ms)
      renameSync(full('away'), full(folder))
      // What is found by looking has been told by then.
      await rest(2200)
      write('content/week-1/a.md', `${Math.random()}`)
      expect(await toldWithin(500)).toContain(full('content/week-1/a.md'))
    }
  },
  30_000,
)

test('sees a save as before when a file outside of the watched folders was away', async () => {
  write('other/a.md', 'one')
  await watch('content')
  watching.also(['other/a.md'])
  await rest(200)
  renameSync(full('other/a.md'), full('away.md'))
  await rest(30)
  renameSync(full('away.md'), full('other/a.md'))
  await rest(2200)
  write('other/a.md', 'two')
  expect(await toldWithin(500)).toContain(full('other/a.md'))
}, 30_000)

test('finds a file that was moved over another of the same size and time', async () => {
  write('content/a.md', 'one')
  write('b.md', 'two')
  const { mtimeMs } = statSync(full('content/a.md'))
  // Read since they were written, as events do not tell of such.
  for (const path of ['content/a.md', 'b.md']) utimesSync(full(path), mtimeMs / 1000 + 10, mtimeMs / 1000)
  await watch('content')
  renameSync(full('b.md'), full('content/a.md'))
  expect(await toldWithin(3000)).not.toEqual([])
}, 30_000)
