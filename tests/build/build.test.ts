/** The whole pipeline without a disk: what is asked of the world, and in which order. */
import { describe, expect, it } from 'vitest'
import { type BuildOptions, build } from '../../src/build/build.js'
import type { FileToTake, Taken } from '../../src/build/week-model.js'
import { Log } from '../../src/diagnostics.js'
import type { LastBuild } from '../../src/identity/model.js'
import { sha256 } from '../../src/text/digest.js'
import { classicTemplate } from '../template.js'

const options: BuildOptions = {
  products: ['workbook'],
  day: null,
  weekday: 1,
  split: false,
  template: null,
  paper: null,
  date: new Date(0),
}

/** Builds weeks given by number → what stands below its title. Their sources have one section, §1. */
async function weeks(
  bodies: Record<number, string>,
  { log = new Log(), last = null, taken = 'kept' }: { log?: Log; last?: LastBuild | null; taken?: Taken } = {},
) {
  const asked: string[] = []
  let turns = 0
  const world = {
    cited(_from: unknown, path: string) {
      asked.push(`look up ${path}`)
      return path.endsWith('notes.md') ? { file: path, text: '# Notes\n\n## 1 Doors\n' } : null
    },
    template: () => classicTemplate(),
    take(files: readonly { path: string }[]): Taken {
      asked.push(`take ${files.map(({ path }) => path).join(', ')} after ${turns} turns`)
      setImmediate(() => turns++)
      return taken
    },
  }
  const texts = Object.entries(bodies).map(([week, body]) => {
    const path = `week-${week}/recall.md`
    return { file: path, path, root: '', text: `# Week ${week}\n\n${body}\n` }
  })
  const { manifest } = await build(texts, world, { ...options, last }, log)
  return { asked, manifest, messages: log.messages.map(({ code, file }) => `${code} ${file}`) }
}

const monday = (asked: string) => `## Monday\n\n1. ${asked}\n`
const question = 'Why does a door open? See notes.md §1.'

describe('a course', () => {
  it('is built a week at a time, each with its sources, and the event loop turns in between', async () => {
    const { asked } = await weeks({ 1: monday(question), 2: monday(question) })
    expect(asked).toEqual([
      'look up week-1/notes.md',
      'take week-1/workbook.pdf after 0 turns',
      'look up week-2/notes.md',
      'take week-2/workbook.pdf after 1 turns',
    ])
  })

  it('comes with a booklet as one piece where nobody takes its files, and as the same bytes where somebody does', async () => {
    const taken: { path: string; bytes: Uint8Array; sha256: string }[] = []
    const bind = (take?: (files: readonly FileToTake[]) => Taken) => {
      const world = { cited: () => null, template: () => classicTemplate(), ...(take && { take }) }
      const texts = [1, 2].map((week) => {
        const path = `week-${week}/recall.md`
        return { file: path, path, root: '', text: `# Week ${week}\n\n${monday('Why does a door open?')}\n` }
      })
      return build(texts, world, { ...options, booklet: true }, new Log())
    }
    const { files } = await bind()
    const { files: left, manifest } = await bind((made) => {
      for (const file of made) {
        const bytes = file.bytes instanceof Uint8Array ? file.bytes : Buffer.concat([...file.bytes])
        taken.push({ path: file.path, bytes, sha256: file.sha256 })
      }
      return 'kept'
    })
    expect(files.map(({ path }) => path)).toEqual(['week-1/workbook.pdf', 'week-2/workbook.pdf', 'booklet.pdf'])
    expect(files).toEqual(taken)
    expect(left).toEqual([])
    for (const file of taken) expect(file.sha256).toBe(sha256(file.bytes))
    const booklet = files[2]?.bytes ?? new Uint8Array()
    expect(manifest.sheets[0]?.outputs).toContainEqual({
      path: 'booklet.pdf',
      sha256: sha256(booklet),
      booklet: true,
      bears: { monday: expect.stringMatching(/^[0-9a-f]{6}$/) },
    })
  })

  it('tells of the sources of a week as well that has errors', async () => {
    const log = new Log({ 'list-outside-days': 'error' })
    const { asked, messages } = await weeks(
      { 1: `1. Listed above all days.\n\n${monday('Why? See lost.md §1.')}`, 2: monday(question) },
      { log },
    )
    expect(messages).toContain('source-absent week-1/recall.md')
    expect(asked).not.toContainEqual(expect.stringContaining('take week-1'))
    expect(asked).toContainEqual(expect.stringContaining('take week-2'))
  })

  it('of many weeks has those that waited long as those that are built alone', async () => {
    const all = await weeks(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i + 1, monday(question)])))
    const [alone] = (await weeks({ 20: monday(question) })).manifest.sheets
    expect(all.manifest.sheets.find(({ path }) => path === 'week-20/recall.md')?.outputs).toEqual(alone?.outputs)
    expect(all.messages).toEqual([])
    expect(all.asked.slice(0, 2)).toEqual(['look up week-1/notes.md', 'take week-1/workbook.pdf after 0 turns'])
    expect(all.asked.slice(-2)).toEqual(['look up week-20/notes.md', 'take week-20/workbook.pdf after 19 turns'])
  })

  it('is not begun any more when nothing can be written', async () => {
    const { asked, manifest } = await weeks({ 1: monday(question), 2: monday(question) }, { taken: 'stop' })
    expect(asked).toEqual(['look up week-1/notes.md', 'take week-1/workbook.pdf after 0 turns'])
    expect(manifest.sheets.map(({ outputs, questions }) => [outputs.length, questions.length])).toEqual([
      [0, 1],
      [0, 1],
    ])
  })
})

it('a week that cannot be built any more is remembered as it was built last', async () => {
  const first = await weeks({ 1: monday(question) })
  const last: LastBuild = { manifest: first.manifest, vanished: new Set(), sameRoot: true }
  const log = new Log({ 'section-unknown': 'error' })
  const { manifest, messages } = await weeks({ 1: monday('Why does a door open? See notes.md §2.') }, { last, log })
  expect(messages).toContain('section-unknown week-1/recall.md')
  const [before, after] = [first.manifest.sheets[0], manifest.sheets[0]]
  expect(after?.outputs).toEqual(before?.outputs)
  expect(after?.days).toEqual(before?.days)
  expect(before?.questions[0]?.printed).toBeDefined()
  expect(after).toEqual(before)
})
