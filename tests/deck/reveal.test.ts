/** Where a question is answered: on a slide behind it, on its own at a click, or in the notes alone. */
import { beforeAll, describe, expect, test } from 'vitest'
import { renderPptx } from '../../src/deck/pptx.js'
import type { Slide } from '../../src/deck/slides-model.js'
import type { DeckStyle } from '../../src/template/deck-style.js'
import { classicTemplate } from '../template.js'
import { epoch, makeDeck, realWeek } from './make.js'
import { packageFaults } from './package-check.js'
import { type PackageParts, part, readParts, readSlides } from './read-pptx.js'
import { sheetOf, textBlock } from './sheets.js'

const week = realWeek()
const shown = (change: Partial<DeckStyle>) =>
  classicTemplate(({ deck }) => {
    Object.assign(deck, change)
  })
const made = (change: Partial<DeckStyle>) => makeDeck(week.sheet, { ...week, template: shown(change) })

const isRevealed = (slide: Slide) =>
  slide.items.some((item) => item.type === 'panel' || (item.type === 'placeholder' && item.atClick))
const slideOf = (slides: readonly Slide[], id: string) => slides.find((slide) => slide.id === id) as Slide

/** What each click starts, by the names of the shapes: [effect, name] in order; a click on the shape itself as "on". */
function effectsOf(xml: string): string[] {
  const names = new Map([...xml.matchAll(/<p:cNvPr id="(\d+)" name="([^"]*)"/g)].map(([, id, name]) => [id, name]))
  const effects = [...xml.matchAll(/presetClass="(\w+)".*?nodeType="(\w+)".*?<p:spTgt spid="(\d+)"/g)]
  const interactive = new Set(
    [...xml.matchAll(/evt="onClick" delay="0"><p:tgtEl><p:spTgt spid="(\d+)"/g)].map(([, id]) => id),
  )
  return effects.map(
    ([, kind, node, id]) =>
      `${interactive.has(id) ? 'click on it' : node === 'clickEffect' ? 'click' : 'slide'}: ${names.get(id)} ${kind}`,
  )
}

describe('reveal: click', () => {
  const { slides, log } = made({ reveal: 'click' })
  let parts: PackageParts

  beforeAll(async () => {
    parts = readParts(await renderPptx(slides, { date: epoch }))
  })

  test('shows where to look on the slide of the question, and leaves out its check slide', () => {
    expect(slides.slides.filter(({ layout }) => layout === 'Recall check')).toEqual([])
    expect(slides.slides.filter(isRevealed)).toHaveLength(24)
    const { items } = slideOf(slides.slides, 'w17-mon-q1')
    expect(JSON.stringify(items.find((item) => item.type === 'placeholder' && item.atClick))).toContain('§1.1–§1.8')
  })

  test('covers the room for the answer, where there is one', () => {
    const { items } = slideOf(slides.slides, 'w17-tue-q3')
    const panel = items.find((item) => item.type === 'panel')
    expect(items.filter((item) => item.type === 'rule')).toHaveLength(4)
    expect(panel?.type === 'panel' && JSON.stringify(panel.paragraphs)).toContain('§2.7')
  })

  test('is told once: prints show it', () => {
    expect(log.messages.map(({ code }) => code)).toEqual(['reveal-in-print'])
  })

  test('starts the bar with the first click and shows the answer with the second', () => {
    expect(effectsOf(part(parts, 'ppt/slides/slide5.xml'))).toEqual(['click: Clock bar exit', 'click: Text entr'])
    const notes = slideOf(slides.slides, 'w17-mon-q1').notes.filter((note) => note.startsWith('Click'))
    expect(notes).toEqual([
      'Click 1: the bar starts.',
      'Click 2: where to look appears.',
      'Click 3: on to the next slide.',
    ])
  })

  test('is a sound package', () => expect(packageFaults(parts)).toEqual([]))

  test('what has no room stands on a slide behind it, and that is told', () => {
    const sheet = sheetOf([{ name: 'Monday', questions: [{ prompt: 'Why?' }] }])
    const question = sheet.days[0]?.questions[0]
    if (question) question.answer = [textBlock(Array.from({ length: 150 }, (_, i) => `word${i}`).join(' '))]
    const long = makeDeck(sheet, { template: shown({ reveal: 'click' }) })
    expect(long.slides.slides.map(({ id }) => id)).toContain('w17-mon-q1-check')
    expect(long.log.messages.map(({ code }) => code)).toEqual(['reveal-no-room'])
    expect(long.slides.slides.some(isRevealed)).toBe(false)
  })
})

describe('reveal: notes', () => {
  const sheet = sheetOf([{ name: 'Monday', questions: [{ prompt: 'Why?' }] }])
  const question = sheet.days[0]?.questions[0]
  if (question) question.answer = [textBlock('Because of the tide.')]
  const { slides, log } = makeDeck(sheet, { template: shown({ reveal: 'notes' }) })

  test('has no check slide, and says answer, source and how to check in the notes of the question', () => {
    expect(slides.slides.map(({ id }) => id)).toEqual(['title', 'protocol', 'w17-mon', 'w17-mon-q1', 'w17-mon-tally'])
    const { notes, items } = slideOf(slides.slides, 'w17-mon-q1')
    expect(notes).toContain('Answer: Because of the tide.')
    expect(notes).toContain('Give a minute to look it up. Everyone marks their own sheet.')
    expect(notes.at(-1)).toBe('Click 2: on to the next slide.')
    expect(JSON.stringify(items)).not.toContain('tide')
    expect(log.messages).toEqual([])
  })
})

describe('the clock', () => {
  const render = async (change: Partial<DeckStyle>) => readParts(await renderPptx(made(change).slides, { date: epoch }))

  test('starts with the slide, at the next click, or at a click on the bar', async () => {
    const effects = async (clockStart: DeckStyle['clockStart']) =>
      effectsOf(part(await render({ clockStart }), 'ppt/slides/slide5.xml'))
    expect(await effects('slide')).toEqual(['slide: Clock bar exit'])
    expect(await effects('click')).toEqual(['click: Clock bar exit'])
    expect(await effects('bar')).toEqual(['click on it: Clock bar exit'])
  })

  test('leaves the turning of slides to the instructor', async () => {
    const parts = await render({})
    expect(part(parts, 'ppt/presProps.xml')).toContain('useTimings="0"')
    expect(readSlides(parts).filter(({ xml }) => xml.includes('<p:transition'))).toEqual([])
  })

  test('goes on by itself where the template asks for it, but not past what a click must show', async () => {
    const parts = await render({ autoAdvance: true, clockStart: 'slide' })
    expect(part(parts, 'ppt/presProps.xml')).toContain('useTimings="1"')
    const timed = readSlides(parts).filter(({ xml }) => xml.includes('<p:transition'))
    expect(timed).toHaveLength(24)
    expect(timed[0]?.xml).toContain('<p:transition advTm="90000"><p:fade/></p:transition><p:timing>')
    const waiting = await render({ autoAdvance: true, clockStart: 'slide', reveal: 'click' })
    expect(readSlides(waiting).filter(({ xml }) => xml.includes('<p:transition'))).toEqual([])
  })

  test('of a right-to-left deck leaves from the left', async () => {
    const sheet = sheetOf([{ name: 'יום שני', questions: [{ prompt: 'מהו?' }] }], { lang: 'he', dir: 'rtl' })
    const parts = readParts(await renderPptx(makeDeck(sheet).slides, { date: epoch }))
    expect(part(parts, 'ppt/slides/slide4.xml')).toContain('filter="wipe(left)"')
  })
})

describe('the schemes', () => {
  test.each(['light', 'dark', 'high-contrast'] as const)(
    '%s: text has 4.5:1, a dark ground takes the dark colours of the theme',
    async (scheme) => {
      const { slides, log } = made({ scheme })
      expect(log.messages).toEqual([])
      const parts = readParts(await renderPptx(slides, { date: epoch }))
      const theme = part(parts, 'ppt/theme/theme1.xml')
      const ground = scheme === 'light' ? 'lt1' : 'dk1'
      expect(theme).toContain(`<a:${ground}><a:srgbClr val="${slides.colours.ground}"/></a:${ground}>`)
      expect(part(parts, 'ppt/slideMasters/slideMaster1.xml')).toContain(`<p:clrMap bg1="${ground}"`)
      // Notes are printed.
      expect(part(parts, 'ppt/theme/theme2.xml')).toContain('<a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>')
      expect(packageFaults(parts)).toEqual([])
    },
  )
})
