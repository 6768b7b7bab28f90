/** A workbook made with the memory of those before it is the one that is made without: whatever was edited, the same bytes and the same messages. */
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type BuildOptions, build } from '../../src/build/build.js'
import { WeekMemory } from '../../src/build/week-memory.js'
import { diskWorld, startRun } from '../../src/commands/common.js'
import { Log } from '../../src/diagnostics.js'
import type { Shell } from '../../src/shell.js'
import type { Edition } from '../../src/workbook/editions.js'
import { layoutWorkbook } from '../../src/workbook/layout.js'
import { WorkbookMemory } from '../../src/workbook/memory.js'
import { plainPng } from '../pictures/make.js'
import { realFonts } from '../real-fonts.js'
import { repositoryText } from '../sheet/read.js'
import { makeWorkbook, realFile, realSources, sheetText } from './make.js'
import { sheet } from './random-sheets.js'

/** A sheet as it is edited: values of its front matter, and its lines. */
interface Draft {
  front: Readonly<Record<string, string>>
  lines: readonly string[]
}

const draftOf = (text: string): Draft => ({ front: {}, lines: text.split('\n') })

const textOf = ({ front, lines }: Draft): string =>
  ['---', ...Object.entries(front).map(([key, value]) => `${key}: ${value}`), '---', ...lines].join('\n')

type Edit = (draft: Draft) => Draft

const word = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z]{1,9}$/) },
  fc.constantFrom(
    'Why',
    '7',
    'é',
    '→',
    '`code`',
    '**bold**',
    '*soft*',
    '[out](https://example.org/a)',
    'שלום',
    'مرحبا',
    '漢',
    '😀',
  ),
  fc.constantFrom('$x^2$', '$\\frac{a}{b}$', '____', 'supercalifragilisticexpialidocious-'.repeat(3)),
)

const at = fc.nat(200)
const lineAt = ({ lines }: Draft, n: number): number => n % lines.length
const withLine = (draft: Draft, n: number, change: (line: string) => string[]): Draft => {
  const i = lineAt(draft, n)
  return { ...draft, lines: [...draft.lines.slice(0, i), ...change(draft.lines[i] ?? ''), ...draft.lines.slice(i + 1)] }
}

/** Another word in a line. */
const reword = fc.tuple(at, fc.nat(40), word).map(
  ([n, k, said]): Edit =>
    (draft) =>
      withLine(draft, n, (line) => {
        const words = line.split(' ')
        // What makes a heading or a question of a line stays.
        return words.length < 4 ? [line] : [words.with(3 + (k % (words.length - 3)), said).join(' ')]
      }),
)
/** Braces behind a question. */
const wish = fc
  .tuple(
    at,
    fc.constantFrom(
      '{lines=3}',
      '{lines=60}',
      '{kind=draw}',
      '{kind=say}',
      '{space=grid}',
      '{points=2}',
      '{minutes=9}',
      '{break=before}',
      '{keep=next}',
      '{terms="a | b $x$ | c"}',
      '{kind=list count=5}',
    ),
  )
  .map(
    ([n, braces]): Edit =>
      (draft) =>
        withLine(draft, n, (line) => [/^\d+\. /.test(line) ? `${line} ${braces}` : line]),
  )
const lineEdits: fc.Arbitrary<Edit> = fc
  .tuple(at, fc.constantFrom('drop', 'twice', 'answer', 'table', 'picture', 'formula'))
  .map(
    ([n, what]): Edit =>
      (draft) =>
        withLine(draft, n, (line) => {
          if (what === 'drop') return []
          if (!/^\d+\. /.test(line)) return [line]
          if (what === 'twice') return [line, '', line]
          if (what === 'answer') return [line, '', '   Answer: It is so, and `that` is **all**.', '']
          if (what === 'picture') return [line, '', `   ![a queue](${n % 2 === 0 ? 'queue' : 'cycle'}.png)`, '']
          if (what === 'formula') return [line, '', `   $$\\sum_{i=1}^{${n}} x_i$$`, '']
          return [line, '', '   | a | b |', '   |---|---|', '   | one | two |', '']
        }),
  )
const frontEdits: fc.Arbitrary<Edit> = fc
  .constantFrom<[string, string]>(
    ['paper', 'a5'],
    ['paper', 'letter'],
    ['paper', 'both'],
    ['key', 'flip'],
    ['key', 'fold'],
    ['key', 'back'],
    ['lang', 'de'],
    ['lang', 'ar'],
    ['dir', 'rtl'],
    ['dir', 'ltr'],
    ['ruling', 'college'],
    ['starts', 'recto'],
    ['duplex', 'false'],
    ['course', 'Another course'],
    ['qr', 'true'],
    ['pages', '[brain-dump, exit-tickets, test-and-fold, calendar]'],
    ['pages', '[]'],
    ['defaults', '{ lines: 4 }'],
  )
  .map(
    ([key, value]): Edit =>
      (draft) => ({ ...draft, front: { ...draft.front, [key]: value } }),
  )
const anyEdit = fc.oneof({ weight: 5, arbitrary: reword }, { weight: 2, arbitrary: wish }, lineEdits, frontEdits)

const sources = realSources()
const queue = plainPng(40, 30)
const cycle = plainPng(30, 40, 90)
const repository = fileURLToPath(new URL('../../', import.meta.url))
const shell = {
  cwd: repository,
  env: {},
  stdout: { write() {} },
  stderr: { write() {} },
  now: () => new Date(0),
} as unknown as Shell
const run = startRun(undefined, shell)
if (typeof run === 'number') throw new Error('no run')

async function made(text: string, options: BuildOptions, memory: WeekMemory | undefined) {
  const log = new Log()
  const world = {
    ...diskWorld(shell, { ...(run as Exclude<typeof run, number>), log }),
    cited: (_from: unknown, path: string) => {
      const text = sources[path.split('/').at(-1) ?? '']
      return text === undefined ? null : { file: path, text }
    },
    picture: (_from: unknown, path: string) => ({ bytes: path.endsWith('queue.png') ? queue : cycle }),
    template: templates.template,
    memory,
  }
  const { files, fits, manifest } = await build(
    [{ file: realFile, path: realFile, root: '', text }],
    world,
    options,
    log,
  )
  return { files, fits, manifest, messages: log.messages }
}
/** Templates stay loaded between builds of a watch. */
const templates = diskWorld(shell, run)

const plain = {
  products: ['workbook'],
  template: null,
  paper: null,
  day: null,
  weekday: 1,
  split: false,
  date: new Date(0),
} satisfies BuildOptions

/** Builds draft after draft with one memory, and each without. */
async function expectSame(
  first: Draft,
  edits: readonly (Edit | 'undo')[],
  editions: readonly Edition[],
  split: boolean,
) {
  const options = { ...plain, split, editions }
  const memory = new WeekMemory()
  const drafts = [first]
  for (const edit of [(draft: Draft) => draft, ...edits]) {
    if (edit !== 'undo') drafts.push(edit(drafts.at(-1) ?? first))
    else if (drafts.length > 1) drafts.pop()
    const text = textOf(drafts.at(-1) ?? first)
    const [kept, fresh] = [await made(text, options, memory), await made(text, options, undefined)]
    expect(kept.messages).toEqual(fresh.messages)
    expect(kept.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('latin1')])).toEqual(
      fresh.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('latin1')]),
    )
    expect(kept).toEqual(fresh)
  }
}

const sequence = fc.array(fc.oneof({ weight: 6, arbitrary: anyEdit }, fc.constant('undo' as const)), {
  minLength: 3,
  maxLength: 8,
})
const editions = fc.constantFrom<Edition[]>(['whole'], ['whole', 'student'], ['whole', 'key', 'instructor'])

/** A run is some dozens of files; what fails is not made smaller for minutes. */
const runs = (numRuns: number) => ({ numRuns: Number(process.env.MEMORY_RUNS ?? numRuns), endOnFailure: true })

describe('edit after edit, a workbook is what it would be without memory', () => {
  test('of the real sheet', async () => {
    const real = draftOf(repositoryText(realFile))
    await fc.assert(
      fc.asyncProperty(sequence, editions, fc.boolean(), (edits, wanted, split) =>
        expectSame(real, edits, wanted, split),
      ),
      runs(3),
    )
  })

  test('of made-up sheets', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, sequence, editions, fc.boolean(), (text, edits, wanted, split) =>
        expectSame(draftOf(text), edits, wanted, split),
      ),
      runs(4),
    )
  })
})

describe('what an edit leaves as it was is not written again', () => {
  const monday = '# Week 1\n\n## Monday\n\n1. Why is it so?\n'
  test.each<[name: string, more: string, written: number, front?: Draft['front']]>([
    ['with words', '', 2],
    ['with a picture', '\n   ![a queue](queue.png)\n', 2],
    ['with formulas', '\n   $$\\frac{a}{b}$$\n\n2. Why $x^2$?\n', 2],
    ['with a code for cameras', '', 2, { qr: 'true' }],
    ['of a right-to-left sheet', '', 2, { dir: 'rtl' }],
    // The same pages in two files.
    ['on two papers', '', 4, { paper: 'both' }],
  ])('a page %s', async (_, more, written, front = {}) => {
    const memory = new WeekMemory()
    const keep = vi.spyOn(memory.workbook.pages, 'keep')
    const asked = (words: string) => {
      const { lines } = draftOf(`${monday}${more}\n## Tuesday\n\n1. What is ${words}?\n`)
      return made(textOf({ front, lines }), plain, memory)
    }
    await asked('this')
    const first = keep.mock.calls.length
    await asked('that')
    // Tuesday and the key; of Monday and the summary only the feet are laid anew.
    expect([first, keep.mock.calls.length - first]).toEqual([2 * written, written])
  })

  test('an item of the key', async () => {
    const memory = new WeekMemory()
    const asked = (words: string) => made(`${monday}\n## Tuesday\n\n1. What is ${words}?\n`, plain, memory)
    await asked('this')
    const set = vi.spyOn(memory.workbook.pages.items, 'set')
    await asked('that')
    const words = set.mock.calls.map(([item]) =>
      item.type === 'text' ? item.pieces.map(({ text }) => text).join('') : '',
    )
    expect(words.filter((each) => each.includes('What is that?'))).toHaveLength(2)
    expect(words.filter((each) => each.includes('Why'))).toEqual([])
  })
})

test('an edit leaves other days, and of the key all but the words of its question, as they were', () => {
  const memory = new WorkbookMemory()
  const log = new Log()
  const pagesOf = (asked: string) => {
    const { plan, template } = makeWorkbook(sheetText({ Monday: [asked, 'What is it?'], Tuesday: ['Is it so?'] }))
    return layoutWorkbook(plan, template, realFonts(), log, memory).pages
  }
  const [before, after] = [pagesOf('Why?'), pagesOf('Why not?')]
  const others = before.map(({ items }, page) => items.filter((item) => !after[page]?.items.includes(item)))
  const words = others.map((items) =>
    items.flatMap((item) => (item.type === 'text' ? item.pieces.map(({ text }) => text.trim()).join('') : [])),
  )
  const kindOf = (kind: string) => words[before.findIndex((page) => page.kind === kind)] ?? []
  expect(kindOf('day')).toContain('Why?')
  // Feet are laid each time.
  const feet = (page: number) => before[page]?.items.slice(-4) ?? []
  expect(before.map(({ kind }) => kind)).toEqual(['day', 'day', 'summary', 'key'])
  for (const page of [1, 2]) expect(others[page]?.every((item) => feet(page).includes(item))).toBe(true)
  expect(kindOf('key').filter((text) => text === 'Why?')).toHaveLength(1)
  expect(others[3]?.filter((item) => !feet(3).includes(item))).toHaveLength(1)
})
