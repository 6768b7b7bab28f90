#!/usr/bin/env node
/** The process around `run`: real streams, clock and exit code. */
import { run } from './cli.js'

// `cold-recall check | head` closes our stdout early; that is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
})
