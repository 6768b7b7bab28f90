/** Marks of note-taking programs that are no Markdown: Anki's clozes, Obsidian's links and block names. */
import type { Place } from '../../diagnostics.js'
import { plainBlocks, type RichBlock, type Run } from '../../text/rich.js'
import type { Reading } from '../markdown/reading.js'
import { mergeRuns, rawText, sliceRuns, trimRuns } from '../markdown/runs.js'
import { itemMark } from '../options/options.js'
import { hasOutrightMark, opensInLanguage, opensWithVerb } from '../questions/asks.js'
import { labelLength } from '../words/answer-words.js'

type Paragraph = Extract<RichBlock, { type: 'paragraph' }>

/** Blocks with the marks made readable, and the words that clozes and comments with a label hid. */
export interface Unmarked {
  blocks: RichBlock[]
  hidden: string[]
}

/** A blank to write into. */
const blank = '______'

const link = /!?\[\[([^[\]|]{1,300})(?:\|([^[\]]{1,300}))?\]\]/g
/** Behind the end of a sentence only; elsewhere a caret is mathematics. */
const name = /(?<=[.?!…:)\]"”])\s+\^[A-Za-z][A-Za-z0-9-]{1,80}$/
/** The same behind a link, which no mark need end. */
const bareName = /\s+\^[A-Za-z][A-Za-z0-9-]{1,80}$/

/**
 * What stands for a mark's words: a blank where they are one to fill in, nothing behind what asks, brackets around a note. A highlight is an open one
 * that is set in strong type where it only stresses.
 */
type Fate = 'cloze' | 'open' | 'highlight' | 'comment' | 'note'

/**
 * The marks, with their words and a hint. An `open` one, `||so||`, and a highlight, `==so==`, may stress as well as hide: it hides in words that do not ask, and behind what
 * asks.
 */
const marks: readonly (readonly [Fate, RegExp])[] = [
  ['cloze', /\{\{c\d{1,3}::([^{}]{1,500}?)(?:::([^{}]{1,200}))?\}\}/g],
  ['open', /\{\{(?!c\d|[<%])\s*([^{}<>%|]{1,300}?)(?:::([^{}]{1,200}))?\s*\}\}/g],
  [
    'cloze',
    /\[([^[\]]{1,500})\]\{[^{}]{0,80}\.(?:answers?|solution|hidden|hide|spoiler|cloze|blank|blur)(?![\w-])[^{}]{0,80}\}/g,
  ],
  ['highlight', /==(?=[^\s=])((?:[^=]|(?<=\s)=(?=\s)){1,300}?)(?<=\S)==/g],
  ['open', /\|\|(?=[^\s|])([^|]{1,300}?)(?<=\S)\|\|/g],
  ['cloze', /\\(?:answer|ans|solution|sol)\{([^{}]{1,300})\}/g],
  ['comment', /\{#\s([^{}#]{1,500})\s#\}/g],
  ['comment', /\{>>([^<>{}]{1,500})<<\}/g],
  ['comment', /%%([^%]{1,2000})%%/g],
  ['comment', /\[(?:\/\/|comment|#)\]:\s*(?:#|<>)\s*[("']([^()"']{1,300})[)"']/g],
  ['note', /\^\[([^[\]]{1,500})\](?!\()/g],
]
const anyMark = /\{\{|\{#\s|\{>>|\w\{|\]\{|==|\|\||%%|\]:|\^\[/

/**
 * | written                              | shown                         | hidden |
 * | ------------------------------------ | ----------------------------- | ------ |
 * | `The capital is {{c1::Paris}}.`      | The capital is ______.        | Paris  |
 * | `It is {{c1::Paris::a city}}.`       | It is ______ (a city).        | Paris  |
 * | `The capital is ==Paris==.`          | The capital is ______.        | Paris  |
 * | `What is the capital? ==Paris==`     | What is the capital?          | Paris  |
 * | `What does ==this== mean?`           | What does **this** mean?      |        |
 * | `Why? %% ask Ann %%`                 | Why?                          |        |
 * | `Why a [[store]]? [[notes#S\|see]]`  | Why a store? see              |        |
 * | `Why? ^q1`                           | Why?                          |        |
 */
export function readNoteMarks(blocks: readonly RichBlock[], reading: Reading): Unmarked {
  const hidden: string[] = []
  const asking = stressesOnly(plainBlocks(blocks.filter(({ type }) => type === 'paragraph')).slice(0, 2000))
  const read = (block: RichBlock, listed: boolean): RichBlock[] => {
    switch (block.type) {
      case 'paragraph': {
        const runs = withoutMarks(block, listed ? 'listed' : asking ? 'asking' : 'stating', hidden, reading)
        return runs.length === 0 && block.runs.length > 0
          ? []
          : [{ ...block, runs: withoutName(readLinks(runs), block.place, reading) }]
      }
      case 'list':
        return [{ ...block, items: block.items.map((item) => item.flatMap((each) => read(each, true))) }]
      case 'quote':
        return [{ ...block, blocks: block.blocks.flatMap((each) => read(each, listed)) }]
      default:
        return [block]
    }
  }
  return { blocks: blocks.flatMap((each) => read(each, false)), hidden }
}

/** True for words that ask; what is marked in them is stressed, unless they ask to fill in. */
const stressesOnly = (words: string): boolean =>
  hasOutrightMark(words) || ((opensWithVerb(words) || opensInLanguage(words)) && !/^(?:fill|complete)\b/i.test(words))

/** What an answer may stand behind: the end of a sentence, and tags of Obsidian. */
const asked = /(?:^|[?？؟.!:…)\]]["'”’]?)(?:\s+#[a-z][\w/-]{0,40}){0,5}\s*$/

/** `listed`: in an item of a list, where an `open` mark tells an option. */
function withoutMarks(
  block: Paragraph,
  where: 'listed' | 'asking' | 'stating',
  hidden: string[],
  reading: Reading,
): Run[] {
  // A mark may hold code; one inside of code is the author's own.
  const text = block.runs.map((run) => (run.code || run.math ? run.text.replace(/[^\n]/g, 'c') : run.text)).join('')
  if (!anyMark.test(text)) return block.runs
  const raw = rawText(block.runs)
  const found = marks
    .flatMap(([fate, pattern]) =>
      [...text.matchAll(pattern)].map((match) => {
        const inner = match.index + match[0].indexOf(match[1] ?? '')
        return {
          fate,
          start: match.index,
          end: match.index + match[0].length,
          inner,
          length: match[1]?.length ?? 0,
          hint: match[2],
        }
      }),
    )
    .sort((a, b) => a.start - b.start)
  const runs: Run[] = []
  let at = 0
  for (const { fate, start, end, inner, length, hint } of found) {
    if (start < at) continue
    const words = raw.slice(inner, inner + length).trim()
    const behindAsking = asked.test(text.slice(0, start)) && /^[\s.]*$/.test(text.slice(end))
    if (fate === 'open' || fate === 'highlight')
      if (where === 'listed' || (where === 'asking' && !behindAsking)) {
        if (fate === 'open' || !isAlone(text, start, end) || (where === 'listed' && isWhole(text, start, end))) continue
        runs.push(...sliceRuns(block.runs, at, start), ...stressed(sliceRuns(block.runs, inner, inner + length)))
        at = end
        if (where === 'listed' && !stressesOnly(text))
          reading.log.report('markdown-simplified', block.place, {
            what: `The highlighting of "${words}"`,
            as: 'bold type',
          })
        continue
      }
    runs.push(...sliceRuns(block.runs, at, start))
    at = end
    if (fate === 'note') runs.push({ text: ' (' }, ...sliceRuns(block.runs, inner, inner + length), { text: ')' })
    else if (fate === 'comment') {
      const label = labelLength(words)
      if (label > 0) hidden.push(words.slice(label))
      else reading.log.report('html-hidden', block.place, { words })
    } else {
      hidden.push(words)
      if (!behindAsking || (hint === undefined && where === 'stating' && start === 0)) runs.push({ text: blank })
      if (hint !== undefined) runs.push({ text: ` (${hint.trim()})` })
    }
  }
  return trimRuns(mergeRuns([...runs, ...sliceRuns(block.runs, at)]))
}

/** "x==y and y==z" compares, and highlights nothing. */
const isAlone = (text: string, start: number, end: number): boolean =>
  !/[\w)\]=]$/.test(text.slice(0, start)) && !/^[\w(=]/.test(text.slice(end))

/** True for a mark that is all of an item, its letter aside: it tells the right option. */
const isWhole = (text: string, start: number, end: number): boolean =>
  text.slice(itemMark(text)?.length ?? 0, start).trim() === '' && /^[\s.]*$/.test(text.slice(end))

const stressed = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, strong: true as const }))

function readLinks(runs: readonly Run[]): Run[] {
  if (!/\[\[/.test(rawText(runs))) return [...runs]
  return mergeRuns(runs.flatMap((run) => (run.code ? [run] : readLink(run))))
}

function withoutName(runs: Run[], place: Place, { log }: Reading): Run[] {
  const words = rawText(runs)
  const isBehindLink = runs.at(-2)?.href !== undefined
  const end =
    runs.at(-1)?.code || !words.includes('^') ? null : (isBehindLink ? bareName : name).exec(words.slice(-200))
  if (!end) return runs
  log.report('markdown-simplified', place, { what: `The name of a block, "${end[0].trim()}",`, as: 'nothing' })
  return trimRuns(sliceRuns(runs, 0, words.length - end[0].length))
}

function readLink(run: Run): Run[] {
  const { text } = run
  const runs: Run[] = []
  let from = 0
  for (const { 0: whole, 1: target = '', 2: words, index } of text.matchAll(link)) {
    runs.push({ ...run, text: text.slice(from, index) })
    runs.push({ ...run, text: words ?? target.replace(/#\^?/g, ' › '), href: run.href ?? addressOf(target) })
    from = index + whole.length
  }
  return [...runs, { ...run, text: text.slice(from) }].filter((each) => each.text !== '')
}

/** "notes#Drift" → "notes.md#Drift": what a citation takes it for. */
function addressOf(target: string): string {
  const [path = '', heading] = target.trim().split('#', 2)
  const file = /\.[A-Za-z]{2,8}$/.test(path) ? path : `${path}.md`
  return heading ? `${file}#${encodeURIComponent(heading.replace(/^\^/, ''))}` : file
}
