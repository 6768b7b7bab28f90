/** `cold-recall init [dir]`: a small sheet with its source, to start from. */
import { join, resolve } from 'node:path'
import type { OutputFile } from '../build/week-model.js'
import { Log } from '../diagnostics.js'
import { starterFiles } from '../disk/package.js'
import { findSheets } from '../disk/sheets.js'
import { isThere, writeOutputs } from '../disk/write.js'
import { onOneLine } from '../report/printable.js'
import { listed } from '../report/text.js'
import { isRecallSheet } from '../sheet/days/recognise.js'
import { type ExitCode, exitCodeOf, exitCodes, type Shell } from '../shell.js'
import { sayMessages } from './common.js'

/** Flags and operands, as `cli/cli.ts` reads them. */
export interface InitArguments {
  dir: string
  quiet: boolean
}

/**
 * Writes the starter files into `dir`; a file that stands there already is left as it is and said. Where `content/` holds sheets of others,
 * nothing is written: a week to start from would be built with them, or join one of them.
 */
export function init(args: InitArguments, shell: Shell): ExitCode {
  const log = new Log()
  const files = starterFiles()
  const others = sheetsOfOthers(args.dir, files, shell)
  if (others[0] !== undefined) {
    if (!args.quiet)
      shell.stderr.write(
        `${onOneLine(listed(others, 3))} ${others.length === 1 ? 'stands' : 'stand'} there already; nothing was written.\n` +
          `Next: ${intoFolder(args.dir)}${shell.command} check, or begin another course with: ${shell.command} init my-course\n`,
      )
    return exitCodes.ok
  }
  const fresh = files.filter(({ path }) => !isThere(shell.cwd, `${args.dir}/${path}`))
  const { written } = writeOutputs(shell.cwd, args.dir, fresh, log)
  sayMessages(log, shell.stderr, shell, { quiet: false, textOf: () => null })
  if (!args.quiet) {
    for (const path of written) shell.stderr.write(`wrote ${onOneLine(path)}\n`)
    for (const { path } of files.filter((file) => !fresh.includes(file))) {
      shell.stderr.write(`kept ${args.dir === '.' ? '' : `${onOneLine(args.dir)}/`}${path}, which was there\n`)
    }
    if (written.length > 0) shell.stderr.write(`Next: ${intoFolder(args.dir)}${shell.command} build\n`)
  }
  return log.messages.length > 0 ? exitCodeOf(log.messages, 'error') : exitCodes.ok
}

const intoFolder = (dir: string): string => (dir === '.' ? '' : `cd ${onOneLine(dir)} && `)

/** Sheets below `content/` of the folder, but for those that we write. */
function sheetsOfOthers(dir: string, ours: readonly OutputFile[], shell: Shell): string[] {
  const content = join(dir, 'content')
  if (!isThere(shell.cwd, content)) return []
  const names = new Set(ours.map(({ path }) => resolve(shell.cwd, dir, path)))
  // What cannot be read is no week that ours could join.
  return findSheets([content], { cwd: shell.cwd, isSheet: isRecallSheet }, new Log())
    .map(({ file }) => file)
    .filter((file) => !names.has(resolve(shell.cwd, file)))
}
