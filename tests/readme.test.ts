import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { messageTable } from '../src/diagnostics.js'

const readme = fileURLToPath(new URL('../README.md', import.meta.url))

it('lists every message code, as src/diagnostics.ts has it', () => {
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
