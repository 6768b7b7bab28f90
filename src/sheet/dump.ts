/** A Sheet as readable text, for `cold-recall dump sheet` and for golden files. */
import type { Place } from '../diagnostics.js'
import { plainText, type RichBlock, type Run, type TableBlock } from '../text/rich.js'
import { formatCitation } from './citations/citation.js'
import type { AuthorOverrides, Day, DayOverrides, Part, Question, Sheet, Task } from './model.js'

/**
 * Dumps a sheet; the same sheet gives the same text.
 * ```
 * monday "Monday" (Mon, weekday, numbered lists) — Opening failure  @5:1
 *   w17-mon-q1  W17 Mon 1  explain ("Why" asks for an explanation)  @7:1
 *     Why is a notebook win not a production win?
 *     → 02_explainer.md §1.1–§1.8  @7:52
 * ```
 */
export function dumpSheet(sheet: Sheet): string {
  const settings = Object.entries(sheet.settings ?? {}).map(([key, { value }]) => `${key} ${value}`)
  const head = [
    `sheet ${sheet.file}`,
    `number ${sheet.number ?? '-'}`,
    `title ${markedRuns(sheet.title) || '-'}`,
    `week ${sheet.week ?? '-'}`,
    `course ${sheet.course ?? '-'}`,
    `lang ${sheet.lang ?? '-'}`,
    ...(sheet.dir === 'rtl' ? ['dir rtl'] : []),
    ...settings,
    ...sheet.intro.flatMap((block) => markedBlock(block)).map((line) => `| ${line}`),
  ]
  return `${[...head, ...sheet.days.flatMap(dayLines)].join('\n')}\n`
}

function dayLines(day: Day): string[] {
  const topic = day.topic.length > 0 ? ` — ${markedRuns(day.topic)}` : ''
  return [
    '',
    `${day.key} "${day.name}" (${day.short}, ${day.kind}, ${day.carrier})${topic}  ${at(day.place)}`,
    ...(day.author ? [`  ${wishesLine(day.author)}`] : []),
    ...day.intro.flatMap((block) => markedBlock(block)).map((line) => `  | ${line}`),
    ...(day.notes ?? []).flatMap((block) => markedBlock(block)).map((line) => `  to the teacher: ${line}`),
    ...day.questions.flatMap(questionLines),
  ]
}

function questionLines(question: Question): string[] {
  const { author, citations, citedAs } = question
  const formatted = citations.map((citation) => formatCitation(citation)).join(' and ')
  return [
    `  ${question.id}  ${question.code}  ${taskWords(question.task)} (${question.task.reason})  ${at(question.place)}`,
    ...question.prompt.flatMap((block) => markedBlock(block)).map((line) => `    ${line}`),
    ...question.parts.flatMap(partLines),
    ...(question.answer ?? []).flatMap((block) => markedBlock(block)).map((line) => `    = ${line}`),
    ...(question.notes ?? []).flatMap((block) => markedBlock(block)).map((line) => `    to the teacher: ${line}`),
    ...(Object.keys(author).length > 0 ? [`    ${wishesLine(author)}`] : []),
    ...citations.map((citation) => `    → ${formatCitation(citation)}  ${at(citation.place)}`),
    ...(citedAs !== null && citedAs !== formatted ? [`    as written: ${citedAs}`] : []),
  ]
}

/** `{lines=6 minutes=4 (day) points=1 (sheet)}`: what the author says, and who says it when it is not the question itself. */
function wishesLine({ from = {}, ...wishes }: AuthorOverrides & DayOverrides): string {
  const words = Object.entries(wishes).map(([key, value]) => {
    const layer = from[key as keyof typeof from]
    return `${key}=${value}${layer ? ` (${layer})` : ''}`
  })
  return `{${words.join(' ')}}`
}

/** `a) explain ("Why" …)`, what it asks, its answer, braces and citation. */
function partLines(part: Part): string[] {
  return [
    `${part.letter}) ${taskWords(part.task)} (${part.task.reason})  ${at(part.place)}`,
    ...part.prompt.flatMap((block) => markedBlock(block)).map((line) => `   ${line}`),
    ...(part.answer ?? []).flatMap((block) => markedBlock(block)).map((line) => `   = ${line}`),
    ...(Object.keys(part.author).length > 0 ? [`   ${wishesLine(part.author)}`] : []),
    ...(part.citedAs === null ? [] : [`   → ${part.citedAs}`]),
  ].map((line) => `    ${line}`)
}

function taskWords(task: Task): string {
  switch (task.kind) {
    case 'list':
      return `list ${task.count}`
    case 'compare':
      return `compare [${task.terms.join(' | ')}]${task.aspect === null ? '' : ` "${task.aspect}"`}`
    case 'sides':
      return `sides [${task.labels.join(' | ')}]`
    case 'say':
      return task.seconds === null ? 'say' : `say ${task.seconds} s`
    case 'choose':
      return [task.kind, ...task.offer].join(' ')
    case 'explain':
    case 'draw':
      return task.kind
  }
}

const at = (place: Place) => `@${place.start.line}:${place.start.column}`

/** A block as lines of Markdown-like marks. */
function markedBlock(block: RichBlock): string[] {
  switch (block.type) {
    case 'paragraph':
      return markedRuns(block.runs).split('\n')
    case 'code':
      return [`\`\`\`${block.lang ?? ''}`, ...block.text.split('\n'), '```']
    case 'quote':
      return block.blocks.flatMap((inner) => markedBlock(inner)).map((line) => `> ${line}`)
    case 'table':
      return [tableRow(block.head), `| ${block.align.map(alignMark).join(' | ')} |`, ...block.rows.map(tableRow)]
    case 'picture': {
      const { picture, width } = block
      const wide = width
        ? `{width=${'share' in width ? `${Math.round(width.share * 10_000) / 100}%` : `${width.mm}mm`}}`
        : ''
      return [`![${block.alt}](${block.path})${wide}${picture ? ` ${picture.width}×${picture.height} px` : ''}`]
    }
    case 'math':
      return ['$$', ...block.source.split('\n'), '$$']
    case 'list':
      return block.items.flatMap((item, i) => {
        const mark = block.ordered ? `${block.start + i}. ` : '- '
        const lines = item.flatMap((inner) => markedBlock(inner))
        return lines.map((line, n) => (n === 0 ? mark : ' '.repeat(mark.length)) + line)
      })
  }
}

const tableRow = (cells: readonly Run[][]) =>
  `| ${cells.map((cell) => markedRuns(cell).replaceAll('\n', '<br>')).join(' | ')} |`

const alignMark = (align: TableBlock['align'][number]) =>
  ({ left: ':--', center: ':-:', right: '--:', none: '---' })[align ?? 'none']

/** Runs with their marks: `*now* [x](y)`; a hard break is a line break. */
export function markedRuns(runs: readonly Run[]): string {
  return runs.map(markedRun).join('')
}

function markedRun(run: Run): string {
  if (run.text === '\n') return '\n'
  let text = run.code ? `\`${run.text}\`` : run.math ? `$${run.text}$` : run.text
  if (run.script) text = run.script === 'sub' ? `~${text}~` : `^${text}^`
  if (run.emphasis) text = `*${text}*`
  if (run.strong) text = `**${text}**`
  if (run.strike) text = `~~${text}~~`
  return run.href === undefined ? text : `[${text}](${run.href})`
}

/** The plain title of a sheet in one line, for summaries: "04. Week 17 — Daily Recall". */
export function titleLine(sheet: Sheet): string {
  return [sheet.number === null ? '' : `${sheet.number}.`, plainText(sheet.title)]
    .filter((part) => part !== '')
    .join(' ')
}
