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
  type PackedParts,
  type Parts,
  pack,
  type RestStep,
  type SampleJob,
  type SampleStep,
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
import { unpack } from './finish/unzip.js'
import { type Looks, type Pattern, patternOf } from './looks.js'
import { packWhole } from './pack/contents.js'

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

/** What hangs on layouts, fonts, colours and language alone. */
const restSteps: readonly RestStep[] = [writeThemes, writeMaster, keepControl, repairNotesMaster]

/** Types after all parts are there. */
const packageSteps: readonly FinishStep[] = [writeNotes, writePresentation, writeProperties, writeContentTypes]

/** What was drawn, with its repairs made: the patterns of each sample, and the parts that are the same whatever the slides say, packed. */
export interface Drawn {
  patterns: readonly LookPatterns[]
  rest: PackedParts
}

/** Patterns of slides that look alike. */
export interface LookPatterns {
  slide: Pattern
  relations: Pattern
}

/** Repairs a package of samples as the library wrote it. `known`: the parts that are not samples, where they were repaired and packed before. */
export function finishSamples(bytes: Uint8Array, job: SampleJob, known?: PackedParts): Drawn {
  const parts = unpack(bytes)
  for (const step of known ? sampleSteps : [...sampleSteps, ...restSteps]) step(parts, job)
  const patternAt = (path: string) => patternOf(parts.get(path) ?? '')
  return {
    patterns: job.slides.slides.map((_, i) => ({
      slide: patternAt(`ppt/slides/slide${i + 1}.xml`),
      relations: patternAt(`ppt/slides/_rels/slide${i + 1}.xml.rels`),
    })),
    rest:
      known ?? new Map([...parts].filter(([path]) => !ownPath.test(path)).map(([path, xml]) => [path, packWhole(xml)])),
  }
}

/** Parts that are written for each deck. */
const ownPath = /^ppt\/(?:slides|notesSlides)\/|^ppt\/(?:_rels\/)?presentation\.xml|^docProps\/|^\[Content_Types\]/

/** Writes the package of all slides: each a pattern of its sample, and its words. */
export function finishPackage(
  { patterns, rest }: Drawn,
  looks: Pick<Looks, 'slides'>,
  deck: Omit<FinishJob, 'filled' | 'rest'>,
): Uint8Array {
  const filled: FilledParts = new Map()
  looks.slides.forEach(({ sample, words }, i) => {
    const look = patterns[sample]
    if (!look) throw new Error(`Slide ${i + 1} has no sample`)
    filled.set(`ppt/slides/slide${i + 1}.xml`, { pattern: look.slide, words })
    filled.set(`ppt/slides/_rels/slide${i + 1}.xml.rels`, { pattern: look.relations, words })
  })
  const job: FinishJob = { ...deck, filled, rest }
  const parts: Parts = new Map()
  for (const step of packageSteps) step(parts, job)
  return pack(parts, job)
}
