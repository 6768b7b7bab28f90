/** Paper sizes by name, in mm, portrait. ISO 216 (A, B) and ANSI/ASME Y14.1 (Letter, Legal). */
export const papers = {
  a4: [210, 297],
  letter: [215.9, 279.4],
  a5: [148, 210],
  b5: [176, 250],
  legal: [215.9, 355.6],
} as const satisfies Record<string, readonly [number, number]>

export type PaperName = keyof typeof papers

/** Points (1/72 in) of a length in mm. */
export const mm = (length: number): number => (length * 72) / 25.4
