/** Which Markdown files of a content folder are recall sheets, and which are their sources, notes and readmes. */

import { Caseless } from '../../text/caseless.js'
import { matchDay } from '../words/day-names.js'
import { slug } from './days.js'

/** Only so much is looked at: it holds the front matter, the title and the first days of any sheet. */
const reach = 20_000

/** Marks of a heading or of bold type before a day's name. */
const headingMarks = /^(?:#{1,6}\s+)?\*{0,2}/
const listItem = /^\s{0,5}(?:\d{1,9}[.)]|\(?[a-z]\)|[*+-])\s+\S/

/**
 * Is this text a recall sheet? The first that speaks decides:
 * 1. front matter: `kind: recall-sheet` is one, any other `kind` (`source`) is not;
 * 2. a `README.md` is none: it tells of sheets;
 * 3. the file name holds "recall", with no letter behind it: `04_daily_recall.md`, `week3recalls.md`;
 * 4. the first heading, or the first line, holds "recall" as a word;
 * 5. structure: two lines that name days, each with a list after it; one is enough in a file that is called after a day, `monday.md`, and where nearly
 *    all items of the lists ask.
 * Nothing is parsed, so a folder with a thousand notes is sorted in no time.
 */
export function isRecallSheet(text: string, path: string): boolean {
  const start = startOf(text)
  const kind = kindOf(text)
  if (kind !== null) return kind === 'recall-sheet'
  const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')
  if (/^readme$/i.test(name)) return false
  if (recallInName.test(name)) return true
  const lines = bodyLines(start)
  const title = lines.find((line) => /^#{1,6}\s/.test(line)) ?? lines[0] ?? ''
  return hasRecall(title) || daysWithLists(lines) >= (isDayName(name) || listsAsk(lines) ? 1 : 2)
}

const recallInName = new Caseless(String.raw`recalls?(?!\p{L})`)

/** "monday", "02_tuesday", "Montag". */
function isDayName(name: string): boolean {
  const words = name
    .replace(/^\d{1,3}[._ -]+/, '')
    .replace(/[._-]+/g, ' ')
    .slice(0, 60)
  return matchDay(words)?.end === words.length
}

/** What the front matter of a text calls it: `kind: source` → "source"; null when it says nothing. */
export function kindOf(text: string): string | null {
  const start = startOf(text)
  const yaml = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(start)?.[1]
  return yaml === undefined ? null : (/^kind[ \t]*:[ \t]*["']?([\w-]+)/m.exec(yaml)?.[1] ?? null)
}

const startOf = (text: string) => text.slice(0, reach).replace(/^\ufeff/, '')

const hasRecall = (words: string) => slug(words.replaceAll('_', '-')).split('-').includes('recall')

function bodyLines(start: string): string[] {
  const lines = start.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const end = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) + 1 : 0
  return lines.slice(end)
}

/** Headings are short, which spares most lines of a text the look-up. */
const namesDay = (line: string) => line.length <= 200 && matchDay(line.replace(headingMarks, '')) !== null

/** Two items at least, and four of five have a question mark. */
function listsAsk(lines: readonly string[]): boolean {
  const items = lines.filter((line) => listItem.test(line))
  return items.length > 1 && items.filter((line) => /[?？؟]/.test(line)).length * 5 >= items.length * 4
}

function daysWithLists(lines: readonly string[]): number {
  let found = 0
  let open = false
  for (const line of lines) {
    if (namesDay(line)) open = true
    else if (open && listItem.test(line)) {
      found++
      open = false
    }
  }
  return found
}
