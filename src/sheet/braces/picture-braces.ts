/** Braces right behind a picture, which say how wide it is: `![a queue](queue.png){width=60%}`. */
import type { PictureWidth } from '../../text/rich.js'
import type { Positioned, Reading } from '../markdown/reading.js'
import { bracesAtStart } from './braces.js'
import { readOverrides } from './overrides.js'

/** The width, undefined when none can be read, and how many letters of the text behind the picture say it. */
export interface PictureBraces {
  width: PictureWidth | undefined
  length: number
}

/** Reads them off the text `behind` a picture. Without a width they are those of the question: `![a queue](queue.png){lines=3}`. */
export function readPictureBraces(picture: Positioned, behind: string, reading: Reading): PictureBraces {
  const found = behind.startsWith('{') ? bracesAtStart(behind, reading.place(picture).end.offset, reading) : null
  if (!found?.pairs.some(({ key }) => key === 'width')) return { width: undefined, length: 0 }
  const { values } = readOverrides(found.pairs, 'picture', reading)
  return { width: values.width, length: found.length }
}
