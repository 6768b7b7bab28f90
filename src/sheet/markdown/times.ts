/** Stars between numbers or letters of a formula, which Markdown takes for emphasis: `2*3*4` says "times", and `2**3` "to the power of". */
import type { Code, Construct, Extension, State } from 'micromark-util-types'

const star = 42
/** So many letters before a star are looked at. */
const reach = 24

/**
 * A number, a letter alone or a bracket that closes, right before a star. A star that stands before that word and behind none opens emphasis, which
 * the next one closes: `*x*2`, `**3**rd`.
 */
const before = /(?:\d|(?<![\p{L}\p{N}])(?:\p{L}|pi)|[)\]])$/u
const emphasised = /(?<![\p{L}\p{N})\]*])\*{1,3}[\p{L}\p{N}]+$/u
/** A number, a letter alone, a bracket that opens, or the name of a number or function, right behind it. */
const behind = /^(?:[\d([]|\p{L}(?![\p{L}\p{N}])|(?:pi|sin|cos|tan|log|ln|sqrt|exp)(?![\p{L}\p{N}]))/u
const longest = 5

const written = (code: Code): string => (code === null || code < 0 ? '' : String.fromCharCode(code))

/** Goes on where what stands behind a star may be multiplied. */
const operand: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let word = ''
    const mayGoOn = (code: Code): boolean => word.length < longest && /[\p{L}\p{N}([]/u.test(written(code))
    const next: State = (code) => {
      if (mayGoOn(code)) {
        word += written(code)
        effects.consume(code)
        return next
      }
      effects.exit('data')
      return behind.test(word) ? ok(code) : nok(code)
    }
    return (code) => {
      if (!mayGoOn(code)) return nok(code)
      effects.enter('data')
      return next(code)
    }
  },
}

/** One star or two between what may be multiplied are words. */
const times: Construct = {
  name: 'times',
  tokenize(effects, ok, nok) {
    const { previous } = this
    const end = this.now()
    let size = 0
    const isOperand = (): boolean => {
      if (!/[\p{L}\p{N})\]]/u.test(written(previous))) return false
      const start = { ...end, _bufferIndex: Math.max(0, end._bufferIndex - reach) }
      const words = this.sliceSerialize({ start, end })
      return before.test(words) && !emphasised.test(words)
    }
    const run: State = (code) => {
      if (code === star && size < 2) {
        effects.consume(code)
        size++
        return run
      }
      if (code === star) return nok(code)
      effects.exit('data')
      return effects.check(operand, ok, nok)(code)
    }
    return (code) => {
      if (!isOperand()) return nok(code)
      effects.enter('data')
      return run(code)
    }
  },
}

/** Lets the parser take such stars for words. */
export const timesSyntax: Extension = { text: { [star]: times } }
