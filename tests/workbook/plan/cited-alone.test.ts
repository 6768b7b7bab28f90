import { expect, test } from 'vitest'
import { Log } from '../../../src/diagnostics.js'
import { parseSheet } from '../../../src/sheet/parse.js'
import { indexSource } from '../../../src/sources/index.js'
import { resolveCitations } from '../../../src/sources/resolve.js'
import { editionNames, editionOf } from '../../../src/workbook/editions.js'
import { citationsFrom, citedAlone } from '../../../src/workbook/plan/cited-alone.js'
import { planWorkbook } from '../../../src/workbook/plan.js'
import { repositoryText } from '../../sheet/read.js'
import { classicTemplate } from '../../template.js'
import { realFile, realSources } from '../make.js'

/** Titles that come again, sections without numbers, an address, and what is between those that are cited. */
const notes = `---
url: https://example.org/notes
---

# Notes on *doors*

## 1.1 Hinges

They turn. They creak.

## 1.2 Locks

They hold.

## Summary

The first.

## 1.10 Keys of $x^2$

They fit.

## Summary

The second.
`
const sheet = `# Week 3

## Monday

1. Why? See notes.md §1.10 and §1.1.
2. How? See notes.md §1.1–§1.2 (twice) and lost.md §4.
3. When? See notes.md §Summary and notes.md §9.9.
4. Who? See notes.md.
5. Where? See https://example.org/a#b.
6. Whence?
`

const template = classicTemplate()

test.each([
  ['the real sheet', repositoryText(realFile), realSources()],
  ['odd citations', sheet, { 'notes.md': notes }],
])('plans of all editions are the same with what is cited alone: %s', (_name, text, texts) => {
  const read = parseSheet(text, 'recall.md', new Log())
  const sources = new Map(Object.entries(texts).map(([file, of]) => [file, indexSource(of, file, new Log())]))
  const citations = resolveCitations(read, sources, new Log())
  for (const edition of editionNames)
    for (const qr of [false, true]) {
      const { parts } = editionOf(edition, 'week', 'back')
      const workbook = { ...template.workbook, qr, pages: ['test-and-fold' as const] }
      const planned = (of: typeof citations) => planWorkbook(read, of, { ...template, workbook }, { parts })
      const alone = citedAlone(citations, edition === 'instructor')
      const put: typeof alone = JSON.parse(JSON.stringify(alone))
      expect(planned(citationsFrom(put))).toStrictEqual(planned(citations))
    }
})

test('of a file what is cited is kept, and no more', () => {
  const read = parseSheet(sheet, 'recall.md', new Log())
  const citations = resolveCitations(
    read,
    new Map([['notes.md', indexSource(notes, 'notes.md', new Log())]]),
    new Log(),
  )
  const [source, ...others] = citedAlone(citations, false).sources
  expect(others).toEqual([])
  expect(source?.sections.map(({ number, excerpt }) => [number, excerpt])).toEqual([
    ['1.1', ''],
    ['1.2', ''],
    [null, ''],
    ['1.10', ''],
    [null, ''],
  ])
  const short = sheet.replace(' and §1.1', '').replace(/2\. How.*\n/, '')
  const less = resolveCitations(
    parseSheet(short, 'recall.md', new Log()),
    new Map([['notes.md', indexSource(notes, 'notes.md', new Log())]]),
    new Log(),
  )
  expect(citedAlone(less, true).sources[0]?.sections.map(({ excerpt }) => excerpt)).toEqual([
    'The first.',
    'They fit.',
    'The second.',
  ])
})
