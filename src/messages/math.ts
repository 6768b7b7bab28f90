/** Messages about formulas. */
import { type Entry, entry } from './entry.js'

/** As much of a formula as a message has room for, on one line. */
export const shortFormula = (source: string): string => {
  const line = source.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

/** Messages about formulas, by code. */
export const mathMessages = {
  'math-not-read': entry<{ source: string; why: string }>(
    'warning',
    (f) => `The formula "${shortFormula(f.source)}" is printed as it is written: ${f.why}`,
    'Mend its TeX. AMS commands and `\\ce{}` are known; `\\def`, `\\newcommand`, `\\DeclareMathOperator`, `\\href` and `\\require` are not, `\\operatorname{…}` is. Money takes a backslash: `\\$5`.',
  ),
  'math-marks-unread': entry<{ words: string; why: string }>(
    'warning',
    (f) => `"${shortFormula(f.words)}" looks like a formula and is printed as it is written: ${f.why}`,
    'Write it between dollars that touch it: `$\\vec F =$ ____`, `$x^2$`. Put what is no formula between backticks, or a backslash before its dollar: `\\$5`.',
  ),
  'math-not-typeset': entry<Record<never, never>>(
    'info',
    () => 'Formulas are printed as they are written: the package "mathjax" is not installed',
    'Install it beside Cold Recall with its optional dependencies: `npm install` without `--omit=optional`.',
  ),
  'math-shrunk': entry<{ source: string; percent: number }>(
    'warning',
    (f) =>
      `The formula "${shortFormula(f.source)}" is wider than its column and is set at ${f.percent} % of the size of the text`,
    'Break it with `\\\\`, or with `&` and `\\\\` inside `\\begin{aligned} … \\end{aligned}`, or write it in shorter parts.',
  ),
} as const satisfies Record<string, Entry<never>>
