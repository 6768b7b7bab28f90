/** Builds that nobody waits for, when a watch begins: what they load and what V8 makes of them is there when somebody does. */
import { build } from '../../build/build.js'
import type { SheetText } from '../../build/read-sheets.js'
import type { BuildMemory } from '../../cache/build-memory.js'
import { Recorder } from '../../cache/recorder.js'
import type { Shell } from '../../shell.js'
import { askedOptions, type BuildArguments } from '../build.js'
import { diskWorld, openSheets, startRun } from '../common.js'

/** Milliseconds of rest before each. */
const rest = 300

/** A save may come while one runs: of weeks that take longer, in milliseconds, no other is rehearsed. */
const long = 150

/** Of a longer sheet even one takes seconds, for which a save, or who ends the watch, would wait; in letters. */
const longest = 50_000

/** After so many V8 has made of what a build runs most of what it will. */
const times = 8

/**
 * Builds the first sheet that is not too long a few times into nothing, each time with another word, as long as `isQuiet` waits so many milliseconds without being
 * called. Nothing is written or said; what is wrong is told by the build that somebody asks for. After a start that has found all up to date, the
 * first save would else take as long as a build by a program that has just started.
 */
export async function rehearse(
  args: BuildArguments,
  shell: Shell,
  memory: BuildMemory,
  isQuiet: (ms: number) => Promise<boolean>,
): Promise<void> {
  const silent: Shell = { ...shell, stdout: { write: () => {} }, stderr: { write: () => {} } }
  let texts: SheetText[] | null = null
  for (let turn = 0; turn < times; turn++) {
    if (!(await isQuiet(rest))) return
    const began = performance.now()
    try {
      const run = startRun(args.severity, silent)
      if (typeof run === 'number') return
      const log = run.newLog()
      texts ??= openSheets(args.paths ?? [], silent, log)
      const sheet = texts.find(({ text }) => text.length <= longest)
      if (!sheet) return
      const world = diskWorld(silent, { ...run, log }, { recorder: new Recorder(shell.cwd), memory })
      const options = { ...askedOptions(args, run.config, silent), booklet: false }
      const text = sheet.text.replace(/(?=[?？؟])/, ' again'.repeat(turn))
      await build([{ ...sheet, text }], { ...world, take: () => 'kept' }, options, log)
    } catch {
      return
    }
    if (turn > 0 && performance.now() - began > long) return
  }
}
