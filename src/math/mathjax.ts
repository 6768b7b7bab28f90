/**
 * TeX → formula boxes, by MathJax 3, which is an optional dependency: some megabytes that only sheets with formulas need, loaded when the
 * first of them is set. It works in memory, fetches nothing, and is let into nothing but its own files.
 *
 * Its packed components are used, for they are one file each and bring no packages of their own.
 */
import type { OutputJax, Wrapper } from 'mathjax'
import type { FaceName, Metrics } from '../text/metrics.js'
import { printable } from '../text/printable.js'
import type { FormulaBox, FormulaKind, FormulaStretch, FormulaWords } from '../text/tex/formula.js'
import { perEm } from '../text/tex/formula.js'
import { type Drawn, drawingOf } from './drawing.js'
import { type Matrix, matrixOf, times, UnknownDrawing } from './outline.js'

/** Sets formulas for texts in the fonts that it is asked with. */
export interface Typesetter {
  /** The box of a formula, or why there is none, in words that end a sentence. */
  set(source: string, kind: FormulaKind, metrics: Metrics): FormulaBox | { fault: string }
}

/** What formulas may use: AMS and chemistry, and what is common in notes. Nothing that defines, loads, links or styles. */
const packages = [
  ...['base', 'ams', 'amscd', 'boldsymbol', 'braket', 'cancel', 'cases', 'centernot', 'color', 'configmacros'],
  ...['enclose', 'extpfeil', 'gensymb', 'mathtools', 'mhchem', 'textcomp', 'textmacros', 'upgreek'],
]

/** Numbers of formulas are words of theirs; labels lead nowhere on paper. */
const macros = {
  tag: ['\\qquad\\text{(#1)}', 1],
  label: ['', 1],
  ref: ['\\text{#1}', 1],
  eqref: ['\\text{(#1)}', 1],
  notag: '',
  nonumber: '',
}

/**
 * What makes commands, or changes how later formulas are set: MathJax would remember it in all formulas that follow, of other sheets too. A name
 * behind an even number of backslashes is a word on a new line.
 */
const defining =
  /(?<!\\)(?:\\\\)*(\\(?:Declare(?:MathOperator|PairedDelimiters?(?:XPP|X)?)|Newextarrow|mathtoolsset|(?:re)?newtagform|usetagform|definecolor))(?![A-Za-z])/

/** Letters that MathJax 3 knows no class of, and stumbles over: phonetic ones, signs of currencies, pictures of controls. They are words. */
const unclassed = /[\u0250-\u02AF\u20A0-\u20CF\u2400-\u245F]/g

/** Letters of a formula, and what its macros may make of it: a formula that grows without end ends here. */
const mostLetters = 2000
const mostMacros = 1000
/** Nodes of its tree, and how deep they may stand in each other. */
const mostNodes = 3000
const mostLevels = 100
/** Width and height, as a multiple of the type size. */
const mostEms = 400
/** Height in a line of text. */
const mostEmsInLine = 20

/** The height of an x in MathJax's fonts, as a fraction of the type size, and how much formulas may grow or shrink to match that of the text. */
const ownXHeight = 0.431
const [leastScale, mostScale] = [0.95, 1.12]

/** MathJax's letters are thin beside those of a text; their outlines are moved out by so many thousandths of the size. */
const boldness = 5

const em = 16
/** At this height of an x, words of `\text` have the size of the text. */
const ex = em * 0.442
/** A formula is wider than no line here; lines are broken later. */
const widest = 1e6

let opened: Promise<Typesetter | null> | null = null

/** Loads MathJax, once; null where it is not installed. */
export function openTypesetter(): Promise<Typesetter | null> {
  opened ??= load()
  return opened
}

async function load(): Promise<Typesetter | null> {
  // Its components know each other by a global name, which is taken away when they do.
  const before = Object.getOwnPropertyDescriptor(globalThis, 'MathJax')
  const { default: mathjax } = await import('mathjax').catch((error: NodeJS.ErrnoException) => {
    // As a module, and as a script.
    if (error.code?.endsWith('MODULE_NOT_FOUND')) return { default: null }
    throw error
  })
  if (!mathjax) return null
  const { startup } = await mathjax.init({
    loader: { load: ['input/tex-full', 'output/svg'] },
    startup: { typeset: false },
    tex: {
      packages,
      macros,
      maxMacros: mostMacros,
      maxBuffer: mostLetters * 2,
      ams: { multlineWidth: '24em' },
      formatError: (_: unknown, error: Error) => {
        throw error
      },
    },
    svg: { fontCache: 'none', mtextFont: 'text' },
  })
  if (before) Object.defineProperty(globalThis, 'MathJax', before)
  else Reflect.deleteProperty(globalThis, 'MathJax')
  return new MathJaxTypesetter(startup)
}

type Startup = Awaited<ReturnType<typeof import('mathjax')['default']['init']>>['startup']

/** What stops a formula that reads well. */
class Unfit extends Error {}

class MathJaxTypesetter implements Typesetter {
  readonly #document: Startup['document']
  /** Whose fonts words are measured in, and by how much formulas are scaled in them. */
  #metrics: Metrics | null = null
  #scale = 1
  /** What was drawn last. */
  #drawn: Wrapper | null = null

  constructor({ document, input: [input], output }: Startup) {
    this.#document = document
    input.postFilters.add(({ data }) => checkSize(data.root), 100)
    const typeset = output.typesetSVG
    output.typesetSVG = (wrapper, svg, g) => {
      typeset.call(output, wrapper, svg, g)
      this.#drawn = wrapper
    }
    output.measureTextNodeWithCache = (...asked) => this.#measure(...asked)
  }

  set(source: string, kind: FormulaKind, metrics: Metrics): FormulaBox | { fault: string } {
    if (source.length > mostLetters)
      return { fault: `it has ${source.length} letters, expected at most ${mostLetters}` }
    const [, command] = defining.exec(source) ?? []
    if (command) return { fault: `${command} is for all formulas, expected only what sets this one` }
    this.#metrics = metrics
    this.#scale = Math.min(mostScale, Math.max(leastScale, metrics.vertical('text').xHeight / ownXHeight))
    try {
      const tex = source.replace(unclassed, '\\textrm{$&}')
      const container = this.#document.convert(tex, { display: kind === 'display', em, ex, containerWidth: widest })
      const box = boxOf(container, this.#drawn, kind, this.#scale)
      const missing = box.stretches.flatMap(({ words }) => words.flatMap((each) => missingIn(each, metrics)))
      return missing.length === 0 ? box : { fault: `no font of the template has "${missing[0]}"` }
    } catch (error) {
      return { fault: faultOf(error) }
    } finally {
      this.#drawn = null
    }
  }

  #measure(...[, text, variant, font]: Parameters<OutputJax['measureTextNodeWithCache']>) {
    const strong = font?.[2] || /bold/.test(variant)
    const emphasis = font?.[1] || /italic/.test(variant)
    const width = this.#metrics?.width(printable(text), wordFace(strong, emphasis), 1) ?? 0
    return { w: width / this.#scale, h: 0.75, d: 0.2 }
  }
}

/** The face of words in formulas. */
const wordFace = (strong = false, emphasis = false): FaceName =>
  strong ? (emphasis ? 'text-strong-emphasis' : 'text-strong') : emphasis ? 'text-emphasis' : 'text'

function missingIn({ text, strong, emphasis }: FormulaWords, metrics: Metrics): string[] {
  return metrics.missing(text, wordFace(strong, emphasis)).map((code) => String.fromCodePoint(code))
}

function checkSize(root: { walkTree(visit: (node: object) => void): void }): void {
  let nodes = 0
  root.walkTree((node) => {
    nodes++
    let levels = 0
    for (let at: { parent?: object } | undefined = node; at; at = at.parent) levels++
    if (nodes > mostNodes) throw new Unfit(`it has more than ${mostNodes} parts`)
    if (levels > mostLevels) throw new Unfit(`its parts stand more than ${mostLevels} deep in each other`)
  })
}

/** TeX's own words begin with a capital letter; ours end a sentence. */
function faultOf(error: unknown): string {
  if (error instanceof Unfit) return error.message
  // Formulas that nest too deep for the stack, and drawings that we do not know.
  if (error instanceof RangeError) return 'its parts stand too deep in each other'
  if (error instanceof UnknownDrawing) return `${error.message} cannot be drawn`
  const { message, id } = error as { message?: string; id?: string }
  if (id === undefined || message === undefined) return 'it cannot be set'
  const words = message
    .replace(/^MathJax maximum/, 'maximum')
    .replace(/;.*$/s, '')
    .trim()
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

// ── what was drawn → a box ──

/** Classes of TeX: what stands between things, and what opens and closes. */
const [binary, relation, opening, closing] = [2, 3, 4, 5]

/** A child of the formula's row. `x`: where it begins. */
interface Part {
  wrapper: Wrapper
  x: number
}

function boxOf(
  container: { children: readonly Drawn[] },
  drawn: Wrapper | null,
  kind: FormulaKind,
  scale: number,
): FormulaBox {
  const viewBox = container.children[0]?.attributes?.viewBox?.split(' ').map(Number) ?? []
  const [, , width = Number.NaN, height = Number.NaN] = viewBox
  if (!drawn || !Number.isFinite(width) || !Number.isFinite(height)) throw new UnknownDrawing('its form')
  if (Math.max(width, height) > mostEms * perEm) throw new Unfit(`it is larger than ${mostEms} letters`)
  if (kind === 'inline' && height > mostEmsInLine * perEm)
    throw new Unfit('it is too high for a line of text, expected it on lines of its own between $$ and $$')
  const groups = stretchesOf(partsOf(drawn), kind)
  const stretches = groups.map(({ parts, ends }, i): FormulaStretch => {
    const from = parts[0]?.x ?? 0
    const to = groups[i + 1]?.parts[0]?.x ?? width
    const elements = parts.flatMap(({ wrapper }) => (wrapper.element ? [wrapper.element] : []))
    const { outlines, words, top, bottom } = drawingOf(elements, from, scale, boldness)
    return {
      width: Math.round((to - from) * scale),
      ascent: Math.round(-top),
      descent: Math.round(bottom),
      outlines,
      words,
      ...(ends && { ends }),
    }
  })
  return { stretches }
}

/** The row of a formula: what stands side by side in it, also where one style is over all of it. */
function partsOf(drawn: Wrapper): Part[] {
  let row = drawn
  for (;;) {
    const [only, ...others] = row.childNodes
    if (!only || others.length > 0) break
    const isRow = only.node.isInferred || only.node.kind === 'mrow' || only.node.kind === 'mstyle'
    if (!isRow || only.childNodes.length === 0 || (only.element && !isIdentity(only.element))) break
    row = only
  }
  let x = 0
  return row.childNodes.map((wrapper) => {
    x = wrapper.element ? matrixOf(wrapper.element.attributes.transform)[4] : x
    return { wrapper, x }
  })
}

const isIdentity = ({ attributes }: Drawn): boolean => {
  const matrix: Matrix = times(matrixOf(attributes?.transform), [1, 0, 0, 1, 0, 0])
  return matrix.every((value, i) => value === (i === 0 || i === 3 ? 1 : 0))
}

/**
 * Parts between which a line may end, as TeX ends it: in a line behind relations and signs of operations that stand in no brackets,
 * on lines of their own before them; and where the author ends it.
 */
function stretchesOf(parts: readonly Part[], kind: FormulaKind): { parts: Part[]; ends?: true }[] {
  const found: { parts: Part[]; ends?: true }[] = [{ parts: [] }]
  let depth = 0
  let wasSign = true
  for (const part of parts) {
    const { texClass, kind: name, attributes } = part.wrapper.node
    const isSign = (texClass === binary || texClass === relation) && depth === 0
    const last = found.at(-1) as (typeof found)[number]
    const isNew = kind === 'display' ? isSign && !wasSign : wasSign && !isSign && last.parts.length > 0 && depth === 0
    if (isNew && !last.ends && last.parts.length > 0) found.push({ parts: [part] })
    else last.parts.push(part)
    wasSign = isSign
    if (texClass === opening) depth++
    if (texClass === closing) depth = Math.max(0, depth - 1)
    if (name !== 'mspace' || attributes.get('linebreak') !== 'newline') continue
    const ended = found.at(-1) as (typeof found)[number]
    ended.ends = true
    found.push({ parts: [] })
    wasSign = true
  }
  const filled = found.filter((stretch) => stretch.parts.length > 0)
  return filled.length > 0 ? filled : [{ parts: [] }]
}
