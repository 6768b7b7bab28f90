/**
 * The countdown bar's animation: it leaves by a wipe from the right that lasts as long as the clock.
 *
 * An exit, not an entrance: printed and in viewers without animation the bar simply stands there, whole. The library has no
 * animations at all. Structure of ISO/IEC 29500-1 §19.5; what LibreOffice makes of it is checked in the conformance run.
 */
import type { ClockStart } from '../slides-model.js'
import { editParts, type FinishStep, slidePath } from './parts.js'

/** Adds the animation to each slide with a bar, after its shapes have their ids. */
export const addClocks: FinishStep = (parts, { slides }) => {
  editParts(parts, slidePath, (xml, number) => {
    const bar = slides.slides[number - 1]?.items.find((item) => item.type === 'bar')
    const id = bar && new RegExp(`<p:cNvPr id="(\\d+)" name="${bar.name}"`).exec(xml)?.[1]
    return bar && id
      ? xml.replace(
          '</p:clrMapOvr>',
          `</p:clrMapOvr>${timing(id, bar.seconds * 1000, bar.start, slides.dir === 'rtl' ? fromLeft : fromRight)}`,
        )
      : xml
  })
}

/** A time node with its children. Ids count from 1 on each slide. */
const node = (id: number, attributes: string, conditions: string, children: string): string =>
  `<p:cTn id="${id}" ${attributes}>${conditions === '' ? '' : `<p:stCondLst>${conditions}</p:stCondLst>`}<p:childTnLst>${children}</p:childTnLst></p:cTn>`

const now = '<p:cond delay="0"/>'

/** The side that the bar leaves from, and the number by which the effect knows it. */
interface Side {
  name: 'left' | 'right'
  subtype: number
}
const fromRight: Side = { name: 'right', subtype: 2 }
const fromLeft: Side = { name: 'left', subtype: 8 }

/** The timing tree of a slide on which one shape is wiped out in `length` milliseconds. */
function timing(shape: string, length: number, start: ClockStart, side: Side): string {
  const target = `<p:tgtEl><p:spTgt spid="${shape}"/></p:tgtEl>`
  const wipe = `<p:animEffect transition="out" filter="wipe(${side.name})"><p:cBhvr><p:cTn id="6" dur="${length}"/>${target}</p:cBhvr></p:animEffect>`
  const hide = `<p:set><p:cBhvr><p:cTn id="7" dur="1" fill="hold"><p:stCondLst><p:cond delay="${length - 1}"/></p:stCondLst></p:cTn>${target}<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="hidden"/></p:to></p:set>`
  const kind = start === 'click' ? 'clickEffect' : 'afterEffect'
  const effect = node(
    5,
    `presetID="22" presetClass="exit" presetSubtype="${side.subtype}" fill="hold" grpId="0" nodeType="${kind}"`,
    now,
    wipe + hide,
  )
  const group = `<p:par>${node(4, 'fill="hold"', now, `<p:par>${effect}</p:par>`)}</p:par>`
  const withSlide = start === 'click' ? '' : '<p:cond evt="onBegin" delay="0"><p:tn val="2"/></p:cond>'
  const step = `<p:par>${node(3, 'fill="hold"', `<p:cond delay="indefinite"/>${withSlide}`, group)}</p:par>`
  const turn = (event: string) => `<p:cond evt="${event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>`
  const sequence = `<p:seq concurrent="1" nextAc="seek">${node(2, 'dur="indefinite" nodeType="mainSeq"', '', step)}<p:prevCondLst>${turn('onPrev')}</p:prevCondLst><p:nextCondLst>${turn('onNext')}</p:nextCondLst></p:seq>`
  const root = node(1, 'dur="indefinite" restart="never" nodeType="tmRoot"', '', sequence)
  return `<p:timing><p:tnLst><p:par>${root}</p:par></p:tnLst><p:bldLst><p:bldP spid="${shape}" grpId="0" animBg="1"/></p:bldLst></p:timing>`
}
