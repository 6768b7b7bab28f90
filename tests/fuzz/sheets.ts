/** Odd sheets without end: real ones, the examples of the CommonMark spec and of our grammar, mutated; each is named by a number. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import spec from 'commonmark-spec'
import { isRecallSheet } from '../../src/sheet/days/recognise.js'
import { grammarExamples, repositoryText } from '../sheet/read.js'

/** Numbers below `below`, the same for the same seed (mulberry32). */
export type Random = (below: number) => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)] as T

const content = fileURLToPath(new URL('../../content/', import.meta.url))
const realSheets = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => isRecallSheet(repositoryText(`content/${path}`), path))
  .map((path) => repositoryText(`content/${path}`))
const grammar = grammarExamples()
export const specExamples: readonly string[] = spec.tests.map(({ markdown }) => markdown)

const indented = (text: string): string => text.replace(/^(?=.)/gm, '   ')

/** Where an example of the spec may stand in a sheet. */
export const surroundings: readonly ((text: string) => string)[] = [
  (text) => `# Week 1\n\n## Monday\n\n1. Why?\n\n${indented(text)}\n\n2. How?\n`,
  (text) => `# Week 1\n\n## Monday\n\n1. Why?\n\n${text}\n\n2. How?\n`,
  (text) => `# Week 1\n\n## Monday\n\n### Q1. Why?\n\n${text}\n\n### Q2. How?\n`,
  (text) => `# Week 1\n\n${text}\n\n## Monday\n\n1. Why?\n2. How?\n`,
  (text) => `# Week 1\n\n## Monday\n\n1. ${text.trim().replaceAll('\n', '\n   ')}\n2. How?\n`,
]

/** What trips readers of Markdown and of citations. */
const pieces = [
  ...[
    '§',
    ' See ',
    'a.md',
    ' §1.1-§1.8',
    ' and ',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '{lines=3}',
    '{kind=list count=3}',
    '{#name}',
  ],
  ...[
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '~~',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<details>',
    '</details>',
    '<summary>',
    '<br>',
    '<sub>',
  ],
  ...[
    '\n',
    '\n\n',
    '\n---\n',
    '\n> ',
    '\n- ',
    '\n1. ',
    '\n   ',
    '\n\t',
    '\n# ',
    '\n## ',
    '\n### Q1. ',
    '\n| a | b |\n|---|---|\n',
  ],
  ...[
    'Answer: ',
    '\n\nAnswer: ',
    '- [x] ',
    '- [ ] ',
    '[^1]',
    '\n\n[^1]: ',
    '![',
    '](',
    'https://',
    '&amp;',
    '&#0;',
    '\\',
    '$',
    '$$',
  ],
  ...[
    ' vs ',
    ' → ',
    '____',
    ': ',
    '? ',
    '. ',
    '… ',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u2028',
    '\r\n',
    '\r',
    '\ufeff',
    'é',
    'e\u0301',
  ],
  ...[
    'Monday',
    '## Tuesday\n',
    '## Answers\n',
    'Week 2',
    '---\ntitle: x\n---\n',
    '١',
    '①',
    '1.',
    '0. ',
    '999999999. ',
    ' '.repeat(40),
  ],
]

type Mutation = (text: string, random: Random) => string

const cut = (text: string, random: Random): [string, string] => {
  const at = random(text.length + 1)
  return [text.slice(0, at), text.slice(at)]
}

const mutations: readonly Mutation[] = [
  // a piece put in
  (text, random) => cut(text, random).join(pick(pieces, random)),
  (text, random) => cut(text, random).join(pick(pieces, random)),
  (text, random) => cut(text, random).join(pick(specExamples, random)),
  // letters lost
  (text, random) => {
    const [before, after] = cut(text, random)
    return before + after.slice(1 + random(6))
  },
  // a line lost, said twice, moved, indented, quoted
  ...(
    [
      (lines, at) => lines.toSpliced(at, 1),
      (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
      (lines, at, random) => lines.toSpliced(at, 1).toSpliced(random(lines.length), 0, lines[at] ?? ''),
      (lines, at, random) => lines.with(at, `${' '.repeat(random(6))}${lines[at]}`),
      (lines, at) => lines.with(at, `> ${lines[at]}`),
      (lines, at) => lines.with(at, lines[at]?.trimStart() ?? ''),
    ] satisfies ((lines: string[], at: number, random: Random) => string[])[]
  ).map(
    (change): Mutation =>
      (text, random) => {
        const lines = text.split('\n')
        return change(lines, random(lines.length), random).join('\n')
      },
  ),
  // a part of another sheet
  (text, random) => {
    const [before, after] = cut(text, random)
    const [, tail] = cut(pick(realSheets, random), random)
    return before + tail.slice(0, 400) + after
  },
]

/** Words that stand nowhere else, so that the loss of one shows: "qzabx", "qzacx" … */
export const markerOf = (n: number): string =>
  `qz${String.fromCharCode(97 + (Math.floor(n / 26) % 26))}${String.fromCharCode(97 + (n % 26))}x`

function withMarkers(text: string, random: Random): string {
  const places = [...text.matchAll(/ (?=\p{L}{2})/gu)].map(({ index }) => index)
  let marked = text
  const chosen = [...new Set(Array.from({ length: 8 }, () => pick(places, random)))].sort((a, b) => b - a)
  for (const [n, at] of chosen.entries())
    if (at !== undefined) marked = `${marked.slice(0, at)} ${markerOf(n)}${marked.slice(at)}`
  return marked
}

/** The sheet of a number, always the same. The first are the examples of the spec as they are, in each of their surroundings. */
export function sheetOfNumber(n: number): string {
  const random = randomFrom(n + 1)
  const plain = specExamples.length
  if (n % 4 === 0) {
    const example = specExamples[(n / 4) % plain] ?? ''
    return (surroundings[Math.floor(n / 4 / plain) % surroundings.length] as (text: string) => string)(example)
  }
  const base = [
    () => pick(realSheets, random),
    () => pick(grammar, random),
    () => pick(surroundings, random)(pick(specExamples, random)),
  ]
  let text = withMarkers(pick(base, random)(), random)
  for (let times = 1 + random(8); times > 0; times--) text = pick(mutations, random)(text, random)
  return text
}
