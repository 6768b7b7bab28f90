/** Which weeks and which record `printed` finds. */
import { afterEach, beforeEach, expect, test } from 'vitest'
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
