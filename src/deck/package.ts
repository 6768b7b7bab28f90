/**
 * The finishing pass: what the library writes → a package that opens without repair, inherits from its layouts, can be read aloud,
 * and has the same bytes every time.
 *
 * Each step is one repair or addition with a name; `tests/deck/package.test.ts` shows for each repair that the library still
 * needs it. Slides are repaired as samples, one a look, and then given their words. All that there is once in a package is written
 * whole, and so are the patterns of notes pages, since nothing of the library's could be kept. `pack/` compresses patterns and words
 * without filling them in first.
 */
import { linkShapes } from './finish/links.js'
import { writeMaster } from './finish/master.js'
import { writeNotes } from './finish/notes.js'
import {
  type FilledParts,
  type FinishJob,
  type FinishStep,
  type Parts,
  pack,
  type SampleStep,
  unpack,
} from './finish/parts.js'
import { placePictures } from './finish/pictures.js'
import { writePresentation } from './finish/presentation.js'
import { keepControl, repairNotesMaster, writeContentTypes, writeProperties } from './finish/properties.js'
import {
  addAlternatives,
  addSlideNumbers,
  addTextBodies,
  dropUnfilled,
  inheritFromLayout,
  nameSlides,
  numberShapes,
  relateSlides,
} from './finish/slides.js'
import { directParagraphs, oneParagraphStyle, plainBullets, setLanguage } from './finish/text.js'
import { writeThemes } from './finish/theme.js'
import { addTimings } from './finish/timing.js'
import { escapeWords, type Looks, patternOf } from './looks.js'

/** In this order: text first, so that later steps see it clean; ids after all shapes are there, and animation after the ids. */
const sampleSteps: readonly SampleStep[] = [
  oneParagraphStyle,
  plainBullets,
  dropUnfilled,
  inheritFromLayout,
  directParagraphs,
  relateSlides,
  placePictures,
  addTextBodies,
  addAlternatives,
  addSlideNumbers,
  numberShapes,
  addTimings,
  linkShapes,
  nameSlides,
  setLanguage,
]

/** Types after all parts are there. */
const packageSteps: readonly FinishStep[] = [
  writeNotes,
  writeThemes,
  writeMaster,
  writePresentation,
  keepControl,
  repairNotesMaster,
  writeProperties,
  writeContentTypes,
]

/** Finishes a package of samples, as the library wrote it, to the package of all slides. */
export function finishPackage(bytes: Uint8Array, looks: Looks, deck: Omit<FinishJob, 'filled'>): Uint8Array {
  const drawn = unpack(bytes)
  const sampleJob = { slides: looks.samples, numbers: looks.numbers, pictures: deck.pictures }
  for (const step of sampleSteps) step(drawn, sampleJob)
  const job: FinishJob = { ...deck, filled: fillSlides(drawn, looks) }
  const parts: Parts = new Map([...drawn].filter(([path]) => !samplePath.test(path)))
  for (const step of packageSteps) step(parts, job)
  return pack(parts, job)
}

const samplePath = /^ppt\/(?:slides|notesSlides)\//

/** Each slide and its relationships: the patterns of its sample, and its words. */
function fillSlides(drawn: Parts, { samples, slides }: Looks): FilledParts {
  const filled: FilledParts = new Map()
  const patternAt = (path: string) => patternOf(drawn.get(path) ?? '')
  const patterns = samples.slides.map((_, i) => ({
    slide: patternAt(`ppt/slides/slide${i + 1}.xml`),
    relations: patternAt(`ppt/slides/_rels/slide${i + 1}.xml.rels`),
  }))
  slides.forEach(({ sample, words: plain }, i) => {
    const pattern = patterns[sample]
    if (!pattern) throw new Error(`Slide ${i + 1} has no sample`)
    const words = escapeWords(plain)
    filled.set(`ppt/slides/slide${i + 1}.xml`, { pattern: pattern.slide, words })
    filled.set(`ppt/slides/_rels/slide${i + 1}.xml.rels`, { pattern: pattern.relations, words })
  })
  return filled
}
