/** HTML as the Markdown it stands for, and keys written in it. */
import { describe, expect, it } from 'vitest'
import { htmlFlow } from '../../../src/sheet/boxes/html-flow.js'
import { flowText } from '../../../src/sheet/markdown/phrases.js'
import { answersOf, five, oneDay, three, twoDays } from '../answered.js'

describe('HTML is', () => {
  it.each([
    ['<h2>Answers</h2><p>So</p>', ['heading Answers', 'paragraph So']],
    ['<ol start=2><li>so<li>thus</ol>', ['list so thus']],
    ['<dl><dt>1<dd>so</dl>', ['paragraph 1  :  so']],
    [
      '<table><caption>Key</caption><tr><td rowspan=2>Mon<td>1<tr><td>2</table>',
      ['paragraph Key', 'table Mon 1 Mon 2'],
    ],
    ['<table><tr><th colspan=2>Mon<tr><td>1<td><p>so</p><p>thus</p></table>', ['table Mon  1 so <br> thus']],
    ['words <i>there</i><pre>\n1 a\n2 b\n</pre>', ['paragraph words  <i> there </i>', 'code 1 a\n2 b']],
    ['</td></ol>stray<li>', ['paragraph stray']],
    ['<table rowspan=9999999><tr><td colspan=9999999 rowspan=9999999>x<tr></table>', [`table x${' '.repeat(49)} x`]],
  ])('%s', (value, expected) => {
    expect(htmlFlow({ type: 'html', value }).map((node) => `${node.type} ${flowText(node)}`)).toEqual(expected)
  })
})

const dl = '<dl><dt>1</dt><dd>Aaish</dd><dt>2</dt><dd>Beeish</dd><dt>3</dt><dd>Ceeish</dd></dl>\n'
const ol = '<ol><li>Aaish</li><li>Beeish</li><li>Ceeish</li></ol>\n'
const spans =
  '<table>\n<tr><th>Day</th><th>No</th><th>Answer</th></tr>\n<tr><td rowspan="3">Mon</td><td>1</td><td>Aaish</td></tr>\n<tr><td>2</td><td>Beeish</td></tr>\n<tr><td>3</td><td>Ceeish</td></tr>\n<tr><td rowspan="2">Tue</td><td>1</td><td>Deeish</td></tr>\n<tr><td>2</td><td>Eeish</td></tr>\n</table>\n'
const days =
  '<table>\n<tr><th colspan="2">Monday</th></tr>\n<tr><td>1</td><td>Aaish</td></tr>\n<tr><td>2</td><td>Beeish</td></tr>\n<tr><td>3</td><td>Ceeish</td></tr>\n<tr><th colspan="2">Tuesday</th></tr>\n<tr><td>1</td><td>Deeish</td></tr>\n<tr><td>2</td><td>Eeish</td></tr>\n</table>\n'

describe('a key in HTML', () => {
  it.each([
    ['terms', oneDay, dl, three],
    ['list', oneDay, ol, three],
    ['paragraphs', oneDay, '<p>1. Aaish</p>\n<p>2. Beeish</p>\n<p>3. Ceeish</p>\n', three],
    ['days spanning rows', twoDays, spans, five],
    ['days spanning columns', twoDays, days, five],
    [
      'terms by day',
      twoDays,
      '<dl>\n<dt>Mon 1</dt><dd>Aaish</dd>\n<dt>Mon 2</dt><dd>Beeish</dd>\n<dt>Mon 3</dt><dd>Ceeish</dd>\n<dt>Tue 1</dt><dd>Deeish</dd>\n<dt>Tue 2</dt><dd>Eeish</dd>\n</dl>\n',
      five,
    ],
    [
      'headings of days',
      twoDays,
      `<h3>Monday</h3>\n${ol}<h3>Tuesday</h3>\n<ol><li>Deeish</li><li>Eeish</li></ol>\n`,
      five,
    ],
  ])('%s', (_, questions, key, expected) => {
    expect(answersOf(`${questions}<h2>Answers</h2>\n${key}`)).toBe(expected)
    expect(answersOf(`${questions}<h2>Answers</h2>\n\n${key}`)).toBe(expected)
    expect(answersOf(`${questions}## Answers\n\n${key}`)).toBe(expected)
  })

  it.each([
    ['lines of a paragraph', '<p><b>Answers</b><br>1. Aaish<br>2. Beeish<br>3. Ceeish</p>\n'],
    [
      'caption',
      '<table><caption>Answers</caption><tr><td>1</td><td>Aaish</td></tr><tr><td>2</td><td>Beeish</td></tr><tr><td>3</td><td>Ceeish</td></tr></table>\n',
    ],
    [
      'head of a table',
      '<table><tr><th>No</th><th>Answer</th></tr><tr><td>1</td><td>Aaish</td></tr><tr><td>2</td><td>Beeish</td></tr><tr><td>3</td><td>Ceeish</td></tr></table>\n',
    ],
    ['fold', '<details><summary>Answers</summary><ol><li>Aaish</li><li>Beeish</li><li>Ceeish</li></ol></details>\n'],
  ])('without a heading: %s', (_, key) => {
    expect(answersOf(oneDay + key)).toBe(three)
  })
})
