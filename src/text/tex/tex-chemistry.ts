/**
 * Formulas of chemistry, what stands in `\ce{…}`, as rich text: `2H2 + O2 -> 2H2O` with low figures and an arrow. They are written as the package
 * mhchem has them (its manual, version 4.09), as far as a line of text can show them.
 */
import type { Run } from '../rich.js'
import { mathSign } from './tex-signs.js'

const arrows: Readonly<Record<string, string>> = {
  '->': '→',
  '<-': '←',
  '<->': '↔',
  '<-->': '⇄',
  '<=>': '⇌',
  '<=>>': '⇌',
  '<<=>': '⇌',
}

/** What stands between parts of a substance: water of crystals, bonds. */
const signs: Readonly<Record<string, string>> = { '.': '·', '*': '·', '-': '–', '#': '≡' }

/** What may stand behind a charge, and behind the sign of what leaves: a precipitate `v`, a gas `^`. */
const end = String.raw`(?=[\s()\],]|$)`

/**
 * `^` and `_` set high and low what is in braces, a charge, or the figures before an isotope: `SO4^2-`, `^{14}_{6}C`, `^0_-1e`, `(CH2)_n`. A symbol, a
 * closed bracket or an electron may have a figure and a charge behind it.
 */
const token = new RegExp(
  [
    '(?<arrow><=>>|<<=>|<-->|<=>|<->|->|<-)',
    String.raw`(?<leaves>\s+\(?[v^]\)?${end})`,
    String.raw`(?<blank>\s+)`,
    String.raw`(?<place>[\^_])(?:\{(?<braced>[^{}]*)\}|(?<bare>-\d+|\d*[+-]|\d+|[a-z]))`,
    String.raw`(?<symbol>[A-Z][a-z]?|[)\]]|e(?=[+-]))(?<count>\d*)(?<charge>[+-]${end})?`,
    String.raw`\{(?<words>[^{}$\\^_]+)\}`,
    String.raw`\\(?<command>[A-Za-z]+)\s?`,
    String.raw`(?<half>1/2)\s?`,
    String.raw`(?<other>[a-z]+|[([]|[+=.*#-]|,\s?|\d+(?:/\d+)?)`,
  ].join('|'),
  'uy',
)

/** Null where something in it is not known. */
export function chemistryRuns(source: string): Run[] | null {
  const runs: Run[] = []
  const put = (text: string, script?: Run['script']): void => {
    const last = runs.at(-1)
    if (last && last.script === script) last.text += text
    else if (text !== '') runs.push({ text, ...(script && { script }) })
  }
  token.lastIndex = 0
  const words = source.trim()
  while (token.lastIndex < words.length) {
    const found = token.exec(words)?.groups
    if (!found) return null
    const { arrow, blank, leaves, place, braced, bare = '', symbol, count = '', charge = '' } = found
    const { words: said, command, half, other = '' } = found
    if (arrow !== undefined) put(arrows[arrow] ?? arrow)
    else if (blank !== undefined) put(' ')
    // On the line of what leaves.
    else if (leaves !== undefined) put(leaves.includes('v') ? '\u00a0↓' : '\u00a0↑')
    else if (place !== undefined) put(scripted(braced ?? bare, place === '^'), place === '^' ? 'super' : 'sub')
    else if (symbol !== undefined) {
      put(symbol)
      put(count, 'sub')
      put(scripted(charge, true), 'super')
    } else if (command !== undefined) {
      const sign = mathSign(command)
      if (sign === undefined) return null
      put(sign)
    } else if (half !== undefined) put('½')
    // "Fe^{III}2": figures behind a number of oxidation.
    else if (/^\d+$/.test(other) && runs.length > 1 && runs.at(-1)?.script === 'super') put(other, 'sub')
    else put(said ?? signs[other] ?? other)
  }
  return runs
}

/** What stands high or low: a minus for the hyphen, and high the dot of a radical for the stop. */
const scripted = (text: string, high: boolean): string =>
  (high ? text.replace(/(?<!\d)\./g, '•') : text).replaceAll('-', '−')
