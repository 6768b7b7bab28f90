/** What several commands share: finding sheets, opening templates, saying messages. */
import type { BuildWorld, SheetText } from '../build.js'
import { type Log, sortMessages, type Where } from '../diagnostics.js'
import { findSheets, readCited, templateShelf } from '../files.js'
import { formatMessages } from '../reporter.js'
import { isRecallSheet } from '../sheet/recognise.js'
import { type Shell, type Writer, wantsColour } from '../shell.js'
import { loadTemplate } from '../template/load.js'
import type { Template } from '../template/model.js'

/** The folder that is built when no path is given. */
const defaultPath = 'content'

/** The sheets of `paths` (default: `content/`), read; none at all is reported. */
export function openSheets(paths: readonly string[], shell: Shell, log: Log): SheetText[] {
  const asked = paths.length > 0 ? paths : [defaultPath]
  const before = log.messages.length
  const texts = findSheets(asked, { cwd: shell.cwd, isSheet: isRecallSheet }, log)
  if (texts.length === 0 && log.messages.length === before) {
    log.report('sheets-none', null, { paths: asked.map((path) => `"${path}"`).join(', ') })
  }
  return texts
}

/** The world that `build` asks for cited files and templates. Each template is read once. */
export function diskWorld(shell: Shell, log: Log): BuildWorld {
  const shelf = templateShelf(shell.cwd)
  const open = (name: string, where: Where): Template | null => {
    // A sheet may name a template of the shelves, but not make us read a path of its choice.
    const folder = where === null ? shelf.open(name) : shelf.byName(name)
    if (folder) return loadTemplate(folder, shelf.byName, log)
    log.report('template-missing', where, { name, known: shelf.names.join(', ') })
    return null
  }
  const opened = new Map<string, Template | null>()
  return {
    cited: (root, path) => readCited(shell.cwd, root, path, log),
    template: (name, where) => {
      const key = `${where === null}\n${name}`
      const template = opened.has(key) ? (opened.get(key) ?? null) : open(name, where)
      opened.set(key, template)
      return template
    },
  }
}

/** Texts of files by the name that messages use, for source lines in reports. */
export function textLookup(texts: readonly SheetText[]): (file: string) => string | null {
  const byFile = new Map(texts.map((text) => [text.file, text.text]))
  return (file) => byFile.get(file) ?? null
}

/** Says the messages of a run on `stream`; with `quiet`, no notes. */
export function sayMessages(
  log: Log,
  stream: Writer,
  shell: Shell,
  options: { quiet: boolean; textOf: (file: string) => string | null },
): void {
  const messages = options.quiet ? log.messages.filter((m) => m.severity !== 'info') : log.messages
  const text = formatMessages(messages, { colour: wantsColour(stream, shell.env), textOf: options.textOf })
  if (text !== '') stream.write(text)
}

/** A document for `--json`: two-space JSON and a final line feed. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Messages as `--json` gives them, sorted. */
export const jsonMessages = (log: Log) => sortMessages(log.messages)
