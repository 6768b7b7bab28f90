/** A file written with the memory of others is the one that is written without: pages that share items and elements, changed at random. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FontSet, openFonts } from '../../src/text/fonts/fonts.js'
import type { OpenFont } from '../../src/text/fonts/measured-font.js'
import { WorkbookMemory } from '../../src/workbook/memory.js'
import type { Element, ElementType, Item, Link, Page, Pages, Piece } from '../../src/workbook/pages-model.js'
import { renderPdf } from '../../src/workbook/pdf.js'
import { jpeg, plainPng } from '../pictures/make.js'
import { realFonts } from '../real-fonts.js'
import { classicTemplate } from '../template.js'

/** The same roles, two of them by the fonts of each other. */
const { faces } = classicTemplate()
const otherFonts = openFonts({ ...faces, text: faces['text-strong'], 'text-strong': faces.text })

/** The same fonts as if they had outlines of PostScript: glyphs get their numbers as a file asks for them. */
const postscriptFonts: FontSet = {
  ...realFonts(),
  fontOf: (face, piece) => {
    const { key, font } = realFonts().fontOf(face, piece)
    const known = postscript.get(key) ?? new Proxy(font, { get: asPostscript })
    postscript.set(key, known)
    return { key, font: known }
  },
}
const postscript = new Map<string, OpenFont['font']>()

function asPostscript(font: object, name: string): unknown {
  if (name !== 'createSubset') {
    const value: unknown = Reflect.get(font, name, font)
    return typeof value === 'function' ? value.bind(font) : value
  }
  return () => {
    const glyphs = [0]
    const includeGlyph = (glyph: number) => (glyphs.includes(glyph) ? glyphs.indexOf(glyph) : glyphs.push(glyph) - 1)
    return { cff: true, includeGlyph, encode: () => Buffer.from(glyphs.join(' ')) }
  }
}

const fonts = { real: realFonts(), other: otherFonts, postscript: postscriptFonts }

const pictures = new Map(
  [
    { digest: 'one', format: 'png' as const, width: 4, height: 3, turn: 1, bytes: plainPng(4, 3) },
    { digest: 'two', format: 'png' as const, width: 3, height: 4, turn: 1, bytes: plainPng(3, 4, 90) },
    { digest: 'inks', format: 'jpeg' as const, width: 6, height: 4, turn: 1, inks: true as const, bytes: jpeg('inks') },
  ].map((picture) => [picture.digest, picture]),
)

/** A part of a page: what is drawn, the elements that own it, and its links. Drafts share it as long as nothing of it changes. */
interface Part {
  element: Element
  items: Item[]
  links: Link[]
}

/** Parts of each page, and heights of the pages. `nested`: the elements of its parts stand one in the other, not one behind the other. */
interface Draft {
  pages: { height: number; label: string; parts: Part[]; nested?: boolean }[]
  fonts: keyof typeof fonts
}

// "fi" and "ﬁ" are one glyph, "µ" and "μ" another.
const words = fc
  .array(fc.constantFrom('Why', '\uEF00', 'fi', 'ﬁ', 'office', 'µ', 'μ', '→', 'é', '7', 'שלום', '漢'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.join(' '))

const piece = fc.record({
  text: words,
  face: fc.constantFrom('text' as const, 'label' as const, 'text-strong' as const),
  size: fc.constantFrom(9, 11),
})

type Drawn = (owner: Item['owner'], at: number) => Item

/** The words cut where the font changes, as layout does. */
const piecesOf = ({ text, face, size }: Pick<Piece, 'text' | 'face' | 'size'>): Piece[] =>
  realFonts()
    .pieces(text, face)
    .map((each, i) => ({ text: each.text, face, font: each.font, size, x: 40 * i, rise: 0 }))

const drawn: fc.Arbitrary<Drawn> = fc.oneof(
  {
    weight: 4,
    arbitrary: piece.map(
      (of): Drawn =>
        (owner, at) =>
          text(owner, at, piecesOf(of)),
    ),
  },
  fc.constant<Drawn>((owner, at) => ({ type: 'line', owner, x1: at, y1: 9, x2: at + 9, y2: 9, weight: 1, ink: 1 })),
  fc.constantFrom('one', 'two', 'inks').map(
    (picture): Drawn =>
      (owner, at) => ({ type: 'picture', owner, picture, x: at, y: 50, width: 20, height: 20 }),
  ),
  fc.constantFrom('M0 0L5 0Z', 'M1 1L5 0L3 3Z').map(
    (outline): Drawn =>
      (owner, x) => ({
        type: 'formula',
        owner,
        source: 'x',
        x,
        y: 80,
        width: 9,
        over: 7,
        under: 2,
        size: 11,
        ink: 1,
        marks: [{ x: 0, outlines: [outline] }],
        words: [],
        anchor: { piece: { text: ' ', face: 'text', font: 'face', size: 11, x: 0, rise: 0 }, width: 3 },
      }),
  ),
)

const text = (owner: Item['owner'], x: number, pieces: Piece[]): Item => ({
  type: 'text',
  owner,
  x,
  y: 20,
  width: 60,
  size: 11,
  ink: 1,
  tracking: 0,
  pieces,
})

/** Elements have the names of their places, so that others have the same names later. */
const partOf = (name: string) =>
  fc
    .record({
      types: fc.array(fc.constantFrom<ElementType>('P', 'Span', 'Figure', 'Formula'), { minLength: 1, maxLength: 3 }),
      drawn: fc.array(fc.tuple(fc.nat(3), drawn), { maxLength: 5 }),
      link: fc.boolean(),
      alt: fc.constantFrom(undefined, 'words', 'other words'),
    })
    .map(({ types, drawn, link, alt }): Part => {
      const children = types.map(
        (type, i): Element => ({ id: `${name}.${i}`, type, children: [], ...(alt !== undefined && { alt }) }),
      )
      const ownerOf = (n: number): Item['owner'] =>
        n < types.length ? { element: `${name}.${n}` } : { artifact: 'Layout' }
      const links: Link[] = link
        ? [{ element: `${name}.0`, x: 1, y: 1, width: 9, height: 9, to: { url: 'https://example.org' }, words: name }]
        : []
      return {
        element: { id: name, type: 'Sect', children },
        items: drawn.map(([n, draw], i) => draw(ownerOf(n), 10 * i)),
        links,
      }
    })

type Edit = (draft: Draft) => Draft

const at = fc.nat(20)
const withPage = (
  draft: Draft,
  n: number,
  change: (page: Draft['pages'][number]) => Draft['pages'][number],
): Draft => ({
  ...draft,
  pages: draft.pages.map((page, i) => (i === n % draft.pages.length ? change(page) : page)),
})
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(at, at, fc.nat(8)).chain(([page, place, name]) =>
    partOf(`s${name}`).map(
      (part): Edit =>
        (draft) => {
          const others = draft.pages.map((each) => ({
            ...each,
            parts: each.parts.filter(({ element }) => element.id !== part.element.id),
          }))
          return withPage({ ...draft, pages: others }, page, ({ parts, ...rest }) => ({
            ...rest,
            parts: parts.toSpliced(place % (parts.length + 1), 0, part),
          }))
        },
    ),
  ),
  // An item more or less, of a part whose other items and elements stay.
  at.map(
    (page): Edit =>
      (draft) =>
        withPage(draft, page, (each) => ({ ...each, parts: each.parts.map(shorter) })),
  ),
  at.map(
    (page): Edit =>
      (draft) =>
        withPage(draft, page, (each) => ({ ...each, parts: each.parts.toReversed() })),
  ),
  fc.tuple(at, fc.constantFrom(300, 400)).map(
    ([page, height]): Edit =>
      (draft) =>
        withPage(draft, page, (each) => ({ ...each, height })),
  ),
  fc.tuple(at, fc.constantFrom('1', '9', 'iv', 'A')).map(
    ([page, label]): Edit =>
      (draft) =>
        withPage(draft, page, (each) => ({ ...each, label })),
  ),
  at.map(
    (page): Edit =>
      (draft) =>
        withPage(draft, page, (each) => ({ ...each, nested: !each.nested })),
  ),
  fc.constant<Edit>((draft) => ({ ...draft, pages: draft.pages.toReversed() })),
  fc.constant<Edit>((draft) => ({ ...draft, pages: [...draft.pages, { height: 300, label: '7', parts: [] }] })),
  fc.constant<Edit>((draft) => ({ ...draft, pages: draft.pages.slice(0, Math.max(1, draft.pages.length - 1)) })),
  fc.constantFrom('real' as const, 'other' as const, 'postscript' as const).map(
    (fonts): Edit =>
      (draft) => ({ ...draft, fonts }),
  ),
)

const shorter = (part: Part, i: number): Part => (i === 0 ? { ...part, items: part.items.slice(1) } : part)

/** Parts and items are those of the draft; pages, and the root of the structure, are made anew, as layout makes them. */
const pagesOf = ({ pages }: Draft): Pages => ({
  title: 'A week',
  lang: 'en',
  duplex: true,
  pages: pages.map(
    ({ height, label, parts }): Page => ({
      label,
      width: 200,
      height,
      body: { top: 0, bottom: height },
      side: 'right',
      kind: 'day',
      day: null,
      questions: [],
      items: [...parts.flatMap(({ items }) => items), foot(label)],
      links: parts.flatMap(({ links }) => links),
    }),
  ),
  structure: {
    id: 'root',
    type: 'Document',
    children: pages.flatMap(({ parts, nested }) => {
      const elements = parts.map(({ element }) => element)
      return nested ? elements.reduceRight<Element[]>(under, []) : elements
    }),
  },
  outline: pages.map(({ label }, page) => ({ title: label, page, y: 9, children: [] })),
  destinations: pages.map((_, page) => ({ name: `d${page}`, page, y: 9 })),
  granted: {},
})

const under = (inside: Element[], element: Element): Element[] =>
  inside.length === 0 ? [element] : [{ ...element, children: [...element.children, ...inside] }]

/** Feet are laid each time. */
const foot = (label: string): Item =>
  text({ artifact: 'Pagination' }, 90, piecesOf({ text: label, face: 'label', size: 9 }))

const first: Draft = {
  fonts: 'real',
  pages: ['1', '2', '3'].map((label) => ({ height: 300, label, parts: [] })),
}
const start = fc.tuple(...[0, 1, 2, 3, 4, 5].map((name) => partOf(`s${name}`))).map(
  (parts): Draft => ({
    ...first,
    pages: first.pages.map((page, i) => ({ ...page, parts: parts.slice(2 * i, 2 * i + 2) })),
  }),
)

const written = (draft: Draft, memory?: WorkbookMemory) =>
  renderPdf(pagesOf(draft), fonts[draft.fonts], {
    date: new Date(0),
    pictures,
    memory,
  })

const sequence = fc.array(fc.oneof({ weight: 6, arbitrary: edit }, fc.constant('undo' as const)), {
  minLength: 3,
  maxLength: 12,
})

test('edit after edit, a file is what it would be without memory', async () => {
  await fc.assert(
    fc.asyncProperty(start, sequence, async (start, edits) => {
      const memory = new WorkbookMemory()
      const drafts = [start]
      for (const edit of [(draft: Draft) => draft, ...edits]) {
        if (edit !== 'undo') drafts.push(edit(drafts.at(-1) ?? start))
        else if (drafts.length > 1) drafts.pop()
        const draft = drafts.at(-1) ?? start
        const [kept, fresh] = [await written(draft, memory), await written(draft)]
        expect(Buffer.from(kept).toString('latin1')).toBe(Buffer.from(fresh).toString('latin1'))
      }
    }),
    { numRuns: Number(process.env.MEMORY_RUNS ?? 60), endOnFailure: true },
  )
})
