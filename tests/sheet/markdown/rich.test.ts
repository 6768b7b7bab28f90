/** Tables and formulas of a sheet: what becomes of them in the Sheet. */
import { describe, expect, it } from 'vitest'
import { dumpSheet } from '../../../src/sheet/dump.js'
import { plainBlocks, plainText, type TableBlock } from '../../../src/text/rich.js'
import { read, readQuestion } from '../read.js'

function tableOf(lines: readonly string[]): TableBlock {
  const { question } = readQuestion(`Which?\n\n${lines.map((line) => `   ${line}`).join('\n')}`)
  const found = question.prompt.find((block) => block.type === 'table')
  if (found?.type !== 'table') throw new Error('no table')
  return found
}

describe('a table', () => {
  it('keeps head, rows, alignment and the style of its words', () => {
    const { head, rows, align } = tableOf(['| a | *b* |', '|:-:|--:|', '| `c` | d<br>e |'])
    expect(head).toEqual([[{ text: 'a' }], [{ text: 'b', emphasis: true }]])
    expect(rows).toEqual([[[{ text: 'c', code: true }], [{ text: 'd' }, { text: '\n' }, { text: 'e' }]]])
    expect(align).toEqual(['center', 'right'])
  })

  it('is a rectangle, whatever the author left out or added', () => {
    const { head, rows, align } = tableOf(['| a | b |', '|---|---|', '| 1 | 2 | 3 |', '| 4 |', '| | |'])
    expect(head.map(plainText)).toEqual(['a', 'b', ''])
    expect(rows.map((row) => row.map(plainText))).toEqual([
      ['1', '2', '3'],
      ['4', '', ''],
      ['', '', ''],
    ])
    expect(align).toEqual([null, null, null])
  })

  it('says nothing, and leaves citation and kind of its question alone', () => {
    const { question, codes } = readQuestion('Which?\n\n   | a | b |\n   |---|---|\n   | 1 | 2 |\n\n   See a.md §1.')
    expect(codes).toEqual([])
    expect(question.citedAs).toBe('a.md §1')
    expect(question.task.kind).toBe('explain')
    expect(question.prompt.map(({ type }) => type)).toEqual(['paragraph', 'table'])
  })

  it('is an answer where an answer stands', () => {
    const { question } = readQuestion('Which?\n\n   Answer:\n\n   | a |\n   |---|\n   | 1 |')
    expect(question.answer?.map(({ type }) => type)).toEqual(['table'])
  })

  it('is dumped as Markdown', () => {
    const { sheet } = read('# Week 1\n\n## Monday\n\n1. Which?\n\n   | a | b |\n   |--|:-:|\n   | **1** | 2 |')
    expect(dumpSheet(sheet)).toContain('    | a | b |\n    | --- | :-: |\n    | **1** | 2 |\n')
    expect(plainBlocks(sheet.days[0]!.questions[0]!.prompt)).toBe('Which? a b 1 2')
  })
})

describe('a table in HTML', () => {
  it('has the cells, the style of their words, and is a rectangle', () => {
    const { head, rows, align } = tableOf([
      '<table class="x">',
      '<thead><tr><th>Term</th><th>Meaning</th></tr></thead>',
      '<tbody><tr><td>CPU</td><td align="left"><b>brain</b><br>of it</td></tr>',
      '<tr><td>RAM</tr></tbody>',
      '</table>',
    ])
    expect(head.map(plainText)).toEqual(['Term', 'Meaning'])
    expect(rows).toEqual([
      [[{ text: 'CPU' }], [{ text: 'brain', strong: true }, { text: '\n' }, { text: 'of it' }]],
      [[{ text: 'RAM' }], []],
    ])
    expect(align).toEqual([null, null])
  })

  it.each([
    ['merged cells', '<table><tr><th colspan="2">a</th></tr><tr><td>1</td><td>2</td></tr></table>'],
    ['no head', '<table><tr><td>1</td><td>2</td></tr></table>'],
    ['words outside of cells', '<table>so<tr><th>a</th></tr></table>'],
    ['a caption', '<table><caption>so</caption><tr><th>a</th></tr></table>'],
  ])('is read as lines with %s', (_, html) => {
    const { question } = readQuestion(`Which?\n\n   ${html}`)
    expect(question.prompt.map(({ type }) => type)).toEqual(['paragraph', 'paragraph'])
    expect(plainBlocks(question.prompt)).toContain(html.includes('so') ? 'so' : '2')
  })
})

describe('a fence of math', () => {
  it('is a formula by its source', () => {
    const { question } = readQuestion('What is it?\n\n   ```math\n   a_1 *b*\n   ```')
    expect(question.prompt[1]).toMatchObject({ type: 'math', source: 'a_1 *b*' })
  })
})

describe('single tildes', () => {
  it.each([
    ['What is H~2~O, and CO~2~?', ['2', '2'], []],
    ['What is x~max~?', ['max'], []],
    ['Is it ~~no~~ so?', [], ['no']],
    ['Is it ~no~ so?', [], ['no']],
    ['Is it no~body~ so?', [], ['body']],
  ])('%s', (item, lowered, struck) => {
    const [block] = readQuestion(item).question.prompt
    const runs = block?.type === 'paragraph' ? block.runs : []
    expect(runs.filter(({ script }) => script === 'sub').map(({ text }) => text)).toEqual(lowered)
    expect(runs.filter(({ strike }) => strike).map(({ text }) => text)).toEqual(struck)
  })
})
