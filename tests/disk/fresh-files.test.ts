/** Files of which an event has told are looked at once more. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FreshFiles } from '../../src/disk/fresh-files.js'

let folder: string
let file: string
let told: string[]
let fresh: FreshFiles
beforeEach(() => {
  vi.useFakeTimers()
  folder = mkdtempSync(join(tmpdir(), 'cold-recall-fresh-'))
  file = join(folder, 'a.md')
  told = []
  fresh = new FreshFiles({ changed: () => told.push('changed'), begun: () => told.push('begun') })
})
afterEach(() => {
  fresh.end()
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

/** Something is done to the file, of which an event tells. */
const save = (text: string) => {
  writeFileSync(file, text)
  fresh.event(file)
}

describe('a file of which an event has told', () => {
  test('is told of at once, and no more where it stays as it was', () => {
    save('one')
    expect(told).toEqual(['changed'])
    vi.advanceTimersByTime(5000)
    expect(told).toEqual(['changed'])
  })

  test('is told of again when more was written and no event told of that', () => {
    save('one')
    vi.advanceTimersByTime(30)
    writeFileSync(file, 'one and two')
    vi.advanceTimersByTime(40)
    expect(told).toEqual(['changed', 'changed'])
  })

  test('is told of when it is gone, also a moment later', () => {
    fresh.event(file)
    expect(told).toEqual(['changed'])
    save('one')
    rmSync(file)
    vi.advanceTimersByTime(100)
    expect(told).toEqual(['changed', 'changed', 'changed'])
  })

  test('that is empty is told of as soon as it holds something', () => {
    save('')
    vi.advanceTimersByTime(100)
    fresh.event(file)
    expect(told).toEqual(['begun'])
    writeFileSync(file, 'one')
    vi.advanceTimersByTime(20)
    expect(told).toEqual(['begun', 'changed'])
  })

  test('that is emptied where no event tells of it, is told of as soon as it holds something again', () => {
    save('one')
    vi.advanceTimersByTime(30)
    writeFileSync(file, '')
    vi.advanceTimersByTime(100)
    expect(told).toEqual(['changed', 'begun'])
    writeFileSync(file, 'one and two')
    vi.advanceTimersByTime(20)
    expect(told).toEqual(['changed', 'begun', 'changed'])
  })

  test('that stays empty is meant to be so', () => {
    save('')
    vi.advanceTimersByTime(250)
    expect(told).toEqual(['begun'])
    vi.advanceTimersByTime(100)
    expect(told).toEqual(['begun', 'changed'])
    vi.advanceTimersByTime(5000)
    expect(told).toEqual(['begun', 'changed'])
  })

  test('is known as it was told of, and while it is empty, however it looks', () => {
    save('one')
    expect(fresh.isKnown(file, undefined)).toBe(false)
    vi.advanceTimersByTime(100)
    save('')
    expect(fresh.isKnown(file, 'any')).toBe(true)
  })
})

test('a folder is told of', () => {
  const inner = join(folder, 'week-1')
  mkdirSync(inner)
  fresh.event(inner)
  vi.advanceTimersByTime(100)
  expect(told).toEqual(['changed'])
})
