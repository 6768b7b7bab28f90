/** The sheets under `content/`: they build without complaint, and are read as their authors mean them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../src/cli/cli.js'
import { type OverrideKey, overrideKeys } from '../src/sheet/braces/override-keys.js'
import type { Carrier, Sheet, TaskKind } from '../src/sheet/model.js'
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
  const shell = {
    cwd: repository,
    command: 'cold-recall',
    env: {},
    stdout,
    stderr: { write: () => {} },
    now: () => new Date(0),
  }
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

  // The compiler asks for a new carrier or kind here, and then the test asks for a sheet that shows it.
  const carriers: Record<Carrier, true> = {
    'numbered lists': true,
    bullets: true,
    'numbered headings': true,
    headings: true,
    'bold lines': true,
    'numbered paragraphs': true,
    summaries: true,
    tables: true,
    paragraphs: true,
  }
  const kinds: Record<TaskKind, true> = {
    list: true,
    compare: true,
    sides: true,
    choose: true,
    explain: true,
    draw: true,
    say: true,
  }

  it('shows every carrier, and every kind as read from words and as an author sets it', async () => {
    const days = (await sheets).flatMap((sheet) => sheet.days)
    expect(new Set(days.map((day) => day.carrier))).toEqual(new Set(Object.keys(carriers)))
    const tasks = days.flatMap((day) => day.questions.map(({ task }) => `${task.kind} ${task.by}`))
    for (const kind of Object.keys(kinds))
      for (const by of ['inferred', 'author']) expect(tasks, `a question`).toContain(`${kind} ${by}`)
  })

  it('shows every key of braces', async () => {
    const said = (await sheets)
      .flatMap(({ file }) => readFileSync(join(repository, file), 'utf8').match(/\{[^{}]*\}/g) ?? [])
      .join(' ')
    const written = (key: OverrideKey) => (key === '#' ? /\{[^{}]*#\w/ : new RegExp(`[{\\s]${key}[=:]`))
    for (const key of Object.keys(overrideKeys) as OverrideKey[]) expect(said).toMatch(written(key))
  })

  it('has the questions that its authors meant', async () => {
    const told = (await sheets).map(
      ({ file, days }) =>
        `${file}: ${days.flatMap(({ questions }) => questions).length} questions\n${days.map(dayLine).join('')}`,
    )
    expectGolden('cases/content.txt', told.join('\n'))
  })
})
