/**
 * Most questions are a line of plain words, and an edit leaves them as they were: they are read once, for one who builds again and again, and
 * moved to where they stand now.
 */
import type { Point } from '../../diagnostics.js'
import type { Overrides } from '../braces/override-keys.js'
import type { Reading } from '../markdown/reading.js'
import type { ReadQuestion } from '../memory.js'
import type { Day } from '../model.js'
import type { WrittenQuestion } from './carriers.js'

/**
 * What `read` makes of a question. Of one that is a line of plain words, in a day and a sheet that say nothing of their questions, it hangs on that
 * line, on the file that the introduction names, and on how the day calls it; what is reported of it is said each time.
 */
export function readOnce(
  written: WrittenQuestion,
  day: Day,
  outer: { day: Overrides; sheet: Overrides },
  reading: Reading,
  read: () => ReadQuestion,
): ReadQuestion {
  const { memory, file, source, log } = reading
  const line = memory && saysNothing(outer.day) && saysNothing(outer.sheet) ? plainLine(written, reading) : null
  if (!memory || line === null) return read()
  const name = JSON.stringify([file, source, day.id, day.code, day.short, day.questions.length, line])
  const { start } = written.place
  const known = memory.questions.get(name)
  if (known) return moved(known.read, start.line - known.start.line, start.offset - known.start.offset)
  const { reports } = log
  const made = read()
  // What was read may be changed by those who have it, as when a key gives it its answer.
  if (log.reports === reports) memory.questions.keep(name, { read: moved(made, 0, 0), start })
  return made
}

const saysNothing = ({ values }: Overrides): boolean => Object.keys(values).length === 0

/** The words of a question, as they are written and as they are read, and their columns; null for one that is more than plain words in a line. */
function plainLine(
  { blocks, after, answer, notes, place }: WrittenQuestion,
  { text, footnotes }: Reading,
): unknown[] | null {
  const [block, ...more] = blocks
  if (block?.type !== 'paragraph' || more.length > 0 || [after, answer, notes].some((each) => each.length > 0))
    return null
  const [run, ...others] = block.runs
  if (!run || others.length > 0 || Object.keys(run).length > 1 || footnotes.size > 0) return null
  const { start, end } = place
  const inside = [block.place.start, block.place.end, end]
  if (inside.some(({ line }) => line !== start.line)) return null
  return [run.text, text.slice(start.offset, end.offset), start.column, ...inside.map(({ column }) => column)]
}

/** A copy of plain data, its places in the same columns so many lines and letters further on. */
function moved<T>(value: T, lines: number, letters: number): T {
  if (Array.isArray(value)) return value.map((each) => moved(each, lines, letters)) as T
  if (typeof value !== 'object' || value === null) return value
  if ('offset' in value && 'line' in value) {
    const { line, column, offset } = value as unknown as Point
    return { line: line + lines, column, offset: offset + letters } as T
  }
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = moved(value[key], lines, letters)
  return copy as T
}
