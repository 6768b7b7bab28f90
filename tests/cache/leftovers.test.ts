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

const leftIn = (said: string) => [...said.matchAll(/^(\S+) is left over/gm)].map(([, path]) => path)

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
