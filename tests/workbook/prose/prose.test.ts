/** Small things in running text on the page: blanks, links, code, keys. */
import { describe, expect, test } from 'vitest'
import { elementsOf, textOf, wordsInOrder } from '../look.js'
import { makeWorkbook, pdfOf } from '../make.js'
import { readPdf } from '../read-pdf.js'
import { expectSound } from '../sound.js'

const question = (item: string) => makeWorkbook(`# Week 1\n\n## Monday\n\n1. ${item}\n`)
const textsOf = ({ pages }: ReturnType<typeof question>) => pages.pages[0]!.items.filter((item) => item.type === 'text')
const piecesOf = (made: ReturnType<typeof question>) => textsOf(made).flatMap(({ pieces }) => pieces)

describe('a blank', () => {
  test('is one line, long enough to write on, however short it is written', () => {
    const blanks = piecesOf(question('The capital is ____, of ____________________ the land.')).filter(({ text }) =>
      /_{3}/.test(text),
    )
    expect(blanks.map(({ face }) => face)).toEqual(['label', 'label'])
    expect(blanks.map(({ text }) => text.trim().length)).toEqual([16, 20])
  })

  test('in code stays as it is', () => {
    const made = question('What is `a____b`, and why `____`?')
    expect(
      piecesOf(made)
        .filter(({ text }) => text.includes('____'))
        .map(({ face }) => face),
    ).toEqual(['mono', 'mono'])
    expectSound(made)
  })
})

describe('a link', () => {
  test('to the web can be followed, over two lines as well, and is an element', async () => {
    const made = question(`Why is [${'a long guide '.repeat(12).trim()}](https://example.org/a) right?`)
    expectSound(made)
    const { links } = made.pages.pages[0]!
    const own = links.filter(({ to }) => 'url' in to)
    expect(own.length).toBeGreaterThan(1)
    expect(new Set(own.map(({ element }) => element)).size).toBe(1)
    expect(own[0]).toMatchObject({ to: { url: 'https://example.org/a' }, words: 'https://example.org/a' })
    expect(elementsOf(made.pages.structure).get(own[0]!.element)?.element.type).toBe('Link')
    expect((await readPdf(await pdfOf(made))).pages[0]?.text).toContain('guide right?')
  })

  test('to anything else is words', () => {
    const made = question('Why [this](javascript:alert) and [that](notes.txt)?')
    expect(made.pages.pages[0]!.links.filter(({ to }) => 'url' in to)).toEqual([])
    expect(wordsInOrder(made.pages)).toContain('Why this and that?')
  })
})

describe('code', () => {
  test('that is wider than the page goes on behind a hook, which is no part of it', () => {
    const made = question(`What?\n\n   \`\`\`\n   ${'argument, '.repeat(20)}end\n   \`\`\``)
    expectSound(made)
    const hooks = textsOf(made).filter((item) => textOf(item) === '↪')
    expect(hooks.length).toBeGreaterThan(0)
    for (const { owner } of hooks) expect(owner).toEqual({ artifact: 'Layout' })
  })

  test('is parted at blanks, and inside a word only where that is wider than the page', () => {
    const made = question(
      `What?\n\n   \`\`\`\n   ${'phase!=Running '.repeat(12)}\n   ${'status.phase!='.repeat(16)}\n   \`\`\``,
    )
    expectSound(made)
    const lines = textsOf(made)
      .map((item) => textOf(item).trim())
      .filter((line) => line.startsWith('phase!='))
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).toMatch(/^(?:phase!=Running ?)+$/)
  })

  test('has its keywords in the strong face, when its language is known', () => {
    const faces = (lang: string) =>
      textsOf(question(`What?\n\n   \`\`\`${lang}\n   return x\n   \`\`\``)).flatMap(({ pieces }) =>
        pieces.filter(({ text }) => text.startsWith('return')).map(({ face }) => face),
      )
    expect(faces('python')).toEqual(['mono-strong'])
    expect(faces('')).toEqual(['mono'])
  })

  test('keeps the columns that its tabs make', () => {
    const made = question('What?\n\n   ```\n   col\tb\n   longer\tb2\n   ```')
    const lines = textsOf(made).map(textOf)
    expect(lines).toContain('col     b ')
    expect(lines.some((line) => line.startsWith('longer  b2'))).toBe(true)
  })
})

test('a quote has a quiet bar from its first line to its last, left of its words', () => {
  const made = question('What is missing?\n\n   > All models are wrong, but some are useful.\n   >\n   > — George Box')
  expectSound(made)
  const { items } = made.pages.pages[0]!
  const bar = items.filter((item) => item.type === 'line' && item.x1 === item.x2) as {
    x1: number
    y1: number
    y2: number
  }[]
  bar.slice(1).forEach(({ y1 }, i) => {
    expect(y1).toBeCloseTo(bar[i]!.y2, 6)
  })
  const quoted = items.filter((item) => item.type === 'text' && /models|Box/.test(textOf(item)))
  expect(quoted).toHaveLength(2)
  for (const item of quoted) {
    expect(item.type === 'text' && item.x).toBeGreaterThan(bar[0]!.x1)
    expect(item.type === 'text' && item.y).toBeLessThan(bar.at(-1)!.y2)
  }
})

test('a comment leaves one blank, not two', () => {
  expect(wordsInOrder(question('Why <!-- because --> so?').pages)).toContain('Why so?')
})
