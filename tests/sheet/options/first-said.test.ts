/** What reminds of a question in a line. */
import { expect, test } from 'vitest'
import { firstSaid } from '../../../src/sheet/options/first-said.js'
import type { RichBlock } from '../../../src/text/rich.js'
import { remindingBlocks } from '../../../src/text/tex/tex-words.js'

const point = { line: 1, column: 1, offset: 0 }
const place = { file: 'recall.md', start: point, end: point }
const paragraph = (text: string): RichBlock => ({ type: 'paragraph', runs: [{ text }], place })
const math = (source: string): RichBlock => ({ type: 'math', source, place })
const said = (...prompt: RichBlock[]): string => remindingBlocks(firstSaid({ prompt, parts: [] }))

test('is its first paragraph, with a formula below it in words', () => {
  expect(said(paragraph('Complete.'), paragraph('Then say why.'))).toBe('Complete.')
  expect(said(paragraph('Solve:'), math('\\begin{pmatrix}1 & 2\\end{pmatrix}x = 0'), paragraph('Why?'))).toBe(
    'Solve: (1 2)x = 0',
  )
  expect(said(paragraph('Solve:'), math('\\begin{aligned}a &= b\\end{aligned}'))).toBe('Solve: a = b')
  expect(said(paragraph('Solve:'), math('\\begin{tikzcd}a\\end{tikzcd}'))).toBe('Solve: …')
  expect(said(math('x^2'), { type: 'code', text: 'let x', lang: null, place }, paragraph('Why?'))).toBe('x²')
  expect(said({ type: 'code', text: 'let x', lang: null, place }, paragraph('Why?'))).toBe('let x Why?')
})
