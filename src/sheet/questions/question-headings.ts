/** Question numbers in words: `### Q1. Why …?`, `**1. Why …?**`, `Question 3: …`, `1️⃣ …`, `① …`, `（1）…`, `٣. …`. */
import { Caseless, once } from '../../text/caseless.js'
import { asksOutright } from './asks.js'

const digit = '[0-9０-９٠-٩۰-۹०-९]'
const question =
  'q(?:uestion)?|frage|pregunta|pergunta|domanda|vraag|pytanie|soru|вопрос|ερώτηση|سؤال|السؤال|שאלה|प्रश्न|問題|問|题|第'
/** "Exercise 3:" needs its number; "Task:" alone is a word of the author's. */
const exercise =
  'exercise|problem|task|aufgabe|übung|exercice|ejercicio|exercício|esercizio|oefening|zadanie|alıştırma|задача|задание|упражнение|' +
  'zad|ex|exo|ej|aufg|opdracht|opgave|oppgave|uppgift|fråga|spørgsmål|spørsmål|tehtävä|kysymys|feladat|kérdés|otázka|úloha|cvičení|întrebarea|питання|завдання|въпрос|' +
  'câu|bài|soal|문제|질문|문항|س|תרגיל|ש|تمرين|题目'
/** "Question 3 (Multiple Choice):", which its options say too. */
const kindInBrackets =
  '(?:[(\\[](?:mcq|multiple[- ]choice|short[- ]answer|open(?:[- ]ended)?|fill[- ]in(?:[- ]the[- ]blanks?)?|matching|mehrfachauswahl|offen|qcm|choix multiples?|opción múltiple)[)\\]]\\s{0,2})?'
const forms = [
  // "Q1.", "Question 3: ", "Question 3 (hard): ", "問１", "第1问"
  `(?:${question}|${exercise})${once}[ .]?\\s{0,3}${once}#?${once}(${digit}{1,4})${once}\\s{0,3}${once}(?:${kindInBrackets}${once}[.):：．、—–-]+\\s*|[問问题題]\\s*|(?=[(\\[](?:\\d|[^()[\\]]{1,30}[)\\]]\\s?[.:：]))|$)`,
  // "問1　なぜ", as Japanese and Chinese papers print it
  `[問问題题][ 　]?(${digit}{1,4}|[一二三四五六七八九十]{1,3})${once}[ 　]{1,3}`,
  // "1.) "
  `(${digit}{1,4})${once}\\.\\)\\s*`,
  // "一、", as Chinese papers count
  `([一二三四五六七八九十]{1,3})${once}、\\s*`,
  // "1. ", "3) ", "3)" alone, "１．", "١. "
  `(${digit}{1,4})${once}(?:[.)]\\s+|[．。、）]\\s*|[.)]$)`,
  // "1/ Why?", "1- Why?": before words only, since "1/ 2" is a fraction
  `(${digit}{1,3})${once}[/-]\\s+(?=[^\\d\\s=+*/()_-])`,
  // "（1）", "(1) "
  `[（(](${digit}{1,4})${once}[）)]\\s*`,
  // "1️⃣", "1️⃣0️⃣", "🔟"
  `((?:[0-9]\\ufe0f?\\u20e3)+|🔟)[.):]?\\s*`,
  // "①", "⑴", "❶"
  '([①-⒛⓪⓵-⓾❶-➓㉑-㉟㊱-㊿])[.):]?\\s*',
]
const numbered = new Caseless(`^\\s*(?:${forms.join('|')})`)
/** "Q: Why?" has the mark of a question and no number. */
const unnumbered = new Caseless(`^\\s*(?:${question.replace('|第', '')}|س|ש)\\s?[:：]\\s*|^\\s*Q\\.\\s+(?=\\S)`)

/** "Q1 Why?"; without a question mark it may be a quarter of a year. */
const spaced = new RegExp(`^\\s*Q(${digit}{1,3})\\s+(?=\\S)`, 'u')

/** "2.1 Why?", which counts within a part: before words that ask, since "2.5 metres" is a measure and "2.1 Doors" a section. */
const ofPart = /^\s*\d{1,2}\.(\d{1,2})\.?\s+(?=\D)/

/** A number mark at the start of a line: its value, null for "Q:", and its length in characters. */
export interface QuestionMark {
  written: number | null
  length: number
}

/** The mark that opens a line: "Q3. Why?" → 3, length 4; null for a line without one. */
export function questionMark(line: string): QuestionMark | null {
  const start = line.slice(0, 60)
  const match = numbered.exec(start) ?? (/[?？]/.test(line) ? spaced.exec(start) : null)
  if (!match) {
    const part = ofPart.exec(start)
    if (part && asksOutright(line.slice(part[0].length))) return { written: Number(part[1]), length: part[0].length }
    const length = unnumbered.exec(start)?.[0].length
    return length === undefined ? null : { written: null, length }
  }
  if (/^\s*\d{1,4}[.)]\s+week\b/i.test(start)) return null
  return { written: numberOf(match.slice(1).find((group) => group !== undefined) ?? ''), length: match[0].length }
}

/** Starts of the circled and bracketed numbers of Unicode, and the number that each starts with. */
const circles: readonly [from: string, to: string, first: number][] = [
  ['①', '⑳', 1],
  ['⑴', '⒇', 1],
  ['⒈', '⒛', 1],
  ['⓪', '⓪', 0],
  ['⓵', '⓾', 1],
  ['❶', '❿', 1],
  ['➀', '➉', 1],
  ['➊', '➓', 1],
  ['㉑', '㉟', 21],
  ['㊱', '㊿', 36],
]
const zeros = '0０٠۰०'

const chineseDigits = ' 一二三四五六七八九'

/** "三" → 3, "十二" → 12, "二十" → 20. */
function chineseNumber(written: string): number {
  const at = written.indexOf('十')
  if (at < 0) return chineseDigits.indexOf(written.charAt(0))
  const tens = at === 0 ? 1 : chineseDigits.indexOf(written.charAt(0))
  const ones = written.charAt(at + 1)
  return tens * 10 + (ones === '' ? 0 : chineseDigits.indexOf(ones))
}

/** "12", "１２", "١٢", "1️⃣2️⃣", "🔟", "⑫" → the number. */
export function numberOf(written: string): number {
  if (written === '🔟') return 10
  if (/^[一二三四五六七八九十]/.test(written)) return chineseNumber(written)
  for (const [from, to, first] of circles)
    if (written >= from && written <= to) return (written.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0) + first
  let value = 0
  for (const letter of written.replace(/[\ufe0f\u20e3]/g, '')) {
    const code = letter.codePointAt(0) ?? 0
    const zero = [...zeros].map((each) => each.codePointAt(0) ?? 0).find((each) => code >= each && code < each + 10)
    value = value * 10 + (zero === undefined ? 0 : code - zero)
  }
  return value
}
