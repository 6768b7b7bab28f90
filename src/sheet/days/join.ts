/**
 * One week in several files of a folder: `week-3/monday.md` and `week-3/tuesday.md`, or `recall-1.md` (Monday to Wednesday) and `recall-2.md`.
 * They name the same week and have different days. `join: false` in the front matter of one keeps it apart.
 */
import type { Log } from '../../diagnostics.js'
import { plainBlocks, plainText, type Run } from '../../text/rich.js'
import { rawText, sliceRuns } from '../markdown/runs.js'
import type { Day, Sheet } from '../model.js'
import { findWeek } from '../words/day-names.js'
import { weekdays } from './days.js'
import { weekOfFolder } from './week.js'

/** A sheet and where its file stands. */
interface Located {
  /** Path below the content root, and the root. */
  path: string
  root: string
  sheet: Sheet
  /** False for a file that is only looked at because it stands beside one that was asked for. */
  asked: boolean
  /** Its file has errors. Its days may be lost, so that the others of its week have to wait for it. */
  broken: boolean
}

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')

/**
 * Puts the sheets of one week together: each group is one week, the file with its first day first. Files of one week that cannot be joined,
 * because they share a day or differ in language, are told and stay apart. Weeks that nobody asked for are left out.
 */
export function groupWeeks<T extends Located>(sheets: readonly T[], log: Log): [T, ...T[]][] {
  const weeks = new Map<string, T[]>()
  for (const each of sheets) {
    const key = weekKey(each)
    if (key !== null) weeks.set(key, [...(weeks.get(key) ?? []), each])
  }
  const together = new Map<T, T[]>()
  for (const group of weeks.values()) {
    if (group.length < 2 || !group.some(({ asked }) => asked) || keptApart(group, log)) continue
    const ordered = group.toSorted((a, b) => firstRank(a.sheet) - firstRank(b.sheet))
    for (const each of group) together.set(each, ordered)
  }
  reportUnnamed(sheets, log)
  const done = new Set<T>()
  return sheets.flatMap((each): [T, ...T[]][] => {
    const [first = each, ...others] = together.get(each) ?? [each]
    if (!each.asked || done.has(first)) return []
    done.add(first)
    return [[first, ...others]]
  })
}

/** Folder and week of a sheet that may be joined; null for one that may not. */
function weekKey({ path, root, sheet, broken }: Located): string | null {
  if (sheet.week === null || sheet.oneOfSeveral || sheet.join === false) return null
  const isDaily = sheet.days.some((day) => rankOf(day) !== null) || broken
  return isDaily ? `${root}\n${folderOf(path)}\n${sheet.week}` : null
}

/** Files of a folder that have different days of no week may be one that nobody named. */
function reportUnnamed(sheets: readonly Located[], log: Log): void {
  const folders = new Map<string, Sheet[]>()
  for (const { path, root, sheet, asked } of sheets) {
    const isDaily = sheet.week === null && sheet.days.length > 0 && sheet.days.every((day) => rankOf(day) !== null)
    if (!asked || !isDaily || sheet.oneOfSeveral || sheet.join === false) continue
    const folder = `${root}\n${folderOf(path)}`
    folders.set(folder, [...(folders.get(folder) ?? []), sheet])
  }
  for (const [first, ...others] of folders.values()) {
    const keys = [first, ...others].flatMap((sheet) => sheet?.days.map(({ key }) => key) ?? [])
    if (!first || others.length === 0 || new Set(keys).size < keys.length) continue
    log.report('week-unnamed', { file: first.file }, { others: listed(others.map(({ file }) => file)) })
  }
}

/** "a.md, b.md and c.md"; of very many the first. */
function listed(files: readonly string[]): string {
  const shown = files.length > 6 ? [...files.slice(0, 5), `${files.length - 5} more`] : files
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter((words) => words !== '').join(' and ')
}

/** A quick look at a text: whether it may be of the week of `draft`. What is said there of a week is read for good only when it may. */
export function mayJoin(draft: Located, text: { path: string; root: string; file: string; text: string }): boolean {
  const { week } = draft.sheet
  if (weekKey(draft) === null || draft.root !== text.root || folderOf(draft.path) !== folderOf(text.path)) return false
  const start = text.text.slice(0, 2000)
  const front = /^week[ \t]*:[ \t]*["']?(\d{1,3})/m.exec(start)?.[1]
  return [front === undefined ? null : Number(front), findWeek(start), weekOfFolder(text.file)].includes(week)
}

function keptApart(group: readonly Located[], log: Log): boolean {
  const seen = new Map<string, { day: Day; sheet: Sheet }>()
  const said = new Set<string>()
  /** True for the first that is said of the two files. */
  const saidFirst = (sheet: Sheet, other: Sheet): boolean => {
    const pair = `${sheet.file}\n${other.file}`
    const isNew = !said.has(pair)
    said.add(pair)
    return isNew
  }
  const [lead, ...rest] = group
  for (const { sheet } of rest)
    if (
      lead &&
      languageOf(lead.sheet) !== null &&
      languageOf(sheet) !== null &&
      languageOf(lead.sheet) !== languageOf(sheet) &&
      saidFirst(sheet, lead.sheet)
    ) {
      const why = `their languages differ (${lead.sheet.lang}, ${sheet.lang})`
      log.report('week-not-joined', { file: sheet.file }, { week: sheet.week ?? 0, other: lead.sheet.file, why })
    }
  for (const { sheet } of group)
    for (const day of sheet.days)
      for (const name of [day.key, day.id]) {
        const first = seen.get(name)
        if (!first) seen.set(name, { day, sheet })
        else if (first.sheet !== sheet && saidFirst(sheet, first.sheet)) {
          const facts = {
            day: day.name,
            code: day.code.toUpperCase().replaceAll(' ', '·'),
            here: sheet.file,
            other: first.sheet.file,
          }
          const cause = { place: first.day.place, words: `${first.day.name} stands here` }
          log.report('week-day-twice', day.place, facts, cause)
        }
      }
  return said.size > 0
}

const languageOf = ({ lang }: Sheet): string | null => lang?.split('-')[0]?.toLowerCase() ?? null

/** Where a day stands in its week; null for a part that has no place of its own ("Warm-up"). */
function rankOf({ kind, key }: Day): number | null {
  if (kind === 'weekend') return weekdays.length
  const weekday = weekdays.findIndex((name) => key.startsWith(name.toLowerCase()))
  if (kind === 'weekday') return weekday
  const numbered = /^(?:day|lesson)-(\d{1,3})$/.exec(key)?.[1]
  if (numbered !== undefined) return Number(numbered)
  return /^(?:\d{4}-)?\d{2}-\d{2}$/.test(key) ? Number(key.replaceAll('-', '')) : null
}

const firstRank = ({ days }: Sheet): number => Math.min(...days.map((day) => rankOf(day) ?? Number.POSITIVE_INFINITY))

/** All days in order; a part without a place of its own stays behind the day before it. */
function daysInOrder(sheets: readonly Sheet[]): Day[] {
  const ranked = sheets.flatMap((sheet) => {
    let rank = firstRank(sheet)
    return sheet.days.map((day) => {
      rank = rankOf(day) ?? rank
      return { day, rank }
    })
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ day }) => day)
}

/**
 * One Sheet of the files of one week. The first decides what a week has once; where a later one says otherwise, it is reported. An introduction that is
 * not the same in all stands on the days of its own file.
 */
export function joinSheets(sheets: readonly [Sheet, ...Sheet[]], log: Log): Sheet {
  const [first, ...others] = sheets
  const files = sheets.map(({ file }) => file)
  log.report(
    'week-joined',
    { file: first.file },
    { week: first.week ?? 0, others: others.map(({ file }) => file).join(', ') },
  )
  const title = commonTitle(sheets)
  if (title === null) reportDifferences('title', sheets, ({ title: runs }) => plainText(runs), log)
  for (const key of ['course', 'lang'] as const) reportDifferences(key, sheets, (sheet) => sheet[key], log)
  for (const key of settingKeys) reportDifferences(key, sheets, ({ settings }) => settings?.[key]?.value ?? null, log)
  const settings = Object.assign({}, ...sheets.map((sheet) => sheet.settings ?? {}).reverse()) as NonNullable<
    Sheet['settings']
  >
  const sameIntro = new Set(sheets.map(({ intro }) => plainBlocks(intro))).size === 1
  const own = sheets.map((sheet) =>
    sameIntro
      ? sheet
      : { ...sheet, days: sheet.days.map((day) => ({ ...day, intro: [...sheet.intro, ...day.intro] })) },
  )
  return {
    ...first,
    files,
    title: title ?? first.title,
    course: first.course ?? others.find(({ course }) => course !== null)?.course ?? null,
    lang: first.lang ?? others.find(({ lang }) => lang !== null)?.lang ?? null,
    ...(Object.keys(settings).length > 0 ? { settings } : {}),
    intro: sameIntro ? first.intro : [],
    days: daysInOrder(own),
  }
}

const settingKeys = [
  'paper',
  'ruling',
  'template',
  'start',
  'key',
  'fold',
  'starts',
  'duplex',
  'qr',
  'pages',
  'scheme',
  'reveal',
  'names',
] as const

function reportDifferences(
  what: string,
  sheets: readonly Sheet[],
  saidBy: (sheet: Sheet) => string | null,
  log: Log,
): void {
  const said = sheets
    .map((sheet) => ({ sheet, value: saidBy(sheet) }))
    .filter(({ value }) => value !== null && value !== '')
  const [first, ...others] = said
  for (const { sheet, value } of others) {
    if (!first || value === first.value) continue
    const setting = settingKeys.find((key) => key === what)
    const place = setting && sheet.settings?.[setting]?.place
    const facts = { what, here: value ?? '', there: first.value ?? '', other: first.sheet.file }
    log.report('week-files-differ', place ?? { file: sheet.file }, facts)
  }
}

/** What all titles begin with, in whole words: "Week 3 — Monday" and "Week 3 — Tuesday" → "Week 3". Null when that is nothing. */
function commonTitle(sheets: readonly Sheet[]): Run[] | null {
  const [first, ...others] = sheets
    .filter(({ title }) => title.length > 0)
    .map(({ title }) => ({ runs: title, words: rawText(title) }))
  if (!first) return []
  if (others.every(({ words }) => words === first.words)) return first.runs
  const isWord = (character: string) => /[\p{L}\p{M}\p{N}]/u.test(character)
  let end = 0
  const all = [first, ...others]
  while (end < first.words.length && others.every(({ words }) => words.charAt(end) === first.words.charAt(end))) end++
  while (end > 0 && isWord(first.words.charAt(end - 1)) && all.some(({ words }) => isWord(words.charAt(end)))) end--
  while (end > 0 && !isWord(first.words.charAt(end - 1))) end--
  return end >= 4 ? sliceRuns(first.runs, 0, end) : null
}
