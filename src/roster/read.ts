/** A class roster: comma-separated values → names. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Log, Place } from '../diagnostics.js'
import { columnWords } from './column-words.js'

/** The students of a class as they are called: "Ana", "Ben Okafor". In the file's order, each once. */
export type Roster = readonly string[]

/** No class is larger; a wrong file ends in a message. */
export const mostNames = 2000
/** Letters of the longest name that a slide and a note can hold. */
const longestName = 80

interface Row {
  record: string[]
  info: { lines: number }
}

/**
 * Reads a roster; null after reporting that it cannot be read.
 * ```csv
 * First name,Last name,E-mail
 * Ana,Ruiz,ana@example.org         "Ana Ruiz"
 * ```
 * A column is found by its head ("name", or "first name" with or without "last name", in the languages of `column-words.ts`); a file of
 * one column needs no head. Commas, semicolons and tabs part columns (RFC 4180, and what spreadsheets of Europe write);
 * the signs of a list, "1. Ana", and a heading above it, "# Class 7b", are left out.
 * Reports `roster-broken`, `roster-no-names`, `roster-no-column` and `roster-name-twice`.
 */
export function readRoster(text: string, file: string, log: Log): Roster | null {
  const rows = rowsOf(text, file, log)
  if (!rows) return null
  const [first] = rows
  if (!first) {
    log.report('roster-no-names', { file }, {})
    return null
  }
  const columns = columnsOf(first.record)
  const width = Math.max(...rows.map(({ record }) => record.length))
  if (!columns && width > 1) {
    const heads = first.record.filter((head) => head !== '').join(', ')
    log.report('roster-no-column', lineOf(file, first.info.lines), { heads })
    return null
  }
  const names = new Map<string, number>()
  for (const { record, info } of columns ? rows.slice(1) : rows) {
    const name = nameIn(record, columns ?? [0])
    if (name === '') continue
    const before = names.get(name)
    if (before === undefined) names.set(name, info.lines)
    else log.report('roster-name-twice', lineOf(file, info.lines), { name, line: before })
  }
  if (names.size === 0 || names.size > mostNames) {
    if (names.size === 0) log.report('roster-no-names', { file }, {})
    else log.report('roster-too-long', { file }, { names: names.size, most: mostNames })
    return null
  }
  return [...names.keys()]
}

function rowsOf(written: string, file: string, log: Log): Row[] | null {
  // "sep=;", by which Excel says what parts columns; an empty line keeps the numbers of lines.
  const named = /^\uFEFF?sep=([;,\t])(?=\r?\n)/i.exec(written)
  const text = named ? written.slice(named[0].length) : written
  try {
    return parse(text, {
      bom: true,
      delimiter: named?.[1] ?? delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 10_000,
    }) as unknown as Row[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    log.report('roster-broken', lineOf(file, line), { fault: error.message })
    return null
  }
}

/** The sign that the first line has most of. */
function delimiterOf(text: string): string {
  const line = /[^\r\n]*/.exec(text.replace(/^\uFEFF/, ''))?.[0] ?? ''
  const count = (sign: string) => line.split(sign).length
  return ['\t', ';', ','].reduce((most, sign) => (count(sign) > count(most) ? sign : most), ',')
}

/** Places of the columns that make a name, in the order in which they are said; null when no head names one. */
function columnsOf(heads: readonly string[]): number[] | null {
  const find = (words: ReadonlySet<string>) =>
    heads.findIndex((head) =>
      words.has(
        head
          .toLowerCase()
          .replace(/[\s_.-]+/g, ' ')
          .trim(),
      ),
    )
  const called = find(columnWords.called)
  if (called >= 0) return [called]
  const first = find(columnWords.first)
  const last = find(columnWords.last)
  const whole = find(columnWords.whole)
  if (first >= 0) return last >= 0 ? [first, last] : [first]
  if (whole >= 0) return last >= 0 ? [whole, last] : [whole]
  return last >= 0 ? [last] : null
}

/** A list kept in a text editor: "1. Ana", "- Ben". */
const bullet = /^(?:\d{1,4}[.)]|[-*•])\s+(?=\p{L})/u

function nameIn(record: readonly string[], columns: readonly number[]): string {
  const words = columns.map((column) => record[column] ?? '').join(' ')
  // Joiners are letters of some scripts; other signs that nobody sees are not called.
  const seen = words.replace(/\s+/g, ' ').replace(/(?![\u200C\u200D])\p{C}/gu, '')
  const clean = seen.trim().replace(bullet, '')
  if (record.length === 1 && /^#+\s/.test(clean)) return ''
  return clean.length > longestName ? `${clean.slice(0, longestName)}…` : clean
}

/** The whole of a line: the library counts lines, no columns. */
function lineOf(file: string, line: number): Place {
  const point = { line, column: 1, offset: 0 }
  return { file, start: point, end: point }
}
