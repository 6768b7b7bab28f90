import fc from 'fast-check'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../src/sheet/markdown/markdown.js'
import { timesSyntax } from '../../../src/sheet/markdown/times.js'

const whole = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()
// Stars that multiply are ours, and none of an address.
whole.data().micromarkExtensions?.push(timesSyntax)
/** With what each construct of the parser leaves in it, such as `undefined`, but for the order of fields. */
const tree = (root: unknown): unknown => JSON.parse(JSON.stringify(root))

describe('bare addresses', () => {
  it.each(['www.a.org', 'http://a.org', 'HTTPS://A.ORG', 'a@b.org', 'mailto:a@b.org', 'a&#64;b.org', '&#119;ww.a.org'])(
    'are links as GitHub has them: %s',
    (address) => {
      const text = `# Week 1\n\n1. Why ${address} now?\n`
      expect(tree(parseMarkdown(text))).toEqual(tree(whole.parse(text)))
    },
  )

  it('are found in any text, and texts without them are read the same', () => {
    const pieces = ['www.', 'w', 'W', 'http', '://', 'https://', 'a', 'b.org', '.', '-', '_', '+', '@', '\\@', '&#64;']
    const others = [
      ' ',
      '\n',
      '\n\n',
      '*',
      '**',
      '~',
      '[',
      ']',
      '(',
      ')',
      '`',
      '\\',
      '1. ',
      '- ',
      '> ',
      '# ',
      '|',
      '---\n',
    ]
    const text = fc
      .array(fc.constantFrom(...pieces, ...others, ...others), { maxLength: 30 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, (words) => {
        fc.pre(!/^---/.test(words))
        expect(tree(parseMarkdown(words))).toEqual(tree(whole.parse(words)))
      }),
      { numRuns: 1500 },
    )
  })

  it('are looked for only where they may be', () => {
    // The library calls what we leave out by other names: then nothing is left out.
    const named = unified().use(remarkGfm).freeze().data().micromarkExtensions ?? []
    const names = named.flatMap(({ text }) => Object.values(text ?? {}).flatMap((all) => [all ?? []].flat()))
    const known = ['wwwAutolink', 'protocolAutolink', 'emailAutolink']
    for (const name of known) expect(names.map((each) => each.name)).toContain(name)
  })
})
