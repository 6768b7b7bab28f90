import { execFileSync } from 'node:child_process'
import { Dirent, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { namesNear, readCited, readPicture } from '../../src/disk/cited.js'
import { programBuild, starterFiles } from '../../src/disk/package.js'
import { displayPath } from '../../src/disk/paths.js'
import { findSheets } from '../../src/disk/sheets.js'
import { Listings } from '../../src/disk/stamps.js'
import { templateShelf } from '../../src/disk/templates.js'
import { writeOutputs } from '../../src/disk/write.js'

let cwd: string
let log: Log
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cold-recall-'))
  log = new Log()
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const put = (path: string, text: string | Uint8Array = 'x') => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}
const find = (...paths: string[]) => findSheets(paths, { cwd, isSheet: (_text, path) => path.includes('recall') }, log)
const codes = () => log.messages.map((m) => m.code)

describe('findSheets', () => {
  it('finds sheets below folders, in order, and leaves sources, hidden and other files out', () => {
    for (const file of ['b/recall.md', 'a/recall.txt', 'a/notes.md', 'a/.git/recall.md', 'a/recall.pdf'])
      put(`content/${file}`)
    expect(find('content').map((s) => [s.file, s.path])).toEqual([
      ['content/a/recall.txt', 'a/recall.txt'],
      ['content/b/recall.md', 'b/recall.md'],
    ])
    expect(codes()).toEqual([])
  })

  it('takes a file that is named, whatever it is called, and each file once', () => {
    put('content/w/x.md')
    expect(find('content/w/x.md', 'content/w/x.md').map((s) => s.path)).toEqual(['w/x.md'])
  })

  it('shows the other sheets beside a file that is named, without a word of what is wrong with them', () => {
    put('content/w/x.md')
    put('content/w/recall-2.md')
    put('content/w/bad-recall.md', Uint8Array.of(0xff))
    put('content/w/notes.md')
    put('content/w/deeper/recall.md')
    expect(find('content/w/x.md').map((s) => [s.path, s.beside])).toEqual([
      ['w/x.md', undefined],
      ['w/recall-2.md', true],
    ])
    expect(find('content/w/x.md', 'content/w').filter((s) => s.beside)).toEqual([])
    log.messages.splice(0)
  })

  it('uses the folder given as root when it is not below content/', () => {
    put('elsewhere/w/recall.md')
    expect(find('elsewhere').map((s) => [s.file, s.path])).toEqual([['elsewhere/w/recall.md', 'w/recall.md']])
    expect(find('elsewhere/w/recall.md').map((s) => s.path)).toEqual(['recall.md'])
  })

  it('reports what is missing, not text, too large or outside, and goes on', () => {
    put('content/recall-ok.md')
    put('content/recall-bin.md', Uint8Array.of(0xff, 0xfe, 0))
    put('content/recall-big.md', 'x'.repeat(5_000_001))
    put('secret/recall.md')
    symlinkSync(join(cwd, 'secret'), join(cwd, 'content/leads-out'))
    expect(find('content', 'none').map((s) => s.path)).toEqual(['recall-ok.md'])
    expect(codes().sort()).toEqual(['file-missing', 'file-not-text', 'file-outside-content', 'file-too-large'])
  })

  it('passes over what is no sheet and cannot be read, with a warning', () => {
    put('content/recall.md')
    put('content/notes.md', Uint8Array.of(0xff))
    symlinkSync(join(cwd, 'nowhere.md'), join(cwd, 'content/latest.md'))
    symlinkSync(join(cwd, 'nowhere'), join(cwd, 'content/latest'))
    expect(find('content').map((s) => s.path)).toEqual(['recall.md'])
    expect(log.messages.map((m) => [m.code, m.severity, m.file])).toEqual([
      ['file-skipped', 'warning', 'content/latest.md'],
      ['file-skipped', 'warning', 'content/notes.md'],
    ])
  })

  it('says of documents what they are: an error when named or called Markdown, else a warning', () => {
    const word = Buffer.from('PK\u0003\u0004 word/document.xml', 'latin1')
    put('content/recall.docx', word)
    put('content/notes.docx', word)
    put('content/~$recall.docx', word)
    put('content/w/recall.docx', word)
    put('content/w/recall.md', word)
    put('content/w/monday-recall.md')
    expect(find('content', 'content/notes.docx').map((s) => s.path)).toEqual(['w/monday-recall.md'])
    expect(log.messages.map((m) => [m.code, m.place?.file, m.place?.start.line])).toEqual([
      ['file-is-document', 'content/w/recall.md', 1],
      ['file-skipped', 'content/recall.docx', 1],
      ['file-is-document', 'content/notes.docx', 1],
    ])
  })

  it('says nothing of documents that Markdown has been made of', () => {
    for (const name of ['a.docx', 'b.docx', 'c.docx', 'c.pdf']) put(`content/recall-${name}`, '')
    for (const name of ['a.md', 'b.draft.md', 'c-old.md']) put(`content/recall-${name}`, '')
    find('content')
    expect(log.messages.map(({ file }) => file)).toEqual(['content/recall-c.docx', 'content/recall-c.pdf'])
  })

  it('looks at a folder of thousands of documents a few times, not as often as there are documents', () => {
    put('content/recall.md')
    let reads = 0
    const documents = Array.from({ length: 2000 }, (_, n) => {
      const entry = Object.assign(new Dirent(), { isFile: () => true, isDirectory: () => false })
      const name = () => {
        reads++
        return `notes-${n}.docx`
      }
      return Object.defineProperty(entry, 'name', { get: name })
    })
    const listings = new Listings()
    vi.spyOn(listings, 'of').mockReturnValue(documents)
    findSheets(['content'], { cwd, isSheet: () => false, listings }, log)
    expect(reads).toBeGreaterThan(2000)
    expect(reads / 2000).toBeLessThan(100)
  })

  it('says of documents in a folder without a sheet what they are, whatever they are called', () => {
    put('content/Week 1.docx')
    expect(find('content')).toEqual([])
    expect(log.messages.map(({ reason }) => reason)).toEqual([
      '"content/Week 1.docx" was passed over: it is a Word document; `pandoc -f docx --wrap=none "content/Week 1.docx" -o "content/Week 1.md"` makes Markdown of it',
    ])
  })

  it('passes over names that are no UTF-8, as an old archive leaves them, and folders that are gone by now', () => {
    put('content/w/recall.md')
    const named = (bytes: string) => Buffer.concat([Buffer.from(join(cwd, 'content/')), Buffer.from(bytes, 'latin1')])
    try {
      mkdirSync(named('\xfebung'))
      writeFileSync(named('\xfe-recall.md'), 'x')
    } catch {
      // This disk takes no such names.
    }
    expect(find('content').map(({ path }) => path)).toEqual(['w/recall.md'])
    expect(codes().filter((code) => code !== 'file-skipped')).toEqual([])
  })

  it('does not wait for a pipe', () => {
    put('content/recall.md')
    execFileSync('mkfifo', [join(cwd, 'content/pipe-recall.md')])
    expect(find('content').map((s) => s.path)).toEqual(['recall.md'])
    find('content/pipe-recall.md')
    expect(codes()).toEqual(['file-unreadable'])
  })

  it('does not run in circles with links', () => {
    put('content/a/recall.md')
    symlinkSync(join(cwd, 'content'), join(cwd, 'content/a/up'))
    expect(find('content')).toHaveLength(1)
  })
})

describe('readCited', () => {
  const cited = (path: string) => {
    const found = readCited(cwd, join(cwd, 'content'), path, null, log)
    return found === null || found === 'told' ? found : found.text
  }

  it('reads inside the content root only', () => {
    put('content/w/notes.md', 'notes')
    put('secret.md', 'secret')
    symlinkSync(join(cwd, 'secret.md'), join(cwd, 'content/w/link.md'))
    expect(cited('w/notes.md')).toBe('notes')
    expect(cited('w/none.md')).toBeNull()
    expect(codes()).toEqual([])
    put('content/w/bad.md', Uint8Array.of(0xff))
    expect(cited('w/bad.md')).toBe('told')
    expect(cited('w')).toBe('told')
    expect(log.messages.splice(0).map((m) => [m.code, m.severity])).toEqual([
      ['file-skipped', 'warning'],
      ['file-skipped', 'warning'],
    ])
    const outside = [
      '../secret.md',
      'w/../../secret.md',
      './../secret.md',
      '..',
      join(cwd, 'secret.md'),
      '//secret.md',
      'w/link.md',
    ]
    for (const path of outside) expect(cited(path)).toBe('told')
    expect(codes()).toEqual(outside.map(() => 'file-outside-content'))
    // Names as other systems spell them are names of files that are not there.
    for (const path of ['w/notes.md\0.md', '..\\secret.md', 'C:\\secret.md', '%2e%2e/secret.md', 'file:///secret.md'])
      expect(cited(path), path).toBeNull()
    expect(codes()).toHaveLength(outside.length)
  })

  it('names what stands beside an absent file, inside the content root only', () => {
    put('content/w/notes.md', 'notes')
    put('content/w/.hidden.md', 'notes')
    put('secret.md', 'secret')
    const root = join(cwd, 'content')
    expect(namesNear(root, 'w/note.md')).toEqual(['notes.md'])
    expect(namesNear(root, 'x/note.md')).toEqual([])
    expect(namesNear(root, '../secrt.md')).toEqual([])
  })
})

describe('readPicture', () => {
  const root = () => join(cwd, 'content')
  const fault = (path: string) => {
    const found = readPicture(root(), path)
    return 'fault' in found ? found.fault : found
  }

  it('reads inside the content root, across folders', () => {
    put('content/shared/my queue.png', 'bytes')
    put('content/w/recall.md')
    expect(readPicture(root(), 'w/../shared/my queue.png')).toEqual({ bytes: Buffer.from('bytes') })
  })

  it('reads nothing outside of it', () => {
    put('secret.png')
    put('content/w/recall.md')
    symlinkSync(join(cwd, 'secret.png'), join(cwd, 'content/w/link.png'))
    symlinkSync(cwd, join(cwd, 'content/w/up'))
    const outside = 'it leads outside the content folder'
    for (const path of [
      '../secret.png',
      'w/../../secret.png',
      join(cwd, 'secret.png'),
      'w/link.png',
      'w/up/secret.png',
      'w/a\0.png',
    ])
      expect(fault(path)).toBe(outside)
    expect(readPicture(root(), 'w/up/none.png')).toEqual({ missing: [] })
    expect(readPicture(root(), '../none.png')).toEqual({ fault: outside })
  })

  it('names the pictures that are there when one is not', () => {
    for (const name of ['b.png', 'a.JPEG', 'notes.md']) put(`content/w/${name}`)
    expect(readPicture(root(), 'w/c.png')).toEqual({ missing: ['a.JPEG', 'b.png'] })
    expect(readPicture(root(), 'none/c.png')).toEqual({ missing: [] })
  })

  it('refuses folders and what is too large', () => {
    put('content/w/large.png', new Uint8Array(10_000_001))
    mkdirSync(join(cwd, 'content/w/folder.png'))
    expect(fault('w/large.png')).toBe('it has 10000001 bytes, expected at most 10000000')
    expect(fault('w/folder.png')).toBe('it is not a regular file')
  })
})

describe('writeOutputs', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const write = (...files: [string, string][]) =>
    writeOutputs(
      cwd,
      'out',
      files.map(([path, text]) => ({ path, bytes: bytes(text) })),
      log,
    )

  it('writes, and leaves equal files alone', () => {
    expect(write(['w/a.pdf', '1'])).toEqual({ written: ['out/w/a.pdf'], unchanged: [] })
    expect(write(['w/a.pdf', '1'])).toEqual({ written: [], unchanged: ['out/w/a.pdf'] })
    expect(readdirSync(join(cwd, 'out/w'))).toEqual(['a.pdf'])
  })

  it('touches nothing when one of the files cannot be written', () => {
    write(['w/a.pdf', 'old'])
    mkdirSync(join(cwd, 'out/w/b.pdf'))
    expect(write(['w/a.pdf', 'new'], ['w/b.pdf', 'new']).written).toEqual([])
    expect(codes()).toEqual(['file-unwritable'])
    expect(readFileSync(join(cwd, 'out/w/a.pdf'), 'utf8')).toBe('old')
    expect(readdirSync(join(cwd, 'out/w'))).toEqual(['a.pdf', 'b.pdf'])
  })

  it('says when a file is where the output folder should be', () => {
    put('out', 'a file')
    write(['a.pdf', '1'])
    expect(codes()).toEqual(['file-unwritable'])
  })

  it('says so where a disk takes no folder, and does not try for ever', () => {
    expect(writeOutputs('/proc', 'none/week-1', [{ path: 'a.pdf', bytes: Uint8Array.of(1) }], log).fault).toBeDefined()
    expect(codes()).toEqual(['file-unwritable'])
  })

  it('does not follow a link out of the output folder', () => {
    mkdirSync(join(cwd, 'out'))
    mkdirSync(join(cwd, 'elsewhere'))
    symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/w'))
    write(['w/a.pdf', '1'])
    expect(codes()).toEqual(['file-unwritable'])
    write(['w/deep/er/a.pdf', '1'])
    expect(readdirSync(join(cwd, 'elsewhere'))).toEqual([])
  })

  it('sweeps away what a killed run left', () => {
    put('out/.a.pdf.cold-recall-999999999.tmp')
    write(['a.pdf', '1'])
    expect(readdirSync(join(cwd, 'out'))).toEqual(['a.pdf'])
  })
})

describe('templateShelf', () => {
  it('prefers the templates of the folder, knows the ones of the package, reads no file outside a template', () => {
    put('templates/ours/template.yaml', 'name: ours')
    put('templates/ours/fonts/a.ttf', 'font')
    const shelf = templateShelf(cwd)
    expect(shelf.names).toEqual(['classic', 'ours'])
    expect(shelf.open('ours')?.file).toBe('templates/ours/template.yaml')
    expect(shelf.open('./templates/ours')?.text).toBe('name: ours')
    expect(shelf.open('templates/ours/template.yaml')?.text).toBe('name: ours')
    expect(shelf.open('classic')?.text).toContain('name: classic')
    expect(shelf.open('none')).toBeNull()
    expect(shelf.byName('../templates/ours')).toBeNull()
    expect(shelf.open('ours')?.read('fonts/a.ttf')).not.toBeNull()
    expect(shelf.open('ours')?.read('../../package.json')).toBeNull()
  })
})

it('starterFiles holds a sheet and its source', () => {
  expect(starterFiles().map((file) => file.path)).toEqual([
    'content/week-01/daily_recall.md',
    'content/week-01/notes.md',
  ])
})

it('programBuild is another once an optional package is there, and none where nothing was built', () => {
  expect(programBuild(cwd)).toBeNull()
  put('dist/build-id', 'cold-recall 0.1.0 f00d\n')
  expect(programBuild(cwd)).toBe('cold-recall 0.1.0 f00d')
  put('node_modules/mathjax/package.json', '{}')
  expect(programBuild(cwd)).toBe('cold-recall 0.1.0 f00d mathjax')
})

it('displayPath is relative inside the folder and absolute outside', () => {
  expect(displayPath('/a/b', '/a/b/c/d.md')).toBe('c/d.md')
  expect(displayPath('/a/b', '/a/x.md')).toBe('/a/x.md')
})
