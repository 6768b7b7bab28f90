import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWeeks, type Snapshot } from '../../src/identity/compare.js'
import type { ManifestOutput } from '../../src/identity/model.js'
import { pairWeeks } from '../../src/identity/pair-weeks.js'

/** A week whose days hold questions of these ids: `week({ mon: 'abc', tue: 'd' })`. */
function week(days: Record<string, string>, number = 1): Snapshot {
  const questions = Object.entries(days).flatMap(([day, ids]) =>
    [...ids].map((id, i) => ({
      id,
      code: `W${number} ${day} ${i + 1}`,
      day,
      number: i + 1,
      words: `Why ${id}?`,
      citations: [],
    })),
  )
  return [{ path: 'recall.md', week: 1, days: [], questions }]
}

/** "b moved", in the order of the sheet. */
const changes = (then: Snapshot, now: Snapshot) =>
  compareWeeks(pairWeeks(then, now)).flatMap(({ questions }) =>
    questions.map(({ id, events }) => `${id} ${events.join('+')}`),
  )

describe('compareWeeks tells what moved from what was only renumbered:', () => {
  it.each<[string, Record<string, string>, Record<string, string>, string[]]>([
    ['nothing', { mon: 'abc' }, { mon: 'abc' }, []],
    ['one comes in between', { mon: 'abc' }, { mon: 'axbc' }, ['x added', 'b renumbered', 'c renumbered']],
    ['one goes', { mon: 'abc' }, { mon: 'bc' }, ['b renumbered', 'c renumbered', 'a removed']],
    [
      'the first goes last',
      { mon: 'abcd' },
      { mon: 'bcda' },
      ['b renumbered', 'c renumbered', 'd renumbered', 'a moved'],
    ],
    ['the last comes first', { mon: 'abc' }, { mon: 'cab' }, ['c moved', 'a renumbered', 'b renumbered']],
    [
      'one goes to another day',
      { mon: 'abc', tue: 'de' },
      { mon: 'ac', tue: 'dbe' },
      ['c renumbered', 'b moved', 'e renumbered'],
    ],
  ])('%s', (_, then, now, expected) => expect(changes(week(then), week(now))).toEqual(expected))

  it('a week that is counted otherwise', () => {
    expect(changes(week({ mon: 'ab' }, 1), week({ mon: 'ab' }, 2))).toEqual(['a renumbered', 'b renumbered'])
  })

  it('in any order as few as can be have moved', () => {
    const ids = 'abcdefg'
    fc.assert(
      fc.property(fc.shuffledSubarray([...ids], { minLength: 2 }), (order) => {
        const said = changes(week({ mon: ids }), week({ mon: order.join('') }))
        const moved = new Set(said.filter((each) => each.endsWith(' moved')).map((each) => each[0] ?? ''))
        const left = order.filter((id) => !moved.has(id))
        // One that has its old number, although others passed it, is not told.
        const renumbered = left.filter((id) => order.indexOf(id) !== ids.indexOf(id))
        expect(renumbered).toEqual(renumbered.toSorted())
        // None of them could have stayed: an own look at all parts of the order.
        let longest = 0
        for (let choice = 0; choice < 2 ** order.length; choice++) {
          const part = order.filter((_, i) => choice & (2 ** i))
          if (part.every((id, i) => i === 0 || (part[i - 1] ?? '') < id)) longest = Math.max(longest, part.length)
        }
        expect(left.length).toBeGreaterThanOrEqual(longest)
      }),
    )
  })
})

describe('compareWeeks tells of another look', () => {
  type Output = Omit<ManifestOutput, 'sha256'>
  const look = (then: string, now: string, output: Output = { path: 'workbook.pdf' }, options = {}) => {
    const { path } = output
    const made = (own: ManifestOutput, set: Record<string, string>): Snapshot =>
      week({ mon: 'ab' }).map((each) => ({ ...each, outputs: [own], options: { paper: 'a4', key: 'back', ...set } }))
    const [change] = compareWeeks(
      // Older manifests say of no file what it is.
      pairWeeks(made({ path, sha256: then }, {}), made({ ...output, sha256: now }, options)),
    )
    return change?.look
  }

  it('where nothing but the bytes of a file has changed, with what it was set with', () => {
    expect(look('1', '1')).toBeUndefined()
    expect(look('1', '2')).toEqual([])
    expect(look('1', '2', { path: 'w/deck.pptx' }, { paper: 'letter' })).toEqual([
      { option: 'paper', before: 'a4', now: 'letter' },
    ])
  })

  it('but not of a booklet, which other weeks have changed', () => {
    expect(look('1', '2', { path: 'w/booklet.pdf', booklet: true })).toBeUndefined()
    expect(look('1', '2', { path: 'booklet/workbook.pdf' })).toEqual([])
    expect(look('1', '2', { path: 'w/booklets.pdf' })).toEqual([])
  })
})
