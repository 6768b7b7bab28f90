/** What a back row must be able to read, and what the day slide says of the clocks. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { bandBox, pageFrom } from '../../src/deck/place/layouts.js'
import type { Item, Slide } from '../../src/deck/slides-model.js'
import type { DeckStyle } from '../../src/template/deck-style.js'
import { realFonts } from '../real-fonts.js'
import { classicTemplate } from '../template.js'
import { makeDeck, realWeek } from './make.js'
import { type DaySketch, sheetOf } from './sheets.js'

const textsOf = (item: Item) => {
  if (item.type === 'placeholder' || item.type === 'text' || item.type === 'panel') return item.paragraphs
  return item.type === 'table' ? item.rows.flatMap(({ cells }) => cells.flat()) : []
}
const sizesOn = ({ items }: Slide): number[] =>
  items.flatMap((item) => textsOf(item).flatMap(({ runs }) => runs.map(({ size }) => size)))

describe('the least size of text', () => {
  it.each(['slide', 'click'] as const)('is 20 pt in the real week, answers at %s', (reveal) => {
    const { sheet, citations, pageOf } = realWeek()
    const template = classicTemplate(({ deck }) => {
      deck.reveal = reveal
    })
    const { slides } = makeDeck(sheet, { citations, pageOf, template, metrics: realFonts() })
    const sizes = slides.slides.flatMap(sizesOn)
    expect(sizes.length).toBeGreaterThan(400)
    expect(Math.min(...sizes)).toBe(20)
  })

  it('is 20 pt for what stands back behind long text', () => {
    const days: DaySketch[] = Array.from({ length: 9 }, (_, i) => ({
      name: `Day ${i + 1}`,
      questions: Array.from({ length: 12 }, (_, j) => ({ prompt: `Question ${j}?` })),
    }))
    const { slides } = makeDeck(sheetOf(days))
    expect(Math.min(...slides.slides.flatMap(sizesOn))).toBe(20)
  })
})

test('the day slide says the clock of each question slide, and their sum', () => {
  const { sheet, citations, pageOf } = realWeek()
  const { plan } = makeDeck(sheet, { citations, pageOf })
  for (const { slides } of plan.sections) {
    const clocks = slides.flatMap((slide) => (slide.role === 'question' ? [slide.clock] : []))
    for (const day of slides)
      if (day.role === 'day') {
        const seconds = slides.reduce((sum, slide) => sum + (slide.role === 'question' ? slide.seconds : 0), 0)
        const all = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
        expect(day.agenda.map(({ clock }) => clock)).toEqual(clocks)
        expect(day.summary).toContain(`${all} to answer`)
      }
  }
})

describe('the bottom line holds what it says', () => {
  const classic = classicTemplate().deck
  const folder = fileURLToPath(new URL('../../templates/classic/languages/', import.meta.url))
  const languages: [string, DeckStyle['words']][] = readdirSync(folder).map((name) => {
    const { deck } = parse(readFileSync(folder + name, 'utf8')) as { deck: { words: DeckStyle['words'] } }
    return [name, { ...classic.words, ...deck.words }]
  })

  it.each([['template.yaml', classic.words] as const, ...languages])('in %s', (_name, words) => {
    const { cue, time, corner } = classic.type
    const { width } = realFonts()
    const room = (from: number, to: number) => bandBox(classic.size, 'cue', from, to).w * 72
    const cues = Object.values(words.cues).map((each) => width(`${each}  `, 'slide', cue))
    expect(Math.max(...cues) + width('10:00', 'slide-strong', time)).toBeLessThan(room(0, pageFrom))
    expect(width(words.markYourself, 'slide', cue)).toBeLessThan(room(0, pageFrom))
    expect(width(words.page.replace('{page}', '108'), 'slide', cue)).toBeLessThan(room(pageFrom, 1))
    expect(width(words.retest, 'slide', cue)).toBeLessThan(room(0, 1))
    const heads = [words.tallyHeads.right, words.tallyHeads.partly, words.tallyHeads.notYet]
    const least = Math.round(corner * 0.8)
    expect(Math.max(...heads.map((head) => width(head, 'slide-strong', least)))).toBeLessThan(room(0, 0.14) - 14.4)
  })
})
