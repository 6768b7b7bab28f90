/** Decks that are built again and again: what is kept is as it would be made anew, and what an edit leaves as it was is kept. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BuildOptions, build } from '../../src/build/build.js'
import { WeekMemory } from '../../src/build/week-memory.js'
import { sortByLook } from '../../src/deck/draw/looks.js'
import { DeckMemory } from '../../src/deck/memory.js'
import { packAlike } from '../../src/deck/pack/contents.js'
import { Log } from '../../src/diagnostics.js'
import { parseSheet } from '../../src/sheet/parse.js'
import type { Template } from '../../src/template/model.js'
import { type ShowChoices, showWords } from '../../src/template/show.js'
import { plainPng } from '../pictures/make.js'
import { classicTemplate } from '../template.js'
import { makeDeck } from './make.js'

/** What stands on a sheet, and what was asked for beside it. */
interface Asked {
  front: string
  title: string
  days: { name: string; intro: string; questions: string[] }[]
  sources: string
  picture: Uint8Array
  template: Template
  show: ShowChoices
  roster: readonly string[] | null
  audience: boolean
  split: boolean
  severity: 'warning' | 'off'
}

const questions = [
  'Why does a door open? See notes.md §1.',
  'Why does a door open and when does it close? See notes.md §1–§2 and others.md §3.',
  'Name three kinds of doors. See notes.md §2.',
  'Compare a latch and a bolt.',
  'Compare: what does a latch do, what does a bolt do? (2 points)',
  'Draw a hinge.',
  'Say aloud why a door opens.',
  'Which one opens it?\n   - [ ] a pull\n   - [x] a push',
  'Which?\n   a) What is pulled?\n   b) What is pushed?',
  'Why does it turn? Answer: because of its **hinge** & its pin.',
  'What is missing?\n\n   | Part | Role |\n   |---|---|\n   | knob |  |\n   | latch | holds |',
  `What is missing?\n\n   |${' a head |'.repeat(14)}\n   |${'---|'.repeat(14)}\n   |${' some words |'.repeat(14)}`,
  'What is $x^2 + 1$?',
  'Which is it? ![a door](door.png)',
  'Read it:\n\n   ```js\n   open(door)\n   ```',
  'لماذا يفتح الباب في `door.js`؟',
  'What does [this](https://a.example/?x=1&y=2) say?\\\nAnd that 😀?',
  `Why ${'does one word follow another '.repeat(45)}?`,
]
const words = ['door', 'gate', 'opens', 'a & b', 'باب', '門', 'x', 'handle of brass', '**strong**', '\u0007']

const template = classicTemplate()
const templates = [
  template,
  classicTemplate(({ deck }) => {
    deck.words.cues.explain = 'Think first.'
    deck.size = { width: 10, height: 7.5 }
  }),
  // Other letters, so that nothing is as wide as it was.
  { ...template, faces: { ...template.faces, slide: template.faces.mono, 'slide-strong': template.faces.mono } },
]

const fresh = (): Asked => ({
  front: '',
  title: 'Week 1',
  days: [
    { name: 'Monday', intro: '', questions: [questions[0]!, questions[2]!, questions[9]!] },
    { name: 'Tuesday', intro: '', questions: [questions[3]!, questions[13]!] },
  ],
  sources: '# Notes\n\n## 1 Doors\n\nThey open.\n\n## 2 Gates\n\nThey close.\n',
  picture: plainPng(300, 200),
  template,
  show: {},
  roster: null,
  audience: false,
  split: false,
  severity: 'warning',
})

type Edit = (asked: Asked) => void
const one = <T>(things: readonly T[], index: number): T => things[index % things.length] as T

/** A day and one of its questions, by any two numbers. */
const at =
  (change: (day: Asked['days'][number], question: number, seed: number) => void) =>
  ([d, q, seed]: readonly [number, number, number]): Edit =>
  ({ days }) => {
    const day = one(days, d)
    change(day, q % day.questions.length, seed)
  }
const seeds = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(99))

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  // A word of a prompt, an answer, a table.
  {
    weight: 6,
    arbitrary: seeds.map(
      at((day, q, seed) => {
        const text = one(day.questions, q)
        const found = [...text.matchAll(/\b[a-z]{3,}\b/g)]
        const { index = 0, 0: old = '' } = found[seed % Math.max(1, found.length)] ?? {}
        day.questions[q] = text.slice(0, index) + one(words, seed) + text.slice(index + old.length)
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: seeds.map(
      at((day, q, seed) => {
        day.questions[q] = one(questions, seed)
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: seeds.map(
      at((day, q, seed) => {
        day.questions.splice(q, 0, one(questions, seed))
      }),
    ),
  },
  seeds.map(
    at((day, q) => {
      if (day.questions.length > 1) day.questions.splice(q, 1)
    }),
  ),
  seeds.map(
    at((day) => {
      day.questions.reverse()
    }),
  ),
  seeds.map(
    at((day, _, seed) => {
      day.intro = seed % 2 ? '' : `Knock, ${one(words, seed)}.`
    }),
  ),
  seeds.map(
    at((day, _, seed) => {
      day.name = `${day.name.split(' ')[0]} — ${one(words, seed)}`
    }),
  ),
  fc.nat(99).map(
    (seed): Edit =>
      (asked) => {
        asked.title = `Week ${(seed % 3) + 1} of ${one(words, seed)}`
      },
  ),
  fc.constantFrom('', 'lang: ar', 'lang: de', 'lang: ja').map(
    (front): Edit =>
      (asked) => {
        asked.front = front
      },
  ),
  fc.nat(99).map(
    (seed): Edit =>
      (asked) => {
        asked.sources = asked.sources.replace(
          /(open|close|shut).*/,
          `${seed % 2 ? 'open' : 'shut'}, ${one(words, seed)}.`,
        )
      },
  ),
  fc.nat(3).map(
    (n): Edit =>
      (asked) => {
        asked.picture = plainPng(300 + 100 * n, 200)
      },
  ),
  fc
    .record({
      scheme: fc.constantFrom(...showWords.scheme),
      reveal: fc.constantFrom(...showWords.reveal),
      names: fc.constantFrom(...showWords.names),
    })
    .map(
      (show): Edit =>
        (asked) => {
          asked.show = show
        },
    ),
  fc.constantFrom(null, ['Ana', 'Ben'], ['Ana', 'Ben', 'Cem', 'Dag', 'Eva', 'Filiz']).map(
    (roster): Edit =>
      (asked) => {
        asked.roster = roster
      },
  ),
  fc.constantFrom(...templates).map(
    (chosen): Edit =>
      (asked) => {
        asked.template = chosen
      },
  ),
  fc.boolean().map(
    (audience): Edit =>
      (asked) => {
        asked.audience = audience
      },
  ),
  fc.boolean().map(
    (split): Edit =>
      (asked) => {
        asked.split = split
      },
  ),
  fc.constantFrom('warning' as const, 'off' as const).map(
    (severity): Edit =>
      (asked) => {
        asked.severity = severity
      },
  ),
)

function textOf({ front, title, days }: Asked): string {
  const day = ({ name, intro, questions: listed }: Asked['days'][number]) =>
    `## ${name}\n\n${intro}\n\n${listed.map((each, i) => `${i + 1}. ${each}`).join('\n')}\n`
  return `${front === '' ? '' : `---\n${front}\n---\n`}# ${title}\n\n${days.map(day).join('\n')}`
}

/** All decks that are asked for, by their names, and what was said of them. */
async function built(asked: Asked, memory?: WeekMemory) {
  const world = {
    cited: (_from: unknown, path: string) => (path.endsWith('notes.md') ? { file: path, text: asked.sources } : null),
    template: () => asked.template,
    picture: () => ({ bytes: asked.picture }),
    memory,
  }
  const options: BuildOptions = {
    products: ['deck'],
    day: null,
    weekday: 1,
    split: asked.split,
    audience: asked.audience,
    roster: asked.roster,
    template: null,
    paper: null,
    show: asked.show,
    date: new Date(0),
  }
  const log = new Log({ 'slide-text-split': asked.severity, 'table-parted': asked.severity })
  const text = textOf(asked)
  const made = await build([{ file: 'recall.md', path: 'recall.md', root: '', text }], world, options, log)
  const files = new Map(made.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('latin1')]))
  return { files, told: { messages: log.messages, sheets: made.sheets, manifest: made.manifest } }
}

/** Builds with the memory and without: nobody can tell which is which. */
async function expectSame(asked: Asked, memory: WeekMemory): Promise<void> {
  const [kept, anew] = [await built(asked, memory), await built(asked)]
  expect(kept.told).toEqual(anew.told)
  expect([...kept.files.keys()]).toEqual([...anew.files.keys()])
  for (const [path, bytes] of anew.files) expect(kept.files.get(path) === bytes, path).toBe(true)
}

test('after any edits, decks and messages are those of a build without a memory', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 3, maxLength: 10 }), async (edits) => {
      const memory = new WeekMemory()
      const asked = fresh()
      await built(asked, memory)
      for (const edit of edits) {
        edit(asked)
        await expectSame(asked, memory)
      }
    }),
    { numRuns: 10 },
  )
}, 240_000)

test('whatever a slide hangs on beside its words, a change of it is seen, and its messages are said again', async () => {
  const everything = (): Asked => ({
    ...fresh(),
    days: ['Monday', 'Tuesday', 'Friday'].map((name, i) => ({
      name,
      intro: 'Knock first.',
      questions: questions.filter((_, n) => n % 3 === i),
    })),
    roster: ['Ana', 'Ben', 'Cem'],
    show: { reveal: 'click' },
  })
  const edits: Edit[] = [
    () => {},
    ...templates.slice(1).map(
      (chosen): Edit =>
        (asked) =>
          Object.assign(asked, { template: chosen }),
    ),
    (asked) => Object.assign(asked, { front: 'dir: rtl' }),
    (asked) => Object.assign(asked, { severity: 'off' }),
    (asked) => Object.assign(asked, { audience: true }),
    (asked) => Object.assign(asked, { show: { scheme: 'dark' } }),
    // Slides behind it have other numbers, and those that lead to them are the same but for that.
    ({ days }) => days[0]!.questions.splice(0, 1, questions.at(-1)!),
    // The smallest prompt of a day decides for all others.
    ({ days }) => days[0]!.questions.splice(0, 1, `Why ${'is a door so wide '.repeat(12)}?`),
    ({ days }) => Object.assign(days[1]!, { name: 'Tuesday — Gates' }),
  ]
  const memory = new WeekMemory()
  for (const edit of edits) {
    await expectSame(everything(), memory)
    const asked = everything()
    edit(asked)
    await expectSame(asked, memory)
  }
}, 120_000)

test('slides that an edit leaves as they were are kept, with their places in the sheet as they are now', () => {
  const memory = new DeckMemory()
  const made = (prompt: string) => {
    const text = `# Week 1\n\n## Monday\n\n1. ${prompt}\n2. Why b?\n\n## Tuesday\n\n1. Why c? Answer: so\n`
    const { slides } = makeDeck(parseSheet(text, 'recall.md', new Log()), { memory })
    const { slides: marked } = sortByLook(slides, memory.marked)
    return slides.slides.map((slide, i) => ({ slide, words: marked[i]!.words }))
  }
  const [before, after] = [made('Why?'), made('Why, in the end?')]
  const changed = after.filter(({ slide }, i) => slide.items !== before[i]!.slide.items).map(({ slide }) => slide.id)
  expect(changed).toEqual(['w1-mon-q1', 'w1-mon-q1-check', 'w1-mon-tally'])
  expect(after.filter(({ words }, i) => words !== before[i]!.words).map(({ slide }) => slide.id)).toEqual(changed)
  const last = ({ slide }: (typeof after)[number]) => slide.id === 'w1-tue-q1'
  const moved = after.find(last)!.slide.place.start.offset - before.find(last)!.slide.place.start.offset
  expect(moved).toBe(', in the end'.length)
})

test('a part is packed anew when its words or the codes of its group are others', () => {
  const { packed } = new DeckMemory().parts
  const pattern = ['<a>', '0', '</a>']
  const words = Array.from({ length: 40 }, (_, i) => [`The words of slide ${i}`])
  const pack = (some: readonly string[][]) =>
    packAlike(
      some.map((each) => ({ pattern, words: each })),
      packed,
    )
  const first = pack(words)
  expect(pack(words).every((each, i) => each === first[i])).toBe(true)
  // As many of each letter as before.
  const edited = pack([['The slide of words 0'], ...words.slice(1)])
  expect(edited.map((each, i) => each === first[i])).toEqual(words.map((_, i) => i > 0))
  const recoded = pack([['#'.repeat(5000)], ...words.slice(1)])
  expect(recoded.some((each, i) => each === first[i])).toBe(false)
})
