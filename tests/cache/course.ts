/** A small course in a folder of its own, built again and again as a person would. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { quickly } from '../../src/cache/quick.js'
import { run } from '../../src/cli/cli.js'
import type { Shell } from '../../src/shell.js'

const week = (n: number) =>
  `# Week ${n} — Recall\n\n## Monday — Doors\n\n1. Why does door ${n} open? See notes.md §1.\n2. Which two parts has it? See notes.md §2.\n`
const notes = (n: number) => `# Notes ${n}\n\n## 1 Hinges\n\nThey turn.\n\n## 2 Parts\n\nLeaf and frame.\n`

/** Around a run. */
interface Surroundings {
  program?: string
  env?: Shell['env']
}

export class Course {
  readonly cwd = mkdtempSync(join(tmpdir(), 'cold-recall-cache-'))
  /** Milliseconds since 1970, as the shell tells them; files are as old as the course says. */
  #ticks = 0
  #clock = Date.UTC(2026, 0, 1)

  constructor(weeks = 2) {
    for (let n = 1; n <= weeks; n++) {
      this.write(`content/week-${n}/recall.md`, week(n))
      this.write(`content/week-${n}/notes.md`, notes(n))
    }
  }

  /** Sets the clock of builds, in ms from now. */
  setClock(ms: number): void {
    this.#clock = ms
  }

  write(path: string, text: string | Uint8Array): void {
    const full = join(this.cwd, path)
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, text)
  }

  read(path: string): string {
    return readFileSync(join(this.cwd, path), 'utf8')
  }

  has(path: string): boolean {
    return existsSync(join(this.cwd, path))
  }

  /** Another number each time. */
  tick(): number {
    this.#ticks += 1
    return this.#ticks
  }

  edit(path: string, from: string | RegExp, to: string): void {
    const before = this.read(path)
    const after = before.replace(from, to)
    if (after === before) throw new Error(`nothing to edit in ${path}`)
    this.write(path, after)
  }

  /** Changes a file and gives it its old time back. */
  forge(path: string, from: string, to: string): void {
    const full = join(this.cwd, path)
    const { atime, mtime } = statSync(full)
    this.edit(path, from, to)
    utimesSync(full, atime, mtime)
  }

  remove(path: string): void {
    rmSync(join(this.cwd, path), { recursive: true, force: true })
  }

  /** A link at `path` that leads to `to`, as links say it. */
  link(to: string, path: string): void {
    this.remove(path)
    mkdirSync(dirname(join(this.cwd, path)), { recursive: true })
    symlinkSync(to, join(this.cwd, path))
  }

  /** The same course in another folder, whose output folder, if there is one, is empty. */
  copy(): Course {
    const copy = new Course(0)
    if (this.has('out')) mkdirSync(join(copy.cwd, 'out'))
    for (const name of readdirSync(this.cwd))
      if (name !== 'out')
        cpSync(join(this.cwd, name), join(copy.cwd, name), { recursive: true, verbatimSymlinks: true })
    return copy
  }

  rename(from: string, to: string): void {
    renameSync(join(this.cwd, from), join(this.cwd, to))
  }

  /** Runs `cold-recall …` as the process does; "up to date" without a build when nothing has changed. */
  async build(words = 'build', surroundings: Surroundings = {}) {
    let said = ''
    const stream = { write: (text: string) => (said += text) }
    return { ...(await this.#run(words, stream, stream, surroundings)), said }
  }

  /** The same, with what it says on each stream. */
  async check(words = 'check', surroundings: Surroundings = {}) {
    const said = { stdout: '', stderr: '' }
    const streamOf = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (said[name] += text) })
    return { ...(await this.#run(words, streamOf('stdout'), streamOf('stderr'), surroundings)), ...said }
  }

  async #run(
    words: string,
    stdout: Shell['stdout'],
    stderr: Shell['stderr'],
    { program = 'cold-recall test', env = {} }: Surroundings,
  ) {
    const argv = words.split(' ')
    this.#clock += 3_600_000
    const shell: Shell = {
      cwd: this.cwd,
      command: 'cold-recall',
      env,
      stdout,
      stderr,
      // Later than any file: the cache may take the disk's word for what it knows.
      now: () => new Date(Date.now() + this.#clock),
    }
    const quick = quickly(argv, shell, () => program)
    const code = quick.code ?? (await run(argv, { ...shell, ...quick.words }))
    return { code, upToDate: quick.code !== undefined }
  }

  /** The files below a folder and their bytes, but for what is remembered, which holds times; none where there is no such folder. */
  files(folder = 'out'): Record<string, string> {
    if (!this.has(folder)) return {}
    const names = readdirSync(join(this.cwd, folder), { recursive: true, encoding: 'utf8' }).sort()
    const files = names.filter(
      (name) => !/\.recall-(?:cache|check)\.json$/.test(name) && statSync(join(this.cwd, folder, name)).isFile(),
    )
    return Object.fromEntries(files.map((name) => [name, readFileSync(join(this.cwd, folder, name), 'latin1')]))
  }

  end(): void {
    rmSync(this.cwd, { recursive: true, force: true })
  }
}
