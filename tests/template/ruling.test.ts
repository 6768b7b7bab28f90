/** Rulings by name and by number. */
import { expect, test } from 'vitest'
import { readRuling, rows, rulings } from '../../src/template/ruling.js'
import { workbookStyle } from '../../src/template/workbook-style.js'
import { classicTemplate } from '../template.js'

test.each([
  ['narrow', 6.35, 'none'],
  ['college', 7.1, 'none'],
  ['standard', 8, 'none'],
  ['Wide', 8.7, 'none'],
  ['large', 10, 'none'],
  ['7.1', 7.1, 'none'],
  ['9 mm', 9, 'none'],
  ['9mm', 9, 'none'],
  ['seyes', 8, 'seyes'],
  ['Seyès', 8, 'seyes'],
  ['lineatur', 16, 'lineatur'],
  ['primary', 15, 'primary'],
  ['primary 12', 12, 'primary'],
  ['primary-12', 12, 'primary'],
  ['primary12mm', 12, 'primary'],
  ['seyes 10 mm', 10, 'seyes'],
])('%s', (words, pitch, guides) => {
  expect(readRuling(words)).toEqual({ pitch, guides })
})

test.each(['', 'collage', '4.9', '21', '8 cm', '-8', 'college 9', 'primary 40', '8,7', 'none'])(
  'no ruling: "%s"',
  (words) => {
    expect(readRuling(words)).toBeNull()
  },
)

test('all rulings are within their bounds, and lines within their row', () => {
  for (const [name, ruling] of Object.entries(rulings)) expect(readRuling(name)).toEqual(ruling)
  for (const { base, guides } of Object.values(rows))
    for (const at of [base, ...guides.map((guide) => guide.at)]) {
      expect(at).toBeGreaterThan(0)
      expect(at).toBeLessThanOrEqual(1)
    }
})

test('a template names its ruling, or gives distance and guide lines apart', () => {
  const { workbook } = classicTemplate()
  const ruled = (ruling: object) => {
    const { weight, ink } = workbook.ruling
    return workbookStyle.safeParse({ ...workbook, ruling: { weight, ink, ...ruling } })
  }
  expect(ruled({ pitch: 'primary' }).data?.ruling).toMatchObject({ pitch: 15, guides: 'primary' })
  expect(ruled({ pitch: 'primary 12' }).data?.ruling).toMatchObject({ pitch: 12, guides: 'primary' })
  expect(ruled({ pitch: 9, guides: 'seyes' }).data?.ruling).toMatchObject({ pitch: 9, guides: 'seyes' })
  expect(ruled({ pitch: 9 }).data?.ruling).toMatchObject({ pitch: 9, guides: 'none' })
  for (const wrong of [{ pitch: 'collage' }, { pitch: 4 }, { pitch: 9, guides: 'lines' }, { pitch: 9, color: 1 }])
    expect(ruled(wrong).success).toBe(false)
})
