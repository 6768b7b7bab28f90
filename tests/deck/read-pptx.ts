/** A small reader of PPTX files, of its own making: parts, slides in order, titles, texts, notes, sections. */
import { strFromU8, unzipSync } from 'fflate'

export type PackageParts = Map<string, string>

/** XML parts by path; directory entries included, so that tests can refuse them. */
export function readParts(bytes: Uint8Array): PackageParts {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))
}

export function part(parts: PackageParts, path: string): string {
  const xml = parts.get(path)
  if (xml === undefined) throw new Error(`no part ${path}`)
  return xml
}

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** Relationships of a part by id, targets as full paths. */
export function relationsOf(parts: PackageParts, path: string): Map<string, { type: string; target: string }> {
  const folder = path.split('/').slice(0, -1)
  const name = path.split('/').at(-1)
  const xml = parts.get([...folder, '_rels', `${name}.rels`].join('/')) ?? ''
  const rows = [...xml.matchAll(/<Relationship ([^>]*)\/>/g)].map(([, attributes = '']) => {
    const get = (key: string) => new RegExp(`${key}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    const external = get('TargetMode') === 'External'
    const target = external ? unescapeXml(get('Target')) : resolvePath(folder, get('Target'))
    return [get('Id'), { type: get('Type').split('/').at(-1) ?? '', target, external }] as const
  })
  return new Map(rows)
}

function resolvePath(folder: readonly string[], target: string): string {
  const path = [...folder]
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else path.push(step)
  }
  return path.join('/')
}

export interface ReadShape {
  name: string
  /** Placeholder type and index ("title", "body 13"), or '' */
  placeholder: string
  paragraphs: string[]
  xml: string
}

export interface ReadSlide {
  path: string
  xml: string
  layout: string
  title: string | null
  shapes: ReadShape[]
  notes: string[]
}

const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, inner = '']) =>
    unescapeXml(
      [...inner.matchAll(/<a:t>([^<]*)<\/a:t>|<a:br\/>/g)]
        .map(([tag, text]) => (tag === '<a:br/>' ? '\n' : text))
        .join(''),
    ),
  )

const shapesOf = (xml: string): ReadShape[] =>
  [...xml.matchAll(/<p:(sp|cxnSp|graphicFrame)>.*?<\/p:\1>/gs)].map(([shape]) => {
    const ph = /<p:ph ([^>]*)\/>/.exec(shape)?.[1]
    const get = (key: string) => new RegExp(`${key}="([^"]*)"`).exec(ph ?? '')?.[1]
    return {
      name: /<p:cNvPr [^>]*name="([^"]*)"/.exec(shape)?.[1] ?? '',
      placeholder: ph === undefined ? '' : [get('type'), get('idx')].filter(Boolean).join(' '),
      paragraphs: paragraphsOf(shape),
      xml: shape,
    }
  })

/** Slides in the order of the presentation. */
export function readSlides(parts: PackageParts): ReadSlide[] {
  const presentation = relationsOf(parts, 'ppt/presentation.xml')
  const ids = [...part(parts, 'ppt/presentation.xml').matchAll(/<p:sldId [^>]*r:id="([^"]*)"/g)].map(
    ([, id = '']) => id,
  )
  return ids.map((id) => {
    const path = presentation.get(id)?.target ?? ''
    const xml = part(parts, path)
    const relations = [...relationsOf(parts, path).values()]
    const layout = part(parts, relations.find(({ type }) => type === 'slideLayout')?.target ?? '')
    const notes = part(parts, relations.find(({ type }) => type === 'notesSlide')?.target ?? '')
    const shapes = shapesOf(xml)
    return {
      path,
      xml,
      layout: /<p:cSld name="([^"]*)"/.exec(layout)?.[1] ?? '',
      title: shapes.find(({ placeholder }) => placeholder === 'title')?.paragraphs.join('\n') ?? null,
      shapes,
      notes: shapesOf(notes).find(({ placeholder }) => placeholder.startsWith('body'))?.paragraphs ?? [],
    }
  })
}

/** Sections with the number of their slides. */
export function readSections(parts: PackageParts): { name: string; slides: number }[] {
  const list = part(parts, 'ppt/presentation.xml').matchAll(/<p14:section name="([^"]*)"[^>]*>(.*?)<\/p14:section>/gs)
  return [...list].map(([, name = '', inner = '']) => ({
    name: unescapeXml(name),
    slides: inner.split('<p14:sldId ').length - 1,
  }))
}
