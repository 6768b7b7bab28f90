/** A citation in a line of its own right below options reads as behind a blank line. */
import { describe, expect, it } from 'vitest'
import { wholePrompt } from '../../../src/sheet/options/parts.js'
import { readQuestion, words } from '../read.js'

/** What a question prints, where it leads, and its answer. */
function asked(item: string): [prompt: string | null, citedAs: string | null, answer: string | null] {
  const { question } = readQuestion(item)
  return [words(wholePrompt(question)), question.citedAs, words(question.answer)]
}

/** Lines as continuation lines of a question. */
const lines = (...each: string[]) => each.join('\n   ')

describe('a citation below options', () => {
  it.each([
    ['letters', ['a) GET', 'b) **PUT**'], 'a) GET b) PUT', 'b) PUT'],
    ['letters with stops', ['a) GET.', 'b) **PUT.**'], 'a) GET. b) PUT.', 'b) PUT.'],
    ['capitals', ['A. GET', 'B. PUT'], 'A) GET B) PUT', null],
    ['bullets', ['- GET', '- PUT'], 'a) GET b) PUT', null],
    ['numbers', ['1. GET', '2. PUT'], '1) GET 2) PUT', null],
    ['boxes', ['- [ ] GET', '- [x] PUT'], 'a) GET b) PUT', 'b) PUT'],
    ['one line', ['a) GET b) PUT'], 'a) GET b) PUT', null],
    ['an answer', ['a) GET', 'b) PUT', 'Answer: b'], 'a) GET b) PUT', 'b) PUT'],
  ])('in %s', (_, options, list, answer) => {
    expect(asked(lines('Which of these is safe?', ...options, 'See notes.md §1.'))).toEqual([
      `Which of these is safe? ${list}`,
      'notes.md §1',
      answer,
    ])
    expect(readQuestion(lines('Which of these is safe?', ...options, 'See notes.md §1.')).codes).not.toContain(
      'citation-unread 5:1',
    )
  })

  it.each([
    ['in brackets', '(notes.md §1)', 'notes.md §1'],
    ['in italics', '*Source: notes.md §1*', 'notes.md §1'],
    ['without a cue', 'notes.md §1', 'notes.md §1'],
    ['in small letters', 'see notes.md §1', 'notes.md §1'],
    ['in German', 'Siehe notes.md §1.', 'notes.md §1'],
    ['in Japanese', 'notes.md 第1章を参照', 'notes.md 第1章'],
    ['before braces', 'See notes.md §1. {minutes=2}', 'notes.md §1'],
    ['in two lines', 'See notes.md §1,\n   §2 and §3.', 'notes.md §1, §2 and §3'],
  ])('%s', (_, citation, citedAs) => {
    for (const options of [
      ['a) fetch', 'b) store'],
      ['- fetch', '- store'],
    ])
      expect(asked(lines('Which of these is safe?', ...options, citation))).toEqual([
        'Which of these is safe? a) fetch b) store',
        citedAs,
        null,
      ])
  })

  it('in the line of the question, options below', () =>
    expect(asked('Which is safe? a) GET b) PUT\n   See notes.md §1.')).toEqual([
      'Which is safe? a) GET b) PUT',
      'notes.md §1',
      null,
    ]))

  it('below sub-parts is that of the question, unless others have one', () => {
    const { question } = readQuestion(lines('Think.', 'a) Why is it?', 'b) How is it?', 'See notes.md §1.'))
    expect([question.citedAs, question.parts.map(({ citedAs }) => citedAs)]).toEqual(['notes.md §1', [null, null]])
    const each = lines('Think.', 'a) Why is it?', 'See notes.md §1.', 'b) How is it?', 'See notes.md §2.')
    expect(readQuestion(each).question.parts.map(({ citedAs }) => citedAs)).toEqual(['notes.md §1', 'notes.md §2'])
  })
})

describe('a citation below', () => {
  it.each([
    ['a quote', '> One may think.', 'One may think.'],
    ['a table', '| a | b |\n   |---|---|\n   | c | d |', 'a b c d'],
    ['code', '```\n   alpha\n   ```', 'alpha'],
  ])('%s', (_, block, shown) =>
    expect(asked(`Which?\n\n   ${block}\n   See notes.md §1.`)).toEqual([`Which? ${shown}`, 'notes.md §1', null]),
  )

  it('an option, indented to it', () =>
    expect(asked('Which of these?\n   - GET\n   - PUT\n\n     See notes.md §1.')).toEqual([
      'Which of these? a) GET b) PUT',
      'notes.md §1',
      null,
    ]))

  it('a quote is its own where it has its sign', () =>
    expect(asked('Which?\n\n   > One may think.\n   > Source: notes.md §1')[0]).toContain('notes.md §1'))
})

it('below words that break off without a stop is read', () =>
  expect(asked('Explain drift\n   See notes.md §1.')).toEqual(['Explain drift', 'notes.md §1', null]))

describe('an option that goes on with a citation keeps it', () => {
  it.each([
    ['as in', 'notes.md §1'],
    ['as told,', 'see notes.md §1'],
    ['as said (for once', 'see notes.md §1)'],
    ['the one told in the', 'notes.md §1'],
    ['one', 'See notes.md §1, said the teacher who wrote it.'],
    ['', 'See notes.md §1.'],
  ])('%s', (option, line) => {
    const prompt = words(
      wholePrompt(readQuestion(lines('Which of these?', '- none', `- ${option}`, `  ${line}`)).question),
    )
    expect(prompt).toContain(`${option} ${line}`.trim().replace(/\.$/, ''))
  })

  it('in its own line', () =>
    expect(asked(lines('Which of these?', '- none', '- as in notes.md §1'))[0]).toBe(
      'Which of these? a) none b) as in notes.md §1',
    ))
})
