import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableText, texInWords } from '../../../src/text/tex/tex-words.js'

test.each([
  ['ax^2+bx+c', 'ax²+bx+c'],
  ['x^{10}', 'x¹⁰'],
  ['e^{ix}', 'e^(ix)'],
  ['a_1 + a_n', 'a₁ + a_n'],
  ['\\frac{\\alpha}{2}', 'α/2'],
  ['\\frac{a+b}{12}', '(a+b)/12'],
  ['\\frac12', '1/2'],
  ['\\sqrt{b^2-4ac}', '√(b²−4ac)'],
  ['\\sqrt[3]{x_1}', '³√(x₁)'],
  ['x \\to \\infty', 'x → ∞'],
  ['\\left( a \\right)', '( a )'],
  ['\\sin x', 'sin x'],
  // Signs are those of formulas; between words there are hyphens.
  ["f'(x) = a^* - b*c", 'f′(x) = a^(∗) − b∗c'],
  ['v_\\text{pre-test} - 1', 'v_(pre-test) − 1'],
  ['\\operatorname{arc-sin} x', 'arc-sin x'],
  ['\\text{if } x \\le 0', 'if x ≤ 0'],
  ['\\ce{2H2 + O2 -> 2H2O}', '2H₂ + O₂ → 2H₂O'],
  ['\\mathbb{R}^n \\ni \\vec{v} \\neq \\hat{x}', 'Rⁿ ∋ v\u20d7 ≠ x\u0302'],
  ['\\overline{AB} \\perp \\foo{x}', 'A\u0305B\u0305 ⊥ foo(x)'],
  ['c(\\ce{H3O+}) \\ge \\ce{$}', 'c(H₃O⁺) ≥ ce($)'],
  ['\\ce{A} \\ce{B', '\\ce{A} \\ce{B'],
  ['\\log\\log n', 'log log n'],
  // What is broken, or too deep, stays as it is.
  ['\\frac{a', '\\frac{a'],
  [`${'{'.repeat(40)}a${'}'.repeat(40)}`, `${'{'.repeat(40)}a${'}'.repeat(40)}`],
])('%s', (tex, words) => expect(texInWords(tex)).toBe(words))

test('formulas among words', () => {
  expect(readableText([{ text: 'Roots of ' }, { text: 'x^2', math: true }, { text: ', and x^2' }])).toBe(
    'Roots of x², and x^2',
  )
})

test('any TeX is read', () => {
  const tex = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'\\{}^_ ab1~') }))
  fc.assert(fc.property(tex, (source) => typeof texInWords(source) === 'string'))
})
