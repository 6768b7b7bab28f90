/** Stars that multiply, which Markdown takes for emphasis. */
import { expect, it } from 'vitest'
import { readQuestion } from '../read.js'

/** The words of a question, what is stressed in brackets: "un[believ]able". */
const said = (words: string): string =>
  readQuestion(words)
    .question.prompt.flatMap((block) => (block.type === 'paragraph' ? block.runs : []))
    .map(({ text, emphasis, strong }) => (emphasis || strong ? `[${text}]` : text))
    .join('')

it.each([
  'Calculate 2*3*4.',
  'Write 2**3 and 4**5 as numbers.',
  'Berechne 2*3 und 4*5.',
  'What is a*b*c and 2*pi*r?',
  'What is 4*(2+1)*5 and 4*5?',
  'What is (2+1)*3*4?',
  'Write x**2 + y**2 and z**2 down.',
])('multiply in %s', (words) => expect(said(words)).toBe(words))

it.each([
  ['Why is it un*believ*able?', 'Why is it un[believ]able?'],
  ['Why *so* and **thus**?', 'Why [so] and [thus]?'],
  ['Which is the **3**rd, the *n*th?', 'Which is the [3]rd, the [n]th?'],
  ['What are *x*1 and *x*2?', 'What are [x]1 and [x]2?'],
  ['Q1**Why** is it?', 'Q1[Why] is it?'],
  ['What is *2*3 or 4* here?', 'What is [2]3 or 4* here?'],
  ['*Calculate 2*3 now*, and why?', '[Calculate 2*3 now], and why?'],
])('stress in %s', (words, expected) => expect(said(words)).toBe(expected))
