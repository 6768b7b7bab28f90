/**
 * Looks that were drawn before are not drawn again: the weeks of a course share nearly all of theirs, and a watch makes the same deck all day.
 *
 * What a look is drawn as hangs on its sample and on what is said of the deck as a whole (layouts, fonts, colours, language), and on
 * nothing else; both are the key. Looks that are new are put together of pieces, and the library is asked for pieces that nobody has yet.
 */
import type { Pictures } from '../../pictures/model.js'
import { sha256 } from '../../text/digest.js'
import { Recent } from '../../text/recent.js'
import type { PackedParts, Parts } from '../finish/parts.js'
import {
  commonParts,
  type Drawn,
  finishRest,
  finishSamples,
  type LookPatterns,
  relationsPathOf,
  repairDrawing,
  slidePathOf,
} from '../package.js'
import type { DeckLook, Slide, Slides } from '../slides-model.js'
import type { KnownDrawings } from './known-drawings.js'
import type { Looks, SlideNumbers } from './looks.js'
import { cutPieces, type DrawnPiece, type Piece, piecesOfSlide } from './pieces.js'

/** Letters of the keys that are kept: some 400 looks, where a week has two dozen. */
const kept = 1 << 19

/** By what is said of a deck as a whole; those of some sixteen kinds of deck, such as those of other templates and languages. */
const knownLooks = new Recent<Recent<LookPatterns>>(1 << 10)
const knownRests = new Recent<PackedParts>(1 << 10)
const drawnPieces = new Recent<DrawnPiece>(kept)
/** Parts that the library writes for any deck; null until it has. */
let drawnParts: Parts | null = null

/**
 * The slides of each look as patterns of XML, and the deck's other parts. Looks are put together of pieces that are known; only what nobody has yet is
 * drawn by pptxgenjs.
 */
export async function drawLooks(looks: Looks, pictures: Pictures, known?: KnownDrawings): Promise<Drawn> {
  const { samples, numbers, keys } = looks
  const deck = deckKey(samples)
  const finished = knownLooks.get(deck) ?? new Recent<LookPatterns>(kept)
  knownLooks.keep(deck, finished)
  const patterns = keys.map((key) => finished.get(key))
  const added = samples.slides.flatMap((slide, i) => (patterns[i] ? [] : [{ slide, index: i }]))
  const slides = { ...samples, slides: added.map(({ slide }) => slide) }
  const parts = await putTogether(slides, numbers, known)
  finishSamples(parts, { slides, numbers, pictures }).forEach((look, i) => {
    const { index } = added[i] as (typeof added)[number]
    patterns[index] = look
    finished.keep(keys[index] as string, look)
  })
  const rest = knownRests.get(deck) ?? known?.rest(deck) ?? finishRest(await libraryParts(samples, known), samples)
  knownRests.keep(deck, rest)
  return { patterns: patterns as LookPatterns[], rest }
}

/** SHA-256, in hexadecimal, of all that a deck has beside its title and its slides: layouts, fonts, language, direction. */
export const deckKey = (deck: DeckLook): string => {
  const { title: _title, slides: _slides, shows: _shows, ...look } = deck as Slides
  return sha256(JSON.stringify(look))
}

/** Slides and their relationships, of pieces; slides with a piece that nobody has are drawn, and cut. */
async function putTogether(slides: Slides, numbers: SlideNumbers, known?: KnownDrawings): Promise<Parts> {
  const planned = slides.slides.map((slide) => piecesOfSlide(slide, { deck: slides, numbers }))
  const found = new Map<string, DrawnPiece>()
  const isFound = ({ key }: Piece): boolean => {
    const piece = found.get(key) ?? drawnPieces.get(key) ?? known?.piece(key)
    if (piece) found.set(key, piece)
    return piece !== undefined
  }
  const missing = planned.flatMap(({ slide, relations }, i) =>
    [...slide, ...relations].every(isFound) ? [] : [slides.slides[i] as Slide],
  )
  if (missing.length > 0)
    for (const [key, piece] of await drawPieces({ ...slides, slides: missing }, numbers)) {
      found.set(key, piece)
      drawnPieces.keep(key, piece)
    }
  const parts: Parts = new Map()
  planned.forEach(({ slide, relations }, i) => {
    parts.set(slidePathOf(i), fillPieces(slide, found))
    parts.set(relationsPathOf(i), fillPieces(relations, found))
  })
  return parts
}

function fillPieces(pieces: readonly Piece[], found: ReadonlyMap<string, DrawnPiece>): string {
  let xml = ''
  for (const { key, fill } of pieces) {
    const drawn = found.get(key) as DrawnPiece
    xml += drawn[0]
    for (let i = 0; i < fill.length; i++) xml += `${fill[i]}${drawn[i + 1]}`
  }
  return xml
}

/** Lets pptxgenjs draw slides, and cuts what it wrote of each into its pieces, by their keys (`piecesOfSlide`). */
export async function drawPieces(slides: Slides, numbers: SlideNumbers): Promise<Map<string, DrawnPiece>> {
  const parts = await draw(slides, numbers)
  const pieces = new Map<string, DrawnPiece>()
  slides.slides.forEach((each, i) => {
    const planned = piecesOfSlide(each, { deck: slides, numbers })
    for (const [path, own] of [
      [slidePathOf(i), planned.slide],
      [relationsPathOf(i), planned.relations],
    ] as const) {
      const cut = cutPieces(parts.get(path) ?? '')
      if (cut.length !== own.length) throw new Error(`${path} has ${cut.length} pieces, and not ${own.length}`)
      own.forEach(({ key, fill }, at) => {
        const piece = cut[at] as DrawnPiece
        if (piece.length !== fill.length + 1)
          throw new Error(`"${key}" has ${piece.length - 1} gaps, and not ${fill.length}`)
        pieces.set(key, piece)
      })
    }
  })
  return pieces
}

/**
 * The parts that pptxgenjs writes alike for every deck, by their paths in the package. `deck` is any deck: it is drawn without slides where nobody has
 * them yet.
 */
export async function libraryParts(deck: Slides, known?: KnownDrawings): Promise<ReadonlyMap<string, string>> {
  if (!drawnParts && known?.parts) return known.parts
  return drawnParts ?? commonParts(await draw({ ...deck, slides: [] }, new Map()))
}

/** Asks the library, which few runs need: to load it takes as long as to read a sheet. */
async function draw(slides: Slides, numbers: SlideNumbers): Promise<Parts> {
  const { drawSlides } = await import('./pptxgen.js')
  const parts = repairDrawing(await drawSlides(slides, numbers), { slides, numbers, pictures: new Map() })
  drawnParts ??= commonParts(parts)
  return parts
}
