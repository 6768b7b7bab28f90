/** What authors write at options: ticks, circles, "(correct)", "(wrong)". Every one tells an answer, so none is printed before the key. */
import { answerSource } from './answer-words.js'

const rightWords =
  'correct(?:[ae]|o)?|right|richtige?|korrekt|juste|exacte?|vraie?|cert[ao]|corrett[ao]|esatt[ao]|juist|goed|poprawn[aey]|prawidłow[aey]|doğru|верно|верный|правильно|правильный|σωστ[όή]|صحيح(?:ة)?|נכון|נכונה|सही|正解|正しい|正确|정답'
const right = `(?:(?:this is )?(?:the )?(?:${rightWords})(?:[ -](?:${answerSource}|option|choice))?!?|(?:la |die |the )?(?:bonne|mejor|melhor|beste?) (?:${answerSource})|(?:${answerSource})(?: (?:${rightWords}))?|this one)`
const wrong =
  '(?:incorrect[aoe]?|wrong|not correct|false|no|falsch|inkorrekt|fausse?|incorrecto|errad[ao]|sbagliat[ao]|fout|onjuist|błędn[aey]|yanlış|неверно|неправильно|λάθος|خطأ|שגוי|गलत|不正解|错误|오답)'
const ticks = '[✓✔✅☑🗸👍🎯]\\ufe0f?'
const crosses = '[✗✘❌✖❎]\\ufe0f?'
const rightMark = new RegExp(
  `\\s*(?:${ticks}\\s*(?:${right})?|[([]\\s*(?:${ticks}\\s*)?${right}\\s*[)\\]]|(?:←|⬅\\ufe0f?|<--?|<==?|[–—-]{1,2}(?=\\s))\\s*${right})[.!]?\\s*$`,
  'iu',
)
const reasonedMark = new RegExp(
  `\\s*[([]\\s*(?:${rightWords})(?:\\s*[,:;–—-]\\s*|\\s+(?:because|since|as|weil|denn|car|porque)\\s)[^()[\\]]{3,300}[)\\]]\\s*$`,
  'iu',
)
const wrongMark = new RegExp(`\\s*(?:${crosses}|[([]\\s*(?:${crosses}\\s*)?${wrong}\\s*[)\\]])\\s*$`, 'iu')
const rightMarkFirst = new RegExp(`^${ticks}\\s*`, 'u')
const wrongMarkFirst = new RegExp(`^${crosses}\\s*`, 'u')

/** What an author wrote at an option to say whether it is right: "GET (correct)", "✅ GET", "PUT ❌". `start` and `end` are those of its own words. */
export interface OptionMark {
  right: boolean
  start: number
  end: number
  /** The mark says why, too: "(correct, since it is safe)". */
  reasoned: boolean
}

/** The mark of an option; null when it has none. */
export function optionMark(words: string): OptionMark | null {
  const tail = words.slice(-400)
  const from = words.length - tail.length
  for (const [first, last, isRight] of [
    [rightMarkFirst, rightMark, true],
    [wrongMarkFirst, wrongMark, false],
  ] as const) {
    const start = first.exec(words)?.[0].length ?? 0
    const reason = isRight ? reasonedMark.exec(tail) : null
    const found = reason ?? last.exec(tail)
    const end = found ? from + found.index : words.length
    if ((start > 0 || found) && end > start) return { right: isRight, start, end, reasoned: reason !== null }
  }
  return null
}

/** The circle or box before an option, with or without a tick: "( ) GET", "(x) PUT", "● PUT", "☐ HEAD"; null without one. */
export function optionBox(words: string): { ticked: boolean; length: number } | null {
  const match = /^\s*(?:\(\s?([x•*✓✔o●]?)\s?\)|([○◯⚪⭘◻□☐⬜]|[◉●⦿⚫🔘◼■☑☒✅])\ufe0f?)\s+(?=\S)/iu.exec(words)
  if (!match) return null
  return { ticked: Boolean(match[1]) || /[◉●⦿⚫🔘◼■☑☒✅]/u.test(match[2] ?? ''), length: match[0].length }
}
