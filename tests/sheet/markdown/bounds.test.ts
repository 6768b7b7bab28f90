/** What is too long to be laid out is refused where it stands, before pages are made of it. */
import { describe, expect, it } from 'vitest'
import { read } from '../read.js'

const reasons = (text: string): string[] =>
  read(text)
    .log.messages.filter(({ code }) => code === 'sheet-too-large')
    .map(({ place, reason }) => `${place?.start.line}:${place?.start.column} ${reason}`)

const day = (body: string) => `# Week 1\n\n## Monday\n\n${body}\n`
const many = 'so '.repeat(17_000)

describe('what is too long', () => {
  it.each([
    [
      'a paragraph',
      day(`1. Why ${many}?`),
      '5:4 Unexpected size: a paragraph of 51,005 characters, expected at most 50,000 characters',
    ],
    [
      'its lines together',
      day(`1. Why ${many.replaceAll(' so so ', '\n   so ')}?`),
      '5:4 Unexpected size: a paragraph of ',
    ],
    ['a title', `# ${many}\n\n## Monday\n\n1. Why?`, '1:1 Unexpected size: a heading of '],
    [
      'a title of the front matter',
      `---\ntitle: ${many}\n---\n${day('1. Why?')}`,
      '1:1 Unexpected size: a line of the front matter of ',
    ],
    ['a cell', day(`1. Why?\n\n   | a |\n   |---|\n   | ${many}|`), '9:4 Unexpected size: a cell of a table of '],
    [
      'a word',
      day(`1. Why ${'('.repeat(10_001)}`),
      '5:4 Unexpected size: 10,001 characters without a space, expected at most 10,000 characters',
    ],
    [
      'a word in code',
      day(`1. Why?\n\n   \`\`\`\n   ${'x'.repeat(10_001)}\n   \`\`\``),
      '7:4 Unexpected size: 10,001 characters without a space',
    ],
  ])('is refused: %s', (_, text, reason) => {
    expect(reasons(text)).toEqual([expect.stringContaining(reason)])
  })

  it.each([
    ['many lines of code', day(`1. Why?\n\n   \`\`\`\n${'   x = 1\n'.repeat(9000)}   \`\`\``)],
    ['many short questions in one list', day('1. Why so, and why not otherwise?\n'.repeat(2000))],
    ['a script without spaces', day(`1. ${'なぜ。'.repeat(4000)}`)],
    ['a picture written into the sheet', day(`1. Why? ![a door](data:image/png;base64,${'A'.repeat(90_000)})`)],
    ['a comment', day(`1. Why?\n\n<!-- ${many}${many} -->`)],
  ])('is not %s', (_, text) => {
    expect(reasons(text)).toEqual([])
  })
})
