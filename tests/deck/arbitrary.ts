/** Random words and days for property tests. */
import fc from 'fast-check'
import type { Task } from '../../src/sheet/model.js'
import type { QuestionSketch } from './sheets.js'

/** Words with everything that hurts: controls, halves of pairs, marks of XML, other scripts, line breaks, no-break spaces. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        'word ',
        '<',
        '&',
        '"',
        "'",
        ']]>',
        '\u0000',
        '\u0008',
        '\r\n',
        '\n',
        '\t',
        '\uD800',
        '\u00AD',
        'ا',
        '語',
        '😀',
        '\u00A0',
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('')),
)
const task: fc.Arbitrary<NonNullable<QuestionSketch['task']>> = fc.oneof(
  fc.record({ kind: fc.constant('list' as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('compare' as const),
    terms: fc.array(anyText, { minLength: 2, maxLength: 9 }),
    aspect: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('sides' as const), labels: fc.tuple(anyText, anyText) }),
  fc.constantFrom({ kind: 'explain' as const }, { kind: 'draw' as const }, { kind: 'say' as const, seconds: null }),
) as fc.Arbitrary<Omit<Task, 'by' | 'reason'> & NonNullable<QuestionSketch['task']>>
const question = fc.record(
  { prompt: anyText, task, cited: anyText },
  { requiredKeys: ['prompt'] },
) as fc.Arbitrary<QuestionSketch>
// As the parser gives them: a day has a name and a question at least.
export const anyDay = fc.record({
  name: anyText.map((words) => `Day${words}`),
  topic: anyText,
  questions: fc.array(question, { minLength: 1, maxLength: 3 }),
})
