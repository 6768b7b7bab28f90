/** Repairs on the notes master and the package's own parts. */
import { editParts, type PackageStep, type RestStep } from './parts.js'
import { inLanguage } from './text.js'
import { escapeXml, namespaces, relationships, xmlHead } from './xml.js'

/** The instructor turns the slides, not a stored time; unless the template asks for that. */
export const keepControl: RestStep = (parts, { slides }) => {
  parts.set(
    'ppt/presProps.xml',
    `${xmlHead}<p:presentationPr ${namespaces}><p:showPr showNarration="1" useTimings="${slides.autoAdvance ? 1 : 0}"><p:present/></p:showPr></p:presentationPr>`,
  )
}

/** The notes master gets a theme of its own and the deck's language. */
export const repairNotesMaster: RestStep = (parts, { slides }) => {
  parts.set(
    'ppt/notesMasters/_rels/notesMaster1.xml.rels',
    relationships([{ type: 'theme', target: '../theme/theme2.xml' }]),
  )
  editParts(parts, /^ppt\/notesMasters\/notesMaster1\.xml$/, (xml) =>
    inLanguage(xml, slides.lang)
      .replace(/<p:extLst><p:ext uri="\{BB962C8B.*?<\/p:extLst>/s, '')
      // A date of 2019 stands in the library's master; an empty field shows today's wherever it is switched on.
      .replace('<a:t>7/23/19</a:t>', '<a:t></a:t>'),
  )
}

/** Title, language and the given date; the library writes today's date and no language. */
export const writeProperties: PackageStep = (parts, { title, lang, slides, date }) => {
  const stamp = new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')
  parts.set(
    'docProps/core.xml',
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Cold Recall</dc:creator><cp:lastModifiedBy>Cold Recall</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified><dc:language>${escapeXml(lang)}</dc:language></cp:coreProperties>`,
  )
  parts.set(
    'docProps/app.xml',
    `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Cold Recall</Application><Slides>${slides.length}</Slides><Notes>${slides.filter(({ hasNotes }) => hasNotes).length}</Notes><HiddenSlides>0</HiddenSlides></Properties>`,
  )
}

const presentationType = 'application/vnd.openxmlformats-officedocument.presentationml'
const officeType = 'application/vnd.openxmlformats-officedocument'

/** Content types of parts that are there once, and of all those in a folder. */
const types: Readonly<Record<string, string>> = {
  'ppt/presentation.xml': `${presentationType}.presentation.main+xml`,
  'ppt/slides/': `${presentationType}.slide+xml`,
  'ppt/slideLayouts/': `${presentationType}.slideLayout+xml`,
  'ppt/slideMasters/': `${presentationType}.slideMaster+xml`,
  'ppt/notesSlides/': `${presentationType}.notesSlide+xml`,
  'ppt/notesMasters/': `${presentationType}.notesMaster+xml`,
  'ppt/presProps.xml': `${presentationType}.presProps+xml`,
  'ppt/viewProps.xml': `${presentationType}.viewProps+xml`,
  'ppt/tableStyles.xml': `${presentationType}.tableStyles+xml`,
  'ppt/theme/': `${officeType}.theme+xml`,
  'docProps/app.xml': `${officeType}.extended-properties+xml`,
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
}

/** Types of the parts that are there, and of no others: the library lists a slide master a slide. */
export const writeContentTypes: PackageStep = (parts, facts) => {
  const paths = [...parts.keys(), ...facts.paths].filter((path) => !path.endsWith('.rels')).sort()
  const extensions = new Set(facts.formats)
  const pictures = [
    ...(extensions.has('jpeg') ? ['<Default Extension="jpg" ContentType="image/jpeg"/>'] : []),
    ...(extensions.has('png') ? ['<Default Extension="png" ContentType="image/png"/>'] : []),
  ].join('')
  const overrides = paths.map((path) => {
    const type = types[path.slice(0, path.lastIndexOf('/') + 1)] ?? types[path]
    if (!type) throw new Error(`No content type is known for "${path}"`)
    return `<Override PartName="/${path}" ContentType="${type}"/>`
  })
  parts.set(
    '[Content_Types].xml',
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${pictures}${overrides.join('')}</Types>`,
  )
}
