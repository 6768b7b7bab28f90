/** The answer space of what is said aloud: keywords to write, then whom it was said to, and in what time. */
import { fillWords } from '../../template/model.js'
import { shortClockWords } from '../../text/clock.js'
import { furniture, ownedBy } from '../canvas.js'
import type { Desk } from '../frame.js'
import type { Element } from '../pages-model.js'
import type { Strip } from '../prose/strips.js'
import { putRule, type Rules, ruleStrip } from './rules.js'

/** The shortest rule that a keyword or a name can be written on. */
const leastWordRule = 40

/** Three short keyword rules; then whom it was said to, and in what time. With a single rule both share it, if it is long enough. */
export function sayStrips(
  seconds: number | null,
  rules: number,
  style: Rules,
  width: number,
  parent: () => Element,
  desk: Desk,
): Strip[] {
  const { pitch, canvas, looks } = desk
  const { words } = desk.style
  const within = withinWords(seconds, words)
  const strip = (...parts: ((x: number, y: number, right: number) => void)[]): Strip => ({
    height: pitch,
    draw: (y, { text, right }) => {
      const each = (right - text - sharedGap * (parts.length - 1)) / parts.length
      parts.forEach((part, i) => {
        const x = text + i * (each + sharedGap)
        part(x, y, x + each)
      })
    },
  })
  const keywords = (x: number, y: number, right: number) => putKeywords(x, y, right, style, parent, desk)
  const said = (x: number, y: number, right: number) => putSaid(x, y, right, within, style, parent, desk)
  if (rules <= 1) {
    const half = (width - sharedGap) / 2
    const rulesOfKeywords = half - canvas.widthOf(words.keywords, looks.label) - labelGap - 2 * keywordGap
    return rulesOfKeywords / 3 < leastWordRule ? [strip(said)] : [strip(keywords, said)]
  }
  const blank = Array.from({ length: rules - 2 }, () => ruleStrip(() => furniture, 0, style, desk))
  return [strip(keywords), ...blank, strip(said)]
}

/** Between the two halves of a shared rule, between keyword rules, behind a label; pt. */
const sharedGap = 16
const keywordGap = 10
const labelGap = 8

function putKeywords(x: number, y: number, right: number, rules: Rules, parent: () => Element, desk: Desk): void {
  const { canvas, looks, style, base } = desk
  const owner = ownedBy(canvas.element(parent(), 'P', desk.said))
  const start = canvas.words(owner, style.words.keywords, looks.label, x, y + base - 2, { space: true }) + labelGap
  const each = (right - start - 2 * keywordGap) / 3
  for (let i = 0; i < 3; i++) {
    const from = start + i * (each + keywordGap)
    putRule(furniture, from, from + each, y, rules, desk)
  }
}

/** A box to tick, a rule for a name, the time that the prompt names. */
function putSaid(
  x: number,
  y: number,
  right: number,
  within: string,
  rules: Rules,
  parent: () => Element,
  desk: Desk,
): void {
  const { canvas, looks, style, base } = desk
  const line = y + base
  const owner = ownedBy(canvas.element(parent(), 'P', desk.said))
  const tick = looks.label.size
  canvas.box(furniture, x + 0.5, line - tick + 0.5, tick - 1, tick - 1, style.frame, 1)
  const saidTo = canvas.words(owner, style.words.saidTo, looks.label, x + tick + 5, line - 2, { space: true })
  const end = within === '' ? right : right - canvas.widthOf(within, looks.label) - labelGap
  if (within !== '') canvas.words(owner, within, looks.label, end + labelGap, line - 2)
  putRule(furniture, saidTo + labelGap, end, y, rules, desk)
}

/** "in 2 min", "in 1:30 min", "in 30 s"; nothing when the prompt sets no time. */
function withinWords(seconds: number | null, words: Desk['style']['words']): string {
  if (seconds === null) return ''
  if (seconds < 60) return fillWords(words.withinSeconds, { n: String(seconds) })
  return fillWords(words.within, { time: shortClockWords(seconds) })
}
