/** What a sheet is called that has no title. */
import { expect, test } from 'vitest'
import { planDeck } from '../../src/deck/plan.js'
import { planWorkbook } from '../../src/workbook/plan.js'
import { classicTemplate } from '../template.js'
import { read } from './read.js'

const untitled = '## Monday\n\n1. Why?\n\n## Tuesday\n\n1. How?\n'

/** The title of the first slide, of both documents, and the head of the day sheets. */
function titles(text: string, file: string, week = 'Week {n}') {
  const { sheet, log } = read(text, file)
  const template = classicTemplate()
  const spoken = { ...template, words: { ...template.words, week } }
  const deck = planDeck(sheet, new Map(), spoken, { pageOf: new Map() })
  const { title, eyebrow } = planWorkbook(sheet, new Map(), spoken)
  const codes = log.messages.map(({ code }) => code).filter((code) => code.includes('title'))
  return [deck.sections[0]?.slides[0]?.title, deck.title, title, eyebrow, ...codes]
}

test.each([
  ['its week, known from the folder', untitled, 'course/week-02/monday.md', undefined, 'Week 2'],
  ['from the front matter', `---\nweek: 3\n---\n\n${untitled}`, 'notes.md', undefined, 'Week 3'],
  ['in the language of what is printed', untitled, 'week-02/notes.md', 'Woche {n}', 'Woche 2'],
  ['its title when it has one', `# Doors, week 4\n\n${untitled}`, 'notes.md', undefined, 'Doors, week 4'],
])('is called by %s', (_, text, file, week, title) => {
  expect(titles(text, file, week)).toEqual([title, title, title, title])
})

test('says its course once', () => {
  const said = (title: string) => {
    const { sheet } = read(`---\ncourse: Biology\n---\n# ${title}\n\n## Monday\n\n1. Why?\n`, 'notes.md')
    const deck = planDeck(sheet, new Map(), classicTemplate(), { pageOf: new Map() })
    const [first] = deck.sections[0]?.slides ?? []
    const { title: named, eyebrow } = planWorkbook(sheet, new Map(), classicTemplate())
    return [deck.title, first?.role === 'title' && first.course, named, eyebrow]
  }
  const more = 'Biology Year 10 – Week 12'
  expect(said(more)).toEqual([more, null, 'Biology Year 10 – Week 12', 'Biology Year 10 · Week 12'])
  expect(said('Biology – Week 12')).toEqual(['Biology – Week 12', null, 'Biology — Week 12', 'Biology · Week 12'])
  expect(said('Week 12')).toEqual(['Biology: Week 12', 'Biology', 'Biology — Week 12', 'Biology · Week 12'])
})

test('is told of when nothing names its week', () => {
  expect(titles(untitled, 'notes.md').at(-1)).toBe('sheet-title-missing')
})

test('has its week from the first heading where the front matter gives the title', () => {
  const sheetOf = (title: string) => read(`---\ntitle: ${title}\n---\n\n# Week 4\n\n${untitled}`, 'notes.md')
  expect(sheetOf('Doors').sheet).toMatchObject({ week: 4, title: [{ text: 'Doors' }] })
  expect(sheetOf('Doors').codes).not.toContain('sheet-week-missing')
  expect(sheetOf('Doors, week 5').codes).toContain('sheet-week-differs 5:1')
})
