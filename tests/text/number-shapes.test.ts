import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'
import { describe, expect, test } from 'vitest'
import { NumberShapes } from '../../src/text/number-shapes.js'

const folder = fileURLToPath(new URL('../../templates/classic/fonts/', import.meta.url))
const fonts = readdirSync(folder).filter((name) => name.endsWith('.ttf'))

/** Numbers as sheets have them: pages, sections, in brackets and at the end of a question. */
const numbers = Array.from({ length: 400 }, (_, i) => [
  String(100 + ((i * 37) % 900)),
  `§${1 + (i % 29)}.${(i * 7) % 31}`,
  `${(i * 11) % 97}.${i % 10}?`,
  `(${i}).`.slice(0, -1),
  `§${i}.${i % 12}.${i % 7}.`,
  `W${1 + (i % 400)}·${['MON', 'TUE', 'FRI'][i % 3]}`,
  // Letters that some fonts join, "ff", are among them.
  (((i + 7) * 2654435761) % 16777216).toString(16).padStart(6, '0'),
]).flat()

const shapeOf = ({ glyphs, positions }: fontkit.GlyphRun) =>
  glyphs.map(({ id }, i) => [id, positions[i]?.xAdvance, positions[i]?.xOffset, positions[i]?.yOffset])

test.each(fonts)('numbers of %s put together are as they are shaped whole', (name) => {
  const font = fontkit.openSync(folder + name) as fontkit.Font
  const shapes = new NumberShapes((text) => font.layout(text))
  let composed = 0
  for (const number of numbers) {
    const shape = shapes.compose(number)
    if (!shape) continue
    composed++
    expect(shapeOf(shape), number).toEqual(shapeOf(font.layout(number)))
  }
  expect(composed).toBeGreaterThan(numbers.length / 2)
})

describe('other words', () => {
  const font = fontkit.openSync(`${folder}Arimo-Regular.ttf`) as fontkit.Font
  const shapes = new NumberShapes((text) => font.layout(text))
  for (const number of numbers) shapes.compose(number)

  test.each(['week', '7', '12', 'W12', 'facade!', '1st', '12-14', '1,000', '½', '12:30', '１２３'])(
    '%s is left alone',
    (word) => expect(shapes.compose(word)).toBeNull(),
  )
})

test('a font whose digits mean more to each other is found out', () => {
  const font = fontkit.openSync(`${folder}Arimo-Regular.ttf`) as fontkit.Font
  // As a font that raises the stop between two digits.
  const shapes = new NumberShapes((text) => {
    const run = font.layout(text)
    const stop = /\d\.\d/.exec(text)
    if (stop) run.positions[stop.index + 1]!.yOffset = 200
    return run
  })
  for (const number of numbers) {
    const shape = shapes.compose(number)
    if (shape) expect(number).not.toMatch(/\d\.\d/)
  }
})
