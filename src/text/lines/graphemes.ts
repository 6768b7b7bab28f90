/** Letters as people count them: a base with its marks, an emoji with its parts (UAX 29, grapheme clusters). */

/** Made when a text needs it, which takes some 10 ms. */
let segmenter: Intl.Segmenter | null = null

/** Units segmented at a time: every segment that V8 returns keeps a copy of the text it was cut from. */
const window = 256

/** Letters, digits and signs of Latin texts, which join with nothing. */
const lone = /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]*$/

/** The grapheme clusters of a text, in order; joined they are the text. */
export function graphemesOf(text: string): string[] {
  if (lone.test(text)) return text.split('')
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  const clusters: string[] = []
  let at = 0
  let reach = window
  while (at < text.length) {
    const part = text.slice(at, at + reach)
    const found = Array.from(segmenter.segment(part), ({ segment }) => segment)
    const whole = at + part.length >= text.length
    // The last cluster of a window may go on behind it: it begins the next one, which is longer when it filled this one.
    const taken = whole ? found : found.slice(0, -1)
    reach = taken.length === 0 ? reach * 2 : window
    for (const cluster of taken) {
      clusters.push(cluster)
      at += cluster.length
    }
  }
  return clusters
}
