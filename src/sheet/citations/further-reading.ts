/** Labels of sources that lead further than the answer: `Extension: see a.md §1.2.` They go with their citation into the key, and ask nothing. */
import { Caseless, once } from '../../text/caseless.js'

const labels =
  'extension|further reading|going further|read more|learn more|dig deeper|zur vertiefung|vertiefung|zum weiterlesen|weiterlesen|zum nachlesen|' +
  'pour aller plus loin|pour approfondir|approfondissement|ampliación|para ampliar|para saber más|para profundizar|para saber mais|per approfondire|approfondimento'

/** Behind a sentence, or at the beginning of a line. */
const labelAtEnd = new Caseless(`(?:^|[.!?…。？！]["”»)]?\\s+|\\n\\s*)${once}(${labels})\\s*[:：]\\s*$`)

/** The label at the end of words, and where it begins; null without one. `Why? Extension: ` → "Extension" at 5. */
export function labelBefore(words: string): { label: string; start: number } | null {
  if (!/[:：]\s*$/.test(words.slice(-8))) return null
  const tail = words.slice(-60)
  const label = labelAtEnd.exec(tail)?.[1]
  return label === undefined ? null : { label, start: words.length - tail.length + tail.lastIndexOf(label) }
}
