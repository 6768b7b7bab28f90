/** The revision stamp: tells whether a printed sheet is the one that the source gives today. */
import { createHash } from 'node:crypto'

/** Places move when a line is added above; they are no part of what a sheet says. */
const withoutPlaces = (key: string, value: unknown): unknown => (key === 'place' ? undefined : value)

/** Six hexadecimal digits of the SHA-256 of a plan, places left out. */
export function revisionOf(plan: unknown): string {
  return createHash('sha256').update(JSON.stringify(plan, withoutPlaces)).digest('hex').slice(0, 6)
}
