/** Texts → Sheets, checked, with the sections that their citations stand for and the pictures that they show: what all products start from. */
import { Log, type Where } from './diagnostics.js'
import { type FoundPicture, findPictures } from './pictures/find.js'
import type { Pictures } from './pictures/model.js'
import { checkNames, checkSheet } from './sheet/check.js'
import { groupWeeks, joinSheets, mayJoin } from './sheet/join.js'
import type { Sheet } from './sheet/model.js'
import { parseSheets } from './sheet/parse.js'
import { isRecallSheet, kindOf } from './sheet/recognise.js'
import type { ResolvedCitations, Source } from './sources/model.js'
import { resolveCitations } from './sources/resolve.js'
import { SourceShelf } from './sources/shelf.js'

export type { FoundPicture } from './pictures/find.js'

/** A sheet's text and where it stands. */
export interface SheetText {
  /** Path as people see it, for messages: "content/week-17/04_daily_recall.md". */
  file: string
  /** Path below the content root: "week-17/04_daily_recall.md". Output names mirror it. */
  path: string
  /** The content root, as `BuildWorld.cited` wants it back. */
  root: string
  text: string
  /** Not asked for, but beside a file that was: it may hold other days of the same week, and it has a say in output names. */
  beside?: true
}

/** What reading asks of the world. */
export interface SourceWorld {
  /** Text of a file cited at `where`, by its path below the content root; null when it is absent, 'told' after saying why it is not read. */
  cited(from: Asker, path: string, where: Where): { file: string; text: string } | 'told' | null
  /** Names in the folder where a cited file should be. */
  namesNear?(from: Asker, path: string): readonly string[]
  /** A picture by its path below the content root. A world without pictures leaves this out: their words then stand for them. */
  picture?(from: Asker, path: string): FoundPicture
  /** Indexes of cited files that stay from build to build. */
  shelf?: SourceShelf | undefined
}

/** The sheet that asks for a file: its content root, and its name in messages. */
export type Asker = Pick<SheetText, 'root' | 'file'>

/** A sheet as read and resolved: what both products start from. */
export interface ReadSheet {
  /** Path below the content root. */
  path: string
  /** Which of its weeks, when the file holds several; else null. */
  week: number | null
  /** Paths of all files of the week, this one first, when it stands in several. */
  files?: string[]
  sheet: Sheet
  citations: ResolvedCitations
  /** The pictures that it shows, by digest, for the devices. */
  pictures: Pictures
}

/** A world whose cited files are indexed once. */
type ShelvedWorld = SourceWorld & { shelf: SourceShelf }

/** A sheet of one text, before the files of its week are put together. */
interface Draft {
  path: string
  root: string
  sheet: Sheet
  text: SheetText
  asked: boolean
  broken: boolean
}

/**
 * A text may hold several weeks, and a week may stand in several texts: there is a ReadSheet a week. Of the texts that nobody asked for, only
 * those of an asked week are read to the end and told of.
 */
export function readSheets(texts: readonly SheetText[], given: SourceWorld, log: Log): ReadSheet[] {
  const world = { ...given, shelf: given.shelf ?? new SourceShelf() }
  const named = texts.filter(({ beside }) => !beside)
  const asked = named.filter((text) => !isSource(text, texts, log)).flatMap((text) => draftsOf(text, log))
  const beside = texts.filter((text) => text.beside && asked.some((draft) => mayJoin(draft, text)))
  const drafts = [...asked, ...beside.flatMap((text) => draftsOf(text, new Log()))]
  const weeks = groupWeeks(drafts, log).map((group) => readWeek(group, world, log))
  for (const { sheet } of weeks) checkSheet(sheet, log)
  checkNames(
    weeks.map(({ sheet }) => sheet),
    log,
  )
  return weeks
}

/**
 * A file that was named by mistake: it says `kind: source`, or it asks nothing and a sheet of its folder cites it. Told unless such a sheet
 * was named too, as `*.md` does.
 */
function isSource(text: SheetText, texts: readonly SheetText[], log: Log): boolean {
  if (isRecallSheet(text.text, text.path)) return false
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
  const others = texts.filter(
    ({ path, root }) => root === text.root && folderOf(path) === folderOf(text.path) && path !== text.path,
  )
  const says = kindOf(text.text) === 'source'
  if (!says && (others.length === 0 || questionsOf(text).length > 0)) return false
  const name = text.path.slice(folderOf(text.path).length)
  const citing = others.filter((other) =>
    questionsOf(other).some(({ citations }) => citations.some(({ file }) => file === name)),
  )
  if (!says && citing.length === 0) return false
  if (citing.some(({ beside }) => !beside)) return true
  const sheets = (citing.length > 0 ? citing : others).map(({ file }) => `"${file}"`).join(', ')
  log.report(
    'source-named',
    { file: text.file },
    { sheets: sheets === '' ? '' : `; the recall sheets there are ${sheets}` },
  )
  return true
}

const questionsOf = ({ text, file }: SheetText) =>
  parseSheets(text, file, new Log()).flatMap(({ days }) => days.flatMap(({ questions }) => questions))

function draftsOf(text: SheetText, log: Log): Draft[] {
  const { path, root, file, beside = false } = text
  const sheets = parseSheets(text.text, file, log)
  return sheets.map((sheet) => ({ path, root, sheet, text, asked: !beside, broken: log.hasErrors(file) }))
}

/** The files of one week as one sheet, each citation and each picture looked for beside its own file. */
function readWeek(group: readonly [Draft, ...Draft[]], world: ShelvedWorld, log: Log): ReadSheet {
  // What there is to say of files that were only looked at is said now that they count.
  for (const { text, asked } of group) if (!asked) parseSheets(text.text, text.file, log)
  const citations: ResolvedCitations = new Map(
    group.flatMap(({ sheet, text }) => {
      const { sources, near } = readSources(sheet, text, world, log)
      return [...resolveCitations(sheet, sources, log, near)]
    }),
  )
  const [shown, ...others] = [
    withPictures(group[0], world, log),
    ...group.slice(1).map((draft) => withPictures(draft, world, log)),
  ] as const
  const sheet = others.length > 0 ? joinSheets([shown.sheet, ...others.map((draft) => draft.sheet)], log) : shown.sheet
  const files = others.length > 0 ? { files: group.map((draft) => draft.path) } : {}
  const pictures: Pictures = new Map([shown, ...others].flatMap((draft) => [...draft.pictures]))
  return { path: group[0].path, week: sheet.oneOfSeveral ? sheet.week : null, ...files, sheet, citations, pictures }
}

function withPictures(
  { sheet, text }: Draft,
  { picture }: SourceWorld,
  log: Log,
): { sheet: Sheet; pictures: Pictures } {
  if (!picture) return { sheet, pictures: new Map() }
  return findPictures(sheet, text.path.split('/').slice(0, -1), (path) => picture(text, path), log)
}

/** True when nothing in the files of a sheet keeps it from being built. */
export const isSound = ({ file, files = [file] }: Sheet, log: Log): boolean =>
  !files.some((each) => log.hasErrors(each))

/** The cited files that are there, by the name that the sheet cites; and what stands where one is not, null when that has been told. */
function readSources({ days }: Sheet, text: SheetText, world: ShelvedWorld, log: Log) {
  const sources = new Map<string, Source>()
  const told = new Set<string>()
  const folder = text.path.split('/').slice(0, -1)
  const pathOf = (name: string) => [...folder, name].join('/')
  const cited = days.flatMap((day) => day.questions.flatMap(({ citations }) => citations))
  for (const name of new Set(cited.map(({ file }) => file))) {
    const place = cited.find(({ file }) => file === name)?.place ?? null
    const found = world.cited(text, pathOf(name), place)
    if (found === 'told') told.add(name)
    else if (found) sources.set(name, { ...world.shelf.index(found.text, found.file, log), file: name })
  }
  const near = (name: string) => (told.has(name) ? null : (world.namesNear?.(text, pathOf(name)) ?? []))
  return { sources, near }
}
