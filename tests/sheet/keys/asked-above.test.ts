/** Keys below questions in paragraphs: tasks and questions that say where to look count as well. */
import { expect, it } from 'vitest'
import { answersOf } from '../answered.js'

const title = '# Week 3 recall\n\n## Monday\n\n'

it.each([
  ['bold tasks', '**Define a jamb.**\n\n**Why does it creak?** See notes.md §1.\n\n'],
  ['tasks', 'Define a jamb.\n\nName its parts. See notes.md §2.\n\n'],
  ['questions that say where to look', 'Who made it? See notes.md §1.\n\nWhy does it creak? See notes.md §2.\n\n'],
])('below %s', (_, asked) => {
  for (const key of [
    'Answers:\n\n1. Aaish\n2. Beeish',
    '**Answers:**\n\n1. Aaish\n2. Beeish',
    'Answers: 1. Aaish; 2. Beeish',
  ])
    expect(answersOf(title + asked + key)).toBe('Aaish|Beeish')
})

it('a bold title right above the heading of a day opens the key of all, also below headings that ask', () => {
  const asked =
    '### Define a jamb.\n\n### What is a sill?\n\n## Tuesday\n\n### What is a leaf?\n\n### What is a latch?\n\n'
  const key = '**Answers**\n\n### Monday\n\na) Aaish\nb) Beeish\n\n### Tuesday\n\na) Ceeish\nb) Deeish\n'
  expect(answersOf(title + asked + key)).toBe('Aaish|Beeish|Ceeish|Deeish')
})
