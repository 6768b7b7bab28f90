/**
 * Commands with their output, told as documents: `tests/cli/*.md`.
 *
 * A fence named `file PATH` puts a file into an empty folder; a fence named `console` runs each `$ command` there and shows what it
 * printed (stderr lines behind `2> `) and `[exit N]` when that is not 0. `UPDATE=1` writes the output into the document.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { run } from '../src/cli/cli.js'

const home = fileURLToPath(new URL('cli/', import.meta.url))

/** The words of a command line; single quotes keep blanks. */
const wordsOf = (line: string): string[] => [...line.matchAll(/'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2] ?? '')

/** Runs `NAME=value… cold-recall …`, `ls PATH`, `cat PATH`, `rm PATH` or `mv PATH PATH`, and returns what a terminal would show. */
async function runLine(line: string, cwd: string): Promise<string> {
  const words = wordsOf(line)
  const env: Record<string, string> = {}
  while (/^[A-Z_]+=/.test(words[0] ?? '')) {
    const [name = '', value = ''] = (words.shift() ?? '').split('=')
    env[name] = value
  }
  const [program, ...rest] = words
  const path = join(cwd, rest[0] ?? '.')
  if (program === 'ls') return existsSync(path) ? lines('', listing(path)) : 'nothing there\n'
  // Digests of files hang on how Node packs them, which the documents say nothing of.
  if (program === 'cat') return lines('', readFileSync(path, 'utf8').replace(/("sha256":")[0-9a-f]{64}/g, '$1…'))
  if (program === 'rm') rmSync(path, { recursive: true })
  if (program === 'mv') renameSync(path, join(cwd, rest[1] ?? ''))
  if (program !== 'cold-recall') return ''
  let shown = ''
  const writer = (prefix: string) => ({
    write: (text: string) => {
      shown += lines(prefix, text)
    },
  })
  // A Wednesday, whatever the time zone.
  const shell = {
    cwd,
    env,
    command: 'cold-recall',
    stdout: writer(''),
    stderr: writer('2> '),
    now: () => new Date(2026, 10, 25, 12),
  }
  const code = await run(rest, shell)
  return shown + (code === 0 ? '' : `[exit ${code}]\n`)
}

const lines = (prefix: string, text: string): string =>
  text === ''
    ? ''
    : `${text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => (prefix + line).trimEnd())
        .join('\n')}\n`

const listing = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
    .join('\n')

/** The document with the outputs that its commands have now. */
async function replay(document: string): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'cold-recall-cli-'))
  try {
    let replayed = ''
    let end = 0
    for (const fence of document.matchAll(/^(`{3,})(file (\S+)|console)\n([\s\S]*?)^\1$/gm)) {
      const [whole, ticks = '', kind = '', path, body = ''] = fence
      replayed += document.slice(end, fence.index)
      end = fence.index + whole.length
      if (path !== undefined) {
        mkdirSync(dirname(join(cwd, path)), { recursive: true })
        writeFileSync(join(cwd, path), body)
        replayed += whole
        continue
      }
      let shown = ''
      for (const [, command = ''] of body.matchAll(/^\$ (.*)$/gm))
        shown += `$ ${command}\n${await runLine(command, cwd)}`
      replayed += `${ticks}${kind}\n${shown}${ticks}`
    }
    return (replayed + document.slice(end)).replaceAll(cwd, '<folder>')
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

describe('tests/cli', () => {
  const documents = readdirSync(home)
    .filter((name) => name.endsWith('.md'))
    .sort()
  it.each(documents)('%s', async (name) => {
    const document = readFileSync(join(home, name), 'utf8')
    const replayed = await replay(document)
    if (process.env.UPDATE === '1') writeFileSync(join(home, name), replayed)
    else expect(replayed).toBe(document)
  })
})
