/** What a build says of a picture that was replaced, deleted or put back. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Course } from '../cache/course.js'
import { plainPng } from './make.js'

let course: Course
beforeEach(() => {
  course = new Course(1)
  course.write(
    'content/week-1/recall.md',
    '# Week 1 — Recall\n\n## Monday\n\n1. What is this? ![a door](door.png) See notes.md §1.\n2. Why does it open? See notes.md §2.\n',
  )
  course.write('content/week-1/door.png', plainPng(150, 75))
})
afterEach(() => course.remove('.'))

const told = async () => (await course.build('build --only workbook')).said.match(/W1 Mon \d {2}.*/g)

test('another picture of the same name is told, and so is one that is gone, or there again', async () => {
  await course.build()
  course.write('content/week-1/door.png', plainPng(150, 75, 100))
  expect(await told()).toEqual(['W1 Mon 1  another picture'])
  expect(await told()).toBeNull()
  course.remove('content/week-1/door.png')
  expect(await told()).toEqual(['W1 Mon 1  its picture is no longer there'])
  course.write('content/week-1/door.png', plainPng(150, 75))
  expect(await told()).toEqual(['W1 Mon 1  with a picture now'])
})

test('and so it is against what was printed', async () => {
  await course.build()
  await course.build('printed monday')
  course.write('content/week-1/door.png', plainPng(150, 75, 100))
  await course.build()
  expect((await course.build('diff --since last-print')).said).toContain('W1 Mon 1  another picture; slides')
})

test('what else has changed in its question is told as before', async () => {
  await course.build()
  course.edit('content/week-1/recall.md', 'What is this?', 'What may this be?')
  course.write('content/week-1/door.png', plainPng(150, 75, 100))
  expect(await told()).toEqual(['W1 Mon 1  reworded, another picture'])
  course.edit('content/week-1/recall.md', 'Why does it open?', 'Why does it *open*?')
  expect(await told()).toEqual(['W1 Mon 2  the same words and space, with other signs or another look'])
})
