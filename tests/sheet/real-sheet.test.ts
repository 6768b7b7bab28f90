import { describe, expect, it } from 'vitest'
import { dumpSheet } from '../../src/sheet/dump.js'
import { expectGolden } from '../golden.js'
import { read, repositoryText } from './read.js'

const markdown = 'content/week-17/04_daily_recall.md'
const copy = 'tests/cases/week-17-text/sheet.txt'

/** A sheet without what may differ between two files that mean the same. */
const meaning = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner) =>
      key === 'place' || (key === 'file' && String(inner).includes('/')) ? undefined : inner,
    ),
  )

describe('the real sheet', () => {
  it('is read as in the golden file', () => {
    const { sheet, log } = read(repositoryText(markdown), markdown)
    const messages = log.messages.map(
      (m) => `${m.place?.start.line}:${m.place?.start.column} ${m.severity} ${m.code}: ${m.reason}\n`,
    )
    expectGolden('cases/week-17/sheet.txt', `${dumpSheet(sheet)}\n${messages.join('')}`)
  })

  it('means the same when it is copied as text from a web page', () => {
    const fromMarkdown = read(repositoryText(markdown), markdown)
    const fromCopy = read(repositoryText(copy), copy)
    expect(fromCopy.codes.filter((code) => !fromMarkdown.codes.includes(code))).toEqual([
      'page-furniture 1:1',
      'citation-missing 45:3',
      'prompt-contains-answer 45:3',
    ])
    expect(meaning(fromCopy.sheet)).toEqual(meaning(fromMarkdown.sheet))
  })

  it('has 24 questions in six parts, and ids that name them', () => {
    const { sheet } = read(repositoryText(markdown), markdown)
    expect(sheet.days.map((day) => day.questions.length)).toEqual([3, 4, 4, 4, 5, 4])
    expect(sheet.days.map((day) => day.id)).toEqual(['w17-mon', 'w17-tue', 'w17-wed', 'w17-thu', 'w17-fri', 'w17-wkd'])
  })

  it('points every citation at its own words', () => {
    const text = repositoryText(markdown)
    const { sheet } = read(text, markdown)
    const cited = sheet.days.flatMap((day) => day.questions.flatMap((question) => question.citations))
    expect(cited.map(({ place }) => text.slice(place.start.offset, place.end.offset)).slice(0, 1)).toEqual([
      '02_explainer.md §1.1-§1.8',
    ])
    for (const { place, file } of cited) expect(text.slice(place.start.offset).startsWith(file)).toBe(true)
  })
})
