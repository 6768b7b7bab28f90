/** Labels in a key: whose answer the words after them are. "Mon 1", "Q3:", "Answer 2 –", "1-B, 2-C". */
import { Caseless } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import { plainText } from '../../text/rich.js'
import { readDayName, slug } from '../days/days.js'
import type { Reading } from '../markdown/reading.js'
import { numberOf, questionMark } from '../questions/question-headings.js'
import { answerNumber, withoutAnswerWords } from '../words/answer-words.js'
import { initialMarks } from './day-initials.js'
import { daySlip, inPlaceOf } from './day-slips.js'
import type { KeyMark } from './key-mark.js'

/**
 * The key of the day that `words` name, and nothing else: "Monday", "Mon.", "Answers for Monday", "Week 5, Monday", "Warm-up" where a part of the sheet is
 * called so; "Teusday" as well, and "Thursday" where the sheet has "Thurday". Short words count only as days that the sheet has, for "Sun" is a star too.
 * Null for anything else.
 */
export function dayNamed(words: string, reading: Reading): string | null {
  if (words.length > 120) return null
  const bares = baresOf(words)
  for (const bare of bares) {
    const { keys, languages } = reading.parts
    for (const lang of [reading.lang, ...languages]) {
      const name = readDayName([{ text: bare }], lang)
      const alone = name !== null && plainText(name.topic).trim() === ''
      if (alone && (keys.has(name.key) || isCertain(name.kind, bare))) return inPlaceOf(name.key, reading)
    }
    if (keys.has(slug(bare))) return slug(bare)
  }
  for (const bare of bares) {
    const slip = daySlip(bare, reading)
    if (slip) return inPlaceOf(slip.key, reading)
  }
  return null
}

/** The word by which `dayNamed` knows a day though it is misspelt; null where it is not. */
export function slipIn(words: string, reading: Reading): string | null {
  if (words.length > 120 || dayNamed(words, reading) === null) return null
  const slips = [...baresOf(words)].map((bare) =>
    readDayName([{ text: bare }], reading.lang) === null ? daySlip(bare, reading) : null,
  )
  return slips.find((slip) => slip !== null)?.word ?? null
}

const weekBefore = new Caseless(
  String.raw`^(?:week|woche|semaine|semana|settimana|uke|vecka|w)\s?\d{1,3}\s?[,:·–—-]?\s+(?=\p{L})`,
)

/** Words without marks around them, and once more without "Answers for" and "Week 5". */
function baresOf(words: string): Set<string> {
  const found = new Set<string>()
  for (const each of [words, withoutAnswerWords(words)]) {
    const bare = each.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[\s:：.,;()|*–—-]+$/, '')
    for (const own of [bare, bare.slice(weekBefore.exec(bare)?.[0].length ?? 0)]) if (own !== '') found.add(own)
  }
  return found
}

/** True for words that are a weekday's name in any sheet: in full, or in another script than the Latin one. */
export const isCertain = (kind: string, words: string): boolean =>
  kind === 'weekday' && (words.length > 4 || /[^\p{sc=Latin}]/u.test(words))

/** A label before an answer, at the start of a line: its day, its number, its length; null without one. */
interface Label {
  day: string | null
  written: number | null
  length: number
  /** It may be a word of the answer itself ("3 metres"), and counts only where others before or after it count up. */
  weak: boolean
}

const numberWords =
  'q(?:uestion)?|questions?|frage|zu(?: frage)?|ad|aufgabe|no|nr|num|item|pregunta|pergunta|domanda|vraag|soru|вопрос|№|問'
/** Digits of Latin, Arabic, Persian, Indian and full-width writing. */
const digit = '[\\d٠-٩۰-۹०-९０-９]'
const strong: readonly RegExp[] = [
  // "Q1 so", "No. 3 – so", "#4 so", "Zu 2: so"
  new RegExp(
    `^(?:(?:${numberWords})[ .]{0,2}#?|#)(${digit}{1,3})(?![\\d\\p{L}])\\s{0,2}(?:[.):：=→>–—-]+\\s*|\\s+|$)`,
    'iu',
  ),
  // "1: so", "1 – so", "1 = so", "1 → so"
  new RegExp(`^(${digit}{1,3})\\s?(?:[:：=→]|\\s[–—-]|->|=>)\\s*(?=\\S)`, 'u'),
  // "1a. so", "2 b) so": the letter stays before the answer
  /^(\d{1,3})(?=\s?[a-h][.):]\s)\s?/iu,
  // "1 .... so"
  new RegExp(`^(${digit}{1,3})[.)]?\\s?(?:\\.{3,60}|(?:\\. ){3,60}|[…_]{1,60})\\s*(?=[^\\s.])`, 'u'),
  // A term and its definition: "1", next line ": so"
  /^(\d{1,3})\s*(?=\n\s*[:：])/u,
]
const weak: readonly (RegExp | LetterPattern)[] = [
  // "1.B", "1)B", "1-B", "1–B", "1 newton", "1b"
  new LetterPattern(`^(${digit}{1,3})[.)](?=[\\p{L}(*])`),
  new RegExp(`^(${digit}{1,3})\\s?[–—-]{1,2}\\s?(?=\\S)`, 'u'),
  new RegExp(`^(${digit}{1,3})\\s+(?=\\S)`, 'u'),
  new LetterPattern(String.raw`^(\d{1,3})(?=[a-hA-H](?![\p{L}\p{N}]))`),
]

function numberLabel(head: string): Label | null {
  const lead = /^[*_\s]{0,4}/.exec(head)?.[0].length ?? 0
  const text = head.slice(lead)
  const mark = questionMark(text)
  if (mark && mark.written !== null)
    return { day: null, written: mark.written, length: lead + mark.length, weak: false }
  const answer = answerNumber(text)
  if (answer) return { day: null, written: answer.written, length: lead + answer.length, weak: false }
  for (const [patterns, isWeak] of [
    [strong, false],
    [weak, true],
  ] as const)
    for (const pattern of patterns) {
      const match = pattern.exec(text)
      if (match) return { day: null, written: numberOf(match[1] ?? ''), length: lead + match[0].length, weak: isWeak }
    }
  return mark ? { day: null, written: null, length: lead + mark.length, weak: false } : null
}

const wordEnd = new LetterPattern("[\\p{L}\\p{M}\\p{N}.’'](?=[\\s:：,;.()|#–—=-]|$)", 'g')

/** "Monday:", "Monday 1 –", "W17 Mon 1.", "Answers for Tuesday:"; the longest name wins. */
function dayLabel(head: string, reading: Reading): Label | null {
  const line = /^[^\n]*/.exec(head)?.[0] ?? ''
  const lead = /^[^\p{L}\p{N}]{0,6}(?:w\d{1,3}[ ·.–-]{1,3})?/iu.exec(line)?.[0].length ?? 0
  const ends = [...line.matchAll(wordEnd.for(line))]
    .map((match) => match.index + match[0].length)
    .filter((end) => end > lead)
  for (const end of ends.slice(0, 6).reverse()) {
    const day = line.slice(lead, end)
    if (dayNamed(day, reading) === null) {
      const joined = joinedLabel(head.slice(lead), day, reading)
      if (joined) return { ...joined, length: lead + joined.length }
      continue
    }
    // A term and its definition stand in two lines: "Monday", ": 1. so".
    const gap = /^\s*(?:[:：,.|)·#]|[–—-]+|\((?=\d)|\n\s*[:：])?\s*/u.exec(head.slice(end))?.[0] ?? ''
    const rest = head.slice(end + gap.length)
    const number = numberLabel(rest) ?? numberAlone(rest)
    if (number && number.written !== null && !isAmount(rest, gap, number.written))
      return { day, written: number.written, length: end + gap.length + number.length, weak: false }
    const parted = /[:：|–—]|\s-/.test(gap) || rest.trim() === '' || beginsLetters(rest)
    return parted ? { day, written: null, length: end + gap.length, weak: false } : null
  }
  return null
}

/** "a) so b) thus" behind a day: answers to questions that are lettered, or to the parts of its only one. */
const beginsLetters = (words: string): boolean => /^\(?a\)\s/i.test(words)

/** "Mon1:", "Di2)": a day and a number in one word. */
function joinedLabel(head: string, word: string, reading: Reading): Label | null {
  const [, day = '', digits = ''] = /^(\p{L}{2,12}\.?)(\d{1,3})$/u.exec(word) ?? []
  if (day === '' || dayNamed(day, reading) === null) return null
  const length = word.length + (/^\s*(?:[.):：=→–—-]+\s*|\s+|$)/.exec(head.slice(word.length))?.[0].length ?? 0)
  return { day, written: Number(digits), length, weak: false }
}

/** "Monday: 3 metres" tells an amount, unless 4 comes after a comma. */
const isAmount = (rest: string, gap: string, written: number): boolean =>
  /[:：]/.test(gap) && /^\d{1,3}\s+\S/.test(rest) && !new RegExp(`^.*[,;]\\s*${written + 1}\\b`).test(rest)

/** "Mon 1" alone in its line. */
function numberAlone(rest: string): Label | null {
  const match = /^(\d{1,3})[.)]?\s*(?=\n|$)/.exec(rest)
  return match ? { day: null, written: Number(match[1]), length: match[0].length, weak: false } : null
}

/** What may part an answer from the next one in its line. */
const parting = /[,;·•|/،؛、，；\t\u3000]/
const places = /(^|\n)[ \t>]*(?:[-*•] )?|[,;·•|/،؛、，；]\s*|\s+/g
const longest = 4000
/** A label without its number: "1. " → ".". In "1. a) x = 1 b) x = 4" the second 1 is an answer, in "1a so, 1b thus" a label. */
const formOf = (label: string): string => label.replace(/[\d\s,;]/g, '')
/** "1 a) 1 b) 13": what stands right behind a letter is its answer. */
const behindLetter = /(?:^|\s)\(?[a-h]\)$/i

/**
 * The labels in a paragraph of a key. One at the start of a line counts as it stands; inside a line numbers must count up by one, and a weak label
 * counts only beside others. `last` is the number of the answer before the paragraph.
 * `Monday: 1. a; 2. b` → "Monday" with 1, then 2; `M1 a`, next line `T1 b` → the days of the sheet that begin so.
 */
export function keyMarks(words: string, last: number | null, reading: Reading): KeyMark[] {
  const text = words.slice(0, longest)
  const ofInitials = initialMarks(text, reading)
  if (ofInitials.length > 0) return ofInitials
  const marks: (KeyMark & { weak: boolean })[] = []
  let done = -1
  for (const match of text.matchAll(places)) {
    const at = match.index + match[0].length
    if (at < done || at >= text.length) continue
    const opens = match[1] !== undefined
    const before = marks.at(-1)
    const count = before ? before.written : opens ? last : null
    const head = text.slice(at, at + 160)
    // "1. a 2. b": right behind a number "a" is its answer, and "a 2." no label of the second one.
    const behind = before !== undefined && before.written !== null && text.slice(before.from, at).trim() === ''
    if (behind && /^\(?a\)?[\s,;.]+\S/i.test(head)) continue
    const label = labelAt(head, opens, parting.test(match[0]), count, marks.length === 0, reading)
    if (!label) continue
    const again = before !== undefined && !opens && label.written !== null && label.written === before.written
    if (again && formOf(text.slice(at, at + label.length)) !== formOf(text.slice(before.start, before.from))) continue
    if (again && behindLetter.test(text.slice(0, match.index).slice(-4))) continue
    marks.push({
      day: label.day,
      written: label.written,
      start: match.index,
      from: at + label.length,
      weak: label.weak,
    })
    done = at + label.length
  }
  const counted = marks.length > 1 || marks.some((mark) => !mark.weak)
  return counted ? marks.map(({ weak: _weak, ...mark }) => mark) : []
}

/** The labels in the words of an answer that count on from its own number: `so  2. thus` behind 1. */
export function marksAfter(words: string, written: number, reading: Reading): KeyMark[] {
  const lead = `${written}. `
  const marks = keyMarks(lead + words, null, reading).slice(1)
  return marks.map((mark) => ({ ...mark, start: mark.start - lead.length, from: mark.from - lead.length }))
}

function labelAt(
  head: string,
  opens: boolean,
  parted: boolean,
  count: number | null,
  first: boolean,
  reading: Reading,
): Label | null {
  if (/^[^\p{L}\p{N}]*\p{L}/u.test(head)) {
    const day = opens || parted || /^\p{Lu}/u.test(head) ? dayLabel(head, reading) : null
    // Inside of a line "Monday" is a word of the answer unless a number, a letter or a colon follows.
    const behind = day ? /[:：]\s*$/.test(head.slice(0, day.length)) || beginsLetters(head.slice(day.length)) : false
    if (day && (opens || day.written !== null || behind)) return day
  }
  const number = numberLabel(head)
  if (!number) return null
  const next = number.written !== null && count !== null && number.written === count + 1
  if (opens && !number.weak) return number
  if (number.weak) return (first && opens) || (next && (opens || parted || !/^\d+\s+\S/.test(head))) ? number : null
  const lettered = number.written === count && /^[a-h][.):]/i.test(head.slice(number.length))
  return next || lettered ? number : null
}

const range =
  /^\s*(?:questions?|q|nos?\.?|nr\.?)?\s*(\d{1,3})\s?(?:([-–—]|to|bis|à)|and|und|et|y|e|[,&+])\s?(\d{1,3})\s*[:：=]\s*(?=\S)/i

/** Answers to a range of questions: "1–5: B C A D A" or "1-5: BCADA" has one for each, "1 and 2: so" the same for both; null for anything else. */
export function rangeAnswers(words: string): { from: number; numbers: number[]; answers: string[] | null } | null {
  const match = range.exec(words.slice(0, 60))
  if (!match || words.length > 1000) return null
  const [first, last] = [Number(match[1]), Number(match[3])]
  if (last <= first || last - first > 100) return null
  const numbers = match[2] === undefined ? [first, last] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const from = match[0].length
  return { from, numbers, answers: listed(words.slice(from).replace(/[.\s]+$/, ''), numbers.length) }
}

/**
 * Where the answers stand in words that number them all without a mark, `1 so 2 thus 3 else`; null for other words. They count from 1 to `count`, of
 * which the last may be empty; null counts as far as they go, three at least. In letters, `1 B 2 C`, they may be fewer.
 */
export function countedAnswers(words: string, count: number | null): { from: number; to: number }[] | null {
  if ((count !== null && (count < 2 || count > 100)) || words.length > longest) return null
  const found: { from: number; to: number }[] = []
  let at = 0
  for (let number = 1; number <= (count ?? 100); number++) {
    const end = number > 1 && number === count ? '(?:\\s+(?=\\S)|\\s*$)' : '\\s+(?=\\S)'
    const mark = new RegExp(`${number === 1 ? '^\\s*' : '\\s'}${number}[.):]?${end}`).exec(words.slice(at))
    if (!mark) break
    const last = found.at(-1)
    if (last) last.to = at + mark.index
    at += mark.index + mark[0].length
    found.push({ from: at, to: words.length })
  }
  const more = count !== null && new RegExp(`\\s${count + 1}[.):]?\\s`).test(words.slice(at))
  const letters =
    found.length > 1 && found.every(({ from, to }) => /^\(?[a-ht]\)?[\s,;.]*$/i.test(words.slice(from, to)))
  return !more && (letters || (count === null ? found.length > 2 : found.length === count)) ? found : null
}

/** Words that list `count` answers, two or more: "B, C, A", "BCA", "newton; watt", a line each; null when they do not. */
export function listed(words: string, count: number): string[] | null {
  if (count < 2 || words.length > 1000) return null
  const text = words.trim().replace(/[.\s]+$/, '')
  const forms = [
    text.split(/\s*;\s*/),
    text.split(/\s*,\s*/),
    text.split(/\s+[·•|/]\s+/),
    text.replace(/^[–—•·-]\s*/gm, '').split(/\s*\n\s*/),
    /^(?:\(?[a-h]\)?[\s,-]+)+\(?[a-h]\)?$/i.test(text) ? text.split(/[\s,-]+/) : [],
    /^[A-H]+$/.test(text) ? [...text] : [],
  ]
  const fits = forms.find(
    (parts) => parts.length === count && parts.every((part) => part !== '' && part.split(/\s+/).length <= 6),
  )
  return fits ?? null
}
