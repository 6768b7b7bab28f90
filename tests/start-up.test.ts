import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../src/', import.meta.url))

/** What a file of `src/` loads when it is loaded: files below it, and packages. Types vanish, and what is imported when it is needed is not loaded yet. */
function loadedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const text = readFileSync(join(src, file), 'utf8')
  for (const [, from = ''] of text.matchAll(/(?:^|\n)(?:import|export)\s+(?!type\s)(?:[^'";]*?from\s+)?'([^']+)'/g)) {
    if (from.startsWith('.')) loadedBy(normalize(join(dirname(file), from)).replace(/\.js$/, '.ts'), found)
    else found.add(from)
  }
  return found
}

const devices =
  /^(?:pdfkit|pptxgenjs|fontkit|fflate|chokidar|mathjax|bidi-js|workbook\/pdf.*|deck\/(?:pptx|package|draw\/pptxgen)\.ts|text\/fonts\/fonts\.ts)$/
const reading = /^(?:unified|remark-.*|yaml|zod|yargs|sheet\/parse\.ts|template\/load\.ts)$/

const matching = (file: string, pattern: RegExp) => [...loadedBy(file)].filter((name) => pattern.test(name))

test('the first look, which says "Up to date", loads nothing that reads sheets or makes files', () => {
  expect([...matching('bin.ts', devices), ...matching('bin.ts', reading)]).toEqual([])
})

test('help loads nothing that reads sheets or makes files', () => {
  expect([...matching('cli/cli.ts', devices), ...matching('cli/cli.ts', reading)]).toEqual(['yargs'])
})

test('measuring loads no font library: words of the package’s fonts need none', () => {
  expect(matching('text/fonts/fonts.ts', /^(?:fontkit|pdfkit|bidi-js)$/)).toEqual([])
})

test('check loads no device, and nothing that breaks lines or mends sheets', () => {
  expect(matching('commands/check.ts', devices)).toEqual([])
  expect(
    matching('commands/check.ts', /^(?:linebreak|text\/lines\/(?:lines|graphemes)\.ts|fix\.ts|csv-parse.*)$/),
  ).toEqual([])
  expect(matching('commands/check.ts', reading)).toContain('sheet/parse.ts')
})

test('a build loads its devices when a product is wanted', () => {
  expect(matching('build/build.ts', devices)).toEqual([])
  expect(matching('workbook/pdf.ts', devices)).toContain('pdfkit')
  // What most decks are made of was drawn when the program was built.
  expect(matching('deck/pptx.ts', /^pptxgenjs$/)).toEqual([])
  expect(matching('deck/draw/pptxgen.ts', devices)).toContain('pptxgenjs')
})
