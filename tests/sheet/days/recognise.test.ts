import { describe, expect, it } from 'vitest'
import { isRecallSheet } from '../../../src/sheet/days/recognise.js'
import { cpuTime } from '../../cpu-time.js'
import { repositoryText } from '../read.js'

describe('a recall sheet', () => {
  it.each([
    ['# X\n\n## Montag\n\n1. A?\n\n## Dienstag\n\n- B?', 'x.md'],
    ['# X\n\n## 月曜日\n\n1. A?\n\n## 第3天\n\n- B?', 'x.md'],
    ['# Anything', 'week-17/04_daily_recall.md'],
    ['# Anything', 'recall.md'],
    ['# Anything', 'week3recall.md'],
    ['# Anything', 'recall2.md'],
    ['# Anything', 'Week_3_Recalls.md'],
    ['# Week 2 quiz\n\n## Monday\n\n1. Why b?\n2. Why c? See a.md §1.', 'quiz.md'],
    ['---\nkind: recall-sheet\n---\n\n# X', 'x.md'],
    ['---\nkind: recall-sheet\n---\n\n# X', 'README.md'],
    ['---\r\nkind: "recall-sheet"\r\n---\r\n', 'x.md'],
    ['# Week 3: Daily Recall', 'x.md'],
    ['---\ntitle: x\n---\n# Daily recall', 'x.md'],
    ['# X\n\n## Monday\n\n1. A?\n\n## Tuesday\n\n- B?', 'x.md'],
    ['# Week 3\n\n## Monday\n\n1. A?', 'week-3/02_monday.md'],
    ['# Woche 3\n\n## Montag\n\n1. A?', 'montag.md'],
    ['# X\n\nMon — a\n\n  1. A?\n\nTue — b\n\n  1. B?', 'x.txt'],
    ['# Week 3\n\nMonday\n\na) Why A?\n\nTuesday\n\na) Why B?', 'x.md'],
    [repositoryText('tests/cases/week-17-text/sheet.txt'), 'page.txt'],
  ])('%j in %s', (text, path) => {
    expect(isRecallSheet(text, path)).toBe(true)
  })

  it.each([
    ['---\nkind: source\n---\n# Recall', 'recall.md'],
    ['# The explainer\n\n## 1.1 Monday\n\n1. A', '02_explainer.md'],
    ['# Recalling', 'total_recaller.md'],
    ['# Cold recall, a course', 'week-17/README.md'],
    ['# Diary\n\n## Monday\n\nRain.\n\n## Tuesday\n\nSun.', 'diary.md'],
    ['# Week 3\n\n## Monday\n\n1. A?', 'notes.md'],
    ['# Week 3\n\n## Monday\n\n1. Read chapter 2.\n2. Why?', 'plan.md'],
    ['# Week 3\n\n## Notes\n\n1. A?', 'monday.md'],
    ['', 'x.md'],
    ['---\n', 'x.md'],
  ])('is not %j in %s', (text, path) => {
    expect(isRecallSheet(text, path)).toBe(false)
  })

  it('is told in no time', () => {
    const start = cpuTime()
    isRecallSheet(`---\n${'\n'.repeat(1e6)}`, 'x.md')
    isRecallSheet('#'.repeat(1e6), 'x.md')
    expect(cpuTime() - start).toBeLessThan(200)
  })
})
