/** Hints: they are told and printed nowhere. */

import type { Place } from '../../diagnostics.js'
import type { Piece } from '../boxes/hidden.js'
import { excerpt } from '../markdown/excerpt.js'
import { htmlWords } from '../markdown/html.js'
import { flowText } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'
import { isHintSummary } from '../words/summary-words.js'

/** Folded hints are told and printed nowhere: who recalls cold has none, and they are no answers. */
export function withoutHints(pieces: readonly Piece[], reading: Reading): Piece[] {
  return pieces.filter((piece) => {
    if (piece.type !== 'hidden' || piece.summary === null || !isHintSummary(htmlWords(piece.summary.value))) return true
    reportHint(piece.nodes.map((node) => flowText(node)).join(' '), reading.place(piece), reading)
    return false
  })
}

/** Says that a hint is left out, with its words. */
export function reportHint(words: string, place: Place, reading: Reading): void {
  reading.log.report('hint-left-out', place, { hint: excerpt(words.replace(/<[^<>]*>/g, ' '), 80) })
}
