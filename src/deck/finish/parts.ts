/** The parts of a package, and into the ZIP. */
import type { Picture, Pictures } from '../../pictures/model.js'
import type { Alike } from '../../text/alike.js'
import type { SlideNumbers } from '../draw/looks.js'
import { type FilledPart, type PackedBefore, packAlike, packWhole, readyParts } from '../pack/contents.js'
import { type Content, type Packed, zip } from '../pack/zip.js'
import type { DeckLook, Slides } from '../slides-model.js'
import { relationshipTypes } from './xml.js'

/** XML parts by path ("ppt/slides/slide1.xml"). Pictures are no parts here: `pack` adds those that a part relates to. */
export type Parts = Map<string, string>

/** Parts that are patterns and words: slides, notes pages and their relationships. */
export type FilledParts = Map<string, FilledPart>

/** Parts that were packed before. */
export type PackedParts = ReadonlyMap<string, Packed>

/** What a step of the finishing pass may ask. */
export interface FinishJob {
  slides: Slides
  /** The parts that are the same in all decks of one look. */
  rest: PackedParts
  /** The parts that there are many of. */
  filled: FilledParts
  /** The date that the file carries. */
  date: Date
  pictures: Pictures
  /** Of one who writes again and again. */
  memory?: PackageMemory | undefined
}

/** What packages were made of before. */
export interface PackageMemory {
  /** Notes pages by their slides, by language and direction of their deck, their number and their words. */
  notes: Alike<FilledPart>
  /** The parts that there are once in each package, by its title and by all that they hang on. */
  single: Alike<PackedParts>
  packed: PackedBefore
}

/** What those parts of a package hang on that there are once in it: plain data. */
export interface PackageFacts extends Pick<Slides, 'title' | 'lang' | 'dir' | 'size' | 'shows'> {
  slides: { id: string; section: string; hasNotes: boolean }[]
  /** Paths of all other parts. */
  paths: string[]
  /** Formats of its pictures. */
  formats: Picture['format'][]
  /** The date that the file carries, ms since 1970. */
  date: number
}

/** Adds one of those parts, or some that belong together. Steps run in the order of `package.ts`. */
export type PackageStep = (parts: Parts, facts: PackageFacts) => void

/** What a step on samples may ask: `slides` holds them, with marks for words. */
export interface SampleJob {
  slides: Slides
  numbers: SlideNumbers
  pictures: Pictures
}

/** A step on the parts of the samples, before words are filled in. */
export type SampleStep = (parts: Parts, job: SampleJob) => void

/** A step on the parts that are the same in all decks of one look. */
export type RestStep = (parts: Parts, job: { slides: DeckLook }) => void

/** ZIP dates count from 1980, end in 2107, and are local time: noon keeps the day in every time zone. */
function zipDate(date: Date): Date {
  const year = Math.min(2107, Math.max(1980, date.getUTCFullYear()))
  const early = date.getUTCFullYear() < 1980
  return early ? new Date(1980, 0, 1, 12) : new Date(year, date.getUTCMonth(), date.getUTCDate(), 12)
}

/** Path of a picture in the package. */
export const mediaPath = ({ digest, format }: Picture): string =>
  `ppt/media/${digest}.${format === 'png' ? 'png' : 'jpg'}`

/** The pictures that some slide shows, each once, by digest. */
export function shownPictures({ slides, pictures }: Pick<FinishJob, 'slides' | 'pictures'>): Picture[] {
  const digests = new Set<string>()
  for (const { items } of slides.slides)
    for (const item of items) if (item.type === 'picture') digests.add(item.picture)
  return [...digests].sort().flatMap((digest) => pictures.get(digest) ?? [])
}

/** Parts that there are once. */
export const packSingle = (parts: Parts): PackedParts =>
  new Map([...parts].map(([path, xml]) => [path, packWhole(xml)]))

/** Writes a package: sorted parts, the content types first, compressed, every entry with the same date; pictures last, as they are. `single`: the parts that there are once. */
export function pack(single: PackedParts, { date, slides, pictures, filled, rest, memory }: FinishJob): Uint8Array {
  const contents = new Map<string, Content>([...rest, ...single])
  for (const kind of [slidePath, notesPath, relationsPath]) {
    const alike = [...filled].filter(([path]) => kind.test(path))
    const own = alike.map(([, part]) => part)
    const made: readonly Content[] = memory ? packAlike(own, memory.packed) : readyParts(own)
    alike.forEach(([path], i) => {
      contents.set(path, made[i] as Content)
    })
  }
  // In this order "[Content_Types].xml" comes first, where readers look for it, and "_rels/.rels" behind it.
  const order = [...contents.keys()].sort().map((path): [string, Content] => [path, contents.get(path) as Content])
  // They are compressed already.
  const shown = shownPictures({ slides, pictures }).map((each): [string, Content] => [
    mediaPath(each),
    { stored: each.bytes },
  ])
  return zip([...order, ...shown], zipDate(date))
}

/** Adds relationships to a part that has some already. `type` is the last word of the relationship's type. */
export function relate(
  parts: Parts,
  path: string,
  added: readonly { id: string; type: string; target: string }[],
): void {
  const relations = path.replace(/([^/]*)$/, '_rels/$1.rels')
  const rows = added.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${relationshipTypes}/${type}" Target="${target}"/>`,
  )
  parts.set(relations, (parts.get(relations) ?? '').replace('</Relationships>', `${rows.join('')}</Relationships>`))
}

/** Edits every part whose path matches. */
export function editParts(parts: Parts, path: RegExp, edit: (xml: string, number: number) => string): void {
  for (const [name, xml] of parts) {
    const found = path.exec(name)
    if (found) parts.set(name, edit(xml, Number(found[1] ?? 0)))
  }
}

export const slidePath = /^ppt\/slides\/slide(\d+)\.xml$/
const notesPath = /^ppt\/notesSlides\/[^/]+$/
const relationsPath = /\.rels$/
