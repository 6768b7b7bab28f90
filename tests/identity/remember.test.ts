import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { readManifest } from '../../src/identity/manifest-file.js'
import type { LastBuild, Manifest } from '../../src/identity/model.js'
import { nextManifest } from '../../src/identity/next-manifest.js'
import { builtSheet, nameQuestions } from '../../src/identity/remember.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { manifestText } from './manifest-text.js'

/** Builds sheets given as path → text; `stands`: files that are there and not looked at. */
function build(texts: Record<string, string>, last: Manifest | null = null, stands: string[] = []) {
  const sheets = Object.entries(texts).map(([path, text]) => ({
    path,
    week: null,
    sheet: parseSheet(text, path, new Log()),
  }))
  const paths = last?.sheets.map(({ path }) => path) ?? []
  const vanished = new Set(paths.filter((path) => !(path in texts) && !stands.includes(path)))
  const before: LastBuild | null = last && { manifest: last, vanished, sameRoot: vanished.size < paths.length }
  const named = nameQuestions(sheets, before)
  const built = named.sheets.map((sheet) => ({
    ...builtSheet(sheet, null),
    outputs: [{ path: `${sheet.path}.pdf`, sha256: 'abcdef' }],
  }))
  return nextManifest(built, named.found, before, 'test').manifest
}

const day = (...questions: string[]) => `# Week 1\n\n## Monday\n\n${questions.map((q) => `1. ${q}`).join('\n')}\n`
const ids = ({ sheets }: Manifest, path: string) =>
  sheets.find((sheet) => sheet.path === path)?.questions.map(({ id }) => id)

const doors = day('Why does a door open? See a.md §1.', 'What are hinges made of? See a.md §2.')

describe('ids without a memory', () => {
  it('are made of the words, the same in every folder and every time', () => {
    const first = ids(build({ 'a.md': doors }), 'a.md')
    expect(first).toEqual(
      ids(build({ 'x/b.md': doors.replace('Why does a door open?', 'why does a **DOOR** open?') }), 'x/b.md'),
    )
    expect(first?.every((id) => /^q-[0-9a-f]{6}$/.test(id))).toBe(true)
  })

  it('are given once, to twins as well, and never where an author gave one', () => {
    const manifest = build({
      'a.md': day('Why?', 'Why?', 'How? {#why}', 'Who? {#why}'),
      'b.md': day('Why?', 'When? {#why}'),
    })
    const all = manifest.sheets.flatMap((sheet) => sheet.questions.map(({ id }) => id))
    expect(new Set(all).size).toBe(6)
    expect(ids(manifest, 'a.md')?.[2]).toBe('why')
  })
})

it('thousands of twins get ids in no time', () => {
  const start = process.cpuUsage()
  const manifest = build({ 'a.md': day(...Array.from({ length: 4000 }, () => 'Why?')) })
  expect(new Set(ids(manifest, 'a.md')).size).toBe(4000)
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000)
})

describe('ids with a memory', () => {
  const first = build({ 'a.md': doors })
  const [why, what] = ids(first, 'a.md') ?? []

  it('stay when questions are reworded, moved and new ones stand between', () => {
    const next = build(
      {
        'a.md': day(
          'What are good hinges made of? See a.md §3.',
          'Who makes doors?',
          'Why does no door open by itself? See a.md §1.',
        ),
      },
      first,
    )
    expect(ids(next, 'a.md')).toEqual([what, expect.stringMatching(/^q-/), why])
  })

  it('stay when an author takes the braces away, and go when the author gives another name', () => {
    const named = build({ 'a.md': day('Why does a door open? {#door}') }, first)
    expect(ids(named, 'a.md')).toEqual(['door'])
    expect(ids(build({ 'a.md': day('Why does a door open now?') }, named), 'a.md')).toEqual(['door'])
    const moved = build({ 'a.md': day('Why does a door open?', 'Who is there? {#door}') }, named)
    expect(ids(moved, 'a.md')?.[1]).toBe('door')
    expect(ids(moved, 'a.md')?.[0]).not.toBe('door')
  })

  it('follow a renamed file, also when it was edited, and a question that moves to another file', () => {
    const edited = doors.replace('a door open', 'the door open')
    expect(ids(build({ 'w/new.md': edited }, first), 'w/new.md')).toEqual([why, what])
    const split = build({ 'a.md': day('Why does a door open?'), 'b.md': day('What are hinges made of?') }, first)
    expect([ids(split, 'a.md'), ids(split, 'b.md')]).toEqual([[why], [what]])
  })

  it('do not go over to a copy', () => {
    const copied = build({ 'copy.md': doors, 'a.md': doors }, first)
    expect(ids(copied, 'a.md')).toEqual([why, what])
    expect(new Set([...(ids(copied, 'copy.md') ?? []), why, what]).size).toBe(4)
    const alone = build({ 'copy.md': doors }, first, ['a.md'])
    expect(ids(alone, 'a.md')).toEqual([why, what])
    expect(ids(alone, 'copy.md')).not.toContain(why)
  })

  it('come back with a deleted question, reworded before', () => {
    const reworded = build({ 'a.md': doors.replace('a door open', 'the door open'), 'b.md': day('Who?') }, first)
    const without = build({ 'a.md': day('What are hinges made of?'), 'b.md': day('Who?') }, reworded)
    expect(without.retired.map(({ id }) => id)).toEqual([why])
    const gone = build({ 'b.md': day('Who?') }, without)
    expect(gone.sheets.map(({ path }) => path)).toEqual(['b.md'])
    expect(gone.retired.map(({ id }) => id)).toEqual([what, why])
    const back = build({ 'a.md': doors.replace('a door open', 'the door open'), 'b.md': day('Who?') }, gone)
    expect(ids(back, 'a.md')).toEqual([why, what])
    expect(back.retired).toEqual([])
  })
})

it('an id made of words is not given again while another question has it, whatever that says by now', () => {
  const first = build({ 'a.md': day('Why does a door open?') })
  const [id] = ids(first, 'a.md') ?? []
  const drifted = {
    ...first,
    sheets: first.sheets.map((each) => ({
      ...each,
      questions: each.questions.map((one) => ({ ...one, words: 'what makes rivers flow' })),
    })),
  }
  const next = build({ 'a.md': day('Why does a door open?') }, drifted)
  expect(ids(next, 'a.md')).toEqual([expect.stringMatching(`^${id}..$`)])
  expect(next.retired.map((one) => one.id)).toEqual([id])
})

describe('the manifest', () => {
  const course = build({ 'a.md': doors, 'b.md': day('Who guards the gate?') })

  it('keeps what a run does not look at, and the outputs of earlier runs', () => {
    const next = build({ 'b.md': day('Who guards the gate now?') }, course, ['a.md'])
    expect(next.sheets[0]).toEqual(course.sheets[0])
    expect(ids(next, 'b.md')).toEqual(ids(course, 'b.md'))
  })

  it('forgets nothing when a run from another folder finds none of its files', () => {
    const next = build({ 'recall.md': day('Who guards the gate?') }, course)
    expect(ids(next, 'recall.md')).toEqual(ids(course, 'b.md'))
    expect(ids(next, 'a.md')).toEqual(ids(course, 'a.md'))
    expect(next.retired).toEqual([])
  })

  it('is the same after a second build of the same sheets, and reads back as it was written', () => {
    const again = build({ 'a.md': doors, 'b.md': day('Who guards the gate?') }, course)
    expect(manifestText(again)).toBe(manifestText(course))
    expect(readManifest(manifestText(course))).toEqual({ manifest: course })
    const odd = build({ 'a "b"\n.md': day('"\\n" \u2028 🚪?') })
    expect(readManifest(manifestText(odd))).toEqual({ manifest: odd })
  })

  it('is bounded, whatever comes and goes', () => {
    let manifest: Manifest | null = null
    for (let round = 0; round < 4; round++)
      manifest = build(
        { 'keep.md': day('Why?'), [`${round}.md`]: day(...Array.from({ length: 900 }, (_, i) => `w${round}x${i}?`)) },
        manifest,
      )
    expect(manifest?.retired.length).toBe(2000)
    expect(manifest?.retired[0]?.words).toBe('w2x0')
  })
})

/** A question of its own words and how it is written now; `key` is who it is. */
interface Card {
  key: number
  words: string[]
  braces: boolean
}

type Edit =
  | { kind: 'insert' | 'delete' | 'reword' | 'move' | 'name'; at: number; to: number }
  | { kind: 'shuffle'; at: number; to: number }

const anyEdit = fc.record({
  kind: fc.constantFrom<Edit['kind']>('insert', 'delete', 'reword', 'move', 'shuffle', 'name'),
  at: fc.nat(1000),
  to: fc.nat(1000),
})

describe('any edits', () => {
  const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ')
  const word = (n: number) => Array.from({ length: 4 }, (_, k) => syllables[Math.floor(n / 20 ** k) % 20]).join('')
  let made = 0
  const fresh = (): Card => {
    const key = made++
    return {
      key,
      words: Array.from({ length: 7 }, (_, k) => word((Math.imul(key * 7 + k + 1, 2_654_435_761) >>> 8) % 160_000)),
      braces: false,
    }
  }
  const asked = ({ key, words, braces }: Card) => `Why is ${words.join(' ')}?${braces ? ` {#card-${key}}` : ''}`
  const write = (days: Card[][]) =>
    `# Week 1\n\n${days.map((cards, d) => `## Day ${d + 1}\n\n${cards.map((card, i) => `${i + 1}. ${asked(card)}`).join('\n')}\n`).join('\n')}`

  function edit(days: Card[][], { kind, at, to }: Edit): Card[][] {
    const d = at % days.length
    const cards = days[d] ?? []
    const i = to % cards.length
    const changed = (next: Card[]) => days.with(d, next)
    const card = cards[i] as Card
    switch (kind) {
      case 'insert':
        return changed(cards.toSpliced(i, 0, fresh()))
      case 'delete':
        // In its place stands a new one: it must not inherit.
        return changed(cards.with(i, fresh()))
      case 'reword':
        return changed(
          cards.with(i, { ...card, words: card.words.toSpliced(at % 6, 2, word(at * 31 + to), 'three').slice(0, 8) }),
        )
      case 'name':
        return changed(cards.with(i, { ...card, braces: !card.braces }))
      case 'shuffle':
        return changed([...cards.slice(i), ...cards.slice(0, i).reverse()])
      case 'move': {
        if (cards.length < 2) return days
        const e = (d + 1) % days.length
        const without = days.with(d, cards.toSpliced(i, 1))
        return without.with(e, [...(without[e] ?? []), card])
      }
    }
  }

  it('keep the id of each question, and give none to two', () => {
    fc.assert(
      fc.property(
        fc.array(anyEdit, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 4 }),
        (edits, perBuild) => {
          let days = [0, 1, 2].map(() => [fresh(), fresh(), fresh(), fresh()])
          let manifest = build({ 'a.md': write(days) })
          let known = new Map<number, string>()
          const owner = new Map<string, number>()
          const remember = () => {
            const given = ids(manifest, 'a.md') ?? []
            const cards = days.flat()
            expect(given.length).toBe(cards.length)
            expect(new Set(given).size).toBe(given.length)
            const next = new Map<number, string>()
            for (const [n, card] of cards.entries()) {
              const id = given[n] ?? ''
              next.set(card.key, id)
              if (card.braces) expect(id).toBe(`card-${card.key}`)
              else if (known.has(card.key)) expect(id).toBe(known.get(card.key))
              expect(owner.get(id) ?? card.key).toBe(card.key)
              owner.set(id, card.key)
            }
            known = next
          }
          remember()
          for (let i = 0; i < edits.length; i += perBuild) {
            // One question is reworded once between two builds; twice over is another question.
            const reworded = new Set<string>()
            for (const each of edits.slice(i, i + perBuild)) {
              if (each.kind === 'reword' && reworded.has('done')) continue
              if (each.kind === 'reword') reworded.add('done')
              days = edit(days, each)
            }
            manifest = build({ 'a.md': write(days) }, manifest)
            remember()
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
