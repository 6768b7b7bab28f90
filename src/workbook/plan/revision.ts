/** The revision stamp: tells whether a printed sheet is the one that the source gives today. */
import { jsonWithout, sha256 } from '../../text/digest.js'
import type { KeyDayPlan } from '../plan-model.js'

/** What a plan holds beside what the sheet says and asks: places, which move when a line is added above; names of our own; reasons. */
const unsaid = new Set(['place', 'id', 'key', 'by'])

/**
 * Six hexadecimal digits of the SHA-256 of what a day sheet says (its head, words, points, minutes) and asks for (space, sides, breaks), and of the key
 * that stands on it (`saidOnSheet`). Paper, type and the template's other words are not in it, nor a key that stands elsewhere: the same stamp stands on
 * the sheet in every edition and on every machine.
 */
export function revisionOf(said: unknown): string {
  return sha256(jsonWithout(said, unsaid)).slice(0, 6)
}

/**
 * What a day's sheet says of its key: all of the page on its back with `flip`, answers and where to look in its strip with `fold`. Not the first words of
 * questions, which its front says, nor the numbers of pages.
 */
export function saidOnSheet({ heading, file, entries, codes }: KeyDayPlan, key: 'flip' | 'fold'): unknown {
  const ofEntry = ({ written, citations, answer }: KeyDayPlan['entries'][number]) =>
    // A strip has the citation as written only where nothing of it was found.
    ({ written: key === 'fold' && citations.length > 0 ? null : written, citations, answer })
  const said = { file, entries: entries.map(ofEntry) }
  return key === 'fold' ? said : { ...said, heading, codes }
}
