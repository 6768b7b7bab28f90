/** Repairs and additions on the slides: placeholders, inheritance, alternative texts, numbers, ids. */
import { numberMark } from '../draw/looks.js'
import type { Item, Placeholder, SlideLayout } from '../slides-model.js'
import { placeholderLabels, placeholderTypes, slideNumberField, slideNumberType } from './master.js'
import { editParts, type SampleStep, slidePath } from './parts.js'
import { officeLanguage } from './text.js'
import { schemeColour } from './theme.js'
import { editShapes, escapeXml } from './xml.js'

const nameOf = (shape: string): string => /<p:cNvPr id="\d+" name="([^"]*)"/.exec(shape)?.[1] ?? ''

/** Empty placeholders that the library adds for everything a layout offers: an editor would show "Click to add text". */
export const dropUnfilled: SampleStep = (parts) => {
  editParts(parts, slidePath, (xml) =>
    editShapes(xml, (shape) => (shape.includes('<p:ph') && !shape.includes('<a:r>') ? '' : shape)),
  )
}

/**
 * Placeholders take position, size, colour and weight from their layout: only what differs stays on the slide, so that
 * restyling the master restyles the deck. The type and index are those of our layouts; a title has no index, or
 * python-pptx and others do not find it.
 */
export const inheritFromLayout: SampleStep = (parts, { slides }) => {
  const layouts = new Map(slides.layouts.map((layout) => [layout.name, layout]))
  editParts(parts, slidePath, (xml, number) => {
    const slide = slides.slides[number - 1]
    const layout = slide && layouts.get(slide.layout)
    return layout ? editShapes(xml, (shape) => inherit(shape, layout)) : xml
  })
}

function inherit(shape: string, layout: SlideLayout): string {
  if (!shape.includes('<p:ph')) return shape
  const placeholder = layout.placeholders.find(({ name }) => placeholderLabels[name] === nameOf(shape))
  if (!placeholder) return shape
  return shape
    .replace(/<p:cNvSpPr\/>/, '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>')
    .replace(/<p:ph[^>]*>/, `<p:ph ${placeholderTypes[placeholder.name]}/>`)
    .replace(/<p:spPr>.*?<\/p:spPr>/s, '<p:spPr/>')
    .replace(/<a:bodyPr.*?<\/a:bodyPr>/s, '<a:bodyPr/>')
    .replace(/<a:rPr ([^>]*)>(.*?)<\/a:rPr>/gs, (_, attributes: string, content: string) =>
      inheritRun(attributes, content, placeholder),
    )
    .replace(/ indent="0" marL="0"/g, '')
    .replace(/<a:buNone\/>/g, '')
    .replace(/<a:pPr\s*><\/a:pPr>|<a:pPr\s*\/>/g, '')
    .replace(/(<a:endParaRPr[^>]*?) sz="\d+"/g, '$1')
}

function inheritRun(attributes: string, content: string, { size, strong, colour }: Placeholder): string {
  const fill = `<a:solidFill><a:schemeClr val="${schemeColour[colour]}"/></a:solidFill>`
  let kept = attributes.replace(` sz="${Math.round(size * 100)}"`, '')
  if (strong) kept = kept.includes(' b="1"') ? kept.replace(' b="1"', '') : `${kept} b="0"`
  return `<a:rPr ${kept}>${content.startsWith(fill) ? content.slice(fill.length) : content}</a:rPr>`
}

/** A shape without a text body makes PowerPoint offer a repair (gitbrent/PptxGenJS#1441). */
export const addTextBodies: SampleStep = (parts) => {
  const body =
    '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>'
  editParts(parts, slidePath, (xml) =>
    editShapes(xml, (shape) =>
      shape.startsWith('<p:sp>') && !shape.includes('<p:txBody>') ? shape.replace('</p:sp>', `${body}</p:sp>`) : shape,
    ),
  )
}

const decorative =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

/** Alternative text, or the decorative mark, on everything that is not text itself; the header row of tables. */
export const addAlternatives: SampleStep = (parts, { slides }) => {
  editParts(parts, slidePath, (xml, number) => {
    const items = slides.slides[number - 1]?.items ?? []
    return editShapes(xml, (shape) => describe(shape, items)).replaceAll(
      '<a:tblPr/>',
      `<a:tblPr${slides.dir === 'rtl' ? ' rtl="1"' : ''} firstRow="1"/>`,
    )
  })
}

function describe(shape: string, items: readonly Item[]): string {
  const name = nameOf(shape)
  const item = items.find((each) => each.type !== 'placeholder' && escapeXml(each.name) === name)
  if (!item || item.type === 'placeholder' || item.type === 'text' || item.type === 'panel') return shape
  const alt = item.type === 'rule' || item.type === 'bar' ? null : item.alt
  return shape.replace(/<p:cNvPr (id="\d+" name="[^"]*")(?:\/>|><\/p:cNvPr>)/, (_, head: string) =>
    alt === null ? `<p:cNvPr ${head}>${decorative}</p:cNvPr>` : `<p:cNvPr ${head} descr="${escapeXml(alt)}"/>`,
  )
}

/** A slide number in a placeholder of its own, last in reading order. */
export const addSlideNumbers: SampleStep = (parts, { slides }) => {
  const field = slideNumberField(escapeXml(officeLanguage(slides.lang)), numberMark)
  editParts(parts, slidePath, (xml) => {
    const shape = `<p:sp><p:nvSpPr><p:cNvPr id="0" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${slideNumberType}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>${field}</a:p></p:txBody></p:sp>`
    return xml.replace('</p:spTree>', `${shape}</p:spTree>`)
  })
}

/** The library counts tables and texts apart, so that a table and a title may share an id (gitbrent/PptxGenJS#1532). */
export const numberShapes: SampleStep = (parts) => {
  editParts(parts, slidePath, (xml) => {
    let next = 1
    return xml.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${next++}"`)
  })
}

/** The stable id of a slide stands in its name, for whoever compares two decks. */
export const nameSlides: SampleStep = (parts, { slides }) => {
  editParts(parts, slidePath, (xml, number) =>
    xml.replace(/<p:cSld name="[^"]*">/, () => `<p:cSld name="${escapeXml(slides.slides[number - 1]?.id ?? '')}">`),
  )
}

/** Relationships of slides: to the layouts that are there, numbered from 1 (the library has one before them), and to notes only where there are any. */
export const relateSlides: SampleStep = (parts, { slides }) => {
  slides.slides.forEach(({ notes }, i) => {
    const path = `ppt/slides/_rels/slide${i + 1}.xml.rels`
    const [before, after] = [`../notesSlides/notesSlide${i + 1}.xml`, `../notesSlides/notesSlide${numberMark}.xml`]
    const xml = (parts.get(path) ?? '').replace(
      /slideLayout(\d+)\.xml/,
      (_, number: string) => `slideLayout${Number(number) - 1}.xml`,
    )
    const edit = (row: string) => (notes.length > 0 ? row.replace(before, after) : '')
    parts.set(
      path,
      xml.replace(/<Relationship [^>]*\/>/g, (row) => (row.includes(`"${before}"`) ? edit(row) : row)),
    )
  })
}
