/**
 * `node tests/bench/course.mjs [weeks …]`: whole courses, as people build them: a sheet of 24 questions and a source of 40 KB a week. Cold, with
 * nothing to do, and after one edited week, in processes of their own; and the programs that anybody would write with the documentation of
 * pdfkit and pptxgenjs at hand, over the same sheets. Medians of `ROUNDS` (3), interleaved; compare ratios within one run.
 */
import './bare-node.mjs'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asked, talker } from './talk.mjs'

const bin = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url))
const self = fileURLToPath(import.meta.url)
const rounds = Number(process.env.ROUNDS ?? 3)
const peakOf = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS+'\\n'))`
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** Wall milliseconds and peak megabytes of one process. */
function timed(cwd, ...args) {
  const start = performance.now()
  const ran = spawnSync(process.execPath, ['--import', peakOf, ...args], { cwd, encoding: 'utf8' })
  const ms = performance.now() - start
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stderr}`)
  return { ms, peak: Number(/PEAK (\d+)/.exec(ran.stderr)?.[1]) / 1024 }
}

function compare(counts) {
  const rows = [
    ['build, cold', (cwd) => fresh(cwd, bin, 'build')],
    ['build, with a booklet', (cwd) => timed(cwd, bin, 'build', '--booklet', '--out', 'bound')],
    ['pdfkit alone, naive', (cwd) => timed(cwd, self, 'pdf')],
    ['pptxgenjs alone, naive', (cwd) => timed(cwd, self, 'pptx')],
    ['build, nothing to do', (cwd) => timed(cwd, bin, 'build')],
    ['build, one week edited', edited],
    ['node -e 0', (cwd) => timed(cwd, '-e', '0')],
  ].filter(([name]) => !process.env.ONLY || name.includes(process.env.ONLY))
  const found = new Map()
  for (const count of counts) {
    const cwd = mkdtempSync(join(tmpdir(), 'cold-recall-course-'))
    for (let week = 1; week <= count; week++) {
      mkdirSync(join(cwd, folderOf(week)), { recursive: true })
      writeFileSync(join(cwd, folderOf(week), 'recall.md'), sheetText(week))
      writeFileSync(join(cwd, folderOf(week), 'notes.md'), sourceText(week))
    }
    // Sheets of a course are not a moment old: a file that may have changed while it was read is read once more by the next build.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500)
    for (let round = 0; round < rounds; round++)
      for (const [name, run] of rows) {
        const key = `${name} ${count}`
        found.set(key, [...(found.get(key) ?? []), run(cwd, count, round)])
      }
    rmSync(cwd, { recursive: true, force: true })
  }
  process.stdout.write(`median of ${rounds}, Node ${process.version}\n`)
  for (const [name] of rows)
    for (const count of counts) {
      const runs = found.get(`${name} ${count}`)
      const ms = median(runs.map((run) => run.ms))
      const peak = median(runs.map((run) => run.peak))
      process.stdout.write(
        `${name.padEnd(26)} ${String(count).padStart(4)} weeks ${ms.toFixed(0).padStart(7)} ms ${(ms / count).toFixed(1).padStart(6)} ms a week ${peak.toFixed(0).padStart(5)} MB\n`,
      )
    }
}

function fresh(cwd, ...args) {
  for (const out of ['out', 'bound']) rmSync(join(cwd, out), { recursive: true, force: true })
  return timed(cwd, ...args)
}

function edited(cwd, count, round) {
  const path = join(cwd, folderOf(Math.ceil(count / 2)), 'recall.md')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/1\. (?:Again \d+: )?/, `1. Again ${round}: `))
  return timed(cwd, bin, 'build')
}

const folderOf = (week) => `content/week-${String(week).padStart(3, '0')}`

// --- the course ---

/** 24 questions over six days, of every kind. */
function sheetText(week) {
  const { below, sentence } = talker(week)
  const lines = [`# Week ${week} — Daily Recall`, '']
  for (const [i, day] of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Weekend'].entries()) {
    lines.push(`## ${day} — ${sentence(2)}`, '')
    for (let number = 1; number <= 4; number++)
      lines.push(
        `${number}. ${asked[below(asked.length)]} ${sentence(11)} ${week}.${number}? See notes.md §${i + 1}.${number}-§${i + 1}.${number + 2}.`,
      )
    lines.push('')
  }
  return lines.join('\n')
}

/** 60 sections of some 650 letters. */
function sourceText(week) {
  const { sentence } = talker(week + 1000)
  const sections = Array.from(
    { length: 60 },
    (_, i) => `## ${Math.floor(i / 10) + 1}.${(i % 10) + 1} ${sentence(4)}\n\n${sentence(60)}.\n\n${sentence(50)}.\n`,
  )
  return `# Notes ${week}\n\n${sections.join('\n')}`
}

// --- what anybody would write ---

function* naiveWeeks() {
  const { readdirSync } = process.getBuiltinModule('node:fs')
  for (const folder of readdirSync('content').sort()) {
    const titles = new Map(
      [...readFileSync(`content/${folder}/notes.md`, 'utf8').matchAll(/^## (\S+) (.*)$/gm)].map(([, number, title]) => [
        number,
        title,
      ]),
    )
    const text = readFileSync(`content/${folder}/recall.md`, 'utf8')
    const days = text.split(/^## /m).slice(1)
    yield {
      folder,
      title: /^# (.*)$/m.exec(text)[1],
      days: days.map((day) => ({
        name: day.split('\n')[0],
        questions: [...day.matchAll(/^\d+\. (.*) See notes\.md §([\d.]+)-§([\d.]+)\.$/gm)].map(([, ask, from, to]) => ({
          ask,
          key: `notes.md §${from}–§${to}: ${titles.get(from)}; ${titles.get(to)}`,
        })),
      })),
    }
  }
}

async function naivePdf() {
  const { default: PDFDocument } = await import('pdfkit')
  mkdirSync('naive', { recursive: true })
  for (const { folder, title, days } of naiveWeeks()) {
    const document = new PDFDocument({ size: 'A4', margin: 56 })
    const chunks = []
    document.on('data', (chunk) => chunks.push(chunk))
    for (const [i, { name, questions }] of days.entries()) {
      if (i > 0) document.addPage()
      document.fontSize(18).text(`${title}: ${name}`).moveDown()
      for (const { ask } of questions) {
        document.fontSize(11).text(ask).moveDown(1.5)
        for (let rule = 0; rule < 5; rule++) {
          document.moveTo(56, document.y).lineTo(539, document.y).stroke()
          document.y += 22.7
        }
      }
    }
    document.addPage().fontSize(18).text('Key').fontSize(9)
    for (const { key } of days.flatMap(({ questions }) => questions)) document.text(key)
    await new Promise((done) => {
      document.on('end', done)
      document.end()
    })
    writeFileSync(`naive/${folder}.pdf`, Buffer.concat(chunks))
  }
}

async function naivePptx() {
  const { default: PptxGenJS } = await import('pptxgenjs')
  mkdirSync('naive', { recursive: true })
  for (const { folder, days } of naiveWeeks()) {
    const deck = new PptxGenJS()
    for (const { ask, key } of days.flatMap(({ questions }) => questions))
      for (const text of [ask, `${ask}\n${key}`]) {
        const slide = deck.addSlide()
        slide.addText(text, { x: 0.5, y: 1, w: 9, h: 4, fontSize: 28 })
        slide.addNotes(key)
      }
    writeFileSync(`naive/${folder}.pptx`, await deck.write({ outputType: 'nodebuffer' }))
  }
}

const [mode, ...rest] = process.argv.slice(2)
if (mode === 'pdf') await naivePdf()
else if (mode === 'pptx') await naivePptx()
else compare(mode === undefined ? [1, 52, 400] : [mode, ...rest].map(Number))
