/** Keys without days whose letters start again with each day. */
import { describe, expect, it } from 'vitest'
import { answersOf, five, twoDays } from '../answered.js'
import { read } from '../read.js'

const lettered =
  '# Week 3 recall\n\n## Monday\n\na) What is A?\nb) What is B?\nc) What is C?\n\n## Tuesday\n\na) What is D?\nb) What is E?\n\n'

const keys = [
  ['lines', 'a) Aaish\nb) Beeish\nc) Ceeish\na) Deeish\nb) Eeish'],
  ['lines by days', 'a) Aaish\nb) Beeish\nc) Ceeish\n\na) Deeish\nb) Eeish'],
  ['paragraphs', 'a) Aaish\n\nb) Beeish\n\nc) Ceeish\n\na) Deeish\n\nb) Eeish'],
  ['bullets', '- a) Aaish\n- b) Beeish\n- c) Ceeish\n- a) Deeish\n- b) Eeish'],
  ['capitals with stops', 'A. Aaish\nB. Beeish\nC. Ceeish\nA. Deeish\nB. Eeish'],
  ['one line', 'a) Aaish b) Beeish c) Ceeish a) Deeish b) Eeish'],
  ['a line a day', '(a) Aaish; (b) Beeish; (c) Ceeish\n\n(a) Deeish; (b) Eeish'],
  ['a quote', '> a) Aaish\n> b) Beeish\n> c) Ceeish\n>\n> a) Deeish\n> b) Eeish'],
] as const

describe.each([
  ['letters', lettered],
  ['numbers', twoDays],
])('a key whose letters start again, for questions with %s', (_, questions) => {
  it.each(keys)('in %s, is for each day', (_, key) => {
    for (const title of ['## Answers', '### Answers', '**Answers**'])
      expect(answersOf(`${questions}${title}\n\n${key}\n`)).toBe(five)
  })
})

it('may have gaps where letters count the questions, which is told', () => {
  const text = `${lettered}## Answers\n\na) Aaish\nc) Ceeish\n\na) Deeish\nb) Eeish\n`
  expect(answersOf(text)).toBe('Aaish|-|Ceeish|Deeish|Eeish')
  expect(read(text).codes.join()).toContain('answers-missing')
})

it('counts through all days where its letters go on', () => {
  expect(answersOf(`${lettered}## Answers\n\na) Aaish\nb) Beeish\nc) Ceeish\nd) Deeish\ne) Eeish\n`)).toBe(five)
})

it.each([
  ['more answers than the day has questions', lettered, 'a) so\nb) so\na) so\nb) so\nc) so'],
  ['fewer than the numbers of the day', twoDays, 'a) so\nb) so\n\na) so\nb) so'],
])('is told, and nobody’s, with %s', (_, questions, key) => {
  expect(read(`${questions}## Answers\n\n${key}\n`).codes.join()).toMatch(/answer-unmatched|answers-missing/)
})
