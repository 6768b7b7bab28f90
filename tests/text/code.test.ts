import { expect, test } from 'vitest'
import { codeLines } from '../../src/text/code.js'

test.each([
  ['a\nb', ['a', 'b']],
  ['\treturn', ['    return']],
  ['  \tx', ['    x']],
  ['\t\tx\ty', ['        x       y']],
  ['col\tb\tc\nlonger\tb2\tc2', ['col     b       c', 'longer  b2      c2']],
  ['exactly8\tb', ['exactly8        b']],
  ['a\t', ['a       ']],
  ['', ['']],
])('%j', (text, lines) => {
  expect(codeLines(text)).toEqual(lines)
})
