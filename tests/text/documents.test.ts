import { describe, expect, it } from 'vitest'
import { documentWords, holdsNoText, isDocumentName } from '../../src/text/documents.js'

/** A file that begins with these Latin-1 letters. */
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

const zip = (name: string): Uint8Array => bytes(`PK\u0003\u0004${'\0'.repeat(26)}${name}`)

describe('documents', () => {
  it('are known by how they begin, whatever they are called', () => {
    const what = (given: Uint8Array) => documentWords('x.md', given)?.split(';')[0] ?? null
    expect(what(zip('word/document.xml'))).toBe('a Word document')
    expect(what(zip('mimetypeapplication/vnd.oasis.opendocument.text'))).toBe('an OpenDocument text')
    expect(what(zip('ppt/presentation.xml'))).toBe('a PowerPoint presentation')
    expect(what(bytes('{\\rtf1\\ansi'))).toBe('an RTF document')
    expect(what(bytes('%PDF-1.7'))).toBe('a PDF')
    expect(what(bytes('\u00d0\u00cf\u0011\u00e0'))).toBe('an old Office document')
    expect(what(zip('notes.txt'))).toBeNull()
    expect(what(bytes('# Week 1'))).toBeNull()
  })

  it('are known by their endings alone where nobody has read them', () => {
    expect(documentWords('a/recall.DOCX', null)).toMatch(/^a Word document/)
    expect(documentWords('a/recall.md', null)).toBeNull()
    expect(['a.pdf', 'a.key', 'a.md', 'docx'].map(isDocumentName)).toEqual([true, true, false, false])
    expect(['a.pdf', 'map.png', 'talk.mp3', 'main.py', 'notes.txt'].map(holdsNoText)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })

  it('come with a command that a shell takes, and that overwrites nothing', () => {
    expect(documentWords('w/recall.docx', null)).toBe(
      'a Word document; `pandoc -f docx --wrap=none w/recall.docx -o w/recall.md` makes Markdown of it',
    )
    expect(documentWords('my $notes.odt', null)).toContain('"my \\$notes.odt" -o "my \\$notes.md"')
    expect(documentWords('w/recall.md', zip('word/document.xml'))).toContain('w/recall.md -o w/recall-text.md')
    expect(documentWords('book.pdf', null)).toContain('`pdftotext -layout book.pdf book.txt`')
    expect(documentWords('book.txt', bytes('%PDF-1.7'))).toContain('book.txt book-text.txt`')
    expect(documentWords('talk.pptx', null)).toContain('copy its words into a Markdown file')
  })
})
