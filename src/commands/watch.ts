/** `cold-recall watch [paths..]`: builds, and builds again whenever something that it read was saved. */

import { BuildMemory } from '../cache/build-memory.js'
import { quickly } from '../cache/quick.js'
import type { Recorder } from '../cache/recorder.js'
import { configName } from '../config/config.js'
import { Log } from '../diagnostics.js'
import { watchFiles } from '../disk/watch.js'
import { type ExitCode, exitCodes, type Shell } from '../shell.js'
import { type BuildArguments, buildAll } from './build.js'
import { outFolderApart, sayMessages, startRun } from './common.js'
import { Bell, type Cause } from './watching/bell.js'
import { Hold, settle } from './watching/hold.js'
import { Keeper } from './watching/keeper.js'
import { rehearse } from './watching/rehearse.js'

/** Milliseconds after which files that could not be written are tried again: a deck that is open in another program. */
const retry = 2000

/** Milliseconds between two looks at what was made. */
const lookEvery = 2000

/** Lines by which editors know that messages begin and end. */
export const beginLine = 'Building …'
export const endLine = 'Watching for changes; Ctrl-C ends.'

/**
 * Builds until it is interrupted while it waits, and ends with 0. In the middle of a build an interruption ends the process at once, since
 * nobody would be told of it before a long sheet is done: it leaves whole files, and a lock that the next build takes over. What it says of a build
 * stands between `beginLine` and `endLine`, for the problem matchers of editors. A sheet with errors keeps its last good files; files that could not be written are tried again until they can, and those
 * that somebody takes away are made again.
 */
export async function watchAll(args: BuildArguments, shell: Shell): Promise<ExitCode> {
  const words = shell.words ?? { argv: ['build'], program: 'watch' }
  const memory = new BuildMemory(shell.cwd)
  const bell = new Bell()
  const keeper = new Keeper(shell.cwd)
  const watching = await watchFiles(shell.cwd, watchedBy(args, shell), {
    changed: (path) => bell.saved(path),
    begun: (path) => bell.begun(path),
  })
  let cause: Cause | null = 'first'
  let outcome: Outcome | null = null
  while (cause !== null) {
    const ended = await buildOnce(args, { ...shell, words }, { memory, bell, before: outcome }, cause)
    if (!ended) {
      await bell.silence(settle)
      cause = 'settled'
      continue
    }
    const isAsBefore = ended.code === outcome?.code
    outcome = ended
    const stopHearing = shell.onInterrupt?.(() => bell.end())
    // What a sheet cites stands beside it, and not in `content/` where the sheet does not; nor need a template that the config names.
    if (watching.also(memory.read)) bell.saved(null)
    memory.read.clear()
    if (memory.left) keeper.keep(memory.left)
    if (cause === 'lost') sayLost(keeper, { ...args, quiet: args.quiet || !isAsBefore }, shell)
    const again = outcome.code === exitCodes.disk ? setTimeout(() => bell.retry(), retry) : undefined
    const looking = setInterval(() => keeper.misses() && bell.lost(), lookEvery)
    if (cause === 'first' && outcome.code === exitCodes.ok) await rehearse(args, shell, memory, (ms) => bell.rest(ms))
    cause = await bell.next()
    clearTimeout(again)
    clearInterval(looking)
    stopHearing?.()
  }
  await watching.close()
  return exitCodes.ok
}

/** What became of a build: its exit code, and the messages that are the last ones to be seen, as `messagesIn` has them. */
interface Outcome {
  code: ExitCode
  messages: string
}

/** What a watch knows beside what it is asked for; `before`: what became of the last build. */
interface Vigil {
  memory: BuildMemory
  bell: Bell
  before: Outcome | null
}

/**
 * A build, unless nothing has changed since the last one with the same words: that is said at first, and where other messages were seen last
 * (`before`) than those that hold now. A retry speaks up when it went well, and one who makes again what was lost when it went otherwise than the last
 * build. Null where it may not be kept (`Hold`): then only the first line has been said.
 */
async function buildOnce(
  args: BuildArguments,
  shell: Shell,
  { memory, bell, before }: Vigil,
  cause: Cause,
): Promise<Outcome | null> {
  const { words = { argv: [], program: '' } } = shell
  let said = ''
  const heardBy = (hear: (text: string) => void): Shell => ({
    ...shell,
    stderr: {
      ...(shell.stderr.isTTY === undefined ? {} : { isTTY: shell.stderr.isTTY }),
      write(text: string) {
        said += text
        hear(text)
      },
    },
  })
  const nobody = { write: () => {} }
  // The reports of what is only made again have been read.
  const silent = { ...heardBy(() => {}), ...(cause === 'lost' && { stdout: nobody }) }
  const quick = quickly(words.argv, silent, () => words.program)
  for (const path of quick.read?.() ?? []) memory.read.add(path)
  memory.left = quick.left?.() ?? memory.left
  const begin = cause === 'settled' ? '' : `${beginLine}\n`
  if (quick.code !== undefined) {
    if (cause === 'lost') return { code: quick.code, messages: before?.messages ?? '' }
    const messages = messagesIn(said)
    if (begin === '' || before?.messages !== messages) shell.stderr.write(`${begin}${said}${endLine}\n`)
    return { code: quick.code, messages }
  }
  const isSilent = cause === 'retry' || cause === 'lost'
  const mayBeHalf = cause === 'saved' || cause === 'lost'
  let isHeld = mayBeHalf
  const speaker = isSilent ? silent : heardBy((text) => (isHeld ? null : shell.stderr.write(text)))
  const isAll = (read: Recorder): boolean => {
    isHeld = !bell.forget((path) => read.hasMet(path))
    if (!isHeld && !isSilent) shell.stderr.write(said)
    return !isHeld
  }
  const hold = new Hold(shell.now().getTime(), mayBeHalf ? isAll : null)
  if (!isSilent) shell.stderr.write(begin)
  const code = await buildAll(args, { ...speaker, ...quick.words }, memory, hold)
  const isForNothing = cause === 'lost' && !hold.hasRead
  if (!isForNothing && !(await hold.mayKeep())) {
    if (isSilent) shell.stderr.write(begin)
    return null
  }
  // A folder that was away for a moment, while we were busy and no event told of it.
  if (!mayBeHalf && hold.isOutdated) bell.saved(null)
  speaker.stderr.write(`${endLine}\n`)
  const isAsBefore = cause === 'lost' ? code === before?.code : cause === 'retry' && code === exitCodes.disk
  if (isAsBefore) return { code, messages: before?.messages ?? '' }
  if (isSilent) shell.stderr.write(`${begin}${said}`)
  return { code, messages: messagesIn(said) }
}

/** Says what is there again of what was lost, unless that has been said (`quiet`), and what is not: the record of prints. */
function sayLost(keeper: Keeper, { severity, quiet }: BuildArguments, shell: Shell): void {
  const run = startRun(severity, { ...shell, stderr: { write: () => {} } })
  const log = typeof run === 'number' ? new Log() : run.log
  const path = keeper.goneRecord
  if (path !== null) log.report('prints-gone', { file: path }, { path })
  const regained = keeper.regained()
  if (!quiet) shell.stderr.write(regained)
  sayMessages(log, shell.stderr, shell, { quiet, textOf: () => null })
}

/** The lines that hold the code of a message, such as `[sheets-none]`. */
const messagesIn = (said: string): string =>
  said
    .split('\n')
    .filter((line) => /\[[a-z]+(?:-[a-z]+)+\]/.test(line))
    .join('\n')

/** Where the sheets, their sources, the config, templates and the roster stand; the output folder is not looked at. */
function watchedBy(args: BuildArguments, shell: Shell) {
  // A broken config is said by the build.
  const run = startRun(undefined, { ...shell, stderr: { write: () => {} } })
  const config = typeof run === 'number' ? null : run.config
  const out = config ? outFolderApart(args, config, shell) : (args.out ?? 'out')
  const named = [args.roster ?? config?.roster, args.template].filter((path) => path !== undefined)
  return {
    paths: [...(args.paths ?? []), 'content', 'templates', configName, ...named],
    without: [out],
  }
}
