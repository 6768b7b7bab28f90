/** What the file says of itself as a whole: title, language, standards; and what it must not have. */
import { XmlDocument } from 'libxml2-wasm'
import { type Reader, tagPattern } from './objects.js'

export function documentFaults(reader: Reader): string[] {
  const catalog = reader.catalog()
  const trailer = reader.trailer()
  const info = reader.dict(trailer.Info)
  const faults: string[] = []
  const need = (holds: boolean, fault: string) => holds || faults.push(fault)
  const marks = reader.dict(catalog.MarkInfo)
  need(marks.Marked === true, 'MarkInfo: not marked')
  need(marks.Suspects !== true, 'MarkInfo: suspects')
  need(tagPattern.test(reader.text(catalog.Lang)), 'Lang: no language')
  need(reader.dict(catalog.ViewerPreferences).DisplayDocTitle === true, 'DisplayDocTitle: not set')
  need(reader.text(info.Title) !== '', 'Info: no title')
  need(numbersFromZero(reader), 'PageLabels: none for the first page')
  need(reader.list(trailer.ID).length === 2, 'ID: none')
  for (const key of ['OCProperties', 'AcroForm', 'OpenAction', 'AA', 'Requirements', 'Perms', 'Collection'])
    need(catalog[key] === undefined, `Catalog: has ${key}, which a workbook does without`)
  need(trailer.Encrypt === undefined, 'Encrypt: the file is locked')
  const names = Object.keys(reader.dict(catalog.Names)).filter((key) => key !== 'Dests')
  need(names.length === 0, `Names: has ${names.join()}, which a workbook does without`)
  return [...faults, ...colourFaults(reader), ...xmpFaults(reader)]
}

function numbersFromZero(reader: Reader): boolean {
  const labels = reader.dict(reader.catalog().PageLabels)
  return reader.list(labels.Nums)[0] === 0
}

/** PDF/A: grey means something only where the file says in which colour space. */
function colourFaults(reader: Reader): string[] {
  const [intent, ...more] = reader.list(reader.catalog().OutputIntents).map((each) => reader.dict(each))
  if (!intent || more.length > 0) return ['OutputIntents: expected one']
  if (reader.name(intent.S) !== 'GTS_PDFA1') return ['OutputIntents: not that of PDF/A']
  const profile = reader.stream(intent.DestOutputProfile)
  const spaces: Record<string, number> = { GRAY: 1, 'RGB ': 3, CMYK: 4 }
  const components = reader.dict(intent.DestOutputProfile).N
  return components !== undefined && spaces[profile.slice(16, 20)] === components
    ? []
    : ['OutputIntents: no profile of so many components']
}

const spaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  schema: 'http://www.aiim.org/pdfa/ns/schema#',
}

function xmpFaults(reader: Reader): string[] {
  const metadata = reader.catalog().Metadata
  if (reader.dict(metadata).Filter !== undefined) return ['XMP: packed, so that no search finds it']
  const xml = Buffer.from(reader.stream(metadata), 'latin1').toString('utf8')
  let document: XmlDocument
  try {
    document = XmlDocument.fromString(xml)
  } catch {
    return ['XMP: not well-formed']
  }
  const said = (path: string): string => document.get(path, spaces)?.content ?? ''
  const info = reader.dict(reader.trailer().Info)
  const faults: string[] = []
  const need = (holds: boolean, fault: string) => holds || faults.push(`XMP: ${fault}`)
  need(said('//dc:title//rdf:li') !== '', 'no dc:title')
  need(said('//dc:title//rdf:li') === reader.text(info.Title), 'dc:title is not the title of Info')
  need(said('//pdfuaid:part') === '1', 'does not say PDF/UA-1')
  need(said('//schema:namespaceURI') === spaces.pdfuaid, 'does not explain what PDF/UA is')
  need(/^2[AB]$/.test(said('//pdfaid:part') + said('//pdfaid:conformance')), 'does not say PDF/A-2')
  need(said('//xmp:CreatorTool') === reader.text(info.Creator), 'another creator than Info')
  need(said('//pdf:Producer') === reader.text(info.Producer), 'another producer than Info')
  for (const [path, key] of [
    ['xmp:CreateDate', 'CreationDate'],
    ['xmp:ModifyDate', 'ModDate'],
  ] as const)
    need(`D:${said(`//${path}`).replace(/[-:T]/g, '')}` === reader.text(info[key]), `another ${key} than Info`)
  document.dispose()
  return faults
}
