/** Does a line ask something? Decides which list of a day holds its questions; never throws words away. */

import { Caseless, once } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import { withoutBraces } from '../braces/braces.js'
import { inferChoice } from '../tasks/task-choose.js'

const verbs =
  'analy[sz]e|apply|argue|arrange|assess|brainstorm|build|calculate|choose|cite|classify|close|compare|complete|compute|connect|consider|construct|contrast|' +
  'convert|create|critique|critici[sz]e|debug|decide|defend|define|demonstrate|derive|describe|design|determine|diagram|differentiate|discuss|' +
  'distinguish|doodle|draft|draw|enumerate|estimate|evaluate|explain|expand|extend|fill|find|fix|examine|explore|formulate|give|guess|identify|illustrate|imagine|infer|investigate|' +
  'interpret|judge|justify|label|list|make|map|mark|match|mention|model|name|narrate|order|outline|paraphrase|pick|pitch|place|plan|' +
  'plot|point|practi[sc]e|predict|prepare|present|prioriti[sz]e|propose|prove|put|rank|read|rebuild|recall|recite|reconstruct|record|refute|relate|' +
  'rephrase|reproduce|restate|retell|review|rewrite|say|select|show|simplify|sketch|solve|sort|speak|specify|spell|state|suggest|' +
  'summari[sz]e|talk|teach|tell|test|think|trace|translate|true|try|use|verify|walk|work|write'
const words =
  'what|why|how|when|where|which|who|whom|whose|is|are|was|were|do|does|did|can|could|should|would|will|has|have|if|given|in|from|without'
/** Tells whether a line opens with one of the words, capital or small, and another may stand before it. A list is looked up sooner than tried as a pattern. */
function opensWithOne(alternatives: string, lead: RegExp): (line: string) => boolean {
  let known: Set<string> | null = null
  const opens = (line: string) => known?.has(/^\w+/.exec(line)?.[0].toLowerCase() ?? '') ?? false
  return (line) => {
    known ??= new Set(alternatives.split('|').flatMap(spellings))
    return opens(line) || opens(line.slice(lead.exec(line)?.[0].length ?? 0))
  }
}

/** "analy[sz]e" → "analyse", "analyze". */
const spellings = (word: string): string[] => {
  const [whole = '', either = ''] = /\[(\w+)\]/.exec(word) ?? []
  return whole === '' ? [word] : [...either].map((letter) => word.replace(whole, letter))
}

const opensAsking = opensWithOne(
  `${verbs}|${words}`,
  /^(?:please |now |then |cold[,:] |from memory[,:] |in \w+ \w+[,:] )/i,
)

/** "…とは何か。", "…を描きなさい。": Japanese asks at the end of a sentence, mostly without a question mark. */
const japanese = new LetterPattern(
  String.raw`[\p{sc=Hiragana}\p{sc=Han}](?:か|なさい|せよ|ください|下さい|述べよ|比べよ|答えよ|挙げよ|書け|描け|示せ)(?:[。．]|\s*$|[（(])`,
)

const leading = new LetterPattern('^[^\\p{L}\\p{N}_¿]+')

/** "Why …?" and "Explain …" ask; "Notebook wins" does not. A citation or a blank to fill in tells a question too. */
export function asks(line: string): boolean {
  const head = line.slice(0, 2000)
  const start = head.slice(leading.exec(head)?.[0].length ?? 0)
  return (
    hasQuestionMark(start) ||
    opensAsking(start) ||
    (/[\u3040-\uffff]/.test(start) && japanese.test(start)) ||
    inferChoice(start) !== null ||
    /§|\bsee\s|_{3,}|\.{4,}|\{[#\w]/i.test(start)
  )
}

const questionMark = new LetterPattern(String.raw`[?？؟\u037e]|\p{sc=Greek};`)
const questionAtEnd = new LetterPattern(String.raw`(?:[?？؟\u037e]|\p{sc=Greek};)["'”’»)\]*\s]*$`)

/** True for a question mark of any script: `?`, full-width, Arabic, Greek. */
export function hasQuestionMark(line: string): boolean {
  return questionMark.test(line)
}

/** True for a line that ends in a question mark, quotes, brackets and braces after it aside. */
export function endsAsking(line: string): boolean {
  return questionAtEnd.test(withoutBraces(line))
}

/** Behind a question mark: a section or a file, which tell where to look. */
const cited = /[?？؟\u037e]["'”’»)\]*]*\s[^?？؟\u037e]*?(?:§\s?[\dA-Z]|\.(?:md|markdown|pdf|txt|docx|ipynb|html?)\b)/i

/** True for a line that asks and then says where to look: "Why so? See notes.md §1." */
export const asksAndCites = (line: string): boolean => cited.test(line.slice(0, 2000))

/** True for words that tell where to look: "See notes.md §1." */
export const leadsTo = (words: string): boolean =>
  /\u00a7\s?[\dA-Z]|\.(?:md|markdown|pdf|txt|docx|ipynb|html?)\b/i.test(words)

/** True when half of the lines ask, at least one. */
export function mostAsk(lines: readonly string[]): boolean {
  const asking = lines.filter(asks).length
  return asking > 0 && asking * 2 >= lines.length
}

const opensInVerb = opensWithOne(verbs, /^(?:please |now |then |briefly |also )/i)

/** "State of war", "Work is force times distance": a first word that is a noun beyond doubt. */
const nounFirst =
  /^(?!(?:think|talk|speak|tell|write|read|make|say|use|give)\s)[a-z]+\s(?:of|is|are|was|were|has|have|had|does|did|can|will|means)\b/i

/** True for a line that opens with the verb of a task, though it may be a noun: "Use a table", "State machines". */
export function opensWithVerb(line: string): boolean {
  const start = line.trim().replace(/^[¿¡]/, '')
  return opensInVerb(start) && !nounFirst.test(start)
}

/** Verbs of tasks that are hardly ever nouns or adjectives: an item that opens with one is no option and no fact. */
const plainVerbs =
  'analy[sz]e|argue|assess|calculate|choose|cite|classify|compare|complete|compute|construct|contrast|convert|criti(?:que|ci[sz]e)|decide|defend|define|' +
  'demonstrate|derive|describe|determine|differentiate|discuss|distinguish|draw|enumerate|evaluate|explain|formulate|give|identify|illustrate|' +
  'interpret|justify|list|name|outline|paraphrase|predict|propose|prove|recall|say|sketch|solve|state|suggest|summari[sz]e|tell|translate|write'
const plainOpening = new Caseless(`^(?:then |now |briefly |please )?${once}(?:${plainVerbs})\\b`)
/** The same in German, Spanish, French, Italian, Portuguese and Dutch. */
const germanicVerbs =
  'erklären? sie|erkläre|erläutern? sie|erläutere|beschreiben? sie|beschreibe|nennen? sie|nenne|begründen? sie|begründe|vergleichen? sie|vergleiche|' +
  'zeichnen? sie|zeichne|skizzieren? sie|skizziere|berechnen? sie|berechne|definieren? sie|definiere|bestimmen? sie|bestimme|fassen? sie|' +
  'leg uit|beschrijf|definieer|noem|vergelijk|bereken|verklaar'
const romanceVerbs =
  'explica|explique|expliquez|describe|define|nombra|compara|dibuja|calcula|justifica|enumera|' +
  'décris|décrivez|définis|définissez|nommez|citez|comparez|dessinez|calculez|justifiez|donnez|énumérez|' +
  'spiega|spiegate|descrivi|definisci|elenca|confronta|disegna|descreva|defina|desenhe|calcule|liste|justifique'
const otherOpening = new Caseless(`^[¿¡]?${once}(?:${germanicVerbs}|${romanceVerbs})(?![\\p{L}\\p{N}])`)
/** Besides these verbs, what asks in Spanish, French, Italian and Portuguese. */
const romanceOpening = new Caseless(
  `^(?:¿|${once}(?:${romanceVerbs}|pourquoi|comment|combien|quels?|quelles?|qu['’]|que|qui|où|quand|perché|come|quanto|quanti|quale|quali|cosa|dove|quando|por que|como|qual|quais|onde)(?![\\p{L}\\p{N}]))`,
)

/** True for words that open with a task in one of those languages: "Nenne die Teile:". */
export const opensInLanguage = (line: string): boolean => otherOpening.test(line.trim())

/** True for words that ask in Spanish, French, Italian or Portuguese, where "R:" is the answer: "Calcula 3 + 4.", "¿Por qué?" */
export const asksInRomance = (line: string): boolean => romanceOpening.test(line.trim())

/** "Explain the outage", "Draw it.": opens with a plain verb, here or in one of those languages, and goes on for three words or ends as a sentence. */
export function isDirective(line: string): boolean {
  const start = line.slice(0, 300).trim()
  if (hasOutrightMark(start) || !(plainOpening.test(start) || otherOpening.test(start)) || nounFirst.test(start))
    return false
  return /[.!]$/.test(start) || start.split(/\s+/).length >= 3
}

/** Verbs that are no nouns at all: "Explain D" asks in two words, "State machines" does not. */
const clearOpening =
  /^(?:explain|describe|define|calculate|compute|discuss|evaluate|identify|justify|compare|draw|sketch|prove|derive|solve|summari[sz]e|distinguish)\s+\S/i

/** True for a title that can be nothing but a task: "Explain D", "Erkläre den zweiten Satz". */
export const opensTask = (words: string): boolean =>
  !isInstruction(words) && (isDirective(words) || clearOpening.test(words.trim()))

const instruction =
  /\b(?:your|each|every|all|the) (?:answers?|responses?|work(?:ing)?|reasoning|thinking|names?|steps|questions?|notes)\b|\b(?:neatly|full sentences|complete sentences|in pen|in pencil|out of \d+)\b|^(?:write|draw|record|answer) (?:it |them )?(?:here|below|overleaf)\b/i

/** True for words about how to work: "Write your answers in full sentences." */
export const isInstruction = (words: string): boolean => instruction.test(words.slice(0, 300))

/** A question mark that ends a sentence; not one inside of a web address. */
export const hasOutrightMark = (line: string): boolean => /(?:[?？؟\u037e])(?:["'”’»)\]*]|\s|$)/u.test(line)

/** Stricter than `asks`: a line that can be nothing but a question or a task. "Why now?", "Draw the queue twice." */
export function asksOutright(line: string): boolean {
  if (inferChoice(line) !== null) return true
  return hasOutrightMark(line.slice(0, 2000)) || isDirective(line)
}

/**
 * True when every sentence asks, the first one beyond doubt: "What is wrong with it? Give two reasons." Not "Why so? Because …", and not
 * "State is kept.", whose first word may be a noun.
 */
export function asksThroughout(words: string): boolean {
  const sentences = withoutBraces(words.slice(0, 1000).trim()).split(/(?<=[.?!？؟]["'”’»)]?)\s+/u)
  const [first = ''] = sentences
  if (!hasOutrightMark(first) && !(clearOpening.test(first) && isDirective(first))) return false
  return sentences.every((each) => hasOutrightMark(each) || isDirective(each) || /^(?:see|cf)\b/i.test(each))
}
