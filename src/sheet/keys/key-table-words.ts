/** The words of tables that are keys: what their heads are called, and which numbers and letters stand in their cells. */
import type { PhrasingContent } from 'mdast'
import { Caseless } from '../../text/caseless.js'
import { phraseText } from '../markdown/phrases.js'
import { numberOf } from '../questions/question-headings.js'
import { isAnswerHeading, isKeyTitle } from '../words/answer-words.js'

/** What stands in a cell. */
export type Cell = readonly PhrasingContent[]

/** The head of a column of numbers. */
export const numberHead = new Caseless(
  String.raw`^(?:#|№|n[or°º]?\.?|num(?:ber|mer|éro|ero)?\.?|nummer|q(?:uestion)?s?\.?(?: ?(?:#|no\.?|nr\.?|number|num\.?))?|q's|(?:quiz |question )?item|frage(?:n?nr\.?)?|aufgabe|pregunta|pergunta|domanda|vraag|pytanie|soru|вопрос|問題?|番号|题号|سؤال|רقم|שאלה)$`,
)
/** … of what is asked. */
export const questionHead = new Caseless(
  '^(?:questions?|prompts?|frage|pregunta|pergunta|domanda|vraag|pytanie|soru|вопрос|問題|题目|task|aufgabe)$',
)
/** … of days. */
export const dayHead = new Caseless(
  '^(?:(?:week)?days?|(?:wochen)?tag|jours?|días?|dias?|giorn[oi]|dag(?:en)?|dzień|gün|день|ημέρα|اليوم|יום|दिन|曜日|日|星期|요일|part|section|when)$',
)
const answerHead = new Caseless(
  '^(?:correct|right|key|model|response|responses|what to (?:look|listen) for|expected|(?:correct|right) (?:option|choice|letter|response))$',
)

/** … or of a row, of what questions are worth. */
export const pointsHead = new Caseless(
  String.raw`^(?:points?|pts\.?|marks?|(?:max(?:imum)?\.?|total) (?:points?|marks?|score)|worth|score|punkte?|pkt\.?|be|puntos?|puntaje|pontos?|punti|punten|punkty|puan|баллы?|очки|poäng|poeng|point|pisteet|pont|bod[yů]?|puncte|балів|точки|درجات?|الدرجة|ניקוד|נקודות|अंक|配点|点|分值?|배점)$`,
)
/** … of the letters of parts. */
export const partHead = new Caseless(
  '^(?:(?:sub-?)?(?:part|question|item)|letter|teil|teilaufgabe|partie|parte|deel|podpunkt|часть|小問|枝問|설문|)$',
)
/** The letter of a part, alone in its cell. */
export const partLetter = /^\(?([a-h])[.):]?$/i
/** The first words of a row that sums up. */
export const sumHead = new Caseless(
  String.raw`^(?:total|sum|gesamt|summe|insgesamt|totale?|somme|suma|totaal|toplam|итого|всего|合計|总分|합계)\W*$`,
)

/** True for the head of a column of answers: "Answer", "Correct", "Key". */
export const isAnswerWord = (words: string) => isAnswerHeading(words) || isKeyTitle(words) || answerHead.test(words)

/** Words with the digits of Arabic, Persian, Indian and full-width writing as Latin ones. */
const latinDigits = (words: string): string => words.replace(/[٠-٩۰-۹०-९０-９]/g, (digit) => String(numberOf(digit)))

/** The words of a cell in one line. */
export const wordsOf = (cell: Cell | undefined): string => (cell ? phraseText(cell).replace(/\s+/g, ' ').trim() : '')
/** "1", "Q1", "1.", "(1)", "No. 1", "1a" → 1; null for other words. */
export const numberIn = (written: string): number | null => {
  const words = latinDigits(written)
  const digits = /^\D{0,10}?(\d{1,4})(?:\D{0,2}|\s?[.(]?[a-h][.)]?)$/i.exec(words)?.[1]
  return digits === undefined || /[,;]\d|\p{L}{4,}\D*\d/u.test(words) ? null : Number(digits)
}
/** "1–3", "Q4 and 5": the first and the last number; null for anything else. */
export const rangeIn = (words: string): { first: number; last: number } | null => {
  const match = /^\D{0,10}?(\d{1,3})\s?(?:[–—-]|to|bis|à|and|&|und|et|,)\s?(\d{1,3})\D{0,2}$/i.exec(latinDigits(words))
  const [first, last] = [Number(match?.[1]), Number(match?.[2])]
  return match && last > first && last - first <= 100 ? { first, last } : null
}
/** "1a", "Q1(b)", "2. c)": the letter behind the number; null without one. */
export const letterIn = (words: string): string | null => /\d\s?[.(]?([a-h])[.)]?$/i.exec(words)?.[1] ?? null

/** "1–5", "Questions 6 to 10" over a column. */
export const rangeHead = /^\D{0,14}(\d{1,3})\s?(?:[–—-]|to|bis|à)\s?(\d{1,3})\D{0,2}$/i
