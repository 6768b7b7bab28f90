/** A simple table in HTML: which cells it has. */

/** The HTML in the cells of a table; rows may have unequal length. */
export interface HtmlTable {
  head: string[]
  rows: string[][]
}

const whole = /^<table(?:\s[^<>]*)?>([\s\S]*)<\/table\s*>$/i
const frame = /<\/?(?:thead|tbody|tfoot|tr|td|th)(?:\s[^<>]*)?>/gi
/** What a grid of words cannot show. */
const intricate = /<(?:table|caption|col|colgroup)\b|\b(?:row|col)span\s*=/i

/**
 * Reads `<table><tr><th>Term</th></tr><tr><td>CPU</td></tr></table>` as head "Term" and a row of "CPU". Null for anything else than one whole
 * table with a first row of `<th>`, without merged cells, captions and tables in it.
 */
export function htmlTable(html: string): HtmlTable | null {
  const inside = whole.exec(html.trim())?.[1]
  if (inside === undefined || intricate.test(inside)) return null
  const [before = '', ...rows] = inside.split(/<tr(?:\s[^<>]*)?>/i)
  if (withoutFrame(before) !== '') return null
  const cells = rows.map((row) => row.split(/(?=<t[dh](?:\s[^<>]*)?>)/i))
  // Words outside of any cell, or a row without cells.
  if (!cells.every((row) => row.every((cell, i) => isCell(cell) || (i === 0 && withoutFrame(cell) === '')))) return null
  const [head = [], ...others] = cells.map((row) => row.filter(isCell))
  if (head.length === 0 || !head.every((cell) => /^<th/i.test(cell))) return null
  return {
    head: head.map(withoutFrame),
    rows: others.filter((row) => row.length > 0).map((row) => row.map(withoutFrame)),
  }
}

const isCell = (html: string): boolean => /^<t[dh][\s>]/i.test(html)
const withoutFrame = (html: string): string => html.replace(frame, '').trim()
