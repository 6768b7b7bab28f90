/** `dump sheet --json` against the schema that the package ships, and the schema against what it must refuse. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { run } from '../../src/cli/cli.js'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cold-recall-schema-'))
afterAll(() => rmSync(folder, { recursive: true }))

const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(repository, 'src/schemas/sheet-schema.json'), 'utf8')))

async function dump(
  cwd: string,
  path: string,
): Promise<{ version: number; sheet: { days: unknown[] }; messages: unknown[] }> {
  let shown = ''
  const stdout = { write: (text: string) => (shown += text) }
  await run(['dump', 'sheet', path, '--json'], {
    cwd,
    command: 'cold-recall',
    env: {},
    stdout,
    stderr: { write: () => {} },
    now: () => new Date(0),
  })
  return JSON.parse(shown)
}

const odd: Record<string, string> = {
  'every kind': `---\nweek: 3\npaper: letter\nstart: 2025-01-06\nlang: en\ndefaults: { points: 1.5 }\n---\n\n# 04. Doors *now*\n\nIntro.\n\n## Monday — One {minutes=3 sides=2 #one}\n
1. Which three doors are there? See a.md §1.1-§1.3, §ELI5 and §2.
2. Hinge versus lock — what does each do? (cf. b.md)
3. When open, and when closed? {kind=sides labels="a | b" lines=3 minutes=2 #x}
4. Draw a door. See https://example.org/door. {points=2 break=before keep=next}
5. Say it in two minutes. See a.md p. 12 and pp. 88–91.\n`,
  'rich words':
    '# Week 1\n\n## Weekend synthesis\n\n1. `a` **b** ~~c~~ H<sub>2</sub>O [d](e.md)?\n\n   > quote\n\n   - [ ] one\n   - two\n\n   ```js\n   x\n   ```\n',
  'answers and headings':
    '# Week 1\n\n## Monday\n\n### Q1. Why?\n\n<details><summary>Answer</summary>\n\nSo.\n\n</details>\n\n### Q2. How?\n',
  'notes to teachers':
    '# Week 1\n\n## Monday\n\nTeacher notes: bring keys.\n\n1. Why?\n\n   Teacher note: wait.\n\n2. How?\n',
  'no questions': '# Nothing\n',
  'faults with causes': '# Week 1\n\n## Tuesday\n\n1. Why?\n3. Why?\n\n## Monday\n\n1. How? {#a}\n2. When? {#a}\n',
}

describe('sheet-schema.json', () => {
  it('describes the sheet of the repository', async () => {
    const document = await dump(repository, 'content/week-17/04_daily_recall.md')
    expect(schema.safeParse(document).error?.issues).toBeUndefined()
    expect([document.version, document.sheet.days.length]).toEqual([1, 6])
  })

  it.each(Object.entries(odd))('describes %s', async (name, text) => {
    const file = `${name.replaceAll(' ', '-')}.md`
    writeFileSync(join(folder, file), text)
    writeFileSync(join(folder, 'a.md'), '# A\n\n## 1.1 One\n\nWords.\n\n## 1.2 Two\n\n## ELI5\n')
    const document = await dump(folder, file)
    expect(schema.safeParse(document).error?.issues).toBeUndefined()
    expect(document.messages.length).toBeGreaterThan(0)
  })

  it('refuses what it does not describe', async () => {
    const document = await dump(folder, 'every-kind.md')
    const wrong = [
      { ...document, version: 2 },
      { ...document, extra: 1 },
      { ...document, sheet: { ...document.sheet, week: 'three' } },
      { ...document, messages: [{ code: 'x' }] },
    ]
    expect(wrong.map((value) => schema.safeParse(value).success)).toEqual([false, false, false, false])
  })
})
