import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { messageTable } from '../src/diagnostics.js'
import { keysOf, type Scope } from '../src/sheet/braces/override-keys.js'
import { frontMatterKeys } from '../src/sheet/front-matter.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Pages for users, and pages they lead to. */
const pages = [
  'README.md',
  'content/README.md',
  'content/retrieval-practice/README.md',
  'templates/README.md',
  'src/commands/README.md',
  'src/messages/README.md',
  'src/sheet/grammar.md',
  'src/sheet/answers.md',
  'src/sheet/citations.md',
  'src/deck/viewers.md',
]

describe('the README', () => {
  const text = read('README.md')

  it('begins with the whole of a week, on one screen or two', () => {
    const [start = ''] = text.split('\n## Read on')
    expect(start).toContain('## A week in use')
    expect(start.split('\n').length).toBeLessThanOrEqual(60)
  })

  it('shows commands that are run, in this order, in cli/a-week.md', () => {
    const shown = /```sh\n(cold-recall init[\s\S]*?)```/.exec(text)?.[1]?.match(/^cold-recall [^#\n]*/gm) ?? []
    const run = [...read('tests/cli/a-week.md').matchAll(/^\$ (cold-recall .*)$/gm)].map(([, line]) => line)
    expect(run.slice(0, shown.length)).toEqual(shown.map((line) => line.trim()))
  })

  it('shows the sheet that init writes', () => {
    const shown = /```markdown\n([\s\S]*?)```/.exec(text)?.[1] ?? 'nothing'
    expect(read('templates/starter/content/week-01/daily_recall.md').startsWith(shown)).toBe(true)
  })
})

describe('links between pages', () => {
  const { files } = JSON.parse(read('package.json')) as { files: string[] }
  const isShipped = (path: string) =>
    path === 'README.md' || files.some((entry) => path === entry || path.startsWith(`${entry}/`))
  const anchors = (path: string) =>
    [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    )
  const linksOf = (page: string) =>
    [
      ...read(page)
        .replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
        .matchAll(/\]\(([^)\s]+)\)/g),
    ]
      .map(([, to = '']) => to)
      .filter((to) => !/^https?:/.test(to))

  it.each(pages)('%s leads only to what is there, and comes with the package', (page) => {
    expect(isShipped(page)).toBe(true)
    for (const to of linksOf(page)) {
      const [file = '', anchor] = to.split('#')
      const path = file === '' ? page : normalize(join(dirname(page), file)).replaceAll('\\', '/')
      expect(existsSync(join(root, path)), `${page}: ${to}`).toBe(true)
      expect(isShipped(path), `${page}: ${to} in the package`).toBe(true)
      if (anchor !== undefined && statSync(join(root, path)).isFile())
        expect(anchors(path), `${page}: ${to}`).toContain(anchor)
    }
  })
})

it('lists every message code in src/messages/README.md', () => {
  const page = 'src/messages/README.md'
  const text = read(page)
  const rows = Object.entries(messageTable)
    .map(([code, { severity, help }]) => `| \`${code}\` | ${severity} | ${help.replaceAll('|', '\\|')} |`)
    .sort()
  const table = ['| code | severity | how to mend it |', '|---|---|---|', ...rows].join('\n')
  const wanted = text.replace(
    /(<!-- messages:[^>]*-->\n)[\s\S]*?(<!-- \/messages -->)/,
    (_all, open: string, close: string) => `${open}${table}\n${close}`,
  )
  if (process.env.UPDATE === '1') writeFileSync(join(root, page), wanted)
  else expect(text).toBe(wanted)
})

describe('content/README.md', () => {
  const text = read('content/README.md')
  /** The rows of the table under a heading, each its cells. */
  const rowsOf = (heading: string): string[][] => {
    const [table = ''] = new RegExp(`(?<=^## ${heading}\n[\\s\\S]*?\n)\\| key [\\s\\S]*?(?=\n\n)`, 'm').exec(text) ?? []
    return table.split('\n').map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  }

  it('names every key of the front matter', () => {
    const named = rowsOf('Front matter').flatMap(([, keys = '']) => keys.match(/(?<=`)\w+(?=`)/g) ?? [])
    expect(named.sort()).toEqual([...frontMatterKeys].sort())
  })

  it('says of every key of braces where it may stand', () => {
    const rows = rowsOf('Braces')
    const written = (scope: Scope) =>
      rows
        .filter(([, , , where = '']) => where.startsWith(scope) || where.includes(`, ${scope}`))
        .flatMap(([, keys = '']) => keys.match(/[#\w]+/g) ?? [])
    for (const scope of ['question', 'day', 'sheet', 'picture'] as const)
      expect(written(scope).sort()).toEqual(keysOf(scope).sort())
  })
})

describe('the tasks for VS Code in src/commands/README.md', () => {
  const [, tasks = '{}'] =
    /```json\n(\{\n {2}"version": "2\.0\.0"[\s\S]*?)```/.exec(read('src/commands/README.md')) ?? []
  const matchers: { pattern: { kind?: string; regexp: string; line?: number } }[] =
    JSON.parse(tasks).tasks[0].problemMatcher
  const patterns = matchers.map(({ pattern }) => new RegExp(pattern.regexp))
  const said = readdirSync(join(root, 'tests/cli'))
    .flatMap((name) => read(`tests/cli/${name}`).split('\n'))
    .map((line) => line.replace(/^2> /, ''))
    .filter((line) => /^(?!error|warning|info).+?: (?:error|warning|info): .* \[[a-z]+(?:-[a-z]+)+\]$/.test(line))

  it('find each message about a file by one of their patterns, with its place where it has one', () => {
    expect(said.length).toBeGreaterThan(100)
    const kinds = said.map((line) =>
      matchers.filter((_, i) => patterns[i]?.test(line)).map(({ pattern }) => pattern.kind),
    )
    const expected = said.map((line) => [/^.+?:\d+:\d+: /.test(line) ? undefined : 'file'])
    expect(kinds).toEqual(expected)
    expect(expected.filter(([kind]) => kind === 'file').length).toBeGreaterThan(5)
  })
})
