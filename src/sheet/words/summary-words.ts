/** What a `<summary>` says that folded words are: help, or matter that the question is about. All others may be answers. */
import { fold, foldedWords } from './fold.js'
import { languages, listOf } from './table.js'

const wordsOf = (row: 'hint' | 'material') =>
  foldedWords(() => Object.values(languages).flatMap((words) => listOf(words[row]).flat()))
const isHint = wordsOf('hint')
const isMaterial = wordsOf('material')

/** The words of a summary without signs and a number around them: "💡 Hint 2:" → "hint". */
const bare = (summary: string): string =>
  fold(summary.slice(0, 60))
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/^(?:click (?:here )?(?:for|to see)|show|see) (?:an? |the )?/, '')

/** "Hint", "💡 Tipp 2", "Need a hint?" */
export const isHintSummary = (summary: string): boolean => isHint(bare(summary))

/** "Text", "The code": what is folded is to be read before the question is answered. */
export const isMaterialSummary = (summary: string): boolean => isMaterial(bare(summary))
