/** Answer space in every style: for the kinds that have it, as high as the rules that it stands for, said in words. */
import { describe, expect, test } from 'vitest'
import { Log } from '../../../src/diagnostics.js'
import { spaceStyles, stylesOfKind } from '../../../src/sheet/braces/space-styles.js'
import type { SpaceStyle, TaskKind } from '../../../src/sheet/model.js'
import { parseSheet } from '../../../src/sheet/parse.js'
import { workbookStyle } from '../../../src/template/workbook-style.js'
import type { Item } from '../../../src/workbook/pages-model.js'
import { classicTemplate } from '../../template.js'
import { frameOf, questionSections } from '../look.js'
import { type MadeWorkbook, makeWorkbook, sheetText } from '../make.js'
import { expectSound } from '../sound.js'

const prompts: Record<TaskKind, string> = {
  list: 'Which four parts has a door?',
  compare: 'A hinge versus a pivot: what does each carry?',
  sides: 'When does a lock help, and when is it a hazard?',
  choose: 'True or false: a door is a wall.',
  explain: 'Why does a door open?',
  draw: 'Draw a door.',
  say: 'Say it in two minutes, without notes.',
}
const kinds = Object.keys(prompts) as TaskKind[]
const cases = kinds.flatMap((kind) => spaceStyles.map((style) => [kind, style] as const))
const has = (kind: TaskKind, style: SpaceStyle) => stylesOfKind[kind].includes(style)

const braced = (kind: TaskKind, style: SpaceStyle, lines: string = 'lines=8') =>
  sheetText({ Monday: [`${prompts[kind]} {${lines} space=${style}}`] })

const messagesOf = (text: string): string[] => {
  const log = new Log()
  parseSheet(text, 'recall.md', log)
  return log.messages.map(({ code, reason }) => `${code}: ${reason}`).filter((words) => words.startsWith('override'))
}

/** Words that stand for the answer space in the structure of the first question. */
function spoken({ pages }: MadeWorkbook): string[] {
  const words: string[] = []
  const visit = (element: (typeof pages)['structure']): void => {
    if (element.actualText) words.push(element.actualText)
    element.children.forEach(visit)
  }
  questionSections(pages).forEach(({ element }) => {
    visit(element)
  })
  return words
}

/** Everything below the prompt of the only question and above its marks row. */
function inSpace({ pages }: MadeWorkbook): Item[] {
  const page = pages.pages[0]!
  const signs = page.items.find(({ type }) => type === 'sign')!
  const words = page.items.findLast((item) => item.type === 'text' && item.pieces.some(({ text }) => /min/.test(text)))!
  const [top, bottom] = [frameOf(words).bottom, frameOf(signs).top - 2]
  return page.items.filter((item) => frameOf(item).top > top && frameOf(item).bottom < bottom && item.type !== 'text')
}

test('the template offers a kind exactly the styles that it can have, its own first', () => {
  const { workbook } = classicTemplate()
  for (const [kind, style] of cases) {
    const space = { ...workbook.space, [kind]: { ...workbook.space[kind], style } }
    expect([kind, style, workbookStyle.safeParse({ ...workbook, space }).success]).toEqual([
      kind,
      style,
      has(kind, style),
    ])
  }
  for (const kind of kinds) {
    const { style: _, ...bounds } = workbook.space[kind]
    const space = { ...workbook.space, [kind]: bounds }
    expect(workbookStyle.parse({ ...workbook, space }).space[kind].style).toBe(stylesOfKind[kind][0])
  }
})

describe.each(cases)('%s in %s', (kind, style) => {
  const made = makeWorkbook(braced(kind, style))

  test(has(kind, style) ? 'is had' : 'is refused with a message, and nothing else changes', () => {
    expectSound(made)
    const { space } = made.plan.days[0]!.questions[0]!
    const own = stylesOfKind[kind][0]
    expect(space.kind === 'parts' ? null : (space.style?.name ?? own)).toBe(has(kind, style) ? style : own)
    const told = messagesOf(braced(kind, style))
    if (has(kind, style)) expect(told).toEqual([])
    else
      expect(told).toEqual([
        `override-value: Unexpected space="${style}" in the braces of a question, expected one of ${stylesOfKind[kind].join(', ')} (the question is kind=${kind})`,
      ])
  })

  if (!has(kind, style)) return

  test('takes as much room as any other style, so that pages stay as they are', () => {
    const plain = makeWorkbook(braced(kind, stylesOfKind[kind][0]!))
    const end = ({ pages }: MadeWorkbook) => pages.pages[0]!.items.find(({ type }) => type === 'sign')
    expect((end(made) as { y: number }).y).toBeCloseTo((end(plain) as { y: number }).y, 6)
  })

  test('has the marks of its style and no others', () => {
    const items = inSpace(made)
    const lines = items.filter((item) => item.type === 'line')
    const level = lines.filter(({ y1, y2 }) => y1 === y2)
    const framed = kind === 'compare' || kind === 'sides'
    const dashed = level.filter(({ dash }) => dash)
    expect(dashed.length > 0).toBe(style === 'dotted')
    expect(items.some(({ type }) => type === 'dots')).toBe(style === 'dots')
    if (style === 'grid') expect(level.length).toBeGreaterThan(8)
    if (style === 'blank') expect(items.length).toBe(framed ? items.length : 0)
    if (style === 'box' && !framed) expect(items.map(({ type }) => type)).toEqual(['box'])
    if (kind === 'explain' && (style === 'ruled' || style === 'dotted')) expect(level).toHaveLength(8)
  })

  test('is said in words', () => {
    const { words } = made.template.workbook
    const own = style === stylesOfKind[kind][0]
    const said = spoken(made)
    if (kind === 'say' || kind === 'choose') return expect(said).toEqual([])
    const name = style === 'ruled' ? '' : words.spaceStyles[style]
    for (const each of said)
      expect(each.endsWith(own || style === 'ruled' ? (kind === 'draw' ? 'high' : 'lines') : name)).toBe(true)
    expect(said.length).toBeGreaterThan(0)
  })
})

describe('what a day or a sheet says', () => {
  const mixed = (front: string, day: string) =>
    `${front}# Week 1 — Doors\n\n## Monday${day}\n\n${kinds.map((kind, i) => `${i + 1}. ${prompts[kind]}\n`).join('')}`
  const stylesIn = (text: string) =>
    makeWorkbook(text).plan.days[0]!.questions.map(({ space }) =>
      space.kind === 'parts' ? 'parts' : (space.style?.name ?? ''),
    )

  test('is for the questions that can have it; of the others it is told', () => {
    const text = mixed('', ' {space=grid}')
    expect(stylesIn(text)).toEqual(['', 'grid', 'grid', '', 'grid', 'grid', ''])
    expect(messagesOf(text)).toEqual(
      ['1, which is kind=list', '4, which is kind=choose', '7, which is kind=say'].map(
        (words) => `override-unfit: space=grid of the day is not for Mon ${words} and has ruled, dotted`,
      ),
    )
  })

  test('gives way to what is nearer', () => {
    const text = mixed('---\ndefaults: { space: dotted }\n---\n\n', '').replace(
      'door open?',
      'door open? {space=blank}',
    )
    expect(stylesIn(text)).toEqual(['dotted', 'dotted', 'dotted', 'dotted', 'blank', '', 'dotted'])
    expect(messagesOf(text)).toEqual([
      'override-unfit: space=dotted of the sheet is not for Mon 6, which is kind=draw and has dots, grid, blank, box',
    ])
  })

  test('gives way to the template last', () => {
    const template = classicTemplate(({ workbook }) => {
      workbook.space.explain.style = 'dots'
    })
    const styleOf = (braces: string) =>
      makeWorkbook(sheetText({ Monday: [`Why? ${braces}`] }), { template }).plan.days[0]!.questions[0]!.space
    expect(styleOf('')).toMatchObject({ style: { name: 'dots', by: 'template' } })
    expect(styleOf('{space=box}')).toMatchObject({ style: { name: 'box', by: 'author' } })
    expect(styleOf('{space=ruled}')).not.toHaveProperty('style')
  })
})

test('the stem says it for its parts, a part for itself', () => {
  const text = sheetText({
    Monday: [
      'Consider a door. {space=grid}\n   a) Why does it open?\n   b) Why does it close? {space=box}\n   c) Which two things hold it?',
    ],
  })
  const { space } = makeWorkbook(text).plan.days[0]!.questions[0]!
  expect(space.kind === 'parts' && space.parts.map((part) => part.space.style?.name)).toEqual([
    'grid',
    'box',
    undefined,
  ])
  expect(messagesOf(text)).toEqual([
    'override-unfit: space=grid of the question is not for Mon 1 c, which is kind=list and has ruled, dotted',
  ])
})

test('a misspelt style is asked about, and one without lines is told', () => {
  expect(messagesOf(sheetText({ Monday: ['Why? {space=gird}'] }))).toEqual([
    'override-value: Unexpected space="gird" in the braces of a question, expected one of ruled, dotted, grid, dots, blank, box; did you mean "grid"?',
  ])
  expect(messagesOf(sheetText({ Monday: ['Why? {space=grid lines=0}'] }))).toEqual([
    'override-value: Unexpected space="grid" in the braces of a question, expected lines to prepare (it says lines=0)',
  ])
})

test('a table with cells to fill in has space of its own when its author prepares one', () => {
  const table = 'Fill in.\n\n   | a | b |\n   |---|---|\n   | 1 | |\n   | 2 | |'
  expect(
    makeWorkbook(sheetText({ Monday: [`${table}\n\n   {space=grid}`] })).plan.days[0]!.questions[0]!.space,
  ).toMatchObject({
    kind: 'explain',
    style: { name: 'grid' },
  })
})

test.each(['a4', 'letter', 'a5'] as const)('an area higher than a side of %s flows on in equal frames', (paper) => {
  for (const style of ['grid', 'dots', 'blank', 'box'] as const) {
    const made = makeWorkbook(braced('explain', style, 'lines=60'), { paper })
    expectSound(made)
    expect(made.pages.pages.filter(({ kind }) => kind === 'day').length).toBeGreaterThan(1)
  }
})
