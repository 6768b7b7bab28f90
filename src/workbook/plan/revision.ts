/** The revision stamp: tells whether a printed sheet is the one that the source gives today. */
import { sha256 } from '../../text/digest.js'

/** What a plan holds beside what the sheet says and asks: places, which move when a line is added above; names of our own; reasons. */
const unsaid = new Set(['place', 'id', 'key', 'by'])

const onlySaid = (key: string, value: unknown): unknown => (unsaid.has(key) ? undefined : value)

/**
 * Six hexadecimal digits of the SHA-256 of what a day sheet says (its head, words, points, minutes) and asks for (space, sides, breaks).
 * Paper, type and the template's other words are not in it, nor what the key alone prints: the same stamp stands on the sheet in every
 * edition and on every machine.
 */
export function revisionOf(said: unknown): string {
  return sha256(JSON.stringify(said, onlySaid)).slice(0, 6)
}
