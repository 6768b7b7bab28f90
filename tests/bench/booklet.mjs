/**
 * `node tests/bench/booklet.mjs [weeks]`: a course as one tagged PDF, against a bare pdfkit program that draws the same pages through
 * pdfkit's own text and path calls, untagged, its pages laid out beforehand and not counted. Each in a process of its own, medians of 5.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import PDFDocument from 'pdfkit'
import { bookletPages } from '../../dist/build/booklet.js'
import { KeptSheet } from '../../dist/build/kept-sheet.js'
import { readSheets } from '../../dist/build/read-sheets.js'
import { templateFor } from '../../dist/build/sheet-template.js'
import { diskWorld, startRun } from '../../dist/commands/common.js'
import { Log } from '../../dist/diagnostics.js'
import { openFonts } from '../../dist/text/fonts/fonts.js'
import { renderBooklet } from '../../dist/workbook/pdf.js'
import { asked, talker } from './talk.mjs'

function compare(courses) {
  const rounds = 5
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
  for (const weeks of courses) {
    const results = { ours: [], bare: [] }
    for (let round = 0; round < rounds; round++)
      for (const which of ['ours', 'bare']) {
        const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), which, String(weeks)], {
          encoding: 'utf8',
        })
        if (ran.status !== 0) throw new Error(ran.stderr)
        results[which].push(JSON.parse(ran.stdout))
      }
    const [ours, bare] = ['ours', 'bare'].map((which) => median(results[which].map(({ ms }) => ms)))
    const { questions, pages, megabytes } = results.ours[0]
    const peak = median(results.ours.map(({ peak: mb }) => mb))
    process.stdout.write(
      `${weeks} weeks, ${questions} questions, ${pages} pages, ${megabytes.toFixed(1)} MB: ${ours.toFixed(0)} ms (${(ours / weeks).toFixed(1)} a week), ` +
        `bare pdfkit ${bare.toFixed(0)} ms: ${(ours / bare).toFixed(2)} ×; peak ${peak.toFixed(0)} MB\n`,
    )
  }
}

/** Planning, laying out and writing, or drawing alone, of weeks that were read before. */
async function measure(which, weeks) {
  // As `src/bin.ts` has it.
  setFlagsFromString('--heap-growing-percent=60')
  const shell = {
    command: '',
    cwd: process.cwd(),
    env: {},
    stdout: { write() {} },
    stderr: { write() {} },
    now: () => new Date(0),
  }
  const run = startRun([], shell)
  const world = diskWorld(shell, run)
  const course = Array.from({ length: weeks }, (_, i) => {
    const path = `week-${i + 1}/recall.md`
    const [read] = readSheets([{ file: path, path, root: '/nowhere', text: weekText(i + 1) }], world, new Log())
    const template = templateFor(read.sheet, world, { template: null, paper: null }, new Log())
    const fonts = openFonts(template.faces)
    return { read: new KeptSheet(read, false), folder: `week-${i + 1}`, template, fonts, metrics: fonts }
  })
  const questions = course.reduce(
    (n, { read }) => n + read.planned().sheet.days.reduce((m, day) => m + day.questions.length, 0),
    0,
  )
  const { fonts } = course[0]
  const start = performance.now()
  let pages = 0
  let bytes
  let ms
  if (which === 'ours') {
    const counted = function* () {
      for (const week of bookletPages({ weeks: course, course: null }, 'whole')) {
        pages += week.pages.length
        yield week
      }
    }
    const pieces = renderBooklet({ title: 'Course', lang: 'en' }, counted(), () => null, fonts, { date: new Date(0) })
    bytes = Buffer.concat([...pieces])
    ms = performance.now() - start
  } else {
    // It opens fonts and shapes with the font library, as anybody's program does.
    const { faces } = course[0].template
    const sources = new Map(
      Object.values(faces)
        .flat()
        .map((source) => [source, { name: source.name, bytes: source.bytes }]),
    )
    const opened = Object.entries(faces).map(([face, chain]) => [face, chain.map((source) => sources.get(source))])
    const bare = new BareWriter(openFonts(Object.fromEntries(opened)))
    ms = 0
    for (const week of bookletPages({ weeks: course, course: null }, 'whole')) {
      pages += week.pages.length
      const began = performance.now()
      bare.draw(week)
      ms += performance.now() - began
      await new Promise(setImmediate)
    }
    const began = performance.now()
    bytes = await bare.end()
    ms += performance.now() - began
  }
  const peak = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ ms, pages, questions, megabytes: bytes.length / 1e6, peak }))
}

/** What anybody would write with pdfkit's documentation at hand. */
class BareWriter {
  #document = new PDFDocument({ autoFirstPage: false, font: null, info: { CreationDate: new Date(0) } })
  #chunks = []
  #registered = new Set()
  #fonts

  constructor(fonts) {
    this.#fonts = fonts
    this.#document.on('data', (chunk) => this.#chunks.push(chunk))
  }

  draw({ pages }) {
    const document = this.#document
    for (const { width, height, items } of pages) {
      document.addPage({ size: [width, height], margin: 0 })
      for (const item of items) {
        if (item.type === 'text')
          for (const piece of item.pieces) {
            const { key, font } = this.#fonts.fontOf(piece.face, piece.font)
            if (!this.#registered.has(key)) document.registerFont(key, font)
            this.#registered.add(key)
            document.font(key).fontSize(piece.size)
            document
              .fillColor(grey(item.ink))
              .text(piece.text, item.x + piece.x, item.y, { lineBreak: false, baseline: 'alphabetic' })
          }
        else if (item.type === 'line')
          document.moveTo(item.x1, item.y1).lineTo(item.x2, item.y2).lineWidth(item.weight).stroke(grey(item.ink))
        else if (item.type === 'box')
          document.rect(item.x, item.y, item.width, item.height).lineWidth(item.weight).stroke(grey(item.ink))
        else if (item.type === 'sign')
          document.circle(item.x, item.y, item.radius).lineWidth(item.weight).stroke(grey(item.ink))
        else if (item.type === 'dots') {
          for (let row = 0; row < item.rows; row++)
            for (let column = 0; column < item.columns; column++)
              document.rect(item.x + column * item.pitch, item.y + row * item.pitch, item.size, item.size)
          document.fill(grey(item.ink))
        }
      }
    }
  }

  end() {
    return new Promise((resolve) => {
      this.#document.on('end', () => resolve(Buffer.concat(this.#chunks)))
      this.#document.end()
    })
  }
}

/** pdfkit takes 0 to 255. */
function grey(ink) {
  const value = Math.round((1 - ink) * 255)
  return [value, value, value]
}

/** 25 questions over five days, of every kind. */
function weekText(week) {
  const { below, sentence } = talker(week)
  const lines = [`# Week ${week} — Daily Recall`, '']
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    lines.push(`## ${day} — ${sentence(2)}`, '')
    for (let number = 1; number <= 5; number++)
      lines.push(
        `${number}. ${asked[below(asked.length)]} ${sentence(11)} ${week}.${number}? See notes.md §${week}.${number}.`,
      )
    lines.push('')
  }
  return lines.join('\n')
}

const [mode, count] = process.argv.slice(2)
if (mode === 'ours' || mode === 'bare') await measure(mode, Number(count))
else compare(mode === undefined ? [52, 400] : [Number(mode)])
