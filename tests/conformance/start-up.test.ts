/** What the built program opens for a command: its scripts (`src/packaging/bundle.mjs`). Each takes some milliseconds, which those who wait for a check need not wait for. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url))
const cwd = mkdtempSync(join(tmpdir(), 'cold-recall-opened-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const sheet = '# Week 1\n\n## Monday — Doors\n\n1. Which two parts has a door? See notes.md §1.\n2. What is it?\n'
mkdirSync(join(cwd, 'content'))
writeFileSync(join(cwd, 'content/recall.md'), sheet)
writeFileSync(join(cwd, 'content/notes.md'), '# Notes\n\n## 1 Leaf and hinges\n\nThey turn.\n')

const hook = join(cwd, 'hook.cjs')
writeFileSync(
  hook,
  `const vm = require('node:vm')
const { basename } = require('node:path')
const opened = []
vm.Script = class extends vm.Script {
  constructor(text, options) {
    super(text, options)
    opened.push(basename(options.filename).replace(/-[0-9a-f]+\\.cjs$/, ''))
  }
}
process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(join(cwd, 'opened.json'))}, JSON.stringify(opened)))
`,
)

/** Scripts that a command opens, sorted. */
function opened(...words: string[]): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['-r', hook, bin, ...words], { cwd, encoding: 'utf8' })
  expect(stderr + stdout).not.toContain('This is a bug')
  return (JSON.parse(readFileSync(join(cwd, 'opened.json'), 'utf8')) as string[]).sort()
}

test('help opens what reads command lines alone', () => {
  expect(opened('--help')).toEqual(['bin', 'yargs'])
  expect(opened('build', '--help')).toEqual(['bin', 'yargs'])
})

test('a check opens what reads sheets, and a build what makes files; one that finds all as it was opens nothing more', () => {
  expect(opened('check')).toEqual(['bin', 'check'])
  expect(opened('build')).toEqual(['bin', 'build', 'check', 'fonts', 'pdf', 'pptx'])
  expect(opened('build')).toEqual(['bin'])
  // With a folder to remember it in.
  expect(opened('check')).toEqual(['bin', 'check'])
  expect(opened('check')).toEqual(['bin'])
  expect(opened('build', '--only', 'deck', '--out', 'decks')).toEqual([
    'bin',
    'build',
    'check',
    'fonts',
    'pptx',
    'yargs',
  ])
})

test('names of characters are opened when a sheet has one', () => {
  writeFileSync(join(cwd, 'content/recall.md'), sheet.replace('it?', 'caf&eacute; &amp; co?'))
  expect(opened('check')).toEqual(['bin', 'character-entities', 'check'])
  writeFileSync(join(cwd, 'content/recall.md'), sheet)
})

test('what checks configs, templates and manifests of others, and YAML, is opened when there are some', () => {
  writeFileSync(join(cwd, 'content/recall.md'), `---\nlang: en\n---\n${sheet}`)
  expect(opened('check')).toEqual(['bin', 'check', 'yaml'])
  // The manifest of a build before, of which nothing says that it stands as it was left.
  rmSync(join(cwd, 'out/.recall-cache.json'))
  expect(opened('build', '--only', 'workbook')).toEqual([
    'bin',
    'build',
    'check',
    'fonts',
    'manifest-shape',
    'pdf',
    'yaml',
    'yargs',
    'zod',
  ])
  writeFileSync(join(cwd, 'content/recall.md'), sheet)
  writeFileSync(join(cwd, 'recall.config.yaml'), 'ruling: college\n')
  expect(opened('check')).toEqual(['bin', 'check', 'read-config', 'yaml', 'zod'])
  rmSync(join(cwd, 'recall.config.yaml'))
  mkdirSync(join(cwd, 'templates/ours'), { recursive: true })
  writeFileSync(join(cwd, 'templates/ours/template.yaml'), 'name: ours\nextends: classic\n')
  expect(opened('check', '--template', 'ours')).toEqual(['bin', 'check', 'schema', 'yaml', 'yargs', 'zod'])
})

// Whatever Node loads first, and Node itself, has run regular expressions before V8 gets its flags (`disk/engine.ts`). With `--no-regexp-tier-up` V8 11 (Node
// 20) dies of one that has run once, has more loops than groups, and replaces a text then.
test('expressions that ran before V8 got its flags go on as they began', () => {
  const first = join(cwd, 'first.cjs')
  writeFileSync(
    first,
    `const looped = /(?:(a{2,5})|b){2,7}?c/g
const text = 'q aaabbaac abbbc'.repeat(5)
looped.exec(text)
process.on('exit', () => text.replace(looped, '<$1>'))
`,
  )
  rmSync(join(cwd, 'out/.recall-check.json'), { force: true })
  const { status, signal } = spawnSync(process.execPath, ['-r', first, bin, 'check'], { cwd })
  expect({ status, signal }).toEqual({ status: 0, signal: null })
})
