/** What authors say to whoever teaches: never printed for learners, and no answer. */
import { describe, expect, it } from 'vitest'
import { wholePrompt } from '../../../src/sheet/options/parts.js'
import { plainBlocks } from '../../../src/text/rich.js'
import { read } from '../read.js'

/** What learners see of a sheet, its answers, and what is said to the teacher of days and of questions. */
function said(text: string) {
  const { sheet } = read(text)
  const questions = sheet.days.flatMap((day) => day.questions)
  const shown = plainBlocks([
    ...sheet.intro,
    ...sheet.days.flatMap((day) => day.intro),
    ...questions.flatMap(wholePrompt),
  ])
  return {
    shown,
    answers: questions.flatMap(({ answer }) => (answer ? [plainBlocks(answer)] : [])),
    ofDays: sheet.days.flatMap(({ notes }) => (notes ? [plainBlocks(notes)] : [])),
    ofQuestions: questions.flatMap(({ notes }) => (notes ? [plainBlocks(notes)] : [])),
  }
}

const monday = (body: string) => `# Week 1\n\n## Monday\n\n${body}\n`

describe('a note to the teacher below a question', () => {
  it.each([
    ['1. Why?\n   Teacher note: notish\n2. How?', 'Teacher note: notish'],
    ['1. Why?\n\n   **Teacher notes:** notish\n\n2. How?', 'Teacher notes: notish'],
    ['1. Why?\n\n   *Note to teacher:* notish\n\n2. How?', 'Note to teacher: notish'],
    ['1. Why? (Note for the teacher: notish)\n2. How?', '(Note for the teacher: notish)'],
    ['1. Why? **For the instructor:** notish\n2. How?', 'For the instructor: notish'],
    ['1. Why?\n   - Teacher only: notish\n2. How?', 'Teacher only: notish'],
    ['1. Why?\n\n   > **Instructor note:** notish\n\n2. How?', 'Instructor note: notish'],
    ['1. Why?\n\n   > [!note] Teacher notes\n   > notish\n\n2. How?', '[!note] Teacher notes notish'],
    ['1. Why?\n\n   > [!note]- Teacher notes\n   > notish\n\n2. How?', 'Teacher notes notish'],
    [
      '1. Why?\n\n   <details><summary>For teachers</summary>\n\n   notish\n\n   </details>\n\n2. How?',
      'For teachers notish',
    ],
    ['1. Why?\n\n   **Instructor notes**\n\n   - notish\n   - more\n\n2. How?', 'Instructor notes notish more'],
    ['1. Why?\n   📝 Teaching tip: notish\n2. How?', '📝 Teaching tip: notish'],
    ['1. Why?\n2. How?\n\nTeacher notes: notish\n\nMore of it.', 'Teacher notes: notish More of it.'],
    ['### Q1. Why?\n\nTeacher notes: notish\n\n### Q2. How?', 'Teacher notes: notish'],
    ['1. Why?\n   Hinweis für die Lehrkraft: notish\n2. How?', 'Hinweis für die Lehrkraft: notish'],
    ['1. Why?\n   Lehrerhinweise: notish\n2. How?', 'Lehrerhinweise: notish'],
    ['1. Why?\n   Nur für Lehrkräfte: notish\n2. How?', 'Nur für Lehrkräfte: notish'],
    ["1. Why?\n   Note pour l'enseignant : notish\n2. How?", "Note pour l'enseignant : notish"],
    ['1. Why?\n   Pour le prof : notish\n2. How?', 'Pour le prof : notish'],
    ['1. Why?\n   Nota para el profesor: notish\n2. How?', 'Nota para el profesor: notish'],
    ['1. Why?\n   Para docentes: notish\n2. How?', 'Para docentes: notish'],
    ["1. Why?\n   Note per l'insegnante: notish\n2. How?", "Note per l'insegnante: notish"],
    ['1. Why?\n   Para o professor: notish\n2. How?', 'Para o professor: notish'],
    ['1. Why?\n   Voor de docent: notish\n2. How?', 'Voor de docent: notish'],
    ['1. Why?\n   Для учителя: notish\n2. How?', 'Для учителя: notish'],
    ['1. Why?\n   教師用メモ：notish\n2. How?', '教師用メモ：notish'],
  ])('is its own: %s', (body, note) => {
    const { shown, answers, ofDays, ofQuestions } = said(monday(body))
    expect(ofQuestions.map((each) => each.replace(/\s+/g, ' '))).toEqual([note])
    expect({ shown, answers, ofDays }).toEqual({ shown: 'Why? How?', answers: [], ofDays: [] })
  })

  it.each([
    ['an answer behind it', '1. Why?\n   Teacher note: notish\n   Answer: so', 'Why?'],
    ['an answer before it', '1. Why?\n   Answer: so\n   Teacher note: notish', 'Why?'],
    ['an answer in its line', '1. Why?\n   Teacher note: notish. Answer: so', 'Why?'],
    [
      'a paragraph with the answer behind it',
      '1. Why?\n\n   **Teacher notes**\n\n   notish\n\n   **Answer:** so',
      'Why?',
    ],
    [
      'a folded answer',
      '1. Why?\n\n   Teacher note: notish\n\n   <details><summary>Answer</summary>\n\n   so\n\n   </details>',
      'Why?',
    ],
    ['options', '1. Which? (Teacher note: notish)\n   - [ ] this\n   - [x] so', 'Which? a) this b) so'],
  ])('ends before %s', (_, body, prompt) => {
    const { shown, answers, ofQuestions } = said(monday(body))
    expect(shown).toBe(prompt)
    expect(answers.join('|')).toMatch(/^(?:b\) )?so$/)
    expect(ofQuestions.join('|')).toContain('notish')
  })

  it('leaves a question its citation and its parts', () => {
    const { sheet } = read(
      monday(
        '1. Why?\n\n   Teacher note: show it.\n\n   See a.md §1.\n2. Think:\n   a) Why?\n   Teacher note: slowly\n   b) How?',
      ),
    )
    const questions = sheet.days[0]?.questions
    expect(questions?.map(({ citedAs }) => citedAs)).toEqual(['a.md §1', null])
    expect(questions?.[1]?.parts.map(({ prompt }) => plainBlocks(prompt))).toEqual(['Why?', 'How?'])
    expect(questions?.map(({ notes }) => plainBlocks(notes ?? []))).toEqual([
      'Teacher note: show it.',
      'Teacher note: slowly',
    ])
  })
})

describe('a note to the teacher of a day', () => {
  it.each([
    ['behind a rule', '1. Why?\n2. How?\n\n---\n\nTeacher notes: notish'],
    ['behind a rule, alone in its line', '1. Why?\n2. How?\n\n---\n\n**Teacher notes**\n\nnotish\n\n- more'],
    ['under a heading', '1. Why?\n2. How?\n\n### Teacher notes\n\nnotish'],
    ['under a heading above the questions', '### For teachers\n\nnotish\n\n### Questions\n\n1. Why?\n2. How?'],
    ['above the questions', 'Teacher note: notish\n\n1. Why?\n2. How?'],
    ['in a quote behind a rule', '1. Why?\n2. How?\n\n***\n\n> Note to teacher: notish'],
    [
      'at the level of the days',
      '1. Why?\n2. How?\n\n## Teacher notes\n\nnotish\n\n1. Hand it out.\n2. Explain the clock.',
    ],
    ['behind a rule, before more questions', '1. Why?\n\n---\n\nInstructor notes: notish\n\n2. How?'],
  ])('%s', (_, body) => {
    const { shown, answers, ofDays, ofQuestions } = said(monday(body))
    expect({ shown: shown.replace('Questions ', ''), answers, ofQuestions }).toEqual({
      shown: 'Why? How?',
      answers: [],
      ofQuestions: [],
    })
    expect(ofDays).toHaveLength(1)
    expect(ofDays[0]).toContain('notish')
  })

  it('is said of the first one where it stands above all of them', () => {
    const text = '# Week 1\n\nTeacher notes: notish\n\n## Monday\n\n1. Why?\n\n## Tuesday\n\n1. How?\n'
    expect(said(text)).toEqual({ shown: 'Why? How?', answers: [], ofDays: ['Teacher notes: notish'], ofQuestions: [] })
  })
})

it.each([
  'What is in a teacher’s guide?',
  'Speaker notes: what are they for?',
  'Teaching points: name three.',
  'Explain what the lecture notes: part one say.',
  'What do we thank the teachers for?',
  'Which present is for the teacher?',
  'What is the role of the instructor: guide or judge?',
])('is no note: %s', (question) => {
  expect(said(monday(`1. ${question}`))).toEqual({ shown: question, answers: [], ofDays: [], ofQuestions: [] })
})

it('is told once for the sheet', () => {
  expect(
    read(monday('1. Why?\n   Teacher note: so\n2. How?\n   Teacher note: thus')).log.messages.find(
      ({ code }) => code === 'teacher-notes-kept',
    )?.reason,
  ).toContain('in 2 places')
})

describe('the bare word before words to who teaches is told, and stays', () => {
  const told = (question: string) =>
    read(monday(question)).codes.filter((code) => code.startsWith('teacher-words-printed'))

  it.each([
    ['1. Why? (Teacher: butter)', '5:10'],
    ['1. Why?\n\n   Teacher: remind them', '7:4'],
    ['1. Why?\n\n   > Teacher: many say salt', '7:6'],
    ['1. Why?\n\n   *Teacher: bring some*', '7:5'],
    ['1. Why?\n   **Lehrer:** Butter zeigen', '6:6'],
  ])('%s', (question, place) => {
    expect(told(question)).toEqual([`teacher-words-printed ${place}`])
  })

  it.each([
    '1. Who teaches? Teacher: Ms Brown',
    '1. What is said?\n   Teacher: good morning class\n   Tom: Good morning.',
    '1. What is said?\n\n   Ann: Hello!\n\n   Teacher: good morning',
    '1. Why?\n   Teacher note: show it',
    '1. Explain: a good teacher: what is it?',
  ])('not in a dialogue or of a name: %s', (question) => {
    expect(told(question)).toEqual([])
  })
})
