/** Workbooks with typeset formulas. */
import { Log } from '../../src/diagnostics.js'
import { withFormulas } from '../../src/math/formulas.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { indexSource } from '../../src/sources/index.js'
import { realFonts } from '../real-fonts.js'
import { type MadeWorkbook, makeWorkbook } from './make.js'

/** A sheet laid out with its formulas, and those of the titles of its sources, typeset, as `build` does it. */
export async function typesetWorkbook(
  text: string,
  options: Omit<NonNullable<Parameters<typeof makeWorkbook>[1]>, 'metrics'> = {},
): Promise<MadeWorkbook> {
  const sheet = parseSheet(text, 'week-17/recall.md', new Log())
  const cited = Object.entries(options.sources ?? {}).map(([name, source]) => indexSource(source, name, new Log()))
  return makeWorkbook(sheet, { ...options, metrics: await withFormulas([sheet, cited], realFonts(), new Log()) })
}

/** All kinds of formulas in all kinds of places. */
export const mathWeek = `# Week 1 — Formulas

Before the week, $E = mc^2$ and $\\frac{a}{b}$.

## Monday — The curve $R = e^{-t/S}$

1. Why does retention follow $R = e^{-t/S}$, and what happens when $S \\to \\infty$? See notes.md §1.
2. Derive $\\sum_{i=1}^n i^2 = \\frac{n(n+1)(2n+1)}{6}$, **in bold $x \\neq y$**, and [a link](https://example.org) beside $\\sqrt{x^2 + y^2}$.

   $$
   \\sum_{i=1}^n i^2 = \\frac{n(n+1)(2n+1)}{6}
   $$

3. Which matrix turns a vector?
   - [ ] $\\begin{pmatrix}\\cos\\theta & -\\sin\\theta\\\\ \\sin\\theta & \\cos\\theta\\end{pmatrix}$
   - [x] $\\left(\\frac{1}{2}\\right)$
4. Read the table.

   | kind | formula $x$ |
   |---|---|
   | sum | $\\sum_{i=1}^n \\frac{1}{i}$ |
   | water | $\\ce{2H2 + O2 -> 2H2O}$ |

   > $$
   > \\text{für alle } x \\in \\mathbb{R}: x^2 \\ge 0
   > $$

## Tuesday

1. What is $a + b$?
   a) Find $\\frac{x + 1}{x - 1}$ for $x = 2$. {lines=2}
   b) Say why $\\displaystyle\\int_0^1 x\\,dx = \\frac{1}{2}$. {lines=3}
2. $$ c = d $$

   Answer: It is $c = \\frac{a}{b}$.
`
