/** Questions with sub-parts on slides. */
import { describe, expect, test } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { makeDeck } from './make.js'

const deckOf = (body: string) => makeDeck(parseSheet(`# Week 17\n\n## Monday\n\n${body}\n`, 'recall.md', new Log()))

/** Words of the slides of a question, and the clock. */
function slidesOf(body: string, id: string) {
  const { slides, log } = deckOf(body)
  const found = slides.slides.filter((slide) => slide.id.startsWith(id))
  const lines = found.map((slide) =>
    slide.items.flatMap((item) =>
      item.type === 'placeholder' ? item.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')) : [],
    ),
  )
  return { lines, seconds: found.map(({ seconds }) => seconds), notes: found.map(({ notes }) => notes), log }
}

describe('a question with parts', () => {
  const body = '1. Think.\n   a) What? Answer: so\n   b) Draw it. Answer: thus'

  test('shows its stem and its parts, and the clock of all of them', () => {
    const [question] = slidesOf(body, 'w17-mon-q1').lines
    expect(question).toEqual(expect.arrayContaining(['Think.', 'a) What?', 'b) Draw it.']))
    expect(slidesOf(body, 'w17-mon-q1').seconds[0]).toBe(90 + 180)
  })

  test('lists its parts with their clocks in the notes', () => {
    const [notes] = slidesOf(body, 'w17-mon-q1').notes
    expect(notes).toEqual(expect.arrayContaining(['a) What? (1:30)', 'b) Draw it. (3:00)']))
  })

  test('is answered part by part', () => {
    expect(slidesOf(body, 'w17-mon-q1-check').lines[0]).toEqual(expect.arrayContaining(['a) so', 'b) thus']))
  })

  test('is parted over slides when it is too long for one, and loses no part', () => {
    const items = Array.from({ length: 20 }, (_, i) => `   ${i + 1}. Why is thing number ${i + 1} so?`)
    const { lines, log } = slidesOf(`1. Think.\n${items.join('\n')}`, 'w17-mon-q1')
    expect(log.messages.map(({ code }) => code)).toEqual(['slide-text-split'])
    const shown = lines.flat()
    for (let i = 1; i <= 20; i++) expect(shown).toContain(`${i}) Why is thing number ${i} so?`)
  })
})

test('what is said to the teacher stands in the notes alone, of the day and of the question', () => {
  const { slides } = deckOf('1. Why?\n   Teacher note: show *it*.\n2. How?\n\n---\n\nTeacher notes: five minutes.')
  const told = slides.slides
    .filter(({ notes }) => notes.some((note) => note.startsWith('Teacher note')))
    .map(({ id }) => id)
  expect(told).toEqual(['w17-mon', 'w17-mon-q1'])
  expect(slides.slides.find(({ id }) => id === 'w17-mon-q1')?.notes).toContain('Teacher note: show it.')
  expect(JSON.stringify(slides.slides.map(({ items }) => items))).not.toContain('Teacher note')
})
