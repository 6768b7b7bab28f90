/**
 * The grammar of citations: where a question says to look. The EBNF, and the examples that the tests
 * run, are in `sheet/citations.md`, which is written for authors.
 */
import { Recent } from '../../text/recent.js'
import type { Run } from '../../text/rich.js'
import { rawText, sliceRuns } from '../markdown/runs.js'
import type { Citation, CitationTarget } from '../model.js'
import { isCounted, isSourceWord } from './citation-books.js'
import type { CitationTail } from './citation-found.js'
import { CitationReader } from './citation-reader.js'
import type { CitationToken as Token } from './citation-token.js'
import { tokenize } from './citation-tokens.js'
import { hasRole, isTaskCue } from './citation-words.js'
import { labelBefore } from './further-reading.js'

/** A tail is looked for in so many last characters; no honest citation is longer. */
const reach = 2000

/**
 * Finds the citation tail of runs: the last sentence or bracket, when all of it is a citation.
 * `Why? See a.md §1.` → start 5, one citation, cited as "a.md §1". Null when the words end otherwise.
 * `bare`: places in brackets are a citation without a file too.
 */
export function findCitationTail(runs: readonly Run[], bare = false): CitationTail | null {
  const raw = rawText(runs)
  // What is read of words alone is read once: a watch asks the same of each question again.
  if (raw.length > reach || runs.some(({ code, href }) => code || href !== undefined)) return tailIn(runs, raw, bare)
  const name = `${bare ? 'bare' : ''}\n${raw}`
  const known = tails.get(name)
  if (known) return copyOf(known.tail)
  const tail = tailIn(runs, raw, bare)
  tails.keep(name, { tail })
  return copyOf(tail)
}

const tails = new Recent<{ tail: CitationTail | null }>(200_000)

const copyOf = (tail: CitationTail | null): CitationTail | null =>
  tail && {
    ...tail,
    citations: tail.citations.map((found) => ({ ...found, targets: found.targets.map((target) => ({ ...target })) })),
  }

function tailIn(runs: readonly Run[], raw: string, bare: boolean): CitationTail | null {
  const tokens = tokenize(runs, Math.max(0, raw.length - reach))
  for (const [index, token] of tokens.entries()) {
    if (!isBoundary(tokens[index - 1], token, raw)) continue
    const tail = new CitationReader(tokens, index, raw).tail(bare && !isLaw(tokens.slice(index + 1)))
    if (tail) return withLabel(tail, runs, raw, bare)
  }
  return null
}

/** A tail that leads further, with its label, and with the citation before it. */
function withLabel(tail: CitationTail, runs: readonly Run[], raw: string, bare: boolean): CitationTail {
  const found = labelBefore(raw.slice(0, tail.start))
  if (!found || tail.citations.some(({ file, book }) => file === '' && book === undefined)) return tail
  const citedAs = `${found.label}: ${tail.citedAs}`
  const before = findCitationTail(sliceRuns(runs, 0, found.start), bare)
  if (!before) return { ...tail, start: found.start, citedAs, leadsFurther: true }
  const citations = [...before.citations, ...tail.citations]
  return { ...before, citations, citedAs: `${before.citedAs}. ${citedAs}` }
}

/** True when the words look like a citation with a cue that could not be read to the end: worth a message. */
export function looksLikeCitation(runs: readonly Run[]): boolean {
  const raw = rawText(runs)
  const tokens = tokenize(runs, Math.max(0, raw.length - reach))
  return tokens.some((token, i) => {
    const before = tokens[i - 1]
    if (token.type !== 'cue' || !before || !(before.type === 'open' || isBoundary(before, token, raw))) return false
    const next = tokens[i + 1]
    if (next?.type === 'file' || (next?.type === 'sign' && !isLaw(tokens.slice(i + 1)))) return true
    // "See my old notes.md §1": a file whose name may have spaces, and nothing after it but places.
    const words = tokens.slice(i + 1, i + 7).findIndex(({ type }) => type !== 'word')
    if (tokens[i + 1 + words]?.type === 'file' && new CitationReader(tokens, i + 1 + words, raw).tail() !== null)
      return true
    return !isTaskCue(token.text) && endsInPages(tokens.slice(i + 1))
  })
}

/** The source that runs send to and that no key can lead to: "the handout" in "Why? (see the handout)". Null without one. */
export function untoldSource(runs: readonly Run[]): string | null {
  const raw = rawText(runs)
  const tokens = tokenize(runs, Math.max(0, raw.length - reach))
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]
    if (token.type !== 'cue' || isTaskCue(token.text) || !before) continue
    if (before.type !== 'open' && !isBoundary(before, token, raw)) continue
    const words = untoldWords(tokens.slice(i + 1))
    const [first, last] = [words?.[0], words?.at(-1)]
    if (first && last) return raw.slice(first.start, last.end)
  }
  return null
}

/** Is the rest one sentence that tells, with a number of a page or chapter in it? */
function endsInPages(tokens: readonly Token[]): boolean {
  const stop = tokens.findIndex(({ type }, i) => type === 'stop' && (tokens[i + 1]?.type ?? 'cue') === 'cue')
  const sentence = stop < 0 ? tokens : tokens.slice(0, stop)
  if (sentence.length > 16 || sentence.length < tokens.length - 1 || /[?？؟;]/.test(tokens[stop]?.text ?? ''))
    return false
  return sentence.some(
    ({ type, text }, i) =>
      type === 'word' && (hasRole(text, 'page') || hasRole(text, 'chapter')) && sentence[i + 1]?.type === 'number',
  )
}

/** "the handout.", "Wednesday's lecture": a source, in few words and by no name, to the end of all. */
function untoldWords(tokens: readonly Token[]): readonly Token[] | null {
  const stop = tokens.findIndex(({ type }) => type === 'stop' || type === 'close')
  const words = stop < 0 ? tokens : tokens.slice(0, stop)
  if (tokens.slice(words.length).some(({ type, text }) => !['stop', 'close'].includes(type) || /[?？؟]/.test(text)))
    return null
  const last = words.at(-1)
  const isUntold =
    words.length <= 5 && words.every(({ type }) => type === 'word') && last !== undefined && isSourceWord(last)
  return isUntold ? words : null
}

/**
 * The name that only lacks its ending: "notes" in `See notes §2.3.`, where `See notes.md §2.3.` is a citation. Null without one, and
 * for laws, whose names are all capitals (`See BGB § 5.`).
 */
export function nameWithoutEnding(runs: readonly Run[]): string | null {
  const raw = rawText(runs)
  const tokens = tokenize(runs, Math.max(0, raw.length - reach))
  for (const [i, cue] of tokens.entries()) {
    if (cue.type !== 'cue' || !isBoundary(tokens[i - 1], cue, raw)) continue
    let end = i + 1
    // A chunk with hyphens is one name: "week-1-notes".
    while (end < i + 12 && (end === i + 1 || tokens[end]?.start === tokens[end - 1]?.end)) {
      if (!['word', 'number', 'dash'].includes(tokens[end]?.type ?? '')) break
      end++
    }
    const [first, last] = [tokens[i + 1], tokens[end - 1]]
    if (end === i + 1 || !first || !last || first.type !== 'word') continue
    // "See Figure 2." leads to what the question shows, "See slide 12." to no file.
    if (hasRole(first.text, 'qualifier') || (isCounted(first) && tokens[i + 2]?.type === 'number')) continue
    const name = raw.slice(first.start, last.end)
    const file: Token = { type: 'file', text: name, file: `${name}.md`, start: first.start, end: last.end }
    const read = new CitationReader(tokens.toSpliced(i + 1, end - i - 1, file), i, raw).tail()
    if (read?.citations[0]?.targets.length && !/^[\p{Lu}.]+$/u.test(name)) return name
  }
  return null
}

/** "§ 242 BGB", "§ 5 Abs. 2 UrhG": a statute, not a section of a file. */
function isLaw(tokens: readonly Token[]): boolean {
  const [number, word] = tokens.filter(({ type }) => type !== 'sign')
  return number?.type === 'number' && word?.type === 'word' && /^(?:\p{Lu}\p{L}*\p{Lu}|Abs\.|I{1,3}$)/u.test(word.text)
}

/** A citation may begin at the start of a sentence, in a bracket, or with its cue after a dash, comma, colon or braces. */
function isBoundary(before: Token | undefined, token: Token, raw: string): boolean {
  if (!before) return token.start === 0 || /^\s*$/.test(raw.slice(0, token.start))
  if (token.type === 'open') return true
  if (before.type === 'stop' || before.type === 'break' || before.type === 'close') return true
  const mark = before.type === 'dash' || before.type === 'comma' || before.type === 'colon'
  if (token.type !== 'cue') return before.type === 'colon' && labelBefore(raw.slice(0, token.start)) !== null
  return mark || before.text.endsWith('}')
}

/** A citation for print: `02_explainer.md §1.1–§1.8`, `02_explainer.md §4.10 and §5.8`, `notes.md#eli5`, `"my notes.md" p. 3 (the table)`. */
export function formatCitation(citation: Pick<Citation, 'file' | 'targets' | 'note'>): string {
  const places = citation.targets.map(formatTarget)
  const last = places.pop()
  const words = places.length > 0 ? `${places.join(', ')} and ${last}` : (last ?? '')
  const [first] = citation.targets
  const quoted = (file: string) => (/\s/.test(file) ? `"${file}"` : file)
  const anchored = first?.kind === 'named' && first.anchor
  const cited = anchored
    ? quoted(citation.file + words.replaceAll(' ', '%20'))
    : [quoted(citation.file), words].filter((part) => part !== '').join(' ')
  return citation.note === undefined ? cited : `${cited} (${citation.note})`
}

/** One target for print: "§1.1–§1.8", "§ELI5", "Ch. 3", "§4.2 ff.", "pp. 88–91". */
export function formatTarget(target: CitationTarget): string {
  switch (target.kind) {
    case 'section':
      return `${target.chapter ? 'Ch. ' : '§'}${target.number}${target.onwards ? ' ff.' : ''}`
    case 'range':
      return target.chapter ? `Ch. ${target.from}–${target.to}` : `§${target.from}–§${target.to}`
    case 'pages':
      if (target.to !== null) return `pp. ${target.from}–${target.to}`
      return `p. ${target.from}${target.onwards ? ' ff.' : ''}`
    case 'named':
      return `${target.anchor ? '#' : '§'}${target.name}`
  }
}

/** Orders section numbers part by part as numbers: "2.9" < "2.10" < "2.10.1" < "3"; 0 when they mean the same ("04" and "4"). */
export function compareSectionNumbers(a: string, b: string): number {
  if (a === b) return 0
  for (let [i, j] = [0, 0]; i <= a.length || j <= b.length; ) {
    const [left, right] = [partAt(a, i), partAt(b, j)]
    const order = comparePart(left, right)
    if (order !== 0) return order
    i += (left ?? '').length + 1
    j += (right ?? '').length + 1
  }
  return 0
}

/** The part of a section number that begins at `from`; undefined behind the last one. */
function partAt(number: string, from: number): string | undefined {
  if (from > number.length) return undefined
  const end = number.indexOf('.', from)
  return end < 0 ? number.slice(from) : number.slice(from, end)
}

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1)
  const byNumber = (Number.parseInt(a, 10) || 0) - (Number.parseInt(b, 10) || 0)
  if (byNumber !== 0) return Math.sign(byNumber)
  const left = a.replace(/^\d+/, '').toLowerCase()
  const right = b.replace(/^\d+/, '').toLowerCase()
  return left < right ? -1 : left > right ? 1 : 0
}
