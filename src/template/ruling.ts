/**
 * Rulings: how far apart answer rules stand, and the guide lines of those who learn to write by hand. By name or by number:
 * "college", "7.1", "7.1 mm", "primary", "primary 12", "primary-12".
 */

/** A line of a row beside the rule that is written on: how far down the row it stands, as a fraction of it. */
export interface Guide {
  at: number
  dashed?: true
}

/** What stands in a row of the ruling. `base`: where the rule that is written on stands, as a fraction of the row. */
interface Row {
  base: number
  guides: readonly Guide[]
}

/** Rows by the name of their guide lines. */
export const rows = {
  /** The rule alone, at the foot of its row. */
  none: { base: 1, guides: [] },
  /** Seyès, as in French schools: four quarters, so that letters have their heights. */
  seyes: { base: 1, guides: [{ at: 1 / 4 }, { at: 1 / 2 }, { at: 3 / 4 }] },
  /** As in German primary schools: room, then lines for ascenders, the middle, the base and descenders. */
  lineatur: { base: 0.78, guides: [{ at: 0.34 }, { at: 0.56 }, { at: 1 }] },
  /** As in American ones: a head line, a dashed middle, the base, and room for descenders. */
  primary: { base: 0.7, guides: [{ at: 0.1 }, { at: 0.4, dashed: true }] },
} as const satisfies Record<string, Row>

export type GuideName = keyof typeof rows

/** A ruling: the height of a row in mm, and the name of its guide lines. */
export interface Ruling {
  pitch: number
  guides: GuideName
}

/** Rulings by name, from close to wide. */
export const rulings = {
  narrow: { pitch: 6.35, guides: 'none' },
  college: { pitch: 7.1, guides: 'none' },
  standard: { pitch: 8, guides: 'none' },
  wide: { pitch: 8.7, guides: 'none' },
  large: { pitch: 10, guides: 'none' },
  seyes: { pitch: 8, guides: 'seyes' },
  lineatur: { pitch: 16, guides: 'lineatur' },
  primary: { pitch: 15, guides: 'primary' },
} as const satisfies Record<string, Ruling>

/** Bounds of a row's height, mm. */
export const rulingBounds = { least: 5, most: 20 } as const

/** What a ruling may be, for messages. */
export const rulingWords = `a distance from ${rulingBounds.least} to ${rulingBounds.most} mm, or one of ${Object.keys(rulings).join(', ')}`

/** The ruling that the words name, or null: "wide", "7.1", "10 mm", "primary 12". A name with a number has its guide lines in rows so high. */
export function readRuling(words: string): Ruling | null {
  const [, name, number] =
    /^(?:([a-zè]{1,20})[\s-]{0,2})?(\d{1,2}(?:\.\d{1,2})?)?(?:\s?mm)?$/.exec(words.trim().toLowerCase()) ?? []
  const plain = name?.replace('è', 'e')
  if (plain !== undefined && !isRuling(plain)) return null
  if (number === undefined) return plain === undefined ? null : rulings[plain]
  const pitch = Number(number)
  if (pitch < rulingBounds.least || pitch > rulingBounds.most) return null
  const guides = plain === undefined ? 'none' : rulings[plain].guides
  // "college 9" contradicts itself.
  return plain !== undefined && guides === 'none' ? null : { pitch, guides }
}

const isRuling = (name: string): name is keyof typeof rulings => Object.hasOwn(rulings, name)
