/**
 * Looks that were drawn before are not drawn again: the weeks of a course share nearly all of theirs, and a watch makes the same deck all day.
 *
 * What a look is drawn as hangs on its sample and on what is said of the deck as a whole (layouts, fonts, colours, language), and on
 * nothing else; both are the key.
 */
import type { Pictures } from '../pictures/model.js'
import { sha256 } from '../text/digest.js'
import { Recent } from '../text/recent.js'
import type { Looks } from './looks.js'
import { type Drawn, finishSamples, type LookPatterns } from './package.js'
import type { Slides } from './slides-model.js'

/** Letters of the keys that are kept: some 400 looks, where a week has two dozen. */
const kept = 1 << 19

const knownLooks = new Recent<LookPatterns>(kept)
const knownRests = new Recent<Drawn['rest']>(kept)

/** The looks of a deck, drawn: by `draw` those that are new. */
export async function drawLooks(
  looks: Looks,
  pictures: Pictures,
  draw: (samples: Slides) => Promise<Uint8Array>,
): Promise<Drawn> {
  const { samples, numbers, keys } = looks
  const deck = sha256(JSON.stringify({ ...samples, title: '', slides: [] }))
  const known = keys.map((key) => knownLooks.get(`${deck} ${key}`))
  const rest = knownRests.get(deck)
  if (rest && known.every((each) => each !== undefined)) return { patterns: known as LookPatterns[], rest }
  const added = samples.slides.flatMap((slide, i) => (rest && known[i] ? [] : [{ slide, index: i }]))
  const slides = { ...samples, slides: added.map(({ slide }) => slide) }
  const drawn = finishSamples(await draw(slides), { slides, numbers, pictures }, rest)
  added.forEach(({ index }, i) => {
    known[index] = drawn.patterns[i]
    knownLooks.keep(`${deck} ${keys[index]}`, drawn.patterns[i] as LookPatterns)
  })
  knownRests.keep(deck, drawn.rest)
  return { patterns: known as LookPatterns[], rest: drawn.rest }
}
