/** After an edit only what it touches is built again, and the files are those of a build from nothing. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as builds from './builds.js'
import { messagesIn } from './builds.js'
import { Course } from './course.js'

let course: Course
beforeEach(() => {
  course = new Course(3)
})
afterEach(() => course.end())

const again = () => builds.again(course)
const fromNothing = () => builds.fromNothing(course)
const built = (said: string) => [...said.matchAll(/^content\/(week-\d+)\/\S+ {2}\d/gm)].map(([, week]) => week)

describe('one changed week of three', () => {
  test('is built alone, and the others are said to be up to date', async () => {
    await course.build()
    course.edit('content/week-2/recall.md', 'door 2 open', 'door 2 close')
    const { said, files } = await again()
    expect(built(said)).toEqual(['week-2'])
    expect(said).toContain('Wrote 2 files; 2 other sheets up to date; no messages.')
    expect(files).toEqual((await fromNothing()).files)
    expect((await again()).upToDate).toBe(true)
  })

  test('keeps the messages of the others, with their lines', async () => {
    course.edit('content/week-1/recall.md', ' See notes.md §2.', '')
    const first = await course.build()
    course.edit('content/week-2/recall.md', 'door 2 open', 'door 2 close')
    const second = await course.build()
    expect(built(second.said)).toEqual(['week-2'])
    expect(messagesIn(second.said)).toEqual(messagesIn(first.said))
    expect(second.said).toContain('2. Which two parts has it?')
  })

  test('sums up what was told of the others where that is much, but says what is new, and errors', async () => {
    for (const n of [1, 3]) course.edit(`content/week-${n}/recall.md`, /§[12]/g, '§9')
    const first = await course.build()
    expect(messagesIn(first.said)).toHaveLength(4)
    course.edit('content/week-2/recall.md', '§2', '§9')
    const second = await course.build()
    expect(messagesIn(second.said)).toEqual([expect.stringContaining('content/week-2/recall.md:6:')])
    expect(second.said).toMatch(
      /^4 warnings in 2 files that did not change: `cold-recall check --layout` tells them\.$/m,
    )
    expect(second.said).toContain('2 other sheets up to date; 5 warnings.')
    const third = await course.build()
    expect(third.upToDate).toBe(true)
    expect(third.said).toMatch(/^5 warnings in 3 files that did not change: .*\nUp to date: 6 files\.\n$/)
    expect((await course.build('diff')).said).toMatch(
      /^5 warnings in 3 files that did not change: .*\nNothing has changed since the last build\.\n$/,
    )
    expect((await course.build('diff --quiet')).said).toBe('Nothing has changed since the last build.\n')
  })

  test('tells all again where they decide the exit code, or are asked for', async () => {
    for (const n of [1, 3]) course.edit(`content/week-${n}/recall.md`, /§[12]/g, '§9')
    for (const words of ['build --strict', 'build --repeat']) {
      const first = await course.build(words)
      expect(messagesIn(first.said)).toHaveLength(4)
      expect(messagesIn((await course.build(words)).said)).toHaveLength(4)
      course.edit('content/week-2/recall.md', /door 2 \w+/, `door 2 moves${course.tick()}`)
      const { said } = await course.build(words)
      expect(built(said)).toEqual(['week-2'])
      expect(messagesIn(said)).toEqual(messagesIn(first.said))
    }
  })

  test('is the one whose source was edited, also from another folder', async () => {
    course.edit('content/week-3/recall.md', /notes\.md/g, '../week-1/notes.md')
    await course.build()
    course.edit('content/week-1/notes.md', 'Hinges', 'Pivots')
    const { said, files } = await again()
    expect(built(said)).toEqual(['week-1', 'week-3'])
    expect(files).toEqual((await fromNothing()).files)
  })

  test('that is broken keeps its old files and is told, and is built when it is mended; the others stand', async () => {
    await course.build()
    const before = course.files()
    course.edit('content/week-2/recall.md', '# Week 2', '---\npaper: nope\n---\n# Week 2')
    const broken = await course.build()
    expect(broken.code).toBe(1)
    expect(built(broken.said)).toEqual([])
    expect(broken.said).toContain('[paper-unknown]')
    expect(course.files()).toEqual(before)
    course.edit('content/week-2/recall.md', 'nope', 'letter')
    const mended = await again()
    expect(built(mended.said)).toEqual(['week-2'])
    expect(mended.files).toEqual((await fromNothing()).files)
  })

  test('whose file was deleted from the output is built again', async () => {
    await course.build()
    course.remove('out/week-3/workbook.pdf')
    expect(built((await course.build()).said)).toEqual(['week-3'])
  })
})

describe('all are built again when', () => {
  test.each<[string, (course: Course) => void]>([
    ['a template that all have changes', (c) => c.edit('templates/ours/template.yaml', 'a5', 'b5')],
    [
      'a sheet is added',
      (c) => c.write('content/week-9/recall.md', c.read('content/week-1/recall.md').replaceAll('1', '9')),
    ],
    ['a sheet goes', (c) => c.remove('content/week-1')],
    [
      'a name of another sheet is taken',
      (c) => c.edit('content/week-2/recall.md', 'door 2 open?', 'door 2 open? {#door}'),
    ],
    ['the config changes', (c) => c.write('recall.config.yaml', 'template: ours\nruling: wide\n')],
  ])('%s', async (_, change) => {
    course.write('recall.config.yaml', 'template: ours\n')
    course.write('templates/ours/template.yaml', 'name: ours\nextends: classic\nworkbook: { paper: a5 }\n')
    course.edit('content/week-3/recall.md', 'door 3 open?', 'door 3 open? {#door}')
    await course.build()
    change(course)
    const { said, files, messages, code } = await again()
    expect(said).not.toContain('up to date')
    const clean = await fromNothing()
    if (code === 0) expect(files).toMatchObject(clean.files)
    expect(messages).toEqual(clean.messages)
  })
})
