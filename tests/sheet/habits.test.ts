/** How people really write sheets: each row is a habit that was once read wrong. */
import { describe, expect, it } from 'vitest'
import { wholePrompt } from '../../src/sheet/options/parts.js'
import { plainBlocks } from '../../src/text/rich.js'
import { read } from './read.js'

/** Every question with its answer: "Why? = so", "How?". */
function questionsOf(text: string): string[] {
  return read(text).sheet.days.flatMap(({ questions }) =>
    questions.map((question) => {
      const asked = plainBlocks(wholePrompt(question))
      return question.answer === null ? asked : `${asked} = ${plainBlocks(question.answer)}`
    }),
  )
}

const monday = (body: string) => `# Week 1\n\n## Monday\n\n${body}\n`

describe('a sheet of', () => {
  it.each([
    [
      'interview questions with navigation',
      '# HTTP\n\n## Table of Contents\n\n1. [Basics](#basics)\n2. [More](#more)\n\n## Basics\n\n### Q1. What is it?\n\n<details><summary>Answer</summary>\n\nA protocol.\n\n</details>\n\n**[⬆ Back to Top](#http)**\n\n### Q2. Why?\n\n[← Prev](1.md) | [Next →](3.md)',
      ['What is it? = A protocol.', 'Why?'],
    ],
    [
      'keycap headings above resources',
      '# Week 1\n\n### 1️⃣ Why?\n\n### 2️⃣ How?\n\n## 📚 Resources\n\n- [Book](https://b.example)',
      ['Why?', 'How?'],
    ],
    [
      'numbered headings with their question below them',
      '# Week 1\n\n## Question 1\n\nWhy?\n\n### Solution\n\nSo.\n\n## Question 2\n\nHow?\n\n### Solution\n\nThus.',
      ['Why? = So.', 'How? = Thus.'],
    ],
    [
      'paragraphs with their answers in bullets',
      monday('Define a jamb.\n- Answer: the side\n\nWhat is a sill?\n- Ans: the foot'),
      ['Define a jamb. = the side', 'What is a sill? = the foot'],
    ],
    [
      'headings that ask, with their answers in bold type below them',
      monday('### What is a jamb?\n\n**the side**\n\n### What is a sill?\n\n**the foot**'),
      ['What is a jamb? = the side', 'What is a sill? = the foot'],
    ],
    [
      'headings that ask, the last of them over the title of a key',
      monday('### What is a jamb?\n\n### What is a sill?\n\nAnswer key (for the teacher):\n\n- the foot'),
      ['What is a jamb?', 'What is a sill? = the foot'],
    ],
    [
      'headings with a label between them',
      monday('### What is a jamb?\n\n**Part B**\n\n### What is a sill?\n\n### What is a leaf?'),
      ['What is a jamb?', 'Part B What is a sill?', 'What is a leaf?'],
    ],
    [
      'numbers within a part',
      monday('1.1 What is a jamb?\n1.2 Name the foot of the frame.\n1.3 Why 2.5 metres?'),
      ['What is a jamb?', 'Name the foot of the frame.', 'Why 2.5 metres?'],
    ],
    ['exercises', monday('**Exercise 1:** Why?\n\n**Exercise 2:** How?'), ['Why?', 'How?']],
    ['Aufgaben', monday('### Aufgabe 1: Warum?\n\n### Aufgabe 2: Wie?'), ['Warum?', 'Wie?']],
    [
      'a list and then headings',
      monday('1. Why?\n2. True or false: so?\n\n#### Q3. How?\n\n#### Q4. When?'),
      ['Why?', 'True or false: so?', 'How?', 'When?'],
    ],
    [
      'toggles from Notion',
      monday('- 1. Why?\n\n    Because of it.\n\n- 2. How?\n\n    Like this.'),
      ['Why? = Because of it.', 'How? = Like this.'],
    ],
    [
      'work for afterwards, whose verb is part of it',
      monday(
        '1. Why? See a.md §1.\n2. How?\n\n   Extension: read chapter 4.\n3. When? Homework: see chapter 5.\n4. Osmosis: see chapter 6.',
      ),
      ['Why?', 'How? Extension: read chapter 4.', 'When? Homework: see chapter 5.', 'Osmosis:'],
    ],
    [
      'what leads further, with a label, behind where the answer is or alone',
      monday(
        '1. Why? See a.md §1. Extension: see a.md §2.\n2. How? See a.md §1.\n\n   **Extension:** see a.md §2.\n3. When? Further reading: a.md §3.',
      ),
      ['Why?', 'How?', 'When?'],
    ],
    [
      'attributes of pandoc and kramdown behind headings',
      '# Week 1 recall\n\n## Monday {.unnumbered}\n\n1. Why?\n\n## Tuesday {#tue .unnumbered .unlisted}\n\n1. How?\n\n## Wednesday {-}\n\n1. When?\n',
      ['Why?', 'How?', 'When?'],
    ],
    [
      'items that pandoc numbers, but not in code',
      monday('(@) Why?\n(@) How?\n    Like\n    ```\n    #. so\n    ```\n\n## Tuesday\n\n#. When?\n#. Who?'),
      ['Why?', 'How? Like #. so', 'When?', 'Who?'],
    ],
    [
      'a question more for those who are done, with its label',
      monday(
        '1. Why?\n2. How?\n\n**Challenge:** Explain why so.\n\n## Tuesday\n\n**Q1:** When?\n\n**Bonus question:** Why then?\n\n## Wednesday\n\n1. Who?\n\n### Extension\n\nWhy she?',
      ),
      [
        'Why?',
        'How?',
        'Challenge: Explain why so.',
        'When?',
        'Bonus question: Why then?',
        'Who?',
        'Extension Why she?',
      ],
    ],
    [
      'questions below a title that could be one of answers',
      monday('1. Why?\n\n### Short answers\n\n1. What is REM?\n2. Name three dreams.'),
      ['Why?', 'Short answers What is REM?', 'Name three dreams.'],
    ],
    [
      'a list that counts on below an answer of its own heading',
      monday('1. Why?\n\n### Short answer\n\nSo.\n\n2. How?\n\n### Answer\n\n1. Thus\n2. Hence'),
      ['Why? = So.', 'How? = Thus Hence'],
    ],
    [
      'numbers with a kind behind them, as chats write them',
      monday(
        '**Question 1 (Short answer):** Why?\n\n**Question 2 (Multiple Choice):** Which?\n- **A)** this\n- **B)** that\n\n**Question 3 (Hard):** How?',
      ),
      ['Why?', 'Which? A) this B) that', '(Hard): How?'],
    ],
    [
      'what is highlighted behind tags of Obsidian',
      monday('1. When? #date #war/2\n   ==1929==\n2. How?'),
      ['When? #date #war/2 = 1929', 'How?'],
    ],
    [
      'answers by number below their questions, both in lines',
      monday('Q1: Why?\nQ2: How?\n\nA1: So.\nA2: Thus.'),
      ['Why? = So.', 'How? = Thus.'],
    ],
    [
      'answers of days in lines that leave numbers out',
      '# Week 1\n\n## Monday\n\n1. Why?\n2. How?\n\n## Tuesday\n\n1. When?\n2. Who?\n\n---\nAnswers Monday: 1. So; 2. thus\nAnswers Tuesday: 2. Ann',
      ['Why? = So', 'How? = thus', 'When?', 'Who? = Ann'],
    ],
    [
      'a bonus in other languages',
      monday('1. Warum?\n\n**Zusatzaufgabe:** Vergleiche A und B.\n\nDéfi : Expliquez pourquoi.'),
      ['Warum?', 'Zusatzaufgabe: Vergleiche A und B.', 'Défi : Expliquez pourquoi.'],
    ],
    ['cards in one line', monday('Why?::So.\nHow?::Thus.'), ['Why? = So.', 'How? = Thus.']],
    ['cards with a line between', monday('Why?\n?\nSo.\n\nHow?\n?\nThus.'), ['Why? = So.', 'How? = Thus.']],
    [
      'clozes',
      monday('1. The capital is {{c1::Paris}}.\n2. It is {{c2::big::size}}.'),
      ['The capital is ______. = Paris', 'It is ______ (size). = big'],
    ],
    [
      'links and names of Obsidian',
      monday('1. Why a [[store]]? ^q1\n2. How is [[a|b]]?\n3. When? [[OS Notes#Races]] ^q3'),
      ['Why a store?', 'How is b?', 'When?'],
    ],
    [
      'contents and further reading',
      '# Week 1 recall\n\n- [Monday](#monday)\n- [Tuesday](#tuesday)\n\n## Monday\n\n1. Why?\n\n### Further reading\n\n1. [One](https://one.example)',
      ['Why?'],
    ],
    [
      'a heading that asks among numbered ones',
      monday('### 1. Why?\n\n### Explain the law\n\n**Answer:** So.\n\n### Notes\n\n### Wie geht das?\n\n### 2. How?'),
      ['Why?', 'Explain the law = So.', 'Notes Wie geht das?', 'How?'],
    ],
    [
      'a heading below a numbered one',
      monday('### 1. Why?\n\n#### A table\n\n| a |\n|---|\n| b |\n\n### 2. How?'),
      ['Why? A table a b', 'How?'],
    ],
    [
      'a bold task among numbered ones',
      monday('**1. Why?**\n\n**Explain the law.**\n\n**Write your answer below.**\n\n**2. How?**'),
      ['Why?', 'Explain the law. Write your answer below.', 'How?'],
    ],
    [
      'a folded question with the next number',
      monday('1. Why?\n\n<details><summary>2. How?</summary>\n\nSo.\n\n</details>\n\n3. When?'),
      ['Why?', 'How? = So.', 'When?'],
    ],
    [
      'a folded question without a number',
      monday('1. Why?\n\n<details><summary>How is it done?</summary>\n\nSo.\n\n</details>'),
      ['Why?', 'How is it done? = So.'],
    ],
    [
      'a folded hint',
      monday('1. Why?\n\n<details><summary>Do you need a hint?</summary>\n\nSo.\n\n</details>'),
      ['Why? = Do you need a hint? So.'],
    ],
    [
      'days under bold lines, whose numbers go on',
      '# Week 1\n\n**Monday**\n1. Why?\n2. How?\n\n**Tuesday**\n3. When?\n4. Where?\n\n**FRIDAY – Whose?**\n5. Who?',
      ['Why?', 'How?', 'When?', 'Where?', 'Who?'],
    ],
    [
      'groups under bold lines, whose numbers go on',
      monday('**Easy**\n1. Why?\n2. How?\n\n**Hard**\n3. When?\n4. Where?\n\n**Hardest**\n5. Who?'),
      ['Why?', 'How?', 'Hard When?', 'Where?', 'Hardest Who?'],
    ],
    [
      'a list and then bold lines',
      monday('1. Why?\n2. How?\n\n**3. When?**\n\n**4. Where?**'),
      ['Why?', 'How?', 'When?', 'Where?'],
    ],
    [
      'groups under short lines',
      monday('Last lesson\n1. Why?\n\nLast week\n2. How?\n\nAnd now the hard ones:\n\n3. When?'),
      ['Why?', 'Last week How?', 'And now the hard ones: When?'],
    ],
    [
      'a retrieval grid',
      monday('| Last lesson | Last week |\n|---|---|\n| What is a cell? | What is heat? |\n| Why so? | |'),
      ['What is a cell? Last lesson', 'What is heat? Last week', 'Why so? Last lesson'],
    ],
    [
      'a grid whose first title could stand over numbers',
      monday('| n | Last week |\n|---|---|\n| What is a jamb? | What is a sill? |'),
      ['What is a jamb? n', 'What is a sill? Last week'],
    ],
    [
      'numbers beside questions under a title of their own',
      monday('| # | Last week |\n|---|---|\n| 1 | What is a jamb? |\n| 2 | What is a sill? |'),
      ['What is a jamb? Last week', 'What is a sill? Last week'],
    ],
    ['Aufgaben with points', monday('**Aufgabe 1** (4 P.)\nWarum?\n\n**Aufgabe 2** (2 P.)\nWie?'), ['Warum?', 'Wie?']],
    [
      'headings with points',
      monday('### Question 1 (5 points)\n\nWhy?\n\n### Question 2 (3 points)\n\nHow?'),
      ['Why?', 'How?'],
    ],
    ['numbers with a stop and a bracket', monday('1.) Why?\n2.) How?'), ['Why?', 'How?']],
    ['numbers behind a letter', monday('Q1 Why?\nQ2 How?'), ['Why?', 'How?']],
    [
      'a ticked option with its reason, and with its own words again',
      monday(
        '1. Which?\n   a) red ✓\n   b) blue\n   Answer: Like blood.\n2. Which?\n   a) red ✓\n   b) blue\n\n   Answer: Red, like blood.',
      ),
      ['Which? a) red b) blue = a) red Like blood.', 'Which? a) red b) blue = Red, like blood.'],
    ],
    [
      'cards in a table, and terms beside their meaning',
      monday(
        '| Front | Back |\n|---|---|\n| Osmosis | So. |\n\n### Terms\n\n| Term | Definition | See |\n|---|---|---|\n| Heat | Thus. | a.md §1 |',
      ),
      ['Osmosis = So.', 'Terms Heat = Thus.'],
    ],
    [
      'a table with a column of days',
      '# Week 1\n\n| Day | Question | Citation |\n|---|---|---|\n| Monday | Why? | a.md §1 |\n| | How? | |\n| Tuesday | When? | |',
      ['Why?', 'How?', 'When?'],
    ],
    [
      'numbers that most questions end in',
      monday('1. Why? (1)\n2. How? (2)\n3. When? (1) See a.md §1.'),
      ['Why?', 'How?', 'When?'],
    ],
    ['numbers that count', monday('1. Why? (1)\n2. How? (2)\n3. When? (3)'), ['Why? (1)', 'How? (2)', 'When? (3)']],
    ['a table of Q and A', monday('| Q | A |\n|---|---|\n| Why? | So. |'), ['Why? = So.']],
    [
      'bold answers between the questions',
      monday('1. Why?\n\n**So.**\n\n2. How?\n\n**Thus.**\n\n3. When?\n\n**Now.**'),
      ['Why? = So.', 'How? = Thus.', 'When? = Now.'],
    ],
    ['a list in a quote', monday('> 1. Why?\n> 2. How?'), ['Why?', 'How?']],
    [
      'callouts of Obsidian',
      monday('> [!question] Why?\n> Think.\n\n> [!faq]- How?\n> > [!success]- Answer\n> > So.'),
      ['Why? Think.', 'How? = So.'],
    ],
    [
      'admonitions of MkDocs',
      monday('??? question "Why a < b?"\n    So.\n\n??? question "How?"\n    Thus.\n\n!!! note "A note"\n    Words.'),
      ['Why a < b? = So.', 'How? !!! note "A note" Words. = Thus.'],
    ],
    ['Chinese numbers', monday('一、为什么？\n二、怎么？'), ['为什么？', '怎么？']],
    ['Polish and Korean labels', monday('Zad. 1. Czym jest?\n\n문제 2. 무엇인가?'), ['Czym jest?', '무엇인가?']],
    [
      'Arabic letters for question and answer',
      monday('س1: لماذا؟\nج1: لأن.\n\nس2: كيف؟\nج2: هكذا.'),
      ['لماذا؟ = لأن.', 'كيف؟ = هكذا.'],
    ],
    ['Q. and A.', monday('Q. Why?\nA. So.\n\nQ. How?\nA. Thus.'), ['Why? = So.', 'How? = Thus.']],
    [
      'statements to judge',
      monday('1. True or false?\n   a) It is old.\n   b) It is new.\n2. True or false?\n   a) True\n   b) False'),
      ['True or false? a) It is old. b) It is new.', 'True or false? a) True b) False'],
    ],
    [
      'a table of questions with their answers',
      monday('| # | Question | Answer |\n|---|---|---|\n| 1 | Why? | So. |\n| 2 | How? | |'),
      ['Why? = So.', 'How?'],
    ],
    [
      'a table of questions with points and hints',
      monday('| Frage | Punkte | Hinweis |\n|---|---|---|\n| Warum? | 2 | Denke nach. |'),
      ['Warum? Hinweis: Denke nach.'],
    ],
    [
      'a table that belongs to a question',
      monday('1. Compare.\n\n| # | Thing |\n|---|---|\n| 1 | cat |'),
      ['Compare. # Thing 1 cat'],
    ],
    [
      'letters that count through a line',
      monday(
        '1. Name the parts: a) the head, b) the foot\n2. Calculate a) 2 + 3 b) 4 + 5\n3. Prove that (a) implies (b).\n4. Say: (a) implies (b), and (b) implies (a).',
      ),
      [
        'Name the parts: a) the head b) the foot',
        'Calculate a) 2 + 3 b) 4 + 5',
        'Prove that (a) implies (b).',
        'Say: (a) implies (b), and (b) implies (a).',
      ],
    ],
    [
      'bullets above the numbers',
      monday('- Why?\n- Who is it?\n\n1. How?\n2. When?'),
      ['Why?', 'Who is it?', 'How?', 'When?'],
    ],
    [
      'bullets below the numbers',
      monday('1. How?\n2. When?\n\n- Why?\n- Who is it?'),
      ['How?', 'When?', 'Why?', 'Who is it?'],
    ],
    [
      'bullets that are parts, for the numbers go on',
      monday('1. How?\n2. When?\n\n- Why?\n- Who is it?\n\n3. Where?'),
      ['How?', 'When? a) Why? b) Who is it?', 'Where?'],
    ],
    [
      'bullets that tell how to work',
      monday('- Write your answers in full sentences.\n- Draw all steps.\n\n1. How?'),
      ['How?'],
    ],
    [
      'a paragraph with letters below a question',
      monday('Why is it so?\n\na) What?\n\nb) Who?'),
      ['Why is it so? a) What? b) Who?'],
    ],
    [
      'letters inside of a line',
      monday('1. Think. a) What? b) Who?\n2. Explain (a) one and (b) two.'),
      ['Think. a) What? b) Who?', 'Explain (a) one and (b) two.'],
    ],
    [
      'roman numbers inside of letters',
      monday('1. Think.\n   a) What is it\n      i. with one?\n      ii. with two?\n   b) Why?'),
      ['Think. a) What is it i. with one? ii. with two? b) Why?'],
    ],
  ])('%s', (_, text, expected) => {
    expect(questionsOf(text)).toEqual(expected)
  })
})

describe('answers', () => {
  it.each([
    ['a label in Spanish', '1. Why?\n   Respuesta correcta: So.', 'Why? = So.'],
    ['a label in German', '1. Why?\n   Richtige Antwort: So.', 'Why? = So.'],
    ['a label in French', '1. Why?\n   Bonne réponse : So.', 'Why? = So.'],
    ['a label in Russian', '1. Why?\n   Правильный ответ: So.', 'Why? = So.'],
    ['a label in Swedish', '1. Why?\n   Svar: So.', 'Why? = So.'],
    ['a sample response', '1. Why?\n   Sample response: So.', 'Why? = So.'],
    ['a spoiler in bars', '1. Why?\n\n||So.||', 'Why? = So.'],
    ['a spoiler in the line', '1. Why? ||So.||', 'Why? = So.'],
    ['a spoiler in a quote', '1. Why?\n\n>! So.', 'Why? = So.'],
    ['a spoiler with angles', '1. Why? >!So.!<', 'Why? = So.'],
    ['an explanation', '1. Why?\n\n   **Explanation:** So.', 'Why? = So.'],
    [
      'a summary that says click for it',
      '1. Why?\n\n<details><summary>👉 Click for answer</summary>\nSo.\n</details>',
      'Why? = So.',
    ],
    ['bars that are no spoiler', '1. What does `a || b` mean?', 'What does a || b mean?'],
    ['bars of a condition', '1. Is a || b true?', 'Is a || b true?'],
  ])('%s', (_, body, expected) => {
    expect(questionsOf(monday(body))).toEqual([expected])
  })

  it.each([
    [
      'a paragraph',
      '1. Read it.\n\n   Answer: so.\n\n   What is wrong? Give two reasons.',
      'Read it. What is wrong? Give two reasons. = so.',
    ],
    ['a line', '1. Read it.\n   Explanation: so.\n   What is wrong?', 'Read it. What is wrong? = so.'],
    ['a task', '1. Read it.\n\n   Answer: so.\n\n   Explain the mistake.', 'Read it. Explain the mistake. = so.'],
    [
      'no question that is answered at once',
      '1. Why?\n\n   Answer: so.\n\n   Why so? Because of it.',
      'Why? = so. Why so? Because of it.',
    ],
    ['no noun that looks like a task', '1. Why?\n\n   Answer: so.\n\n   State is kept.', 'Why? = so. State is kept.'],
  ])('leave what asks behind them in the question: %s', (_, body, expected) => {
    expect(questionsOf(monday(body))).toEqual([expected])
  })

  it('of a key that names its days in paragraphs', () => {
    const key = '**Answers**\n\nMonday:\n1. one\n2. two\n\nTuesday:\n1. three'
    expect(questionsOf(`# Week 1\n\n## Monday\n\n1. A?\n2. B?\n\n## Tuesday\n\n1. C?\n\n${key}`)).toEqual([
      'A? = one',
      'B? = two',
      'C? = three',
    ])
  })
})

describe('lettered lines', () => {
  const days = '# Week 1\n\nMonday\na) What is A?\nb) Why B?\n\nTuesday\n\na) What is C?\n\nb) Draw a D.\n'

  it.each([
    ['right below the name of a day', days, ['What is A?', 'Why B?', 'What is C?', 'Draw a D.']],
    [
      'in one line, and in capitals',
      monday('A) What is A? B) Why B?\n\nC. How C?'),
      ['What is A?', 'Why B?', 'How C?'],
    ],
    [
      'with parts of their own and answers',
      monday('a) What is A?\n\ni) here?\n\nii) there?\n\nb) Why B?\n   Answer: so'),
      ['What is A? i) here? ii) there?', 'Why B? = so'],
    ],
    [
      'above bullets that do not ask',
      monday('a) Which?\n   - red\n   - blue\n\nb) Why B?'),
      ['Which? red blue', 'Why B?'],
    ],
  ])('are questions where none stands above them: %s', (_, text, expected) => {
    expect(questionsOf(text)).toEqual(expected)
  })

  it.each([
    ['what hands them out', 'Answer the following:\n\na) What is A?\nb) Why B?'],
    ['the same in their paragraph', 'Answer the following:\na) What is A?\nb) Why B?'],
    ['a task', 'Think of it.\n\na) What is A?\n\nb) Why B?'],
    ['a number', '1. Think of it.\n\na) What is A?\n\nb) Why B?'],
  ])('are parts below %s', (_, body) => {
    const [question, ...others] = read(monday(body)).sheet.days[0]?.questions ?? []
    expect(question?.parts.map(({ letter }) => letter)).toEqual(['a', 'b'])
    expect(others).toEqual([])
  })

  it.each([
    ['a name', 'A. Smith is who?', ['A. Smith is who?']],
    ['a list of options that asks nothing', 'a) true\nb) false', []],
  ])('are neither when they are %s', (_, body, expected) => {
    expect(questionsOf(monday(body))).toEqual(expected)
  })

  it.each([
    ['lines', 'Key\n\nMonday a) Aa b) Ba\nTuesday a) Ce b) De'],
    ['paragraphs', 'Key\n\nMonday a) Aa b) Ba\n\nTuesday a) Ce b) De'],
    ['lines below their title', 'Key\nMonday a) Aa b) Ba\nTuesday a) Ce b) De'],
    ['a line behind their title', 'Key: Monday a) Aa, b) Ba; Tuesday a) Ce, b) De'],
    ['bullets', '**Key**\n\n- Monday: a) Aa b) Ba\n- Tuesday: a) Ce b) De'],
    ['a line each', 'Key\n\nMonday\na) Aa\nb) Ba\n\nTuesday\na) Ce\nb) De'],
  ])('have their answers from a key that names the days in %s', (_, key) => {
    const answers = read(`${days}\n${key}\n`).sheet.days.flatMap(({ questions }) =>
      questions.map(({ answer }) => plainBlocks(answer ?? []).replace(/\W+$/, '')),
    )
    expect(answers).toEqual(['Aa', 'Ba', 'Ce', 'De'])
  })

  it('without an answer in their key are told', () => {
    const { codes } = read(`${days}\nKey\n\nMonday a) Aa b) Ba\nTuesday a) Ce\n`)
    expect(codes.join()).toMatch(/answers-missing|answer-unmatched/)
  })
})

describe('what stands below questions without a label', () => {
  const two = (first: string, second: string) =>
    monday(`### What is a door?\n\n${first}\n\n### What is a hinge?\n\n${second}`)

  it('is taken for answers when most questions have it, with a message', () => {
    const text = two('A way in.', '1. A pin.\n2. Two leaves.')
    expect(questionsOf(text)).toEqual(['What is a door? = A way in.', 'What is a hinge? = A pin. Two leaves.'])
    expect(read(text).codes).toContain('answers-unlabelled 5:1')
  })

  it.each([
    ['behind bold type', monday('- **Why?** So.\n- **How?** Thus.')],
    ['in a line of its own', monday('- Why?\nSo.\n- How?\nThus.')],
    ['behind an arrow', monday('- Why? → So.\n- How? → Thus.')],
    ['behind an equals sign', monday('- Why? = So.\n- How? = Thus.')],
    ['in italics', monday('- Why? *So.*\n- How? *Thus.*')],
    ['behind a colon', monday('Why?\n: So.\n\nHow?\n: Thus.')],
  ])('is taken for answers when it stands in the paragraph of the question, %s', (_, text) => {
    expect(questionsOf(text)).toEqual(['Why? = So.', 'How? = Thus.'])
    expect(read(text).codes).toContain('answers-unlabelled 5:1')
  })

  it.each([
    ['for one question only', monday('### What is a door?\n\nA way in.\n\n### Why?')],
    ['that is a hint', two('Hint: it opens.', 'Hint: it turns.')],
    ['that asks', two('Who uses it?', 'Who makes it?')],
    ['that is a task', two('Draw it.', 'Draw it.')],
    ['that is a blank', two('______', '______')],
    ['that leads to a source', two('See notes.md §1.', 'See notes.md §2.')],
    ['behind bold type that is a task', monday('- **Why?** Give two reasons.\n- **How?** Draw it.')],
    ['in brackets in italics', monday('- Why? *(two lines)*\n- How? *(a sketch)*')],
    ['behind an arrow that leads to a source', monday('- Why? → a.md §1\n- How? → a.md §2')],
    ['that are options', two('- [ ] a\n- [ ] b', '- [ ] a\n- [ ] b')],
    ['where an answer has a label', two('Wood.\n\nAnswer: A way in.', 'A pin.')],
    ['below some items of a list', monday('1. Why?\n\n   It opens.\n\n2. How?\n\n   It turns.\n\n3. When?')],
  ])('stays, %s', (_, text) => {
    expect(read(text).codes.join()).not.toContain('answers-unlabelled')
  })
})

it.each([
  'Name: ____ Date: ____',
  '**Name:** ________ **Score:** ____ / 10',
  'Vorname: ....... Klasse: .......',
  '氏名：＿＿ ____'.replace('＿＿ ', ''),
])('a line for the name is left out, wherever it stands, for each sheet has its own: %s', (line) => {
  expect(questionsOf(monday(`${line}\n\n1. Why?\n2. How?\n\n${line}`))).toEqual(['Why?', 'How?'])
  expect(read(monday(`${line}\n\n1. Why?`)).sheet.days[0]?.intro).toEqual([])
})

it('a blank behind other words is no such line', () => {
  expect(questionsOf(monday('1. Why?\n\nThe name of the door: ____'))).toEqual(['Why? The name of the door: ____'])
})

it('tables with a column of days make days, in their order', () => {
  const { sheet } = read(
    '# Week 1\n\n| Tag | Frage |\n|---|---|\n| Montag | Warum? |\n| Dienstag | Wie? |\n| Montag | Wann? |\n',
  )
  expect(sheet.days.map(({ key, questions }) => [key, questions.length])).toEqual([
    ['monday', 2],
    ['tuesday', 1],
  ])
})

describe('a table with a day over each column', () => {
  const daysOf = (text: string) =>
    read(text).sheet.days.map(
      ({ key, questions }) => `${key}: ${questions.map((each) => plainBlocks(wholePrompt(each))).join(' ')}`,
    )

  it.each([
    [
      'and numbers beside its rows',
      '|  | Monday | Tuesday |\n|---|---|---|\n| 1 | Why? | When? |\n| 2 | How? | |',
      ['monday: Why? How?', 'tuesday: When?'],
    ],
    [
      'and words beside its rows',
      '| Time | Mon | Tue |\n|---|---|---|\n| Start | Why? | When? |\n| End | How? | Who? |',
      ['monday: Why? Time: Start How? Time: End', 'tuesday: When? Time: Start Who? Time: End'],
    ],
    ['alone', '| Montag | Dienstag |\n|---|---|\n| Warum? | Wann? |', ['monday: Warum?', 'tuesday: Wann?']],
  ])('makes days, %s', (_, table, expected) => {
    expect(daysOf(`# Week 1\n\n${table}\n`)).toEqual(expected)
  })

  it('has its answers from one of the same form, which is no question table', () => {
    const table = (...cells: string[]) => `| | Monday | Tuesday |\n|---|---|---|\n| 1 | ${cells.join(' | ')} |\n`
    expect(questionsOf(`# Week 1\n\n${table('Why?', 'How?')}\n## Key\n\n${table('so', 'thus')}`)).toEqual([
      'Why? = so',
      'How? = thus',
    ])
  })

  it('stays what a question is about when its cells do not ask', () => {
    const table = '| | Monday | Tuesday |\n|---|---|---|\n| rain | 3 | 4 |'
    expect(daysOf(monday(`1. Why?\n\n${table}`))).toEqual(['monday: Why? Monday Tuesday rain 3 4'])
  })
})

describe('what programs leave in an export', () => {
  const export1 =
    '# Week 1\n\nCreated: March 3, 2026 9:14 AM\nTags: doors, hinges\n\n## Monday — Doors #recall #week/4\n\n#doors #x\n\n1. Why?\n'

  it('is left out and told: properties of Notion, tags of Obsidian', () => {
    const { sheet, codes } = read(export1)
    expect(sheet.intro).toEqual([])
    expect(sheet.days.map(({ topic, intro }) => [topic, intro])).toEqual([[[{ text: 'Doors' }], []]])
    expect(codes.filter((code) => code.startsWith('page-furniture'))).toEqual([
      'page-furniture 3:1',
      'page-furniture 6:1',
      'page-furniture 8:1',
    ])
  })

  it.each(['C#', '#MeToo', 'Issue #4', 'History of #MeToo'])('is not %s in the topic of a day', (topic) => {
    const { sheet } = read(`# Week 1\n\n## Monday — ${topic}\n\n1. Why?\n`)
    expect(sheet.days[0]?.topic).toEqual([{ text: topic }])
  })

  it.each([
    '💡 *Would you like me to add a quiz for Wednesday?*',
    'Let me know if you’d like harder questions!',
    'Sure! Here is your recall sheet:',
    'Möchtest du, dass ich noch einen Lösungsbogen erstelle?',
    '**Name:** \\_\\_\\_\\_\\_\\_ **Date:** \\_\\_\\_\\_',
  ])('is left out and told: %s', (line) => {
    const { sheet, codes } = read(
      `# Week 1\n\n${line}\n\n## Monday\n\n1. Why?\n\n## \n\n## Key\n\n1. So.\n\n---\n\n${line}\n`,
    )
    expect([sheet.intro, sheet.days.map(({ questions }) => plainBlocks(questions[0]?.answer ?? []))]).toEqual([
      [],
      ['So.'],
    ])
    expect(codes.filter((code) => /^(?:page-furniture|name-line)/.test(code))).toHaveLength(2)
    expect(codes.join()).not.toContain('part-empty')
  })

  it.each([
    'Would you like me to open the window?',
    'Here is the sheet.',
    'Soll ich dir helfen?',
    '¿Quieres que vaya?',
  ])('is not: %s', (line) => {
    expect(plainBlocks(read(`# Week 1\n\n${line}\n\n## Monday\n\n1. Why?\n`).sheet.intro)).toBe(line)
  })

  it('is not what an author says of a sheet', () => {
    const { sheet } = read('# Week 1\n\nStatus: closed book.\n\nTags: as on the doors.\n\n## Monday\n\n1. Why?\n')
    expect(plainBlocks(sheet.intro)).toBe('Status: closed book. Tags: as on the doors.')
  })
})

it('bare numbers in brackets are points where two thirds of the questions have them', () => {
  const points = (body: string) => read(monday(body)).sheet.days[0]?.questions.map(({ author }) => author.points)
  expect(points('1. Why? (1)\n2. How? [2]\n3. When? (1)\n4. Who?')).toEqual([1, 2, 1, undefined])
  expect(
    points('1. Why? → So (1)\n2. How? (2)\n3. Fill in. (3)\n\n   | a |\n   |---|\n   | |\n4. When? (4)\n5. Who? (2)'),
  ).toEqual([1, 2, 3, 4, 2])
  expect(points('1. Why? (1)\n2. How? (2)\n3. When?\n4. Who?')?.filter(Boolean)).toEqual([])
  const unstopped = monday(
    '1. Why? [1]\n2. How? [2]\n3. When? [1]\n4. Who? [1]\n5. Sketch the rate [4]\n6. Explain figure [2]',
  )
  expect(read(unstopped).sheet.days[0]?.questions.map(({ author }) => author.points)).toEqual([
    1,
    2,
    1,
    1,
    4,
    undefined,
  ])
  expect(questionsOf(unstopped).slice(4)).toEqual(['Sketch the rate', 'Explain figure [2]'])
})

it('bare numbers in brackets that are printed as words are told, unless they count the questions', () => {
  const told = (body: string) => read(monday(body)).codes.filter((code) => code.startsWith('points-printed'))
  expect(told('1. Why? [2]\n2. How?\n3. When?\n4. Who? (2)')).toEqual(['points-printed 5:1', 'points-printed 8:1'])
  expect(told('1. Why? (1)\n2. How? (2)\n3. When?\n4. Who?')).toEqual([])
  expect(told('1. Why? (3)\n2. How? [2]\n3. When? (1)')).toEqual([])
  expect(told('1. Why? (2 points)\n2. What is f(2)?\n3. What says figure [2]')).toEqual([])
})

describe('letters that count through a line', () => {
  it.each([
    ['Name the parts: a) the head b) the foot', 2],
    ['Nenne die Teile: a) Kopf, b) Fuß', 2],
    ['Calculate a) 2 + 3 b) 4 + 5', 2],
    ['Define: (a) drift (b) skew (c) lag', 3],
    ['Choose the right one: a) one b) two', 0],
    ['What is PUT? a) safe b) idempotent', 0],
  ])('%s', (item, parts) => {
    const [question] = read(monday(`1. ${item}`)).sheet.days[0]?.questions ?? []
    expect(question?.parts.length).toBe(parts)
    expect(question?.task.kind === 'choose').toBe(parts === 0)
  })
})

describe('what is folded below a question', () => {
  const folded = (summary: string, more = '') =>
    monday(`1. Why?\n\n   <details><summary>${summary}</summary>\n\n   Fold.\n\n   </details>${more}`)

  it.each(['Hint', '💡 Hint 2', 'Need a hint?', 'Tipp', 'Pista', 'Indice', 'Dica', 'Подсказка', 'ヒント'])(
    'is printed nowhere and told when it is a hint: %s',
    (summary) => {
      const { codes } = read(folded(summary))
      expect(questionsOf(folded(summary))).toEqual(['Why?'])
      expect(codes).toContain('hint-left-out 7:4')
    },
  )

  it('is no hint when it is the answer behind one', () => {
    const more = '\n\n   <details><summary>Answer</summary>\n\n   So.\n\n   </details>'
    expect(questionsOf(folded('Hint', more))).toEqual(['Why? = So.'])
  })

  it('is asked when it is what the question is about', () => {
    const more = '\n\n   What does it say?'
    expect(questionsOf(folded('Text', more))).toEqual(['Why? Text Fold. What does it say?'])
  })

  it('may be folded inside of a line', () => {
    const line = '1. Why?\n\n   <details><summary>Hint</summary>Fold.</details>\n\n2. How?'
    expect(questionsOf(monday(line))).toEqual(['Why?', 'How?'])
    expect(read(monday(line)).log.messages.map(({ reason }) => reason)).toContain(
      'A folded hint is printed nowhere: "Fold."',
    )
  })
})

it('tells the head of a column that is empty, which would stand before its cells', () => {
  const table =
    '| # | Question | Remark on doors |\n|---|---|---|\n| 1 | What is a jamb? | |\n| 2 | What is a leaf? | |'
  expect(read(monday(table)).log.messages.map(({ reason }) => reason)).toContain(
    'The heading "Remark on doors" is printed nowhere: the column below it is empty',
  )
})
