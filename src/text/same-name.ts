/**
 * One name for all that some disk takes for the same: disks may tell apart neither case nor composition. "Straße" and "STRASSE" are one, "é" in one
 * character and in two.
 */
export const sameName = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase()
