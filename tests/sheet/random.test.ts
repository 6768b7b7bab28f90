import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterCueLength, cueLength } from '../../src/sheet/citations/citation-words.js'
import { wholePrompt } from '../../src/sheet/options/parts.js'
import { plainBlocks, type RichBlock, type Run } from '../../src/text/rich.js'
import { read } from './read.js'

/** Cue words of citations are taken off with them; a word that happens to be one would count as lost. */
const cue = /^(?:see|also|cf|refer|check|review|read|sources?|refs?|references?|sec|secs|sect|ch|chap|of|in|to)$/
const isCue = (each: string) => cue.test(each) || cueLength([each]) > 0 || afterCueLength([each]) > 0
const word = fc.stringMatching(/^[a-z]{2,8}$/).filter((each) => !isCue(each))
const marked = fc.oneof(
  { weight: 6, arbitrary: word },
  word.map((w) => `*${w}*`),
  word.map((w) => `**${w}**`),
  word.map((w) => `\`${w}\``),
  word.map((w) => `[${w}](a.html)`),
  word.map((w) => `${w}<br>`),
  word.map((w) => `(${w})`),
  word.map((w) => `${w} — `),
  word.map((w) => `§${w}`),
  word.map((w) => `<sub>${w}</sub>`),
  fc.constantFrom(
    'see',
    'a.md',
    '§1.2',
    '§1-§3',
    'and',
    'vs',
    'or',
    'each:',
    'two',
    '→',
    '{x: 1}',
    '|',
    '![pic](q.png)',
    '&amp;',
  ),
)
const sentence = fc
  .tuple(
    fc.array(marked, { minLength: 1, maxLength: 12 }),
    fc.constantFrom('?', '.', '', '…', '. See a.md §1.', ' (see b.md)', ' {lines=3}'),
  )
  .map(([words, end]) => words.join(' ') + end)
const item = fc.oneof(
  { weight: 5, arbitrary: sentence },
  fc.tuple(sentence, sentence).map(([a, b]) => `${a}\n\n   ${b}`),
  fc.tuple(sentence, sentence).map(([a, b]) => `${a}\n   - ${b}\n   - [x] ${b}`),
  fc.tuple(sentence, sentence).map(([a, b]) => `${a}\n\n   > ${b}`),
  fc
    .tuple(sentence, word, word)
    .map(([a, b, c]) => `${a}\n\n   | ${b} | ${c} |\n   |---|---|\n   | ${c} |\n   | ${b} | ${c} | ${b} |`),
  fc.tuple(sentence, word).map(([a, b]) => `${a}\n\n   \`\`\`\n   ${b}\n   \`\`\``),
)
const between = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  sentence,
  fc.constantFrom('---', '### Part', '<p>html</p>', '| a | b |\n|---|---|\n| c | d |'),
)
const day = fc.record({
  name: fc.constantFrom('Monday', 'Tue — x', 'Weekend y', 'Day 3', 'Warm-up', 'Monday'),
  items: fc.array(fc.tuple(item, between), { minLength: 1, maxLength: 5 }),
  marker: fc.constantFrom('1.', '2)', '-'),
})
const sheet = fc.array(day, { minLength: 1, maxLength: 4 })

const markdownOf = (days: readonly { name: string; items: [string, string][]; marker: string }[]): string =>
  days
    .map(
      ({ name, items, marker }) =>
        `## ${name}\n\n${items.map(([text, after]) => `${marker} ${text}\n\n${after}\n\n`).join('')}`,
    )
    .join('')

/** Words of letters, so that marks, numbers and layout do not count. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []

describe('any sheet', () => {
  it('loses no word of a question', () => {
    fc.assert(
      fc.property(sheet, (days) => {
        const text = `# Week 1\n\n${markdownOf(days)}`
        const { sheet: found, log } = read(text)
        const kept = new Set([
          ...wordsOf(plainBlocks(found.intro)),
          ...found.days.flatMap((each) => [
            ...wordsOf(plainBlocks(each.intro)),
            ...each.questions.flatMap((question) => [
              ...wordsOf(plainBlocks(wholePrompt(question))),
              // An arrow at the beginning of a line sets off an answer.
              ...wordsOf(plainBlocks(question.answer ?? [])),
              ...wordsOf(
                `${question.citedAs} ${JSON.stringify([question, ...question.parts].map(({ author }) => author))}`,
              ),
            ]),
          ]),
          ...log.messages.flatMap((message) => wordsOf(message.reason)),
        ])
        // Markup, addresses of links, and cue words say nothing by themselves.
        const plain = text.replace(/\]\([^)]*\)|<[^>]*>|&amp;|^#+ .*$/gm, ' ').replace(/\bsee\b/gi, ' ')
        expect(wordsOf(plain).filter((each) => !kept.has(each))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is read without a crash, with ids that are unique and places that are inside it', () => {
    const soup = fc.string({
      unit: fc.constantFrom(...'#*_`[](){}<>!-+1.) \n\t\\|&;:"§?ab\u0007\u00ad😀\ud800é—→'),
      maxLength: 300,
    })
    fc.assert(
      fc.property(fc.oneof(soup, sheet.map(markdownOf), fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { sheet: found, log } = read(text)
        const ids = found.days.flatMap((each) => [each.id, ...each.questions.map((question) => question.id)])
        expect(new Set(ids).size).toBe(ids.length)
        for (const { place } of log.messages) if (place) expect(place.end.offset).toBeLessThanOrEqual(text.length)
        for (const question of found.days.flatMap((each) => each.questions))
          expect(question.prompt.length).toBeGreaterThan(0)
        expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      }),
      { numRuns: 800 },
    )
  })

  it('holds no run that is empty or has a line feed in it, except a lone one', () => {
    fc.assert(
      fc.property(sheet, (days) => {
        const { sheet: found } = read(markdownOf(days))
        for (const block of found.days.flatMap((each) => each.questions.flatMap((question) => question.prompt)))
          for (const { text } of runsOf(block))
            expect(text === '\n' || (text !== '' && !text.includes('\n'))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

function runsOf(block: RichBlock): Run[] {
  switch (block.type) {
    case 'paragraph':
      return block.runs
    case 'list':
      return block.items.flat().flatMap(runsOf)
    case 'quote':
      return block.blocks.flatMap(runsOf)
    case 'table':
      return [block.head, ...block.rows].flat(2)
    case 'code':
    case 'math':
    case 'picture':
      return []
  }
}
