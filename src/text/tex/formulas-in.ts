/** Formulas in plain data, wherever they stand in it. */
import type { Where } from '../../diagnostics.js'
import type { FormulaKind } from './formula.js'

/** A formula and where it is met first: the place of the paragraph or the question that it is in. */
export interface FoundFormula {
  source: string
  kind: FormulaKind
  place: Where
}

/** A name for a formula of a kind. */
export const formulaKey = (source: string, kind: FormulaKind): string => `${kind} ${source}`

/** All formulas, each once a kind, in the order in which they are met. */
export function formulasIn(content: readonly unknown[]): FoundFormula[] {
  const found = new Map<string, FoundFormula>()
  const add = (source: string, kind: FormulaKind, place: Where): void => {
    const key = formulaKey(source, kind)
    if (!found.has(key)) found.set(key, { source, kind, place })
  }
  const visit = (value: unknown, outer: Where): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const each of value) visit(each, outer)
      return
    }
    const { place: own, math, text, type, source } = value as Record<string, unknown>
    const place = isPlace(own) ? own : outer
    if (math === true && typeof text === 'string') add(text, 'inline', place)
    else if (type === 'math' && typeof source === 'string') add(source, 'display', place)
    else if (value instanceof Map) for (const each of value.values()) visit(each, place)
    else for (const key in value) if (key !== 'place') visit((value as Record<string, unknown>)[key], place)
  }
  for (const each of content) visit(each, null)
  return [...found.values()]
}

/** TeX of the formulas that stand in lines of `content`. */
export const inlineFormulas = (content: readonly unknown[]): string[] =>
  formulasIn(content).flatMap(({ source, kind }) => (kind === 'inline' ? [source] : []))

const isPlace = (value: unknown): value is NonNullable<Where> =>
  typeof value === 'object' && value !== null && 'file' in value
