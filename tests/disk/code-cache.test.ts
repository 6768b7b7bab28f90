import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { afterEach, beforeEach, expect, test } from 'vitest'

// As `packaging/bundle.mjs` puts it at the front of the program.
const { code } = await transform(readFileSync(new URL('../../src/disk/code-cache.ts', import.meta.url), 'utf8'), {
  loader: 'ts',
  format: 'cjs',
})

/** A script that is worth a cache: what it exports says what it is given. */
const scriptOf = (part: string, more = '') => `({
"${part}.js"(exports, require, module, url) {
  const words = { ${Array.from({ length: 200 }, (_, i) => `w${i}: "word ${i}"`).join(', ')} }
  exports.say = function say(n) { return "${part} " + words["w" + n] + ${JSON.stringify(more)} }
}
})`

let folder = ''
const caches = () => readdirSync(join(folder, 'code-cache')).sort()
const bytesOf = (name: string) => readFileSync(join(folder, 'code-cache', name))

/** Runs the parts that are named, one after the other, and returns what they say. */
function run(parts: string[], { flags = [] as string[], command = 'build' } = {}): string {
  const bin = join(folder, 'bin.cjs')
  const scripts = '{ "a.js": "a-1.cjs", "b.js": "b-1.cjs" }'
  writeFileSync(
    bin,
    `${code}
const open = openProgram({ folder: __dirname, scripts: ${scripts}, command: "${command}" })
for (const name of ${JSON.stringify(parts)}) console.log(open("./chunks/" + name + ".js").say(7))`,
  )
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, bin], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-cache-'))
  mkdirSync(join(folder, 'chunks'))
  for (const part of ['a', 'b']) writeFileSync(join(folder, 'chunks', `${part}-1.cjs`), scriptOf(part))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the first run leaves a cache, which the second takes as it is', () => {
  expect(run(['a'])).toBe('a word 7\n')
  const [name = '', ...rest] = caches()
  expect([name, rest]).toEqual([expect.stringMatching(/^a-1\.cjs\.[0-9a-f]+$/), []])
  // V8 asks a cache for the length of its script only: so it can be seen that this one is used.
  writeFileSync(join(folder, 'chunks/a-1.cjs'), scriptOf('a').replace('"a "', '"A "'))
  const before = bytesOf(name)
  expect(run(['a'])).toBe('a word 7\n')
  expect(bytesOf(name).equals(before)).toBe(true)
})

test('a run that needs more keeps all that it needed, with what was kept before', () => {
  run(['a'])
  const [first = ''] = caches()
  const small = bytesOf(first)
  expect(run(['a', 'b'])).toBe('a word 7\nb word 7\n')
  expect(caches().map((name) => name.replace(/\.[0-9a-f]+$/, ''))).toEqual(['a-1.cjs', 'b-1.cjs'])
  expect(bytesOf(first).length).toBeGreaterThanOrEqual(small.length)
})

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (good: Buffer) => good.subarray(0, good.length >> 1)],
  ['cut off at its end', (good: Buffer) => good.subarray(0, -1)],
  ['lost in the middle', (good: Buffer) => Buffer.from(good).fill(0, 200, 900)],
  ['zeros', (good: Buffer) => Buffer.alloc(good.length)],
  ['another file', () => Buffer.from('%PDF-1.7\n'.repeat(500))],
  ['a bit other', (good: Buffer) => Buffer.from(good).fill((good[300] ?? 0) ^ 1, 300, 301)],
])('a cache that is %s is not used, and made anew', (_, damage) => {
  run(['a'])
  const [name = ''] = caches()
  const damaged = damage(bytesOf(name))
  writeFileSync(join(folder, 'code-cache', name), damaged)
  expect(run(['a'])).toBe('a word 7\n')
  expect(caches()).toEqual([name])
  expect(bytesOf(name).equals(damaged)).toBe(false)
  expect(bytesOf(name).length).toBeGreaterThan(2000)
})

test('a sound cache of a script of another length is refused, and made anew', () => {
  run(['a'])
  writeFileSync(join(folder, 'chunks/a-1.cjs'), scriptOf('a', ', again'))
  expect(run(['a'])).toBe('a word 7, again\n')
  expect(run(['a'])).toBe('a word 7, again\n')
})

test('other flags of V8 have a cache of their own', () => {
  run(['a'])
  expect(run(['a'], { flags: ['--no-regexp-tier-up'] })).toBe('a word 7\n')
  expect(caches()).toHaveLength(2)
})

test('a check has a cache of its own, which a build begins with and leaves as it is', () => {
  run(['a'], { command: 'check' })
  const [name = '', ...rest] = caches()
  expect([name, rest]).toEqual([expect.stringMatching(/^a-1\.cjs\.check\.[0-9a-f]+$/), []])
  const before = bytesOf(name)
  // What runs is what was kept, as above.
  writeFileSync(join(folder, 'chunks/a-1.cjs'), scriptOf('a').replace('"a "', '"A "'))
  expect(run(['a', 'b'])).toBe('a word 7\nb word 7\n')
  expect(caches().map((each) => each.replace(/\.[0-9a-f]+$/, ''))).toEqual(['a-1.cjs', 'a-1.cjs.check', 'b-1.cjs'])
  expect(bytesOf(name).equals(before)).toBe(true)
})

test('a check does not take what builds have left', () => {
  run(['a'])
  writeFileSync(join(folder, 'chunks/a-1.cjs'), scriptOf('a').replace('"a "', '"A "'))
  expect(run(['a'], { command: 'check' })).toBe('A word 7\n')
})

test('where no cache can be written, nothing is said and nothing is missing', () => {
  writeFileSync(join(folder, 'code-cache'), 'a file')
  expect(run(['a', 'b'])).toBe('a word 7\nb word 7\n')
  expect(readFileSync(join(folder, 'code-cache'), 'utf8')).toBe('a file')
})

test('the scripts of the program say in which function a fault is', () => {
  writeFileSync(join(folder, 'chunks/a-1.cjs'), scriptOf('a').replace('return', 'throw new Error("ours");'))
  const bin = fileURLToPath(new URL(`file://${join(folder, 'bin.cjs')}`))
  expect(() => run(['a'])).toThrow()
  const { stderr } = spawnSync(process.execPath, [bin], { encoding: 'utf8' })
  expect(stderr).toMatch(/at (?:\w+\.)?say \(.*a-1\.cjs:4:/)
})
