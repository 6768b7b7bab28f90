import { describe, expect, it } from 'vitest'
import { markedRuns } from '../../src/sheet/dump.js'
import { plainBlocks } from '../../src/text/rich.js'
import { cpuTime } from '../cpu-time.js'
import { read, readQuestion } from './read.js'

describe('title and week', () => {
  it.each([
    ['# 04. Week 17 — Daily Recall\n\n1. Why?', '04', 'Week 17 — Daily Recall', 17],
    ['Week 3 *Daily* recall\n===\n\n1. Why?', null, 'Week 3 *Daily* recall', 3],
    ['## Week 9\n\n### Monday\n\n1. Why?', null, 'Week 9', 9],
    ['---\ntitle: Queues\nweek: 5\n---\n\n## Monday\n\n1. Why?', null, 'Queues', 5],
    ['Week 4 — Recall\n\nMonday\n\n1. Why?', null, 'Week 4 — Recall', 4],
    ['04. Week 17 — Daily Recall\n\nMonday\n\n1. Why?', '04', 'Week 17 — Daily Recall', 17],
    ['7) Daily recall, week 2\n\nMonday — Start\n\n1. Why?', '7', 'Daily recall, week 2', 2],
  ])('%j', (text, number, title, week) => {
    const { sheet } = read(text, 'recall.md')
    expect([sheet.number, markedRuns(sheet.title), sheet.week]).toEqual([number, title, week])
  })

  it('takes the week from the folder when nothing else names it', () => {
    expect(read('# Recall\n\n1. Why?', 'content/week-17/recall.md').sheet.week).toBe(17)
    expect(read('# Recall\n\n1. Why?', 'content/weekly/recall.md').sheet.week).toBe(null)
  })
})

describe('days', () => {
  const dayOf = (heading: string) => read(`# Week 1\n\n## ${heading}\n\n1. Why?`).sheet.days[0]

  it.each([
    ['Monday — Opening failure', 'monday', 'Mon', 'Opening failure'],
    ['Tuesday: CI/CD — *why*', 'tuesday', 'Tue', 'CI/CD — *why*'],
    ['Wed - Queues', 'wednesday', 'Wed', 'Queues'],
    ['**Thursday** Serving', 'thursday', 'Thu', 'Serving'],
    ['Weekend synthesis', 'weekend', 'Wkd', ''],
    ['Saturday', 'saturday', 'Sat', ''],
    ['Day 3 – Caches', 'day-3', 'D3', 'Caches'],
    ['Warm-up: basics', 'warm-up', 'Warm', 'basics'],
    ['Sun exposure', 'sun-exposure', 'Sun', ''],
    ["Monday's failures", 'monday-s-failures', 'Mond', ''],
    ['月曜日', 'monday', '月', ''],
  ])('%s', (heading, key, short, topic) => {
    const day = dayOf(heading)
    expect([day?.key, day?.short, markedRuns(day?.topic ?? [])]).toEqual([key, short, topic])
  })

  it('keep keys, ids and codes apart when a name is doubled', () => {
    const { sheet, codes } = read('# Week 1\n\n## Monday\n\n1. A?\n\n## Monday\n\n1. B?\n')
    expect(sheet.days.map((day) => [day.key, day.questions[0]?.id, day.questions[0]?.code])).toEqual([
      ['monday', 'w1-mon-q1', 'W1 Mon 1'],
      ['monday-2', 'w1-mon2-q1', 'W1 Mon2 1'],
    ])
    expect(codes).toContain('day-repeated 7:1')
  })

  it('are one part when a sheet has none', () => {
    const { sheet } = read('# Week 1\n\nUse these cold.\n\n1. A?\n2. B?\n')
    expect(sheet.days.map((day) => [day.key, day.questions.length])).toEqual([['questions', 2]])
    expect(plainBlocks(sheet.intro)).toBe('Use these cold.')
  })

  it('keep the prose before their first question', () => {
    const { sheet } = read('# Week 1\n\n## Monday\n\nRead *slowly*.\n\n- one\n\n1. A?\n')
    expect(plainBlocks(sheet.days[0]?.intro ?? [])).toBe('Read slowly. one')
  })
})

describe('questions', () => {
  const prompts = (text: string) =>
    read(`# Week 1\n\n## Monday\n\n${text}`).sheet.days[0]?.questions.map((q) => plainBlocks(q.prompt))

  it.each([
    ['1) A?\n2) B?', ['A?', 'B?']],
    ['- A?\n- B?', ['A?', 'B?']],
    ['### Q1. A?\n\nMore of A.\n\n### Q2. B?', ['A? More of A.', 'B?']],
    ['### 1. A?\n\n- hint\n\n### 2. B?', ['A? hint', 'B?']],
    ['### A?\n\n### B?', ['A?', 'B?']],
    ['1. A?\n\n---\n\n2. B?', ['A?', 'B?']],
    ['1. A?\n\n   ```sh\n   ls\n   ```\n2. B?', ['A? ls', 'B?']],
    ['### Part one\n\n1. A?\n\n### Part two\n\n1. B?', ['A?', 'Part two B?']],
    ['1. A?\n\nStray words.\n\n2. B?', ['A? Stray words.', 'B?']],
  ])('%j', (text, expected) => {
    expect(prompts(text)).toEqual(expected)
  })
})

it('keeps the citation of a question that stray words follow', () => {
  const { sheet } = read(
    '# Week 1\n\n## Monday\n\n1. A? See a.md §1. {lines=3}\n\nStray. See b.md §2.\n\n2. B?\n\nSee c.md §3.',
  )
  const [first, second] = sheet.days[0]?.questions ?? []
  expect([plainBlocks(first?.prompt ?? []), first?.citedAs, first?.author]).toEqual([
    'A? Stray. See b.md §2.',
    'a.md §1',
    { lines: 3 },
  ])
  expect([plainBlocks(second?.prompt ?? []), second?.citedAs]).toEqual(['B?', 'c.md §3'])
})

it('leaves the furniture of a web page out, and a list of contents', () => {
  const { sheet, codes } = read(
    'Skip to content\n\n[Home](/) › Course\n\n# Week 1\n\nOn this page\n\n- [Monday](#monday)\n- Tuesday\n\n## Monday\n\n1. A? See a.md §1.\n\nBack to top\n',
  )
  expect(sheet.intro).toEqual([])
  expect(codes).toEqual([1, 3, 7, 9, 16].map((line) => `page-furniture ${line}:1`))
})

describe('phrasing', () => {
  it.each([
    ['Is *this* **bold** ~~or~~ `code`?', 'Is *this* **bold** ~~or~~ `code`?'],
    ['run → stop [there][x]\n\n[x]: a.html "T"', 'run → stop [there](a.html)'],
    ['one\\\ntwo<br>three', 'one\ntwo\nthree'],
    ['H<sub>2</sub>O x<sup>2</sup> <kbd>Esc</kbd>', 'H~2~O x^2^ `Esc`'],
    ['soft\nbreak', 'soft break'],
    ['a\tb', 'a b'],
    ['co\u00adop 10\u00a0km', 'co\u00adop 10\u00a0km'],
    ['Why is ![a queue](q.png) so long?', 'Why is [a queue] so long?'],
    ['Why[^1]?\n\n[^1]: Say *it*.', 'Why (Say *it*)?'.replace('it*', 'it*.')],
    ['a <!-- secret --> b', 'a b'],
    ['5 < 6 &amp; 7', '5 < 6 & 7'],
    ['in a set {x: 1}', 'in a set {x: 1}'],
  ])('%j', (item, expected) => {
    const [block] = readQuestion(item).question.prompt
    expect(block?.type === 'paragraph' && markedRuns(block.runs)).toBe(expected)
  })

  it('prints options as empty boxes', () => {
    const { question } = readQuestion('Which?\n   - [ ] this\n   - [x] that')
    expect(plainBlocks(question.prompt)).toBe('Which? a) this b) that')
  })
})

describe('bounds', () => {
  const timed = (text: string): number => {
    const start = cpuTime()
    read(text)
    return cpuTime() - start
  }

  it.each([
    ['a plain line', `1. ${'a'.repeat(1e6)}`],
    ['spaces', `1. a${' '.repeat(1e6)}b`],
    ['marks', `1. ${'a_b* '.repeat(2e5)}`],
    ['braces', `1. ${'{'.repeat(1e6)}`],
    ['pairs', `1. x {${'a=b '.repeat(2e5)}}`],
    ['sections', `1. See a.md ${'§1, '.repeat(2.5e5)}`],
    ['brackets', `1. ${'('.repeat(1e6)}`],
    ['dashes', `1. ${'- '.repeat(5e5)}`],
    ['quotes', `${'> '.repeat(5e5)}a`],
    ['digits', `1. ${'1.'.repeat(5e5)}`],
    ['comments', `1. ${'<!--'.repeat(2.5e5)}`],
    ['tags', `1. a${'<b '.repeat(3e5)}`],
  ])('1 MB of %s is read in a few seconds at most', (_, text) => {
    expect(timed(`# Week 1\n\n## Monday\n\n${text}\n`)).toBeLessThan(5000)
  })

  it('survives emphasis nested thousands deep', () => {
    expect(() => read(`# Week 1\n\n1. ${'*a **b '.repeat(1600)}`)).not.toThrow()
    expect(() => read(`# Week 1\n\n1. ${'*a **b '.repeat(1600)}${'b** a* '.repeat(1600)}`)).not.toThrow()
  })
})
