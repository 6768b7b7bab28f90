/** A build that has nothing to do does nothing; one that has, does. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CachedGroup, CachedRun } from '../../src/cache/model.js'
import { groupStands } from '../../src/cache/up-to-date.js'
import { Results } from '../../src/commands/building/results.js'
import { Log } from '../../src/diagnostics.js'
import { stampFile } from '../../src/disk/stamps.js'
import { sha256 } from '../../src/text/digest.js'
import { messagesIn } from './builds.js'
import { Course } from './course.js'

let course: Course
beforeEach(() => {
  course = new Course()
})
afterEach(() => course.end())

describe('a build of what has not changed', () => {
  test('writes nothing and says so, with the messages and the exit code of the last one', async () => {
    course.edit('content/week-1/recall.md', ' See notes.md §2.', '')
    const first = await course.build('build --strict')
    const files = course.files()
    const again = await course.build('build --strict')
    expect(first.said).toContain('[citation-missing]')
    expect(again).toEqual({
      code: first.code,
      upToDate: true,
      said: `${first.said.slice(0, first.said.indexOf('content/week-1/recall.md  1 day'))}Up to date: 4 files.\n`,
    })
    expect(course.files()).toEqual(files)
  })

  test('is found also when a file was written again with the same words', async () => {
    await course.build()
    course.write('content/week-1/notes.md', course.read('content/week-1/notes.md'))
    expect((await course.build()).upToDate).toBe(true)
  })

  test('is found also when an editor has a sheet open, whose hidden file stands beside it', async () => {
    await course.build()
    course.write('content/week-1/.recall.md.swp', 'words')
    expect((await course.build()).upToDate).toBe(true)
  })

  test('says nothing with --quiet', async () => {
    await course.build('build -q')
    expect(await course.build('build -q')).toEqual({ code: 0, said: '', upToDate: true })
  })

  test('is found after a quiet one, and by a quiet one, each with its own words', async () => {
    course.edit('content/week-1/recall.md', '1. Why', '3. Why')
    course.edit('content/week-2/recall.md', ' See notes.md §2.', '')
    const { said } = await course.build('build --quiet')
    expect(messagesIn(said)).toEqual([expect.stringContaining('[question-number-repeated]')])
    const loud = await course.build()
    expect(loud.upToDate).toBe(true)
    expect(messagesIn(loud.said).map((line) => line.replace(/.*\[/, '['))).toEqual([
      '[question-number-start]',
      '[question-number-repeated]',
      '[citation-missing]',
    ])
    expect(loud.said).toContain('Up to date: 4 files.')
    expect(await course.build('build -q')).toEqual({ code: 0, said, upToDate: true })
    expect((await course.build('build --quiet false')).upToDate).toBe(false)
  })

  test('remembers runs with other words apart', async () => {
    await course.build('build --only deck')
    await course.build('build --only workbook')
    expect((await course.build('build --only deck')).upToDate).toBe(true)
    expect((await course.build('build --only workbook')).upToDate).toBe(true)
  })
})

describe('a build goes on when', () => {
  test.each<[string, (course: Course) => void]>([
    ['a sheet was edited', (c) => c.edit('content/week-1/recall.md', 'door 1 open', 'door 1 close')],
    ['a sheet was edited and has its old time', (c) => c.forge('content/week-1/recall.md', 'open', 'shut')],
    ['the title of a cited section was edited', (c) => c.edit('content/week-2/notes.md', 'Hinges', 'Pivots')],
    ['a cited file was taken away', (c) => c.remove('content/week-1/notes.md')],
    [
      'a sheet was added',
      (c) => c.write('content/week-3/recall.md', c.read('content/week-2/recall.md').replaceAll('2', '3')),
    ],
    ['a sheet was taken away', (c) => c.remove('content/week-2')],
    [
      'a file became a sheet',
      (c) => c.write('content/week-1/notes.md', '---\nkind: recall-sheet\n---\n# Week 1\n\n## Friday\n\n1. Why?\n'),
    ],
    ['an output was deleted', (c) => c.remove('out/week-1/deck.pptx')],
    ['an output was edited', (c) => c.write('out/week-1/workbook.pdf', 'mine')],
    ['the manifest was deleted', (c) => c.remove('out/recall-manifest.json')],
    [
      'the manifest is that of another branch',
      (c) => c.edit('out/recall-manifest.json', '"tool": "', '"tool": "older '),
    ],
    ['a config was written', (c) => c.write('recall.config.yaml', 'paper: letter\n')],
    [
      'a template of that name was put before ours',
      (c) => c.write('templates/classic/template.yaml', 'name: classic\nextends: classic\n'),
    ],
    ['the cache was broken', (c) => c.write('out/.recall-cache.json', '{')],
    ['the cache is of another version', (c) => c.edit('out/.recall-cache.json', '"version":6', '"version":5')],
  ])('%s', async (_, change) => {
    await course.build()
    change(course)
    expect((await course.build()).upToDate).toBe(false)
  })

  test('the program, the date of files or the words on the command line are others', async () => {
    await course.build()
    expect((await course.build('build', { program: 'cold-recall other' })).upToDate).toBe(false)
    expect((await course.build('build', { env: { SOURCE_DATE_EPOCH: '1000000000' } })).upToDate).toBe(false)
    expect((await course.build('build --paper letter')).upToDate).toBe(false)
  })

  test('a cited file that was missed comes, or a picture', async () => {
    course.edit('content/week-1/recall.md', 'notes.md §1', 'other.md §1')
    course.edit('content/week-2/recall.md', '1. Why', '![a door](door.png)\n\n1. Why')
    await course.build()
    expect((await course.build()).upToDate).toBe(true)
    course.write('content/week-1/other.md', '# Other\n\n## 1 Locks\n\nThey hold.\n')
    expect((await course.build()).upToDate).toBe(false)
    await course.build()
    course.write('content/week-2/door.png', 'no picture')
    expect((await course.build()).upToDate).toBe(false)
  })

  test('its own template changes, in words or in a font', async () => {
    course.write('templates/ours/template.yaml', 'name: ours\nextends: classic\nworkbook: { paper: a5 }\n')
    await course.build('build --template ours')
    expect((await course.build('build --template ours')).upToDate).toBe(true)
    course.edit('templates/ours/template.yaml', 'a5', 'b5')
    expect((await course.build('build --template ours')).upToDate).toBe(false)
  })

  test('a roster changes', async () => {
    course.write('class.csv', 'Ana\nBen\n')
    await course.build('build --roster class.csv')
    expect((await course.build('build --roster class.csv')).upToDate).toBe(true)
    course.write('class.csv', 'Ana\nEva\n')
    expect((await course.build('build --roster class.csv')).upToDate).toBe(false)
  })

  test('a run ended with errors', async () => {
    course.edit('content/week-1/recall.md', '# Week 1', '---\npaper: nope\n---\n# Week 1')
    expect((await course.build()).code).toBe(1)
    expect((await course.build()).upToDate).toBe(false)
  })

  test('another run wrote other files in their place', async () => {
    await course.build('build --scheme dark')
    await course.build('build --scheme light')
    expect((await course.build('build --scheme dark')).upToDate).toBe(false)
  })
})

describe('what a run wrote itself', () => {
  /** An output of a run that began a minute ago, with a digest that is not its own: who reads the file finds out. */
  function stands(seen: number | undefined): boolean {
    course.write('out/deck.pptx', 'a deck')
    const stamp = stampFile(course.cwd, 'out/deck.pptx', 'another deck')
    const outputs = stamp ? [stamp] : []
    const group = { folder: 'content', inputs: [], outputs, sheets: [], messages: [], marks: [] }
    const known = { ...group, ...(seen === undefined ? {} : { seen }) } as CachedGroup
    return groupStands(course.cwd, known, { began: Date.now() - 60_000 } as CachedRun)
  }

  test('is not read again when it was seen long enough after it was written', () => {
    expect(stands(Date.now() + 3000)).toBe(true)
    expect(stands(Date.now())).toBe(false)
    expect(stands(undefined)).toBe(false)
  })

  test('is seen when the run ends', async () => {
    await course.build()
    const { runs } = JSON.parse(course.read('out/.recall-cache.json')) as { runs: CachedRun[] }
    expect(runs[0]?.groups.map(({ seen }) => typeof seen)).toEqual(['number', 'number'])
  })

  test.each([
    [[null]],
    [[{ folder: 'content' }]],
    [[{ sheets: [null] }]],
    [[{ sheets: [{ folder: 5, names: null }] }]],
  ])('is built again beside a cache that somebody wrote: %j', async (groups) => {
    await course.build()
    const [opening, line = '', ...rest] = course.read('out/.recall-cache.json').split('\n')
    const run = JSON.parse(line.replace(/,$/, '')) as CachedRun
    const written = groups.map((group) => (group && 'sheets' in group ? { ...run.groups[0], ...group } : group))
    course.write('out/.recall-cache.json', [opening, JSON.stringify({ ...run, groups: written }), ...rest].join('\n'))
    course.edit('content/week-1/recall.md', 'door 1', 'gate 1')
    expect((await course.build()).code).toBe(0)
  })

  test('is known when somebody touched it before that', () => {
    const results = new Results(course.cwd, 'out', new Log())
    const bytes = new TextEncoder().encode('a deck')
    results.take([{ path: 'deck.pptx', bytes, sha256: sha256(bytes) }])
    expect(results.isUntouched()).toBe(true)
    course.write('out/deck.pptx', 'a deck and more')
    expect(results.isUntouched()).toBe(false)
    course.remove('out/deck.pptx')
    expect(results.isUntouched()).toBe(false)
  })
})

describe('a manifest that cannot be read is reported once, kept, and made anew', () => {
  const conflict = '<<<<<<< ours\n{"version": 1,\n=======\n{"version": 1,\n>>>>>>> theirs\n'
  test.each([
    ['is cut off', (text: string) => text.slice(0, text.length / 2)],
    ['is empty', () => ''],
    ['holds marks of a merge', () => conflict],
  ])('when it %s', async (_, broken) => {
    await course.build()
    const whole = course.read('out/recall-manifest.json')
    course.write('out/recall-manifest.json', broken(whole))
    const mending = await course.build()
    expect(mending.said).toContain('[manifest-unusable]')
    expect(mending.said).not.toContain('up to date')
    expect(course.read('out/recall-manifest.json.bak')).toBe(broken(whole))
    expect(course.read('out/recall-manifest.json')).toBe(whole)
    await course.build()
    const after = await course.build()
    expect(after.upToDate).toBe(true)
    expect(after.said).not.toContain('[manifest-unusable]')
  })

  test('also when only one week has changed since: the others are in the new one too', async () => {
    await course.build()
    course.write('out/recall-manifest.json', '')
    course.edit('content/week-1/recall.md', 'open', 'shut')
    expect((await course.build()).said).toContain('[manifest-unusable]')
    expect(course.read('out/recall-manifest.json')).toContain('week-2/recall.md')
  })

  test('one of a later version is told by every build, and never taken for up to date', async () => {
    await course.build()
    course.edit('out/recall-manifest.json', '"version": 1', '"version": 2')
    for (const _ of [1, 2]) expect((await course.build()).said).toContain('[manifest-unusable]')
  })
})

test('other commands, and output for programs, are not cut short', async () => {
  await course.build('build --json')
  expect((await course.build('build --json')).upToDate).toBe(false)
  await course.build('diff')
  expect((await course.build('diff')).upToDate).toBe(false)
})

test('the output folder may be named by the flag or by the config', async () => {
  await course.build('build --out elsewhere')
  expect((await course.build('build --out elsewhere')).upToDate).toBe(true)
  course.write('recall.config.yaml', 'out: handouts\n')
  await course.build()
  expect((await course.build()).upToDate).toBe(true)
  expect(Object.keys(course.files('handouts'))).toHaveLength(5)
})

test('two builds at once end in the files and the manifest of one', async () => {
  await course.build()
  course.edit('content/week-1/recall.md', 'door 1 open', 'door 1 close')
  course.edit('content/week-2/recall.md', 'door 2 open', 'door 2 close')
  const [one, other] = await Promise.all([course.build(), course.build()])
  expect([one?.code, other?.code]).toEqual([0, 0])
  const files = course.files()
  await course.build('build --out clean')
  const withoutIds = ({ 'recall-manifest.json': _ids, ...others }: Record<string, string>) => others
  expect(withoutIds(files)).toEqual(withoutIds(course.files('clean')))
  expect((await course.build()).upToDate).toBe(true)
})
