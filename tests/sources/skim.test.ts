import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { markdownText } from '../../src/sheet/markdown/markdown.js'
import { type FoundHeadings, findHeadings, readWhole } from '../../src/sources/headings.js'
import { skim } from '../../src/sources/skim.js'

/** What is kept of a text, in one string. */
const keptOf = (text: string) =>
  skim(text)
    ?.filter(({ kept }) => kept)
    .map(({ start, end }) => text.slice(start, end))
    .join('')

describe('what an index need not read', () => {
  it('is prose, lists, tables, quotes and code', () => {
    const below = 'Words.\n\n- a\n- b\n\n| a | b |\n| - | - |\n\n> Said.\n\n```sh\n# no heading\n\nx\n```\nMore.\n'
    expect(keptOf(`# T\n\n${below}\n## 1 A\n${below}`)).toBe('# T\n\n## 1 A\n')
  })

  it('is a fence in a list item', () => {
    expect(keptOf('1. One:\n\n   ```sh\n   x\n   ```\n2. Two\n\n## 1 A\n')).toBe('## 1 A\n')
  })

  it('ends behind a comment, whatever looks like a heading in it', () => {
    const comment = '<!--\n\n# no heading\n```\n-->\n'
    expect(keptOf(`Words.\n${comment}Words.\n\n# T\n`)).toBe(`${comment}# T\n`)
  })

  it('is not what is underlined, HTML, definitions and the front matter', () => {
    const text = '---\ntitle: T\n---\n\nTitle\n=====\n\n<a id="x"></a>\n\nWords.\n\n[a]: b.md\n\n  ## 1 A\n'
    expect(keptOf(text)).toBe(text.replace('Words.\n\n', ''))
  })

  it.each([
    ['HTML over blank lines', '<script>\n\n# no heading\n</script>\n'],
    ['a fence that may stand in a list', '1. One\n\n  ```\n# 1 A\n  ```\n'],
    ['a fence below a tag', '<div>\n```\n# 1 A\n```\n'],
    ['an item below indented code', '    x\n\n2. ```\n\n# 1 A\n'],
    ['two byte order marks', '\ufeff# 1 A\n'],
    ['a title between rules', '---\n# 1 A\n---\n'],
    ['thousands of marks', `${'*a '.repeat(1200)}\n`],
  ])('cannot be told of %s', (_, text) => {
    expect(skim(text)).toBeNull()
  })
})

/** As `toEqual` sees it, with the excerpts made. */
const made = (found: FoundHeadings | null) =>
  found && { ...found, headings: found.headings.map(({ excerpt, ...heading }) => ({ ...heading, excerpt: excerpt() })) }

const starts = [
  '',
  '',
  '',
  ' ',
  '  ',
  '   ',
  '    ',
  '\t',
  ' \t',
  '> ',
  '>',
  '- ',
  '* ',
  '+ ',
  '-\t',
  '-      ',
  '1. ',
  '2. ',
  '10) ',
  '[^n]: ',
]
const ends = [
  ...[
    '## 1.1 A — b: (c)',
    '# Two  blanks',
    '# trails ',
    '## www.x.org',
    '# a+b=c, 50% "d" - e',
    '### É ñ',
    '## 1. x.',
    '# =',
    '## -',
    '# e @ f',
    '# Mr. T & co',
    '## a_b_c',
    '##\ttab bed',
    '# \u3000wide',
    '## 第3章\u3000はじめに',
    '# 😀 x',
    '## 1.2 \u200fא',
    '# ¶ ½',
    '##  two',
  ],
  ...[
    'word',
    'Two words.',
    'word',
    '',
    '',
    '# one',
    '## two',
    '###### six',
    '#tag',
    '1. ',
    '-',
    '#',
    '# a {#b}',
    '###\u00a0nbsp',
    '\u00a0',
    '\u200b1. x',
  ],
  ...[
    '===',
    '---',
    '-',
    '- - -',
    '***',
    '* * *',
    '___',
    '```',
    '```',
    '```js',
    '``` a`b',
    '````',
    '~~~',
    '~~~ `x`',
    '~~~~',
    '$$',
    '$$',
    '$$ x',
    'x $$',
    'a $x$ b',
  ],
  ...[
    '<div>',
    '</div>',
    '<a id="x"></a>',
    '<a id="y">',
    '<b>',
    '<b> x',
    '</b>',
    '<!-- c -->',
    '<!--',
    '-->',
    '<!-->',
    '<?php',
    '?>',
    '<!DOC',
    '>',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<script>',
    '</script>',
    '<pre>',
    '</pre>',
    '<https://a.b>',
    'a < b',
    '[a]',
    '[a][b]',
    '[a]: /u',
    '[b]:',
    '/u "t',
    't"',
    '[^n]',
    '[^n]: note',
    '![p](q)',
  ],
  ...[
    '| a | b |',
    '| - | - |',
    'a | b',
    '-|-',
    ':-:',
    '*em*',
    '**',
    '`code`',
    '`',
    '\\',
    'x\\',
    'two  ',
    '&amp;',
    'https://a.b/c',
    '1. a',
    '- b',
    '> q',
    'url: https://e.org',
    'title: T',
  ],
]
const eols = ['\n', '\n', '\n', '\n\n', '\n\n', '\n \n', '\n\t\n', '\r\n', '\r\n\r\n', '\r', '\u0085', '\u2028', '\f\n']
const whole = [
  ...['# T\n', '## 1 A\n', '\n### Two\n\n', '```\n# code\n\n```\n', '- a\n\n  ```\n  # b\n  ```\n'],
  ...[
    'Plain words\nover lines,\nthree of them',
    'Words\n-\nruled',
    'Ends (2) of them: "x"?\n1. no',
    'Plain words stand here. '.repeat(20),
    'Words go on. '.repeat(40),
    'Short.',
    'A **strong** and *soft* `code` (*x*) word',
    '**Both:** a `b_c.d` and *e f*; so',
    'a * b *c* d',
    '`a`*b* **c`d`**',
    'No. 1) of\n- lists\n  2. in\nothers',
    '- a\n- **b** c\nlazy',
    '* a\n\n  b',
    '1. a\n   1) b',
    '> q\n> - r',
    '| a | `b` |\n| - | :-: |\n| *c* | d |',
    '| a | b |\n|-|\n| c |',
    'a | b\n-|-\nc | d',
    'A/B! (c|d) "e"',
    'x * * *',
    '- - -\nruled',
    '- a\n***\nruled',
    '*a **b** c*',
    `${'Words go on. '.repeat(30)}\n<b>x</b>`,
    `${'Words go on. '.repeat(30)}\na | b\n-|-`,
  ].map((words) => `${words}\n\n`),
]
/** Few kinds of lines a text, so that they meet, and not all texts have one that makes the parser read all. */
const palette = fc.array(fc.constantFrom(...ends), { minLength: 2, maxLength: 8 })
const picks = fc.array(fc.tuple(fc.nat(11), fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 24 })
const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? ''
const front = fc.constantFrom(
  '',
  '',
  '',
  '',
  '\ufeff',
  '\ufeff\ufeff',
  '---\n',
  '---\ntitle: T\n---\n',
  '---\n# T\n---\n',
  '--- \r\nurl: https://e.org\r\n\r\n# x\r\n---\t\r\n',
  '---\n```\n---\n',
)
const markdown = fc.tuple(front, palette, picks).map(([first, kinds, lines]) => {
  const blocks = lines.map(([kind, outer, inner, end, eol]) =>
    kind < 3 ? pick(whole, end) : pick(starts, outer) + pick(starts, inner) + pick(kinds, end) + pick(eols, eol),
  )
  return first + blocks.join('')
})

const runs = Number(process.env.SKIM_RUNS ?? 1500)

it('finds the same headings and excerpts, at the same places, as reading all does', { timeout: 600_000 }, () => {
  let skimmed = 0
  fc.assert(
    fc.property(markdown, (given) => {
      const text = markdownText(given, 'a.md', new Log())
      if (text === null) return
      if (skim(text)) skimmed++
      expect(made(findHeadings(text, 'a.md'))).toEqual(made(readWhole(text, 'a.md')))
    }),
    { numRuns: runs, seed: Number(process.env.SKIM_SEED ?? 17) },
  )
  expect(skimmed).toBeGreaterThan(runs / 3)
})
