import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeLines, codePieces } from '../../src/text/code.js'
import { codeRuns } from '../../src/text/code-weight.js'

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

describe('a line that is too long', () => {
  const parted = (line: string, most: number) =>
    codePieces(line, (text) => text.length <= most).map(({ from, to }) => line.slice(from, to))

  test.each([
    ['is parted at blanks', 'kubectl get pods --all', 12, ['kubectl get', 'pods --all']],
    ['is not parted inside a word', 'status.phase!=Running -o', 10, ['status.phase!=Running', '-o']],
    ['leaves several blanks at the end', 'a = 1    # one', 8, ['a = 1', '# one']],
    [
      'begins a word that fits nowhere on its line',
      'get -o custom-columns=NAME -w x',
      8,
      ['get -o custom-columns=NAME', '-w x'],
    ],
    ['stays whole when it fits', 'a  =  1', 20, ['a  =  1']],
    ['may be empty', '', 5, ['']],
  ])('%s', (_, line, most, expected) => {
    expect(parted(line, most)).toEqual(expected)
  })
})

describe('keywords', () => {
  const strong = (line: string, lang: string | null) =>
    codeRuns(line, lang)
      .flat()
      .filter((run) => run.strong)
      .map(({ text }) => text)

  test.each([
    ['def run(self) -> None:', 'python', ['def', 'None']],
    ['if a: print("for you")  # while', 'Python title="x"', ['if']],
    ["x = 'return'; return x", 'py', ['return']],
    ['SELECT name from users -- where', 'sql', ['SELECT', 'from']],
    ['const returned = `if (x)` // for', 'ts', ['const']],
    ['for f in *.txt; do', 'sh', ['for', 'in', 'do']],
    ['x = """for\nand in"""; return', 'py', ['return']],
    ['/* if\nfor */ return', 'java', ['return']],
    ['if you like', null, []],
    ['if you like', 'text', []],
    ['if you like', 'constructor', []],
  ])('of %s as %s', (line, lang, expected) => {
    expect(strong(line, lang)).toEqual(expected)
  })

  const code = fc
    .array(fc.constantFrom('if', ' ', '\n', '"', "'", '`', '#', '--', '//', '/*', '*/', '\\', 'é', '😀', '1'))
    .map((parts) => parts.join(''))

  test('lose no letter of any line', () => {
    fc.assert(
      fc.property(code, fc.constantFrom('python', 'sql', 'ts', 'sh', null), (line, lang) => {
        const lines = codeRuns(line, lang).map((runs) => runs.map(({ text }) => text).join(''))
        expect(lines.join('\n')).toBe(line)
      }),
    )
  })
})
