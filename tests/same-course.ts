/** A small course of all that may hang on a place or a day, and digests of what is built of it. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const png = readFileSync(fileURLToPath(new URL('../.github/pictures/key.png', import.meta.url)))
export const content: [string, string | Uint8Array][] = [
  [
    'week-01/recall.md',
    '---\nstart: 2026-03-23\npages: [calendar]\n---\n# Week 1 — Recall\n\n## Monday — Doors\n\n1. Which two parts has a door? See notes.md §1-§2.\n2. What is it?\n\n   ![a door](door.png)\n\n## Freitag\n\n1. Änderung versus Öffnung versus résumé? See notes.md §10.\n2. Why is $\\frac{1}{2}$ a half?\n',
  ],
  ['week-01/notes.md', '# Notes\n\n## 1 Hinges\n\nTurn.\n\n## 2 Leaf\n\nMoves.\n\n## 10 İstanbul\n\nIs far.\n'],
  ['week-01/door.png', png],
  ['week-02/monday.md', '# Week 2\n\n## Monday\n\n1. مرحبا، لماذا؟ See other.md §3.\n'],
  ['week-02/tuesday.md', '# Week 2\n\n## Tuesday\n\n1. In two minutes, say why {points=2}\n'],
]

/** A working folder with a content folder, its files written in the order given. */
export function courseIn(cwd: string, files = content): string {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(cwd, 'content', path)), { recursive: true })
    writeFileSync(join(cwd, 'content', path), bytes)
  }
  return cwd
}

/** Digests of all results, the manifest too; not of the cache, which tells of this disk. */
export function digests(cwd: string): Record<string, string> {
  const names = readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => !name.startsWith('.') && statSync(join(cwd, 'out', name)).isFile())
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(cwd, 'out', name)))
        .digest('hex'),
    ]),
  )
}

/** Everything that can be built of it. */
export const words = 'build --split --booklet --edition all --audience --paper both'.split(' ')
