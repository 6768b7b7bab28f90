import { describe, expect, it } from 'vitest'
import { offered, readQuestion, words } from '../read.js'

describe('options', () => {
  it.each([
    ['ticked boxes', 'Which?\n   - [ ] GET\n   - [x] PUT', 'Which? a) GET b) PUT', 'b) PUT'],
    [
      'several ticked boxes',
      'Which?\n   - [x] GET\n   - [ ] PUT\n   - [x] HEAD',
      'Which? a) GET b) PUT c) HEAD',
      'a) GET c) HEAD',
    ],
    ['one in bold type', 'Name it.\n   a) GET\n   b) **PUT**', 'Name it. a) GET b) PUT', 'b) PUT'],
    ['letters with colons', 'Which?\n   A: GET\n   B: PUT ✓', 'Which? A) GET B) PUT', 'B) PUT'],
    ['one with a sign', 'Which?\n   - A) GET\n   - B) PUT ✅', 'Which? A) GET B) PUT', 'B) PUT'],
    ['one that says so', 'Which?\n   a) GET\n   b) PUT (correct)', 'Which? a) GET b) PUT', 'b) PUT'],
    ['a letter as the answer', 'Which?\n   a) GET\n   b) PUT\n\n   Answer: b', 'Which? a) GET b) PUT', 'b) PUT'],
    ['a letter with a bracket', 'Which?\n   A. GET\n   B. PUT\n\n   Answer: (B)', 'Which? A) GET B) PUT', 'B) PUT'],
    [
      'two letters',
      'Which?\n   a) GET\n   b) PUT\n   c) HEAD\n\n   Answer: a and c',
      'Which? a) GET b) PUT c) HEAD',
      'a) GET c) HEAD',
    ],
    [
      'an answer in words of its own',
      'Which?\n   a) GET\n   b) PUT\n\n   Answer: It depends.',
      'Which? a) GET b) PUT',
      'It depends.',
    ],
    [
      'bullets below a stem that asks to choose',
      'Which of these are safe?\n   - GET\n   - PUT',
      'Which of these are safe? a) GET b) PUT',
      null,
    ],
    [
      'numbers below one',
      'Choose the safe method:\n   1. GET\n   2. PUT',
      'Choose the safe method: 1) GET 2) PUT',
      null,
    ],
    ['a stem that breaks off', 'The cache is\n   a) cold\n   b) warm', 'The cache is a) cold b) warm', null],
    ['circles', 'Which?\n   - ( ) GET\n   - (x) PUT', 'Which? a) GET b) PUT', 'b) PUT'],
    ['circles with a bullet in them', 'Which?\n   - (•) GET\n   - ( ) PUT', 'Which? a) GET b) PUT', 'a) GET'],
    ['empty circles', 'Which?\n   - () GET\n   - () PUT', 'Which? a) GET b) PUT', null],
    ['numbered circles', 'Which?\n   1. ( ) GET\n   2. (x) PUT', 'Which? 1) GET 2) PUT', '2) PUT'],
    ['lettered circles', 'Which?\n   a) ( ) GET\n   b) (x) PUT', 'Which? a) GET b) PUT', 'b) PUT'],
    ['circles on lines', 'Which?\n   ( ) GET\n   (x) PUT', 'Which? a) GET b) PUT', 'b) PUT'],
    ['drawn circles', 'Which?\n   - ○ GET\n   - ● PUT', 'Which? a) GET b) PUT', 'b) PUT'],
    ['drawn boxes', 'Which?\n   - ☑ GET\n   - ☐ PUT\n   - ☒ HEAD', 'Which? a) GET b) PUT c) HEAD', 'a) GET c) HEAD'],
    ['a right answer', 'Which?\n   a) GET\n   b) PUT (right answer)', 'Which? a) GET b) PUT', 'b) PUT'],
    [
      'a correct answer in italics',
      'Which?\n   a) GET\n   b) PUT *(correct answer)*',
      'Which? a) GET b) PUT',
      'b) PUT',
    ],
    ['an answer', 'Which of these?\n   - GET\n   - PUT (answer)', 'Which of these? a) GET b) PUT', 'b) PUT'],
    ['a bracket', 'Which?\n   a) GET\n   b) PUT [correct]', 'Which? a) GET b) PUT', 'b) PUT'],
    ['a sign and a word', 'Which?\n   a) GET\n   b) PUT ✔ correct', 'Which? a) GET b) PUT', 'b) PUT'],
    ['a dash', 'Which?\n   a) GET\n   b) PUT – correct', 'Which? a) GET b) PUT', 'b) PUT'],
    ['an arrow', 'Which?\n   a) GET\n   b) PUT ← this one', 'Which? a) GET b) PUT', 'b) PUT'],
    ['a star before it', 'Which?\n   a) GET\n   *b) PUT', 'Which? a) GET b) PUT', 'b) PUT'],
    ['a star behind it', 'Which?\n   a) GET\n   b) PUT \\*', 'Which? a) GET b) PUT', 'b) PUT'],
    ['right and wrong signs', 'Which?\n   a) GET ❌\n   b) PUT ✅', 'Which? a) GET b) PUT', 'b) PUT'],
    ['signs in front', 'Which of these?\n   - ❌ GET\n   - ✅ PUT', 'Which of these? a) GET b) PUT', 'b) PUT'],
    ['right and wrong words', 'Which?\n   a) GET (wrong)\n   b) PUT (right)', 'Which? a) GET b) PUT', 'b) PUT'],
    [
      'the others marked as wrong',
      'Which?\n   a) GET (wrong)\n   b) PUT\n   c) HEAD (wrong)',
      'Which? a) GET b) PUT c) HEAD',
      'b) PUT',
    ],
    [
      'a reason',
      'Which?\n   a) GET\n   b) PUT (correct, since it is safe)',
      'Which? a) GET b) PUT',
      'b) PUT (correct, since it is safe)',
    ],
    ['German', 'Welche?\n   a) GET (falsch)\n   b) PUT (richtig)', 'Welche? a) GET b) PUT', 'b) PUT'],
    ['French', 'Quoi ?\n   a) GET\n   b) PUT (bonne réponse)', 'Quoi ? a) GET b) PUT', 'b) PUT'],
    ['Portuguese', 'Qual?\n   a) GET\n   b) PUT (resposta certa)', 'Qual? a) GET b) PUT', 'b) PUT'],
    [
      'bold type that only stresses',
      'Which?\n   a) GET\n   b) PUT\n   c) **All of the above**',
      'Which? a) GET b) PUT c) All of the above',
      null,
    ],
    ['bullets with signs in front', 'Is it?\n   - ✅ yes\n   - ❌ no', 'Is it? a) yes b) no', 'a) yes'],
    ['bullets with thin signs', 'Is it?\n   - ✔️ yes\n   - ✖️ no', 'Is it? a) yes b) no', 'a) yes'],
    ['bullets with thumbs', 'Is it?\n   - 👍 yes\n   - 👎 no', 'Is it? a) yes b) no', 'a) yes'],
    [
      'bullets with names of signs',
      'Is it?\n   - no :x:\n   - yes :white_check_mark:',
      'Is it? a) no b) yes',
      'b) yes',
    ],
    [
      'bullets with reasons in brackets',
      'Is it?\n   - yes [correct]\n   - no [wrong: it sinks]',
      'Is it? a) yes b) no',
      'a) yes b) no [wrong: it sinks]',
    ],
    ['bullets in German', 'Ist es?\n   - ja (richtig)\n   - nein (falsch)', 'Ist es? a) ja b) nein', 'a) ja'],
    ['bullets in Polish', 'Co?\n   - tak (poprawna)\n   - nie (błędna)', 'Co? a) tak b) nie', 'a) tak'],
    ['bullets in Russian', 'Что?\n   - да (верно)\n   - нет', 'Что? a) да b) нет', 'a) да'],
    ['bullets in Chinese', '哪个？\n   - 是（正确）\n   - 否（错误）', '哪个？ a) 是 b) 否', 'a) 是'],
    [
      'circles and crosses in Japanese',
      'どれか。\n   - ○ はい\n   - × いいえ',
      'どれか。 a) はい b) いいえ',
      'a) はい',
    ],
    ['a bullet with an arrow', 'Is it?\n   - yes ← correct\n   - no', 'Is it? a) yes b) no', 'a) yes'],
    ['a bullet with a comment', 'Is it?\n   - no\n   - yes // correct', 'Is it? a) no b) yes', 'b) yes'],
    ['bullets with crosses', 'Is it?\n   - no ✗\n   - yes\n   - maybe ✗', 'Is it? a) no b) yes c) maybe', 'b) yes'],
    [
      'a bullet with a reason',
      'Is it?\n   - yes ✅ because it floats\n   - no',
      'Is it? a) yes b) no',
      'a) yes ✅ because it floats',
    ],
    [
      'a reason behind a bracket',
      'Is it?\n   - yes (correct): it floats\n   - no',
      'Is it? a) yes b) no',
      'a) yes (correct): it floats',
    ],
    ['a highlighted bullet', 'Is it?\n   - ==yes==\n   - no', 'Is it? a) yes b) no', 'a) yes'],
    ['a bullet of a class', 'Is it?\n   - yes {.correct}\n   - no', 'Is it? a) yes b) no', 'a) yes'],
    ['bullets as in GIFT', 'Is it?\n   - =yes\n   - ~no', 'Is it? a) yes b) no', 'a) yes'],
    ['bullets with their worth', 'Is it?\n   - yes (100%)\n   - no (0%)', 'Is it? a) yes b) no', 'a) yes'],
    ['bullets that are judged', 'Is it?\n   - yes: true\n   - no: false', 'Is it? a) yes b) no', 'a) yes'],
    ['judged bullets', 'Is it?\n   - Wrong: no\n   - Correct: yes', 'Is it? a) no b) yes', 'b) yes'],
    ['boxes behind bullets', 'Is it?\n   - no [ ]\n   - yes [x]', 'Is it? a) no b) yes', 'b) yes'],
    ['a bullet that is not struck out', 'Is it?\n   - ~~no~~\n   - yes', 'Is it? a) no b) yes', 'b) yes'],
    ['a star in a circle', 'Is it?\n   - (*) yes\n   - ( ) no', 'Is it? a) yes b) no', 'a) yes'],
    ['numbers with signs', 'Is it?\n   1. yes ✅\n   2. no ❌', 'Is it? 1) yes 2) no', '1) yes'],
    ['boxes on lines', 'Is it?\n   [ ] no\n   [x] yes', 'Is it? a) no b) yes', 'b) yes'],
    ['boxes before letters', 'Is it?\n   - [ ] a) no\n   - [x] b) yes', 'Is it? a) no b) yes', 'b) yes'],
    ['boxes before letters on lines', 'Is it?\n   [ ] a) no\n   [x] b) yes', 'Is it? a) no b) yes', 'b) yes'],
    ['a bold letter', 'Is it?\n   a) no\n   **b)** yes', 'Is it? a) no b) yes', 'b) yes'],
    [
      'several in bold type',
      'Which?\n   a) **GET**\n   b) PUT\n   c) **HEAD**',
      'Which? a) GET b) PUT c) HEAD',
      'a) GET c) HEAD',
    ],
    ['one that is underlined', 'Which?\n   a) GET\n   b) <u>PUT</u>', 'Which? a) GET b) PUT', 'b) PUT'],
    ['one that is marked', 'Which?\n   a) GET\n   b) <mark>PUT</mark>', 'Which? a) GET b) PUT', 'b) PUT'],
    ['a star inside of Aiken', 'Which?\n   A. GET\n   *B. PUT\n   C. HEAD', 'Which? A) GET B) PUT C) HEAD', 'B) PUT'],
    ['Aiken', 'Which?\n   A. GET\n   B. PUT\n   ANSWER: B', 'Which? A) GET B) PUT', 'B) PUT'],
    [
      'reasons below boxes',
      'Is it?\n   - [ ] no\n\n     It floats.\n   - [x] yes\n\n     So it does.',
      'Is it? a) no b) yes',
      'a) no It floats. b) yes So it does.',
    ],
    [
      'reasons below bullets',
      'Is it?\n   - no\n     - it floats\n   - yes ✓',
      'Is it? a) no b) yes',
      'b) yes a) no it floats',
    ],
    [
      'reasons as in edX',
      'Is it?\n   ( ) no {{it floats}}\n   (x) yes',
      'Is it? a) no b) yes',
      'b) yes a) no {{it floats}}',
    ],
    [
      'the letter and words of one',
      'Which?\n   a) GET\n   b) PUT\n\n   Answer: b. PUT',
      'Which? a) GET b) PUT',
      'b) PUT',
    ],
    ['boxes without a tick', 'Which?\n   - [ ] GET\n   - [ ] PUT', 'Which? a) GET b) PUT', null],
  ])('%s', (_, item, prompt, answer) => {
    expect(offered(item)).toEqual(['choose', prompt, answer])
  })

  it.each([
    '✅ **B. PUT**',
    '➡️ b) PUT',
    '-> b) PUT',
    '[b] PUT',
    'b*) PUT',
    '(*b) PUT',
    '✅b) PUT',
    '__b.__ PUT',
    'b) ✅PUT',
    'b) **PUT** ✅',
    'b) PUT — *Correct!*',
    'b) PUT [x]',
    'b) PUT (*)',
    'b) PUT (key)',
    'b) PUT (the answer)',
    'b) PUT (100 %)',
    'b) PUT ←',
    'b) PUT <<<',
    'b) PUT 👈',
    'b) PUT ✓✓',
    'b) PUT ✔ (correct)',
    'b) PUT ($\\checkmark$)',
    'b) PUT &check;',
    'b) PUT = correct',
    'b) PUT: correct',
    'b) PUT // answer',
    'b) PUT Correct!',
  ])('one among letters: %s', (item) => {
    const [kind, prompt, answer] = offered(`Which?\n   a) GET\n   ${item}\n   c) HEAD`)
    expect([kind, prompt?.toLowerCase(), answer?.toLowerCase()]).toEqual([
      'choose',
      'which? a) get b) put c) head',
      'b) put',
    ])
  })

  it.each([
    ['b) PUT [✓ it writes]', 'b) PUT [✓ it writes]'],
    ['b) PUT (correct answer, because it writes)', 'b) PUT (correct answer, because it writes)'],
    ['b) PUT Correct! It writes.', 'b) PUT Correct! It writes.'],
    ['b) PUT\n      Correct! It writes.', 'b) PUT Correct! It writes.'],
    ['b) PUT\n\n      Correct! It writes.', 'Correct! It writes.'],
  ])('one with its reason: %s', (item, answer) => {
    expect(offered(`Which?\n   a) GET\n   ${item}`)).toEqual(['choose', 'Which? a) GET b) PUT', answer])
  })

  it('whose answer and reason stand in their list', () => {
    expect(offered('Which?\n   - A. GET\n   - B. PUT\n   - Correct answer: B\n   - Explanation: It writes.')).toEqual([
      'choose',
      'Which? A) GET B) PUT',
      'B) PUT It writes.',
    ])
  })

  it('of which only one has a box', () => {
    expect(offered('Which?\n   - GET\n   - [x] PUT')).toEqual(['choose', 'Which? a) GET b) PUT', 'b) PUT'])
  })

  it('with ticks that are kept as the answer are told once', () => {
    const { codes } = readQuestion('Which?\n   - [ ] GET\n   - [x] PUT\n\n   See a.md §1.')
    expect(codes).toEqual(['answers-kept'])
  })

  it.each([
    ['things to be used', 'Match them:\n   a) one\n   b) two'],
    ['facts', 'Explain it. You know:\n   - one was old\n   - nobody looked'],
    ['results', 'Explain the results.\n   - ✅ the first test\n   - ❌ the second'],
    ['all with the same sign', 'What else is needed?\n   - ✅ gloves\n   - ✅ a mask'],
    ['bullets in ink', 'What else is needed?\n   ● gloves\n   ● a mask'],
    ['sides', 'What lies behind them?\n   - the atrium (left)\n   - the atrium (right)'],
    ['equations', 'What follows?\n   - x = true\n   - y = false'],
    ['roots and products', 'Why are they equal?\n   - √144\n   - 3 × (3 + 1)'],
    ['signs that are spoken of', 'What happens?\n   - Press ✓ to accept\n   - Press ✗ to leave'],
    ['opening words in bold type', 'Why? You know:\n   - **Age**: one was old\n   - nobody looked'],
    ['all in bold type', 'Explain it.\n   a) **one**\n   b) **two**'],
  ])('not %s', (_, item) => {
    expect(readQuestion(item).question.task.kind).toBe('explain')
  })

  it('are marked with a box, and keep no sign of the right one', () => {
    const list = readQuestion('Which?\n   a) GET\n   b) **PUT**').question.prompt[1]
    expect(list?.type === 'list' && [list.marker, list.items[1]]).toEqual([
      'option',
      [expect.objectContaining({ runs: [{ text: 'b) ' }, { text: 'PUT' }] })],
    ])
  })

  it('leave the kind to the author', () => {
    const { task, prompt } = readQuestion('Which? {kind=explain}\n   a) GET\n   b) PUT').question
    expect([task.kind, words(prompt)]).toEqual(['explain', 'Which? a) GET b) PUT'])
  })

  it('may be those of a part', () => {
    const { parts } = readQuestion('T.\n   1. Which is it?\n      - [ ] GET\n      - [x] PUT\n   2. Why?').question
    expect(parts.map(({ task, answer }) => [task.kind, words(answer)])).toEqual([
      ['choose', 'b) PUT'],
      ['explain', null],
    ])
  })
})

describe('true or false', () => {
  it.each([
    ['True or false: a is b.', ['True', 'False']],
    ['a is b. (T/F)', ['True', 'False']],
    ['a is b. True or false?', ['True', 'False']],
    ['Yes or no: a is b.', ['Yes', 'No']],
    ['Richtig oder falsch? a ist b.', ['Richtig', 'Falsch']],
    ['Vrai ou faux : a est b.', ['Vrai', 'Faux']],
  ])('%s', (item, offer) => {
    expect(readQuestion(item).question.task).toMatchObject({ kind: 'choose', offer })
  })

  it.each(['Is the true or false branch taken?', 'True or false positives: which cost more?'])('not %s', (item) => {
    expect(readQuestion(item).question.task.kind).toBe('explain')
  })
})
