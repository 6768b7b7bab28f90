/** Pictures of a sheet: which are looked for where, what the text keeps of them, what is told. */
import { describe, expect, it } from 'vitest'
import { plainBlocks, type RichBlock } from '../../src/text/rich.js'
import { plainPng } from './make.js'
import { readWithPictures } from './sheet.js'

const files = { 'week-1/queue.png': plainPng(40, 20), 'shared/my queué.png': plainPng(30, 30) }
const promptOf = (item: string, more: Readonly<Record<string, Uint8Array>> = {}): RichBlock[] =>
  readWithPictures(`1. ${item}`, { ...files, ...more }).sheet.days[0]?.questions[0]?.prompt ?? []
const shape = (blocks: readonly RichBlock[]): string[] =>
  blocks.map((block) =>
    block.type === 'picture'
      ? `${block.path}${block.picture ? ` ${block.picture.width}×${block.picture.height}` : ''}`
      : plainBlocks([block]),
  )

describe('a picture', () => {
  it.each([
    ['after the question', 'Why? ![a queue](queue.png)', ['Why?', 'queue.png 40×20']],
    ['on a line of its own', 'Why?\n   ![a queue](queue.png)', ['Why?', 'queue.png 40×20']],
    ['in a paragraph of its own', 'Why?\n\n   ![a queue](./queue.png)', ['Why?', './queue.png 40×20']],
    ['before the question', '![a queue](queue.png) Why?', ['Why?', 'queue.png 40×20']],
    ['between two sentences', 'See it. ![a queue](queue.png) Why?', ['See it. Why?', 'queue.png 40×20']],
    ['in a sentence', 'Why is ![a queue](queue.png) long?', ['Why is [a queue] long?', 'queue.png 40×20']],
    ['in a link', 'Why? [![a queue](queue.png)](https://example.org)', ['Why?', 'queue.png 40×20']],
    ['by reference', 'Why? ![a queue][q]\n\n   [q]: queue.png', ['Why?', 'queue.png 40×20']],
    ['in HTML', 'Why? <img alt="a queue" src="queue.png" width="200">', ['Why?', 'queue.png 40×20']],
    [
      'in a block of HTML',
      'Why?\n\n   <p align="center"><img src="queue.png" alt="a queue"></p>',
      ['Why?', 'queue.png 40×20'],
    ],
    [
      'in another folder, its name in codes',
      'Why? ![q](../shared/my%20queu%C3%A9.png)',
      ['Why?', '../shared/my queué.png 30×30'],
    ],
    ['in angle brackets', 'Why? ![q](<../shared/my queué.png>)', ['Why?', '../shared/my queué.png 30×30']],
    ['with a question mark behind it', 'Why? ![q](queue.png?raw=true)', ['Why?', 'queue.png 40×20']],
    ['before a citation', 'Why? ![a queue](queue.png) See a.md §1.', ['Why?', 'queue.png 40×20']],
    ['before braces', 'Why? ![a queue](queue.png) {lines=3}', ['Why?', 'queue.png 40×20']],
  ])('%s', (_, item, expected) => {
    expect(shape(promptOf(item))).toEqual(expected)
  })

  it('leaves citation and braces of its question alone', () => {
    const { sheet } = readWithPictures('1. Why? ![a queue](queue.png) See a.md §1. {lines=3}', files)
    expect(sheet.days[0]?.questions[0]).toMatchObject({ citedAs: 'a.md §1', author: { lines: 3 } })
  })

  it('of a table stands below it, its words in the cell', () => {
    const blocks = promptOf('Which?\n\n   | a |\n   |---|\n   | ![a queue](queue.png) |')
    expect(shape(blocks)).toEqual(['Which?', 'a [a queue]', 'queue.png 40×20'])
  })

  it('is found in intros, lists, quotes and answers', () => {
    const picture = '![q](queue.png)'
    const { sheet } = readWithPictures(
      `${picture}\n\n1. Why?\n   - one ${picture}\n\n   > two ${picture}\n\n   Answer: so ${picture}`,
      files,
    )
    expect(JSON.stringify(sheet).match(/"width":40/g)).toHaveLength(4)
  })

  it('is looked for once, and is the same under two names', () => {
    const same = { ...files, 'week-1/copy.png': plainPng(40, 20) }
    const { asked, pictures } = readWithPictures(
      '1. Why? ![q](queue.png)\n2. How? ![q](queue.png) ![q](copy.png)',
      same,
    )
    expect(asked).toEqual(['week-1/queue.png', 'week-1/copy.png'])
    expect(pictures.size).toBe(1)
  })
})

describe('a picture that cannot be shown', () => {
  const told = (item: string, more: Readonly<Record<string, Uint8Array>> = {}) =>
    readWithPictures(`1. ${item}`, { ...files, ...more }).messages

  it.each([
    ['Why? ![q](https://example.org/q.png)', '"q" cannot be shown: it is on the web, and nothing is fetched'],
    ['Why? ![q](//example.org/q.png)', '"q" cannot be shown: it is on the web, and nothing is fetched'],
    ['Why? ![q](data:image/png;base64,AAAA)', '"q" cannot be shown: it is written into the sheet'],
    ['Why? ![q](quue.png)', '"quue.png" cannot be shown: there is no such file; did you mean "queue.png"?'],
    ['Why? ![q](/etc/passwd.png)', '"/etc/passwd.png" cannot be shown: its path begins at the root of a disk'],
    ['Why? ![q]()', '"q" cannot be shown: it names no file'],
  ])('%s', (item, expected) => {
    expect(told(item).join()).toContain(expected)
    expect(plainBlocks(promptOf(item))).toBe('Why? [q]')
  })

  it('says what it is', () => {
    const svg = new TextEncoder().encode('<svg/>')
    expect(told('Why? ![q](q.svg)', { 'week-1/q.svg': svg }).join()).toContain('it is an SVG, expected PNG or JPEG')
  })

  it('is a picture without words when nobody says what it shows', () => {
    expect(told('Why? ![](queue.png)')).toEqual([
      'image-without-words: The picture "queue.png" has no words for those who cannot see it',
    ])
    expect(shape(promptOf('Why is ![](queue.png) long?'))).toEqual(['Why is long?', 'queue.png 40×20'])
  })

  it('has no room in a title', () => {
    const { messages } = readWithPictures('1. Why?\n\n## Tuesday ![q](queue.png)\n\n1. How?', files)
    expect(messages.join()).toContain('a title has no room for it')
  })

  it('is not looked for when the world has no pictures, and leaves its words', () => {
    const { sheet } = readWithPictures('1. Why? ![a queue](none.png)', {})
    expect(plainBlocks(sheet.days[0]!.questions[0]!.prompt)).toBe('Why? [a queue]')
  })
})
