/** Marks of note-taking programs that are no Markdown: Anki's clozes, Obsidian's links and block names. */
import type { Place } from '../diagnostics.js'
import type { RichBlock, Run } from '../text/rich.js'
import type { Reading } from './reading.js'
import { mergeRuns, rawText, sliceRuns, trimRuns } from './runs.js'

/** Blocks with the marks made readable, and the words that clozes hid. */
export interface Unmarked {
  blocks: RichBlock[]
  hidden: string[]
}

/** A blank to write into. */
const blank = '______'

const cloze = /\{\{c\d{1,3}::([^{}]{1,500}?)(?:::([^{}]{1,200}))?\}\}/g
const link = /!?\[\[([^[\]|]{1,300})(?:\|([^[\]]{1,300}))?\]\]/g
/** Behind the end of a sentence only; elsewhere a caret is mathematics. */
const name = /(?<=[.?!…:)\]"”])\s+\^[A-Za-z][A-Za-z0-9-]{1,80}$/

/**
 * | written                              | shown                         | hidden |
 * | ------------------------------------ | ----------------------------- | ------ |
 * | `The capital is {{c1::Paris}}.`      | The capital is ______.        | Paris  |
 * | `It is {{c1::Paris::a city}}.`       | It is ______ (a city).        | Paris  |
 * | `Why a [[store]]? [[notes#S\|see]]`  | Why a store? see              |        |
 * | `Why? ^q1`                           | Why?                          |        |
 */
export function readNoteMarks(blocks: readonly RichBlock[], reading: Reading): Unmarked {
  const hidden: string[] = []
  const read = (block: RichBlock): RichBlock => {
    switch (block.type) {
      case 'paragraph':
        return { ...block, runs: withoutName(readRuns(block.runs, hidden), block.place, reading) }
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(read)) }
      case 'quote':
        return { ...block, blocks: block.blocks.map(read) }
      default:
        return block
    }
  }
  return { blocks: blocks.map(read), hidden }
}

function readRuns(runs: readonly Run[], hidden: string[]): Run[] {
  const words = rawText(runs)
  if (!/\{\{c\d|\[\[|\^/.test(words)) return [...runs]
  return mergeRuns(runs.flatMap((run) => (run.code ? [run] : readRun(run, hidden))))
}

function withoutName(runs: Run[], place: Place, { log }: Reading): Run[] {
  const end = runs.at(-1)?.code ? null : name.exec(rawText(runs).slice(-200))
  if (!end) return runs
  log.report('markdown-simplified', place, { what: `The name of a block, "${end[0].trim()}",`, as: 'nothing' })
  return trimRuns(sliceRuns(runs, 0, rawText(runs).length - end[0].length))
}

function readRun(run: Run, hidden: string[]): Run[] {
  const text = run.text.replace(cloze, (_, words: string, hint: string | undefined) => {
    hidden.push(words.trim())
    return hint === undefined ? blank : `${blank} (${hint.trim()})`
  })
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
