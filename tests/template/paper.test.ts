import { describe, expect, test } from 'vitest'
import { knownPaper, paperOf } from '../../src/template/paper.js'

describe('paper', () => {
  test.each([
    ['a4', [210, 297]],
    ['Letter', [215.9, 279.4]],
    ['190x270mm', [190, 270]],
    ['190 × 270 mm', [190, 270]],
    ['21x29.7cm', [210, 297]],
    ['8.5x11in', [215.9, 279.4]],
  ])('%s is a size in mm', (words, size) => {
    knownPaper(words).size.forEach((side, i) => expect(side).toBeCloseTo(size[i] ?? 0, 6))
    expect(knownPaper(words).printed).toHaveLength(1)
  })

  test.each(['a7', '', 'toString', '190x270', '99x200mm', '200x451mm', '1e2x200mm', '-190x270mm', '190x270pt'])(
    '%j is none',
    (words) => expect(paperOf(words)).toBeNull(),
  )

  test('both is as narrow as A4, as low as Letter, and printed on each', () => {
    const { size, printed } = knownPaper('both')
    expect(size).toEqual([210, 279.4])
    expect(printed.map(({ name }) => name)).toEqual(['a4', 'letter'])
    for (const paper of printed) size.forEach((side, i) => expect(side).toBeLessThanOrEqual(paper.size[i] ?? 0))
  })
})
