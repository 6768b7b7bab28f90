/** Which characters the fonts of a template lack, without opening the fonts. */
import { charactersOf, charts, type HasCharacter, missingIn } from '../characters.js'
import type { FaceName, Metrics } from '../metrics.js'
import type { FontSource } from './measured-font.js'

/** Of the fonts that were asked for: the weeks of a course are set in the same. */
const known = new WeakMap<FontSource, HasCharacter>()

/**
 * What `openFonts` would say is missing. A file whose characters cannot be read from its own bytes (WOFF is packed) is left to the font library.
 * Throws `UnusableFont` where that does. Of the fonts of the package only those are read whose characters are asked for and are not known.
 */
export async function openCoverage(
  faces: Readonly<Record<FaceName, readonly FontSource[]>>,
): Promise<Pick<Metrics, 'missing'>> {
  for (const source of new Set(Object.values(faces).flat())) {
    const has = known.get(source) ?? (source.isUnread ? whenAsked(source) : charactersOf(source.bytes))
    if (has === null) return (await import('./fonts.js')).openFonts(faces)
    known.set(source, has)
  }
  const chains = new Map(
    Object.entries(faces).map(
      ([face, chain]) => [face, [remembering(chain.flatMap((source) => known.get(source) ?? []))]] as const,
    ),
  )
  return { missing: (text, face) => missingIn(text, chains.get(face) ?? []) }
}

function whenAsked(source: FontSource): HasCharacter {
  let has: HasCharacter | null = null
  return (codePoint) => {
    const charted = source.chart ? charts(source.chart, codePoint) : null
    if (charted !== null) return charted
    has ??= charactersOf(source.bytes)
    return has?.(codePoint) ?? false
  }
}

/** Whether one of the fonts has a character, looked up once: few characters make a text. */
function remembering(fonts: readonly HasCharacter[]): HasCharacter {
  const found = new Map<number, boolean>()
  return (codePoint) => {
    const before = found.get(codePoint)
    if (before !== undefined) return before
    const has = fonts.some((font) => font(codePoint))
    found.set(codePoint, has)
    return has
  }
}
