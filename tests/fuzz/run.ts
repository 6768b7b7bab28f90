/** One sheet through the whole pipeline, as `build` takes it: parse → check → resolve → plan → layout → bytes; and what was lost on the way. */
import { type BuildWorld, build } from '../../src/build/build.js'
import { Log } from '../../src/diagnostics.js'
import { afterCueLength, cueLength, hasRole, knownCjkWord } from '../../src/sheet/citations/citation-words.js'
import { readMarkdown } from '../../src/sheet/markdown/markdown.js'
import { parseSheets } from '../../src/sheet/parse.js'
import { questionMark } from '../../src/sheet/questions/question-headings.js'
import { isKeyTitle } from '../../src/sheet/words/answer-words.js'
import { matchDay } from '../../src/sheet/words/day-names.js'
import { plainBlocks } from '../../src/text/rich.js'
import { classicTemplate } from '../template.js'
import { realSources } from '../workbook/make.js'
import { readPdf } from '../workbook/read-pdf.js'
import { lettersOf, visibleWords } from './visible.js'

export interface FuzzResult {
  /** `refused`: a message says why there is nothing to print. */
  outcome: 'built' | 'refused'
  codes: string[]
  /** Words that a reader of the rendered Markdown sees, and that neither the PDF nor a message has. */
  lost: string[]
  bytes: number
}

const sources = realSources()
const template = classicTemplate()
const world: BuildWorld = {
  cited: (_root, path) => {
    const text = sources[path.split('/').at(-1) ?? '']
    return text === undefined ? null : { file: path, text }
  },
  template: () => template,
}

export async function runSheet(text: string): Promise<FuzzResult> {
  const log = new Log()
  const file = 'week-17/recall.md'
  const options = {
    products: ['workbook', 'deck'] as const,
    template: null,
    paper: null,
    day: null,
    weekday: 1,
    split: false,
    date: new Date(0),
  }
  const { files } = await build([{ file, path: file, root: '', text }], world, options as never, log)
  const codes = [...new Set(log.messages.map(({ code }) => code))].sort()
  const pdfs = files.filter(({ path }) => path.endsWith('.pdf'))
  const decks = files.filter(({ path }) => path.endsWith('.pptx'))
  if (pdfs.length === 0 || decks.length !== pdfs.length) {
    if (!log.hasErrors(file)) throw new Error(`no files and no error: ${codes.join(' ')}`)
    return { outcome: 'refused', codes, lost: [], bytes: 0 }
  }
  // Several weeks of one file are several workbooks.
  const read = await Promise.all(pdfs.map(({ bytes }) => readPdf(bytes)))
  // A title too long for the head of a page stands in full in the properties of the file.
  const words = read
    .flatMap(({ title, pages }) => [title, ...pages.flatMap((page) => [page.text, ...page.alternatives])])
    .join(' ')
  const told = log.messages.map(({ reason, help }) => `${reason} ${help}`).join(' ')
  // What is said to the teacher stands in the notes of slides, not in the workbook of the learners.
  const noted = parseSheets(text, file, new Log())
    .flatMap(({ days }) => days)
    .flatMap((day) => [day, ...day.questions].flatMap(({ notes }) => notes ?? []))
  // A tag that is taken for words may stand inside of a word.
  const untagged = words.replace(/<\/?[a-z][^<>]*>/gi, '')
  const kept = lettersOf(`${words} ${untagged} ${told} ${plainBlocks(noted)} ${spokenFor(text, log)}`).join('')
  const lost = [...new Set(visibleWords(text))].filter((word) => !kept.includes(word) && !isCue(word) && !isMixed(word))
  return { outcome: 'built', codes, lost, bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0) }
}

/** "See" and its like are taken off with the citation that they open. */
const isCue = (word: string): boolean =>
  cueLength([word]) > 0 ||
  afterCueLength([word]) > 0 ||
  (['section', 'chapter', 'page', 'and', 'of', 'to'] as const).some(
    (role) => hasRole(word, role) || hasRole(`${word}.`, role),
  ) ||
  questionMark(`${word} 1. x`) !== null ||
  questionMark(`${word}1　x`) !== null ||
  isKeyTitle(word) ||
  // "ノート.md参照": the citation is kept without what follows it.
  ofKnownWords(word.replace(/^md/, '')) ||
  // In a key, and in another language than the day's.
  matchDay(word) !== null ||
  // A label is taken off with the answer, also where a torn tag grows onto it.
  /^(?:also|see|more|details|for|refer|answer(?:see)?)$/.test(word)

/** Letters of both directions in one word come out of a PDF in pieces. */
const isMixed = (word: string): boolean => /\p{sc=Latin}/u.test(word) && /[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(word)

/** "節を参照": words of the table, in a script without spaces. */
function ofKnownWords(word: string): boolean {
  let rest = word
  for (let known = knownCjkWord(rest); known; known = knownCjkWord(rest)) rest = rest.slice(known.length)
  return rest === ''
}

/** Messages whose place is the very words that are left out, and braces that were obeyed. */
const leavingOut = new Set([
  'page-furniture',
  'html-hidden',
  'front-matter-broken',
  'front-matter-unknown-key',
  'front-matter-value',
  'answer-unmatched',
  'answers-unmatched',
  'hint-left-out',
  'footnote-unused',
  'question-empty',
])

/** What the messages name of a part is its heading; what is left out with it goes on to the next one of its level. */
const leavingPart = new Set(['part-empty', 'day-empty'])

function spokenFor(text: string, log: Log): string {
  const nodes = readMarkdown(text, '', new Log())?.root.children ?? []
  const headings = nodes.filter((node) => node.type === 'heading')
  const left = log.messages.flatMap(({ code, place }) => {
    if (!place) return []
    if (leavingOut.has(code)) return [text.slice(place.start.offset, place.end.offset)]
    if (!leavingPart.has(code)) return []
    const at = headings.findIndex(({ position }) => position?.start.offset === place.start.offset)
    const next = headings.slice(at + 1).find(({ depth }) => depth <= (headings[at]?.depth ?? 6))
    return [text.slice(place.start.offset, next?.position?.start.offset ?? text.length)]
  })
  const spoken = [
    ...left,
    ...(text.match(/\{(?:"[^"]*"|[^{}"])*[=#](?:"[^"]*"|[^{}"])*\}|\{[^{}]*[=#][^{}]*\}/g) ?? []),
  ]
  // As written, and as a reader sees it: "M<sub>te" and "&AElig;" read otherwise.
  return [...spoken, ...spoken.flatMap(visibleWords)].join(' ')
}
