import { describe, expect, it } from 'vitest'
import { answersOf, oneDay, twoDays } from '../answered.js'
import { read } from '../read.js'

const four = `${oneDay.trimEnd()}\n4. Calculate\n   a) 3 + 4\n   b) 5 + 6\n\n`

describe('a key in a line that leaves numbers out', () => {
  it.each([
    ['stops', oneDay, 'Monday: 1. Aaish 3. Ceeish', 'Aaish|-|Ceeish'],
    [
      'the last two count on',
      four,
      'Monday: 1. Aaish 3. Ceeish 4. a) 7ish b) 11ish',
      'Aaish|-|Ceeish|a) 7ish b) 11ish',
    ],
    ['from two on', four, 'Monday: 2. Beeish 4. a) 7ish b) 11ish', '-|Beeish|-|a) 7ish b) 11ish'],
    ['commas and brackets', oneDay, 'Monday: 1) Aaish, 3) Ceeish', 'Aaish|-|Ceeish'],
    ['hyphens', oneDay, 'Monday: 1-Aaish, 3-Ceeish', 'Aaish|-|Ceeish'],
    ['colons', oneDay, 'Monday: 1: Aaish; 3: Ceeish', 'Aaish|-|Ceeish'],
    ['two days', twoDays, 'Monday: 1. Aaish 3. Ceeish\n\nTuesday: 2. Eeish', 'Aaish|-|Ceeish|-|Eeish'],
    ['no day', oneDay, '1. Aaish 3. Ceeish', 'Aaish|-|Ceeish'],
    ['a year before a label', oneDay, 'Monday: 1. In 1939ish, since 1939 3. Ceeish', 'In 1939ish, since 1939|-|Ceeish'],
    ['decimals', oneDay, 'Monday: 1. 0,25ish mol, 3,5 g 3. 0,5ish g', '0,25ish mol, 3,5 g|-|0,5ish g'],
    ['a number that is no question', oneDay, 'Monday: 1. Aaish of 9. Then 2. Beeish', 'Aaish of 9. Then|Beeish|-'],
    ['a number that has its answer', oneDay, '1. Aaish 3. then\n2. Beeish\n3. Ceeish', 'Aaish 3. then|Beeish|Ceeish'],
  ])('%s', (_name, sheet, key, expected) => {
    const { log } = read(`${sheet}## Answers\n\n${key}\n`)
    expect(answersOf(`${sheet}## Answers\n\n${key}\n`)).toBe(expected)
    expect(log.messages.map(({ code }) => code)).not.toContain('key-number-doubtful')
  })

  it.each([
    ['a date', 'Monday: 1. Aaish am 3. Oktober 2. Beeish', 'Aaish am 3. Oktober|Beeish|-'],
    ['a month', 'Monday: 1. Aaish: 3. Oktober 2. Beeish', 'Aaish: 3. Oktober|Beeish|-'],
    ['an equation', 'Monday: 1. Aaish, x = 3. Then 2. Beeish', 'Aaish, x = 3. Then|Beeish|-'],
    ['a list of a line each', '1. Aaish needs 3. So it is\n2. Beeish', 'Aaish needs 3. So it is|Beeish|-'],
  ])('a number that may be a word stays, and is told: %s', (_name, key, expected) => {
    const text = `${oneDay}## Answers\n\n${key}\n`
    expect(answersOf(text)).toBe(expected)
    expect(read(text).codes.map((code) => code.split(' ')[0])).toContain('key-number-doubtful')
  })
})
