/** What the steps share that plan a deck. */
import type { Calls } from '../../roster/calls.js'
import type { Question, Sheet } from '../../sheet/model.js'
import type { ResolvedCitations } from '../../sources/model.js'
import { fillWords, type Template } from '../../template/model.js'
import type { Run } from '../../text/rich.js'
import { texRuns } from '../../text/tex/tex-runs.js'

/** What is planned, and what it is planned with. */
export interface Work {
  sheet: Sheet
  citations: ResolvedCitations
  template: Template
  pageOf: ReadonlyMap<string, string>
  /** Prompts that several questions share, in lower case. */
  repeated: ReadonlySet<string>
  forAudience: boolean
  calls: Calls | null
  /** Several days, which then have contents and custom shows. */
  isWeek: boolean
}

/** The first paragraph of a prompt, which can stand in a title; [] when the prompt starts with code or a list. */
export const headingOf = (question: Question): Run[] => headOf(question).runs

/**
 * The first paragraph of a prompt, and how many of its blocks that is: with it come the formulas on lines of their own inside of it, and what goes on behind
 * them, where they have a form in words.
 */
export function headOf({ prompt }: Question): { runs: Run[]; blocks: number } {
  const [first] = prompt
  if (first?.type !== 'paragraph') return { runs: [], blocks: 0 }
  const runs = [...first.runs]
  let blocks = 1
  for (;;) {
    const [formula, next] = prompt.slice(blocks)
    if (formula?.type !== 'math' || next?.type !== 'paragraph' || texRuns(formula.source) === null) break
    // What was parted at a formula stands at one place still.
    if (next.place.start.offset !== first.place.start.offset) break
    runs.push(lineEnd, { text: formula.source, math: true }, lineEnd, ...next.runs)
    blocks += 2
  }
  return { runs, blocks }
}

const lineEnd: Run = { text: '\n' }

/** "1 question", "3 questions". */
export function countWords(count: number, one: string, many: string): string {
  return fillWords(count === 1 ? one : many, { n: count })
}
