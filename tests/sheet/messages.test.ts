import { describe, expect, it } from 'vitest'
import type { MessageCode } from '../../src/diagnostics.js'
import { sheetMessages } from '../../src/messages/sheet.js'
import { read } from './read.js'

const day = (body: string) => `# Week 1\n\n## Monday\n\n${body}\n`
const front = (yaml: string) => `---\n${yaml}\n---\n\n${day('1. Why? See a.md §1.')}`

/** Every code of the room, with a sheet that triggers it and where. */
const table: [MessageCode, string, string][] = [
  ['sheet-binary', '%PDF\0', '1:5'],
  ['sheet-empty', ' \n', ''],
  ['sheet-too-large', day('1. Why?\n'.repeat(5001)), '5005:1'],
  ['sheet-too-deep', `${'> '.repeat(200)}a`, '1:1'],
  ['sheet-no-questions', '# Week 1\n\nWords.', ''],
  ['sheet-title-missing', '## Monday\n\n1. Why?', '1:1'],
  ['sheet-week-missing', '# Recall\n\n1. Why?', ''],
  ['sheet-week-differs', front('week: 2'), '5:1'],
  ['sheet-without-citations', day('1. Why?'), ''],
  ['front-matter-broken', front('title: [a'), '2:8'],
  ['front-matter-unknown-key', front('langauge: de'), '2:1'],
  ['front-matter-value', front('course: x\nlang: German!'), '3:7'],
  ['page-furniture', `Skip to content\n\n${day('1. Why?')}`, '1:1'],
  ['name-line-left-out', day('Name: ____ Date: ____\n\n1. Why?'), '5:1'],
  ['control-characters', day('1. Wh\u0007y?'), '5:4'],
  ['markdown-simplified', day('1. Why[^a]?\n\n[^a]: So.'), '5:7'],
  ['image-left-out', day('1. ![queue](https://example.org/q.png)?'), '5:4'],
  ['image-without-words', day('1. Why? ![](q.png)'), '5:9'],
  ['html-hidden', day('1. Why? <!-- because -->'), '5:9'],
  ['footnote-unused', day('1. Why?\n\n[^1]: Hinges.'), '7:1'],
  ['list-outside-days', `# Week 1\n\n- a\n- b\n\n## Monday\n\n1. Why?`, '3:1'],
  ['heading-left-out', '---\ntitle: Week 1\n---\n\n# Week 1 — Doors\n\n1. Why?', '5:1'],
  ['cells-left-out', day('| Question | Answer |\n|---|---|\n| Why? | So. | More. |'), '7:16'],
  ['day-empty', `${day('1. Why?')}\n## Tuesday\n`, '7:1'],
  ['part-empty', `# Week 1\n\n## How\n\nWords.\n\n## Monday\n\n1. Why?`, '3:1'],
  ['day-line-unread', '# Week 1\n\nThursday\n\n1. Why?\n\nFriday, at last: doors!\n\n1. How?', '7:1'],
  ['day-misspelt', `# Week 1\n\n## Mondey\n\n1. Why?\n\n## Tuesday\n\n1. How?`, '3:1'],
  ['day-repeated', `${day('1. Why?')}\n## Monday\n\n1. How?`, '7:1'],
  ['day-order', `# Week 1\n\n## Tuesday\n\n1. Why?\n\n## Monday\n\n1. How?`, '7:1'],
  ['day-missing', `${day('1. Why?')}\n## Wednesday\n\n1. How?`, '3:1'],
  ['aside-left-out', day('1. Why?\n\n### Further reading\n\n- [Doors](doors.md)'), '7:1'],
  ['answers-unlabelled', day('### What is a door?\n\nA way in.\n\n### What is a hinge?\n\nIt turns.'), '5:1'],
  ['heading-in-day', day('1. Why?\n\n### Next\n\n2. How?'), '7:1'],
  ['content-after-question', day('1. Why?\n\nWords.'), '7:1'],
  ['bullets-in-intro', day('- Draw the queue.\n- Name it now.\n\n1. Why?'), '5:1'],
  ['questions-in-intro', day('Why?\nHow?\n\n1. When?'), '5:1'],
  ['question-after-answer', day('1. Why?\n\n   Answer: so.\n\n   What is wrong with it?'), '9:4'],
  ['list-doubtful', day('- Cache\n- Queue'), '5:1'],
  ['sheet-several-weeks', '---\nweek: 1\n---\n\n# Week 1\n\n1. Why?\n\n# Week 2\n\n1. How?', '9:1'],
  [
    'week-empty',
    '# Week 1\n\n## Monday\n\n1. Why?\n\n# Week 2\n\n## Monday\n\n1. How?\n\n# Week 3\n\n## Monday\n\nLater.',
    '13:1',
  ],
  ['answers-kept', day('1. Why?\n\n   Answer: so'), ''],
  ['teacher-notes-kept', day('1. Why?\n\n   Teacher note: so'), ''],
  ['answer-unmatched', day('1. Why?\n\n### Answers\n\n1. so\n2. thus'), '10:1'],
  ['answer-printed', day('1. Why? Because it is so.'), '5:9'],
  ['teacher-words-printed', day('1. Why?\n\n   Teacher: show it'), '7:4'],
  [
    'answers-unmatched',
    day(`1. Why?\n\n### Answers\n\n${Array.from({ length: 12 }, (_, i) => `${i + 1}. so`).join('\n')}`),
    '10:1',
  ],
  [
    'key-points',
    day(
      '1. Why? {points=3}\n2. How?\n\n### Answers\n\n| No. | Answer | Marks |\n|---|---|---|\n| 1 | so | 2 |\n| 2 | thus | 1 |',
    ),
    '12:1',
  ],
  ['hint-left-out', day('1. Why?\n\n   <details><summary>Hint</summary>so</details>'), '7:4'],
  ['key-day-misspelt', '# Week 1\n\n## Tuesday\n\n1. Why?\n\n## Answers\n\n### Teusday\n\n1. so', '9:1'],
  ['key-day-doubtful', `${day('1. Why?')}\n## Tuesday\n\n1. How?\n\n## Answers\n\n1. so\nTuesday\n2. thus`, '14:1'],
  [
    'key-number-doubtful',
    `${day('1. Why?\n2. How?\n3. When?')}\n\n## Answers\n\n1. In the 3. century.\n2. thus`,
    '12:4',
  ],
  ['answers-differ', day('1. Which?\n   - [ ] a4\n   - [x] a7\n2. Why?\n\n### Answers\n\n1. a4\n2. so'), '12:4'],
  ['answers-missing', day('1. Why?\n2. How?\n\n### Answers\n\n1. so'), '8:1'],
  ['question-empty', day('1. Why?\n2.\n'), '6:1'],
  ['question-only-citation', day('1. See a.md §1.'), '5:4'],
  ['question-repeated', day('1. Why?\n2. Why?'), '6:1'],
  ['question-number-start', day('3. Why?\n4. How?'), '5:1'],
  ['question-number-gap', day('1. Why?\n3. How?'), '6:1'],
  ['question-number-repeated', day('1. Why?\n2. How?\n2. When?'), '7:1'],
  ['front-matter-unread', '+++\nweek = 1\n+++\n\n# Week 1\n\n1. Why?', '1:1'],
  ['override-unknown-key', day('1. Why? {linse=3}'), '5:10'],
  ['override-value', day('1. Why? {kind=drow}'), '5:15'],
  ['override-unfit', '# Week 1 — Recall\n\n## Monday {space=grid}\n\n1. Which four parts has a door?', '5:1'],
  ['override-repeated', day('1. Why? {lines=3 lines=4}'), '5:18'],
  ['override-unread', day('1. Why {lines=3} so?'), '5:8'],
  ['override-id-repeated', day('1. Why? {#a}\n2. How? {#a}'), '6:1'],
  ['citation-missing', day('1. Why?\n2. How? See a.md §1.'), '5:1'],
  ['citation-unread', day('1. Why? See a.md §1 which says so.'), '5:4'],
  ['citation-without-ending', day('1. Why? See notes §2.3.'), '5:13'],
  ['citation-without-place', day('1. Why? (see the handout)'), '5:14'],
  ['citation-without-file', day('1. Why? See §1.'), '5:4'],
  ['citation-range-reversed', day('1. Why? See a.md §1.8-§1.2.'), '5:13'],
  ['mark-printed', day('1. What is it?\n   - this\n   - ⭐ that'), '7:6'],
  ['points-printed', day('1. Why? (3)\n2. How?\n3. What?'), '5:1'],
  ['key-answer-printed', day('1. Name the gas. (oxygen)\n\n## Answers\n\n1. oxygen'), '5:1'],
  ['prompt-contains-answer', day('1. Draw it: a → b → c.'), '5:1'],
]

describe('messages of the sheet', () => {
  it.each(table)('%s', (code, text, place) => {
    const { codes, log } = read(text, 'recall.md')
    expect(codes).toContain(place === '' ? code : `${code} ${place}`)
    for (const message of log.messages) expect(message.reason).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('are all in the table above', () => {
    const codes = Object.keys(sheetMessages)
    expect(codes.filter((code) => !table.some(([covered]) => covered === code))).toEqual([])
    expect(codes.length).toBe(table.length)
  })

  it('suggest the word that was meant', () => {
    expect(read(front('langauge: de')).log.messages.map((m) => m.reason)).toContain(
      'Unexpected key "langauge" in the front matter; did you mean "lang"?',
    )
    expect(
      read(day('1. Why? {kind=drow}'))
        .log.messages.map((m) => m.reason)
        .join(),
    ).toContain('did you mean "draw"')
  })

  it('quote a citation as it is written', () => {
    const said = read(day('1. Warum? Siehe Kapitel 3.')).log.messages.map((m) => m.reason)
    expect(said).toContain('The citation Kapitel 3 names no file')
  })

  it.each(['{lines=3}', '{#door}', '\u200b', '\u2060 {lines=3}'])('take "%s" alone for an empty question', (item) => {
    const { sheet, codes } = read(day(`1. Why? See a.md §1.\n2. ${item}\n3. How? See a.md §2.`))
    expect(codes).toContain('question-empty 6:1')
    expect(sheet.days[0]?.questions).toHaveLength(2)
  })

  it('say nothing about a sheet in order', () => {
    expect(read(day('1. Why? See a.md §1.\n2. How? See a.md §2.')).codes).toEqual([])
    expect(read(day('1. Why? See a.md §1.\n1. How? See a.md §2.')).codes).toEqual([])
  })
})
