/** The marks of a whole list: what each of its items says of being right, and whether that makes them options. */
import { clearRight, type OptionMark, optionMark, rightWords, wrongWords } from './option-marks.js'

const holds = 'true|wahr|vrai|verdadero|verdadeiro|vero|waar'
const fails = 'false|falsch|falso|faux|onwaar'

/** "GET (true)", "GET (T)", "GET – true", "GET: true"; "x = true" is an equation. `letters` stand in brackets only, `words` not behind a colon. */
const judged = (holding: string, words: string, letters: string) =>
  new RegExp(
    `\\s*(?:[([]\\s*(?:${holding}|${words}|${letters})\\s*[)\\]]|\\s[–—→-]\\s*(?:${holding}|${words})|[:：]\\s*(?:${holding}))[.!]?\\s*$`,
    'iu',
  )
/** "Correct: GET", "True: GET". */
const labelled = (words: string) => new RegExp(`^(?:${words})\\s*[:：]\\s*(?=\\S)`, 'iu')
const worth = '\\s?(?:%|points?|pts?\\.?|marks?|punkte?|puntos?|pontos?|punti?)\\s*[)\\]]\\s*$'

/** Marks only where each item of a list has one, right ones and wrong ones: "=GET" and "~PUT", "Correct: GET" and "Wrong: PUT", "GET (100%)" and "PUT (0%)". */
const pairs: readonly (readonly [right: RegExp, wrong: RegExp])[] = [
  [/^=\s*(?=\S)/, /^~\s*(?=\S)/],
  [judged(holds, 'yes|ja|oui|sí|sim|sì', '[trwv]'), judged(fails, 'no|non|nein|nee|não', 'f')],
  [labelled(`${rightWords}|${holds}`), labelled(`${wrongWords}|${fails}`)],
  [/\s+[TRV]\s*$/, /\s+F\s*$/],
  [/^[○◯⭕]\ufe0f?\s*(?=\S)/u, /^[×✕❌]\ufe0f?\s*(?=\S)/u],
  [/\s+(?:\[\s?[x✓✔]\s?\]|\(\s?[x✓✔]\s?\)|[☑☒])\s*$/iu, /\s+(?:\[\s?\]|\(\s?\)|[☐□])\s*$/u],
  [
    new RegExp(`\\s*[([]\\s*\\+?0*[1-9]\\d{0,2}(?:[.,]\\d{1,3})?${worth}`, 'iu'),
    new RegExp(`\\s*[([]\\s*(?:0|[-−–]\\s?\\d{1,3}(?:[.,]\\d{1,3})?)${worth}`, 'iu'),
  ],
]

/** The marks of the items of one list; null where an item has none. */
export function marksOfList(items: readonly string[]): (OptionMark | null)[] {
  for (const [isRight, isWrong] of pairs) {
    const found = items.map((words) => pairMark(words, isRight, true) ?? pairMark(words, isWrong, false))
    const rights = found.filter((mark) => mark?.right).length
    if (found.every((mark) => mark !== null) && rights > 0 && rights < items.length) return found
  }
  const lone = loneMark(items)
  if (lone) return lone
  // "The left bank (left)", "the other bank (right)".
  if (items.some((words) => /[([]\s*(?:left|links)\s*[)\]]/i.test(words.slice(0, 2000)))) return items.map(() => null)
  const highlights = items.map(highlight)
  const all = highlights.every((mark) => mark !== null)
  return items.map((words, i) => (all ? null : highlights[i]) ?? optionMark(words))
}

const loneMarks = [judged(holds, 'yes', '(?!)'), /\s*[([]\s*100\s?%\s*[)\]]\s*$/, labelled(clearRight)]

/** A mark of those that only one item has: "GET (true)", "Correct: GET", "GET (100%)". */
function loneMark(items: readonly string[]): (OptionMark | null)[] | null {
  for (const pattern of loneMarks) {
    const found = items.map((words) => pairMark(words, pattern, true))
    if (items.length > 1 && found.filter((mark) => mark !== null).length === 1)
      return found.map((mark) => mark && { ...mark, by: 'sign' })
  }
  return null
}

function pairMark(words: string, pattern: RegExp, right: boolean): OptionMark | null {
  const tail = words.slice(-200)
  const match = pattern.exec(tail)
  if (!match) return null
  const atStart = match.index === 0 && tail.length === words.length
  if (pattern.source.startsWith('^') && !atStart) return null
  const start = atStart ? match[0].length : 0
  const end = atStart ? words.length : words.length - tail.length + match.index
  return end > start ? { right, start, end, reasoned: false, by: 'word' } : null
}

/** `==GET==`: the words that a highlighter of note-taking programs marks, all of the item. */
function highlight(words: string): OptionMark | null {
  const inner = /^==\s*([^=]{1,300}?)\s*==$/.exec(words.trim())?.[1]
  if (inner === undefined) return null
  const start = words.indexOf(inner)
  return { right: true, start, end: start + inner.length, reasoned: false, by: 'word' }
}

/** How sure the marks of a list make it that its items are options: some say so in words, or by ticks that only some have; null when none does. */
export function tellsOptions(marks: readonly (OptionMark | null)[]): 'surely' | 'likely' | null {
  const found = marks.filter((mark) => mark !== null)
  const rights = found.filter((mark) => mark.right).length
  if (rights === marks.length || found.length === 0) return null
  if (rights > 0 && found.some(({ by }) => by === 'word')) return 'surely'
  return rights > 0 || found.length === marks.length - 1 ? 'likely' : null
}
