/** Watching: what is saved is built, whatever way editors save. */
import { mkdirSync, renameSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Recorder } from '../../src/cache/recorder.js'
import { run } from '../../src/cli/cli.js'
import { beginLine, endLine } from '../../src/commands/watch.js'
import type { Shell } from '../../src/shell.js'
import { fromNothing } from './builds.js'
import { Course } from './course.js'

/** A watch on a course, which can be asked what it said since it was asked last. */
class Watch {
  readonly #ended: Promise<number>
  #interrupt: (() => void) | null = null
  #said = ''
  #isEnded = false

  constructor(course: Course, words = 'watch') {
    const write = (text: string) => {
      this.#said += text
    }
    const shell: Shell = {
      cwd: course.cwd,
      command: 'cold-recall',
      env: {},
      stdout: { write },
      stderr: { write },
      words: { argv: words.replace('watch', 'build').split(' '), program: 'cold-recall test' },
      now: () => new Date(),
      onInterrupt: (act) => {
        this.#interrupt = act
        if (this.#isEnded) act()
        return () => {
          this.#interrupt = null
        }
      },
    }
    this.#ended = run(words.split(' '), shell)
  }

  /** What it says up to the end of a build. */
  async nextBuild(): Promise<string> {
    for (let waited = 0; waited < 60_000; waited += 20) {
      const end = this.#said.indexOf(endLine)
      if (end >= 0) {
        const build = this.#said.slice(0, end)
        this.#said = this.#said.slice(end + endLine.length + 1)
        return build
      }
      await new Promise((wake) => setTimeout(wake, 20))
    }
    throw new Error(`no build in a minute; it said: ${this.#said}`)
  }

  /** True while it asks to be told of Ctrl-C. */
  get hears(): boolean {
    return this.#interrupt !== null
  }

  /** Waits until it builds. */
  async begun(): Promise<void> {
    while (!this.#said.includes(beginLine)) await new Promise((wake) => setTimeout(wake, 5))
  }

  /** What it says in so many milliseconds. */
  async saidWithin(ms: number): Promise<string> {
    await new Promise((wake) => setTimeout(wake, ms))
    return this.#said
  }

  /** As soon as it waits. */
  end(): Promise<number> {
    this.#isEnded = true
    this.#interrupt?.()
    return this.#ended
  }
}

let course: Course
let watch: Watch
beforeEach(() => {
  course = new Course(2)
})
afterEach(async () => {
  await watch.end()
  course.end()
})

const built = (said: string) => [...said.matchAll(/^content\/(week-\d+)\/\S+ {2}\d/gm)].map(([, week]) => week)

describe('a watch', () => {
  test('builds at first, and then what an edit touches; between two lines for editors', async () => {
    watch = new Watch(course)
    const first = await watch.nextBuild()
    expect(first.startsWith(`${beginLine}\n`)).toBe(true)
    expect(built(first)).toEqual(['week-1', 'week-2'])
    course.edit('content/week-2/recall.md', 'door 2 open', 'door 2 close')
    expect(built(await watch.nextBuild())).toEqual(['week-2'])
  }, 120_000)

  test('begins on a course that is up to date, and builds an edit after some rest as from nothing', async () => {
    await course.build('build')
    watch = new Watch(course)
    await watch.nextBuild()
    // It rehearses in the meantime.
    await new Promise((wake) => setTimeout(wake, 2000))
    course.edit('content/week-1/recall.md', 'door 1 open', 'door 1 close')
    expect(built(await watch.nextBuild())).toEqual(['week-1'])
    const { 'recall-manifest.json': _ids, ...files } = course.files()
    expect(files).toEqual((await fromNothing(course)).files)
  }, 120_000)

  test('sees files that editors rename into place, or take away and write anew', async () => {
    watch = new Watch(course)
    await watch.nextBuild()
    const sheet = join(course.cwd, 'content/week-1/recall.md')
    course.write('content/week-1/.recall.md.swp', course.read('content/week-1/recall.md').replace('open', 'shut'))
    renameSync(join(course.cwd, 'content/week-1/.recall.md.swp'), sheet)
    expect(built(await watch.nextBuild())).toEqual(['week-1'])
    const text = course.read('content/week-1/recall.md')
    unlinkSync(sheet)
    course.write('content/week-1/recall.md', text.replace('shut', 'stick'))
    expect(await watch.nextBuild()).toContain('week-1')
  }, 120_000)

  test.each([
    ['has errors by then', (text: string) => text.replace('# Week 1', '---\npaper: nope\n---\n# Week 1')],
    ['could be built', (text: string) => text.replace('close', 'half')],
  ])(
    'keeps and says nothing of a sheet that is read while it is being saved, though it %s',
    async (_, halfOf) => {
      watch = new Watch(course)
      await watch.nextBuild()
      const sheet = 'content/week-1/recall.md'
      const whole = course.read(sheet).replace('open', 'close')
      const { sheet: told } = Recorder.prototype
      const reading = vi.spyOn(Recorder.prototype, 'sheet').mockImplementation(function (
        this: Recorder,
        full,
        ...rest
      ) {
        told.call(this, full, ...rest)
        if (!full.endsWith(sheet)) return
        course.write(sheet, whole)
        reading.mockRestore()
      })
      course.write(sheet, halfOf(whole))
      const said = await watch.nextBuild()
      expect(built(said)).toEqual(['week-1'])
      expect(said.split(beginLine)).toHaveLength(2)
      expect(said).not.toContain('[paper-unknown]')
      const { 'recall-manifest.json': _ids, ...files } = course.files()
      expect(files).toEqual((await fromNothing(course)).files)
      expect(await watch.saidWithin(500)).toBe('')
    },
    120_000,
  )

  test('builds again what it read while the folder of all sheets was away for a moment', async () => {
    const { sheet, file } = Recorder.prototype
    const reading = vi.spyOn(Recorder.prototype, 'sheet').mockImplementation(function (this: Recorder, full, ...rest) {
      sheet.call(this, full, ...rest)
      if (full.endsWith('week-2/recall.md')) course.rename('content', 'away')
    })
    const missing = vi.spyOn(Recorder.prototype, 'file').mockImplementation(function (
      this: Recorder,
      full,
      bytes,
      ...rest
    ) {
      file.call(this, full, bytes, ...rest)
      if (bytes !== null || !full.endsWith('week-1/notes.md')) return
      course.rename('away', 'content')
      reading.mockRestore()
      missing.mockRestore()
    })
    watch = new Watch(course)
    expect(await watch.nextBuild()).toContain('[source-absent]')
    // Nothing is believed of a build that has read two things of one file.
    expect(built(await watch.nextBuild())).toEqual(['week-1', 'week-2'])
    const { 'recall-manifest.json': _ids, ...files } = course.files()
    expect(files).toEqual((await fromNothing(course)).files)
    expect(await watch.saidWithin(500)).toBe('')
  }, 120_000)

  test('waits for words where a file is emptied before it is written, also while another is saved', async () => {
    watch = new Watch(course)
    await watch.nextBuild()
    const sheets = ['content/week-1/recall.md', 'content/week-2/recall.md'] as const
    for (const ms of [25, 45, 120]) {
      const whole = sheets.map((path) => course.read(path).replace(/open.*\?/, `open in ${ms} ms?`))
      course.write(sheets[0], '')
      course.write(sheets[1], whole[1] ?? '')
      await watch.saidWithin(ms)
      course.write(sheets[0], whole[0] ?? '')
      expect(built(await watch.nextBuild())).toEqual(['week-1', 'week-2'])
      expect(await watch.saidWithin(300)).toBe('')
    }
    course.write(sheets[0], '')
    expect(await watch.nextBuild()).toContain('[sheet-empty]')
  }, 120_000)

  test('takes in sheets that come, and templates and the config', async () => {
    watch = new Watch(course)
    await watch.nextBuild()
    course.write('content/week-3/recall.md', course.read('content/week-2/recall.md').replaceAll('2', '3'))
    expect(built(await watch.nextBuild())).toContain('week-3')
    course.write('recall.config.yaml', 'ruling: wide\n')
    expect(built(await watch.nextBuild())).toEqual(['week-1', 'week-2', 'week-3'])
  }, 120_000)

  test.each(['built by it', 'built before'])(
    'sees sources beside a sheet outside of content/, and a template outside of templates/, when they were %s',
    async (when) => {
      course.rename('content/week-2', 'other')
      course.write('looks/template.yaml', 'name: looks\nextends: classic\nworkbook: { paper: a5 }\n')
      course.write('recall.config.yaml', 'template: looks\n')
      if (when === 'built before') await course.build('build other/recall.md')
      watch = new Watch(course, 'watch other/recall.md')
      await watch.nextBuild()
      course.edit('other/notes.md', 'Hinges', 'Pivots')
      expect(await watch.nextBuild()).toContain('Key and check slides only: W2 Mon 1')
      course.edit('looks/template.yaml', 'a5', 'b5')
      expect(await watch.nextBuild()).toContain('Wrote 1 file, 1 unchanged')
    },
    120_000,
  )

  test('sees what a template says in the language of a sheet, and says each time what is wrong there', async () => {
    course.remove('content/week-2')
    course.edit('content/week-1/recall.md', '# Week 1', '---\nlang: de\ntemplate: ours\n---\n# Week 1')
    course.write('templates/ours/template.yaml', 'name: ours\nextends: classic\n')
    const language = 'templates/ours/languages/de.yaml'
    // Whole or not at all, as editors save: a file that is seen while it is written is built as it is then.
    const save = (text: string) => {
      course.write('saved.yaml', text)
      mkdirSync(join(course.cwd, 'templates/ours/languages'), { recursive: true })
      renameSync(join(course.cwd, 'saved.yaml'), join(course.cwd, language))
    }
    watch = new Watch(course)
    await watch.nextBuild()
    const clean = async () => (await fromNothing(course)).files
    for (const pitch of [9, 12]) {
      save(`workbook: { ruling: { pitch: ${pitch} } }\n`)
      expect(built(await watch.nextBuild())).toEqual(['week-1'])
      const { 'recall-manifest.json': _ids, ...files } = course.files()
      expect(files).toEqual(await clean())
    }
    save('bar: 1\n')
    expect(await watch.nextBuild()).toContain('[template-key-unknown]')
    course.edit('content/week-1/recall.md', 'door 1', 'gate 1')
    expect(await watch.nextBuild()).toContain('[template-key-unknown]')
    course.remove(language)
    expect(built(await watch.nextBuild())).toEqual(['week-1'])
  }, 120_000)

  test('shows the messages of a broken sheet and keeps its last good files', async () => {
    watch = new Watch(course)
    await watch.nextBuild()
    const before = course.files()
    course.edit('content/week-1/recall.md', '# Week 1', '---\npaper: nope\n---\n# Week 1')
    expect(await watch.nextBuild()).toContain('[paper-unknown]')
    expect(course.files()).toEqual(before)
  }, 120_000)

  test.each([
    ['an error', '# Week 1', '---\npaper: nope\n---\n# Week 1', '[paper-unknown]'],
    ['a warning', 'notes.md §1', 'notes.md §9', '[section-unknown]'],
  ])(
    'says that all is well when %s was undone',
    async (_, from, to, code) => {
      course.remove('content/week-2')
      watch = new Watch(course)
      await watch.nextBuild()
      const sheet = course.read('content/week-1/recall.md')
      course.edit('content/week-1/recall.md', from, to)
      expect(await watch.nextBuild()).toContain(code)
      course.write('content/week-1/recall.md', sheet)
      const after = await watch.nextBuild()
      expect(after.startsWith(`${beginLine}\n`)).toBe(true)
      expect(after).not.toContain(code)
    },
    120_000,
  )

  test('says so too when the folder of all sheets went and came back, and then keeps still', async () => {
    watch = new Watch(course)
    await watch.nextBuild()
    renameSync(join(course.cwd, 'content'), join(course.cwd, 'away'))
    expect(await watch.nextBuild()).toContain('[file-missing]')
    renameSync(join(course.cwd, 'away'), join(course.cwd, 'content'))
    expect(await watch.nextBuild()).toBe(`${beginLine}\nUp to date: 4 files.\n`)
    course.write('content/week-1/recall.md', course.read('content/week-1/recall.md'))
    course.edit('content/week-2/recall.md', 'door 2 open', 'door 2 close')
    expect(built(await watch.nextBuild())).toEqual(['week-2'])
  }, 120_000)

  test('builds once for a save, also when it looks for events that were lost', async () => {
    watch = new Watch(course)
    await watch.nextBuild()
    course.write('recall.config.yaml', 'papre: a4\n')
    expect(await watch.nextBuild()).toContain('[config-key-unknown]')
    expect(await watch.saidWithin(2500)).toBe('')
    course.remove('recall.config.yaml')
    expect(await watch.nextBuild()).toBe(`${beginLine}\nUp to date: 4 files.\n`)
    expect(await watch.saidWithin(2500)).toBe('')
  }, 120_000)

  test('tells once of files that are older and of what is left over', async () => {
    await course.build('build --edition student --only workbook')
    renameSync(join(course.cwd, 'content/week-2'), join(course.cwd, 'content/week-9'))
    watch = new Watch(course)
    const first = await watch.nextBuild()
    expect(first).toContain('out/week-2/ is left over')
    const edits = [
      ['open', 'close'],
      ['close', 'turn'],
    ] as const
    const said: string[] = []
    for (const [from, to] of edits) {
      course.edit('content/week-1/recall.md', `door 1 ${from}`, `door 1 ${to}`)
      said.push(await watch.nextBuild())
    }
    expect(said.map((words) => words.includes('workbook-student.pdf is older'))).toEqual([true, false])
    expect(said.join('')).not.toContain('left over')
    expect(said[1]).toContain('print page 1 again')
  }, 120_000)

  test('tries again when a file could not be written', async () => {
    course.write('out/week-1/workbook.pdf/in-the-way', '')
    watch = new Watch(course)
    expect(await watch.nextBuild()).toContain('[file-unwritable]')
    course.remove('out/week-1/workbook.pdf')
    expect(built(await watch.nextBuild())).toEqual(['week-1'])
  }, 120_000)

  test('tells what is new in a week that could not be written when it is, and in one that was away for a build', async () => {
    await course.build()
    watch = new Watch(course)
    await watch.nextBuild()
    renameSync(join(course.cwd, 'content/week-2'), join(course.cwd, 'away'))
    await watch.nextBuild()
    course.edit('away/recall.md', 'door 2 open', 'door 2 close')
    renameSync(join(course.cwd, 'away'), join(course.cwd, 'content/week-2'))
    expect(await watch.nextBuild()).toContain('W2·MON  Monday: print page 1 again')
    course.remove('out/week-1/deck.pptx')
    course.write('out/week-1/deck.pptx/in-the-way', '')
    for (const n of [1, 2]) course.edit(`content/week-${n}/recall.md`, 'Which two parts', 'Which parts')
    const held = await watch.nextBuild()
    expect(held).toContain('W2 Mon 2  reworded')
    expect(held).not.toContain('W1·MON')
    course.remove('out/week-1/deck.pptx')
    let said = await watch.nextBuild()
    // One that had begun before it was let go.
    if (said.includes('file-unwritable')) said = await watch.nextBuild()
    expect(said).toContain('W1·MON  Monday: print page 1 again')
    expect(said).toContain('W1 Mon 2  reworded')
  }, 120_000)

  test.each([
    ['a file of it', 'out/week-1/deck.pptx', 'since it was gone: out/week-1/deck.pptx.'],
    [
      'the output folder',
      'out',
      'since they were gone: out/week-1/workbook.pdf, out/week-1/deck.pptx, out/recall-manifest.json.',
    ],
  ])(
    'makes again what it has made, without a save, when %s was deleted, and says so in a line',
    async (_, gone, words) => {
      course.remove('content/week-2')
      await course.build()
      watch = new Watch(course)
      await watch.nextBuild()
      const before = course.files()
      course.remove(gone)
      expect(await watch.saidWithin(4500)).toBe(`Made again, ${words}\n`)
      expect(course.files()).toEqual(before)
    },
    120_000,
  )

  test('gives up what was deleted where the config lets nothing be built, until it does', async () => {
    watch = new Watch(course)
    await watch.nextBuild()
    course.write('recall.config.yaml', 'papre: a4\n')
    expect(await watch.nextBuild()).toContain('[config-key-unknown]')
    course.remove('out/week-1')
    expect(await watch.saidWithin(5000)).toBe('')
    course.remove('recall.config.yaml')
    expect(built(await watch.nextBuild())).toEqual(['week-1'])
  }, 120_000)

  test('says that the record of prints went with the output folder', async () => {
    watch = new Watch(course)
    await watch.nextBuild()
    await course.build('printed w1-mon')
    expect(await watch.saidWithin(2500)).toBe('')
    course.remove('out')
    const said = await watch.saidWithin(4500)
    expect(said).toContain('Made again, since they were gone: ')
    expect(said).toContain('out/recall-prints.json: warning: "out/recall-prints.json" is gone')
    expect(await watch.saidWithin(2500)).toBe(said)
  }, 120_000)

  test('leaves alone what another watch makes in the same folder', async () => {
    watch = new Watch(course)
    await watch.nextBuild()
    const other = new Watch(course, 'watch --paper letter')
    try {
      expect(built(await other.nextBuild())).toEqual(['week-1', 'week-2'])
      const files = course.files()
      expect(await watch.saidWithin(4500)).toBe('')
      expect(await other.saidWithin(0)).toBe('')
      expect(course.files()).toEqual(files)
    } finally {
      await other.end()
    }
  }, 120_000)

  test('ends with 0 when it is interrupted while it waits, and leaves it to the process to end in the middle of a build', async () => {
    watch = new Watch(course)
    await watch.begun()
    expect(watch.hears).toBe(false)
    await watch.nextBuild()
    await watch.saidWithin(0)
    expect(watch.hears).toBe(true)
    expect(await watch.end()).toBe(0)
    expect(watch.hears).toBe(false)
  }, 120_000)

  test('finds what a build has made before up to date', async () => {
    await course.build()
    watch = new Watch(course)
    expect(await watch.nextBuild()).toBe(`${beginLine}\nUp to date: 4 files.\n`)
  }, 120_000)
})
