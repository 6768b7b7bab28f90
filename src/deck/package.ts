/**
 * The finishing pass: what the library writes → a package that opens without repair, inherits from its layouts, can be read aloud,
 * and has the same bytes every time.
 *
 * Each step is one repair or addition with a name; `tests/deck/package.test.ts` shows for each repair that the library still
 * needs it. Slides are repaired as samples, one a look, some of it before they are cut into pieces (`draw/pieces.ts`), and then given their words. All that there is once in a package is written
 * whole, and so are the patterns of notes pages, since nothing of the library's could be kept. `pack/` compresses patterns and words
 * without filling them in first.
 */

import { type Looks, type Pattern, patternOf } from './draw/looks.js'
import { linkShapes } from './finish/links.js'
import { writeMaster } from './finish/master.js'
import { writeNotes } from './finish/notes.js'
import {
  type FilledParts,
  type FinishJob,
  type PackageFacts,
  type PackageStep,
  type PackedParts,
  type Parts,
  pack,
  packSingle,
  type RestStep,
  type SampleJob,
  type SampleStep,
  shownPictures,
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
import { directParagraphs, leaveLanguage, oneParagraphStyle, plainBullets, setLanguage } from './finish/text.js'
import { writeThemes } from './finish/theme.js'
import { addTimings } from './finish/timing.js'
import { unpack } from './finish/unzip.js'
import type { DeckLook } from './slides-model.js'

/** On what the library writes of slides, before it is cut into pieces: text first, so that later steps see it clean. */
const drawingSteps: readonly SampleStep[] = [
  oneParagraphStyle,
  plainBullets,
  dropUnfilled,
  inheritFromLayout,
  directParagraphs,
  relateSlides,
  addTextBodies,
  leaveLanguage,
]

/** On whole slides, in this order: ids after all shapes are there, and animation after the ids. */
const slideSteps: readonly SampleStep[] = [
  placePictures,
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
const packageSteps: readonly PackageStep[] = [writePresentation, writeProperties, writeContentTypes]

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

/** A package as pptxgenjs wrote it → its parts, unzipped, with the repairs that hang on no whole slide. */
export function repairDrawing(bytes: Uint8Array, job: SampleJob): Parts {
  const parts = unpack(bytes)
  for (const step of drawingSteps) step(parts, job)
  return parts
}

/** Repairs the slides of `job` as they stand in `parts`, one a look, and cuts each, and its relationships, into a pattern. */
export function finishSamples(parts: Parts, job: SampleJob): LookPatterns[] {
  for (const step of slideSteps) step(parts, job)
  return job.slides.slides.map((_, i) => ({
    slide: patternOf(parts.get(slidePathOf(i)) ?? ''),
    relations: patternOf(parts.get(relationsPathOf(i)) ?? ''),
  }))
}

/** Path of slide `index`, from 0, in the package. */
export const slidePathOf = (index: number): string => `ppt/slides/slide${index + 1}.xml`
/** Path of that slide's relationships. */
export const relationsPathOf = (index: number): string => `ppt/slides/_rels/slide${index + 1}.xml.rels`

/** The parts that are the same whatever the slides say, from those that the library writes for any deck; `common` picks them out. */
export function finishRest(library: ReadonlyMap<string, string>, slides: DeckLook): PackedParts {
  const parts: Parts = new Map(library)
  for (const step of restSteps) step(parts, { slides })
  return packSingle(parts)
}

/** The parts of what the library wrote that hang neither on slides nor on layouts, colours, fonts and language. */
export const commonParts = (parts: Parts): Parts =>
  new Map([...parts].filter(([path]) => !ownPath.test(path) && !writtenPath.test(path)))

/** Parts that are written for each deck. */
const ownPath = /^ppt\/(?:slides|notesSlides)\/|^ppt\/(?:_rels\/)?presentation\.xml|^docProps\/|^\[Content_Types\]/

/** Parts that `restSteps` write whole. */
const writtenPath = /^ppt\/(?:slideLayouts|slideMasters|theme)\/|^ppt\/presProps\.xml/

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
    filled.set(slidePathOf(i), { pattern: look.slide, words })
    filled.set(relationsPathOf(i), { pattern: look.relations, words })
  })
  const job: FinishJob = { ...deck, filled, rest }
  writeNotes(job)
  const facts = factsOf(job)
  const known = job.memory?.single.get(facts.title, facts)
  const single = known ?? singleParts(facts)
  if (!known) job.memory?.single.keep(facts.title, facts, single)
  return pack(single, job)
}

function factsOf({ slides, pictures, filled, rest, date }: FinishJob): PackageFacts {
  const { title, lang, dir, size, shows } = slides
  return {
    title,
    lang,
    ...(dir ? { dir } : {}),
    size,
    shows,
    slides: slides.slides.map(({ id, section, notes }) => ({ id, section, hasNotes: notes.length > 0 })),
    paths: [...filled.keys(), ...rest.keys()],
    formats: shownPictures({ slides, pictures }).map(({ format }) => format),
    date: date.getTime(),
  }
}

function singleParts(facts: PackageFacts): PackedParts {
  const parts: Parts = new Map()
  for (const step of packageSteps) step(parts, facts)
  return packSingle(parts)
}
