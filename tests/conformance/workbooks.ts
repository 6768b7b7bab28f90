/** Workbooks that the conformance run writes as PDF: real ones, and one that has everything in it. */

import { printedAs } from '../../src/template/chosen.js'
import { optionalPages } from '../../src/template/optional-pages.js'
import type { PrintChoices } from '../../src/template/print.js'
import { jpeg } from '../pictures/make.js'
import { richWeek } from '../pictures/rich-week.js'
import { readWithPictures } from '../pictures/sheet.js'
import { classicTemplate } from '../template.js'
import { type MadeWorkbook, makeWorkbook, realSheet, realSources, sheetText } from '../workbook/make.js'
import { mathWeek, typesetWorkbook } from '../workbook/typeset.js'

const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(' ')

const oddSheet = `# Week 3 — R&D <x> → é

See what there is.

- first
- then

## Monday — ${words(30)}

1. What does this print? See a.md §1.1-§1.8 and §2, b.md, c.md §4.2.

   \`\`\`js
   if (a) {
   \treturn 'x → é'
   }
   \`\`\`

2. Which of these?
   - one **strong**
   - two
     1. deeper *soft*

   > A quote, → and \`code\`.
3. Compare. {terms="a | b | c | d | e" aspect="when to choose"}
4. Compare. {terms="a | b" aspect="when"}
5. Which four things? {lines=8}
6. When is it wise, and when is it reckless?
7. Draw it. {lines=60}
8. Explain it in two minutes.

9. How is this set?

   | kind | when |
   |---|---|
   | one $a_1$ | now |
   | two | |

   $$
   x = \\sum_i a_i
   $$

   ![a queue with two workers](queue.png)

   \`\`\`math
   y = x^2
   \`\`\`

## Part two

1. ${words(1500)}
2. Office affluent AVx\u0302AV\u0302?
`

/** Letters that are composed, combined, joined, or taken from a fallback font. */
const manyScripts = `# Week 4 — Ελληνικά, Жук, Việt, İzmir

## Monday — ἀρχή ᾧ

1. Ἐν ἀρχῇ ἦν ὁ λόγος? Съешь ещё этих булок? Vietnamese: ắ ằ ẵ ỗ ữ, Yoruba: ẹ̀ ọ́ ṣ, Lakota: č̣, Guarani: g̃?
2. Signs: → ⇒ ≤ ≠ ∑ √ ½ № ☐ ✓ ★ “ ” ‘ ’ … – — ‰ € ₽ § ¶ ° ² ₃ ffi ﬁ ﬂ Ǆ ĳ, x\u0302 A\u0323\u0302, a\u200Db, a\u200Cb, e\u00ADf, ❤\uFE0F, \u2066a\u2069?
3. \`ﬁ → x̂ ≤ Ж\` **ﬃ é Ж** *x̂ ñ* ~~gone~~ <kbd>Ctrl</kbd> H~2~O?

## Tuesday

1. Which four: ⅓ ⅔, ①, Ⅷ, ℃, Å? See ἀρχή.md §1.1-§1.8.
`

const rightToLeftSheet = `---
lang: ar
---
# الأسبوع 6 — مراجعة

## الاثنين — البداية

1. لماذا لا يعني النجاح في دفتر الملاحظات (notebook 3.1) النجاح في الإنتاج؟ See a.md §1.
2. מה ההבדל בין A לבין B? שָׁלוֹם, 12–15!
3. ما هي الأشياء الأربعة؟ {kind=list count=4}
`

/** Answer space in every style, in areas and in cells. */
const everyStyle = sheetText(
  Object.fromEntries(
    ['ruled', 'dotted', 'grid', 'dots', 'blank', 'box'].map((style, i) => [
      `Day ${i + 1}`,
      [`Why? {space=${style}}`, `Shadow versus canary? {space=${style}}`, `Draw it. {space=${i < 2 ? 'dots' : style}}`],
    ]),
  ),
)

const germanSheet = `# Woche 5 — Wiederholung

## Montag — Größe

1. Was heißt „groß“? Siehe a.md §1.
2. Wann ist es klug, und wann leichtsinnig?
`

const rightToLeft = `---
lang: he
---
# שבוע 3 — שליפה

## יום שני — התא

1. מהו Docker, בקובץ \`02_notes.md\`?

   שָׁלוֹם לַנִּקּוּד, לماذا تُعَدُّ الخليةُ، می‌گوییم ۵۰٪.
2. השוו {kind=compare terms="אגס | תפוח" aspect="תפקיד"}
3. ציירו {kind=draw}
`

const japanese = `# 第3週 — 毎日の想起

## 月曜日 — 細胞

1. なぜ細胞は生命の基本単位と呼ばれるのですか。「ATP」を使って、できるだけ詳しく説明してください。
2. 「細胞」とは何か。
`

const withAllPages = () =>
  classicTemplate(({ workbook }) => {
    workbook.pages = [...optionalPages]
  })

const rich = richWeek()
const press = readWithPictures('1. What is it? ![inks](inks.jpg)', { 'week-1/inks.jpg': jpeg('inks') })

const printed = (choices: PrintChoices) =>
  classicTemplate((template) => {
    template.workbook = printedAs({ ...template.workbook, sources: 'https://example.org/course' }, choices)
  })

/** What the conformance run looks at, by name. */
export const made: Record<string, MadeWorkbook> = {
  'tables, pictures, formulas': { ...makeWorkbook(rich.sheet), pictures: rich.pictures },
  'a picture for a press': { ...makeWorkbook(press.sheet), pictures: press.pictures },
  'the real week on A4': makeWorkbook(realSheet()),
  'the real week on Letter': makeWorkbook(realSheet(), { paper: 'letter' }),
  'the key alone': makeWorkbook(realSheet(), { parts: ['key'], firstPage: 8 }),
  'the key on the backs': makeWorkbook(realSheet(), { sources: realSources(), template: printed({ key: 'flip' }) }),
  'the key in a strip, with codes': makeWorkbook(realSheet(), {
    sources: realSources(),
    template: printed({ key: 'fold', starts: 'recto', qr: 'true' }),
  }),
  'a right-to-left key in a strip': makeWorkbook(rightToLeft, { template: printed({ key: 'fold' }) }),
  'the run sheet': makeWorkbook(realSheet(), { parts: ['guide'], sources: realSources() }),
  'every page that can be asked for': makeWorkbook(rightToLeft.replace('lang: he', 'lang: he\nstart: 2026-11-22'), {
    parts: ['days', 'summary', 'key', ...optionalPages],
    template: withAllPages(),
  }),
  'every page that can be asked for, on A5': makeWorkbook(oddSheet, {
    parts: ['days', 'summary', 'key', ...optionalPages],
    template: withAllPages(),
    paper: 'a5',
  }),
  'one day alone': makeWorkbook(realSheet(), { parts: ['days'], days: ['wednesday'], firstPage: 3 }),
  'an odd week on A5': makeWorkbook(oddSheet, { paper: 'a5' }),
  'every style of answer space': makeWorkbook(everyStyle),
  'thirty days': makeWorkbook(
    sheetText(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, i) => [`Day ${i + 1}`, ['Why? See a.md §1.', 'How? See b.md.']]),
      ),
    ),
  ),
  'many scripts': makeWorkbook(manyScripts),
  'German words in an English frame': makeWorkbook(`---\nlang: de-CH-1996\n---\n${germanSheet}`),
  'Hebrew and Arabic': makeWorkbook(rightToLeft),
  Japanese: makeWorkbook(japanese),
  'a formula without end': makeWorkbook(sheetText({ Monday: [`How?\n\n   $$\n   ${'x + é '.repeat(9000)}\n   $$`] })),
  'typeset formulas': await typesetWorkbook(mathWeek),
  'typeset formulas, right to left, on every page': await typesetWorkbook(`---\nlang: ar\n---\n${mathWeek}`, {
    parts: ['days', 'summary', 'key', ...optionalPages],
    template: withAllPages(),
  }),
  'right to left': makeWorkbook(rightToLeftSheet),
  'signs of private use': makeWorkbook(sheetText({ Monday: ['What is \uEF00?'] })),
}
