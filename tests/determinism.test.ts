/**
 * The same content gives the same bytes: in another folder and time zone, with files in another order and for other people, on another day. With
 * other languages, homes and processors: `npm run conformance`, since Node reads those when it starts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { run } from '../src/cli/cli.js'
import { content, courseIn, digests, words } from './same-course.js'

const home = mkdtempSync(join(tmpdir(), 'cold-recall-same-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const course = (name: string, files = content) => courseIn(join(home, name), files)

/** Builds in this process, and says what it said. */
async function build(cwd: string, now = new Date(2026, 5, 1, 12)): Promise<string> {
  let said = ''
  const writer = {
    write(text: string) {
      said += text
    },
  }
  const shell = { cwd, command: 'cold-recall', env: {}, stdout: writer, stderr: writer, now: () => now }
  expect(await run(words, shell), said).toBe(0)
  return said
}

const first = course('plain')
const expected = build(first).then((said) => ({ said, files: digests(first) }))

test('in another folder, with blanks and accents, and files in another order', async () => {
  const { said, files } = await expected
  expect(Object.keys(files).length).toBeGreaterThan(30)
  const cwd = course('Über uns/été 2027 — “x”', content.toReversed())
  expect(await build(cwd)).toBe(said)
  expect(digests(cwd)).toEqual(files)
}, 120_000)

test('on another day, in the other half of the year', async () => {
  const cwd = course('later')
  await build(cwd, new Date(2031, 11, 31, 23, 59, 59))
  expect(digests(cwd)).toEqual((await expected).files)
}, 120_000)

test('built again over what is there', async () => {
  const cwd = course('again')
  await build(cwd)
  await build(cwd)
  expect(digests(cwd)).toEqual((await expected).files)
}, 120_000)

test('in other time zones, and where files are for their owner alone', async () => {
  const { TZ } = process.env
  const mask = process.umask(0o077)
  try {
    for (const [zone, minutes] of [
      ['Asia/Kathmandu', -345],
      ['America/Los_Angeles', 480],
    ] as const) {
      process.env.TZ = zone
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(minutes)
      const cwd = course(zone)
      await build(cwd)
      expect(digests(cwd)).toEqual((await expected).files)
    }
  } finally {
    process.umask(mask)
    if (TZ === undefined) delete process.env.TZ
    else process.env.TZ = TZ
  }
}, 120_000)
