/** The tokens of the citation grammar, cut from runs. */
import type { Run } from '../text/rich.js'
import { rawText } from './runs.js'

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
}

const fileEnding = /\.(?:md|markdown|mdx|qmd|rst|adoc|org|txt|ipynb|pdf|html?|tex|docx|pptx)$/i
const endingInside = /\.(?:md|markdown|mdx|qmd|rst|adoc|org|txt|ipynb|pdf|html?|tex|docx|pptx)(?![\p{L}\p{N}_])/iu
const number = /^(?:\d{1,6}(?:\.\d{1,6}){0,8}[a-z]?|[A-Z](?:\.\d{1,6}){1,8})$/
const dashes = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212'
const marks: Record<string, CitationTokenType> = {
  '§': 'sign',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  ',': 'comma',
  ';': 'comma',
  ':': 'colon',
  '?': 'stop',
  '!': 'stop',
  '…': 'stop',
  '&': 'and',
  '\n': 'break',
}
const signs = new Set('sec sect secs section sections ch chap chapter chapters'.split(' '))
/** Words whose full stop ends no sentence. */
const abbreviations = new Set('sec sect secs ch chap cf ref refs'.split(' '))
const cues = new Set('see also cf refer check review read source sources ref refs reference references'.split(' '))

/**
 * Cuts the runs from raw offset `from` into tokens. A file name in code, and a relative link whose words are not a file name,
 * are one token each: `` `my notes.md` `` and `[the explainer](02_explainer.md#eli5)`.
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
  return tokens
}

/** Runs of one link, and runs of one code span, stay together; all other neighbours are one group. */
function groupByLink(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = []
  for (const run of runs) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const alone = run.code === true && fileEnding.test(run.text)
    const lastAlone = last?.code === true && fileEnding.test(last.text)
    if (group && last && last.href === run.href && !alone && !lastAlone) group.push(run)
    else groups.push([run])
  }
  return groups
}

function wholeFile(first: Run, text: string, at: number): CitationToken[] | null {
  const whole = { type: 'file', text, start: at, end: at + text.length } as const
  if (first.code && fileEnding.test(text)) return [whole]
  if (first.href === undefined || endingInside.test(text)) return null
  const [path, anchor] = relativeFile(first.href)
  if (path === null) return null
  const places = tokenizeText(text, at).filter((token) => token.type !== 'word' && token.type !== 'stop')
  const names = places.some((token, i) => token.type === 'sign' && places[i + 1]?.type === 'number')
  if (names) return [{ ...whole, file: path, end: at }, ...places]
  return [{ ...whole, file: path, ...(anchor ? { anchor } : {}) }]
}

/** `02_explainer.md#13-x` → ["02_explainer.md", "13-x"]; [null, null] for anything with a scheme or without a known ending. */
function relativeFile(href: string): [string | null, string | null] {
  const [path = '', anchor = ''] = href.split('#', 2)
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) || !fileEnding.test(path)) return [null, null]
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
  for (const match of text.matchAll(/[§()[\],;:?!…&\n]|[^\s§()[\],;:?!…&]+/gu)) {
    const [chunk] = match
    const start = base + match.index
    const type = marks[chunk]
    if (type) tokens.push({ type, text: chunk, start, end: start + chunk.length })
    else tokens.push(...chunkTokens(chunk, start))
  }
  return tokens
}

/** A chunk without white space or marks: a file, or words, numbers and dashes, then full stops. */
function chunkTokens(chunk: string, start: number): CitationToken[] {
  const dots = chunk.length - trailingDots(chunk)
  const body = chunk.slice(0, dots)
  const tokens: CitationToken[] = []
  if (body !== '') tokens.push(...bodyTokens(body, start))
  if (abbreviations.has(tokens.at(-1)?.text.toLowerCase() ?? '')) return tokens
  for (let i = dots; i < chunk.length; i++)
    tokens.push({ type: 'stop', text: '.', start: start + i, end: start + i + 1 })
  return tokens
}

function trailingDots(chunk: string): number {
  let dots = 0
  while (dots < chunk.length && chunk.charAt(chunk.length - 1 - dots) === '.') dots++
  return dots
}

function bodyTokens(body: string, start: number): CitationToken[] {
  const file = fileToken(body, start)
  if (file) return [file]
  const tokens: CitationToken[] = []
  for (const match of body.matchAll(new RegExp(`[${dashes}]+|[^${dashes}]+`, 'gu'))) {
    const [text] = match
    const from = start + match.index
    tokens.push({ type: wordType(text), text, start: from, end: from + text.length })
  }
  return tokens
}

function fileToken(body: string, start: number): CitationToken | null {
  const quote = /^["“”'‘’«]+/.exec(body)?.[0].length ?? 0
  const [path = '', anchor] = body
    .slice(quote)
    .replace(/["“”'‘’»]+$/, '')
    .split('#', 2)
  if (!fileEnding.test(path) || path.includes('://')) return null
  const file = path.replace(/^\.\//, '')
  const token: CitationToken = { type: 'file', text: body, start, end: start + body.length, file }
  return anchor ? { ...token, anchor } : token
}

function wordType(text: string): CitationTokenType {
  if (dashes.includes(text.charAt(0))) return 'dash'
  if (number.test(text)) return 'number'
  const lower = text.toLowerCase()
  if (signs.has(lower)) return 'sign'
  if (cues.has(lower)) return 'cue'
  return lower === 'and' ? 'and' : 'word'
}
