/** Contrast of two colours, as WCAG 2.2 counts it (relative luminance, success criterion 1.4.3). */

import type { Log } from '../../diagnostics.js'
import type { DeckStyle } from '../../template/deck-style.js'

/** Contrast of text with the ground that WCAG 2.2 asks for (1.4.3, level AA); lines and bars need only 3:1 (1.4.11), but share the colours of text. */
const leastContrast = 4.5

/** Reports `deck-contrast-low` for every colour of words that the back row could not tell from the ground. */
export function reportContrast({ scheme, schemes }: DeckStyle, log: Log): void {
  const colours = schemes[scheme]
  for (const role of ['ink', 'quiet', 'accent', 'accent2'] as const) {
    const ratio = contrast(colours[role], colours.ground)
    if (ratio < leastContrast)
      log.report('deck-contrast-low', null, { scheme, role, colour: colours[role], ground: colours.ground, ratio })
  }
}

/** 1 to 21. Colours as RRGGBB. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** True for a ground on which text is light: black would have less contrast with it than white. */
export const isDark = (ground: string): boolean => contrast(ground, 'FFFFFF') > contrast(ground, '000000')

function luminance(colour: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
