/** Random edits: a check that remembers says, byte for byte, what one in a fresh copy says, which remembers nothing; and builds and checks leave each other alone. */
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Course } from './course.js'

type Edit = (course: Course) => void

const sheets = fc.constantFrom('content/week-1/recall.md', 'content/week-2/recall.md', 'content/week-3/recall.md')
const folders = fc.integer({ min: 1, max: 3 }).map((n) => `content/week-${n}`)

/** An edit of a file that is there. */
const edited =
  (path: string, from: string | RegExp, to: string): Edit =>
  (course) =>
    course.has(path) && course.write(path, course.read(path).replace(from, to))

/** What may be done to the words of a sheet. */
const rewritten = fc
  .constantFrom<[string | RegExp, string]>(
    ['open', 'shut'],
    ['shut', 'open'],
    [/^1\. /m, '3. '],
    [/^[13]\. /m, '1. '],
    [/^2\. /m, '- '],
    [/^- /m, '2. '],
    [/ See \S+ §\d\./, ''],
    [/(Which two parts has it\?)(?! See)/, '$1 See notes.md §2.'],
    ['See notes.md §1', 'See ../week-2/notes.md §1'],
    ['See notes.md §1', 'See ../week-1/recall.md §1'],
    ['See notes.md §1', 'See ../../outside.md §1'],
    ['See notes.md §1', 'See week.docx p. 3'],
    [/See \S+ §1/, 'See notes.md §1'],
    [/See \S+ §1/, 'See notes.md §9'],
    [/open\?|shut\?/, 'open? {#door}'],
    [' {#door}', ''],
    [/$/, '\n![a door](door.png)\n\n3. Why so?\n'],
    [/## Monday/, '## Tuesday'],
    [/## Tuesday/, '## Monday'],
    [/# Week \d/, '# Week 2'],
    [/^(?:---[\s\S]*?---\n)?/, '---\npaper: nope\n---\n'],
    [/^(?:---[\s\S]*?---\n)?/, '---\ntemplate: ours\nlang: fr\n---\n'],
    [/^(?:---[\s\S]*?---\n)?/, '---\nkey: flip\nduplex: false\n---\n'],
    [/^---[\s\S]*?---\n/, ''],
    [/$/, '\nA formula $x^2$ and $\\nope{y}$, and 𒀀.\n'],
    [/^[\s\S]*$/, ''],
    [/^[\s\S]*$/, '# Week 3 — Recall\n\n## Monday — 1 Doors\n\n1. Why?\n\n## 1 Doors\n\n2. Why? See notes.md §1.\n'],
  )
  .chain(([from, to]) => sheets.map((path) => edited(path, from, to)))

const config = fc.constantFrom(
  'paper: letter\n',
  'template: ours\n',
  'severity: { citation-missing: warning, source-absent: off }\n',
  'severity: { source-without-sections: error, source-section-repeated: error, override-id-repeated: error }\n',
  'key: flip\nduplex: false\n',
  'paper: nope\n',
  'nonsense: 1\n',
)

/** A picture with one grey point, and so many bytes of nothing behind it. */
function picture(behind: number): Uint8Array {
  const chunk = (name: string, data: Buffer) =>
    Buffer.concat([Buffer.from([0, 0, 0, data.length]), Buffer.from(name), data, Buffer.alloc(4)])
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  const body = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(2))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...body, Buffer.alloc(behind)])
}

const others: fc.Arbitrary<Edit> = fc.oneof(
  folders.chain((folder) =>
    fc.constantFrom<Edit>(
      (c) => c.remove(`${folder}/notes.md`),
      (c) => c.write(`${folder}/notes.md`, '# Notes\n\n## 1 Knobs\n\nRound.\n\n## 2 Parts\n\nTwo.\n'),
      (c) => c.write(`${folder}/notes.md`, '# Notes\n\n## 1 Knobs\n\nRound.\n\n## 1 Parts\n\nTwo.\n'),
      (c) => c.write(`${folder}/notes.md`, 'No heading.\n'),
      (c) => c.write(`${folder}/note.md`, '# Notes\n'),
      (c) => c.write(`${folder}/door.png`, picture(c.tick() % 3)),
      (c) => c.write(`${folder}/door.png`, 'no picture'),
      (c) => c.remove(`${folder}/door.png`),
      (c) => c.write(`${folder}/week.docx`, 'PK'),
      (c) => c.write(`${folder}/extra.md`, '# Week 4 — Recall\n\n## Tuesday\n\n1. Why here? {#door}\n'),
      (c) => c.write(`${folder}/extra.md`, '# Week 1 — Recall\n\n## Friday\n\n- Why here? See notes.md §1.\n'),
      (c) => c.remove(`${folder}/extra.md`),
      (c) => c.link('../week-2/notes.md', `${folder}/linked.md`),
      (c) => c.link('../../outside.md', `${folder}/linked.md`),
      (c) => c.link('../week-2', `${folder}/linked`),
      (c) => {
        // The same words, outside of the content folder.
        if (!c.has(`${folder}/recall.md`)) return
        c.write('moved.md', c.read(`${folder}/recall.md`))
        c.link('../../moved.md', `${folder}/recall.md`)
      },
      (c) => c.remove(`${folder}/linked.md`),
      (c) => c.remove(folder),
      (c) => {
        const other = folder.replace('week', 'term')
        if (c.has(folder) && !c.has(other)) c.rename(folder, other)
      },
      (c) => {
        const sheet = `${folder}/recall.md`
        if (c.has(sheet)) c.forge(sheet, 'Week', 'Weak')
      },
    ),
  ),
  config.map(
    (said): Edit =>
      (c) =>
        c.write('recall.config.yaml', said),
  ),
  fc.constantFrom<Edit>(
    (c) => c.remove('recall.config.yaml'),
    (c) => c.write('outside.md', `# Outside ${c.tick()}\n`),
    (c) => c.write('templates/ours/template.yaml', 'name: ours\nextends: classic\n'),
    (c) => c.write('templates/ours/template.yaml', 'name: ours\nextends: classic\nworkbook: { paper: a5, nope: 1 }\n'),
    (c) => c.write('templates/ours/languages/fr.yaml', `words: { week: Terme ${c.tick() % 2} }\n`),
    (c) => c.write('templates/ours/languages/fr.yaml', 'words: { nope: 1 }\n'),
    (c) => c.remove('templates'),
    (c) =>
      c.write('content/weeks.md', '# Course\n\n## Week 11\n\n1. Why here?\n\n## Week 12\n\n- Why there? {#door}\n'),
    (c) => c.remove('content/weeks.md'),
    (c) => c.has('out/.recall-check.json') && c.write('out/.recall-check.json', '{'),
    (c) => c.remove('out/.recall-check.json'),
  ),
)

const edit = fc.oneof({ weight: 3, arbitrary: rewritten }, { weight: 2, arbitrary: others })

const words = fc.oneof(
  { weight: 4, arbitrary: fc.constant('check') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'check -q',
      'check --strict',
      'check content/week-1',
      'check content/week-2/recall.md',
      'check content/week-1/recall.md content/week-3 content',
      'check .',
      'check --layout',
      'check --coverage',
      'check --json',
    ),
  },
)

/** Edits between two runs, and what is run then. */
const step = fc.record({ edits: fc.array(edit, { minLength: 0, maxLength: 2 }), words })

/** FUZZ_RUNS=500 tries so many courses. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 12)

test('after any edits a check says what one says that remembers nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const course = new Course(3)
      course.write('out/recall-manifest.json', '{}')
      await course.check()
      for (const { edits, words } of steps) {
        for (const change of edits) change(course)
        const copy = course.copy()
        const clean = await copy.check(words)
        copy.end()
        // The second one most often has nothing to read.
        for (const _ of [1, 2]) {
          const { upToDate: _remembered, ...found } = await course.check(words)
          const { upToDate: _none, ...expected } = clean
          expect(found).toEqual(expected)
        }
      }
      course.end()
    }),
    { numRuns },
  )
}, 600_000)

test('after any edits builds and checks in turn leave each other as they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      const course = new Course(2)
      for (const change of edits) {
        change(course)
        await course.build('build --only deck')
        const { upToDate, ...first } = await course.check()
        const files = course.files()
        const again = await course.build('build --only deck')
        expect(await course.check()).toMatchObject(first)
        expect(await course.build('build --only deck')).toEqual(again)
        expect(course.files()).toEqual(files)
      }
      course.end()
    }),
    { numRuns: 4 },
  )
}, 240_000)
