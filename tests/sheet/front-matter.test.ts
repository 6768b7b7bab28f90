import { describe, expect, it } from 'vitest'
import { read } from './read.js'

const sheet = (yaml: string) => read(`---\n${yaml}\n---\n\n# Week 1\n\n1. Why? See a.md §1.\n`)

describe('front matter', () => {
  it('sets what it knows', () => {
    const { sheet: found, codes } = sheet(
      'kind: recall-sheet\ntitle: "Week 1: Start"\nweek: 1\ncourse: MLOps\nlang: pt-BR\npaper: letter\ntemplate: classic\nstart: 2025-04-21',
    )
    expect(found).toMatchObject({
      title: [{ text: 'Week 1: Start' }],
      week: 1,
      course: 'MLOps',
      lang: 'pt-BR',
      settings: {
        paper: expect.objectContaining({ value: 'letter' }),
        template: expect.objectContaining({ value: 'classic' }),
        start: expect.objectContaining({ value: '2025-04-21' }),
      },
    })
    expect(codes).toEqual([])
  })

  it.each([
    ['start: 2025-02-30', 'front-matter-value 2:8'],
    ['week: seventeen', 'front-matter-value 2:7'],
    ['course: [a, b]', 'front-matter-value 2:9'],
    ['title: Rome #3', 'front-matter-value 2:8'],
    ['course: C #1', 'front-matter-value 2:9'],
    ['paper:', 'front-matter-value 2:7'],
    ['paper: []', 'front-matter-value 2:8'],
    ['kind: recipe', 'front-matter-value 2:7'],
    ['weeek: 3', 'front-matter-unknown-key 2:1'],
    ['just words', 'front-matter-broken 1:1'],
    ['week: 1\nweek: 2', 'front-matter-broken 3:1'],
    ['a: "b', 'front-matter-broken 2:4'],
  ])('points at %j', (yaml, code) => {
    expect(sheet(yaml).codes).toContain(code)
  })

  it.each([
    ['scheme: drak', '"light", "dark" or "high-contrast"; did you mean "dark"?'],
    ['key: Flpi', '"back", "flip" or "fold"; did you mean "flip"?'],
    ['qr: ture', 'true or false; did you mean "true"?'],
    ['reveal: sometimes', '"slide", "click" or "notes"'],
    ['kind: recal-sheet', '"recall-sheet"; did you mean "recall-sheet"?'],
    ['title: **Rome**', 'quotes around words that begin with "*"'],
  ])('says what %j may be', (yaml, expected) => {
    const [message] = sheet(yaml).log.messages
    expect(message?.reason.split(', expected ')[1]).toBe(expected)
  })

  it('leaves comments alone', () => {
    expect(sheet('title: Rome # as last year').codes.filter((code) => code.startsWith('front'))).toEqual([])
  })

  it('takes its words in capitals', () => {
    const { sheet: found, codes } = sheet('key: Flip\ndir: RTL\nqr: TRUE\njoin: False')
    expect(found).toMatchObject({
      settings: { key: expect.objectContaining({ value: 'flip' }), qr: expect.objectContaining({ value: 'true' }) },
      dir: 'rtl',
      join: false,
    })
    expect(codes).toEqual([])
  })

  it('that cannot be read misses nothing', () => {
    const codes = (head: string) => read(`${head}\n\n## Monday\n\n1. Why? See a.md §1.\n`, 'recall.md').codes
    expect(codes('---\ntitle: Rome\nweek 5\n---')).toEqual(['front-matter-broken 3:1'])
    expect(codes('---\njust words\n---')).toEqual(['front-matter-broken 1:1'])
    expect(codes('+++\nweek = 5\n+++')).toEqual(['front-matter-unread 1:1'])
    expect(codes('')).toEqual(['sheet-week-missing', 'sheet-title-missing 1:1'])
  })

  it('names the key that was meant, or all that are known', () => {
    const reasons = (yaml: string) => sheet(yaml).log.messages.map((message) => message.reason)
    expect(reasons('tittle: x')).toContain('Unexpected key "tittle" in the front matter; did you mean "title"?')
    expect(reasons('colour: x').join()).toMatch(/; expected one of kind, title, week, course, lang, dir, paper, /)
    expect(reasons('__proto__: x').join()).toContain('Unexpected key "__proto__"')
  })

  it('leaves the keys of site generators alone, and an empty block', () => {
    expect(sheet('nav_order: 4\nparent: Week 17').codes).toEqual([])
    expect(sheet('').codes).toEqual([])
  })

  it('keeps its places in a file with carriage returns and a byte order mark', () => {
    const { codes, sheet: found } = read(
      '\ufeff---\r\ntitle: A\r\nweek: x\r\n---\r\n\r\n# Week 1\r\n\r\n1. Why\r\n   so? See a.md §1.\r\n',
    )
    expect(codes).toEqual(['front-matter-value 3:7', 'heading-left-out 6:1'])
    expect(found.days[0]?.questions[0]?.prompt).toMatchObject([{ runs: [{ text: 'Why so?' }] }])
  })
})
