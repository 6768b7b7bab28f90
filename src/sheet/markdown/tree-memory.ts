/**
 * Trees of Markdown that a watch needs again. After an edit only the stretch between two headings in which it stands is parsed anew; what the others were
 * read as is moved to where they stand now.
 */
import type { Nodes, Root, RootContent } from 'mdast'
import type { Recent } from '../../text/recent.js'

/** What may reach over a heading: fences, formulas, HTML, and definitions that words anywhere refer to; and line ends of other systems. */
const reaching = /```|~~~|\$\$|<|\]:|\r/

/**
 * A text cut before its headings of signs that an empty line parts from what stands before them: there nothing goes on that was open. Null for a text
 * with anything that may, and for one that is not cut.
 */
export function stretchesOf(text: string): string[] | null {
  if (reaching.test(text)) return null
  const opening = text.startsWith('---') ? text.indexOf('\n---\n', 3) : 0
  if (opening < 0) return null
  const heading = /\n\n(?=#{1,6}[ \t])/g
  heading.lastIndex = opening
  const starts = [0]
  for (let found = heading.exec(text); found; found = heading.exec(text)) starts.push(found.index + 2)
  return starts.length > 1 ? starts.map((start, i) => text.slice(start, starts[i + 1])) : null
}

/** The tree of a text, put together of those of its stretches that are known and of those that are parsed anew; null for a text that is not cut. `parse` as `parseMarkdown`. */
export function rememberedTree(
  text: string,
  trees: Recent<Root>,
  parse: (stretch: string) => Root | null,
): Root | null {
  const stretches = stretchesOf(text)
  if (stretches === null) return null
  try {
    return joined(stretches, trees, parse)
  } catch (error) {
    // Nested too deeply to be moved.
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

function joined(
  stretches: readonly string[],
  trees: Recent<Root>,
  parse: (stretch: string) => Root | null,
): Root | null {
  const children: RootContent[] = []
  let [line, offset] = [0, 0]
  let end = { line: 1, column: 1, offset: 0 }
  for (const stretch of stretches) {
    const tree = trees.get(stretch) ?? parse(stretch)
    if (!tree?.position) return null
    trees.keep(stretch, tree)
    children.push(...tree.children.map((node) => moved(node, line, offset)))
    const last = tree.position.end
    end = { line: last.line + line, column: last.column, offset: (last.offset ?? 0) + offset }
    line += stretch.split('\n').length - 1
    offset += stretch.length
  }
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } }
}

/** A node of its own, so many lines and characters further on. */
function moved<T extends Nodes>(node: T, lines: number, offset: number): T {
  const copy = { ...node }
  if (node.position) {
    const { start, end } = node.position
    copy.position = {
      start: { line: start.line + lines, column: start.column, offset: (start.offset ?? 0) + offset },
      end: { line: end.line + lines, column: end.column, offset: (end.offset ?? 0) + offset },
    }
  }
  if ('children' in copy && 'children' in node)
    copy.children = node.children.map((child) => moved(child, lines, offset)) as typeof copy.children
  if (copy.type === 'table' && copy.align) copy.align = [...copy.align]
  return copy
}
