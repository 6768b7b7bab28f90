/** What all who read TeX as a line of text begin with. */

/** Longer formulas, and those with deeper braces, are no line of text. */
export const mostTex = { letters: 300, depth: 12 }

/** Commands, and single letters: `\frac12` → `\frac`, `1`, `2`. */
export const texTokens = (tex: string): readonly string[] => tex.match(/\\(?:[A-Za-z]+|.)|./gsu) ?? []

/** What stands in the `\ce{…}` that a formula is; null for any other. */
export const chemicalSource = (tex: string): string | null =>
  /^\s*\\ce\{((?:[^{}]|\{[^{}]*\})*)\}\s*$/s.exec(tex)?.[1] ?? null

/** What stands in the braces that open at token `at`, as it is written, and the index behind them; null where none open there, or they do not close. */
export function inBraces(tokens: readonly string[], at: number): { text: string; end: number } | null {
  if (tokens[at] !== '{') return null
  let open = 0
  for (let end = at; end < tokens.length; end++) {
    open += tokens[end] === '{' ? 1 : tokens[end] === '}' ? -1 : 0
    if (open === 0) return { text: tokens.slice(at + 1, end).join(''), end: end + 1 }
  }
  return null
}
