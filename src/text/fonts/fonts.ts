/**
 * Real fonts: `Metrics` answered from font files, with fallback.
 *
 * Words of the package's own fonts are measured with tables (`shape-table.ts`). What is in no table is measured by the font library, which
 * opens a file when it is asked for the first time; widths are kept, in fractions of the type size, so that a course of ten thousand questions
 * shapes each different word once.
 */
import type { FaceName, Metrics } from '../metrics.js'
import { FontChain, indexOf } from './font-chain.js'
import { type FontSource, MeasuredFont, type OpenFont } from './measured-font.js'

/** Metrics, and the fonts behind the pieces that they return. */
export interface FontSet extends Metrics {
  /** The font of a piece: `piece` is a `FontPiece.font` that this set returned for the same face. */
  fontOf(face: FaceName, piece: string): OpenFont
}

/** The roles of a template, as `openFonts` takes them. */
type Faces = Readonly<Record<FaceName, readonly FontSource[]>>

/** Sets by the roles they were opened for: the sheets of a course share one, with its fonts and measured words. */
const sets = new WeakMap<Faces, FontSet>()

/**
 * Opens the fonts of a template's roles: per role a chain, the first plays the role, the others stand in.
 * The same roles give the same set.
 */
export function openFonts(faces: Faces): FontSet {
  const known = sets.get(faces)
  if (known) return known
  const set = newSet(faces)
  sets.set(faces, set)
  return set
}

function newSet(faces: Faces): FontSet {
  const opened = new Map<FontSource, MeasuredFont>()
  const chains = new Map<FaceName, FontChain>()
  const open = (source: FontSource) => once(opened, source, () => new MeasuredFont(`f${opened.size}`, source))
  const begin = (face: FaceName) => once(chains, face, () => new FontChain(unique(faces[face]), open))
  const chain = (face: FaceName): FontChain => chains.get(face) ?? begin(face)
  return {
    width: (text, face, size) => chain(face).width(text) * size,
    vertical: (face) => chain(face).font(0).vertical(),
    pieces: (text, face) => chain(face).pieces(text),
    missing: (text, face) => chain(face).missing(text),
    fontOf: (face, piece) => chain(face).font(indexOf(piece)).open,
  }
}

/** The value kept for `key`, made on the first call. */
function once<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  kept.set(key, made)
  return made
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]
