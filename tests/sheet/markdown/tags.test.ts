/** Which `<…>` of a sheet are tags, and which are words that the author wants to be seen. */
import { describe, expect, it } from 'vitest'
import { plainBlocks } from '../../../src/text/rich.js'
import { read, readQuestion } from '../read.js'

const wordsOf = (markdown: string): string => plainBlocks(readQuestion(markdown).question.prompt)

describe('words in angle brackets', () => {
  it.each([
    ['comparisons', 'When is a<b and c>d true?'],
    ['one with a known name', 'If p<small and q>0, what follows?'],
    ['one with an unknown name', 'What holds for x<y or y>z?'],
    ['placeholders', 'Replace <name> by your own name. Why?'],
    ['type parameters', 'What differ List<String> and Map<String, List<Integer>> in?'],
    ['a tag that is named', 'In HTML, what does a <div> do, and what does </p> end?'],
    ['tags without an end', 'What do <img>, <hr> and <input> show?'],
    ['a pair that is spoken of', 'Where do <b> and </b> differ, and <i> or </i>?'],
    ['one at the start', '<b> does what?'],
    ['one that begins a block of HTML', '<div> does what?'],
  ])('%s stay as they are written', (_, markdown) => {
    const { question } = readQuestion(`${markdown} See a.md §1.`)
    expect(plainBlocks(question.prompt)).toBe(markdown)
    expect(question.citedAs).toBe('a.md §1')
  })

  it('stay in emphasis', () => {
    expect(wordsOf('What does *the <b> tag* do?')).toBe('What does the <b> tag do?')
  })

  it('keep their line when they stand alone in it', () => {
    expect(wordsOf('What stands here?\n\n   <name>')).toBe('What stands here? <name>')
  })
})

describe('a tag', () => {
  it.each([
    ['with its partner', 'What is <b>this</b> and H<sub>2</sub>O?', 'What is this and H2O?'],
    ['with its partner in another style', 'What *is <b>this* one</b>?', 'What is this one?'],
    ['with attributes of HTML', 'What is <span class="x" lang="en">this</span>?', 'What is this?'],
    ['of items whose end is left out', 'Which <ul><li>one<li>two</ul> is it?', 'Which one two is it?'],
    ['of a block', '<div>What is this?</div>', 'What is this?'],
    ['of a block that ends further on', 'Which?\n\n   <div>\n\n   This one</div>', 'Which? This one'],
  ])('%s is not printed', (_, markdown, words) => {
    expect(wordsOf(markdown)).toBe(words)
  })

  it('that breaks the line is told when it may be meant as a word', () => {
    const { log } = read('# Week 1\n\n## Monday\n\n1. What does <br> do? See a.md §1.\n')
    expect(log.messages.map(({ reason }) => reason)).toEqual(['<br> in "does <br> do?" is shown as a line break'])
    expect(readQuestion('What is one?<br>And two? See a.md §1.').codes).toEqual([])
  })
})

it.each([
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
  expect(wordsOf(question)).toBe(question)
})

it.each([
  ['H<sub>2</sub>O: what is it?', 'H2O: what is it?'],
  ['Why <b>not</b>?', 'Why not?'],
  ['Press <kbd>Ctrl</kbd>: why?', 'Press Ctrl: why?'],
  ['One<br>two<br/>three: why?', 'One two three: why?'],
  ['Why <span class="note">not</span>?', 'Why not?'],
  ['Why <font color="red">not?', 'Why not?'],
  ['See <a href="https://example.org">the page</a>: why?', 'See the page: why?'],
])('HTML: %s', (question, words) => {
  expect(wordsOf(question)).toBe(words)
})

it('a tag without its other half inside one that has both is a word', () => {
  expect(wordsOf('Why <b>is a <i> in it</b>?')).toBe('Why is a <i> in it?')
})

it('a table in HTML is a table', () => {
  const table = '<table><tr><th>Term</th><th>Meaning</th></tr><tr><td>CPU</td><td>brain</td></tr></table>'
  expect(wordsOf(`Which is wrong?\n\n   ${table}`)).toBe('Which is wrong? Term Meaning CPU brain')
})

it('cells of a table in HTML that is not simple are parted', () => {
  const table = '<table><tr><td>Term</td><td>Meaning</td></tr><tr><td colspan="2">CPU</td></tr></table>'
  expect(wordsOf(`Which is wrong?\n\n   ${table}`)).toBe('Which is wrong? Term | Meaning CPU')
})
