/** The workbook against what the project does not control: qpdf, poppler, and our own checker of tagged PDF. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainBlocks } from '../../src/text/rich.js'
import { lettersOf } from '../workbook/look.js'
import { type MadeWorkbook, pdfOf } from '../workbook/make.js'
import { type Picture, picturesOf } from './pictures.js'
import { taggedPdfFaults } from './tagged-pdf/check.js'
import { readObjects } from './tagged-pdf/objects.js'
import { requireTool } from './tools.js'
import { made } from './workbooks.js'

const folder = mkdtempSync(join(tmpdir(), 'cold-recall-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (tool: string, ...options: string[]): string => {
  const { status, stdout, stderr } = spawnSync(requireTool(tool), options, { encoding: 'utf8', maxBuffer: 1 << 28 })
  expect(status, `${tool}: ${stdout}${stderr}`).toBe(0)
  return stdout
}

/** Letters that are drawn: joiners and selectors leave no trace but in the shapes of others. */
const visible = (text: string): string => lettersOf(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))

/** How often each letter and each mark is there. */
function lettersCounted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of text.normalize('NFKD')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

describe.each(Object.keys(made))('%s', (name) => {
  const workbook = made[name] as MadeWorkbook
  const { pages, plan } = workbook
  const file = join(folder, `${name.replaceAll(' ', '-')}.pdf`)

  beforeAll(async () => writeFileSync(file, await pdfOf(workbook)))

  test('is tagged soundly', () => {
    // The inks of a press keep a file out of archives; nothing else is wrong with it.
    const unarchived = ['OutputIntents: expected one', 'XMP: does not say PDF/A-2']
    expect(taggedPdfFaults(readObjects(file))).toEqual(name === 'a picture for a press' ? unarchived : [])
  })

  test('qpdf finds nothing wrong', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
  })

  test('poppler finds the prompts, in order', () => {
    const text = visible(run('pdftotext', '-raw', file, '-').replaceAll('\f', ' '))
    const prompts = plan.days.flatMap((day) =>
      day.questions.map(({ label, prompt }) => ({ label, words: plainBlocks(prompt.slice(0, 1)) })),
    )
    // Each reader puts lines that are drawn from the right in order in its own way; poppler keeps lam and alef as one. All letters are there.
    if (name === 'right to left') {
      const found = lettersCounted(text)
      for (const [letter, times] of lettersCounted(visible(prompts.map(({ words }) => words).join(' '))))
        expect(found.get(letter), letter).toBeGreaterThanOrEqual(times)
      return
    }
    let from = 0
    for (const { label, words } of prompts)
      for (const word of words.split(/\s+/)) {
        const at = text.indexOf(visible(word), from)
        expect(at, `"${word}" of ${label}`).toBeGreaterThanOrEqual(0)
        from = at
      }
  })

  test('poppler draws ink where text and rules are, and none in the margins', () => {
    const dpi = 50
    const images = picturesOf(file, 'grey', dpi)
    expect(images).toHaveLength(pages.pages.length)
    images.forEach((grey, i) => {
      const page = pages.pages[i]!
      expect([grey.width, grey.height].map((side) => side / dpi)).toEqual([
        expect.closeTo(page.width / 72, 1),
        expect.closeTo(page.height / 72, 1),
      ])
      // A strip that is folded back reaches as far out as printers can print; all else keeps clear of punches and thumbs.
      const edge = Math.floor(((name.includes('in a strip') ? 5 : 12) / 25.4) * dpi)
      expect(inkOf(grey, (x, y) => x < edge || y < edge || x >= grey.width - edge || y >= grey.height - edge)).toBe(0)
      const texts = page.items
        .filter((item) => item.type === 'text')
        .filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== ''))
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

/** How many pixels of a part of a picture are not white. */
function inkOf({ width, height, pixels }: Picture, inside: (x: number, y: number) => boolean): number {
  let count = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (inside(x, y) && (pixels[y * width + x] ?? 255) < 250) count++
  return count
}
