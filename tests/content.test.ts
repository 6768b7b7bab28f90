/** The sheets under `content/`: they build without complaint, and are read as their authors mean them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../src/cli.js'
import type { Sheet } from '../src/sheet/model.js'
import { expectGolden } from './golden.js'

const repository = fileURLToPath(new URL('..', import.meta.url))
const out = mkdtempSync(join(tmpdir(), 'cold-recall-content-'))
afterAll(() => rmSync(out, { recursive: true }))

interface Built {
  sheets: { file: string; outputs: { product: string; path: string }[] }[]
  messages: { severity: string; code: string; file: string; line: number }[]
}

/** What a command prints with `--json`. */
async function json<T>(...words: string[]): Promise<T> {
  let shown = ''
  const stdout = { write: (text: string) => (shown += text) }
  const shell = { cwd: repository, env: {}, stdout, stderr: { write: () => {} }, now: () => new Date(0) }
  await run([...words, '--json'], shell)
  return JSON.parse(shown)
}

const built = json<Built>('build', '--out', out)
const sheets = built.then(async ({ sheets }) => {
  const dumps = sheets.map(({ file }) => json<{ sheet: Sheet }>('dump', 'sheet', file))
  return (await Promise.all(dumps)).map(({ sheet }) => sheet)
})

/** "numbered lists: explain 2, list 1": how the questions of a day are written, and how many there are of each kind. */
function dayLine({ name, carrier, questions }: Sheet['days'][number]): string {
  const kinds = questions.map(({ task }) => task.kind)
  const counts = [...new Set(kinds)].sort().map((kind) => `${kind} ${kinds.filter((each) => each === kind).length}`)
  return `  ${name}, ${carrier}: ${counts.join(', ')}\n`
}

describe('the content of the repository', () => {
  it('builds with notes at most', async () => {
    const loud = (await built).messages.filter(({ severity }) => severity !== 'info')
    expect(loud).toEqual([])
  })

  it('gives a workbook and a deck for each sheet', async () => {
    for (const { outputs } of (await built).sheets)
      expect(outputs.map(({ product }) => product)).toEqual(['workbook', 'deck'])
  })

  it('has the questions that its authors meant', async () => {
    const told = (await sheets).map(
      ({ file, days }) =>
        `${file}: ${days.flatMap(({ questions }) => questions).length} questions\n${days.map(dayLine).join('')}`,
    )
    expectGolden('cases/content.txt', told.join('\n'))
  })
})
