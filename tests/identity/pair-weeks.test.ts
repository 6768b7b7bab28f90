import { describe, expect, it } from 'vitest'
import { compareWeeks, type Snapshot } from '../../src/identity/compare.js'
import { pairWeeks } from '../../src/identity/pair-weeks.js'

/** Weeks by their files, each with questions of these ids: `weeks({ 'a.md': 'xyz' })`; in capitals their words are those of the small letters. */
const weeks = (files: Record<string, string>): Snapshot =>
  Object.entries(files).map(([path, ids]) => ({
    path,
    week: null,
    days: [{ key: 'mon', name: 'Monday', code: 'W1·MON', revision: 'abcdef', pages: ['1'] }],
    questions: [...ids].map((id, i) => ({
      id,
      code: `W1 Mon ${i + 1}`,
      day: 'mon',
      number: i + 1,
      words: `why ${id.toLowerCase()}`,
      citations: [],
    })),
  }))

/** "a.md → b.md", in the order in which they are told. */
const pairs = (before: Record<string, string>, now: Record<string, string>) =>
  pairWeeks(weeks(before), weeks(now)).map((each) => `${each.before?.path ?? '-'} → ${each.now?.path ?? '-'}`)

describe('a week is found again:', () => {
  it.each<[string, Record<string, string>, Record<string, string>, string[]]>([
    ['by its file', { a: 'xyz' }, { a: 'xyq' }, ['a → a']],
    ['by its file, though all of it is new', { a: 'xyz' }, { a: 'pqr' }, ['a → a']],
    ['by its questions, when its file was renamed', { a: 'xyz', c: 'p' }, { b: 'xyq', c: 'p' }, ['a → b', 'c → c']],
    ['and when it lost days as well', { a: 'wxyz' }, { b: 'wx' }, ['a → b']],
    ['but not by the lesser part of them', { a: 'wxyz' }, { b: 'wpq' }, ['a → -', '- → b']],
    [
      'when a week was put before it, and each went on',
      { 'week-2': 'abc', 'week-3': 'def', 'week-4': 'ghi' },
      { 'week-2': 'xyz', 'week-3': 'abc', 'week-4': 'def', 'week-5': 'ghi' },
      ['- → week-2', 'week-2 → week-3', 'week-3 → week-4', 'week-4 → week-5'],
    ],
    ['when two changed places', { a: 'xyz', b: 'pqr' }, { a: 'pqr', b: 'xyz' }, ['b → a', 'a → b']],
    ['of two that became one, the one of the same file', { a: 'xyz', b: 'pqrs' }, { a: 'xyzpqrs' }, ['a → a', 'b → -']],
    ['of two that became one in a new file, the larger', { a: 'xyz', b: 'pqrs' }, { c: 'xyzpqrs' }, ['a → -', 'b → c']],
    ['when most of it went into a file of its own', { a: 'wxyz' }, { a: 'w', b: 'xyz' }, ['- → a', 'a → b']],
    ['not in a copy of it', { a: 'xyz' }, { a: 'xyz', b: 'XYZ' }, ['a → a', '- → b']],
    ['by the words of its questions, where ids know nothing of each other', { a: 'xyz' }, { b: 'XYZ' }, ['a → b']],
    ['nothing', {}, {}, []],
  ])('%s', (_, before, now, expected) => expect(pairs(before, now)).toEqual(expected))

  it('each once, whatever was renamed into what', () => {
    const [before, now] = [weeks({ a: 'abc', b: 'def', c: 'ghi' }), weeks({ a: 'defghi', d: 'abc', e: '' })]
    const found = pairWeeks(before, now)
    const paths = (some: Snapshot) => some.map(({ path }) => path).toSorted()
    expect(paths(found.flatMap((each) => each.before ?? []))).toEqual(paths(before))
    expect(paths(found.flatMap((each) => each.now ?? []))).toEqual(paths(now))
  })
})

it('a renamed week says what it was called, and is compared', () => {
  expect(compareWeeks(pairWeeks(weeks({ 'old.md': 'xyz' }), weeks({ 'new.md': 'xyz' })))).toEqual([
    {
      path: 'new.md',
      week: null,
      was: { path: 'old.md', week: null },
      days: [],
      questions: [],
      same: { days: ['Monday'], questions: 3 },
    },
  ])
})
