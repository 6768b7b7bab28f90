import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWeeks, type Snapshot } from '../../src/identity/compare.js'
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

  it('one goes to another week', () => {
    const [first, second] = [week({ mon: 'abc' }, 1), week({ thu: 'de' }, 2).map((each) => ({ ...each, week: 2 }))]
    const [left, came] = [week({ mon: 'ac' }, 1), week({ thu: 'dbe' }, 2).map((each) => ({ ...each, week: 2 }))]
    expect(changes([...first, ...second], [...left, ...came])).toEqual([
      'c renumbered',
      'b left',
      'b moved',
      'e renumbered',
    ])
  })

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
  const set = { paper: 'a4', key: 'back', products: 'workbook, deck', editions: 'whole' }
  const look = (then: Record<string, string>, now: Record<string, string>) => {
    const made = (options: Record<string, string>): Snapshot =>
      week({ mon: 'ab' }).map((each) => ({ ...each, options }))
    const [change] = compareWeeks(pairWeeks(made({ ...set, ...then }), made({ ...set, ...now })))
    return change?.look
  }

  it('where pages or slides were set otherwise, with what', () => {
    expect(look({}, { editions: 'key' })).toBeUndefined()
    expect(look({ ruling: '8 mm' }, { ruling: '10 mm', paper: 'letter' })).toEqual([
      { option: 'paper', before: 'a4', now: 'letter' },
      { option: 'ruling', before: '8 mm', now: '10 mm' },
    ])
    expect(look({ scheme: 'light' }, { scheme: 'dark' })).toEqual([
      { option: 'scheme', before: 'light', now: 'dark', slides: true },
    ])
  })

  it('not by an option that the other build did not know, or of a product that one of them did not make', () => {
    expect(look({}, { ruling: '10 mm', roster: 'aa' })).toBeUndefined()
    expect(look({ roster: 'aa' }, {})).toBeUndefined()
    expect(look({ template: 'ours' }, { paper: 'a5', template: 'classic', products: 'deck' })).toEqual([
      { option: 'template', before: 'ours', now: 'classic', slides: true },
    ])
    expect(look({ scheme: 'light' }, { scheme: 'dark', products: 'workbook' })).toBeUndefined()
  })
})
