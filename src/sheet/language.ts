/** The language and direction of a sheet, when its front matter leaves them to be seen from its words. */
import { type Direction, firstDirection } from '../text/direction.js'
import { isLatin, LetterPattern } from '../text/latin.js'
import { plainBlocks, plainText } from '../text/rich.js'
import type { Sheet } from './model.js'
import { languagesOfDay } from './words/day-names.js'

/** Languages that are written from right to left, and scripts that a tag may name: "pa-Arab". */
const rightToLeftTag =
  /^(?:ar|arc|ckb|dv|fa|he|iw|ji|khw|ks|ku-arab|mzn|nqo|pnb|ps|sd|skr|syr|ug|ur|yi)\b|-(?:adlm|arab|hebr|nkoo|syrc|thaa)\b/i
const leftToRightScript = /-(?:latn|cyrl|deva|guru)\b/i

/** Scripts that tell the language of whoever writes most letters in them. */
const scripts: readonly (readonly [LetterPattern, (text: string) => string])[] = [
  [new LetterPattern(String.raw`\p{Script=Hebrew}`, 'g'), () => 'he'],
  // Arabic lacks these letters of Persian, which every tenth one is.
  [
    new LetterPattern(String.raw`\p{Script=Arabic}`, 'g'),
    (text) => (count(text, /[پچژگی]/g) > count(text, /\p{L}/gu) / 50 ? 'fa' : 'ar'),
  ],
  [
    new LetterPattern(String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`, 'g'),
    (text) => (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : 'zh'),
  ],
  [new LetterPattern(String.raw`\p{Script=Hangul}`, 'g'), () => 'ko'],
  [new LetterPattern(String.raw`\p{Script=Greek}`, 'g'), () => 'el'],
  [new LetterPattern(String.raw`\p{Script=Devanagari}`, 'g'), () => 'hi'],
]

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** What a sheet says, as far as it tells language and direction. */
type Said = Pick<Sheet, 'title' | 'days'>

/** Title, headings and prompts; one string each. */
const textsOf = ({ title, days }: Said): string[] => [
  plainText(title),
  ...days.flatMap((day) => [plainText(day.heading), ...day.questions.map(({ prompt }) => plainBlocks(prompt))]),
]

/**
 * The language that the script of most letters gives away: Hebrew, Japanese and others whose script no second language shares
 * with many readers. For Latin and Cyrillic, the language of the names of its days; null when they are English, of no one language, or none.
 */
export function languageOf(said: Said): string | null {
  const text = textsOf(said).join(' ')
  // None of the scripts below is in it.
  if (isLatin(text)) return languageOfDays(said)
  const most = count(text, /\p{L}/gu) / 2
  const found = scripts.find(([script]) => count(text, script.for(text)) > most)
  return found ? found[1](text) : languageOfDays(said)
}

/**
 * The one language that has all the days of a sheet: Montag, Dienstag → de; Sábado, Domingo may be Spanish or Portuguese → null. English
 * is what a template speaks anyway, so that it is not claimed for a sheet whose questions may be in another language.
 */
function languageOfDays({ days }: Said): string | null {
  const named = days.filter(({ kind }) => kind !== 'part').map(({ name }) => languagesOfDay(name))
  const [first = [], ...rest] = named
  const [only, ...others] = first.filter((language) => rest.every((each) => each.includes(language)))
  return only === undefined || others.length > 0 || only === 'en' ? null : only
}

/** The direction of a sheet: of its language, when that is known; else of the first letters of most of its texts. */
export function directionOf(lang: string | null, said: Said): Direction {
  if (lang !== null) return rightToLeftTag.test(lang) && !leftToRightScript.test(lang) ? 'rtl' : 'ltr'
  const directions = textsOf(said).map(firstDirection)
  const times = (direction: Direction) => directions.filter((each) => each === direction).length
  return times('rtl') > times('ltr') ? 'rtl' : 'ltr'
}
