/** What sheets are read as, kept from build to build: after an edit most of it is as it was. */
import type { Root } from 'mdast'
import type { Point } from '../diagnostics.js'
import { Recent } from '../text/recent.js'
import type { Overrides } from './braces/override-keys.js'
import type { Question } from './model.js'

/** A question that was read, with its own braces. */
export interface ReadQuestion {
  question: Question
  own: Overrides
}

/** Letters of the texts that are kept of each: those of some hundred sheets. */
const keptLetters = 300_000

/** For one who builds again and again. What is kept hangs on nothing but the text that it is kept by. */
export class SheetMemory {
  /** Trees of the stretches of Markdown between two headings. */
  readonly trees = new Recent<Root>(keptLetters)
  /** The words of paragraphs that are all asked. */
  readonly asked = new Recent<true>(keptLetters)
  /** Questions by their words and all else that reading them looks at. */
  readonly questions = new Recent<{ read: ReadQuestion; start: Point }>(keptLetters)
}
