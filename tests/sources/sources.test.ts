import { describe, expect, it } from 'vitest'
import { Log, type MessageCode } from '../../src/diagnostics.js'
import { sourcesMessages } from '../../src/messages/sources.js'
import { citationInWords, citedTitles } from '../../src/sources/cited-titles.js'
import { coverageOf, reportCoverage } from '../../src/sources/coverage.js'
import { indexSource } from '../../src/sources/index.js'
import type { Source } from '../../src/sources/model.js'
import { resolveCitations } from '../../src/sources/resolve.js'
import { plainText } from '../../src/text/rich.js'
import { formulasIn } from '../../src/text/tex/formulas-in.js'
import { read, repositoryText } from '../sheet/read.js'

const explainer = `# 02. The explainer

Some words.

## ELI5

A factory. It has lines.

## 1.1 A notebook win

One *sentence*. ${'Another one. '.repeat(40)}

## §1.2 Silent

### 1.2.1. Deeper

## 1.10 — Last

## 1.9: Before last

## 2 Second part

## What Comes Next
`

const index = (text: string, log = new Log()): Source => indexSource(text, 'a.md', log)

function resolve(citation: string, text: string | null = explainer) {
  const log = new Log()
  const { sheet } = read(`# Week 1\n\n## Monday\n\n1. Why? See ${citation}.\n`)
  const sources = new Map(text === null ? [] : [['a.md', index(text, log)]])
  const resolved = resolveCitations(sheet, sources, log).get('w1-mon-q1')?.[0]
  const targets = resolved?.targets.map(({ label, sections }) => [
    label,
    sections.map((s) => s.number ?? plainText(s.title)),
  ])
  return { resolved, targets, messages: log.messages }
}

describe('the index of a source', () => {
  it('has its title and sections in the order of the file', () => {
    const source = index(explainer)
    expect(source.title).toEqual([{ text: 'The explainer' }])
    expect(source.sections.map(({ number, title }) => [number, plainText(title)])).toEqual([
      [null, 'ELI5'],
      ['1.1', 'A notebook win'],
      ['1.2', 'Silent'],
      ['1.2.1', 'Deeper'],
      ['1.10', 'Last'],
      ['1.9', 'Before last'],
      ['2', 'Second part'],
      [null, 'What Comes Next'],
    ])
    expect(source.sections[1]?.place.start).toMatchObject({ line: 9, column: 1 })
  })

  it('has excerpts of whole sentences', () => {
    const [eli5, first, silent] = index(explainer).sections
    expect(eli5?.excerpt).toBe('A factory. It has lines.')
    expect(first?.excerpt).toMatch(/^One sentence\. Another one\..*Another one\.$/)
    expect(first?.excerpt.length).toBeLessThanOrEqual(300)
    expect(silent?.excerpt).toBe('')
    expect(index(`# A\n\n## 1 B\n\n${'word '.repeat(100)}`).sections[0]?.excerpt).toMatch(/word…$/)
  })

  it('survives emphasis nested thousands deep', () => {
    const deep = '*a **b '.repeat(1600) + 'b** a* '.repeat(1600)
    expect(() => index(`# T\n\n## 1 ${deep}\n\n${deep}`)).not.toThrow()
  })

  it('takes headings of level 1 for sections when there are several', () => {
    expect(index('# 1 One\n\n# 2 Two').sections.map((s) => s.number)).toEqual(['1', '2'])
  })

  it.each([
    ['## 3 levels', '3', 'levels'],
    ['## 2024', '2024', ''],
    ['## A.1 Appendix', 'A.1', 'Appendix'],
    ['## Section 4.2: Gates', '4.2', 'Gates'],
    ['## §Named', null, 'Named'],
    ['## § 4.2 Gates', '4.2', 'Gates'],
    ['## Kapitel 2: Türen', '2', 'Türen'],
    ['## Глава 3. Двери', '3', 'Двери'],
    ['## Abschnitt 1.2 – Angeln', '1.2', 'Angeln'],
    ['## 第3章　扉', '3', '扉'],
    ['## 제2장 문', '2', '문'],
    ['## الفصل ٣ الأبواب', '3', 'الأبواب'],
    ['## Section of doors', null, 'Section of doors'],
    ['## 1.5x faster', null, '1.5x faster'],
    ['## 5G networks', null, '5G networks'],
    ['## A/B tests', null, 'A/B tests'],
  ])('%s', (heading, number, title) => {
    expect(index(`# T\n\n${heading}`).sections.map((s) => [s.number, plainText(s.title)])).toEqual([[number, title]])
  })
})

describe('the title of a section', () => {
  const titles = (...headings: string[]) => index(`# T\n\n${headings.join('\n\n')}`).sections.map(({ title }) => title)

  it('has its formulas, code and emphasis, and neither bold type nor links', () => {
    expect(titles('## 2.3 The loss $x^2$ and *why* it `drifts`', '## **§2.4 H<sub>2</sub>O** in [it](b.md)')).toEqual([
      [
        { text: 'The loss ' },
        { text: 'x^2', math: true },
        { text: ' and ' },
        { text: 'why', emphasis: true },
        { text: ' it ' },
        { text: 'drifts', code: true },
      ],
      [{ text: 'H' }, { text: '2', script: 'sub' }, { text: 'O in it' }],
    ])
  })

  it('is found by its TeX and by what is read of it, and is told as it is read', () => {
    const source = '# T\n\n## The slope $\\nabla_\\theta L$\n\n## 1 Of $x^2$'
    for (const cited of ['a.md §The slope $\\nabla_\\theta L$', 'a.md §The slope ∇_θ L', '[it](a.md#1-of-x2)'])
      expect(resolve(cited, source).messages).toEqual([])
    const reasons = ['a.md §Some slope', 'a.md §1.1'].map((cited) => resolve(cited, source).messages[0]?.reason)
    expect(reasons).toEqual([
      '§Some slope is not in "a.md" (nearest is §The slope ∇_θ L); it has §1',
      '§1.1 is not in "a.md" (nearest is §1 Of x²); it has §1',
    ])
  })

  it('is to be read in a citation as its author writes it', () => {
    const { resolved } = resolve('a.md §Of $x^2$', '# T\n\n## Of $x^2$\n\n## 2 Of $y^2$')
    expect(citationInWords('a.md §Of x^2', [resolved!])).toBe('a.md §Of x²')
    expect(citationInWords('x^2.md §2', [resolved!])).toBe('x^2.md §2')
  })

  it('gives the words of its excerpt to be read', () => {
    expect(index('# T\n\n## 1 A\n\nSay $x^2$.').sections[0]?.excerpt).toBe('Say x².')
  })

  it('is typeset where it is cited: of the file and of its sections', () => {
    const log = new Log()
    const { sheet } = read('# Week 1\n\n## Monday\n\n1. Why? See a.md §1.\n2. How? See a.md §1.\n')
    const sources = new Map([['a.md', index('# Of $t$\n\n## 1 Of $u$\n\n## 2 Of $v$')]])
    const found = formulasIn([citedTitles(resolveCitations(sheet, sources, log))])
    expect(found.map(({ source, place }) => [source, place])).toEqual([
      ['t', { file: 'a.md' }],
      ['u', expect.objectContaining({ file: 'a.md', start: expect.objectContaining({ line: 3 }) })],
    ])
  })
})

describe('a citation', () => {
  it.each([
    ['a.md §1.2', [['§1.2', ['1.2']]]],
    ['a.md §1.1-§1.10', [['§1.1–§1.10', ['1.1', '1.2', '1.9', '1.10']]]],
    ['a.md §1.1-§1.2.1', [['§1.1–§1.2.1', ['1.1', '1.2', '1.2.1']]]],
    ['a.md §eli5', [['§eli5', ['ELI5']]]],
    ['a.md §What Comes Next', [['§What Comes Next', ['What Comes Next']]]],
    ['[it](a.md#12-silent)', [['§1.2', ['1.2']]]],
    ['[it](a.md#eli5)', [['§ELI5', ['ELI5']]]],
    ['[§1.2](a.md#12-silent)', [['§1.2', ['1.2']]]],
    ['[§1.2](a.md#121-deeper)', [['§1.2', ['1.2']]]],
    ['a.md §1.2 ff.', [['§1.2 ff.', ['1.2', '1.9', '1.10']]]],
    ['a.md, p. 3', [['p. 3', []]]],
    ['https://example.org/x §2', [['§2', []]]],
    [
      'a.md §01.02 and §2',
      [
        ['§01.02', ['1.2']],
        ['§2', ['2']],
      ],
    ],
    ['a.md', []],
  ])('%s', (citation, targets) => {
    const found = resolve(citation)
    expect(found.targets).toEqual(targets)
    expect(found.messages).toEqual([])
  })

  it.each([
    ['a.md §1.3', '§1.3 is not in "a.md" (nearest is §1.2 Silent); it has §1.1 to §1.10'],
    ['a.md §1.2-§1.12', '§1.12 is not in "a.md" (nearest is §1.10 Last); it has §1.1 to §1.10'],
    ['a.md §9', '§9 is not in "a.md" (nearest is §2 Second part); it has §2'],
    ['a.md §What Come Next', '§What Come Next is not in "a.md" (nearest is §What Comes Next); it has §1.1 to §2'],
    [
      'a.md §Some notebook story',
      '§Some notebook story is not in "a.md" (nearest is §A notebook win); it has §1.1 to §2',
    ],
    ['a.md §Nothing', '§Nothing is not in "a.md"; it has §1.1 to §2'],
    ['[it](a.md#12-silnt)', '#12-silnt is not in "a.md" (nearest is #12-silent); it has §1.1 to §2'],
    ['[§1.2](a.md#gone)', '#gone is not in "a.md"; it has §1.1 to §2'],
  ])('%s that is not there is reported with the nearest', (citation, reason) => {
    expect(resolve(citation).messages.map((m) => [m.code, m.place?.start.column, m.reason])).toEqual([
      ['section-unknown', 13 + Math.max(0, citation.indexOf('(') + 1), reason],
    ])
  })

  it('of an absent file keeps its words, and the file is told once', () => {
    const log = new Log()
    const { sheet } = read(repositoryText('content/week-17/04_daily_recall.md'))
    const resolved = resolveCitations(sheet, new Map(), log)
    expect(log.messages.map((m) => m.reason)).toEqual([
      '"02_explainer.md" was not found; 23 citations of it are printed as written',
      '"03_study_material.md" was not found; one citation of it is printed as written',
    ])
    expect(resolved.get('w17-thu-q1')).toEqual([
      { file: '02_explainer.md', source: null, targets: [{ label: '§4.3', sections: [] }] },
      { file: '03_study_material.md', source: null, targets: [{ label: '§4', sections: [] }] },
    ])
  })
})

describe('anchors', () => {
  const anchors = (text: string) => index(text).sections.map((section) => section.anchors)

  it('are those of GitHub, each once', () => {
    expect(
      anchors('# T\n\n## 1.3 What? `A_b` – c\n\n## Example\n\n## Example\n\n## Example-1\n\n## Größe: Ünïts'),
    ).toEqual([['13-what-a_b--c'], ['example'], ['example-1'], ['example-1-1'], ['größe-ünïts']])
  })

  it('may be set by the author', () => {
    const { sections } = index('# T\n\n## 1 Silent {#silent}\n\n<a id="loud"></a>\n\n## 2 Loud <a name="l2"></a>')
    expect(sections.map(({ title, anchors: own }) => [plainText(title), own])).toEqual([
      ['Silent', ['silent', '1-silent']],
      ['Loud', ['loud', 'l2', '2-loud']],
    ])
  })

  it('that disagree with the words are told', () => {
    const { targets, messages } = resolve('[§1.1](a.md#2-second-part)')
    expect(targets).toEqual([['§1.1', ['1.1']]])
    expect(messages.map((m) => m.reason)).toEqual(['The words say §1.1, but the link leads to §2 (#2-second-part)'])
  })
})

describe('a source as files are', () => {
  it('may begin with a BOM and end its lines as Windows does', () => {
    const source = index(`\ufeff${explainer.replaceAll('\n', '\r\n')}`)
    expect(source.title).toEqual([{ text: 'The explainer' }])
    expect(source.sections).toHaveLength(8)
    expect(source.sections[1]?.place.start.line).toBe(9)
  })

  it('knows where its sections stand', () => {
    const deeper = index(explainer).sections[3]
    expect([deeper?.depth, deeper?.place.start.line]).toEqual([3, 15])
  })
})

describe('a document', () => {
  const told = (citations: string[], names: string[]) => {
    const log = new Log()
    const { sheet } = read(`# Week 1\n\n## Monday\n\n${citations.map((c) => `1. Why? See ${c}.`).join('\n')}\n`)
    resolveCitations(sheet, new Map(), log, () => names)
    return log.messages.map(({ code, severity, place }) => [code, severity, place?.start.line])
  }

  it('is told once when its sections are cited, as they go without titles', () => {
    expect(told(['notes.docx §1.2', 'notes.docx §1.3'], ['notes.docx'])).toEqual([['source-is-document', 'info', 5]])
    expect(told(['notes.rtf §1.2'], [])).toEqual([['source-is-document', 'info', 5]])
  })

  it('is not told when its pages are cited, nor a book at all', () => {
    expect(told(['notes.docx p. 4', 'book.pdf Chapter 3', 'book.pdf p. 12', 'map.png'], [])).toEqual([])
  })

  it('is told when it is absent and another is called nearly so', () => {
    expect(told(['boook.pdf p. 12'], ['book.pdf'])).toEqual([['source-absent', 'info', 5]])
  })
})

describe('an absent file', () => {
  const told = (beside: readonly string[] | null) => {
    const log = new Log()
    const { sheet } = read('# Week 1\n\n## Monday\n\n1. Why? See w\\aa.md §1.\n2. How? See w\\aa.md §2.\n')
    resolveCitations(sheet, new Map(), log, () => beside)
    return log.messages.map(({ reason }) => reason)
  }

  it('is told once, with the name that is nearest among those beside it', () => {
    const absent = '"w\\aa.md" was not found; 2 citations of it are printed as written'
    expect(told([])).toEqual([absent])
    expect(told(['notes.md', 'a.md'])).toEqual([`${absent}; did you mean "a.md"?`])
  })

  it('is not told again when the world has said why it is not read', () => {
    expect(told(null)).toEqual([])
  })
})

describe('the note of a citation', () => {
  it('is kept beside its sections', () => {
    expect(resolve('a.md §1.2 (second paragraph)').resolved?.note).toBe('second paragraph')
  })
})

describe('coverage', () => {
  const uncited = (citations: string[]) => {
    const { sheet } = read(
      `# Week 1\n\n## Monday\n\n${citations.map((each, i) => `${i + 1}. Why ${i}? See ${each}.\n`).join('')}`,
    )
    // A citation of a.md, so that the file is among the cited ones.
    const whole = read('# Week 2\n\n## Monday\n\n1. Why? See a.md.\n').sheet
    const sources = new Map([['a.md', index(explainer)]])
    const [coverage] = coverageOf([sheet, whole].map((each) => resolveCitations(each, sources, new Log())))
    expect(coverage).toMatchObject({ file: 'a.md', sections: 8 })
    return (coverage?.untested ?? []).map(({ number, title }) => number ?? plainText(title))
  }

  it('tells the sections that no question tests', () => {
    expect(uncited(['a.md §1.1', 'a.md §1.9-§2'])).toEqual(['ELI5', '1.2', '1.2.1', 'What Comes Next'])
    expect(uncited(['a.md §1.2', 'a.md §eli5'])).toEqual(['1.1', '1.10', '1.9', '2', 'What Comes Next'])
    expect(uncited(['a.md §1.2.1'])).not.toContain('1.2')
    expect(uncited(['a.md'])).toHaveLength(8)
    expect(uncited(['b.md §1'])).toHaveLength(8)
  })

  it('leaves out files that were not found, and those without sections', () => {
    const { sheet } = read('# Week 1\n\n## Monday\n\n1. Why? See a.md §1.\n2. How? See b.md §1.\n')
    const sources = new Map([['a.md', index('Only words.')]])
    expect(coverageOf([resolveCitations(sheet, sources, new Log())])).toEqual([])
  })

  it('is told at each section, on request', () => {
    const { sheet } = read('# Week 1\n\n## Monday\n\n1. Why? See a.md §1.1.\n')
    const coverage = coverageOf([
      resolveCitations(sheet, new Map([['a.md', index('# T\n\n## 1.1 A\n\n## ELI5\n\n## 1.2 B')]]), new Log()),
    ])
    const log = new Log()
    reportCoverage(coverage, log)
    expect(log.messages.map(({ code, reason, place }) => [code, reason, place?.start.line])).toEqual([
      ['section-untested', 'No question tests §ELI5', 5],
      ['section-untested', 'No question tests §1.2 B', 7],
    ])
  })
})

describe('messages of the sources', () => {
  const table: [MessageCode, string, string | null][] = [
    ['source-absent', 'a.md §1', null],
    ['source-is-document', 'a.docx §1', null],
    ['source-unreadable', 'a.md §1', 'a\0'],
    ['source-without-sections', 'a.md', 'Words.'],
    ['source-url-wrong', 'a.md §1', '---\nurl: file:///etc/passwd\n---\n\n# T\n\n## 1 A'],
    ['source-section-repeated', 'a.md §1', '# T\n\n## 1 A\n\n## 01 B'],
    ['section-unknown', 'a.md §1', '# T\n\n## 2 A'],
    ['section-ambiguous', 'a.md §Example', '# T\n\n## Example\n\n## Example'],
    ['citation-anchor-differs', '[§1](a.md#2-b)', '# T\n\n## 1 A\n\n## 2 B'],
  ]

  it.each(table)('%s', (code, citation, text) => {
    expect(resolve(citation, text).messages.map((m) => m.code)).toContain(code)
  })

  it('are all in the table above', () => {
    const codes = Object.keys(sourcesMessages)
    // `section-untested` is only told on request, and tested above.
    expect(codes.toSorted()).toEqual([...table.map(([code]) => code), 'section-untested'].toSorted())
  })
})

it.each([
  ['url: https://example.org/a', 'https://example.org/a'],
  ['url: "http://example.org/a b"', null],
  ['url: /posts/a', null],
  ['title: A', null],
])('front matter "%s" gives the address %s', (front, url) => {
  expect(indexSource(`---\n${front}\n---\n\n# T\n`, 'a.md', new Log()).url).toBe(url)
})
