/** Messages about a whole build: what was asked for, where results go. */
import { type Entry, entry } from './entry.js'

/** Messages about whole builds, by code. */
export const buildMessages = {
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
  'output-path-long': entry<{ path: string; length: number; most: number }>(
    'warning',
    (f) => `The path of "${f.path}" below the output folder has ${f.length} characters, expected at most ${f.most}`,
    'It is written, but Windows opens no path of more than 259 characters in most programs: shorten the names of the folders and files of the sheet.',
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
    'Say the same `lang:` in both to have one workbook, or `join: false` in the front matter of one to have this note no more.',
  ),
  'week-day-twice': entry<{ day: string; code: string; here: string; other: string }>(
    'warning',
    (f) =>
      `${f.day} stands in ${f.here} and in ${f.other}: each becomes a workbook of its own, and both sheets bear ${f.code} in their feet`,
    'Delete or move the file that is only a copy, or give the day another name in one of them. `join: false` in the front matter of one says that both are meant.',
  ),
  'week-unnamed': entry<{ others: string }>(
    'info',
    (f) =>
      `Neither this file nor ${f.others} names a week, and they have different days; each becomes a workbook of its own`,
    'If they are one week, name it in all of them, as `week: 3` in the front matter, or in the name of their folder, `week-3`: they then become one workbook and one deck. Else there is nothing to mend.',
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
  'paper-unknown': entry<{ paper: string; known: string; hint: string }>(
    'error',
    (f) => `No paper "${f.paper}", expected ${f.known}${f.hint}`,
    'Mend `paper:` in the front matter, or leave it out to take the paper of the template.',
  ),
  'ruling-unknown': entry<{ ruling: string; expected: string; hint: string }>(
    'error',
    (f) => `No ruling "${f.ruling}", expected ${f.expected}${f.hint}`,
    'Mend `ruling:` in the front matter, or leave it out to take the ruling of the template. A name with a number, `primary 12`, has its guide lines in rows so high.',
  ),
  'prints-unusable': entry<{ path: string }>(
    'error',
    (f) => `"${f.path}" is no record of prints that can be read; it is left as it is`,
    'Put a good copy in its place, or delete it to begin a new record.',
  ),
  'prints-gone': entry<{ path: string }>(
    'warning',
    (f) => `"${f.path}" is gone, and with it what was recorded as printed`,
    'Take it back from where it was put, or record again with `cold-recall printed` what you have handed out.',
  ),
  'diff-without-past': entry<{ past: string; mend: string }>(
    'error',
    (f) => `There is nothing to compare with, expected ${f.past}. ${f.mend}`,
    'Build first, and with `--since last-print` record what you print with `cold-recall printed`; or name the manifest of an earlier build with `--since`.',
  ),
} as const satisfies Record<string, Entry<never>>
