import { describe, expect, it } from 'vitest'
import type { Question } from '../../../src/sheet/model.js'
import { plainBlocks, type RichBlock } from '../../../src/text/rich.js'
import { read } from '../read.js'

const words = (blocks: readonly RichBlock[] | null) => (blocks === null ? null : plainBlocks(blocks))

function questionOf(body: string): Question {
  const question = read(`# Week 1\n\n## Monday\n\n${body}\n`).sheet.days[0]?.questions[0]
  if (!question) throw new Error('no question')
  return question
}

/** "stem | a what | b why" */
const parted = (body: string) => {
  const { prompt, parts } = questionOf(body)
  return [words(prompt), ...parts.map((part) => `${part.letter} ${words(part.prompt)}`)].join(' | ')
}

describe('lists that ask are sub-parts', () => {
  it.each([
    ['lines of one paragraph', '1. Think.\n   a) What?\n   b) Why?', 'Think. | a What? | b Why?'],
    ['paragraphs of their own', '1. Think.\n\n   a) What?\n\n   b) Why?', 'Think. | a What? | b Why?'],
    ['brackets', '1. Think.\n   (a) What?\n   (b) Why?', 'Think. | a What? | b Why?'],
    ['dots and capitals', '1. Think.\n   A. What?\n   B. Why?', 'Think. | A What? | B Why?'],
    ['roman numbers', '1. Think.\n   i) What?\n   ii) Why?\n   iii) How?', 'Think. | i What? | ii Why? | iii How?'],
    ['bracketed digits', '1. Think.\n   (1) What?\n   (2) Why?', 'Think. | 1 What? | 2 Why?'],
    ['nested numbers', '1. Think.\n   1. What?\n   2. Why?', 'Think. | 1 What? | 2 Why?'],
    ['nested bullets', '1. Think.\n   - What?\n   - Why?', 'Think. | a What? | b Why?'],
    ['bullets with letters', '1. Think.\n   - a) What?\n   - b) Why?', 'Think. | a What? | b Why?'],
    ['bold letters', '1. Think.\n   **a)** What?\n   **b)** Why?', 'Think. | a What? | b Why?'],
    ['paragraphs that are not indented', '1. Think.\n\na) What?\n\nb) Why?', 'Think. | a What? | b Why?'],
    ['parts below a heading', '### Q1. Think.\n\na) What?\n\nb) Why?', 'Think. | a What? | b Why?'],
    ['no stem', '1. a) What?\n   b) Why?', ' | a What? | b Why?'],
    [
      'tasks',
      '1. Think.\n   a) Explain the outage.\n   b) Draw the queue twice.',
      'Think. | a Explain the outage. | b Draw the queue twice.',
    ],
    [
      'a stem with a task for each',
      '1. Define each of the following:\n   - drift\n   - skew',
      'Define each of the following: | a drift | b skew',
    ],
    ['a stem with a colon over letters', '1. Define:\n   a) drift\n   b) skew', 'Define: | a drift | b skew'],
    [
      'what stands below them',
      '1. Think.\n   1. What?\n   2. Why?\n\n   Be brief.',
      'Think. Be brief. | 1 What? | 2 Why?',
    ],
    [
      'cases of what the stem asks',
      '1. How does the pH change on dilution?\n   a) of a strong acid, tenfold\n   b) of a buffer, tenfold',
      'How does the pH change on dilution? | a of a strong acid, tenfold | b of a buffer, tenfold',
    ],
    [
      'cases in German',
      '1. Wie ändert sich der pH?\n   a) bei einer Säure\n   b) bei einem Puffer',
      'Wie ändert sich der pH? | a bei einer Säure | b bei einem Puffer',
    ],
    [
      'a task that stops before its object',
      '1. Calculate the area of\n   a) a circle\n   b) a square',
      'Calculate the area of | a a circle | b a square',
    ],
    [
      'one in a line',
      '1. Calculate the area of a) a circle b) a square.',
      'Calculate the area of | a a circle | b a square.',
    ],
    ['a question that does', '1. What is the pH of a) HCl b) NaOH', 'What is the pH of | a HCl | b NaOH'],
    ['one over bullets', '1. What is the pH of\n   - HCl\n   - NaOH', 'What is the pH of | a HCl | b NaOH'],
    [
      'letters that a key answers one by one',
      '1. What is PUT?\n   a) its aim\n   b) its dangers\n\n### Key\n\n1. a) To write. b) None.',
      'What is PUT? | a its aim | b its dangers',
    ],
    [
      'letters below a sentence that a key answers',
      '1. Calculate the area.\n   a) circle\n   b) square\n\n### Key\n\n1. a) three\n   b) four',
      'Calculate the area. | a circle | b square',
    ],
    ['a question to someone', '1. When do we use\n   a) ser\n   b) estar', 'When do we use | a ser | b estar'],
    ['boxes that ask', '1. Think.\n   - [ ] What?\n   - [ ] Why?', 'Think. | a What? | b Why?'],
  ])('%s', (_, body, expected) => {
    expect(parted(body)).toBe(expected)
  })

  it.each([
    ['options', '1. What is PUT?\n   a) safe\n   b) idempotent'],
    ['options in a line', '1. What is the capital of France? a) Paris b) Rome c) Berlin d) Bonn'],
    ['options behind a verb with its preposition', '1. What is glass made of:\n   a) sand\n   b) wood'],
    ['ways', '1. How does oxygen enter the blood?\n   a) by diffusion\n   b) by osmosis'],
    ['places', '1. How is DNA stored?\n   a) in a nucleus\n   b) in a vacuole'],
    ['numbers', '1. How many legs has a spider?\n   a) six\n   b) eight'],
    ['cases of which one is marked', '1. How does it rise?\n   a) of an acid\n   b) of a buffer ✓'],
    ['options that a key names', '1. What is PUT?\n   a) safe\n   b) idempotent\n\n### Key\n\n1. b) idempotent'],
    [
      'options that a key judges',
      '1. What is PUT?\n   a) safe\n   b) idempotent\n\n### Key\n\n1. a) wrong, it writes b) correct',
    ],
    ['options that sound like tasks', '1. Which of these is a smell?\n   a) Name it early.\n   b) Name it never.'],
    ['boxes', '1. Which?\n   - [ ] Draw it twice now\n   - [x] Draw it never again'],
    ['facts', '1. Explain it. You know:\n   - one was old\n   - nobody looked'],
    ['facts with a question among them', '1. Explain it:\n   - one was old\n   - nobody looked\n   - who would?'],
    ['nouns that are verbs too', '1. What went wrong?\n   - test data\n   - model drift\n   - name tags'],
    ['terms of a comparison', '1. Compare these two:\n   - shadow\n   - canary'],
    ['a single item', '1. Think.\n   - Why?'],
  ])('not %s', (_, body) => {
    expect(questionOf(body).parts).toEqual([])
  })
})

describe('a part', () => {
  const question = questionOf(
    '1. Consider the outage. {lines=4 minutes=9} See a.md §1.\n   a) What failed?\n   b) Draw it. {lines=10} See b.md §2.\n   c) Which three checks were missing?',
  )

  it('has an id, a task of its own, and lines', () => {
    expect(question.parts.map(({ id, task, author }) => [id, task.kind, author])).toEqual([
      ['w1-mon-q1-a', 'explain', { lines: 4 }],
      ['w1-mon-q1-b', 'draw', { lines: 10 }],
      ['w1-mon-q1-c', 'list', { lines: 4 }],
    ])
    expect(question.author).toEqual({ lines: 4, minutes: 9 })
  })

  it('keeps its citation, which the question has too', () => {
    expect(question.citedAs).toBe('a.md §1; b) b.md §2')
    expect(question.citations.map(({ file }) => file)).toEqual(['a.md', 'b.md'])
    expect(question.parts.map(({ citedAs }) => citedAs)).toEqual([null, 'b.md §2', null])
  })

  it('leaves the citation and the name at the end of all to its question', () => {
    const { citedAs, author, parts } = questionOf('1. Think.\n   a) What?\n   b) Why? See a.md §1. {#why}')
    expect([citedAs, author, parts.map((part) => [part.citedAs, part.author])]).toEqual([
      'a.md §1',
      { id: 'why' },
      [
        [null, {}],
        [null, {}],
      ],
    ])
  })

  it('takes its kind from a stem that says what to do with each', () => {
    const { parts } = questionOf('1. Sketch each of these:\n   a) the queue\n   b) the cache')
    expect(parts.map(({ task }) => task.kind)).toEqual(['draw', 'draw'])
  })
})

describe('answers find their parts', () => {
  const answers = (body: string) => {
    const { parts, answer } = questionOf(body)
    return [...parts.map((part) => words(part.answer)), words(answer)]
  }
  const both = ['so', 'thus', 'a) so b) thus']

  it.each([
    ['in the line', '1. T.\n   a) What? Answer: so\n   b) Why? Answer: thus'],
    ['in the next line', '1. T.\n   a) What?\n      Answer: so\n   b) Why?\n      Answer: thus'],
    ['in bullets', '1. T.\n   - What?\n     **Answer:** so\n   - Why?\n     **Answer:** thus'],
    ['in quotes', '1. T.\n\n   a) What?\n\n   > A. so\n\n   b) Why?\n\n   > A. thus'],
    [
      'in details',
      '1. T.\n\na) What?\n\n<details><summary>Answer</summary>so</details>\n\nb) Why?\n\n<details><summary>Answer</summary>thus</details>',
    ],
    ['below them all', '1. T.\n   a) What?\n   b) Why?\n\n   Answer:\n\n   a) so\n   b) thus'],
    ['in a key', '1. T.\n   a) What?\n   b) Why?\n\n### Answers\n\n1. a) so\n   b) thus'],
    ['in a key by letters', '1. T.\n   a) What?\n   b) Why?\n2. How?\n\n### Answers\n\n1a) so 1b) thus\n2) else'],
    ['as items in their order', '1. T.\n   a) What?\n   b) Why?\n\n### Answers\n\n1. \n   - so\n   - thus'],
  ])('%s', (_, body) => {
    expect(answers(body)).toEqual(both)
  })

  it('that are numbers as the question has', () => {
    expect(answers('1. What is the pH of\n   a) HCl\n   b) NaOH\n\n### Key\n\n1. a) 1 b) 13')).toEqual([
      '1',
      '13',
      'a) 1 b) 13',
    ])
    expect(answers('1. Find x.\n   a) x + 1 = 2\n   b) x - 3 = 1\n\n### Key\n\n1. a) x = 1 b) x = 4')).toEqual([
      'x = 1',
      'x = 4',
      'a) x = 1 b) x = 4',
    ])
  })

  it('that were lettered below a question', () => {
    expect(answers('1. What is PUT?\n   a) its aim\n   b) its dangers\n\n### Key\n\n1. a) so\n   b) thus')).toEqual(
      both,
    )
  })

  it('or stay with the question when they have no letters', () => {
    expect(answers('1. T.\n   a) What?\n   b) Why?\n\n   Answer: so')).toEqual([null, null, 'so'])
  })

  it('for one of them', () => {
    expect(answers('1. T.\n   a) What? Answer: so\n   b) Why?')).toEqual(['so', null, 'a) so'])
  })
})

describe('a question that is asked of each thing in its list', () => {
  it.each([
    ['What is the plural of the following words?', 'mouse', 'child'],
    ['What do these abbreviations stand for?', 'NATO', 'WHO'],
    ['Which countries belong to these capitals?', 'Lima', 'Quito'],
    ['What colour is each indicator in acid?', 'litmus', 'phenolphthalein'],
    ['What does each letter mean?', '$\\mu$', '$\\sigma$'],
  ])('has parts: %s', (stem, one, two) => {
    expect(questionOf(`1. ${stem}\n   a) ${one}\n   b) ${two}`).parts).toHaveLength(2)
  })

  it.each([
    ['Which of these is a mammal?', 'whale', 'shark'],
    ['Which of the following words is a noun?', 'mouse', 'run'],
    ['What is common to these animals?', 'fur', 'milk'],
    ['What does each cell have?', 'a nucleus', 'a wall'],
    ['What does each cell have?', 'wall', '**membrane**'],
  ])('has options where they may answer it: %s', (stem, one, two) => {
    const { parts, task } = questionOf(`1. ${stem}\n   a) ${one}\n   b) ${two}`)
    expect([parts.length, task.kind]).toEqual([0, 'choose'])
  })

  it('has parts where a key answers them one by one, in a line', () => {
    const { prompt, parts } = questionOf(
      '1. What is the plural?\n   a) mouse\n   b) child\n\n## Answers\n\nMonday: 1. a) mice b) children',
    )
    expect([words(prompt), ...parts.map(({ answer }) => words(answer))]).toEqual([
      'What is the plural?',
      'mice',
      'children',
    ])
  })
})
