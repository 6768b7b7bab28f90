/** What a build says of why something is printed again. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Course } from '../cache/course.js'

const sheet = 'content/week-1/recall.md'

let course: Course
beforeEach(() => {
  course = new Course(1)
  course.write(
    sheet,
    '# Week 1 — Recall\n\nClose your notes.\n\n## Monday\n\n1. Why does it open? {points=3 minutes=4}\n2. What is it?\n\n## Tuesday\n\n1. Why does it close?\n',
  )
})
afterEach(() => course.end())

const answered = () => {
  course.edit(sheet, 'What is it?', 'What is it? See notes.md §1.\n\n   Answer: a door.')
}

test.each([
  ['flip', 'pages 1–2'],
  ['fold', 'page 1'],
])('a key that stands on the sheets of days (%s) is a reason to print them again', async (key, pages) => {
  answered()
  course.write('recall.config.yaml', `key: ${key}\n`)
  await course.build()
  await course.build('printed all')
  const again = async (what: string) => {
    const printed = (await course.build('diff --since last-print')).said
    const built = (await course.build()).said
    for (const said of [printed, built])
      expect(said.replace(/\(rev (\w+) → (?!\1)\w+\)/, '(rev)')).toContain(
        `${sheet}\n  W1·MON  Monday: print ${pages} again (rev)${what}\n  Unchanged: Tuesday; `,
      )
    expect(built).not.toContain(' only: ')
    await course.build('printed all')
  }
  course.edit(sheet, 'a door', 'a gate')
  await again(': key entries and check slides of W1 Mon 2')
  course.edit('content/week-1/notes.md', 'Hinges', 'Leaves')
  await again(': key entries and check slides of W1 Mon 2')
  course.edit(sheet, '## Monday\n', '## Monday — Doors\n')
  course.edit(sheet, 'a gate', 'a door')
  await again(': another head; key entries and check slides of W1 Mon 2')
})

test('a manifest of before, whose stamps leave that key out, is told from another key', async () => {
  answered()
  course.write('recall.config.yaml', 'key: fold\n')
  await course.build()
  await course.build('printed all')
  for (const path of ['out/recall-manifest.json', 'out/recall-prints.json'])
    course.edit(path, /"revision":"\w+","carries":\{"key":"fold","front":("\w+")\}/, '"revision":$1')
  for (const words of ['diff', 'diff --since last-print'])
    expect((await course.build(words)).said).toContain('Nothing has changed')
  expect((await course.build('printed')).said).toMatch(/W1·MON.*, as last built\n/)
  course.edit(sheet, 'a door', 'a gate')
  for (const words of ['diff', 'diff --since last-print'])
    expect((await course.build(words)).said).toContain('again (rev')
})

test('where the key stands is a look, and no reason to call the sheets others', async () => {
  answered()
  await course.build('build --only workbook')
  expect((await course.build('build --only workbook --key fold')).said).not.toContain('again (rev')
  expect((await course.build('build --only workbook --key flip')).said).toContain('(key fold → flip')
})

/** What is said of pages beside the days. */
const otherPages = (said: string) => said.match(/Other pages: .*/g)

test('pages beside the days are told where they say something else, and are recorded with all days', async () => {
  answered()
  course.write('recall.config.yaml', 'pages: [brain-dump, exit-tickets, test-and-fold, calendar]\n')
  await course.build('build --only workbook --edition all')
  await course.build('printed all')
  course.edit(sheet, 'open?', 'open so?')
  const again = ['Other pages: print page 7 (test and fold), page 9 (exit tickets) and the run sheet again']
  expect(otherPages((await course.build('build --only workbook --edition all')).said)).toEqual(again)
  expect((await course.build('diff')).said).toMatch(/^Nothing/m)
  course.write(sheet, `---\nstart: 2026-11-23\n---\n${course.read(sheet)}`)
  const { changes } = JSON.parse((await course.build('diff --json')).said)
  expect(changes[0].otherPages).toEqual([
    { kind: 'summary', pages: ['5'], event: 'changed' },
    { kind: 'calendar', pages: ['6'], event: 'changed' },
  ])
  // A run sheet that is not made again stays known as it was.
  expect(otherPages((await course.build('build --only workbook')).said)).toEqual([
    'Other pages: print page 5 (summary) and page 6 (calendar) again',
  ])
  expect(otherPages((await course.build('diff --since last-print')).said)).toEqual([
    'Other pages: print page 5 (summary), page 6 (calendar), page 7 (test and fold), page 9 (exit tickets) and the run sheet again',
  ])
  await course.build('printed all')
  expect((await course.build('diff --since last-print')).said).toContain('Nothing has changed')
})

test('pages beside the days are told by builds that make them', async () => {
  course.write('recall.config.yaml', 'pages: [brain-dump, exit-tickets]\n')
  await course.build('build --edition all')
  course.edit(sheet, '# Week 1', '# Week One')
  expect(otherPages((await course.build('build --only deck')).said)).toBeNull()
  expect(otherPages((await course.build('build --only workbook --day monday --edition all')).said)).toEqual([
    'Other pages: print page 1 (brain dump) and page 7 (exit tickets) again',
  ])
  expect(otherPages((await course.build('build --only workbook --edition student')).said)).toEqual([
    'Other pages: print page 3 (brain dump) and page 5 (summary) again',
  ])
  expect(otherPages((await course.build('build --only workbook --edition all')).said)).toEqual([
    'Other pages: print page 6 (key), page 8 (exit tickets) and the run sheet again',
  ])
})

test('pages that come are told without "again", those that go and other numbers not at all', async () => {
  await course.build('build --only workbook')
  const asked = async (pages: string) => otherPages((await course.build(`build --only workbook --pages ${pages}`)).said)
  expect(await asked('calendar')).toEqual(['Other pages: print page 4 (calendar)'])
  expect(await asked('none')).toBeNull()
  expect(await asked('brain-dump --pages calendar')).toEqual(['Other pages: print pages 1, 3 (brain dump)'])
  course.edit(sheet, '2. What is it?\n', '')
  expect(await asked('all')).toEqual([
    'Other pages: print page 5 (summary) and page 8 (key) again, and page 7 (test and fold) and pages 9–10 (exit tickets)',
  ])
})

test('of a manifest that does not know other pages, none is told', async () => {
  await course.build()
  course.edit('out/recall-manifest.json', / {6}"otherPages": \[\n(?: {8}.*\n)+ {6}\],\n/, '')
  expect((await course.build('diff')).said).toContain('Nothing has changed')
  course.edit(sheet, 'close?', 'shut?')
  expect(otherPages((await course.build('diff')).said)).toBeNull()
})

test('settings that leave all bytes as they are, are not called another look', async () => {
  course.write('templates/ours/template.yaml', 'name: ours\nextends: classic\n')
  course.write('recall.config.yaml', 'template: ours\n')
  await course.build()
  // No question of the sheet is a comparison.
  course.edit('templates/ours/template.yaml', 'classic\n', 'classic\nworkbook: { space: { compare: { min: 6 } } }\n')
  const { said } = await course.build()
  expect(said).toContain('Wrote 0 files, 2 unchanged')
  expect(said).not.toContain('otherwise')
  course.edit('templates/ours/template.yaml', 'workbook: {', 'workbook: { ruling: { pitch: 9 },')
  expect((await course.build()).said).toContain('Printed otherwise (ruling 8 → 9 mm)')
})

/** What a build says of days and questions, without stamps. */
const told = async (words = 'build --only workbook') =>
  (await course.build(words)).said
    .match(/W1.(?:Mon|Tue|MON|TUE).*|(?:Printed|Shown) otherwise.*/g)
    ?.map((line) => line.replace(/\(rev.*?\)/, ''))

test('an introduction that changed is the reason for all of its days, a heading for its own', async () => {
  await course.build('build --only workbook')
  course.edit(sheet, 'Close your notes.', 'Shut your books.')
  expect(await told()).toEqual([
    'W1·MON  Monday: print page 1 again : another introduction',
    'W1·TUE  Tuesday: print page 2 again : another introduction',
  ])
  course.edit(sheet, '## Monday', '## Monday — Doors')
  expect(await told()).toEqual(['W1·MON  Monday: print page 1 again : another head'])
})

test('points, minutes and looks are told apart, figures from what to what', async () => {
  const question = async (from: string, to: string) => {
    course.edit(sheet, from, to)
    return (await told())?.filter((line) => line.startsWith('W1 Mon'))
  }
  await course.build('build --only workbook')
  expect(await question('points=3', 'points=4')).toContain('W1 Mon 1  3 → 4 points')
  expect(await question('points=4 minutes=4', 'points=1 minutes=5')).toContain(
    'W1 Mon 1  4 points → 1 point, 4 → 5 minutes',
  )
  expect(await question('What is it', 'What *is* it')).toEqual([
    'W1 Mon 2  the same words and space, with other signs or another look',
  ])
})

test('points that come with the first question that says some, and go with it', async () => {
  await course.build('build --only workbook')
  course.edit(sheet, 'close?', 'close? {points=½}')
  expect(await told()).toContain('W1 Tue 1  no points → ½ point')
  course.edit(sheet, ' {points=½}', '')
  const { changes } = JSON.parse((await course.build('diff --json')).said)
  expect(changes[0].questions).toMatchObject([{ events: ['points'], points: { before: '½ point', now: null } }])
  expect(changes[0].questions[0]).not.toHaveProperty('minutes')
})

test('where an older manifest does not tell what it was, none of them is said', async () => {
  await course.build('build --only workbook')
  course.edit('out/recall-manifest.json', ',"minutes":4,"points":"3 points"', '')
  course.edit(sheet, 'points=3', 'points=4')
  expect((await told())?.join('\n')).toContain(
    'W1 Mon 1  the same words and space, with other signs, another look, points or minutes',
  )
})

test('another class is told, and not by its names', async () => {
  course.write('class.csv', 'Ana\nBen\n')
  const build = 'build --roster class.csv'
  await course.build(build)
  course.write('class.csv', 'Ana\nCem\n')
  expect(await told(build)).toEqual(['Shown otherwise on slides (other names of the class): content/week-1/recall.md'])
  expect((await course.build('diff')).said).not.toContain('names of the class')
})

test('a day that only stands on another page is said with it, and need not be printed again', async () => {
  await course.build('build --only workbook')
  await course.build('printed tuesday')
  course.edit(sheet, '## Monday', '## Monday {sides=2}')
  const { said } = await course.build('build --only workbook')
  expect(said).toContain('  W1·MON  Monday: print pages 1–2 again')
  expect(said).toContain('  Same words, no need to print again: Tuesday is now page 3 (was 2)\n')
  expect(said).not.toMatch(/Unchanged: Tuesday/)
  expect((await course.build('diff --since last-print')).said).toContain(
    `${sheet}\n  Same words, no need to print again: Tuesday is now page 3 (was 2)\n`,
  )
  expect((await course.build('printed')).said).toContain(', as last built but for its number: page 3 (was 2)\n')
})

test('where all is set otherwise, other page numbers are said with that', async () => {
  course.edit(sheet, /{points=3.*\n.*\n/, '{lines=22}\n')
  await course.build('build --only workbook')
  const { said } = await course.build('build --only workbook --paper a5')
  expect(said).toContain('Printed otherwise (paper a4 → a5, other page numbers); print again if you want the new look')
  expect(said).not.toContain('Same words')
})

test('a question that went to another day is the reason for both', async () => {
  course.edit(sheet, ' {points=3 minutes=4}', '')
  await course.build('build --only workbook')
  await course.build('printed monday')
  course.edit(sheet, '2. What is it?\n', '')
  course.edit(sheet, 'close?', 'close?\n2. What is it?')
  expect(await told()).toEqual([
    'W1·MON  Monday: print page 1 again ',
    'W1 Mon 2  is now W1 Tue 2',
    'W1·TUE  Tuesday: print page 2 again ',
    'W1 Mon 2 → W1 Tue 2  moved',
  ])
  expect((await course.build('diff --since last-print')).said).toMatch(
    /W1·MON .*\n {4}W1 Mon 2 → W1 Tue 2 {2}moved.*\n {2}Unchanged/,
  )
})

test('a question that went to another week is told in both', async () => {
  course.write('content/week-2/recall.md', '# Week 2\n\n## Monday\n\n1. Who lived here?\n')
  await course.build('build --only workbook')
  course.edit(sheet, '2. What is it?\n', '')
  course.edit('content/week-2/recall.md', 'here?', 'here?\n2. What is it?')
  const { said } = await course.build('build --only workbook')
  expect(said).toContain('    W1 Mon 2 → W2 Mon 2  moved to another week\n')
  expect(said).toContain('    W1 Mon 2 → W2 Mon 2  moved, 1 point → no points\n')
})

test('diff names files that only notes and other slides make others', async () => {
  course.write('content/week-1/notes.md', '# Notes\n\n## 1 Doors\n\nA door opens.\n')
  course.edit(sheet, '2. What is it?', '2. What is it? See notes.md §1.')
  await course.build('build')
  expect((await course.build('diff')).said).toBe('Nothing has changed since the last build.\n')
  course.edit('content/week-1/notes.md', 'opens', 'closes')
  expect((await course.build('diff')).said).toBe(
    'Nothing to print again, and no slide of a question has changed since the last build; a build makes other files: out/week-1/deck.pptx.\n',
  )
})
