/** The workbook against what the project does not control: qpdf, poppler, and our own checker of tagged PDF. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainBlocks } from '../../src/text/rich.js'
import { lettersOf } from '../workbook/look.js'
import { type MadeWorkbook, pdfOf } from '../workbook/make.js'
import { type Dict, type PdfObjects, readObjects, taggedPdfFaults } from './tagged-pdf.js'
import { requireTool } from './tools.js'
import { made } from './workbooks.js'

const folder = mkdtempSync(join(tmpdir(), 'cold-recall-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (tool: string, ...options: string[]): string => {
  const { status, stdout, stderr } = spawnSync(requireTool(tool), options, { encoding: 'utf8', maxBuffer: 1 << 28 })
  expect(status, `${tool}: ${stdout}${stderr}`).toBe(0)
  return stdout
}

describe.each(Object.keys(made))('%s', (name) => {
  const workbook = made[name] as MadeWorkbook
  const { pages, plan } = workbook
  const file = join(folder, `${name.replaceAll(' ', '-')}.pdf`)

  beforeAll(async () => writeFileSync(file, await pdfOf(workbook)))

  test('is tagged soundly', () => {
    expect(taggedPdfFaults(readObjects(file))).toEqual([])
  })

  test('qpdf finds nothing wrong', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
  })

  test('poppler finds the prompts, in order', () => {
    const text = lettersOf(run('pdftotext', '-raw', file, '-').replaceAll('\f', ' '))
    let from = 0
    for (const question of plan.days.flatMap((day) => day.questions))
      for (const word of plainBlocks(question.prompt.slice(0, 1)).split(/\s+/)) {
        const at = text.indexOf(lettersOf(word), from)
        expect(at, `"${word}" of ${question.label}`).toBeGreaterThanOrEqual(0)
        from = at
      }
  })

  test('poppler draws ink where text and rules are, and none in the margins', () => {
    const dpi = 50
    run('pdftoppm', '-gray', '-r', String(dpi), file, file.replace(/pdf$/, 'page'))
    const images = readdirSync(folder)
      .filter((each) => each.startsWith(`${name.replaceAll(' ', '-')}.page`))
      .sort()
    expect(images).toHaveLength(pages.pages.length)
    images.forEach((image, i) => {
      const page = pages.pages[i]!
      const grey = readGrey(join(folder, image))
      expect([grey.width, grey.height].map((side) => side / dpi)).toEqual([
        expect.closeTo(page.width / 72, 1),
        expect.closeTo(page.height / 72, 1),
      ])
      const edge = Math.floor((12 / 25.4) * dpi)
      expect(inkOf(grey, (x, y) => x < edge || y < edge || x >= grey.width - edge || y >= grey.height - edge)).toBe(0)
      const texts = page.items.filter((item) => item.type === 'text')
      const blank = texts.filter(({ x, y, width, size }) => {
        const [left, right, top, bottom] = [x, x + width, y - size * 0.75, y].map((length) => (length * dpi) / 72) as [
          number,
          number,
          number,
          number,
        ]
        return inkOf(grey, (px, py) => px >= left - 1 && px <= right + 1 && py >= top - 1 && py <= bottom + 1) === 0
      })
      expect(blank.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual([])
    })
  })
})

interface Grey {
  width: number
  height: number
  pixels: Uint8Array
}

/** A picture in the PGM form: "P5", width, height, 255, then a byte a pixel. */
function readGrey(path: string): Grey {
  const bytes = readFileSync(path)
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1')) ?? []
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) }
}

/** How many pixels of a part of a picture are not white. */
function inkOf({ width, height, pixels }: Grey, inside: (x: number, y: number) => boolean): number {
  let count = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (inside(x, y) && (pixels[y * width + x] ?? 255) < 250) count++
  return count
}

describe('the checker complains', () => {
  let sound: PdfObjects

  beforeAll(async () => {
    const file = join(folder, 'sound.pdf')
    writeFileSync(file, await pdfOf(made['the real week on A4'] as MadeWorkbook))
    sound = readObjects(file)
  })

  /** Dictionaries of a copy. */
  const dicts = (objects: PdfObjects): Dict[] =>
    [...objects.values()].flatMap(({ value }) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : [],
    )
  const find = (objects: PdfObjects, key: string, value: string): Dict =>
    dicts(objects).find((dict) => dict[key] === value)!
  const firstStream = (objects: PdfObjects, part: string): { data: string } =>
    [...objects.values()].flatMap(({ stream }) => (stream && unpack(stream).includes(part) ? [stream] : []))[0]!
  const unpack = ({ data }: { data: string }): string => Buffer.from(data, 'base64').toString('latin1')
  const replace = (stream: { data: string }, from: string | RegExp, to: string): void => {
    stream.data = Buffer.from(unpack(stream).replace(from, to), 'latin1').toString('base64')
  }
  const page = (objects: PdfObjects) => firstStream(objects, ' TJ')

  test.each<[string, string, (objects: PdfObjects) => void]>([
    ['no language', 'Lang:', (o) => delete find(o, 'Type', '/Catalog').Lang],
    ['no mark', 'MarkInfo:', (o) => delete find(o, 'Type', '/Catalog').MarkInfo],
    ['a hidden title', 'DisplayDocTitle:', (o) => delete find(o, 'Type', '/Catalog').ViewerPreferences],
    ['no structure', 'the tree holds nothing', (o) => delete find(o, 'Type', '/Catalog').StructTreeRoot],
    [
      'XMP that is no XML',
      'XMP: not well-formed',
      (o) => replace(firstStream(o, 'dc:title'), '<dc:title>', '<dc:title>R&D'),
    ],
    ['an annotation without key', 'no StructParent', (o) => delete find(o, 'Subtype', '/Link').StructParent],
    [
      'a key of another annotation',
      'ParentTree leads to another',
      (o) => (find(o, 'Subtype', '/Link').StructParent = 2),
    ],
    ['an annotation without words', 'no Contents', (o) => delete find(o, 'Subtype', '/Link').Contents],
    ['a link to nowhere', 'no such place', (o) => (find(o, 'Subtype', '/Link').Dest = 'u:nowhere')],
    ['a link that lost its annotation', 'has no annotation', (o) => (find(o, 'S', '/Link').K = [0])],
    ['a table head without scope', 'no scope', (o) => delete find(o, 'S', '/TH').A],
    ['a row that is short', 'columns', (o) => void (find(o, 'S', '/TR').K as string[]).pop()],
    ['a skipped heading', 'heading level', (o) => (find(o, 'S', '/H1').S = '/H3')],
    ['an unknown type', 'no standard type', (o) => (find(o, 'S', '/Sect').S = '/Chapter')],
    ['a parent that is another', 'its parent is not', (o) => (find(o, 'S', '/H1').P = find(o, 'S', '/H1').Pg!)],
    ['an element with nothing in it', 'is empty', (o) => (find(o, 'S', '/H1').K = [])],
    [
      'an element twice in the tree',
      'twice',
      (o) => void (find(o, 'S', '/Sect').K as string[]).push((find(o, 'S', '/Sect').K as string[])[0]!),
    ],
    ['content of no element', 'belongs to no element', (o) => replace(page(o), '/MCID 0>>', '/MCID 999>>')],
    ['content that is missing', 'which is not there', (o) => replace(page(o), '/MCID 0>>', '/MCID 999>>')],
    ['a tag that is not its element', 'belongs to a H1', (o) => replace(page(o), /\/H1 <</, '/P <<')],
    ['ink outside', 'neither tagged', (o) => replace(page(o), /$/, '\n0 0 m 9 9 l S')],
    ['marked content inside another', 'inside', (o) => replace(page(o), /BDC\n/, 'BDC\n/Artifact BMC\nEMC\n')],
    ['marked content without an end', 'without an end', (o) => replace(page(o), /EMC\s*$/, '')],
    ['a font that is not embedded', 'not embedded', (o) => delete find(o, 'Type', '/FontDescriptor').FontFile2],
    ['a font without letters', 'no ToUnicode', (o) => delete find(o, 'Subtype', '/Type0').ToUnicode],
    ['a CIDSet', 'CIDSet', (o) => (find(o, 'Type', '/FontDescriptor').CIDSet = '1 0 R')],
    ['tabs out of order', 'Tabs', (o) => delete find(o, 'Type', '/Page').Tabs],
    ['a page without its key', 'in ParentTree', (o) => delete find(o, 'Type', '/Page').StructParents],
    ['no page labels', 'PageLabels', (o) => delete find(o, 'Type', '/Catalog').PageLabels],
  ])('of %s', (_, fault, spoil) => {
    const copy = new Map(structuredClone([...sound]))
    spoil(copy)
    expect(taggedPdfFaults(copy).join('\n')).toContain(fault)
  })
})
