import { describe, expect, it, vi } from 'vitest'
import { randomFrom } from '../fuzz/sheets.js'
import { sampleOf } from './sample.js'

interface Gated {
  source: string
  flags: string
  test: (text: string) => boolean
}
const made: Gated[] = vi.hoisted(() => [])

vi.mock(import('../../src/text/caseless.js'), async (original) => {
  const { Caseless, ...rest } = await original()
  class Kept extends Caseless {
    constructor(...given: ConstructorParameters<typeof Caseless>) {
      super(...given)
      if (given[2]) made.push({ source: this.source, flags: this.flags, test: (text) => this.test(text) })
    }
  }
  return { ...rest, Caseless: Kept as typeof Caseless }
})

await import('../../src/sheet/parse.js')

const runs = Number(process.env.MAY_RUNS ?? 600)

describe('what a text must have for a long pattern to find something in it', () => {
  it('is told of the patterns that take longest to make', () => {
    expect(made.length).toBeGreaterThanOrEqual(10)
  })

  it.each(made.map((each) => [each.source.slice(0, 60), each] as const))('is had by all that %s finds', (_, gated) => {
    const pattern = new RegExp(gated.source, gated.flags)
    let found = 0
    for (let n = 0; n < runs; n++) {
      const text = sampleOf(gated.source, randomFrom(n))
      for (const each of [text, `Why? ${text}`, `${text} so`, `See: ${text}.`]) {
        if (!pattern.test(each)) continue
        found++
        if (!gated.test(each))
          expect.fail(`nothing may be in ${JSON.stringify(each)}, and ${pattern.exec(each)?.[0]} is`)
      }
    }
    expect(found).toBeGreaterThan(runs / 20)
  })
})
