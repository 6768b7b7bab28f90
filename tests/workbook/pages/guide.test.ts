import { describe, expect, test } from 'vitest'
import { dumpWorkbookPlan } from '../../../src/workbook/dump.js'
import { pageOfQuestion } from '../../../src/workbook/pages-model.js'
import { expectGolden } from '../../golden.js'
import { elementsOf, wordsInOrder } from '../look.js'
import { makeWorkbook, realSheet, realSources, sheetText } from '../make.js'
import { expectSound } from '../sound.js'

const instructor = { parts: ['guide'] as const }

describe('the run sheet of the real sheet', () => {
  const whole = makeWorkbook(realSheet(), { sources: realSources() })
  const guideOf = (paper: 'a4' | 'letter') =>
    makeWorkbook(realSheet(), { paper, sources: realSources(), pageOf: pageOfQuestion(whole.pages), ...instructor })

  test('as plan', () => {
    const { plan, codes } = guideOf('a4')
    expect(codes).toEqual([])
    expectGolden('cases/week-17/run-sheet.txt', dumpWorkbookPlan(plan))
  })

  test.each(['a4', 'letter'] as const)('is five pages of %s at most, and each day is a bookmark', (paper) => {
    const made = guideOf(paper)
    expectSound(made)
    expect(made.pages.pages.length).toBeLessThanOrEqual(5)
    expect(new Set(made.pages.pages.map(({ kind }) => kind))).toEqual(new Set(['guide']))
    expect(made.pages.outline.map(({ title }) => title)).toEqual([
      'Monday — Opening failure',
      'Tuesday — Lifecycle management',
      'Wednesday — CI/CD for ML',
      'Thursday — Serving infrastructure',
      'Friday — Monitoring and maintenance',
      'Weekend synthesis',
    ])
  })

  test('has codes, pages, citations, titles and the beginning of each section, and no answer space', () => {
    const { pages } = guideOf('a4')
    const words = wordsInOrder(pages)
    expect(words).toContain('Mon 2 3 min p. 1 What made the three-week degradation silent?')
    expect(words).toContain('02_explainer.md §1.3')
    expect(words).toContain('§1.3 Three quiet weeks  Nothing looked broken, because every signal')
    expect(words).not.toContain('How sure?')
    const spaces = [...elementsOf(pages.structure).values()].filter(({ element }) => element.actualText !== undefined)
    expect(spaces).toEqual([])
  })

  test('begins on its first page where the first question is higher than what is left of it', () => {
    const made = makeWorkbook(realSheet(), { paper: 'a5', sources: realSources(), ...instructor })
    expectSound(made)
    expect(made.pages.pages[0]!.questions).toEqual(['w17-mon-q1'])
  })

  test('has two pages at most when no source is at hand', () => {
    const made = makeWorkbook(realSheet(), instructor)
    expectSound(made)
    expect(made.pages.pages.length).toBeLessThanOrEqual(2)
  })
})

test('an answer in the file stands under its question', () => {
  const made = makeWorkbook('# Week 1\n\n## Monday\n\n1. Why?\n\n   Answer: Because it turns.\n', instructor)
  expectSound(made)
  expect(wordsInOrder(made.pages)).toMatch(/Why\?.*Answer.*Because it turns\./)
})

test('what is said to the teacher stands here, below its day and its question, and nowhere else', () => {
  const text =
    '# Week 1\n\n## Monday\n\n1. Why?\n\n   **Teacher note:** show it.\n\n---\n\nTeacher notes: five minutes.\n'
  const made = makeWorkbook(text, instructor)
  expectSound(made)
  expect(wordsInOrder(made.pages)).toMatch(/Monday.*Teacher notes: five minutes\..*Why\?.*Teacher note: show it\./)
  expect(wordsInOrder(makeWorkbook(text).pages)).not.toContain('Teacher note')
})

test('a question that cites two files names the file of each section', () => {
  const sources = { 'a.md': '# A\n\n## 1 One\n\nFirst.\n', 'b.md': '# B\n\n## 2 Two\n\nSecond.\n' }
  const made = makeWorkbook(sheetText({ Monday: ['Why? See a.md §1 and b.md §2.'] }), { sources, ...instructor })
  expect(wordsInOrder(made.pages)).toContain('a.md §1 One  First. b.md §2 Two  Second.')
})

test('a question higher than a page goes on on the next one', () => {
  const words = Array.from({ length: 2000 }, (_, i) => `word${i}`).join(' ')
  const made = makeWorkbook(sheetText({ Monday: ['First?', `Why ${words}?`, 'Last?'] }), instructor)
  expectSound(made)
  expect(made.pages.pages.length).toBeGreaterThan(1)
  expect(wordsInOrder(made.pages)).toContain('word1999')
})
