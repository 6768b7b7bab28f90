/** Lines that open a hidden stretch in the dialects of Markdown: `::: spoiler`, `{% spoiler %}`, `{{< details >}}`, `[spoiler]`, `+++ Answer`. */

import { Caseless } from '../../text/caseless.js'
import { isAnswerClass, isAnswerSummary } from '../words/answer-words.js'
import { isHintSummary } from '../words/summary-words.js'

/** What a line opens: the words that stay to be seen ("" for none), and what a line that closes it looks like. */
export interface Fence {
  title: string
  close: RegExp
}

const hiding = new Caseless(
  String.raw`(?:^|[\s{.:"'=-])(?:spoilers?|details?|dropdown|toggle|collapsed?(?!\s*=\s*["']?(?:false|no))|collapsible|reveal|hidden|hide|expand|fold(?:ed)?|key)(?![\p{L}\p{N}])`,
)

/** A class, a directive or the name of a box that hides what is in it: `spoiler`, `{.hidden}`, `{dropdown} Answer`, `solution`. */
export const isHidingClass = (words: string): boolean => isAnswerClass(words) || hiding.test(words)

const forms: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/^\s*:{3,}\s*(\S.{0,200})$/, /^\s*:{3,}\s*$/],
  [/^\s*\{%-?\s*([^%{}]{1,200}?)\s*-?%\}\s*$/, /^\s*\{%-?\s*end\w*\s*-?%\}\s*$/],
  [/^\s*\{\{[<%]\s*([^<>%{}]{1,200}?)\s*[>%]\}\}\s*$/, /^\s*\{\{[<%]\s*\/\s*\w+\s*[>%]\}\}\s*$/],
  [/^\s*\[(\w{3,20}(?:=[^\]]{0,60})?)\]\s*$/, /^\s*\[\/\w{3,20}\]\s*$/],
  [/^\s*\+{3}\s+(\S.{0,200})$/, /^\s*\+{3}\s*$/],
]

/** The hidden stretch that a line opens; null for any other line. A box of hints is one as well, with "Hint" for its title. */
export function fenceIn(line: string): Fence | null {
  for (const [open, close] of forms) {
    const words = open.exec(line)?.[1]
    if (words === undefined) continue
    const title = titleOf(words)
    if (isHidingClass(words) || isHintSummary(title)) return { title: isAnswerSummary(title) ? '' : title, close }
  }
  return null
}

/** `spoiler Show it` → "Show it"; `{admonition} Answer` → "Answer"; `hint` → "hint"; `{.answer}` → "". */
function titleOf(words: string): string {
  const quoted =
    /\btitle\s*=\s*"([^"]{1,100})"/.exec(words)?.[1] ??
    /(?<!\b(?:collapse|style|class|id|width|appearance|icon)\s?=\s?)["“]([^"”=]{1,100})["”]/.exec(words)?.[1]
  if (quoted !== undefined) return quoted
  const bare = words.replace(/\{[^{}]*\}/g, ' ').trim()
  const [name = '', ...rest] = bare.split(/[\s=]+/)
  const behind = /^\{[^{}.#]*\}/.test(words) ? bare : rest.join(' ')
  if (behind !== '') return behind
  return isHintSummary(name) ? name : ''
}

/** `[spoiler]so[/spoiler]`, `{% hide %}so{% endhide %}` in a line: where it begins and its inner ends; null without one. */
export function wrappedIn(line: string): { start: number; from: number; to: number } | null {
  if (line.length > 2000) return null
  const open =
    /\[(\w{3,20})(?:=[^\]]{0,60})?\]|\{%-?\s*(\w{3,20})[^%{}]{0,60}%\}|\{\{[<%]\s*(\w{3,20})[^<>%{}]{0,60}[>%]\}\}/.exec(
      line,
    )
  const name = open?.[1] ?? open?.[2] ?? open?.[3]
  if (!open || name === undefined || !isHidingClass(name)) return null
  const from = open.index + open[0].length
  const close = new RegExp(
    `\\[\\/${name}\\]|\\{%-?\\s*end${name}\\s*-?%\\}|\\{\\{[<%]\\s*\\/\\s*${name}\\s*[>%]\\}\\}`,
    'i',
  ).exec(line.slice(from))
  return close ? { start: open.index, from, to: from + close.index } : null
}
