/** What several commands share: the config, finding sheets, opening templates, saying messages. */
import { resolve } from 'node:path'
import type { BuildWorld } from '../build/build.js'
import type { SheetText } from '../build/read-sheets.js'
import type { TemplateChoice } from '../build/sheet-template.js'
import type { BuildMemory } from '../cache/build-memory.js'
import { type Recorder, recordedFind, recordedWorld } from '../cache/recorder.js'
import { type Config, codeMeant, configName, isMessageCode, mayBecome, severityLevels } from '../config/config.js'
import { readConfig } from '../config/read-config.js'
import { KnownDrawings } from '../deck/draw/known-drawings.js'
import { Log, type Message, type Severities, sortMessages, type Where } from '../diagnostics.js'
import { namesNear, readCited, readPicture } from '../disk/cited.js'
import { readDrawing } from '../disk/known-decks.js'
import { packageVersion } from '../disk/package.js'
import { isInside } from '../disk/paths.js'
import { readText } from '../disk/read.js'
import { type FindOptions, findSheets } from '../disk/sheets.js'
import { templateShelf } from '../disk/templates.js'
import { formatGithub } from '../report/github.js'
import { sarifLog } from '../report/sarif.js'
import { formatMessages } from '../report/text.js'
import type { Roster } from '../roster/read.js'
import { isRecallSheet } from '../sheet/days/recognise.js'
import {
  type ExitCode,
  exitCodeOf,
  exitCodes,
  isWrongWord,
  type Shell,
  stopsTheRun,
  UsageError,
  type Writer,
  wantsColour,
} from '../shell.js'
import { type FindTemplate, loadTemplate } from '../template/load.js'
import type { Template } from '../template/model.js'
import type { PagesWord } from '../template/optional-pages.js'
import { type PrintChoices, printWords } from '../template/print.js'
import type { ShowChoices } from '../template/show.js'
import { didYouMean } from '../text/suggest.js'

/** The folder that is built when no path is given. */
export const defaultPath = 'content'

/** Where sheets are looked for when a command is given `paths`. */
const askedPaths = (paths: readonly string[]): readonly string[] => (paths.length > 0 ? paths : [defaultPath])

/** Flags that say how sheets are set, printed and shown; switches are true, false, or not said. */
export type TemplateArguments = Omit<PrintChoices, 'duplex' | 'qr'> &
  ShowChoices & {
    template?: string | undefined
    paper?: string | undefined
    ruling?: string | undefined
    pages?: PagesWord[] | undefined
    duplex?: boolean | undefined
    qr?: boolean | undefined
  }

/** What flags and config choose beside the sheets. */
export function templateChoice(args: TemplateArguments, { defaults, sources }: Config): TemplateChoice {
  const { template = null, paper = null, ruling = null, pages = null, key, fold, starts, scheme, reveal, names } = args
  const said = (flag: boolean | undefined) => printWords.duplex.find((word) => word === String(flag))
  const print = { key, fold, starts, duplex: said(args.duplex), qr: said(args.qr) }
  return { template, paper, ruling, pages, print, show: { scheme, reveal, names }, sources, defaults }
}

/** The roster that a flag or the config names, from the working folder; null without one, and after reporting that it cannot be used. */
export async function openRoster(
  path: string | undefined,
  shell: Shell,
  log: Log,
  recorder?: Recorder,
): Promise<Roster | null> {
  if (path === undefined) return null
  const text = readText(resolve(shell.cwd, path), path, log, true)
  recorder?.file(resolve(shell.cwd, path), text, null)
  return text === null ? null : (await import('../roster/read.js')).readRoster(text, path, log)
}

/** How messages are said: as text for people, or as data on stdout. */
export type Format = 'text' | 'json' | 'github' | 'sarif'

/** The output folder where neither a flag nor the config names one. */
export const defaultOut = 'out'

/** The output folder, without a slash at its end: the flag's, else that of the config, else `out`. */
export const outFolder = ({ out }: { out?: string | undefined }, config: Config): string =>
  (out ?? config.out ?? defaultOut).replace(/(?<=.)\/+$/, '')

/**
 * The output folder of a build. One that is the folder of the sheets, or holds it, is refused: what is made would lie among what it is made of,
 * and a watch, which passes over the output folder, would see no edit.
 */
export function outFolderApart(
  args: { out?: string | undefined; paths: string[] | undefined },
  config: Config,
  shell: Shell,
): string {
  const out = outFolder(args, config)
  const held = askedPaths(args.paths ?? []).find((path) => isInside(resolve(shell.cwd, out), resolve(shell.cwd, path)))
  if (held === undefined) return out
  throw new UsageError(
    `The output folder "${out}" holds the sheets ("${held}"); name one of its own with --out, or leave it to be "out"`,
  )
}

/** What a command starts from: a log that knows the wanted severities, and the config. */
export interface Run {
  log: Log
  config: Config
  /** A log of the same severities, for a second start. */
  newLog: () => Log
  /** The text of the config, to show lines of it. */
  configText: string | null
}

/**
 * Reads the config of the working folder and the `--severity` flags, which win over it. A config with faults stops the run:
 * they are said, and the exit code is returned instead.
 */
export function startRun(severity: readonly string[] | undefined, shell: Shell): Run | ExitCode {
  const flagged = severitiesOf(severity ?? [])
  const log = new Log()
  const read = readCited(shell.cwd, shell.cwd, configName, null, log)
  const found = read === 'told' ? null : read
  const config = found ? readConfig(found.text, found.file, log) : { severities: {}, defaults: {} }
  const configText = found?.text ?? null
  const newLog = () => new Log({ ...config.severities, ...flagged })
  if (log.messages.length === 0) return { log: newLog(), newLog, config, configText }
  sayMessages(log, shell.stderr, shell, { quiet: false, textOf: () => configText })
  return exitCodeOf(log.messages, 'error') === exitCodes.disk ? exitCodes.disk : exitCodes.usage
}

/** `CODE=LEVEL` flags, checked. */
function severitiesOf(words: readonly string[]): Severities {
  const severities: Severities = {}
  for (const word of words) {
    const [code = '', asked = ''] = word.split('=')
    const level = severityLevels.find((name) => name === asked)
    if (!isMessageCode(code)) throw new UsageError(`--severity: no message "${code}"${codeMeant(code)}`)
    if (level === undefined)
      throw new UsageError(`--severity ${word}: expected ${code}= and one of ${severityLevels.join(', ')}`)
    if (!mayBecome(code, level))
      throw new UsageError(`--severity ${word}: "${code}" is an error and cannot be made ${level}`)
    severities[code] = level
  }
  return severities
}

/** Who is told what is read, and what need not be read or looked for, as `findSheets` has it. */
export interface Reading extends Pick<FindOptions, 'skip' | 'leaves' | 'listings'> {
  recorder?: Recorder
}

/** The sheets of `paths` (default: `content/`), read; none at all is reported, unless some were left unread. */
export function openSheets(
  paths: readonly string[],
  shell: Shell,
  log: Log,
  { recorder, ...known }: Reading = {},
): SheetText[] {
  const asked = askedPaths(paths)
  const before = log.messages.length
  const isFailed = () => log.messages.slice(before).some(({ severity }) => severity === 'error')
  const texts = findSheets(asked, { cwd: shell.cwd, isSheet: isRecallSheet, recorder, ...known }, log)
  if (texts.length === 0 && !isFailed() && !known.skip?.size) {
    log.report('sheets-none', null, { paths: asked.map((path) => `"${path}"`).join(', ') })
  }
  return texts
}

/** What a world of the disk may have beside it: who is told what is read, and what stays from build to build. */
export interface WorldDesk {
  recorder?: Recorder
  memory?: BuildMemory | undefined
}

/** What was drawn of decks when the program was built; shared by all builds of a run. */
const drawings = new KnownDrawings(readDrawing)

/** The world that `build` asks for cited files and templates, written down where a recorder is given. Each template is read once. */
export function diskWorld(shell: Shell, { log, config }: Run, { recorder, memory }: WorldDesk = {}): BuildWorld {
  const shelf = templateShelf(shell.cwd)
  /** Finds a template and loads it, writing down its files. */
  const open = (name: string, byUser: boolean, where: Where, told: Recorder | undefined): Template | null => {
    const find = (by: FindTemplate) => (told ? recordedFind(by, shell.cwd, told) : by)
    // A sheet may name a template of the shelves, but not make us read a path of its choice; flags and config may.
    const folder = find(byUser ? shelf.open : shelf.byName)(name)
    if (folder) return loadTemplate(folder, find(shelf.byName), log)
    log.report('template-missing', where, { name, known: shelf.names.join(', '), hint: didYouMean(name, shelf.names) })
    return null
  }
  const remembered = (key: string, name: string, byUser: boolean, where: Where): Template | null => {
    if (!memory || !recorder) return open(name, byUser, where, recorder)
    return memory.templates.get(key, recorder, shell.now().getTime(), (own) => {
      const before = log.messages.length
      const template = open(name, byUser, where, own)
      return { template, keep: log.messages.length === before }
    })
  }
  const opened = new Map<string, Template | null>()
  const world: BuildWorld = {
    cited({ root }, path, where) {
      const read = () => readCited(shell.cwd, root, path, where, log)
      return memory ? memory.cited.get(root, path, shell.now().getTime(), read) : read()
    },
    namesNear: ({ root }, path) => namesNear(root, path),
    picture: ({ root }, path) => readPicture(root, path),
    shelf: memory?.sources,
    memory: memory?.weeks,
    drawings,
    template: (name, where) => {
      const byUser = where === null || where === config.defaults.template?.place
      // One that stands on a shelf is the same whoever names it.
      const key = shelf.names.includes(name) ? name : `${byUser}\n${name}`
      const template = opened.has(key) ? (opened.get(key) ?? null) : remembered(key, name, byUser, where)
      opened.set(key, template)
      return template
    },
  }
  return recorder ? recordedWorld(world, recorder) : world
}

/** Texts of files by the name that messages use, for source lines in reports. */
export function textLookup(texts: readonly SheetText[], run?: Run): (file: string) => string | null {
  const byFile = new Map(texts.map((text) => [text.file, text.text]))
  return (file) => byFile.get(file) ?? (file === configName ? (run?.configText ?? null) : null)
}

/** The text of a file that was not read in this run, since it stands as a run before has left it; null when it cannot be read any more. */
export const standingText = (file: string, { cwd }: Shell): string | null =>
  readText(resolve(cwd, file), file, new Log(), false)

export interface Saying {
  /** Leave notes out. */
  quiet: boolean
  textOf: (file: string) => string | null
}

/**
 * Says the messages of a run on `stream`, for people: words of the command line that could not be followed alone, else all, with what stops the
 * whole run last, nearest to the prompt.
 */
export function sayMessages(log: Log, stream: Writer, shell: Shell, saying: Saying): void {
  const text = messageWords(log.messages, stream, shell, saying)
  if (text !== '') stream.write(text)
}

/** The words of `sayMessages`. */
export function messageWords(all: readonly Message[], stream: Writer, shell: Shell, { quiet, textOf }: Saying): string {
  const options = { colour: wantsColour(stream, shell.env), textOf }
  const wrong = all.filter(isWrongWord)
  if (wrong.length > 0) return formatMessages(wrong, options)
  const messages = quiet ? withoutNotes(all) : all
  return (
    formatMessages(
      messages.filter((message) => !stopsTheRun(message)),
      options,
    ) + formatMessages(messages.filter(stopsTheRun), options)
  )
}

/** Says the messages as data on stdout. GitHub shows notes as annotations, so `quiet` leaves them out there. */
export function sayAsData(format: 'github' | 'sarif', log: Log, quiet: boolean, shell: Shell): void {
  if (format === 'sarif') shell.stdout.write(toJson(sarifLog(log.messages, packageVersion())))
  else shell.stdout.write(formatGithub(quiet ? withoutNotes(log.messages) : log.messages))
}

/** What `--quiet` leaves of messages. */
export const withoutNotes = (messages: readonly Message[]) => messages.filter(({ severity }) => severity !== 'info')

/** A document for `--json`: two-space JSON and a final line feed. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Messages as `--json` gives them, sorted. */
export const jsonMessages = (log: Log) => sortMessages(log.messages)
