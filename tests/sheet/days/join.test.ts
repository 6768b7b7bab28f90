import { describe, expect, it } from 'vitest'
import type { BuildWorld } from '../../../src/build/build.js'
import { readSheets } from '../../../src/build/read-sheets.js'
import { Log } from '../../../src/diagnostics.js'
import { plainBlocks, plainText } from '../../../src/text/rich.js'

const sheet = (title: string, days: string, front = '') =>
  `${front === '' ? '' : `---\n${front}\n---\n\n`}# ${title}\n\n${days}`
const day = (name: string, question: string) => `## ${name}\n\n1. ${question}\n\n`

/** Reads files given by path below content/; `sources` stand there too. */
function read(
  files: Record<string, string>,
  sources: Record<string, string> = {},
  asked: string[] = Object.keys(files),
) {
  const log = new Log()
  const world: BuildWorld = {
    cited: (_root, path) => (path in sources ? { file: `content/${path}`, text: sources[path] ?? '' } : null),
    template: () => null,
  }
  const texts = Object.entries(files).map(([path, text]) => ({
    file: `content/${path}`,
    path,
    root: '/content',
    text,
    ...(asked.includes(path) ? {} : { beside: true as const }),
  }))
  const reads = readSheets(texts, world, log)
  return {
    reads,
    shown: reads.map(({ sheet: { title, days } }) => `${plainText(title)}: ${days.map(({ key }) => key).join(', ')}`),
    codes: log.messages
      .filter(({ code }) => !/citation/.test(code))
      .map(({ code, file, place }) => `${code} ${file}${place ? `:${place.start.line}` : ''}`),
    reasons: log.messages.map(({ reason }) => reason),
  }
}

describe('one week in several files', () => {
  it('is one sheet, its days in order, every place in its own file', () => {
    const { reads, shown, codes } = read({
      'week-3/friday.md': sheet('Week 3 — Friday', day('Friday', 'Who?')),
      'week-3/monday.md': sheet('Week 3 — Monday', day('Monday', 'Why?') + day('Tuesday', 'How?')),
      'week-3/wednesday.md': sheet('Week 3 — Wednesday', day('Wednesday', 'When?') + day('Thursday', 'Where?')),
    })
    expect(shown).toEqual(['Week 3: monday, tuesday, wednesday, thursday, friday'])
    expect(reads[0]?.sheet.files).toEqual([
      'content/week-3/monday.md',
      'content/week-3/wednesday.md',
      'content/week-3/friday.md',
    ])
    expect(reads[0]?.path).toBe('week-3/monday.md')
    expect(reads[0]?.sheet.days.map(({ questions }) => questions[0]?.place.file.split('/').at(-1))).toEqual([
      'monday.md',
      'monday.md',
      'wednesday.md',
      'wednesday.md',
      'friday.md',
    ])
    expect(codes).toEqual(['week-joined content/week-3/monday.md'])
  })

  it('tells in each file what it cites and is not there', () => {
    const { codes, reasons } = read({
      'week-3/monday.md': sheet('Week 3', day('Monday', 'Why? See lost.md §1.')),
      'week-3/tuesday.md': sheet(
        'Week 3',
        day('Tuesday', 'How? See lost.md §2.') + day('Friday', 'Who? See lost.md §3.'),
      ),
    })
    expect(codes).toContain('source-absent content/week-3/monday.md:5')
    expect(codes).toContain('source-absent content/week-3/tuesday.md:5')
    expect(reasons.filter((words) => words.includes('lost.md'))).toEqual([
      expect.stringContaining('one citation'),
      expect.stringContaining('2 citations'),
    ])
  })

  it('finds the citations of each file, and checks the days of all', () => {
    const { reads, codes } = read(
      {
        'week-3/recall-1.md': sheet('Week 3, part 1', day('Monday', 'Why? See notes.md §1.1.')),
        'week-3/recall-2.md': sheet('Week 3, part 2', day('Wednesday', 'How? See notes.md §1.2.')),
      },
      { 'week-3/notes.md': '# Notes\n\n## 1.1 One\n\n## 1.2 Two\n' },
    )
    const titles = [...(reads[0]?.citations ?? [])].map(([id, [cited]]) => [
      id,
      plainText(cited?.targets[0]?.sections[0]?.title ?? []),
    ])
    expect(titles).toEqual([
      ['w3-mon-q1', 'One'],
      ['w3-wed-q1', 'Two'],
    ])
    expect(codes).toEqual(['week-joined content/week-3/recall-1.md', 'day-missing content/week-3/recall-1.md:3'])
  })

  it('keeps an introduction with the days of its file, or once when all have the same', () => {
    const files = (one: string, two: string) => ({
      'w/a.md': sheet('Week 3', `${one}\n\n${day('Monday', 'Why?')}`),
      'w/b.md': sheet('Week 3', `${two}\n\n${day('Tuesday', 'How?')}`),
    })
    const [own] = read(files('Cold.', 'Warm.')).reads
    expect(plainBlocks(own?.sheet.intro ?? [])).toBe('')
    expect(own?.sheet.days.map(({ intro }) => plainBlocks(intro))).toEqual(['Cold.', 'Warm.'])
    const [same] = read(files('Cold.', 'Cold.')).reads
    expect(plainBlocks(same?.sheet.intro ?? [])).toBe('Cold.')
    expect(same?.sheet.days.map(({ intro }) => plainBlocks(intro))).toEqual(['', ''])
  })

  it('takes what differs from the first, and says so where the other stands', () => {
    const { reads, codes, reasons } = read({
      'w/a.md': sheet('Doors', day('Monday', 'Why?'), 'week: 3\npaper: letter\nlang: en-GB'),
      'w/b.md': sheet('Windows', day('Tuesday', 'How?'), 'week: 3\npaper: a5\nlang: en-US\ncourse: Building'),
    })
    expect(codes).toEqual([
      'week-joined content/w/a.md',
      'week-files-differ content/w/b.md',
      'week-files-differ content/w/b.md',
      'week-files-differ content/w/b.md:3',
    ])
    expect(reasons.filter((reason) => reason.includes('differ') || reason.includes('is used'))).toContain(
      'The paper is "a5" here and "letter" in content/w/a.md, which is the same week; "letter" is used',
    )
    const [joined] = reads
    expect([plainText(joined?.sheet.title ?? []), joined?.sheet.course, joined?.sheet.settings?.paper?.value]).toEqual([
      'Doors',
      'Building',
      'letter',
    ])
  })

  it('is built whole when one of its files is asked for; other weeks are neither built nor told of', () => {
    const files = {
      'w/monday.md': sheet('Week 3', day('Monday', 'Why?')),
      'w/tuesday.md': sheet('Week 3', `${day('Tuesday', 'How?')}${day('Thursday', 'When? {#x y=1}')}`),
      'w/quiz.md': sheet('Week 4', day('Monday', 'Why? {linse=3}')),
    }
    const { shown, codes } = read(files, {}, ['w/tuesday.md'])
    expect(shown).toEqual(['Week 3: monday, tuesday, thursday'])
    expect(codes).toEqual(['week-joined content/w/monday.md', 'day-missing content/w/monday.md:3'])
    expect(read(files, {}, ['w/quiz.md']).shown).toEqual(['Week 4: monday'])
  })

  it('waits for a file with errors, so that no workbook lacks its days', () => {
    const { reads } = read({
      'week-3/monday.md': sheet('Week 3', day('Monday', 'Why?')),
      'week-3/tuesday.md': '# Week 3\n\nNothing yet.\n',
    })
    expect(reads).toHaveLength(1)
    expect(reads[0]?.sheet.files).toHaveLength(2)
  })
})

describe('files of one week stay apart', () => {
  const one = sheet('Week 3', day('Monday', 'Why?'))
  it.each([
    [
      'share a day',
      { 'w/a.md': one, 'w/b.md': sheet('Week 3', day('Monday', 'Why not?')) },
      ['week-day-twice content/w/b.md:3'],
    ],
    [
      'differ in language',
      {
        'w/a.md': one.replace(/^/, '---\nlang: en\n---\n'),
        'w/b.md': sheet('Week 3', day('Dienstag', 'Warum?'), 'lang: de'),
      },
      ['week-not-joined content/w/b.md'],
    ],
    ['say so', { 'w/a.md': one, 'w/b.md': sheet('Week 3', day('Tuesday', 'How?'), 'join: false') }, []],
    ['are of different weeks', { 'w/a.md': one, 'w/b.md': sheet('Week 4', day('Tuesday', 'How?')) }, []],
    [
      'name no week',
      { 'w/a.md': sheet('Recall', day('Monday', 'Why?')), 'w/b.md': sheet('Recall', day('Tuesday', 'How?')) },
      ['sheet-week-missing content/w/a.md', 'sheet-week-missing content/w/b.md', 'week-unnamed content/w/a.md'],
    ],
    [
      'name no week and have a day in common',
      {
        'w/a.md': sheet('Recall', day('Monday', 'Why?')),
        'w/b.md': sheet('Recall', day('Monday', 'How?') + day('Tuesday', 'Who?')),
      },
      ['sheet-week-missing content/w/a.md', 'sheet-week-missing content/w/b.md'],
    ],
    ['stand in different folders', { 'w/a.md': one, 'v/b.md': sheet('Week 3', day('Tuesday', 'How?')) }, []],
    ['have no days', { 'w/a.md': one, 'w/b.md': sheet('Week 3', day('Warm-up', 'How?')) }, []],
    [
      'hold other weeks too',
      { 'w/a.md': one, 'w/b.md': `${sheet('Week 3', day('Tuesday', 'How?'))}# Week 4\n\n${day('Monday', 'Who?')}` },
      [],
    ],
  ])('that %s', (_, files, codes) => {
    const result = read(files)
    expect(result.reads.every((each) => each.sheet.files === undefined)).toBe(true)
    expect(result.reads.length).toBeGreaterThan(1)
    expect(result.codes).toEqual(codes)
  })

  it('and are told with both paths and the code that both sheets bear', () => {
    const { reasons } = read({ 'w/a.md': one, 'w/a (copy).md': one })
    expect(reasons).toContain(
      'Monday stands in content/w/a (copy).md and in content/w/a.md: each becomes a workbook of its own, and both sheets bear W3·MON in their feet',
    )
  })
})
