/** The deck against the rules of accessibility checkers. */
import { describe, expect, test } from 'vitest'
import { renderPptx } from '../../src/deck/pptx.js'
import { dealCalls } from '../../src/roster/calls.js'
import type { DeckStyle } from '../../src/template/deck-style.js'
import { richWeek } from '../pictures/rich-week.js'
import { classicTemplate } from '../template.js'
import { accessibilityFaults } from './accessibility-check.js'
import { epoch, makeDeck, realWeek, render } from './make.js'
import { part, readParts } from './read-pptx.js'
import { sheetOf } from './sheets.js'

const week = realWeek()
const calls = dealCalls(['Ana', 'Ben', 'Chloé'], week.sheet)

describe('no rule is broken', () => {
  test.each<[string, Partial<DeckStyle>]>([
    ['as it comes', {}],
    ['dark, with answers and names at clicks', { scheme: 'dark', reveal: 'click', names: 'slide' }],
    ['high-contrast, answers in the notes', { scheme: 'high-contrast', reveal: 'notes', clockStart: 'bar' }],
    ['going on by itself', { autoAdvance: true, clockStart: 'slide' }],
  ])('in the real week, %s', async (_, change) => {
    const template = classicTemplate(({ deck }) => {
      Object.assign(deck, change)
    })
    const { slides } = makeDeck(week.sheet, { ...week, calls, template })
    expect(accessibilityFaults(readParts(await renderPptx(slides, { date: epoch })))).toEqual([])
  })

  test('with tables, pictures and formulas', async () => {
    const rich = richWeek()
    const { slides } = makeDeck(rich.sheet)
    const bytes = await renderPptx(slides, { date: epoch, pictures: rich.pictures })
    expect(accessibilityFaults(readParts(bytes))).toEqual([])
  })

  test('where a web page is cited: the link says more than its address', async () => {
    const sheet = sheetOf([
      { name: 'Monday', questions: [{ prompt: 'Why?', cited: 'https://www.example.org/tides/' }] },
    ])
    const id = sheet.days[0]?.questions[0]?.id ?? ''
    const citations = new Map([[id, [{ file: 'https://www.example.org/tides/', source: null, targets: [] }]]])
    const parts = readParts(await render(sheet, { citations }))
    expect(accessibilityFaults(parts)).toEqual([])
    expect(part(parts, 'ppt/slides/slide5.xml')).toContain('<a:t>example.org/tides</a:t>')
  })
})

describe('the checker finds', () => {
  const broken = async (path: string, from: string | RegExp, to: string) => {
    const parts = readParts(await renderPptx(makeDeck(week.sheet, week).slides, { date: epoch }))
    const before = part(parts, path)
    parts.set(path, before.replace(from, to))
    expect(parts.get(path)).not.toBe(before)
    return accessibilityFaults(parts)
  }

  test.each<[string, string, string | RegExp, string, string]>([
    [
      'a slide without a title',
      'ppt/slides/slide5.xml',
      '<p:ph type="title"/>',
      '<p:ph type="body" idx="9"/>',
      'slide 5: no title',
    ],
    [
      'two titles alike',
      'ppt/slides/slide5.xml',
      /Why is a notebook[^<]*/,
      'Contents',
      'two slides are called "Contents"',
    ],
    [
      'a bar without its mark',
      'ppt/slides/slide5.xml',
      /<a:extLst>.*?<\/a:extLst>/s,
      '',
      'slide 5: no alternative text for "Clock bar"',
    ],
    [
      'a table without a header',
      'ppt/slides/slide11.xml',
      'firstRow="1"',
      '',
      'slide 11: a table without a header row',
    ],
    [
      'faint words',
      'ppt/theme/theme1.xml',
      /(<a:dk2><a:srgbClr val=")[^"]*/,
      '$1AAAAAA',
      'slide 5: words in tx2 have 2.3:1',
    ],
    ['words without a language', 'ppt/slides/slide5.xml', ' lang="en"', '', 'slide 5: words without a language'],
    [
      'a section without a name of its own',
      'ppt/presentation.xml',
      'name="Opening"',
      'name="Section 1"',
      'a section called "Section 1"',
    ],
    ['a file without a title', 'docProps/core.xml', /<dc:title>.*?<\/dc:title>/, '', 'no dc:title'],
  ])('%s', async (_, path, from, to, fault) => expect(await broken(path, from, to)).toContain(fault))
})
