/** Keys that repeat the questions with their answers behind them, as a copy of the sheet that was filled in. */
import { describe, expect, it } from 'vitest'
import { answersOf } from '../answered.js'
import { read } from '../read.js'

const asked =
  '# Week 3 recall\n\n## Monday\n\n1. Define osmosis. See notes.md §1.\n2. Name the cause of rust\n3. What is a jamb?\n\n## Tuesday\n\n1. Explain erosion.\n\n'
const answers = 'Waterish|Oxygenish|Sideish|Windish'

describe('a key repeats tasks', () => {
  it.each([
    [
      'below days that are headings',
      '## Answer key\n\n### Monday\n\n1. Define osmosis. Waterish\n2. Name the cause of rust: Oxygenish\n3. What is a jamb? Sideish\n\n### Tuesday\n\n1. Explain erosion. Windish',
    ],
    [
      'below a line',
      'Solutions:\n\n### Monday\n\n1. Define osmosis. → Waterish\n2. Name the cause of rust → Oxygenish\n3. What is a jamb? → Sideish\n\n### Tuesday\n\n1. Explain erosion. → Windish',
    ],
    [
      'in bold type, counting on',
      '## Answers\n\n1. **Define osmosis.** Waterish\n2. **Name the cause of rust** – Oxygenish\n3. **What is a jamb?** Sideish\n4. **Explain erosion.** Windish',
    ],
  ])('%s', (_, key) => {
    expect(answersOf(asked + key)).toBe(answers)
  })

  it('below each day', () => {
    const day = (name: string, task: string, said: string) =>
      `## ${name}\n\n1. ${task}\n2. Draw it.\n\n### Answers\n\n1. ${task} ${said}\n2. Draw it. Boxish\n\n`
    const text = `# Week 3 recall\n\n${day('Monday', 'Define osmosis.', 'Waterish')}${day('Tuesday', 'Explain erosion.', 'Windish')}`
    expect(answersOf(text)).toBe('Waterish|Boxish|Windish|Boxish')
  })
})

it('a day behind a key goes on where its tasks begin alike', () => {
  const text =
    '# Week 3\n\n## Monday\n\n1. Calculate the sum. 3 + 4\n2. Why?\n\n## Answers\n\n1. seven\n2. so\n\n## Tuesday\n\n1. Calculate the sum. 5 + 6\n2. Calculate the sum. 7 + 8\n'
  expect(read(text).sheet.days.map(({ key, questions }) => `${key} ${questions.length}`)).toEqual([
    'monday 2',
    'tuesday 2',
  ])
})
