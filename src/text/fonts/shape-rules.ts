/**
 * What glyphs of a font do to each other, read from its GSUB and GPOS tables as the font library has decoded them: which join, which pairs
 * only move, and which are changed by rules about what stands around them. For the tables that are made of the package's fonts
 * (`shape-table-maker.ts`); nothing of it is needed when sheets are built.
 */
import type { Font } from 'fontkit'

/** What is to be known of a set of glyphs. */
export interface ShapeRules {
  /** Glyphs that a rule changes whatever stands beside them, or in a way that is not understood here. */
  unfit: Set<number>
  /** Ligatures of the set's glyphs, in the order in which they are tried. */
  ligatures: { parts: number[]; glyph: number }[]
  /** Two side by side of which the first is among the one and the second among the other may be a part of what a rule looks for. */
  meetings: [Set<number>, Set<number>][]
}

type Coverage = { version: 1; glyphs: number[] } | { version: 2; rangeRecords: { start: number; end: number }[] }

type Classes =
  | { version: 1; startGlyph: number; classValueArray: number[] }
  | { version: 2; classRangeRecord: { start: number; end: number; class: number }[] }

interface Rule {
  backtrack?: number[]
  input?: number[]
  classes?: number[]
  lookahead?: number[]
}

/** As much of a subtable as is read here. */
interface Subtable {
  version: number
  lookupType: number
  extension: Subtable
  coverage: Coverage
  valueFormat2?: Record<string, boolean>
  markCoverage: Coverage
  mark1Coverage: Coverage
  ligatureSets: { toArray(): { components: number[]; glyph: number }[][] }
  coverages: Coverage[]
  backtrackCoverage: Coverage[]
  inputCoverage: Coverage[]
  lookaheadCoverage: Coverage[]
  ruleSets: (Rule[] | null)[]
  chainRuleSets: (Rule[] | null)[]
  classDef: Classes
  inputClassDef: Classes
  backtrackClassDef: Classes
  lookaheadClassDef: Classes
  classSet: (Rule[] | null)[]
  chainClassSet: (Rule[] | null)[]
}

interface Lookup {
  lookupType: number
  flags: { flags: { ignoreBaseGlyphs: boolean; ignoreLigatures: boolean } }
  subTables: Iterable<Subtable>
}

/** The library's reader of GSUB or GPOS. */
interface Processor {
  selectScript(script: string): void
  lookupsForFeatures(tags: string[]): { index: number; lookup: Lookup }[]
}

/** The lookups that the library applies to words of a script ("latn"; "zyyy" for digits and signs alone). */
function lookupsOf(font: Font, script: string): { kind: 'GSUB' | 'GPOS'; index: number; lookup: Lookup }[] {
  // Shaping anything sets the engine up, and says which features are applied.
  const features = Object.keys(font.layout('a').features).filter((tag) => !/^(?:frac|numr|dnom)$/.test(tag))
  const { engine } = (font as unknown as { _layoutEngine: { engine?: Record<string, Processor | null> } })._layoutEngine
  return (['GSUB', 'GPOS'] as const).flatMap((kind) => {
    const processor = engine?.[`${kind}Processor`]
    if (!processor) return []
    processor.selectScript(script)
    return processor.lookupsForFeatures(features).map(({ index, lookup }) => ({ kind, index, lookup }))
  })
}

/** The rules for `glyphs` in words of Latin letters, digits and signs; null for a font that treats digits and signs alone otherwise than among letters. */
export function rulesOf(font: Font, glyphs: ReadonlySet<number>): ShapeRules | null {
  const [letters, signs] = [lookupsOf(font, 'latn'), lookupsOf(font, 'zyyy')]
  const named = (lookups: typeof letters) => lookups.map(({ kind, index }) => `${kind}${index}`).join()
  if (named(letters) !== named(signs)) return null
  const rules: ShapeRules = { unfit: new Set(), ligatures: [], meetings: [] }
  // Ligatures are glyphs of the set too, for the rules that come after them.
  const known = new Set(glyphs)
  for (const { kind, lookup } of letters)
    for (const subtable of lookup.subTables) addRules(kind, lookup, subtable, known, rules)
  return rules
}

const within = (coverage: Coverage, known: ReadonlySet<number>): Set<number> =>
  new Set(glyphsOf(coverage).filter((glyph) => known.has(glyph)))

const glyphsOf = (coverage: Coverage): number[] =>
  coverage.version === 1
    ? coverage.glyphs
    : coverage.rangeRecords.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, i) => start + i))

function classOf(glyph: number, classes: Classes): number {
  if (classes.version === 1) return classes.classValueArray[glyph - classes.startGlyph] ?? 0
  return classes.classRangeRecord.find(({ start, end }) => start <= glyph && glyph <= end)?.class ?? 0
}

function addRules(
  kind: 'GSUB' | 'GPOS',
  lookup: Lookup,
  subtable: Subtable,
  known: Set<number>,
  rules: ShapeRules,
): void {
  const isExtension = lookup.lookupType === (kind === 'GSUB' ? 7 : 9)
  const type = isExtension ? subtable.lookupType : lookup.lookupType
  const table = isExtension ? subtable.extension : subtable
  const { ignoreBaseGlyphs, ignoreLigatures } = lookup.flags.flags
  const skips = ignoreBaseGlyphs || ignoreLigatures
  const refuse = (found: Iterable<number>) => {
    for (const glyph of found) rules.unfit.add(glyph)
  }
  if (kind === 'GPOS' && type >= 4 && type <= 6) refuse(within(table.markCoverage ?? table.mark1Coverage, known))
  else if (type === (kind === 'GSUB' ? 5 : 7) || type === (kind === 'GSUB' ? 6 : 8))
    for (const sequence of sequencesOf(table, known)) {
      const { backtrack, input, lookahead } = sequence
      if ([...backtrack, ...input, ...lookahead].some(({ size }) => size === 0)) continue
      const meetings = meetingsOf(sequence)
      if (skips || meetings.length === 0) refuse(input[0] ?? [])
      else rules.meetings.push(...meetings)
    }
  else if (kind === 'GPOS' && type <= 2) {
    // A pair of which the second moves too would have to be known from the one before.
    if (skips || Object.values(table.valueFormat2 ?? {}).some(Boolean)) refuse(within(table.coverage, known))
  } else if (kind !== 'GSUB' || type !== 4 || skips) refuse(within(table.coverage, known))
  else addLigatures(table, known, rules)
}

/** Ligatures of known glyphs, which are known then. */
function addLigatures({ coverage, ligatureSets }: Subtable, known: Set<number>, { ligatures }: ShapeRules): void {
  const firsts = glyphsOf(coverage)
  ligatureSets.toArray().forEach((set, i) => {
    for (const { components, glyph } of set) {
      const parts = [firsts[i] as number, ...components]
      if (!parts.every((part) => known.has(part))) continue
      ligatures.push({ parts, glyph })
      known.add(glyph)
    }
  })
}

interface Sequence {
  backtrack: Set<number>[]
  input: Set<number>[]
  lookahead: Set<number>[]
}

/** Two neighbours of each sequence, by which it is known. In which order the library takes what stands before is left open. */
function meetingsOf({ backtrack, input, lookahead }: Sequence): [Set<number>, Set<number>][] {
  const onward = [...input, ...lookahead]
  const [first, second] = onward
  if (first && second) return [[first, second]]
  return first ? backtrack.map((before): [Set<number>, Set<number>] => [before, first]) : []
}

/** Glyphs that rules about neighbours look for, in each place. */
function sequencesOf(table: Subtable, known: ReadonlySet<number>): Sequence[] {
  const places = (coverages: readonly Coverage[] | undefined) => (coverages ?? []).map((each) => within(each, known))
  if (table.version === 3)
    return [
      {
        backtrack: places(table.backtrackCoverage),
        input: places(table.coverages ?? table.inputCoverage),
        lookahead: places(table.lookaheadCoverage),
      },
    ]
  if (table.version === 1) {
    const one = (glyph: number) => new Set([glyph].filter((each) => known.has(each)))
    const firsts = glyphsOf(table.coverage)
    return (table.ruleSets ?? table.chainRuleSets).flatMap((set, i) =>
      (set ?? []).map(({ backtrack = [], input = [], lookahead = [] }) => ({
        backtrack: backtrack.map(one),
        input: [firsts[i] as number, ...input].map(one),
        lookahead: lookahead.map(one),
      })),
    )
  }
  const inClass = (classes: Classes, from: Iterable<number>) => (wanted: number) =>
    new Set([...from].filter((glyph) => classOf(glyph, classes) === wanted))
  const classes = table.inputClassDef ?? table.classDef
  const covered = within(table.coverage, known)
  return (table.classSet ?? table.chainClassSet).flatMap((set, i) =>
    (set ?? []).map((rule) => ({
      backtrack: (rule.backtrack ?? []).map(inClass(table.backtrackClassDef, known)),
      input: [inClass(classes, covered)(i), ...(rule.input ?? rule.classes ?? []).map(inClass(classes, known))],
      lookahead: (rule.lookahead ?? []).map(inClass(table.lookaheadClassDef, known)),
    })),
  )
}
