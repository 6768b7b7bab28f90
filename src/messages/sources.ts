/** Messages about cited files and pictures. */
import { type Entry, entry } from './entry.js'

/** Messages about cited files and their sections, by code. */
export const sourcesMessages = {
  'source-absent': entry<{ source: string; count: number; hint: string }>(
    'info',
    (f) =>
      `"${f.source}" was not found; ${f.count === 1 ? 'one citation of it is' : `${f.count} citations of it are`} printed as written${f.hint}`,
    'Put the file beside the sheet to have its section titles in the key.',
  ),
  'source-is-document': entry<{ source: string; document: string }>(
    'info',
    (f) => `"${f.source}" is ${f.document}; as it is, its sections are cited without their titles`,
    'Nothing to mend if that will do. Else make Markdown of it, with numbered headings, beside the sheet, and cite that.',
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
} as const satisfies Record<string, Entry<never>>
