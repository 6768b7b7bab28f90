/** TeX where nothing can be typeset, as in bookmarks: `x^2` as "x²", `\frac{\alpha}{2}` as "α/2". For the eye; no formula is computed from it. */
import { plainBlocks, plainText, type RichBlock, type Run } from '../rich.js'
import { chemistryRuns } from './tex-chemistry.js'
import { isApplied, isOfDifferences, linearTokens } from './tex-linear.js'
import { keyboardSigns, lines, mathAccents, mathSign } from './tex-signs.js'
import { chemicalSource, inBraces, mostTex, texTokens } from './tex-tokens.js'

/** Commands that only say how what follows is set. */
const silent = new Set(
  'left right big Big bigl bigr displaystyle mathrm mathsf mathbf mathbb mathcal mathit'.split(' '),
)
/** Commands whose braces hold words, in which "-" is a hyphen. */
const verbatim = new Set('text textrm textit textbf textsf operatorname'.split(' '))
const spaces = new Set([',', ';', ':', ' ', 'quad', 'qquad'])

const raised: Readonly<Record<string, string>> = letters('0123456789+-−n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ')
const lowered: Readonly<Record<string, string>> = letters('0123456789+-−', '₀₁₂₃₄₅₆₇₈₉₊₋₋')

function letters(from: string, to: string): Record<string, string> {
  const shown = [...to]
  return Object.fromEntries([...from].map((letter, i) => [letter, shown[i] ?? '']))
}

/** The plain words of runs, as `plainText` has them, with their formulas to be read. */
export const readableText = (runs: readonly Run[]): string => inWords(runs, texInWords)

/** The plain words of blocks, as `plainBlocks` has them, with their formulas to be read. */
export const readableBlocks = (blocks: readonly RichBlock[]): string =>
  plainBlocks(blocks.map((block) => readable(block, texInWords)))

/** As `readableBlocks`, with "…" for formulas that cannot be said in a line: for words that stand elsewhere in full. */
export const remindingBlocks = (blocks: readonly RichBlock[]): string =>
  plainBlocks(blocks.map((block) => readable(block, texReminding)))

/** As `texInWords`, "…" for TeX that cannot be said in a line. */
export function texReminding(tex: string): string {
  const words = texInWords(tex)
  return words.includes('\\') ? '…' : words
}

const inWords = (runs: readonly Run[], said: (tex: string) => string): string =>
  plainText(runs.map((run) => (run.math ? { text: said(run.text) } : run)))

function readable(block: RichBlock, said: (tex: string) => string): RichBlock {
  const plain = (runs: readonly Run[]): Run[] => [{ text: inWords(runs, said) }]
  const inner = (each: RichBlock): RichBlock => readable(each, said)
  switch (block.type) {
    case 'paragraph':
      return { ...block, runs: plain(block.runs) }
    case 'math':
      return { ...block, source: said(block.source) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(inner)) }
    case 'quote':
      return { ...block, blocks: block.blocks.map(inner) }
    case 'table':
      return { ...block, head: block.head.map(plain), rows: block.rows.map((cells) => cells.map(plain)) }
    case 'code':
    case 'picture':
      return block
  }
}

/** What stands high or low, in letters that do: "2" raised as "²", "ab" as "^(ab)". */
export const scriptInWords = (words: string, place: 'super' | 'sub'): string =>
  place === 'super' ? script(words, raised, '^') : script(words, lowered, '_')

/** TeX to be read: `\sqrt{b^2-4ac}` as "√(b²-4ac)". What is not known keeps its name; what is broken stays as it is. */
export function texInWords(tex: string): string {
  const chemical = chemicalSource(tex)
  const formula = chemical === null ? null : chemistryInWords(chemical)
  if (formula !== null) return formula
  if (tex.length > mostTex.letters) return tex
  const tokens = linearTokens(texTokens(tex))
  // Lines below each other have no words.
  if (tokens.includes('\\begin')) return tex
  try {
    return new TexReader(tokens).words().replace(/ +/g, ' ').trim()
  } catch (error) {
    if (error instanceof RangeError) return tex
    throw error
  }
}

/** Reads tokens of TeX in words. Throws a `RangeError` at braces or brackets that are not closed, or too deep. */
class TexReader {
  readonly #tokens: readonly string[]
  #at = 0
  #isVerbatim = false

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens
  }

  /** All of it. */
  words(): string {
    return this.#group(0, null)
  }

  #argument(depth: number): string {
    while (this.#tokens[this.#at] === ' ') this.#at++
    const token = this.#tokens[this.#at++]
    if (token === undefined) return ''
    return token === '{' ? this.#group(depth + 1, '}') : this.#said(token, depth + 1)
  }

  #group(depth: number, end: string | null): string {
    if (depth > mostTex.depth) throw new RangeError('deep')
    let words = ''
    for (;;) {
      const token = this.#tokens[this.#at++]
      if (token === undefined) {
        if (end !== null) throw new RangeError('open')
        return words
      }
      if (token === end) return words
      words += token === '{' ? this.#group(depth + 1, '}') : this.#said(token, depth)
    }
  }

  /** "³" of `[3]` behind a root. */
  #degree(): string {
    if (this.#tokens[this.#at] !== '[') return ''
    const end = this.#tokens.indexOf(']', this.#at)
    if (end < 0) throw new RangeError('open')
    const words = this.#tokens.slice(this.#at + 1, end).join('')
    this.#at = end + 1
    return script(words, raised, '^')
  }

  #chemistry(): string {
    const source = inBraces(this.#tokens, this.#at)
    if (source === null) throw new RangeError('open')
    this.#at = source.end
    return chemistryInWords(source.text) ?? `ce(${source.text})`
  }

  #said(token: string, depth: number): string {
    if (token === '^') return this.#parted(script(this.#argument(depth), raised, '^'))
    if (token === '_') return this.#parted(script(this.#argument(depth), lowered, '_'))
    if (token === '~') return ' '
    if (token.startsWith('\\')) return this.#command(token.slice(1), depth)
    return this.#isVerbatim ? token : (keyboardSigns[token] ?? token)
  }

  /** Words between braces, as they are. */
  #verbatim(depth: number): string {
    const outer = this.#isVerbatim
    this.#isVerbatim = true
    const words = this.#argument(depth)
    this.#isVerbatim = outer
    return words
  }

  /** A script that no letter or figure joins: `x_iy` as "x_i y". */
  #parted(script: string): string {
    const isOpen = /^[\^_][\p{L}\p{N}]+$/u.test(script)
    return isOpen && /^[\p{L}\p{N}]/u.test(this.#tokens[this.#at] ?? '') ? `${script} ` : script
  }

  #command(name: string, depth: number): string {
    if (name === 'frac' || name === 'dfrac' || name === 'tfrac')
      return fraction(this.#argument(depth), this.#argument(depth))
    if (name === 'sqrt') return `${this.#degree()}√${whole(this.#argument(depth))}`
    if (spaces.has(name)) return ' '
    if (name === 'newline') return '; '
    if (silent.has(name)) return ''
    if (verbatim.has(name)) return this.#verbatim(depth)
    if (name === '{' || name === '}') return name
    const sign = mathSign(name)
    if (sign !== undefined) return sign
    const next = this.#tokens[this.#at]
    if (next !== '{' || !/^[A-Za-z]/.test(name)) return next?.startsWith('\\') ? `${name} ` : name
    return name === 'ce' ? this.#chemistry() : namedWords(name, this.#argument(depth))
  }
}

/** What a command says of its argument: `\hat{x}` is "x̂", and one that is not known `name(x)`. */
function namedWords(name: string, words: string): string {
  const line = lines[name]
  if (line !== undefined && /^[\p{L}\p{N}]+$/u.test(words)) return words.replace(/./gu, `$&${line}`)
  return mathAccents[name] !== undefined && /^\p{L}$/u.test(words) ? words + mathAccents[name] : `${name}(${words})`
}

function chemistryInWords(source: string): string | null {
  const runs = chemistryRuns(source)
  if (!runs) return null
  const said = ({ text, script }: Run) => {
    // "Fe(III)", "H₂O(g)": no letters stand so high or low.
    if (/^(?:[IVX]+|\([a-z]+\))$/.test(text)) return script && !text.startsWith('(') ? `(${text})` : text
    return script ? scriptInWords(text, script) : text
  }
  return runs.map(said).join('')
}

const fraction = (over: string, under: string): string =>
  isOfDifferences(over, under) ? `${over}/${under}` : `${whole(over)}/${whole(under)}`

/** Several letters in brackets, where they are to be taken as one. */
const whole = (words: string): string =>
  /^(?:[\p{L}\p{N}]|\p{N}+)$/u.test(words) || isApplied(words) ? words : `(${words})`

function script(words: string, small: Readonly<Record<string, string>>, sign: string): string {
  const shown = [...words].map((letter) => small[letter])
  return shown.length > 0 && shown.every((letter) => letter !== undefined) ? shown.join('') : `${sign}${whole(words)}`
}
