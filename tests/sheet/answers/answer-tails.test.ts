/** Answers that stand behind a question mark, or below it, without the word "Answer". */
import { describe, expect, it } from 'vitest'
import { plainBlocks } from '../../../src/text/rich.js'
import { answersOf } from '../answered.js'
import { read, repositoryText } from '../read.js'

const monday = (question: string) => `# Week 1\n\n## Monday\n\n1. ${question}\n2. What is a door?\n`

/** What is told to be printed though it looks like an answer, with its place. */
const printed = (question: string) =>
  read(monday(question)).log.messages.flatMap(({ code, place, reason }) =>
    code === 'answer-printed' ? [`${place?.start.line}:${place?.start.column} ${/"(.*)"/.exec(reason)?.[1]}`] : [],
  )

it.each([
  'Why is it? → boish',
  'Why is it? => boish',
  'Why is it? -> boish',
  'Why is it? ⇒ boish',
  'Why is it? = boish',
  'Why is it? (= boish)',
  'Why is it? (→ boish)',
  'Why is it? **→ boish**',
  'Why is it? ✅ boish',
  'Why is it? :: boish',
  'Why is it? See a.md §1. → boish',
  'Why is it? → boish. See a.md §1.',
  'Why is it? → boish (2 points)',
  'Why is it?\n   → boish',
  'Why is it?\n\n   → boish',
  'Why is it?\n\n→ boish\n',
  'Why is it?\n   = boish',
  'Why is it?\n   : boish'.replace(': ', ':: '),
  'Define a queue. → boish',
  'A queue :: boish',
  'Consider it.\n   a) Why? → boish\n   b) How? → thusish',
  'Why is it?\n   *Answer* boish',
  'Why is it?\n   **Answer** boish',
  'Why is it? *Answer* boish',
  'Why is it?\n   **A** boish',
  'Why is it?\n   A) boish',
  'Why is it?\n   [A] boish',
  'Why is it?\n   A – boish',
  'Why is it? A: boish',
  'Why is it? (A: boish)',
  'Why is it? [Answer] boish',
  'Why is it?\n   ANSWER boish',
  'Why is it?\n   Ans boish',
  'Why is it? Sol. boish',
  'Why is it? Hint/answer: boish',
  'Why is it?\n   @answer boish',
  'Why is it?\n   Answer | boish',
  'Why is it?\n   Answer -> boish',
  'Why is it?\n   Expected: boish',
  'Why is it?\n\n   **Expected:** boish',
  'Why is it? (expected: boish)',
  'Why is it?\n   - Expected: boish',
  'Why is it?\n\n   > Expected: boish',
  'Why is it?\n   Accept: boish',
  'Why is it?\n   Accept also: boish',
  'Why is it?\n   Key: boish',
  'Why is it? [key: boish]',
  'Why is it?\n   Key points: boish',
  'Why is it?\n   Marking: boish',
  'Why is it?\n   Look for: boish',
  'Why is it?\n   Listen for: boish',
  'Why is it?\n   Points to mention: boish',
  'Why is it?\n   Do not accept: boish',
  'Why is it?\n   Response: boish',
  'Capital of Boe (Answer: boish)',
  'Capital of Boe Answer: boish',
  'Which? a) this b) that Answer: a) this boish',
  'Which?\n   a) this\n   b) that (Answer: a, boish)',
  'Hauptstadt von Boe (Lösung: boish)',
  'Why is it?\n   Erwartungshorizont: boish',
  'Why is it?\n   Éléments de réponse : boish',
  'Why is it?\n   Rép. : boish',
  'Why is it?\n   Se espera: boish',
  'Why is it?\n   Espera-se: boish',
  'Why is it?\n   Verwacht: boish',
  'Why is it?\n   Ожидается: boish',
  'Why is it?\n   採点基準：boish',
])('an answer is taken out: %s', (question) => {
  expect(answersOf(monday(question))).toContain('boish')
  expect(printed(question)).toEqual([])
})

it.each([
  ['Why is it? Because it is so.', '5:15 Because it is so.'],
  ['Why is it? It is a stack.', '5:15 It is a stack.'],
  ['Is it so? Yes.', '5:14 Yes.'],
  ['Warum ist es so? Weil es so ist.', '5:21 Weil es so ist.'],
  ['Почему? Потому что так.', '5:12 Потому что так.'],
  ['Who was it? Ann Lee', '5:16 Ann Lee'],
  ['Who was it? **Ann Lee**', '5:18 Ann Lee'],
  ['Who was it? *Ann Lee*', '5:17 Ann Lee'],
  ['Who was it? (Ann Lee)', '5:16 (Ann Lee)'],
  ['Which case decided it? (Balfour v Balfour)', '5:27 (Balfour v Balfour)'],
  ['In which line does he say it? (V. 1112)', '5:34 (V. 1112)'],
  ['Who was it? — Ann Lee.', '5:16 — Ann Lee.'],
  ['Who was it? ~~Ann Lee~~', '5:18 Ann Lee'],
  ['How many are there? 42', '5:24 42'],
  ['When did it end? (1945)', '5:21 (1945)'],
  ['The capital is ____. Paris', '5:25 Paris'],
  ['Who was it?\n\n   Ann Lee', '7:4 Ann Lee'],
  ['Who was it?\n   - Ann Lee', '6:6 Ann Lee'],
  ['Who was it? Ann Lee. See a.md §1. (2 points)', '5:16 Ann Lee.'],
  ['Who was it?[^1]\n\n[^1]: Ann Lee', '5:4 (Ann Lee)'],
  ['Who was it? The answer is Ann Lee.', '5:16 The answer is Ann Lee.'],
  ['What is it? Definition: a stack', '5:16 Definition: a stack'],
  ['What is it? $\\boxed{2}$', '5:17 \\boxed{2}'],
  ['Why is it?\n   > Because it is so.', '6:6 Because it is so.'],
  ['Define osmosis again. **Movement of water.**', '5:28 Movement of water.'],
  ['Define osmosis again. It is a movement.', '5:26 It is a movement.'],
  ['Who was it? A. Ann Lee', '5:16 A. Ann Lee'],
  ['¿Quién?\n   R: Ann Lee', '6:4 R: Ann Lee'],
  ['Who was it? (Answer Ann Lee)', '5:16 (Answer Ann Lee)'],
  ['Who was it?^[Ann Lee]', '5:4 (Ann Lee)'],
  ['The capital of France is **Paris**.', '5:31 Paris'],
  ['The capital of France is {Paris}.', '5:30 Paris'],
  ['3 × 4 = 12', '5:12 12'],
  ['Is water wet? Yes.', '5:18 Yes.'],
  ['Consider it.\n   a) Who was it? Ann Lee\n   b) Why?', '6:19 Ann Lee'],
])('what may be an answer stays, and is told: %s', (question, expected) => {
  expect(printed(question)).toEqual([expected])
})

const harmless = [
  '3 × 4 = ____',
  'What is it? Definition: ________',
  'What is it? $x = 2$',
  'Explain this line.\n   > So it goes.',
  'Define osmosis again. The pump is on.',
  'The capital of France is ____.',
  'Explain why **osmosis** matters.',
  '**Osmosis** is a movement of water.',
  'Fill in the sets {1, 2} and {a}.',
  'Is water wet? Yes / No',
  'Is water wet? True or false.',
  'Ist Wasser nass? Ja / Nein',
  'Why is it? (about two sentences)',
  'Why is it? (2 points)',
  'Why is it? (2)',
  'Why is it? [3]',
  'Why is it? **Explain.**',
  'Why is it? Give an example.',
  'Why is it? Explain your answer.',
  'Why is it? And how?',
  'Why is it? See a.md §1.',
  'Why is it? → See a.md §1.',
  'Why is it? → a.md §1',
  'Why is it? → two sentences',
  'Why is it? → Draw it.',
  'Why is it? *(two lines)*',
  'Why is it? *In your own words.*',
  'Why is it? Be brief.',
  'Why is it? One example each.',
  'Why is it? No notes.',
  'Why is it? Without a calculator.',
  'Why is it? (optional)',
  'What was held of intention? (Balfour v Balfour)',
  'What was held of consent? (R v. Brown [1994] 1 AC 212)',
  'What does he say at the end? (V. 1112 ff.)',
  'Why does she leave? (Act 2, scene 1)',
  'Was meint er damit? (Z. 3–5)',
  'Why is it? **(hard)**',
  'Why is it? (AQA 2019)',
  'Why is it? (Paper 1)',
  'Why is it? [week 3]',
  'Why is it? #queues',
  'Why is it? ⭐⭐',
  'Why is it? Hint: think of a queue.',
  'Why is it? Assume no retries.',
  'Why is it? The queue is full.',
  'Why is it? You may use a diagram.',
  'Why is it? The server has 8 GB and four workers.',
  'Why is it? Use the words "queue" and "stack".',
  'How far is it? (km)',
  'How far is it? (in m/s)',
  'How far is it? ______ km',
  'What does it print? `1 + 1`',
  'Why is it? (i.e. the queue)',
  'Which do you know? (Kafka, Redis, etc.)',
  'Welche kennst du? (Kafka, Redis usw.)',
  'Why is it? **The hard ones:**',
  'Why is it? (30 seconds, aloud)',
  'Which is right, A → B or B → A?',
  'What does `a => b` do? Trace it → step by step.',
  'Explain the type f :: Int -> Int of this function.',
  'What does `std::cout` do?',
  'Warum ist es so? (zwei Sätze)',
  'Warum ist es so? Begründe kurz.',
  'Pourquoi ? (deux phrases)',
  '¿Por qué? (dos frases)',
  'Why is it? Text: a short one.',
  'Why is it? **Answer** in one sentence.',
  'Why is it? **Answer** both parts.',
  'Why is it?\n   Key: A = artery, V = vein',
  'Read it. Expected: 4, got: 5. Why is it?',
]

it('at least forty tails are known to be no answers', () => {
  expect(harmless.length).toBeGreaterThanOrEqual(40)
})

it.each(harmless)('what is no answer stays, and nothing is told: %s', (question) => {
  const { sheet } = read(monday(question))
  const [first] = sheet.days[0]?.questions ?? []
  expect(first?.answer).toBeNull()
  expect(printed(question)).toEqual([])
})

describe('the sheets of the repository', () => {
  it.each([
    'content/week-17/04_daily_recall.md',
    ...['week-01', 'week-01-ar', 'week-01-ja', 'week-02', 'week-03'].map(
      (week) => `content/retrieval-practice/${week}/recall.md`,
    ),
  ])('print nothing that looks like an answer: %s', (path) => {
    expect(read(repositoryText(path)).codes.filter((code) => code.startsWith('answer-printed'))).toEqual([])
  })
})

it('the points behind an answer are the question’s', () => {
  const [question] = read(monday('Why is it? → So. (2 points)')).sheet.days[0]?.questions ?? []
  expect([question?.author.points, plainBlocks(question?.answer ?? [])]).toEqual([2, 'So.'])
})

describe('good wishes below the last question', () => {
  it.each(['Good luck!', 'Well done!', 'Viel Erfolg!', '(Footnote: sky)'])('are no answer: %s', (words) => {
    const { codes } = read(`# Week 1\n\n## Monday\n\n1. How?\n2. What is a cell?\n\n${words}\n`)
    expect(codes.filter((code) => code.startsWith('answer-printed'))).toEqual([])
  })
})
