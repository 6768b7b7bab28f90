/** Which weeks and which record `printed` finds. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockName } from '../../src/disk/lock.js'
import { Course } from '../cache/course.js'

let course: Course
beforeEach(() => {
  course = new Course(1)
})
afterEach(() => course.end())

test('a week of a file with several goes by the folder that it is built into', async () => {
  course.remove('content/week-1')
  const week = (n: number) => `# Week ${n}\n\n## Monday\n\n1. Why does river ${n} flow?\n\n`
  course.write('content/rivers/recall.md', week(1) + week(2))
  await course.build('build --only workbook')
  const { said } = await course.build('printed monday content/rivers/week-2')
  expect(said).toContain('W2·MON')
  expect(said).toContain('Recorded 1 day as printed.')
})

test('a record that lies in the folder that was used before is named', async () => {
  await course.build()
  await course.build('printed monday')
  course.write('recall.config.yaml', 'out: handouts\n')
  await course.build()
  const list = await course.build('printed')
  expect(list.said).toContain(
    'Nothing is recorded as printed in handouts (out/recall-prints.json is a record of prints: copy it to handouts/ to go on with it)',
  )
})

test('a record is written when nobody else writes into the folder, so that none of two at once is lost', async () => {
  await course.build('build --only workbook')
  const lock = join(course.cwd, 'out', lockName)
  writeFileSync(lock, String(process.ppid))
  const printing = course.build('printed monday')
  await new Promise((wake) => setTimeout(wake, 120))
  expect(course.has('out/recall-prints.json')).toBe(false)
  rmSync(lock)
  expect((await printing).said).toContain('Recorded 1 day as printed.')
  expect(course.has(`out/${lockName}`)).toBe(false)
})
