import { describe, expect, it } from 'vitest'
import { Log, type Place } from '../src/diagnostics.js'
import { countMessages, formatMessages, printable } from '../src/reporter.js'

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

  it('lets no escape sequence of a sheet through', () => {
    const log = new Log()
    log.report('file-missing', null, { path: 'a\x1b[31mred' })
    expect(formatMessages(log.messages, plain)).toContain('a\\u{1b}[31mred')
    expect(printable('a\u202eb')).toBe('a\\u{202e}b')
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
