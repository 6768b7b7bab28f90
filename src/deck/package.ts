/**
 * The finishing pass: what the library writes → a package that opens without repair, inherits from its layouts, can be read aloud,
 * and has the same bytes every time.
 *
 * Each step is one repair or addition with a name; `tests/deck/package.test.ts` shows for each repair that the library still
 * needs it. Themes, master, layouts and properties are written whole, since nothing of the library's could be kept.
 */
import { addShows, linkShapes } from './finish/links.js'
import { writeMaster } from './finish/master.js'
import { type FinishJob, type FinishStep, pack, unpack } from './finish/parts.js'
import { placePictures } from './finish/pictures.js'
import {
  dropEmptyNotes,
  fixSectionIds,
  keepControl,
  orderMasters,
  repairNotesMaster,
  setDefaultLanguage,
  sizeNotes,
  writeContentTypes,
  writeProperties,
} from './finish/presentation.js'
import {
  addAlternatives,
  addSlideNumbers,
  addTextBodies,
  dropUnfilled,
  inheritFromLayout,
  nameSlides,
  numberShapes,
} from './finish/slides.js'
import { directParagraphs, oneParagraphStyle, partNotes, plainBullets, setLanguage } from './finish/text.js'
import { writeThemes } from './finish/theme.js'
import { addTimings } from './finish/timing.js'

/** In this order: text first, so that later steps see it clean; ids after all shapes are there, and animation after the ids; types after all parts are. */
const steps: readonly FinishStep[] = [
  dropEmptyNotes,
  oneParagraphStyle,
  plainBullets,
  dropUnfilled,
  inheritFromLayout,
  directParagraphs,
  placePictures,
  addTextBodies,
  addAlternatives,
  addSlideNumbers,
  numberShapes,
  addTimings,
  linkShapes,
  nameSlides,
  partNotes,
  setLanguage,
  writeThemes,
  writeMaster,
  orderMasters,
  sizeNotes,
  fixSectionIds,
  addShows,
  setDefaultLanguage,
  keepControl,
  repairNotesMaster,
  writeProperties,
  writeContentTypes,
]

/** Finishes a package as the library wrote it. */
export function finishPackage(bytes: Uint8Array, job: FinishJob): Uint8Array {
  const parts = unpack(bytes)
  for (const step of steps) step(parts, job)
  return pack(parts, job)
}
