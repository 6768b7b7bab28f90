/** Every form of a key in every place where authors put one: none of its words is shown before the key. */
import { describe, expect, it } from 'vitest'
import { wholePrompt } from '../../../src/sheet/options/parts.js'
import { plainBlocks } from '../../../src/text/rich.js'
import { oneDay, three } from '../answered.js'
import { read } from '../read.js'

const list = '1. Aaish\n2. Beeish\n3. Ceeish\n'
const table = '| # | Answer |\n|--|--|\n| 1 | Aaish |\n| 2 | Beeish |\n| 3 | Ceeish |\n'
const inLine = '1. Aaish 2. Beeish 3. Ceeish'
const htmlList = '<ol><li>Aaish</li><li>Beeish</li><li>Ceeish</li></ol>'

const forms: Readonly<Record<string, string>> = {
  'a heading': `### Answers\n\n${list}`,
  'a bold line': `**Answers**\n\n${list}`,
  'a line': `Answers: ${inLine}\n`,
  'a line behind bold words': `**Answers** ${inLine}\n`,
  'a line in italics': '*Answers: 1 Aaish; 2 Beeish; 3 Ceeish*\n',
  'a highlighted line': `==Answers: ${inLine}==\n`,
  'where to look': `Answers overleaf\n\n${list}`,
  'a table': table,
  'a table below a title': `**Answers**\n\n${table}`,
  'columns of questions': '| Q1 | Q2 | Q3 |\n|--|--|--|\n| Aaish | Beeish | Ceeish |\n',
  'a row': '| Answers | Aaish | Beeish | Ceeish |\n|--|--|--|--|\n',
  'a column': '| Answers |\n|--|\n| Aaish |\n| Beeish |\n| Ceeish |\n',
  'a callout': `> [!success] Answers\n${list.replace(/^(?=.)/gm, '> ')}`,
  'a folded callout': `> [!note]- Answers\n${list.replace(/^(?=.)/gm, '> ')}`,
  'a quote': `> **Answers**\n>\n${list.replace(/^(?=.)/gm, '> ')}`,
  'a quoted line': '> Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n',
  'a fold': `<details><summary>Answers</summary>\n\n${list}\n</details>\n`,
  'a fold to check': `<details><summary>Check</summary>\n\n${list}\n</details>\n`,
  'a fold of HTML': `<details><summary>Answers</summary>\n${htmlList}\n</details>\n`,
  HTML: `<h3>Answers</h3>\n${htmlList}\n`,
  'a paragraph of HTML': `<p><b>Answers:</b> ${inLine}</p>\n`,
  'small print': `<sub>Answers: ${inLine}</sub>\n`,
  'terms of HTML':
    '<h3>Answers</h3><dl><dt>1</dt><dd>Aaish</dd><dt>2</dt><dd>Beeish</dd><dt>3</dt><dd>Ceeish</dd></dl>\n',
  'a turned frame': `<div style="transform:rotate(180deg)">Answers: ${inLine}</div>\n`,
  code: `\`\`\`\nAnswers\n${list}\`\`\`\n`,
  'a box': `::: answers\n${list}:::\n`,
  'an admonition': '??? success "Answers"\n\n    1. Aaish\n    2. Beeish\n    3. Ceeish\n',
  'a spoiler': '||Answers: 1 Aaish, 2 Beeish, 3 Ceeish||\n',
  'a picture': '![Answers: Aaish](key.png)\n',
  'a picture in HTML': '<img alt="Answers: Aaish" src="key.png">\n',
  'a line backwards': 'hsiaA .1 :srewsnA\n',
  'lines by letter': 'A1: Aaish\nA2: Beeish\nA3: Ceeish\n',
  paragraphs: 'Answer 1: Aaish\n\nAnswer 2: Beeish\n\nAnswer 3: Ceeish\n',
  bullets: '**Answers**\n\n- Q1: Aaish\n- Q2: Beeish\n- Q3: Ceeish\n',
  'one bullet': '- Answers: 1 Aaish, 2 Beeish, 3 Ceeish\n',
  LaTeX: `\\textbf{Answers:} ${inLine}\n`,
  Japanese: '解答：① Aaish ② Beeish ③ Ceeish\n',
  Arabic: 'الإجابات: ١- Aaish ٢- Beeish ٣- Ceeish\n',
  'an emoji': `🔑 ${inLine}\n`,
}

const indented = (key: string, by: string) => key.replace(/^(?=.)/gm, by)
const questions = oneDay.slice('# Week 3 recall\n\n## Monday\n\n'.length)

const places: Readonly<Record<string, (key: string) => string>> = {
  'below the questions': (key) => oneDay + key,
  'below a rule': (key) => `${oneDay}---\n\n${key}`,
  'below other words': (key) => `${oneDay}Well done!\n\n${key}`,
  'between days': (key) => `${oneDay}${key}\n## Tuesday\n\n1. What is D?\n2. What is E?\n`,
  'above the first day': (key) => `# Week 3 recall\n\n${key}\n## Monday\n\n${questions}`,
  'above the questions of a day': (key) => `# Week 3 recall\n\n## Monday\n\n${key}\n${questions}`,
  'in the last question': (key) => `${oneDay.trimEnd()}\n\n${indented(key, '   ')}`,
  'in a quote': (key) => `${oneDay}${key.replace(/^(?=.)/gm, '> ').replace(/\n\n/g, '\n>\n')}\n`,
  'below questions without a day': (key) => `# Week 3 recall\n\n${questions}${key}`,
  'below headings that ask': (key) =>
    `# Week 3 recall\n\n## Monday\n\n### Q1. What is A?\n\n### Q2. What is B?\n\n### Q3. What is C?\n\n${key}`,
  'below bold lines that ask': (key) =>
    `# Week 3 recall\n\n## Monday\n\n**1. What is A?**\n\n**2. What is B?**\n\n**3. What is C?**\n\n${key}`,
  'below bullets': (key) => `# Week 3 recall\n\n## Monday\n\n- What is A?\n- What is B?\n- What is C?\n\n${key}`,
  'below a table of questions': (key) =>
    `# Week 3 recall\n\n## Monday\n\n| # | Question |\n|--|--|\n| 1 | What is A? |\n| 2 | What is B? |\n| 3 | What is C? |\n\n${key}`,
}

/** Boxes that Markdown cannot tell from the lists around them or the quote that they stand in. */
const joined = new Set(['an admonition in a quote', 'a box above the questions of a day'])

describe.each(Object.entries(places))('%s', (place, sheetOf) => {
  it.each(Object.entries(forms).filter(([form]) => !joined.has(`${form} ${place}`)))('%s is not shown', (_, key) => {
    const { sheet } = read(sheetOf(key))
    const asked = sheet.days.flatMap((day) => day.questions).slice(0, 3)
    const shown = [...sheet.intro, ...sheet.days.flatMap((day) => day.intro), ...asked.flatMap(wholePrompt)]
    expect(asked.map(({ prompt }) => plainBlocks(prompt).slice(0, 10))).toEqual([
      'What is A?',
      'What is B?',
      'What is C?',
    ])
    expect(plainBlocks(shown)).not.toMatch(/ish|srewsn/)
    expect(JSON.stringify(shown)).not.toContain('key.png')
  })
})

const unreadable = new Set(['a picture', 'a picture in HTML', 'a line backwards'])

it.each(Object.entries(forms).filter(([form]) => !unreadable.has(form)))('%s is read', (_, key) => {
  const { sheet } = read(oneDay + key)
  const answers = sheet.days[0]?.questions.map(({ answer }) => plainBlocks(answer ?? []))
  expect(answers?.join('|')).toBe(three)
})
