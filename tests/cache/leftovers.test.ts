/** A build says what stands in the output folder of sheets that are gone. */
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Course } from './course.js'

let course: Course
beforeEach(() => {
  course = new Course()
})
afterEach(() => course.end())

/** What a build calls left over: "out/week-1/, out/week-2/ are left over: …" */
const leftIn = (said: string) => /^(\S.*) (?:is|are) left over: /m.exec(said)?.[1]?.split(', ') ?? []
const olderIn = (said: string) => /^(\S.*) (?:is|are) older than/m.exec(said)?.[1]?.split(', ') ?? []

test('a folder that was renamed is told while it stands, by whatever builds', async () => {
  await course.build()
  renameSync(join(course.cwd, 'content/week-2'), join(course.cwd, 'content/week-02'))
  expect(leftIn((await course.build('build --out out/')).said)).toEqual(['out/week-2/'])
  expect(course.has('out/week-2/workbook.pdf')).toBe(true)
  expect(leftIn((await course.build()).said)).toEqual(['out/week-2/'])
  course.edit('content/week-1/recall.md', 'door 1 open', 'door 1 close')
  expect(leftIn((await course.build()).said)).toEqual(['out/week-2/'])
  course.remove('out/week-2')
  course.edit('content/week-1/recall.md', 'door 1 close', 'door 1 turn')
  expect(leftIn((await course.build()).said)).toEqual([])
})

test('a folder is no longer left over when a sheet is built into it again, and none is looked for outside', async () => {
  await course.build()
  renameSync(join(course.cwd, 'content/week-2'), join(course.cwd, 'content/week-02'))
  expect(leftIn((await course.build()).said)).toEqual(['out/week-2/'])
  renameSync(join(course.cwd, 'content/week-02'), join(course.cwd, 'content/week-2'))
  expect(leftIn((await course.build()).said)).toEqual(['out/week-02/'])
  course.write('out/.recall-cache.json', course.read('out/.recall-cache.json').replace('"week-02/"', '"../content/"'))
  course.edit('content/week-1/recall.md', 'door 1 open', 'door 1 close')
  expect(leftIn((await course.build()).said)).toEqual([])
})

test('of a folder that holds what other sheets became, files are named', async () => {
  course.write('content/week-2/extra/recall.md', course.read('content/week-1/recall.md'))
  await course.build()
  course.remove('content/week-2/recall.md')
  expect(leftIn((await course.build()).said)).toEqual(['out/week-2/deck.pptx', 'out/week-2/workbook.pdf'])
})

test('nothing is told of what other builds made, of a sheet with another name in its folder, or of what was deleted', async () => {
  await course.build()
  expect(leftIn((await course.build('build --only deck')).said)).toEqual([])
  renameSync(join(course.cwd, 'content/week-1/recall.md'), join(course.cwd, 'content/week-1/monday-recall.md'))
  course.remove('content/week-2')
  course.remove('out/week-2')
  expect(leftIn((await course.build()).said)).toEqual([])
})

test('nothing is told by a build of some sheets, or while a sheet has errors', async () => {
  await course.build()
  course.remove('content/week-2')
  const manifest = course.read('out/recall-manifest.json')
  expect(leftIn((await course.build('build content/week-1')).said)).toEqual([])
  course.write('out/recall-manifest.json', manifest)
  course.edit('content/week-1/recall.md', '# Week 1', '---\npaper: nope\n---\n# Week 1')
  expect(leftIn((await course.build()).said)).toEqual([])
})

test('the only sheet there is, renamed, leaves its folder with all files', async () => {
  course.remove('content/week-2')
  await course.build('build --split')
  course.rename('content/week-1', 'content/week-3')
  const moved = await course.build('build --split')
  expect(leftIn(moved.said)).toEqual(['out/week-1/'])
  course.edit('content/week-3/recall.md', 'door 1 open', 'door 1 close')
  expect(leftIn((await course.build('build --split')).said)).toEqual(['out/week-1/'])
})

test('a copy beside a sheet sends it into a folder of its own, and back when it goes', async () => {
  await course.build()
  course.write('content/week-1/copy.md', course.read('content/week-1/recall.md'))
  expect(leftIn((await course.build()).said)).toEqual(['out/week-1/deck.pptx', 'out/week-1/workbook.pdf'])
  course.remove('content/week-1/copy.md')
  const left = ['out/week-1/copy/', 'out/week-1/recall/']
  expect(leftIn((await course.build()).said)).toEqual(left)
  course.edit('content/week-1/recall.md', 'door 1 open', 'door 1 close')
  const edited = (await course.build()).said
  expect(leftIn(edited)).toEqual(left)
  expect(olderIn(edited)).toEqual([])
})

test('weeks of a file that it no longer has leave their folders, and not the booklet', async () => {
  const weeks = '# Week 1\n\n## Monday\n\n1. Why a door?\n\n# Week 2\n\n## Monday\n\n1. Why a lid?\n'
  course.write('content/both/recall.md', weeks)
  await course.build('build --booklet')
  course.edit('content/both/recall.md', 'Week 2', 'Week 4')
  expect(leftIn((await course.build()).said)).toEqual(['out/both/week-2/'])
})

test('a day that is gone leaves its sheet and its deck, and so does one that moves up; no flags make them again', async () => {
  const day = (name: string) => `\n## ${name}\n\n1. Why does the door of ${name} open?\n`
  course.write('content/week-1/recall.md', `# Week 1\n${day('Monday')}${day('Tuesday')}${day('Wednesday')}`)
  await course.build('build --split')
  course.edit('content/week-1/recall.md', day('Tuesday'), '')
  const left = ['decks/2-tuesday.pptx', 'decks/3-wednesday.pptx', 'sheets/2-tuesday.pdf', 'sheets/3-wednesday.pdf']
  const first = (await course.build()).said
  expect(leftIn(first)).toEqual(left.map((path) => `out/week-1/${path}`))
  expect(olderIn(first)).toEqual([])
  course.edit('content/week-1/recall.md', 'Monday open', 'Monday close')
  const second = (await course.build('build content/week-1')).said
  expect(leftIn(second)).toEqual(left.map((path) => `out/week-1/${path}`))
  expect(olderIn(second)).toEqual(['out/week-1/decks/1-monday.pptx', 'out/week-1/sheets/1-monday.pdf'])
})
