/** Anchors of headings as GitHub makes them, and those that authors set themselves. */
import type { Heading, Html, RootContent } from 'mdast'
import { LetterPattern } from '../text/latin.js'

const signs = new LetterPattern(String.raw`[^\p{L}\p{M}\p{N}\p{Pc} -]`, 'g')

/** "1.3 Silent degradation" → "13-silent-degradation"; letters, marks, numbers, "_" and "-" stay, spaces become "-". */
function githubSlug(words: string): string {
  const small = words.toLowerCase()
  return small.replace(signs.for(small), '').replaceAll(' ', '-')
}

/** Gives every heading of a file an anchor of its own: the second "Example" is "example-1". */
export class Slugger {
  readonly #seen = new Map<string, number>()

  slug(words: string): string {
    const base = githubSlug(words)
    let slug = base
    let count = this.#seen.get(base) ?? 0
    while (this.#seen.has(slug)) slug = `${base}-${++count}`
    this.#seen.set(base, count)
    this.#seen.set(slug, this.#seen.get(slug) ?? 0)
    return slug
  }
}

const explicit = /\s*\{#([^\s{}#]{1,100})\}\s*$/
const idIn = /<a\s[^>]{0,200}?\b(?:id|name)\s*=\s*["']?([^\s"'>]{1,100})/gi

/** "Silent degradation {#silent}" → the words, and the anchor "silent" or null. */
export function takeExplicit(words: string): { words: string; anchor: string | null } {
  const match = explicit.exec(words)
  return match ? { words: words.slice(0, match.index), anchor: match[1] ?? null } : { words, anchor: null }
}

/** The ids of `<a id="silent"></a>` inside a heading or in the block before it. */
export function htmlAnchors(heading: Heading, before: RootContent | undefined): string[] {
  const own = heading.children.filter((node): node is Html => node.type === 'html')
  const above =
    before?.type === 'paragraph' && before.children.every(({ type }) => type === 'html')
      ? before.children.filter((node): node is Html => node.type === 'html')
      : before?.type === 'html'
        ? [before]
        : []
  return [...above, ...own].flatMap(({ value }) => [...value.matchAll(idIn)].map(([, id = '']) => id))
}
