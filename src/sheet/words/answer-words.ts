/** The words that say "here is the answer": labels before one, headings and summaries over one, titles of a key. */

import { Caseless } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import { numberOf } from '../questions/question-headings.js'
import { keyTitleSource } from './key-titles.js'
import { mayAnswerBehind, mayBeLabelled, mayOpenLabel, mayTitleKey, opensBracket } from './may-answer.js'
import { barePoints } from './points-words.js'
import { isHintSummary, isMaterialSummary } from './summary-words.js'
import { isTeacherTitle } from './teacher-words.js'

/** "Answer" in the languages that sheets are written in, singular and plural, as the source of a regular expression. */
export const answerSource =
  'answers?(?:\\(s\\))?|ans|solutions?|soln?s?|antwort(?:en)?|(?:muster)?lösung(?:en)?|lösungsvorschl(?:ag|äge)|lsg\\.?|réponses?|corrigés?|respuestas?|solución|soluciones|respostas?|soluç(?:ão|ões)|' +
  'rispost[ae]|soluzion[ei]|antwoord(?:en)?|oplossing(?:en)?|odpowied(?:ź|zi)|rozwiązani[ae]|cevap(?:lar)?|yanıt(?:lar)?|çözüm(?:ler)?|' +
  'ответы?|решени[ея]|απάντηση|απαντήσεις|λύση|λύσεις|الإجابات|الإجابة|إجابة|الجواب|جواب|الحل|پاسخ|תשובות|תשובה|פתרונות|פתרון|उत्तर|समाधान|' +
  '答え|回答|解答例|解答|正解|答案|정답|해답|답|' +
  'svar|facit|fasit|atsakymas|atbilde|vastus|vastaus|odpověď|řešení|odp\\.?|válasz|megoldás|răspuns|відповідь|отговор|odgovor|đáp án|trả lời|jawaban|คำตอบ|เฉลย|gabarito|musterantwort(?:en)?'
const kind =
  '(?:the|a|my|our|your|model|sample|expected|correct|suggested|possible|full|worked|reference|right|short|ideal|example|exemplar|brief|' +
  'richtige|korrekte|mögliche|erwartete|bonne|правильный|верный|poprawna|prawidłowa|doğru|juiste?|goede|correcte|rätt|správná|helyes)'
/** The same behind the word, as Romance languages have it. */
const kindBehind =
  '(?:correctas?|correctes?|corrett[ae]|certas?|corretas?|esperadas?|attendues?|modelo|modèle|possibles?|posibles?|possibil[ei]|possíve(?:l|is)|sugeridas?|suggérées?)'
const labelWords = `(?:${kind}\\s+){0,2}(?:(?:${answerSource})(?:\\s+(?:key|${kindBehind}))?|(?<=(?:correct|sample|model|expected)\\s+)(?:option|choice|response)|mark(?:ing)? scheme|rubric)`
/** Words over the reason of an answer, which tells it too. */
const reason =
  'explanation|rationale|feedback|erklärung|begründung|explication|explicación|explicação|spiegazione|uitleg|wyjaśnienie|açıklama|объяснение|解説'
/** Words over what a marker expects, which tells the answer as well; only before a colon. */
const guide =
  "expected(?: (?:response|result|points?))?(?=\\s*[:：](?![^\\n]*\\b(?:actual|got)\\b))|(?:also )?accept(?:able|ed)?(?: also| as well)?|(?:do not|don['’]t) accept|reject|key(?: (?:points?|ideas?))?(?=\\s*[:：](?![^\\n]*=[^\\n]*=))|" +
  'marking(?: (?:notes?|points?|guidance|guide|criteria))?|look for|listen for|points to mention|hint ?/ ?answer|(?:should|must) mention|' +
  'response|' +
  'antw\\.?|erwartet|erwartungshorizont|auch richtig|akzeptiert|bewertungshinweise?|stichworte zur lösung|attendus?|on attend|éléments (?:de réponse|attendus)|accepter(?: aussi)?|barème|rép\\.?|resp\\.?|rta\\.?|' +
  'se espera|esperad[oa]s?|aceptar(?: también)?|criterios de (?:corrección|evaluación)|clave|pauta|atteso|accettare anche|griglia|chiave|espera-se|aceitar(?: também)?|critérios de correção|chave|' +
  'verwacht|ook goed|beoordeling|antwoordmodel|klucz|oczekiwan[ae]|beklenen|anahtar|ожидается|ожидаемый ответ|ключ|критерии|принимать|αναμενόμενη απάντηση|المتوقع|採点基準|模範解答|参考答案|评分标准|모범\\s?답안|채점\\s?기준'
const number = '(?:(?:\\s+(?:to|for)(?:\\s+question)?)?\\s*(?:#|no\\.?\\s?)?\\d{1,4})?'
const mark = '[^\\p{L}\\p{N}\\s_(\\[<`]{0,3}\\s*'

/** A label before an answer: "Answer:", "Model answer —", "A1:", "Solution" alone on its line; not "Answer in a word:". */
const label = new Caseless(
  `^\\s*${mark}(?:(?:${labelWords}|${reason})${number}\\s*(?:[:：]|[–—|>→⇒»]|[-=]>|[-=](?=\\s)|[.)]?\\s*$)|(?:${guide})\\s*[:：]|(?<=[@#\\\\])(?:${answerSource})\\s+(?=\\S)|[([]\\s*(?:${labelWords})${number}\\s*[)\\]]\\s*(?:[:：–—-]\\s*)?(?=\\S)|ans\\s+(?=\\S)|a(?:ns)?\\d{0,4}\\s*[:：]|[جת]\\s?[\\d٠-٩]{0,4}\\s*[:：]|(?:ans|sol)\\.\\s?[:：]?|correct\\s*[:：](?=\\s*\\(?[a-z]\\)?\\W*$))\\s*`,
  'iu',
  mayBeLabelled,
)
/** In a quote a lone "A." is a label too, and so is the "!" of a spoiler, `>! so`; elsewhere they are an option and the author's own. */
const quoteLabel = /^\s*(?:(?:\[!\w+\][-+]?\s*)?a\d{0,4}\s*[.:：)]\s+|!(?!\[)\s*(?=\S))/i
const callout = new Caseless(`^\\s*\\[!(?:${answerSource}|success|check|done|spoiler)\\][-+]?[^\\n]*\\n?`)

/** A callout that is folded, or whose title says that it answers: `[!note]- Show`, `[!tip] Answer`. */
const folded = /^\s*\[!(?!question|faq|help|quiz|hint)\w+\](-?)[ \t]*([^\n]*)\n?/i

/** A label is looked for in so many first characters, which keeps every expression here from running long. */
const reach = 120

/** "ANSWER so": in capitals, and in bold type or italics, the word alone is a label. */
const capitals =
  /^\s*(?:ANSWERS?|SOLUTIONS?|ANTWORT|LÖSUNG|RÉPONSE|RESPUESTA|RISPOSTA|RESPOSTA|ANTWOORD|ОТВЕТ)\s+(?=\S)/
/** How "answer" goes on where it is a verb: "Answer all parts." */
const asVerb = new Caseless(
  String.raw`^\s*(?:all|both|each|every|any|one|two|three|four|only|in|with(?:out)?|on|the|these|this|that|as|using|from|at|to|by|and|or|here|below|above|briefly|fully|part|parts|questions?|your|it|them)(?!\p{L})`,
)

/** How many characters of a line are an answer's label; 0 without one. "Answer: 42" → 8. */
export function labelLength(line: string): number {
  const start = line.slice(0, reach)
  const whole = label.exec(start)?.[0].length ?? 0
  if (whole > 0) return whole
  const word = capitals.exec(start)?.[0].length ?? 0
  return word > 0 && !asVerb.test(line.slice(word)) ? word : 0
}

/** True for words in bold type or italics that are a label, though no colon follows: `*Answer* so`; not "**Answer** all parts." */
export const isStressedLabel = (words: string, behind: string): boolean =>
  stressedLabel.test(words.slice(0, reach)) && hasWords(behind) && !asVerb.test(behind)

/** How many characters of a quote's first line are the label of an answer, `> A. 42`, `> [!answer] …`; 0 without one. */
export function quoteLabelLength(text: string): number {
  const start = text.slice(0, reach)
  return (callout.exec(start) ?? quoteLabel.exec(start) ?? label.exec(start))?.[0].length ?? 0
}

/** How many characters of a quote are the head of a callout that hides an answer; 0 without one. Its title stays when it says more than "Answer". */
export function foldedLength(text: string): number {
  const [head, minus, title = ''] = folded.exec(text.slice(0, reach)) ?? []
  if (head === undefined || isMaterialSummary(title) || isHintSummary(title)) return 0
  if (isAnswerSummary(title) || onlyLabel.test(title) || (title === '' && minus === '-')) return head.length
  const answers = minus === '-' || callout.test(`${head.trimEnd()}\n`)
  return answers ? head.indexOf(title, head.indexOf(']') + 1) : 0
}

const guideTitle = new Caseless(`^(?:${guide})[:：]$`)

/** The head of a column of answers: "Answer", "Expected", "Teacher notes". */
export const isAnswerTitle = (words: string): boolean =>
  words.length > 1 &&
  words.length <= reach &&
  (isAnswerHeading(words) || guideTitle.test(`${words.replace(/[:：]$/, '')}:`) || isTeacherTitle(words))

/** Behind a sentence and the points that it is worth, or behind any bracket: "Why? 3 marks Answer: so", "Draw it (large) Answer: so". */
const inLine = new Caseless(
  `(?:[.?!…。？！:]["'”’)\\]*]*\\s+(?:${barePoints}\\s+)?|[)\\]]\\s+)(?:[(\\[]?(?=(?:${labelWords})${number}\\s*(?:[:：]|[–—=-](?=\\s))|(?:${guide})\\s*[:：]|ans(?:\\.|\\s)\\s*\\S|sol\\.(?:\\s|\\s?[:：]))|(?=[([](?:${labelWords})${number}[)\\]]\\s)|(?<=[?？؟]\\s+)[([]?(?=a\\s?[:：]\\s(?!.*\\bb\\s?[:：])))`,
  'iu',
  mayAnswerBehind,
)

const bracketed = new Caseless(
  `^\\s*[([]\\s*(?=(?:${labelWords})${number}\\s*[:：]|(?:${guide})\\s*[:：]|ans\\.?\\s)`,
  'iu',
  opensBracket,
)

/** How many characters of a line open an answer in brackets, label included: "(Answer: so)" → 9; 0 without one. */
export function bracketLabelLength(line: string): number {
  const open = bracketed.exec(line.slice(0, reach))?.[0].length ?? 0
  return open > 0 ? open + labelLength(line.slice(open)) : 0
}

/** Where the bracket closes that is open at the start: "so (thus)) See" → 9; -1 when it never does. */
export function closingBracket(words: string): number {
  let depth = 0
  for (let i = 0; i < words.length; i++) {
    const letter = words[i] ?? ''
    if ('(['.includes(letter)) depth++
    else if (')]'.includes(letter) && depth-- === 0) return i
  }
  return -1
}

/** The same where no stop stands before it, in brackets: "c) dolphin (Answer: b)". */
const inBracket = new Caseless(`\\s[([](?=(?:${labelWords})${number}\\s*[:：])`, 'iu', (line) =>
  /\s[([][^:：]{0,120}[:：]/.test(line),
)
/** And with a capital behind other words, "c) dolphin Answer: b"; where all nouns have one, only before a letter. */
const unstopped =
  /(?<=[^\s|%~>+*#:=–—-])\s+(?=(?:Answers?|ANSWERS?|Solution|Réponse|Respuesta|Risposta|Resposta)\s*[:：]|(?:Antwort|Lösung)\s*[:：]\s*\(?[A-Ha-h]\)?[^A-Za-z]*$)/

/** "Why? (2 marks": a sentence ends before the bracket. */
const stopBefore = /[.?!…。？！:]["'”’]?\s*[([][^()[\]]*$/

/** Where an answer begins inside a line: "Why? Answer: so" → 5, "Why? (Answer: so)" → 6; -1 without one. What asks after the label is no answer. */
export function labelInLine(line: string): number {
  const match = inLine.exec(line) ?? inBracket.exec(line) ?? (/[:：]/.test(line) ? unstopped.exec(line) : null)
  if (!match) return -1
  const start = match.index + match[0].length
  // "What is it (in water) answer: …" has no stop before its bracket, and a small letter behind it.
  if (
    /^[)\]]/.test(match[0]) &&
    /^[([]?\p{Ll}/u.test(line.slice(start)) &&
    !stopBefore.test(line.slice(0, match.index))
  )
    return -1
  return /[?？؟]\s*$/.test(line.slice(start)) ? -1 : start
}

const boldLabel = new Caseless(
  `^\\s*${mark}(?:${labelWords}${number}|${guide}|a\\d{0,4})\\s*[:：]`,
  'iu',
  mayBeLabelled,
)

/** True for the words of a strong stretch that begins with a label, colon included: `**Answer:** so`. */
export function isBoldLabel(words: string): boolean {
  return boldLabel.test(words.slice(0, reach))
}

const onlyLabel = new Caseless(`^\\s*${mark}(?:${labelWords}|a)${number}\\s*[:：.]?\\s*$`, 'iu', mayOpenLabel)
const stressedLabel = new Caseless(`^\\s*${mark}(?:${labelWords}|a)${number}\\s*[.]?\\s*$`, 'iu', mayOpenLabel)
const summaryLabel = new Caseless(
  `^[^\\p{L}\\p{N}]*(?:(?:click|tap|press)?\\s*(?:here\\s*)?(?:(?:to|for)\\s+)?(?:show|see|reveal|view|open|check|expand|toggle|ver|mostrar|mostra|vedi|voir|afficher|zeige|bekijk|toon|показать)?\\s*(?:(?:the|la|las|el|los|a|o|as|os|le|les|il|de|die|der) )?(?:${kind}\\s+){0,2}(?:${answerSource})(?:\\s+(?:anzeigen|zeigen|einblenden|ansehen|aufklappen|sehen|tonen|bekijken|visa|vis|göster|pokaż|を見る|を表示|보기))?|(?:click|show|reveal|check|expand|spoiler|details)(?:\\s+(?:me|here|more|to\\s+\\w+))?)[^\\p{L}\\p{N}]*$`,
)

/** A heading over one answer: "Answer", "Solution 3:". */
export const isAnswerHeading = (words: string) => words.length <= reach && onlyLabel.test(words)

/** A summary that says no more than that an answer is behind it: "Show answer", "Click to reveal". */
export const isAnswerSummary = (words: string) => words.length <= reach && summaryLabel.test(words)

const numberedAnswer = new Caseless(
  `^\\s*(?:a|ans|r(?=\\d)|[جת]|${labelWords})(?:\\s+(?:to|for|zu|auf)(?:\\s+(?:question|frage))?)?[\\s#]{0,3}([\\d٠-٩]{1,3})(?![\\d\\p{L}])\\s{0,2}(?:[.):：–—-]+\\s*|$)`,
  'iu',
  mayOpenLabel,
)

/** The label of a numbered answer: "A2. so", "Answer 2 – so", "Answer to question 2: so" → 2; null without one. */
export function answerNumber(line: string): { written: number; length: number } | null {
  const match = numberedAnswer.exec(line.slice(0, reach))
  return match ? { written: numberOf(match[1] ?? ''), length: match[0].length } : null
}

const answerWordsBefore = new Caseless(
  `^[^\\p{L}\\p{N}]*(?:${kind}\\s+){0,2}(?:${answerSource})(?:\\s+key)?(?:\\s*[:：–—-]+\\s*|\\s+(?:(?:to|for|of|on|zu|zum|für|von|vom|am|pour|du|de|del|para|per|voor|van|dla|do|için|для|за)\\s+)?)`,
)
const answerWordsAfter = new Caseless(
  `(?:['’]s)?[\\s:：–—(-]+(?:${kind}\\s+){0,2}(?:${answerSource})(?:\\s+key)?[^\\p{L}\\p{N}]*$`,
)

/** What the title of an answer is about: "Answers for Monday", "Monday's answers" → "Monday"; other words as they are. */
export function withoutAnswerWords(words: string): string {
  if (words.length > reach) return words
  const rest = words.slice(answerWordsBefore.exec(words)?.[0].length ?? 0)
  return rest.slice(0, answerWordsAfter.exec(rest)?.index)
}

/** What an author may call the sheet before "answers": "Quiz answers", "Week 3 answers", "Monday's answers". A closed list, for "Everyone answers". */
const occasion =
  '(?:(?:quiz|test|exam|yesterday|today|last|previous|worksheet|homework|exercises?|practice|review|recall|retrieval|self[- ]?(?:check|test)|quick|final|daily|check|checkpoint|teachers?|instructors?|tutors?|all|week|day|unit|' +
  'lesson|topic|chapter|section|part|exit|ticket|bell|ringer|do|now|warm[- ]?up|starter|plenary|knowledge|organi[sz]er|study|guide|revision|mark|sheet|question|problem|lab|task|activity|' +
  "(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend)(?:['’]?s|s['’])?(?:\\s+\\d{1,3})?\\s+){0,4}"
const englishTitle =
  `(?:${kind}\\s+){0,2}(?:key|(?<=(?:correct|sample|model|expected|suggested|possible)\\s+)responses|key to (?:the )?(?:answers|questions|exercises|quiz))|` +
  `${occasion}(?:${kind}\\s+){0,2}(?:(?:answers?|solutions?)[ -]?(?:key|sheet|section|list|bank|manual)|(?:answers|solutions|answer key)(?:\\s*(?:and|&|\\+|/)\\s*[\\w -]{1,30})?(?: (?:to|for|of) [^?]{1,60})?)|` +
  "(?:(?:quiz|test|exam|teachers?|instructors?|tutors?|scoring|grading)(?:['’]?s|s['’])?\\s+)key|(?:teacher|instructor|tutor)(?:['’]?s|s['’])?\\s+(?:copy|version|edition)|" +
  '(?:marking|scoring|grading) (?:guide|scheme|key)|mark scheme|answers? guide|indicative (?:content|answers)'
/** What may stand behind a title: a day, words in brackets or behind a colon, where the answers are. */
const titleEnd =
  '(?:\\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|(?:week|day|unit|part|lesson|section|chapter)\\s+\\d{1,3}))?' +
  '(?:\\s*[([（【][^?)\\]）】]{1,60}[)\\]）】]|(?:\\s*[:：–—-]|,)\\s*[^?.!]{1,60}|' +
  '(?:\\s+(?:below|follow|overleaf|over the page|upside[- ]down|on (?:the )?(?:next|other|last|back|following) (?:page|side)|on (?:the (?:back|reverse)|page \\d{1,4})|at the (?:end|back|bottom)(?: of [^?.!]{1,40})?)){1,2}|(?:见|見|在|请看|は)[^?？。]{1,12}|' +
  '\\s+(?:zu|zum|für|von|vom|aux|du|des|de|del|della|dei|a|para|per|voor|van|do|för|til|к|на|за)\\s[^?.!]{1,60})?'
const keyTitle = new Caseless(
  `^[^\\p{L}\\p{N}]*(?:\\d+[.)]\\s*)?(?:(?:show|see|reveal|check|here (?:are|come)|(?:turn|flip|rotate|hold|look)\\b[^.?!:：\\d]{1,50}?\\b(?:for|to (?:see|check|find|read))|spoilers?|for (?:the )?(?:teachers?|instructors?|tutors?)|(?:appendix|annexe?|anhang|anexo|appendice|bijlage)(?:\\s+[a-z\\d])?)[\\s:：–—-]+(?:the |your )?)?(?:(?:[月火水木金土日]曜日?|星期[一二三四五六日天]|周[一二三四五六日]|[월화수목금토일]요일)?\\s?(?:の|的|의)?\\s?)?(?:${englishTitle}|${keyTitleSource})${titleEnd}[^\\p{L}\\p{N}]*$`,
  'iu',
  mayTitleKey,
)
/** "A N S W E R S" */
const spacedOut = new LetterPattern(String.raw`^[^\p{L}]*(?:\p{L} ){4,30}\p{L}[^\p{L}]*$`)
const maySpaceOut = /(?:\S ){4}/u

/** A title over many answers: "Answers", "Answer key", "Solutions to Monday", "🔑". */
export const isKeyTitle = (words: string) =>
  words.length <= reach &&
  (keyTitle.test(maySpaceOut.test(words) && spacedOut.test(words) ? words.replaceAll(' ', '') : words) ||
    (/🔑|🗝/u.test(words) && /^[\s\p{P}]*(?:🔑|🗝)\ufe0f?[\s\p{P}]*$/u.test(words)))

const keyLine = /^[^:：\n]{1,60}[:：]\s*(?=\S)/
const keyFirstLine = /^[^\n]{1,80}\n\s*(?=\S)/

/** How many characters open a key in one paragraph: "Answers: 1 so, 2 thus" → 9, and a line "Answers" above such words; 0 for any other. */
export function keyLineLength(words: string): number {
  const start = words.slice(0, reach)
  const titles = [keyLine, keyFirstLine].map((each) => each.exec(start)?.[0] ?? '')
  return titles.find((title) => title !== '' && isKeyTitle(title))?.length ?? 0
}

const beforeNumber = new Caseless(
  String.raw`^[^\d\n]{1,60}?(?:\s*[–—-])?(?:\s+|(?<=[】〕］＞》」])\s*)(?=[([（]?(?:q|no)?[.\s]?[1１][.):–=．、）-]|[([（]?[1１]\s|[①⑴❶➀١]|\d{1,3}[.)]\s\S)`,
)

/** The same where the first number stands for the colon: "Answers 1. so 2. thus", "🔑 1-B, 2-C". */
export function numberedTitleLength(words: string): number {
  const title = beforeNumber.exec(words.slice(0, reach))?.[0]
  return title !== undefined && isKeyTitle(title) ? title.length : 0
}

const telling = new Caseless(
  `(?<![\\p{L}\\p{N}])(?:${answerSource}|answer[ -]?key|key|(?:mark(?:ing)?|scoring) (?:scheme|guide)|rubric|look[- ]?fors|what to (?:listen|look) for|(?:for |to )?(?:the )?(?:teachers?|instructors?|tutors?|lecturers?|lehrkräfte|lehrer))(?![\\p{L}\\p{N}])`,
)

/** True for the words over hidden nodes that speak of answers or to teachers: "Answer key (instructors only)". */
export const tellsOfAnswers = (words: string) => telling.test(words.slice(0, reach))

const answerClass = new Caseless(`(?:^|[\\s{."'=#-])(?:${answerSource})(?:$|[\\s}."'-])`)

/** An HTML class or a fence that names an answer: `class="solution"`, `::: answer`. */
export const isAnswerClass = (words: string) => answerClass.test(words)

/** False for a line to write on ("____", "…") and for nothing at all. */
export const hasWords = (text: string) => /[\p{L}\p{N}]|[^\s\p{P}]/u.test(text.replaceAll('_', ''))

/** The line that opens an admonition over an answer: `??? success "Answer"`. */
export const isAnswerAdmonition = (line: string) =>
  /^\s*(?:\?{3}\+?|!{3})\s/.test(line) &&
  (isAnswerClass(line.slice(0, reach)) || /^\s*\S{3,4}\s+(?:success|check|done|spoiler)\s*$/i.test(line))

/** A stretch that readers uncover: `||so||` and `>!so!<` at the end of a line. Where it begins and its inner ends; null without one. */
export function spoilerIn(line: string): { start: number; from: number; to: number } | null {
  const text = line.trimEnd()
  for (const [open, close] of [
    ['||', '||'],
    ['>!', '!<'],
  ] as const) {
    const start = text.indexOf(open)
    const to = text.length - close.length
    if (start >= 0 && text.endsWith(close) && start + open.length < to) return { start, from: start + open.length, to }
  }
  return null
}

/** A flashcard in one line, `What is it?::so`: where the question ends and the answer begins; null without one. */
export function cardIn(line: string): { end: number; from: number } | null {
  const match = /[?？]["'”’»)\]*]*(\s*:{2,3}\s*)(?=\S)/.exec(line)
  if (!match) return null
  const from = match.index + match[0].length
  return { end: from - (match[1] ?? '').length, from }
}

/** The line between a flashcard's question and its answer: "?" alone. */
export const isCardLine = (line: string) => /^\s*\?{1,2}\s*$/.test(line)
