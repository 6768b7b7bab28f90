/** Documents of word processors, of presentations and of print, which people take for sheets: what they are, and how to get Markdown from them. */

/** A kind of document: what it is called, the endings of its files, and how they begin. */
interface Kind {
  name: string
  endings: readonly string[]
  /** The first bytes, as Latin-1 letters. */
  begins?: string
  /** A name that its package, a ZIP archive, holds. */
  holds?: string
  /** How to get Markdown of `from` into `to`, both ready for a shell, in words that follow "it is …;". */
  way: (from: string, to: string) => string
}

const zip = 'PK\u0003\u0004'

/** `reader`: what pandoc calls the format, which the name of the file may not tell. */
const byPandoc =
  (reader: string) =>
  (from: string, to: string): string =>
    `\`pandoc -f ${reader} --wrap=none ${from} -o ${to}\` makes Markdown of it`

const byHand = () => 'copy its words into a Markdown file'

const kinds: readonly Kind[] = [
  { name: 'a Word document', endings: ['docx', 'docm'], holds: 'word/document', way: byPandoc('docx') },
  { name: 'an OpenDocument text', endings: ['odt'], holds: 'opendocument.text', way: byPandoc('odt') },
  { name: 'an e-book', endings: ['epub'], holds: 'application/epub', way: byPandoc('epub') },
  { name: 'a PowerPoint presentation', endings: ['pptx', 'pptm', 'ppsx'], holds: 'ppt/presentation', way: byHand },
  { name: 'an OpenDocument presentation', endings: ['odp'], holds: 'opendocument.presentation', way: byHand },
  { name: 'an Excel workbook', endings: ['xlsx', 'xlsm'], holds: 'xl/workbook', way: byHand },
  { name: 'an OpenDocument spreadsheet', endings: ['ods'], holds: 'opendocument.spreadsheet', way: byHand },
  { name: 'a Pages or Keynote document', endings: ['pages', 'key'], holds: 'Index/Document.iwa', way: byHand },
  { name: 'an RTF document', endings: ['rtf'], begins: '{\\rtf', way: byPandoc('rtf') },
  {
    name: 'a PDF',
    endings: ['pdf'],
    begins: '%PDF-',
    way: (from, to) => `\`pdftotext -layout ${from} ${to}\` makes text of it`,
  },
  // Word, Excel and PowerPoint of before 2007 begin alike.
  {
    name: 'an old Office document',
    endings: ['doc', 'dot', 'xls', 'ppt'],
    begins: '\u00d0\u00cf\u0011\u00e0',
    way: () => 'save it as .docx, and make Markdown of that',
  },
]

/** How much of a file is looked at: names in an archive stand at its end, and at its beginning. */
const reach = 65_536

/**
 * What a document is and how to get Markdown from it, in words that follow "it is" and "is":
 * ``a Word document; `pandoc -f docx --wrap=none recall.docx -o recall.md` makes Markdown of it``.
 * Told by its first bytes, or by the ending of its name where `bytes` is null. Null for what is none of these. `path`: as people see it.
 */
export function documentWords(path: string, bytes: Uint8Array | null): string | null {
  const kind = bytes === null ? kindByName(path) : kindByBytes(bytes)
  if (!kind) return null
  const stem = path.replace(/\.[^./]*$/, '')
  const ending = kind.name === 'a PDF' ? 'txt' : 'md'
  // One that was only renamed keeps its place.
  const to = `${stem}.${ending}` === path ? `${stem}-text.${ending}` : `${stem}.${ending}`
  return `${kind.name}; ${kind.way(quoted(path), quoted(to))}`
}

/** True for a name with the ending of a document. */
export const isDocumentName = (path: string): boolean => kindByName(path) !== null

/** Recordings and pictures. */
const media = /\.(?:mp[34]|m4a|wav|mov|webm|png|jpe?g|gif)$/i

/** True for a name of a file that holds no text to read: a document, a recording, a picture. */
export const holdsNoText = (path: string): boolean => isDocumentName(path) || media.test(path)

/** True for the name of a book, which people turn pages of and nobody makes Markdown of. */
export const isBookName = (path: string): boolean => /\.(?:pdf|epub)$/i.test(path)

/** A path as shells read it. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `"${path.replace(/(["$`\\])/g, '\\$1')}"`)

function kindByName(path: string): Kind | null {
  const ending = /\.([a-z]{3,5})$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return kinds.find(({ endings }) => endings.includes(ending)) ?? null
}

function kindByBytes(bytes: Uint8Array): Kind | null {
  const latin = (part: Uint8Array) => Buffer.from(part).toString('latin1')
  const start = latin(bytes.subarray(0, 8))
  if (!start.startsWith(zip))
    return kinds.find(({ begins }) => begins !== undefined && start.startsWith(begins)) ?? null
  const names = latin(bytes.subarray(0, reach)) + latin(bytes.subarray(-reach))
  return kinds.find(({ holds }) => holds !== undefined && names.includes(holds)) ?? null
}
