import { describe, expect, it } from 'vitest'
import { runSheet } from './run.js'
import { sheetOfNumber } from './sheets.js'

/**
 * `FUZZ_RUNS=10000 npx vitest run --config tests/vitest.config.ts tests/fuzz` runs so many; `FUZZ_FROM=4711 FUZZ_RUNS=1` repeats the one
 * that a failure names.
 */
const runs = Number(process.env.FUZZ_RUNS ?? 150)
const from = Number(process.env.FUZZ_FROM ?? 0)
/** Of the examples of the spec and the mutated sheets alike, whatever the number of runs. */
const step = process.env.FUZZ_RUNS === undefined ? 67 : 1

describe('any sheet, from its text to the bytes of both files', () => {
  const totals = { built: 0, refused: 0, megabytes: 0 }

  it(`${runs} sheets neither stop it nor lose a word`, { timeout: 3_600_000 }, async () => {
    const faults: unknown[] = []
    for (let i = 0; i < runs; i++) {
      const n = from + i * step
      const text = sheetOfNumber(n)
      try {
        const { outcome, lost, bytes } = await runSheet(text)
        totals[outcome]++
        totals.megabytes += bytes / 1e6
        if (lost.length > 0) faults.push({ n, lost, text: text.slice(0, 300) })
      } catch (error) {
        faults.push({ n, error: error instanceof Error ? error.stack : error, text: text.slice(0, 300) })
      }
    }
    expect(totals.built).toBeGreaterThan(runs / 2)
    expect(faults).toEqual([])
  })
})
