/**
 * Patterns that ask for letters of any script, in a form for texts that have only Latin ones. V8 spells `\p{L}` out in the ranges of all scripts, and with
 * their surrogates, in each place where a pattern has it: a long pattern then takes milliseconds to compile, and a short run asks it once. Most texts need
 * none of these ranges.
 */

/** What such texts consist of: Latin-1, "œ", and the punctuation, arrows and signs that go with it. No other character is looked at below. */
const known = '\\0-\\xff\\u0152\\u0153\\u2010-\\u2027\\u2190-\\u22ff\\u2500-\\u2767'
const unknown = new RegExp(`[^${known}]`)

/** The known characters of a property, as they stand in a class; '' for none. */
const ranges: Readonly<Record<string, string>> = {
  L: 'A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff\\u0152\\u0153',
  Lu: 'A-Z\\xc0-\\xd6\\xd8-\\xde\\u0152',
  Ll: 'a-z\\xb5\\xdf-\\xf6\\xf8-\\xff\\u0153',
  Lo: '\\xaa\\xba',
  M: '',
  N: '0-9\\xb2\\xb3\\xb9\\xbc-\\xbe',
  Nd: '0-9',
  P: '!-#%-*,-\\/:;?@[-\\]_{}\\xa1\\xa7\\xab\\xb6\\xb7\\xbb\\xbf\\u2010-\\u2027',
  Pc: '_',
  S: '$+<=>^`|~\\xa2-\\xa6\\xa8\\xa9\\xac\\xae-\\xb1\\xb4\\xb8\\xd7\\xf7\\u2190-\\u22ff\\u2500-\\u2767',
  Z: ' \\xa0',
  Cc: '\\0-\\x1f\\x7f-\\x9f',
  Default_Ignorable_Code_Point: '\\xad',
  'sc=Latin': 'A-Za-z\\xaa\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff\\u0152\\u0153',
  'sc=Arabic': '',
  'sc=Devanagari': '',
  'sc=Greek': '',
  'sc=Han': '',
  'sc=Hangul': '',
  'sc=Hebrew': '',
  'sc=Hiragana': '',
  'sc=Katakana': '',
  'sc=Khmer': '',
  'sc=Lao': '',
  'sc=Myanmar': '',
  'sc=Thai': '',
}

/** A class; an escape; an alternative, without groups and classes, that no Latin text has, as "ответы?" of "answers?|ответы?|答え"; a character beyond U+FFFF. */
const parts = new RegExp(
  `\\[(?:\\\\.|[^\\]\\\\])*\\]|\\\\(?:[pP]\\{[^}]*\\}|u\\{?|.)|(?<=[(|]|\\(\\?:)(?!\\?)[^()|[\\]\\\\*+{}]*[^${known}()|[\\]](?![?*+{])[^()|[\\]\\\\*+{}]*(?=[|)])|[\\u{10000}-\\u{10ffff}]`,
  'gsu',
)
const partsOfClass = /\\(?:[pP]\{[^}]*\}|u\{?|.)|-?[\u{10000}-\u{10ffff}]-?/gsu

/** Many patterns look at one text in turn. */
let last = { text: '', latin: true }

/** True for a text that the form of a pattern for Latin letters may be asked of. */
export function isLatin(text: string): boolean {
  if (last.text !== text) last = { text, latin: !unknown.test(text) }
  return last.latin
}

/**
 * The source of a pattern with the flag `u` → that of one without it, which finds the same in a text that `isLatin`. "[^\p{L}]+" → "[^A-Za-zª…]+". Null
 * for a pattern that has no such form.
 */
export function inLatin(source: string): string | null {
  let whole = true
  const property = (part: string): string => {
    const own = ranges[part.slice(3, -1).replace('Script=', 'sc=')]
    if (own === undefined) whole = false
    return own ?? ''
  }
  const classPart = (part: string): string => {
    // The rest of what has a property is no list, and a range may end beyond what is known.
    if (/^\\(?:P|u\{)|^-|-$/.test(part)) whole = false
    if (part.startsWith('\\')) return part.startsWith('\\p') ? property(part) : part
    return ''
  }
  const plain = source.replace(parts, (part) => {
    if (part.startsWith('[')) return part.replace(partsOfClass, classPart)
    if (part.startsWith('\\p')) return `[${property(part)}]`
    if (part.startsWith('\\P')) return `[^${property(part)}]`
    if (part === '\\u{') whole = false
    // Nothing is found there.
    return part.startsWith('\\') ? part : '[]'
  })
  return whole ? plain.replace(/(?:\|\[\])+(?=[|)])/g, '') : null
}

/** A pattern with the flag `u`. It is compiled when it is asked, for the texts that it is asked of; its source is best given as `String.raw`. */
export class LetterPattern {
  #latin: RegExp | null = null
  #any: RegExp | null = null

  constructor(
    readonly source: string,
    readonly flags: '' | 'd' | 'g' | 's' | 'gs' | 'gi' = '',
  ) {}

  /** The expression to be used with `text`. */
  for(text: string): RegExp {
    if (isLatin(text)) {
      this.#latin ??= latinForm(this.source, this.flags)
      return this.#latin
    }
    this.#any ??= new RegExp(this.source, `${this.flags}u`)
    return this.#any
  }

  /** Only without the flag `g`, which would make it remember where it was. */
  test(text: string): boolean {
    return this.for(text).test(text)
  }

  exec(text: string): RegExpExecArray | null {
    return this.for(text).exec(text)
  }
}

/** A pattern with the flag `u` and others, as it may be asked of Latin texts. */
export function latinForm(source: string, flags: string): RegExp {
  const latin = inLatin(source)
  return latin === null ? new RegExp(source, `${flags}u`) : new RegExp(latin, flags)
}
