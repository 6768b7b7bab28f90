/** `cold-recall init [dir]`: a small sheet with its source, to start from. */
import { Log } from '../diagnostics.js'
import { starterFiles } from '../disk/package.js'
import { isThere, writeOutputs } from '../disk/write.js'
import { type ExitCode, exitCodeOf, exitCodes, type Shell } from '../shell.js'
import { sayMessages } from './common.js'

/** Flags and operands, as `cli.ts` reads them. */
export interface InitArguments {
  dir: string
  quiet: boolean
}

/** Writes the starter files into `dir`; a file that stands there already is left as it is and said. */
export function init(args: InitArguments, shell: Shell): ExitCode {
  const log = new Log()
  const files = starterFiles()
  const fresh = files.filter(({ path }) => !isThere(shell.cwd, `${args.dir}/${path}`))
  const { written } = writeOutputs(shell.cwd, args.dir, fresh, log)
  sayMessages(log, shell.stderr, shell, { quiet: false, textOf: () => null })
  if (!args.quiet) {
    for (const path of written) shell.stderr.write(`wrote ${path}\n`)
    for (const { path } of files.filter((file) => !fresh.includes(file))) {
      shell.stderr.write(`kept ${args.dir === '.' ? '' : `${args.dir}/`}${path}, which was there\n`)
    }
    const into = args.dir === '.' ? '' : `cd ${args.dir} && `
    if (written.length > 0) shell.stderr.write(`Next: ${into}${shell.command} build\n`)
  }
  return log.messages.length > 0 ? exitCodeOf(log.messages, 'error') : exitCodes.ok
}
