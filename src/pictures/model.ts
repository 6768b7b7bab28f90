/** A picture that a sheet shows: what devices must know of it, and its bytes. */
import type { PictureSize } from '../text/rich.js'

/**
 * A picture as it was read and found sound. `turn` says how its pixels stand to what is seen (EXIF orientation, 1 to 8:
 * 1 as they are, 3 upside down, 6 to be turned a quarter to the right, 8 to the left; the even ones under 6, 5 and 7 are mirrored).
 */
export interface Picture extends PictureSize {
  format: 'png' | 'jpeg'
  turn: number
  /** Its colours are the inks of a press (CMYK), which mean something only with a press in mind. */
  inks?: true
  bytes: Uint8Array
}

/** The pictures of a run, by digest; they go to the devices beside pages and slides, which stay plain JSON. */
export type Pictures = ReadonlyMap<string, Picture>

/** Why a picture cannot be shown, in words that end a sentence: "it is a GIF, expected PNG or JPEG". */
export interface PictureFault {
  fault: string
}
