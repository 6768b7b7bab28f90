import { describe, expect, test } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { withFormulas } from '../../src/math/formulas.js'
import { openTypesetter } from '../../src/math/mathjax.js'
import { parseSheet } from '../../src/sheet/parse.js'
import { formulasIn } from '../../src/text/tex/formulas-in.js'
import { fakeMetrics } from '../fake-metrics.js'

const sheetOf = (questions: string) => parseSheet(`# Week 1\n\n## Monday\n\n${questions}\n`, 'recall.md', new Log())
const unasked = () => Promise.reject(new Error('the typesetter was opened'))

test('a sheet without formulas opens no typesetter, and keeps its metrics', async () => {
  expect(await withFormulas([sheetOf('1. Why $5 and `$x$`?')], fakeMetrics, new Log(), unasked)).toBe(fakeMetrics)
})

test('formulas are found wherever they stand, each once a kind', () => {
  const sheet = sheetOf(
    '1. What is $a$, and $b$?\n   a) Why $a$?\n\n   | $c$ | d |\n   |---|---|\n   | e | $f$ |\n\n   > $g$\n\n   $$\n   a\n   $$\n\n   Answer: $h$',
  )
  const found = formulasIn([sheet]).map(({ source, kind }) => `${kind} ${source}`)
  expect(found.toSorted()).toEqual(
    [...'abcfgh']
      .map((letter) => `inline ${letter}`)
      .concat('display a')
      .toSorted(),
  )
})

test('metrics know the boxes of formulas, and nothing of others', async () => {
  const metrics = await withFormulas([sheetOf('1. What is $x^2$?\n\n   $$\n   y\n   $$')], fakeMetrics, new Log())
  expect(metrics.formula?.('x^2', 'inline')?.stretches).toHaveLength(1)
  expect(metrics.formula?.('x^2', 'display')).toBeNull()
  expect(metrics.formula?.('y', 'display')).not.toBeNull()
  expect(metrics.width('ab', 'text', 10)).toBe(10)
})

describe('messages', () => {
  test('a formula that cannot be read is told once, where it stands', async () => {
    const log = new Log()
    await withFormulas([sheetOf('1. Why?\n2. What is $\\frac{a}{$, and $\\frac{a}{$?')], fakeMetrics, log)
    expect(log.messages.map(({ code, place, reason }) => [code, place?.start.line, reason])).toEqual([
      ['math-not-read', 6, 'The formula "\\frac{a}{" is printed as it is written: missing close brace'],
    ])
  })

  test('that the typesetter is missing is told once, and formulas keep their source', async () => {
    const log = new Log()
    const metrics = await withFormulas([sheetOf('1. $x$?\n2. $y$?')], fakeMetrics, log, async () => null)
    expect(log.messages.map(({ code }) => code)).toEqual(['math-not-typeset'])
    expect(metrics).toBe(fakeMetrics)
  })

  test('formulas of a sheet without end keep their source from a point on', async () => {
    const log = new Log()
    const many = Array.from({ length: 25 }, (_, i) => `$$\nx_{${i}} + ${'\\,'.repeat(900)} y\n$$`).join('\n\n')
    const metrics = await withFormulas([sheetOf(`1. Why?\n\n   ${many.replaceAll('\n', '\n   ')}`)], fakeMetrics, log)
    expect(metrics.formula).toBeDefined()
    expect(log.messages.length).toBeGreaterThan(1)
    expect(log.messages[0]?.reason).toContain('more than 40000 letters together')
  })
})

test('the typesetter is opened once', () => {
  expect(openTypesetter()).toBe(openTypesetter())
})
