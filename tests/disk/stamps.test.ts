/** Stamps: what was there, and whether it still is. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  entriesIn,
  filesAlone,
  holds,
  Listings,
  type Stamp,
  stampFile,
  stampLink,
  stampNames,
  stampSearched,
} from '../../src/disk/stamps.js'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cold-recall-stamps-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const later = () => Date.now() + 60_000
const again = (stamp: Stamp, began = later()) => holds(cwd, stamp, began)

describe('a file', () => {
  const stamped = (words: string) => {
    writeFileSync(join(cwd, 'a.md'), words)
    return stampFile(cwd, 'a.md', words) as Stamp
  }

  test('holds when it was touched, and not when it has other words of the same length', () => {
    const stamp = stamped('open')
    expect(again(stamp)).toBe(true)
    utimesSync(join(cwd, 'a.md'), 1, 1)
    expect(again(stamp)).toBe(true)
    writeFileSync(join(cwd, 'a.md'), 'shut')
    expect(again(stamp)).toBe(false)
  })

  test('is read when it was changed so shortly before the run that it may have been changed again in the same tick', () => {
    const stamp = { ...stamped('open'), digest: 'otherwise' } as Stamp
    expect(again(stamp, Date.now() + 1000)).toBe(false)
    expect(again(stamp)).toBe(true)
  })

  test('holds no longer when it is gone, or a folder', () => {
    const stamp = stamped('open')
    rmSync(join(cwd, 'a.md'))
    expect(again(stamp)).toBe(false)
    mkdirSync(join(cwd, 'a.md'))
    expect(again(stamp)).toBe(false)
  })
})

describe('the names in a folder', () => {
  const files = (...names: string[]) => {
    for (const name of names) writeFileSync(join(cwd, 'f', name), '')
  }
  const searched = () => stampSearched(cwd, 'f', entriesIn(join(cwd, 'f')))
  beforeEach(() => {
    mkdirSync(join(cwd, 'f'))
    files('notes.md', 'recall.md')
  })

  test('hold when a file in it was edited, and not when one comes, goes or is renamed', () => {
    for (const stampOf of [searched, () => stampNames(cwd, 'f')]) {
      const stamp = stampOf()
      files('notes.md')
      expect(again(stamp)).toBe(true)
      files('more.md')
      expect(again(stamp)).toBe(false)
      rmSync(join(cwd, 'f', 'more.md'))
      expect(again(stamp)).toBe(true)
      rmSync(join(cwd, 'f', 'notes.md'))
      expect(again(stamp)).toBe(false)
      files('notes.md')
    }
  })

  test.each(['notes.md', 'a name with spaces and 100%', 'x'.repeat(200)])(
    'do not hold when the file "%s" becomes a folder',
    (name) => {
      files(name)
      const stamp = searched()
      rmSync(join(cwd, 'f', name))
      mkdirSync(join(cwd, 'f', name))
      expect(again(stamp)).toBe(false)
      rmSync(join(cwd, 'f', name), { recursive: true })
      files(name)
      expect(again(stamp)).toBe(true)
    },
  )

  test('do not hold when a link comes in the place of a file or a folder', () => {
    mkdirSync(join(cwd, 'f/g'))
    for (const name of ['notes.md', 'g']) {
      const stamp = searched()
      renameSync(join(cwd, 'f', name), join(cwd, name))
      symlinkSync(join('..', name), join(cwd, 'f', name))
      expect(again(stamp)).toBe(false)
      expect(again(searched())).toBe(true)
    }
  })

  test('do not hold when a link leads to a folder and no longer to a file', () => {
    mkdirSync(join(cwd, 'g'))
    symlinkSync('../a.md', join(cwd, 'f', 'link'))
    const stamp = searched()
    rmSync(join(cwd, 'f', 'link'))
    symlinkSync('../g', join(cwd, 'f', 'link'))
    expect(again(stamp)).toBe(false)
  })

  test('are told apart however they are parted', () => {
    const lists = [['a'], ['a', 'b'], ['ab'], ['a:b'], ['a b'], ['a%20b'], ['a%b'], []]
    const stamps = lists.map((names) => {
      rmSync(join(cwd, 'f'), { recursive: true })
      mkdirSync(join(cwd, 'f'))
      files(...names)
      return JSON.stringify(searched())
    })
    expect(new Set(stamps).size).toBe(lists.length)
  })

  test('of a folder that is gone are none, and those of one that is empty are others', () => {
    rmSync(join(cwd, 'f'), { recursive: true })
    const gone = stampNames(cwd, 'f')
    expect(again(gone)).toBe(true)
    mkdirSync(join(cwd, 'f'))
    expect(again(gone)).toBe(false)
  })

  test('without hidden ones, where sheets are looked for; with them, where one is missed', () => {
    const [shown, all] = [searched(), stampNames(cwd, 'f')]
    files('.recall.md.swp')
    expect([again(shown), again(all)]).toEqual([true, false])
  })

  test('are counted where they are of files alone and are kept as they are', () => {
    expect(filesAlone(searched())).toBe(2)
    files('.hidden', 'more.md')
    expect(filesAlone(searched())).toBe(3)
    mkdirSync(join(cwd, 'f', 'deeper'))
    expect(filesAlone(searched())).toBeNull()
    rmSync(join(cwd, 'f', 'deeper'), { recursive: true })
    files('a name with spaces')
    expect(filesAlone(searched())).toBe(4)
    // Together longer than what is kept as it is.
    for (let n = 0; n < 100; n++) files(`${n}${'x'.repeat(200)}`)
    expect(filesAlone(searched())).toBeNull()
  })

  test('are remembered by who looks into several folders', () => {
    const listings = new Listings()
    expect(holds(cwd, searched(), later(), listings)).toBe(true)
    files('more.md')
    const names = (folder: string) => listings.of(join(cwd, folder)).map(({ name }) => name)
    expect(names('f').sort()).toEqual(['notes.md', 'recall.md'])
    expect(names('.')).toEqual(['f'])
  })
})

describe('where a link leads', () => {
  test('holds until that is elsewhere, also when it was nowhere', () => {
    const link = (to: string) => {
      rmSync(join(cwd, 'link'), { force: true })
      symlinkSync(to, join(cwd, 'link'))
    }
    link('a.md')
    const nowhere = stampLink(cwd, 'link')
    expect(again(nowhere)).toBe(true)
    writeFileSync(join(cwd, 'a.md'), '')
    expect(again(nowhere)).toBe(false)
    const there = stampLink(cwd, 'link')
    writeFileSync(join(cwd, 'a.md'), 'words')
    expect(again(there)).toBe(true)
    writeFileSync(join(cwd, 'b.md'), 'words')
    link('b.md')
    expect(again(there)).toBe(false)
  })
})
