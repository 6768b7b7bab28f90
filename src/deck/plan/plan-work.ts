/** What the steps share that plan a deck. */
import type { Calls } from '../../roster/calls.js'
import type { Question, Sheet } from '../../sheet/model.js'
import type { ResolvedCitations } from '../../sources/model.js'
import { fillWords, type Template } from '../../template/model.js'
import type { Run } from '../../text/rich.js'

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
export function headingOf({ prompt }: Question): Run[] {
  const first = prompt[0]
  return first?.type === 'paragraph' ? first.runs : []
}

/** "1 question", "3 questions". */
export function countWords(count: number, one: string, many: string): string {
  return fillWords(count === 1 ? one : many, { n: count })
}
