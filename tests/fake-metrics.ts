import type { Metrics } from '../src/text/metrics.js'

/** Every letter is half an em wide, so that breaks in golden files can be counted by hand and never move with a font. */
export const fakeMetrics: Metrics = {
  width: (text, _face, size) => [...text].length * size * 0.5,
  vertical: () => ({ ascent: 0.8, descent: 0.2, capHeight: 0.7, xHeight: 0.5 }),
  pieces: (text) => (text === '' ? [] : [{ text, font: 'face' }]),
  missing: () => [],
}
