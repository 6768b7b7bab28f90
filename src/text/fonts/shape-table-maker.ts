/**
 * Makes the table of a font (`shape-table.ts`) by asking the font library, when the package is built and in tests: for each character alone,
 * for each two side by side, and for the ligatures; and what the font's rules look for beyond pairs (`shape-rules.ts`) is set apart.
 */
import type { Font } from 'fontkit'
import { isUndrawn, printable } from '../printable.js'
import { rulesOf, type ShapeRules } from './shape-rules.js'
import { ShapeTable } from './shape-table.js'
import { apart, type FaceFacts, type ShapeTableParts, writeShapeTable } from './shape-table-file.js'

/** Stretches of characters that sheets in Latin script are made of. The fraction slash is none: it changes the digits around it. */
const stretches: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa1, 0x17f],
  [0x2010, 0x2026],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2190, 0x2195],
  [0x21d2, 0x21d4],
  [0x2202, 0x22ff],
  [0x2610, 0x2612],
  [0x2713, 0x2717],
]

/** Characters of the table; what is not drawn, or not as it is, is in none. */
function candidates(font: Font): number[] {
  return stretches
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
    .filter((codePoint) => font.hasGlyphForCodePoint(codePoint) && isWritten(codePoint) && isSimple(font, codePoint))
}

function isWritten(codePoint: number): boolean {
  const letter = String.fromCodePoint(codePoint)
  return printable(letter) === letter && !isUndrawn(codePoint)
}

/** Whether a character alone is its own glyph at its own place. */
function isSimple(font: Font, codePoint: number): boolean {
  const { glyphs, positions } = font.layout(String.fromCodePoint(codePoint))
  const glyph = font.glyphForCodePoint(codePoint)
  const [place] = positions
  return (
    glyphs.length === 1 &&
    glyphs[0]?.id === glyph.id &&
    Number.isInteger(glyph.advanceWidth) &&
    place?.xAdvance === glyph.advanceWidth &&
    isLevel(place)
  )
}

const isLevel = (place: { yAdvance: number; xOffset: number; yOffset: number }): boolean =>
  place.yAdvance === 0 && place.xOffset === 0 && place.yOffset === 0

/** A character, or a ligature of several. */
interface Sign {
  text: string
  glyph: number
  advance: number
}

/** The table of a font; null for one whose shaping a table cannot hold, or that has no Latin letters. */
export function makeShapeTable(font: Font): Uint8Array | null {
  if (!font.hasGlyphForCodePoint(0x61)) return null
  let characters = candidates(font)
  const glyphOf = (codePoint: number) => font.glyphForCodePoint(codePoint).id
  const rules = rulesOf(font, new Set(characters.map(glyphOf)))
  if (!rules) return null
  characters = characters.filter((codePoint) => !rules.unfit.has(glyphOf(codePoint)))
  const signs: Sign[] = characters.map((codePoint) => ({
    text: String.fromCodePoint(codePoint),
    glyph: glyphOf(codePoint),
    advance: font.glyphForCodePoint(codePoint).advanceWidth,
  }))
  const ligatures = ligaturesOf(signs, rules, font)
  if (!ligatures) return null
  signs.push(...ligatures.map(({ sign }) => sign))
  const bytes = writeShapeTable({
    unitsPerEm: font.unitsPerEm,
    face: factsOf(font),
    characters,
    glyphs: signs.map(({ glyph }) => glyph),
    advances: signs.map(({ advance }) => advance),
    ligatures: ligatures.map(({ parts }) => parts),
    ...classesOf(pairsOf(signs, rules, font)),
  })
  prove(new ShapeTable(bytes), signs, font)
  return bytes
}

/** fontkit's own reading of a font, of which its types say nothing. */
interface Tables {
  head: { macStyle: { italic: boolean }; checkSumAdjustment: number }
  post: { isFixedPitch: number }
  'OS/2': { sFamilyClass: number }
}

function factsOf(font: Font): FaceFacts {
  const { head, post, 'OS/2': os2 } = font as unknown as Tables
  const { ascent, descent, capHeight, xHeight, lineGap, italicAngle } = font
  const { minX, minY, maxX, maxY } = font.bbox
  return {
    name: font.postscriptName as string,
    ...{ ascent, descent, capHeight, xHeight, lineGap, italicAngle },
    box: [minX, minY, maxX, maxY],
    familyClass: os2.sFamilyClass,
    isFixedPitch: Boolean(post.isFixedPitch),
    isItalic: head.macStyle.italic,
    checkSum: head.checkSumAdjustment,
    missing: font.getGlyph(0).advanceWidth,
  }
}

/** The ligatures of the table's characters, with the places of their parts among the signs; null where a rule looks into one. */
function ligaturesOf(signs: readonly Sign[], rules: ShapeRules, font: Font): { parts: number[]; sign: Sign }[] | null {
  const found: { parts: number[]; sign: Sign }[] = []
  for (const { parts, glyph } of rules.ligatures) {
    const inside = parts.some((part, i) =>
      rules.meetings.some(([first, second]) => first.has(part) && second.has(parts[i + 1] ?? -1)),
    )
    // Characters that share a glyph would each be a part of their own.
    const places = parts.map((part) => signs.filter((sign) => sign.glyph === part))
    if (inside || places.some(({ length }) => length !== 1)) return null
    const text = places.map(([sign]) => sign?.text).join('')
    if (!standsFor(glyph, text, font)) return null
    const { advanceWidth } = font.getGlyph(glyph)
    found.push({
      parts: parts.map((part) => signs.findIndex((sign) => sign.glyph === part)),
      sign: { text, glyph, advance: advanceWidth },
    })
    // What is looked for before they join.
    for (const sets of rules.meetings) for (const set of sets) if (parts.some((part) => set.has(part))) set.add(glyph)
  }
  return found
}

/** Whether a ligature stands for its letters where the font says anything of it: "ﬁ" for "fi". */
function standsFor(glyph: number, text: string, font: Font): boolean {
  const { stringsForGlyph } = font as unknown as { stringsForGlyph(glyph: number): string[] }
  return stringsForGlyph.call(font, glyph).every((said) => said.normalize('NFKC') === text)
}

/** What stands between each two signs, row by row. */
function pairsOf(signs: readonly Sign[], rules: ShapeRules, font: Font): number[][] {
  const joins = new Set(rules.ligatures.flatMap(({ parts, glyph }) => [...parts, glyph]))
  const meet = (first: Sign, second: Sign) =>
    rules.meetings.some(([one, other]) => one.has(first.glyph) && other.has(second.glyph))
  const pairs = signs.map(() => signs.map(() => apart))
  // One stretch for many pairs, since shaping begins slowly: "aXbXcX" for those of X with a, b and c.
  signs.forEach((sign, i) => {
    const others = signs.map((other, j) => ({ other, j })).filter(({ other, j }) => j >= i && !joins.has(other.glyph))
    const isAlone = joins.has(sign.glyph)
    const stretch = isAlone ? [] : others.filter(({ other }) => !meet(sign, other) && !meet(other, sign))
    const run = font.layout(stretch.map(({ other }) => other.text + sign.text).join(''))
    stretch.forEach(({ other, j }, k) => {
      const [before, behind] = [run.positions[2 * k], run.positions[2 * k + 1]]
      const last = k === stretch.length - 1
      if (!before || !behind || !isLevel(before) || !isLevel(behind)) return
      const row = pairs[j] as number[]
      row[i] = before.xAdvance - other.advance
      const next = stretch[k + 1]
      if (!last && next) (pairs[i] as number[])[next.j] = behind.xAdvance - sign.advance
    })
  })
  signs.forEach((first, i) => {
    signs.forEach((second, j) => {
      if (!meet(first, second) && pairs[i]?.[j] === apart) (pairs[i] as number[])[j] = pairOf(first, second, font)
    })
  })
  return pairs
}

/** What stands between two signs, which are shaped by themselves; `apart` where they join, or where the second one moves. */
function pairOf(first: Sign, second: Sign, font: Font): number {
  const { glyphs, positions } = font.layout(first.text + second.text)
  const [before, behind] = positions
  const isPair = glyphs.length === 2 && glyphs[0]?.id === first.glyph && glyphs[1]?.id === second.glyph
  if (!isPair || !before || !behind || !isLevel(before) || !isLevel(behind)) return apart
  return behind.xAdvance === second.advance ? before.xAdvance - first.advance : apart
}

/** Rows and columns that are the same, once. */
function classesOf(pairs: readonly number[][]): Pick<ShapeTableParts, 'rows' | 'columns' | 'width' | 'pairs'> {
  const [rows, kept] = once(pairs)
  const turned = pairs.map((_, i) => kept.map((row) => row[i] as number))
  const [columns, keptColumns] = once(turned)
  return {
    rows,
    columns,
    width: keptColumns.length,
    pairs: kept.flatMap((_, i) => keptColumns.map((column) => column[i] as number)),
  }
}

function once(lists: readonly number[][]): [places: number[], kept: number[][]] {
  const known = new Map<string, number>()
  const kept: number[][] = []
  const places = lists.map((list) => {
    const key = list.join()
    const place = known.get(key) ?? kept.push(list) - 1
    known.set(key, place)
    return place
  })
  return [places, kept]
}

/** Words that a table has to be right about: every three of those that join, and each sign among letters. */
function* proofs(signs: readonly Sign[]): Iterable<string> {
  const joining = [...new Set(signs.flatMap(({ text }) => (text.length > 1 ? [...text] : [])))]
  for (const a of joining) for (const b of joining) for (const c of joining) yield `${a}${b}${c}`
  const letters = [...joining, ...'aToV1.']
  for (const { text } of signs) for (const letter of letters) yield `${letter}${text}${text}${letter}`
}

function prove(table: ShapeTable, signs: readonly Sign[], font: Font): void {
  for (const word of proofs(signs)) {
    const ours = table.shape(word)
    const theirs = font.layout(word)
    const isSame =
      !ours ||
      (ours.glyphs.length === theirs.glyphs.length &&
        ours.glyphs.every(({ id }, i) => id === theirs.glyphs[i]?.id) &&
        theirs.positions.every((place, i) => isLevel(place) && place.xAdvance === ours.positions[i]?.xAdvance))
    if (!isSame) throw new Error(`${font.postscriptName}: "${word}" is shaped otherwise than its table says`)
  }
}
