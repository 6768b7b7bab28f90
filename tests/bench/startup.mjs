/**
 * `node tests/bench/startup.mjs [ROUNDS]`: how fast commands start, as multiples of `node -e 0` in the same rounds; and what naive programs for
 * pdfkit and pptxgenjs, a page and two slides for each question, take over the same sheet. Interleaved; medians of wall time and of CPU time,
 * which other work on the machine disturbs less.
 */
import './bare-node.mjs'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'dist/bin.cjs')
const rounds = Number(process.argv[2] ?? 7)
const work = mkdtempSync(join(tmpdir(), 'cold-recall-startup-'))
const one = join(work, 'one')
const again = join(work, 'again')
const six = join(work, 'six')
for (const [folder, from, to] of [
  [one, 'content/week-17', 'content/week-17'],
  [again, 'content/week-17', 'content/week-17'],
  [six, 'content', 'content'],
]) {
  mkdirSync(folder)
  cpSync(join(root, from), join(folder, to), { recursive: true })
}

// Read as plainly as can be: lines that begin with a number are questions.
const naive = (name, body) => {
  const path = join(work, `${name}.mjs`)
  const read = `import { readFileSync } from 'node:fs'
const text = readFileSync(${JSON.stringify(join(one, 'content/week-17/04_daily_recall.md'))}, 'utf8')
const questions = text.split('\\n').filter((line) => /^\\d+\\. /.test(line))
`
  writeFileSync(path, read + body)
  return path
}
const url = (path) => JSON.stringify(join(root, 'node_modules', path))
const pdf = naive(
  'pdf',
  `import PDFDocument from ${url('pdfkit/js/pdfkit.node.mjs')}
import { createWriteStream } from 'node:fs'
const doc = new PDFDocument({ size: 'A4', margin: 50 })
doc.pipe(createWriteStream(process.argv[2]))
for (const [i, question] of questions.entries()) {
  if (i > 0 && i % 4 === 0) doc.addPage()
  doc.fontSize(11).text(question)
  for (let rule = 0; rule < 5; rule++) doc.moveDown(1.6).moveTo(50, doc.y).lineTo(545, doc.y).stroke()
}
doc.end()
`,
)
const pptx = naive(
  'pptx',
  `import PptxGenJS from ${url('pptxgenjs/dist/pptxgen.es.js')}
const deck = new PptxGenJS()
for (const question of questions)
  for (const words of [question, 'Check: ' + question]) {
    const slide = deck.addSlide()
    slide.addText(words, { x: 0.5, y: 1, w: 9, h: 3, fontSize: 28 })
    slide.addNotes(words)
  }
await deck.writeFile({ fileName: process.argv[2] })
`,
)

const rows = [
  ['node -e 0', one, ['-e', '0']],
  ['--help', one, [bin, '--help']],
  ['build, up to date', one, [bin, 'build', '--out', 'standing']],
  ['check, nothing changed', again, [bin, 'check']],
  ['check, the real sheet', one, [bin, 'check']],
  ['check, six sheets', six, [bin, 'check']],
  ['build, the real sheet, both files', one, [bin, 'build', '--out', 'OUT']],
  ['naive pdfkit', one, [pdf, join(work, 'naive.pdf')]],
  ['naive pptxgenjs', one, [pptx, join(work, 'naive.pptx')]],
].map(([name, cwd, args]) => ({ name, cwd, args, wall: [], cpu: [] }))

// Sheets are not a moment old: one that may have changed while it was read is read once more by the next run.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500)
spawnSync(process.execPath, [bin, 'build', '--out', 'standing'], { cwd: one })
for (const command of ['build', 'check']) spawnSync(process.execPath, [bin, command], { cwd: again })
// A process around each, which knows what its children have used.
const meter = `const { spawnSync } = require('node:child_process')
const { readFileSync } = require('node:fs')
const start = process.hrtime.bigint()
const ran = spawnSync(process.execPath, process.argv.slice(1), { encoding: 'utf8' })
const wall = Number(process.hrtime.bigint() - start) / 1e6
let cpu = null
try {
  // Of ended children, in ticks of 10 ms, on Linux.
  const [user, system] = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ').slice(13, 15).map(Number)
  cpu = (user + system) * 10
} catch {}
process.stdout.write(JSON.stringify({ wall, cpu, status: ran.status, stderr: ran.stderr }))`

for (let round = 0; round < rounds; round++)
  for (const row of rows) {
    const out = join(work, `out-${round}`)
    const args = row.args.map((arg) => (arg === 'OUT' ? out : arg))
    const { stdout } = spawnSync(process.execPath, ['-e', meter, '--', ...args], { cwd: row.cwd, encoding: 'utf8' })
    const { wall, cpu, status, stderr } = JSON.parse(stdout)
    if (status !== 0) throw new Error(`${row.name}: ${stderr}`)
    row.wall.push(wall)
    if (cpu !== null) row.cpu.push(cpu)
    rmSync(out, { recursive: true, force: true })
  }
rmSync(work, { recursive: true, force: true })

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const [base] = rows
process.stdout.write(`start-up, medians of ${rounds}, Node ${process.version}\n`)
for (const { name, wall, cpu } of rows) {
  const times = (of, unit) => `${median(of).toFixed(0).padStart(6)} ms ${(median(of) / unit).toFixed(2).padStart(6)} ×`
  process.stdout.write(
    `${name.padEnd(34)} wall ${times(wall, median(base.wall))}   cpu ${times(cpu, median(base.cpu))}\n`,
  )
}
