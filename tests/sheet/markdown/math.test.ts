/** Formulas, and money that is none. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeMath } from '../../../src/sheet/markdown/math.js'
import { plainBlocks, type RichBlock } from '../../../src/text/rich.js'
import { cpuTime } from '../../cpu-time.js'
import { read, readQuestion } from '../read.js'

const promptOf = (item: string): RichBlock[] => readQuestion(item).question.prompt

/** The formulas in a line, each between brackets: `what is [a_1]?`. */
const marked = (item: string): string =>
  promptOf(item)
    .flatMap((block) => (block.type === 'paragraph' ? block.runs : []))
    .map(({ text, math }) => (math ? `[${text}]` : text))
    .join('')

describe('a formula in a line', () => {
  it.each([
    ['What is $a_1 + b$?', 'What is [a_1 + b]?'],
    ['What is $a * b * c$?', 'What is [a * b * c]?'],
    ['Why is $x_i$ not $x_j$?', 'Why is [x_i] not [x_j]?'],
    ['What does the $n$-th mean?', 'What does the [n]-th mean?'],
    ['Is it ($x$)?', 'Is it ([x])?'],
    ['Why is $P(A|B) \\ne P(B|A)$?', 'Why is [P(A|B) \\ne P(B|A)]?'],
    ['What is $\\text{cost in \\$}$?', 'What is [\\text{cost in \\$}]?'],
    ['What is $$ x^2 $$ here?', 'What is [x^2] here?'],
    ['What is **$x$** or *$y_1$*?', 'What is [x] or [y_1]?'],
    ['Is $a\n   = b$ one?', 'Is [a = b] one?'],
    ['What is $\\sin x$?', 'What is [\\sin x]?'],
    ['What is $sin x$?', 'What is [sin x]?'],
    ['Is $5$ prime?', 'Is [5] prime?'],
    ['Is $ab = ba$?', 'Is [ab = ba]?'],
    ['$x$は何か。', '[x]は何か。'],
    ['What is $x < y$?', 'What is [x < y]?'],
    ['What is $[0, 1)$ in $\\mathbb{R}$?', 'What is [[0, 1)] in [\\mathbb{R}]?'],
  ])('%s', (item, expected) => {
    expect(marked(item)).toBe(expected)
  })
})

describe('no formula', () => {
  it.each([
    'Why does it cost $5 and then $10?',
    'Why is $5 less than $10, and $20 more?',
    'What do $HOME and $PATH hold?',
    'Is it $5, or 5$ in slang?',
    'Does it cost from $5 to 10$ a day?',
    'What is in $HOME/$PATH?',
    'Is US$5 more than CA$5?',
    'Why was $1,000 paid, and not $2,000?',
    'Is it $ x $?',
    'What is a $?',
    'What are $$ and $$$?',
    'Do they go from $$ to $$?',
    'Is it ($5) or ($6)?',
    'Why $5–$10?',
    'Is a $5 note (the "fiver") worth 5$?',
    'Is `$x$` code?',
  ])('%s', (item) => {
    expect(marked(item)).toBe(item.replaceAll('`', ''))
  })

  it('stands behind a backslash', () => {
    expect(marked('Is it \\$x$ or \\$5?')).toBe('Is it $x$ or $5?')
  })

  it('goes from one paragraph to the next', () => {
    expect(marked('Is it $x\n\n   or y$?')).toBe('Is it $xor y$?')
  })
})

describe('a displayed formula', () => {
  const formula = (item: string) => promptOf(item).flatMap((block) => (block.type === 'math' ? [block.source] : []))

  it.each([
    ['on lines of its own', 'What?\n\n   $$\n   a_1\n   + b\n   $$', ['a_1\n+ b']],
    ['right below its question', 'What?\n   $$\n   a_1\n   $$', ['a_1']],
    ['on one line', 'What?\n\n   $$ a_1 = b $$', ['a_1 = b']],
    ['begun and ended in its lines', 'What?\n\n   $$ a_1\n   = b $$', ['a_1\n= b']],
    ['that looks like a list', 'What?\n\n   $$\n   - b\n   - c\n   $$', ['- b\n- c']],
    ['that looks like a heading', 'What?\n\n   $$\n   a\n   =\n   b\n   $$', ['a\n=\nb']],
    ['with a dollar in it', 'What?\n\n   $$\n   \\text{$5}\n   $$', ['\\text{$5}']],
    ['in a fence', 'What?\n\n   ```math\n   a_1\n   ```', ['a_1']],
  ])('%s', (_, item, expected) => {
    expect(formula(item)).toEqual(expected)
  })

  it.each([
    ['Solve $$x^2 = 4$$.', ['Solve', '$$x^2 = 4.$$']],
    ['Solve $$x^2 = 4$$. See a.md §1.', ['Solve', '$$x^2 = 4.$$']],
    ['Given $$f = x^2$$,\n   find $$f_2$$ .', ['Given', '$$f = x^2,$$', 'find', '$$f_2.$$']],
    ['Given\n\n   $$f = x^2$$.\n\n   What?', ['Given', '$$f = x^2.$$', 'What?']],
    ['The circle\n   $$\n   x^2 = 1\n   $$;\n   which?', ['The circle', '$$x^2 = 1;$$', 'which?']],
    ['Solve $$\\frac{a}{b}$$.', ['Solve', '$$\\frac{a}{b}.$$']],
    ['Solve $$\\frac{a}$$.', ['Solve [\\frac{a}].']],
    ['Solve $$a_$$.', ['Solve [a_].']],
    ['Solve $$2\\sqrt$$, $$\\vec x$$.', ['Solve [2\\sqrt],', '$$\\vec x.$$']],
    ['What is $$x^2$$, then?', ['What is [x^2], then?']],
    ['Why is $$x^2$$... small?', ['Why is [x^2]... small?']],
    ['Is it $$x^2$$. Or not?', ['Is it [x^2]. Or not?']],
    // What a line would set smaller has one of its own wherever it stands.
    ['Say $$x = \\frac{a}{b}$$ in words.', ['Say', '$$x = \\frac{a}{b}$$', 'in words.']],
    ['Given $$\\sum a_i$$, find **b**.', ['Given', '$$\\sum a_i,$$', 'find b.']],
    ['Half ($$\\frac12$$) of it?', ['Half ([\\frac12]) of it?']],
    ['Half of ($$\\frac12$$ of it)?', ['Half of ([\\frac12] of it)?']],
    ['Half, $$\\frac12$$-wise?', ['Half, [\\frac12]-wise?']],
    ['What is $\\frac12$ of it?', ['What is [\\frac12] of it?']],
    ['$$\\frac12$$ of what?', ['$$\\frac12$$', 'of what?']],
  ])('has the stop or comma behind it: %s', (item, expected) => {
    const shown = promptOf(item).map((block) => {
      if (block.type === 'math') return `$$${block.source}$$`
      return block.type === 'paragraph' ? block.runs.map(({ text, math }) => (math ? `[${text}]` : text)).join('') : ''
    })
    expect(shown).toEqual(expected)
  })

  it('is in a quote without its marks', () => {
    expect(promptOf('What?\n\n   > $$\n   > a_1\n   > b\n   > $$')[1]).toMatchObject({
      type: 'quote',
      blocks: [{ type: 'math', source: 'a_1\nb' }],
    })
  })

  it('that is never closed swallows no question', () => {
    const { sheet } = read('# Week 1\n\n## Monday\n\n$$\na\n\n1. Why?\n2. How?\n')
    expect(sheet.days[0]?.questions).toHaveLength(2)
    expect(plainBlocks(sheet.days[0]!.intro)).toBe('$$ a')
  })

  it('ends with its list item', () => {
    const { sheet } = read('# Week 1\n\n## Monday\n\n1. Why?\n   $$\n   a\n2. How? $$\n3. When?\n')
    expect(sheet.days[0]?.questions.length).toBeGreaterThan(1)
    expect(sheet.days[0]?.questions.map(({ prompt }) => plainBlocks(prompt)).join(' ')).toContain('How?')
  })
})

it.each([
  ['a + b', true],
  ['5', true],
  ['x', true],
  ['\\alpha', true],
  ['f(x) = 2x', true],
  ['P(A)', true],
  ['log n', true],
  ['2pq', true],
  ['b^2 - 4ac', true],
  ['4ac', true],
  ['5 bn', false],
  ['5bn and 10bn', false],
  ['5, or 5', false],
  ['5 to 10', false],
  ['HOME:', false],
  ['...', false],
  ['', false],
  ['the cost', false],
])('%j looks like mathematics: %s', (source, expected) => {
  expect(looksLikeMath(source)).toBe(expected)
})

it('loses no letter, whatever stands around dollars', () => {
  const soup = fc.array(
    fc.constantFrom('$', '$$', ' ', 'a', 'b_c', '5', '*', '\\', '^', '\n   ', '\n\n   ', 'word', '> ', '- ', '`', '|'),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(soup, (pieces) => {
      const { sheet, log } = read(`# Week 1\n\n## Monday\n\n1. Why ${pieces.join('')}\n\n2. Last?\n`)
      const kept = [
        ...sheet.days.flatMap(({ intro, questions }) => [intro, ...questions.map(({ prompt }) => prompt)]),
      ].map(plainBlocks)
      const letters = (text: string) => text.replace(/[^a-zA-Z\d]/g, '')
      const all = letters([...kept, ...log.messages.map(({ reason }) => reason)].join(''))
      for (const piece of new Set(pieces.map(letters))) expect(all).toContain(piece)
      expect(all).toContain('Last')
    }),
    { numRuns: 500 },
  )
})

it('reads a megabyte of dollars in a few seconds', () => {
  for (const piece of ['$', '$a ', '$$ ', '$a_', '\\$', '$$\n', `$${'a '.repeat(900)}`]) {
    const start = cpuTime()
    read(`# Week 1\n\n## Monday\n\n1. Why?\n\n   ${piece.repeat(300_000 / piece.length)}\n`)
    expect(cpuTime() - start).toBeLessThan(10_000)
  }
})

describe('a formula between two dollars each that ends a line', () => {
  const said = (item: string) =>
    promptOf(item).map((block) => (block.type === 'math' ? [block.source] : plainBlocks([block])))

  it.each([
    ['Solve $$x^2 = 1$$', ['Solve', ['x^2 = 1']]],
    ['Tell\n   $$\\frac{a}{b}$$\n   and why.', ['Tell', ['\\frac{a}{b}'], 'and why.']],
    ['Tell\\\n   $$x$$\\\n   and $$y$$', ['Tell', ['x'], 'and', ['y']]],
    ['Solve $$x^2 = 1$$\n   See a.md §1.', ['Solve', ['x^2 = 1']]],
  ])('stands on a line of its own: %s', (item, expected) => {
    expect(said(item)).toEqual(expected)
  })

  it.each([['Solve $x^2 = 1$', ['Solve x^2 = 1']]])(
    'and stays in its line when words or marks follow: %s',
    (item, expected) => {
      expect(said(item)).toEqual(expected)
    },
  )

  it('stays behind the mark of an option', () => {
    const [lead, options] = promptOf('Which?\n   - [ ] one: $$x$$\n   - [ ] two')
    expect(lead?.type).toBe('paragraph')
    expect(options?.type === 'list' && options.items.map((item) => item.map(({ type }) => type))).toEqual([
      ['paragraph'],
      ['paragraph'],
    ])
  })
})

describe('what looks like a formula and is not read is told', () => {
  const told = (item: string) =>
    read(`# Week 1\n\n## Monday\n\n1. ${item}\n`).log.messages.flatMap(({ code, reason, place }) =>
      code === 'math-marks-unread' ? [`${place?.start.column} ${reason}`] : [],
    )

  it.each([
    [
      '$\\vec F = $ ____',
      4,
      '"$\\vec F = $" looks like a formula and is printed as it is written: a blank stands before its last dollar',
    ],
    [
      'Why is $ a + b $ so?',
      11,
      '"$ a + b $" looks like a formula and is printed as it is written: a blank stands behind its first dollar',
    ],
    [
      'Why is $\\frac{a}{b} so?',
      11,
      '"$\\frac{a}{b} so?" looks like a formula and is printed as it is written: no dollar closes it',
    ],
    [
      'Why $5, or $x_1 = $ ?',
      15,
      '"$x_1 = $" looks like a formula and is printed as it is written: a blank stands before its last dollar',
    ],
    [
      'Why is \\(x^2\\) so?',
      11,
      '"\\(x^2\\)" looks like a formula and is printed as it is written: Markdown takes its backslashes for marks of its own',
    ],
    [
      'Why is \\[ x = 1 \\] so?',
      11,
      '"\\[ x = 1 \\]" looks like a formula and is printed as it is written: Markdown takes its backslashes for marks of its own',
    ],
  ])('%s', (item, column, reason) => {
    expect(told(item)).toEqual([`${column} ${reason}`])
  })

  it.each([
    'Why is $x^2$ no $5?',
    'Why is it $5 + $6, $ 5 = $ 6 or $5 = 5$?',
    'What do $HOME_DIR and $PATH_LIST hold?',
    'What does `$ a + b $` do?',
    'Why $a = $b?',
    'Where is C:\\temp\\new, for $5?',
    'Is it \\(a\\) or \\[x\\]?',
    'Which is US$ a week?',
    'Why \\$x and \\$y?',
  ])('but not %s', (item) => {
    expect(told(item)).toEqual([])
  })

  it('in no time', () => {
    const start = cpuTime()
    expect(told('$ a_1 '.repeat(5000)).length).toBeGreaterThan(0)
    told('\\(a^'.repeat(5000))
    expect(cpuTime() - start).toBeLessThan(3000)
  })
})
