/**
 * Builds and watches that are killed at any moment: the files of the output folder are whole, old or new, and the next build mends what is missing.
 * `FAULT_RUNS=300` for more; the built program is run (`npm run build`), as people run it.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'dist/bin.cjs')
const runs = Number(process.env.FAULT_RUNS ?? 25)
const cwd = mkdtempSync(join(tmpdir(), 'cold-recall-faults-'))
const out = join(cwd, 'out')
const patience = 120_000 + runs * 10_000
const sheet = join(cwd, 'content/week-01/recall.md')
const text = (version: number) =>
  `# Week 1 — Recall\n\n## Monday\n\n1. Why does door ${version} open?\n2. Name its two parts.\n`

/** Whole builds of two versions, to hold files against: bytes by version and path. */
const whole: Map<string, string>[] = []

const files = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  )

beforeAll(() => {
  mkdirSync(join(cwd, 'content/week-01'), { recursive: true })
  for (const version of [0, 1]) {
    writeFileSync(sheet, text(version))
    const made = spawnSync(process.execPath, [bin, 'build', '--out', `whole-${version}`], { cwd, encoding: 'utf8' })
    expect(made.status, made.stderr).toBe(0)
    whole.push(files(join(cwd, `whole-${version}`)))
  }
}, 120_000)
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

test(
  `${runs} killed builds leave whole files, and the next build mends what is missing`,
  async () => {
    const started = Date.now()
    spawnSync(process.execPath, [bin, 'build'], { cwd })
    const usual = Date.now() - started
    let killed = 0
    for (let run = 0; run < runs; run++) {
      writeFileSync(sheet, text(run % 2))
      // Sometimes over old files, sometimes into an empty folder.
      if (run % 5 === 0) rmSync(out, { recursive: true, force: true })
      const child = spawn(process.execPath, [bin, 'build'], { cwd, stdio: 'ignore' })
      const ended = new Promise<void>((done) => {
        child.on('exit', (_code, signal) => {
          if (signal === 'SIGKILL') killed++
          done()
        })
      })
      // Spread over the whole of a build, the end of which writes.
      setTimeout(() => child.kill('SIGKILL'), (usual * ((run * 7919) % 997)) / 997)
      await ended
      expectWhole(`run ${run}`)
    }
    expectMended()
    process.stdout.write(`${killed} of ${runs} builds were killed before they ended\n`)
    expect(killed).toBeGreaterThan(runs / 3)
  },
  patience,
)

const watches = Math.ceil(runs / 2)
test(
  `${watches} watches that are killed while they build leave whole files, and the next build mends what is missing`,
  async () => {
    let building = 0
    for (let run = 0; run < watches; run++) {
      writeFileSync(sheet, text(run % 2))
      const child = spawn(process.execPath, [bin, 'watch'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
      const ended = new Promise((done) => child.on('exit', done))
      let said = ''
      await new Promise<void>((ready) => {
        child.stderr.setEncoding('utf8').on('data', (words: string) => {
          said += words
          if (said.includes('Watching for changes')) ready()
        })
      })
      said = ''
      writeFileSync(sheet, text((run + 1) % 2))
      // A warm build begins when its file has come to rest, which no clock of ours knows: every other kill waits until it says so.
      const began = new Promise<void>((begun) => child.stderr.on('data', () => said.includes('Building') && begun()))
      if (run % 2 === 0) await began
      await new Promise((wake) => setTimeout(wake, ((run % 2 === 0 ? 40 : 200) * ((run * 7919) % 997)) / 997))
      child.kill('SIGKILL')
      await ended
      if (said.includes('Building') && !said.includes('Watching')) building++
      expectWhole(`watch ${run}`)
    }
    expectMended()
    process.stdout.write(`${building} of ${watches} watches were killed while they built\n`)
    expect(building).toBeGreaterThan(0)
  },
  patience,
)

test.each(['build', 'watch'])(
  'Ctrl-C ends a %s in the middle of a long sheet at once, and the next one takes over what it left',
  async (command) => {
    const questions = Array.from(
      { length: 900 },
      (_, i) => `${i + 1}. Why does door ${i} open ${'and shut '.repeat(40)}?\n`,
    )
    writeFileSync(sheet, `# Week 1 — Recall\n\n## Monday\n\n${questions.join('')}`)
    rmSync(out, { recursive: true, force: true })
    const child = spawn(process.execPath, [bin, command], { cwd, stdio: 'ignore' })
    const ended = new Promise((done) => child.on('exit', (code, signal) => done({ code, signal })))
    // The lock tells that it builds; the sheet takes seconds.
    while (!existsSync(join(out, '.recall-lock'))) await new Promise((wake) => setTimeout(wake, 10))
    await new Promise((wake) => setTimeout(wake, 100))
    const pressed = Date.now()
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: null, signal: 'SIGINT' })
    expect(Date.now() - pressed).toBeLessThan(1000)
    expect([...files(out).keys()]).toEqual(['.recall-lock'])
    expectMended()
  },
  patience,
)

test(
  'Ctrl-C ends a watch that waits with 0',
  async () => {
    writeFileSync(sheet, text(0))
    const { child, ended } = await waitingWatch()
    await new Promise((wake) => setTimeout(wake, 100))
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 0, signal: null })
    expect([...files(out).keys()].filter((name) => name.includes('lock'))).toEqual([])
  },
  patience,
)

test(
  'a watch ends with what it has to say when nobody reads that any more',
  async () => {
    writeFileSync(sheet, text(0))
    const { child, ended } = await waitingWatch()
    child.stderr.destroy()
    await new Promise((wake) => setTimeout(wake, 100))
    writeFileSync(sheet, text(1))
    expect(await ended).toEqual({ code: 0, signal: null })
    expectMended()
  },
  patience,
)

/** A watch that has built and waits; `ended` tells how it ends. */
async function waitingWatch() {
  const child = spawn(process.execPath, [bin, 'watch'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((done) => child.on('exit', (code, signal) => done({ code, signal })))
  await new Promise<void>((ready) => {
    child.stderr.setEncoding('utf8').on('data', (words: string) => words.includes('Watching for changes') && ready())
  })
  return { child, ended }
}

/** Every product in the output folder is that of one of the two versions. */
function expectWhole(after: string): void {
  for (const [name, bytes] of existsSync(out) ? files(out) : []) {
    if (!/\.(?:pdf|pptx)$/.test(name)) continue
    expect(
      whole.some((version) => version.get(name) === bytes),
      `${name} after ${after}`,
    ).toBe(true)
  }
}

/** A last build makes the products of the first version, and leaves nothing else. */
function expectMended(): void {
  writeFileSync(sheet, text(0))
  const last = spawnSync(process.execPath, [bin, 'build'], { cwd, encoding: 'utf8' })
  expect(last.status, last.stderr).toBe(0)
  const names = [...files(out).keys()].sort()
  // The lock of a killed build may stay: who needs it takes it over, and a build that finds all up to date needs none.
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
  for (const name of ['week-01/workbook.pdf', 'week-01/deck.pptx'])
    expect(files(out).get(name)).toBe(whole[0]?.get(name))
}
