/**
 * Patterns that take capital letters for small ones. What the flag `i` does to a long list of words makes it three times as large and as slow to
 * compile, and a short run spends much of its time on that; here the text is made small instead, and the pattern compiled when it is first asked.
 */
import { isLatin, latinForm } from './latin.js'

/** Letters that the flag `i` takes for others than their small ones: "ſ" is "s". No pattern may ask for them. */
const rare =
  '\\u0345|[\\u00b5\\u017f\\u0390\\u03b0\\u03d0\\u03d1\\u03d5\\u03d6\\u03f0\\u03f1\\u03f5\\u1c80-\\u1c88\\u1e9b\\u1fbe\\u1fd3\\u1fe3\\ufb05\\ufb06]'
/** Those, and what patterns may ask for: "ς" is "σ", and "ι" is a mark as well. A text with one is given to a pattern with the flag. */
const unusual = new RegExp(`${rare}|[\\u03b9\\u03c2\\u03c3]`)

/** "K", which is "k" with the flag `u` alone. */
const kelvin = '\u212a'

/**
 * Stands in a pattern between what may be missing and a list of words: "(?:please )?" + once + "(?:explain|tell|say)". V8 writes what follows into its
 * code for each way that leads there, up to ten times, and behind a look ahead, of which this is one at nothing, a single time.
 */
export const once = '(?=)'

const anyText = (): boolean => true

/** What a pattern may be asked behind: true of a text, in small letters, that has one of these stretches. */
export const holds =
  (...stretches: readonly string[]) =>
  (small: string): boolean =>
    stretches.some((stretch) => small.includes(stretch))

/** Many patterns look at one text in turn. */
let last = { text: '', small: '' as string | null, latin: true }

/** The text in small letters, each where it was, and whether it `isLatin`; null where that is not what the flag `i` compares. */
function smallLetters(text: string): typeof last {
  if (last.text === text) return last
  const small = text.toLowerCase()
  const alike = small.length === text.length && !unusual.test(small) && !text.includes(kelvin)
  last = { text, small: alike ? small : null, latin: isLatin(small) }
  return last
}

/**
 * A pattern with the flags `i` and `u`, or the source of one; what tells letters by their case, such as `\p{Lu}`, cannot stand in it.
 * With the flag `i` alone only letters of ASCII can. `may` is false of texts, in small letters, where the pattern finds nothing: a test that costs little
 * spares most runs the making of a long pattern.
 */
export class Caseless {
  readonly source: string
  #latin: RegExp | null = null
  #small: RegExp | null = null
  #any: RegExp | null = null

  constructor(
    pattern: string | RegExp,
    readonly flags: 'i' | 'iu' = 'iu',
    readonly may: (small: string) => boolean = anyText,
  ) {
    this.source = typeof pattern === 'string' ? pattern : pattern.source
  }

  test(text: string): boolean {
    const { small, latin } = smallLetters(text)
    if (small === null) return this.#forAny().test(text)
    return this.may(small) && this.#forSmall(latin).test(small)
  }

  exec(text: string): RegExpExecArray | null {
    const { small, latin } = smallLetters(text)
    if (small === null) return this.#forAny().exec(text)
    if (!this.may(small)) return null
    const match = this.#forSmall(latin).exec(small)
    if (!match?.indices || small === text) return match
    // As it is written.
    for (const [i, place] of match.indices.entries()) if (place) match[i] = text.slice(place[0], place[1])
    match.input = text
    return match
  }

  #forSmall(latin: boolean): RegExp {
    if (latin && this.flags === 'iu') {
      this.#latin ??= latinForm(inSmallLetters(this.source), 'd')
      return this.#latin
    }
    this.#small ??= new RegExp(inSmallLetters(this.source), this.flags === 'i' ? 'd' : 'du')
    return this.#small
  }

  #forAny(): RegExp {
    this.#any ??= new RegExp(this.source, `d${this.flags}`)
    return this.#any
  }
}

/** The source of a pattern with its letters made small, and its escapes as they are. */
function inSmallLetters(source: string): string {
  if (/\\[pP]\{L[ltu]\}/.test(source) || new RegExp(rare).test(source))
    throw new Error(`tells letters by their case: ${source}`)
  return source.replace(/\\(?:[pP]\{[^}]*\}|u\{?[\dA-Fa-f]+\}?|.)|[A-Z\xc0-\xde\u0100-\uffff]+/gs, (part) =>
    part.startsWith('\\') ? part : part.toLowerCase(),
  )
}
