/** Parts tokens into lines: as few as it takes, and among those ways the most even one. Numbers only, at a type size of 1 pt. */

/** A stretch that stays on one line, as it is weighed. */
export interface Weighed {
  width: number
  /** Width of the blanks behind it. */
  gap: number
  /** Width of the hyphen that it takes where the line ends behind it; 0 without. */
  hyphen: number
  /** The paragraph ends behind it. */
  last: boolean
}

/** What a line may take, as a multiple of the type size, and what it may take more for the sake of rounding. */
export interface Measure {
  width: number
  slack: number
}

/** Width of tokens on one line: theirs and the gaps between them. */
export const usedBy = (line: readonly Weighed[]): number =>
  line.reduce((sum, { width, gap }, i) => sum + width + (i < line.length - 1 ? gap : 0), 0)

/** Cost of the best breaking up to a token: fewest lines, then least squares. */
interface Best {
  lines: number
  squares: number
  from: number
}

/** Breaks one paragraph into as few lines as it takes, as evenly filled as they can be (least squares). */
export function evenLines<Token extends Weighed>(tokens: readonly Token[], measure: Measure): Token[][] {
  const best: Best[] = [{ lines: 0, squares: 0, from: 0 }]
  for (let end = 1; end <= tokens.length; end++) best.push(bestLineTo(end, tokens, measure, best))
  const lines: Token[][] = []
  for (let end = tokens.length; end > 0; end = best[end]?.from ?? 0) lines.push(tokens.slice(best[end]?.from, end))
  return lines.reverse()
}

/** Each line as full as it gets, which takes as few as any. Only a hyphen can make a shorter line not fit where a longer one does. */
export function fewestLines(tokens: readonly Weighed[], measure: Measure): number {
  if (tokens.some(({ hyphen }) => hyphen > 0)) return evenLines(tokens, measure).length
  let lines = 0
  let used = Number.POSITIVE_INFINITY
  let gap = 0
  for (const token of tokens) {
    used += gap + token.width
    if (used > measure.width + measure.slack) {
      lines++
      used = token.width
    }
    gap = token.gap
  }
  return lines
}

function bestLineTo(end: number, tokens: readonly Weighed[], { width, slack }: Measure, best: readonly Best[]): Best {
  let found: Best | null = null
  let used = 0
  for (let from = end - 1; from >= 0; from--) {
    const token = tokens[from] as Weighed
    used += token.width + (from < end - 1 ? token.gap : token.last ? 0 : token.hyphen)
    if (used > width + slack && found) break
    const before = best[from] as Best
    const lines = before.lines + 1
    const squares =
      before.squares + raggedness(from, end, tokens, width - used, width) + hyphenCost(from, end, tokens, width)
    if (!found || lines < found.lines || (lines === found.lines && squares < found.squares))
      found = { lines, squares, from }
  }
  return found as Best
}

/** Squared space left; the last line is free, unless it would be a runt: a word or two, shorter than a fifth of the measure. */
function raggedness(from: number, end: number, tokens: readonly Weighed[], left: number, width: number): number {
  if (end < tokens.length) return left * left
  return from > 0 && left > width * 0.8 ? (width * width) / 4 : 0
}

/** What a hyphen at the end of a line costs, like so much of the measure left empty; one over the other cost more. */
const hyphenHole = 0.2

function hyphenCost(from: number, end: number, tokens: readonly Weighed[], width: number): number {
  const endsParted = (at: number) => (tokens[at - 1]?.hyphen ?? 0) > 0 && at < tokens.length
  if (!endsParted(end)) return 0
  return (width * hyphenHole) ** 2 * (from > 0 && endsParted(from) ? 3 : 1)
}
