/** Labels that are made of the words of a question: heads of columns and boxes. */
import type { Run } from '../rich.js'

/**
 * A label as runs, with the formulas of its question, as TeX, apart: "X^2 of a set" with `x^2` is the formula `x^2`, then " of a set". A label is in
 * sentence case, or all in small letters before that; a formula is as the author wrote it.
 */
export function labelRuns(label: string, formulas: readonly string[]): Run[] {
  const longestFirst = formulas.toSorted((a, b) => b.length - a.length)
  const runs: Run[] = []
  let from = 0
  let at = 0
  while (at < label.length) {
    const source = longestFirst.find((each) => standsAt(label, at, each)) ?? inAnyCase(label, at, longestFirst)
    if (source === undefined) {
      at++
      continue
    }
    if (at > from) runs.push({ text: label.slice(from, at) })
    runs.push({ text: source, math: true })
    at += source.length
    from = at
  }
  if (from < label.length) runs.push({ text: label.slice(from) })
  return runs
}

const isPartOfWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)

/** Beside a formula stands no letter and no digit: `x` is none in "matrix". */
function standsAt(label: string, at: number, source: string): boolean {
  return label.startsWith(source, at) && !isPartOfWord(label[at - 1]) && !isPartOfWord(label[at + source.length])
}

function inAnyCase(label: string, at: number, formulas: readonly string[]): string | undefined {
  return formulas.find((source) => {
    const there = label.slice(at, at + source.length)
    return there.toLowerCase() === source.toLowerCase() && standsAt(label, at, there)
  })
}
