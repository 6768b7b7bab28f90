/** Lengths on slides. */

/** A length in inches, to the thousandth: what slides are placed with. */
export const inch = (length: number): number => Math.round(length * 1000) / 1000
