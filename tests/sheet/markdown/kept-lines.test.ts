/** Lines that mean something each, though Markdown runs them together. */
import { describe, expect, it } from 'vitest'
import type { RichBlock } from '../../../src/text/rich.js'
import { read } from '../read.js'

/** The words of blocks with their line breaks: "[b, c]" for a list, "> a" for a quote. */
const said = (blocks: readonly RichBlock[]): string[] =>
  blocks.map((block) => {
    if (block.type === 'paragraph') return block.runs.map(({ text }) => text).join('')
    if (block.type === 'list') return `[${block.items.flatMap(said).join(', ')}]`
    return block.type === 'quote' ? `> ${said(block.blocks).join(' ')}` : block.type
  })

const monday = (text: string) =>
  (read(`# Week 1\n\n## Monday\n\n${text}\n`).sheet.days[0]?.questions ?? []).map(({ prompt }) => said(prompt))

describe('lines stay where', () => {
  it.each([
    ['they are sums', '1. Calculate:\n   3 + 4 =\n   5 - 6 = __', [['Calculate:\n3 + 4 =\n5 - 6 = __']]],
    [
      'they begin with dashes',
      '1. Explain:\n   \u2013 use it\n   \u2013 say why',
      [['Explain:\n\u2013 use it\n\u2013 say why']],
    ],
    [
      'they are verse, over a question without the mark of a quote',
      '1. Read:\n   > Is this a dagger,\n   > The handle toward me?\n   What is used?',
      [['Read:', '> Is this a dagger,\nThe handle toward me?', 'What is used?']],
    ],
    [
      'signs of bullets are pasted',
      '1. Write.\n   \u2022\tuse it\n   \u2022\tsay why',
      [['Write.', '[use it, say why]']],
    ],
  ])('%s', (_, text, expected) => expect(monday(text)).toEqual(expected))

  it('two questions have no numbers', () =>
    expect(monday('What is a noun?\nWhat is a verb?')).toEqual([['What is a noun?'], ['What is a verb?']]))

  it.each(['/', '-'])('numbers have %s behind them', (sign) =>
    expect(monday(`1${sign} What is a noun?\n2${sign} What is a verb?`)).toEqual([
      ['What is a noun?'],
      ['What is a verb?'],
    ]),
  )
})

describe('lines run on', () => {
  it.each([
    ['in prose', '1. Why is E =\n   mc^2 so?', [['Why is E = mc^2 so?']]],
    ['in a quote of sentences', '1. Why?\n   > It is so.\n   > See it.', [['Why?', '> It is so. See it.']]],
    ['in a quote of prose', '1. Why?\n   > It is so, and\n   > thus it is.', [['Why?', '> It is so, and thus it is.']]],
    [
      'in a quote that goes on',
      '1. Why?\n   > It is so\n   and was it ever?',
      [['Why?', '> It is so and was it ever?']],
    ],
    ['in a question that goes on', 'What is a noun\nand what is a verb?', [['What is a noun and what is a verb?']]],
  ])('%s', (_, text, expected) => expect(monday(text)).toEqual(expected))
})
