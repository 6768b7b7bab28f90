import { describe, expect, it } from 'vitest'
import { wholePrompt } from '../../../src/sheet/options/parts.js'
import { plainBlocks } from '../../../src/text/rich.js'
import { read, readQuestion } from '../read.js'

function pointsOf(item: string): [words: string, points: number | undefined] {
  const { question } = readQuestion(item)
  return [plainBlocks(wholePrompt(question)), question.author.points]
}

describe('points that a question states', () => {
  it.each([
    ['Why? (5 pts)', 'Why?', 5],
    ['Why? [2 marks]', 'Why?', 2],
    ['Why? **(1 mark)**', 'Why?', 1],
    ['Warum? (3 Punkte)', 'Warum?', 3],
    ['Warum? (2,5 P.)', 'Warum?', 2.5],
    ['Warum? (6 BE)', 'Warum?', 6],
    ['¿Por qué? (1 punto)', '¿Por qué?', 1],
    ['Pourquoi ? (2 points)', 'Pourquoi ?', 2],
    ['Perché? (2 punti)', 'Perché?', 2],
    ['Porquê? (2 valores)', 'Porquê?', 2],
    ['Waarom? (2 punten)', 'Waarom?', 2],
    ['Waarom? (2p)', 'Waarom?', 2],
    ['Why? /5', 'Why?', 5],
    ['Why? _____ / 5', 'Why? _____', 5],
    ['Why? 5 points', 'Why?', 5],
    ['(5 points) Why?', 'Why?', 5],
    ['Name it (3 marks).', 'Name it.', 3],
    ['Why? [Total: 8 marks]', 'Why?', 8],
    ['Why?\n\n   (4 marks)', 'Why?', 4],
  ])('are taken off it: %s', (item, words, points) => {
    expect(pointsOf(item)).toEqual([words, points])
  })

  it('stand before or after citation and braces', () => {
    for (const item of [
      'Why? (5 pts) See a.md §1. {lines=3}',
      'Why? See a.md §1. (5 pts) {lines=3}',
      'Why? See a.md §1. {lines=3} (5 pts)',
    ]) {
      const { question, codes } = readQuestion(item)
      expect([question.author.points, question.author.lines, question.citedAs, plainBlocks(question.prompt)]).toEqual([
        5,
        3,
        'a.md §1',
        'Why?',
      ])
      expect(codes).toEqual([])
    }
  })

  it('of parts in one line are the whole question’s', () => {
    expect(pointsOf('Translate: a) the dog b) the cat (4 pts)')).toEqual(['Translate: a) the dog b) the cat', 4])
    expect(pointsOf('Translate:\n   a) the dog\n   b) the cat (4 pts)')[1]).toBeUndefined()
  })

  it('count where nothing else is said, as above parts', () => {
    expect(pointsOf('(6 P.)\n   a) What failed?\n   b) Why so?')).toEqual(['(6 P.) a) What failed? b) Why so?', 6])
  })

  it('give way to braces', () => {
    expect(pointsOf('Why? (2 points) {points=7}')).toEqual(['Why?', 7])
  })

  it('of parts stay with them and are added up', () => {
    expect(pointsOf('Consider it.\n   a) What failed? (2 marks)\n   b) Why so? (3 marks)')).toEqual([
      'Consider it. a) What failed? (2 marks) b) Why so? (3 marks)',
      5,
    ])
    expect(pointsOf('Consider it.\n   a) What failed? (2 marks)\n   b) Why so?')[1]).toBeUndefined()
  })

  it.each([
    'Plot these (500 points).',
    'Why do players (5 points) win?',
    'How far? (3 m)',
    'What is 10 /5',
    'Is it worth 3 marks',
    'Why? (5 points each)',
    'Why? (0.3 points)',
  ])('are none: %s', (item) => {
    expect(pointsOf(item)).toEqual([item, undefined])
  })
})

describe('bare numbers that are too large for points', () => {
  const of = (...items: string[]) =>
    read(`# Week 1\n\n## Monday\n\n${items.map((item, i) => `${i + 1}. ${item}`).join('\n')}\n`)
  const points = ({ sheet }: ReturnType<typeof read>) => sheet.days[0]?.questions.map(({ author }) => author.points)
  const told = ({ codes }: ReturnType<typeof read>) => codes.filter((code) => code.startsWith('answer-printed')).length

  it('look like answers, and no bare number of the sheet is taken', () => {
    const found = of('What is 7 × 8? (56)', 'What is 3 × 4? [12]', 'How long is a fortnight? (14)')
    expect([points(found), told(found)]).toEqual([[undefined, undefined, undefined], 3])
  })

  it('are told once each, years and hundreds too', () => {
    const found = of('In which year did the war end? (1945)', 'What is 12 × 12? (144)', 'What is 2 × 6? (12)')
    expect([points(found), told(found)]).toEqual([[undefined, undefined, undefined], 3])
  })

  it('leave small ones what they are', () => {
    const found = of('Why? (2)', 'How? (5)', 'When? (20)')
    expect([points(found), told(found)]).toEqual([[2, 5, 20], 0])
  })
})
