/** TeX as rich text: letters slanted, scripts raised and lowered, signs with their blanks. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { texRuns } from '../../../src/text/tex/tex-runs.js'

/** Runs as a line: `_x_` slanted, `^{2}` raised, `_{i}` lowered, a blank that no line ends at as "~". */
const shown = (tex: string): string | null =>
  texRuns(tex)
    ?.map(({ text, script, emphasis, strong }) => {
      const words = (strong ? `**${text}**` : emphasis ? `*${text}*` : text).replaceAll('\u00a0', '~')
      return script === 'super' ? `^{${words}}` : script === 'sub' ? `_{${words}}` : words
    })
    .join('') ?? null

describe('a formula in words', () => {
  test.each([
    ['x^2', '*x*^{2}'],
    ['a_1 + b', '*a*_{1}~+ *b*'],
    ['L = -\\sum_i y_i \\log p_i', '*L*~= −∑_{*i*}~*y*_{*i*}~log~*p*_{*i*}'],
    ['\\sum_{i=1}^{n} x_i^2', '∑_{*i*}_{=1}^{*n*}~*x*_{*i*}^{2}'],
    ['\\frac{\\partial L}{\\partial w}', '∂*L*/∂*w*'],
    ['\\frac12 \\le \\frac{a+1}{b_2}', '1/2~≤ (*a*~+ 1)/*b*_{2}'],
    ['R = e^{-t/S}', '*R*~= *e*^{−}^{*t*}^{/}^{*S*}'],
    ['\\sqrt{b^2 - 4ac}', '√(*b*^{2}~− 4*ac*)'],
    ['O(\\log\\log 1/\\epsilon)', '*O*(log~log~1/ε)'],
    ['f(x, y) = \\sin(x) \\cdot \\mathbf{w}', '*f*(*x*, *y*)~= sin(*x*)~· **w**'],
    ['x \\in \\mathbb{R}', '*x*~∈ ℝ'],
    ['\\text{für alle } x > 0', 'für alle *x*~> 0'],
    ['\\left( \\frac{1}{2} \\right)', '(1/2)'],
    ["f'", '*f*′'],
    ['\\hat{x} + \\vec v', '*x\u0302*~+ *v\u20d7*'],
    ['50\\%', '50%'],
    ['\\ce{2H2 + O2 -> 2H2O}', '2H_{2} + O_{2} → 2H_{2}O'],
    ['\\ce{SO4^{2-}}', 'SO_{4}^{2−}'],
    ['\\ce{Na+ + Cl- -> NaCl}', 'Na^{+} + Cl^{−} → NaCl'],
    ['\\ce{Ca(OH)2}', 'Ca(OH)_{2}'],
    ['[\\mathrm{H_3O^+}] = \\mathrm{CO_2}', '[H_{3}O^{+}]~= CO_{2}'],
    ['v = 3\\ \\text{m/s}', '*v*~= 3~m/s'],
    ['c(\\ce{H3O+}) = 10^{-3}\\,\\mathrm{mol/L}', '*c*(H_{3}O^{+})~= 10^{−3}~mol/L'],
    ['\\ce{CO2} \\rightleftharpoons \\ce{CO}', 'CO_{2}~⇌ CO'],
    ['|\\overline{AB}| = 3\\,\\mathrm{cm}', '|*A\u0305B\u0305*|~= 3~cm'],
    ['\\underline{x_1}', null],
    ['\\sqrt[3]{x}', '^{3}√*x*'],
    ['25\\,^\\circ\\mathrm{C} + 1{,}5', '25~°C~+ 1,5'],
    ['\\ce{[H3O+] + OH-(aq)}', '[H_{3}O^{+}] + OH^{−}(aq)'],
    ['\\ce{CH3-CH3}', 'CH_{3}–CH_{3}'],
  ])('%s', (tex, words) => {
    expect(shown(tex)).toBe(words)
  })

  test.each([
    '\\begin{alignat}{1}a &= b\\end{alignat}',
    '\\begin{pmatrix}1 & 2\\end{bmatrix}',
    '\\begin{pmatrix}1 & 2',
    'x^{y^2}',
    'a \\\\ b',
    '\\hat{xy}',
    '\\unknown',
    '\\frac{1}{',
    '\\sqrt[x+1]{x}',
    '\\sqrt[3{x}',
    'x^{\\ce{H2}}',
    '\\ce{H2',
    '\\mathbb{X}',
    '\\text{$x$}',
    'x^',
    'x}',
    `${'{'.repeat(40)}x${'}'.repeat(40)}`,
    'x'.repeat(400),
    '\\ce{$x$}',
  ])('%s has none', (tex) => {
    expect(texRuns(tex)).toBeNull()
  })

  test('is runs of words, for any TeX, in no time', () => {
    const piece = fc.constantFrom(
      'x',
      '^',
      '_',
      '{',
      '}',
      '\\frac',
      '\\text',
      '+',
      ' ',
      '\\sum',
      '=',
      '12',
      '\\ce{',
      '\\mathrm',
      '\\overline',
      '[',
      ']',
      '}',
      '\\',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
        (tex) => {
          for (const run of texRuns(tex) ?? []) {
            expect(run.text).not.toBe('')
            expect(run.math).toBeUndefined()
          }
        },
      ),
    )
  })
})
