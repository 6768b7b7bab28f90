import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Log, sortMessages } from '../../src/diagnostics.js'
import { checkSheets } from '../../src/sheet/check.js'
import type { SheetMemory } from '../../src/sheet/memory.js'
import type { Question, Sheet } from '../../src/sheet/model.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { plainBlocks, type RichBlock } from '../../src/text/rich.js'

/** A file of the repository, by its path from the root. */
export const repositoryText = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

/** The pages for authors on how sheets are read. */
export const grammarPages = (): string[] =>
  ['grammar', 'answers', 'citations'].map((name) => repositoryText(`src/sheet/${name}.md`))

/** The sheets in their examples. */
export const grammarExamples = (): string[] =>
  grammarPages().flatMap((page) => [...page.matchAll(/^```markdown\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text))

/** Parses and checks a sheet; messages as "code line:column", in the order of the text. */
export function read(
  text: string,
  file = 'week-1/recall.md',
  memory?: SheetMemory,
): { sheet: Sheet; log: Log; codes: string[] } {
  const log = new Log()
  const sheet = parseSheet(text, file, log, memory)
  checkSheets([sheet], log)
  const codes = sortMessages(log.messages).map((message) => {
    const start = message.place?.start
    return start ? `${message.code} ${start.line}:${start.column}` : message.code
  })
  return { sheet, log, codes }
}

/** Parses one question, given with its continuation lines, in a sheet that is otherwise in order. */
export function readQuestion(item: string): { question: Question; codes: string[] } {
  const { sheet, codes } = read(`# Week 1\n\n## Monday\n\n1. ${item}\n`)
  const question = sheet.days[0]?.questions[0]
  if (!question) throw new Error('no question')
  return { question, codes }
}

/** The plain words of blocks; null for none at all. */
export const words = (blocks: readonly RichBlock[] | null): string | null =>
  blocks === null ? null : plainBlocks(blocks)

/** A question, given as for `readQuestion`: its kind, what it prints, and its answer. */
export function offered(item: string): [kind: string, prompt: string | null, answer: string | null] {
  const { prompt, answer, task } = readQuestion(item).question
  return [task.kind, words(prompt), words(answer)]
}
