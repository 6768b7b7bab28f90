/**
 * `node tests/bench/deck.mjs [slides …]`: writing a deck, against a bare hand-written writer: template strings for title, body, notes and
 * countdown bar of as many slides, and Node's own deflate. Each in a process of its own, medians of 5; planning and layout are not counted
 * here, and told apart. The questions are alike, as those of a course are, so that their slides have few looks; the worst case, a look
 * for each slide, is told last.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { crc32, deflateRawSync } from 'node:zlib'
import { readSheets } from '../../dist/build/read-sheets.js'
import { templateFor } from '../../dist/build/sheet-template.js'
import { diskWorld, startRun } from '../../dist/commands/common.js'
import { layoutDeck } from '../../dist/deck/layout.js'
import { planDeck } from '../../dist/deck/plan.js'
import { renderPptx } from '../../dist/deck/pptx.js'
import { Log } from '../../dist/diagnostics.js'
import { openFonts } from '../../dist/text/fonts/fonts.js'

function compare(counts) {
  const rounds = 5
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
  for (const count of counts) {
    const results = { ours: [], bare: [], apart: [] }
    for (let round = 0; round < rounds; round++)
      for (const which of Object.keys(results)) {
        const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), which, String(count)], {
          encoding: 'utf8',
        })
        if (ran.status !== 0) throw new Error(ran.stderr)
        results[which].push(JSON.parse(ran.stdout))
      }
    const of = (which, what) => median(results[which].map((result) => result[what]))
    const [ours, bare] = [of('ours', 'ms'), of('bare', 'ms')]
    process.stdout.write(
      `${results.ours[0].slides} slides, ${of('ours', 'megabytes').toFixed(1)} MB: written in ${ours.toFixed(0)} ms ` +
        `(planned and laid out in ${of('ours', 'laidOut').toFixed(0)} ms), by hand ${bare.toFixed(0)} ms, ${of('bare', 'megabytes').toFixed(1)} MB: ` +
        `${(ours / bare).toFixed(2)} ×; peak ${of('ours', 'peak').toFixed(0)} and ${of('bare', 'peak').toFixed(0)} MB; with a look for each slide ${of('apart', 'ms').toFixed(0)} ms\n`,
    )
  }
}

/** Days of 25 questions, two slides each, a divider and a tally. */
function sheetText(slides) {
  const days = Math.max(1, Math.round(slides / 52))
  const kinds = [
    'Why is a full test set',
    'Which four things keep a run',
    'When is a retraining',
    'What does a gate check in',
    'A store versus a registry for',
  ]
  const day = (d) =>
    `## Day ${d + 1} — Topic ${d + 1}\n\n${Array.from({ length: 25 }, (_, i) => `${i + 1}. ${kinds[i % 5]} case ${d * 25 + i + 1} of the course? See notes.md §${d + 1}.${i + 1}.`).join('\n')}\n`
  return `# Course\n\n${Array.from({ length: days }, (_, d) => day(d)).join('\n')}`
}

async function measure(which, count) {
  const shell = {
    command: '',
    cwd: process.cwd(),
    env: {},
    stdout: { write() {} },
    stderr: { write() {} },
    now: () => new Date(0),
  }
  const world = diskWorld(shell, startRun([], shell))
  const [read] = readSheets(
    [{ file: 'recall.md', path: 'recall.md', root: '/nowhere', text: sheetText(count) }],
    world,
    new Log(),
  )
  const template = templateFor(read.sheet, world, { template: null, paper: null }, new Log())
  const fonts = openFonts(template.faces)
  const began = performance.now()
  const plan = planDeck(read.sheet, read.citations, template, { pageOf: new Map() })
  const slides = layoutDeck(plan, template, fonts, new Log())
  if (which === 'apart') tellApart(slides)
  const start = performance.now()
  const bytes = which === 'bare' ? byHand(slides) : await renderPptx(slides, { date: new Date(0) })
  const ms = performance.now() - start
  const peak = process.resourceUsage().maxRSS / 1024
  process.stdout.write(
    JSON.stringify({ ms, laidOut: start - began, slides: slides.slides.length, megabytes: bytes.length / 1e6, peak }),
  )
}

/** Gives each slide a look of its own: another space above its first paragraph. */
function tellApart({ slides }) {
  slides.forEach(({ items }, i) => {
    items.find(({ type }) => type === 'placeholder').paragraphs[0].before = 1 + i / 100
  })
}

// --- the yardstick: the same words on as many slides, in the fewest parts that a viewer opens ---

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const ns =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign])
const run = ({ text, size, strong }) =>
  `<a:r><a:rPr lang="en" sz="${size * 100}"${strong ? ' b="1"' : ''}/><a:t>${escaped(text)}</a:t></a:r>`
const paragraph = ({ runs }) => `<a:p>${runs.map(run).join('')}</a:p>`
const tree = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'

function slideXml(slide) {
  let id = 1
  let bar = 0
  const shapes = slide.items.map((item) => {
    id++
    if (item.type === 'bar') bar = id
    const body = item.paragraphs ? item.paragraphs.map(paragraph).join('') : '<a:p/>'
    const cells =
      item.type === 'table'
        ? item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.map(paragraph))).join('')
        : body
    return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${item.name}"/><p:cNvSpPr/><p:nvPr>${item.type === 'placeholder' ? '<p:ph type="body" idx="1"/>' : ''}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${cells}</p:txBody></p:sp>`
  })
  const timing = bar
    ? `<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst><p:par><p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:par><p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:par><p:cTn id="5" presetID="22" presetClass="exit" presetSubtype="2" fill="hold" grpId="0" nodeType="clickEffect"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:animEffect transition="out" filter="wipe(right)"><p:cBhvr><p:cTn id="6" dur="${slide.seconds * 1000}"/><p:tgtEl><p:spTgt spid="${bar}"/></p:tgtEl></p:cBhvr></p:animEffect></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>`
    : ''
  return `${head}<p:sld ${ns}><p:cSld name="${slide.id}"><p:spTree>${tree}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>${timing}</p:sld>`
}

const notesXml = ({ notes }) =>
  `${head}<p:notes ${ns}><p:cSld><p:spTree>${tree}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Notes"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${notes.map((text) => paragraph({ runs: [{ text, size: 12 }] })).join('')}</p:txBody></p:sp></p:spTree></p:cSld></p:notes>`
const relations = (...rows) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`

function byHand({ slides }) {
  const entries = []
  slides.forEach((slide, i) => {
    const n = i + 1
    entries.push([`ppt/slides/slide${n}.xml`, slideXml(slide)])
    entries.push([
      `ppt/slides/_rels/slide${n}.xml.rels`,
      relations(
        ['slideLayout', '../slideLayouts/slideLayout1.xml'],
        ['notesSlide', `../notesSlides/notesSlide${n}.xml`],
      ),
    ])
    entries.push([`ppt/notesSlides/notesSlide${n}.xml`, notesXml(slide)])
    entries.push([
      `ppt/notesSlides/_rels/notesSlide${n}.xml.rels`,
      relations(['notesMaster', '../notesMasters/notesMaster1.xml'], ['slide', `../slides/slide${n}.xml`]),
    ])
  })
  return zip(entries)
}

function zip(entries) {
  const parts = []
  const directory = []
  let offset = 0
  for (const [name, text] of entries) {
    const data = Buffer.from(text)
    const packed = deflateRawSync(data, { level: 6 })
    const path = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(crc32(data), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(data.length, 22)
    local.writeUInt16LE(path.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    local.copy(central, 6, 4, 30)
    central.writeUInt32LE(offset, 42)
    parts.push(local, path, packed)
    directory.push(central, path)
    offset += 30 + path.length + packed.length
  }
  const end = Buffer.alloc(22)
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

const [which, ...counts] = process.argv.slice(2)
if (['ours', 'bare', 'apart'].includes(which)) await measure(which, Number(counts[0]))
else compare([which, ...counts].filter(Boolean).map(Number).length > 0 ? [which, ...counts].map(Number) : [1000, 8000])
