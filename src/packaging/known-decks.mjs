/**
 * What decks of the package's own templates are drawn of (`deck/draw/known-drawings.ts`), drawn by the library when the program is built, so that
 * runs need not load it: the pieces of the slides of usual sheets, and all that a deck has beside its slides, for each language and scheme.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const classic = join(root, 'templates/classic')

/** Writes `dist/known-decks/`, with the program that the compiler has just left in `dist/`. */
export async function writeKnownDecks() {
  const { withSum } = await import('../../dist/disk/known-decks.js')
  const into = join(root, 'dist/known-decks')
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into)
  for (const [name, bytes] of await knownDecks((path) => import(`../../dist/${path}.js`)))
    writeFileSync(join(into, name), withSum(bytes))
}

/** The files, by name. `from` gives a module of the program by its path in `src/`. */
export async function knownDecks(from) {
  const { drawPieces, deckKey, libraryParts } = await from('deck/draw/drawn-looks')
  const { packRest, piecesName, restName } = await from('deck/draw/known-drawings')
  const { sortByLook } = await from('deck/draw/looks')
  const { finishRest } = await from('deck/package')
  const { piecesOfSlide } = await from('deck/draw/pieces')
  const files = new Map()
  const pieces = new Map()
  const planned = new Set()
  let parts
  for (const slides of await usualDecks(from)) {
    const { samples, numbers } = sortByLook(slides)
    const added = samples.slides.filter((each) => {
      const { slide, relations } = piecesOfSlide(each, { deck: samples, numbers })
      const before = planned.size
      for (const { key } of [...slide, ...relations]) planned.add(key)
      return planned.size > before
    })
    for (const [key, piece] of await drawPieces({ ...samples, slides: added }, numbers)) pieces.set(key, piece)
    parts ??= await libraryParts(samples)
    files.set(restName(deckKey(samples)), packRest(finishRest(parts, samples)))
  }
  const known = { pieces: Object.fromEntries([...pieces].sort()), parts: Object.fromEntries(parts) }
  return files.set(piecesName, new TextEncoder().encode(JSON.stringify(known)))
}

/** Decks in each language of the package, and in English in each scheme. Two of them, one from the left and one from the right, are of a usual sheet. */
async function usualDecks(from) {
  const { Log } = await from('diagnostics')
  const { inLanguage, loadTemplate } = await from('template/load')
  const { shownAs } = await from('template/chosen')
  const log = new Log()
  const template = loadTemplate(folderOf(join(classic, 'template.yaml')), () => null, log)
  const deckOf = await deckMaker(from)
  const shown = (choices) => ({ ...template, deck: shownAs(template.deck, choices) })
  const languages = readdirSync(join(classic, 'languages')).map((name) => name.replace('.yaml', ''))
  return [
    deckOf(template, usual),
    deckOf(shown({ reveal: 'click', names: 'slide' }), usual),
    deckOf(inLanguage(template, 'ar', log), usual),
    ...['dark', 'high-contrast'].map((scheme) => deckOf(shown({ scheme }), least)),
    ...languages.sort().map((lang) => deckOf(inLanguage(template, lang, log), least)),
  ]
}

/** Gives the slides of a sheet, each in some dresses more: what authors set in italics, in code and so on is theirs. */
async function deckMaker(from) {
  const { Log } = await from('diagnostics')
  const { layoutDeck } = await from('deck/layout')
  const { planDeck } = await from('deck/plan')
  const { readSheets } = await from('build/read-sheets')
  const { dealCalls } = await from('roster/calls')
  return (template, sheet) => {
    const log = new Log()
    const text = `---\nlang: ${template.lang}\n---\n${sheet}`
    const world = { cited: (_, file) => ({ file, text: notes }) }
    const [read] = readSheets([{ file: 'recall.md', path: 'recall.md', root: '', text }], world, log)
    const calls = template.deck.names === 'slide' ? dealCalls(['Ann', 'Ben'], read.sheet) : null
    const pageOf = new Map(read.sheet.days.flatMap(({ questions }) => questions.map(({ id }) => [id, '1'])))
    const plan = planDeck(read.sheet, read.citations, template, { pageOf, calls })
    const slides = layoutDeck(plan, template, metrics, log)
    const all = dresses.flatMap((dress) => slides.slides.map((slide) => dressed(slide, dress)))
    return { ...slides, slides: sheet === usual ? all : [] }
  }
}

/** What runs may have beside what the sheet gives them, in their placeholder's size and in another; and paragraphs, which words of another script turn. */
const dresses = [
  ...[
    {},
    { strong: true },
    { emphasis: true },
    { emphasis: true, strong: true },
    { code: true },
    { code: true, strong: true },
    { strike: true },
    { strike: true, strong: true },
    { script: 'sub' },
    { script: 'super' },
    { script: 'sub', emphasis: true },
    { script: 'super', emphasis: true },
    { href: 'https://example.org/' },
  ].flatMap((dress) => [dress, { ...dress, size: 13 }]),
  'turned',
]

const dressed = (slide, dress) => ({ ...slide, items: slide.items.map((item) => dressedItem(item, dress)) })

function dressedItem(item, dress) {
  const paragraphs = (all) => all.map((each) => (dress === 'turned' ? turned(each) : { ...each, runs: each.runs.map((run) => ({ ...run, ...dress })) }))
  if (item.paragraphs) return { ...item, paragraphs: paragraphs(item.paragraphs) }
  if (item.rows) return { ...item, rows: item.rows.map((row) => ({ ...row, cells: row.cells.map(paragraphs) })) }
  return item
}

const turned = ({ rtl, ...paragraph }) => (rtl ? paragraph : { ...paragraph, rtl: true })

/** As little as makes a deck. */
const least = '# Week 1\n\n## Monday\n\n1. Why?\n'

/** A question of each kind, with what stands in questions. */
const usual = `# Week 1 — Recall

## Monday — Doors

1. Why does a door need hinges? See notes.md §1-§3.
2. Which three parts has a door? See notes.md §1 and other.md §2.
3. Hinge vs leaf vs frame — what does each do? Answer: They turn, close and hold.
4. When is a lock wise, and when reckless? See notes.md §2.
5. Draw a door. See notes.md §9.
6. Explain a door in two minutes. See notes.md.
7. Which of them turns?
   a) The leaf
   b) The frame
8. Tell the parts:
   a) What turns? Answer: The leaf
   b) What stays? Answer: The frame
9. What does it do?

   \`\`\`
   open()
   \`\`\`

   > It opens.

   - one
     - two
       - three
         - four
   1. first
      1. second
         1. third
            1. fourth

   Answer:

   - one
   - two

   1. first
10. What does the table say?

    | Part | Turns | Holds |
    |---|:-:|--:|
    | \`leaf\` | yes | no |
    | frame | no | yes |
    | lock | no | yes |
11. What is *this*?\\
    And that?

## Tuesday

1. Why does a window need none?
`

const notes = '# Notes\n\n## 1 Hinges\n\nThey turn.\n\n## 2 Leaf\n\nIt moves.\n\n## 3 Frame\n\nIt stays.\n'

/** Lengths are filled in, so that fonts do not matter. */
const metrics = {
  width: (text, _face, size) => [...text].length * size * 0.5,
  vertical: () => ({ ascent: 0.8, descent: 0.2, capHeight: 0.7, xHeight: 0.5 }),
  pieces: (text) => (text === '' ? [] : [{ text, font: 'face' }]),
  missing: () => [],
}

const folderOf = (file) => ({ file, text: readFileSync(file, 'utf8'), read: readBeside })

function readBeside(name) {
  try {
    return readFileSync(join(classic, name))
  } catch {
    return null
  }
}
