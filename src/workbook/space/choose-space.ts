/** The answer space of a choice: boxes before the offered words, then a rule to say why. */
import { furniture, ownedBy } from '../canvas.js'
import type { Desk } from '../frame.js'
import type { Element } from '../pages-model.js'
import { putTick } from '../prose/prose.js'
import { lazily, type Strip } from '../prose/strips.js'
import { putRule, type Rules } from './rules.js'

/** Behind the word "because", between two offered words, behind a box; pt. */
const wordGap = 6
const offerGap = 28
const boxGap = 4
/** Height of a line of offered words over its leading, and from its end to the baseline. */
const overOffer = 4
const underOffer = 5

/**
 * A tick alone may be a guess: the one rule behind "because" makes the learner recall the reason, and tells the two apart when the answer is
 * marked. More rules come only when the author asks for lines.
 */
export function chooseStrips(
  offer: readonly string[],
  rules: number,
  style: Rules,
  parent: () => Element,
  desk: Desk,
): Strip[] {
  const { canvas, looks, pitch } = desk
  const { words } = desk.style
  const rule = (y: number, from: number, right: number) => putRule(furniture, from, right, y, style, desk)
  const reasons = Array.from({ length: rules }, (_, i): Strip => {
    const owner = lazily(() => canvas.element(parent(), 'P', desk.said))
    return {
      height: pitch,
      draw: (y, { text, right }) => {
        if (i > 0) return rule(y, text, right)
        const end = canvas.words(ownedBy(owner()), words.because, looks.label, text, y + desk.base - 2, {
          space: true,
        })
        rule(y, end + wordGap, right)
      },
    }
  })
  return offer.length === 0 ? reasons : [offerStrip(offer, parent, desk), ...reasons]
}

function offerStrip(offer: readonly string[], parent: () => Element, desk: Desk): Strip {
  const { canvas, style, looks } = desk
  const look = { face: 'text' as const, size: style.type.prompt, ink: 1 }
  const box = looks.label.size
  const height = style.type.promptLeading + overOffer
  return {
    height,
    draw: (y, { text }) => {
      const owner = ownedBy(canvas.element(parent(), 'P'))
      let x = text
      for (const words of offer) {
        const baseline = y + height - underOffer
        putTick(x + 0.5, baseline, desk)
        x = canvas.words(owner, words, look, x + box + boxGap, baseline, { space: true }) + offerGap
      }
    },
  }
}
