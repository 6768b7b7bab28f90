/**
 * `npm run bench`: wall time and peak memory of whole processes over the real sheet, interleaved, medians of 10 rounds.
 * Compare ratios within one run; machines are noisy.
 */
import './bare-node.mjs'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'dist/bin.cjs')
const work = mkdtempSync(join(tmpdir(), 'cold-recall-bench-'))
cpSync(join(root, 'content/week-17'), join(work, 'content/week-17'), { recursive: true })

mkdirSync(join(work, 'large'))
writeFileSync(join(work, 'large/recall.md'), largeSheet())

const rounds = Number(process.argv[2] ?? 10)
const peak = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS+'\\n'))`
const rows = [
  ['node -e 0', ['-e', '0']],
  ['cold-recall --help', [bin, '--help']],
  ['cold-recall check', [bin, 'check']],
  ['cold-recall check, 540 KB', [bin, 'check', 'large/recall.md']],
  ['cold-recall build, both files', [bin, 'build', '--out', 'OUT']],
  ['cold-recall build --only workbook', [bin, 'build', '--only', 'workbook', '--out', 'OUT']],
  ['cold-recall build --only deck', [bin, 'build', '--only', 'deck', '--out', 'OUT']],
].map(([name, args]) => ({ name, args, times: [], peaks: [] }))

for (let round = 0; round < rounds; round++) {
  for (const row of rows) {
    const out = join(work, `out-${round}`)
    const args = row.args.map((arg) => (arg === 'OUT' ? out : arg))
    const start = process.hrtime.bigint()
    const ran = spawnSync(process.execPath, args, { cwd: work, encoding: 'utf8' })
    row.times.push(Number(process.hrtime.bigint() - start) / 1e6)
    if (ran.status !== 0) throw new Error(`${row.name}: ${ran.stderr}`)
    rmSync(out, { recursive: true, force: true })
    if (round > 1) continue
    const measured = spawnSync(process.execPath, ['--import', peak, ...args], { cwd: work, encoding: 'utf8' })
    row.peaks.push(Number(/PEAK (\d+)/.exec(measured.stderr)?.[1]) / 1024)
    rmSync(out, { recursive: true, force: true })
  }
}
rmSync(work, { recursive: true, force: true })

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const base = median(rows[0].times)
process.stdout.write(`median of ${rounds}, Node ${process.version}\n`)
for (const { name, times, peaks } of rows) {
  const ms = median(times)
  process.stdout.write(
    `${name.padEnd(36)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / base).toFixed(1).padStart(5)} ×  ${median(peaks).toFixed(0).padStart(5)} MB\n`,
  )
}

/** 540 KB: 420 questions over 14 weeks, a list, a comparison, a drawing and the like in turn, each with its answer and a citation. */
function largeSheet() {
  const words =
    'the model drifts while people watch dashboards that nobody reads because alerts fire every night until the team turns them off'.split(
      ' ',
    )
  let state = 7
  const below = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state % n
  }
  const sentence = (count) => `${Array.from({ length: count }, () => words[below(words.length)]).join(' ')}.`
  const asked = [
    'Why is it that',
    'Which four things, as',
    'A versus B versus C: which of',
    'Draw how',
    'In two minutes, say how',
  ]
  const lines = ['# A long course — Daily Recall', '']
  let count = 0
  for (let week = 1; week <= 14; week++) {
    lines.push(`## Week ${week}`, '')
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Weekend']) {
      lines.push(`### ${day}`, '')
      for (let number = 1; number <= 5; number++) {
        const prompt = `${asked[count % asked.length]} ${sentence(12).slice(0, -1)} (${++count})?`
        lines.push(`${number}. ${prompt} See notes.md §${week}.${number}.`, '')
        lines.push('   <details><summary>Answer</summary>', '')
        for (let part = 0; part < 4; part++) lines.push(`   ${sentence(46)}`, '')
        lines.push('   </details>', '')
      }
    }
  }
  return lines.join('\n')
}
