import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileNames } from '../../src/commands/file-names.js'
import type { Shell } from '../../src/shell.js'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cold-recall-names-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const write = (path: string) => {
  mkdirSync(join(cwd, path, '..'), { recursive: true })
  writeFileSync(join(cwd, path), '')
}
const namesOf = (texts: { file: string; path: string; root: string }[] = []) => fileNames(texts, { cwd } as Shell)

test('what was read is named as it was read, what was not below the root that has it', () => {
  for (const path of ['content/a.md', 'course/b.md', 'content/both.md', 'course/both.md']) write(path)
  const root = join(cwd, 'course')
  const fileOf = namesOf([{ file: 'course/both.md', path: 'both.md', root }])
  expect(['both.md', 'a.md', 'b.md'].map(fileOf)).toEqual(['course/both.md', 'content/a.md', 'course/b.md'])
  expect(namesOf()('both.md')).toBe('content/both.md')
})

test('what is gone is named below the root of the run, without one below content, and without that alone', () => {
  expect(namesOf()('gone.md')).toBe('gone.md')
  for (const path of ['content/a.md', 'course/b.md']) write(path)
  expect(namesOf()('gone.md')).toBe('content/gone.md')
  expect(namesOf([{ file: 'course/b.md', path: 'b.md', root: join(cwd, 'course') }])('gone.md')).toBe('course/gone.md')
  expect(namesOf([{ file: 'b.md', path: 'b.md', root: cwd }])('gone.md')).toBe('gone.md')
})
