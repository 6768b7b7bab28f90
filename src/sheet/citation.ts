/**
 * The grammar of citations: where a question says to look.
 *
 * ```ebnf
 * tail     = [ "(" ], [ cue, [ ":" ] ], works, [ after cue ], [ "." ], [ ")" ], [ "." ] ;   (* the last sentence, bracket, paragraph or footnote *)
 * works    = work, { ( join, [ cue ] | ".", cue ), work } ;
 * work     = ( file, [ "," | ":" | of ], [ places | "(", places, ")" ] | places, [ of ], file, [ ",", places ] ), [ note ] ;
 * places   = place, { join, place } ;
 * place    = [ unit ], ( range | number, [ onwards ] ) | section, name ;    (* without a unit only after a numbered place, whose unit it takes *)
 * range    = number, ( dash | to ), [ unit ], number ;
 * number   = digits, { ".", digits }, [ letter ] | capital, ".", digits, { ".", digits } | roman     (* of pages *) ;
 * unit     = section | chapter | page ;          (* in Chinese, Japanese and Korean after the number: 第3章, 12ページ *)
 * section  = "§" | "§§" | "Section" | "Sec." | "Abschnitt" | … ;
 * chapter  = "Chapter" | "Ch." | "Kapitel" | "chap." | … ;
 * page     = "p." | "pp." | "page" | "S." | "стр." | … ;
 * name     = words up to a join that a place or file follows, or up to the end ;
 * onwards  = "ff." | "f." | "et seq." | "and following" ;
 * note     = "(", words, ")" | [ "," ], qualifier, words | title ;          (* qualifier: especially, for, second, figure, …; title: words with a capital *)
 * join     = "," | ";" | and | "," and ;
 * dash     = "-" | "–" | "—" | "~" | "〜" ;
 * file     = a path with a known ending (plain, or in quotes or code when it has spaces) | a web address | a link to either ;
 * cue, after cue, and, to, of = the words of `words/table.ts`, in every language at once ;
 * ```
 *
 * The table is what the tests read: the end of a question, and its citations as `formatCitation` prints them (`;` between two, `none` when it is not one).
 *
 * | sample                                                        | citations                                    |
 * | ------------------------------------------------------------- | -------------------------------------------- |
 * | See 02_explainer.md §4.10 and §5.8.                            | 02_explainer.md §4.10 and §5.8               |
 * | See 02_explainer.md §4.3 and 03_study_material.md §4.          | 02_explainer.md §4.3; 03_study_material.md §4 |
 * | (cf. §§2.1, 2.3 of notes.md)                                   | notes.md §2.1 and §2.3                       |
 * | See 02_explainer.md §What Comes Next.                          | 02_explainer.md §What Comes Next             |
 * | See [the explainer](02_explainer.md).                          | 02_explainer.md                              |
 * | See [silent](02_explainer.md#13-silent).                       | 02_explainer.md#13-silent                    |
 * | See a.md §1; §2, and §4–§6.                                    | a.md §1, §2 and §4–§6                        |
 * | See book.pdf p. 12.                                            | book.pdf p. 12                               |
 * | See book.pdf, pp. 88–91 and 102.                               | book.pdf pp. 88–91 and p. 102                |
 * | See p. xii of book.pdf.                                        | book.pdf p. xii                              |
 * | See book.pdf, pp. 123-5.                                       | book.pdf pp. 123–125                         |
 * | See book.pdf, Chapter 3.                                       | book.pdf Ch. 3                               |
 * | See book.pdf Chapters 3, 4 and 6.                              | book.pdf Ch. 3, Ch. 4 and Ch. 6              |
 * | See Sec. 4.2 of a.md.                                          | a.md §4.2                                    |
 * | See a.md Sec.4.2 et seq.                                       | a.md §4.2 ff.                                |
 * | See a.md §4.2ff.                                               | a.md §4.2 ff.                                |
 * | See https://example.org/a_(b)?c=1 §3.                          | https://example.org/a_(b)?c=1 §3             |
 * | (https://example.org/a.)                                       | https://example.org/a                        |
 * | See [the paper](https://example.org/a#b), p. 4.                | https://example.org/a#b p. 4                 |
 * | See "my notes.md" §1.                                          | "my notes.md" §1                             |
 * | See `my notes.md` §1.                                          | "my notes.md" §1                             |
 * | Siehe „Einführung in Züge.md“, Kapitel 2.                      | "Einführung in Züge.md" Ch. 2                |
 * | See a.md §1.3 (second paragraph).                              | a.md §1.3 (second paragraph)                 |
 * | See a.md §1.3, especially the table.                           | a.md §1.3 (especially the table)             |
 * | See a.md §1.3 for details; b.md §2.                            | a.md §1.3 (for details); b.md §2             |
 * | See a.md §1.3 Silent degradation.                              | a.md §1.3 (Silent degradation)               |
 * | See a.md (§1.3).                                               | a.md §1.3                                    |
 * | See a.md: §1.3.                                                | a.md §1.3                                    |
 * | See Chapter 3 of book.pdf, pp. 12-15.                          | book.pdf Ch. 3 and pp. 12–15                 |
 * | See §1 of a.md, §2 of b.md.                                    | a.md §1; b.md §2                             |
 * | S. a.md, S. 12.                                                | a.md p. 12                                   |
 * | Compare a.md §1 with its end.                                  | none                                         |
 * | Compare a.md §1 and b.md §2.                                   | a.md §1; b.md §2                             |
 * | See also: a.md. See b.md §1.                                   | a.md; b.md §1                                |
 * | Vgl. a.md, Abschnitt 3.2 bis 3.4 sowie S. 12 f.                | a.md §3.2–§3.4 and p. 12 ff.                 |
 * | Véase también a.md, capítulo 2 y pág. 7.                       | a.md Ch. 2 and p. 7                          |
 * | Voir aussi a.md §1 et b.md, chap. 4.                           | a.md §1; b.md Ch. 4                          |
 * | Si veda a.md, sez. 2.1 e 2.2.                                  | a.md §2.1 and §2.2                           |
 * | Zie a.md, hoofdstuk 2 tot 4.                                   | a.md Ch. 2–4                                 |
 * | Zob. też a.md, rozdz. 2.                                       | a.md Ch. 2                                   |
 * | Bkz. a.md §1.3.                                                | a.md §1.3                                    |
 * | a.md §1.3'e bakınız.                                           | a.md §1.3                                    |
 * | См. также a.md, гл. 2 и стр. 7.                                | a.md Ch. 2 and p. 7                          |
 * | Βλ. a.md, κεφ. 2.                                              | a.md Ch. 2                                   |
 * | انظر a.md §1.3 و§2.                                            | a.md §1.3 and §2                             |
 * | ראו a.md, פרק 2.                                               | a.md Ch. 2                                   |
 * | a.md §1.3 देखें।                                                | a.md §1.3                                    |
 * | 02.md §1.1〜§1.8を参照。                                       | 02.md §1.1–§1.8                              |
 * | （02.mdの第3章、12ページ参照）                                 | 02.md Ch. 3 and p. 12                        |
 * | 参见02.md第3章。                                               | 02.md Ch. 3                                  |
 * | 02.md §1.3 참조.                                               | 02.md §1.3                                   |
 * | See what happens when a.md §1 is gone.                         | none                                         |
 * | See § 242 BGB.                                                 | none                                         |
 * | Read a.md and say what is new.                                 | none                                         |
 * | See the explainer.                                             | none                                         |
 */
import type { Run } from '../text/rich.js'
import type { CitationTail } from './citation-found.js'
import { CitationReader } from './citation-reader.js'
import { type CitationToken as Token, tokenize } from './citation-tokens.js'
import type { Citation, CitationTarget } from './model.js'
import { rawText } from './runs.js'

/** A tail is looked for in so many last characters; no honest citation is longer. */
const reach = 2000

/**
 * Finds the citation tail of runs: the last sentence or bracket, when all of it is a citation.
 * `Why? See a.md §1.` → start 5, one citation, cited as "a.md §1". Null when the words end otherwise.
 */
export function findCitationTail(runs: readonly Run[]): CitationTail | null {
  const raw = rawText(runs)
  const tokens = tokenize(runs, Math.max(0, raw.length - reach))
  for (const [index, token] of tokens.entries()) {
    if (!isBoundary(tokens[index - 1], token, raw)) continue
    const tail = new CitationReader(tokens, index, raw).tail()
    if (tail) return tail
  }
  return null
}

/** True when the words look like a citation with a cue that could not be read to the end: worth a message. */
export function looksLikeCitation(runs: readonly Run[]): boolean {
  const raw = rawText(runs)
  const tokens = tokenize(runs, Math.max(0, raw.length - reach))
  return tokens.some((token, i) => {
    if (i === 0 || token.type !== 'cue' || !isBoundary(tokens[i - 1], token, raw)) return false
    const next = tokens[i + 1]
    return next?.type === 'file' || (next?.type === 'sign' && !isLaw(tokens.slice(i + 1)))
  })
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
  return token.type === 'cue' && (mark || before.text.endsWith('}'))
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
  const left = a.split('.')
  const right = b.split('.')
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = comparePart(left[i], right[i])
    if (order !== 0) return order
  }
  return 0
}

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1)
  const byNumber = (Number.parseInt(a, 10) || 0) - (Number.parseInt(b, 10) || 0)
  if (byNumber !== 0) return Math.sign(byNumber)
  const left = a.replace(/^\d+/, '').toLowerCase()
  const right = b.replace(/^\d+/, '').toLowerCase()
  return left < right ? -1 : left > right ? 1 : 0
}
