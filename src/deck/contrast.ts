/** Contrast of two colours, as WCAG 2.2 counts it (relative luminance, success criterion 1.4.3). */

import type { Log } from '../diagnostics.js'
import type { DeckStyle } from '../template/deck-style.js'

/** Contrast of text with the ground that WCAG 2.2 asks for (1.4.3, level AA). */
const leastContrast = 4.5

/** Reports `deck-contrast-low` for every colour of words that the back row could not tell from the ground. */
export function reportContrast({ colours }: DeckStyle, log: Log): void {
  for (const role of ['ink', 'quiet', 'accent', 'accent2'] as const) {
    const ratio = contrast(colours[role], colours.ground)
    if (ratio < leastContrast)
      log.report('deck-contrast-low', null, { role, colour: colours[role], ground: colours.ground, ratio })
  }
}

/** 1 to 21. Colours as RRGGBB. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
