import { describe, expect, it } from 'vitest'
import { Progress, wantsProgress } from '../../../src/commands/building/progress.js'

/** A terminal of one line, and a clock that is set by hand. */
function terminal() {
  let line = ''
  let now = 0
  const lines: string[] = []
  const stderr = {
    isTTY: true,
    write(text: string) {
      // "\r" goes back, "\x1b[K" takes away what stands behind.
      line = text.slice(text.lastIndexOf('\r') + 1).replace('\x1b[K', '')
      lines.push(line)
    },
  }
  const progress = new Progress({ stderr, now: () => new Date(now) })
  return {
    progress,
    lines,
    at(ms: number, weeks: number, of: number) {
      now = ms
      progress.done(weeks, of)
      return line
    },
  }
}

describe('Progress', () => {
  it('says weeks, rate and time left', () => {
    const { at } = terminal()
    expect(at(500, 0, 52)).toBe('')
    expect(at(1000, 4, 52)).toBe('[##··················] 4 of 52 weeks, 4 a second, 12 s left')
    expect(at(6500, 26, 52)).toBe('[##########··········] 26 of 52 weeks, 4 a second, 7 s left')
    expect(at(13_000, 52, 52)).toBe('[####################] 52 of 52 weeks, 4 a second, 0 s left')
    expect(terminal().at(60_000, 1, 4)).toContain('0.017 a second, 3 min 0 s left')
  })

  it('says nothing of what is over in a second', () => {
    const { at, lines, progress } = terminal()
    for (let week = 0; week <= 10; week++) at(week * 99, week, 10)
    progress.end()
    expect(lines).toEqual([])
  })

  it('is written ten times a second at most', () => {
    const { at, lines } = terminal()
    for (let ms = 1; ms <= 2000; ms++) at(ms, ms, 4000)
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.length).toBeLessThanOrEqual(20)
  })

  it('is gone at the end', () => {
    const { at, lines, progress } = terminal()
    at(1000, 1, 10)
    progress.end()
    progress.end()
    expect(lines).toHaveLength(2)
    expect(lines.at(-1)).toBe('')
  })
})

it('wantsProgress is for people at a terminal that can take a line back', () => {
  const wants = (env: Record<string, string>, { quiet = false, isTTY = true } = {}) =>
    wantsProgress({ stderr: { write: () => {}, isTTY }, env }, quiet)
  expect(wants({ TERM: 'xterm' })).toBe(true)
  expect(wants({})).toBe(true)
  expect(wants({ TERM: 'dumb' })).toBe(false)
  expect(wants({ CI: 'true' })).toBe(false)
  expect(wants({}, { quiet: true })).toBe(false)
  expect(wants({}, { isTTY: false })).toBe(false)
})
