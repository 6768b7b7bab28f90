import { describe, expect, test } from 'vitest'
import { mostSlides } from '../../src/deck/layout.js'
import { contrast } from '../../src/deck/place/contrast.js'
import type { Box, Item, Slide } from '../../src/deck/slides-model.js'
import { Log } from '../../src/diagnostics.js'
import { indexSource } from '../../src/sources/index.js'
import { classicTemplate } from '../template.js'
import { makeDeck } from './make.js'
import { type DaySketch, placeAt, type QuestionSketch, sheetOf, textBlock } from './sheets.js'

const monday = (...questions: QuestionSketch[]): DaySketch[] => [{ name: 'Monday', questions }]
const many = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ')

/** Words of a placeholder. */
function wordsOf(slide: Slide | undefined, name: string): string {
  const item = slide?.items.find((each) => each.type === 'placeholder' && each.name === name)
  if (item?.type !== 'placeholder') return ''
  return item.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')
}

const sizeOf = (slide: Slide | undefined): number | undefined => {
  const title = slide?.items.find((item) => item.type === 'placeholder' && item.name === 'title')
  return title?.type === 'placeholder' ? title.paragraphs[0]?.runs[0]?.size : undefined
}

const asked = (slides: Slide[]): Slide[] => slides.filter(({ seconds }) => seconds !== null)
const ofType = <T extends Item['type']>(slide: Slide | undefined, type: T) =>
  (slide?.items ?? []).filter((item): item is Extract<Item, { type: T }> => item.type === type)

describe('the size of a prompt', () => {
  test('is the largest of the template for short ones', () => {
    const { slides } = makeDeck(sheetOf(monday({ prompt: 'Why?' })))
    expect(sizeOf(asked(slides.slides)[0])).toBe(44)
  })

  test('is one a day: the largest that the longest fits; another day has its own', () => {
    const { slides } = makeDeck(
      sheetOf([
        { name: 'Monday', questions: [{ prompt: 'Why?' }, { prompt: many(48) }] },
        { name: 'Tuesday', questions: [{ prompt: 'How?' }] },
      ]),
    )
    const sizes = asked(slides.slides).map(sizeOf)
    expect(sizes[0]).toBe(sizes[1])
    expect(sizes[0]).toBeLessThan(44)
    expect(sizes[0]).toBeGreaterThanOrEqual(28)
    expect(sizes[2]).toBe(44)
  })

  test('is not drawn down by a prompt that fits no slide', () => {
    const { slides } = makeDeck(sheetOf(monday({ prompt: 'Why?' }, { prompt: many(400) })))
    expect(sizeOf(asked(slides.slides)[0])).toBe(44)
    expect(sizeOf(asked(slides.slides)[1])).toBe(28)
  })
})

describe('a prompt too long for one slide', () => {
  const { slides, log } = makeDeck(sheetOf(monday({ prompt: many(200) })))
  const parts = asked(slides.slides)

  test('is parted, numbered, and loses no word', () => {
    expect(parts.length).toBeGreaterThan(1)
    const shown = parts.map((slide) => wordsOf(slide, 'title').replace(/\s*\(Mon 1 · \d\/\d\)$/, ''))
    expect(shown.join(' ').replace(/\s+/g, ' ')).toBe(many(200))
    expect(parts.map(({ id }) => id)).toEqual(['w17-mon-q1', ...parts.slice(1).map((_, i) => `w17-mon-q1-p${i + 2}`)])
    expect(wordsOf(parts[1], 'title')).toMatch(/\(Mon 1 · 2\/\d\)$/)
  })

  test('is reported with its line', () => {
    expect(log.messages.map(({ code, place }) => [code, place?.start.line])).toEqual([['slide-text-split', 11]])
    expect(log.messages[0]?.reason).toBe(
      `The prompt of W17 Mon 1 is too long for one slide; it stands on ${parts.length}`,
    )
  })

  test('is shortened only where it has been said: on the check slide', () => {
    const check = slides.slides.find(({ id }) => id === 'w17-mon-q1-check')
    expect(wordsOf(check, 'title')).toMatch(/^Check Mon 1: word0 .*…$/)
  })
})

test('code below a prompt keeps every line, over as many slides as it needs', () => {
  const text = Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')
  const code = { type: 'code', text, lang: null, place: placeAt(3) } as const
  const { slides, log } = makeDeck(sheetOf(monday({ prompt: [textBlock('What is printed?'), code] })))
  const parts = asked(slides.slides)
  expect(parts.map(({ layout }) => layout)).toEqual(parts.map(() => 'Recall material'))
  expect(parts.map((slide) => wordsOf(slide, 'body')).join('\n')).toBe(text)
  expect(new Set(parts.map(({ title }) => title)).size).toBe(parts.length)
  expect(log.messages.map(({ code: found }) => found)).toEqual(['slide-text-split'])
})

describe('the room for the answer', () => {
  const slideFor = (question: QuestionSketch) => asked(makeDeck(sheetOf(monday(question))).slides.slides)[0]

  test('n slots with their numbers', () => {
    const slide = slideFor({ prompt: 'Which four?', task: { kind: 'list', count: 4 } })
    expect(slide?.layout).toBe('Recall list')
    expect(ofType(slide, 'text').map(({ paragraphs }) => paragraphs[0]?.runs[0]?.text)).toEqual(['1', '2', '3', '4'])
    expect(ofType(slide, 'rule')).toHaveLength(4)
  })

  test('slots stand inside the slide and never on each other', () => {
    for (let count = 1; count <= 12; count++) {
      const boxes = ofType(slideFor({ prompt: 'Which?', task: { kind: 'list', count } }), 'text').map(({ box }) => box)
      expect(boxes).toHaveLength(count)
      for (const [i, box] of boxes.entries()) {
        expect(box.x + box.w).toBeLessThanOrEqual(12.5)
        expect(box.y + box.h).toBeLessThanOrEqual(6.3)
        for (const other of boxes.slice(i + 1))
          expect(
            box.x + box.w <= other.x + 1e-9 || box.y + box.h <= other.y + 1e-9 || other.y + other.h <= box.y + 1e-9,
          ).toBe(true)
      }
    }
  })

  test('one column a term, two halves for two sides', () => {
    const compare = slideFor({
      prompt: 'A vs B vs C?',
      task: { kind: 'compare', terms: ['A', 'B', 'C'], aspect: null },
    })
    expect(compare?.layout).toBe('Recall compare')
    expect(ofType(compare, 'table')[0]?.columns).toHaveLength(3)
    const sides = slideFor({
      prompt: 'When wise, when reckless?',
      task: { kind: 'sides', labels: ['wise', 'reckless'] },
    })
    const heads = ofType(sides, 'table')[0]?.rows[0]?.cells.map((cell) => cell[0]?.runs[0]?.text)
    expect(heads).toEqual(['wise', 'reckless'])
  })

  test('a canvas, and a clock of the length that the prompt says', () => {
    const draw = slideFor({ prompt: 'Draw it.', task: { kind: 'draw' } })
    expect(ofType(draw, 'frame')).toHaveLength(1)
    const say = slideFor({ prompt: 'Say it in two minutes.', task: { kind: 'say', seconds: 120 } })
    expect(wordsOf(say, 'body')).toBe('2:00')
    expect(say?.seconds).toBe(120)
  })

  test('gives way to the words when it would be unreadable', () => {
    const terms = Array.from({ length: 9 }, (_, i) => `Donaudampfschifffahrt${i}`)
    expect(slideFor({ prompt: 'Compare.', task: { kind: 'compare', terms, aspect: null } })?.layout).toBe(
      'Recall question',
    )
    expect(slideFor({ prompt: 'Which?', task: { kind: 'list', count: 60 } })?.layout).toBe('Recall question')
    expect(slideFor({ prompt: many(45), task: { kind: 'draw' } })?.layout).toBe('Recall question')
  })

  test('the clock runs as a bar, on the last part of a prompt that was parted', () => {
    const parts = asked(makeDeck(sheetOf(monday({ prompt: many(200) }))).slides.slides)
    expect(parts.map((slide) => ofType(slide, 'bar').length)).toEqual(
      parts.map((_, i) => (i === parts.length - 1 ? 1 : 0)),
    )
    expect(ofType(parts.at(-1), 'bar')[0]).toMatchObject({ seconds: 90, start: 'click' })
  })

  test('the author has the last word on minutes', () => {
    expect(slideFor({ prompt: 'Why?', author: { minutes: 2.5 } })?.seconds).toBe(150)
  })

  test('a length that the prompt says goes before the minutes of a whole day', () => {
    const say = (author: QuestionSketch['author']) =>
      slideFor({ prompt: 'Say it in two minutes.', task: { kind: 'say', seconds: 120 }, ...(author ? { author } : {}) })
    expect(say({ minutes: 4, from: { minutes: 'day' } })?.seconds).toBe(120)
    expect(say({ minutes: 4 })?.seconds).toBe(240)
  })

  test('points stand in the corner where there is room, and in the notes', () => {
    const worth = { author: { points: 2.5 } }
    const short = slideFor({ prompt: 'Why?', ...worth })
    expect(wordsOf(short, 'where')).toBe('Monday · 1 of 1 · 2½ points')
    expect(short?.notes).toContain('Worth: 2½ points.')
    const [long] = asked(
      makeDeck(sheetOf([{ name: many(14), questions: [{ prompt: 'Why?', ...worth }] }])).slides.slides,
    )
    expect(wordsOf(long, 'where')).not.toContain('points')
    expect(wordsOf(slideFor({ prompt: 'Why?' }), 'where')).toBe('Monday · 1 of 1')
  })
})

test('titles are unique when prompts are not', () => {
  const { slides } = makeDeck(
    sheetOf([
      { name: 'Monday', questions: [{ prompt: 'Why?' }, { prompt: 'Why?' }] },
      { name: 'Monday', questions: [{ prompt: 'Why?' }] },
    ]),
  )
  const titles = slides.slides.map((slide) => wordsOf(slide, 'title'))
  expect(new Set(titles).size).toBe(titles.length)
  expect(titles).toEqual(slides.slides.map(({ title }) => title))
})

test('a long day has a short agenda and a tally over several slides', () => {
  const { slides } = makeDeck(sheetOf(monday(...Array.from({ length: 20 }, (_, i) => ({ prompt: `Question ${i}?` })))))
  expect(wordsOf(slides.slides[2], 'body')).toContain('20 × Explain')
  const tallies = slides.slides.filter(({ layout }) => layout === 'Recall tally')
  const rows = tallies.flatMap((slide) => ofType(slide, 'table').flatMap((table) => table.rows.slice(1)))
  expect(rows).toHaveLength(20)
  expect(new Set(tallies.map(({ title }) => title)).size).toBe(tallies.length)
})

describe('the agenda of a day with an introduction', () => {
  const dayOf = (count: number, dir: 'ltr' | 'rtl' = 'ltr') => {
    const [day] = sheetOf(monday(...Array.from({ length: count }, (_, i) => ({ prompt: `Question ${i}?` })))).days
    const intro = [textBlock('Bring your notes of last week, but keep them closed until all of you have written.')]
    return makeDeck(sheetOf([], { days: day ? [{ ...day, intro }] : [], dir })).slides.slides[2]
  }
  const columns = (slide: Slide | undefined) => ofType(slide, 'text').filter(({ name }) => name.startsWith('Agenda'))
  const sizes = (slide: Slide | undefined) =>
    columns(slide).flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.map(({ size }) => size)))

  test('stands in two columns rather than in small type', () => {
    const [first, second, ...others] = columns(dayOf(6))
    expect(others).toEqual([])
    expect([first?.paragraphs.length, second?.paragraphs.length]).toEqual([3, 3])
    expect(second?.box.y).toBe(first?.box.y)
    expect((second?.box.x ?? 0) - (first?.box.x ?? 0)).toBeGreaterThan(first?.box.w ?? 99)
    expect(Math.min(...sizes(dayOf(6)))).toBeGreaterThanOrEqual(24)
  })

  test('begins at the right in a deck from right to left', () => {
    const [first, second] = columns(dayOf(6, 'rtl'))
    expect(first?.box.x).toBeGreaterThan(second?.box.x ?? 99)
  })

  test('stands below it when it is short', () => {
    expect(columns(dayOf(2))).toEqual([])
    expect(wordsOf(dayOf(2), 'body')).toContain('Explain')
  })

  test('says of a very long day only how many there are of a kind', () => {
    expect(columns(dayOf(20))).toEqual([])
    expect(wordsOf(dayOf(20), 'body')).toContain('20 × Explain')
  })
})

test('options that fill their box have as much room below as half of what is over them', () => {
  const body = classicTemplate().deck
  const { slides } = makeDeck(sheetOf(monday({ prompt: 'Why?' })))
  const box = (layout: string, name: string) =>
    slides.layouts.find((each) => each.name === layout)?.placeholders.find((each) => each.name === name)?.box ?? {
      y: 0,
      h: 0,
    }
  const [prompt, options, cue] = ['title', 'body', 'cue'].map((name) => box('Recall material', name)) as [Box, Box, Box]
  // A prompt of two lines of the largest size, and the words of the bottom line, which stand at its foot.
  const over = options.y - (prompt.y + (2 * 1.149 * (body.promptSizes[0] ?? 0)) / 72)
  const below = cue.y + cue.h - (1.149 * body.type.time) / 72 - (options.y + options.h)
  expect(below).toBeGreaterThan(over / 2)
})

test('a deck with more slides than a package holds is refused', () => {
  const questions = Array.from({ length: mostSlides / 2 + 1 }, (_, i) => ({ prompt: `Question ${i}?` }))
  const { log } = makeDeck(sheetOf(monday(...questions)))
  expect(log.messages.map(({ code }) => code)).toEqual(['deck-too-large'])
  expect(log.messages[0]?.help).toContain('Split the sheet')
})

describe('contrast', () => {
  test('is counted as WCAG does', () => {
    expect(contrast('000000', 'FFFFFF')).toBeCloseTo(21)
    expect(contrast('1F3864', 'FFFFFF')).toBeCloseTo(11.6, 1)
    expect(contrast('FFFFFF', '7A3E00')).toBeCloseTo(8.3, 1)
  })

  test('too low for text is refused', () => {
    const template = classicTemplate(({ deck }) => {
      deck.schemes.light.accent = 'ED7D31'
    })
    const { log } = makeDeck(sheetOf(monday({ prompt: 'Why?' })), { template })
    expect(log.messages.map(({ code, reason }) => [code, reason])).toEqual([
      [
        'deck-contrast-low',
        'The colour "accent" of the light scheme (ED7D31) has a contrast of 2.8:1 with the ground (FFFFFF); text needs 4.5:1',
      ],
    ])
  })
})

describe('an answer that the sheet gives', () => {
  test('stands on the check slide alone, before the places to look', () => {
    const sheet = sheetOf(monday({ prompt: 'Why?' }, { prompt: 'How?', cited: 'a.md' }))
    for (const question of sheet.days[0]?.questions ?? []) question.answer = [textBlock('Because of the tide.')]
    const cited = sheet.days[0]?.questions[1]?.id ?? ''
    const { slides } = makeDeck(sheet, { citations: new Map([[cited, [{ file: 'a.md', source: null, targets: [] }]]]) })
    const [first, second] = slides.slides.filter(({ title }) => title.startsWith('Check'))
    expect(wordsOf(first, 'body')).toBe('Answer\nBecause of the tide.')
    expect(wordsOf(second, 'body')).toMatch(/^Answer\nBecause of the tide\.\nWhere to look/)
    for (const slide of asked(slides.slides)) expect(JSON.stringify(slide.items)).not.toContain('tide')
  })
})

describe('where to look', () => {
  const body = (cited: string | undefined, citations: Parameters<typeof makeDeck>[1] = {}) => {
    const { slides } = makeDeck(sheetOf(monday({ prompt: 'Why?', ...(cited && { cited }) })), citations)
    const check = slides.slides.find(({ id }) => id === 'w17-mon-q1-check')
    return { body: wordsOf(check, 'body'), notes: check?.notes }
  }

  test('is the citation as written where it names no file that could be read, as in the key', () => {
    expect(body('§1.2').body).toBe('Where to look\n§1.2')
    expect(body(undefined).body).toContain('No source is named.')
  })

  test('has the titles of sections in their type, and their formulas to be read in the notes', () => {
    const source = indexSource('# T\n\n## 1.2 Of $x^2$ in `code`\n', 'notes.md', new Log())
    const resolved = [{ file: 'notes.md', source, targets: [{ label: '§1.2', sections: source.sections }] }]
    const { slides } = makeDeck(sheetOf(monday({ prompt: 'Why?', cited: 'notes.md §1.2' })), {
      citations: new Map([['w17-mon-q1', resolved]]),
    })
    const check = slides.slides.find(({ id }) => id === 'w17-mon-q1-check')
    const runs = check?.items.flatMap((item) =>
      item.type === 'placeholder' && item.name === 'body' ? (item.paragraphs.at(-1)?.runs ?? []) : [],
    )
    expect(runs?.map(({ text, code, script }) => [text, code ?? script ?? ''])).toEqual([
      ['§1.2', ''],
      ['  Of ', ''],
      ['x', ''],
      ['2', 'super'],
      [' in ', ''],
      ['code', true],
    ])
    expect(JSON.stringify(check?.notes)).toContain('§1.2 Of x² in code')
  })

  test("has the author's qualifier, and the citation as written in the notes", () => {
    const cited = 'notes.md §1.2 (second paragraph)'
    const target = { label: '§1.2', sections: [] }
    const resolved = [{ file: 'notes.md', source: null, targets: [target], note: 'second paragraph' }]
    const made = body(cited, { citations: new Map([['w17-mon-q1', resolved]]) })
    expect(made.body).toContain('notes.md  §1.2  (second paragraph)')
    expect(JSON.stringify(made.notes)).toContain(`Where to look: ${cited}.`)
  })
})
