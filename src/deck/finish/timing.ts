/**
 * What moves on a slide: the countdown bar leaves by a wipe that lasts as long as the clock, what a click reveals fades in, and where the
 * template asks for it the slide goes on by itself.
 *
 * The bar has an exit, not an entrance: printed and in viewers without animation it simply stands there, whole. The library has no
 * animations at all. Structure of ISO/IEC 29500-1 §19.5; what LibreOffice makes of it is checked in the conformance run.
 */
import type { Item, Slide, Slides } from '../slides-model.js'
import { placeholderLabels } from './master.js'
import { editParts, type SampleStep, slidePath } from './parts.js'

/** Adds transition and animation to each slide that has any, after its shapes have their ids. */
export const addTimings: SampleStep = (parts, { slides }) => {
  editParts(parts, slidePath, (xml, number) => {
    const slide = slides.slides[number - 1]
    const motion = slide ? transition(slide, slides) + timing(effectsOf(slide, xml, slides)) : ''
    return motion === '' ? xml : xml.replace('</p:clrMapOvr>', `</p:clrMapOvr>${motion}`)
  })
}

/** The slide goes on when its clock is over, unless a click has something to reveal on it; a click still goes on before. */
function transition({ items }: Slide, { autoAdvance }: Slides): string {
  const bar = items.find((item) => item.type === 'bar')
  const waits = items.some((item) => revealedName(item) !== null)
  return autoAdvance && bar && !waits ? `<p:transition advTm="${bar.seconds * 1000}"><p:fade/></p:transition>` : ''
}

/** One effect on one shape. `start`: with the slide, at the next click anywhere, or at a click on the shape itself. */
interface Effect {
  /** Id of the shape. */
  shape: string
  /** True for text boxes, whose words move with them. */
  words: boolean
  motion: { kind: 'wipe out'; seconds: number; side: Side } | { kind: 'fade in' }
  start: 'slide' | 'click' | 'bar'
}

/** The side that the bar leaves from, and the number by which the effect knows it. */
interface Side {
  name: 'left' | 'right'
  subtype: number
}
const fromRight: Side = { name: 'right', subtype: 2 }
const fromLeft: Side = { name: 'left', subtype: 8 }

/** In the order in which clicks start them: the clock, who is called, what is revealed. */
function effectsOf({ items }: Slide, xml: string, { dir }: Slides): Effect[] {
  const idOf = (name: string) => new RegExp(`<p:cNvPr id="(\\d+)" name="${name}"`).exec(xml)?.[1]
  const side = dir === 'rtl' ? fromLeft : fromRight
  const order = (item: Item) => (item.type === 'bar' ? 0 : item.type === 'text' ? 1 : 2)
  return [...items]
    .sort((one, other) => order(one) - order(other))
    .flatMap((item): Effect[] => {
      const name = item.type === 'bar' ? item.name : revealedName(item)
      const shape = name === null ? undefined : idOf(name)
      if (shape === undefined) return []
      return item.type === 'bar'
        ? [{ shape, words: false, motion: { kind: 'wipe out', seconds: item.seconds, side }, start: item.start }]
        : [{ shape, words: true, motion: { kind: 'fade in' }, start: 'click' }]
    })
}

/** Name of the shape of what a click reveals; null for all else. */
function revealedName(item: Item): string | null {
  if (item.type === 'panel' || (item.type === 'text' && item.atClick)) return item.name
  return item.type === 'placeholder' && item.atClick ? placeholderLabels[item.name] : null
}

const now = '<p:cond delay="0"/>'

/** A time node with its children. `timing` numbers all nodes of a slide in the order in which they stand: 1 the root, 2 the first sequence. */
function node(attributes: string, conditions: string, children: string): string {
  const start = conditions === '' ? '' : `<p:stCondLst>${conditions}</p:stCondLst>`
  const inner = children === '' ? '' : `<p:childTnLst>${children}</p:childTnLst>`
  return `<p:cTn id="" ${attributes}>${start}${inner}</p:cTn>`
}

/** The timing tree of a slide; '' without effects. */
function timing(effects: readonly Effect[]): string {
  if (effects.length === 0) return ''
  const main = effects.filter(({ start }) => start !== 'bar')
  const sequences = [
    ...(main.length > 0 ? [mainSequence(main)] : []),
    ...effects.filter(({ start }) => start === 'bar').map(shapeSequence),
  ]
  const root = node('dur="indefinite" restart="never" nodeType="tmRoot"', '', sequences.join(''))
  const builds = effects.map(({ shape, words }) => `<p:bldP spid="${shape}" grpId="0"${words ? '' : ' animBg="1"'}/>`)
  let last = 0
  const tree = root.replace(/<p:cTn id=""/g, () => `<p:cTn id="${++last}"`)
  return `<p:timing><p:tnLst><p:par>${tree}</p:par></p:tnLst><p:bldLst>${builds.join('')}</p:bldLst></p:timing>`
}

/** Steps that come with the slide or one after the other with clicks. */
function mainSequence(effects: readonly Effect[]): string {
  const steps = effects.map((effect) => {
    const withSlide = effect.start === 'slide' ? '<p:cond evt="onBegin" delay="0"><p:tn val="2"/></p:cond>' : ''
    return `<p:par>${node('fill="hold"', `<p:cond delay="indefinite"/>${withSlide}`, group(effect))}</p:par>`
  })
  const turn = (event: string) => `<p:cond evt="${event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>`
  const sequence = node('dur="indefinite" nodeType="mainSeq"', '', steps.join(''))
  return `<p:seq concurrent="1" nextAc="seek">${sequence}<p:prevCondLst>${turn('onPrev')}</p:prevCondLst><p:nextCondLst>${turn('onNext')}</p:nextCondLst></p:seq>`
}

/** An effect that a click on its shape starts; a click anywhere else goes on as usual. */
function shapeSequence(effect: Effect): string {
  const clicked = `<p:cond evt="onClick" delay="0"><p:tgtEl><p:spTgt spid="${effect.shape}"/></p:tgtEl></p:cond>`
  const step = `<p:par>${node('fill="hold"', now, group(effect))}</p:par>`
  const sequence = node(
    'restart="whenNotActive" fill="hold" evtFilter="cancelBubble" nodeType="interactiveSeq"',
    clicked,
    step,
  ).replace('</p:stCondLst>', '</p:stCondLst><p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync>')
  return `<p:seq concurrent="1" nextAc="seek">${sequence}<p:nextCondLst>${clicked}</p:nextCondLst></p:seq>`
}

/** The effect in the one group of its step. */
function group({ shape, motion, start }: Effect): string {
  const target = `<p:tgtEl><p:spTgt spid="${shape}"/></p:tgtEl>`
  const kind = start === 'slide' ? 'afterEffect' : 'clickEffect'
  const visibility = (value: 'visible' | 'hidden', delay: number) =>
    `<p:set><p:cBhvr>${node('dur="1" fill="hold"', `<p:cond delay="${delay}"/>`, '')}${target}<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="${value}"/></p:to></p:set>`
  const filter = (direction: 'in' | 'out', name: string, milliseconds: number) =>
    `<p:animEffect transition="${direction}" filter="${name}"><p:cBhvr>${node(`dur="${milliseconds}"`, '', '')}${target}</p:cBhvr></p:animEffect>`
  const effect = (preset: string, behaviours: string) =>
    node(`${preset} fill="hold" grpId="0" nodeType="${kind}"`, now, behaviours)
  const length = motion.kind === 'fade in' ? fade : motion.seconds * 1000
  const moved =
    motion.kind === 'fade in'
      ? effect(
          'presetID="10" presetClass="entr" presetSubtype="0"',
          visibility('visible', 0) + filter('in', 'fade', length),
        )
      : effect(
          `presetID="22" presetClass="exit" presetSubtype="${motion.side.subtype}"`,
          filter('out', `wipe(${motion.side.name})`, length) + visibility('hidden', length - 1),
        )
  return `<p:par>${node('fill="hold"', now, `<p:par>${moved}</p:par>`)}</p:par>`
}

/** Milliseconds that a revealed text fades in. */
const fade = 300
