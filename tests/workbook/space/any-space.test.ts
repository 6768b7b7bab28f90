/** Any question in any style on any ruling and paper: rules lie in their frame, frames are whole rules high, nothing overlaps or leaves its place. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spaceStyles, stylesOfKind } from '../../../src/sheet/braces/space-styles.js'
import type { SpaceStyle, TaskKind } from '../../../src/sheet/model.js'
import { mm } from '../../../src/template/paper.js'
import { type Ruling, rulings } from '../../../src/template/ruling.js'
import type { BoxItem, Item } from '../../../src/workbook/pages-model.js'
import { fakeMetrics } from '../../fake-metrics.js'
import { classicTemplate } from '../../template.js'
import { type Frame, frameOf } from '../look.js'
import { type MadeWorkbook, makeWorkbook } from '../make.js'
import { expectSound } from '../sound.js'

const prompts: Record<TaskKind, string> = {
  list: 'Which four parts has a door?',
  compare: 'Shadow versus canary versus blue-green: what does each catch?',
  sides: 'When does a lock help, and when is it a hazard?',
  choose: 'True or false: a door is a wall.',
  explain: 'Why does a door open?',
  draw: 'Draw a door.',
  say: 'Say it in two minutes, without notes.',
}
const kind = fc.constantFrom(...(Object.keys(prompts) as TaskKind[]))
const lines = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 40 }))
const style = fc.constantFrom(null, ...spaceStyles)
const ruling: fc.Arbitrary<Ruling> = fc.oneof(
  fc.constantFrom<Ruling>(...Object.values(rulings)),
  fc.record({
    pitch: fc.integer({ min: 500, max: 2000 }).map((n) => n / 100),
    guides: fc.constantFrom('none', 'seyes', 'lineatur', 'primary'),
  }),
)
const paper = fc.constantFrom('a4', 'letter', 'a5', 'legal')
const dir = fc.constantFrom('ltr', 'rtl')

const braces = (words: readonly (string | null)[]) => {
  const said = words.filter((word) => word !== null)
  return said.length > 0 ? ` {${said.join(' ')}}` : ''
}
const asked = fc
  .tuple(kind, lines, style)
  .map(([of, count, name]) => prompts[of] + braces([count === null ? null : `lines=${count}`, name && `space=${name}`]))
const question = fc.oneof(
  { weight: 4, arbitrary: asked },
  fc
    .tuple(style, fc.array(asked, { minLength: 2, maxLength: 4 }))
    .map(
      ([name, parts]) =>
        `Consider a door.${braces([name && `space=${name}`])}\n${parts.map((part, i) => `   ${'abcd'[i]}) ${part}`).join('\n')}`,
    ),
)

function make(questions: readonly string[], { pitch, guides }: Ruling, size: string, direction = 'ltr'): MadeWorkbook {
  const template = classicTemplate(({ workbook }) => {
    Object.assign(workbook.ruling, { pitch, guides })
  })
  const list = questions.map((text, i) => `${i + 1}. ${text}\n`).join('')
  const text = `---\ndir: ${direction}\n---\n\n# Week 1 — Doors\n\n## Monday\n\n${list}`
  return makeWorkbook(text, { template, paper: size as 'a4', metrics: fakeMetrics, parts: ['days'] })
}

/** Frames that are written or drawn in; boxes to tick and for dates are lower. */
const isFrame = (item: Item): item is BoxItem => item.type === 'box' && item.height > 13
const within = (inner: Frame, outer: Frame): boolean =>
  inner.left >= outer.left - 0.01 &&
  inner.right <= outer.right + 0.01 &&
  inner.top >= outer.top - 0.01 &&
  inner.bottom <= outer.bottom + 0.01
const apart = (a: Frame, b: Frame): boolean =>
  a.right <= b.left + 0.01 || b.right <= a.left + 0.01 || a.bottom <= b.top + 0.01 || b.bottom <= a.top + 0.01

function expectInFrames({ pages }: MadeWorkbook): void {
  for (const { items } of pages.pages) {
    const frames = items.filter(isFrame).map(frameOf)
    frames.forEach((frame, i) => {
      for (const other of frames.slice(i + 1)) expect([frame, other, apart(frame, other)]).toEqual([frame, other, true])
    })
    for (const item of items) {
      if (item.type !== 'line' && item.type !== 'dots') continue
      const own = frameOf(item)
      for (const frame of frames)
        expect([item, frame, within(own, frame) || apart(own, frame)]).toEqual([item, frame, true])
    }
  }
}

test('nothing leaves its margins or its frame, and nothing overlaps', () => {
  fc.assert(
    fc.property(
      fc.array(question, { minLength: 1, maxLength: 4 }),
      ruling,
      paper,
      dir,
      (questions, rows, size, direction) => {
        const made = make(questions, rows, size, direction)
        expectSound(made)
        expectInFrames(made)
      },
    ),
    { numRuns: 120 },
  )
})

test('space is whole rules high in every style, and the same in all', () => {
  const alone = fc
    .tuple(kind, fc.integer({ min: 1, max: 12 }), ruling)
    .chain(([of, count, rows]) =>
      fc.tuple(fc.constant(of), fc.constant(count), fc.constant(rows), fc.constantFrom(...stylesOfKind[of])),
    )
  fc.assert(
    fc.property(alone, ([of, count, rows, name]) => {
      const marksAt = (wanted: SpaceStyle | undefined, n: number) => {
        const made = make([prompts[of] + braces([`lines=${n}`, `space=${wanted}`])], rows, 'legal')
        const sign = made.pages.pages[0]!.items.find(({ type }) => type === 'sign')
        return {
          y: sign?.type === 'sign' ? sign.y : Number.NaN,
          rules: made.pages.granted[made.plan.days[0]!.questions[0]!.id]?.rules[0] ?? 0,
        }
      }
      const [own, plain, one] = [marksAt(name, count), marksAt(stylesOfKind[of][0], count), marksAt(name, 1)]
      expect(own.rules).toBe(plain.rules)
      expect(own.y).toBeCloseTo(plain.y, 6)
      // A narrow cell may be as high as the aspect at its side asks for.
      if (of !== 'compare') expect(own.y - one.y).toBeCloseTo((own.rules - one.rules) * mm(rows.pitch), 6)
    }),
    { numRuns: 120 },
  )
})
