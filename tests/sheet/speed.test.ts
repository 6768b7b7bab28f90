import { describe, expect, it } from 'vitest'
import { findCitationTail, looksLikeCitation } from '../../src/sheet/citations/citation.js'
import { isRecallSheet } from '../../src/sheet/days/recognise.js'
import { findWeek, matchDate, matchDay, matchNumbered } from '../../src/sheet/words/day-names.js'
import { breakPlaces } from '../../src/text/lines/breaks.js'
import { cpuTime } from '../cpu-time.js'
import { read } from './read.js'

const timed = (call: () => unknown): number => {
  const start = cpuTime()
  call()
  return cpuTime() - start
}

/** What the expressions of the grammar look for, again and again: where one of them tries each way to match, it shows. */
const pieces = [
  ...'§-–() "“\'[]{}#>*_`~|<&\\.?/@+=…→「第章A1',
  ...[
    '((',
    '[[',
    '[[a',
    '§1.1-',
    '§§ ',
    '1.',
    '1.1',
    ' a',
    'a - ',
    '{a=b ',
    '- ',
    '> ',
    '<!--',
    '<details>',
    '\u00a0',
    '\u200b',
  ],
  ...[
    'a.md ',
    'a.md',
    '"a.md',
    'https://',
    'a@b.',
    'See ',
    'see also ',
    'を参照',
    '١',
    '①',
    '（1）',
    'Answer: ',
    'Q1. ',
  ],
  ...[
    'p. ',
    'ff. ',
    ', ',
    'and ',
    ' and §',
    'A vs B ',
    'Monday ',
    'Week ',
    '2026-',
    '::',
    'x\u0301',
    'a/b ',
    '10 000 ',
    '1 ',
  ],
]

/** Each with the length it is tried with. */
const stages: Record<string, [length: number, stage: (text: string) => unknown]> = {
  citations: [1e6, (text) => [findCitationTail([{ text }]), looksLikeCitation([{ text: `${text}. See a.md §1 and` }])]],
  days: [1e6, (text) => [matchDay(text), matchDate(text), matchNumbered(text, 'lesson'), findWeek(text)]],
  recognition: [1e6, (text) => isRecallSheet(text, 'a.md')],
  // UAX 14 itself takes half a second a megabyte.
  breaks: [3e5, (text) => breakPlaces(text)],
}

/** They take a tenth of this; an expression that tries every way takes minutes. */
const bound = 2000

describe.each(Object.entries(stages))('one very long line: %s', (_, [length, stage]) => {
  it('takes no longer than its length asks for, whatever stands in it', () => {
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(length / piece.length))
      expect(
        timed(() => stage(text)),
        JSON.stringify(piece),
      ).toBeLessThan(bound)
    }
  })
})

/** Ten seconds where each number of lines was tried as a title. */
it('plain lines without end, of which the first may be a title, are read in time', () => {
  expect(timed(() => read('Some plain words\n'.repeat(4000)))).toBeLessThan(5000)
})

/** Ten seconds of each before `edit-map.ts`. */
describe('40 kB of short blocks', () => {
  it.each([
    '> a\n\n',
    '- a\n  - b\n',
    '- > a\n',
    '1. a\n\n   > b\n\n',
    '<details>\n<summary>a</summary>\n\nb\n\n</details>\n\n',
  ])('is read in time: %j', (piece) => {
    const text = `# Week 1\n\n## Monday\n\n1. a\n\n${piece.repeat(4e4 / piece.length)}`
    expect(timed(() => read(text))).toBeLessThan(5000)
  })
})
