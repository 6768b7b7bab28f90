/** What authors write at options: ticks, circles, "(correct)", "(wrong)". Every one tells an answer, so none is printed before the key. */

import { Caseless } from '../../text/caseless.js'
import { answerSource } from '../words/answer-words.js'
import { mayJudge } from '../words/may-answer.js'

/** Words that call an option right, as the source of a regular expression; those that call it wrong. */
export const rightWords =
  'correct(?:[ae]|o)?|right|richtige?|korrekt|juste|exacte?|vraie?|cert[ao]|corrett[ao]|esatt[ao]|juist|goed|poprawn[aey]|prawidłow[aey]|doğru|верно|верный|правильно|правильный|σωστ[όή]|صحيح(?:ة)?|נכון|נכונה|सही|正解|正しい|正确|對|对|정답|rätt|riktig(?:t)?|rigtigt?|oikein|správně|helyes|đúng|benar'
const right = `(?:(?:this is )?(?:the )?(?:${rightWords})(?:[ -](?:${answerSource}|option|choice))?!?|(?:la |die |the )?(?:bonne|mejor|melhor|beste?) (?:${answerSource})|(?:the |an )?(?:${answerSource})(?: (?:${rightWords}))?|key|this one)`
/** Words that call an option wrong, as the source of a regular expression. */
export const wrongWords =
  'incorrect[aoe]?|wrong|not correct|not right|falsch|inkorrekt|fausse?|incorrecto|errad[ao]|sbagliat[ao]|fout|onjuist|błędn[aey]|yanlış|неверно|неправильно|λάθος|خطأ|שגוי|गलत|不正解|错误|錯誤|错|오답|fel|feil|forkert|väärin|špatně|helytelen|sai|salah'
const wrong = `(?:(?:this is )?(?:${wrongWords})(?:[ -](?:${answerSource}|option|choice))?!?|distractor|false|no)`
const ticks =
  '(?:[✓✔✅☑🗸👍🎯🟢🟩💯]\\ufe0f?|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check|tick|thumbsup|\\+1):|\\\\checkmark)'
const crosses =
  '(?:[✗✘❌✖❎👎🔴🟥🚫⛔]\\ufe0f?|:(?:x|cross|heavy_multiplication_x|negative_squared_cross_mark|thumbsdown|-1):)'
/** Behind an option only: "√ 2" and "3 × (4 + 1)" are mathematics. */
const lastTick = `(?:${ticks}\\s*|(?<=\\s)(?:√|←|⬅\\ufe0f?|👈|<{2,4}|<[-=]{1,3}|\\[\\s?[x*]\\s?\\]|\\(\\s?\\*\\s?\\)))`
const lastTicks = `${lastTick}{1,3}`
const lastCrosses = `(?:${crosses}|(?<=\\s)[✕×])`
/** What some authors set before the right option, and others before any line. */
const stars = '[⭐🌟★☆➡👉🏆🔑⇒→]\\ufe0f?'
const open = '[([{（［【]\\s*'
const close = '\\s*[)\\]}）］】]'
const arrow = '(?:←|⬅\\ufe0f?|⇐|<{1,2}[-=]{0,3}|[–—-]{1,2}(?=\\s))\\s*'
const aside = '(?:\\/\\/|#|,\\s(?:which is|this is))\\s*'
/** Words that only judge: "right" is a side as well. */
export const clearRight = 'correct(?:[ae]|o)?|richtig|korrekt|corrett[ao]|верно|правильно|正确|正解|정답'
const clearWrong = 'incorrect[aoe]?|wrong|falsch|incorrecto|sbagliat[ao]|неверно|неправильно|错误|不正解|오답'
const because = '(?:because|since|as|for|weil|denn|da|car|parce que|porque|pues|pois|perché|omdat|want)'
/** How a reason goes on behind a sign: "✅ because x", "❌ – x", "✗ (x)", "✗ it is slow", "✓ Safe"; not "✓ to accept". */
const why = `(?:[:,;.–—(-]|${because}\\s|it\\s|that\\s|this\\s|they\\s|only\\s|too\\s|not\\s|no[,:]?\\s)`

/** An expression that is made when it is first asked. */
class LateExpression {
  #made: RegExp | null = null

  constructor(
    readonly source: string,
    readonly flags: string,
  ) {}

  exec(text: string): RegExpExecArray | null {
    this.#made ??= new RegExp(this.source, this.flags)
    return this.#made.exec(text)
  }
}

const marksOf = (signs: string, lastSigns: string, words: string, bare: string, clear: string) => ({
  first: new Caseless(`^(?:${signs}\\s*|${open}(?:${words})${close}\\s*[:：–—-]?\\s+|${open}${signs}${close}\\s*)`),
  last: new Caseless(
    `\\s*(?:${lastSigns}\\s*(?:${words}|${open}(?:${words})${close})?|[=:：]\\s*(?:${clear})|${open}(?:${signs}\\s*)?(?:${words})${close}|${open}${lastSigns}${close}|(?:${arrow}|${aside})(?:${words})|\\{:?\\s*\\.(?:${words})\\s*\\})[.!]?\\s*$`,
  ),
  /** "(correct, since it is safe)", "[wrong: too slow]", "(correct) – it is safe", "← correct because it is safe", "✅ because it is safe". */
  reasoned: new LateExpression(
    `\\s*(?:${open}${signs}\\s+[^()[\\]（）]{2,300}${close}|${open}(?:${signs}\\s*)?(?:${words})(?:\\s*[,:;.!–—-]\\s*|\\s+(?:${because})\\s)[^()[\\]（）]{3,300}${close}|` +
      `(?:${open}(?:${signs}\\s*)?(?:${bare})${close}|${arrow}(?:${bare}))(?:\\s*[:,;.!–—-]\\s*|\\s+(?=${because}\\s|\\p{Lu}|[(]))(?=\\S).{3,300}|` +
      `(?<=\\S)\\s+${signs}\\s*(?=${why}).{2,300})$`,
    'isu',
  ),
})
const rightMarks = marksOf(ticks, lastTicks, right, rightWords, clearRight)
const wrongMarks = marksOf(crosses, lastCrosses, wrong, wrongWords, clearWrong)
const bothMarks = [
  [rightMarks, true],
  [wrongMarks, false],
] as const
const sign = new RegExp(`${ticks}|${crosses}`, 'u')

/**
 * What every mark has: a sign, or a word of the judges behind what opens one. Asked first, since nearly all words have neither, and the
 * expressions above are so large that making them takes longer than reading a sheet.
 */
const signed = new Caseless(`${lastTick}|${lastCrosses}|${crosses}`)
const opened = new Caseless(
  `(?:${open}|${arrow}|${aside}|[=:：]\\s*|\\{:?\\s*\\.)(?:(?:this is )?(?:the |an |la |die )?)(?:${rightWords}|${wrongWords}|not (?:correct|right)|bonne|mejor|melhor|best|${answerSource}|key|this one|distractor|false|no)`,
  'iu',
  mayJudge,
)
const mayBeMarked = (words: string): boolean => signed.test(words) || opened.test(words)
const starredFirst = new RegExp(`^(?:\\*|${stars})\\s*(?=\\S)`, 'u')
const starredLast = new RegExp(`(?:\\s*\\*{1,2}|\\s+${stars})\\s*$`, 'u')
/** A sentence behind an option that judges it: "GET. Incorrect, it reads.", "PUT That's right!" */
const sentence =
  /\s+(?:(?:that['’]s|this is|yes, that is)\s+(?:correct|right)|(?:Correct|Incorrect|Wrong|Richtig|Falsch|Correcto|Incorrecto|Faux))[.!:,–—](?:\s.{0,300})?$/su
const sentenceAtFirst = new Caseless(
  String.raw`^(?:(?:that['’]s|this is)\s+|not\s+)?(?:correct|incorrect|wrong|richtig|falsch|correcto|incorrecto|faux)(?:[.!,–—](?=\s|$)|:\s|$)`,
)

/** True for a line that says of the option above it whether it is right: "Incorrect. It is safe." */
export const judgesOption = (line: string): boolean => sentenceAtFirst.test(line.trim().slice(0, 40))

/** What an author wrote at an option to say whether it is right: "GET (correct)", "✅ GET", "PUT ❌". `start` and `end` are those of its own words. */
export interface OptionMark {
  right: boolean
  start: number
  end: number
  /** The mark says why, too: "(correct, since it is safe)". */
  reasoned: boolean
  /** `word`: it can be nothing but a mark. `sign`: a tick or a cross, which may be decoration. */
  by: 'word' | 'sign'
}

/** The mark of an option; null when it has none. */
export function optionMark(words: string): OptionMark | null {
  const tail = words.slice(-400)
  const from = words.length - tail.length
  const tried = mayBeMarked(words.slice(0, 120)) || mayBeMarked(tail) ? bothMarks : []
  for (const [marks, isRight] of tried) {
    const before = marks.first.exec(words.slice(0, 120))?.[0] ?? ''
    const rest = before.length < from ? tail : tail.slice(before.length - from)
    const base = words.length - rest.length
    const last = marks.last.exec(rest)
    const reason = last ? null : marks.reasoned.exec(rest)
    const found = last ?? reason
    const start = before.length
    const end = found ? base + found.index : words.length
    if (!(start > 0 || found) || end <= start) continue
    const said = before + (found?.[0] ?? '')
    const by =
      /[\p{L}]/u.test(last ? said : said.slice(0, 24)) && !(reason && sign.test(said.slice(0, 6))) ? 'word' : 'sign'
    return { right: isRight, start, end, reasoned: reason !== null, by }
  }
  const judged = sentence.exec(tail)
  if (!judged || from + judged.index === 0) return null
  const isWrong = /^\s*(?:incorrect|wrong|falsch|faux)/i.test(judged[0])
  return { right: !isWrong, start: 0, end: from + judged.index, reasoned: judged[0].trim().length > 12, by: 'word' }
}

/** The star or arrow of a lone item, which may tell the right option and may be decoration: "⭐ GET"; null without one. */
export function starMark(words: string): { start: number; end: number } | null {
  const start = starredFirst.exec(words.slice(0, 60))?.[0].length ?? 0
  if (start > 0) return { start, end: words.length }
  const tail = words.slice(-60)
  const last = starredLast.exec(tail)
  return last ? { start: 0, end: words.length - tail.length + last.index } : null
}

/** Brackets, and signs that are boxes or stand behind them in Unicode: the expression for boxes takes long to make. */
const mayBeBoxed = /^\s*[([\u25a0-\uffff]/

/** The circle or box before an option, with or without a tick: "( ) GET", "(x) PUT", "● PUT", "☐ HEAD"; null without one. */
export function optionBox(words: string): { ticked: boolean; length: number } | null {
  if (!mayBeBoxed.test(words)) return null
  const match =
    /^\s*(?:\(\s?([x•*✓✔o●]?)\s?\)|\[\s?([x•*✓✔]?)\s?\]|([○◯⚪⭘◻□☐⬜]|[◉●⦿⚫🔘◼■☑☒✅])\ufe0f?)\s+(?=\S)/iu.exec(words)
  if (!match) return null
  return { ticked: Boolean(match[1] ?? match[2]) || /[◉●⦿⚫🔘◼■☑☒✅]/u.test(match[3] ?? ''), length: match[0].length }
}

/** The boxes before all of these options; null where one has none, and for drawn ones that are all filled: those are bullets and decoration. */
export function optionBoxes(items: readonly string[]): NonNullable<ReturnType<typeof optionBox>>[] | null {
  const boxes = items.map(optionBox)
  const drawn = items.every((words) => /^\s*[^([\s]/.test(words))
  if (drawn && boxes.every((box) => box?.ticked)) return null
  const found = boxes.filter((box) => box !== null)
  return found.length === items.length ? found : null
}
