/** Builds whose files could not be written, and clocks that go wrong: the next build makes what is missing, and none is stale. */
import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { drive } from '../../src/disk/drive.js'
import { again, fromNothing } from './builds.js'
import { Course } from './course.js'

let course: Course
beforeEach(() => {
  course = new Course(3)
})
afterEach(() => {
  vi.restoreAllMocks()
  course.end()
})

/** Renaming to paths that match fails, as where another program has the file open, until it is let go. */
function hold(path: RegExp): () => void {
  const real = drive.rename
  const spy = vi.spyOn(drive, 'rename').mockImplementation((from, to) => {
    if (path.test(to)) throw Object.assign(new Error(), { code: 'EBUSY' })
    real(from, to)
  })
  return () => spy.mockRestore()
}
const builtWeeks = (said: string) => [...said.matchAll(/^content\/(week-\d+)\/\S+ {2}\d/gm)].map(([, week]) => week)

describe('a deck that is open in another program', () => {
  test('is told, keeps its week as it was, and is written by the next build when it is closed', async () => {
    await course.build()
    const before = course.files()
    for (const n of [1, 2]) course.edit(`content/week-${n}/recall.md`, `door ${n} open`, `door ${n} close`)
    const close = hold(/week-2\/deck\.pptx$/)
    const held = await course.build()
    expect(held.code).toBe(3)
    expect(held.said).toContain('Could not write "out/week-2/deck.pptx": in use by another program')
    const files = course.files()
    for (const name of ['week-2/workbook.pdf', 'week-2/deck.pptx']) expect(files[name] === before[name]).toBe(true)
    close()
    const next = await again(course)
    expect(next.code).toBe(0)
    expect(builtWeeks(next.said)).toContain('week-2')
    expect(next.files).toEqual((await fromNothing(course)).files)
    expect((await course.build()).upToDate).toBe(true)
  })

  test('has all that is new told when it is written, whatever was written of other weeks meanwhile', async () => {
    await course.build()
    for (const n of [1, 2]) course.edit(`content/week-${n}/recall.md`, `door ${n} open`, `door ${n} close`)
    course.edit(
      'content/week-2/recall.md',
      '2. Which two parts has it? See notes.md §2.',
      '2. Who made it?\n3. How old is it?',
    )
    const close = hold(/week-2\/deck\.pptx$/)
    const held = await course.build()
    expect(held.said).toContain('content/week-1/recall.md\n  W1·MON  Monday: print page 1 again')
    expect(held.said).not.toContain('W2·MON')
    const before = await course.build('diff')
    close()
    const { said } = await course.build()
    for (const words of [before.said, said]) {
      expect(words).toContain('  W2·MON  Monday: print page 1 again')
      expect(words).toContain('    W2 Mon 1  reworded; slides 4–5\n')
      expect(words).toContain('    W2 Mon 2  another question in its place; slides 6–7\n')
      expect(words).toContain('    W2 Mon 3  added; slides 8–9\n')
    }
    expect((await course.build('diff')).said).toContain('Nothing has changed')
  })

  test('is built again however often it is held', async () => {
    await course.build()
    course.edit('content/week-2/recall.md', 'door 2 open', 'door 2 close')
    const close = hold(/week-2\/deck\.pptx$/)
    for (let times = 0; times < 3; times++) expect((await course.build()).code).toBe(3)
    close()
    expect((await again(course)).files).toEqual((await fromNothing(course)).files)
  })
})

test('of two weeks in one file, the one that could not be written is neither listed nor to be printed again', async () => {
  course.remove('content')
  const day = (what: string) => `### Monday — Doors\n\n1. Why does the ${what} open?\n\n`
  course.write('content/weeks.md', `# Course\n\n## Week 1\n\n${day('door')}## Week 2\n\n${day('gate')}`)
  await course.build()
  course.edit('content/weeks.md', /open/g, 'close')
  const close = hold(/week-1\/workbook\.pdf$/)
  const { said } = await course.build()
  close()
  const [, lines = ''] = said.split('Wrote 2 files; 1 error')
  expect(said).not.toContain('  out/week-1/')
  expect(lines).toContain('W2·MON  Monday: print page 1 again')
  expect(lines).not.toContain('week 1')
  expect((await course.build()).said).toContain('W1·MON  Monday: print page 1 again')
})

test('after a disk that was full, all is made', async () => {
  const spy = vi.spyOn(drive, 'write').mockImplementation(() => {
    throw Object.assign(new Error(), { code: 'ENOSPC' })
  })
  const full = await course.build()
  expect(full.code).toBe(3)
  expect(full.said.match(/no room on the disk/g)).toHaveLength(1)
  expect(course.has('out')).toBe(false)
  spy.mockRestore()
  expect((await again(course)).files).toEqual((await fromNothing(course)).files)
})

describe('a clock that is wrong hides no edit:', () => {
  const year = 365 * 86_400
  test.each([
    ['a file from the future', year],
    ['a file from long ago', -10 * year],
  ])('%s', async (_, seconds) => {
    const at = Date.now() / 1000 + seconds
    const setBack = () => {
      for (const name of ['recall.md', 'notes.md']) utimesSync(join(course.cwd, 'content/week-1', name), at, at)
    }
    setBack()
    await course.build()
    expect((await course.build()).upToDate).toBe(true)
    course.edit('content/week-1/recall.md', 'open', 'shut')
    setBack()
    const { files, upToDate } = await again(course)
    expect(upToDate).toBe(false)
    expect(files).toEqual((await fromNothing(course)).files)
  })

  test('builds whose clock goes back', async () => {
    await course.build()
    course.setClock(-3 * year * 1000)
    course.edit('content/week-1/recall.md', 'open', 'shut')
    expect((await again(course)).upToDate).toBe(false)
    course.setClock(-6 * year * 1000)
    course.edit('content/week-1/recall.md', 'shut', 'jams')
    const { files, upToDate } = await again(course)
    expect(upToDate).toBe(false)
    expect(files).toEqual((await fromNothing(course)).files)
    expect((await course.build()).upToDate).toBe(true)
  })
})
