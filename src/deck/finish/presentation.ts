/** Repairs on the presentation part, the notes master and the package's own parts. */
import { createHash } from 'node:crypto'
import { editParts, type FinishStep, notesPath, type Parts, shownPictures, unrelate } from './parts.js'
import { officeLanguage } from './text.js'
import { escapeXml, namespaces, relationships, xmlHead } from './xml.js'

const presentation = /^ppt\/presentation\.xml$/

/** The schema wants the notes master before the slides; Keynote refuses files without it. */
export const orderMasters: FinishStep = (parts) => {
  editParts(parts, presentation, (xml) => {
    const list = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml)?.[0]
    return list ? xml.replace(list, '').replace('<p:sldIdLst>', `${list}<p:sldIdLst>`) : xml
  })
}

/** Notes pages have the shape of paper; the library gives them the slide's width as height. */
export const sizeNotes: FinishStep = (parts) => {
  editParts(parts, presentation, (xml) => xml.replace(/<p:notesSz[^>]*\/>/, '<p:notesSz cx="6858000" cy="9144000"/>'))
}

/** Section ids are random in the library; ours come from title and name, so that the same sheet gives the same bytes. */
export const fixSectionIds: FinishStep = (parts, { slides }) => {
  editParts(parts, presentation, (xml) =>
    xml.replace(
      /<p14:section name="([^"]*)" id="[^"]*">/g,
      (_, name: string) => `<p14:section name="${name}" id="${guid(`${slides.title}\n${name}`)}">`,
    ),
  )
}

/** A GUID in the form of version 5 (RFC 9562, name-based). */
function guid(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex').toUpperCase()
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16).toUpperCase()
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}}`
}

/** The default language of text that is typed in later, and the side from which the program turns slides. */
export const setDefaultLanguage: FinishStep = (parts, { slides }) => {
  editParts(parts, presentation, (xml) =>
    (slides.dir === 'rtl' ? fromTheRight(xml) : xml).replace(
      '<p:defaultTextStyle><a:lvl1pPr',
      `<p:defaultTextStyle><a:defPPr><a:defRPr lang="${escapeXml(officeLanguage(slides.lang))}"/></a:defPPr><a:lvl1pPr`,
    ),
  )
}

const fromTheRight = (xml: string): string =>
  xml
    .replace('<p:presentation ', '<p:presentation rtl="1" ')
    .replace(/ algn="l" (defTabSz="\d+") rtl="0"/g, ' algn="r" $1 rtl="1"')

/** The instructor turns the slides, not a stored time; unless the template asks for that. */
export const keepControl: FinishStep = (parts, { slides }) => {
  parts.set(
    'ppt/presProps.xml',
    `${xmlHead}<p:presentationPr ${namespaces}><p:showPr showNarration="1" useTimings="${slides.autoAdvance ? 1 : 0}"><p:present/></p:showPr></p:presentationPr>`,
  )
}

/** The notes master gets a theme of its own, and notes lose the creation id that the library gives to all alike. */
export const repairNotesMaster: FinishStep = (parts) => {
  parts.set(
    'ppt/notesMasters/_rels/notesMaster1.xml.rels',
    relationships([{ type: 'theme', target: '../theme/theme2.xml' }]),
  )
  const drop = (xml: string) => xml.replace(/<p:extLst><p:ext uri="\{BB962C8B.*?<\/p:extLst>/s, '')
  editParts(parts, notesPath, drop)
  // A date of 2019 stands in the library's master; an empty field shows today's wherever it is switched on.
  editParts(parts, /^ppt\/notesMasters\/notesMaster1\.xml$/, (xml) =>
    drop(xml).replace('<a:t>7/23/19</a:t>', '<a:t></a:t>'),
  )
}

/** Slides without notes have no notes page: the library writes an empty one for each. */
export const dropEmptyNotes: FinishStep = (parts, { slides }) => {
  slides.slides.forEach(({ notes }, i) => {
    if (notes.length > 0) return
    const name = `notesSlide${i + 1}.xml`
    parts.delete(`ppt/notesSlides/${name}`)
    parts.delete(`ppt/notesSlides/_rels/${name}.rels`)
    unrelate(parts, `ppt/slides/slide${i + 1}.xml`, `../notesSlides/${name}`)
  })
}

/** Title, language and the given date; the library writes today's date and no language. */
export const writeProperties: FinishStep = (parts, { slides, date }) => {
  const stamp = date.toISOString().replace(/\.\d+Z$/, 'Z')
  parts.set(
    'docProps/core.xml',
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(slides.title)}</dc:title><dc:creator>Cold Recall</dc:creator><cp:lastModifiedBy>Cold Recall</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified><dc:language>${escapeXml(slides.lang)}</dc:language></cp:coreProperties>`,
  )
  parts.set(
    'docProps/app.xml',
    `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Cold Recall</Application><Slides>${slides.slides.length}</Slides><Notes>${slides.slides.filter(({ notes }) => notes.length > 0).length}</Notes><HiddenSlides>0</HiddenSlides></Properties>`,
  )
}

const presentationType = 'application/vnd.openxmlformats-officedocument.presentationml'
const officeType = 'application/vnd.openxmlformats-officedocument'

/** Content type by path. Order does not matter: the patterns do not overlap. */
const types: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, `${presentationType}.presentation.main+xml`],
  [/^ppt\/slides\/[^/]+$/, `${presentationType}.slide+xml`],
  [/^ppt\/slideLayouts\/[^/]+$/, `${presentationType}.slideLayout+xml`],
  [/^ppt\/slideMasters\/[^/]+$/, `${presentationType}.slideMaster+xml`],
  [/^ppt\/notesSlides\/[^/]+$/, `${presentationType}.notesSlide+xml`],
  [/^ppt\/notesMasters\/[^/]+$/, `${presentationType}.notesMaster+xml`],
  [/^ppt\/presProps\.xml$/, `${presentationType}.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${presentationType}.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${presentationType}.tableStyles+xml`],
  [/^ppt\/theme\/[^/]+$/, `${officeType}.theme+xml`],
  [/^docProps\/app\.xml$/, `${officeType}.extended-properties+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
]

/** Types of the parts that are there, and of no others: the library lists a slide master a slide. */
export const writeContentTypes: FinishStep = (parts: Parts, job) => {
  parts.delete('[Content_Types].xml')
  const paths = [...parts.keys()].filter((path) => !path.endsWith('.rels')).sort()
  const extensions = new Set(shownPictures(job).map(({ format }) => format))
  const pictures = [
    ...(extensions.has('jpeg') ? ['<Default Extension="jpg" ContentType="image/jpeg"/>'] : []),
    ...(extensions.has('png') ? ['<Default Extension="png" ContentType="image/png"/>'] : []),
  ].join('')
  const overrides = paths.map((path) => {
    const type = types.find(([pattern]) => pattern.test(path))?.[1]
    if (!type) throw new Error(`No content type is known for "${path}"`)
    return `<Override PartName="/${path}" ContentType="${type}"/>`
  })
  parts.set(
    '[Content_Types].xml',
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${pictures}${overrides.join('')}</Types>`,
  )
}
