import { describe, expect, it } from 'vitest'
import { Log, messageTable, type Place } from '../src/diagnostics.js'
import { formatGithub } from '../src/report/github.js'
import { onOneLine, printable } from '../src/report/printable.js'
import { sarifLog } from '../src/report/sarif.js'
import { countMessages, formatMessages } from '../src/report/text.js'

const text = '# Title\n\n1. A question\twith a tab\n'
const place = (line: number, column: number, length: number): Place => ({
  file: 'a.md',
  start: { line, column, offset: line * 100 + column },
  end: { line, column: column + length, offset: line * 100 + column + length },
})
const plain = { colour: false, textOf: () => text }

describe('formatMessages', () => {
  it('shows place, line and caret, sorted by place', () => {
    const log = new Log()
    log.report('template-key-missing', place(3, 4, 10), { key: 'b' })
    log.report('template-key-missing', place(1, 3, 5), { key: 'a' })
    expect(formatMessages(log.messages, plain)).toBe(
      `a.md:1:3: error: Missing key "a" [template-key-missing]
  1 │ # Title
    │   ^^^^^
  help: Add the key, or say \`extends: classic\` to take it from the classic template.
a.md:3:4: error: Missing key "b" [template-key-missing]
  3 │ 1. A question with a tab
    │    ^^^^^^^^^^
  help: Add the key, or say \`extends: classic\` to take it from the classic template.
`,
    )
  })

  it('says a message without a place, and the same message once', () => {
    const log = new Log()
    log.report('file-missing', null, { path: 'x' })
    log.report('file-missing', null, { path: 'x' })
    expect(formatMessages(log.messages, plain)).toMatch(/^error: No file or folder "x" \[file-missing\]\n {2}help: /)
    expect(log.messages).toHaveLength(1)
  })

  it('cuts a long line around the place', () => {
    const log = new Log()
    log.report('template-key-missing', place(1, 5001, 4), { key: 'a' })
    const report = formatMessages(log.messages, {
      colour: false,
      textOf: () => `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`,
    })
    const [, line = '', caret = ''] = report.split('\n')
    expect(line).toMatch(/│ …x{50}HEREy{46}…$/)
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('HERE')
  })

  it('lists a hundred messages of one kind in one file, and says how many more there are', () => {
    const log = new Log()
    for (let i = 1; i <= 2000; i++) log.report('template-key-missing', place(i, 1, 1), { key: `k${i}` })
    const report = formatMessages(log.messages, plain)
    expect(report.match(/Missing key/g)).toHaveLength(100)
    expect(report).toContain('a.md: error: 1900 more messages of this kind are not listed [template-key-missing]')
  })

  it('lets no escape sequence of a sheet through', () => {
    const log = new Log()
    log.report('file-missing', null, { path: 'a\x1b[31mred' })
    expect(formatMessages(log.messages, plain)).toContain('a\\u{1b}[31mred')
    expect(printable('a\u202eb')).toBe('a\\u{202e}b')
  })

  it('keeps the name of a file on the line of its message, and quotes lines as they stand', () => {
    const log = new Log()
    log.report('file-missing', { ...place(3, 4, 1), file: 'a\nb.md' }, { path: 'a\nb.md' })
    const [head, snippet] = formatMessages(log.messages, plain).split('\n')
    expect(head).toBe('a\\u{a}b.md:3:4: error: No file or folder "a\\u{a}b.md" [file-missing]')
    expect(snippet).toBe('  3 │ 1. A question with a tab')
    expect(printable('a\tb\nc')).toBe('a\tb\nc')
    expect(onOneLine('a\tb\r\nc')).toBe('a\\u{9}b\\u{d}\\u{a}c')
  })
})

describe('countMessages', () => {
  it('counts by severity', () => {
    const log = new Log()
    expect(countMessages(log.messages)).toBe('no messages')
    log.report('file-missing', null, { path: 'x' })
    log.report('file-outside-content', null, { path: 'y' })
    log.report('file-outside-content', null, { path: 'z' })
    expect(countMessages(log.messages)).toBe('1 error, 2 warnings')
  })
})

describe('notes of one kind', () => {
  const logOf = (count: number, file = 'a.md') => {
    const log = new Log()
    for (let line = 1; line <= count; line++)
      log.report('citation-missing', { ...place(line, 1, 2), file }, { code: `Mon ${line}` })
    return log
  }
  const heads = (log: Log) => formatMessages(log.messages, plain).match(/^\S+: info: .*$/gm)

  it('are said one by one while they are few', () => {
    expect(heads(logOf(3))).toHaveLength(3)
  })

  it('are one message with all places when they are more, in each file', () => {
    expect(heads(logOf(4))).toEqual([
      'a.md:1:1: info: 4 questions do not say where their answer is: 1:1, 2:1, 3:1, 4:1 [citation-missing]',
    ])
    expect(heads(logOf(25))?.[0]).toMatch(/19:1, 20:1 and 5 more \[citation-missing\]$/)
    const two = new Log()
    two.messages.push(...logOf(4).messages, ...logOf(2, 'b.md').messages)
    expect(heads(two)).toHaveLength(3)
  })

  it('stay apart when they count for more', () => {
    const log = new Log({ 'citation-missing': 'warning' })
    for (let line = 1; line <= 5; line++) log.report('citation-missing', place(line, 1, 2), { code: 'Mon 1' })
    expect(formatMessages(log.messages, plain).match(/warning:/g)).toHaveLength(5)
  })
})

describe('severities', () => {
  it('are raised, lowered and silenced, but never those of errors', () => {
    const log = new Log({ 'file-outside-content': 'error', 'citation-missing': 'off', 'file-missing': 'off' })
    log.report('file-outside-content', { file: 'a.md' }, { path: 'x' })
    log.report('citation-missing', null, { code: 'Mon 1' })
    log.report('file-missing', null, { path: 'x' })
    expect(log.messages.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'file-outside-content error',
      'file-missing error',
    ])
    expect(log.hasErrors('a.md')).toBe(true)
  })
})

describe('formatGithub', () => {
  it('escapes what ends a property or a line', () => {
    const log = new Log()
    log.report('template-key-missing', { ...place(2, 3, 4), file: 'a,b:c%.md' }, { key: 'x::y\r\nz%' })
    expect(formatGithub(log.messages)).toBe(
      '::error file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=3,endColumn=6,title=template-key-missing::Missing key "x::y\\u{d}%0Az%25"%0AAdd the key, or say `extends: classic` to take it from the classic template.\n',
    )
  })

  it('gives no columns over several lines, and no place where there is none', () => {
    const log = new Log()
    const long = { ...place(2, 3, 0), end: { line: 5, column: 1, offset: 99 } }
    log.report('citation-missing', long, { code: 'Mon 1' })
    log.report('file-missing', null, { path: 'x' })
    const [without, with_] = formatGithub(log.messages).split('\n')
    expect(without).toMatch(/^::error title=file-missing::No file/)
    expect(with_).toMatch(/^::notice file=a\.md,line=2,endLine=4,title=citation-missing::/)
  })
})

describe('sarifLog', () => {
  const log = new Log()
  const cause = { place: { ...place(1, 1, 2), file: 'b.md' }, words: 'number 1 stands here' }
  log.report('question-number-gap', { ...place(3, 4, 5), file: 'wo che/ü #1.md' }, { written: 3, expected: 2 }, cause)
  log.report('sheet-empty', { file: '/tmp/a b.md' }, {})
  log.report('sheet-without-citations', { file: 'C:/x y.md' }, {})
  log.report('file-missing', null, { path: 'x' })
  const [run] = sarifLog(log.messages, '1.2.3').runs

  it('has every code as a rule with its help, and names the tool', () => {
    const { driver } = run!.tool
    expect([driver.name, driver.version]).toEqual(['Cold Recall', '1.2.3'])
    expect(driver.rules.map((rule) => rule.id)).toEqual(Object.keys(messageTable))
    expect(driver.rules.every((rule) => rule.help.text.length > 10 && /^[A-Z]/.test(rule.shortDescription.text))).toBe(
      true,
    )
  })

  it('has every message as a result of its rule, with region and encoded address', () => {
    expect(run!.results.every((result) => run!.tool.driver.rules[result.ruleIndex]?.id === result.ruleId)).toBe(true)
    const shown = run!.results.map(({ level, ruleId, locations }) => [level, ruleId, locations?.[0]?.physicalLocation])
    expect(shown).toEqual([
      ['error', 'file-missing', undefined],
      ['error', 'sheet-empty', { artifactLocation: { uri: 'file:///tmp/a%20b.md' } }],
      ['note', 'sheet-without-citations', { artifactLocation: { uri: 'file:///C:/x%20y.md' } }],
      [
        'warning',
        'question-number-gap',
        {
          artifactLocation: { uri: 'wo%20che/%C3%BC%20%231.md' },
          region: { startLine: 3, startColumn: 4, endLine: 3, endColumn: 9 },
        },
      ],
    ])
    expect(run!.results[3]?.relatedLocations?.[0]?.message.text).toBe('number 1 stands here')
  })
})
