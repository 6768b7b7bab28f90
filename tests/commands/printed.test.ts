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

test('one who prints after an edit that is not built yet is told, of the weeks that are recorded alone', async () => {
  course.write('content/week-2/recall.md', '# Week 2\n\n## Monday\n\n1. Why does a lid close?\n')
  await course.build()
  expect((await course.build('printed all')).said).not.toContain('Note:')
  course.edit('content/week-1/recall.md', 'door 1 open', 'door 1 close')
  expect((await course.build('printed w2-mon')).said).not.toContain('Note:')
  expect((await course.build('printed w1-mon')).said).toMatch(
    /^Note: content\/week-1\/recall\.md has changed since this build; what is recorded is the sheet as it was built\.$/m,
  )
  await course.build()
  expect((await course.build('printed w1-mon')).said).not.toContain('Note:')
})

test('what is printed otherwise is told against paper as it is against the last build', async () => {
  await course.build('build --only workbook')
  await course.build('printed monday')
  const line = 'Printed otherwise (ruling 8 → 10 mm); print again if you want the new look: content/week-1/recall.md\n'
  expect((await course.build('diff --since last-print --ruling large')).said).toBe(line)
  expect((await course.build('diff --since last-print --scheme dark')).said).toContain('Nothing has changed')
  expect((await course.build('build --only workbook --ruling large')).said).toContain(line)
  expect((await course.build('diff --since last-print')).said).toContain('Nothing has changed')
})

test('a day that was never printed is named with its file where a recorded one has its code', async () => {
  course.write('content/other/recall.md', '# Week 1\n\n## Monday\n\n1. Why does a lid close?\n')
  await course.build('build --only workbook')
  await course.build('printed monday content/week-1')
  expect((await course.build('printed')).said).toContain(
    'Never recorded as printed: W1·MON Monday (content/other/recall.md).',
  )
})

test('days are offered as the sheet says them', async () => {
  course.write('content/week-1/recall.md', '# Woche 1\n\n## Montag\n\n1. Warum?\n\n## Vor der Stunde\n\n1. Wie?\n')
  await course.build('build --only workbook')
  for (const words of ['build --day freitag', 'printed freitag'])
    expect((await course.build(words)).said).toContain('expected one of montag, vor-der-stunde')
})
