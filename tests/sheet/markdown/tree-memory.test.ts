import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../src/sheet/markdown/markdown.js'
import { rememberedTree, stretchesOf } from '../../../src/sheet/markdown/tree-memory.js'
import { SheetMemory } from '../../../src/sheet/memory.js'
import { specExamples } from '../../fuzz/sheets.js'
import { repositoryText } from '../read.js'

const { trees } = new SheetMemory()

/** As a watch reads a text again: the first time nothing is known of it. */
function remembered(text: string) {
  rememberedTree(text, trees, parseMarkdown)
  return rememberedTree(text, trees, parseMarkdown)
}

describe('a tree put together of stretches that were read before', () => {
  const pieces = [
    ...[
      '# A',
      '## B\n',
      '### C\n\n',
      '#x\n\n',
      '\n\n',
      '\n\n',
      '\n\n## ',
      '\n\n# ',
      '\n',
      ' ',
      '    ',
      '\t',
      'a',
      '*b*',
      '**',
    ],
    ...[
      '- ',
      '- [x] ',
      '1. ',
      '2) ',
      '> ',
      '| a | b |\n|---|---|\n| c',
      '\n---\n',
      '---\n',
      '===',
      '`',
      '``',
      '~~',
      '$',
      '_',
    ],
    ...[
      '[',
      ']',
      '(',
      ')',
      '[a](b.md)',
      '![a](b.png)',
      '[^1]',
      '&amp;',
      '\\',
      'www.a.org',
      '!',
      '{lines=3}',
      'é',
      '日',
      '🚀',
    ],
  ]
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''))

  it('is the tree of the whole text', () => {
    let cut = 0
    fc.assert(
      fc.property(text, (words) => {
        const tree = remembered(words)
        if (tree === null) return
        cut++
        expect(tree).toEqual(parseMarkdown(words))
      }),
      { numRuns: 3000 },
    )
    expect(cut).toBeGreaterThan(500)
  })

  it('is that of all sheets, and of the examples of the specification below one another', () => {
    const sheet = repositoryText('content/week-17/04_daily_recall.md')
    expect(stretchesOf(sheet)).toHaveLength(7)
    const below = specExamples.map((example, i) => `# A\n\n${example}\n\n## ${i}\n\n${specExamples[i + 1] ?? ''}`)
    const found = [sheet, `---\nlang: en\n---\n\n${sheet}`, `---\n\n# A\n---\n\n${sheet}`, ...below].filter((each) => {
      const tree = remembered(each)
      if (tree) expect(tree).toEqual(parseMarkdown(each))
      return tree !== null
    })
    expect(found.length).toBeGreaterThan(300)
  })

  it('parses only the stretch of an edit, and shares no node with what was read before', () => {
    const sheet = repositoryText('content/week-17/04_daily_recall.md').replaceAll('notebook', 'note-book')
    remembered(sheet)
    const parsed: string[] = []
    const edit = (times: number) =>
      rememberedTree(sheet.replace('Why', 'Why, though,'.repeat(times)), trees, (stretch) => {
        parsed.push(stretch)
        return parseMarkdown(stretch)
      })
    const first = edit(1)
    expect(parsed).toHaveLength(1)
    expect(parsed[0]).toContain('## Monday')
    for (const node of first?.children ?? []) Object.assign(node, { position: undefined, children: [], value: '' })
    expect(edit(1)).toEqual(parseMarkdown(sheet.replace('Why', 'Why, though,')))
  })
})
