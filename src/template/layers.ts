/** The files that a template is made of, an `extends` chain, parsed; and where in them a value stands. */
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { Log, placeInYaml, type Where } from '../diagnostics.js'
import type { Checked } from './model.js'

/** A template's folder as `disk/templates.ts` hands it over. */
export interface TemplateFolder {
  /** Path of its template.yaml, for messages. */
  file: string
  text: string
  /** Bytes of a file inside the folder; null when it is absent, unreadable or outside the folder. */
  read(path: string): Uint8Array | null
  /**
   * What `checkChain` has found in these texts, the nearest first, when the package was built; null when it does not know them. Reading and
   * checking the templates of the package takes a tenth of what it takes to check a sheet.
   */
  known?(texts: readonly string[]): Checked | null
  /** A font of the package by its path inside the folder, as it was when the package was built; null for any other file. It is not read. */
  knownFont?(path: string): KnownFontFile | null
  /** The shape table that was made of a font file's bytes when the package was built; null when it does not know them. */
  shapes?(bytes: Uint8Array): Uint8Array | null
}

/** A font of the package: a sound one, since the package was built with it. */
export interface KnownFontFile {
  sha256: string
  /** Which characters it has (`chartOf` in `text/characters.ts`), where that is known. */
  chart?: readonly number[]
  /** Its bytes; null when the file holds others by now. */
  read(): Uint8Array | null
  /** Its shape table; null when it has none. */
  shapes(): Uint8Array | null
}

/** Finds the template that another one extends, by name; null when there is none. */
export type FindTemplate = (name: string) => TemplateFolder | null

/** A template may extend one that extends another, this deep. */
const maxChain = 5

/** Keys from the top down to a value. */
export type Path = readonly (string | number)[]
export type Values = Record<string, unknown>

/** One file of an `extends` chain, parsed. */
export interface Layer extends Parsed {
  folder: TemplateFolder
}

interface Parsed {
  document: Document.Parsed
  lines: LineCounter
  values: Values
}

/** The file and the ones it extends, nearest first; null when one of them cannot be used. */
export function readLayers(folder: TemplateFolder, find: FindTemplate, log: Log): Layer[] | null {
  const layers: Layer[] = []
  let next: TemplateFolder | null = folder
  while (next) {
    const layer = readLayer(next, log)
    if (!layer) return null
    layers.push(layer)
    const base: unknown = layer.values.extends
    if (base === undefined) break
    const where = placeOf(layer, ['extends'])
    if (layers.length >= maxChain) {
      log.report('template-extends-too-deep', where, { max: maxChain })
      return null
    }
    next = typeof base === 'string' ? find(base) : null
    if (!next) {
      log.report('template-base-missing', where, { name: String(base) })
      return null
    }
  }
  return layers
}

/** A file whose values are known: parsed when somebody asks for a place in it, or for what another file makes of it. */
export function knownLayer(folder: TemplateFolder): Layer {
  let parsed: Layer | null = null
  const layer = (): Layer => {
    parsed ??= readLayer(folder, new Log())
    if (!parsed) throw new Error(`${folder.file} is known, and cannot be read`)
    return parsed
  }
  return {
    folder,
    get document() {
      return layer().document
    },
    get lines() {
      return layer().lines
    },
    get values() {
      return layer().values
    },
  }
}

/** A file, parsed; null after reporting that it is no YAML, or no map. */
export function readLayer(folder: TemplateFolder, log: Log): Layer | null {
  const lines = new LineCounter()
  const document = parseDocument(folder.text, { lineCounter: lines, prettyErrors: false })
  const layer = { folder, document, lines, values: {} as Values }
  const fault = document.errors[0]
  if (fault) {
    log.report('template-yaml-broken', placeInYaml(folder.file, lines, fault.pos[0], fault.pos[1]), {
      fault: fault.message,
    })
    return null
  }
  if (!isMap(document.contents)) {
    log.report('template-not-a-map', { file: folder.file }, {})
    return null
  }
  try {
    return { ...layer, values: document.toJS({ maxAliasCount: 100 }) as Values }
  } catch (error) {
    log.report('template-yaml-broken', { file: folder.file }, { fault: (error as Error).message })
    return null
  }
}

/** A path in words: "workbook.words.name". */
export const dotted = (path: Path): string => path.join('.')

/** What the nearest layer that has a value at `path` says. */
export function valueAt(layers: Layer[], path: Path): unknown {
  for (const { values } of layers) {
    let value: unknown = values
    for (const step of path) value = (value as Values | undefined)?.[step]
    if (value !== undefined) return value
  }
  return undefined
}

/** Place of the key at `path` in the nearest layer that has it, else of the deepest parent that the file has. */
export function placeIn(layers: Layer[], path: Path): Where {
  const owner = ownerOf(layers, path)
  return owner ? placeOf(owner, path) : null
}

/** The nearest layer that has a key at `path`, else the nearest of all. */
export function ownerOf(layers: readonly Layer[], path: Path): Layer | undefined {
  return layers.length === 1 ? layers[0] : (layers.find((layer) => layer.document.hasIn(path)) ?? layers[0])
}

/** Place of the key at `path` in a layer, else of the deepest parent that it has. */
export function placeOf(layer: Layer, path: Path): Where {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? layer.document.contents : layer.document.getIn(path.slice(0, depth - 1), true)
    const range = keyRange(parent, path[depth - 1])
    if (range) return placeInYaml(layer.folder.file, layer.lines, range[0], range[1])
  }
  return { file: layer.folder.file }
}

function keyRange(parent: unknown, step: string | number | undefined): [number, number] | null {
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === step)
    return rangeOf(pair?.key)
  }
  if (!isNode(parent)) return null
  const item = (parent as { items?: unknown[] }).items?.[Number(step)]
  return rangeOf(item)
}

function rangeOf(node: unknown): [number, number] | null {
  const range = isNode(node) ? (node as Node).range : null
  return range ? [range[0], range[1]] : null
}
