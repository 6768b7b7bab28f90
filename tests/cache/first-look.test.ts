/** A look that was handed on is believed only while nobody else has built into the folder. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FirstLook, lookInto } from '../../src/cache/first-look.js'
import { quickly } from '../../src/cache/quick.js'
import { keyOfRun } from '../../src/cache/up-to-date.js'
import { run } from '../../src/cli/cli.js'
import type { Shell } from '../../src/shell.js'
import { fromNothing } from './builds.js'
import { Course } from './course.js'

const program = 'cold-recall test'
let course: Course
beforeEach(() => {
  course = new Course(3)
})
afterEach(() => course.end())

/** The surroundings of a run that remembers; what it says is thrown away. */
function shellOf(argv: string[]): Shell & Required<Pick<Shell, 'words'>> {
  const stream = { write: () => {} }
  const now = () => new Date(Date.now() + 60_000)
  return { cwd: course.cwd, command: '', env: {}, stdout: stream, stderr: stream, now, words: { argv, program } }
}

/** A look of such a run, as `quickly` takes and hands it on. */
function looked(words = 'build') {
  const shell = shellOf(words.split(' '))
  const look = new FirstLook(shell.cwd, 'out', keyOfRun(shell.words, shell), shell.now().getTime())
  return { look, shell: { ...shell, words: { ...shell.words, look } } }
}

describe('a look that was handed on', () => {
  beforeEach(() => course.build(), 120_000)

  test('is taken where nobody has built in between', () => {
    const { look, shell } = looked()
    expect(look.standing?.groups).toHaveLength(3)
    expect(lookInto('out', shell)).toBe(look)
  })

  test.each<[string, () => unknown]>([
    ['another build has ended', () => course.build()],
    ['a build with other words has ended', () => course.build('build --only deck')],
    ['the cache was deleted', () => course.remove('out/.recall-cache.json')],
    ['the manifest was put in place by another build, which was killed then', () => replaced('recall-manifest.json')],
  ])('is not taken when %s', async (_, between) => {
    course.edit('content/week-1/recall.md', 'open', 'close')
    const { look, shell } = looked()
    await between()
    expect(lookInto('out', shell)).not.toBe(look)
  })

  test('is not taken for another folder or other words', () => {
    const { look, shell } = looked()
    expect(lookInto('elsewhere', shell)).not.toBe(look)
    const { look: other } = looked('build --only deck')
    expect(lookInto('out', { ...shell, words: { ...shell.words, look: other } })).not.toBe(other)
  })
})

/** Puts a file with the same bytes in the place of one, as builds do. */
function replaced(name: string): void {
  course.write('new', course.read(`out/${name}`))
  course.rename('new', `out/${name}`)
}

/** What is done between the look of a run and its beginning. */
const afterLooking: [string, () => void][] = [
  ['the config comes', () => course.write('recall.config.yaml', 'ruling: wide\n')],
  ['a template changes', () => course.edit('templates/ours/template.yaml', 'a5', 'b5')],
]

describe.each(afterLooking)('when %s between the look and the run', (_, change) => {
  beforeEach(async () => {
    course.write('templates/ours/template.yaml', 'name: ours\nextends: classic\nworkbook: { paper: a5 }\n')
    for (const n of [1, 2, 3]) course.edit(`content/week-${n}/recall.md`, '# Week', '---\ntemplate: ours\n---\n# Week')
    await course.build()
    await course.build('check')
    course.edit('content/week-1/recall.md', 'door 1 open', 'door 1 close')
  }, 120_000)

  test('a build takes no week for one that was made with it', async () => {
    const shell = shellOf(['build'])
    const quick = quickly(['build'], shell, () => program)
    change()
    expect(await run(['build'], { ...shell, ...quick.words })).toBe(0)
    await course.build()
    const { 'recall-manifest.json': _ids, ...files } = course.files()
    expect(files).toEqual((await fromNothing(course)).files)
  }, 120_000)
})

test('a check takes no sheet for one that was checked with a config that came between its look and its run', async () => {
  for (const n of [1, 2]) course.edit(`content/week-${n}/recall.md`, 'notes.md §1', 'notes.md §9')
  await course.build()
  await course.check()
  course.edit('content/week-1/recall.md', 'door 1 open', 'door 1 close')
  const shell = shellOf(['check'])
  const quick = quickly(['check'], shell, () => program)
  course.write('recall.config.yaml', 'severity: { section-unknown: error }\n')
  expect(await run(['check'], { ...shell, ...quick.words })).toBe(1)
  expect((await course.check()).stdout.match(/error: .*section-unknown/g)).toHaveLength(2)
}, 120_000)

test('a build that looked before another built an edit does not put back what that one has replaced', async () => {
  await course.build()
  course.edit('content/week-1/recall.md', 'door 1 open', 'door 1 close')
  // It looks, and sees that week 1 has changed and weeks 2 and 3 stand.
  const shell = shellOf(['build'])
  const quick = quickly(['build'], shell, () => program)
  expect(quick.words?.words.look).toBeInstanceOf(FirstLook)
  // Before it has the folder for itself, week 3 is edited, built by another, and its deck edited by hand.
  course.edit('content/week-3/recall.md', 'door 3 open', 'door 3 close')
  await course.build()
  course.write('out/week-3/deck.pptx', 'mine')
  expect(await run(['build'], { ...shell, ...quick.words })).toBe(0)
  const { 'recall-manifest.json': manifest = '', ...files } = course.files()
  expect(files).toEqual((await fromNothing(course)).files)
  for (const n of [1, 3]) expect(manifest).toContain(`why does door ${n} close`)
  expect((await course.build()).upToDate).toBe(true)
})
