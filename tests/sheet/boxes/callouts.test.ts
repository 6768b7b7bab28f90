/** Callouts: folded ones hide, those called an answer tell it, titles and all. */
import { describe, expect, it } from 'vitest'
import { answersOf, five, oneDay, three, twoDays } from '../answered.js'
import { read } from '../read.js'

const under = (callout: string) =>
  `# Week 3 recall\n\n## Monday\n\n1. What is A?\n\n   ${callout.replaceAll('\n', '\n   ')}\n\n2. What is B?\n`

describe('a callout below a question', () => {
  it.each([
    ['folded', '> [!info]- Click\n> Aaish', 'Aaish|-'],
    ['folded, with a title of its own', '> [!info]- In short\n> Aaish', 'In short Aaish|-'],
    ['called an answer, in its title', '> [!answer] Aaish', 'Aaish|-'],
    ['called an answer, with more below', '> [!answer] **Aaish**\n> because soish', 'Aaish because soish|-'],
    ['called a solution', '> [!solution] Aaish\n> because soish', 'Aaish because soish|-'],
    ['whose title only names it', '> [!success]- Answer\n> Aaish', 'Aaish|-'],
    ['without a title', '> [!answer]-\n> Aaish', 'Aaish|-'],
    ['in another language', '> [!lösung]- Zeigen\n> Aaish', 'Zeigen Aaish|-'],
  ])('%s', (_, callout, expected) => {
    expect(answersOf(under(callout))).toBe(expected)
    expect(answersOf(under(callout).replaceAll('\n   >', '\n>'))).toBe(expected)
  })

  it.each(['> [!tip]- Hint\n> Hintish', '> [!hint]-\n> Hintish'])('is no answer when it is a hint: %j', (callout) => {
    expect(answersOf(under(callout))).toBe('-|-')
    expect(read(under(callout)).codes).toContain('hint-left-out 7:4')
  })

  it.each(['> [!note]\n> Given a queue.', '> [!info] Text\n> To be or not.'])('is asked: %j', (callout) => {
    const { sheet } = read(under(callout))
    expect(sheet.days[0]?.questions[0]?.prompt.length).toBe(2)
  })
})

it('that is folded and asks is a question with its answer', () => {
  expect(
    answersOf('# Week 3 recall\n\n## Monday\n\n> [!question]- What is A?\n> Aaish\n\n> [!faq]- What is B?\n> Beeish\n'),
  ).toBe('Aaish|Beeish')
})

describe('a key in a callout', () => {
  it.each([
    [
      'note with a line',
      twoDays,
      '> [!NOTE]\n> Answers: Mon 1 Aaish, 2 Beeish, 3 Ceeish; Tue 1 Deeish, 2 Eeish\n',
      five,
    ],
    ['bold title', oneDay, '> [!TIP]\n> **Answers**\n>\n> 1. Aaish\n> 2. Beeish\n> 3. Ceeish\n', three],
    ['plain title', oneDay, '> [!NOTE]\n> Answers\n> 1. Aaish\n> 2. Beeish\n> 3. Ceeish\n', three],
    ['nothing but a list', oneDay, '> [!NOTE]\n> 1. Aaish\n> 2. Beeish\n> 3. Ceeish\n', three],
    ['folded list', oneDay, '> [!info]- Click\n> 1. Aaish\n> 2. Beeish\n> 3. Ceeish\n', three],
    [
      'folded table',
      oneDay,
      '> [!info]- Answers\n> | # | A |\n> |---|---|\n> | 1 | Aaish |\n> | 2 | Beeish |\n> | 3 | Ceeish |\n',
      three,
    ],
    ['plain quote', oneDay, '> Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n', three],
    [
      'a second one',
      oneDay,
      '## Answers\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n> Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n',
      three,
    ],
    [
      'two quotes',
      oneDay,
      '> Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n\n> Answers (again): 1 Aaish, 2 Beeish, 3 Ceeish\n',
      three,
    ],
  ])('%s', (_, questions, key, expected) => {
    expect(answersOf(questions + key)).toBe(expected)
  })

  it('that nothing calls so is told, and is none when it tells what to do', () => {
    expect(read(`${oneDay}> [!NOTE]\n> 1. Aaish\n> 2. Beeish\n> 3. Ceeish\n`).codes).toContain('answers-unlabelled 9:1')
    const { sheet } = read(`${oneDay}> [!NOTE]\n> 1. Write in pen.\n> 2. Explain all.\n> 3. Draw the rest.\n`)
    expect(sheet.days[0]?.questions.map(({ answer }) => answer)).toEqual([null, null, null])
  })
})
