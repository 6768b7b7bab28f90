/** Benches that take the program's modules: nothing else tells when these ask for something else. In their smallest form, and not for what they measure. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const bench = fileURLToPath(new URL('../bench/', import.meta.url))

test.each([
  ['booklet.mjs', 'ours', '2'],
  ['booklet.mjs', 'bare', '2'],
  ['deck.mjs', 'ours', '50'],
  ['deck.mjs', 'bare', '50'],
  ['deck.mjs', 'apart', '50'],
])('%s %s %s measures something', (name, ...words) => {
  const ran = spawnSync(process.execPath, [`${bench}${name}`, ...words], { encoding: 'utf8' })
  expect(ran.stderr).toBe('')
  expect(JSON.parse(ran.stdout)).toMatchObject({ ms: expect.any(Number), peak: expect.any(Number) })
})
