import { describe, expect, it } from 'vitest'
import { type Candidate, matchQuestions } from '../../src/identity/match.js'

/** Lines "id | words | citation | sheet/day"; all but the words may be left out. */
const questions = (...lines: string[]): Candidate[] => {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const [id = '', words = '', citation = '', where = 'a/monday'] = line.split('|').map((part) => part.trim())
    const [sheet = '', day = ''] = where.split('/')
    const order = (seen.get(where) ?? 0) + 1
    seen.set(where, order)
    return { id: id || null, words, citations: citation ? [citation] : [], sheet: sheet || null, day, order }
  })
}

/** The former id of each of today's questions. */
const matched = (former: Candidate[], current: Candidate[]) =>
  matchQuestions(current, former).map((j) => (j === null ? null : former[j]?.id))

describe('matchQuestions', () => {
  const former = questions(
    'notebook | why is a notebook win not a production win | a.md §1',
    'silent | what made the three week degradation silent | a.md §1',
    'four | which four things must be versioned together in ml | a.md §2',
    'gate | what does the quality gate actually verify | a.md §3',
  )

  it.each([
    ['a number', 'which three things must be versioned together in ml', 'four'],
    ['a negation', 'which four things must not be versioned together in ml', 'four'],
    ['a slip of the pen', 'what does the qualitty gate actualy verify', 'gate'],
    ['inflection', 'why does winning in a notebook not mean winning in production', 'notebook'],
    ['words put round', 'silent degradation over three weeks what made it so', 'silent'],
    ['a word taken out', 'what does the quality gate verify', 'gate'],
    ['a different question', 'what does a feature store actually cost', null],
    ['a different question with the same frame', 'why is a feature store not a database', null],
  ])('knows %s', (_, words, id) => {
    expect(matched(former, questions(`| ${words} | a.md §9`))).toEqual([id])
  })

  it('finds the same whether the weeks beside it are built or not', () => {
    const before = questions('ice | why is ice lighter outside water | | a/monday')
    const after = questions('| why is steam lighter outside oil | | a/monday')
    const others = Array.from(
      { length: 40 },
      (_, i) => `w${i} | what do ice water steam oil make of item${i} | | b/monday`,
    )
    const beside = questions(...others)
    const same = questions(...others.map((line) => line.replace(/^w\d+/, '')))
    expect(matched([...before, ...beside], [...after, ...same])[0]).toBe(matched(before, after)[0])
  })

  it('asks less likeness of words when the citation is the same', () => {
    const line = '| what does the quality gate look at'
    expect(matched(former, questions(`${line} | a.md §3`))).toEqual(['gate'])
    expect(matched(former, questions(`${line} | a.md §7`))).toEqual([null])
  })

  it('asks less of questions without citations that stand where they stood', () => {
    const short = questions('diffusion | define diffusion', 'latch | where do latches go')
    const longer = '| define the word diffusion'
    const other = '| where do latches slide'
    expect(matched(short, questions(longer, other))).toEqual(['diffusion', 'latch'])
    expect(matched(short, questions(other, longer))).toEqual([null, null])
    expect(matched(questions('old | name two parts of a plant'), questions('| name two parts of an animal'))).toEqual([
      null,
    ])
    expect(matched(short, questions(`${longer} | a.md §1`))).toEqual([null])
  })

  it('leaves ids with their questions when these change places, reworded or not', () => {
    const swapped = questions(
      '| which five things must be versioned together | a.md §2',
      '| what made the degradation silent | a.md §1',
      '| why is a notebook win no production win | a.md §1',
      '| what does the quality gate actually verify | a.md §3',
    )
    expect(matched(former, swapped)).toEqual(['four', 'silent', 'notebook', 'gate'])
  })

  it('gives a new question in the place of a deleted one nothing, even with its citation', () => {
    for (const [old, fresh] of [
      ['what is a queue', 'what is a topic'],
      ['why does a door open', 'why does a window close'],
      ['warum ist ein cache schnell', 'warum ist eine sperre langsam'],
      ['キューとは何ですか', 'トピックとは何ですか'],
    ])
      expect(matched(questions(`old | ${old} | a.md §1`), questions(`| ${fresh} | a.md §1`))).toEqual([null])
  })

  it('knows rewordings in scripts without spaces', () => {
    const old = questions('a | 待ち行列はなぜ必要ですか', 'b | 監視の四つの信号は何ですか')
    expect(matched(old, questions('| 監視の三つの信号とは何か', '| なぜ待ち行列が必要なのか'))).toEqual(['b', 'a'])
  })

  it('follows the author: an id in braces is the same question whatever it says', () => {
    const old = questions('door | why does a door open', 'q-1 | why does it close')
    expect(matched(old, questions('door | how do hinges turn', '| why does a door open'))).toEqual(['door', null])
  })

  it('tells twins apart by day, then by place', () => {
    const old = questions(
      'mon | say it aloud | | a/monday',
      'tue | say it aloud | | a/tuesday',
      'tue2 | say it aloud | | a/tuesday',
    )
    const now = questions('| say it aloud | | a/tuesday', '| say it aloud | | a/tuesday', '| say it aloud | | a/monday')
    expect(matched(old, now)).toEqual(['tue', 'tue2', 'mon'])
  })

  it('prefers the own sheet, then the sheet that has most in common', () => {
    const old = questions(
      'a1 | what is recall | | a/monday',
      'a2 | what is spacing | | a/monday',
      'b1 | what is recall | | b/monday',
      'b2 | what is retention | | b/monday',
    )
    const renamed = questions(
      '| what is recall | | y/monday',
      '| what is retention | | y/monday',
      '| what is recall | | x/monday',
      '| what is spacing | | x/monday',
    )
    expect(matched(old, renamed)).toEqual(['b1', 'b2', 'a1', 'a2'])
    expect(matched(old, questions('| what is recall | | b/monday', '| what is recall | | c/monday'))).toEqual([
      'b1',
      'a1',
    ])
  })

  it('gives retired ids back to the same question, not to one that is somewhat like it', () => {
    const old = questions('r | what does the quality gate actually verify | a.md §3 | /')
    expect(matched(old, questions('| what does the quality gate actually verify | a.md §3'))).toEqual(['r'])
    expect(matched(old, questions('| what does the quality gate look at | a.md §3'))).toEqual([null])
  })

  // Counted on the processor: a busy machine is no slow matcher. About 0.4 s on a machine of two cores.
  it('matches 5,000 reworded questions in well under a second', () => {
    const word = (n: number) => `${'bcdfghklmnprstvz'[n % 16]}${'aeiou'[n % 5]}${'bdgklmnrst'[n % 10]}${n.toString(36)}`
    const mixed = (n: number) => (Math.imul(n + 1, 2_654_435_761) >>> 8) % 5003
    const words = (i: number) => Array.from({ length: 9 }, (_, k) => word(mixed(i * 9 + k))).join(' ')
    const old = questions(...Array.from({ length: 5000 }, (_, i) => `q${i} | what is ${words(i)} | a.md §${i % 50}`))
    const now = questions(...Array.from({ length: 5000 }, (_, i) => `| why ${words(4999 - i)} now | a.md §${i % 40}`))
    const start = process.cpuUsage()
    const ids = matched(old, now)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2500)
    expect(ids.filter((id, i) => id === `q${4999 - i}`).length).toBeGreaterThan(4900)
  })

  it('is not slowed down by 5,000 questions that are all alike', () => {
    const old = questions(...Array.from({ length: 5000 }, (_, i) => `q${i} | what is it`))
    const now = questions(...Array.from({ length: 5000 }, (_, i) => (i % 2 ? '| what is it' : '| what was it then')))
    const start = process.cpuUsage()
    const ids = matched(old, now)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2500)
    expect(new Set(ids.filter((id) => id !== null)).size).toBe(ids.filter((id) => id !== null).length)
  })
})
