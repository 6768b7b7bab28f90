import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flow, sidesOfFlow } from '../../../src/workbook/prose/flow.js'
import { kept, paragraphOf, room, type Strip } from '../../../src/workbook/prose/strips.js'

const sides = { fresh: 0, bottom: 10 }

/** Strips of these heights, named "a", "b" …; what is drawn stands in `drawn`, a line a side. */
function made(heights: readonly number[]) {
  const drawn: string[] = ['']
  const strips = heights.map(
    (height, i): Strip => ({
      height,
      draw: () => {
        drawn.push(`${drawn.pop()}${String.fromCharCode(97 + i)}`)
      },
    }),
  )
  const run = (flowing: readonly Strip[], top = 0) => {
    const turn = () => {
      drawn.push('')
      return sides.fresh
    }
    flow(flowing, top, sides, turn, () => ({ left: 0, text: 0, right: 100 }))
    return drawn
  }
  return { strips, run }
}

describe('strips', () => {
  test('turn a side where the next one does not fit', () => {
    const { strips, run } = made([4, 4, 4])
    expect(run(strips)).toEqual(['ab', 'c'])
  })

  test('are drawn once more when they are said again', () => {
    const { strips, run } = made([2, 4, 4, 4])
    const [again, ...rest] = strips as [Strip, ...Strip[]]
    expect(run(rest.map((strip) => ({ ...strip, again })))).toEqual(['bc', 'ad'])
  })

  test('that stay together do', () => {
    const { strips, run } = made([4, 4, 4])
    expect(run([strips[0]!, ...kept([strips[1]!]), strips[2]!])).toEqual(['a', 'bc'])
  })

  test('that stay together but are higher than a side are torn', () => {
    const { strips, run } = made([4, 4, 4])
    expect(run(kept(strips))).toEqual(['ab', 'c'])
  })

  test('leave air out at the top of a further side', () => {
    const { strips, run } = made([8, 4, 4])
    expect(run([strips[0]!, room(3), strips[1]!, strips[2]!])).toEqual(['a', 'bc'])
  })
})

describe('the lines of a paragraph', () => {
  test.each([
    [1, 9, ['a']],
    [2, 9, ['', 'ab']],
    [3, 9, ['', 'abc']],
    [3, 8, ['', 'abc']],
    [4, 8, ['ab', 'cd']],
    [4, 7, ['ab', 'cd']],
    [5, 7, ['abc', 'de']],
    [5, 9, ['', 'abcde']],
  ])('%i from height %i on stand by two', (count, top, expected) => {
    const { strips, run } = made(Array.from({ length: count }, () => 1))
    expect(run(paragraphOf(strips), top)).toEqual(expected)
  })
})

test('any strips: each is drawn once, in order, on as many sides as are counted; no line of a paragraph stands alone', () => {
  const paragraphs = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(paragraphs, fc.integer({ min: 0, max: 9 }), (heights, top) => {
      const { strips, run } = made(heights.flat())
      let at = 0
      const flowing = heights.flatMap((lines) => {
        at += lines.length
        return paragraphOf(strips.slice(at - lines.length, at))
      })
      const drawn = run(flowing, top)
      expect(drawn.join('')).toBe(strips.map((_, i) => String.fromCharCode(97 + i)).join(''))
      expect(sidesOfFlow(flowing, top, sides)).toBe(drawn.length)
      let first = 0
      for (const lines of heights) {
        const total = lines.reduce((sum, line) => sum + line, 0)
        const letters = lines.map((_, i) => String.fromCharCode(97 + first + i))
        first += lines.length
        if (lines.length < 2 || total > 9) continue
        for (const side of drawn) expect(letters.filter((letter) => side.includes(letter))).not.toHaveLength(1)
      }
    }),
    { numRuns: 500 },
  )
})
