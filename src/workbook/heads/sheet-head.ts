/** The head of a page to write on: eyebrow, name and topic at the left; name, date and score to fill in at the right. */
import { plainFaces, type TextLine } from '../../text/lines/lines.js'
import type { Run } from '../../text/rich.js'
import { furniture, ownedBy } from '../canvas.js'
import { columnOf, columnWidth, type Desk, setLines } from '../frame.js'
import type { Element } from '../pages-model.js'
import { stretchesOf } from '../prose/stretches.js'
import { eyebrowLine, putEyebrow, titleLine, underTitle } from './eyebrow.js'

/** Width kept for name, date and score: as much as they need, and on narrow paper a part of the line. */
const fieldsWidth = (desk: Desk): number => Math.min(190, columnWidth(desk) * 0.6)

/** A name is not set smaller than this to stand on one line. */
const leastShare = 0.75
/** A word that is set as wide as its line would break by a hair; pt. */
const slack = 0.1

/** What the head says. */
export interface HeadWords {
  name: string
  topic: readonly Run[]
  /** What the score is out of, "4"; null on a page without one. */
  outOf: string | null
  /** The name is the template's, in its language, and not the sheet's. */
  ofTemplate?: boolean
}

/** A head as it breaks: name and topic on one line when they fit beside the fields, else the topic below. */
export interface Head {
  /** To where content begins, pt. */
  height: number
  name: TextLine[]
  /** Baseline of its first line, from the top margin. */
  baseline: number
  topic: TextLine[]
  /** The topic stands on the baseline of the name. */
  beside: boolean
  words: HeadWords
}

/** Breaks name and topic of a head into lines beside the fields for name, date and score; the name stands under them where it has no room beside. */
export function measureHead(words: HeadWords, desk: Desk): Head {
  const { metrics, style, looks } = desk
  const longestAt = (size: number) =>
    Math.max(1, ...words.name.split(' ').map((word) => metrics.width(word, looks.day.face, size)))
  // A name that has no room beside the fields, however small, stands under them.
  const under = longestAt(style.type.topic) > columnWidth(desk) - fieldsWidth(desk)
  const baseline = titleLine(desk) + (under ? style.type.day * 1.1 : 0)
  const width = columnWidth(desk) - (under ? 0 : fieldsWidth(desk))
  // On narrow paper the name is set smaller rather than cut inside a word, and where that is enough, rather than broken.
  const inOne = (width - slack) / Math.max(1, metrics.width(words.name, looks.day.face, looks.day.size))
  const inWords = (width - slack) / longestAt(looks.day.size)
  const size = Math.max(style.type.topic, Math.min(1, inOne >= leastShare ? inOne : inWords) * looks.day.size)
  const name = setLines([{ text: words.name }], width, { size, faceOf: () => looks.day.face }, desk)
  const topicStyle = { size: looks.topic.size, faceOf: plainFaces('text', 'text-strong') }
  const nameWidth = name.length === 1 ? (name[0]?.width ?? 0) + 10 : width
  const inline = setLines(words.topic, Math.max(1, width - nameWidth), topicStyle, desk)
  const beside = inline.length <= 1 && width - nameWidth > 60
  const topic = beside ? inline : setLines(words.topic, columnWidth(desk), topicStyle, desk)
  const nameHeight = baseline + (name.length - 1) * style.type.day * 1.1
  const topicHeight = beside ? 0 : topic.length * style.type.topic * 1.25 + 3
  return { height: nameHeight + topicHeight + underTitle(desk) + 6, name, baseline, topic, beside, words }
}

/** Draws the head at the top of the current page. */
export function putHead(head: Head, section: Element, desk: Desk): void {
  const { canvas, style, plan, top } = desk
  const { left, right } = columnOf(canvas.page, desk)
  putEyebrow(plan.eyebrow, left, top + eyebrowLine(desk), right - left - fieldsWidth(desk), desk)
  const heading = canvas.element(section, 'H1')
  const { topic, ofTemplate } = head.words
  const apart = ofTemplate === true && desk.said.lang !== undefined && head.topic.length > 0
  const hasFormulas = topic.some(({ math }) => math)
  const ofName = ownedBy(apart || hasFormulas ? canvas.element(heading, 'Span', apart ? desk.said : {}) : heading)
  let y = top + head.baseline
  for (const [i, line] of head.name.entries()) {
    y = top + head.baseline + i * style.type.day * 1.1
    canvas.line(ofName, line, 1, left, y)
  }
  const partsOf = hasFormulas ? stretchesOf(topic, () => heading, desk) : null
  const ofTopic = apart && !hasFormulas ? ownedBy(canvas.element(heading, 'Span')) : ofName
  const besideX = left + (head.name.at(-1)?.width ?? 0) + 10
  head.topic.forEach((line, i) => {
    if (!head.beside) y += style.type.topic * 1.25 + (i === 0 ? 3 : 0)
    const x = head.beside ? besideX : left
    if (partsOf) for (const part of partsOf(line)) canvas.line(part.owner, part.line, 1, x + part.x, y)
    else canvas.line(ofTopic, line, 1, x, y)
  })
  canvas.rule(furniture, left, right, y + underTitle(desk), style.frame, 1)
  putFields(head.words.outOf, section, right, desk)
}

/** Name over date and score, with rules to write on, in the right corner. */
function putFields(outOf: string | null, section: Element, right: number, desk: Desk): void {
  const { canvas, looks, style, top } = desk
  const { words } = style
  const line = top + titleLine(desk)
  const left = right - fieldsWidth(desk) + 20
  const fields = ownedBy(canvas.element(section, 'P', desk.said))
  const field = (word: string, x: number, end: number, line: number): void => {
    const from = canvas.words(fields, word, looks.small, x, line, { space: true })
    canvas.rule(furniture, from + 4, end, line + 1, style.frame, style.quietInk)
  }
  field(words.name, left, right, top + eyebrowLine(desk))
  if (outOf === null) {
    field(words.date, left, right, line)
    return
  }
  const worth = `/ ${outOf}`
  const of = right - canvas.widthOf(worth, looks.small)
  const score = of - 25 - canvas.widthOf(words.score, looks.small)
  // In the order in which they are read.
  field(words.date, left, score - 8, line)
  canvas.words(fields, words.score, looks.small, score, line, { space: true })
  canvas.rule(furniture, of - 22, of - 2, line + 1, style.frame, style.quietInk)
  canvas.words(fields, worth, looks.small, of, line, { space: true })
}
