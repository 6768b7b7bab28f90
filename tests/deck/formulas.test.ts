/** Formulas on slides: native text with letters raised and slanted where they have such a form, else their source. */
import { describe, expect, test } from 'vitest'
import { textOf } from '../../src/deck/place/paragraphs.js'
import type { Slide, SlideRun } from '../../src/deck/slides-model.js'
import { Log } from '../../src/diagnostics.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { makeDeck } from './make.js'

const slidesOf = (prompt: string, front = '') => {
  const text = `${front}# Week 1\n\n## Monday — Of $x^2$\n\n1. ${prompt}\n`
  const { plan, slides } = makeDeck(parseSheet(text, 'recall.md', new Log()))
  return { plan, slides: slides.slides }
}
const runsOf = (slide: Slide | undefined, name: string): SlideRun[] =>
  slide?.items.flatMap((item) =>
    item.type === 'placeholder' && item.name === name ? item.paragraphs.flatMap(({ runs }) => runs) : [],
  ) ?? []
const question = (slides: readonly Slide[]) => slides.find(({ id }) => id.endsWith('-q1'))

describe('a formula on a slide', () => {
  test('is native text in a prompt, and its title is to be read', () => {
    const { slides } = slidesOf('Why is $y_1 = x^2$ so?')
    const runs = runsOf(question(slides), 'title')
    expect(runs.map(({ text, script, emphasis }) => [text, script ?? emphasis ?? ''])).toEqual([
      ['Why is ', ''],
      ['y', true],
      ['1', 'sub'],
      ['\u00a0= ', ''],
      ['x', true],
      ['2', 'super'],
      [' so?', ''],
    ])
    expect(runs.some(({ math }) => math)).toBe(false)
    expect(question(slides)?.title).toBe('Why is y₁ = x² so?')
    expect(slides.find(({ id }) => id.endsWith('-q1-check'))?.title).toBe('Check Mon 1: Why is y₁\u00a0= x² so?')
  })

  test('is native text on lines of its own, and its source where it has no such form', () => {
    const words = (tex: string) => JSON.stringify(question(slidesOf(`Why?\n\n   $$\n   ${tex}\n   $$`).slides)?.items)
    expect(words('a \\le b')).toContain('"≤ "'.replaceAll('"', ''))
    expect(words('a \\le b')).not.toContain('\\\\le')
    expect(words('\\begin{aligned}1 &= 2\\end{aligned}')).not.toContain('aligned')
    expect(words('\\begin{alignat}{1}1 &= 2\\end{alignat}')).toContain('\\\\begin{alignat}')
  })

  test('on a line of its own below its question stands in the title of the check too, where it has such a form', () => {
    const title = (tex: string) =>
      slidesOf(`Solve\n   $$${tex}$$.`).slides.find(({ id }) => id.endsWith('-q1-check'))?.title
    expect(title('x^2 = 4')).toBe('Check Mon 1: Solve x²\u00a0= 4.')
    expect(title('\\begin{alignat}{1}1 &= 2\\end{alignat}')).toBe('Check Mon 1: Solve')
  })

  test('inside of its question has a line of its own between the words, and none in the title of the check', () => {
    const { slides } = slidesOf('The formula $$x = \\frac{p}{2}$$ When is it 0?')
    const said = runsOf(question(slides), 'title')
      .map(({ text }) => text)
      .join('')
    expect(said.split('\n').map((line) => line.trim())).toEqual(['The formula', 'x\u00a0= p/2', 'When is it\u00a00?'])
    expect(slides.find(({ id }) => id.endsWith('-q1-check'))?.title).toBe(
      'Check Mon 1: The formula x\u00a0= p/2 When is it 0?',
    )
    const [first] = slidesOf('The formula $$\\begin{alignat}{1}1 &= 2\\end{alignat}$$ When is it 0?').slides.filter(
      ({ id }) => id.endsWith('-q1'),
    )
    expect(first?.layout).toBe('Recall material')
  })

  test('is set in the face of code where it has no such form, in the prompt and line by line below it', () => {
    const { slides } = slidesOf('Why is $\\hat{ab}$ not $x^2$?\n\n   $$\n   \\hat{cd}\n   + d\n   $$')
    const paragraphs = question(slides)?.items.flatMap((item) => ('paragraphs' in item ? item.paragraphs : [])) ?? []
    const sources = paragraphs.flatMap(({ runs }) => runs.filter(({ math }) => math).map(({ text }) => text))
    expect(sources).toEqual(['\\hat{ab}', '\\hat{cd}', '+ d'])
  })

  test('keeps its order on slides from right to left', () => {
    const { slides } = slidesOf('لماذا $1/2 \\le x$ هنا؟', '---\nlang: ar\n---\n')
    const pieces = runsOf(question(slides), 'title').filter(({ formula }) => formula)
    expect(pieces.length).toBeGreaterThan(0)
    for (const { text } of pieces) expect(text).toMatch(/^\u200E.*\u200E$/)
  })

  test('is to be read where only plain words can be: names of sections, notes', () => {
    const { plan } = slidesOf('Why is $x^2$ so?')
    expect(plan.sections.map(({ name }) => name)).toContain('Monday — Of x²')
    const said = JSON.stringify(plan.sections.flatMap(({ slides }) => slides.map(({ notes, role }) => [role, notes])))
    expect(said).toContain('Why is x² so?')
  })

  test('is native text wherever a class reads it: tallies, contents, heads of columns, days on the first slide', () => {
    const prompt = "Compare $f'(x)$ and $x_{1,2} = -\\frac{p}{2} \\pm \\sqrt{q}$."
    const { slides } = slidesOf(
      `${prompt}\n2. Why is $\\begin{alignat}{1}1 &= 2\\end{alignat}$ so?\n\n## Tuesday of $a-b$\n\n1. Why?`,
    )
    const said = slides.flatMap((slide) =>
      slide.items.map((item) => {
        if (item.type === 'table')
          return item.rows
            .flatMap(({ cells }) => cells.flat())
            .map(textOf)
            .join('|')
        return 'paragraphs' in item ? item.paragraphs.map(textOf).join('|') : ''
      }),
    )
    const words = said.join('\n')
    expect(words).not.toMatch(/_\(|\^|[a-z]-[a-z0-9(]/)
    expect(words).toContain('Tuesday of a\u00a0− b')
    expect(words).toContain('Why is … so?')
    expect(words).toContain('f′(x)|')
    const [only] = slidesOf('Why?').slides
    expect(JSON.stringify(only?.items)).toContain('"text":"x","emphasis":true,"formula":true')
  })

  test('that stands as its source is told once, whatever slides it is on', () => {
    const text = '# Week 1\n\n## Monday\n\n1. Why is $x^{y^2}$ not $x^2$?\n\n   Answer: since $\\hat{ab}$.\n'
    const { log } = makeDeck(parseSheet(text, 'recall.md', new Log()))
    expect(log.messages.map(({ code, place, reason }) => [code, place?.start.line, reason])).toEqual([
      [
        'formula-in-source',
        5,
        'The formula "x^{y^2}" of W1 Mon 1 stands on slides as it is written, since it has no form in a line of text',
      ],
      [
        'formula-in-source',
        5,
        'The formula "\\hat{ab}" of W1 Mon 1 stands on slides as it is written, since it has no form in a line of text',
      ],
    ])
  })
})
