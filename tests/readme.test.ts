import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { messageTable } from '../src/diagnostics.js'
import { frontMatterKeys } from '../src/sheet/front-matter.js'
import { keysOf, type Scope } from '../src/sheet/override-keys.js'

const readme = fileURLToPath(new URL('../README.md', import.meta.url))

it('lists every message code, as src/messages has it', () => {
  const text = readFileSync(readme, 'utf8')
  const rows = Object.entries(messageTable)
    .map(([code, { severity, help }]) => `| \`${code}\` | ${severity} | ${help.replaceAll('|', '\\|')} |`)
    .sort()
  const table = ['| code | severity | how to mend it |', '|---|---|---|', ...rows].join('\n')
  const wanted = text.replace(
    /(<!-- messages:[^>]*-->\n)[\s\S]*?(<!-- \/messages -->)/,
    (_all, open: string, close: string) => `${open}${table}\n${close}`,
  )
  if (process.env.UPDATE === '1') writeFileSync(readme, wanted)
  else expect(text).toBe(wanted)
})

it('names every key of the front matter', () => {
  const [line = ''] = /- \*\*Front matter\*\*[\s\S]*?(?=\n- )/.exec(readFileSync(readme, 'utf8')) ?? []
  expect(frontMatterKeys.filter((key) => !new RegExp(`\`${key}[\`:]`).test(line))).toEqual([])
})

it('says of every key of braces where it may stand', () => {
  const [table = ''] = /\| key \| value \| behind \|[\s\S]*?(?=\n\n)/.exec(readFileSync(readme, 'utf8')) ?? []
  const rows = table.split('\n').map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  const written = (scope: Scope) =>
    rows
      .filter(([, , , where = '']) => where.startsWith(scope) || where.includes(`, ${scope}`))
      .flatMap(([, keys = '']) => keys.match(/[#\w]+/g) ?? [])
  for (const scope of ['question', 'day', 'sheet'] as const) expect(written(scope).sort()).toEqual(keysOf(scope).sort())
})
