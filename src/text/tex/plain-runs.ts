/** Words in one style, as labels and reminders are, with their formulas as such where native text can say them. */
import { blocksWithFormulas, inOneStyle, plainBlocks, type RichBlock, type Run } from '../rich.js'
import { texRuns } from './tex-runs.js'
import { texInWords, texReminding } from './tex-words.js'

/** The words of runs in one style. A formula without a form in native text is to be read, as in `readableText`. */
export const plainRuns = (runs: readonly Run[]): Run[] => inOneStyle(runs).map(inWordsUnlessSet(texInWords))

/** The words of blocks in one style and one line, with "…" for formulas that cannot be said in one; [] where they say nothing. */
export function remindingRuns(blocks: readonly RichBlock[]): Run[] {
  const runs = blocksWithFormulas(blocks) ?? [{ text: plainBlocks(blocks) }]
  return runs.map(inWordsUnlessSet(texReminding)).filter(({ text }) => text !== '')
}

const inWordsUnlessSet =
  (said: (tex: string) => string) =>
  (run: Run): Run =>
    run.math && texRuns(run.text) === null ? { text: said(run.text) } : run
