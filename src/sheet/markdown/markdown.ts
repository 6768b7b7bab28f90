/** Text → mdast, with bounds, so that no input can hang or overflow the stages after it. */
import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Log } from '../../diagnostics.js'
import type { SheetMemory } from '../memory.js'
import { speedUpParser } from './edit-map.js'
import { mathSyntax, mathTree } from './math.js'
import { placesOf } from './reading.js'
import { settleRows } from './table-rows.js'
import { settleTags } from './tags.js'
import { timesSyntax } from './times.js'
import { rememberedTree } from './tree-memory.js'

speedUpParser()

/** Parsers with and without front matter and bare addresses, each made when a text first asks for it. */
const parsers = new Map<string, (text: string) => Root>()

function parse(text: string, frontMatter: boolean): Root {
  const addresses = mayHoldAddress.test(text)
  const name = `${frontMatter} ${addresses}`
  let parser = parsers.get(name)
  if (!parser) {
    const processor = unified().use(remarkParse).use(remarkGfm)
    if (frontMatter) processor.use(remarkFrontmatter)
    if (!addresses) processor.use(withoutAddresses)
    processor.use(formulas).freeze()
    parser = (each) => processor.parse(each)
    parsers.set(name, parser)
  }
  return parser(text)
}

/** What all bare addresses have, those that are written with character references too: `www.a.org`, `https://a.org`, `a@b.org`. */
const mayHoldAddress = /[@&]|http|www/i

/** GFM without its links of bare addresses, which are looked for at the beginning of each word, and in the whole tree again. */
function withoutAddresses(this: Processor) {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const text = Object.entries(extension.text ?? {}).map(([code, constructs]) => {
      const kept = [constructs ?? []].flat().filter(({ name }) => !/^(?:www|protocol|email)Autolink$/.test(name ?? ''))
      return [code, kept] as const
    })
    return { ...extension, text: Object.fromEntries(text.filter(([, kept]) => kept.length > 0)) }
  })
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map(({ transforms: _, ...extension }) => extension)
}

function formulas(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mathSyntax, timesSyntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mathTree]
}

const megabyte = 1024 * 1024
const maxLength = 5 * megabyte
const maxContainers = 100
/** Marks (`*`, `_`, `[`, …) between two blank lines; CommonMark pairs them in quadratic time. */
const maxMarks = 10_000

/**
 * Reads Markdown with GFM, formulas and front matter. Returns the tree and the text it was read from (without byte order mark; positions count
 * in that text), or null after reporting what is wrong: empty, binary, too large or nested too deeply. `memory`: what is kept of texts before.
 */
export function readMarkdown(
  given: string,
  file: string,
  log: Log,
  memory?: SheetMemory,
): { root: Root; text: string } | null {
  const text = markdownText(given, file, log)
  if (text === null) return null
  const root = treeOf(text, memory)
  if (!root) log.report('sheet-too-deep', { file }, {})
  return root && { root, text }
}

/** The text that `readMarkdown` reads, or null after reporting why it cannot: all but what only reading shows. */
export function markdownText(given: string, file: string, log: Log): string | null {
  const text = withPlainMarks(withPlainStarts(given.startsWith('\ufeff') ? given.slice(1) : given))
  return isReadable(text, file, log) ? text : null
}

/** The tree of such a text, by what is kept of texts before; null when it is nested too deeply. */
export const treeOf = (text: string, memory?: SheetMemory): Root | null =>
  (memory && rememberedTree(text, memory.trees, parseMarkdown)) ?? parseMarkdown(text)

/** The tree of such a text, or of whole blocks of it; null when it is nested too deeply. */
export function parseMarkdown(text: string): Root | null {
  try {
    const read = parse(text, true)
    const root = isRuledHeading(read) || isUnclosed(read) ? parse(text, false) : read
    settleRows(root, text)
    settleTags(root)
    return root
  } catch (error) {
    // The stack is the bound here: micromark and mdast recurse once a level.
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

/** `# Title` between two rules at the very top, which YAML takes for a comment and a reader for the title. */
function isRuledHeading({ children: [first] }: Root): boolean {
  if (first?.type !== 'yaml') return false
  const lines = first.value.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  return lines.length > 0 && lines.every((line) => line.startsWith('#'))
}

/**
 * Front matter that nobody has closed, and that a rule between the days seems to: an item of a numbered list, which is no line of YAML, stands in it
 * below an empty line.
 */
function isUnclosed({ children: [first] }: Root): boolean {
  if (first?.type !== 'yaml') return false
  const empty = first.value.search(/\n[ \t]*\r?\n/)
  return empty >= 0 && /^\d{1,3}[.)][ \t]+\S/m.test(first.value.slice(empty))
}

/**
 * Lines that begin with characters nobody sees, and marks with a no-break space after them, as web pages and a slip of the keyboard leave
 * them: `\u200b1. Why?`, `##\u00a0Monday`. Markdown knows neither, so blanks stand there; the length is kept, and with it every place.
 */
function withPlainStarts(text: string): string {
  if (!/[\u00a0\u200b\u2060\ufeff]/.test(text)) return text
  return text
    .replace(/^[ \u00a0\u200b\u2060\ufeff]{1,3}(?=[#>*+\-\d\p{L}])/gmu, (start) => ' '.repeat(start.length))
    .replace(/^([ \t]{0,12}(?:#{1,6}|[*+-]|\d{1,9}[.)]))[\u00a0\u200b]/gm, '$1 ')
}

const pandocNumber = /^([ \t]{0,12})(?:#\.|\(@\))(?=[ \t])/
const pastedBullet = /^([ \t]{0,3})[\u2022\u00b7\u25aa\u2023\u2219\uf0b7\uf0a7](?=(?:\t| {1,4})\S)/

/**
 * Items that pandoc numbers, `#. Why?` and `(@) Why?`, and bullets that are pasted as signs, `\u2022 so`, with a mark that Markdown knows and the same
 * length; not in code.
 */
function withPlainMarks(text: string): string {
  if (!/^[ \t]*(?:(?:#\.|\(@\))[ \t]|[\u2022\u00b7\u25aa\u2023\u2219\uf0b7\uf0a7][ \t])/m.test(text)) return text
  let fence: string | null = null
  return text
    .split('\n')
    .map((line) => {
      const mark = /^[ \t>]*(```|~~~)/.exec(line)?.[1]
      if (mark !== undefined) fence = fence === null ? mark : fence === mark ? null : fence
      if (fence !== null) return line
      return line
        .replace(pandocNumber, (whole, indent: string) => `${indent}1.`.padEnd(whole.length))
        .replace(pastedBullet, '$1-')
    })
    .join('\n')
}

function isReadable(text: string, file: string, log: Log): boolean {
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    log.report('sheet-binary', placesOf(text, file)(nul, nul + 1), {})
    return false
  }
  if (text.trim() === '') {
    log.report('sheet-empty', { file }, {})
    return false
  }
  if (text.length > maxLength) {
    log.report('sheet-too-large', { file }, { what: `${(text.length / megabyte).toFixed(1)} MB`, limit: '5 MB' })
    return false
  }
  return !isTangled(text, file, log)
}

function isTangled(text: string, file: string, log: Log): boolean {
  let at = 0
  let from = 0
  let counted = 0
  let marks = 0
  for (const line of text.split('\n')) {
    const end = at + line.length
    if (line.trim() === '') {
      from = at
      counted = at
      marks = 0
    }
    // Fewer characters have no more marks.
    if (end - from > maxMarks) {
      marks += countMarks(text.slice(counted, end))
      counted = end
    }
    // A list inside a list is indented by two columns at least.
    const deep =
      line.length > maxContainers && (containersAtStart(line) > maxContainers || /^[ \t]{200,}[-+*\d>]/.test(line))
    if (deep) log.report('sheet-too-deep', placesOf(text, file)(at, end), {})
    const many = marks > maxMarks
    if (many)
      log.report('sheet-too-large', placesOf(text, file)(at, end), {
        what: `a paragraph with more than ${maxMarks.toLocaleString('en')} marks such as * and [`,
        limit: `${maxMarks.toLocaleString('en')} marks`,
      })
    if (deep || many) return true
    at = end + 1
  }
  return false
}

const isMark = Uint8Array.from({ length: 128 }, (_, code) => ('*_[]~<`!$'.includes(String.fromCharCode(code)) ? 1 : 0))

/** How many signs of a line may begin or end emphasis, links, code and the like. */
export function countMarks(line: string): number {
  let marks = 0
  for (let i = 0; i < line.length; i++) marks += isMark[line.charCodeAt(i)] ?? 0
  return marks
}

/** How many list or quote markers open a line: `- > 1. x` → 3. A thematic break opens nothing. */
function containersAtStart(line: string): number {
  if (/^[\s*+_-]*$/.test(line)) return 0
  const start = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=\s)))*/.exec(line)?.[0] ?? ''
  return start.match(/[>*+-]|\d[.)]/g)?.length ?? 0
}
