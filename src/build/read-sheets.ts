/** Texts → Sheets, checked; then, a week at a time, with the sections that its citations stand for and the pictures that it shows: what all products start from. */
import { Log, type Place, type Where } from '../diagnostics.js'
import { type FoundPicture, findPictures } from '../pictures/find.js'
import type { Pictures } from '../pictures/model.js'
import { checkSheets } from '../sheet/check.js'
import { groupWeeks, joinSheets, mayJoin } from '../sheet/days/join.js'
import { isRecallSheet, kindOf } from '../sheet/days/recognise.js'
import type { Citation, Sheet } from '../sheet/model.js'
import { parseSheets, parseUnnamed } from '../sheet/parse.js'
import type { ResolvedCitations, Source } from '../sources/model.js'
import { resolveCitations } from '../sources/resolve.js'
import { SourceShelf } from '../sources/shelf.js'
import { holdsNoText } from '../text/documents.js'

export type { FoundPicture } from '../pictures/find.js'

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

/** A cited file, by its name in messages. */
export interface CitedText {
  file: string
  text: string
  /** Of its bytes, where somebody has asked for it. */
  sha256?: string
}

/** What reading asks of the world. */
export interface SourceWorld {
  /** Text of a file cited at `where`, by its path below the content root; null when it is absent, 'told' after saying why it is not read. */
  cited(from: Asker, path: string, where: Where): CitedText | 'told' | null
  /** Names in the folder where a cited file should be. */
  namesNear?(from: Asker, path: string): readonly string[]
  /** A picture by its path below the content root. A world without pictures leaves this out: their words then stand for them. */
  picture?(from: Asker, path: string): FoundPicture
  /** Indexes of cited files that stay from build to build. */
  shelf?: SourceShelf | undefined
}

/** The sheet that asks for a file: its content root, and its name in messages. */
export type Asker = Pick<SheetText, 'root' | 'file'>

/** A week as it is written, before anything that it names is looked up: what must be known of all weeks before one is built. */
export interface WrittenSheet {
  /** Path below the content root. */
  path: string
  /** The content root, as `SheetText.root`. */
  root: string
  /** Which of its weeks, when the file holds several; else null. */
  week: number | null
  /** Paths of all files of the week, this one first, when it stands in several. */
  files?: string[]
  sheet: Sheet
}

/** A sheet as read and resolved: what both products start from. */
export interface ReadSheet extends WrittenSheet {
  citations: ResolvedCitations
  /** The pictures that it shows, by digest, for the devices. */
  pictures: Pictures
}

/** A world whose cited files are indexed once. */
export type ShelvedWorld = SourceWorld & { shelf: SourceShelf }

/** A sheet of one text, before the files of its week are put together. */
interface Draft {
  path: string
  root: string
  sheet: Sheet
  text: SheetText
  asked: boolean
  broken: boolean
}

/** The sheets of all texts, each with what it names. With `parseUnnamed`, questions have no `stableId` yet. */
export function readSheets(
  texts: readonly SheetText[],
  given: SourceWorld,
  log: Log,
  parse: typeof parseSheets = parseSheets,
): ReadSheet[] {
  const world = withShelf(given)
  return writtenSheets(texts, log, parse).map((written) => readSheet(written, world, log))
}

/** The same world with a shelf of cited files: its own, or a new one that lives as long as the result. */
export const withShelf = <W extends SourceWorld>(world: W): W & ShelvedWorld => ({
  ...world,
  shelf: world.shelf ?? new SourceShelf(),
})

/**
 * A text may hold several weeks, and a week may stand in several texts: there is a WrittenSheet a week. Of the texts that nobody asked for, only
 * those of an asked week are read to the end and told of. Questions have no `stableId` yet.
 */
export function writtenSheets(
  texts: readonly SheetText[],
  log: Log,
  parse: typeof parseSheets = parseUnnamed,
): WrittenSheet[] {
  const named = texts.filter(({ beside }) => !beside)
  const asked = named.filter((text) => !isSource(text, texts, log)).flatMap((text) => draftsOf(text, log, parse))
  const beside = texts.filter((text) => text.beside && asked.some((draft) => mayJoin(draft, text)))
  const drafts = [...asked, ...beside.flatMap((text) => draftsOf(text, new Log(), parse))]
  const weeks = groupWeeks(drafts, log).map((group) => joined(group, log))
  checkSheets(
    weeks.map(({ sheet }) => sheet),
    log,
  )
  return weeks
}

/** Looks up what a week cites and shows, beside its files: they all stand in one folder. */
export function readSheet(written: WrittenSheet, world: ShelvedWorld, log: Log): ReadSheet {
  const { path, root } = written
  const from: Asker = { root, file: written.sheet.file }
  const folder = path.split('/').slice(0, -1)
  const { sources, near } = readSources(written.sheet, from, folder, world, log)
  const citations = resolveCitations(written.sheet, sources, log, near)
  const find = world.picture
  if (!find) return { ...written, citations, pictures: new Map() }
  return { ...written, citations, ...findPictures(written.sheet, folder, (wanted) => find(from, wanted), log) }
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
  parseUnnamed(text, file, new Log()).flatMap(({ days }) => days.flatMap(({ questions }) => questions))

function draftsOf(text: SheetText, log: Log, parse: typeof parseSheets): Draft[] {
  const { path, root, file, beside = false } = text
  const sheets = parse(text.text, file, log)
  return sheets.map((sheet) => ({ path, root, sheet, text, asked: !beside, broken: log.hasErrors(file) }))
}

/** The files of one week as one sheet. */
function joined(group: readonly [Draft, ...Draft[]], log: Log): WrittenSheet {
  // What there is to say of files that were only looked at is said now that they count.
  for (const { text, asked } of group) if (!asked) parseUnnamed(text.text, text.file, log)
  const [{ path, root, sheet: first }, ...others] = group
  const sheet = others.length > 0 ? joinSheets([first, ...others.map((draft) => draft.sheet)], log) : first
  const files = others.length > 0 ? { files: group.map((draft) => draft.path) } : {}
  return { path, root, week: sheet.oneOfSeveral ? sheet.week : null, ...files, sheet }
}

/** Names that the author of a sheet gave to questions (`{#door}`), which no other sheet may have. */
export const namesIn = ({ days }: Sheet): string[] =>
  days.flatMap(({ questions }) => questions.flatMap(({ author }) => author.id ?? []))

/** True when nothing in the files of a sheet keeps it from being built. */
export const isSound = ({ file, files = [file] }: Sheet, log: Log): boolean =>
  !files.some((each) => log.hasErrors(each))

/** Where each file of a week cites first. */
const firstPlaces = (citations: readonly Citation[]): Place[] => {
  const first = new Map<string, Place>()
  for (const { place } of citations) if (!first.has(place.file)) first.set(place.file, place)
  return [...first.values()]
}

/** The cited files that are there and hold text, by the name that the sheet cites; and what stands where one is not, null when that has been told. */
function readSources({ days }: Sheet, from: Asker, folder: readonly string[], world: ShelvedWorld, log: Log) {
  const sources = new Map<string, Source>()
  const told = new Set<string>()
  const pathOf = (name: string) => [...folder, name].join('/')
  const cited = days.flatMap((day) => day.questions.flatMap(({ citations }) => citations))
  for (const name of new Set(cited.map(({ file }) => file))) {
    if (holdsNoText(name)) continue
    const [place = null, ...more] = firstPlaces(cited.filter(({ file }) => file === name))
    const found = world.cited(from, pathOf(name), place)
    if (found === 'told') {
      told.add(name)
      for (const other of more) world.cited(from, pathOf(name), other)
    } else if (found) sources.set(name, { ...world.shelf.index(found.text, found.file, log), file: name })
  }
  const near = (name: string) => (told.has(name) ? null : (world.namesNear?.(from, pathOf(name)) ?? []))
  return { sources, near }
}
