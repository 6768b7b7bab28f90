/** Messages about sheets: their form, days, questions, answers, citations and braces. */
import { type Entry, entry } from './entry.js'

/** Messages about what stands in sheets, by code. */
export const sheetMessages = {
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
    () => 'The sheet has no title, and no week is named that could be one',
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
    () => 'No question of this sheet says where its answer is; the key names no place to look',
    'End questions with where to look: `See notes.md §1.2.`',
  ),
  'front-matter-broken': entry<{ fault: string; reason: string | null }>(
    'error',
    (f) => `The front matter cannot be read: ${f.fault}${f.reason === null ? '' : ` (YAML: ${f.reason})`}`,
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
    (f) => `These lines look like front matter, but ${f.why}; they are read, and printed, as part of the sheet`,
    'Write it at the very top, as `key: value` lines between two lines of `---`.',
  ),
  'page-furniture': entry<{ words: string }>(
    'info',
    (f) => `"${f.words}" is a line of the page or program that this text comes from, and was left out`,
    'Delete the line, or leave it: it does no harm.',
    (n) => `${n} lines of the page or program that this text comes from were left out`,
  ),
  'name-line-left-out': entry<{ words: string }>(
    'info',
    (f) => `"${f.words}" is left out: each day sheet has a line for name and date of its own`,
    'Delete the line, or leave it: it does no harm.',
    (n) => `${n} lines for names and dates are left out: each day sheet has its own`,
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
  'footnote-unused': entry<{ name: string; words: string; why: string }>(
    'warning',
    (f) => `The footnote [^${f.name}], "${f.words}", is printed nowhere: ${f.why}`,
    'Write its mark, such as `[^1]`, behind the words that it belongs to, or delete it.',
    (n) => `${n} footnotes are printed nowhere`,
  ),
  'list-outside-days': entry<{ count: number; table?: boolean }>(
    'warning',
    (f) =>
      `A ${f.table ? 'table of questions' : 'list'} (${f.count} ${f.table ? 'row' : 'item'}${f.count === 1 ? '' : 's'}) stands before the first day and is not taken for questions`,
    'Put questions under the heading of a day. It is kept in the introduction, with its answers; a line above a list that tells what it is, such as "Goals:", spares this message.',
  ),
  'heading-left-out': entry<{ words: string; why: string }>(
    'info',
    (f) => `The heading "${f.words}" is printed nowhere: ${f.why}`,
    'Nothing to mend, unless learners should see it.',
  ),
  'cells-left-out': entry<{ words: string }>(
    'warning',
    (f) => `This row has more cells than the head of its table; "${f.words}" is left out`,
    'Write `\\|` for a bar that parts no cells (`\\vert` in a formula), or give the head of the table a cell for it.',
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
  'day-misspelt': entry<{ words: string; name: string }>(
    'warning',
    (f) => `"${f.words}" is read as the name of a part; did you mean "${f.name}"?`,
    'Mend its spelling, so that it is a day: codes, the calendar and `--day` go by it. Leave it if the part is called so.',
  ),
  'day-line-unread': entry<{ words: string; name: string }>(
    'warning',
    (f) => `"${f.words}" begins like ${f.name}, but no day begins here; it stands with the question above it`,
    'If it opens a day, make it a heading, `## Friday — Topic`, as every other day of the sheet. Leave it if it belongs to the question.',
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
  'questions-in-intro': entry<{ count: number }>(
    'warning',
    (f) =>
      `${f.count} lines that ask stand above the first question of this day; they are printed as its introduction and asked nowhere`,
    'Number them if they are questions (`1. …`); leave one line, or none with a question mark, if they introduce those below.',
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
    'Nothing to mend if the number is right: no question sheet prints any of these. What was not taken for an answer is not counted.',
  ),
  'teacher-notes-kept': entry<{ count: number }>(
    'info',
    (f) =>
      f.count === 1
        ? 'A note to the teacher was found; it stands in the notes of the slides and on the run sheet, and no learner sees it'
        : `Notes to the teacher were found in ${f.count} places; they stand in the notes of the slides and on the run sheet, and no learner sees them`,
    'Nothing to mend. If it is the answer, write `Answer:` before it, and it is printed in the key.',
  ),
  'answers-unlabelled': entry<{ count: number; title?: string }>(
    'warning',
    (f) =>
      `What stands${f.title ? ` under "${f.title}"` : ''} below ${f.count} questions of this day is taken for their answers, though nothing calls it so`,
    'Write `Answer:` before each answer, or, if it is help for the learner, write it into the question itself.',
  ),
  'answer-printed': entry<{ answer: string }>(
    'warning',
    (f) => `This looks like an answer and will be printed: "${f.answer}"`,
    'If it is one, write `Answer:` before it. If it belongs to the question, put it before what asks, or reword it.',
  ),
  'teacher-words-printed': entry<{ words: string }>(
    'warning',
    (f) => `Learners will read this on the question sheet: "${f.words}"`,
    'If it is said to whoever teaches, write `Teacher note:` before it; it then stands in the notes of the slides and on the run sheet. Leave it if it belongs to the question.',
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
  'answers-unmatched': entry<{ count: number; samples: string; expected: string }>(
    'warning',
    (f) => `${f.count} answers from here on belong to no question, ${f.expected}: ${f.samples} …`,
    'Number the answers as the questions are numbered, or put the key into the file of its questions. These are not used.',
  ),
  'key-points': entry<{ label: string; said: string; points: number | null }>(
    'warning',
    (f) =>
      `The key says "${f.said}" for the points of ${f.label}${f.points === null ? ', expected whole or half points from 0.5 to 100' : `, which is worth ${f.points}`}`,
    'Say the points in one place: behind the question, `(2 points)`, or in the key. Those of the question are printed.',
  ),
  'answers-differ': entry<{ label: string; said: string; given: string }>(
    'warning',
    (f) => `The answer to ${f.label} is "${f.said}" here, and "${f.given}" elsewhere; the key prints both`,
    'Keep the one that is right: move the tick at the options, or correct the answer.',
  ),
  'key-day-misspelt': entry<{ words: string; name: string }>(
    'warning',
    (f) => `"${f.words}" in the key is read as ${f.name}, whose answers stand below it`,
    'Mend its spelling. If it is no day, give it a name that is not nearly one: its answers are now those of the day.',
  ),
  'key-day-doubtful': entry<{ words: string }>(
    'warning',
    (f) => `"${f.words}" stands right below an answer, whose numbers go on behind it, and is read as its last line`,
    'Put a blank line before the name of a day; where it belongs to the answer, write it into the line above.',
  ),
  'key-number-doubtful': entry<{ number: number; answer: number }>(
    'warning',
    (f) =>
      `"${f.number}" stands inside of the answer to question ${f.answer} and is read as a word of it, not as the number of an answer`,
    'If it is the number of a question, begin a new line before it. If not, the answer is read as it should be.',
  ),
  'answers-missing': entry<{ answers: number; questions: number; name: string; without: string }>(
    'warning',
    (f) => `The key answers ${f.answers} of the ${f.questions} questions of ${f.name}: none for ${f.without}`,
    'A key may have gaps; nothing needs mending if these are to be looked up. Else add their answers, or correct the numbers or days in the key. A title such as `Selected answers` says that it has gaps.',
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
    'Number the questions of each day from 1, and their answers in a key with them.',
    (n) => `${n} days do not start at number 1; people will see 1`,
  ),
  'question-number-gap': entry<{ written: number; expected: number }>(
    'warning',
    (f) => `Unexpected number ${f.written}, expected ${f.expected}; people will see positions`,
    'Number the questions of each day 1, 2, 3 …, or all of them 1, and their answers in a key with them.',
  ),
  'question-number-repeated': entry<{ written: number; expected: number }>(
    'warning',
    (f) =>
      f.written === f.expected - 1
        ? `Number ${f.written} is here a second time, expected ${f.expected}; people will see positions`
        : `The numbers start again: unexpected ${f.written}, expected ${f.expected}; people will see positions`,
    'Number the questions of each day 1, 2, 3 …, or all of them 1, and their answers in a key with them.',
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
  'citation-without-place': entry<{ words: string }>(
    'warning',
    (f) =>
      `"${f.words}" names neither a file nor pages, so the key cannot lead there; these words stay in the question`,
    'Name the file and its section, `See handout.md §1.`, or the pages of a work without a file, `(handout, p. 3)`.',
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
  'mark-printed': entry<{ code: string; words: string }>(
    'warning',
    (f) => `${f.code} prints "${f.words}" with a mark that may tell its answer`,
    'If it is the right option, write `(correct)` behind it or give the options letters, `a) … b) …`: then the mark is kept for the key. Leave it if learners should see it.',
    (n) => `${n} marks are printed that may tell an answer`,
  ),
  'points-printed': entry<{ code: string; words: string }>(
    'info',
    (f) => `${f.code} prints the "${f.words}" at its end; it is not taken for points, since few questions have one`,
    'If it is what the question is worth, write `(2 points)` or `{points=2}`, or give most questions of the sheet such a number. Leave it if it is a note or a reference.',
    (n) => `${n} questions print a number in brackets at their end, which is not taken for points`,
  ),
  'key-answer-printed': entry<{ code: string; answer: string }>(
    'warning',
    (f) => `${f.code} prints what the file gives as its answer: "${f.answer}"`,
    'Take it out of the question: the key has it. Leave it if learners should see it.',
    (n) => `${n} questions print what the file gives as their answer`,
  ),
  'prompt-contains-answer': entry<{ code: string; answer: string }>(
    'info',
    (f) => `${f.code} prints its own answer: "${f.answer}"`,
    'Move it to a cited file if learners should recall it; leave it if it is meant as help.',
    (n) => `${n} questions print their own answer`,
  ),
} as const satisfies Record<string, Entry<never>>
