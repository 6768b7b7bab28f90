import { describe, expect, it } from 'vitest'
import { olderFiles, olderLine } from '../../../src/commands/building/older-files.js'
import { type WeekBeside, weeksSince } from '../../../src/commands/building/since-last.js'
import type { ManifestSheet } from '../../../src/identity/model.js'

/** A week with a question of these words, built into files with these digests. */
const week = (words: string, files: Record<string, string>, path = 'week-1/recall.md'): ManifestSheet => ({
  path,
  week: null,
  outputs: Object.entries(files).map(([file, sha256]) => ({ path: file, sha256 })),
  days: [{ key: 'mon', name: 'Monday', code: 'W1·MON', revision: words, pages: ['1'] }],
  questions: [{ id: 'q', code: 'W1 Mon 1', day: 'mon', number: 1, words, citations: [] }],
})

const parts = { paper: new Set(['mon']), deck: true }

const older = (weeks: Omit<WeekBeside, 'files'>[], made: string[], gone: string[] = []) =>
  olderOf(
    weeks.map((each) => ({ ...each, files: each.before?.outputs ?? [] })),
    made,
    gone,
  )

const olderOf = (weeks: WeekBeside[], made: string[], gone: string[] = []) =>
  olderFiles(weeks, new Set(made), (path) => !gone.includes(path))

describe('files that are older than a build:', () => {
  const before = week('aa', {
    'week-1/deck.pptx': 'd1',
    'week-1/workbook.pdf': 'w1',
    'week-1/workbook-student.pdf': 's1',
  })

  it('none where nothing has changed', () => {
    expect(older([{ before, now: before }], ['week-1/deck.pptx', 'week-1/workbook.pdf'])).toEqual([])
  })

  it('none where a file that was deleted is made again', () => {
    const lost = week('aa', { 'week-1/deck.pptx': 'd1', 'week-1/workbook.pdf': 'w1' })
    expect(older([{ before: lost, now: lost }], ['week-1/workbook.pdf'])).toEqual([])
  })

  it('those that were not made, where words have changed', () => {
    const now = week('bb', {
      'week-1/deck.pptx': 'd2',
      'week-1/workbook.pdf': 'w2',
      'week-1/workbook-student.pdf': 's1',
    })
    expect(older([{ before, now }], ['week-1/deck.pptx', 'week-1/workbook.pdf'])).toEqual([
      'week-1/workbook-student.pdf',
    ])
    expect(older([{ before, now }], [], ['week-1/workbook-student.pdf'])).toEqual([
      'week-1/deck.pptx',
      'week-1/workbook.pdf',
    ])
  })

  it('those that were not made, where only the look of another has changed', () => {
    const now = { ...before, outputs: before.outputs.map((each) => ({ ...each, sha256: `${each.sha256}f` })) }
    expect(older([{ before, now }], ['week-1/deck.pptx'])).toEqual([
      'week-1/workbook.pdf',
      'week-1/workbook-student.pdf',
    ])
  })

  it('and where the words have, though no file was made again', () => {
    const first = week('aa', { 'week-1/workbook-student.pdf': 's1' })
    const now = week('bb', { 'week-1/workbook-student.pdf': 's1', 'week-1/workbook.pdf': 'w1' })
    expect(older([{ before: first, now }], ['week-1/workbook.pdf'])).toEqual(['week-1/workbook-student.pdf'])
  })

  /** The files that are older than a build after which weeks are called and made so. */
  const olderAfter = (then: ManifestSheet[], now: ManifestSheet[], made: string[]) => {
    const manifest = { version: 1 as const, tool: '', sheets: then, retired: [] }
    const there = new Set(now.map(({ path }) => path))
    const vanished = new Set(then.map(({ path }) => path).filter((path) => !there.has(path)))
    const built = new Map(now.map((whole) => [`${whole.path}\n`, { whole, parts }]))
    return olderOf(weeksSince({ manifest, vanished, sameRoot: false }, { built }), made)
  }

  it('of a renamed week those that stand in its folder, and its booklet', () => {
    const files = { 'booklet.pdf': 'b1', 'week-1/workbook-student.pdf': 's1', 'other/deck.pptx': 'd1' }
    const then = week('aa', files, 'week-1/old.md')
    const now = week('bb', { 'week-1/workbook.pdf': 'w1' })
    expect(olderAfter([then], [now], ['week-1/workbook.pdf'])).toEqual(['booklet.pdf', 'week-1/workbook-student.pdf'])
  })

  it('of a week that went on to the next folder, what stands there of the one that had it', () => {
    const student = (n: number) => ({
      [`week-${n}/workbook.pdf`]: `${n}${n}`,
      [`week-${n}/workbook-student.pdf`]: `${n}f`,
    })
    const then = [week('aa', student(1), '1.md'), { ...week('bb', student(2), '2.md'), questions: [] }]
    const moved = week('aa', { ...student(2), 'week-2/workbook.pdf': 'cc' }, '2.md')
    expect(olderAfter(then, [moved], ['week-2/workbook.pdf'])).toEqual(['week-2/workbook-student.pdf'])
  })

  it('and of a new week in the folder of another', () => {
    const files = { 'week-1/workbook.pdf': 'aa', 'week-1/workbook-student.pdf': 'ab' }
    const fresh = { ...week('bb', { ...files, 'week-1/workbook.pdf': 'cc' }), questions: [] }
    const other = week('aa', { 'week-2/workbook.pdf': 'aa' }, 'week-2/recall.md')
    expect(olderAfter([week('aa', files)], [fresh, other], ['week-1/workbook.pdf', 'week-2/workbook.pdf'])).toEqual([
      'week-1/workbook-student.pdf',
    ])
  })

  it('of a booklet that became another one only other booklets, where the week has not changed', () => {
    const files = (n: number, booklet: string) => ({
      [`week-${n}/workbook.pdf`]: `${n}`,
      [`week-${n}/workbook-student.pdf`]: `${n}f`,
      'booklet.pdf': booklet,
      'booklet-student.pdf': 'bf',
    })
    const weekOf = (n: number, made: Record<string, string>) => ({
      ...week('aa', made, `week-${n}/recall.md`),
      questions: [],
    })
    const then = [1, 2].map((n) => weekOf(n, files(n, 'b1')))
    const now = [1, 2].map((n) => weekOf(n, files(n, 'b2')))
    const fresh = weekOf(3, { 'week-3/workbook.pdf': '3', 'booklet.pdf': 'b2' })
    const made = ['week-1/workbook.pdf', 'week-2/workbook.pdf', 'week-3/workbook.pdf', 'booklet.pdf']
    expect(olderAfter(then, [...now, fresh], made)).toEqual(['booklet-student.pdf'])
  })

  it('none where no build was before', () => {
    expect(weeksSince(null, { built: new Map([['week-1/recall.md\n', { whole: week('aa', {}), parts }]]) })).toEqual([])
  })

  it('are named in one line, of very many the first', () => {
    const many = Array.from({ length: 60 }, (_, i) => `w/${i}.pdf`)
    expect(olderLine(many, 'out')).toBe(
      'out/w/0.pdf, out/w/1.pdf, out/w/2.pdf, out/w/3.pdf and 56 more are older than this build; build them again with the flags that they were made with, or delete them.\n',
    )
    expect(olderLine([], 'out')).toBe('')
  })
})

describe('of the files of days older is what its day says otherwise:', () => {
  /** Stamp and page of a day, and what its question is asked and keyed. */
  type Written = [stamp: string, page: number, asked?: string, keyed?: string]
  const made = (folder: string, kinds: string[]) =>
    ['1-mon', '2-tue'].flatMap((day) => kinds.map((kind) => `week-1/${folder}/${day}${kind}`))
  const files = [
    ...made('sheets', ['.pdf', '-student.pdf', '-key.pdf', '-instructor.pdf', '-a5.pdf']),
    ...made('decks', ['.pptx', '-audience.pptx']),
    'week-1/decks/1-mon+2-tue.pptx',
    'week-1/workbook-student.pdf',
    'week-1/deck-audience.pptx',
    'booklet-student.pdf',
  ]
  const weekOf = (days: Record<string, Written>, options: Record<string, string> = {}): ManifestSheet => ({
    ...week('aa', Object.fromEntries(files.map((path) => [path, 'aa']))),
    options: { key: 'back', paper: 'a4', ...options },
    days: Object.entries(days).map(([key, [revision, page]]) => ({
      key,
      name: key,
      code: key,
      revision,
      pages: [String(page)],
    })),
    questions: Object.entries(days).map(([key, [, page, asked = 'aa', keyed = 'aa']]) => ({
      id: key,
      code: key,
      day: key,
      number: 1,
      words: asked,
      citations: [],
      printed: { page: String(page), slides: [], asked, space: 'aa', keyed, minutes: 3 },
    })),
  })
  const both: Record<string, Written> = { mon: ['aa', 1], tue: ['aa', 2] }
  const olderThan = (now: ManifestSheet, then = weekOf(both)) =>
    older([{ before: then, now }], ['week-1/workbook.pdf']).map((path) =>
      path.replace(/^week-1.(?:sheets.|decks.)?/, ''),
    )
  const weekly = ['1-mon+2-tue.pptx', 'workbook-student.pdf', 'deck-audience.pptx', 'booklet-student.pdf']
  const ofTuesday = ['2-tue.pdf', '2-tue-student.pdf', '2-tue-key.pdf', '2-tue-instructor.pdf', '2-tue-a5.pdf']
  const decksOfTuesday = ['2-tue.pptx', '2-tue-audience.pptx']

  it('other words', () => {
    const now = weekOf({ ...both, tue: ['bb', 2, 'bb'] })
    expect(olderThan(now)).toEqual([...ofTuesday, ...decksOfTuesday, ...weekly])
  })

  it('another page, which keys of all days name', () => {
    const now = weekOf({ ...both, tue: ['aa', 3] })
    expect(olderThan(now)).toEqual(['1-mon-key.pdf', ...ofTuesday, ...decksOfTuesday, ...weekly])
  })

  it('an answer alone, which neither sheets nor what is handed out say', () => {
    const now = weekOf({ ...both, tue: ['aa', 2, 'aa', 'bb'] })
    expect(olderThan(now)).toEqual(['2-tue-key.pdf', '2-tue-instructor.pdf', '2-tue.pptx', '1-mon+2-tue.pptx'])
    const flip = { key: 'flip' }
    expect(olderThan(weekOf({ ...both, tue: ['aa', 2, 'aa', 'bb'] }, flip), weekOf(both, flip))).toEqual([
      ...['2-tue.pdf', '2-tue-key.pdf', '2-tue-instructor.pdf', '2-tue-a5.pdf', '2-tue.pptx', '1-mon+2-tue.pptx'],
    ])
  })

  it('none where days have other numbers: no flags make those again', () => {
    expect(olderThan(weekOf({ sun: ['aa', 1], mon: ['aa', 2], tue: ['aa', 3] }))).toEqual(weekly.slice(1))
  })

  it('all, where all is set otherwise, or names are dealt', () => {
    const tuesday = { ...both, tue: ['bb', 2, 'bb'] as Written }
    expect(olderThan(weekOf(tuesday, { paper: 'a5' }))).toHaveLength(files.length)
    expect(olderThan(weekOf(tuesday, { roster: 'aa' }), weekOf(both, { roster: 'aa' }))).toHaveLength(files.length)
    expect(olderThan(weekOf(tuesday, { editions: 'all' }))).toHaveLength(7 + weekly.length)
  })
})
