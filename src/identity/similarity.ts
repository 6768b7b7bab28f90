/** How alike two prompts are, in any language, by the words they share. */
import { distance } from 'fastest-levenshtein'
import { foldedWords } from '../sheet/words/fold.js'
import { taskCues } from '../sheet/words/task-cues.js'

/** Words that most questions have. They say little about which question it is; other languages get by with how often a word comes. */
const isCommon = foldedWords(() =>
  (
    'a an the of in on at to for from by with and or not no is are was were be do does did can could should would will may must it its this that these those ' +
    'what which who whom whose why how when where name list explain describe give define state say tell if than then as you your we our they their there ' +
    'der die das ein eine einen einem einer und oder nicht kein keine ist sind war im in am zu zum zur von vom mit für auf bei was wer wie warum wieso wann wo welche welcher welches nenne erkläre beschreibe ' +
    'le la les un une des du de et ou ne pas est sont au aux dans pour par sur avec que qui quoi quel quelle quels quelles pourquoi comment quand où ce cette expliquez citez ' +
    'el los las una uno unos unas del y o no es son en por para con al qué cuál cuáles quién cómo cuándo dónde porque explica nombra ' +
    'il lo gli i di da che chi cosa quale quali perché come quando dove è sono per con non spiega ' +
    'os as um uma do dos das e ou não é são no na por para com qual quais quem porquê porque como onde explique ' +
    '何 第 哪 什么 什麼 怎么 为什么 het een van en of niet is zijn op te bij met voor wat wie hoe waarom wanneer waar welke noem'
  ).split(' '),
)

const numbers = new Set([
  ...'one two three four five six seven eight nine ten eleven twelve'.split(' '),
  ...'一二三四五六七八九十',
  ...Object.values(taskCues).flatMap((cues) => cues.numbers.split('|')),
])

/** Scripts without spaces, in stretches of one kind: what Kanji, Katakana and Hiragana say is parted where they meet. */
const stretches = /\p{sc=Han}+|[\p{sc=Katakana}ー]+|\p{sc=Hiragana}+|\p{sc=Thai}+/gu
/** Among these all characters of such scripts are. */
const beyondLatin = /[^\0-\u0dff]/
const maxTokens = 120

/**
 * The distinct words of folded text; in scripts without spaces pairs of characters, of Katakana whole words.
 * "why is キューの待ち行列" → why, is, キュー, の, 待, ち, 行列
 */
export function tokensOf(words: string): string[] {
  const tokens = new Set<string>()
  const hasStretches = beyondLatin.test(words)
  for (const word of words.split(' ')) {
    if (tokens.size >= maxTokens) break
    if (!hasStretches) {
      if (word !== '') tokens.add(word)
      continue
    }
    for (const piece of word.replace(stretches, (stretch) => ` ${pairsOf(stretch).join(' ')} `).split(' '))
      if (piece !== '') tokens.add(piece)
  }
  return [...tokens].slice(0, maxTokens)
}

function pairsOf(stretch: string): string[] {
  if (/^[\p{sc=Katakana}ー]/u.test(stretch)) return [stretch]
  const characters = [...stretch].slice(0, maxTokens)
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, i) => (characters[i] ?? '') + character)
}

/** What each word weighs among the questions at hand: rare words tell questions apart, common ones and numbers hardly do. */
export class Weights {
  readonly #counts = new Map<string, number>()
  readonly #total: number
  readonly #weights = new Map<string, number>()

  /** `texts` are the tokens of every question, old and new. */
  constructor(texts: readonly (readonly string[])[]) {
    this.#total = texts.length
    for (const tokens of texts) for (const token of tokens) this.#counts.set(token, this.count(token) + 1)
  }

  /** How many questions have this word. */
  count(token: string): number {
    return this.#counts.get(token) ?? 0
  }

  of(token: string): number {
    const weight = this.#weights.get(token) ?? this.#weigh(token)
    this.#weights.set(token, weight)
    return weight
  }

  #weigh(token: string): number {
    // "Which three" → "Which four" is the same question; so little is enough to prefer the one with the same number.
    if (isCommon(token) || numbers.has(token) || /^\p{N}+$/u.test(token) || /^\p{sc=Hiragana}+$/u.test(token))
      return 0.1
    const rarity = Math.log(1 + this.#total / Math.max(1, this.count(token)))
    return /^[\p{sc=Latin}]{1,2}$/u.test(token) ? rarity / 2 : rarity
  }
}

const maxUnshared = 24

/**
 * From 0 (no word in common) to 1 (the same words, in whatever order): twice the weight of what both have over the weight of both. Words of one stem
 * ("win", "winning") or a slip of the pen apart count nearly as one.
 */
export function similarity(one: readonly string[], other: readonly string[], weights: Weights): number {
  const total = weigh(one, weights) + weigh(other, weights)
  if (total === 0) return 0
  const others = new Set(other)
  const ones = new Set(one)
  const shared = weigh(
    one.filter((token) => others.has(token)),
    weights,
  )
  // Words that are nearly the same count only beside some that are the same; most pairs have none.
  if (shared < total * 0.1) return (2 * shared) / total
  const left = one.filter((token) => !others.has(token)).slice(0, maxUnshared)
  const right = other.filter((token) => !ones.has(token)).slice(0, maxUnshared)
  return (2 * (shared + nearlyShared(left, right, weights))) / total
}

const weigh = (tokens: readonly string[], weights: Weights) => tokens.reduce((sum, token) => sum + weights.of(token), 0)

function nearlyShared(left: readonly string[], right: readonly string[], weights: Weights): number {
  const free = new Set(right)
  let sum = 0
  for (const token of left) {
    const twin = [...free].find((candidate) => isNear(token, candidate))
    if (twin === undefined) continue
    free.delete(twin)
    sum += 0.8 * Math.min(weights.of(token), weights.of(twin))
  }
  return sum
}

/** "version" and "versions", "win" and "winning", "notebook" and "notebok". */
function isNear(one: string, other: string): boolean {
  if (one.charAt(0) !== other.charAt(0)) return false
  const shorter = Math.min(one.length, other.length)
  const longer = Math.max(one.length, other.length)
  if (shorter < 3 || longer - shorter > 4) return false
  if (one.startsWith(other) || other.startsWith(one)) return true
  if (shorter < 5) return false
  let prefix = 0
  while (one.charAt(prefix) === other.charAt(prefix)) prefix++
  return prefix >= Math.max(5, longer - 3) || distance(one, other) <= (shorter >= 8 ? 2 : 1)
}
