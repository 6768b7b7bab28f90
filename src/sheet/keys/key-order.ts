/** Answers whose numbers are no marks by themselves, "I. so", "Two: thus", "3 else": they count only where all of them count up. */
import type { Paragraph } from 'mdast'
import { dropStart, phraseText } from '../markdown/phrases.js'
import { romans } from '../options/options.js'
import type { KeyEntry } from './key-sections.js'

const words: readonly string[][] = [
  'one two three four five six seven eight nine ten',
  'first second third fourth fifth sixth seventh eighth ninth tenth',
  'eins zwei drei vier fünf sechs sieben acht neun zehn',
  'erstens zweitens drittens viertens fünftens sechstens siebtens achtens neuntens zehntens',
  'un deux trois quatre cinq six sept huit neuf dix',
  'uno dos tres cuatro cinco seis siete ocho nueve diez',
  'primera segunda tercera cuarta quinta sexta séptima octava novena décima',
].map((row) => row.split(' '))

/** A label: what it counts, its length, and the letter of the part behind it. */
interface OrderLabel {
  written: number
  length: number
  letter?: string
}

const forms: readonly ((line: string) => OrderLabel | null)[] = [
  (line) => {
    const match = /^\s*(\d{1,3})\s?(?:([a-h])[.):]?)?\s+(?=\S)/i.exec(line)
    if (!match) return null
    const letter = match[2] === undefined ? {} : { letter: match[2].toLowerCase() }
    return { written: Number(match[1]), length: match[0].length, ...letter }
  },
  (line) => {
    const match = /^\s*\(?([ivx]{1,5})[.):]\s+(?=\S)/i.exec(line)
    return match ? { written: romans.indexOf((match[1] ?? '').toLowerCase()) + 1, length: match[0].length } : null
  },
  ...words.map((row) => (line: string) => {
    const match = /^\s*(\p{L}{2,10})\s?[:：.)–—-]\s*(?=\S)/u.exec(line)
    return match ? { written: row.indexOf((match[1] ?? '').toLowerCase()) + 1, length: match[0].length } : null
  }),
]

/** Entries without marks as numbered ones, two or more that count from 1; others as they are. "1a so", "1b thus" are parts of the first. */
export function countedInOrder(entries: readonly KeyEntry[]): readonly KeyEntry[] {
  if (entries.length < 2) return entries
  const nodes = entries.map(({ written, nodes: [first] }) =>
    written === null && first?.type === 'paragraph' ? first : null,
  )
  if (nodes.includes(null)) return entries
  const lines = nodes.map((node) => (node ? phraseText(node.children).slice(0, 40) : ''))
  for (const form of forms) {
    const labels = lines.map(form)
    const counts = labels.every((label, i) => {
      const before = labels[i - 1]
      if (!label) return false
      return !before ? label.written === 1 : label.written === before.written + 1 || isNextPart(before, label)
    })
    if (counts) return entries.map((entry, i) => labelled(entry, nodes[i] ?? null, labels[i] ?? null))
  }
  return entries
}

const isNextPart = (before: OrderLabel, { written, letter }: OrderLabel): boolean =>
  written === before.written && letter !== undefined && before.letter !== undefined && letter > before.letter

function labelled(entry: KeyEntry, node: Paragraph | null, label: OrderLabel | null): KeyEntry {
  if (!node || !label) return entry
  const { loose: _loose, ...rest } = entry
  const mark: Paragraph['children'] = label.letter === undefined ? [] : [{ type: 'text', value: `${label.letter}) ` }]
  const children = [...mark, ...dropStart(node.children, label.length)]
  return { ...rest, written: label.written, nodes: [{ ...node, children }, ...entry.nodes.slice(1)] }
}
