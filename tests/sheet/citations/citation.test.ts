import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareSectionNumbers,
  findCitationTail,
  formatCitation,
  looksLikeCitation,
  nameWithoutEnding,
} from '../../../src/sheet/citations/citation.js'
import type { CitationTarget } from '../../../src/sheet/model.js'
import { plainBlocks } from '../../../src/text/rich.js'
import { cpuTime } from '../../cpu-time.js'
import { readQuestion } from '../read.js'

/** The prompt that is left and the citations, formatted. */
function split(item: string): [string, string[], string | null] {
  const { question } = readQuestion(item)
  return [plainBlocks(question.prompt), question.citations.map(formatCitation), question.citedAs]
}

describe('a citation at the end of a question', () => {
  it.each([
    ['Why? See 02_explainer.md §1.3.', 'Why?', ['02_explainer.md §1.3']],
    ['Why? See 02_explainer.md §1.1-§1.8.', 'Why?', ['02_explainer.md §1.1–§1.8']],
    ['Why? See a.md §1. 🚀', 'Why? 🚀', ['a.md §1']],
    ['Why? See a.md §1 ✅', 'Why? ✅', ['a.md §1']],
    ['Why? See a.md §1. ⚠️ 👍🏽', 'Why? ⚠️ 👍🏽', ['a.md §1']],
    ['Why? See a.md §1.1–1.8', 'Why?', ['a.md §1.1–§1.8']],
    ['Why? See a.md §1.1 to §1.8', 'Why?', ['a.md §1.1–§1.8']],
    ['Why? See a.md §4.10 and §5.8.', 'Why?', ['a.md §4.10 and §5.8']],
    ['Why? See a.md §1, §2, and §3.', 'Why?', ['a.md §1, §2 and §3']],
    ['Why? See a.md §2.2-§2.3 and §2.5.', 'Why?', ['a.md §2.2–§2.3 and §2.5']],
    ['Why? See a.md §4.3 and b.md §4.', 'Why?', ['a.md §4.3', 'b.md §4']],
    ['Why? See a.md §4.3; b.md.', 'Why?', ['a.md §4.3', 'b.md']],
    ['Why? See a.md §§2.1, 2.3 and 2.5.', 'Why?', ['a.md §2.1, §2.3 and §2.5']],
    ['Why? See a.md, Sec. 4.2.', 'Why?', ['a.md §4.2']],
    ['Why? See a.md Section 4.2.', 'Why?', ['a.md §4.2']],
    ['Why? See § 4.2 of a.md.', 'Why?', ['a.md §4.2']],
    ['Why? See a.md §ELI5.', 'Why?', ['a.md §ELI5']],
    ['Why? See a.md §What Comes Next.', 'Why?', ['a.md §What Comes Next']],
    ['Why? See a.md §Search and rescue and §3.', 'Why?', ['a.md §Search and rescue and §3']],
    ['Why? See a.md §Why MLOps?', 'Why?', ['a.md §Why MLOps?']],
    ['Why? See a.md §“Two words”.', 'Why?', ['a.md §Two words']],
    ['Why? See a.md §"Two words".', 'Why?', ['a.md §Two words']],
    ['Why? See also a.md.', 'Why?', ['a.md']],
    ['Why? Cf. a.md §1.', 'Why?', ['a.md §1']],
    ['Why? Refer to a.md §1.', 'Why?', ['a.md §1']],
    ['Why? Source: a.md §1.', 'Why?', ['a.md §1']],
    ['Why? a.md §1', 'Why?', ['a.md §1']],
    ['Why (see a.md §1)?', 'Why?', ['a.md §1']],
    ['Why? (a.md §1)', 'Why?', ['a.md §1']],
    ['Why? (See a.md §1.)', 'Why?', ['a.md §1']],
    ['Say why — see a.md §1.', 'Say why', ['a.md §1']],
    ['Say why, see a.md §1.', 'Say why', ['a.md §1']],
    ['Why? *See a.md §1.*', 'Why?', ['a.md §1']],
    ['Why? See `my notes.md` §1.', 'Why?', ['"my notes.md" §1']],
    ['Why? See `a.md §1`.', 'Why?', ['a.md §1']],
    ['Why? See [a.md](a.md) §1.', 'Why?', ['a.md §1']],
    ['Why? See [the explainer](./02_explainer.md).', 'Why?', ['02_explainer.md']],
    ['Why? See [the explainer](02_explainer.md#eli5).', 'Why?', ['02_explainer.md#eli5']],
    ['Why? See [the explainer §1.3](02_explainer.md#13-silent).', 'Why?', ['02_explainer.md §1.3']],
    ['Why? See [§1.3][x].\n\n[x]: a.md', 'Why?', ['a.md §1.3']],
    ['Why?\n\n   See a.md §1.', 'Why?', ['a.md §1']],
    ['Why[^1]?\n\n[^1]: x', 'Why (x)?', []],
    ['Why[^1] is it so?\n\n[^1]: See a.md §1.', 'Why is it so?', ['a.md §1']],
    ['Why is it so?[^1]\n\n[^1]: *a.md* §1.', 'Why is it so?', ['a.md §1']],
    ['Why? See www.example.org/a.', 'Why?', ['http://www.example.org/a']],
    ['Why? See [a](a%20b.md#x%20y).', 'Why?', ['"a b.md#x%20y"']],
    ['Γιατί; Βλ. a.md §1.', 'Γιατί;', ['a.md §1']],
    ['Why? See ../week-16/a.md §A.1.', 'Why?', ['../week-16/a.md §A.1']],
    ['Why? See a.md §1. See also b.md §2.', 'Why?', ['a.md §1', 'b.md §2']],
    ['Why? {lines=3} See a.md §1.', 'Why?', ['a.md §1']],
    ['Why? See a.md §1. {lines=3}', 'Why?', ['a.md §1']],
  ])('%s', (item, prompt, citations) => {
    expect(split(item).slice(0, 2)).toEqual([prompt, citations])
  })

  it('keeps its words as they were written', () => {
    expect(split('Why? See 02_explainer.md §4.10 and §5.8.')[2]).toBe('02_explainer.md §4.10 and §5.8')
    expect(split('Why (see also a.md §1-§2)?')[2]).toBe('a.md §1-§2')
    expect(split('Why? See [the explainer](a.md).')[2]).toBe('the explainer (a.md)')
  })
})

describe('words that are no citation', () => {
  it.each([
    'What do you see in a.md §1 that is wrong?',
    'What is in README.md?',
    'Compare a.md §1 with b.md §2, then explain.',
    'What does § 242 BGB ask of a debtor?',
    'What did you see.',
    'Why does [the tool](a.md) fail?',
    'Why? See the explainer.',
    'Read a.md and say what is new.',
    'What else is there to check?',
  ])('%s', (item) => {
    expect(split(item)).toEqual([item.replace('[the tool](a.md)', 'the tool'), [], null])
  })
})

it.each(['What does § 242 BGB ask?', 'Why? See § 242 BGB.', 'Why? (§ 5 Abs. 2 UrhG)', 'Why? See 18 U.S.C. § 1030.'])(
  '%s is law, and not worth a message',
  (item) => {
    expect(readQuestion(item).codes).toEqual(['sheet-without-citations'])
  },
)

describe('section numbers', () => {
  it('are compared part by part', () => {
    const numbers = ['3', '2.10.1', '2.9', '2.10', 'A.2', '2', '10', '2.9a', '04']
    expect(numbers.toSorted(compareSectionNumbers)).toEqual([
      'A.2',
      '2',
      '2.9',
      '2.9a',
      '2.10',
      '2.10.1',
      '3',
      '04',
      '10',
    ])
    expect(compareSectionNumbers('4.01', '4.1')).toBe(0)
  })
})

const part = fc.integer({ min: 1, max: 120 }).map(String)
const sectionNumber = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'))
const name = fc
  .array(
    fc
      .stringMatching(/^[A-Z][a-z]{3,9}$/)
      .filter(
        (word) =>
          !/^(See|Also|Refer|Check|Review|Read|Sources?|References?|Refs|Sections?|Chapters?|Sect|Secs|Chap)$/.test(
            word,
          ),
      ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(' '))
const range = fc
  .tuple(sectionNumber, sectionNumber)
  .map((ends) => ends.sort(compareSectionNumbers))
  .map(([from = '', to = '']) => ({ kind: 'range' as const, from, to }))
const chapter = fc.constantFrom<{ chapter?: true }>({}, { chapter: true })
const onwards = fc.constantFrom<{ onwards?: true }>({}, { onwards: true })
const page = fc.oneof(fc.integer({ min: 1, max: 999 }).map(String), fc.constantFrom('i', 'xii', 'xlv'))
const target: fc.Arbitrary<CitationTarget> = fc.oneof(
  fc.tuple(sectionNumber, chapter, onwards).map(([number, a, b]) => ({ kind: 'section' as const, number, ...a, ...b })),
  fc.tuple(range, chapter).map(([ends, a]) => ({ ...ends, ...a })),
  fc.tuple(page, onwards).map(([from, a]) => ({ kind: 'pages' as const, from, to: null, ...a })),
  fc.tuple(page, page).map(([from, to]) => ({ kind: 'pages' as const, from, to })),
  name.map((words) => ({ kind: 'named' as const, name: words })),
)
const file = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z0-9]{1,6}(?:[_-][a-z0-9]{1,6}){0,2}\.(?:md|pdf|ipynb)$/) },
  fc.stringMatching(/^[a-zé]{1,6} [a-zü]{1,6}\.md$/),
  fc.stringMatching(/^https:\/\/[a-z]{1,8}\.org\/[a-z0-9]{1,8}(?:\?q=[a-z]{1,4})?$/),
)
const note = fc.stringMatching(/^(?:figure [1-9]|for [a-z]{3,9}|[a-z]{3,9} [a-z]{3,9})$/)
const citation = fc.oneof(
  fc.record({ file, targets: fc.array(target, { maxLength: 4 }) }),
  fc.record({ file, targets: fc.array(target, { maxLength: 2 }), note }),
  fc.record({
    file: fc.constant('a.md'),
    targets: fc
      .stringMatching(/^[a-z0-9-]{1,12}$/)
      .map((anchor): CitationTarget[] => [{ kind: 'named', name: anchor, anchor: true }]),
  }),
)

describe('formatting', () => {
  it('is read back as the same citation', () => {
    fc.assert(
      fc.property(citation, (given) => {
        const tail = findCitationTail([{ text: `Why? See ${formatCitation(given)}.` }])
        expect(tail?.citations.map(({ start: _, end: __, ...found }) => found)).toEqual([given])
        expect(tail?.citedAs).toBe(formatCitation(given))
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps several citations apart', () => {
    fc.assert(
      fc.property(fc.array(citation, { minLength: 1, maxLength: 3 }), (given) => {
        const words = given.map(formatCitation).join('; ')
        const tail = findCitationTail([{ text: `Why? See ${words}.` }])
        expect(tail?.citations.map(formatCitation)).toEqual(given.map(formatCitation))
      }),
    )
  })
})

describe('a citation of any length', () => {
  const filler: [string, string][] = [
    ['words', 'see what '],
    ['names of books', 'See Campbell, Biology, '],
    ['pages of books', '(Campbell, p. 1, '],
    ['signs', '§1.1-'],
    ['files', 'see a.md §1, and '],
    ['quotes', '"'],
    ['quoted files', '"a b.md" '],
    ['brackets', '(see '],
    ['addresses', 'https://a.b/(c) '],
    ['dots', '.'],
    ['numbers', '1.'],
    ['abbreviations', 'p. '],
    ['signs of Japanese', '第3章を参照'],
    ['one long word', 'a'],
    ['links', 'a.md'],
  ]

  it.each(filler)('1 MB of %s is read in under a second', (_, piece) => {
    const text = piece.repeat(Math.ceil(1e6 / piece.length))
    for (const runs of [
      [{ text }],
      [{ text, code: true as const }],
      [{ text, href: 'a.md' }],
      [{ text: `${text}. See a.md §1.` }],
    ]) {
      const start = cpuTime()
      findCitationTail(runs)
      looksLikeCitation(runs)
      nameWithoutEnding(runs)
      expect(cpuTime() - start).toBeLessThan(1000)
    }
  })

  it('loses no end of a range', () => {
    fc.assert(
      fc.property(range, fc.constantFrom('-', '–', '—', ' - ', ' to ', ' bis ', '〜', '-§'), (given, dash) => {
        const tail = findCitationTail([{ text: `Why? See a.md §${given.from}${dash}${given.to}.` }])
        expect(tail?.citations[0]?.targets).toEqual([given])
      }),
    )
  })
})

describe('what looks like a citation and is not read', () => {
  it.each([
    ['See the difference on page 12.', ['citation-unread 5:4']],
    ['See what the textbook p. 12 says.', ['citation-unread 5:4']],
    ['See the end of Chapter 3.', ['citation-unread 5:4']],
    ['See notes §2.3.', ['citation-without-ending 5:13']],
    ['See week-1-notes, Sec. 2.', ['citation-without-ending 5:13']],
    ['See the difference on page 12?', []],
    ['Compare the maps on page 12.', []],
    ['What does the table in Campbell, p. 88, show?', []],
    ['See the textbook.', ['citation-without-place 5:13']],
    ['(see the handout)', ['citation-without-place 5:14']],
    ["See Wednesday's lecture.", ['citation-without-place 5:13']],
    ['See the queue.', []],
    ['(p. 12)', []],
  ])('%s', (tail, expected) => {
    const { codes, question } = readQuestion(`Why? ${tail}`)
    expect(codes.filter((code) => code !== 'sheet-without-citations')).toEqual(expected)
    expect(plainBlocks(question.prompt)).toBe(`Why? ${tail}`)
  })
})
