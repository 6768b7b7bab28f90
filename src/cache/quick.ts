/** The front of a build or a check: the same words as before, and nothing changed since. */
import { readKept } from '../disk/read.js'
import { type ExitCode, exitCodes, type Shell } from '../shell.js'
import type { LeftFiles } from './build-memory.js'
import { CheckLook, isOurs } from './check-look.js'
import { FirstLook } from './first-look.js'
import type { KnownRun } from './model.js'
import { outputsOf, type Standing } from './standing.js'
import { keyOfRun, pathsRead, saysQuiet } from './up-to-date.js'

/** The exit code, when all is as it was and that has been said; and the words by which a run that goes on is remembered, with what was seen. */
export interface Quick {
  code?: ExitCode
  words?: Pick<Required<Shell>, 'words'>
  /** Where all is up to date: what that was read from, as `pathsRead` has it. */
  read?: () => readonly string[]
  /** And what stands of it. */
  left?: () => LeftFiles
}

/**
 * Looks whether `build` or `check` has anything to do; `programOf` says which program it is, null where nobody knows. Commands and flags whose output is more
 * than files and messages are left to `run`.
 */
export function quickly(argv: readonly string[], shell: Shell, programOf: () => string | null): Quick {
  const [command, ...rest] = argv
  // A watch builds as a build with its words would.
  if (command === 'watch') return wordsOf(['build', ...rest], programOf())
  const isLeft = argv.some((word) => /^(?:-h|-f|--help|--json|--format|--report|--fix|--coverage)/.test(word))
  if ((command !== 'build' && command !== 'check') || isLeft) return {}
  const out = outOf(argv, shell.cwd)
  const { words } = command === 'build' || isOurs(shell.cwd, out) ? wordsOf(argv, programOf()) : {}
  if (!words) return {}
  const facts = [shell.cwd, out, keyOfRun(words.words, shell), shell.now().getTime()] as const
  const look = command === 'build' ? new FirstLook(...facts) : new CheckLook(...facts)
  const quick = look instanceof FirstLook ? quickBuild(look, argv, shell) : quickCheck(look, argv, shell)
  return quick ?? { words: { words: { ...words.words, look } } }
}

const wordsOf = (argv: readonly string[], program: string | null): Pick<Quick, 'words'> =>
  program === null ? {} : { words: { words: { argv, program } } }

/** Null for a build that has something to do. */
function quickBuild({ standing, out }: FirstLook, argv: readonly string[], { stderr }: Shell): Quick | null {
  const code = standing?.run.complete ? codeOf(standing) : null
  if (!standing || code === null) return null
  const { run, groups } = standing
  const outputs = outputsOf(standing)
  const files = outputs.length === 1 ? 'file' : 'files'
  stderr.write(saysQuiet(argv) ? run.quietly : `${run.said}Up to date: ${outputs.length} ${files}.\n`)
  return { code, read: () => pathsRead(run.shared, groups), left: () => ({ out, outputs }) }
}

/** Null for a check that has something to read. One that has not says what it said, in the same places. */
function quickCheck({ standing }: CheckLook, argv: readonly string[], { stdout, stderr }: Shell): Quick | null {
  const code = codeOf(standing)
  if (!standing || code === null) return null
  const { said, quietly, closing } = standing.run
  const isQuiet = saysQuiet(argv)
  const words = isQuiet ? quietly : said
  if (words !== '') stdout.write(words)
  if (!isQuiet) stderr.write(closing)
  return { code }
}

/** The exit code of a run that ended as it would end again; null when something has changed since. */
function codeOf(standing: Standing<KnownRun> | null): ExitCode | null {
  if (!standing?.isAll) return null
  const { exitCode } = standing.run
  return isCode(exitCode) ? exitCode : null
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
