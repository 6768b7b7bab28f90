/** Formulas of chemistry, what stands in `\ce{…}`, as rich text: `2H2 + O2 -> 2H2O` with low figures and an arrow. */
import type { Run } from '../rich.js'

const arrows: Readonly<Record<string, string>> = { '->': '→', '<-': '←', '<->': '↔', '<=>': '⇌' }

/** What stands between parts of a substance: water of crystals, a bond. */
const signs: Readonly<Record<string, string>> = { '.': '·', '-': '–' }

const token =
  /(<=>|<->|->|<-)|(\s+)|\^(?:\{([^{}]*)\}|(\d*[+-]))|([A-Z][a-z]?|[)\]])(\d*)([+-](?=[\s()\],]|$))?|([a-z]+|[([]|[+=-]|,\s?|\d+|\.)/uy

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
    const found = token.exec(words)
    if (!found) return null
    const [, arrow, blank, braced, charge, symbol, count = '', sign = '', other] = found
    if (arrow !== undefined) put(arrows[arrow] ?? arrow)
    else if (blank !== undefined) put(' ')
    else if (symbol === undefined) {
      if (other === undefined) put((braced ?? charge ?? '').replace('-', '−'), 'super')
      else put(signs[other] ?? other)
    } else {
      put(symbol)
      if (count !== '') put(count, 'sub')
      if (sign !== '') put(sign.replace('-', '−'), 'super')
    }
  }
  return runs
}
