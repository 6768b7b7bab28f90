/** Questions that were read before are what they are when they are read anew, wherever they stand now. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { SheetMemory } from '../../../src/sheet/memory.js'
import { read, repositoryText } from '../read.js'

const sheet = repositoryText('content/week-17/04_daily_recall.md')

/** What a sheet and its messages are, read with a memory and without. */
const both = (text: string, memory: SheetMemory) =>
  [memory, undefined].map((each) => {
    const { sheet, log } = read(text, undefined, each)
    return [sheet, log.messages]
  })

describe('a sheet of lines', () => {
  it('is read again only where it was edited', () => {
    const memory = new SheetMemory()
    read(sheet, undefined, memory)
    const keep = vi.spyOn(memory.questions, 'keep')
    const [once, anew] = both(sheet.replace('# 04', '\n\n# 04').replace('Why', 'Why, though,'), memory)
    expect(once).toEqual(anew)
    expect(keep).toHaveBeenCalledTimes(1)
  })

  it('is the same, whatever is edited above, below and in its lines', () => {
    const lines = fc.constantFrom(
      '1. Why is a win no win? See 02_explainer.md §1.1-§1.8.',
      '1. Why is a win no win? See 02_explainer.md §1.1-§1.8. {lines=3}',
      '2. Which four things are there? (2 pts) See notes.md §2 and log.md §3.',
      '3. a) Why? b) How? c) When? See a.md §1.',
      '1) True or false: it rains. (2)',
      '- Draw the cycle: run → stop. See §ELI5.',
      '4. Why \\*so\\* &amp; not so? Because it is so. See a.md §9-§2.',
      '5. Is it a) red or b) blue?',
      '6. Why does *it* open?[^1] See a.md §1.',
      '7. Say it in two minutes. 🚀',
      '## Monday — Opening failure',
      '## Tuesday {lines=4}',
      '## Wednesday',
      'Then check the sections in notes.md.',
      '## Answers',
      '1. It is red.',
      '',
      '',
      '   Answer: so.',
    )
    const memory = new SheetMemory()
    const get = vi.spyOn(memory.questions, 'get')
    fc.assert(
      fc.property(
        fc.array(lines, { maxLength: 14 }),
        fc.constantFrom('', '', 'defaults: { lines: 4 }', 'lang: de'),
        // With a footnote nothing is kept.
        fc.constantFrom('', '', '', '[^1]: See b.md §2.'),
        (all, front, note) => {
          const text = ['---', front, '---', '# Week 1', '', 'Read notes.md.', '', '## Monday', '', ...all, note].join(
            '\n',
          )
          const [once, anew] = both(text, memory)
          expect(once).toEqual(anew)
        },
      ),
      { numRuns: 300 },
    )
    expect(get.mock.results.filter(({ value }) => value !== undefined).length).toBeGreaterThan(100)
  })
})
