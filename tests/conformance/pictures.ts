/** Pages as pictures. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { requireTool } from './tools.js'

/** Rows of pixels from the top; a byte a pixel and channel, 0 is black. */
export interface Picture {
  width: number
  height: number
  channels: 1 | 3
  pixels: Uint8Array
}

/** Pages of a PDF as poppler draws them, in colour or in grey, `dpi` dots an inch. */
export function picturesOf(file: string, colours: 'colour' | 'grey', dpi: number): Picture[] {
  const stem = file.replace(/\.pdf$/, `.${colours}-${dpi}`)
  const options = ['-r', String(dpi), ...(colours === 'grey' ? ['-gray'] : []), file, stem]
  const { status, stderr } = spawnSync(requireTool('pdftoppm'), options, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`pdftoppm: ${stderr}`)
  const made = readdirSync(dirname(file)).filter((each) => each.startsWith(`${basename(stem)}-`))
  return made.sort().map((each) => readPicture(join(dirname(file), each)))
}

/** PGM and PPM: "P5" or "P6", width, height, 255, then the bytes. */
function readPicture(path: string): Picture {
  const bytes = readFileSync(path)
  const [head = '', kind, width, height] =
    /^P([56])\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1')) ?? []
  const pixels = bytes.subarray(head.length)
  return { width: Number(width), height: Number(height), channels: kind === '5' ? 1 : 3, pixels }
}
