/** No mark is printed unheard: what is not read as an option is told. */
import { describe, expect, it } from 'vitest'
import { readQuestion } from '../read.js'

const told = (item: string) => readQuestion(item).codes.filter((code) => code.startsWith('mark-printed'))

describe('marks that are printed', () => {
  it.each([
    ['a star', 'What is it?\n   - this\n   - ⭐ that\n   - those'],
    ['an asterisk', 'What is it?\n   - this\n   - that \\*\n   - those'],
    ['bold type', 'What is it?\n   - this\n   - **that**\n   - those'],
    ['bold type in numbers', 'What is it?\n   1. this\n   2. **that**\n   3. those'],
    ['underlining', 'What is it?\n   - this\n   - <u>that</u>'],
    ['italics among letters', 'What is it?\n   a) this\n   b) *that*'],
    ['a tick below what does not ask', 'Explain the results.\n   - ✅ this\n   - that'],
    ['a tick beside a cross there', 'Explain the results.\n   - ✅ this\n   - ❌ that'],
    ['a tick behind the question', 'What is it? That ✅'],
    ['a letter in brackets', 'Which is true?\n   a) It floats (T)\n   b) It sinks'],
    ['the letter of another', 'What is it?\n   - this\n   - that (A)'],
    ['a part', 'T.\n   1. What is it? That ✅\n   2. Why?'],
  ])('%s', (_, item) => {
    expect(told(item)).toHaveLength(1)
  })

  it.each([
    ['none', 'What is it?\n   - this\n   - that'],
    ['signs of units', 'What is it?\n   - newton (N)\n   - ampere (A)'],
    ['the same for all', 'What is left?\n   - ✅ this\n   - ✅ that'],
    ['opening words in bold type', 'What is it?\n   - **Age**: this\n   - that'],
    ['bold words of facts', 'Explain it. You know:\n   - this\n   - **that**'],
    ['words that are stressed', 'Which is **not** safe?\n   - GET\n   - PUT'],
    ['code', 'What prints it?\n   - `x`\n   - y'],
    ['marks that are kept for the key', 'What is it?\n   - ✅ this\n   - ❌ that'],
  ])('but not %s', (_, item) => {
    expect(told(item)).toEqual([])
  })
})
