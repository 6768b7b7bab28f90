/** Faults of YAML are told in the words of one who writes `key: value` lines. */
import { expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { yamlFaults } from '../../src/sheet/yaml-faults.js'

/** Each fault: the words that it points at, and what is said. */
function faults(text: string): string[] {
  const { errors } = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
  return yamlFaults(text, errors).map(({ from, to, fault }) => `${text.slice(from, to)} | ${fault}`)
}

it.each([
  ['title: Rome\nweek 5', 'week 5 | "week 5" has no colon behind its key; write "week: 5"'],
  ['week 5\ntitle: Rome', 'week 5 | "week 5" has no colon behind its key; write "week: 5"'],
  ['week:5\ntitle: Rome', 'week:5 | "week:5" has no space behind its colon; write "week: 5"'],
  ['week = 5\r\ntitle: Rome', 'week = 5 | "week = 5" has no colon behind its key; write "week: 5"'],
  ['week： 5\ntitle: Rome', 'week： 5 | "week： 5" has no colon behind its key; write "week: 5"'],
  ['title: Rome\n- a', '- | "- a" is no "key: value" line'],
  [
    'title: Rome: the end\nweek: 5',
    'Rome: the end | the value "Rome: the end" has a colon in it; put it in quotes: title: "Rome: the end"',
  ],
  [
    'title: 5" of rain: why?',
    `5" of rain: why? | the value "5" of rain: why?" has a colon in it; put it in quotes: title: '5" of rain: why?'`,
  ],
  ['title: Rome\n  week: 5', 'Rome | the line below "title: Rome" is further in; begin it in the same column'],
  ['title: "Rome\nweek: 5', '"Rome | " opens the value and none closes it'],
  ['pages: [a, b\nweek: 5', '[a, b | [ opens here and no ] closes it'],
  ['title: {a', '{a | { opens here and no } closes it'],
  [
    `title: 'Rome's end'`,
    `s end' | the value begins with ' and goes on behind it; put it in quotes: title: "Rome's end"`,
  ],
  [
    'title: *Rome* the end',
    'the end | the value begins with * and goes on behind it; put it in quotes: title: "*Rome* the end"',
  ],
  ['title: @home', '@ | a value cannot begin with @; put it in quotes: title: "@home"'],
  ['title: Rome\n\tweek: 5', '\t | the line begins with a tab; write spaces'],
  ['week: 1\nweek: 2', 'w | "week" is here a second time; take one of the two lines out'],
  [
    ' title: Rome\nweek: 5',
    'week | "week: 5" does not belong to the lines above it; begin all lines in the same column, as "key: value"',
  ],
])('%j', (text, fault) => expect(faults(text)).toEqual([fault]))

it('a fault of the author is told once, and each of several', () => {
  expect(faults('title: a: b\nweek: 5\ncourse: c: d: e')).toHaveLength(2)
})

it('the reason of the parser stands with it', () => {
  const { errors } = parseDocument('week 5\ntitle: Rome', { prettyErrors: false })
  expect(yamlFaults('week 5\ntitle: Rome', errors)[0]?.reason).toBe('Implicit keys need to be on a single line')
})
