import { describe, expect, it } from 'vitest'
import { dumpSheet } from '../../../src/sheet/dump.js'
import { plainBlocks } from '../../../src/text/rich.js'
import { read, readQuestion } from '../read.js'

describe('braces at the end of a question', () => {
  it('set lines, minutes and a name', () => {
    const { question, codes } = readQuestion('Why? See a.md §1. {lines=8 minutes=2.5 #my-id}')
    expect(question.author).toEqual({ lines: 8, minutes: 2.5, id: 'my-id' })
    expect([plainBlocks(question.prompt), question.citedAs]).toEqual(['Why?', 'a.md §1'])
    expect(codes).toEqual([])
  })

  it.each([
    ['Why? {kind=draw}', { kind: 'draw' }],
    ['Why? {kind=list count=4}', { kind: 'list', count: 4 }],
    ['Why? {count=4}', { kind: 'list', count: 4 }],
    ['Which four things? {kind=list}', { kind: 'list', count: 4 }],
    ['Why? {seconds=120}', { kind: 'say', seconds: 120 }],
    ['Why? {terms="A b | C" aspect="cost"}', { kind: 'compare', terms: ['A b', 'C'], aspect: 'cost' }],
    ['Why? {labels=“x | y”}', { kind: 'sides', labels: ['x', 'y'] }],
    ['A vs B? {kind=explain}', { kind: 'explain' }],
  ])('%s', (item, task) => {
    const { question, codes } = readQuestion(item)
    expect(question.task).toMatchObject({ by: 'author', ...task })
    expect(plainBlocks(question.prompt)).not.toContain('{')
    expect(codes.filter((code) => code.startsWith('override'))).toEqual([])
  })

  it.each([
    'the set {x: 1}',
    'the set {1, 2}',
    'when {x=1}',
    'a template {name}',
    'in code `{kind=draw}`',
    'nothing in {}',
  ])('leave what is not ours: %s', (item) => {
    const { question } = readQuestion(item)
    expect(plainBlocks(question.prompt)).toBe(item.replaceAll('`', ''))
    expect(question.task.by).toBe('inferred')
  })

  it.each([
    ['Why? {lines=many}', 'override-value 5:16'],
    ['Why? {lines=900}', 'override-value 5:16'],
    ['Why? {lines=2.5}', 'override-value 5:16'],
    ['Why? {points=0.3}', 'override-value 5:17'],
    ['Why? {kind=compare}', 'override-value 5:10'],
    ['Why? {kind=sides}', 'override-value 5:10'],
    ['Why? {terms=one}', 'override-value 5:16'],
    ['Why? {labels="a | b | c"}', 'override-value 5:18'],
    ['Why? {minutes=2 break=after}', 'override-value 5:26'],
    ['Why? {kind=draw count=4}', 'override-value 5:20'],
    ['Why? {aspect=cost}', 'override-value 5:10'],
    ['Why? {keep=next}', 'override-value 5:10'],
    ['Why? {colour=red lines=3}', 'override-unknown-key 5:10'],
    ['Why? {lines=3 sides=2}', 'override-unknown-key 5:18'],
    ['Why? {lines=3 lines=4}', 'override-repeated 5:18'],
    ['Why? {lines=3} See a.md §1. {#a lines=4}', 'override-repeated 5:36'],
    ['Why {lines=3} is it so?', 'override-unread 5:8'],
    ['Why? {lines=3 draw}', 'override-unread 5:9'],
    ['Why? {lines=3, minutes=2}', 'override-value 5:16'],
  ])('report %s', (item, place) => {
    const ours = readQuestion(item).codes.filter((code) => code.startsWith('override'))
    expect(ours).toEqual([place])
  })

  it.each([
    ['½', 0.5],
    ['2½', 2.5],
    ['.5', 0.5],
    ['3', 3],
    ['1.50', 1.5],
  ])('read points=%s', (words, points) => {
    expect(readQuestion(`Why? {points=${words}}`).question.author).toEqual({ points })
  })

  it('are found on a line of their own, after a blank line and before a citation', () => {
    for (const item of [
      'Why?\n   {lines=3}\n   See a.md §1.',
      'Why? See a.md §1.\n\n   {lines=3}',
      'Why? See a.md §1.\n\n{lines=3}',
      'Why? {lines=3}\n\n   Think of doors. See a.md §1.',
      'Why? See a.md §1. {lines=3 \n   }',
    ]) {
      const { question, codes } = readQuestion(item)
      expect([item, question.author, question.citedAs, codes]).toEqual([item, { lines: 3 }, 'a.md §1', []])
      expect(plainBlocks(question.prompt)).not.toContain('{')
    }
  })

  it('are found behind a question that is a heading', () => {
    const { sheet } = read(
      '# Week 1\n\n## Monday\n\n### Why do doors open? {lines=3 #doors}\n\nThink.\n\n### How? {points=2}\n',
    )
    expect(sheet.days[0]?.questions.map(({ author }) => author)).toEqual([{ lines: 3, id: 'doors' }, { points: 2 }])
  })

  it('point at the right one of two braces on many lines', () => {
    const { codes } = readQuestion('Why\n   so? {lines=x} See a.md §1. {minutes=y\n   points=z}')
    expect(codes).toEqual(['override-value 6:15', 'override-value 6:40', 'override-value 7:11'])
  })
})

/** A sheet of one day with three questions, the last with braces of its own. */
const layered = (front: string, day: string, own: string) =>
  read(
    `---\ndefaults:\n${front}\n---\n\n# Week 1\n\n## Monday — Doors${day}\n\n` +
      `1. Why? See a.md §1.\n2. Which four doors? See a.md §1.\n3. How?${own} See a.md §1.\n`,
  )

describe('the nearer wins', () => {
  it('question, day, sheet, words', () => {
    const { sheet, codes } = layered(
      '  lines: 3\n  minutes: 2\n  points: 1\n  kind: explain',
      ' {kind=draw lines=6}',
      ' {lines=9 kind=list points=2.5}',
    )
    const [day] = sheet.days
    expect(codes).toEqual([])
    expect(day?.heading).toEqual([{ text: 'Monday — Doors' }])
    const far = { lines: 6, minutes: 2, points: 1, from: { lines: 'day', minutes: 'sheet', points: 'sheet' } }
    expect(day?.questions.map(({ author }) => author)).toEqual([
      far,
      far,
      { lines: 9, minutes: 2, points: 2.5, from: { minutes: 'sheet' } },
    ])
    expect(day?.questions.map(({ task }) => `${task.kind}: ${task.reason}`)).toEqual([
      'draw: the day says kind=draw',
      'draw: the day says kind=draw',
      'list: the author says kind=list',
    ])
    expect(dumpSheet(sheet)).toContain('    {lines=6 (day) minutes=2 (sheet) points=1 (sheet)}\n')
  })

  it('keeps what the words of a question say beside the kind', () => {
    const { sheet } = layered('  kind: list', '', '')
    expect(sheet.days[0]?.questions.map(({ task }) => task)).toMatchObject([
      { kind: 'list', count: 4, reason: 'the sheet says kind=list' },
      { kind: 'list', count: 4 },
      { kind: 'list', count: 4 },
    ])
  })

  it('fills in seconds where the prompt names none', () => {
    const { sheet } = read(
      '# Week 1\n\n## Monday {seconds=90}\n\n1. Say it aloud.\n2. Say it in two minutes.\n3. Why?\n',
    )
    expect(sheet.days[0]?.questions.map(({ task }) => ('seconds' in task ? task.seconds : task.kind))).toEqual([
      90,
      120,
      'explain',
    ])
  })

  it('keeps the name and the sides of a day', () => {
    const { sheet } = layered('  points: 1', ' {sides=2 #doors break=before}', '')
    expect(sheet.days[0]).toMatchObject({
      author: { sides: 2, id: 'doors' },
      key: 'monday',
      topic: [{ text: 'Doors' }],
    })
    expect(dumpSheet(sheet)).toContain('\n  {sides=2 id=doors}\n')
  })

  it.each([
    [' {linse=3}', 'override-unknown-key 8:20'],
    [' {count=3}', 'override-unknown-key 8:20'],
    [' {kind=compare}', 'override-value 8:25'],
    [' {sides=4}', 'override-value 8:20'],
    [' {lines=3} {lines=4}', 'override-repeated 8:30'],
  ])('reports %s behind a day', (braces, place) => {
    expect(layered('  lines: 3', braces, '').codes).toEqual([place])
  })

  it.each([
    ['  lnes: 3', 'front-matter-unknown-key 3:3'],
    ['  terms: a | b', 'front-matter-unknown-key 3:3'],
    ['  lines: many', 'front-matter-value 3:10'],
    ['  kind: sides', 'front-matter-value 3:9'],
    ['  points: [1]', 'front-matter-value 3:11'],
    ['  - lines', 'front-matter-value 3:3'],
  ])('reports %j in the front matter', (front, place) => {
    expect(layered(front, '', '').codes).toEqual([place])
  })

  it.each([' {1, 2}', ' {x=1}', ' {name}', ' {}'])('leaves%s behind a day as words', (braces) => {
    const { sheet, codes } = layered('  lines: 3', braces, '')
    expect([sheet.days[0]?.topic, codes]).toEqual([[{ text: `Doors${braces}` }], []])
  })

  it('takes an anchor behind a title or a heading for no words', () => {
    const { sheet, codes } = read(
      '# Week 1 — Doors {#top}\n\n## Warm-up {#warm}\n\n1. Why? See a.md §1.\n\n### Part two {#two}\n\n2. How? See a.md §1.\n',
    )
    expect([sheet.title, sheet.days[0]?.name, sheet.days[0]?.author]).toEqual([
      [{ text: 'Week 1 — Doors' }],
      'Warm-up',
      { id: 'warm' },
    ])
    expect(sheet.days[0]?.questions[1]).toMatchObject({ prompt: [{ runs: [{ text: 'Part two' }] }, {}], author: {} })
    expect(codes).toEqual(['heading-in-day 7:1'])
  })

  it('says where to write what stands behind a title', () => {
    const { codes } = read(
      '# Week 1 {lines=3}\n\n## Monday\n\n1. Why? See a.md §1.\n\n### Two {lines=2}\n\n2. How? See a.md §1.\n',
    )
    expect(codes).toEqual(['override-unknown-key 1:11', 'heading-in-day 7:1', 'override-unknown-key 7:10'])
  })

  it('reports what cannot stay on one side', () => {
    const text = (one: string, two: string) =>
      read(`# Week 1\n\n## Monday\n\n1. Why? See a.md §1. ${one}\n2. How? See a.md §1. ${two}\n`).codes
    expect(text('{keep=next}', '{break=before}')).toEqual(['override-value 5:23'])
    expect(text('{keep=next break=around}', '')).toEqual(['override-value 5:23'])
    expect(text('', '{keep=next}')).toEqual(['override-value 6:23'])
    expect(text('{keep=next break=before}', '')).toEqual([])
  })
})
