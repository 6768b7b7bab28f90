/** Rehearsals: builds of a watch that nobody waits for leave nothing but what they have loaded. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BuildMemory } from '../../../src/cache/build-memory.js'
import type { BuildArguments } from '../../../src/commands/build.js'
import { rehearse } from '../../../src/commands/watching/rehearse.js'
import type { Shell } from '../../../src/shell.js'
import { Course } from '../../cache/course.js'

const args = {
  split: false,
  booklet: false,
  report: false,
  quiet: false,
  format: 'text',
  failOn: 'error',
} as BuildArguments

let course: Course
let memory: BuildMemory
let said: string
let shell: Shell
beforeEach(() => {
  course = new Course(2)
  memory = new BuildMemory(course.cwd)
  said = ''
  const writer = {
    write(text: string) {
      said += text
    },
  }
  shell = { cwd: course.cwd, command: 'cold-recall', env: {}, stdout: writer, stderr: writer, now: () => new Date(0) }
})
afterEach(() => course.end())

describe('a rehearsal', () => {
  test('says and writes nothing, also of a sheet with faults, and knows the parts of the sheet then', async () => {
    course.edit('content/week-1/recall.md', 'notes.md §1', 'notes.md §9')
    const keep = vi.spyOn(memory.weeks.workbook.parts.laid, 'keep')
    const waited: number[] = []
    await rehearse(args, shell, memory, async (ms) => waited.push(ms) > 0)
    expect(said).toBe('')
    expect(course.has('out')).toBe(false)
    // The parts of the workbook, and the day with another word.
    const kept = keep.mock.calls.length
    expect(kept).toBeGreaterThan(3)
    expect(waited.length).toBeGreaterThanOrEqual(2)
    expect(waited.length).toBeLessThanOrEqual(8)
    let again = 0
    await rehearse(args, shell, memory, async () => ++again === 1)
    expect(keep.mock.calls.length).toBe(kept)
  })

  test('does not begin where something is to be built, and ends when something is', async () => {
    const keep = vi.spyOn(memory.weeks.workbook.parts.laid, 'keep')
    await rehearse(args, shell, memory, async () => false)
    expect(keep).not.toHaveBeenCalled()
    let rested = 0
    await rehearse(args, shell, memory, async () => ++rested === 1)
    expect(rested).toBe(2)
    expect(keep).toHaveBeenCalled()
  })

  test('takes no sheet that holds up who waits, and another one in its place', async () => {
    const keep = vi.spyOn(memory.weeks.workbook.parts.laid, 'keep')
    const questions = Array.from(
      { length: 1500 },
      (_, i) => `${i + 1}. Why does number ${i} work, and when not? {lines=1}\n`,
    )
    const long = `# Week 1\n\n## Monday\n\n${questions.join('')}`
    course.write('content/week-1/recall.md', long)
    let rested = 0
    await rehearse(args, shell, memory, async () => ++rested === 1)
    expect(keep).toHaveBeenCalled()
    keep.mockClear()
    course.write('content/week-2/recall.md', long)
    await rehearse(args, shell, memory, async () => true)
    expect(keep).not.toHaveBeenCalled()
  })

  test.each([
    ['no sheet', 'content/week-1/recall.md', ''],
    ['a config that is wrong', 'recall.config.yaml', 'paper: [\n'],
    ['a sheet that cannot be built', 'content/week-1/recall.md', '---\npaper: nope\n---\n# Week 1\n'],
  ])('passes over %s', async (_, path, text) => {
    course.write(path, text)
    await rehearse(args, shell, memory, async () => true)
    expect(said).toBe('')
    expect(course.has('out')).toBe(false)
  })
})
