import { describe, expect, it } from 'vitest'
import { run } from '../src/cli/cli.js'
import { type MessageCode, messageTable } from '../src/diagnostics.js'
import { examples } from '../src/explain-examples.js'

async function explain(...words: string[]): Promise<string> {
  let shown = ''
  const stdout = { write: (text: string) => (shown += text) }
  const shell = {
    cwd: '/',
    command: 'cold-recall',
    env: {},
    stdout,
    stderr: { write: () => {} },
    now: () => new Date(0),
  }
  expect(await run(['explain', ...words], shell)).toBe(0)
  return shown
}

const codes = Object.keys(messageTable) as MessageCode[]

describe('explain', () => {
  it.each(codes)('%s has words without gaps', async (code) => {
    const shown = await explain(code)
    expect(shown).not.toMatch(/undefined|null|NaN|\[object/)
    expect(shown).toContain(messageTable[code].help)
  })

  it.each(Object.keys(examples))('%s is what its example triggers', async (code) => {
    const [, said = ''] = (await explain(code)).split('For example:')
    expect(said).toContain(`[${code}]`)
  })

  it('lists every code in one line each', async () => {
    const lines = (await explain()).trimEnd().split('\n')
    expect(lines.map((line) => line.split(' ')[0])).toEqual(codes.toSorted())
  })
})
