/** Two places that answer one question differently are told, and both are printed in the key. */
import { describe, expect, it } from 'vitest'
import { read } from '../read.js'

const told = (question: string, key: string): string[] =>
  read(`# Week 1\n\n## Monday\n\n1. ${question}\n2. How?\n\n## Answers\n\n1. ${key}\n2. So.\n`)
    .log.messages.filter(({ code }) => code === 'answers-differ')
    .map(({ reason, place, cause }) => `${place?.start.line} ${reason} (${cause?.place.start.line} ${cause?.words})`)

describe('answers that differ', () => {
  it('a tick and a key', () =>
    expect(told('What is 3 + 4?\n   - [ ] 4\n   - [x] 7', '4')).toEqual([
      '12 The answer to Mon 1 is "4" here, and "7" elsewhere; the key prints both (7 "7" is marked as right here)',
    ]))

  it.each([
    ['a bold option and a letter', 'Which?\n   a) GET\n   b) **PUT**', 'a'],
    ['a mark in words', 'Which?\n   - GET (correct)\n   - PUT', 'b'],
    ['options in a line', 'Which? a) GET b) **PUT**', 'A.'],
    ['one more in the key', 'Which?\n   a) GET\n   b) **PUT**\n   c) HEAD', 'b, c'],
    ['one less in the key', 'Which?\n   a) **GET**\n   b) **PUT**\n   c) HEAD', 'b'],
    ['an option that there is not', 'Which?\n   a) 4\n   b) **7**', '8'],
    ['an answer below the options', 'Which?\n   a) GET\n   b) PUT\n\n   Answer: b', 'a'],
    ['an answer without options', 'What is 3 + 4?\n\n   Answer: 7', '8'],
    ['a verdict', 'True or false: it is so.\n\n   Answer: True', 'F'],
  ])('%s', (_, question, key) => expect(told(question, key)).toHaveLength(1))
})

it('of a part are told with its letter', () =>
  expect(told('Read.\n   a) What is it? Answer: 5\n   b) What is that? Answer: 6', 'a) 5 b) 7')).toEqual([
    '12 The answer to Mon 1 b is "7" here, and "6" elsewhere; the key prints both (7 "6" is given here)',
  ]))

describe('answers that do not', () => {
  it.each([
    ['a tick and its letter', 'Which?\n   a) GET\n   b) **PUT**', 'b'],
    ['a tick and its words', 'Which?\n   - [ ] GET\n   - [x] PUT', 'put.'],
    ['a tick and its reason', 'Which?\n   a) GET\n   b) **PUT**', 'b, since it may be sent again'],
    ['several ticks', 'Which?\n   - [x] GET\n   - [x] PUT\n   - [ ] POST', 'a and b'],
    ['a letter for a verdict', 'True or false: it is so.\n\n   Answer: True', 'T'],
    ['answers in words', 'Why?\n\n   Answer: It may be sent again.', 'Nothing changes the second time.'],
    ['options without a tick', 'Which?\n   a) GET\n   b) PUT', 'b'],
  ])('%s', (_, question, key) => expect(told(question, key)).toEqual([]))
})
