import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../src/cli/cli.js'
import { Log } from '../src/diagnostics.js'
import { fixSheet } from '../src/fix.js'
import { parseSheet } from '../src/sheet/parse.js'

const day = (body: string) => `# Week 1\n\n## Monday\n\n${body}`
const fixed = (body: string) => fixSheet(day(body), 'a.md').text.slice(day('').length)
const codesOf = (text: string) => {
  const log = new Log()
  parseSheet(text, 'a.md', log)
  return log.messages.map(({ code }) => code)
}

describe('numbers', () => {
  it.each([
    ['1. a\n3. b\n3. c\n', '1. a\n2. b\n3. c\n'],
    ['1) a\n2) b\n2) c', '1) a\n2) b\n3) c'],
    // A day may go on counting where the one before it ended.
    ['5. a\n7. b\n', '5. a\n6. b\n'],
    ['### Q1. Why?\n\n### Q3. How?\n', '### Q1. Why?\n\n### Q2. How?\n'],
    ['1. a\n2. b\n\nWords.\n\n1. c\n', '1. a\n2. b\n\nWords.\n\n3. c\n'],
  ])('%j becomes %j', (before, after) => expect(fixed(before)).toBe(after))

  it.each([
    ['a list of nothing but 1.', '1. a\n1. b\n1. c\n'],
    ['what would move a paragraph out of its question', `${nine()}9. i\n9. j\n\n   Words of the tenth.\n`],
    ['a day with a number that has no words', '1. a\n2.\n4. c\n'],
    ['a sheet with errors', '1. a\n3. b\0\n'],
    ['numbers inside a question', '1. a\n\n   1. x\n   3. y\n\n2. b\n'],
  ])('leaves %s alone', (_what, body) => expect(fixed(body)).toBe(body))
})

function nine(): string {
  return [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n}. ${'abcdefgh'.charAt(n - 1)}\n`).join('')
}

describe('ranges', () => {
  it.each([
    ['1. Why? See a.md §1.8-§1.2.', '1. Why? See a.md §1.2-§1.8.'],
    ['1. Why? See a.md §2.10 – 2.9 and b.md §3-§1.', '1. Why? See a.md §2.9 – 2.10 and b.md §1–§3.'],
    ['1. Why? See a.md §3 to §1.', '1. Why? See a.md §1 to §3.'],
    [
      '1. a? See a.md §1-§2.\n2. b? See a.md §1--§3.\n3. c? See a.md §2-§3.',
      '1. a? See a.md §1-§2.\n2. b? See a.md §1-§3.\n3. c? See a.md §2-§3.',
    ],
    ['1. Is 3-1 = 2? See a.md §3-§1.', '1. Is 3-1 = 2? See a.md §1-§3.'],
  ])('%j becomes %j', (before, after) => expect(fixed(before)).toBe(after))

  it('keeps dashes that are all of one kind', () => {
    const body = '1. a? See a.md §1—§2.\n2. b? See a.md §1—§3.'
    expect(fixed(body)).toBe(body)
  })
})

it('tells lines and words of what it mended', () => {
  expect(fixSheet(day('1. a? See a.md §2-§1.\n1. b\n2. c\n'), 'a.md').fixes).toEqual([
    { line: 5, from: '2-§1', to: '1-§2' },
    { line: 6, from: '1', to: '2' },
    { line: 7, from: '2', to: '3' },
  ])
})

describe('any sheet', () => {
  const citation = fc
    .tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('-', '–', '—', '--', ' to ', ' - '),
      fc.integer({ min: 1, max: 12 }),
    )
    .map(([from, dash, to]) => ` See a.md §${from}${dash}§${to}.`)
  const question = fc
    .tuple(
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom('Why?', 'Is 3-1 more?', 'Draw it: a—b.'),
      fc.option(citation),
      fc.constantFrom('', '\n\n   More words.', '\n\n    code', '\n\n### Next'),
    )
    .map(([n, words, cited, more]) => `${n}. ${words}${cited ?? ''}${more}`)
  const sheet = fc
    .tuple(
      fc.array(fc.array(question, { maxLength: 8 }), { maxLength: 3 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([days, newline, mark, end]) => {
      const body = days.map((qs, i) => `## ${['Monday', 'Tuesday', 'Friday'][i]}\n\n${qs.join('\n')}`).join('\n\n')
      return `${mark ? '\ufeff' : ''}${`# Week 1\n\n${body}${end ? '\n' : ''}`.replaceAll('\n', newline)}`
    })

  it('changes only digits and dashes, and nothing the second time', () => {
    const rest = (text: string) => text.replace(/\d+/g, '#').replace(/[-–—]+/g, '-')
    fc.assert(
      fc.property(sheet, (text) => {
        const once = fixSheet(text, 'a.md')
        expect(rest(once.text)).toBe(rest(text))
        expect(once.text === text).toBe(once.fixes.length === 0)
        expect(fixSheet(once.text, 'a.md')).toEqual({ text: once.text, fixes: [] })
        const before = codesOf(text)
        for (const code of codesOf(once.text)) expect(before).toContain(code)
      }),
      { numRuns: 60 },
    )
  })

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void fixSheet(text, 'a.md')))
  })
})

describe('on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cold-recall-fix-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const shell = {
    cwd: folder,
    command: 'cold-recall',
    env: {},
    stdout: { write: () => {} },
    stderr: { write: () => {} },
    now: () => new Date(0),
  }
  const wrong = day('1. a\r\n3. b').replaceAll('\n', '\r\n').replaceAll('\r\r', '\r')

  it('keeps byte order mark, line ends, the missing last line end, and the rights of the file', async () => {
    const path = join(folder, 'marked.md')
    writeFileSync(path, `\ufeff${wrong}`, { mode: 0o600 })
    expect(await run(['check', '--fix', 'marked.md'], shell)).toBe(0)
    expect(readFileSync(path).equals(Buffer.from(`\ufeff${wrong.replace('3. b', '2. b')}`))).toBe(true)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('follows no link out of the content folder, and mends the file behind one inside it', async () => {
    mkdirSync(join(folder, 'content', 'real'), { recursive: true })
    writeFileSync(join(folder, 'outside.md'), wrong)
    writeFileSync(join(folder, 'content', 'real', 'inside.md'), wrong)
    symlinkSync(join(folder, 'outside.md'), join(folder, 'content', 'out.md'))
    symlinkSync(join('real', 'inside.md'), join(folder, 'content', 'in.md'))
    await run(['check', '--fix', 'content/out.md'], shell)
    await run(['check', '--fix', 'content/in.md'], shell)
    expect(readFileSync(join(folder, 'outside.md'), 'utf8')).toBe(wrong)
    expect(readFileSync(join(folder, 'content', 'real', 'inside.md'), 'utf8')).toContain('2. b')
    expect(readFileSync(join(folder, 'content', 'in.md'), 'utf8')).toContain('2. b')
  })
})
