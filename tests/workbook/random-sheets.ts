/** Sheets of all kinds for property tests. */
import fc from 'fast-check'

const word = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{1,12}$/) },
  fc.constantFrom(
    '→',
    '—',
    '10 000',
    'é',
    'A/B',
    '`code`',
    '**strong**',
    '*soft*',
    'supercalifragilisticexpialidocious',
  ),
)
const sentence = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '))
const braces = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  fc.integer({ min: 1, max: 60 }).map((lines) => ` {lines=${lines}}`),
  fc.integer({ min: 1, max: 12 }).map((count) => ` {kind=list count=${count}}`),
  fc.constantFrom(' {kind=draw}', ' {kind=say}', ' {kind=explain}', ' {kind=draw lines=40}'),
  fc.array(sentence(4), { minLength: 2, maxLength: 6 }).map((terms) => ` {terms="${terms.join(' | ')}"}`),
  fc.tuple(sentence(6), sentence(6)).map(([a, b]) => ` {labels="${a} | ${b}"}`),
)
const cited = fc.constantFrom('', '', ' See a.md §1.1-§1.8.', ' See b.md and c.md §2.', ' See a.md §What Comes.')
const extra = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  sentence(20).map((words) => `\n\n   \`\`\`\n   ${words}\n   \`\`\``),
  fc
    .array(sentence(8), { minLength: 1, maxLength: 4 })
    .map((items) => `\n${items.map((item) => `   - ${item}`).join('\n')}`),
  sentence(20).map((words) => `\n\n   > ${words}`),
  fc
    .array(fc.tuple(sentence(12), sentence(3)), { minLength: 2, maxLength: 12 })
    .map((rows) => `\n\n   | a | b |\n   |---|---|\n${rows.map(([a, b]) => `   | ${a} | ${b} |`).join('\n')}`),
  fc
    .array(fc.tuple(sentence(12), braces), { minLength: 2, maxLength: 9 })
    .map((parts) => `\n${parts.map(([words, wishes], i) => `   ${i + 1}. ${words}?${wishes}`).join('\n')}`),
)
const question = fc
  .tuple(sentence(60), braces, cited, extra)
  .map(([words, wishes, source, more]) => `${words}?${source}${wishes}${more}`)
const day = fc.record({
  name: fc.oneof(fc.constantFrom('Monday', 'Tuesday', 'Weekend', 'Day 3'), sentence(6)),
  topic: fc.oneof(
    fc.constant(''),
    sentence(14).map((words) => ` — ${words}`),
  ),
  questions: fc.array(question, { minLength: 1, maxLength: 6 }),
})
/** Markdown of a sheet of one to three days. */
export const sheet = fc
  .tuple(sentence(8), fc.oneof(fc.constant(''), sentence(80)), fc.array(day, { minLength: 1, maxLength: 3 }))
  .map(([title, intro, days]) => {
    const parts = days.map(
      ({ name, topic, questions }) =>
        `## ${name}${topic}\n\n${questions.map((text, i) => `${i + 1}. ${text}\n`).join('\n')}`,
    )
    return [`# Week 1 — ${title}`, intro, ...parts].join('\n\n')
  })
export const paper = fc.constantFrom('a4' as const, 'letter' as const, 'a5' as const)
