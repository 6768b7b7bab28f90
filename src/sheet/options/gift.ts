/** Questions as Moodle has them in GIFT: answers in braces behind or inside of what asks, `The sun is a star. {T}`, `Which? {=GET ~PUT}`. */
import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import type { Flow, Piece } from '../boxes/hidden.js'
import { dropStart, phraseText, placedParagraph, takeStart } from '../markdown/phrases.js'
import type { Reading } from '../markdown/reading.js'

const longest = 2000

/** What stands in braces, without them. */
type Braces =
  | { kind: 'verdict'; words: string }
  | { kind: 'pairs'; pairs: { left: string; right: string }[] }
  | { kind: 'number'; words: string }
  | { kind: 'short'; words: string[] }
  | { kind: 'options'; options: { words: string; right: boolean; reason: string }[] }

/**
 * Reads braces of GIFT in a paragraph; null without any.
 *
 * | written                       | asked                            | answer      |
 * | ----------------------------- | -------------------------------- | ----------- |
 * | `Ice floats. {T}`             | Ice floats. True / False         | True        |
 * | `Which? {=GET#safe ~PUT}`     | Which? `- [x] GET`, `- [ ] PUT`  | (by a list) |
 * | `It is {=GET =get} that asks.`| It is ____ that asks.            | GET, get    |
 * | `How many? {#3:0.5}`          | How many?                        | 3:0.5       |
 * | `Match. {=GET -> safe =…}`    | Match. `- GET`, … and safe / …   | GET → safe  |
 */
export function readGift(paragraph: Paragraph, reading: Reading): { pieces: Piece[]; answer: Flow[] } | null {
  const text = phraseText(paragraph.children)
  const at = text.search(/\{\s*(?:[=~#]|T(?:RUE)?\s*[#}]|F(?:ALSE)?\s*[#}]|\d*:[A-Z_]+:)/)
  if (at < 0 || text.length > longest) return null
  const { start, end } = reading.place(paragraph)
  // A pair of tildes is a stroke to Markdown, so the braces are read as they were written.
  const source = /\{[^{}]*\}/.exec(reading.text.slice(start.offset, end.offset).replace(/^[^{]*/, ''))?.[0]
  const close = text.indexOf('}', at)
  const found = source === undefined || close < 0 ? null : bracesOf(source.slice(1, -1))
  const inCode = paragraph.children.some(
    ({ type, ...node }) => type.startsWith('inline') && 'value' in node && /[{}]/.test(String(node.value)),
  )
  if (!found || inCode) return null
  const before = takeStart(paragraph.children, text.slice(0, at).trimEnd().length)
  const after = dropStart(paragraph.children, close + 1)
  if (found.kind === 'verdict' && !/^[\s.]*$/.test(phraseText(after))) return null
  const position = paragraph.position ? { position: paragraph.position } : {}
  const plain = (value: string): PhrasingContent => ({ type: 'text', value, ...position })
  const told = (value: string): Paragraph => ({ type: 'paragraph', children: [plain(value)], ...position })
  const whole = (children: readonly PhrasingContent[]): Piece[] =>
    [placedParagraph(children, reading)].filter((each) => each !== null)
  switch (found.kind) {
    case 'verdict':
      return {
        pieces: whole([...before, plain(' True / False'), ...after]),
        answer: [told(found.words)],
      }
    case 'pairs': {
      // The right sides stand in another order than the left ones.
      const item = (value: string): ListItem => ({ type: 'listItem', children: [told(value)], ...position })
      const lefts: List = {
        type: 'list',
        ordered: false,
        children: found.pairs.map(({ left }) => item(left)),
        ...position,
      }
      const rights = found.pairs.map(({ right }) => right).sort()
      return {
        pieces: [...whole(before), lefts, told(rights.join(' / ')), ...whole(trimmed(after))],
        answer: found.pairs.map(({ left, right }) => told(`${left} → ${right}`)),
      }
    }
    case 'number':
      return { pieces: whole([...before, ...after]), answer: [told(found.words)] }
    case 'short': {
      const inside = phraseText(after).trim() !== ''
      return {
        pieces: whole([...before, ...(inside ? [plain(' ____')] : []), ...after]),
        answer: [told(found.words.join(', '))],
      }
    }
    case 'options': {
      const children = found.options.map(({ words, right, reason }): ListItem => {
        const own = [told(words), ...(reason === '' ? [] : [told(reason)])]
        return { type: 'listItem', checked: right, children: own, ...position }
      })
      const list: List = { type: 'list', ordered: false, children, ...position }
      const inside = /\p{L}/u.test(phraseText(after))
      const lead = inside ? [...before, plain(' ____'), ...after] : before
      return { pieces: [...whole(lead), list, ...(inside ? [] : whole(trimmed(after)))], answer: [] }
    }
  }
}

/** Nothing, when only a stop stands behind the braces. */
const trimmed = (nodes: readonly PhrasingContent[]): readonly PhrasingContent[] =>
  /^[\s.]*$/.test(phraseText(nodes)) ? [] : nodes

function bracesOf(inside: string): Braces | null {
  const words = inside.trim().replace(/^\d*:[A-Z_]+:/, '')
  const verdict = /^(T|F)[A-Z]*\s*(?:#(.*))?$/s.exec(words)
  if (verdict) {
    const why = verdict[2]?.replace(/\s+/g, ' ').trim() ?? ''
    return { kind: 'verdict', words: `${verdict[1] === 'T' ? 'True' : 'False'}${why === '' ? '' : `: ${why}`}` }
  }
  if (/^#\s*=?\s*-?\d/.test(words))
    return { kind: 'number', words: words.replace(/^#\s*=?\s*/, '').replace(/#.*$/s, '') }
  if (!/^[=~]/.test(words)) return null
  const options = [...words.matchAll(/([=~])((?:\\.|[^=~\\])*)/gs)].map(({ 1: sign, 2: rest = '' }) => {
    const [own = '', reason = ''] = rest.replace(/\\(.)/gs, '$1').split('#', 2)
    const worth = /^\s*%(-?\d+(?:\.\d+)?)%/.exec(own)
    return {
      words: own
        .slice(worth?.[0].length ?? 0)
        .replace(/\s+/g, ' ')
        .trim(),
      right: worth ? Number(worth[1]) > 0 : sign === '=',
      reason: reason.replace(/\s+/g, ' ').trim(),
    }
  })
  if (options.length === 0 || options.some((option) => option.words === '')) return null
  const pairs = options.flatMap((option) => {
    const [left = '', right] = option.words.split(/\s*->\s*/)
    return right === undefined ? [] : [{ left, right }]
  })
  if (pairs.length === options.length) return { kind: 'pairs', pairs }
  const short = !words.includes('~')
  return short ? { kind: 'short', words: options.map((option) => option.words) } : { kind: 'options', options }
}
