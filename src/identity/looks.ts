/** What pages and slides look like beside their words: by the options that a week was set with, then and now. */

/** Options that are seen on paper, by their names in a manifest: the last three in digests. */
export const printOptions = ['template', 'paper', 'ruling', 'key', 'words', 'print'] as const
/** Options that are seen on slides alone. `template` is seen on both. */
export const showOptions = ['scheme', 'reveal', 'show'] as const

/** What a week was set with, by name. */
export type Options = Readonly<Record<string, string>>

/** An option that is another one. */
export interface LookChange {
  option: string
  before: string
  now: string
  /** It is seen on slides alone. */
  slides?: true
}

/** What a record of prints has of options: those that are seen on paper. */
export const optionsOnPaper = (options: Options): Record<string, string> =>
  Object.fromEntries(
    printOptions.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as const])),
  )

/**
 * What pages and slides look otherwise by. `then`: of the last build, or of each print; one that does not know an option says nothing of it. What was
 * made of a product is only asked where both have made it.
 */
export function looksBetween(then: readonly Options[], now: Options): LookChange[] {
  const found = new Map<string, LookChange>()
  for (const old of then) {
    const isOf = (product: string): boolean => [old, now].every(({ products = product }) => products.includes(product))
    const isOnPaper = isOf('workbook')
    const add = (option: string, slides: boolean): void => {
      const [before, after] = [old[option], now[option]]
      if (before !== undefined && after !== undefined && before !== after)
        found.set(`${option}\n${before}`, { option, before, now: after, ...(slides && { slides }) })
    }
    if (isOnPaper) for (const option of printOptions) add(option, false)
    else if (isOf('deck')) add('template', true)
    if (isOf('deck')) for (const option of [...showOptions, 'roster']) add(option, true)
  }
  return [...found.values()]
}
