/** The `deck:` part of `template.yaml`: slide size, fonts, colours, type steps, seconds and words of the deck. */
import { z } from 'zod'

const colour = z.string().regex(/^[0-9A-Fa-f]{6}$/, 'six hexadecimal digits, such as 1A1A1A')

export const deckStyle = z.strictObject({
  /** Slide size, inches. */
  size: z.strictObject({ width: z.number().min(4).max(30), height: z.number().min(3).max(30) }),
  /** Font family named in the file; `fonts.faces.slide` must have its widths (Arimo has those of Arial). */
  fonts: z.strictObject({ heading: z.string(), body: z.string(), mono: z.string() }),
  colours: z.strictObject({ ground: colour, ink: colour, quiet: colour, accent: colour, accent2: colour }),
  /** Sizes of a prompt, pt, largest first: the largest that fits the day's longest prompt is used. */
  promptSizes: z.array(z.number().min(18).max(96)).min(1),
  /** Seconds to write, by kind of question. */
  seconds: z.strictObject({
    list: z.number(),
    compare: z.number(),
    sides: z.number(),
    explain: z.number(),
    draw: z.number(),
    say: z.number(),
  }),
  words: z.strictObject({
    check: z.string(),
  }),
})

export type DeckStyle = z.infer<typeof deckStyle>
