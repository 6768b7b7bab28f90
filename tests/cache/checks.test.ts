/** A check that has nothing to read says what the last one said; one that has reads what has changed, and says what a check without memory would. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Course } from './course.js'

const memory = 'out/.recall-check.json'
let course: Course
beforeEach(() => {
  course = new Course(3)
  // By which a check knows that the folder is ours.
  course.write('out/recall-manifest.json', '{}')
})
afterEach(() => course.end())

/** What a check says, and that it is what one in another folder says that remembers nothing. */
async function checked(words = 'check', env = {}) {
  const copy = course.copy()
  const clean = await copy.check(words, { env })
  expect(copy.files()).toEqual({})
  copy.end()
  const found = await course.check(words, { env })
  expect(found).toEqual({ ...clean, upToDate: found.upToDate })
  return found
}

/** Has what is remembered of week 2 say other words, so that it is seen whether they are said or found again. */
const mark = () => course.edit(memory, '"§9 is not', '"Remembered is not')

describe('a check of what has not changed', () => {
  test('says the same in the same places, with the same exit code', async () => {
    course.edit('content/week-1/recall.md', ' See notes.md §2.', '')
    course.edit('content/week-2/recall.md', '§2', '§9')
    for (const words of [
      'check',
      'check --strict',
      'check --layout',
      'check content/week-2',
      'check content/week-2/recall.md',
    ]) {
      expect((await checked(words)).upToDate, words).toBe(false)
      expect((await checked(words)).upToDate, words).toBe(true)
    }
  })

  test('says it with --quiet after one without, and the other way round', async () => {
    course.edit('content/week-1/recall.md', ' See notes.md §2.', '')
    course.edit('content/week-2/recall.md', '§2', '§9')
    await checked()
    expect(await checked('check -q')).toMatchObject({ upToDate: true, stderr: '' })
    course.edit('content/week-3/recall.md', 'open', 'shut')
    await checked('check --quiet')
    expect((await checked()).upToDate).toBe(true)
  })

  test('has colours where it is asked for them', async () => {
    course.edit('content/week-2/recall.md', '§2', '§9')
    await checked()
    expect((await checked('check', { FORCE_COLOR: '1' })).stdout).toContain('\x1b[')
    expect(await checked('check', { FORCE_COLOR: '1' })).toMatchObject({ upToDate: true })
    expect(await checked()).toMatchObject({ upToDate: true })
  })

  test('is found with errors, which are said again', async () => {
    course.edit('content/week-1/recall.md', '# Week 1', '---\npaper: nope\n---\n# Week 1')
    expect((await checked()).code).toBe(1)
    expect(await checked()).toMatchObject({ code: 1, upToDate: true })
  })
})

describe('a check reads only what has changed', () => {
  beforeEach(async () => {
    course.edit('content/week-2/recall.md', '§2', '§9')
    await course.check()
    mark()
  })

  test.each<[string, () => void]>([
    ['a sheet was edited', () => course.edit('content/week-1/recall.md', 'open', 'shut')],
    ['a sheet came', () => course.write('content/week-4/recall.md', course.read('content/week-1/recall.md'))],
    ['a sheet went', () => course.remove('content/week-3')],
    ['a cited file was edited', () => course.edit('content/week-3/notes.md', 'Hinges', 'Knobs')],
    ['a sheet is broken', () => course.edit('content/week-3/recall.md', '# Week', '---\npaper: nope\n---\n# Week')],
  ])('when %s', async (_, change) => {
    change()
    expect((await course.check()).stdout).toContain('Remembered')
    expect(await course.check()).toMatchObject({ upToDate: true })
  })

  test.each<[string, () => void]>([
    ['a config came', () => course.write('recall.config.yaml', 'paper: letter\n')],
    [
      'a template of that name came',
      () => course.write('templates/classic/template.yaml', 'name: classic\nextends: classic\n'),
    ],
    ['the memory is of another version', () => course.edit(memory, '"version":6', '"version":5')],
    ['the memory was broken', () => course.edit(memory, '"at":', '"mat":')],
    ['the sheet itself was edited', () => course.edit('content/week-2/recall.md', 'open', 'shut')],
    ['what the sheet cites is gone', () => course.remove('content/week-2/notes.md')],
    [
      'a name is in two sheets',
      () => {
        for (const n of [1, 2]) course.edit(`content/week-${n}/recall.md`, 'open?', 'open? {#door}')
      },
    ],
  ])('but all when %s', async (_, change) => {
    change()
    expect((await checked()).stdout).not.toContain('Remembered')
  })
})

describe('a check says what one without memory says', () => {
  test('when a name that two sheets share goes from one, or comes', async () => {
    course.edit('content/week-1/recall.md', 'open?', 'open? {#door}')
    await checked()
    course.edit('content/week-3/recall.md', 'open?', 'open? {#door}')
    expect((await checked()).stdout).toContain('[override-id-repeated]')
    course.edit('content/week-1/recall.md', ' {#door}', '')
    expect((await checked()).stdout).not.toContain('[override-id-repeated]')
  })

  test('of a cited file that two folders cite, when one no longer does', async () => {
    course.write('content/week-1/notes.md', 'No heading.\n')
    course.edit('content/week-3/recall.md', /notes\.md/g, '../week-1/notes.md')
    const told = '[source-without-sections]'
    expect((await checked()).stdout).toContain(told)
    course.edit('content/week-1/recall.md', / See notes\.md §\d\./g, '')
    expect((await checked()).stdout).toContain(told)
    course.edit('content/week-3/recall.md', / See \S+ §\d\./g, '')
    expect((await checked()).stdout).not.toContain(told)
  })

  test('of a sheet that another folder cites, has an error by that alone, and is not looked at any further then', async () => {
    const words = 'check --severity source-section-repeated=error'
    course.edit('content/week-2/recall.md', 'open?', 'open 𒀀?')
    course.edit('content/week-2/recall.md', /## Monday.*\n/, '## 1 Monday\n\n## 1 Tuesday\n')
    expect((await checked(words)).stdout).toContain('[glyph-missing]')
    course.edit('content/week-1/recall.md', 'notes.md', '../week-2/recall.md')
    const { stdout } = await checked(words)
    expect(stdout).toMatch(/week-2\/recall\.md:.*\[source-section-repeated\]/)
    expect(stdout).not.toContain('[glyph-missing]')
    course.edit('content/week-3/recall.md', 'open', 'shut')
    await checked(words)
    course.edit('content/week-1/recall.md', '../week-2/recall.md', 'notes.md')
    await checked(words)
  })

  test('when a link leads elsewhere', async () => {
    course.write('aside/other.md', course.read('content/week-1/recall.md'))
    course.link('../../nowhere.md', 'content/week-2/linked-recall.md')
    expect((await checked()).stdout).toContain('[file-skipped]')
    expect((await checked()).upToDate).toBe(true)
    course.write('nowhere.md', '# Notes\n')
    expect((await checked()).stdout).toContain('[file-outside-content]')
    course.link('../week-1/notes.md', 'content/week-2/linked-recall.md')
    await checked()
    course.link('../../aside/other.md', 'content/week-2/linked-recall.md')
    expect((await checked()).stdout).toContain('[file-outside-content]')
    expect((await checked()).upToDate).toBe(true)
  })

  test('of questions written in other ways, in the order of the sheets', async () => {
    for (const n of [1, 3]) course.edit(`content/week-${n}/recall.md`, /^\d\. /gm, '- ')
    expect((await checked()).stderr).toContain('6 questions (4 from bullets, 2 from numbered lists)')
    course.edit('content/week-1/recall.md', /^- /gm, '1. ')
    expect((await checked()).stderr).toContain('6 questions (4 from numbered lists, 2 from bullets)')
    course.write('content/a.md', '# Week 9 — Recall\n\n## Monday\n\n- Why so?\n')
    expect((await checked()).stderr).toContain('7 questions (3 from bullets, 4 from numbered lists)')
  })
})

describe('what is remembered', () => {
  test('is nothing where no build has made the output folder', async () => {
    course.remove('out')
    await course.check()
    expect(course.has('out')).toBe(false)
    course.write('out/mine.txt', 'mine')
    await course.check()
    expect(course.has(memory)).toBe(false)
  })

  test('is nothing of what is said as data, or mended', async () => {
    for (const words of ['--json', '--format github', '--format sarif', '-f json', '--fix', '--coverage'])
      await checked(`check ${words}`)
    expect(course.has(memory)).toBe(false)
  })

  test('is nothing while somebody builds, and what the disk or the usage stopped', async () => {
    course.write('out/.recall-lock', '1')
    await course.check()
    expect([course.has(memory), course.read('out/.recall-lock')]).toEqual([false, '1'])
    course.remove('out/.recall-lock')
    for (const words of ['check nowhere', 'check --template nope', 'check --paper 30x30mm']) await checked(words)
    expect(course.has(memory)).toBe(false)
  })

  test('leaves builds up to date, and these leave checks', async () => {
    course.remove('out')
    await course.build()
    const files = course.files()
    await course.check()
    expect((await course.build()).upToDate).toBe(true)
    expect((await course.check()).upToDate).toBe(true)
    course.edit('content/week-1/recall.md', 'open', 'shut')
    await course.build()
    expect((await course.check()).upToDate).toBe(false)
    expect((await course.build()).upToDate).toBe(true)
    expect(Object.keys(course.files())).toEqual(Object.keys(files))
  })

  test('is kept where the config says that results go', async () => {
    course.write('recall.config.yaml', 'out: handouts/\n')
    await course.build()
    await course.check()
    expect(existsSync(join(course.cwd, 'handouts/.recall-check.json'))).toBe(true)
    expect((await course.check()).upToDate).toBe(true)
  })
})
