/**
 * Formulas in Markdown, `$a_1 + b$` and `$$ … $$`, so that its own marks leave their `_` and `*` alone; and money that stays money.
 *
 * | written                          | read as                                                                        |
 * | -------------------------------- | ------------------------------------------------------------------------------ |
 * | `$a_1 + b$`, `$n$-th`            | a formula                                                                      |
 * | `costs $5 and then $10`          | money: the second dollar stands behind a space (or before a letter or a digit) |
 * | `$HOME and $PATH`, `US$5`        | words: as above; or the first one stands behind a letter or a digit            |
 * | `$5, or 5$ in slang`             | money: what stands between does not look like mathematics                      |
 * | `\$5`                            | a dollar                                                                       |
 * | `$$ x^2 $$` in a line            | a formula in the line, by the same look; displayed where it ends the line, also with a stop or comma behind it |
 * | `$$` … `$$` on lines of its own  | a displayed formula; a blank line ends it unread, as in TeX                    |
 *
 * The rule is pandoc's (the first dollar is followed by what is no space, the second one follows what is no space and no digit
 * comes after it), made stricter where it would take prose for mathematics: in a course on prices every second line has two dollars.
 * A small tokenizer of our own, since the usual one (micromark-extension-math) takes any two dollars and brings a typesetter along.
 */
import type { Literal } from 'mdast'
import type { CompileContext, Extension as TreeExtension, Token as TreeToken } from 'mdast-util-from-markdown'
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'

/** A formula in a line; `value` is its source without the dollars. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
}

/** A displayed formula; `value` is its source, lines as they are written. */
export interface DisplayMath extends Literal {
  type: 'math'
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineMath: InlineMath
  }
  interface RootContentMap {
    inlineMath: InlineMath
    math: DisplayMath
  }
  interface BlockContentMap {
    math: DisplayMath
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText'
    mathTextSequence: 'mathTextSequence'
    mathTextData: 'mathTextData'
    mathFlow: 'mathFlow'
    mathFlowFence: 'mathFlowFence'
    mathFlowValue: 'mathFlowValue'
  }
}

const functions = new Set(
  'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log exp lim max min sup inf det dim ker gcd lcm mod deg arg var cov rank'.split(
    ' ',
  ),
)

/**
 * Does the text between two dollars look like mathematics? TeX's marks (`\alpha`, `_`, `^`) tell; else there may be no words in it:
 * `a + b`, `5`, `2pq`, `f(x)`, `sin x` are; `5, or 5`, `1 to 10`, `HOME:` are not. Two letters pass beside a sign: `ab = ba`.
 */
export function looksLikeMath(source: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(source)) return false
  if (/\\[a-z]|[_^]/i.test(source)) return true
  // "2pq", "4ac": a number times letters is no word.
  const words = (source.replace(/(?<=\d)[a-z]{2,3}(?![\p{L}])/gu, ' ').match(/\p{L}{2,}/gu) ?? []).filter(
    (word) => !functions.has(word.toLowerCase()),
  )
  if (words.some((word) => word.length > 2)) return false
  return words.length === 0 || /[=+<>*/≤≥≠≈·×]/.test(source)
}

const dollar = 36
const backslash = 92
const isEol = (code: Code): code is -5 | -4 | -3 => code === -5 || code === -4 || code === -3
const isSpace = (code: Code): boolean => code === -2 || code === -1 || code === 32
const isAlphanumeric = (code: Code): boolean => code !== null && code > 0 && /[a-z\d]/i.test(String.fromCharCode(code))
const letter = (code: Code): string =>
  code === null ? '' : isEol(code) ? '\n' : code < 0 ? ' ' : String.fromCharCode(code)

/** A formula in a line has no more letters; a dollar far from its like is a dollar. */
const longest = 1000

const mayOpen = (previous: Code): boolean => previous !== dollar && !isAlphanumeric(previous)

const mathText: Construct = {
  name: 'mathText',
  previous: mayOpen,
  tokenize(effects, ok, nok) {
    const { previous } = this
    let size = 0
    let closing = 0
    let source = ''
    let escaped = false

    const opening: State = (code) => {
      if (code === dollar && size < 2) {
        effects.consume(code)
        size++
        return opening
      }
      if (code === dollar || (size === 1 && (isSpace(code) || isEol(code)))) return nok(code)
      effects.exit('mathTextSequence')
      return between(code)
    }
    const between: State = (code) => {
      if (code === null || source.length > longest) return nok(code)
      if (code === dollar && !escaped) {
        effects.enter('mathTextSequence')
        return end(code)
      }
      if (isEol(code)) {
        source += '\n'
        escaped = false
        takeEol(effects, code)
        return between
      }
      effects.enter('mathTextData')
      return data(code)
    }
    const data: State = (code) => {
      if (code === null || isEol(code) || (code === dollar && !escaped)) {
        effects.exit('mathTextData')
        return between(code)
      }
      escaped = code === backslash && !escaped
      source += letter(code)
      effects.consume(code)
      return data
    }
    const end: State = (code) => {
      if (code === dollar && closing < size) {
        effects.consume(code)
        closing++
        return end
      }
      const tight = size === 2 || !/\s$/.test(source)
      const ends = closing === size && code !== dollar && !isAlphanumeric(code)
      if (!tight || !ends || !looksLikeMath(source)) return nok(code)
      effects.exit('mathTextSequence')
      effects.exit('mathText')
      return ok(code)
    }
    return (code) => {
      if (!mayOpen(previous)) return nok(code)
      effects.enter('mathText')
      effects.enter('mathTextSequence')
      return opening(code)
    }
  },
}

function takeEol(effects: Effects, code: Code): void {
  effects.enter('lineEnding')
  effects.consume(code)
  effects.exit('lineEnding')
}

/** The end of a line, unless the next one belongs to no container of this one. */
const nextLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const atStart = (code: Code) => (this.parser.lazy[this.now().line] ? nok(code) : ok(code))
    return (code) => {
      if (!isEol(code)) return nok(code)
      takeEol(effects, code)
      return atStart
    }
  },
}

const mathFlow: Construct = {
  name: 'mathFlow',
  concrete: true,
  tokenize(effects, ok, nok) {
    const interrupt = (this as TokenizeContext).interrupt === true
    let source = ''
    let line = ''
    let lines = 1
    let escaped = false
    let inValue = false
    let wasInValue = false

    const start: State = (code) => {
      effects.enter('mathFlow')
      effects.enter('mathFlowFence')
      effects.consume(code)
      return second
    }
    const second: State = (code) => {
      if (code !== dollar) return nok(code)
      effects.consume(code)
      return third
    }
    const third: State = (code) => {
      if (code === dollar) return nok(code)
      effects.exit('mathFlowFence')
      return body(code)
    }
    const leaveValue = () => {
      if (inValue) effects.exit('mathFlowValue')
      inValue = false
    }
    const body: State = (code) => {
      if (code === null) return nok(code)
      if (isEol(code)) {
        leaveValue()
        const blank = line.trim() === ''
        if (interrupt) return lines === 1 && blank ? ok(code) : nok(code)
        if (blank && lines > 1) return nok(code)
        return effects.attempt(nextLine, lineStart, nok)(code)
      }
      if (code === dollar && !escaped) {
        wasInValue = inValue
        return effects.attempt(fenceEnd, end, dollarInside)(code)
      }
      return value(code)
    }
    const lineStart: State = (code) => {
      source += `${line}\n`
      line = ''
      lines++
      escaped = false
      return body(code)
    }
    const value: State = (code) => {
      if (!inValue) effects.enter('mathFlowValue')
      inValue = true
      escaped = code === backslash && !escaped
      line += letter(code)
      effects.consume(code)
      return body
    }
    const dollarInside: State = (code) => {
      inValue = wasInValue
      return value(code)
    }
    const end: State = (code) => {
      source += line
      if (lines === 1 ? !looksLikeMath(source) : source.trim() === '') return nok(code)
      effects.exit('mathFlow')
      return ok(code)
    }
    /** `$$`, then nothing more on its line. */
    const fenceEnd: Construct = {
      partial: true,
      tokenize(inner, found, none) {
        let size = 0
        const sequence: State = (code) => {
          if (code === dollar && size < 2) {
            inner.consume(code)
            size++
            return sequence
          }
          return size === 2 ? after(code) : none(code)
        }
        const after: State = (code) => {
          if (isSpace(code)) {
            inner.consume(code)
            return after
          }
          if (code !== null && !isEol(code)) return none(code)
          inner.exit('mathFlowFence')
          return found(code)
        }
        return (code) => {
          leaveValue()
          inner.enter('mathFlowFence')
          return sequence(code)
        }
      },
    }
    return start
  },
}

/** The extension for micromark: formulas in lines, and displayed ones between lines of `$$`. */
export const mathSyntax: Extension = { text: { [dollar]: mathText }, flow: { [dollar]: mathFlow } }

/** The extension for mdast: `inlineMath` and `math` nodes of them. */
export const mathTree: TreeExtension = {
  enter: {
    mathText(token) {
      this.enter({ type: 'inlineMath', value: '' }, token)
    },
    mathFlow(token) {
      this.enter({ type: 'math', value: '' }, token)
    },
  },
  exit: {
    mathText(token) {
      topOf(this).value = this.sliceSerialize(token).replace(/^\$+|\$+$/g, '')
      this.exit(token)
    },
    mathFlowValue(token) {
      const node = topOf(this)
      const line = this.sliceSerialize(token).trim()
      if (line !== '') node.value += node.value === '' ? line : `\n${line}`
    },
    mathFlow(token: TreeToken) {
      this.exit(token)
    },
  },
}

const topOf = (context: CompileContext): Literal => context.stack.at(-1) as Literal
