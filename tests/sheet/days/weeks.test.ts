import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Log } from '../../../src/diagnostics.js'
import type { Sheet } from '../../../src/sheet/model.js'
import { parseSheets } from '../../../src/sheet/parse.js'
import { plainBlocks, plainText } from '../../../src/text/rich.js'

/** Each sheet as "week, title: codes of its questions". */
function read(text: string, file = 'recall.md') {
  const log = new Log()
  const sheets = parseSheets(text, file, log)
  return {
    sheets,
    shown: sheets.map(show),
    codes: log.messages.map(({ code, place }) => `${code} ${place?.start.line ?? ''}`.trim()),
  }
}

const show = ({ week, title, days }: Sheet) =>
  `${week}, ${plainText(title)}: ${days.flatMap((day) => day.questions.map(({ code }) => code)).join(', ')}`

describe('several weeks in one file', () => {
  it('are a sheet each, under headings of the first level', () => {
    const { sheets, shown, codes } = read(
      '# Week 1 — Openings\n\nCold.\n\n## Monday\n\n1. Why? See a.md §1.\n\n## Tuesday\n\n1. How? See a.md §1.\n\n# Week 2 — Closings\n\n## Monday\n\n1. Who? See a.md §1.\n',
    )
    expect(shown).toEqual(['1, Week 1 — Openings: W1 Mon 1, W1 Tue 1', '2, Week 2 — Closings: W2 Mon 1'])
    expect(sheets.map(({ intro }) => plainBlocks(intro))).toEqual(['Cold.', ''])
    expect(sheets.map(({ place, oneOfSeveral }) => [place.start.line, place.end.line, oneOfSeveral])).toEqual([
      [1, 11, true],
      [13, 17, true],
    ])
    expect(sheets[1]?.days[0]?.questions[0]?.place.start.line).toBe(17)
    expect(codes).toEqual([])
  })

  it('share the title, the front matter and the introduction of the file', () => {
    const { sheets, shown } = read(
      '---\ncourse: MLOps\nlang: en\nstart: 2025-02-24\n---\n\n# 04. Recall\n\nUse these cold.\n\n## Week 1\n\n### Monday\n\n1. Why?\n\n## Week 2: Late\n\nHarder.\n\n### Monday\n\n1. How?\n\n## Week 4\n\n### Monday\n\n1. Who?\n',
    )
    expect(shown).toEqual([
      '1, Recall — Week 1: W1 Mon 1',
      '2, Recall — Week 2: Late: W2 Mon 1',
      '4, Recall — Week 4: W4 Mon 1',
    ])
    expect(sheets.map(({ number, course, lang }) => [number, course, lang])).toEqual(
      Array(3).fill(['04', 'MLOps', 'en']),
    )
    expect(sheets.map(({ settings }) => settings?.start?.value)).toEqual(['2025-02-24', '2025-03-03', '2025-03-17'])
    expect(sheets.map(({ intro }) => plainBlocks(intro))).toEqual([
      'Use these cold.',
      'Use these cold. Harder.',
      'Use these cold.',
    ])
  })

  it('take the title from the front matter', () => {
    expect(
      read('---\ntitle: Doors\n---\n\n# Week 1\n\n## Monday\n\n1. Why?\n\n# Week 2\n\n## Monday\n\n1. How?\n').shown,
    ).toEqual(['1, Doors — Week 1: W1 Mon 1', '2, Doors — Week 2: W2 Mon 1'])
  })

  it.each([
    ['# MLOps — Week 1', '# MLOps — Week 2'],
    ['# 🗓 Woche 1: Anfang', '# 🗓 Woche 2: Ende'],
    ['# 01. Week 1 Daily Recall', '# 02. Week 2 Daily Recall'],
    ['# 第1週', '# 第2週'],
    ['Week 1\n======', 'Week 2\n======'],
  ])('are found under %j', (one, two) => {
    expect(
      read(`${one}\n\n## Monday\n\n1. Why?\n\n${two}\n\n## Monday\n\n1. How?\n`).sheets.map(({ week }) => week),
    ).toEqual([1, 2])
  })

  it('may have no days, and days may be headings of their own level', () => {
    expect(read('# Recall\n\n## Week 1\n\n1. Why?\n\n## Week 2\n\n1. How?\n').sheets.map(({ week }) => week)).toEqual([
      1, 2,
    ])
    expect(read('# Week 1\n\n# Monday\n\n1. Why?\n\n# Week 2\n\n# Monday\n\n1. How?\n').shown).toEqual([
      '1, Week 1: W1 Mon 1',
      '2, Week 2: W2 Mon 1',
    ])
  })

  it('go on where a week is named again', () => {
    expect(
      read(
        '# Week 1\n\n## Monday\n\n1. Why?\n\n# Week 2\n\n## Monday\n\n1. How?\n\n# Week 1, continued\n\n## Friday\n\n1. Who?\n',
      ).shown,
    ).toEqual(['1, Week 1: W1 Mon 1, W1 Fri 1', '2, Week 2: W2 Mon 1'])
  })

  it('share a key at the end, each its own part of it', () => {
    const { sheets } = read(
      '# Week 1\n\n## Monday\n\n1. Why?\n\n# Week 2\n\n## Monday\n\n1. How?\n\n# Answers\n\n## Week 1\n\n1. So.\n\n## Week 2\n\n1. Thus.\n',
    )
    const answers = sheets.map(({ days }) =>
      days.map((day) => day.questions.map(({ answer }) => plainBlocks(answer ?? []))),
    )
    expect(answers).toEqual([[['So.']], [['Thus.']]])
  })

  it.each([
    ['# Answers for week 2\n\n1. Thus.\n', ['', 'Thus.'], []],
    ['# Answers week 1\n\n1. So.\n\n# Answers week 2\n\n1. Thus.\n', ['So.', 'Thus.'], []],
    ['# Answers for week 7\n\n1. So.\n', ['', ''], ['answer-unmatched 15']],
  ])('have keys whose titles say whose they are: %j', (key, expected, told) => {
    const { sheets, codes } = read(`# Week 1\n\n## Monday\n\n1. Why?\n\n# Week 2\n\n## Monday\n\n1. How?\n\n${key}`)
    const answers = sheets.flatMap(({ days }) => days.flatMap(({ questions }) => questions.map(({ answer }) => answer)))
    expect(answers.map((answer) => plainBlocks(answer ?? []))).toEqual(expected)
    expect(codes.filter((code) => code.startsWith('answer-unmatched'))).toEqual(told)
  })

  it('are told when one is empty; the others are whole', () => {
    const { shown, codes } = read(
      '# Week 1\n\n## Monday\n\n1. Why?\n\n# Week 2\n\n## Monday\n\n1. How?\n\n# Week 3\n\n## Monday\n\nComing soon.\n',
    )
    expect(shown).toHaveLength(2)
    expect(codes).toContain('week-empty 13')
  })

  it('give every question an id of its own', () => {
    const { sheets } = read('# Week 1\n\n## Monday\n\n1. Why?\n\n# Week 2\n\n## Monday\n\n1. Why?\n')
    const ids = sheets.flatMap(({ days }) => days.flatMap((day) => day.questions.map(({ stableId }) => stableId)))
    expect(new Set(ids).size).toBe(2)
  })
})

describe('one week stays one', () => {
  it.each([
    ['a heading mentions a week', '# Week 1\n\n## Monday\n\n1. Why?\n\n# What broke in week 2\n\n1. How?\n', 'warned'],
    ['a question names a week', '# Week 1\n\n## Monday\n\n1. Why?\n\n## Week 2 brought what?\n\n1. How?\n', 'quiet'],
    [
      'a day recalls another week',
      '# Week 3\n\n## Monday\n\n1. Why?\n\n## Week 1 recap\n\n1. How?\n\n## Week 2 recap\n\n1. Who?\n',
      'warned',
    ],
    [
      'a week comes between days of one level',
      '# Recall\n\n## Monday\n\n1. Why?\n\n## Week 1\n\n## Tuesday\n\n1. How?\n\n## Week 2\n\n## Friday\n\n1. Who?\n',
      'warned',
    ],
    ['weeks stand inside days', '# Recall\n\n## Monday\n\n### Week 1\n\n1. Why?\n\n### Week 2\n\n1. How?\n', 'warned'],
    [
      'the title says which week it is',
      '# Week 9 — Review\n\n## Week 1\n\n### Monday\n\n1. Why?\n\n## Week 2\n\n### Monday\n\n1. How?\n',
      'warned',
    ],
    [
      'the front matter says it',
      '---\nweek: 9\n---\n\n# Week 1\n\n## Monday\n\n1. Why?\n\n# Week 2\n\n## Tuesday\n\n1. How?\n',
      'warned',
    ],
    ['the second week has only prose', '# Week 1\n\n## Monday\n\n1. Why?\n\n# Week 2\n\nComing soon.\n', 'warned'],
    [
      'the same week is named twice',
      '# Week 1\n\n## Monday\n\n1. Why?\n\n# Week 1 — more\n\n## Tuesday\n\n1. How?\n',
      'quiet',
    ],
  ])('when %s', (_, text, told) => {
    const { sheets, codes } = read(text)
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.oneOfSeveral).toBeUndefined()
    expect(codes.some((code) => code.startsWith('sheet-several-weeks'))).toBe(told === 'warned')
  })
})

describe('a text copy', () => {
  const page = (week: number, day = 'Monday') =>
    `0${week}. Week ${week} — Daily Recall\n\nUse these cold.\n\n${day} — Doors\n\n  1. Why ${week}?\n  2. How ${week}?\n`

  it('of several pages is parted at the title lines, though Markdown takes these for items of the list before', () => {
    const { shown, sheets } = read(`Skip to content\n\n${page(1)}\n${page(2, 'Tuesday')}\n${page(3)}`)
    expect(shown).toEqual([
      '1, Week 1 — Daily Recall: W1 Mon 1, W1 Mon 2',
      '2, Week 2 — Daily Recall: W2 Tue 1, W2 Tue 2',
      '3, Week 3 — Daily Recall: W3 Mon 1, W3 Mon 2',
    ])
    expect(sheets.map(({ number }) => number)).toEqual(['01', '02', '03'])
    expect(sheets[1]?.days[0]?.questions[1]?.place.start.line).toBe(19)
  })

  it('of the real page twice is two weeks of 24 questions', () => {
    const text = readFileSync(new URL('../../../content/week-17/04_daily_recall.md', import.meta.url), 'utf8').replace(
      /^#+ /gm,
      '',
    )
    const { sheets } = read(`${text}\n${text.replaceAll('Week 17', 'Week 18')}`)
    const counts = sheets.map(({ week, days }) => [
      week,
      days.length,
      days.reduce((n, day) => n + day.questions.length, 0),
    ])
    expect(counts).toEqual([
      [17, 6, 24],
      [18, 6, 24],
    ])
  })
})
