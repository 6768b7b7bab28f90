/** "True or false: …": prompts that offer two words to choose from. */
import type { Task } from './model.js'

/** Pairs of words by language, as they are printed to tick. */
const pairs: readonly (readonly [source: string, offer: readonly [string, string]])[] = [
  ['true (?:or|\\/) ?false|true ?\\/ ?false|t ?\\/ ?f|is (?:it|this) true or false', ['True', 'False']],
  ['yes or no|yes ?\\/ ?no', ['Yes', 'No']],
  ['richtig oder falsch|wahr oder falsch|richtig ?\\/ ?falsch', ['Richtig', 'Falsch']],
  ['vrai ou faux|vrai ?\\/ ?faux', ['Vrai', 'Faux']],
  ['verdadero o falso|verdadero ?\\/ ?falso', ['Verdadero', 'Falso']],
  ['vero o falso', ['Vero', 'Falso']],
  ['waar of niet waar', ['Waar', 'Niet waar']],
]
const forms = pairs.map(([source, offer]) => ({
  offer,
  opening: new RegExp(`^\\W{0,3}(?:${source})\\b\\s*(?:[?:.)\\]—–-]|$)`, 'i'),
  closing: new RegExp(`(?:[([](?:${source})[)\\]]|[.?!:—–-]\\s*(?:${source})\\s*[?.])\\s*$`, 'i'),
}))

/** "True or false: DNS uses only UDP." and "DNS uses only UDP. (T/F)" → choose from True and False. */
export function inferChoice(prompt: string): Task | null {
  for (const { offer, opening, closing } of forms) {
    const cue = opening.exec(prompt)?.[0] ?? closing.exec(prompt.slice(-80))?.[0]
    if (cue === undefined) continue
    const words = cue.replace(/^\W+|\W+$/g, '')
    return { by: 'inferred', kind: 'choose', offer: [...offer], reason: `"${words}" asks to choose` }
  }
  return null
}
