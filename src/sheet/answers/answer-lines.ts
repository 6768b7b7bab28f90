/** Where in a line of a question its answer begins: behind a label, a spoiler, a card's colons, a verdict. */
import type { PhrasingContent } from 'mdast'
import { wrappedIn } from '../boxes/fences.js'
import { dropStart, phraseText, takeRange, takeStart } from '../markdown/phrases.js'
import { asksInRomance, hasOutrightMark, isDirective, opensWithVerb } from '../questions/asks.js'
import { verdictIn } from '../tasks/task-choose.js'
import {
  bracketLabelLength,
  cardIn,
  closingBracket,
  isAnswerAdmonition,
  isBoldLabel,
  isCardLine,
  isStressedLabel,
  labelInLine,
  labelLength,
  spoilerIn,
} from '../words/answer-words.js'
import { barePoints } from '../words/points-words.js'

/** A line that holds an answer: what is asked in it, and what is answered. */
export interface CutLine {
  before: PhrasingContent[]
  after: PhrasingContent[]
}

/** `= PUT` below a line that asks, as edX and GIFT have an answer. */
export function cutEquals(nodes: PhrasingContent[], text: string): CutLine | null {
  const length = /^\s*(?:or)?=\s+(?=[\p{L}\p{N}])/u.exec(text)?.[0].length ?? 0
  return length > 0 ? { before: [], after: dropStart(nodes, length) } : null
}

/** `between`: other lines stand above and below; `letter`: how long the "A." of an answer is; `lettered`: a "B." stands behind it, and "A." opens an option. */
export interface LineAround {
  between: boolean
  letter: number
  lettered: boolean
}

/** Cuts a line where its answer begins; null without one. */
export function cutLine(
  nodes: PhrasingContent[],
  text: string,
  { between, letter, lettered }: LineAround,
): CutLine | null {
  if (isAnswerAdmonition(text) || (between && isCardLine(text))) return { before: [], after: [] }
  if (letter > 0) return { before: [], after: dropStart(nodes, letter) }
  const spoiler = wrappedIn(text) ?? spoilerIn(text)
  if (spoiler) return { before: takeStart(nodes, spoiler.start), after: takeRange(nodes, spoiler.from, spoiler.to) }
  const card = cardIn(text)
  if (card) return { before: takeStart(nodes, card.end), after: dropStart(nodes, card.from) }
  const verdict = verdictIn(text)
  if (verdict) return { before: takeStart(nodes, verdict.start), after: takeRange(nodes, verdict.from, verdict.to) }
  const length = labelLength(text)
  if (length > 0) return { before: [], after: dropStart(nodes, length) }
  const within = bracketLabelLength(text)
  if (within > 0) return { before: [], after: withoutBracket(dropStart(nodes, within)) }
  const stressed = nodes.findIndex((node, i) => isStressed(node, nodes.slice(i + 1)) && !(lettered && isLetter(node)))
  const lead = phraseText(nodes.slice(0, Math.max(0, stressed)))
  if (stressed >= 0 && (lead.trim() === '' || /[.?!…。？！:)\]]["'”’]?\s*$/.test(lead)))
    return { before: takeStart(nodes, lead.trimEnd().length), after: withoutLead(nodes.slice(stressed + 1)) }
  const marked = nodes.findIndex((node, i) => i > 0 && isMarkedLabel(node, nodes))
  if (marked > 0) return cutMarked(nodes, marked)
  const at = labelInLine(text)
  if (at >= 0) return cutPlain(nodes, at)
  const lettering = letterInLine(text)
  return lettering && cutPlain(nodes, lettering.at, lettering.length)
}

/** "A: so" and, where "R:" is the answer, "R: so" behind what ends a task or question, its points or a bracket. */
const letter = new RegExp(`(?:[.!?？؟]["'”’)\\]]*|[)\\]])\\s+(?:${barePoints}\\s+)?[([]?(?=([AR])\\s?[:：]\\s)`)

/** Where the letter of an answer begins in a line, and its length: "Define osmosis. (2 marks) A: so" → 26 and 3; null without one, and before "B:". */
function letterInLine(text: string): { at: number; length: number } | null {
  const found = letter.exec(text)
  if (!found) return null
  const at = found.index + found[0].length
  const before = text.slice(0, found.index + 1)
  const label = /^\p{L}\s?[:：]\s+/u.exec(text.slice(at))?.[0] ?? ''
  // "R: 8 Ω, I: 2 A" are given, and "A: … B: …" are options.
  if (/(?<!\p{L})\p{Lu}\s?[:：]\s/u.test(text.slice(at + label.length))) return null
  const known = found[1] === 'A' || asksInRomance(before)
  return known && (isDirective(before) || opensWithVerb(before) || hasOutrightMark(before))
    ? { at, length: label.length }
    : null
}

/** `*Answer* so`: a label without a colon. */
const isStressed = (node: PhrasingContent, behind: readonly PhrasingContent[]): boolean =>
  (node.type === 'strong' || node.type === 'emphasis') && isStressedLabel(phraseText(node.children), phraseText(behind))

const isLetter = (node: PhrasingContent): boolean => /^\W*a\W*$/i.test(phraseText([node]))

/** `**Answer** – so`: the sign behind the label goes with it. */
const withoutLead = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  dropStart(nodes, /^\s*(?:[–—:=→-]\s+)?/.exec(phraseText(nodes))?.[0].length ?? 0)

/** `**Answer:** so`, `*Answer: so*`, `*(Answer: so)*`. */
function isMarkedLabel(node: PhrasingContent, nodes: readonly PhrasingContent[]): boolean {
  if (node.type !== 'strong' && node.type !== 'emphasis') return false
  const words = labelAt(node.children, nodes, node)
  return bracketLabelLength(words) > 0 || isBoldLabel(words)
}

/** Cuts a line before a marked label. A bracket around label and answer goes with it. */
function cutMarked(nodes: readonly PhrasingContent[], at: number): CutLine {
  const after = nodes.slice(at)
  const words = phraseText(after)
  const within = bracketLabelLength(words)
  const answer = dropStart(after, within > 0 ? within : labelLength(words))
  const lead = phraseText(nodes.slice(0, at))
  const open = /\s*[([]\s*$/.exec(lead)?.[0] ?? ''
  return {
    before: takeStart(nodes, lead.length - open.length),
    after: within > 0 || open.includes('(') || open.includes('[') ? withoutBracket(answer) : answer,
  }
}

/** The words of a strong stretch, with the colon that may stand right behind it: `**Answer**: so`. */
function labelAt(children: PhrasingContent[], nodes: readonly PhrasingContent[], strong: PhrasingContent): string {
  const next = nodes[nodes.indexOf(strong) + 1]
  return phraseText(children) + (next?.type === 'text' ? next.value.slice(0, 1) : '')
}

/** Cuts a line in a plain text of it; a label inside of other marks is the author's own words. */
function cutPlain(nodes: readonly PhrasingContent[], at: number, label?: number): CutLine | null {
  let start = 0
  for (const [i, node] of nodes.entries()) {
    const { length } = phraseText([node])
    if (at < start + length) {
      if (node.type !== 'text') return null
      const words = node.value.slice(0, at - start)
      const before: PhrasingContent = { ...node, value: words.replace(/[\s([]+$/, '') }
      const whole = [{ ...node, value: node.value.slice(at - start) }, ...nodes.slice(i + 1)]
      const after = dropStart(whole, label ?? labelLength(phraseText(whole)))
      const bracketed = /[([]$/.test(words)
      return { before: [...nodes.slice(0, i), before], after: bracketed ? withoutBracket(after) : after }
    }
    start += length
  }
  return null
}

/** "so) See a.md." → "so See a.md.": the bracket that stood around the answer. */
function withoutBracket(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const at = closingBracket(phraseText(nodes))
  return at < 0 ? [...nodes] : [...takeStart(nodes, at), ...dropStart(nodes, at + 1)]
}
