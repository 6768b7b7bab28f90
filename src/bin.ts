#!/usr/bin/env node
/** The process around `run`: real streams, clock and exit code. */
import { run } from './cli.js'
import { exitCodes, placeOfStart } from './shell.js'

// `cold-recall check | head` closes our streams early; that is no fault of anybody's. Any other fault is the disk's.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exitCode = error.code === 'EPIPE' ? process.exitCode : exitCodes.disk
  })
}

const code = await run(process.argv.slice(2), {
  ...placeOfStart({ script: process.argv[1] ?? '', cwd: process.cwd(), env: process.env }),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
})
process.exitCode ??= code
