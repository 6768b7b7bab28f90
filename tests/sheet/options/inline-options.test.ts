import { describe, expect, it } from 'vitest'
import { offered, readQuestion, words } from '../read.js'

describe('options in lines', () => {
  it.each([
    ['commas', 'Is it? yes ✅, no ❌, maybe', 'Is it? a) yes b) no c) maybe', 'a) yes'],
    ['a line of commas', 'Is it?\n   yes, no, maybe (correct)', 'Is it? a) yes b) no c) maybe', 'c) maybe'],
    ['letters and a star', 'Which? a) GET *b) PUT c) HEAD', 'Which? a) GET b) PUT c) HEAD', 'b) PUT'],
    ['letters and a tick', 'Which? (a) GET (b) PUT ✓ (c) HEAD', 'Which? a) GET b) PUT c) HEAD', 'b) PUT'],
    ['a label', 'Which? Choices: GET, **PUT**, HEAD', 'Which? Choices: a) GET b) PUT c) HEAD', 'b) PUT'],
    ['slashes', 'Which? GET / **PUT** / HEAD', 'Which? a) GET b) PUT c) HEAD', 'b) PUT'],
    ['bars', 'Which? GET | PUT ✓ | HEAD', 'Which? a) GET b) PUT c) HEAD', 'b) PUT'],
    ['crossed out words', 'Which? ~~GET~~, PUT, ~~HEAD~~', 'Which? a) GET b) PUT c) HEAD', 'b) PUT'],
    ['boxes', 'Which? [ ] GET [x] PUT. See a.md §1.', 'Which? a) GET b) PUT', 'b) PUT'],
    ['drawn boxes', 'Which? ☐ GET ☑ PUT ☐ HEAD', 'Which? a) GET b) PUT c) HEAD', 'b) PUT'],
    ['circles', 'Which? ( ) GET (x) PUT', 'Which? a) GET b) PUT', 'b) PUT'],
    ['boxes and letters', 'Which?\n   [ ] a) GET\n   [x] b) PUT', 'Which? a) GET b) PUT', 'b) PUT'],
    ['a line for each', 'Which?\n   GET ❌\n   PUT ✅', 'Which? a) GET b) PUT', 'b) PUT'],
    [
      'lines and a reason',
      'Which?\n   GET\n   PUT ✅ because it is safe',
      'Which? a) GET b) PUT',
      'b) PUT ✅ because it is safe',
    ],
    ['lines as in GIFT', 'Which?\n   ~GET\n   =PUT', 'Which? a) GET b) PUT', 'b) PUT'],
    ['braces as in GIFT', 'Which? {~GET#no =PUT}', 'Which? a) GET b) PUT', 'a) GET no b) PUT'],
    ['braces on lines', 'Which? {\n   ~GET\n   =PUT\n   }', 'Which? a) GET b) PUT', 'b) PUT'],
    ['weights', 'Which? {~%50%GET ~%50%PUT ~HEAD}', 'Which? a) GET b) PUT c) HEAD', 'a) GET b) PUT'],
    ['a blank as in GIFT', 'It is {~GET =PUT} that writes.', 'It is ____ that writes. a) GET b) PUT', 'b) PUT'],
  ])('%s', (_, item, prompt, answer) => {
    expect(offered(item)).toEqual(['choose', prompt, answer])
  })

  it.each([
    ['It is {=PUT =put}.', 'It is ____.', 'PUT, put'],
    ['How many? {#3:0.5}', 'How many?', '3:0.5'],
    ['Match. {=GET -> safe =PUT -> idempotent}', 'Match. GET PUT idempotent / safe', 'GET → safe PUT → idempotent'],
    ['What does `{T}` do?', 'What does {T} do?', null],
    ['Why is {T} a set?', 'Why is {T} a set?', null],
    ['What is missing: build ✅, test ✅, deploy?', 'What is missing: build ✅, test ✅, deploy?', null],
    ['Steps so far: ✅ build, ✅ test. What is missing?', 'Steps so far: ✅ build, ✅ test. What is missing?', null],
    ['Which is **not** safe, GET or PUT?', 'Which is not safe, GET or PUT?', null],
    ['Which is bigger, 3 × (4 + 1) or 2?', 'Which is bigger, 3 × (4 + 1) or 2?', null],
  ])('or not: %s', (item, prompt, answer) => {
    expect(offered(item).slice(1)).toEqual([prompt, answer])
  })
})

describe('one of two offered words', () => {
  it.each([
    ['Ice floats. True / **False**', 'Ice floats. True / False', 'False'],
    ['Ice floats. <u>True</u> / False', 'Ice floats. True / False', 'True'],
    ['Ice floats. True ✓ / False', 'Ice floats. True / False', 'True'],
    ['Ice floats. ==True== / False', 'Ice floats. True / False', 'True'],
    ['Ice floats. ~~True~~ / False', 'Ice floats. True / False', 'False'],
    ['Ice floats. ☒ True ☐ False', 'Ice floats. True / False', 'True'],
    ['Ice floats. ( ) True (x) False', 'Ice floats. True / False', 'False'],
    ['Ice floats. (**T** / F)', 'Ice floats. (T / F)', 'T'],
    ['Ice floats.\n   **True** or False', 'Ice floats. True or False', 'True'],
    ['T/F: ice floats. ☑ True ☐ False', 'T/F: ice floats.', 'True'],
    ['True or **False**: ice sinks.', 'True or False: ice sinks.', 'False'],
    [
      'Ice sinks. True / **False** because it is light. See a.md §1.',
      'Ice sinks. True / False',
      'False because it is light.',
    ],
    ['Ice floats. {T}', 'Ice floats. True / False', 'True'],
    ['Ice sinks. {FALSE#It is light.}', 'Ice sinks. True / False', 'False: It is light.'],
    ['Eis schwimmt. **Richtig** / Falsch', 'Eis schwimmt. Richtig / Falsch', 'Richtig'],
    ['Ice floats. (T)', 'Ice floats. T / F', 'T'],
    ['Ice floats. True.', 'Ice floats. True / False', 'True'],
    ['Ice sinks → False', 'Ice sinks. True / False', 'False'],
    ['[F] Ice sinks.', 'T / F: Ice sinks.', 'F'],
    ['__T__ Ice floats.', 'T / F: Ice floats.', 'T'],
    ['T or F: ice sinks. F', 'T or F: ice sinks.', 'F'],
    ['Does ice float? (yes/no) yes', 'Does ice float? (yes/no)', 'yes'],
    ['La glace flotte ? **Oui** / Non', 'La glace flotte ? Oui / Non', 'Oui'],
  ])('takes the choice off: %s', (item, prompt, answer) => {
    expect(offered(item)).toEqual(['choose', prompt, answer])
  })

  it('takes the choice off parts', () => {
    const { parts } = readQuestion(
      'Judge.\n   a) Ice floats. **True** / False\n   b) Ice sinks. True / **False**',
    ).question
    expect(parts.map(({ prompt, answer }) => [words(prompt), words(answer)])).toEqual([
      ['Ice floats. True / False', 'True'],
      ['Ice sinks. True / False', 'False'],
    ])
  })

  it.each([
    'Why is **true** or false not enough?',
    'Which is it, **yes** or no?',
    'Is it a `true` / false branch?',
    'F – Faraday’s constant – is how big?',
    'Why is the first sentence true?',
  ])('leaves what only stresses: %s', (item) => {
    expect(readQuestion(item).question.answer).toBeNull()
  })
})
