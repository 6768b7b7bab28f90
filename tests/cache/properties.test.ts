/** Random edits: an incremental build and a build from nothing make the same files and messages. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { again, fromNothing } from './builds.js'
import { Course } from './course.js'

test('after any edits the files and messages are those of a build from nothing', async () => {
  const path = fc.integer({ min: 1, max: 3 }).map((n) => `content/week-${n}`)
  const edits: fc.Arbitrary<(c: Course) => void>[] = [
    path.map(
      (folder) => (c: Course) =>
        c.write(
          `${folder}/recall.md`,
          `${c.has(`${folder}/recall.md`) ? c.read(`${folder}/recall.md`) : '# Week 8\n\n## Monday\n'}\n3. Why ${c.tick()}?\n`,
        ),
    ),
    path.map(
      (folder) => (c: Course) =>
        c.has(`${folder}/notes.md`) &&
        c.write(`${folder}/notes.md`, `${c.read(`${folder}/notes.md`)}\n## ${c.tick() % 7} More\n\nWords.\n`),
    ),
    path.map((folder) => (c: Course) => c.remove(`${folder}/notes.md`)),
    path.map((folder) => (c: Course) => c.write(`${folder}/notes.md`, '# Notes\n\n## 1 Knobs\n\nRound.\n')),
    path.map(
      (folder) => (c: Course) =>
        c.has(`${folder}/recall.md`) &&
        c.write(`${folder}/recall.md`, c.read(`${folder}/recall.md`).replace(/# Week \d/, `# Week ${c.tick() % 9}`)),
    ),
    path.map(
      (folder) => (c: Course) => c.write(`${folder}/extra.md`, '# Week 4 — Recall\n\n## Tuesday\n\n1. Why here?\n'),
    ),
    path.map((folder) => (c: Course) => c.remove(`${folder}/extra.md`)),
    path.map((folder) => (c: Course) => c.remove(folder.replace('content', 'out'))),
    path.map(
      (folder) => (c: Course) =>
        c.has(`${folder}/recall.md`) &&
        c.write(
          `${folder}/recall.md`,
          `---\npaper: ${c.tick() % 2 ? 'nope' : 'a5'}\n---\n${c.read(`${folder}/recall.md`).replace(/^---[\s\S]*?---\n/, '')}`,
        ),
    ),
    fc
      .constantFrom('paper: letter', 'template: ours', 'edition: [student, key]', 'roster: class.csv', 'audience: true')
      .map((said) => (c: Course) => c.write('recall.config.yaml', `${said}\n`)),
    fc.constant((c: Course) => c.write('class.csv', `Ana\nBen ${c.tick() % 3}\n`)),
    fc.constant((c: Course) =>
      c.write('templates/ours/template.yaml', `name: ours\nextends: classic\nwords: { week: Term ${c.tick() % 3} }\n`),
    ),
    fc.constant((c: Course) =>
      c.has('content/weeks.md')
        ? c.remove('content/weeks.md')
        : c.write('content/weeks.md', '# Course\n\n## Week 11\n\n1. Why here?\n\n## Week 12\n\n1. Why there?\n'),
    ),
    path.map((folder) => (c: Course) => {
      const other = folder.replace('week', 'term')
      if (c.has(folder) && !c.has(other)) c.rename(folder, other)
    }),
    // What others do to the output folder.
    path.map((folder) => (c: Course) => {
      const deck = `${folder.replace('content', 'out')}/deck.pptx`
      if (c.has(deck)) c.forge(deck, 'PK', 'KP')
    }),
    fc.constant((c: Course) => c.has('out/.recall-cache.json') && c.write('out/.recall-cache.json', '{')),
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...edits), { minLength: 1, maxLength: 5 }), async (changes) => {
      const course = new Course(3)
      await course.build('build --repeat')
      for (const change of changes) {
        change(course)
        const found = await again(course, 'build --repeat')
        const clean = await fromNothing(course)
        expect(found.messages).toEqual(clean.messages)
        expect(found.code).toBe(clean.code)
        expect(found.files).toMatchObject(clean.files)
      }
      course.end()
    }),
    { numRuns: 8 },
  )
}, 240_000)
