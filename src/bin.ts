#!/usr/bin/env node
/** The process around `run`: real streams, clock, memory and exit code. A build that finds nothing changed ends here, and loads nothing else. */
import { setFlagsFromString } from 'node:v8'
import { quickly } from './cache/quick.js'
import { programBuild } from './disk/package.js'
import { exitCodes, placeOfStart, type Shell } from './shell.js'

// Flags differ between versions of V8, which says on stderr when it does not know one: 11 is Node 20, 13 is Node 24.
const v8 = Number.parseInt(process.versions.v8, 10)

if (v8 <= 13) {
  // What is made of a week is let go before the next one. By itself V8 lets garbage grow to some three times of what is alive before it
  // looks for it; for a course of 400 weeks that is 150 MB more, and no faster.
  setFlagsFromString('--heap-growing-percent=60')

  // What V8 made of a function stays, however long ago the function ran: what is kept for the next run (`disk/code-cache.ts`) is what is there at
  // the end, and a course of 52 weeks kept three fifths of it.
  setFlagsFromString('--no-flush-bytecode')

  // Regular expressions are compiled at once, not first for an interpreter: of our large ones that took five times as long.
  setFlagsFromString('--no-regexp-tier-up')
}

// Functions are optimised later, and in one step: in runs as short as ours that work costs more than it saves, a quarter of a build on Node 20,
// a fifth on Node 22 and a tenth on Node 24. A course of 52 weeks takes as long as without.
const later =
  v8 === 11 ? ['--interrupt-budget=400000'] : v8 <= 13 ? ['--no-maglev', '--invocation-count-for-turbofan=12000'] : []
for (const flag of later) setFlagsFromString(flag)

// `cold-recall check | head` closes our streams early; that is no fault of anybody's. Any other fault is the disk's.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exitCode = error.code === 'EPIPE' ? process.exitCode : exitCodes.disk
  })
}

const argv = process.argv.slice(2)
const shell: Shell = {
  ...placeOfStart({ script: process.argv[1] ?? '', cwd: process.cwd(), env: process.env }),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  onInterrupt(act) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, act)
  },
}
async function start(): Promise<void> {
  const quick = quickly(argv, shell, programBuild)
  const code = quick.code ?? (await (await import('./cli.js')).run(argv, { ...shell, ...quick.words }))
  process.exitCode ??= code
  // Behind what a stream has to tell of its last words.
  setImmediate(leave)
}

/**
 * When all is done and said, Node would wait for the compiler and the garbage collector to end what they do beside us, and take down piece by piece
 * what the system takes back at once: that is a tenth of a check.
 */
function leave(): void {
  if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit()
}

// Where the last words are still on their way, as into a pipe on Windows.
process.once('beforeExit', () => process.exit())

void start()
