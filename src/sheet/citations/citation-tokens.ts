/** Runs → tokens of the citation grammar: a file name in code and a link are one each, the words between them are cut by `citation-text.ts`. */
import type { Run } from '../../text/rich.js'
import { rawText } from '../markdown/runs.js'
import { beginsAddress, isDocument, isFileName, isLooseFile, linkedFile } from './citation-files.js'
import { tokenizeText } from './citation-text.js'
import type { CitationToken, CitationTokenType } from './citation-token.js'
import { beginsCue, cueLength, hasRole } from './citation-words.js'

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
  if (first.code && isDocument(text)) return [whole]
  if (first.code && isLooseFile(text)) return [{ ...whole, loose: true }]
  if (first.href === undefined) return null
  const [path, anchor] = linkedFile(first.href)
  if (path === null) return null
  const loose = !beginsAddress(path) && !isDocument(path) ? { loose: true as const } : {}
  const link = { ...whole, file: path, ...(anchor ? { anchor } : {}), ...loose }
  if (beginsAddress(text)) return [link]
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
