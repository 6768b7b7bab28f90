/** Answers that a sheet gives to one question in several places, and that say different things: a tick at the options, "Answer:" below, and a key. */
import type { Message, Place } from '../../diagnostics.js'
import { plainBlocks, type RichBlock } from '../../text/rich.js'
import type { Reading } from '../markdown/reading.js'
import type { Part, Question } from '../model.js'
import type { Item } from '../options/parts.js'

/** A block of an answer, where the sheet says it, and the option that it names. */
export interface Said {
  block: RichBlock
  place: Place
  option?: Item
}

/** What one place of the sheet says. */
interface Source {
  words: string
  /** The letters of the options that it names; its bare word where it names none. */
  names: readonly string[]
  place: Place
  ticked: boolean
}

/**
 * Tells when two places answer a question or part differently, with options or in one word each: `[x] 7` among the options, and "1. 4" in the key.
 * Answers in more words may be the same, and stay untold.
 */
export function reportDiffering(
  asked: Question | Part,
  label: string,
  of: Place,
  said: readonly Said[],
  reading: Reading,
): void {
  const list = asked.prompt.findLast((block) => block.type === 'list' && block.marker === 'option')
  const isTicked = ({ place }: Said) => list !== undefined && within(place, list.place)
  const isBelow = (each: Said) => !isTicked(each) && within(each.place, of)
  const isInKey = (each: Said) => !isTicked(each) && !isBelow(each)
  const sources = [isTicked, isBelow, isInKey].flatMap((is) => sourceOf(said.filter(is), is === isTicked) ?? [])
  const [first, ...others] = sources
  for (const other of others) {
    if (!first || !differ(first.names, other.names)) continue
    const cause: NonNullable<Message['cause']> = {
      place: first.place,
      words: first.ticked ? `"${first.words}" is marked as right here` : `"${first.words}" is given here`,
    }
    reading.log.report('answers-differ', other.place, { label, said: other.words, given: first.words }, cause)
  }
}

const within = ({ start, end }: Place, outer: Place): boolean =>
  start.offset >= outer.start.offset && end.offset <= outer.end.offset

function sourceOf(said: readonly Said[], ticked: boolean): Source | null {
  const [first] = said
  if (!first) return null
  const options = said.flatMap(({ option }) => option ?? [])
  const words = plainBlocks(said.map(({ block, option }) => option?.blocks[0] ?? block))
    .replace(/\s+/g, ' ')
    .trim()
  const bare = words.replace(/[.\s]+$/, '').toLowerCase()
  const isWord = said.length === 1 && /^[^\s]{1,20}$/.test(bare)
  if (options.length === 0 && !isWord) return null
  const names = options.length > 0 ? options.map(({ letter }) => letter.toLowerCase()) : [bare]
  return { words: words.slice(0, 80), names, place: first.place, ticked }
}

/** "T" is short for "True". */
function differ(some: readonly string[], others: readonly string[]): boolean {
  const isIn = (name: string, names: readonly string[]) =>
    names.some(
      (each) =>
        each === name || (each.length > 1 && each.startsWith(name)) || (name.length > 1 && name.startsWith(each)),
    )
  return !(some.every((name) => isIn(name, others)) && others.every((name) => isIn(name, some)))
}
