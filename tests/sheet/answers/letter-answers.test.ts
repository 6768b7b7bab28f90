import { describe, expect, it } from 'vitest'
import { offered, read, readQuestion, words } from '../read.js'

describe('an answer that names an option', () => {
  const below = 'Which?\n   a) GET\n   b) PUT\n\n   '
  it.each([
    'b',
    'b)',
    '(B)',
    '[b]',
    '**B**',
    '✓ b',
    '→ b',
    'Solution b',
    'Key: b',
    'Option B',
    "It's b.",
    'The correct option is B.',
    'B is correct.',
    '(b) is the right answer',
    '> b',
    '> Right: PUT',
    'PUT',
    '✅ b) PUT',
    'Correct answer is PUT.',
    'Richtig ist b.',
    'Die richtige Antwort ist B.',
    'La bonne réponse est b.',
    'La respuesta correcta es b.',
    'Правильный ответ: b',
    '正解 b',
    'b. See a.md §1.',
  ])('below it: %s', (words) => {
    expect(offered(`${below}${words}`)).toEqual(['choose', 'Which? a) GET b) PUT', 'b) PUT'])
    expect(offered(`${below}Choose well.\n\n   ${words}`)[2]).toBe('b) PUT')
  })

  it.each([
    ['Right answer is b, because it is safe.', 'b, because it is safe.'],
    ['b is right because it is safe.', 'b is right because it is safe.'],
  ])('with a reason: %s', (words, answer) => {
    expect(offered(`${below}${words}`)).toEqual(['choose', 'Which? a) GET b) PUT', answer])
  })

  it.each([
    'Which? (b)',
    'Which? [B]',
    'Which? **b**',
    'Which? Answer: b',
    'Which? (Answer b)',
    'Which? ||b||',
    'Which? (2 points) (b)',
  ])('at the end of what asks: %s', (asked) => {
    expect(offered(`${asked}\n   a) GET\n   b) PUT`).slice(2)).toEqual(['b) PUT'])
    expect(offered(`${asked}\n\n   a) GET\n   b) PUT`)[1]).toMatch(/^Which\?(?: \(2 points\))? a\) GET b\) PUT$/)
  })

  it('in the blank of what asks', () => {
    expect(offered('法国的首都是（ B ）。\n   A. 里昂\n   B. 巴黎').slice(1)).toEqual([
      '法国的首都是（ ____ ）。 A) 里昂 B) 巴黎',
      'B) 巴黎',
    ])
    expect(offered('The safe one is (b).\n   a) PUT\n   b) GET').slice(1)).toEqual([
      'The safe one is a) PUT b) GET',
      'b) GET',
    ])
  })

  it('right below them, and below bullets', () => {
    expect(offered('Which?\n   a) GET\n   b) PUT\n   b')).toEqual(['choose', 'Which? a) GET b) PUT', 'b) PUT'])
    expect(offered('Which?\n   - GET\n   - PUT\n   B')).toEqual(['choose', 'Which? a) GET b) PUT', 'b) PUT'])
    expect(offered('Which?\n   - GET\n   - PUT\n\n   Answer: PUT')).toEqual([
      'choose',
      'Which? a) GET b) PUT',
      'b) PUT',
    ])
  })

  it.each([
    ['Which? A) GET  B) PUT  C) POST  (B)', 'Which? A) GET B) PUT C) POST', 'B) PUT'],
    ['Which? A) GET B) PUT C) POST [B]', 'Which? A) GET B) PUT C) POST', 'B) PUT'],
    ['Which?\n   a) GET\n   b) PUT\n   c) POST (b)', 'Which? a) GET b) PUT c) POST', 'b) PUT'],
    ['Which?\n   - a) GET\n   - b) PUT\n   - c) POST (b)', 'Which? a) GET b) PUT c) POST', 'b) PUT'],
    ['Which? A) GET B) PUT C) POST (B) See a.md §1.', 'Which? A) GET B) PUT C) POST', 'B) PUT'],
  ])('behind the last of them: %s', (item, asked, answer) => {
    expect(offered(item)).toEqual(['choose', asked, answer])
  })

  it.each([
    'Which unit? a) newton b) joule c) ampere (A)',
    'Which? A) vitamin (A) B) vitamin (B)',
    'Show it:\n   a) x\n   b) y\n   c) the sum, from (b)',
    'Which? A) GET B) PUT C) POST (D)',
  ])('not one that is their own: %s', (item) => {
    expect(offered(item)[1]).toBe(item.replace(/\s+/g, ' '))
  })

  it('behind options without marks it is told', () => {
    expect(readQuestion('Which is a nut? A walnut  B pea  C plum   [A]').codes).toContain('answer-printed 5:46')
  })

  it('below the questions of a day', () => {
    const { sheet } = read('# Week 1\n\n## Monday\n\n1. Which?\n\na) GET\nb) PUT\n\nb\n\n2. Why?\n')
    expect(sheet.days[0]?.questions.map(({ answer }) => words(answer))).toEqual(['b) PUT', null])
  })

  it.each([
    'Explain your choice.',
    'Answer a, then explain b.',
    'A is older than B.',
    'b is the one that we had last week. Why?',
    'c',
  ])('not %s', (words) => {
    expect(offered(`${below}${words}`).slice(1)).toEqual([`Which? a) GET b) PUT ${words}`, null])
  })

  it('not parts that are written alike', () => {
    const { parts } = readQuestion('T.\n   a) Draw it.\n   b) Why is it so?\n   c) Draw it.').question
    expect(parts.map(({ prompt, answer }) => [words(prompt), answer])).toEqual([
      ['Draw it.', null],
      ['Why is it so?', null],
      ['Draw it.', null],
    ])
  })

  it.each(['Which (b)?', 'See figure (b). Which?', 'Which? (4)'])('not %s', (asked) => {
    expect(offered(`${asked}\n   a) GET\n   b) PUT`).slice(1)).toEqual([`${asked} a) GET b) PUT`, null])
  })

  it('is said once, whether the sheet or its key says it', () => {
    const { sheet } = read(
      '# Week 1\n\n## Monday\n\n1. Which?\n   a) GET\n   b) **PUT**\n2. Why?\n\n### Key\n\n1. **B**\n2. So.\n',
    )
    expect(sheet.days[0]?.questions.map(({ answer }) => words(answer))).toEqual(['b) PUT', 'So.'])
  })

  it.each(['B – it is safe', 'b, since it is safe', 'PUT: it is safe'])('is said once with its reason: %s', (key) => {
    const text = `# Week 1\n\n## Monday\n\n1. Which?\n   a) GET\n   b) **PUT**\n2. Why?\n\n### Key\n\n1. ${key}\n2. So.\n`
    expect(words(read(text).sheet.days[0]?.questions[0]?.answer ?? null)).toBe(key)
  })
})
