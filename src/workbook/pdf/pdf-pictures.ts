/** Pictures as objects of a PDF (ISO 32000-1, 8.9.5): as they are where PDF can take them, else as they look on white paper. */
import { readJpeg } from '../../pictures/jpeg.js'
import type { Picture, Pictures } from '../../pictures/model.js'
import { flattenPng, type Png, readPng, samplesOf } from '../../pictures/png.js'
import type { Ref } from './pdf-device.js'
import type { PageWriter } from './pdf-pages.js'

/** What is asked of the device. */
interface PictureDevice {
  ref(data: Record<string, unknown>): Ref
}

/** Embeds each picture when it is drawn first, once a file. */
export class PictureWriter {
  readonly #device: PictureDevice
  readonly #pictures: Pictures
  readonly #pages: PageWriter
  readonly #embedded = new Map<string, { name: string; ref: Ref }>()
  /** Whether some of them are in the inks of a press. */
  hasInks = false

  constructor(device: PictureDevice, pictures: Pictures, pages: PageWriter) {
    this.#device = device
    this.#pictures = pictures
    this.#pages = pages
  }

  /** Name of the picture among the resources of the current page, and its turn. */
  picture(digest: string): { name: string; turn: number } {
    const picture = this.#pictures.get(digest)
    if (!picture) throw new Error(`No picture "${digest}"`)
    let embedded = this.#embedded.get(digest)
    if (!embedded) {
      embedded = { name: `I${this.#embedded.size + 1}`, ref: embed(picture, this.#device) }
      this.#embedded.set(digest, embedded)
      this.hasInks ||= picture.inks === true
    }
    this.#pages.page.pictures.set(embedded.name, String(embedded.ref))
    return { name: embedded.name, turn: picture.turn }
  }
}

function embed({ format, bytes }: Picture, device: PictureDevice): Ref {
  if (format === 'jpeg') return embedJpeg(bytes, device)
  const png = readPng(bytes)
  if ('fault' in png) throw new Error('A picture is drawn that was not read')
  const isPlain =
    !png.interlaced && png.clear === null && (png.kind === 'grey' || png.kind === 'rgb' || png.kind === 'index')
  return isPlain ? embedAsIs(png, device) : embedFlat(png, device)
}

const image = (width: number, height: number, rest: Record<string, unknown>) => ({
  Type: 'XObject',
  Subtype: 'Image',
  Width: width,
  Height: height,
  ...rest,
})

const spaces = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const

function embedJpeg(bytes: Uint8Array, device: PictureDevice): Ref {
  const jpeg = readJpeg(bytes)
  if ('fault' in jpeg) throw new Error('A picture is drawn that was not read')
  const { width, height, components, inverted } = jpeg
  const ref = device.ref(
    image(width, height, {
      ColorSpace: spaces[components],
      BitsPerComponent: 8,
      Filter: 'DCTDecode',
      ...(components === 4 && inverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    }),
  )
  ref.end(bytes)
  return ref
}

/** PDF unpacks the lines of a PNG by itself, with the filters of PNG. */
function embedAsIs({ width, height, depth, kind, palette, data }: Png, device: PictureDevice): Ref {
  const colours = samplesOf[kind] as 1 | 3
  const space = palette
    ? ['Indexed', 'DeviceRGB', palette.length / 3 - 1, colourTable(palette, device)]
    : spaces[colours]
  const ref = device.ref(
    image(width, height, {
      ColorSpace: space,
      BitsPerComponent: depth,
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 15, Colors: colours, BitsPerComponent: depth, Columns: width },
    }),
  )
  ref.end(data)
  return ref
}

function colourTable(palette: Uint8Array, device: PictureDevice): Ref {
  const ref = device.ref({})
  ref.end(palette)
  return ref
}

function embedFlat(png: Png, device: PictureDevice): Ref {
  const { colours, pixels } = flattenPng(png)
  const ref = device.ref(image(png.width, png.height, { ColorSpace: spaces[colours], BitsPerComponent: 8 }))
  ref.end(pixels)
  return ref
}
