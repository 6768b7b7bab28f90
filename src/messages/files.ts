/** Messages about reading and writing files. */
import { type Entry, entry } from './entry.js'

/** Messages about files and folders, by code. */
export const filesMessages = {
  'file-missing': entry<{ path: string; hint?: string }>(
    'error',
    (f) => `No file or folder "${f.path}"${f.hint ?? ''}`,
    'Check the spelling, or give a folder that holds recall sheets; `cold-recall init` begins a course in a new one.',
  ),

  'file-unreadable': entry<{ path: string; why: string }>(
    'error',
    (f) => `Could not read "${f.path}": ${f.why}`,
    'Check that the file is there and that you may read it.',
  ),
  'file-unwritable': entry<{ path: string; why: string }>(
    'error',
    (f) => `Could not write "${f.path}": ${f.why}`,
    'Close the file in other programs, check that you may write there and that the disk has room, and build again. What stood there is as it was.',
  ),
  'output-busy': entry<{ path: string; pid: number }>(
    'error',
    (f) => `Another run (process ${f.pid}) writes into "${f.path}"`,
    'Wait until it ends, or give this one a folder of its own with --out. A watch builds by itself.',
  ),
  'file-too-large': entry<{ path: string; bytes: number; max: number }>(
    'error',
    (f) => `"${f.path}" has ${f.bytes} bytes, expected at most ${f.max}`,
    'Sheets and rosters are text; split a very long sheet, one week a file.',
  ),
  'file-not-text': entry<{ path: string }>(
    'error',
    (f) => `"${f.path}" is not text in UTF-8`,
    'Save the file as UTF-8 text (in most editors: "Save with encoding").',
  ),
  'file-is-document': entry<{ path: string; document: string }>(
    'error',
    (f) => `"${f.path}" is no Markdown but ${f.document}`,
    'Sheets are Markdown: Google Docs writes it (File → Download → Markdown), and pandoc makes it of files of Word and Writer. Give the Markdown file.',
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
} as const satisfies Record<string, Entry<never>>
