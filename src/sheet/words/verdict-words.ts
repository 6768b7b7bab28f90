/** Words that judge or decide, in pairs: known once, for prompts that offer both, for what is chosen in a line, and for the answer behind a statement. */

/** Two words of which one is right; sources of regular expressions, in small letters. */
export interface VerdictPair {
  yes: string
  no: string
  /** What stands between them where both are offered. */
  or: string
  /** The letters that stand for them. */
  letters?: readonly [yes: string, no: string]
  /** The two as they are printed to tick; without them the pair only counts where one is marked. */
  offer?: readonly [yes: string, no: string]
}

/** Pairs that judge a statement. */
export const judgingPairs: readonly VerdictPair[] = [
  { yes: 'true', no: 'false', or: 'or', letters: ['t', 'f'], offer: ['True', 'False'] },
  { yes: 'right', no: 'wrong', or: 'or' },
  { yes: 'richtig', no: 'falsch', or: 'oder', letters: ['r', 'f'], offer: ['Richtig', 'Falsch'] },
  { yes: 'wahr', no: 'falsch', or: 'oder', letters: ['w', 'f'], offer: ['Richtig', 'Falsch'] },
  { yes: 'vrai', no: 'faux', or: 'ou', letters: ['v', 'f'], offer: ['Vrai', 'Faux'] },
  { yes: 'verdader[oa]', no: 'fals[oa]', or: 'o', letters: ['v', 'f'], offer: ['Verdadero', 'Falso'] },
  { yes: 'ciert[oa]', no: 'fals[oa]', or: 'o', letters: ['c', 'f'], offer: ['Cierto', 'Falso'] },
  { yes: 'verdadeir[oa]', no: 'fals[oa]', or: 'ou', letters: ['v', 'f'], offer: ['Verdadeiro', 'Falso'] },
  { yes: 'ver[oa]', no: 'fals[oa]', or: 'o', letters: ['v', 'f'], offer: ['Vero', 'Falso'] },
  { yes: 'waar', no: '(?:niet waar|onwaar)', or: 'of', offer: ['Waar', 'Niet waar'] },
  { yes: 'prawda', no: 'fałsz', or: '(?:czy|lub)' },
  { yes: 'верно', no: 'неверно', or: 'или' },
]

/** Pairs that answer a question. */
export const decidingPairs: readonly VerdictPair[] = [
  { yes: 'yes', no: 'no', or: 'or', offer: ['Yes', 'No'] },
  { yes: 'ja', no: 'nein', or: 'oder', offer: ['Ja', 'Nein'] },
  { yes: 'ja', no: 'nee', or: 'of' },
  { yes: 'oui', no: 'non', or: 'ou', offer: ['Oui', 'Non'] },
  { yes: 'sí', no: 'no', or: 'o', offer: ['Sí', 'No'] },
  { yes: 's[íìi]m?', no: 'n[oã]o?', or: '(?:o|ou)' },
  { yes: 'да', no: 'нет', or: 'или' },
]

/** "true or false", "true / false": both words of a pair, as the source of a regular expression. */
export const bothWords = ({ yes, no, or }: VerdictPair): string => offered(yes, no, or)

/** "T/F", "t or f"; null for a pair without letters. */
export const bothLetters = ({ letters, or }: VerdictPair): string | null =>
  letters ? offered(letters[0], letters[1], or) : null

const offered = (yes: string, no: string, or: string): string => `${yes}(?: ${or} | ?\\/ ?)${no}`

const pairs = [...judgingPairs, ...decidingPairs]

/** Both of any pair, in words or letters. */
export const anyOffer: string = pairs
  .flatMap((pair) => [bothWords(pair), bothLetters(pair)])
  .filter((source) => source !== null)
  .join('|')

/** One word of any pair. */
export const anyVerdict: string = [...new Set(pairs.flatMap(({ yes, no }) => [yes, no]))].join('|')
