/**
 * The finishing pass, repair by repair: that the library still writes the fault (or the step can go), and that the finished
 * package is free of it.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { drawSlides } from '../../src/deck/draw/pptxgen.js'
import { renderPptx } from '../../src/deck/pptx.js'
import { epoch, makeDeck } from './make.js'
import { packageFaults } from './package-check.js'
import { type PackageParts, part, readParts } from './read-pptx.js'
import { sheetOf, textBlock } from './sheets.js'

const sheet = sheetOf([
  {
    name: 'Monday',
    questions: [
      { prompt: 'Compare a and b.', task: { kind: 'compare', terms: ['a', 'b'], aspect: null } },
      { prompt: 'Draw it.', task: { kind: 'draw' } },
      {
        prompt: [
          { type: 'paragraph', place: textBlock('').place, runs: [{ text: 'Two ' }, { text: 'runs', strong: true }] },
          { type: 'list', ordered: false, start: 1, items: [[textBlock('item')]], place: textBlock('').place },
        ],
      },
    ],
  },
])
let raw: PackageParts
let done: PackageParts

beforeAll(async () => {
  const { slides } = makeDeck(sheet)
  raw = readParts(await drawSlides(slides))
  done = readParts(await renderPptx(slides, { date: epoch }))
})

const all = (parts: PackageParts, path: RegExp): string =>
  [...parts]
    .filter(([name]) => path.test(name))
    .map(([, xml]) => xml)
    .join('')

/** A fault as a pattern: it must match what the library writes and not what we write. */
const faults: [string, RegExp, RegExp][] = [
  ['a second style inside a paragraph', /^ppt\/slides\/slide\d/, /<\/a:r><a:pPr/],
  ['bullet sizes that fail the schema', /^ppt\/slides\/slide\d/, /buSzPct/],
  [
    'placeholders that repeat their place',
    /^ppt\/slides\/slide\d/,
    /<\/p:nvPr><\/p:nvSpPr><p:spPr><a:xfrm>.*?hasCustomPrompt/s,
  ],
  ['titles with an index, which other readers miss', /^ppt\/slides\/slide\d/, /idx="\d+"\s+type="title"/],
  ['a shape without a text body', /^ppt\/slides\/slide\d/, /<\/p:spPr><\/p:sp>/],
  ['tables without a header row', /^ppt\/slides\/slide\d/, /<a:tblPr\/>/],
  ['slides without a clock', /^ppt\/slides\/slide4/, /^(?!.*<p:timing>)/s],
  ['slides named by their position', /^ppt\/slides\/slide\d/, /<p:cSld name="Slide \d/],
  ['American English on all text', /^ppt\/(notesSlides|slides)\/\w/, /lang="en-US"/],
  ['line feeds inside a note', /^ppt\/notesSlides\/\w/, /<a:t>[^<]*\n/],
  ['one creation id for all notes', /^ppt\/notesSlides\/\w/, /creationId/],
  ['the notes master behind the slides', /^ppt\/presentation/, /<\/p:sldIdLst><p:notesMasterIdLst>/],
  ['notes as high as the slide is wide', /^ppt\/presentation/, /<p:notesSz cx="6858000" cy="12/],
  ['slide masters that are not there', /^\[Content/, /slideMaster2\.xml/],
  ['types that no part has', /^\[Content/, /image\/jpg/],
  ['the colours of Office', /^ppt\/theme/, /4472C4/],
  ['a master without title', /^ppt\/slideMasters\/s/, /^(?!.*type="title")/s],
  ['layouts without a slide number', /^ppt\/slideLayouts\/slideLayout3/, /^(?!.*type="sldNum")/s],
  ['a layout nobody asked for', /^ppt\/slideLayouts\/s/, /name="DEFAULT"/],
  ['slides without a number', /^ppt\/slides\/slide\d/, /^(?!.*type="slidenum")/s],
  ['a file without a language', /^docProps\/core/, /^(?!.*dc:language)/s],
  ['a file dated today', /^docProps\/core/, /<dcterms:created[^>]*>20[2-9]\d/],
  ['timings left in charge', /^ppt\/presProps/, /^(?!.*useTimings="0")/s],
  ['default text without a language', /^ppt\/presentation/, /<p:defaultTextStyle><a:lvl1pPr/],
]

describe.each(faults)('%s', (_, path, fault) => {
  test('is still what the library writes', () => expect(fault.test(all(raw, path))).toBe(true))
  test('is gone', () => expect(fault.test(all(done, path))).toBe(false))
})

test('the library gives tables and texts the same id, lets masters share a theme and writes folders', () => {
  const found = packageFaults(raw).join('\n')
  expect(found).toMatch(/slide\d+\.xml: id \d+ is there twice/)
  expect(found).toContain('notesMaster1.xml: shares ppt/theme/theme1.xml')
  expect([...raw.keys()].some((path) => path.endsWith('/'))).toBe(true)
  expect([...raw.keys()][0]).not.toBe('[Content_Types].xml')
  expect(packageFaults(done)).toEqual([])
})

test('the library ignores alternative texts', () => {
  expect(all(raw, /^ppt\/slides\/slide/)).not.toContain('descr=')
  expect(all(done, /^ppt\/slides\/slide/)).toContain('descr="Empty frame to draw in"')
})

test('the library adds placeholders that nothing fills', async () => {
  const { slides } = makeDeck(sheet)
  for (const slide of slides.slides)
    slide.items = slide.items.filter((item) => item.type !== 'placeholder' || item.name !== 'page')
  const empty = /<p:ph(?:(?!<\/p:sp>).)*<\/a:lstStyle>|<p:ph(?:(?!<a:r>)(?!<\/p:sp>).)*<\/p:sp>/s
  expect(part(readParts(await drawSlides(slides)), 'ppt/slides/slide4.xml')).toMatch(empty)
  const finished = part(readParts(await renderPptx(slides, { date: epoch })), 'ppt/slides/slide4.xml')
  expect(finished.replace(/<p:sp>(?:(?!<\/p:sp>).)*slidenum.*?<\/p:sp>/s, '')).not.toMatch(empty)
})

test('the library gives sections a new id each time', async () => {
  const { slides } = makeDeck(sheet)
  const ids = (parts: PackageParts) =>
    [...part(parts, 'ppt/presentation.xml').matchAll(/<p14:section [^>]*id="([^"]*)"/g)].join()
  expect(ids(readParts(await drawSlides(slides)))).not.toBe(ids(raw))
  expect(ids(readParts(await renderPptx(slides, { date: epoch })))).toBe(ids(done))
})
