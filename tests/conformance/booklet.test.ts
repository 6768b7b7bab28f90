/** A booklet of the course that comes with us, as independent checkers see it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exitCodes } from '../../src/shell.js'
import { taggedPdfFaults } from './tagged-pdf/check.js'
import { readObjects } from './tagged-pdf/objects.js'
import { requireTool } from './tools.js'
import { validate } from './verapdf.js'

const folder = mkdtempSync(join(tmpdir(), 'cold-recall-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'retrieval-practice/booklet.pdf')

beforeAll(async () => {
  const { run } = await import('../../src/cli/cli.js')
  const stream = { write: () => true }
  const cwd = fileURLToPath(new URL('../../', import.meta.url))
  const argv = ['build', 'content/retrieval-practice', '--only', 'workbook', '--booklet', '--out', folder, '--quiet']
  const code = await run(argv, {
    command: 'cold-recall',
    cwd,
    env: {},
    stdout: stream,
    stderr: stream,
    now: () => new Date(0),
  })
  expect(code).toBe(exitCodes.ok)
}, 60_000)

test('is tagged soundly', () => {
  expect(taggedPdfFaults(readObjects(file))).toEqual([])
})

test('qpdf finds nothing wrong', () => {
  const { stdout } = spawnSync(requireTool('qpdf'), ['--check', file], { encoding: 'utf8' })
  expect(stdout).toContain('No syntax or stream encoding errors found')
})

test('is PDF/UA-1 and PDF/A-2a', () => {
  for (const { holds, broken } of validate([file], ['ua1', '2a'])) expect([holds, broken]).toEqual([true, []])
}, 120_000)
