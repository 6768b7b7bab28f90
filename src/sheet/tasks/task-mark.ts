/** "Tick: ☐ yes ☐ no", "Circle the right answer: cat / dog / fish": a choice that is made in the words of the prompt. */
import { Caseless, holds, once } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import type { Task } from '../model.js'

/** An empty box before a word. "5 + ☐ = 8" has one to write in. */
const box = new LetterPattern(String.raw`(?:^|\s)(?:[☐□○◯⬜]\ufe0f?|\[ ?\]|\( ?\))\s*(?=[\p{L}\p{N}])`, 'g')
const mayHaveBox = /[☐□○◯⬜]|\[ ?\]|\( ?\)/

const marking =
  'tick|check|circle|underline|ring|cross out|mark|highlight|(?:choose|select|pick) the (?:correct|right|best|odd)|' +
  'kreuze|unterstreiche|umkreise|markiere|streiche|coche|cochez|entoure|entourez|souligne|soulignez|barre|barrez|encercle|encerclez|' +
  'marca|marque|rodea|rodee|subraya|subraye|tacha|tache|encierra|encierre'
/** Words on both sides of a stroke: apart from it, or behind a colon or in brackets; "km/h" is a unit. */
const strokes = String.raw`(?:["'“”„«»\p{L}] / ["'“”„«»\p{L}]|[:(] ?[\p{L}-]{1,30}/[\p{L}-]{1,30})`
const offered = new Caseless(`^${once}(${marking})(?!\\p{L})[^?]{0,200}?${strokes}`, 'iu', holds('/'))

/** A prompt whose words are marked in their place → choose, with nothing else to offer; null where there is nothing to mark. `prompt` is on one line. */
export function inferMarking(prompt: string): Task | null {
  const boxes = mayHaveBox.test(prompt) && !prompt.includes('=') ? [...prompt.matchAll(box.for(prompt))].length : 0
  const cue = boxes > 1 ? `${boxes} boxes` : offered.exec(prompt)?.[1]
  if (cue === undefined) return null
  return { by: 'inferred', kind: 'choose', offer: [], reason: `${boxes > 1 ? cue : `"${cue}"`} to mark in the prompt` }
}
