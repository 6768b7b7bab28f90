/** How teachers write keys: by days in lines and bullets, in prose, in definitions, with all kinds of marks. */
import { describe, expect, it } from 'vitest'
import { plainBlocks } from '../../../src/text/rich.js'
import { answersOf, five, oneDay, three, twoDays } from '../answered.js'
import { read } from '../read.js'

describe('a key by days', () => {
  it.each([
    ['by day', twoDays, 'Answer key\n\nMonday: 1. Aaish; 2. Beeish; 3. Ceeish\nTuesday: 1. Deeish; 2. Eeish\n', five],
    [
      'by day blank lines',
      twoDays,
      '## Answers\n\nMonday: 1. Aaish; 2. Beeish; 3. Ceeish\n\nTuesday: 1. Deeish; 2. Eeish\n',
      five,
    ],
    [
      'bold day',
      twoDays,
      '## Answers\n\n**Monday:** 1. Aaish; 2. Beeish; 3. Ceeish\n\n**Tuesday:** 1. Deeish; 2. Eeish\n',
      five,
    ],
    [
      'bold day colon outside',
      twoDays,
      '## Answers\n\n**Monday**: 1. Aaish, 2. Beeish, 3. Ceeish  \n**Tuesday**: 1. Deeish, 2. Eeish\n',
      five,
    ],
    [
      'bullets',
      twoDays,
      '## Answers\n\n- Monday: 1. Aaish; 2. Beeish; 3. Ceeish\n- Tuesday: 1. Deeish; 2. Eeish\n',
      five,
    ],
    [
      'bullets bold',
      twoDays,
      '## Answers\n\n* **Monday** – 1) Aaish 2) Beeish 3) Ceeish\n* **Tuesday** – 1) Deeish 2) Eeish\n',
      five,
    ],
    [
      'bullets nested',
      twoDays,
      '## Answers\n\n- Monday\n  1. Aaish\n  2. Beeish\n  3. Ceeish\n- Tuesday\n  1. Deeish\n  2. Eeish\n',
      five,
    ],
    [
      'bullets nested bold',
      twoDays,
      '## Answers\n\n- **Monday:**\n  - Aaish\n  - Beeish\n  - Ceeish\n- **Tuesday:**\n  - Deeish\n  - Eeish\n',
      five,
    ],
    [
      'one line both days',
      twoDays,
      '## Answers\n\nMonday: 1. Aaish 2. Beeish 3. Ceeish Tuesday: 1. Deeish 2. Eeish\n',
      five,
    ],
    ['Mon 1', twoDays, '## Answers\n\nMon 1: Aaish\nMon 2: Beeish\nMon 3: Ceeish\nTue 1: Deeish\nTue 2: Eeish\n', five],
    ['Mon 1 line', twoDays, '## Answers\n\nMon 1 Aaish; Mon 2 Beeish; Mon 3 Ceeish; Tue 1 Deeish; Tue 2 Eeish\n', five],
    [
      'bullets Mon 1',
      twoDays,
      '## Answers\n\n- Mon 1: Aaish\n- Mon 2: Beeish\n- Mon 3: Ceeish\n- Tue 1: Deeish\n- Tue 2: Eeish\n',
      five,
    ],
    [
      'bold Mon, Q1',
      twoDays,
      '## Answers\n\n**Monday, Q1** – Aaish\n\n**Monday, Q2** – Beeish\n\n**Monday, Q3** – Ceeish\n\n**Tuesday, Q1** – Deeish\n\n**Tuesday, Q2** – Eeish\n',
      five,
    ],
    ['no numbers', twoDays, '## Answers\n\nMonday: Aaish, Beeish, Ceeish\nTuesday: Deeish, Eeish\n', five],
    ['letters only', twoDays, '## Answers\n\nMonday: B, C, A\nTuesday: D A\n', 'B|C|A|D|A'],
    ['letters joined', twoDays, '## Answers\n\nMonday: BCA\nTuesday: DA\n', 'B|C|A|D|A'],
    [
      'title line',
      twoDays,
      'Answers: Monday: 1-Aaish, 2-Beeish, 3-Ceeish. Tuesday: 1-Deeish, 2-Eeish\n',
      'Aaish|Beeish|Ceeish.|Deeish|Eeish',
    ],
    ['slash', twoDays, '## Answers\n\nMon 1 Aaish / 2 Beeish / 3 Ceeish\nTue 1 Deeish / 2 Eeish\n', five],
    [
      'numbers without a mark',
      twoDays,
      '## Answers\n\nMonday: 1 Aaish 2 Beeish 3 Ceeish\n\nTuesday: 1 Deeish 2 Eeish\n',
      five,
    ],
    ['bold days', twoDays, '## Answers\n\n**Monday:** 1 B 2 C 3 A\n\n**Tuesday:** 1 D 2 A\n', 'B|C|A|D|A'],
    ['bullets of days', twoDays, '## Answers\n\n- Monday: 1 B 2 C 3 A\n- Tuesday: 1 D 2 A\n', 'B|C|A|D|A'],
    ['brackets', twoDays, '## Answers\n\nMon 1) B 2) C 3) A\nTue 1) D 2) A\n', 'B|C|A|D|A'],
    ['dashes', twoDays, '## Answers\n\nMon — 1b, 2c, 3a\n\nTue — 1d, 2a\n', 'b|c|a|d|a'],
    ['not all', twoDays, '## Answers\n\nMonday: 1 B 2 C\n', 'B|C|-|-|-'],
    [
      'a day in the title of each line',
      twoDays,
      'Answers Monday (upside down): 1 Aaish, 2 Beeish, 3 Ceeish\n\nAnswers Tuesday (upside down): 1 Deeish, 2 Eeish\n',
      five,
    ],
    [
      'days as headings in dl',
      twoDays,
      '## Answers\n\nMon 1\n: Aaish\n\nMon 2\n: Beeish\n\nMon 3\n: Ceeish\n\nTue 1\n: Deeish\n\nTue 2\n: Eeish\n',
      five,
    ],
    ...[
      ['lines', 'Monday', 'Tuesday'],
      ['lines with colons', 'Monday:', 'Tuesday:'],
      ['bold lines', '**Monday**', '**Tuesday**'],
      ['no line above the first', '', 'Tuesday'],
    ].map(([name, first, second]) => [
      `the next day right below a list, in ${name}`,
      twoDays,
      `## Answers\n${first}\n1. Aaish\n2. Beeish\n3. Ceeish\n${second}\n1. Deeish\n2. Eeish\n`,
      five,
    ]),
    [
      'the next day right below bullets',
      twoDays,
      '## Answers\nMonday\n- Aaish\n- Beeish\n- Ceeish\nTuesday\n- Deeish\n- Eeish\n',
      five,
    ],
    [
      'the next day and its answers right below a list',
      twoDays,
      '## Answers\nMonday\n1. Aaish\n2. Beeish\n3. Ceeish\nTuesday: 1. Deeish; 2. Eeish\n',
      five,
    ],
    [
      'a part right below a list',
      twoDays.replace('Monday', 'Warm-up').replace('Tuesday', 'Core'),
      '## Answers\nWarm-up\n1. Aaish\n2. Beeish\n3. Ceeish\nCore\n1. Deeish\n2. Eeish\n',
      five,
    ],
    [
      'a day that is an answer',
      twoDays,
      '## Answers\n1. Aaish\n2. Beeish\n3. the day of\nTuesday 2 weeks agoish\n4. Deeish\n5. It is\nTuesday\n',
      'Aaish|Beeish|the day of Tuesday 2 weeks agoish|Deeish|It is Tuesday',
    ],
    [
      'a day that may be one, as the numbers go on',
      twoDays,
      '## Answers\n1. Aaish\n2. Beeish\n3. It isish\nTuesday\n4. Deeish\n5. Eeish\n',
      'Aaish|Beeish|It isish Tuesday|Deeish|Eeish',
    ],
  ])('%s', (_, questions, key, expected) => {
    expect(answersOf(questions + key)).toBe(expected)
  })
})

describe('a key by numbers or words', () => {
  it.each([
    ['colon', oneDay, '## Answers\n\n1: Aaish\n2: Beeish\n3: Ceeish\n', three],
    ['colon paras', oneDay, '## Answers\n\n1: Aaish\n\n2: Beeish\n\n3: Ceeish\n', three],
    ['bold Q', oneDay, '## Answers\n\n**Q1** – Aaish\n\n**Q2** – Beeish\n\n**Q3** – Ceeish\n', three],
    ['bold Q lines', oneDay, '## Answers\n\n**Q1** – Aaish\n**Q2** – Beeish\n**Q3** – Ceeish\n', three],
    ['Q inline', oneDay, '## Answers\n\nQ1 Aaish Q2 Beeish Q3 Ceeish\n', three],
    ['Q inline colon', oneDay, '## Answers\n\nQ1: Aaish, Q2: Beeish, Q3: Ceeish.\n', 'Aaish|Beeish|Ceeish.'],
    [
      'question n bold',
      oneDay,
      '## Answers\n\n**Question 1:** Aaish\n**Question 2:** Beeish\n**Question 3:** Ceeish\n',
      three,
    ],
    ['equals', oneDay, '## Answers\n\n1 = Aaish; 2 = Beeish; 3 = Ceeish\n', three],
    ['arrow', oneDay, '## Answers\n\n1 → Aaish, 2 → Beeish, 3 → Ceeish\n', three],
    ['arrow ascii', oneDay, '## Answers\n\n1 -> Aaish\n2 -> Beeish\n3 -> Ceeish\n', three],
    ['middots', oneDay, '**Answer key:** 1-Aaish · 2-Beeish · 3-Ceeish\n', three],
    ['paren', oneDay, '## Answers\n\n(1) Aaish (2) Beeish (3) Ceeish\n', three],
    ['caps key', oneDay, 'ANSWER KEY: 1. (A) 2. (C) 3. (B)\n', '(A)|(C)|(B)'],
    ['nospace', oneDay, 'Answer key: 1.C, 2.B, 3.A.\n', 'C|B|A.'],
    ['nospace letters', oneDay, 'Answers: 1c 2b 3a\n', 'c|b|a'],
    ['nospace paren', oneDay, 'Answers: 1)C 2)B 3)A\n', 'C|B|A'],
    ['code', oneDay, '---\nAnswers: 1. ServerSocketish, 2. `accept()`, 3. False\n', 'ServerSocketish|accept()|False'],
    ['range', oneDay, '## Answers\n\n1–3: BCA\n', 'B|C|A'],
    ['range spaced', oneDay, 'Answers: 1-3: B C A\n', 'B|C|A'],
    ['just letters', oneDay, 'Key: B C A\n', 'B|C|A'],
    ['just letters comma', oneDay, '**Answers:** b, c, a\n', 'b|c|a'],
    ['true false', oneDay, '*Answers: T, F, T*\n', 'T|F|T'],
    ['prose equal count', oneDay, '## Answers\n\nAaish.\n\nBeeish.\n\nCeeish.\n', 'Aaish.|Beeish.|Ceeish.'],
    [
      'list then outro',
      oneDay,
      '## Answers\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\nWell doneish!\n',
      'Aaish|Beeish|Ceeish Well doneish!',
    ],
    ['words', oneDay, '## Answers\n\n**What is A?** Aaish\n\n**What is B?** Beeish\n\n**What is C?** Ceeish\n', three],
    ['words list', oneDay, '## Answers\n\n1. What is A? Aaish\n2. What is B? Beeish\n3. What is C? Ceeish\n', three],
    [
      'words bullets',
      oneDay,
      '## Answers\n\n- What is C? – Ceeish\n- What is A? – Aaish\n- What is B? – Beeish\n',
      three,
    ],
    [
      'words headings',
      oneDay,
      '## Answers\n\n### What is A?\n\nAaish\n\n### What is B?\n\nBeeish\n\n### What is C?\n\nCeeish\n',
      three,
    ],
    [
      'words headings numbered',
      oneDay,
      '## Answers\n\n### 1. What is A?\n\nAaish\n\n### 2. What is B?\n\nBeeish\n\n### 3. What is C?\n\nCeeish\n',
      three,
    ],
    [
      'headings answer n',
      oneDay,
      '## Answer Key\n\n### Answer 1: Serialish Protocol\n\nAaish\n\n### Answer 2: Two\n\nBeeish\n\n### Answer 3: Three\n\nCeeish\n',
      'Serialish Protocol Aaish|Two Beeish|Three Ceeish',
    ],
    [
      'headings question n answer',
      oneDay,
      '## Answer Key\n\n### Question 1 — Answer: **Aaish**\n\n- whyish\n\n### Question 2 — Answer: **Beeish**\n\n### Question 3 — Answer: **Ceeish**\n',
      'Aaish whyish|Beeish|Ceeish',
    ],
    [
      'bold + bullets',
      oneDay,
      '### Answer Key & Explanations\n\n**1. Bucketsish:**\n*   **Class:** Aaish\n*   **Multi:** Beeish\n\n**2. OOVish:**\nOOV occurs.\n\n**3. Third:** Ceeish\n',
      'Bucketsish: Class: Aaish Multi: Beeish|OOVish: OOV occurs.|Third: Ceeish',
    ],
    [
      'A1',
      oneDay,
      '## QUIZ ANSWERS\n\n### Conceptual Answers\n\n**A1.** Aaish\n\n**A2.** Beeish\n\n**A3.** Ceeish\n',
      three,
    ],
    ['DL numbers', oneDay, '## Answers\n\n1\n: Aaish\n\n2\n: Beeish\n\n3\n: Ceeish\n', three],
    ['DL words', oneDay, '## Answers\n\nWhat is A?\n: Aaish\n\nWhat is B?\n: Beeish\n\nWhat is C?\n: Ceeish\n', three],
    ['Q dash bullets', oneDay, '## Answers\n\n- Q1 – Aaish\n- Q2 – Beeish\n- Q3 – Ceeish\n', three],
    ['Q bullets paren', oneDay, '## Answers\n\n- **1)** Aaish\n- **2)** Beeish\n- **3)** Ceeish\n', three],
    ['bullets numbers in line', oneDay, '## Answers\n\n- 1. Aaish 2. Beeish\n- 3. Ceeish\n', three],
    ['zu', oneDay, '## Lösungen\n\nZu 1: Aaish\n\nZu 2: Beeish\n\nZu 3: Ceeish\n', three],
    ['Ad', oneDay, '## Lösungen\n\nad 1) Aaish\nad 2) Beeish\nad 3) Ceeish\n', three],
    ['hash', oneDay, '## Answers\n\n#1 Aaish\n#2 Beeish\n#3 Ceeish\n', three],
    ['No.', oneDay, '## Answers\n\nNo. 1: Aaish. No. 2: Beeish. No. 3: Ceeish.\n', 'Aaish.|Beeish.|Ceeish.'],
    ['circled', oneDay, '## Answers\n\n① Aaish ② Beeish ③ Ceeish\n', three],
    ['circled jp', oneDay, '## 解答\n\n問1　Aaish\n問2　Beeish\n問3　Ceeish\n', three],
    ['code block', oneDay, '## Answers\n\n```\n1. Aaish\n2. Beeish\n3. Ceeish\n```\n', three],
    ['quote', oneDay, '## Answers\n\n> 1. Aaish\n> 2. Beeish\n> 3. Ceeish\n', three],
    ['callout', oneDay, '> [!success]- Answers\n> 1. Aaish\n> 2. Beeish\n> 3. Ceeish\n', three],
    ['html ol', oneDay, '## Answers\n\n<ol>\n<li>Aaish</li>\n<li>Beeish</li>\n<li>Ceeish</li>\n</ol>\n', three],
    [
      'details in section',
      oneDay,
      '## Answer key\n\n<details>\n<summary>Click to reveal answers</summary>\n\n1. **B** — `ref` Aaish\n\n2. **C** — Beeish\n\n3. Ceeish\n\n</details>\n',
      'B — ref Aaish|C — Beeish|Ceeish',
    ],
    [
      'details each',
      oneDay,
      '## Answers\n\n<details><summary>1</summary>\n\nAaish\n\n</details>\n\n<details><summary>2</summary>\n\nBeeish\n\n</details>\n\n<details><summary>Question 3</summary>\n\nCeeish\n\n</details>\n',
      three,
    ],
    [
      'details by day',
      twoDays,
      '## Answers\n\n<details><summary>Monday</summary>\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n</details>\n\n<details><summary>Tuesday</summary>\n\n1. Deeish\n2. Eeish\n\n</details>\n',
      five,
    ],
    [
      'bullets under numbers',
      oneDay,
      '## Answers\n\n1. Aaish\n\n- pointish\n- pointtwoish\n\n2. Beeish\n3. Ceeish\n',
      'Aaish pointish pointtwoish|Beeish|Ceeish',
    ],
    [
      'steps under bold',
      oneDay,
      '## Answers\n\n**1.** Aaish\n\n1. stepish\n2. steptwoish\n\n**2.** Beeish\n\n**3.** Ceeish\n',
      'Aaish stepish steptwoish|Beeish|Ceeish',
    ],
    [
      'heading list steps',
      oneDay,
      '## Answers\n\n### Q1\n\n1. stepish\n2. steptwoish\n\n### Q2\n\nBeeish\n\n### Q3\n\n- Ceeish\n- Cee2ish\n',
      'stepish steptwoish|Beeish|Ceeish Cee2ish',
    ],
    [
      'heading explanation',
      oneDay,
      '## Answers\n\n### Q1\n\n#### Answer\n\nAaish\n\n#### Explanation\n\nwhyish\n\n### Q2\n\nBeeish\n\n### Q3\n\nCeeish\n',
      'Aaish Explanation whyish|Beeish|Ceeish',
    ],
    [
      'multi headings',
      oneDay,
      '## Answers\n\n### Multiple choice\n\n1. Aaish\n2. Beeish\n\n### Short answer\n\n3. Ceeish\n',
      three,
    ],
    ['all ones', oneDay, '## Answers\n\n1. Aaish\n1. Beeish\n1. Ceeish\n', three],
    ['letters in a line', oneDay, '## Answers\n\n1. a 2. A 3. b\n', 'a|A|b'],
    ['letters in a line by days', twoDays, '## Answers\n\nMonday: 1. b 2. a 3. a\nTuesday: 1) A 2) b\n', 'b|a|a|A|b'],
    ['lettered key', oneDay, '## Answers\n\na) Aaish\nb) Beeish\nc) Ceeish\n', three],
    ['one long list over days', twoDays, '## Answers\n\n1. Aaish\n2. Beeish\n3. Ceeish\n4. Deeish\n5. Eeish\n', five],
    ['in last day', twoDays, '### Answers\n\n1. Aaish\n2. Beeish\n3. Ceeish\n4. Deeish\n5. Eeish\n', five],
    ['in last day bold', twoDays, '---\n\n**Answers**\n\n1. Aaish\n2. Beeish\n3. Ceeish\n4. Deeish\n5. Eeish\n', five],
    [
      'bold restart',
      twoDays,
      '---\n\n**Answers**\n\nMonday\n1. Aaish\n2. Beeish\n3. Ceeish\n\nTuesday\n1. Deeish\n2. Eeish\n',
      five,
    ],
    [
      'days joined with numbers',
      twoDays,
      '## Answers\n\nMon1: Aaish\nMon2: Beeish\nMon3: Ceeish\nTue1: Deeish\nTue2: Eeish\n',
      five,
    ],
    ['days by a letter', twoDays, 'Solutions:\nM1 Aaish\nM2 Beeish\nM3 Ceeish\nT1 Deeish\nT2 Eeish\n', five],
    ['days by a letter in a line', twoDays, 'Answers: M1 Aaish, M2 Beeish, M3 Ceeish, T1 Deeish, T2 Eeish\n', five],
    [
      'a letter of two days',
      '# Woche 3\n\n## Dienstag\n\n1. Was ist A?\n2. Was ist B?\n\n## Donnerstag\n\n1. Was ist C?\n\n',
      'Lösungen:\nD1: Aaish\nD2: Beeish\nD1: Ceeish\n',
      three,
    ],
    ['names of things like days', oneDay, 'Answers:\nM1 Aaish\nM2 Beeish\nM3 Ceeish\n', 'M1 Aaish|M2 Beeish|M3 Ceeish'],
    ['a line each', oneDay, 'Answers:\nAaish\nBeeish\nCeeish\n', three],
    [
      'an empty one at the end',
      twoDays,
      '## Answers\n\nMonday: 1 Aaish 2 Beeish 3 -\nTuesday: 1. Deeish; 2. –\n',
      'Aaish|Beeish|-|Deeish|-',
    ],
    [
      'days with number signs',
      twoDays,
      '## Answers\n\nMon#1 Aaish\nMon#2 Beeish\nMon#3 Ceeish\nTue#1 Deeish\nTue#2 Eeish\n',
      five,
    ],
    [
      'days as terms',
      twoDays,
      '## Answers\n\nMonday\n: 1. Aaish 2. Beeish 3. Ceeish\n\nTuesday\n: 1. Deeish 2. Eeish\n',
      five,
    ],
    [
      'bold days in a line',
      twoDays,
      '## Answers\n\n**Monday** 1 Aaish 2 Beeish 3 Ceeish\n\n**Tuesday** 1 B 2 C\n',
      `${three}|B|C`,
    ],
    [
      'days between dashes',
      twoDays,
      '**Answers** — **Mon** 1 Aaish; 2 Beeish; 3 Ceeish — **Tue** 1 Deeish; 2 Eeish\n',
      five,
    ],
    ['dots', oneDay, '## Answers\n\n1 .... Aaish\n2 .... Beeish\n3 .... Ceeish\n', three],
    ['number signs of Russian', oneDay, '## Ответы\n\n№1 — Aaish\n№2 — Beeish\n№3 — Ceeish\n', three],
    ['Roman paragraphs', oneDay, '## Answers\n\nI. Aaish\n\nII. Beeish\n\nIII. Ceeish\n', three],
    ['number words', oneDay, '## Answers\n\nFirst: Aaish\n\nSecond: Beeish\n\nThird: Ceeish\n', three],
    ['numbers without marks', oneDay, '## Answers\n\n1 Aaish\n\n2 Beeish\n\n3 Ceeish\n', three],
    ['kanji', oneDay, '# 解答編\n\n問一　Aaish\n\n問二　Beeish\n\n問三　Ceeish\n', three],
    [
      'Sun is a star',
      oneDay,
      '## Answers\n\n1. Aaish\n2. Sun: the Beeish\n3. Ceeish\n',
      'Aaish|Sun: the Beeish|Ceeish',
    ],
    [
      'bullets Monday word',
      oneDay,
      '## Answers\n\n- Monday was Aaish\n- Beeish\n- Ceeish\n',
      'Monday was Aaish|Beeish|Ceeish',
    ],
  ])('%s', (_, questions, key, expected) => {
    expect(answersOf(questions + key)).toBe(expected)
  })
})

describe('a key in a sheet of', () => {
  it.each([
    ['prose one', '# Week 3 recall\n\n## Monday\n\n1. What is A?\n\n## Answers\n\nBecause Aaish.\n', 'Because Aaish.'],
    [
      'subletters',
      '# Week 3 recall\n\n## Monday\n\n1. Think.\n   a) What is A?\n   b) What is B?\n2. What is C?\n\n## Answers\n\n1a. Aaish\n1b. Beeish\n2. Ceeish\n',
      'a) Aaish b) Beeish|Ceeish',
    ],
    [
      'subletters in paragraphs',
      '# Week 3 recall\n\n## Monday\n\n1. Think.\n   a) What is A?\n   b) What is B?\n2. What is C?\n\n## Answers\n\n1a Aaish\n\n1b Beeish\n\n2 Ceeish\n',
      'a) Aaish b) Beeish|Ceeish',
    ],
    [
      'subletters line',
      '# Week 3 recall\n\n## Monday\n\n1. Think.\n   a) What is A?\n   b) What is B?\n2. What is C?\n\n## Answers\n\n1. a) Aaish b) Beeish\n2. Ceeish\n',
      'a) Aaish b) Beeish|Ceeish',
    ],
    [
      'sub nested',
      '# Week 3 recall\n\n## Monday\n\n1. Think.\n   a) What is A?\n   b) What is B?\n2. What is C?\n\n## Answers\n\n1. - Aaish\n   - Beeish\n2. Ceeish\n',
      'a) Aaish b) Beeish|Ceeish',
    ],
    [
      'one a day',
      '# Week 3 recall\n\n## Monday\n\n1. What is A?\n\n## Tuesday\n\n1. What is B?\n2. What is C?\n\n## Answers\n\n1. Aaish\n\n<!-- -->\n\n1. Beeish\n2. Ceeish\n',
      three,
    ],
    [
      'french',
      '---\nlang: fr\n---\n\n# Semaine 3\n\n## Lundi\n\n1. Quoi A ?\n2. Quoi B ?\n\n## Mardi\n\n1. Quoi C ?\n\n## Corrigé\n\nLundi : 1. Aaish ; 2. Beeish\nMardi : 1. Ceeish\n',
      three,
    ],
    [
      'german days',
      '# Woche 3\n\n## Montag\n\n1. Was A?\n2. Was B?\n\n## Dienstag\n\n1. Was C?\n\n## Lösungen\n\nMo: 1. Aaish, 2. Beeish\nDi: 1. Ceeish\n',
      three,
    ],
    [
      'german table',
      '# Woche 3\n\n## Montag\n\n1. Was A?\n2. Was B?\n\n## Dienstag\n\n1. Was C?\n\n## Lösungen\n\n| Tag | Nr. | Lösung |\n|---|---|---|\n| Mo | 1 | Aaish |\n| Mo | 2 | Beeish |\n| Di | 1 | Ceeish |\n',
      three,
    ],
    [
      'japanese',
      '# 第3週 復習\n\n## 月曜日\n\n1. Aとは何か。\n2. Bとは何か。\n\n## 火曜日\n\n1. Cとは何か。\n\n## 解答\n\n月曜日：1. Aaish　2. Beeish\n火曜日：1. Ceeish\n',
      three,
    ],
    [
      'russian',
      '# Неделя 3\n\n## Понедельник\n\n1. Что A?\n2. Что B?\n\n## Вторник\n\n1. Что C?\n\n## Ответы\n\nПонедельник: 1. Aaish; 2. Beeish\n\nВторник: 1. Ceeish\n',
      three,
    ],
    [
      'spanish bullets',
      '# Semana 3\n\n## Lunes\n\n1. ¿Qué es A?\n2. ¿Qué es B?\n\n## Martes\n\n1. ¿Qué es C?\n\n## Respuestas\n\n- **Lunes:** 1. Aaish; 2. Beeish\n- **Martes:** 1. Ceeish\n',
      three,
    ],
    [
      'arabic',
      '# الأسبوع 3\n\n## الاثنين\n\n1. ما هو A؟\n2. ما هو B؟\n\n## الثلاثاء\n\n1. ما هو C؟\n\n## الإجابات\n\nالاثنين: 1. Aaish، 2. Beeish\n\nالثلاثاء: 1. Ceeish\n',
      three,
    ],
    [
      'parts',
      '# Recall\n\n## Warm-up\n\n1. What is A?\n2. What is B?\n\n## Main course\n\n1. What is C?\n\n## Answers\n\nWarm-up: 1. Aaish; 2. Beeish\nMain course: 1. Ceeish\n',
      three,
    ],
    [
      'parts bold',
      '# Recall\n\n## Part 1\n\n1. What is A?\n2. What is B?\n\n## Part 2\n\n1. What is C?\n\n## Answers\n\n**Part 1**\n\n1. Aaish\n2. Beeish\n\n**Part 2**\n\n1. Ceeish\n',
      three,
    ],
    [
      'days n',
      '# Recall\n\n## Day 1\n\n1. What is A?\n2. What is B?\n\n## Day 2\n\n1. What is C?\n\n## Answers\n\nDay 1: 1. Aaish; 2. Beeish\nDay 2: 1. Ceeish\n',
      three,
    ],
    [
      'weekend',
      '# Recall\n\n## Friday\n\n1. What is A?\n2. What is B?\n\n## Weekend synthesis\n\n1. What is C?\n\n## Answers\n\nFriday: 1. Aaish; 2. Beeish\nWeekend: 1. Ceeish\n',
      three,
    ],
  ])('%s', (_, text, expected) => {
    expect(answersOf(text)).toBe(expected)
  })
})

describe('words that fit no question are told', () => {
  const told = (text: string) =>
    read(text)
      .log.messages.filter(
        ({ code }) => code.startsWith('answer-') || code === 'answers-missing' || code === 'answers-unmatched',
      )
      .map(({ code, place, reason }) => `${place?.start.line} ${code} ${reason}`)

  it.each([
    [
      'prose',
      'The first is Aaish, the second Beeish.\n',
      '-|-|-',
      [
        '11 answer-unmatched The answer "The first is Aaish, the second Beeish." belongs to no question, expected a number before it, as the sheet has 3 questions',
      ],
    ],
    [
      'words above the answers',
      'Be kindish.\n\n1. Aaish\n2. Beeish\n3. Ceeish\n',
      three,
      [
        '11 answer-unmatched The answer "Be kindish." belongs to no question, expected a number before it, as the sheet has 3 questions',
      ],
    ],
    [
      'too few',
      '- Aaish\n- Beeish\n',
      'Aaish|Beeish|-',
      ['9 answers-missing The key answers 2 of the 3 questions of the sheet: none for Mon 3'],
    ],
    [
      'too many',
      '- Aaish\n- Beeish\n- Ceeish\n- Dish\n',
      three,
      [
        '14 answer-unmatched The answer "Dish" belongs to no question, expected at most 3, as the sheet has 3 questions',
      ],
    ],
    [
      'numbers that are not there',
      '1. Aaish\n2. Beeish\n7. Sevenish\n',
      'Aaish|Beeish|-',
      [
        '13 answer-unmatched The answer 7, "Sevenish", belongs to no question, expected at most 3, as the sheet has 3 questions',
        '9 answers-missing The key answers 2 of the 3 questions of the sheet: none for Mon 3',
      ],
    ],
    [
      'a day that is not there',
      'Monday: 1. Aaish; 2. Beeish; 3. Ceeish\nFriday: 1. Deeish\n',
      three,
      [
        '12 answer-unmatched The answer 1, "Deeish", belongs to no question, expected a day of the sheet, which has no Friday',
      ],
    ],
  ])('%s', (_, key, answers, expected) => {
    const text = `${oneDay}## Answers\n\n${key}`
    expect(answersOf(text)).toBe(answers)
    expect(told(text)).toEqual(expected)
  })

  it.each([
    [
      'below the last day',
      '### Answers\n\nMonday: 1. Aaish; 2. Beeish\nTuesday: 1. Deeish\n',
      ['16 answers-missing The key answers 3 of the 5 questions of the sheet: none for Mon 3, Tue 2'],
    ],
    [
      'of one day below another',
      '### Answers\n\nMonday: 1. Aaish; 2. Beeish\n',
      ['16 answers-missing The key answers 2 of the 3 questions of Monday: none for Mon 3'],
    ],
    [
      'at the end',
      '## Answers\n\n**Monday**\n\n1. Aaish\n2. Beeish\n\n**Tuesday**\n\n1. Deeish\n',
      ['16 answers-missing The key answers 3 of the 5 questions of the sheet: none for Mon 3, Tue 2'],
    ],
  ])('gaps of a key %s, once and for all that it is about', (_, key, expected) => {
    expect(told(`${twoDays}${key}`)).toEqual(expected)
  })

  it('in one message when there are many', () => {
    const key = Array.from({ length: 500 }, (_, i) => `${i + 1}. Word ${i + 1}`).join('\n')
    expect(told(`${oneDay}## Answers\n\n${key}\n`)).toEqual([
      '14 answers-unmatched 497 answers from here on belong to no question, expected at most 3, as the sheet has 3 questions: 4, "Word 4"; 5, "Word 5"; 6, "Word 6" …',
    ])
  })

  it('once when the question says it too', () => {
    const text =
      '# Week 3 recall\n\n## Monday\n\n1. What is A? Answer: Aaish\n2. What is B?\n\n## Answers\n\n1. Aaish\n2. Beeish\n'
    expect(answersOf(text)).toBe('Aaish|Beeish')
  })

  it.each([
    ['says it too', 'Aaish', false],
    ['says another', 'Bee', true],
  ])('and a bold option is printed plain when the key %s', (_, said, isBold) => {
    const text = `# Week 3 recall\n\n## Monday\n\n1. Which?\n   - **Aaish**\n   - Bee\n   - Cee\n2. What is B?\n\n## Answers\n\n1. ${said}\n2. Beeish\n`
    const { sheet, codes } = read(text)
    const [question] = sheet.days[0]?.questions ?? []
    expect(plainBlocks(question?.answer ?? [])).toBe(said)
    expect(JSON.stringify(question?.prompt).includes('"strong":true')).toBe(isBold)
    expect(codes.join(' ').includes('mark-printed')).toBe(isBold)
  })

  it('and so is a footnote at the title', () => {
    const { log } = read(`${oneDay}## Answers[^1]\n\n1. Aaish\n2. Beeish\n3. Ceeish\n\n[^1]: For teachers.\n`)
    const reasons = log.messages.map(({ reason }) => reason)
    expect(reasons).toContain(
      'The heading "Answers (For teachers.)" is printed nowhere: it is the title of a key, and so is its footnote',
    )
    expect(reasons.join(' ')).not.toContain('is shown as')
  })

  it('but not that a key of odd numbers lacks the even ones', () => {
    expect(told(`${oneDay}## Answers to odd questions\n\n1. Aaish\n3. Ceeish\n`)).toEqual([])
  })
})
