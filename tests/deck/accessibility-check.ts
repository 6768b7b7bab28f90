/**
 * What PowerPoint's accessibility checker asks of a deck, and what it leaves to people: its published rules (missing and doubled titles,
 * alternative texts, header rows, merged cells, names of sections, words of links), and reading order, contrast against the slide's own
 * ground (WCAG 2.2, 1.4.3 and 1.4.11) and languages, which it does not look at.
 */
import { contrast } from '../../src/deck/place/contrast.js'
import { type PackageParts, part, type ReadSlide, readSections, readSlides, relationsOf } from './read-pptx.js'

/** Faults in words, each with the number of its slide; none is good. */
export function accessibilityFaults(parts: PackageParts): string[] {
  const slides = readSlides(parts)
  const each = (rule: (slide: ReadSlide) => string[]) =>
    slides.flatMap((slide, i) => rule(slide).map((fault) => `slide ${i + 1}: ${fault}`))
  return [
    ...each(titleFaults),
    ...doubles(slides.map(({ title }) => title ?? '')).map((title) => `two slides are called "${title}"`),
    ...each(alternativeFaults),
    ...each(tableFaults),
    ...each((slide) => linkFaults(slide, parts)),
    ...each(orderFaults),
    ...each((slide) => colourFaults(slide, parts)),
    ...each(languageFaults),
    ...sectionFaults(parts),
    ...propertyFaults(parts),
  ]
}

function doubles(names: readonly string[]): string[] {
  const seen = names.map((name) => name.replace(/\s+/g, ' ').trim().toLowerCase())
  return names.filter((_, i) => seen.indexOf(seen[i] ?? '') !== i)
}

const titleFaults = ({ title }: ReadSlide): string[] => (title === null || title.trim() === '' ? ['no title'] : [])

const isDecorative = (xml: string): boolean => xml.includes('<adec:decorative') && xml.includes('val="1"')
const describedAs = (xml: string): string => /<p:cNvPr [^>]*descr="([^"]*)"/.exec(xml)?.[1] ?? ''

/** Pictures, tables, lines and empty frames have words, or are marked as decoration. */
function alternativeFaults({ xml, shapes }: ReadSlide): string[] {
  const pictures = [...xml.matchAll(/<p:pic>.*?<\/p:pic>/gs)].map(([picture]) => ({ name: 'picture', xml: picture }))
  const silent = [
    ...shapes.filter((shape) => shape.xml.startsWith('<p:graphicFrame>') || !shape.xml.includes('<a:t>')),
    ...pictures,
  ]
  return silent.flatMap(({ name, xml: shape }) => {
    if (isDecorative(shape)) return []
    const words = describedAs(shape)
    if (words.trim() === '') return [`no alternative text for "${name}"`]
    return /\.(?:png|jpe?g|gif|svg)$/i.test(words) ? [`the alternative text of "${name}" is the name of a file`] : []
  })
}

function tableFaults({ xml }: ReadSlide): string[] {
  const tables = [...xml.matchAll(/<a:tbl>.*?<\/a:tbl>/gs)].map(([table]) => table)
  return tables.flatMap((table) => [
    ...(/<a:tblPr[^>]* firstRow="1"/.test(table) ? [] : ['a table without a header row']),
    ...(/ (?:gridSpan|rowSpan)="(?!1")|[hv]Merge="1"/.test(table) ? ['merged cells'] : []),
  ])
}

/** Words of a link say where it leads: no bare address, no "here". */
function linkFaults({ xml, path }: ReadSlide, parts: PackageParts): string[] {
  const relations = relationsOf(parts, path)
  const links = xml.matchAll(
    /<a:rPr[^>]*>(?:(?!<\/a:rPr>).)*<a:hlinkClick r:id="([^"]*)"(?:(?!<\/a:rPr>).)*<\/a:rPr><a:t>([^<]*)/gs,
  )
  return [...links].flatMap(([, id = '', words = '']) => {
    const target = relations.get(id)?.target ?? ''
    return words.trim() === target || /^(?:click )?here$/i.test(words.trim()) ? [`a link called "${words}"`] : []
  })
}

/** Read aloud in the order of the file: the title first, the bar and the number of the slide last. */
function orderFaults({ shapes }: ReadSlide): string[] {
  const names = shapes.map(({ placeholder, name }) => placeholder.split(' ')[0] || name)
  const bar = names.indexOf('Clock bar')
  return [
    ...(names[0] === 'title' ? [] : [`it begins with "${names[0]}"`]),
    ...(names.at(-1) === 'sldNum' ? [] : [`it ends with "${names.at(-1)}"`]),
    ...(bar < 0 || bar === names.length - 2 ? [] : ['the bar is read before other things']),
  ]
}

/** The colours of a theme by the names that slides use for them. */
function paletteOf(parts: PackageParts): Map<string, string> {
  const theme = part(parts, 'ppt/theme/theme1.xml')
  const own = new Map(
    [...theme.matchAll(/<a:(\w+)><a:srgbClr val="([^"]*)"\/>/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const map = /<p:clrMap ([^>]*)\/>/.exec(part(parts, 'ppt/slideMasters/slideMaster1.xml'))?.[1] ?? ''
  return new Map([...map.matchAll(/(\w+)="(\w+)"/g)].map(([, name = '', key = '']) => [name, own.get(key) ?? '']))
}

/** Words need 4.5:1 against the ground, lines and fills 3:1; what a layout says counts as well. */
function colourFaults({ xml, path }: ReadSlide, parts: PackageParts): string[] {
  const palette = paletteOf(parts)
  const ground = palette.get('bg1') ?? ''
  const layout = [...relationsOf(parts, path).values()].find(({ type }) => type === 'slideLayout')?.target ?? ''
  const all = xml + part(parts, layout)
  const words = [...all.matchAll(/<a:(?:rPr|defRPr)[^>]*>(?:(?!<\/a:(?:rPr|defRPr)>).)*?<a:schemeClr val="(\w+)"/gs)]
  const marks = [...all.matchAll(/<a:ln [^>]*>(?:(?!<\/a:ln>).)*?<a:schemeClr val="(\w+)"/gs)]
  const faint = (found: readonly RegExpMatchArray[], least: number, what: string) =>
    [...new Set(found.map(([, name = '']) => name))].flatMap((name) => {
      const ratio = contrast(palette.get(name) ?? '', ground)
      return ratio >= least ? [] : [`${what} in ${name} have ${ratio.toFixed(1)}:1`]
    })
  return [...faint(words, 4.5, 'words'), ...faint(marks, 3, 'lines')]
}

const languageFaults = ({ xml }: ReadSlide): string[] =>
  [...xml.matchAll(/<a:rPr([^>]*)>/g)].some(([, attributes = '']) => !/ lang="[a-z]{2,3}/i.test(attributes))
    ? ['words without a language']
    : []

function sectionFaults(parts: PackageParts): string[] {
  const names = readSections(parts).map(({ name }) => name)
  return [
    ...names
      .filter((name) => /^(?:default|untitled )?section(?: \d+)?$/i.test(name) || name.trim() === '')
      .map((name) => `a section called "${name}"`),
    ...doubles(names).map((name) => `two sections are called "${name}"`),
  ]
}

function propertyFaults(parts: PackageParts): string[] {
  const core = part(parts, 'docProps/core.xml')
  return ['dc:title', 'dc:language']
    .filter((name) => !new RegExp(`<${name}>[^<]+</${name}>`).test(core))
    .map((name) => `no ${name}`)
}
