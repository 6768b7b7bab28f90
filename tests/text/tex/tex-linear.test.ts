/** Fractions and roots in a line: what they say must be what TeX says, beside whatever they stand. */
import { describe, expect, test } from 'vitest'
import { texRuns } from '../../../src/text/tex/tex-runs.js'
import { texInWords } from '../../../src/text/tex/tex-words.js'

/** Raised as `^2`, lowered as `_i`, and a blank that no line ends at as "~". */
const onSlides = (tex: string): string | null =>
  texRuns(tex)
    ?.map(({ text, script }) => (script ? `${script === 'super' ? '^' : '_'}${text}` : text))
    .join('')
    .replaceAll('\u00a0', '~') ?? null

describe('a fraction or a root keeps its meaning in a line', () => {
  test.each([
    // A number and a fraction of numbers are a mixed number.
    ['2\\frac{1}{3} + 1\\frac{1}{2}', '2~1/3~+ 1~1/2', '2 1/3 + 1 1/2'],
    ['3\\frac{5}{6}', '3~5/6', '3 5/6'],
    ['5 \\frac56', '5~5/6', '5 5/6'],
    ['12\\,\\frac{3}{4}', '12~3/4', '12 3/4'],
    ['2\\frac{1}{3}x', '(2~1/3)x', '(2 1/3)x'],
    ['1.5\\frac12', '1.5(1/2)', '1.5(1/2)'],
    ['10^2\\frac12', '10^2(1/2)', '10²(1/2)'],
    // A factor, a script or another sign behind it.
    ['\\frac{a+b}{c}d', '((a~+ b)/c)d', '((a+b)/c)d'],
    ['\\frac{1}{2}mv^2', '(1/2)mv^2', '(1/2)mv²'],
    ['-\\frac{a}{b}^2', '−(a/b)^2', '−(a/b)²'],
    ['\\frac{n}{2}!', '(n/2)!', '(n/2)!'],
    ['\\frac{1}{2}\\left(a+b\\right)', '(1/2)(a~+ b)', '(1/2)(a+b)'],
    ['\\frac{1}{n}\\sum_i x_i', '(1/n)~∑_i~x_i', '(1/n)∑_i x_i'],
    ['\\frac{a}{b}/c', '(a/b)/c', '(a/b)/c'],
    ['\\frac{a}{b}\\frac{c}{d}', '(a/b)(c/d)', '(a/b)(c/d)'],
    // A factor before it, a function or a division.
    ['a\\frac{b}{c}', 'a(b/c)', 'a(b/c)'],
    ['2\\frac{a}{b}', '2(a/b)', '2(a/b)'],
    ['x^2\\frac{a}{b}', 'x^2(a/b)', 'x²(a/b)'],
    ['\\log_2\\frac{x}{2}', 'log_2(x/2)', 'log₂(x/2)'],
    ['a/\\frac{b}{c}', 'a/(b/c)', 'a/(b/c)'],
    // Other names of it.
    ['\\dfrac12x + \\tfrac12y', '(1/2)x~+ (1/2)y', '(1/2)x + (1/2)y'],
    ['{a \\over b}c', '(a/b)c', '(a/b)c'],
    ['{\\frac12}x', '(1/2)x', '(1/2)x'],
    ['e^{\\frac{1}{2}x}', 'e^(1/2)^x', 'e^((1/2)x)'],
    // Roots.
    ['\\sqrt{2}x', '(√2)x', '(√2)x'],
    ['\\sqrt{ab}c', '√(ab)c', '√(ab)c'],
    ['\\sqrt[3]{2}^2', '(^3√2)^2', '(³√2)²'],
    ['2\\sqrt{3} + \\frac{\\sqrt{2}}{2}', '2√3~+ (√2)/2', '2√3 + (√2)/2'],
    // Differences are written as one thing each.
    ['\\frac{dy}{dx} = \\frac{\\mathrm{d}}{\\mathrm{d}x}y', 'dy/dx~= (d/dx)y', 'dy/dx = (d/dx)y'],
    ['\\frac{d^2y}{dx^2}', 'd^2y/dx^2', 'd²y/dx²'],
    ['\\frac{\\partial f}{\\partial x}', '∂f/∂x', '∂ f/∂ x'],
    ['v = \\frac{\\Delta s}{\\Delta t}', 'v~= Δs/Δt', 'v = Δ s/Δ t'],
    ['\\frac{F}{dA}', 'F/(dA)', 'F/(dA)'],
    // What needs none.
    ['\\frac{F}{m} = a', 'F/m~= a', 'F/m = a'],
    ['\\left(\\frac{a}{b}\\right)^2', '(a/b)^2', '(a/b)²'],
    ['\\sum_{i=1}^n \\frac{1}{i}', '∑_i_=1^n~1/i', '∑_(i=1)ⁿ 1/i'],
    ['\\frac12 \\cdot d', '1/2~· d', '1/2 · d'],
    ['\\tfrac{1}{2}\\,\\mathrm{kg}', '1/2~kg', '1/2 kg'],
    ['\\frac{3}{4}\\text{ of } 8', '3/4 of 8', '3/4 of 8'],
    // Words and scripts.
    ['\\frac{\\text{all of it}}{t}', '(all of it)/t', '(all of it)/t'],
    ['a^{b+c}d', 'a^b^+^cd', 'a^(b+c)d'],
    ['x_iy + a^bd', 'x_iy~+ a^bd', 'x_i y + a^b d'],
    // Matrices, a row behind the other.
    ['A = \\begin{pmatrix} 1 & 2 \\\\ 3 & -4 \\end{pmatrix}', 'A~= (1~2; 3~−4)', 'A = (1 2; 3 −4)'],
    [
      '\\begin{bmatrix} a+b & c \\\\ \\frac12x & 0 \\\\ \\end{bmatrix}x',
      '[a~+ b, c; (1/2)x, 0]x',
      '[a+b, c; (1/2)x, 0]x',
    ],
    ['\\left(\\begin{array}{cc} 1 & 0 \\end{array}\\right)', '(1~0)', '(1 0)'],
    ['\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix}', '|a~b; c~d|', '|a b; c d|'],
    ['\\begin{aligned}a &= b \\\\[4pt] c &= \\frac12d \\\\ \\end{aligned}', 'a~= b\nc~= (1/2)d', 'a = b; c = (1/2)d'],
    ['\\begin{align*}a\\end{align*}', 'a', 'a'],
    ['\\begin{aligned}a\\end{align}', null, '\\begin{aligned}a\\end{align}'],
    ['\\begin{alignat}{2}a\\end{alignat}', null, '\\begin{alignat}{2}a\\end{alignat}'],
    ['2\\binom{n}{k-1}', '2C(n, k~− 1)', '2C(n, k−1)'],
    ['\\binom{n}', null, 'binom(n)'],
    // What is broken is no line of text.
    ['\\frac{a}', null, 'a/()'],
    ['\\frac{a}{b', null, '\\frac{a}{b'],
    ['\\sqrt[3', null, '\\sqrt[3'],
  ])('%s', (tex, slides, words) => {
    expect(onSlides(tex)).toBe(slides)
    expect(texInWords(tex)).toBe(words)
  })
})

test('roots in roots are read once each', () => {
  const deep = `${'\\sqrt{'.repeat(40)}x${'}'.repeat(40)}`
  expect(texRuns(deep)).toBeNull()
  expect(texInWords(deep)).toBe(deep)
})
