/**
 * The template: everything a publisher may change without TypeScript. Paper, type, colours, ruling, words; no logic.
 *
 * `templates/<name>/template.yaml` is read by `load.ts`, which checks it against `schema.ts` and points
 * into the YAML when something is missing or wrong. Lengths on paper are mm, type sizes pt, slide lengths inches.
 */
import type { FaceName } from '../text/metrics.js'
import type { Run } from '../text/rich.js'
import type { Checked } from './schema.js'

export type { Checked } from './schema.js'

/** A font file as read from the template's folder. */
export interface FontFile {
  /** Path as the template names it, for messages. */
  name: string
  bytes: Uint8Array
  /** A font of the package, sound, whose bytes are read when they are asked for. */
  isUnread?: boolean
  /** The SHA-256 of such a font, in hexadecimal digits. */
  sha256?: string
  /** Which characters such a font has (`chartOf` in `text/characters.ts`), where that is known. */
  chart?: readonly number[]
  /** Its shape table (`text/fonts/shape-table.ts`); null when it is no font of the package. */
  shapes?: () => Uint8Array | null
}

/** A checked template with its fonts at hand. */
export interface Template extends Omit<Checked, 'fonts' | 'extends'> {
  /** Per role the chain of fonts, fallback included; files shared by roles are one object. */
  faces: Record<FaceName, readonly FontFile[]>
  /** Hyphenation patterns of its language, `hyphens/hyph-de.tex`, as TeX writes them; words are not parted without. */
  hyphens?: FontFile
}

/** Fills `{name}` marks: `fillWords('Week {n}', {n: 17})` → "Week 17". An unknown mark stays as it is. */
export function fillWords(words: string, values: Readonly<Record<string, string | number>>): string {
  if (!words.includes('{')) return words
  return words.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
}

/** As `fillWords`, with runs: `fillRuns('{name}, continued', {name: runs})` → the runs, then ", continued". */
export function fillRuns(words: string, values: Readonly<Record<string, readonly Run[]>>): Run[] {
  const pieces = words.split(/(\{\w+\})/).filter((piece) => piece !== '')
  return pieces.flatMap((text) => values[text.slice(1, -1)] ?? [{ text }])
}
