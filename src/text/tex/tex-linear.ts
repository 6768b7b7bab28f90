/** Fractions, roots and matrices in a line: what TeX sets one over the other needs brackets in a line wherever its neighbours would join it. */
import { mathSign } from './tex-signs.js'
import { inBraces } from './tex-tokens.js'

/** What stands beside a fraction or a root, for whether it would join that. */
type Neighbour = 'nothing' | 'number' | 'factor' | 'function' | 'division' | 'suffix'

/** One thing of a formula, and the scripts behind it. */
interface Item {
  tokens: readonly string[]
  kind: 'fraction' | 'root' | 'blank' | 'silent' | 'other'
  /** What it is for a fraction that stands behind it, and for one before it. */
  before: Neighbour
  after: Neighbour
  /** Figures alone, as those of "1/2". */
  isNumber: boolean
  /** A root of one thing, which has no brackets of its own. */
  isBare?: boolean
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const fractions = setOf('\\frac \\dfrac \\tfrac')
const narrow: ReadonlySet<string> = new Set([' ', '~', '\\,', '\\;', '\\:', '\\ ', '\\!'])
const silent = setOf(
  '\\left \\right \\big \\Big \\bigl \\bigr \\Bigl \\Bigr \\displaystyle \\textstyle \\limits \\nolimits',
)
const functions = setOf(
  '\\log \\ln \\lg \\exp \\sin \\cos \\tan \\cot \\sec \\csc \\sinh \\cosh \\tanh \\arcsin \\arccos \\arctan \\arg \\det',
)
/** Names whose fraction ends with the term, as that of a sum does. */
const operators = setOf('\\sum \\prod \\int \\lim \\max \\min \\sup \\inf')
/** Their braces hold words, or what has rules of its own. */
const words = setOf('\\text \\textrm \\textit \\textbf \\textsf \\operatorname \\ce')
const opening = setOf('( [ \\{ \\langle \\lfloor \\lceil \\lvert \\lVert')
const closing = setOf(') ] \\} \\rangle \\rfloor \\rceil \\rvert \\rVert')
const suffixes = setOf("^ _ ! ' \\prime \\% \\degree")

/** What stands before and behind the rows of a matrix. */
const matrices: Readonly<Record<string, readonly [string[], string[]]>> = {
  pmatrix: [['('], [')']],
  bmatrix: [['['], [']']],
  Bmatrix: [['\\{'], ['\\}']],
  vmatrix: [['|'], ['|']],
  Vmatrix: [['\\Vert'], ['\\Vert']],
  cases: [['\\{'], []],
  // Brackets, if any, are the author's.
  matrix: [[], []],
  smallmatrix: [[], []],
  array: [[], []],
}
/** Lines below each other, each aligned with the others at its `&`. */
const alignments = setOf('aligned align align* gathered gather gather* split')
const binomials = setOf('\\binom \\dbinom \\tbinom')
const worded = setOf('\\frac \\dfrac \\tfrac \\sqrt \\over \\begin \\binom \\dbinom \\tbinom')

/**
 * The tokens of TeX with brackets where a line needs them for what two lines say without: `\frac12mv^2` as `(\frac12)mv^2`. A number before a fraction of
 * numbers is a mixed one, with a blank between: `2\frac13` as `2\,\frac13`. `{a \over b}` is written as `\frac{a}{b}`,
 * the rows of a matrix one behind the other: `(1 2; 3 4)`, those of an alignment parted by `\newline`, and `\binom{n}{k}` as `\mathrm{C}(n, k)`. Tokens that have none of these, or whose braces do not close, are those that came.
 */
export function linearTokens(tokens: readonly string[]): readonly string[] {
  if (!tokens.some((token) => worded.has(token))) return tokens
  try {
    return bracketed(itemsOf(tokens))
  } catch (error) {
    if (error instanceof RangeError) return tokens
    throw error
  }
}

/**
 * True for a fraction of differences, as one writes them in a line without brackets: "dy/dx", "d/dt", "∂²f/∂x²", "Δs/Δt". Given what stands over and
 * under the line, in words.
 */
export function isOfDifferences(over: string, under: string): boolean {
  const of = /^([d∂Δδ])[2-9]? ?\p{L}?[2-9]?\/\1 ?\p{L}[2-9]?$/u
  return of.test(`${over}/${under}`.normalize('NFKC'))
}

/** True for a letter with its brackets, "f(x)", "c(H₃O⁺)", which needs no others around it. */
export const isApplied = (words: string): boolean => /^\p{L}[₀-₉]*\([^()]*\)$/u.test(words)

function bracketed(items: readonly Item[]): string[] {
  const out: string[] = []
  // Where the figures begin that what is said last ends with.
  let figures = 0
  let before: Neighbour = 'nothing'
  for (const [i, item] of items.entries()) {
    const { kind, tokens } = item
    if (kind === 'blank' || kind === 'silent') {
      out.push(...tokens)
      continue
    }
    if (kind !== 'other') {
      const after = follower(items, i)
      const joinsAfter =
        kind === 'fraction'
          ? after !== 'nothing'
          : after === 'suffix' || (after !== 'nothing' && after !== 'division' && item.isBare === true)
      const isMixed = kind === 'fraction' && before === 'number' && item.isNumber
      const joinsBefore = kind === 'fraction' && !isMixed && before !== 'nothing'
      const isApart = joinsAfter || joinsBefore
      if (isMixed && joinsAfter) out.splice(figures, 0, '(')
      else if (isApart) out.push('(')
      if (isMixed && !isSeen(items[i - 1])) out.push('\\,')
      out.push(...tokens, ...(isApart ? [')'] : []))
      before = 'factor'
      continue
    }
    if (item.isNumber && before !== 'number') figures = out.length
    out.push(...tokens)
    before = joined(before, item)
  }
  return out
}

/** What stands before a fraction, when it is `item` that does, and `before` before that. */
function joined(before: Neighbour, item: Item): Neighbour {
  // "2.5", and "x2", are no whole number.
  if (before === 'number' && item.tokens[0] === '.') return 'factor'
  if (before === 'factor' && item.isNumber) return 'factor'
  // A sum with its bounds is one still, and so is a logarithm with its base.
  if (item.after === 'suffix') return before === 'number' ? 'factor' : before
  return item.before
}

/** Blanks that are seen, other than those of the source. */
const isSeen = (item: Item | undefined): boolean => item?.kind === 'blank' && !/^(?: |\\!)$/.test(item.tokens.join(''))

/** What joins the thing at `i` from behind. */
function follower(items: readonly Item[], i: number): Neighbour {
  let isApart = false
  for (const { kind, after, tokens } of items.slice(i + 1)) {
    if (kind === 'silent') continue
    if (kind === 'blank') isApart = true
    // "1/2 kg": a unit, or words, behind a blank.
    else return isApart && /^\\(?:text|mathrm|operatorname)/.test(tokens[0] ?? '') ? 'nothing' : after
  }
  return 'nothing'
}

function itemsOf(tokens: readonly string[]): Item[] {
  const over = topLevel(tokens, '\\over')
  if (over >= 0) return [fractionOf('\\frac', tokens.slice(0, over), tokens.slice(over + 1))]
  const items: Item[] = []
  let at = 0
  const argument = (): readonly string[] => {
    while (tokens[at] === ' ') at++
    const from = at
    if (tokens[from] === '{') {
      at = closes(tokens, from)
      return tokens.slice(from + 1, at - 1)
    }
    // A command takes its braces along.
    at = tokens[from]?.startsWith('\\') && tokens[from + 1] === '{' ? closes(tokens, from + 1) : from + 1
    if (at > tokens.length) throw new RangeError('open')
    return tokens.slice(from, at)
  }
  while (at < tokens.length) {
    const token = tokens[at++] ?? ''
    if (fractions.has(token)) items.push(fractionOf(token, argument(), argument()))
    else if (token === '\\sqrt') items.push(rootOf(degree(), argument()))
    else if (binomials.has(token)) items.push(binomialOf(argument(), argument()))
    else if (token === '\\begin') items.push(matrix())
    else if (token === '^' || token === '_') items.push(other([token, ...braced(argument())], 'factor', 'suffix'))
    else if (token === '{') {
      at--
      items.push(...groupOf(argument()))
    } else if (narrow.has(token)) items.push({ ...other([token], 'nothing', 'nothing'), kind: 'blank' })
    else if (silent.has(token)) {
      const isOfNothing = (token === '\\left' || token === '\\right') && tokens[at] === '.'
      const said = isOfNothing ? [token, '.'] : [token]
      at += said.length - 1
      items.push({ ...other(said, 'nothing', 'nothing'), kind: 'silent' })
    } else if (words.has(token) && tokens[at] === '{') {
      const inside = argument()
      const beside = token === '\\ce' ? 'factor' : 'nothing'
      items.push(other([token, '{', ...inside, '}'], beside, inside[0] === ' ' ? 'nothing' : 'factor'))
    } else if (/^\\[A-Za-z]/.test(token) && tokens[at] === '{')
      items.push(other([token, ...braced(argument())], 'factor', 'factor'))
    else items.push(signOf(token))
  }
  return items

  function matrix(): Item {
    const name = argument().join('')
    const sides = matrices[name]
    const end = tokens.indexOf('\\end', at)
    const isAlignment = alignments.has(name)
    if ((!sides && !isAlignment) || end < 0) throw new RangeError('no matrix')
    // How its columns are aligned.
    if (name === 'array') argument()
    const inside = tokens.slice(at, end)
    at = end + 1
    if (argument().join('') !== name) throw new RangeError('crossed')
    return sides
      ? other([...sides[0], ...rowsOf(inside), ...sides[1]], 'factor', 'factor')
      : other(linesOf(inside), 'nothing', 'nothing')
  }

  function degree(): readonly string[] {
    if (tokens[at] !== '[') return []
    const from = at
    at = tokens.indexOf(']', from) + 1
    if (at === 0) throw new RangeError('open')
    return tokens.slice(from, at)
  }
}

const other = (tokens: readonly string[], before: Neighbour, after: Neighbour): Item => ({
  tokens,
  kind: 'other',
  before,
  after,
  isNumber: false,
})

const braced = (tokens: readonly string[]): string[] => ['{', ...bracketed(itemsOf(tokens)), '}']

const trimmed = (tokens: readonly string[]): readonly string[] =>
  tokens.slice(
    tokens.findIndex((token) => token !== ' '),
    tokens.findLastIndex((token) => token !== ' ') + 1,
  )

const isFigures = (tokens: readonly string[]): boolean => /^ *\d+ *$/.test(tokens.join(''))

const fractionOf = (name: string, over: readonly string[], under: readonly string[]): Item => ({
  ...other([name, ...braced(trimmed(over)), ...braced(trimmed(under))], 'factor', 'factor'),
  kind: 'fraction',
  isNumber: isFigures(over) && isFigures(under),
})

function rootOf(degree: readonly string[], of: readonly string[]): Item {
  const items = itemsOf(of)
  return {
    ...other(['\\sqrt', ...degree, '{', ...bracketed(items), '}'], 'factor', 'factor'),
    kind: 'root',
    isBare: isFigures(of) || items.filter(({ kind, after }) => kind !== 'blank' && after !== 'suffix').length === 1,
  }
}

const binomialOf = (of: readonly string[], chosen: readonly string[]): Item =>
  other(
    ['\\mathrm', '{', 'C', '}', '(', ...bracketed(itemsOf(of)), ',', ' ', ...bracketed(itemsOf(chosen)), ')'],
    'factor',
    'factor',
  )

/** The lines of an alignment, without the signs that align them. */
function linesOf(tokens: readonly string[]): string[] {
  const said = split(tokens, '\\\\').map((line, i) => {
    // "\\\\[4pt]": the air above the line.
    const air = i > 0 && /^\[-?[\d.]+\s?(?:pt|em|ex|mm|cm)\]/.test(line.join('')) ? line.indexOf(']') + 1 : 0
    return trimmed(line.slice(air).filter((token) => token !== '&'))
  })
  return said
    .filter(({ length }) => length > 0)
    .flatMap((line, i) => [...(i === 0 ? [] : ['\\newline']), ...bracketed(itemsOf(line))])
}

/** "1 2; 3 4"; cells of more than a sign are parted by commas. */
function rowsOf(tokens: readonly string[]): string[] {
  const rows = split(tokens, '\\\\').map((row) => split(row, '&').map(trimmed))
  const last = rows.at(-1)?.flat()
  const said = last?.length === 0 ? rows.slice(0, -1) : rows
  const isPlain = said.flat().every((cell) => /^[-+]?(?:\d*\.?\d+|[A-Za-z]|\\[A-Za-z]+)?$/.test(cell.join('')))
  const beside = isPlain ? ['\\,'] : [',', ' ']
  const joinedWith = (parts: readonly string[][], between: readonly string[]): string[] =>
    parts.flatMap((part, i) => (i === 0 ? part : [...between, ...part]))
  return joinedWith(
    said.map((row) =>
      joinedWith(
        row.map((cell) => bracketed(itemsOf(cell))),
        beside,
      ),
    ),
    [';', ' '],
  )
}

/** What stands between `sign`, outside of all braces. */
function split(tokens: readonly string[], sign: string): (readonly string[])[] {
  const parts: string[][] = [[]]
  let open = 0
  for (const token of tokens) {
    open += token === '{' ? 1 : token === '}' ? -1 : 0
    if (open === 0 && token === sign) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

/** Braces around a fraction or a root part it from nothing. */
function groupOf(tokens: readonly string[]): Item[] {
  const items = itemsOf(tokens)
  const [first] = items
  if (first && items.length === 1 && (first.kind === 'fraction' || first.kind === 'root')) return items
  return [other(['{', ...bracketed(items), '}'], 'factor', 'factor')]
}

function signOf(token: string): Item {
  if (/^\d$/.test(token)) return { ...other([token], 'number', 'factor'), isNumber: true }
  if (suffixes.has(token)) return other([token], 'factor', 'suffix')
  if (token === '/' || token === '\\div') return other([token], 'division', 'division')
  if (opening.has(token)) return other([token], 'nothing', 'factor')
  if (closing.has(token)) return other([token], 'factor', 'nothing')
  if (functions.has(token)) return other([token], 'function', 'factor')
  if (operators.has(token)) return other([token], 'nothing', 'factor')
  const sign = token.startsWith('\\') ? (mathSign(token.slice(1)) ?? '') : token
  const isOperand = /^[\p{L}∞∂∇]$/u.test(sign)
  return isOperand ? other([token], 'factor', 'factor') : other([token], 'nothing', 'nothing')
}

/** Where `sought` stands outside of all braces; -1 for nowhere. */
function topLevel(tokens: readonly string[], sought: string): number {
  let open = 0
  return tokens.findIndex((token) => {
    open += token === '{' ? 1 : token === '}' ? -1 : 0
    return open === 0 && token === sought
  })
}

/** The index behind the braces that open at `at`. */
function closes(tokens: readonly string[], at: number): number {
  const end = inBraces(tokens, at)?.end
  if (end === undefined) throw new RangeError('open')
  return end
}
