/** The deck against what the project does not control: the Office schemas, LibreOffice, python-pptx. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ParseOption, XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPptx } from '../../src/deck/pptx.js'
import type { Slides } from '../../src/deck/slides-model.js'
import { dealCalls } from '../../src/roster/calls.js'
import type { DeckStyle } from '../../src/template/deck-style.js'
import { openFonts } from '../../src/text/fonts/fonts.js'
import { epoch, makeDeck, realWeek } from '../deck/make.js'
import { readParts } from '../deck/read-pptx.js'
import { type QuestionSketch, sheetOf, textBlock } from '../deck/sheets.js'
import { richWeek } from '../pictures/rich-week.js'
import { classicTemplate } from '../template.js'
import { requirePythonPptx, requireSchemas, requireTool } from './tools.js'

xmlRegisterFsInputProviders()

/** Which schema checks which part. Core properties need schemas from the network and are left to python-pptx. */
const schemas: readonly [RegExp, string][] = [
  [/\.rels$/, 'opc-relationships.xsd'],
  [/^\[Content_Types\]/, 'opc-contentTypes.xsd'],
  [/^docProps\/app/, 'shared-documentPropertiesExtended.xsd'],
  [/^ppt\/(?:theme\/|tableStyles)/, 'dml-main.xsd'],
  [/^ppt\/(?!media\/)/, 'pml.xsd'],
]

const validators = new Map<string, XsdValidator>()

function validatorFor(path: string): XsdValidator | null {
  const name = schemas.find(([pattern]) => pattern.test(path))?.[1]
  if (!name) return null
  const found = validators.get(name)
  if (found) return found
  const file = join(requireSchemas(), name)
  const document = XmlDocument.fromBuffer(readFileSync(file), { url: file, option: ParseOption.XML_PARSE_NONET })
  const validator = XsdValidator.fromDoc(document)
  validators.set(name, validator)
  return validator
}

/** Faults of all parts, in words, and how many parts were checked. */
function validate(bytes: Uint8Array): { faults: string[]; checked: number } {
  const faults: string[] = []
  let checked = 0
  for (const [path, xml] of readParts(bytes)) {
    const validator = validatorFor(path)
    if (!validator || path.endsWith('/')) continue
    checked++
    const document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error
      faults.push(...error.details.map((detail) => `${path}: ${detail.message}`))
    } finally {
      document.dispose()
    }
  }
  return { faults, checked }
}

const template = classicTemplate()
const fonts = openFonts(template.faces)

function oddWeek(): Slides {
  const place = textBlock('').place
  const questions: QuestionSketch[] = [
    { prompt: 'R&D <x>: is "a" < b?', cited: 'r&d.md §<1>' },
    { prompt: Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ') },
    {
      prompt: [
        {
          type: 'paragraph',
          place,
          runs: [
            { text: 'Runs ' },
            { text: 'strong', strong: true },
            { text: ' code()', code: true },
            { text: ' H' },
            { text: '2', script: 'sub' },
            { text: ' gone', strike: true },
            { text: ' link', href: 'https://example.org/?a=1&b=2' },
            { text: '\n' },
            { text: 'after a break', emphasis: true },
          ],
        },
        { type: 'code', text: 'if (a < b) {\n\treturn\n}', lang: 'ts', place },
        { type: 'list', ordered: true, start: 3, place, items: [[textBlock('three')], [textBlock('four')]] },
        {
          type: 'list',
          ordered: false,
          start: 1,
          place,
          items: [
            [textBlock('outer'), { type: 'list', ordered: false, start: 1, place, items: [[textBlock('inner')]] }],
          ],
        },
        { type: 'quote', place, blocks: [textBlock('quoted')] },
      ],
    },
    { prompt: 'لماذا لا يعني النجاح في دفتر الملاحظات النجاح في الإنتاج؟' },
    { prompt: 'Name seven.', task: { kind: 'list', count: 7 } },
    { prompt: 'A vs B.', task: { kind: 'compare', terms: ['A', 'B'], aspect: null } },
    { prompt: 'Draw it.', task: { kind: 'draw' } },
    { prompt: 'Say it in two minutes.', task: { kind: 'say', seconds: 120 } },
  ]
  return makeDeck(sheetOf([{ name: 'R&D', topic: '<tags>', questions }], { week: null, lang: 'en-GB' }), {
    template,
    metrics: fonts,
  }).slides
}

function rightToLeftWeek(): Slides {
  const questions: QuestionSketch[] = [
    { prompt: 'מהו Docker?', cited: '02_notes.md §1' },
    { prompt: 'What is a cell?' },
    { prompt: 'שבעה דברים.', task: { kind: 'list', count: 7 } },
    { prompt: 'אגס מול תפוח.', task: { kind: 'compare', terms: ['אגס', 'תפוח'], aspect: null } },
    { prompt: 'ציירו.', task: { kind: 'draw' } },
    { prompt: 'בקול.', task: { kind: 'say', seconds: 120 } },
  ]
  const sheet = sheetOf([{ name: 'יום שני', topic: 'התא', questions }], { week: 3, lang: 'he', dir: 'rtl' })
  return makeDeck(sheet, { template, metrics: fonts }).slides
}

const week = realWeek()

function shownWeek(change: Partial<DeckStyle>): Slides {
  const shown = classicTemplate(({ deck }) => {
    Object.assign(deck, change)
  })
  const calls = dealCalls(['Ana', 'Ben', 'Chloé'], week.sheet)
  return makeDeck(week.sheet, { ...week, template: shown, metrics: fonts, calls }).slides
}

const rich = richWeek()
const decks: Record<string, Slides> = {
  'tables, pictures, formulas': makeDeck(rich.sheet, { template, metrics: fonts }).slides,
  'the real week': makeDeck(week.sheet, { ...week, template, metrics: fonts }).slides,
  'a dark week that reveals answers and names at clicks': shownWeek({
    scheme: 'dark',
    reveal: 'click',
    names: 'slide',
  }),
  'a high-contrast week with its bars started by clicks on them': shownWeek({
    scheme: 'high-contrast',
    reveal: 'notes',
    clockStart: 'bar',
  }),
  'a week that goes on by itself': shownWeek({ autoAdvance: true, clockStart: 'slide' }),
  'an odd week': oddWeek(),
  'a right-to-left week': rightToLeftWeek(),
}
const folder = mkdtempSync(join(tmpdir(), 'cold-recall-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Titles say "x₁" where the slide shows a lowered 1. */
const lineLetters = (words: string) => words.normalize('NFKC')

describe.each(Object.keys(decks))('%s', (name) => {
  const slides = decks[name] as Slides
  const file = join(folder, `${name.replaceAll(' ', '-')}.pptx`)
  let bytes: Uint8Array

  beforeAll(async () => {
    bytes = await renderPptx(slides, { date: epoch, pictures: rich.pictures })
    writeFileSync(file, bytes)
  })

  test('every part passes the schemas of ISO/IEC 29500', () => {
    const { faults, checked } = validate(bytes)
    expect(faults).toEqual([])
    expect(checked).toBeGreaterThan(slides.slides.length * 4)
  })

  test('LibreOffice prints a page a slide, with its words', () => {
    const office = requireTool('soffice')
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const run = spawnSync(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      encoding: 'utf8',
    })
    expect(run.status, run.stderr).toBe(0)
    const text = spawnSync(requireTool('pdftotext'), [file.replace(/pptx$/, 'pdf'), '-'], { encoding: 'utf8' }).stdout
    const pages = text.split('\f').slice(0, -1)
    expect(pages).toHaveLength(slides.slides.length)
    const letters = (words: string) => lineLetters(words).replace(/[^A-Za-z0-9]/g, '')
    // Of right-to-left lines poppler gives the Latin words in an order of its own.
    const asked = slides.slides.filter(() => slides.dir !== 'rtl')
    for (const [i, slide] of asked.entries()) expect(letters(pages[i] ?? '')).toContain(letters(slide.title))
  })

  test('LibreOffice keeps the countdown bars at their length', () => {
    const run = spawnSync(
      requireTool('soffice'),
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'fodp',
        '--outdir',
        folder,
        file,
      ],
      { encoding: 'utf8' },
    )
    expect(run.status, run.stderr).toBe(0)
    const xml = readFileSync(file.replace(/pptx$/, 'fodp'), 'utf8')
    const bars = [
      ...xml.matchAll(
        /ooo-exit-wipe.*?smil:dur="([\d.]+)s"[^>]*smil:type="barWipe"|smil:dur="([\d.]+)s"[^>]*smil:type="barWipe"/gs,
      ),
    ]
    const wanted = slides.slides.filter(({ items }) => items.some(({ type }) => type === 'bar'))
    expect(bars.map(([, one, other]) => Number(one ?? other))).toEqual(wanted.map(({ seconds }) => seconds))
  })

  test('python-pptx finds titles, notes, layouts and alternative texts', () => {
    const script = `
import json, sys
from pptx import Presentation
deck = Presentation(sys.argv[1])
print(json.dumps({
  'language': deck.core_properties.language,
  'title': deck.core_properties.title,
  'slides': [{
    'title': slide.shapes.title.text_frame.text if slide.shapes.title is not None else None,
    'layout': slide.slide_layout.name,
    'notes': slide.notes_slide.notes_text_frame.text,
    'tables': [shape.table.first_row for shape in slide.shapes if shape.has_table],
    'alternatives': [shape._element._nvXxPr.cNvPr.get('descr') for shape in slide.shapes if not shape.is_placeholder],
  } for slide in deck.slides],
}))`
    const run = spawnSync(requirePythonPptx(), ['-c', script, file], { encoding: 'utf8', maxBuffer: 1 << 26 })
    expect(run.status, run.stderr).toBe(0)
    const found = JSON.parse(run.stdout) as {
      language: string
      title: string
      slides: {
        title: string | null
        layout: string
        notes: string
        tables: boolean[]
        alternatives: (string | null)[]
      }[]
    }
    const plain = (text: string | null) => lineLetters(text ?? '').replace(/\s+/g, ' ')
    expect(found.language).toBe(slides.lang)
    expect(found.title).toBe(slides.title)
    expect(found.slides.map(({ title }) => plain(title))).toEqual(slides.slides.map(({ title }) => plain(title)))
    expect(found.slides.map(({ layout }) => layout)).toEqual(slides.slides.map(({ layout }) => layout))
    expect(found.slides.map(({ notes }) => notes)).toEqual(slides.slides.map(({ notes }) => notes.join('\n')))
    expect(found.slides.flatMap(({ tables }) => tables).every(Boolean)).toBe(true)
    const said = slides.slides.flatMap(({ items }) => items.flatMap((item) => ('alt' in item ? (item.alt ?? []) : [])))
    const alternatives = found.slides.flatMap((slide) => slide.alternatives)
    expect(said.filter((text) => !alternatives.includes(text))).toEqual([])
    expect(said.length).toBeGreaterThan(0)
  })
})

test('the schemas do refuse what the library writes alone', async () => {
  const { drawSlides } = await import('../../src/deck/draw/pptxgen.js')
  const { faults } = validate(await drawSlides(decks['an odd week'] as Slides))
  expect(faults.some((fault) => fault.startsWith('ppt/presentation.xml'))).toBe(true)
  expect(faults.some((fault) => fault.startsWith('ppt/slides/'))).toBe(true)
})
