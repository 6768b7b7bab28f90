/** The presentation part: slides in order, custom shows, sections, defaults. */
import { createHash } from 'node:crypto'
import type { PackageFacts, PackageStep } from './parts.js'
import { officeLanguage } from './text.js'
import { emu, escapeXml, namespaces, relationships, xmlHead } from './xml.js'

/**
 * The presentation part and its relationships, written whole: the library draws samples, not slides, and what it writes would want
 * repair in every element. The notes master stands before the slides, as the schema wants (Keynote refuses files without it); notes
 * pages have the shape of paper; text that is typed in later has the deck's language.
 */
export const writePresentation: PackageStep = (parts, facts) => {
  const count = facts.slides.length
  const ids = facts.slides.map((_, i) => `<p:sldId id="${firstSlideId + i}" r:id="${relationOf(i)}"/>`).join('')
  const { width, height } = facts.size
  parts.set(
    'ppt/presentation.xml',
    `${xmlHead}<p:presentation${facts.dir === 'rtl' ? ' rtl="1"' : ''} ${namespaces} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId${count + 2}"/></p:notesMasterIdLst><p:sldIdLst>${ids}</p:sldIdLst><p:sldSz cx="${emu(width)}" cy="${emu(height)}"/><p:notesSz cx="6858000" cy="9144000"/>${showsXml(facts)}${defaultStyleXml(facts)}${sectionsXml(facts)}</p:presentation>`,
  )
  parts.set(
    'ppt/_rels/presentation.xml.rels',
    relationships([
      { type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      ...facts.slides.map((_, i) => ({ type: 'slide', target: `slides/slide${i + 1}.xml` })),
      { type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
      { type: 'presProps', target: 'presProps.xml' },
      { type: 'viewProps', target: 'viewProps.xml' },
      { type: 'theme', target: 'theme/theme1.xml' },
      { type: 'tableStyles', target: 'tableStyles.xml' },
    ]),
  )
}

/** The least that the schema allows. */
const firstSlideId = 256

/** Relationship of the presentation to its slide `index`; rId1 is the master. */
const relationOf = (index: number): string => `rId${index + 2}`

/** A custom show a day, to run it alone from the deck of a week (`p:custShow` of ISO/IEC 29500-1). */
function showsXml({ shows, slides }: PackageFacts): string {
  const indexOf = new Map(slides.map(({ id }, i) => [id, i]))
  const rows = shows.map(({ name, slides: ids }, i) => {
    const members = ids.map((id) => `<p:sld r:id="${relationOf(indexOf.get(id) ?? 0)}"/>`)
    return `<p:custShow name="${escapeXml(name)}" id="${i}"><p:sldLst>${members.join('')}</p:sldLst></p:custShow>`
  })
  return rows.length === 0 ? '' : `<p:custShowLst>${rows.join('')}</p:custShowLst>`
}

/** Look of text boxes that someone adds later. */
function defaultStyleXml({ lang, dir }: PackageFacts): string {
  const [side, rtl] = dir === 'rtl' ? ['r', 1] : ['l', 0]
  const level = (_: unknown, i: number) =>
    `<a:lvl${i + 1}pPr marL="${i * 457_200}" algn="${side}" defTabSz="914400" rtl="${rtl}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${i + 1}pPr>`
  return `<p:defaultTextStyle><a:defPPr><a:defRPr lang="${escapeXml(officeLanguage(lang))}"/></a:defPPr>${Array.from({ length: 9 }, level).join('')}</p:defaultTextStyle>`
}

/** Sections in the order in which they begin. Their ids come from title and name: the same sheet gives the same bytes. */
function sectionsXml({ title, slides }: PackageFacts): string {
  if (slides.length === 0) return ''
  const sections = new Map<string, string[]>()
  slides.forEach(({ section }, i) => {
    const name = escapeXml(section)
    const ids = sections.get(name) ?? []
    ids.push(`<p14:sldId id="${firstSlideId + i}"/>`)
    sections.set(name, ids)
  })
  const rows = [...sections].map(
    ([name, ids]) =>
      `<p14:section name="${name}" id="${guid(`${title}\n${name}`)}"><p14:sldIdLst>${ids.join('')}</p14:sldIdLst></p14:section>`,
  )
  return `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${rows.join('')}</p14:sectionLst></p:ext><p:ext uri="{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"><p15:sldGuideLst xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main"/></p:ext></p:extLst>`
}

/** A GUID in the form of version 5 (RFC 9562, name-based). */
function guid(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex').toUpperCase()
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16).toUpperCase()
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}}`
}
