/** Titles of more than one line, and lines that say the week alone. */
import { describe, expect, test } from 'vitest'
import { plainBlocks, plainText } from '../../src/text/rich.js'
import { read } from './read.js'

/** Title, week, and what stands above the questions of the first day. */
function headOf(text: string) {
  const { sheet } = read(`${text}\n`, 'notes.md')
  const [day] = sheet.days
  return [plainText(sheet.title), sheet.week, plainBlocks([...sheet.intro, ...(day?.intro ?? [])]), day?.name]
}
const days = 'Monday\n\n1. What is a cell?\n2. Why?\n\nTuesday\n\n1. How?'
const marked = '## Monday\n\n1. What is a cell?\n2. Why?'

describe('a title of two lines', () => {
  test.each([
    ['typed without a blank line', `Biology – Week 12\nDaily recall\n\n${days}`],
    ['underlined', `Biology – Week 12\nDaily recall\n===\n\n${marked}`],
  ])('%s has two parts', (_, text) => {
    expect(headOf(text)).toEqual(['Biology – Week 12 — Daily recall', 12, '', 'Monday'])
  })

  test('that goes on in the second has one', () => {
    expect(headOf(`Week 12 recall: cells,\nOsmosis\n\n${days}`)[0]).toBe('Week 12 recall: cells, Osmosis')
    expect(headOf(`Week 12 — cells and\nall of their parts\n===\n\n${marked}`)[0]).toBe(
      'Week 12 — cells and all of their parts',
    )
    const long = `Week 12 — ${'cells and '.repeat(6)}`
    expect(headOf(`${long}\nMore\n===\n\n${marked}`)[0]).toBe(`${long}More`)
  })

  test('ends before what it asks of learners', () => {
    expect(headOf(`Week 12 recall\nAnswer from memory. Then look.\n\n${days}`)).toEqual([
      'Week 12 recall',
      12,
      'Answer from memory. Then look.',
      'Monday',
    ])
  })
})

describe('a line that says the week alone', () => {
  const list = '1. Was ist ein Strahlensatz?\n2. Warum?'
  test('is the title of a sheet that begins with a day', () => {
    expect(headOf(`# Montag: Strahlensätze\nWoche 13\n${list}`)).toEqual(['Woche 13', 13, '', 'Montag'])
    expect(headOf(`KW 13\n\n# Montag\n\n${list}`)).toEqual(['KW 13', 13, '', 'Montag'])
  })

  test('is a part of the title that it stands below', () => {
    expect(headOf(`# Strahlensätze\nWoche 13\n\n## Montag\n\n${list}`)).toEqual([
      'Strahlensätze — Woche 13',
      13,
      '',
      'Montag',
    ])
  })

  test('leaves the lines below it where they are', () => {
    expect(headOf(`# Strahlensätze\nWoche 13\nAntworte aus dem Kopf.\n\n## Montag\n\n${list}`)).toEqual([
      'Strahlensätze — Woche 13',
      13,
      'Antworte aus dem Kopf.',
      'Montag',
    ])
  })

  test.each(['Woche 13 war lang.', 'In Woche 13 geht es um Dreiecke', 'Woche 13 mit vielen Dreiecken und Strahlen'])(
    'is no sentence: %s',
    (line) =>
      expect(headOf(`# Strahlensätze\n\n${line}\n\n## Montag\n\n${list}`).slice(0, 3)).toEqual([
        'Strahlensätze',
        null,
        line,
      ]),
  )

  test('is not asked for where the title names a week', () => {
    expect(headOf(`# Woche 12\n\nWoche 13\n\n## Montag\n\n${list}`).slice(0, 3)).toEqual(['Woche 12', 12, 'Woche 13'])
  })
})
