/** What a watch has made is looked after. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Keeper } from '../../../src/commands/watching/keeper.js'
import { stampKnown } from '../../../src/disk/stamps.js'

let cwd: string
let keeper: Keeper
const deck = 'out/week-1/deck.pptx'
const workbook = 'out/week-1/workbook.pdf'
const manifest = 'out/recall-manifest.json'
const prints = 'out/recall-prints.json'
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}
const remove = (path: string) => rmSync(join(cwd, path), { recursive: true })
/** A build that makes both files. */
const build = () => {
  for (const path of [deck, workbook, manifest]) write(path, 'made')
  keeper.keep({ out: 'out', outputs: [deck, workbook].flatMap((path) => stampKnown(cwd, path, '') ?? []) })
}
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cold-recall-keeper-'))
  keeper = new Keeper(cwd)
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

test('nothing is missed before a build has left something, or when all is as it was left', () => {
  expect(keeper.misses()).toBe(false)
  build()
  expect(keeper.misses()).toBe(false)
  expect(keeper.regained()).toBe('')
})

describe('a file that is gone', () => {
  beforeEach(() => {
    build()
    remove(deck)
  })

  test('is missed, and named when it is there again', () => {
    expect(keeper.misses()).toBe(true)
    build()
    expect(keeper.regained()).toBe(`Made again, since it was gone: ${deck}.\n`)
    expect(keeper.misses()).toBe(false)
  })

  test('is missed once where no build brings it back, and again when one has', () => {
    expect(keeper.misses()).toBe(true)
    expect(keeper.regained()).toBe('')
    expect(keeper.misses()).toBe(false)
    build()
    remove(deck)
    expect(keeper.misses()).toBe(true)
  })
})

test('all files and the manifest are named when the folder was gone', () => {
  build()
  remove('out')
  expect(keeper.misses()).toBe(true)
  build()
  expect(keeper.regained()).toBe(`Made again, since they were gone: ${deck}, ${workbook}, ${manifest}.\n`)
})

describe('a file with something else in its place', () => {
  beforeEach(() => {
    build()
    write(deck, 'changed')
  })

  test('is missed, and named when it is as it was made', () => {
    expect(keeper.misses()).toBe(true)
    build()
    expect(keeper.regained()).toBe(`Made again, since it was changed by another program: ${deck}.\n`)
  })

  test('is not missed where another build made it, or is about to', () => {
    write('out/.recall-lock', '1')
    expect(keeper.misses()).toBe(false)
    remove('out/.recall-lock')
    write(manifest, 'of another')
    expect(keeper.misses()).toBe(false)
  })
})

test('a file that was only touched is looked at once', () => {
  build()
  utimesSync(join(cwd, deck), 1, 1)
  expect(keeper.misses()).toBe(true)
  expect(keeper.regained()).toBe('')
  expect(keeper.misses()).toBe(false)
})

describe('the record of prints', () => {
  test('is gone when it was seen before, also if it came after the build, and is told once', () => {
    build()
    expect(keeper.goneRecord).toBe(null)
    write(prints, '{}')
    expect(keeper.misses()).toBe(false)
    remove(prints)
    expect(keeper.misses()).toBe(true)
    expect(keeper.goneRecord).toBe(prints)
    keeper.regained()
    expect(keeper.misses()).toBe(false)
  })

  test('is not gone where none was', () => {
    build()
    remove('out')
    keeper.misses()
    build()
    expect(keeper.goneRecord).toBe(null)
  })
})
