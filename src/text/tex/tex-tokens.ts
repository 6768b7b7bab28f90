/** What all who read TeX as a line of text begin with. */

/** Longer formulas, and those with deeper braces, are no line of text. */
export const mostTex = { letters: 300, depth: 12 }

/** Commands, and single letters: `\frac12` → `\frac`, `1`, `2`. */
export const texTokens = (tex: string): readonly string[] => tex.match(/\\(?:[A-Za-z]+|.)|./gsu) ?? []

/** What stands in the `\ce{…}` that a formula is; null for any other. */
export const chemicalSource = (tex: string): string | null => /^\s*\\ce\{(.*)\}\s*$/s.exec(tex)?.[1] ?? null
