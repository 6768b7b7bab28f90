/** The address of a source in the key: in words that can be clicked or typed, and as a code to scan beside them. */
import { fillWords } from '../../template/model.js'
import { plainFaces } from '../../text/lines/lines.js'
import type { Run } from '../../text/rich.js'
import { ownedBy } from '../canvas.js'
import type { Desk } from '../frame.js'
import type { Element } from '../pages-model.js'
import type { SourceCodePlan } from '../plan-model.js'
import { paragraphStrips } from '../prose/prose.js'
import { drawStrips, heightOf, lazily, room, type Strip } from '../prose/strips.js'
import { codeOf } from './qr.js'

/** Air between a code with its quiet zone and the words beside it, pt. */
const air = 4

/** A code with its address beside it, `width` pt wide; `named` where the file is not named over it. */
export function codeStrips(
  { file, url }: SourceCodePlan,
  width: number,
  named: boolean,
  section: () => Element,
  desk: Desk,
): Strip[] {
  const { canvas, style, looks, said } = desk
  const { rows, module, quiet } = codeOf(url)
  const side = rows.length * module
  const box = side + 2 * quiet
  const figure = lazily(() => {
    const alt = fillWords(style.words.scan, { url })
    return canvas.element(section(), 'Figure', { alt, ...said })
  })
  const { size, ink } = looks.small
  const prose = { size, leading: size * 1.3, ink, faceOf: plainFaces('label', 'label-strong'), codeScale: 0.95 }
  const paragraph = lazily(() => canvas.element(section(), 'P'))
  const runs: Run[] = [
    ...(named ? [{ text: file, code: true as const }, { text: '\n' }] : []),
    { text: url, href: url },
  ]
  const words = paragraphStrips(runs, { ...prose, width: width - box - air }, paragraph, desk)
  const height = Math.max(box, heightOf(words))
  return [
    {
      height,
      draw: (y, column) => {
        const corner = { x: column.left + quiet, y: y + (height - side) / 2 }
        canvas.put({ type: 'code', owner: ownedBy(figure()), ...corner, width: side, height: side, module, rows })
        const left = column.left + box + air
        drawStrips(words, y + (height - heightOf(words)) / 2, { left, text: left, right: column.left + width })
      },
    },
    room(4),
  ]
}
