import { describe, expect, it } from 'vitest'
import { labelBefore } from '../../../src/sheet/citations/further-reading.js'
import { readQuestion } from '../read.js'

describe('a citation behind a label that leads further', () => {
  const cited = (item: string) => {
    const { question } = readQuestion(item)
    return [question.citations.map(({ targets }) => targets.length), question.citedAs]
  }

  it('goes into the key with its label, behind the one that says where the answer is', () => {
    const both = [[1, 1], 'a.md §1. Extension: a.md §2']
    expect(cited('Why? See a.md §1. Extension: see a.md §2.')).toEqual(both)
    expect(cited('Why? See a.md §1.\n   Extension: see a.md §2.')).toEqual(both)
    expect(cited('Why? See a.md §1.\n\n   **Extension:** see a.md §2.')).toEqual(both)
    expect(cited('Warum? Zur Vertiefung: a.md §2.')).toEqual([[1], 'Zur Vertiefung: a.md §2'])
  })

  it('is found with what stands before it', () => {
    expect(labelBefore('Why? Extension: ')).toEqual({ label: 'Extension', start: 5 })
    expect(labelBefore('What is an extension: ')).toBeNull()
    expect(labelBefore('Define. Osmosis: ')).toBeNull()
  })
})
