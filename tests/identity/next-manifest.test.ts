/** What the manifest knows after builds of parts: what was made, and of the rest what stands there from before. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  keyOfWeek,
  type LastBuild,
  type Manifest,
  type OtherPages,
  type PrintedQuestion,
} from '../../src/identity/model.js'
import { nextManifest } from '../../src/identity/next-manifest.js'
import type { BuiltSheet } from '../../src/identity/remember.js'

/** Days by their names, each with the words of its questions; their ids are what stands before a colon. */
type Week = Record<string, string[]>

/** What a build makes of each week: the sheets of these days, and the deck or not; null where it cannot be written. */
type Parts = { paper: string[]; deck: boolean } | null

const printed = (words: string, slide: number): PrintedQuestion => ({
  page: '1',
  slides: [slide],
  asked: '',
  space: '',
  keyed: words,
})

function builtOf(path: string, week: Week, parts: Parts): BuiltSheet {
  const entries = Object.entries(week)
  const questions = entries.flatMap(([day, asked]) =>
    asked.map((words, i) => ({
      id: words.split(':')[0] ?? '',
      code: `${day} ${i + 1}`,
      day,
      number: i + 1,
      words,
      citations: [],
      ...(parts && { printed: printed(words, i + 1) }),
    })),
  )
  const stamp = (day: string) => `${day}:${week[day]}`
  const days = entries.map(([key]) => ({ key, name: key, code: key, revision: stamp(key), pages: ['1'] }))
  const bears = Object.fromEntries(parts?.paper.filter((day) => day in week).map((day) => [day, stamp(day)]) ?? [])
  const outputs = [{ path: `${path}/workbook.pdf`, sha256: 'aa', bears }]
  const sheet = { path, week: null, questions, outputs: parts ? outputs : [] }
  const tickets = Object.keys(bears).map(
    (day): OtherPages => ({ kind: 'exit-tickets', day, pages: ['9'], said: stamp(day) }),
  )
  const isWhole = Object.keys(bears).length === entries.length
  const summary: OtherPages = { kind: 'summary', pages: ['8'], said: 'aa' }
  const otherPages = isWhole ? [summary, ...tickets] : tickets
  return parts ? { ...sheet, facts: { days, otherPages, inputs: [], options: {} }, deck: parts.deck } : sheet
}

/** A build of weeks by their paths; `standing`: of weeks that are gone, the ones of which files stand. */
function build(weeks: Record<string, [Week, Parts]>, before: Manifest | null, standing: string[] = []): Manifest {
  const built = Object.entries(weeks).map(([path, [week, parts]]) => builtOf(path, week, parts))
  const known = [...(before?.sheets ?? []), ...(before?.gone ?? [])]
  const vanished = new Set(known.map(({ path }) => path).filter((path) => !(path in weeks)))
  const keys = new Set(standing.map((path) => keyOfWeek({ path, week: null })))
  const last: LastBuild | null = before && { manifest: before, vanished, sameRoot: true, standing: keys }
  const then = new Set(known.flatMap(({ questions }) => questions.map(({ id }) => id)))
  const found = new Set(built.flatMap(({ questions }) => questions.map(({ id }) => id)).filter((id) => then.has(id)))
  return nextManifest(built, found, last, 'test').manifest
}

const all: Parts = { paper: ['mon', 'tue'], deck: true }
const wordsIn = ({ sheets }: Manifest, path = 'a'): string[] | undefined =>
  sheets.find((sheet) => sheet.path === path)?.questions.map(({ words }) => words)
const stampsIn = ({ sheets }: Manifest, path = 'a') =>
  sheets.find((sheet) => sheet.path === path)?.days?.map(({ revision }) => revision)

describe('a build of a part', () => {
  const first = build({ a: [{ mon: ['1: door'], tue: ['2: gate'] }, all] }, null)
  const edited = { mon: ['1: doors'], tue: ['2: gates', '3: lid'] }

  it('of a day moves on for that day alone', () => {
    const next = build({ a: [edited, { paper: ['mon'], deck: false }] }, first)
    expect(wordsIn(next)).toEqual(['1: doors', '2: gate'])
    expect(stampsIn(next)).toEqual(['mon:1: doors', 'tue:2: gate'])
    expect(next.retired.map(({ id }) => id)).toEqual(['3'])
    const pages = next.sheets[0]?.otherPages?.map(({ kind, day, said }) => [kind, day, said])
    expect(pages?.sort()).toEqual([
      ['exit-tickets', 'mon', 'mon:1: doors'],
      ['exit-tickets', 'tue', 'tue:2: gate'],
      ['summary', undefined, 'aa'],
    ])
  })

  it('of the deck leaves the paper, and of the workbook the slides', () => {
    const deck = build({ a: [edited, { paper: [], deck: true }] }, first)
    expect(wordsIn(deck)).toEqual(['1: door', '2: gate'])
    const swapped = { mon: ['3: lid', '1: doors'], tue: ['2: gates'] }
    const paper = build({ a: [swapped, { ...all, deck: false }] }, first)
    expect(wordsIn(paper)).toEqual(['3: lid', '1: doors', '2: gates'])
    expect(paper.sheets[0]?.questions.map((each) => each.printed?.slides)).toEqual([[], [1], [1]])
  })

  it('has no day that never was on paper, and knows its questions as they are', () => {
    const monday = build({ a: [edited, { paper: ['mon'], deck: false }] }, null)
    expect(stampsIn(monday)).toEqual(['mon:1: doors'])
    expect(monday.sheets[0]?.questions.map(({ id, printed: on }) => [id, on !== undefined])).toEqual([
      ['1', true],
      ['2', false],
      ['3', false],
    ])
  })

  it('keeps a day that its sheet has no more until the whole paper is made', () => {
    const without = { mon: ['1: door'] }
    expect(stampsIn(build({ a: [without, { paper: [], deck: true }] }, first))).toEqual(stampsIn(first))
    expect(stampsIn(build({ a: [without, all] }, first))).toEqual(['mon:1: door'])
  })
})

it('a week that could not be written has its former entry, whatever was written beside it', () => {
  const first = build({ a: [{ mon: ['1: door'] }, all], b: [{ mon: ['2: gate'] }, all] }, null)
  const next = build({ a: [{ mon: ['1: doors', '3: lid'] }, null], b: [{ mon: ['2: gates'] }, all] }, first)
  expect(next.sheets[0]).toEqual(first.sheets[0])
  expect(wordsIn(next, 'b')).toEqual(['2: gates'])
})

describe('a week that is gone', () => {
  const first = build({ a: [{ mon: ['1: door', '4: lid'] }, all], b: [{ mon: ['2: gate'] }, all] }, null)
  const b = { b: [{ mon: ['2: gate'] }, all] } as Record<string, [Week, Parts]>

  it('is remembered as long as something stands of it, from build to build', () => {
    const away = build(b, build(b, first, ['a']), ['a'])
    expect(away.gone).toEqual([first.sheets[0]])
    expect(away.sheets.map(({ path }) => path)).toEqual(['b'])
    const cleared = build(b, away)
    expect(cleared.gone).toBeUndefined()
    expect(cleared.retired.map(({ id }) => id)).toEqual(['1', '4'])
  })

  it('is remembered no more when it is back, or has another name', () => {
    const away = build(b, first, ['a'])
    const back = build({ ...b, a: [{ mon: ['1: door', '4: lid'] }, all] }, away, ['a'])
    expect(back.gone).toBeUndefined()
    const renamed = build({ ...b, c: [{ mon: ['1: door', '4: lid'] }, all] }, first, ['a'])
    expect(renamed.gone).toBeUndefined()
  })
})

it('whatever is made in whatever order, an id stands once, and none is forgotten that is asked', () => {
  const ids = ['1', '2', '3', '4', '5', '6']
  const places = fc.constantFrom('a mon', 'a tue', 'b mon', 'b tue', 'nowhere')
  const parts: fc.Arbitrary<Parts> = fc.option(fc.record({ paper: fc.subarray(['mon', 'tue']), deck: fc.boolean() }), {
    nil: null,
  })
  const step = fc.tuple(fc.tuple(...ids.map(() => places)), parts, parts, fc.subarray(['a', 'b'], { minLength: 1 }))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
      let last: Manifest | null = null
      for (const [homes, a, b, there] of steps) {
        const at = (place: string) => ids.filter((_, i) => homes[i] === place).map((id) => `${id}: w`)
        const weekOf = (path: string): Week => ({ mon: at(`${path} mon`), tue: at(`${path} tue`) })
        const weeks = Object.fromEntries(there.map((path) => [path, [weekOf(path), path === 'a' ? a : b]]))
        last = build(weeks as Record<string, [Week, Parts]>, last, ['a', 'b'])
        const known = [
          ...[...last.sheets, ...(last.gone ?? [])].flatMap(({ questions }) => questions.map(({ id }) => id)),
          ...last.retired.map(({ id }) => id),
        ]
        expect(new Set(known).size).toBe(known.length)
        const asked = ids.filter((_, i) => there.includes(homes[i]?.split(' ')[0] ?? ''))
        expect(known).toEqual(expect.arrayContaining(asked))
      }
    }),
  )
})
