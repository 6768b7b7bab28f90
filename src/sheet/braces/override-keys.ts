/**
 * The keys of braces and of `defaults:` in the front matter: where each may stand and what its value may be. To add one: its type in
 * `OverrideValues` and a row here; the compiler then asks for the rest.
 */
import type { Place } from '../../diagnostics.js'
import type { PictureWidth } from '../../text/rich.js'
import type { QuestionBreak, SpaceStyle, TaskKind } from '../model.js'
import { maxListCount } from '../tasks/task-words.js'
import { spaceStyles } from './space-styles.js'

/** What braces say of: a question, a part of one, the questions of a day and the day itself, (in the front matter) all questions of the sheet, or a picture. */
export type Scope = 'question' | 'part' | 'day' | 'sheet' | 'picture'

/** Every key with what its value becomes. */
export interface OverrideValues {
  kind: TaskKind
  /** Answer lines on paper. */
  lines: number
  /** How the answer space is prepared. */
  space: SpaceStyle
  minutes: number
  points: number
  /** Things of a list. */
  count: number
  /** Length of what is said aloud. */
  seconds: number
  terms: string[]
  labels: [string, string]
  aspect: string
  break: QuestionBreak
  keep: 'next'
  /** Sides of paper that a day may take. */
  sides: number
  width: PictureWidth
  /** Written `#name`. */
  '#': string
}

export type OverrideKey = keyof OverrideValues

/** Checked values, and where each stands. */
export interface Overrides {
  values: Partial<OverrideValues>
  places: Partial<Record<OverrideKey, Place>>
}

interface Row<T> {
  scopes: readonly Scope[]
  /** What a good value is, in words. */
  expected: string
  /** The words that the value may be, when they are few; a wrong one is compared with them. */
  choices?: readonly string[]
  /** The value, or null when it is wrong. */
  read: (words: string) => T | null
}

const everywhere: readonly Scope[] = ['question', 'part', 'day', 'sheet']
const ofAnswers: readonly Scope[] = ['question', 'part']

/** The table, in the order in which messages and `content/README.md` list the keys. */
export const overrideKeys: { readonly [K in OverrideKey]: Row<OverrideValues[K]> } = {
  kind: oneOf(everywhere, ['list', 'compare', 'sides', 'choose', 'explain', 'draw', 'say']),
  lines: number(everywhere, { least: 0, most: 60, step: 1 }),
  space: oneOf(everywhere, spaceStyles),
  minutes: number(everywhere, { least: 0.5, most: 180, step: 0.01 }),
  points: number(['question', 'day', 'sheet'], { least: 0.5, most: 100, step: 0.5 }),
  count: number(ofAnswers, { least: 1, most: maxListCount, step: 1 }),
  seconds: number(everywhere, { least: 5, most: 3600, step: 1 }),
  terms: {
    scopes: ofAnswers,
    expected: 'two to six names parted by "|"',
    read: (words) => {
      const terms = parts(words)
      return terms.length >= 2 && terms.length <= 6 ? terms : null
    },
  },
  labels: {
    scopes: ofAnswers,
    expected: 'two labels parted by "|"',
    read: (words) => {
      const [left, right, ...more] = parts(words)
      return left !== undefined && right !== undefined && more.length === 0 ? [left, right] : null
    },
  },
  aspect: { scopes: ofAnswers, expected: 'words', read: (words) => (words === '' ? null : words) },
  break: oneOf(['question', 'day'], ['before', 'around']),
  keep: oneOf(['question'], ['next']),
  sides: number(['day'], { least: 1, most: 20, step: 1 }),
  width: {
    scopes: ['picture'],
    expected:
      'a part of the width of the text from 5% to 100%, such as 60%, or a width from 5mm to 500mm, such as 80mm',
    read: readWidth,
  },
  '#': { scopes: ['question', 'day'], expected: 'a name', read: (words) => words },
}

/** The keys that may stand there, as they are written. */
export function keysOf(scope: Scope): string[] {
  return (Object.keys(overrideKeys) as OverrideKey[])
    .filter((key) => overrideKeys[key].scopes.includes(scope))
    .map((key) => (key === '#' ? '#name' : key))
}

/** True for a key of the table. */
export function isOverrideKey(key: string): key is OverrideKey {
  return Object.hasOwn(overrideKeys, key)
}

function oneOf<T extends string>(scopes: readonly Scope[], choices: readonly [T, ...T[]]): Row<T> {
  return {
    scopes,
    choices,
    expected: choices.length === 1 ? choices[0] : `one of ${choices.join(', ')}`,
    read: (words) => choices.find((choice) => choice === words.toLowerCase()) ?? null,
  }
}

function number(
  scopes: readonly Scope[],
  { least, most, step }: Record<'least' | 'most' | 'step', number>,
): Row<number> {
  const kind = step === 1 ? 'a whole number' : step === 0.5 ? 'a whole or half number' : 'a number'
  return {
    scopes,
    expected: `${kind} from ${least} to ${most}`,
    read: (words) => {
      const figure = words.replace(/^(\d{0,4})½$/, '$1.5')
      const value = /^\d{0,4}(?:\.\d{1,2})?$/.test(figure) && figure !== '' ? Number(figure) : Number.NaN
      const fits = value >= least && value <= most && (step < 0.5 || value % step === 0)
      return fits ? value : null
    },
  }
}

/** "60%", "80mm", "8cm", "3.5in". */
function readWidth(words: string): PictureWidth | null {
  const [, figure = '', unit = ''] = /^(\d{1,3}(?:\.\d{1,2})?)(%|mm|cm|in)$/i.exec(words) ?? []
  if (unit === '') return null
  if (unit === '%') return inBounds(Number(figure), 5, 100) ? { share: Number(figure) / 100 } : null
  const mm = Math.round(Number(figure) * ({ mm: 1, cm: 10, in: 25.4 }[unit.toLowerCase()] ?? 1) * 100) / 100
  return inBounds(mm, 5, 500) ? { mm } : null
}

const inBounds = (value: number, least: number, most: number): boolean => value >= least && value <= most

function parts(words: string): string[] {
  return words
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
