/** What is told to be printed again is what is printed otherwise: held against the words of the pages in the PDF. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/build/build.js'
import { Log } from '../../src/diagnostics.js'
import { compareWeeks } from '../../src/identity/compare.js'
import type { ManifestSheet } from '../../src/identity/model.js'
import type { Template } from '../../src/template/model.js'
import { classicTemplate } from '../template.js'
import { readPdf } from '../workbook/read-pdf.js'

interface Asked {
  words: string
  answer: string
  section: number
}

/** A week with its source, in parts that can be edited one by one. */
interface Week {
  title: string
  start: string
  intro: string
  topics: string[]
  days: Asked[][]
  source: string
  sections: string[]
}

const asked = (words: string, answer = '', section = 1): Asked => ({ words, answer, section })
const week: Week = {
  title: 'Recall',
  start: '',
  intro: 'Close your notes.',
  topics: ['Doors', 'Windows'],
  days: [
    [asked('Why does it open', 'it turns'), asked('Which two parts has it', '', 2)],
    [asked('Why does it close', '', 2), asked('Why is it made of glass', 'to see'), asked('Why so', 'so')],
  ],
  source: 'Notes',
  sections: ['Hinges', 'Parts', 'Locks'],
}

const textOf = ({ title, start, intro, topics, days }: Week): string =>
  [
    start && `---\nstart: ${start}\n---`,
    `# Week 1 — ${title}`,
    intro,
    ...days.map((questions, i) => {
      const lines = questions.map(({ words, answer, section }, n) => {
        const kept = answer && `\n\n   Answer: ${answer}.`
        return `${n + 1}. ${words}? See notes.md §${section}. {lines=2}${kept}`
      })
      return `## ${['Monday', 'Tuesday'][i]} — ${topics[i]}\n\n${lines.join('\n\n')}`
    }),
  ].join('\n\n')

type Edit = (week: Week, day: number, question: number, word: string) => void
const of = ({ days }: Week, day: number, question: number): Asked => {
  const own = days[day] ?? []
  return own[question % own.length] ?? asked('')
}
/** What an author may do; `word` is new. None of it needs another page. */
const edits: Record<string, Edit> = {
  reword: (week, day, question, word) => {
    of(week, day, question).words += ` ${word}`
  },
  answer: (week, day, question, word) => Object.assign(of(week, day, question), { answer: word }),
  cite: (week, day, question) => Object.assign(of(week, day, question), { section: 3 }),
  section: (week, _day, question, word) => void week.sections.splice(question, 1, word),
  source: (week, _day, _question, word) => Object.assign(week, { source: word }),
  topic: (week, day, _question, word) => void week.topics.splice(day, 1, word),
  intro: (week, _day, _question, word) => Object.assign(week, { intro: word }),
  title: (week, _day, _question, word) => Object.assign(week, { title: word }),
  start: (week) => Object.assign(week, { start: '2026-11-23' }),
  add: (week, day, _question, word) => void week.days[day]?.push(asked(word)),
  remove: (week, day) => void week.days[day]?.pop(),
  nothing: () => {},
}

const options = { products: ['workbook'] as const, day: null, weekday: 1, split: false, template: null, paper: null }

/** A week that is built: what its manifest knows, and the words of its pages by what they are, without stamps. */
async function built(of: Week, template: Template, last: ManifestSheet | null = null) {
  const notes = `# ${of.source}\n\n${of.sections.map((title, i) => `## ${i + 1} ${title}\n\nSo.\n`).join('\n')}`
  const world = { cited: (_: unknown, file: string) => ({ file, text: notes }), template: () => template }
  const manifest = { version: 1 as const, tool: 't', sheets: last ? [last] : [], retired: [] }
  const made = await build(
    [{ file: 'recall.md', path: 'recall.md', root: '', text: textOf(of) }],
    world,
    { ...options, date: new Date(0), last: { manifest, vanished: new Set(), sameRoot: true } },
    new Log(),
  )
  const [sheet] = made.manifest.sheets
  const { pages, labels } = await readPdf(made.files[0]?.bytes ?? new Uint8Array())
  if (!sheet) throw new Error('nothing was built')
  const wordsOn = (own: readonly string[]): string =>
    own.map((label) => pages[labels?.indexOf(label) ?? -1]?.text.replace(/rev [0-9a-f]{6}/, '') ?? 'no page').join('\n')
  const all = [
    ...(sheet.days ?? []).map(({ key, pages: own }) => [`day ${key}`, wordsOn(own)] as const),
    ...(sheet.otherPages ?? []).map(({ kind, day = '', pages: own }) => [`${kind} ${day}`, wordsOn(own)] as const),
  ]
  return { sheet, count: pages.length, words: new Map(all) }
}

describe.each(['back', 'fold', 'flip'] as const)('with the key %s, what is to be printed again', (key) => {
  const template = classicTemplate(({ workbook }) => {
    workbook.key = key
    workbook.pages = ['brain-dump', 'exit-tickets', 'test-and-fold', 'calendar']
  })

  it('is what has other words in the PDF', async () => {
    const before = await built(week, template)
    const edit = fc.record({
      name: fc.constantFrom(...Object.keys(edits)),
      day: fc.nat(1),
      question: fc.nat(2),
      word: fc.constantFrom('Frames', 'Handles', 'Glass panes'),
    })
    const tried = fc.array(edit, { minLength: 1, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(tried, async (some) => {
        const now = structuredClone(week)
        for (const { name, day, question, word } of some) edits[name]?.(now, day, question, word)
        const after = await built(now, template, before.sheet)
        expect(after.count).toBe(before.count)
        const [change] = compareWeeks([{ before: before.sheet, now: after.sheet }])
        const said = [
          ...(change?.days ?? []).map((day) => `day ${day.key}`),
          ...(change?.otherPages ?? []).map(({ kind, day = '' }) => `${kind} ${day}`),
        ]
        const others = [...after.words].flatMap(([name, words]) => (words === before.words.get(name) ? [] : [name]))
        // A key with older first words of a question is as good.
        const isMeant = (name: string) =>
          name !== 'key ' || said.includes(name) || !some.some((each) => each.name === 'reword')
        expect(said.toSorted()).toEqual(others.filter(isMeant).toSorted())
      }),
      { numRuns: 12 },
    )
  })
})
