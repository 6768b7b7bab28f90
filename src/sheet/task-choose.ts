/** "True or false: …": prompts that offer two words to choose from, and the word that an author chose behind one. */
import type { Task } from './model.js'

/** Pairs of words that judge a statement, by language, as they are printed to tick. */
const judging: readonly (readonly [source: string, offer: readonly [string, string]])[] = [
  ['true (?:or|\\/) ?false|true ?\\/ ?false|t ?\\/ ?f|is (?:it|this) true or false', ['True', 'False']],
  ['richtig oder falsch|wahr oder falsch|richtig ?\\/ ?falsch', ['Richtig', 'Falsch']],
  ['vrai ou faux|vrai ?\\/ ?faux', ['Vrai', 'Faux']],
  ['verdadero o falso|verdadero ?\\/ ?falso', ['Verdadero', 'Falso']],
  ['vero o falso', ['Vero', 'Falso']],
  ['waar of niet waar', ['Waar', 'Niet waar']],
]
const yesOrNo = ['yes or no|yes ?\\/ ?no', ['Yes', 'No']] as const
const forms = [...judging, yesOrNo].map(([source, offer]) => ({
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

const asksVerdict = [...judging.map(([source]) => source), 'verdadeiro ou falso'].join('|')
const verdictWord = [...judging.flatMap(([, offer]) => offer), 'verdadeiro', 't', 'f'].join('|')
const judged = new RegExp(`(?:^\\s*(?:${asksVerdict})(?!\\p{L})|(?<!\\p{L})(?:${asksVerdict})\\s*[?:]\\s*$)`, 'iu')
/** In brackets, maybe with its reason, or bare behind a sentence: "(True)", "(False: it sinks)", ". True", "? ✓ True". */
const verdict = new RegExp(
  `(?:[([]\\s*(?:${verdictWord})(?:\\s*[,;:–—-][^()[\\]]*|\\s+(?:because|since|as|weil|parce|porque|perché|omdat)\\s[^()[\\]]*)?\\s*[)\\]]|` +
    `(?<=[.!?:…]["'”’)]?\\s)[✓✔✅→=]?\\s*(?:${verdictWord}))\\s*\\.?\\s*$`,
  'iu',
)

/**
 * The verdict behind a statement, "True or false: the sun is a star. (True)": where it starts, bracket and all, and where its words stand;
 * null without one.
 */
export function verdictIn(line: string): { start: number; from: number; to: number } | null {
  const match = line.length <= 1000 ? verdict.exec(line) : null
  if (!match || !judged.test(line.slice(0, match.index))) return null
  const [whole] = match
  const from = match.index + whole.search(/\p{L}/u)
  return { start: match.index, from, to: match.index + whole.replace(/[\s.)\]]+$/, '').length }
}
