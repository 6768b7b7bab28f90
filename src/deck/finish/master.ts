/**
 * The slide master and its layouts.
 *
 * Written whole from the Slides model: the library's master has no title and body, its layouts can hold neither footer, date nor
 * number, and its own look is repeated on every slide instead of being inherited.
 */
import { bandBox } from '../place/layouts.js'
import { mirroredBox } from '../place/mirror.js'
import {
  type Box,
  type DeckLook,
  layoutNames,
  type Placeholder,
  type PlaceholderName,
  type SlideLayout,
} from '../slides-model.js'
import type { RestStep } from './parts.js'
import { officeLanguage } from './text.js'
import { mapOf, schemeColour } from './theme.js'
import { emu, escapeXml, namespaces, relationships, xmlHead } from './xml.js'

/** Type and index that tie a slide's placeholder to its layout's. `title` has index 0, unwritten: so other readers find it. */
export const placeholderTypes: Record<PlaceholderName, string> = {
  title: 'type="title"',
  body: 'type="body" idx="1"',
  where: 'type="body" sz="quarter" idx="13"',
  code: 'type="body" sz="quarter" idx="14"',
  cue: 'type="body" sz="quarter" idx="15"',
  page: 'type="body" sz="quarter" idx="16"',
}

/** Names of the shapes, as the selection pane lists them. */
export const placeholderLabels: Record<PlaceholderName, string> = {
  title: 'Title',
  body: 'Text',
  where: 'Where we are',
  code: 'Code',
  cue: 'What to do',
  page: 'Sheet page',
}

/** Attributes of `p:ph` by which the slide number's placeholder is the same on the master, on layouts and on slides. */
export const slideNumberType = 'type="sldNum" sz="quarter" idx="12"'

/**
 * The field that shows a slide's number. `lang` is an office language tag (`officeLanguage`), `number` what stands there until a viewer counts. Any stable
 * GUID will do: it names the field's instance, not its kind.
 */
export const slideNumberField = (lang: string, number: string): string =>
  `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${lang}"/><a:t>${number}</a:t></a:fld>`

/** Writes slideMaster1 and slideLayout1–n; the library's empty "DEFAULT" layout goes. */
export const writeMaster: RestStep = (parts, { slides }) => {
  for (const path of [...parts.keys()]) if (/^ppt\/slide(Layouts|Masters)\//.test(path)) parts.delete(path)
  slides.layouts.forEach((layout, i) => {
    parts.set(`ppt/slideLayouts/slideLayout${i + 1}.xml`, layoutXml(layout, slides))
    parts.set(
      `ppt/slideLayouts/_rels/slideLayout${i + 1}.xml.rels`,
      relationships([{ type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]),
    )
  })
  parts.set('ppt/slideMasters/slideMaster1.xml', masterXml(slides))
  parts.set(
    'ppt/slideMasters/_rels/slideMaster1.xml.rels',
    relationships([
      ...slides.layouts.map((_, i) => ({ type: 'slideLayout', target: `../slideLayouts/slideLayout${i + 1}.xml` })),
      { type: 'theme', target: '../theme/theme1.xml' },
    ]),
  )
}

/** The beginning of a shape tree (`p:spTree`): the group, with neither name nor size, that holds all shapes of a part. */
export const treeHead =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

interface Sketch {
  name: string
  /** Attributes of `p:ph`. */
  ph: string
  box: Box
  anchor: Placeholder['anchor']
  /** Content of `a:lstStyle`. */
  styles: string
  /** Content of the paragraph. */
  text: string
  fit: boolean
}

const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const

function shapeXml({ name, ph, box, anchor, styles, text, fit }: Sketch, id: number): string {
  const place = `<a:xfrm><a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.w)}" cy="${emu(box.h)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
  const body = `<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchors[anchor]}">${fit ? '<a:normAutofit/>' : ''}</a:bodyPr>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody>${body}<a:lstStyle>${styles}</a:lstStyle><a:p>${text}</a:p></p:txBody></p:sp>`
}

const fillXml = (colour: Placeholder['colour']): string =>
  `<a:solidFill><a:schemeClr val="${schemeColour[colour]}"/></a:solidFill>`

const levels = [1, 2, 3, 4, 5]

/** The same size and colour on all levels: what is smaller or quieter on a slide says so itself. */
function levelStyles({ size, strong, colour, align }: Placeholder, { dir }: DeckLook): string {
  const look = `<a:defRPr sz="${Math.round(size * 100)}" b="${strong ? 1 : 0}">${fillXml(colour)}</a:defRPr>`
  return levels
    .map(
      (level) =>
        `<a:lvl${level}pPr algn="${align === 'left' ? 'l' : 'r'}"${dir === 'rtl' ? ' rtl="1"' : ''}>${look}</a:lvl${level}pPr>`,
    )
    .join('')
}

function placeholderSketch(placeholder: Placeholder, slides: DeckLook): Sketch {
  const lang = escapeXml(officeLanguage(slides.lang))
  return {
    name: placeholderLabels[placeholder.name],
    ph: placeholderTypes[placeholder.name],
    box: placeholder.box,
    anchor: placeholder.anchor,
    styles: levelStyles(placeholder, slides),
    text: `<a:r><a:rPr lang="${lang}"/><a:t>${escapeXml(placeholder.hint)}</a:t></a:r>`,
    fit: true,
  }
}

/** Date, footer and slide number: the standard three, small, at the foot. */
function footSketches(slides: DeckLook, master: boolean): Sketch[] {
  const lang = escapeXml(officeLanguage(slides.lang))
  const rtl = slides.dir === 'rtl'
  const type = master ? ['idx="2"', 'idx="3"', 'idx="4"'] : ['idx="10"', 'idx="11"', 'idx="12"']
  const foot = (name: string, ph: string, from: number, to: number, align: string, text: string): Sketch => ({
    name,
    ph,
    box: rtl
      ? mirroredBox(bandBox(slides.size, 'foot', from, to), slides.size.width)
      : bandBox(slides.size, 'foot', from, to),
    anchor: 'middle',
    styles: `<a:lvl1pPr algn="${rtl === (align === 'l') ? 'r' : 'l'}"${rtl ? ' rtl="1"' : ''}><a:defRPr sz="${slides.numberSize * 100}">${fillXml('quiet')}</a:defRPr></a:lvl1pPr>`,
    text,
    fit: false,
  })
  const end = `<a:endParaRPr lang="${lang}"/>`
  return [
    foot('Date', `type="dt" sz="half" ${type[0]}`, 0.7, 0.9, 'r', end),
    foot('Footer', `type="ftr" sz="quarter" ${type[1]}`, 0, 0.7, 'l', end),
    foot('Slide number', `type="sldNum" sz="quarter" ${type[2]}`, 0.9, 1, 'r', slideNumberField(lang, '‹#›')),
  ]
}

const treeXml = (sketches: readonly Sketch[]): string =>
  `<p:spTree>${treeHead}${sketches.map((sketch, i) => shapeXml(sketch, i + 2)).join('')}</p:spTree>`

function layoutXml(layout: SlideLayout, slides: DeckLook): string {
  const own = layout.placeholders.map((placeholder) => placeholderSketch(placeholder, slides))
  return `${xmlHead}<p:sldLayout ${namespaces} preserve="1" userDrawn="1"><p:cSld name="${layout.name}">${treeXml([...own, ...footSketches(slides, false)])}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
}

/** First id after the slide master's own (2147483648); masters and layouts share one numbering. */
const firstLayoutId = 2_147_483_649

function masterXml(slides: DeckLook): string {
  const model = slides.layouts[layoutNames.indexOf('Recall material')] ?? slides.layouts[0]
  const own = (model?.placeholders ?? []).filter(({ name }) => name === 'title' || name === 'body')
  const sketches = own.map((placeholder) => ({ ...placeholderSketch(placeholder, slides), styles: '' }))
  const background = `<p:bg><p:bgPr>${fillXml('ground')}<a:effectLst/></p:bgPr></p:bg>`
  const ids = slides.layouts.map((_, i) => `<p:sldLayoutId id="${firstLayoutId + i}" r:id="rId${i + 1}"/>`).join('')
  const size = (name: PlaceholderName) => (own.find((each) => each.name === name)?.size ?? 28) * 100
  const styles = `<p:txStyles><p:titleStyle>${styleXml(1, size('title'), true, slides)}</p:titleStyle><p:bodyStyle>${levels.map((level) => styleXml(level, size('body'), false, slides)).join('')}</p:bodyStyle><p:otherStyle>${levels.map((level) => styleXml(level, 1800, false, slides)).join('')}</p:otherStyle></p:txStyles>`
  return `${xmlHead}<p:sldMaster ${namespaces} preserve="1"><p:cSld>${background}${treeXml([...sketches, ...footSketches(slides, true)])}</p:cSld>${mapOf(slides)}<p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst>${styles}</p:sldMaster>`
}

/** Text without list marks; each level stands a third of an inch further in. */
function styleXml(level: number, size: number, title: boolean, { dir }: DeckLook): string {
  const [side, rtl] = dir === 'rtl' ? ['r', 1] : ['l', 0]
  const font = title ? 'mj' : 'mn'
  return `<a:lvl${level}pPr marL="${(level - 1) * 320_040}" indent="0" algn="${side}" defTabSz="914400" rtl="${rtl}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size}" b="${title ? 1 : 0}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/><a:cs typeface="+${font}-cs"/></a:defRPr></a:lvl${level}pPr>`
}
