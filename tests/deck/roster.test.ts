/** Names of a class in the deck: in the notes, and on the slide when asked for; never in the deck to hand out. */
import { describe, expect, test } from 'vitest'
import { renderPptx } from '../../src/deck/pptx.js'
import { dealCalls } from '../../src/roster/calls.js'
import { classicTemplate } from '../template.js'
import { epoch, makeDeck, realWeek } from './make.js'
import { packageFaults } from './package-check.js'
import { part, readParts } from './read-pptx.js'

const week = realWeek()
const roster = ['Ana', 'Ben', 'Chloé', 'Dilip', 'Eva']
const calls = dealCalls(roster, week.sheet)
const onSlide = classicTemplate(({ deck }) => {
  deck.names = 'slide'
})
const nameOf = (id: string) => calls.nameFor.get(id) ?? ''

describe('a roster', () => {
  const { slides, log } = makeDeck(week.sheet, { ...week, calls })

  test('is in the notes: the order of the day on its divider, a name at each question', () => {
    const day = slides.slides.find(({ id }) => id === 'w17-mon')
    const order = [1, 2, 3].map((n) => nameOf(`w17-mon-q${n}`)).join(', ')
    expect(day?.notes).toContain(`Cold-call order: ${order}.`)
    expect(day?.notes.at(-1)).toMatch(/^If someone is absent: \w+, \w+\.$/)
    const question = slides.slides.find(({ id }) => id === 'w17-mon-q2')
    expect(question?.notes).toContain(`Name first: ${nameOf('w17-mon-q2')}.`)
  })

  test('is on no slide unless that is asked for', () => {
    expect(JSON.stringify(slides.slides.map(({ items }) => items))).not.toMatch(/Ana|Chloé|Dilip/)
    expect(log.messages).toEqual([])
  })
})

describe('names on slides', () => {
  const { slides, log } = makeDeck(week.sheet, { ...week, calls, template: onSlide })

  test('come at the click after the clock, and that is told', async () => {
    expect(log.messages.map(({ code }) => code)).toEqual(['names-on-slides'])
    const parts = readParts(await renderPptx(slides, { date: epoch }))
    const at = slides.slides.findIndex(({ id }) => id === 'w17-mon-q1')
    const xml = part(parts, `ppt/slides/slide${at + 1}.xml`)
    const shapeOf = (name: string) => new RegExp(`<p:cNvPr id="(\\d+)" name="${name}"`).exec(xml)?.[1]
    expect([...xml.matchAll(/<p:bldP spid="(\d+)"/g)].map(([, id]) => id)).toEqual([
      shapeOf('Clock bar'),
      shapeOf('Called first'),
    ])
    expect(slides.slides[at]?.notes.filter((note) => note.startsWith('Click'))).toEqual([
      'Click 1: the bar starts.',
      'Click 2: the name appears.',
      'Click 3: on to where to look.',
    ])
    expect(packageFaults(parts)).toEqual([])
  })
})

describe('a deck to hand out', () => {
  const { slides, log } = makeDeck(week.sheet, { ...week, calls, template: onSlide, forAudience: true })

  test('has no check slide, no note and no name', async () => {
    expect(log.messages).toEqual([])
    expect(slides.slides.filter(({ layout }) => layout === 'Recall check')).toEqual([])
    expect(slides.slides.flatMap(({ notes }) => notes)).toEqual([])
    expect(JSON.stringify(slides)).not.toMatch(/Ana|Chloé|Dilip|§1\.3/)
    const parts = readParts(await renderPptx(slides, { date: epoch }))
    expect([...parts.keys()].filter((path) => path.startsWith('ppt/notesSlides/'))).toEqual([])
    expect(packageFaults(parts)).toEqual([])
  })

  test('shows nothing at a click either', () => {
    const template = classicTemplate(({ deck }) => {
      deck.reveal = 'click'
    })
    const made = makeDeck(week.sheet, { ...week, template, forAudience: true })
    expect(made.log.messages).toEqual([])
    expect(JSON.stringify(made.slides)).not.toContain('§1.3')
  })
})
