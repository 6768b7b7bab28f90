/** What of a run still is as it left it. Loads no more than it needs to find that out. */
import { isAbsolute } from 'node:path'
import { holds, type Stamp } from '../disk/stamps.js'
import { type Shell, wantsColour } from '../shell.js'
import type { KnownGroup, KnownRun } from './model.js'

/**
 * The key of a run: what decides what it does, beside the files that it reads. The same words with the same program (version and build) give the
 * same one, for one `SOURCE_DATE_EPOCH`, messages in colours or not, and one weekday, where `today` is asked for. With `--quiet` the same is done, and
 * only less said of it.
 */
export function keyOfRun({ argv, program }: Required<Shell>['words'], { env, stdout, stderr, now }: Shell): string {
  const day = argv.some((word) => /today/i.test(word)) ? now().getDay() : null
  // Messages are what a check is asked for; a build says them beside what it makes.
  const colour = wantsColour(argv[0] === 'check' ? stdout : stderr, env)
  return JSON.stringify([program, process.version, argv.filter(isNotQuiet), env.SOURCE_DATE_EPOCH ?? null, colour, day])
}

/** True for every word but `--quiet` and `-q`, unless another says whether it counts, or that what follows are paths. */
const isNotQuiet = (word: string, i: number, argv: readonly string[]): boolean =>
  !/^(?:-q|--quiet)$/.test(word) || /^(?:true|false)$/.test(argv[i + 1] ?? '') || argv.slice(0, i).includes('--')

/** True for a command line that asks for `--quiet`. */
export const saysQuiet = (argv: readonly string[]): boolean => !argv.every(isNotQuiet)

/** True when all that the sheets of a folder were read from and built into is as the run left it. */
export const groupStands = (cwd: string, { inputs, outputs, seen = 0 }: KnownGroup, { began }: KnownRun): boolean =>
  // What was seen once more when a long run ended need not be read.
  allHold(cwd, inputs, began) && allHold(cwd, outputs, Math.max(began, seen))

/**
 * True when every file and folder is as its stamp says. `began`: when the run began that stamped them, ms since 1970; younger files are read rather than
 * believed (`holds`).
 */
export const allHold = (cwd: string, stamps: readonly Stamp[], began: number): boolean =>
  stamps.every((stamp) => holds(cwd, stamp, began))

/**
 * Paths of what was read, as stamps have them, but for what lies below `content/`, and for what all weeks read outside of the working folder, as the
 * fonts of the package: what a watch does not see by itself.
 */
export const pathsRead = (shared: readonly Stamp[], groups: readonly Pick<KnownGroup, 'inputs'>[]): string[] =>
  [...shared.filter(({ path }) => !isAbsolute(path)), ...groups.flatMap(({ inputs }) => inputs)]
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('content/'))
