import { expect, test } from 'vitest'
import type { Piece, TextItem } from '../../../src/workbook/pages-model.js'
import { type GlyphWriter, operatorsOf } from '../../../src/workbook/pdf/pdf-content.js'

/** Words as they are, in place of glyphs. */
const writer: GlyphWriter = {
  open: () => ({ resource: 'F1', glyphs: (word) => [{ rise: 0, array: word }] }),
}
const piece = (text: string, x: number, soft = false): Piece => ({
  text,
  face: 'text',
  font: '0',
  size: 9,
  x,
  rise: 0,
  ...(soft && { soft: true as const }),
})

test('a hyphen at the end of a line is seen as a hyphen and read as a soft one', () => {
  const pieces = [piece('recap', 0), piece('-', 20, true)]
  const owner = { element: 'e1' }
  const item: TextItem = { type: 'text', owner, x: 10, y: 50, width: 24, size: 9, ink: 1, tracking: 0, pieces }
  expect(operatorsOf(item, writer, { picture: () => ({ name: '', turn: 1 }) }, { formula: () => '' })).toBe(
    'BT 0 g /F1 9 Tf 1 0 0 -1 10 50 Tm [<recap>] TJ /Span <</ActualText <FEFF00AD>>> BDC /F1 9 Tf 1 0 0 -1 30 50 Tm [<->] TJ EMC ET',
  )
})
