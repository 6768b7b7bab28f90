/** Arrows and ticks that authors set before an answer. */

/** Arrows, also those drawn with keys, as the source of a regular expression with the flag `u`. */
export const arrowSource = '(?:[→⇒⟶⟹⇨↳↪⮕➔➙➛-➡➨-➪🡒🡆]\\ufe0f?|-{1,2}>|={1,2}>)'

/** Arrows and ticks, as the source of a regular expression with the flag `u`. */
export const markSource = `(?:${arrowSource}|[✓✔✅☑🗸]\\ufe0f?)`

const opening = new RegExp(`^\\s*[([]?\\s*${markSource}\\s*(?=\\S)`, 'u')

/** How many characters are the mark that opens a line, with the blanks around it: "→ so" → 2; 0 for none. */
export const markLength = (line: string): number => opening.exec(line.slice(0, 40))?.[0].length ?? 0

/** Formulas that are nothing but an arrow, `$\to$`, and stand for one. */
export const isArrowFormula = (tex: string): boolean => /^\s*\\(?:to|implies|(?:[Ll]ong)?[Rr]ightarrow)\s*$/.test(tex)
