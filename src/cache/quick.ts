/** The front of a build: the same words as before, and nothing changed since. */
import { readKept } from '../disk/read.js'
import { type ExitCode, exitCodes, type Shell } from '../shell.js'
import { FirstLook } from './first-look.js'
import { keyOfRun, pathsRead, saysQuiet } from './up-to-date.js'

/** The exit code, when all is up to date and that has been said; and the words by which a run that builds is remembered, with what was seen. */
export interface Quick {
  code?: ExitCode
  words?: Pick<Required<Shell>, 'words'>
  /** Where all is up to date: what that was read from, as `pathsRead` has it. */
  read?: () => readonly string[]
}

/**
 * Looks whether `build` has anything to do; `programOf` says which program it is, null where nobody knows. Commands and flags whose output is more
 * than files and messages are left to `run`.
 */
export function quickly(argv: readonly string[], shell: Shell, programOf: () => string | null): Quick {
  const [command, ...rest] = argv
  const isQuick = command === 'build' && !argv.some((word) => /^(?:-h|-f|--help|--json|--format|--report)/.test(word))
  const program = isQuick || command === 'watch' ? programOf() : null
  if (program === null) return {}
  // A watch builds as a build with its words would.
  if (command === 'watch') return { words: { words: { argv: ['build', ...rest], program } } }
  const words = { argv, program }
  const look = new FirstLook(shell.cwd, outOf(argv, shell.cwd), keyOfRun(words, shell), shell.now().getTime())
  const { run, groups, isAll } = look.standing ?? { run: null, groups: [], isAll: false }
  if (!run?.complete || !isAll || !isCode(run.exitCode)) return { words: { words: { ...words, look } } }
  const outputs = groups.reduce((sum, group) => sum + group.outputs.length, run.outputs.length)
  shell.stderr.write(
    saysQuiet(argv) ? run.quietly : `${run.said}Up to date: ${outputs} ${outputs === 1 ? 'file' : 'files'}.\n`,
  )
  return { code: run.exitCode, read: () => pathsRead(run.shared, groups) }
}

const isCode = (code: number): code is ExitCode => Object.values<number>(exitCodes).includes(code)

/** The output folder: the flag's, else what a line of the config says in plain words, else `out`. One that is said otherwise is found by `run`. */
function outOf(argv: readonly string[], cwd: string): string {
  for (const [i, word] of argv.entries()) {
    const said = /^(?:--out=|-o=?)(.+)$/.exec(word)?.[1]
    if (said) return said
    if (word === '--out' || word === '-o') return argv[i + 1] ?? 'out'
  }
  const config = readKept(cwd, '.', 'recall.config.yaml', 1_000_000)
  const text = config !== null && 'text' in config ? config.text : ''
  return /^out:[ \t]*["']?([^"'#\s]+)/m.exec(text)?.[1] ?? 'out'
}
