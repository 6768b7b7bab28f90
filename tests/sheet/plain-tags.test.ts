/** Tags that are words stay words; HTML stays HTML. */
import { expect, test } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { plainBlocks } from '../../src/text/rich.js'

const promptOf = (question: string): string => {
  const sheet = parseSheet(`# Week 1\n\n## Monday\n\n1. ${question}\n`, 'recall.md', new Log())
  const [first] = sheet.days[0]?.questions ?? []
  return first ? plainBlocks(first.prompt) : ''
}

test.each([
  'When is a<b and c>d true?',
  'If p<small and q>0, what follows?',
  'What holds for x<y or y>z?',
  'Replace <name> by your own name: what does the shell print?',
  'How do List<String> and Map<String, List<Integer>> differ?',
  'In HTML, what does a <div> do?',
  'What does <b> do, and what does </i> do?',
  'What does <my-element> do?',
  '<div> and <span>: how do they differ?',
])('words: %s', (question) => {
  expect(promptOf(question)).toBe(question)
})

test.each([
  ['H<sub>2</sub>O: what is it?', 'H2O: what is it?'],
  ['Why <b>not</b>?', 'Why not?'],
  ['Press <kbd>Ctrl</kbd>: why?', 'Press Ctrl: why?'],
  ['One<br>two<br/>three: why?', 'One two three: why?'],
  ['Why <span class="note">not</span>?', 'Why not?'],
  ['Why <font color="red">not?', 'Why not?'],
  ['See <a href="https://example.org">the page</a>: why?', 'See the page: why?'],
])('HTML: %s', (question, words) => {
  expect(promptOf(question)).toBe(words)
})

test('a tag without its other half inside one that has both is a word', () => {
  expect(promptOf('Why <b>is a <i> in it</b>?')).toBe('Why is a <i> in it?')
})

test('cells of a table in HTML are parted', () => {
  const table = '<table><tr><th>Term</th><th>Meaning</th></tr><tr><td>CPU</td><td>brain</td></tr></table>'
  expect(promptOf(`Which is wrong?\n\n   ${table}`)).toBe('Which is wrong? Term | Meaning CPU | brain')
})
