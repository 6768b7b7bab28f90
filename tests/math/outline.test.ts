import { describe, expect, test } from 'vitest'
import { bolder, boundsOf, contoursOf, cut, matrixOf, moved, pathOf, times } from '../../src/math/outline.js'

const square = contoursOf('M0 0H100V100H0Z')

describe('path data', () => {
  test('of lines', () => {
    expect(pathOf(square)).toBe('M0 0L100 0L100 100L0 100Z')
    expect(pathOf(contoursOf('M0 0 10 0 10 5ZM20,20L30-5Z'))).toBe('M0 0L10 0L10 5ZM20 20L30 -5Z')
  })

  test('of quadratic curves becomes cubic, smooth ones mirror the point before', () => {
    expect(pathOf(contoursOf('M0 0Q30 60 60 0'))).toBe('M0 0C20 40 40 40 60 0Z')
    expect(pathOf(contoursOf('M0 0Q30 60 60 0T120 0'))).toBe(pathOf(contoursOf('M0 0Q30 60 60 0Q90 -60 120 0')))
    expect(pathOf(contoursOf('M0 0Q30 60 60 0T120 0T180 0'))).toBe(
      pathOf(contoursOf('M0 0Q30 60 60 0Q90 -60 120 0Q150 60 180 0')),
    )
    expect(pathOf(contoursOf('M0 0T60 0'))).toBe('M0 0C0 0 20 0 60 0Z')
    expect(pathOf(contoursOf('M0 0C1 2 3 4 5 6S7 8 9 10'))).toBe('M0 0C1 2 3 4 5 6C7 8 7 8 9 10Z')
  })

  test('that is not known throws', () => {
    expect(() => contoursOf('M0 0A1 1 0 0 0 5 5')).toThrow()
    expect(() => contoursOf('M0 0l5 5')).toThrow()
    expect(() => contoursOf('M0')).toThrow()
  })
})

test('transforms are done from the right', () => {
  expect(pathOf(moved(square, matrixOf('translate(10,20) scale(2)')))).toBe('M10 20L210 20L210 220L10 220Z')
  expect(pathOf(moved(square, matrixOf('scale(1,-1)')))).toBe('M0 0L100 0L100 -100L0 -100Z')
  expect(times(matrixOf('translate(5)'), matrixOf('matrix(1 2 3 4 5 6)'))).toEqual([1, 2, 3, 4, 10, 6])
  expect(() => matrixOf('skewX(5)')).toThrow()
})

test('what is cut stays inside, and is all of it when it was inside', () => {
  const frame = { left: 25, top: -50, right: 75, bottom: 50 }
  expect(boundsOf(cut(square, frame))).toEqual({ left: 25, top: 0, right: 75, bottom: 50 })
  expect(cut(square, { left: 200, top: 0, right: 300, bottom: 100 })).toEqual([])
  expect(boundsOf(cut(square, { left: -9, top: -9, right: 900, bottom: 900 }))).toEqual(boundsOf(square))
})

describe('bolder outlines', () => {
  test('are wider all around, and their holes narrower, whichever way they turn', () => {
    const frame = 'M0 0H100V100H0ZM20 20V80H80V20Z'
    const mirrored = pathOf(moved(contoursOf(frame), matrixOf('scale(1,-1)')))
    for (const path of [frame, mirrored]) {
      const [outer, inner] = bolder(contoursOf(path), 5)
      const size = (contour: typeof outer) => {
        const { left, top, right, bottom } = boundsOf([contour!])!
        return [right - left, bottom - top].map(Math.round)
      }
      expect([size(outer), size(inner)]).toEqual([
        [110, 110],
        [50, 50],
      ])
    }
  })

  test('stay finite where points meet or an outline turns back', () => {
    for (const path of ['M0 0L0 0L0 0Z', 'M0 0L100 0L0 0Z', 'M5 5Z', 'M0 0L50 0L50 0L50 50Z'])
      expect(pathOf(bolder(contoursOf(path), 5))).not.toMatch(/NaN|Infinity/)
  })
})
