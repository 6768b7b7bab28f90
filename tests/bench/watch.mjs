/**
 * `node tests/bench/watch.mjs [SAVES]`: a watch over the real sheet; each save of the sheet is timed until both files stand on the disk anew.
 * Then the same rebuilds in one process, and the pipeline alone (`src/build/build.ts`, from texts to bytes).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const saves = Number(process.argv[2] ?? 15)
const warmUp = 5
const work = mkdtempSync(join(tmpdir(), 'cold-recall-watch-'))
cpSync(join(root, 'content/week-17'), join(work, 'content/week-17'), { recursive: true })
const sheet = join(work, 'content/week-17/04_daily_recall.md')
const text = readFileSync(sheet, 'utf8')
/** The sheet with another first question each time. */
const edited = (turn) => text.replace('Why', `Why, in case ${turn},`)
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const say = (name, values) =>
  process.stdout.write(
    `${name.padEnd(38)} median ${median(values).toFixed(0).padStart(5)} ms   least ${Math.min(...values)
      .toFixed(0)
      .padStart(5)}   most ${Math.max(...values)
      .toFixed(0)
      .padStart(5)}\n`,
  )

try {
  await timeSaves()
  await timeBuilds()
} finally {
  rmSync(work, { recursive: true, force: true })
}

async function timeSaves() {
  const watch = spawn(process.execPath, [join(root, 'dist/bin.cjs'), 'watch'], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  watch.stderr.on('data', (words) => {
    said += words
  })
  const outputs = ['workbook.pdf', 'deck.pptx'].map((name) => join(work, 'out/week-17', name))
  const stamp = (path) => {
    try {
      const { mtimeNs, ino } = statSync(path, { bigint: true })
      return `${mtimeNs} ${ino}`
    } catch {
      return ''
    }
  }
  const until = async (isSo) => {
    const start = performance.now()
    while (!isSo()) {
      if (performance.now() - start > 60_000) throw new Error(`nothing happens:\n${said}`)
      await wait(1)
    }
  }
  await until(() => said.includes('Watching for changes'))
  const times = []
  for (let turn = 0; turn < saves + warmUp; turn++) {
    const before = outputs.map(stamp)
    said = ''
    const start = performance.now()
    writeFileSync(sheet, edited(turn))
    await until(() => outputs.every((path, i) => stamp(path) !== before[i] && stamp(path) !== ''))
    if (turn >= warmUp) times.push(performance.now() - start)
    await until(() => said.includes('Watching for changes'))
    await wait(50)
  }
  watch.kill('SIGINT')
  await once(watch, 'exit')
  process.stdout.write(`watch, ${saves} saves after ${warmUp}, Node ${process.version}\n`)
  say('save to both files', times)
}

/** The same rebuilds in one process without watching: from the sheet on the disk to all files there, and of that the pipeline, from texts to bytes. */
async function timeBuilds() {
  const from = (path) => import(join(root, 'dist', path))
  const [{ askedOptions, buildAll }, { diskWorld, openSheets, startRun }, { build }, { Recorder }, { BuildMemory }] =
    await Promise.all(
      ['commands/build.js', 'commands/common.js', 'build/build.js', 'cache/recorder.js', 'cache/build-memory.js'].map(
        from,
      ),
    )
  const silent = { write() {} }
  const shell = {
    cwd: work,
    env: {},
    stdout: silent,
    stderr: silent,
    now: () => new Date(),
    words: { argv: ['build'], program: 'bench' },
  }
  const args = {
    split: false,
    booklet: false,
    report: false,
    quiet: true,
    format: 'text',
    failOn: 'error',
    out: 'pipeline',
  }
  const memory = new BuildMemory(work)
  const pipeline = async (only) => {
    const { log, ...run } = startRun([], shell)
    const texts = openSheets([], shell, log)
    const world = diskWorld(shell, { ...run, log }, { recorder: new Recorder(work), memory })
    const options = askedOptions({ ...args, only }, run.config, shell)
    const start = performance.now()
    await build(texts, { ...world, take: () => 'kept' }, options, log)
    return performance.now() - start
  }
  const whole = async (only) => {
    const start = performance.now()
    await buildAll({ ...args, only }, shell, memory)
    return performance.now() - start
  }
  for (const [name, time] of [
    ['build in one process', whole],
    ['of that, the pipeline', pipeline],
  ])
    for (const only of [undefined, 'workbook', 'deck']) {
      const times = []
      for (let turn = 0; turn < saves + warmUp; turn++) {
        writeFileSync(sheet, edited(turn))
        const taken = await time(only)
        if (turn >= warmUp) times.push(taken)
      }
      say(`${name}, ${only ?? 'both files'}`, times)
    }
}
