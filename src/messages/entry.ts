/** What the table of messages knows of a code: how grave it is, and its words. */

/** `error` stops the output of that sheet; `warning` does not (unless `--strict`); `info` is only told. */
export type Severity = 'error' | 'warning' | 'info'

/** A row of the table; `F` are the facts that its words need. */
export interface Entry<F> {
  severity: Severity
  /** The reason: what is there, what was expected. */
  words: (facts: F) => string
  /** How to mend it, in one or two sentences. */
  help: string
  /** Words for many notes of this code in one file, when saying each would be noise. */
  many?: ((count: number) => string) | undefined
}

/**
 * A row of a table of messages: its severity, the reason told from its facts, how to mend it, and the reason when `count` messages of the code are told as
 * one.
 */
export const entry = <F>(
  severity: Severity,
  words: (facts: F) => string,
  help: string,
  many?: (count: number) => string,
): Entry<F> => ({ severity, words, help, many })
