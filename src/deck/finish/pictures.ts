/** Pictures: the frames that stand for them become pictures, each related to its part once a slide. */
import type { Picture } from '../../pictures/model.js'
import { isDark } from '../place/contrast.js'
import { editParts, mediaPath, relate, type SampleStep, slidePath } from './parts.js'
import { editShapes, emu, escapeXml } from './xml.js'

/** EXIF orientation → a quarter turn clockwise, after a mirroring. */
const turns: Readonly<Record<number, { quarter: number; flip?: 'flipH' | 'flipV' }>> = {
  2: { quarter: 0, flip: 'flipH' },
  3: { quarter: 2 },
  4: { quarter: 0, flip: 'flipV' },
  5: { quarter: 3, flip: 'flipH' },
  6: { quarter: 1 },
  7: { quarter: 1, flip: 'flipH' },
  8: { quarter: 3 },
}

/** The library would write each picture as often as it is shown, and its description into a name. */
export const placePictures: SampleStep = (parts, { slides, pictures }) => {
  // What is drawn in black on nothing would be lost on a dark ground.
  const paper = isDark(slides.colours.ground) ? '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>' : ''
  editParts(parts, slidePath, (xml, number) => {
    const items = slides.slides[number - 1]?.items.filter((item) => item.type === 'picture') ?? []
    if (items.length === 0) return xml
    const related = new Map<string, string>()
    const edited = editShapes(xml, (shape) => {
      const item = items.find(({ name }) => shape.includes(` name="${escapeXml(name)}"`))
      const picture = item && pictures.get(item.picture)
      if (!item || !picture) {
        if (item) throw new Error(`No picture "${item.picture}"`)
        return shape
      }
      const relation = related.get(picture.digest) ?? `rIdPicture${related.size + 1}`
      related.set(picture.digest, relation)
      const head = `<p:cNvPr id="0" name="${escapeXml(item.name)}" descr="${escapeXml(item.alt)}"/>`
      return `<p:pic><p:nvPicPr>${head}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${frameOf(item.box, picture)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${paper}</p:spPr></p:pic>`
    })
    relate(
      parts,
      `ppt/slides/slide${number}.xml`,
      [...related].map(([digest, id]) => ({ id, type: 'image', target: `../media/${fileOf(pictures.get(digest))}` })),
    )
    return edited
  })
}

const fileOf = (picture: Picture | undefined): string => (picture ? (mediaPath(picture).split('/').at(-1) ?? '') : '')

/** The frame before it is turned: a quarter turn gives it the height for the width. */
function frameOf({ x, y, w, h }: { x: number; y: number; w: number; h: number }, { turn }: Picture): string {
  const { quarter, flip } = turns[turn] ?? { quarter: 0 }
  const [width, height] = quarter % 2 === 0 ? [w, h] : [h, w]
  const rotation = quarter === 0 ? '' : ` rot="${quarter * 5_400_000}"`
  const mirrored = flip ? ` ${flip}="1"` : ''
  return `<a:xfrm${rotation}${mirrored}><a:off x="${emu(x + (w - width) / 2)}" y="${emu(y + (h - height) / 2)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`
}
