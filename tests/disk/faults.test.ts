/** Faults of the disk while results are written or sheets are read: what stood there stays, and nothing of ours is left. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { drive } from '../../src/disk/drive.js'
import { readBounded } from '../../src/disk/read.js'
import { writeOutputs } from '../../src/disk/write.js'

let cwd: string
let log: Log
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cold-recall-faults-'))
  log = new Log()
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(cwd, { recursive: true, force: true })
})

const names = ['w/workbook.pdf', 'w/deck.pptx', 'w/key.pdf'] as const
const write = (words: string) =>
  writeOutputs(
    cwd,
    'out',
    names.map((path) => ({ path, bytes: new TextEncoder().encode(`${words} ${path}`) })),
    log,
  )
/** Everything below `out`, hidden files too. */
const standing = () =>
  Object.fromEntries(
    (existsSync(join(cwd, 'out/w')) ? readdirSync(join(cwd, 'out/w')) : []).map((name) => [
      `w/${name}`,
      readFileSync(join(cwd, 'out/w', name), 'utf8'),
    ]),
  )
const said = () => log.messages.map(({ code, reason }) => `${code}: ${reason}`)
const fault = (code: string) => Object.assign(new Error(code), { code })
/** Lets one step of the drive fail from the n-th time on. */
function failFrom(step: 'write' | 'rename', n: number, code: string) {
  const real = drive[step] as (a: string, b: never) => void
  let times = 0
  vi.spyOn(drive, step).mockImplementation((a: string, b: unknown) => {
    if (++times >= n) throw fault(code)
    real(a, b as never)
  })
}

const reasons: Record<string, string> = {
  ENOSPC: 'no room on the disk',
  EROFS: 'the disk is read-only',
  EACCES: 'permission denied',
  EBUSY: 'in use by another program',
}

describe.each(Object.entries(reasons))('when the disk says %s', (code, reason) => {
  test.each([1, 2, 3])('at the write of file %i, all are as they were', (n) => {
    write('old')
    const before = standing()
    failFrom('write', n, code)
    expect(write('new').written).toEqual([])
    expect(standing()).toEqual(before)
    expect(said()).toEqual([`file-unwritable: Could not write "out/${names[n - 1]}": ${reason}`])
  })

  test.each([1, 2, 3])('at the renaming of file %i, all are as they were', (n) => {
    write('old')
    const before = standing()
    failFrom('rename', n, code)
    expect(write('new').written).toEqual([])
    expect(standing()).toEqual(before)
    expect(said()).toEqual([`file-unwritable: Could not write "out/${names[n - 1]}": ${reason}`])
  })

  test.each(['write', 'rename'] as const)('at a first %s, nothing is left', (step) => {
    failFrom(step, 2, code)
    expect(write('new').written).toEqual([])
    expect(standing()).toEqual({})
  })
})

test('a file is written half by a disk that is full, and not taken for whole', () => {
  write('old')
  const before = standing()
  const real = drive.write
  vi.spyOn(drive, 'write').mockImplementation((path, bytes) => {
    real(path, [...bytes].slice(0, 3))
    throw fault('ENOSPC')
  })
  write('new')
  expect(standing()).toEqual(before)
})

describe('a file whose pieces are made while it is written', () => {
  function* pieces(words: string, end = () => {}) {
    for (const word of words.split(' ')) yield new TextEncoder().encode(`${word} `)
    end()
  }
  const writePieces = (words: string, end?: () => void) =>
    writeOutputs(cwd, 'out', [{ path: 'w/booklet.pdf', bytes: pieces(words, end) }], log)

  test('is written, and left alone where it has the same bytes', () => {
    expect(writePieces('one two')).toEqual({ written: ['out/w/booklet.pdf'], unchanged: [] })
    const { mtimeNs } = statSync(join(cwd, 'out/w/booklet.pdf'), { bigint: true })
    expect(writePieces('one two')).toEqual({ written: [], unchanged: ['out/w/booklet.pdf'] })
    expect(statSync(join(cwd, 'out/w/booklet.pdf'), { bigint: true }).mtimeNs).toBe(mtimeNs)
    expect(standing()).toEqual({ 'w/booklet.pdf': 'one two ' })
  })

  test.each(['one', 'one two three', 'one two', 'one six'])('is written where other bytes stand there: %s', (other) => {
    writePieces(other)
    const { written, unchanged } = writePieces('one ten')
    expect([written.length, unchanged.length]).toEqual([1, 0])
    expect(standing()).toEqual({ 'w/booklet.pdf': 'one ten ' })
  })

  test('is told from one that differs behind what is compared at once', () => {
    const long = 'word '.repeat(200_000)
    writePieces(`${long}one`)
    expect(writePieces(`${long}one`).unchanged).toHaveLength(1)
    expect(writePieces(`${long}two`).written).toHaveLength(1)
    expect(standing()['w/booklet.pdf']?.endsWith('two ')).toBe(true)
  })

  test('stays as it was where the disk fills while they are made', () => {
    writePieces('old')
    const { fault: where } = writePieces('new words', () => {
      throw fault('ENOSPC')
    })
    expect(where).toBe('everywhere')
    expect(standing()).toEqual({ 'w/booklet.pdf': 'old ' })
    expect(said()).toEqual(['file-unwritable: Could not write "out/w/booklet.pdf": no room on the disk'])
  })
})

test('a file that another program has for a moment is written when it lets go', () => {
  write('old')
  const real = drive.rename
  let times = 0
  vi.spyOn(drive, 'rename').mockImplementation((from, to) => {
    if (++times <= 2) throw fault('EPERM')
    real(from, to)
  })
  expect(write('new').written).toHaveLength(3)
  expect(said()).toEqual([])
})

describe.skipIf(process.platform === 'win32')('an old file that is replaced', () => {
  /** Held files by what they hold when they are let go. */
  const spyOnHeld = () => {
    const letGo: string[] = []
    const real = drive.letGo
    vi.spyOn(drive, 'letGo').mockImplementation((handle) => {
      letGo.push(readFileSync(handle, 'utf8'))
      real(handle)
    })
    return letGo
  }

  test('is held until the new ones are in place, so that its room need not be given back before', () => {
    write('old')
    const letGo = spyOnHeld()
    const rename = vi.spyOn(drive, 'rename')
    write('new')
    expect(letGo).toEqual(names.map((path) => `old ${path}`))
    expect(rename).toHaveBeenCalledTimes(3)
    expect(Math.max(...rename.mock.invocationCallOrder)).toBeLessThan(
      Math.min(...vi.mocked(drive.letGo).mock.invocationCallOrder),
    )
  })

  test('is let go where the new one cannot be written', () => {
    write('old')
    const letGo = spyOnHeld()
    failFrom('write', 2, 'ENOSPC')
    write('new')
    expect(letGo).toEqual(names.slice(0, 2).map((path) => `old ${path}`))
  })

  test('is held with few others, since not many may be open at once', () => {
    const files = (text: string) =>
      Array.from({ length: 100 }, (_, i) => ({ path: `${i}.pdf`, bytes: new TextEncoder().encode(`${text} ${i}`) }))
    writeOutputs(cwd, 'many', files('old'), new Log())
    const letGo = spyOnHeld()
    writeOutputs(cwd, 'many', files('new'), new Log())
    expect(letGo.length).toBeGreaterThan(0)
    expect(letGo.length).toBeLessThan(30)
  })

  test('is not held where nothing changes', () => {
    write('old')
    const hold = vi.spyOn(drive, 'hold')
    write('old')
    expect(hold).not.toHaveBeenCalled()
  })
})

test('where files have no second names, the old ones are copied', () => {
  write('old')
  const before = standing()
  failFrom('rename', 3, 'EXDEV')
  vi.spyOn(drive, 'keep').mockImplementation((from, to) => writeFileSync(to, readFileSync(from)))
  write('new')
  expect(standing()).toEqual(before)
})

test('what a killed run of the same number left is swept away, as in a container', () => {
  mkdirSync(join(cwd, 'out/w'), { recursive: true })
  writeFileSync(join(cwd, `out/w/.gone.pdf.cold-recall-${process.pid}.tmp`), 'half')
  write('new')
  expect(Object.keys(standing()).sort()).toEqual([...names].sort())
})

describe('a file that changes while it is read', () => {
  const path = () => join(cwd, 'sheet.md')

  test('is read again when it came to rest', () => {
    writeFileSync(path(), 'old')
    let times = 0
    const bytes = readBounded(path(), 100, (handle) => {
      const read = readFileSync(handle)
      if (++times === 1) writeFileSync(path(), 'new words')
      return read
    })
    expect(String(bytes)).toBe('new words')
  })

  test('is a fault when it does not', () => {
    writeFileSync(path(), '')
    const reading = () =>
      readBounded(path(), 1000, (handle) => {
        const read = readFileSync(handle)
        writeFileSync(path(), 'more', { flag: 'a' })
        return read
      })
    expect(reading).toThrow('another program is writing it')
  })
})
