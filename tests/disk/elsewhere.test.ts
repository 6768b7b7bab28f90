/** What a path that is not there is said to be meant for. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { elsewhere } from '../../src/disk/elsewhere.js'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cold-recall-elsewhere-'))
  for (const folder of ['content/history-w05', 'content/history-w06', 'content/chemistry-w05', 'node_modules'])
    mkdirSync(join(cwd, folder), { recursive: true })
  writeFileSync(join(cwd, 'content/chemistry-w05/recall.md'), '')
  writeFileSync(join(cwd, 'content/chemistry-w05/titration.png'), '')
})
afterEach(() => rmSync(cwd, { recursive: true }))

test.each([
  ['contnet', '; did you mean "content"?'],
  ['history', '; did you mean "content/history-w05" or "content/history-w06"?'],
  ['history-w05', '; there is "content/history-w05"'],
  ['chemsitry-w05', '; did you mean "content/chemistry-w05"?'],
  ['content/Chem', '; did you mean "content/chemistry-w05"?'],
  ['content/chemistry-w05/recal.md', '; did you mean "content/chemistry-w05/recall.md"?'],
  ['content/chemistry-w05/titration.pn', ''],
  ['node_module', ''],
  ['nowhere/at/all.md', ''],
])('%s%s', (path, expected) => expect(elsewhere(cwd, path)).toBe(expected))

test('many that begin alike are not named', () => {
  for (const n of [7, 8]) mkdirSync(join(cwd, `content/history-w0${n}`))
  expect(elsewhere(cwd, 'history')).toBe('')
})

test('a path from the root of the disk is looked for there', () => {
  expect(elsewhere('/', join(cwd, 'contnet'))).toBe(`; did you mean "${join(cwd, 'content')}"?`)
})
