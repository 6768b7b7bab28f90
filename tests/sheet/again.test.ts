import { describe, expect, it } from 'vitest'
import { Log, type Severities } from '../../src/diagnostics.js'
import { SheetMemory } from '../../src/sheet/memory.js'
import { parseSheets } from '../../src/sheet/parse.js'
import { grammarExamples, read as readAnew, repositoryText } from './read.js'

/** Spoils all that a sheet is made of. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner)
    Reflect.set(value, key, typeof inner === 'string' ? 'spoilt' : inner)
  }
  if (Array.isArray(value)) value.push('spoilt')
}

const examples = grammarExamples()

const memory = new SheetMemory()
const read = (text: string) => readAnew(text, undefined, memory)

describe('a sheet that is read again, as a watch does', () => {
  it.each([repositoryText('content/week-17/04_daily_recall.md'), ...examples].map((text, i) => [i, text] as const))(
    'is the same, whatever was done with what was read before: example %d',
    (_, text) => {
      const anew = readAnew(text)
      const first = read(text)
      expect([first.sheet, first.log.messages]).toEqual([anew.sheet, anew.log.messages])
      spoil(first.sheet)
      const again = read(text)
      expect([again.sheet, again.log.messages]).toEqual([anew.sheet, anew.log.messages])
    },
  )

  it('says again what nobody was told the first time', () => {
    const said = (severities: Severities) => {
      const log = new Log(severities)
      const text = '# Week 1\n\n## Monday\n\n1. Why does a gate open? Because it has hinges.\n'
      parseSheets(text, 'recall.md', log, memory)
      return log.messages.map(({ code }) => code)
    }
    expect(said({ 'answer-printed': 'off' })).not.toContain('answer-printed')
    expect(said({})).toContain('answer-printed')
  })

  it('is read for its own place and its own words around', () => {
    const day = (words: string) => `# Week 1\n\n## Monday\n\n${words}\n`
    const lines = ['1. Name two parts. See a.md §1.', '1. Why?\n2. Name two parts. See a.md §1.']
    const [alone, second] = lines.map((words) => read(day(words)).sheet.days[0]?.questions.at(-1))
    expect(second?.place.start.line).toBe((alone?.place.start.line ?? 0) + 1)
    expect(second?.citations[0]?.place.start.line).toBe((alone?.citations[0]?.place.start.line ?? 0) + 1)
    expect(second?.task).toEqual(alone?.task)
    // "Sábado" opens a day in any language, "Do" only in a sheet of its own.
    const named = (lang: string) => read(`---\nlang: ${lang}\n---\n\n# 1\n\n## Do\n\n1. Warum?\n`).sheet.days[0]?.kind
    expect([named('de'), named('en'), named('de')]).toEqual(['weekday', 'part', 'weekday'])
  })
})
