/** Plain text → tokens of the citation grammar. */
import { Caseless } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'
import { asciiDigits } from '../words/fold.js'
import { beginsAddress, decode, documentEndings, isDocument, isLooseFile } from './citation-files.js'
import { type CitationToken, type CitationTokenType, word } from './citation-token.js'
import { cueLength, hasRole, isAbbreviation, knownCjkWord } from './citation-words.js'

const number = /^(?:\d{1,6}(?:\.\d{1,6}){0,8}[a-z]?|[A-Z](?:\.\d{1,6}){1,8})$/
const dashes = '\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212~\u301c\uff5e'
const pieces = new RegExp(`[${dashes}]+|[^${dashes}]+`, 'gu')
const isDash = new RegExp(`^[${dashes}]`, 'u')
const cjk = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー'
const scripts = new LetterPattern(`[${cjk}]+|[^${cjk}]+`, 'g')
const isCjk = new LetterPattern(`^[${cjk}]`)
const fileBeforeCjk = new Caseless(`^.{1,200}?\\.(?:${documentEndings})(?=[${cjk}])`)

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
    `(?<![\\p{L}\\p{N}])[${opening}] ?[^${opening}${closing}\\n]{1,160}\\.(?:${documentEndings})(?:#[^\\s${closing}]{1,100})? ?[${closing}]`,
    '[-=]>',
    `[${marked}]\ufe0f?`,
    `[^\\s${marked}]+`,
  ].join('|'),
  'gi',
)
/** A range in dots, and "1.3+" for what follows. */
const dotted = /^(\d[\d.]{0,20}?)(\.{2,3})(\d[\d.]{0,20})$/
const plus = /^(\d[\d.]{0,20})\+$/

/** Plain words, which begin at raw offset `base`, → tokens: files, addresses, marks, numbers, dashes and words. */
export function tokenizeText(text: string, base: number): CitationToken[] {
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
    else if (beginsAddress(chunk)) tokens.push(...webTokens(chunk, start))
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
  const loose = isLooseFile(path)
  if (!(loose || isDocument(path)) || path.includes('://')) return null
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
