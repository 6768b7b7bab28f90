/**
 * How V8 is set before the program starts. Like `code-cache.ts` it stands at the front of `dist/bin.cjs`, and nothing else knows of it: what is kept of
 * scripts is bound to the flags of V8, so these must be the same whenever one is opened.
 */
import { setFlagsFromString } from 'node:v8'

/**
 * Sets the flags for runs as short as ours. What Node keeps of its own modules is bound to the flags as well, and afterwards it would make of them anew what
 * it opens: that takes twice as long. So what all runs need is opened before, and what makes digests when the command, as "build", makes files.
 */
export function setUpEngine(command: string | undefined): void {
  void [process.stdout, process.stderr]
  const makesFiles = command === 'build' || command === 'watch'
  for (const name of ['node:vm', 'node:zlib', ...(makesFiles ? ['node:crypto'] : [])]) process.getBuiltinModule(name)

  // Flags differ between versions of V8, which says on stderr when it does not know one: 11 is Node 20, 13 is Node 24.
  const v8 = Number.parseInt(process.versions.v8, 10)
  if (v8 <= 13) {
    // What is made of a week is let go before the next one. By itself V8 lets garbage grow to some three times of what is alive before it
    // looks for it; for a course of 400 weeks that is 150 MB more, and no faster.
    setFlagsFromString('--heap-growing-percent=60')

    // What V8 made of a function stays, however long ago the function ran: what is kept for the next run (`code-cache.ts`) is what is there at
    // the end, and a course of 52 weeks kept three fifths of it.
    setFlagsFromString('--no-flush-bytecode')

    // Regular expressions are compiled at once, not first for an interpreter: of our large ones that took five times as long. Those that have run
    // already may go on as they began: with `--no-regexp-tier-up` V8 11 takes what it made for its interpreter for code of the machine, and dies.
    setFlagsFromString('--regexp-tier-up-ticks=0')
  }

  // Functions are optimised later, and in one step: in runs as short as ours that work costs more than it saves, a quarter of a build on Node 20,
  // a fifth on Node 22 and a tenth on Node 24. A course of 52 weeks takes as long as without. A watch runs long: optimised sooner than by itself, its
  // rebuilds take a tenth less, and only its first build takes a twentieth more; what V8 made it keeps apart.
  const later =
    v8 === 11
      ? [`--interrupt-budget=${command === 'watch' ? 40_000 : 400_000}`]
      : v8 <= 13
        ? ['--no-maglev', '--invocation-count-for-turbofan=12000']
        : []
  for (const flag of later) setFlagsFromString(flag)
}
