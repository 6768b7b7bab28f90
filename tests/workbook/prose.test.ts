/** Small things in running text on the page: blanks, links, code, keys. */
import { describe, expect, test } from 'vitest'
import { elementsOf, textOf, wordsInOrder } from './look.js'
import { makeWorkbook, pdfOf } from './make.js'
import { readPdf } from './read-pdf.js'
import { expectSound } from './sound.js'

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

  test('keeps the columns that its tabs make', () => {
    const made = question('What?\n\n   ```\n   col\tb\n   longer\tb2\n   ```')
    const lines = textsOf(made).map(textOf)
    expect(lines).toContain('col     b ')
    expect(lines.some((line) => line.startsWith('longer  b2'))).toBe(true)
  })
})

test('a comment leaves one blank, not two', () => {
  expect(wordsInOrder(question('Why <!-- because --> so?').pages)).toContain('Why so?')
})
