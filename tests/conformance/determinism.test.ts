/** The built program gives the same bytes in other languages, time zones, homes, with one processor or many, whoever may read its files. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { content, courseIn, digests, words } from '../same-course.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'cold-recall-same-'))
const hasTaskset = spawnSync('taskset', ['-c', '0', 'true']).status === 0
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Digests of what a process makes that starts in such a place; `before`: words in front of its command line. */
function built(name: string, env: Record<string, string>, before: string[] = [], from = root): Record<string, string> {
  const cwd = courseIn(join(home, name), Object.keys(env).length % 2 ? content : content.toReversed())
  const line = [...before, process.execPath, join(from, 'dist/bin.cjs'), ...words]
  const [program = '', ...rest] = ['sh', '-c', `umask ${name.length % 2 ? '077' : '002'}; exec "$@"`, 'sh', ...line]
  const ran = spawnSync(program, rest, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: cwd, ...env },
  })
  expect(ran.status, ran.stderr).toBe(0)
  return digests(cwd)
}

test('in other places', () => {
  const plain = built('plain', { TZ: 'UTC', LANG: 'en_US.UTF-8' })
  expect(Object.keys(plain).length).toBeGreaterThan(30)
  const places: [string, Record<string, string>, string[]?][] = [
    ['Türkiye — “ş”', { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', UV_THREADPOOL_SIZE: '1' }],
    ['la', { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C', UV_THREADPOOL_SIZE: '16', HOME: '/nowhere' }],
    ['ar', { LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }, hasTaskset ? ['taskset', '-c', '0'] : []],
  ]
  for (const [name, env, before] of places) expect(built(name, env, before), name).toEqual(plain)
}, 300_000)

/** A package of its own, with the program and a copy of the fonts. */
function packageAt(name: string): string {
  const folder = join(home, name)
  mkdirSync(folder)
  for (const each of ['node_modules', 'package.json']) symlinkSync(join(root, each), join(folder, each))
  for (const each of ['dist', 'templates']) cpSync(join(root, each), join(folder, each), { recursive: true })
  return folder
}

test('a font of the package that was damaged is told by the check and by the build, and one that was replaced is used', () => {
  const ran = (from: string, command: string) => {
    const cwd = courseIn(join(home, `${from.split('/').at(-1)} ${command}`))
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(from, 'dist/bin.cjs'), command], {
      cwd,
      encoding: 'utf8',
    })
    return { status, said: stdout + stderr, files: status === 0 && command === 'build' ? digests(cwd) : {} }
  }
  const fonts = 'templates/classic/fonts'
  const sound = ran(root, 'build')
  expect(sound.status).toBe(0)

  const damaged = packageAt('damaged')
  const bytes = readFileSync(join(damaged, fonts, 'SourceSerif4-Regular.ttf'))
  writeFileSync(join(damaged, fonts, 'SourceSerif4-Regular.ttf'), bytes.fill(0, 2000, 3000))
  for (const command of ['check', 'build']) {
    const { status, said } = ran(damaged, command)
    expect([status, said]).toEqual([2, expect.stringContaining('fonts/SourceSerif4-Regular.ttf')])
    expect(said).toContain('[template-font-unusable]')
  }

  // Nothing here is set in it.
  const elsewhere = packageAt('elsewhere')
  writeFileSync(join(elsewhere, fonts, 'MPLUS1p-Bold.ttf'), Buffer.alloc(1721760))
  expect(ran(elsewhere, 'build')).toEqual(sound)

  const replaced = packageAt('replaced')
  cpSync(join(root, fonts, 'Arimo-Regular.ttf'), join(replaced, fonts, 'SourceSerif4-Regular.ttf'))
  const other = ran(replaced, 'build')
  expect(other.status).toBe(0)
  expect(other.files['week-01/workbook.pdf']).not.toBe(sound.files['week-01/workbook.pdf'])
}, 300_000)

test('without what was found out about the fonts, templates and decks of the package when it was built', () => {
  const bare = join(home, 'program')
  mkdirSync(bare)
  for (const name of ['templates', 'node_modules', 'package.json']) symlinkSync(join(root, name), join(bare, name))
  const known = ['known-fonts', 'known-templates', 'known-decks'].map((name) => join(root, 'dist', name))
  for (const folder of known) expect(readdirSync(folder).length).toBeGreaterThan(9)
  cpSync(join(root, 'dist'), join(bare, 'dist'), { recursive: true, filter: (path) => !known.includes(path) })
  expect(built('bare', {}, [], bare)).toEqual(built('known', {}))
}, 300_000)
