#!/usr/bin/env node
/** The process around `run`: real streams, clock, memory and exit code. A build that finds nothing changed ends here, and loads nothing else. */
import { quickly } from './cache/quick.js'
import { programBuild } from './disk/package.js'
import { exitCodes, placeOfStart, type Shell } from './shell.js'

/** True when nobody can read any more what we say. */
let isUnheard = false

// `cold-recall check | head` closes our streams early; that is no fault of anybody's. Any other fault is the disk's.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isUnheard ||= stream === process.stderr
    process.exitCode = error.code === 'EPIPE' ? process.exitCode : exitCodes.disk
  })
}

/** By which a terminal, or who closes it, asks a process to end. */
const interrupts = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const argv = process.argv.slice(2)
const shell: Shell = {
  ...placeOfStart({ script: process.argv[1] ?? '', cwd: process.cwd(), env: process.env }),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  onInterrupt(act) {
    for (const signal of interrupts) process.once(signal, act)
    // An editor or a terminal that is gone cannot ask.
    process.stderr.once('error', act)
    if (isUnheard) act()
    return () => {
      for (const signal of interrupts) process.off(signal, act)
      process.stderr.off('error', act)
    }
  },
}
async function start(): Promise<void> {
  const quick = quickly(argv, shell, programBuild)
  const code = quick.code ?? (await (await import('./cli/cli.js')).run(argv, { ...shell, ...quick.words }))
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
