/** The tokens of the citation grammar, cut from runs. */

import { Caseless } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import type { Run } from '../../text/rich.js'
import { rawText } from '../markdown/runs.js'
import { asciiDigits } from '../words/fold.js'
import { beginsCue, cueLength, hasRole, isAbbreviation, knownCjkWord } from './citation-words.js'

export type CitationTokenType =
  | 'file'
  | 'sign'
  | 'number'
  | 'dash'
  | 'comma'
  | 'and'
  | 'cue'
  | 'colon'
  | 'open'
  | 'close'
  | 'stop'
  | 'break'
  | 'word'

/** A token. `start` and `end` are offsets in the runs' raw text. */
export interface CitationToken {
  type: CitationTokenType
  text: string
  start: number
  end: number
  /** The cited file, when it differs from the text (`[the explainer](02_explainer.md)`), and the anchor after `#`. */
  file?: string
  anchor?: string
  /** A file that is one only behind a cue: `main.py`. */
  loose?: true
}

const endings = 'md|markdown|mdx|qmd|rst|adoc|org|txt|ipynb|pdf|epub|html?|tex|docx|pptx|rtf'
const fileEnding = new RegExp(`\\.(?:${endings})$`, 'i')
/** Programs, data, recordings and pictures. Their names are words of questions too ("Node.js"), so that only a cue makes them sources. */
const looseEnding = new Caseless(
  /[^\s.][\w-]\.(?:py|jsx?|tsx?|java|kt|c|h|cc|cpp|hpp|cs|rs|rb|php|swift|scala|lua|r|jl|sql|sh|ps1|hs|css|scss|vue|csv|tsv|json|ya?ml|toml|xml|xlsx?|ods|odt|odp|pptm?|doc|key|mp[34]|m4a|wav|mov|webm|svg|png|jpe?g|gif)$/i,
  'i',
)
const web = /^https?:\/\//i
const number = /^(?:\d{1,6}(?:\.\d{1,6}){0,8}[a-z]?|[A-Z](?:\.\d{1,6}){1,8})$/
const dashes = '\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212~\u301c\uff5e'
const pieces = new RegExp(`[${dashes}]+|[^${dashes}]+`, 'gu')
const isDash = new RegExp(`^[${dashes}]`, 'u')
const cjk = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー'
const scripts = new LetterPattern(`[${cjk}]+|[^${cjk}]+`, 'g')
const isCjk = new LetterPattern(`^[${cjk}]`)
const fileBeforeCjk = new Caseless(`^.{1,200}?\\.(?:${endings})(?=[${cjk}])`)

const marks: Record<string, CitationTokenType> = { '\n': 'break', '§': 'sign' }
for (const mark of '([{（［【〔') marks[mark] = 'open'
for (const mark of ')]}）］】〕') marks[mark] = 'close'
for (const mark of ',;，、；،؛') marks[mark] = 'comma'
for (const mark of ':：') marks[mark] = 'colon'
for (const mark of '?!…？！。؟।') marks[mark] = 'stop'
marks['&'] = 'and'
for (const mark of '→⇒➔➜➡←⇐⬅▶►↗👉📖📚📄📎🔗🔎🔍') marks[mark] = 'cue'
marks['->'] = 'cue'
marks['=>'] = 'cue'

const marked = '§()\\[\\]{},;:?!…&\\n（）［］【】〔〕，、；：؛،？！。؟।→⇒➔➜➡←⇐⬅▶►↗👉📖📚📄📎🔗🔎🔍'
const opening = '"“”„«»\'‘’‚「『《'
const closing = '"“”«»\'‘’」』》'
/** A web address, a quoted file name, a mark, or a chunk without white space and marks. */
const chunks = new LetterPattern(
  [
    'https?://[^\\s<>"“”»）]{1,1000}',
    `(?<![\\p{L}\\p{N}])[${opening}] ?[^${opening}${closing}\\n]{1,160}\\.(?:${endings})(?:#[^\\s${closing}]{1,100})? ?[${closing}]`,
    '[-=]>',
    `[${marked}]\ufe0f?`,
    `[^\\s${marked}]+`,
  ].join('|'),
  'gi',
)
/** A range in dots, and "1.3+" for what follows. */
const dotted = /^(\d[\d.]{0,20}?)(\.{2,3})(\d[\d.]{0,20})$/
const plus = /^(\d[\d.]{0,20})\+$/

/**
 * Cuts the runs from raw offset `from` into tokens. A file name in code or quotes, a web address, and a link whose words are not a file name,
 * are one token each: `` `my notes.md` ``, `"my notes.md"` and `[the explainer](02_explainer.md#eli5)`.
 */
export function tokenize(runs: readonly Run[], from = 0): CitationToken[] {
  const tokens: CitationToken[] = []
  let at = 0
  for (const group of groupByLink(runs)) {
    const text = rawText(group)
    const [first] = group
    if (at + text.length > from && first) {
      const skip = Math.max(0, from - at)
      const whole = skip === 0 ? wholeFile(first, text, at) : null
      if (whole) tokens.push(...whole)
      else tokens.push(...tokenizeText(text.slice(skip), at + skip))
    }
    at += text.length
  }
  return joinCues(tokens)
}

/** "See", "also" → one cue. */
function joinCues(tokens: readonly CitationToken[]): CitationToken[] {
  const joined: CitationToken[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) break
    if (token.type !== 'word' || !beginsCue(token.text)) {
      joined.push(token)
      continue
    }
    const words = tokens.slice(i, i + 5)
    const length = cueLength(words.map(({ text }) => text))
    const last = words[length - 1]
    joined.push(last ? { ...token, type: 'cue', end: last.end } : token)
    if (last) i += length - 1
  }
  return joined
}

const isFileName = (text: string): boolean => fileEnding.test(text) || looseEnding.test(text)

/** True for a name that stands for a program, data, a recording or a picture: no text to look up sections in. */
export const isLooseFile = (name: string): boolean => looseEnding.test(name)

/** Runs of one link, and runs of one code span, stay together; all other neighbours are one group. */
function groupByLink(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = []
  for (const run of runs) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const alone = run.code === true && isFileName(run.text)
    const lastAlone = last?.code === true && isFileName(last.text)
    if (group && last && last.href === run.href && !alone && !lastAlone) group.push(run)
    else groups.push([run])
  }
  return groups
}

function wholeFile(first: Run, text: string, at: number): CitationToken[] | null {
  const whole = { type: 'file', text, start: at, end: at + text.length } as const
  if (first.code && fileEnding.test(text)) return [whole]
  if (first.code && looseEnding.test(text)) return [{ ...whole, loose: true }]
  if (first.href === undefined) return null
  const [path, anchor] = linkedFile(first.href)
  if (path === null) return null
  const loose = !web.test(path) && !fileEnding.test(path) ? { loose: true as const } : {}
  const link = { ...whole, file: path, ...(anchor ? { anchor } : {}), ...loose }
  if (web.test(text)) return [link]
  const inside = tokenizeText(text, at)
  const own = inside.find(({ type }) => type === 'file')
  // A link that shows the file's own name may show its sections too: the anchor is kept, the words are read.
  if (own) return inside.map((token) => (token === own && anchor && !token.anchor ? { ...token, anchor } : token))
  const places = inside.filter(({ type, text: words }, i) => isPlaceWord(type, words, inside[i + 1]))
  const names = places.some(
    (token, i) => (token.type === 'sign' || token.type === 'word') && places[i + 1]?.type === 'number',
  )
  return names ? [{ ...link, end: at }, ...places] : [link]
}

/** Of the words of a link only its places count: "the explainer, §1.3" → "§", "1.3". */
function isPlaceWord(type: CitationTokenType, words: string, next: CitationToken | undefined): boolean {
  if (type !== 'word') return type !== 'stop'
  const counts = hasRole(words, 'section') || hasRole(words, 'chapter') || hasRole(words, 'page')
  return (counts && next?.type === 'number') || hasRole(words, 'and') || hasRole(words, 'to')
}

/** `02_explainer.md#13-x` → ["02_explainer.md", "13-x"]; an address of the web as it is; [null, null] for anything else. */
function linkedFile(href: string): [string | null, string | null] {
  if (web.test(href)) return [href, null]
  const [path = '', anchor = ''] = href.split('#', 2)
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) || !isFileName(path)) return [null, null]
  return [decode(path).replace(/^\.\//, ''), anchor === '' ? null : decode(anchor)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function tokenizeText(text: string, base: number): CitationToken[] {
  const tokens: CitationToken[] = []
  const pattern = chunks.for(text)
  for (let at = 0; at < text.length; ) {
    const end = plainWordEnd(text, at)
    if (end > at) {
      tokens.push(word(text.slice(at, end), base + at))
      at = end
      continue
    }
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) break
    const [chunk] = match
    const start = base + match.index
    at = match.index + chunk.length
    const type = marks[chunk.replace('\ufe0f', '')]
    if (type) tokens.push({ type, text: chunk, start, end: start + chunk.length })
    else if (web.test(chunk)) tokens.push(...webTokens(chunk, start))
    else tokens.push(...chunkTokens(chunk, start))
  }
  return tokens
}

const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const endsWord = new Set([...' \n,;:?!()[]{}'].map((mark) => mark.charCodeAt(0)))

/** Where a chunk of nothing but ASCII letters ends that begins at `at`, as most do; `at` for any other. */
function plainWordEnd(text: string, at: number): number {
  let end = at
  while (isAsciiLetter(text.charCodeAt(end))) end++
  const ends = end === text.length || endsWord.has(text.charCodeAt(end))
  return ends && !/^htt/i.test(text.slice(at, at + 3)) ? end : at
}

/** An address, and the marks after it that end the sentence or close a bracket that it did not open. */
function webTokens(chunk: string, start: number): CitationToken[] {
  let end = chunk.length
  while (end > 0) {
    const last = chunk.charAt(end - 1)
    const unopened = (last === ')' && !chunk.slice(0, end).includes('(')) || last === ']'
    if (!unopened && !/[.,;:!?'’…]/.test(last)) break
    end--
  }
  const address: CitationToken = { type: 'file', text: chunk.slice(0, end), start, end: start + end }
  return [address, ...tokenizeText(chunk.slice(end), start + end)]
}

/** A chunk without white space or marks: a file, or words, numbers and dashes, then full stops. */
function chunkTokens(chunk: string, start: number): CitationToken[] {
  const dots = chunk.length - trailingDots(chunk)
  const body = chunk.slice(0, dots)
  const tokens: CitationToken[] = []
  if (body !== '') tokens.push(...bodyTokens(body, start))
  let at = dots
  const last = tokens.at(-1)
  if (last?.type === 'word' && at < chunk.length && isAbbreviation(last.text)) {
    last.text += '.'
    last.end++
    at++
  }
  for (; at < chunk.length; at++) tokens.push({ type: 'stop', text: '.', start: start + at, end: start + at + 1 })
  return tokens
}

function trailingDots(chunk: string): number {
  let dots = 0
  while (dots < chunk.length && chunk.charAt(chunk.length - 1 - dots) === '.') dots++
  return dots
}

function bodyTokens(body: string, start: number): CitationToken[] {
  if (/^[A-Za-z]+$/.test(body)) return [word(body, start)]
  // "参照02.md" and "02.mdを参照": scripts without spaces join a file to the words around it.
  const cue = isCjk.test(body) ? (knownCjkWord(body) ?? '') : ''
  if (cueLength([cue]) > 0 && !isCjk.test(body.slice(cue.length)))
    return [word(cue, start), ...bodyTokens(body.slice(cue.length), start + cue.length)]
  const early = fileBeforeCjk.exec(body)?.[0]
  if (early !== undefined)
    return [...bodyTokens(early, start), ...bodyTokens(body.slice(early.length), start + early.length)]
  const file = fileToken(body, start)
  if (file) return [file]
  const tokens: CitationToken[] = []
  for (const { 0: piece, index } of body.matchAll(pieces)) {
    if (isDash.test(piece))
      tokens.push({ type: 'dash', text: piece, start: start + index, end: start + index + piece.length })
    else
      for (const { 0: part, index: inner } of piece.matchAll(scripts.for(piece)))
        tokens.push(...partTokens(part, start + index + inner))
  }
  return tokens
}

function fileToken(body: string, start: number): CitationToken | null {
  const quote = /^["“”„'‘’‚«»「『《]+/.exec(body)?.[0].length ?? 0
  let end = body.length
  while (end > quote && closing.includes(body.charAt(end - 1))) end--
  const [path = '', anchor] = body.slice(quote, end).trim().split('#', 2)
  const loose = looseEnding.test(path)
  if (!(loose || fileEnding.test(path)) || path.includes('://')) return null
  const file = path.replace(/^\.\//, '')
  const token: CitationToken = { type: 'file', text: body, start, end: start + body.length, file }
  if (loose) token.loose = true
  return anchor ? { ...token, anchor: decode(anchor) } : token
}

/** "p.12" */
const unitBefore = new LetterPattern(String.raw`^(\p{L}{1,9}\.)(\d.*)$`)
/** "1.3'e", as Turkish writes cases. */
const caseEnding = new LetterPattern(String.raw`['\u2019]\p{Ll}{1,4}$`)
const isUnit = (text: string) => hasRole(text, 'section') || hasRole(text, 'chapter') || hasRole(text, 'page')

/** A part of one script: "p.12" → "p.", "12"; "1.3'e" → "1.3"; "第" and "章を参照" → known words one by one. */
function partTokens(part: string, start: number): CitationToken[] {
  if (isCjk.test(part)) return cjkTokens(part, start)
  // Arabic and Hebrew write "and" onto the next word: والقسم, וסעיף.
  if (/^[وו]/u.test(part) && isUnit(part.slice(1))) return [word(part.charAt(0), start), word(part.slice(1), start + 1)]
  const joined = unitBefore.exec(part)
  if (joined?.[1] && joined[2] && isUnit(joined[1]))
    return [word(joined[1], start), ...partTokens(joined[2], start + joined[1].length)]
  const following = /^([\d.]*\d)(ff)$/.exec(part)
  if (following?.[1] && following[2])
    return [...partTokens(following[1], start), word(following[2], start + following[1].length)]
  if (/^[#¶]\d/.test(part)) return [word(part.charAt(0), start), ...partTokens(part.slice(1), start + 1)]
  const ends = dotted.exec(part)
  if (ends?.[1] && ends[2] && ends[3]) {
    const dash = start + ends[1].length
    const to = dash + ends[2].length
    return [
      ...partTokens(ends[1], start),
      { type: 'dash', text: ends[2], start: dash, end: to },
      ...partTokens(ends[3], to),
    ]
  }
  const open = plus.exec(part)?.[1]
  if (open !== undefined)
    return [...partTokens(open, start), { ...word('ff', start + open.length), end: start + part.length }]
  const plain = asciiDigits(part)
  const digits = plain.replace(caseEnding.for(plain), '')
  if (number.test(digits)) return [{ type: 'number', text: digits, start, end: start + part.length }]
  return [word(part, start)]
}

function cjkTokens(part: string, start: number): CitationToken[] {
  const tokens: CitationToken[] = []
  let unknown = 0
  let at = 0
  const flush = () => {
    if (at > unknown) tokens.push(word(part.slice(unknown, at), start + unknown))
  }
  while (at < part.length) {
    const known = knownCjkWord(part.slice(at, at + 16))
    if (known === null) {
      at++
      continue
    }
    flush()
    tokens.push(word(known, start + at))
    at += known.length
    unknown = at
  }
  flush()
  return tokens
}

const word = (text: string, start: number): CitationToken => ({ type: 'word', text, start, end: start + text.length })
