/** Places in files of YAML, for messages. */
import type { LineCounter } from 'yaml'
import type { Place } from '../diagnostics.js'

/** The place of the characters `start` to `end` of `file`, whose line ends the parser has told `lines`. */
export function placeInYaml(file: string, lines: LineCounter, start: number, end: number): Place {
  const point = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col), offset }
  }
  return { file, start: point(start), end: point(Math.max(start, end)) }
}
