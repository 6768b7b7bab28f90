/** Answers that a sheet hides in boxes, spans, clozes and comments: none is printed before the key. */
import { describe, expect, it } from 'vitest'
import { wholePrompt } from '../../../src/sheet/options/parts.js'
import { plainBlocks } from '../../../src/text/rich.js'
import { answersOf } from '../answered.js'
import { read } from '../read.js'

const monday = (question: string) => `# Week 1\n\n## Monday\n\n1. ${question}\n2. What is a door?\n`
const promptOf = (question: string) => {
  const [first] = read(monday(question)).sheet.days[0]?.questions ?? []
  return plainBlocks(first?.prompt ?? [])
}

it.each([
  '::: spoiler\n   boish\n   :::',
  '::: {.spoiler}\n   boish\n   :::',
  '::: {.hidden}\n\n   boish\n\n   :::',
  ':::spoiler Show it\n   boish\n   :::',
  '::: details\n   boish\n   :::',
  '::: toggle\n   boish\n   :::',
  ':::{admonition} Answer\n   :class: dropdown\n   boish\n   :::',
  ':::{dropdown} Answer\n   boish\n   :::',
  '```{dropdown} Answer\n   boish\n   ```',
  '```{admonition} Solution\n   boish\n   ```',
  '````{toggle}\n   boish\n   ````',
  '{% spoiler %}boish{% endspoiler %}',
  '{% details Answer %}\n   boish\n   {% enddetails %}',
  '{{< spoiler >}}boish{{< /spoiler >}}',
  '{{% expand "Answer" %}}\n   boish\n   {{% /expand %}}',
  '[spoiler]boish[/spoiler]',
  '[spoiler]\n   boish\n   [/spoiler]',
  '+++ Answer\n   boish\n   +++',
  '!!! success\n       boish',
  '> [!success] boish',
  '> [!note]- boish',
  '> [!tip]- Answer\n   > boish',
  '> [!tip] Answer\n   > boish',
  '<span class="answer">boish</span>',
  '<span class="spoiler">boish</span>',
  '<div hidden>boish</div>',
  '<span hidden>boish</span>',
  '<span style="color:white">boish</span>',
  '<span style="color: #FFF">boish</span>',
  '<span style="background:black;color:black">boish</span>',
  '<span style="opacity:0">boish</span>',
  '<span style="visibility:hidden">boish</span>',
  '<span style="font-size:0">boish</span>',
  '<font color="white">boish</font>',
  '<b class="solution">boish</b>',
  '<template>boish</template>',
  '$\\color{white}{boish}$',
  '[boish]{.answer}',
  '[boish]{.hidden}',
  '||boish||',
  '>! boish',
  '==boish==',
  '{{boish}}',
  '{{c1::boish}}',
  '%% Answer: boish %%',
  '| Answer |\n   |---|\n   | boish |',
  '| Expected | Points |\n   |---|---|\n   | boish | 2 |',
  '```\n   Answer: boish\n   ```',
])('is the answer below a question: %s', (answer) => {
  expect(answersOf(monday(`Why is it?\n\n   ${answer}`))).toMatch(/^[^|%>]*boish[^|%>]*\|-$/)
  expect(promptOf(`Why is it?\n\n   ${answer}`)).toBe('Why is it?')
})

it.each([
  '<span class="answer">boish</span>',
  '<span style="color:white">boish</span>',
  '[boish]{.answer}',
  '==boish==',
  '{{boish}}',
  '%% Answer: boish %%',
  '\\\\answer{boish}',
  '[spoiler]boish[/spoiler]',
])('is the answer behind a question: %s', (answer) => {
  expect(answersOf(monday(`Why is it? ${answer}`))).toMatch(/^boish\|-$/)
  expect(promptOf(`Why is it? ${answer}`)).toBe('Why is it?')
})

it.each([
  '<span class="answer">boish</span>',
  '<span hidden>boish</span>',
  '[boish]{.answer}',
  '==boish==',
  '||boish||',
  '{{boish}}',
  '{{c1::boish}}',
])('is a blank inside of a statement: %s', (word) => {
  expect(answersOf(monday(`The capital is ${word}.`))).toBe('boish|-')
  expect(promptOf(`The capital is ${word}.`)).toBe('The capital is ______.')
})

it('is marked with a sign of equality in it', () => {
  expect(answersOf(monday('Name the share. ==boish = 3/4=='))).toBe('boish = 3/4|-')
})

it('is marked behind each question of a day, with nothing of the mark', () => {
  expect(answersOf('# Week 1\n\n## Monday\n\n1. Why? ==aish==\n2. How? ==boish==\n3. Who? ==ceeish==')).toBe(
    'aish|boish|ceeish',
  )
})

it('is a footnote called after it', () => {
  expect(answersOf('# Week 1\n\n1. Why is it?[^ans1]\n\n[^ans1]: boish')).toBe('boish')
})

it.each(['%% boish %%', '{# boish #}', '{>>boish<<}', '[//]: # (boish)'])(
  'is no comment, which is told: %s',
  (comment) => {
    expect(answersOf(monday(`Why is it?\n   ${comment}`))).toBe('-|-')
    expect(read(monday(`Why is it?\n   ${comment}`)).codes).toContain('html-hidden 5:4')
  },
)

it.each(['::: hint\n   boish\n   :::', '::: details Hint\n   boish\n   :::', '> [!hint]- boish'])(
  'is no hint, which is left out and told: %s',
  (hint) => {
    const text = monday(`Why is it?\n\n   ${hint}`)
    expect(answersOf(text)).toBe('-|-')
    expect(read(text).codes.join()).toContain('hint-left-out')
  },
)

it.each([
  ['What does ==this== mean?', 'What does this mean?'],
  ['Explain the ==second== line.', 'Explain the second line.'],
  ['Is x==y and y==z the same as f(x)==f(z)?', 'Is x==y and y==z the same as f(x)==f(z)?'],
  ['Is x == y the same as y == x?', 'Is x == y the same as y == x?'],
  ['What does {{ user.name }} print?', 'What does {{ user.name }} print?'],
  ['What is the norm ||v|| of a vector?', 'What is the norm ||v|| of a vector?'],
  ['Is `a ==b== c` right?', 'Is a ==b== c right?'],
  ['Read it.\n\n   > [!note]- Text\n   > A door.\n\n   What is it?', 'Read it. Text A door. What is it?'],
  ['Why is it <span style="color:red">so</span>?', 'Why is it so?'],
  ['What does `%%x%%` print?', 'What does %%x%% print?'],
  ['Why 5 %?', 'Why 5 %?'],
])('is nothing that an author only stresses or shows: %s', (question, prompt) => {
  const [first] = read(monday(question)).sheet.days[0]?.questions ?? []
  expect([plainBlocks(first?.prompt ?? []), first?.answer]).toEqual([prompt, null])
})

it('empties the cells of answers in a table that holds more', () => {
  const table = '| Place | Answer |\n   |---|---|\n   | top | boish |'
  expect(promptOf(`Why is it?\n\n   ${table}`)).toBe('Why is it? Place Answer top')
  expect(answersOf(monday(`Why is it?\n\n   ${table}`))).toBe('Place Answer top boish|-')
})

describe('what is highlighted and not hidden', () => {
  const strong = (question: string) => {
    const [first] = read(monday(question)).sheet.days[0]?.questions ?? []
    const runs = (first ? wholePrompt(first) : []).flatMap((block) =>
      block.type === 'paragraph'
        ? block.runs
        : block.type === 'list'
          ? block.items.flat().flatMap((each) => (each.type === 'paragraph' ? each.runs : []))
          : [],
    )
    return runs.filter((run) => run.strong).map(({ text }) => text)
  }

  it.each([
    ['What does ==this== mean?', ['this']],
    ['What do ==this== and ==`that`== mean?', ['this', 'that']],
    ['Which of these is ==not== a part?\n   - a jamb\n   - a sill', ['not']],
    ['Think.\n   a) What does ==this== mean?\n   b) How?', ['this']],
    ['Which is it?\n   a) a ==very== low sill\n   b) a jamb', ['very']],
    ['この==語==は何を意味しますか？', ['語']],
    ['Is x==y and y==z the same?', []],
  ])('is strong: %s', (question, words) => {
    expect(strong(question)).toEqual(words)
    expect(promptOf(question)).not.toMatch(/==\p{L}+==/u)
  })

  it('is told in a list whose items ask nothing, where it may be an answer', () => {
    const { codes } = read(monday('Name them:\n   a) The foot is the ==sill==.\n   b) The side is the ==jamb==.'))
    expect(codes.filter((code) => code.startsWith('markdown'))).toEqual([
      'markdown-simplified 6:4',
      'markdown-simplified 7:4',
    ])
  })
})
