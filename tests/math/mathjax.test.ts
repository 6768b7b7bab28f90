import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openTypesetter, type Typesetter } from '../../src/math/mathjax.js'
import { type FormulaBox, widthOfStretches } from '../../src/text/tex/formula.js'
import { fakeMetrics } from '../fake-metrics.js'
import { expectGolden } from '../golden.js'

const typesetter = (await openTypesetter()) as Typesetter
const set = (source: string, kind: 'inline' | 'display' = 'inline') => typesetter.set(source, kind, fakeMetrics)

function boxOf(source: string, kind: 'inline' | 'display' = 'inline'): FormulaBox {
  const box = set(source, kind)
  if ('fault' in box) throw new Error(`${source}: ${box.fault}`)
  return box
}
const faultOf = (source: string): string => {
  const box = set(source)
  return 'fault' in box ? box.fault : 'none'
}
const reachOf = ({ stretches }: FormulaBox) => ({
  over: Math.max(...stretches.map(({ ascent }) => ascent)),
  under: Math.max(...stretches.map(({ descent }) => descent)),
})

test('MathJax leaves no name in the world', () => {
  expect('MathJax' in globalThis).toBe(false)
})

test('boxes of three formulas', () => {
  const dump = [['R = e^{-t/S}'], ['\\frac{a}{b}', 'display'], ['\\sqrt{x}\\text{ für }\\overbrace{ab}^{2}']] as const
  const boxes = dump.map(([source, kind]) => ({ source, kind: kind ?? 'inline', ...boxOf(source, kind) }))
  expectGolden('./cases/formulas.json', `${JSON.stringify(boxes, null, 1)}\n`)
})

describe('a box', () => {
  test('is lower in a line than on lines of its own', () => {
    for (const source of ['\\frac{a}{b}', '\\sum_{i=1}^n i', '\\int_0^1 x']) {
      const [low, high] = [reachOf(boxOf(source)), reachOf(boxOf(source, 'display'))]
      expect(low.over + low.under).toBeLessThan(high.over + high.under)
    }
  })

  test('stands on the baseline: letters do, fractions reach under it', () => {
    expect(reachOf(boxOf('x')).under).toBeLessThan(30)
    expect(reachOf(boxOf('\\frac{a}{b}')).under).toBeGreaterThan(250)
  })

  test('may end a line behind relations and operations in a line, and before them on its own', () => {
    const parts = (source: string, kind: 'inline' | 'display') => boxOf(source, kind).stretches.length
    expect(parts('a = b + c', 'inline')).toBe(3)
    expect(parts('a = b + c', 'display')).toBe(3)
    expect(parts('f(a + b)', 'inline')).toBe(1)
    expect(parts('-a', 'display')).toBe(1)
    expect(parts('\\displaystyle a = b', 'inline')).toBe(2)
    expect(boxOf('a \\\\ b', 'display').stretches.map(({ ends }) => ends)).toEqual([true, undefined])
  })

  test('is as wide as its stretches, whatever they are', () => {
    const whole = widthOfStretches(boxOf('{a = b + c}').stretches)
    expect(Math.abs(widthOfStretches(boxOf('a = b + c').stretches) - whole)).toBeLessThan(3)
  })

  test('has words, and letters that its fonts lack, in the face of the text and at its size', () => {
    const words = (source: string) => boxOf(source).stretches.flatMap((stretch) => stretch.words)
    expect(words('\\text{für alle }x')).toEqual([{ text: 'für alle\u00A0', x: 0, y: 0, size: 1000 }])
    expect(words('\\textbf{Weg}')).toMatchObject([{ text: 'Weg', strong: true }])
    expect(words('v_{\\text{да}}')).toMatchObject([{ text: 'да', size: 707 }])
    expect(words('я + é')).toMatchObject([{ text: 'я' }, { text: 'é' }])
    expect(words('5 € + \\text{₽}')).toMatchObject([{ text: '€' }, { text: '₽' }])
  })

  test.each([
    '\\ce{2H2 + O2 -> 2H2O}',
    '\\begin{aligned} a &= b \\\\ &= c \\end{aligned}',
    '\\begin{align} a &= b \\tag{1} \\\\ c &= d \\notag \\label{e} \\end{align}',
    '\\begin{multline} a + b \\\\ c \\end{multline}',
    '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\\\ 5 & 6 \\\\ 7 & 8 \\end{pmatrix}',
    '\\begin{array}{|c:c|} \\hline a & b \\\\ \\hline \\end{array}',
    '\\cancel{x} \\boxed{y} \\enclose{circle}{z}',
    '\\underbrace{a + b}_{n} \\xrightarrow[b]{a} \\widehat{abc} \\left.\\frac{a}{b}\\right|_{x=0}',
    'f = \\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 \\end{cases} \\pmod n',
    '\\mathbb{R} \\mathcal{L} \\mathfrak{g} \\boldsymbol{\\alpha} \\operatorname{Var} \\braket{a|b} \\color{red}{x}',
  ])('%s is set', (source) => {
    for (const kind of ['inline', 'display'] as const)
      expect(boxOf(source, kind).stretches.flatMap(({ outlines }) => outlines).length).toBeGreaterThan(2)
  })
})

describe('what cannot be set says why', () => {
  test.each([
    ['\\frac{a}{', 'missing close brace'],
    ['\\foo', 'undefined control sequence \\foo'],
    ['x^1^2', 'double exponent: use braces to clarify'],
    ['\\rule{9999em}{1em}', 'it is larger than 400 letters'],
    ['\\rule{1em}{30em}', 'it is too high for a line of text, expected it on lines of its own between $$ and $$'],
    ['x'.repeat(2001), 'it has 2001 letters, expected at most 2000'],
    [`${'\\sqrt{'.repeat(60)}${'}'.repeat(60)}`, 'its parts stand more than 100 deep in each other'],
    [`${'{'.repeat(990)}${'}'.repeat(990)}`, expect.stringMatching(/deep in each other$/)],
  ])('%.20s', (source, why) => {
    expect(faultOf(source)).toEqual(why)
  })

  test.each([
    '\\def\\a{\\a\\a}\\a',
    '\\newcommand{\\a}{b}',
    '\\href{https://a.b}{c}',
    '\\require{html}',
    '\\includegraphics{a.png}',
    '\\unicode{65}',
    '\\style{a}{b}',
  ])('%s is not known', (source) => expect(faultOf(source)).toMatch(/^undefined control sequence/))

  test('a letter that no font has', () => {
    const box = typesetter.set('\\text{𓀀}', 'inline', { ...fakeMetrics, missing: () => [0x13000] })
    expect(box).toEqual({ fault: 'no font of the template has "𓀀"' })
  })
})

/** What a formula says to those after it in TeX. */
const said = [
  '\\DeclareMathOperator{\\sin}{x}',
  '\\DeclareMathOperator*{\\foo}{x}',
  '\\DeclarePairedDelimiterXPP\\foo[1]{}{|}{|}{}{#1}',
  '\\Newextarrow{\\xrightarrow}{1,1}{0x2190}',
  '\\mathtoolsset{multlined-gap=9em}',
  '\\newtagform{a}{[}{]}',
  '\\usetagform{a}',
  '\\definecolor{red}{rgb}{1,1,1}',
]
const probes = ['\\sin x', '\\foo{x}', '\\xrightarrow{a}', '\\begin{multlined} a \\\\ b \\end{multlined}']

test('a formula changes no other', () => {
  const before = probes.map((source) => set(source, 'display'))
  for (const source of said) {
    const command = source.slice(0, source.search(/[*{]|\\foo/))
    for (const whole of [source, `a \\\\${source}`, `\\text{$${source}$}`, `\\ce{$${source}$}`])
      expect(faultOf(whole)).toBe(`${command} is for all formulas, expected only what sets this one`)
    expect(probes.map((probe) => set(probe, 'display'))).toEqual(before)
  }
  expect(boxOf('a \\\\DeclareMathOperator').stretches).toHaveLength(2)
})

const piece = fc.constantFrom(
  ...said,
  ...'a b x 1 2 + - = < > ( ) [ ] | , . ! & ^ _ { } $ # % ~ \\\\ é € 中 😀 \u202E'.split(' '),
  ...'\\frac \\sqrt \\sum_ \\int^ \\left( \\right) \\left. \\right\\} \\begin{matrix} \\end{matrix} \\begin{aligned}'.split(
    ' ',
  ),
  ...'\\end{aligned} \\text{a} \\text \\ce{ \\ce{H2O} \\overline \\over \\hat \\tag{1} \\hline \\rule \\kern9em \\mathbb R'.split(
    ' ',
  ),
  ...'\\limits \\not= \\cancel \\color{red} \\displaystyle \\scriptstyle \\Bigg| \\phantom \\raise \\hskip-9em \\mmlToken{mi}'.split(
    ' ',
  ),
)

test('any TeX is a box of sound outlines, or says why not', () => {
  const before = probes.map((probe) => set(probe, 'display'))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
        fc.string({ maxLength: 60 }),
      ),
      fc.constantFrom('inline' as const, 'display' as const),
      (source, kind) => {
        const box = set(source, kind)
        if ('fault' in box) {
          expect(box.fault).toMatch(/^\S.*\S$/su)
          return
        }
        expect(box.stretches.length).toBeGreaterThan(0)
        for (const { width, ascent, descent, outlines, words } of box.stretches) {
          for (const length of [width, ascent, descent, ...words.flatMap(({ x, y, size }) => [x, y, size])])
            expect(Number.isInteger(length)).toBe(true)
          for (const outline of outlines) expect(outline).toMatch(/^(?:M-?\d+ -?\d+(?:[LC](?:-?\d+ ?)+)*Z)+$/)
        }
        expect(set(source, kind)).toEqual(box)
      },
    ),
    { numRuns: 400 },
  )
  expect(probes.map((probe) => set(probe, 'display'))).toEqual(before)
})
