import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { run } from '../src/cli/cli.js'

// Command lines of paths alone, or of paths and `-q`, which are read without yargs, mean what yargs says that they mean.

const home = mkdtempSync(join(tmpdir(), 'plain-line-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const sheet = (week: number) => `# Week ${week}\n\n## Monday\n\n1. What turns? See notes.md §1.\n2. What is it?\n`

const asked = vi.hoisted(() => ({ yargs: 0, given: [] as object[] }))
vi.mock('yargs', async (load) => {
  const real = await load<typeof import('yargs')>()
  const counting = (...words: Parameters<typeof real.default>) => {
    asked.yargs++
    return real.default(...words)
  }
  return { ...real, default: counting }
})
vi.mock('../src/commands/check.js', async (load) => {
  const real = await load<typeof import('../src/commands/check.js')>()
  const check: typeof real.check = (args, shell) => {
    asked.given.push(args)
    return real.check(args, shell)
  }
  return { ...real, check }
})
vi.mock('../src/commands/build.js', async (load) => {
  const real = await load<typeof import('../src/commands/build.js')>()
  const buildAll: typeof real.buildAll = (args, shell) => {
    asked.given.push(args)
    return real.buildAll(args, shell)
  }
  return { ...real, buildAll }
})

async function say(...argv: string[]) {
  Object.assign(asked, { yargs: 0, given: [] })
  let said = ''
  const writer = {
    write(text: string) {
      said += text
    },
  }
  const shell = { cwd: home, command: 'cold-recall', env: {}, stdout: writer, stderr: writer, now: () => new Date(0) }
  const code = await run(argv, shell)
  const [given] = asked.given
  // What yargs adds beside: words in other spellings, and its own.
  const own = Object.entries(given ?? {}).filter(([name, value]) => value !== undefined && !/^(?:_|\$0)$/.test(name))
  const args = Object.fromEntries(
    own.map(([name, value]) => [name, Array.isArray(value) && value.length === 0 ? undefined : value]),
  )
  return { code, said, args, yargs: asked.yargs }
}

beforeAll(() => {
  for (const week of [1, 2, 2026]) {
    mkdirSync(join(home, `content/${week}`), { recursive: true })
    writeFileSync(join(home, `content/${week}/recall.md`), sheet(week))
    writeFileSync(join(home, `content/${week}/notes.md`), '# Notes\n\n## 1 Hinges\n\nThey turn.\n')
  }
  mkdirSync(join(home, '2026'))
  writeFileSync(join(home, '2026/recall.md'), sheet(3))
})
beforeEach(() => rmSync(join(home, 'out'), { recursive: true, force: true }))

test.each([
  ['check'],
  ['check', 'content/1'],
  ['check', 'content/1', 'content/2/recall.md'],
  ['check', '2026'],
  ['check', 'nowhere'],
  ['check', '-q'],
  ['check', 'content/1', '--quiet'],
  ['build'],
  ['build', 'content/1', '2026'],
  ['build', 'a b=c'],
  ['build', '-q', 'content/1'],
])('%s %s %s', async (...words) => {
  const plain = await say(...words)
  const built = () => {
    try {
      return readFileSync(join(home, 'out/recall-manifest.json'), 'utf8')
    } catch {
      return null
    }
  }
  const manifest = built()
  rmSync(join(home, 'out'), { recursive: true, force: true })
  const parsed = await say(...words, '--no-strict')
  expect([plain.yargs, parsed.yargs]).toEqual([0, 1])
  expect([plain.code, plain.said]).toEqual([parsed.code, parsed.said])
  expect(manifest).toBe(built())
  for (const [name, value] of Object.entries(plain.args)) expect([name, value]).toEqual([name, parsed.args[name]])
  // One letter for a flag, and its words in one.
  for (const [name, value] of Object.entries(parsed.args))
    if (name.length > 1 && !/[A-Z]/.test(name)) expect([name, value]).toEqual([name, plain.args[name]])
})

test.each([
  [['check', '']],
  [['check', '--quiet=false']],
  [['check', '--quiet', 'false']],
  [['check', '-q', '--repeat']],
  [['check', '--', 'content']],
  [['build', '-']],
  [['explain']],
  [['chekc']],
  [[]],
])('%s is left to yargs', async (words) => expect((await say(...words)).yargs).toBe(1))
