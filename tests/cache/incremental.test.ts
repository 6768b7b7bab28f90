/** After an edit only what it touches is built again, and the files are those of a build from nothing. */
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
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
const extra = '# Week 4 — Recall\n\n## Tuesday\n\n1. Why here?\n'
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
    expect(second.said).toMatch(/^4 warnings in 2 files as before; `--repeat` tells them again\.$/m)
    expect(second.said).toContain('2 other sheets up to date; 5 warnings.')
    const third = await course.build()
    expect(third.upToDate).toBe(true)
    expect(third.said).toMatch(/^5 warnings in 3 files as before; .*\nUp to date: 6 files\.\n$/)
    // `diff` says what has changed; how much was told before is none of it.
    expect((await course.build('diff')).said).toBe('Nothing has changed since the last build.\n')
    expect((await course.build('build --quiet')).said).toBe('')
    expect((await course.build('diff --quiet')).said).toBe('Nothing has changed since the last build.\n')
  })

  test('sums up what was told of it word for word, wherever its line stands now, but tells what else it says there', async () => {
    const sheet = 'content/week-2/recall.md'
    course.edit(
      sheet,
      /2\. [\s\S]*/,
      '2. Which?\n3. How?\n4. When?\n5. Who?\n\n## Tuesday\n\n1. What is it? See notes.md §9.\n',
    )
    const words = 'build --severity citation-missing=warning'
    expect(messagesIn((await course.build(words)).said)).toHaveLength(5)
    course.edit(sheet, '## Monday', 'Close your notes.\n\n## Monday')
    const moved = await course.build(words)
    expect(messagesIn(moved.said)).toEqual([])
    expect(moved.said).toMatch(/^5 warnings in 1 file as before; `--repeat` tells them again\.$/m)
    // Another question that says as little is not the one that was told.
    course.edit(sheet, 'How?', 'How so?')
    const reworded = await course.build(words)
    expect(messagesIn(reworded.said)).toEqual([expect.stringMatching(/:9:\d+: .*\[citation-missing\]$/)])
    expect(reworded.said).toMatch(/^4 warnings in 1 file as before; /m)
    course.edit(sheet, 'Who?', 'Who?\n6. Where?')
    expect(messagesIn((await course.build(words)).said)).toEqual([expect.stringContaining(':12:')])
    expect(messagesIn((await course.build(`${words} --repeat`)).said)).toHaveLength(6)
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

describe('of a course whose sheets are others now, only those are built that are new or stand beside them: when', () => {
  const copy = (c: Course, to: string) => {
    const path = `content/${to}/recall.md`
    c.write(path, c.read('content/week-1/recall.md').replace('# Week 1', '# Week 9').replace('door 1', 'gate 9'))
  }
  test.each<[string, (course: Course) => void, string[]]>([
    ['a week is added', (c) => copy(c, 'week-9'), ['week-9']],
    [
      'weeks are added above and below',
      (c) => ['', 'week-2/more'].map((to) => copy(c, to)),
      ['', 'week-2/more', 'week-2'],
    ],
    ['a week goes', (c) => c.remove('content/week-1'), []],
    ['a week gets a second sheet', (c) => c.write('content/week-2/extra.md', extra), ['week-2', 'week-2']],
    ['a folder is renamed', (c) => c.rename('content/week-2', 'content/week-7'), ['week-7']],
    ['a folder that is none of ours comes', (c) => c.write('content/drafts/todo.md', 'Write week 4.\n'), []],
    ['an editor leaves a copy', (c) => c.write('content/week-3/recall.md~', 'words'), ['week-3']],
  ])('%s', async (_, change, weeks) => {
    await course.build()
    change(course)
    const { said, files, messages } = await again()
    expect([...said.matchAll(/^content\/(\S*?)\/?[\w]+\.md {2}\d/gm)].map(([, folder]) => folder)).toEqual(weeks)
    expect(said).toContain('other sheets up to date')
    const clean = await fromNothing()
    expect(files).toMatchObject(clean.files)
    expect(messages).toEqual(clean.messages)
    expect((await again()).upToDate).toBe(true)
  })

  test('the last one goes, it is told that there is none', async () => {
    course.write('content/notes.txt', 'No sheet.\n')
    await course.build()
    course.remove('content')
    course.write('content/notes.txt', 'No sheet.\n')
    expect((await course.build()).said).toContain('[sheets-none]')
  })

  test('a folder comes that leads to another by a link, whose sheets are then found there', async () => {
    await course.build()
    symlinkSync('week-2', join(course.cwd, 'content/a-link'))
    const { files } = await again()
    const clean = await fromNothing()
    expect(files).toMatchObject(clean.files)
    expect(Object.keys(clean.files)).toContain('a-link/deck.pptx')
    expect((await again()).upToDate).toBe(true)
  })

  test('a file becomes a folder of the same name', async () => {
    course.write('content/week-2/more.md', 'No sheet.\n')
    await course.build()
    course.remove('content/week-2/more.md')
    course.write('content/week-2/more.md/recall.md', extra)
    expect(Object.keys((await again()).files)).toContain('week-2/more.md/deck.pptx')
  })
})

describe('all are built again when', () => {
  test.each<[string, (course: Course) => void]>([
    ['a template that all have changes', (c) => c.edit('templates/ours/template.yaml', 'a5', 'b5')],
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

test('a folder whose name some disk takes for that of one that stands is told of as when all are built', async () => {
  course.write('content/straße/recall.md', extra)
  await course.build('build --repeat')
  course.write('content/STRASSE/recall.md', extra.replace('Week 4', 'Week 5'))
  const { messages, code } = await builds.again(course, 'build --repeat')
  const clean = await fromNothing()
  expect(messages.join('\n')).toContain('[output-name-clash]')
  expect(messages).toEqual(clean.messages)
  expect(code).toBe(clean.code)
})
