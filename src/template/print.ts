/** What a sheet, the config or the command line may say of the printed workbook over its template, beside its paper. */

/**
 * Each choice with its words, as they stand in the front matter, in `recall.config.yaml` and behind flags; the template has keys of the
 * same names.
 *
 * | choice | says |
 * |---|---|
 * | `key` | where the key stands: at the back, on the back of each day's sheet, in a strip to fold back |
 * | `fold` | the edge of a front side at which the strip is: the outer one, or, for left-handers, the left one |
 * | `starts` | a day, the summary and the key begin on the next side, or on a front side; or a day of several sides on a left page, so that two lie open side by side |
 * | `duplex` | the paper is printed on both sides, or on one |
 * | `qr` | the key has codes to scan that lead to the sources |
 */
export const printWords = {
  key: ['back', 'flip', 'fold'],
  fold: ['outer', 'left', 'right'],
  starts: ['next', 'recto', 'facing'],
  duplex: ['true', 'false'],
  qr: ['true', 'false'],
} as const

export type PrintChoice = keyof typeof printWords
export type KeyMode = (typeof printWords.key)[number]
export type PrintChoices = { [K in PrintChoice]?: (typeof printWords)[K][number] | undefined }

/** The names of all choices. */
export const printChoices = Object.keys(printWords) as PrintChoice[]
