import { describe, expect, test } from 'vitest'
import { paperNames } from '../../src/template/paper.js'
import type { Element, Pages } from '../../src/workbook/pages-model.js'
import { pageOfQuestion } from '../../src/workbook/pages-model.js'
import { classicTemplate } from '../template.js'
import { elementsOf, frameOf, lettersOf, questionSections, textOf, wordsInOrder } from './look.js'
import { makeWorkbook, realSheet, sheetText } from './make.js'
import { expectSound, sidesOf } from './sound.js'

const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(' ')
const questions = (count: number, text = 'Why does it matter so much?'): string[] =>
  Array.from({ length: count }, (_, i) => `${text.replace('it', `thing ${i + 1}`)} See notes.md §${i + 1}.`)

const kinds = (pages: Pages): string => pages.pages.map(({ kind }) => kind[0]).join('')
const findAll = (root: Element, type: string): Element[] =>
  [...elementsOf(root).values()].map(({ element }) => element).filter((element) => element.type === type)

describe('the real sheet', () => {
  test.each(['a4', 'letter'] as const)('has each day on one side of %s', (paper) => {
    const made = makeWorkbook(realSheet(), { paper })
    expect(made.messages).toEqual([])
    expect(made.pages.pages.slice(0, 6).map(({ day }) => day)).toEqual(made.sheet.days.map(({ id }) => id))
    expect(kinds(made.pages)).toMatch(/^dddddds+k+$/)
    expectSound(made)
  })

  test.each([...paperNames, '160x220mm', '11x8.5in'])('is sound on %s', (paper) => {
    const made = makeWorkbook(realSheet(), { paper })
    expectSound(made)
    const said = made.messages.filter(({ code }) => code === 'day-takes-sides').map(({ reason }) => reason)
    expect(said).toEqual(sidesOf(made))
  })

  test('has no name of a day cut on narrow paper', () => {
    const { pages, sheet } = makeWorkbook(realSheet(), { paper: 'a5' })
    const texts = pages.pages.flatMap((page) => page.items.map((item) => textOf(item).trim()))
    for (const { name } of sheet.days)
      for (const word of name.split(' ')) expect(texts.join(' ').split(' ')).toContain(word)
    expect(texts).toContain('Wednesday')
  })

  test('fills its sides', () => {
    const { pages, template } = makeWorkbook(realSheet())
    const foot = pages.pages[0]!.height - (template.workbook.margins.bottom * 72) / 25.4 - 20
    for (const page of pages.pages.filter(({ kind }) => kind === 'day')) {
      const items = page.items.filter(({ owner }) => !('artifact' in owner && owner.artifact === 'Pagination'))
      const end = Math.max(...items.map((item) => frameOf(item).bottom))
      expect(foot - end).toBeLessThan(40)
    }
  })

  test('leads from each question to its key entry and back', () => {
    const { pages, sheet } = makeWorkbook(realSheet())
    const all = sheet.days.flatMap((day) => day.questions)
    expect([...pageOfQuestion(pages).keys()]).toEqual(all.map(({ id }) => id))
    const places = new Map(pages.destinations.map((place) => [place.name, place]))
    expect(places.size).toBe(pages.destinations.length)
    expect(places.size).toBe(2 * all.length)
    const links = pages.pages.flatMap((page) => page.links.map((link) => ({ page, link })))
    for (const { page, link } of links) {
      const to = 'destination' in link.to ? places.get(link.to.destination) : undefined
      expect(pages.pages[to!.page]?.kind).toBe(page.kind === 'day' ? 'key' : 'day')
      expect(link.words).toContain(`page ${pages.pages[to!.page]?.label}`)
    }
    expect(links.filter(({ page }) => page.kind === 'day')).toHaveLength(all.length)
  })

  test('says where to look as it is written', () => {
    const { pages } = makeWorkbook(realSheet())
    const key = wordsInOrder(pages, pages.structure.children.find(({ title }) => title === 'Where to look')!)
    for (const citation of ['02_explainer.md §1.1-§1.8', '03_study_material.md §4', '§What Comes Next'])
      expect(key).toContain(citation)
    expect(key).toContain('No source is named')
  })
})

describe('a day that is too long', () => {
  const made = makeWorkbook(sheetText({ Monday: questions(60) }))

  test('takes the sides that the message says', () => {
    expectSound(made)
    expect(made.codes).toEqual(['day-takes-sides'])
    expect(made.messages.map(({ reason }) => reason)).toEqual(sidesOf(made))
  })

  test('says on each side that it goes on, and on the next what it continues', () => {
    const days = made.pages.pages.filter(({ kind }) => kind === 'day')
    const said = (index: number) => days[index]?.items.map(textOf).join('|')
    expect(said(0)).toContain('continues on page 2')
    expect(said(1)).toContain('Monday, continued')
    expect(said(days.length - 1)).toContain('key on page')
  })
})

describe('a question higher than a side', () => {
  test.each([
    ['a prompt of 2000 words', words(2000)],
    ['a list of 12 things on 60 lines', 'Which twelve things? {lines=60}'],
    ['60 lines', 'Why? {lines=60}'],
    ['60 lines to draw on', 'Draw it. {kind=draw lines=60}'],
    ['60 lines to compare', 'A vs B vs C? {kind=compare lines=60}'],
    ['60 lines on both sides', 'When is it wise, and when is it reckless? {kind=sides lines=60}'],
  ])('flows on: %s', (_, question) => {
    const made = makeWorkbook(sheetText({ Monday: ['First?', question, 'Last?'] }))
    expectSound(made)
    expect(made.codes).toContain('question-takes-sides')
    expect(made.messages.filter(({ code }) => code === 'day-takes-sides').map(({ reason }) => reason)).toEqual(
      sidesOf(made),
    )
  })
})

test('a drawing that takes sides begins under its prompt', () => {
  const { pages } = makeWorkbook(sheetText({ Monday: ['First? {lines=20}', 'Draw it. {lines=60}'] }))
  const [, draw] = questionSections(pages)
  const onFirst = draw!.items.filter(({ page }) => page === draw!.items[0]!.page)
  expect(onFirst.some(({ item }) => item.type === 'box')).toBe(true)
})

describe('sheets of all sorts', () => {
  const inOneDay = (prompt: string) => `# Week 3\n\n## Monday — Things\n\n1. ${prompt}\n2. And why?\n`

  test.each([
    ['one question', sheetText({ Monday: ['Why?'] })],
    ['signs that only another font has', sheetText({ 'Monday — a → b': ['run → gate?'] }, 'Week 1 — a → b → c')],
    ['no week', sheetText({ 'Warm-up': ['Why?'], Basics: ['How?'] }, 'Recall')],
    [
      'code',
      inOneDay(
        `What does this print?\n\n   \`\`\`js\n   if (a) {\n   \treturn ${'x + '.repeat(60)}1\n   }\n\n   end()\n   \`\`\`\n`,
      ),
    ],
    [
      'a list in a prompt',
      inOneDay('Which of these?\n   - one\n   - two\n     1. deeper\n     2. still deeper\n   - [ ] three\n'),
    ],
    [
      'a quote in a prompt',
      inOneDay('Who said it?\n\n   > To be, or not to be.\n   >\n   > > That is the question.\n'),
    ],
    [
      'lists in lists, twenty deep',
      inOneDay(
        `Which?\n${Array.from({ length: 20 }, (_, i) => `${' '.repeat(3 + 2 * i)}- level${i} and more words after it\n`).join('')}`,
      ),
    ],
    ['quotes in quotes', inOneDay(`Which?\n\n   ${'> '.repeat(20)}deep words in a deep quote\n`)],
    [
      'marked words',
      inOneDay('Why *is* **this** `code` ***all*** H<sub>2</sub>O x<sup>2</sup> [link](https://example.org)?'),
    ],
    ['a word wider than the page', inOneDay(`Why ${'supercalifragilistic'.repeat(20)}?`)],
    ['a long title', sheetText({ Monday: ['Why?'] }, `Week 17 — ${words(40)}`)],
    ['a long topic', sheetText({ [`Monday — ${words(60)}`]: ['Why?'] })],
    ['a long name of a part', sheetText({ [words(12)]: ['Why?'] })],
    ['a long topic on two sides', sheetText({ [`Monday — ${words(30)}`]: questions(12) })],
    [
      'many days',
      sheetText(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`Day ${i + 1} — ${words(9)}`, questions(3)]))),
    ],
    ['terms of many words', inOneDay(`${words(6)} vs ${words(20)} vs x — when would you choose each?`)],
    [
      'six terms and an aspect',
      inOneDay('Compare them. {kind=compare terms="a | b | c | d | e | f" aspect="when to choose"}'),
    ],
    [
      'five terms and an aspect',
      inOneDay('Compare them. {kind=compare terms="alpha | beta | gamma | delta | epsilon" aspect="when to choose"}'),
    ],
    [
      'many citations',
      inOneDay(`Why? See ${Array.from({ length: 40 }, (_, i) => `file_${i}.md §${i}.1-§${i}.9`).join(', ')}.`),
    ],
    ['a section that everyone cites', sheetText({ Monday: questions(40).map((text) => text.replace(/§\d+/, '§1')) })],
    ['a long name of a file', inOneDay(`Why? See ${'very_long_'.repeat(20)}name.md §${'1.'.repeat(60)}1.`)],
  ])('%s', (_, text) => {
    for (const paper of ['a4', 'a5'] as const) expectSound(makeWorkbook(text, { paper }))
  })

  test('a word keeps whole however deep its list is', () => {
    const items = Array.from({ length: 30 }, (_, i) => `${' '.repeat(3 + 2 * i)}- level${i}\n`).join('')
    const { pages } = makeWorkbook(`# Week 1\n\n## Monday\n\n1. Which?\n${items}`, { paper: 'a5' })
    const texts = pages.pages.flatMap((page) => page.items.flatMap((item) => textOf(item).trim().split(' ')))
    expect(texts).toContain('level29')
  })

  test('a question that cites a section twice is listed there once', () => {
    const { plan } = makeWorkbook(sheetText({ Monday: ['Why? See a.md §1.2, §1.2 and a.md §1.2.'] }))
    expect(plan.key?.reverse.flatMap(({ rows }) => rows.map(({ questions }) => questions.length))).toEqual([1])
  })

  test('long words before the first question', () => {
    const made = makeWorkbook(`# Week 1\n\n${words(1500)}\n\n## Monday\n\n1. Why?\n2. How?\n\n## Tuesday\n\n1. Who?\n`)
    expectSound(made)
    expect(lettersOf(wordsInOrder(made.pages))).toContain(lettersOf(words(1500)))
  })

  test('the week summary names every day in full', () => {
    const topic = words(40)
    const { pages } = makeWorkbook(sheetText({ [`Monday — ${topic}`]: ['Why?'] }))
    const summary = pages.structure.children.find(({ title }) => title === 'Week summary')!
    expect(lettersOf(wordsInOrder(pages, summary))).toContain(lettersOf(topic))
  })
})

describe('answers', () => {
  test('stand in the key, never on the day sheet', () => {
    const { pages } = makeWorkbook(
      '# Week 1\n\n## Monday\n\n1. Why does water rise?\n\n   Answer: because of the tide.\n',
    )
    const wordsOf = (kind: string) =>
      pages.pages
        .filter((page) => page.kind === kind)
        .flatMap((page) =>
          page.items.flatMap((item) => (item.type === 'text' ? item.pieces.map(({ text }) => text) : [])),
        )
        .join('')
    expect(wordsOf('day')).toContain('Why does water rise?')
    expect(wordsOf('day')).not.toContain('tide')
    expect(wordsOf('key')).toContain('because of the tide.')
    expect(wordsOf('key')).not.toContain('No source is named')
  })
})

describe('messages', () => {
  test('a character that no font has is said with its place', () => {
    const { messages, plan } = makeWorkbook(sheetText({ Monday: ['What is 한?'], Tuesday: ['Why?'] }))
    expect(messages.map(({ code, reason }) => [code, reason])).toEqual([
      ['glyph-missing', 'No font of the template has "한" (U+D55C)'],
    ])
    expect(messages[0]?.place).toEqual(plan.days[0]?.questions[0]?.prompt[0]?.place)
  })

  test('many at one place are said together', () => {
    const { messages } = makeWorkbook(sheetText({ Monday: ['What is 한국어와 글?'] }))
    expect(messages.map(({ reason }) => reason)).toEqual([
      'No font of the template has "한" (U+D55C), "국" (U+AD6D), "어" (U+C5B4) and 2 more',
    ])
  })

  test.each([
    ['the name of a day', sheetText({ '한 part': ['Why?'] })],
    ['a topic', sheetText({ 'Monday — 한': ['Why?'] })],
    ['the title', sheetText({ Monday: ['Why?'] }, 'Week 1 — 한')],
    ['a code block', '# Week 1\n\n## Monday\n\n1. Why?\n\n   ```\n   한\n   ```\n'],
    ['a label', sheetText({ Monday: ['Compare. {kind=compare terms="한 | b"}'] })],
    ['a cited section', sheetText({ Monday: ['Why? See notes.md §한.'] })],
    ['the words before the questions', '# Week 1\n\n한\n\n## Monday\n\n1. Why?\n'],
  ])('is found in %s', (_, text) => {
    expect(makeWorkbook(text).codes).toContain('glyph-missing')
  })

  test('none for emoji, in any type', () => {
    const emoji = '✅ 🎉 🚀 👉 ⚠️ 1️⃣ 👍🏽 ❌ ⭐ 💡 👨‍👩‍👧 🇩🇪'
    const text = `# Week 1 🎉\n\n## Monday 🚀\n\n1. ${emoji} **${emoji}** *${emoji}* \`${emoji}\`?\n`
    expect(makeWorkbook(text).codes).not.toContain('glyph-missing')
  })

  test('none for what the fonts have between them', () => {
    expect(makeWorkbook(sheetText({ Monday: ['run → gate — § 1.2, é, Ж, ☐, ≤, `→`, **☐**?'] })).messages).toEqual([])
  })
})

describe('answer space', () => {
  const spaceOf = (question: string) => {
    const { pages } = makeWorkbook(sheetText({ Monday: [question] }))
    return { pages, section: questionSections(pages)[0]! }
  }

  test('a list has a numbered rule for each thing', () => {
    const { section } = spaceOf('Which four things must be versioned together?')
    expect(
      findAll(section.element, 'Lbl').map(({ id }) =>
        section.items
          .filter(({ element }) => element.id === id)
          .map(({ item }) => textOf(item).trim())
          .join(''),
      ),
    ).toEqual(['1', '2', '3', '4'])
    expect(findAll(section.element, 'LBody').map(({ actualText }) => actualText)).toEqual(
      Array(4).fill('Answer space, 3 lines'),
    )
  })

  test('a comparison is a table with its terms as heads', () => {
    const { pages, section } = spaceOf('vLLM vs TGI vs Triton — when would you choose each?')
    const heads = findAll(section.element, 'TH').filter(({ scope }) => scope === 'Column')
    expect(heads.map((head) => wordsInOrder(pages, head).trim())).toEqual(['vLLM', 'TGI', 'Triton'])
    expect(findAll(section.element, 'TD').filter(({ actualText }) => actualText)).toHaveLength(3)
  })

  test.each([
    ['two terms', 'A vs B?'],
    ['five terms under one aspect', 'Compare. {kind=compare terms="a | b | c | d | e" aspect="when"}'],
    ['six terms', 'Compare. {kind=compare terms="a | b | c | d | e | f"}'],
  ])('the rows of a table are equally long: %s', (_, question) => {
    for (const table of findAll(spaceOf(question).section.element, 'Table')) {
      const lengths = table.children.map((row) => row.children.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0))
      expect(new Set(lengths).size).toBe(1)
    }
  })

  test('two sides have their labels', () => {
    const { pages, section } = spaceOf('When is automated retraining wise, and when is it reckless?')
    const text = wordsInOrder(pages, section.element)
    for (const label of ['wise', 'reckless']) expect(text.split(label).length).toBeGreaterThan(2)
  })

  test('a drawing has at least its share of the page', () => {
    const { pages, section } = spaceOf('Draw the lifecycle from memory.')
    const frame = section.items.map(({ item }) => item).find((item) => item.type === 'box')
    expect(frame?.height).toBeGreaterThan(pages.pages[0]!.height * 0.33)
    expect(
      findAll(section.element, 'P').some(({ actualText }) => /^Drawing space, \d+ mm high$/.test(actualText ?? '')),
    ).toBe(true)
  })

  test.each([
    ['Explain the full factory analogy in two minutes.', 'in 2 min'],
    ['Explain the gate in 90 seconds.', 'in 1:30 min'],
    ['Explain the gate in 30 seconds.', 'in 30 s'],
  ])('a spoken answer says within what time: %s', (prompt, time) => {
    const { pages, section } = spaceOf(prompt)
    expect(wordsInOrder(pages, section.element)).toContain(time)
  })

  test('the author gets the lines that were asked for', () => {
    const { section } = spaceOf('Why? {lines=5}')
    expect(findAll(section.element, 'P').map(({ actualText }) => actualText)).toContain('Answer space, 5 lines')
  })
})

describe('day sheets alone', () => {
  const made = makeWorkbook(realSheet(), { parts: ['days'], days: ['wednesday'], firstPage: 3 })

  test('have neither summary nor key, nor any mention of them', () => {
    expect(kinds(made.pages)).toBe('d')
    expect(made.pages.pages.flatMap((page) => page.links)).toEqual([])
    expect(made.pages.destinations).toEqual([])
    expect(made.pages.pages.flatMap((page) => page.items.map(textOf)).join(' ')).not.toMatch(/key/i)
    expectSound(made)
  })

  test('are the same page as in the whole workbook, but for the way to the key', () => {
    const whole = makeWorkbook(realSheet()).pages.pages[2]!
    const alone = made.pages.pages[0]!
    expect([alone.label, alone.side]).toEqual(['3', whole.side])
    const bare = (page: typeof whole) =>
      page.items
        .map(({ owner: _, ...item }) => item)
        .filter((item) => !('pieces' in item && /key on page/.test(textOf(item as never))))
    expect(bare(alone)).toEqual(bare(whole))
  })
})

test('margins are mirrored: the inner one is at the left of odd pages', () => {
  const { pages, template } = makeWorkbook(realSheet())
  const leftmost = (index: number) =>
    Math.min(...pages.pages[index]!.items.map((item) => ('x' in item ? item.x : item.x1)))
  const { inner, outer } = template.workbook.margins
  expect(leftmost(0)).toBeCloseTo((inner * 72) / 25.4, 0)
  expect(leftmost(1)).toBeCloseTo((outer * 72) / 25.4, 0)
})

test('a revision changes with the words of its day alone', () => {
  const revisions = (text: string) => makeWorkbook(text).plan.days.map(({ revision }) => revision)
  const one = revisions(sheetText({ Monday: ['Why?'], Tuesday: ['How?'] }))
  const other = revisions(sheetText({ Monday: ['Why?', 'Who?'], Tuesday: ['How?'] }))
  expect(other[0]).not.toBe(one[0])
  expect(other[1]).toBe(one[1])
})

test('bigger type and a wider ruling move no word out', () => {
  const template = classicTemplate(({ workbook }) => {
    workbook.ruling.pitch = 10
    workbook.type.prompt = 18
    workbook.type.promptLeading = 25
    workbook.type.label = 12
    workbook.type.small = 12
  })
  expectSound(makeWorkbook(realSheet(), { template }))
})
