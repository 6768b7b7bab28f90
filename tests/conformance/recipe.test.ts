/** The steps for a pipeline in `src/commands/README.md`, run by a shell as a pipeline would, but for what only GitHub can do. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { requireTool } from './tools.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cwd = mkdtempSync(join(tmpdir(), 'cold-recall-recipe-'))
const [, recipe = ''] =
  /```yaml\n(name: Recall sheets\n[\s\S]*?)```/.exec(readFileSync(join(root, 'src/commands/README.md'), 'utf8')) ?? []
const { jobs } = parse(recipe) as { jobs: { sheets: { steps: { run?: string }[] } } }
/** Check, build, compare; `npm ci` is the pipeline's own. */
const [check = '', build = '', compare = ''] = jobs.sheets.steps
  .flatMap(({ run = [] }) => run)
  .filter((run) => run !== 'npm ci')

/** Runs a line of the recipe in the course; `npx --no -- cold-recall` is this clone's. */
function step(line: string): { status: number | null; output: string } {
  const env = { ...process.env, PATH: `${join(cwd, 'bin')}:${process.env.PATH}` }
  const ran = spawnSync(requireTool('bash'), ['-e', '-c', line], { cwd: join(cwd, 'course'), env, encoding: 'utf8' })
  return { status: ran.status, output: ran.stdout + ran.stderr }
}

const sheet = join(cwd, 'course/content/week-01/recall.md')
const text = '# Week 1 — Recall\n\n## Monday\n\n1. Why does a door open? See notes.md §1.\n'

beforeAll(() => {
  mkdirSync(join(cwd, 'bin'))
  writeFileSync(
    join(cwd, 'bin/npx'),
    `#!/bin/sh\nshift 3\nexec "${process.execPath}" "${join(root, 'dist/bin.cjs')}" "$@"\n`,
  )
  chmodSync(join(cwd, 'bin/npx'), 0o755)
  mkdirSync(join(cwd, 'course/content/week-01'), { recursive: true })
  writeFileSync(sheet, text)
  writeFileSync(join(cwd, 'course/content/week-01/notes.md'), '# Notes\n\n## 1 Hinges\n\nThey turn.\n')
  writeFileSync(join(cwd, 'course/.gitignore'), 'out/.recall-cache.json\nout/.recall-check.json\n')
  const commit = 'git add -A && git -c user.name=a -c user.email=a@example.org commit -qm course'
  expect(step(`git init -q && ${build} && ${commit}`).status).toBe(0)
}, 120_000)
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

test('the recipe has its three steps', () => {
  expect([check, build, compare].map((line) => line.split(' ').slice(0, 5).join(' '))).toEqual([
    'npx --no -- cold-recall check',
    'npx --no -- cold-recall build',
    'git add --intent-to-add -- out',
  ])
})

test('a course whose files are those of its sheets passes', () => {
  for (const line of [check, build, compare]) expect(step(line), line).toMatchObject({ status: 0 })
})

test('a doubtful sheet fails at its check, with an annotation', () => {
  writeFileSync(sheet, text.replace('§1', '§9'))
  const { status, output } = step(check)
  expect(status).toBe(1)
  expect(output).toMatch(/^::(?:warning|error) file=content\/week-01\/recall\.md,line=5/m)
  writeFileSync(sheet, text)
})

test('a sheet that was edited without building fails when files are compared, and one that came too', () => {
  writeFileSync(sheet, text.replace('open', 'close'))
  expect(step(build).status).toBe(0)
  expect(step(compare)).toMatchObject({ status: 1, output: expect.stringContaining('out/week-01/workbook.pdf') })
  writeFileSync(sheet, text)
  expect(step(build).status).toBe(0)
  expect(step(compare).status).toBe(0)
  mkdirSync(join(cwd, 'course/content/week-02'))
  writeFileSync(join(cwd, 'course/content/week-02/recall.md'), text.replace('Week 1', 'Week 2'))
  expect(step(build).status).toBe(0)
  expect(step(compare).status).toBe(1)
}, 60_000)
