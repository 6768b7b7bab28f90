/** What a sheet, the config or the command line may say of the deck over its template. */

/**
 * Each choice with its words, as they stand in the front matter, in `recall.config.yaml` and behind flags; the template's `deck:` has
 * keys of the same names.
 *
 * | choice | says |
 * |---|---|
 * | `scheme` | the colours: dark on light, light on dark, or yellow on black for weak projectors and weak eyes |
 * | `reveal` | where a question is answered: on the slide behind it, on its own slide at a click, or in the notes alone |
 * | `names` | where the name of who is called first stands, when there is a roster: in the notes, or on the slide too, at a click |
 */
export const showWords = {
  scheme: ['light', 'dark', 'high-contrast'],
  reveal: ['slide', 'click', 'notes'],
  names: ['notes', 'slide'],
} as const

/** The name of a choice: "scheme". */
export type ShowChoice = keyof typeof showWords
/** What was chosen, a word each; left out or undefined: as the template has it. */
export type ShowChoices = { [K in ShowChoice]?: (typeof showWords)[K][number] | undefined }

/** The names of all choices. */
export const showChoices = Object.keys(showWords) as ShowChoice[]
