/** Controls of the checker of tagged PDF: for each fault a file that has it, which must not pass. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MadeWorkbook, pdfOf } from '../workbook/make.js'
import { taggedPdfFaults } from './tagged-pdf/check.js'
import { type Dict, type PdfObjects, readObjects } from './tagged-pdf/objects.js'
import { made } from './workbooks.js'

const folder = mkdtempSync(join(tmpdir(), 'cold-recall-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the checker complains', () => {
  let sound: PdfObjects

  beforeAll(async () => {
    const file = join(folder, 'sound.pdf')
    writeFileSync(file, await pdfOf(made['an odd week on A5'] as MadeWorkbook))
    sound = readObjects(file)
  })

  /** Dictionaries of a copy. */
  const dicts = (objects: PdfObjects): Dict[] =>
    [...objects.values()].flatMap(({ value }) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : [],
    )
  const find = (objects: PdfObjects, key: string, value: string): Dict =>
    dicts(objects).find((dict) => dict[key] === value)!
  const firstStream = (objects: PdfObjects, part: string): { data: string; dict: Dict } =>
    [...objects.values()].flatMap(({ stream }) => (stream && unpack(stream).includes(part) ? [stream] : []))[0]!
  const unpack = ({ data }: { data: string }): string => Buffer.from(data, 'base64').toString('latin1')
  const replace = (stream: { data: string }, from: string | RegExp, to: string): void => {
    stream.data = Buffer.from(unpack(stream).replace(from, to), 'latin1').toString('base64')
  }
  const all = (objects: PdfObjects, key: string, value: string): Dict[] =>
    dicts(objects).filter((dict) => dict[key] === value)
  const held = (objects: PdfObjects, value: unknown): Dict =>
    (typeof value === 'string' ? objects.get(value)?.value : value) as Dict
  const catalog = (objects: PdfObjects): Dict => find(objects, 'Type', '/Catalog')
  const markInfo = (objects: PdfObjects): Dict => held(objects, catalog(objects).MarkInfo)
  const names = (objects: PdfObjects): Dict => held(objects, catalog(objects).Names)
  const trailer = (objects: PdfObjects): Dict => objects.get('trailer')?.value as Dict
  const bookmark = (objects: PdfObjects): Dict => held(objects, held(objects, catalog(objects).Outlines).First)
  const xmp = (objects: PdfObjects) => firstStream(objects, 'dc:title')
  const page = (objects: PdfObjects) => firstStream(objects, ' TJ')

  test.each<[string, string, (objects: PdfObjects) => void]>([
    ['no language', 'Lang:', (o) => delete find(o, 'Type', '/Catalog').Lang],
    ['no mark', 'MarkInfo:', (o) => delete find(o, 'Type', '/Catalog').MarkInfo],
    ['a hidden title', 'DisplayDocTitle:', (o) => delete find(o, 'Type', '/Catalog').ViewerPreferences],
    ['no structure', 'the tree holds nothing', (o) => delete find(o, 'Type', '/Catalog').StructTreeRoot],
    [
      'XMP that is no XML',
      'XMP: not well-formed',
      (o) => replace(firstStream(o, 'dc:title'), '<dc:title>', '<dc:title>R&D'),
    ],
    ['an annotation without key', 'no StructParent', (o) => delete find(o, 'Subtype', '/Link').StructParent],
    [
      'a key of another annotation',
      'ParentTree leads to another',
      (o) => (find(o, 'Subtype', '/Link').StructParent = 2),
    ],
    ['an annotation without words', 'no Contents', (o) => delete find(o, 'Subtype', '/Link').Contents],
    ['a link to nowhere', 'no such place', (o) => (find(o, 'Subtype', '/Link').Dest = 'u:nowhere')],
    ['a link that lost its annotation', 'has no annotation', (o) => (find(o, 'S', '/Link').K = [0])],
    ['a table head without scope', 'no scope', (o) => delete find(o, 'S', '/TH').A],
    ['a row that is short', 'columns', (o) => void (find(o, 'S', '/TR').K as string[]).pop()],
    ['a skipped heading', 'heading level', (o) => (find(o, 'S', '/H1').S = '/H3')],
    ['an unknown type', 'no standard type', (o) => (find(o, 'S', '/Sect').S = '/Chapter')],
    ['a parent that is another', 'its parent is not', (o) => (find(o, 'S', '/H1').P = find(o, 'S', '/H1').Pg!)],
    ['an element with nothing in it', 'is empty', (o) => (find(o, 'S', '/H1').K = [])],
    [
      'an element twice in the tree',
      'twice',
      (o) => void (find(o, 'S', '/Sect').K as string[]).push((find(o, 'S', '/Sect').K as string[])[0]!),
    ],
    ['content of no element', 'belongs to no element', (o) => replace(page(o), '/MCID 0>>', '/MCID 999>>')],
    ['content that is missing', 'which is not there', (o) => replace(page(o), '/MCID 0>>', '/MCID 999>>')],
    ['a tag that is not its element', 'belongs to a H1', (o) => replace(page(o), /\/H1 <</, '/P <<')],
    ['ink outside', 'neither tagged', (o) => replace(page(o), /$/, '\n0 0 m 9 9 l S')],
    ['marked content inside another', 'inside', (o) => replace(page(o), /BDC\n/, 'BDC\n/Artifact BMC\nEMC\n')],
    ['marked content without an end', 'without an end', (o) => replace(page(o), /EMC\s*$/, '')],
    ['a font that is not embedded', 'not embedded', (o) => delete find(o, 'Type', '/FontDescriptor').FontFile2],
    ['a font without letters', 'no ToUnicode', (o) => delete find(o, 'Subtype', '/Type0').ToUnicode],
    ['a CIDSet', 'CIDSet', (o) => (find(o, 'Type', '/FontDescriptor').CIDSet = '1 0 R')],
    ['tabs out of order', 'Tabs', (o) => delete find(o, 'Type', '/Page').Tabs],
    ['a page without its key', 'in ParentTree', (o) => delete find(o, 'Type', '/Page').StructParents],
    ['no page labels', 'PageLabels', (o) => delete find(o, 'Type', '/Catalog').PageLabels],
    ['suspects', 'suspects', (o) => (markInfo(o).Suspects = true)],
    ['a language that is none', 'Lang:', (o) => (find(o, 'Type', '/Catalog').Lang = 'u:English, of course')],
    ['a form', 'has AcroForm', (o) => (find(o, 'Type', '/Catalog').AcroForm = {})],
    ['layers', 'has OCProperties', (o) => (find(o, 'Type', '/Catalog').OCProperties = {})],
    ['a script', 'has JavaScript', (o) => (names(o).JavaScript = {})],
    ['a lock', 'Encrypt', (o) => (trailer(o).Encrypt = '1 0 R')],
    ['no ID', 'ID: none', (o) => delete trailer(o).ID],
    ['no colour space', 'OutputIntents: expected', (o) => delete find(o, 'Type', '/Catalog').OutputIntents],
    [
      'a colour space of another purpose',
      'OutputIntents: not',
      (o) => (find(o, 'Type', '/OutputIntent').S = '/GTS_PDFX'),
    ],
    [
      'a profile that is none',
      'OutputIntents: no profile',
      (o) => delete find(o, 'Type', '/OutputIntent').DestOutputProfile,
    ],
    ['no PDF/UA', 'XMP: does not say PDF/UA-1', (o) => replace(xmp(o), '<pdfuaid:part>1', '<pdfuaid:part>2')],
    [
      'a schema that is not explained',
      'XMP: does not explain',
      (o) => replace(xmp(o), 'ua/ns/id/</pdfa', 'ua/ns/</pdfa'),
    ],
    ['another part of PDF/A', 'XMP: does not say PDF/A-2', (o) => replace(xmp(o), '<pdfaid:part>2', '<pdfaid:part>4')],
    ['another title in Info', 'XMP: dc:title is not', (o) => replace(xmp(o), /(<rdf:li xml:lang[^>]*>)/, '$1Old ')],
    [
      'another date in Info',
      'XMP: another ModDate',
      (o) => replace(xmp(o), '<xmp:ModifyDate>1970', '<xmp:ModifyDate>1971'),
    ],
    [
      'another producer in Info',
      'XMP: another producer',
      (o) => replace(xmp(o), '<pdf:Producer>', '<pdf:Producer>Not '),
    ],
    ['a packed XMP', 'XMP: packed', (o) => (xmp(o).dict.Filter = '/FlateDecode')],
    ['no heading', 'no H1', (o) => all(o, 'S', '/H1').map((each) => (each.S = '/P'))],
    ['a heading without a level', 'H: a heading', (o) => (find(o, 'S', '/H2').S = '/H')],
    [
      'a standard type that means another',
      'is a standard type',
      (o) => (find(o, 'Type', '/StructTreeRoot').RoleMap = { P: '/H1' }),
    ],
    [
      'a type that is mapped to no standard one',
      'no standard type',
      (o) => {
        find(o, 'Type', '/StructTreeRoot').RoleMap = { Chapter: '/Part2', Part2: '/Chapter' }
        find(o, 'S', '/Sect').S = '/Chapter'
      },
    ],
    ['a block inside running text', 'a block inside', (o) => (held(o, find(o, 'S', '/H1').P).S = '/Span')],
    ['a list without numbering', 'labels without ListNumbering', (o) => delete all(o, 'S', '/L').find(({ A }) => A)!.A],
    [
      'numbers of a list without labels',
      'numbers without labels',
      (o) => (all(o, 'S', '/L').find(({ A }) => !A)!.A = { O: '/List', ListNumbering: '/Decimal' }),
    ],
    ['a formula without words', 'no words for a formula', (o) => delete find(o, 'S', '/Formula').Alt],
    [
      'a picture without words',
      'no words for a picture',
      (o) => Object.assign(find(o, 'S', '/Formula'), { S: '/Figure', Alt: undefined }),
    ],
    [
      'words that are none',
      'ActualText without words',
      (o) => (all(o, 'S', '/P').find(({ ActualText }) => ActualText)!.ActualText = 'u:'),
    ],
    ['an element in no language', 'no language that is one', (o) => (find(o, 'S', '/P').Lang = 'u:')],
    ['a note without ID', 'no ID', (o) => (find(o, 'S', '/P').S = '/Note')],
    ['an ID given twice', 'again', (o) => all(o, 'S', '/P').map((each) => (each.ID = 'u:p'))],
    ['an artifact of no kind', 'of no kind', (o) => replace(page(o), '/Type /Layout', '/Type /Nothing')],
    ['a text without an end', 'ends nothing', (o) => replace(page(o), / ET\nEMC/, '\nEMC')],
    ['ink in colour', 'rg', (o) => replace(page(o), /0 g/, '1 0 0 rg')],
    [
      'another order than that of the page',
      'read after',
      (o) => void (find(o, 'S', '/Document').K as string[]).reverse(),
    ],
    ['a link that is hidden', 'is hidden', (o) => (find(o, 'Subtype', '/Link').F = 2)],
    ['a link off the page', 'not on its page', (o) => (find(o, 'Subtype', '/Link').Rect = [-9, 0, 9, 9])],
    ['a link that runs a program', 'something else', (o) => (find(o, 'Subtype', '/Link').A = { S: '/Launch' })],
    ['a link that leads nowhere', 'leads nowhere', (o) => delete find(o, 'Subtype', '/Link').Dest],
    ['an annotation that is no link', 'is no link', (o) => (find(o, 'Subtype', '/Link').Subtype = '/TrapNet')],
    ['no bookmarks', 'outline: none', (o) => delete find(o, 'Type', '/Catalog').Outlines],
    ['bookmarks that count wrong', 'counts wrong', (o) => (held(o, catalog(o).Outlines).Count = 1)],
    ['a bookmark to no page', 'leads to no page', (o) => (bookmark(o).Dest = ['1 0 R', '/Fit'])],
    ['a bookmark without a title', 'without a title', (o) => (bookmark(o).Title = 'u:')],
    [
      'a font that is not by glyph',
      'not by glyph',
      (o) => (find(o, 'Subtype', '/Type0').Encoding = '/WinAnsiEncoding'),
    ],
    [
      'a font without its map of glyphs',
      'no CIDToGIDMap',
      (o) => delete find(o, 'Subtype', '/CIDFontType2').CIDToGIDMap,
    ],
    ['a font with another name', 'not named', (o) => (find(o, 'Type', '/FontDescriptor').FontName = '/Arial')],
    ['widths that are wrong', 'wide, not', (o) => (find(o, 'Subtype', '/CIDFontType2').W = [0, [9, 9, 9]])],
    ['a letter that no font has', 'missing letter', (o) => replace(page(o), /<[0-9a-f]{4}/, '<0000')],
    ['a glyph that is not in its font', 'is not in the font', (o) => replace(page(o), /<[0-9a-f]{4}/, '<7fff')],
    ['a glyph without a letter', 'without a letter', (o) => replace(page(o), /<[0-9a-f]{4}/, '<7fff')],
    [
      'a letter that is none',
      'letters that are none',
      (o) =>
        replace(firstStream(o, 'beginbfchar'), /(beginbfchar\n<0000> <0000>\n<[0-9a-f]{4}>) <[0-9a-f]+>/, '$1 <feff>'),
    ],
  ])('of %s', (_, fault, spoil) => {
    const copy = new Map(structuredClone([...sound]))
    spoil(copy)
    expect(taggedPdfFaults(copy).join('\n')).toContain(fault)
  })
})
