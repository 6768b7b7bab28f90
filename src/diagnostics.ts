/**
 * Messages: one closed table of codes, and the log that stages write to.
 *
 * Every stage returns the best value it can and reports what it met on the way, so that one run
 * shows all faults of a sheet. Words are kept here, in one place, so that they can be reviewed together
 * and tests can name codes instead of sentences. Printing is `report/`.
 *
 * A message says what is there and what was expected (`reason`), and how to mend it (`help`).
 */

/** A point in a text file. `line` and `column` count from 1, `offset` from 0, in UTF-16 units (as unist does). */
export interface Point {
  line: number
  column: number
  offset: number
}

/** A stretch of a text file: `file` is the path as the user knows it; `start` is inclusive, `end` exclusive. */
export interface Place {
  file: string
  start: Point
  end: Point
}

/** `error` stops the output of that sheet; `warning` does not (unless `--strict`); `info` is only told. */
export type Severity = 'error' | 'warning' | 'info'

interface Entry<F> {
  severity: Severity
  /** The reason: what is there, what was expected. */
  words: (facts: F) => string
  /** How to mend it, in one or two sentences. */
  help: string
  /** Words for many notes of this code in one file, when saying each would be noise. */
  many?: ((count: number) => string) | undefined
}

/** The characters by their look and number: `"한" (U+D55C), "글" (U+AE00) and 4 more`. */
function charactersIn(codePoints: readonly number[]): string {
  const shown = codePoints.slice(0, 3).map((codePoint) => {
    const code = codePoint.toString(16).toUpperCase().padStart(4, '0')
    return `"${String.fromCodePoint(codePoint)}" (U+${code})`
  })
  const more = codePoints.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const entry = <F>(
  severity: Severity,
  words: (facts: F) => string,
  help: string,
  many?: (count: number) => string,
): Entry<F> => ({ severity, words, help, many })

/**
 * The closed table of message codes, by room. A code is a noun phrase, room first.
 * Every code has a small sheet or template in `tests/` that triggers it.
 */
export const messageTable = {
  // ── files ──
  'file-missing': entry<{ path: string }>(
    'error',
    (f) => `No file or folder "${f.path}"`,
    'Check the spelling, or give a folder that holds recall sheets.',
  ),

  'file-unreadable': entry<{ path: string; why: string }>(
    'error',
    (f) => `Could not read "${f.path}": ${f.why}`,
    'Check that the file is there and that you may read it.',
  ),
  'file-unwritable': entry<{ path: string; why: string }>(
    'error',
    (f) => `Could not write "${f.path}": ${f.why}`,
    'Close the file in other programs, check that you may write there and that the disk has room, and build again. The old output is untouched.',
  ),
  'file-too-large': entry<{ path: string; bytes: number; max: number }>(
    'error',
    (f) => `"${f.path}" has ${f.bytes} bytes, expected at most ${f.max}`,
    'A recall sheet is text; split a very long one, one week a file.',
  ),
  'file-not-text': entry<{ path: string }>(
    'error',
    (f) => `"${f.path}" is not text in UTF-8`,
    'Save the sheet as UTF-8 text (in most editors: "Save with encoding").',
  ),
  'file-outside-content': entry<{ path: string }>(
    'warning',
    (f) => `"${f.path}" leads outside the content folder and was not read`,
    'Keep sheets and the files they cite inside the content folder; links that lead out of it are not followed.',
  ),
  'file-skipped': entry<{ path: string; why: string }>(
    'warning',
    (f) => `"${f.path}" was passed over: ${f.why}`,
    'Nothing to do if it is no recall sheet and no source that one cites; else mend it, and build again.',
  ),
  'files-too-many': entry<{ path: string; max: number }>(
    'error',
    (f) => `More than ${f.max} files in "${f.path}"`,
    'Name the folder that holds the sheets, not one above it.',
  ),

  // ── build ──
  'sheets-none': entry<{ paths: string }>(
    'error',
    (f) => `No recall sheet in ${f.paths}`,
    'A recall sheet is a Markdown file with "recall" in its name or title, with day headings over lists of questions, or with `kind: recall-sheet` in its front matter. `cold-recall init` writes one to start from; a file that you name is always taken.',
  ),
  'source-named': entry<{ sheets: string }>(
    'error',
    (f) => `This file is a source, not a recall sheet${f.sheets}`,
    'Name a sheet or its folder: the sources that it cites are read with it. A sheet says `kind: recall-sheet` in its front matter.',
  ),
  'output-name-clash': entry<{ output: string; other: string }>(
    'error',
    (f) => `This sheet and ${f.other} would both be written to ${f.output}`,
    'Rename one of the two files, or put it in a folder of its own.',
  ),
  'manifest-unusable': entry<{ path: string; why: string; fate: string }>(
    'warning',
    (f) =>
      `"${f.path}" cannot tell what questions were called before: ${f.why}; ids are made of their words, and ${f.fate}`,
    'Put a good copy in its place to have the old ids, and build again. A question with a name of its own, such as `{#door}`, keeps it in any case.',
  ),
  'week-joined': entry<{ week: number; others: string }>(
    'info',
    (f) => `Week ${f.week} stands in this file and in ${f.others}; they become one workbook and one deck`,
    'Nothing to mend. `join: false` in the front matter keeps a file apart.',
  ),
  'week-not-joined': entry<{ week: number; other: string; why: string }>(
    'info',
    (f) => `Week ${f.week} stands in ${f.other} too, but ${f.why}; each file becomes a workbook of its own`,
    'Give the files different days to have one workbook, or say `join: false` in the front matter of one to have this note no more.',
  ),
  'week-files-differ': entry<{ what: string; here: string; there: string; other: string }>(
    'warning',
    (f) =>
      `The ${f.what} is "${f.here}" here and "${f.there}" in ${f.other}, which is the same week; "${f.there}" is used`,
    'Say the same in both files, or say it in the first only.',
  ),
  'day-unknown': entry<{ day: string; days: string; hint: string }>(
    'error',
    (f) => `No day "${f.day}" in any sheet, expected one of ${f.days}${f.hint}`,
    'Give --day a name such as monday, its short form, a position such as 1, or today.',
  ),
  'day-not-in-sheet': entry<{ day: string; days: string; today: string }>(
    'info',
    (f) => `This sheet has no day "${f.day}" (it has ${f.days}${f.today}) and was left out`,
    'Nothing to do if the sheet should not have that day.',
  ),

  'pages-unknown': entry<{ page: string; known: string; hint: string }>(
    'error',
    (f) => `No page "${f.page}", expected one of ${f.known}${f.hint}`,
    'Mend `pages:`, such as `pages: [brain-dump, calendar]`, or leave it out to take the pages of the template.',
  ),
  'paper-unknown': entry<{ paper: string; known: string }>(
    'error',
    (f) => `No paper "${f.paper}", expected ${f.known}`,
    'Mend `paper:` in the front matter, or leave it out to take the paper of the template.',
  ),
  'ruling-unknown': entry<{ ruling: string; expected: string; hint: string }>(
    'error',
    (f) => `No ruling "${f.ruling}", expected ${f.expected}${f.hint}`,
    'Mend `ruling:` in the front matter, or leave it out to take the ruling of the template. A name with a number, `primary 12`, has its guide lines in rows so high.',
  ),

  // ── config ──
  'config-broken': entry<{ fault: string }>(
    'error',
    (f) => `Not YAML with keys and values: ${f.fault}`,
    'Write lines such as `template: ours`, and under `severity:` lines such as `citation-missing: off`.',
  ),
  'config-key-unknown': entry<{ key: string; hint: string }>(
    'error',
    (f) => `Unknown key "${f.key}"${f.hint}`,
    'Known keys are severity, template, paper, ruling, key, fold, starts, duplex, qr, sources, pages, out and edition; under severity, the codes that `cold-recall explain` lists.',
  ),
  'config-value-wrong': entry<{ key: string; value: string; expected: string }>(
    'error',
    (f) => `"${f.key}" is ${f.value}, expected ${f.expected}`,
    'Mend the value, or take the line out to have the default.',
  ),
  'config-severity-fixed': entry<{ code: string; asked: string }>(
    'error',
    (f) => `"${f.code}" is an error and cannot be made ${f.asked}`,
    'Take it out, and mend what the error says: a sheet that has it cannot be built.',
  ),

  // ── template ──
  'template-missing': entry<{ name: string; known: string }>(
    'error',
    (f) => `No template "${f.name}", expected ${f.known} or a path to a folder with a template.yaml`,
    'Templates are looked for in templates/ of the current folder, then among the ones that come with Cold Recall.',
  ),
  'template-base-missing': entry<{ name: string }>(
    'error',
    (f) => `No template "${f.name}" to extend`,
    'Name a template of templates/, or one that comes with Cold Recall, such as classic.',
  ),
  'template-extends-too-deep': entry<{ max: number }>(
    'error',
    (f) => `More than ${f.max} templates extend one another`,
    'Let the template extend classic directly; a template cannot extend itself.',
  ),
  'template-yaml-broken': entry<{ fault: string }>(
    'error',
    (f) => `Not YAML: ${f.fault}`,
    'Mend the YAML at this place; a stray colon or a wrong indent is the usual cause.',
  ),
  'template-not-a-map': entry<Record<string, never>>(
    'error',
    () => 'Expected keys and values (`name: ours`) at the top of the template',
    'Start from a copy of templates/classic/template.yaml, or from `name: ours` and `extends: classic`.',
  ),
  'template-key-missing': entry<{ key: string }>(
    'error',
    (f) => `Missing key "${f.key}"`,
    'Add the key, or say `extends: classic` to take it from the classic template.',
  ),
  'template-key-unknown': entry<{ key: string; nearest: string | null }>(
    'error',
    (f) => `Unknown key "${f.key}"${f.nearest ? `, did you mean "${f.nearest}"?` : ''}`,
    'Mend the spelling or remove the key; templates/classic/template.yaml shows all keys.',
  ),
  'template-value-wrong': entry<{ key: string; value: string; expected: string }>(
    'error',
    (f) => `"${f.key}" is ${f.value}, expected ${f.expected}`,
    'templates/classic/template.yaml shows a good value and its unit.',
  ),
  'template-paper-too-small': entry<{ paper: string; template: string; strip: boolean }>(
    'error',
    (f) =>
      `The margins of template "${f.template}" leave no room for questions${f.strip ? ' beside the strip of the key' : ''} on ${f.paper}`,
    'Choose a larger paper, or a template with smaller margins or a narrower strip (`fold:`).',
  ),
  'key-flip-one-side': entry<Record<never, never>>(
    'warning',
    () => 'The key is to stand on the backs of the day sheets (`key: flip`), but only one side is to be printed',
    'Take `duplex: false` (or `--no-duplex`) away, or choose `key: back`. Both sides are used.',
  ),
  'template-font-missing': entry<{ name: string }>(
    'error',
    (f) => `No font file "${f.name}" in the folder of the template`,
    'Put the TTF file there; fonts outside the folder of the template are not read.',
  ),
  'template-font-unusable': entry<{ name: string; kind: string }>(
    'error',
    (f) => `Font file "${f.name}" is ${f.kind}, expected TTF, OTF or WOFF`,
    'Use the whole TTF of the font. WOFF2 is refused because its text would print blank.',
  ),

  // ── sheet ──
  'sheet-binary': entry<Record<never, never>>(
    'error',
    () => 'Unexpected NUL character, expected a text in Markdown',
    'Give the Markdown file itself, saved as UTF-8 text; not a PDF, a Word file or a picture.',
  ),
  'sheet-empty': entry<Record<never, never>>(
    'error',
    () => 'The sheet is empty, expected a title, days and questions',
    'Write a sheet, or let `cold-recall init` write one to start from.',
  ),
  'sheet-too-large': entry<{ what: string; limit: string }>(
    'error',
    (f) => `Unexpected size: ${f.what}, expected at most ${f.limit}`,
    'Split the sheet, one week a file; part a long paragraph by blank lines, and a long line by spaces.',
  ),
  'sheet-too-deep': entry<Record<never, never>>(
    'error',
    () => 'Lists, quotes or emphasis are nested too deeply to be read',
    'Look for a line with very many `>`, `-`, `*` or `[` in a row; a sheet needs two or three levels.',
  ),
  'sheet-no-questions': entry<Record<never, never>>(
    'error',
    () => 'No question in this sheet, expected numbered lists under the headings of days',
    'Write each question as a list item: `1. Why is …? See notes.md §1.2.`',
  ),
  'sheet-title-missing': entry<Record<never, never>>(
    'warning',
    () => 'The sheet has no title',
    'Begin with a heading such as `# Week 17 — Daily Recall`, or set `title:` in the front matter.',
  ),
  'sheet-week-missing': entry<Record<never, never>>(
    'info',
    () => 'No week is named by the front matter, the title, the folder or the file name; question codes go without it',
    'Set `week: 17` in the front matter, or name it in the title.',
  ),
  'sheet-week-differs': entry<{ first: string; other: string; week: number }>(
    'warning',
    (f) => `The weeks differ: ${f.first}, ${f.other}; ${f.week} is used`,
    'Correct the one that is wrong. The front matter counts before the title, the title before the folder, the folder before the file name.',
  ),
  'sheet-without-citations': entry<Record<never, never>>(
    'info',
    () => 'No question of this sheet says where its answer is; the citation key will be empty',
    'End questions with where to look: `See notes.md §1.2.`',
  ),
  'front-matter-broken': entry<{ problem: string }>(
    'error',
    (f) => `The front matter is not valid YAML: ${f.problem.replace(/\.?$/, '')}`,
    'Write `key: value` lines between the two `---` lines; put values with a colon or a hash in quotes.',
  ),
  'front-matter-unknown-key': entry<{ key: string; hint: string }>(
    'warning',
    (f) => `Unexpected key "${f.key}" in the front matter${f.hint}`,
    'Mend its spelling, or take the line out.',
  ),
  'front-matter-value': entry<{ key: string; words: string; expected: string }>(
    'warning',
    (f) => `Unexpected value "${f.words}" for "${f.key}", expected ${f.expected}`,
    'Correct the value, or leave the key out.',
  ),
  'front-matter-unread': entry<{ why: string }>(
    'warning',
    (f) => `These lines look like front matter but ${f.why}; they are read as part of the sheet`,
    'Write it at the very top, as `key: value` lines between two lines of `---`.',
  ),
  'page-furniture': entry<{ words: string }>(
    'info',
    (f) => `"${f.words}" is a line of the web page that this text was copied from, and was left out`,
    'Delete the line, or leave it: it does no harm.',
    (n) => `${n} lines of the web page that this text was copied from were left out`,
  ),
  'control-characters': entry<{ count: number }>(
    'warning',
    (f) => `${f.count === 1 ? 'A control character was' : `${f.count} control characters were`} removed`,
    'Delete them; they cannot be seen and no font can print them.',
  ),
  'markdown-simplified': entry<{ what: string; as: string }>(
    'info',
    (f) => `${f.what} is shown as ${f.as}`,
    'Its words stay. Reword it if they do not read well. A tag that is meant as a word stands between backquotes: `<br>`.',
    (n) => `${n} pieces of Markdown are shown in a simpler way`,
  ),
  'image-left-out': entry<{ words: string; why: string }>(
    'warning',
    (f) => `The picture "${f.words}" cannot be shown: ${f.why}; its words stand in its place`,
    'Put a PNG or JPEG into the content folder and name it as seen from the sheet: `![a queue with two workers](queue.png)`.',
  ),
  'image-without-words': entry<{ path: string }>(
    'warning',
    (f) => `The picture "${f.path}" has no words for those who cannot see it`,
    'Say what it shows, as far as the question needs it: `![a queue with two workers](queue.png)`.',
  ),
  'html-hidden': entry<{ words: string }>(
    'info',
    (f) => `The comment "${f.words.length > 60 ? `${f.words.slice(0, 60)}…` : f.words}" is hidden and was left out`,
    'Take it out of the comment if learners should see it.',
    (n) => `${n} comments are hidden and were left out`,
  ),
  'list-outside-days': entry<{ count: number }>(
    'warning',
    (f) =>
      `A list (${f.count} ${f.count === 1 ? 'item' : 'items'}) stands before the first day and is not taken for questions`,
    'Put questions under the heading of a day. The list is kept in the introduction.',
  ),
  'heading-left-out': entry<{ words: string; why: string }>(
    'info',
    (f) => `The heading "${f.words}" is printed nowhere: ${f.why}`,
    'Nothing to mend, unless learners should see it.',
  ),
  'day-empty': entry<{ words: string; fate: string }>(
    'warning',
    (f) => `"${f.words}" has no questions and is ${f.fate}`,
    'Write its questions as a numbered list, or delete the heading.',
  ),
  'part-empty': entry<{ words: string; fate: string }>(
    'warning',
    (f) => `"${f.words}" is at the level of the days, has no questions, and is ${f.fate}`,
    'Write its questions as a numbered list, or make it a lower heading inside a day.',
  ),
  'day-repeated': entry<{ name: string }>(
    'warning',
    (f) => `${f.name} is here a second time`,
    'Join the two, or give one of them another name.',
  ),
  'day-order': entry<{ name: string; after: string }>(
    'warning',
    (f) => `${f.name} stands after ${f.after}, expected before it`,
    'Put the days in order; pages and slides follow the order of the sheet.',
  ),
  'day-missing': entry<{ names: string }>(
    'info',
    (f) => `The sheet has no ${f.names}`,
    'Nothing to mend if the course does not meet then.',
  ),
  'heading-in-day': entry<{ words: string }>(
    'info',
    (f) => `The heading "${f.words}" inside a day is no question of its own; it is printed with the question beside it`,
    'Number it (`### Q3. …`) if it is a question; lift it to the level of the days if it opens a part.',
    (n) => `${n} headings inside days are no questions of their own; they are printed with the questions beside them`,
  ),
  'aside-left-out': entry<{ title: string; words: string }>(
    'info',
    (f) =>
      `"${f.title}" stands among the questions and is none; it is left out${f.words === '' ? '' : `, with "${f.words}"`}`,
    'Nothing to mend if learners need it only in the sheet; put it before the first question of the day to have it printed.',
  ),
  'content-after-question': entry<{ what: string }>(
    'warning',
    (f) => `${f.what} after a question is kept as part of that question`,
    'Indent it to the words of the question if it belongs to it; number it if it is a question of its own.',
  ),
  'list-doubtful': entry<{ kind: string; count: number }>(
    'warning',
    (f) =>
      `${f.count === 1 ? 'The item' : `The ${f.count} items`} of ${f.kind} ${f.count === 1 ? 'is taken for a question' : 'are taken for questions'}, but nothing in ${f.count === 1 ? 'it' : 'them'} asks`,
    'Word them as questions or tasks ("Why …?", "Explain …"); put lists that are no questions above the first day or into a paragraph.',
  ),
  'question-after-answer': entry<Record<never, never>>(
    'warning',
    () =>
      'These words ask and stand below an answer; they are asked with the question above, and what stands between is printed in the key only',
    'Put the answer below all that is asked. If what stands between is no answer, give it other words than "Answer:" or "Explanation:".',
  ),
  'bullets-in-intro': entry<{ count: number }>(
    'warning',
    (f) =>
      `${f.count === 1 ? 'A bullet that asks stands' : `${f.count} bullets that ask stand`} above the first question of this day; ${f.count === 1 ? 'it is' : 'they are'} printed as its introduction and asked nowhere`,
    'Number them if they are questions (`1. …`); tell in a line above them what they are ("Goals:") if they are none.',
  ),
  'sheet-several-weeks': entry<{ week: number; first: number }>(
    'warning',
    (f) => `Week ${f.week} is named here, in the sheet of week ${f.first}; its questions are joined with that week's`,
    'To have a workbook a week, begin each with a heading of one level over its days (`# Week 1`, `## Monday`), and leave `week:` out of the front matter.',
  ),
  'week-empty': entry<{ words: string; fate: string }>(
    'warning',
    (f) => `"${f.words}" has no questions and is ${f.fate}`,
    'Write its questions as a numbered list under the heading of a day, or delete the heading.',
  ),
  'answers-kept': entry<{ count: number }>(
    'info',
    (f) =>
      f.count === 1
        ? '1 answer was found; it stands in the key and on the check slide, not on the question sheet'
        : `${f.count} answers were found; they stand in the key and on the check slides, not on the question sheets`,
    'Nothing to mend: a question sheet never prints its answers.',
  ),
  'answers-unlabelled': entry<{ count: number }>(
    'warning',
    (f) => `What stands below ${f.count} questions of this day is taken for their answers, though nothing calls it so`,
    'Write `Answer:` before each answer, or, if it is help for the learner, write it into the question itself.',
  ),
  'hint-left-out': entry<{ hint: string }>(
    'info',
    (f) => `A folded hint is printed nowhere: "${f.hint}"`,
    'Nothing to mend: who recalls cold has no hints. If learners should have it, write it into the question.',
  ),
  'answer-unmatched': entry<{ answer: string; expected: string }>(
    'warning',
    (f) => `The answer ${f.answer} belongs to no question, ${f.expected}`,
    'Number the answers as the questions are numbered, or put each below its question. This one is not used.',
  ),
  'answers-missing': entry<{ answers: number; questions: number; name: string; without: string }>(
    'warning',
    (f) => `The key answers ${f.answers} of the ${f.questions} questions of ${f.name}: none for ${f.without}`,
    'Add the answers that are missing, or correct the numbers or days in the key.',
  ),
  'question-empty': entry<{ answer: string }>(
    'warning',
    (f) => `A question without words is left out${f.answer}`,
    'Write the question, or delete its number.',
  ),
  'question-only-citation': entry<Record<never, never>>(
    'warning',
    () => 'The question is only a citation, expected a question before it',
    'Write what is asked before where to look: `Why …? See notes.md §1.2.`',
  ),
  'question-repeated': entry<{ code: string; first: string }>(
    'warning',
    (f) => `${f.code} asks the same as ${f.first}`,
    'Reword or delete one of them.',
  ),
  'question-number-start': entry<{ written: number }>(
    'info',
    (f) => `The first question of the day is numbered ${f.written}; people will see 1`,
    'Number the questions of each day from 1.',
    (n) => `${n} days do not start at number 1; people will see 1`,
  ),
  'question-number-gap': entry<{ written: number; expected: number }>(
    'warning',
    (f) => `Unexpected number ${f.written}, expected ${f.expected}; people will see positions`,
    'Number the questions of each day 1, 2, 3 …, or all of them 1.',
  ),
  'question-number-repeated': entry<{ written: number; expected: number }>(
    'warning',
    (f) =>
      f.written === f.expected - 1
        ? `Number ${f.written} is here a second time, expected ${f.expected}; people will see positions`
        : `The numbers start again: unexpected ${f.written}, expected ${f.expected}; people will see positions`,
    'Number the questions of each day 1, 2, 3 …, or all of them 1.',
  ),
  'override-unknown-key': entry<{ key: string; where: string; hint: string }>(
    'warning',
    (f) => `Unexpected "${f.key}" in ${f.where}${f.hint}`,
    'Mend its spelling, or take it out; it has no effect.',
  ),
  'override-value': entry<{ key: string; value: string; where: string; expected: string }>(
    'warning',
    (f) => `Unexpected ${f.key}="${f.value}" in ${f.where}, expected ${f.expected}`,
    'Correct the value, or leave it out and let the words of the question decide.',
  ),
  'override-unfit': entry<{ key: string; value: string; of: string; question: string; kind: string; expected: string }>(
    'info',
    (f) => `${f.key}=${f.value} of the ${f.of} is not for ${f.question}, which is kind=${f.kind} and has ${f.expected}`,
    'Nothing to mend: it keeps the space of its kind. Say it behind the questions that should have it to have this note no more.',
    (n) => `${n} questions keep the space of their kind, whatever their day or sheet says`,
  ),
  'override-repeated': entry<{ key: string; value: string; where: string }>(
    'warning',
    (f) => `"${f.key}" is here a second time in ${f.where}; the last one, "${f.value}", counts`,
    'Delete one of the two.',
  ),
  'override-unread': entry<{ braces: string; why: string }>(
    'warning',
    (f) => `"${f.braces}" is printed as words of the question, ${f.why}`,
    'Write it at the end of the question, such as `{lines=3 minutes=2}`; put braces that learners should see into `code`.',
  ),
  'override-id-repeated': entry<{ id: string; first: string }>(
    'warning',
    (f) => `#${f.id} already names ${f.first}`,
    'Give each question a name of its own.',
  ),
  'citation-missing': entry<{ code: string }>(
    'info',
    (f) => `${f.code} does not say where its answer is`,
    'End it with where to look: `See notes.md §1.2.`',
    (n) => `${n} questions do not say where their answer is`,
  ),
  'citation-unread': entry<Record<never, never>>(
    'warning',
    () => 'These words look like a citation but could not be read to their end; they stay in the question',
    'Write it as the last sentence: `See notes.md §1.1-§1.3 and §2.4.`, with a stop after it and nothing more.',
  ),
  'citation-without-ending': entry<{ name: string }>(
    'warning',
    (f) =>
      `"${f.name}" is not the whole name of a file, so these words stay in the question; did you mean "${f.name}.md"?`,
    'Write the name with its ending: `See notes.md §2.3.` A book without a file is cited by its pages: `See Campbell, Biology, p. 88.`',
  ),
  'citation-without-file': entry<{ words: string }>(
    'warning',
    (f) => `The citation ${f.words} names no file`,
    'Name the file before the section: `See notes.md §1.2.`',
  ),
  'citation-range-reversed': entry<{ from: string; to: string }>(
    'warning',
    (f) => `The range ${f.from} to ${f.to} runs backwards, expected ${f.to} to ${f.from}`,
    'Swap the two numbers. Section numbers count part by part: §2.10 comes after §2.9.',
  ),
  'prompt-contains-answer': entry<{ code: string; answer: string }>(
    'info',
    (f) => `${f.code} prints its own answer: "${f.answer}"`,
    'Move it to a cited file if learners should recall it; leave it if it is meant as help.',
    (n) => `${n} questions print their own answer`,
  ),

  // ── sources ──
  'source-absent': entry<{ source: string; count: number; hint: string }>(
    'info',
    (f) =>
      `"${f.source}" was not found; ${f.count === 1 ? 'one citation of it is' : `${f.count} citations of it are`} printed as written${f.hint}`,
    'Put the file beside the sheet to have its section titles in the key.',
  ),
  'source-url-wrong': entry<{ url: string }>(
    'warning',
    (f) =>
      `The url of this source is "${f.url}", expected an address that begins with https:// or http:// and has at most 250 letters`,
    'Mend `url:` in the front matter of the source, or take it out. It is printed, and drawn as a code to scan, when `qr: true` asks for it.',
  ),
  'source-unreadable': entry<{ source: string; reason: string }>(
    'warning',
    (f) => `"${f.source}" could not be read as Markdown: ${f.reason}`,
    'Its citations are printed as written. Save the file as Markdown in UTF-8.',
  ),
  'source-without-sections': entry<{ source: string }>(
    'info',
    (f) => `"${f.source}" has no headings to cite`,
    'Number its headings: `## 1.3 Silent degradation`.',
  ),
  'source-section-repeated': entry<{ number: string }>(
    'warning',
    (f) => `§${f.number} is here a second time; citations lead to the first`,
    'Give each section a number of its own.',
  ),
  'section-ambiguous': entry<{ title: string; source: string; count: number }>(
    'warning',
    (f) => `"${f.source}" has ${f.count} sections "${f.title}"; the citation leads to the first`,
    'Cite it by its number, or by a link with its anchor: `[Example](notes.md#example-1)`.',
  ),
  'section-untested': entry<{ section: string }>(
    'info',
    (f) => `No question tests ${f.section}`,
    'Nothing to mend if it is background; else ask a question that cites it. Only `check --coverage` tells.',
  ),
  'citation-anchor-differs': entry<{ words: string; anchor: string; section: string }>(
    'warning',
    (f) => `The words say ${f.words}, but the link leads to ${f.section} (#${f.anchor})`,
    'Correct the one that is wrong; the key follows the words.',
  ),
  'section-unknown': entry<{ source: string; label: string; nearest: string; has: string }>(
    'warning',
    (f) => `${f.label} is not in "${f.source}"${f.nearest}; it has ${f.has}`,
    'Correct the citation, or add the section to the file.',
  ),

  // ── workbook ──
  'day-takes-sides': entry<{ day: string; sides: number; expected: number }>(
    'warning',
    (f) => `${f.day} takes ${f.sides} sides of paper, expected ${f.expected === 1 ? 'one' : f.expected}`,
    'Take a question out, ask for fewer lines (`{lines=3}`), choose a closer ruling or smaller margins in the template, or say behind the heading that it may (`{sides=2}`).',
  ),
  'day-over-limit': entry<{ day: string; sides: number; most: number }>(
    'error',
    (f) => `${f.day} takes ${f.sides} sides of paper, expected at most ${f.most} (--max-sides)`,
    'Take a question out, ask for fewer lines (`{lines=3}`), or allow more sides. The files were written all the same.',
  ),
  'booklet-left-out': entry<{ booklet: string }>(
    'warning',
    (f) => `This week is set in other fonts than the first one and does not stand in ${f.booklet}`,
    'Give all weeks of the booklet the same template, or templates with the same fonts.',
  ),
  'booklet-none': entry<Record<string, never>>(
    'warning',
    () => 'No booklet was made: no two weeks of one language stand in folders beside each other',
    'Give the folder that holds the weeks, such as `content`, or build without --booklet.',
  ),
  'question-kept-apart': entry<{ question: string; next: string }>(
    'warning',
    (f) => `${f.question} and ${f.next} do not fit on one side of paper; ${f.next} stands on the next`,
    'Take `keep=next` away, or ask for fewer lines in one of the two.',
  ),
  'key-not-behind': entry<{ day: string; sides: number }>(
    'info',
    (f) => `${f.day} takes ${f.sides} sides of paper, so its key stands on a sheet of its own and not on the back`,
    'Nothing to mend. A day of one side has its key on the back of it.',
  ),
  'key-strip-full': entry<{ count: number; of: number; question: string }>(
    'info',
    (f) =>
      `The strip has no room for ${f.count} of ${f.of} entries of the key; they stand on a page of key, from ${f.question} on`,
    'Nothing is lost. Widen the strip (`fold: { width: 50 }` in the template), cite fewer sections, or choose `key: flip`.',
  ),
  'question-takes-sides': entry<{ question: string }>(
    'warning',
    (f) => `${f.question} is higher than a side of paper and flows onto the next`,
    'Shorten the question or ask for fewer lines; nothing is cut.',
  ),
  'glyph-missing': entry<{ codePoints: readonly number[] }>(
    'error',
    (f) => `No font of the template has ${charactersIn(f.codePoints)}`,
    'Put a TTF that has it (Noto has one for every script) into a template of your own and add it to its `fonts: fallback:`, or write it another way.',
  ),

  'table-parted': entry<{ columns: number; parts: number; on: string }>(
    'info',
    (f) =>
      `A table of ${f.columns} columns is too wide for ${f.on}; it stands in ${f.parts} parts, each with the first column`,
    'Nothing is lost. Take columns out, shorten long words, or turn the table so that its columns are rows.',
  ),

  // ── deck ──
  'slide-text-split': entry<{ code: string; slides: number }>(
    'warning',
    (f) => `The prompt of ${f.code} is too long for one slide; it stands on ${f.slides}`,
    'Shorten the prompt, move details to a list below it, or give the template smaller promptSizes.',
  ),
  'deck-too-large': entry<{ slides: number; most: number }>(
    'error',
    (f) => `The deck would have ${f.slides} slides; a PPTX file holds at most ${f.most}`,
    'Split the sheet, one week a sheet, or build one day at a time with --day.',
  ),
  'deck-contrast-low': entry<{ role: string; colour: string; ground: string; ratio: number }>(
    'error',
    (f) =>
      `The deck colour "${f.role}" (${f.colour}) has a contrast of ${f.ratio.toFixed(1)}:1 with the ground (${f.ground}); text needs 4.5:1`,
    'Choose a darker colour on a light ground, or a lighter one on a dark ground, under deck: colours: in template.yaml.',
  ),
} as const satisfies Record<string, Entry<never>>

/** A code of the table above. */
export type MessageCode = keyof typeof messageTable

/** The facts that the words of a code need. */
export type Facts<C extends MessageCode> = (typeof messageTable)[C] extends Entry<infer F> ? F : never

/**
 * One message. Plain data (JSON-safe).
 * `place` is a stretch of a text, or only a file, or null when no file is to blame.
 * `cause` points at the other place that explains this one ("first numbered here").
 */
export interface Message {
  code: MessageCode
  severity: Severity
  file: string | null
  place: Place | null
  reason: string
  help: string
  cause?: { place: Place; words: string }
}

/** What a message can be pinned to: a stretch of text, a whole file (`{file}`), or nothing (null). */
export type Where = Place | { file: string } | null

/** What the user made of the severity of some codes; `off` leaves their messages out. */
export type Severities = Partial<Record<MessageCode, Severity | 'off'>>

/** Messages of one run, in the order they were reported. */
export class Log {
  readonly messages: Message[] = []
  readonly #said = new Set<string>()
  readonly #severities: Severities

  constructor(severities: Severities = {}) {
    this.#severities = severities
  }

  /** Adds a message; the same code with the same words at the same place is said once. */
  report<C extends MessageCode>(code: C, where: Where, facts: Facts<C>, cause?: Message['cause']): void {
    const { severity: usual, words, help } = messageTable[code] as unknown as Entry<Facts<C>>
    // An error stays one, whoever asks: what cannot be built cannot be wished away.
    const severity = usual === 'error' ? usual : (this.#severities[code] ?? usual)
    if (severity === 'off') return
    const place = where !== null && 'start' in where ? where : null
    const message: Message = { code, severity, file: where?.file ?? null, place, reason: words(facts), help }
    if (cause) message.cause = cause
    const key = `${code}\n${message.file}\n${place?.start.offset}\n${message.reason}`
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.messages.push(message)
  }

  /** True when an error was reported (for `file`, when given). */
  hasErrors(file?: string): boolean {
    return this.messages.some((m) => m.severity === 'error' && (file === undefined || m.file === file))
  }
}

/** Messages by file, then line and column, then code. Messages without a file come first. Returns a new array. */
export function sortMessages(messages: readonly Message[]): Message[] {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...messages].sort(
    (a, b) =>
      byText(a.file ?? '', b.file ?? '') ||
      (a.place?.start.offset ?? -1) - (b.place?.start.offset ?? -1) ||
      byText(a.code, b.code) ||
      byText(a.reason, b.reason),
  )
}
