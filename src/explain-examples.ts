/** Small sheets that show what a message is about, for `cold-recall explain CODE`. A test runs each and sees its code. */
import type { MessageCode } from './diagnostics.js'

/** A sheet `recall.md`, and files that stand beside it. */
export interface Example {
  sheet: string
  beside?: Readonly<Record<string, string>>
}

const day = (questions: string): Example => ({ sheet: `# Week 1 — Recall\n\n## Monday\n\n${questions}\n` })
const front = (yaml: string): Example => ({
  sheet: `---\n${yaml}\n---\n\n# Week 1 — Recall\n\n## Monday\n\n1. Why? See notes.md §1.\n`,
})

/** Small sheets that have a message each, with the files that they need, by the codes of the messages. */
export const examples: Readonly<Partial<Record<MessageCode, Example>>> = {
  'sheet-no-questions': { sheet: '# Week 1 — Recall\n\nWhy does a door open?\n' },
  'sheet-title-missing': { sheet: '## Monday\n\n1. Why does a door open?\n' },
  'sheet-week-differs': front('week: 2'),
  'sheet-several-weeks': {
    sheet: '---\nweek: 1\n---\n\n# Week 1\n\n1. Why does a door open?\n\n# Week 2\n\n1. Why does it close?\n',
  },
  'week-empty': {
    sheet:
      '# Week 1\n\n## Monday\n\n1. Why does a door open?\n\n# Week 2\n\n## Monday\n\n1. Why does it close?\n\n# Week 3\n\n## Monday\n\nLater.\n',
  },
  'sheet-without-citations': day('1. Why does a door open?'),
  'front-matter-broken': front('title: [Doors'),
  'front-matter-unknown-key': front('langauge: de'),
  'front-matter-value': front('lang: German!'),
  'front-matter-unread': { sheet: `+++\nweek = 1\n+++\n\n${day('1. Why does a door open?').sheet}` },
  'image-left-out': day('1. What fails here?\n\n   ![two workers and a queue](https://example.org/queue.png)'),
  'image-without-words': day('1. What fails here?\n\n   ![](queue.png)'),
  'html-hidden': day('1. Why does a door open? <!-- hinges -->'),
  'footnote-unused': day('1. Why does a door open?\n\n[^1]: Think of the hinges.'),
  'name-line-left-out': day('Name: ________ Date: ________\n\n1. Why does a door open?'),
  'list-outside-days': { sheet: '# Week 1 — Recall\n\n- Bring a pen.\n\n## Monday\n\n1. Why does a door open?\n' },
  'heading-left-out': { sheet: '---\ntitle: Week 1\n---\n\n# Week 1 — Doors\n\n1. Why does a door open?\n' },
  'cells-left-out': day('| Question | Answer |\n|---|---|\n| What is a hinge? | It turns. | a joint |'),
  'day-empty': { sheet: '# Week 1 — Recall\n\n## Monday\n\n1. Why does a door open?\n\n## Tuesday\n' },
  'aside-left-out': day('1. Why does a door open?\n\n### Further reading\n\n- [Doors](doors.md)'),
  'bullets-in-intro': day('- Explain the lock.\n- Name its parts.\n\n1. Why does a door open?'),
  'questions-in-intro': day('What is a jamb?\nWhat is a sill?\n\n1. Why does a door open?\n2. Why does it close?'),
  'question-after-answer': day('1. A pupil wrote this.\n\n   Answer: doors never close.\n\n   What is wrong with it?'),
  'answers-unlabelled': day('### What is a door?\n\nA way in.\n\n### What is a hinge?\n\nWhat it turns on.'),
  'answer-printed': day('1. Why does a door open? Because it has hinges.'),
  'hint-left-out': day('1. Why does a door open?\n\n   <details><summary>Hint</summary>Look at its side.</details>'),
  'answers-unmatched': day(
    `1. Why does a door open?\n\n### Answers\n\n${Array.from({ length: 12 }, (_, i) => `${i + 1}. Hinge ${i + 1}.`).join('\n')}`,
  ),
  'key-points': day(
    '1. Why does a door open? (3 points)\n2. Why does it close?\n\n### Answers\n\n| No. | Answer | Points |\n|---|---|---|\n| 1 | It has hinges. | 2 |\n| 2 | It has a spring. | 1 |',
  ),
  'answers-differ': day(
    '1. Which of these turns?\n   - [ ] the sill\n   - [x] the leaf\n2. Why?\n\n### Answers\n\n1. the sill\n2. It has hinges.',
  ),
  'key-day-misspelt': {
    sheet: '# Week 1 — Recall\n\n## Tuesday\n\n1. Why?\n\n## Answers\n\n### Teusday\n\n1. so\n',
  },
  'key-day-doubtful': {
    sheet:
      '# Week 1 — Recall\n\n## Monday\n\n1. Why does a door open?\n\n## Tuesday\n\n1. Why does it close?\n\n## Answers\n\n1. Hinges.\nTuesday\n2. A spring.\n',
  },
  'key-number-doubtful': day(
    '1. When is German Unity Day?\n2. Why does a door open?\n3. Why does it close?\n\n### Answers\n\n1. On the 3. October.\n2. It has hinges.',
  ),
  'answers-missing': day('1. Why does a door open?\n2. Why does it close?\n\n### Answers\n\n1. It has hinges.'),
  'day-misspelt': { sheet: '# Week 1 — Recall\n\n## Mondey\n\n1. Why?\n\n## Tuesday\n\n1. How?\n' },
  'day-line-unread': {
    sheet:
      '# Week 1 — Recall\n\nThursday: doors\n\n1. Why does a door open?\n\nFriday, at last: doors!\n\n1. Why does a door close?\n',
  },
  'day-repeated': { sheet: '# Week 1 — Recall\n\n## Monday\n\n1. Why?\n\n## Monday\n\n1. How?\n' },
  'day-order': { sheet: '# Week 1 — Recall\n\n## Tuesday\n\n1. Why?\n\n## Monday\n\n1. How?\n' },
  'day-missing': { sheet: '# Week 1 — Recall\n\n## Monday\n\n1. Why?\n\n## Wednesday\n\n1. How?\n' },
  'question-only-citation': day('1. See notes.md §1.'),
  'question-repeated': day('1. Why does a door open?\n2. Why does a door open?'),
  'question-number-start': day('3. Why does a door open?\n4. Why does it close?'),
  'question-number-gap': day('1. Why does a door open?\n3. Why does it close?'),
  'question-number-repeated': day('1. Why does a door open?\n2. Why does it close?\n2. Why does it stick?'),
  'override-unknown-key': day('1. Why does a door open? {linse=3}'),
  'override-value': day('1. Why does a door open? {kind=drow}'),
  'override-unfit': { sheet: '# Week 1 — Recall\n\n## Monday {space=grid}\n\n1. Which four parts has a door?\n' },
  'override-repeated': day('1. Why does a door open? {lines=3 lines=4}'),
  'override-unread': day('1. Why {lines=3} does a door open?'),
  'override-id-repeated': day('1. Why does a door open? {#door}\n2. Why does it close? {#door}'),
  'citation-missing': day('1. Why does a door open?\n2. Why does it close? See notes.md §2.'),
  'citation-unread': day('1. Why does a door open? See notes.md §1 which says so.'),
  'citation-without-ending': day('1. Why does a door open? See notes §1.2.'),
  'citation-without-place': day('1. Why does a door open? (see the handout)'),
  'citation-without-file': day('1. Why does a door open? See §1.'),
  'citation-range-reversed': day('1. Why does a door open? See notes.md §1.8-§1.2.'),
  'math-marks-unread': day('1. Complete: $\\vec F = $ ____'),
  'mark-printed': day('1. What holds a door?\n   - a hinge\n   - ⭐ a lock\n   - a frame'),
  'teacher-words-printed': day('1. Why does a door open?\n\n   Teacher: show them the hinges.'),
  'points-printed': day('1. Why does a door open? [2]\n2. Why does it close?'),
  'key-answer-printed': day('1. Name the gas that we breathe. (oxygen)\n\n## Answers\n\n1. oxygen'),
  'prompt-contains-answer': day('1. Draw how a door opens: handle → latch → hinge.'),
  'source-is-document': day('1. Why does a door open? See notes.docx §1.'),
  'source-absent': day('1. Why does a door open? See notes.md §1.'),
  'source-without-sections': {
    ...day('1. Why does a door open? See notes.md §1.'),
    beside: { 'notes.md': 'Doors open because hinges turn.\n' },
  },
  'section-untested': {
    ...day('1. Why does a door open? See notes.md §1.1.'),
    beside: { 'notes.md': '# Doors\n\n## 1.1 Hinges\n\nThey turn.\n\n## 1.2 Locks\n\nThey hold.\n' },
  },
  'section-unknown': {
    ...day('1. Why does a door open? See notes.md §1.9.'),
    beside: { 'notes.md': '# Doors\n\n## 1.1 Hinges\n\nThey turn.\n' },
  },
}
