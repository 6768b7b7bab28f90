/** `template.yaml` → checked Template, with messages that point into the YAML. No disk: the world is passed in. */
import { distance } from 'fastest-levenshtein'
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type * as z from 'zod'
import { Log, type Place, type Where } from '../diagnostics.js'
import { fontFault } from '../text/font-file.js'
import type { FaceName } from '../text/metrics.js'
import { type FontFile, type Template, templateSchema } from './model.js'

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
}

/** A template's values, checked. */
export type Checked = z.infer<typeof templateSchema>

/** Finds the template that another one extends, by name; null when there is none. */
export type FindTemplate = (name: string) => TemplateFolder | null

/** A template may extend one that extends another, this deep. */
const maxChain = 5

type Path = readonly (string | number)[]
type Values = Record<string, unknown>

/** One file of an `extends` chain, parsed. */
interface Layer extends Parsed {
  folder: TemplateFolder
}

interface Parsed {
  document: Document.Parsed
  lines: LineCounter
  values: Values
}

/**
 * Checks a template and reads its fonts.
 *
 * ```yaml
 * name: ours
 * extends: classic        # everything not said here is classic's
 * workbook: { paper: letter }
 * ```
 * Returns null after reporting `template-*` errors; all faults of the file are reported at once.
 */
export function loadTemplate(folder: TemplateFolder, find: FindTemplate, log: Log): Template | null {
  const known = folder.known?.([folder.text]) ?? null
  const layers = known ? [knownLayer(folder)] : readLayers(folder, find, log)
  if (!layers) return null
  const checked = known ?? checkLayers(layers, log)
  if (!checked) return null
  const { fonts, extends: _extends, ...rest } = checked
  const faces = readFaces(fonts, layers, log)
  if (!faces) return null
  const template: Template = { ...rest, faces }
  origins.set(template, { layers, spoken: new Map() })
  return template
}

/** What files say together, the nearest first, that extend each other; null after reporting every fault. For `TemplateFolder.known`. */
export function checkChain(folders: readonly TemplateFolder[], log: Log): Checked | null {
  const layers = folders.map((folder) => readLayer(folder, log))
  return layers.every((layer) => layer !== null) ? checkLayers(layers, log) : null
}

/** What the layers say together, checked; null after reporting every fault. */
function checkLayers(layers: Layer[], log: Log): Checked | null {
  const merged = layers.map((layer) => layer.values).reduceRight((base, own) => merge(base, own), {} as Values)
  const result = templateSchema.safeParse(merged)
  if (result.success) return result.data
  for (const issue of result.error.issues) reportIssue(issue, layers, log)
  return null
}

/** Where templates come from, and what they are in other languages, once asked for. */
const origins = new WeakMap<Template, { layers: Layer[]; spoken: Map<string, Template | null> }>()

/**
 * A loaded template for sheets in a language (BCP 47 tag), with the same fonts: the words, and whatever else differs there (leading,
 * deck fonts), of `languages/<lang>.yaml` beside its template.yaml and beside those that it extends.
 *
 * ```yaml
 * workbook: { words: { name: Nom, date: Date } }     # languages/fr.yaml
 * ```
 * With it come the hyphenation patterns of the language. A language that no folder has leaves the template as it is. What a template says itself wins over the languages of the one that it
 * extends. Null after reporting what is wrong with a file.
 */
export function inLanguage(template: Template, lang: string, log: Log): Template | null {
  const origin = origins.get(template)
  if (!origin) return template
  const known = origin.spoken.get(lang)
  if (known !== undefined) return known
  const spoken = speak(template, origin.layers, lang, log)
  origin.spoken.set(lang, spoken)
  return spoken
}

function speak(template: Template, layers: readonly Layer[], lang: string, log: Log): Template | null {
  const files = layers.map(({ folder }) => languageFiles(folder, lang))
  const hyphens = hyphensOf(layers, lang)
  if (files.flat().length === 0) return hyphens ? { ...template, hyphens } : template
  const texts = layers.flatMap(({ folder }, i) => [...(files[i] ?? []), folder].map(({ text }) => text))
  const checked = layers.at(-1)?.folder.known?.(texts) ?? checkSpoken(layers, files, log)
  if (!checked) return null
  const { words, workbook, deck } = checked
  return { ...template, lang, words, workbook, deck, ...(hyphens && { hyphens }) }
}

/** Each layer behind its files of the language, checked; null after reporting what is wrong. */
function checkSpoken(layers: readonly Layer[], files: readonly TemplateFolder[][], log: Log): Checked | null {
  const spoken: Layer[] = []
  for (const [i, layer] of layers.entries()) {
    const own = languageLayers(files[i] ?? [], log)
    if (!own) return null
    spoken.push(...own, layer)
  }
  return checkLayers(spoken, log)
}

/** A file of patterns is no larger. */
const mostPatternBytes = 2_000_000

/** The hyphenation patterns of a language, `hyphens/hyph-en-GB.tex` before `hyphens/hyph-en.tex`, of the nearest folder that has some. */
function hyphensOf(layers: readonly Layer[], lang: string): FontFile | undefined {
  for (const { folder } of layers) {
    for (const language of languageNames(lang)) {
      const name = `hyphens/hyph-${language}.tex`
      const bytes = folder.read(name)
      if (bytes && bytes.length <= mostPatternBytes) return { name, bytes }
    }
  }
  return undefined
}

/** Keys that a file of a language may have. */
const languageKeys = new Set(['words', 'workbook', 'deck'])

/** The files of a language in a folder, the most particular first: pt-BR.yaml, then pt.yaml. */
function languageFiles(folder: TemplateFolder, lang: string): TemplateFolder[] {
  return languageNames(lang).flatMap((name) => {
    const path = `languages/${name}.yaml`
    const bytes = folder.read(path)
    if (!bytes) return []
    const text = new TextDecoder().decode(bytes.subarray(0, mostLanguageBytes))
    return [{ ...folder, file: folder.file.replace(/[^/]*$/, path), text }]
  })
}

/** Files of a language, parsed. Null when one cannot be used. */
function languageLayers(files: readonly TemplateFolder[], log: Log): Layer[] | null {
  const layers: Layer[] = []
  for (const file of files) {
    const layer = readLayer(file, log)
    if (!layer) return null
    const foreign = Object.keys(layer.values).filter((key) => !languageKeys.has(key))
    for (const key of foreign)
      log.report('template-key-unknown', placeOf(layer, [key]), { key, nearest: [...languageKeys].join(', ') })
    if (foreign.length > 0) return null
    layers.push(layer)
  }
  return layers
}

/** A file of words is no larger. */
const mostLanguageBytes = 500_000

/** "zh-Hant-TW" → itself, then what is left when parts are taken off, as long as the script stays the same (RFC 4647, lookup). */
function languageNames(lang: string): string[] {
  const scriptOf = (tag: string) => new Intl.Locale(tag).maximize().script
  try {
    const parts = (Intl.getCanonicalLocales(lang)[0] ?? lang).split('-')
    const names = parts.map((_, i) => parts.slice(0, parts.length - i).join('-'))
    return names.filter((name) => scriptOf(name) === scriptOf(lang))
  } catch {
    return []
  }
}

/** The file and the ones it extends, nearest first; null when one of them cannot be used. */
function readLayers(folder: TemplateFolder, find: FindTemplate, log: Log): Layer[] | null {
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
function knownLayer(folder: TemplateFolder): Layer {
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

function readLayer(folder: TemplateFolder, log: Log): Layer | null {
  const lines = new LineCounter()
  const document = parseDocument(folder.text, { lineCounter: lines, prettyErrors: false })
  const layer = { folder, document, lines, values: {} as Values }
  const fault = document.errors[0]
  if (fault) {
    log.report('template-yaml-broken', placeAt(layer, fault.pos[0], fault.pos[1]), { fault: fault.message })
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

const isPlainMap = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Own values over the base's, map by map; lists and scalars are replaced whole. */
function merge(base: Values, own: Values): Values {
  const merged: Values = { ...base }
  for (const [key, value] of Object.entries(own)) {
    const below = merged[key]
    merged[key] = isPlainMap(below) && isPlainMap(value) ? merge(below, value) : value
  }
  return merged
}

function reportIssue(issue: z.core.$ZodIssue, layers: Layer[], log: Log): void {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  const where = placeIn(layers, path)
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      log.report('template-key-unknown', placeIn(layers, [...path, key]), {
        key: dotted([...path, key]),
        nearest: nearestKey(key, path),
      })
    }
    return
  }
  if (issue.code === 'invalid_type' && valueAt(layers, path) === undefined) {
    log.report('template-key-missing', where, { key: dotted(path) })
    return
  }
  log.report('template-value-wrong', where, {
    key: dotted(path),
    value: JSON.stringify(valueAt(layers, path)),
    expected: expectation(issue),
  })
}

/** What the schema wanted, in words: "at most 15", "one of a4, letter", "number". */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `at most ${issue.maximum}${sizeWords(issue.origin)}`
    case 'too_small':
      return `at least ${issue.minimum}${sizeWords(issue.origin)}`
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`
    case 'invalid_type':
      return kindWords[issue.expected] ?? issue.expected
    default:
      return issue.message
  }
}

const kindWords: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'words',
  array: 'a list',
  object: 'keys and values',
}

const sizeWords = (origin: string): string => (origin === 'array' ? ' items' : origin === 'string' ? ' letters' : '')

const dotted = (path: Path): string => path.join('.')

function valueAt(layers: Layer[], path: Path): unknown {
  for (const { values } of layers) {
    let value: unknown = values
    for (const step of path) value = (value as Values | undefined)?.[step]
    if (value !== undefined) return value
  }
  return undefined
}

/** The key of the schema at `path` that is nearest in spelling, or null when none is near. */
function nearestKey(key: string, path: Path): string | null {
  let schema: unknown = templateSchema
  for (const step of path) schema = (schema as { shape?: Values }).shape?.[step]
  const known = Object.keys((schema as { shape?: Values } | undefined)?.shape ?? {})
  const ranked = known.map((name) => ({ name, far: distance(name, key) })).sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(2, key.length / 3) ? best.name : null
}

/** Place of the key at `path` in the nearest layer that has it, else of the deepest parent that the file has. */
function placeIn(layers: Layer[], path: Path): Where {
  const owner = ownerOf(layers, path)
  return owner ? placeOf(owner, path) : null
}

/** The nearest layer that has a key at `path`, else the nearest of all. */
function ownerOf(layers: readonly Layer[], path: Path): Layer | undefined {
  return layers.length === 1 ? layers[0] : (layers.find((layer) => layer.document.hasIn(path)) ?? layers[0])
}

function placeOf(layer: Layer, path: Path): Where {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? layer.document.contents : layer.document.getIn(path.slice(0, depth - 1), true)
    const range = keyRange(parent, path[depth - 1])
    if (range) return placeAt(layer, range[0], range[1])
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

function placeAt(layer: { folder: TemplateFolder; lines: LineCounter }, start: number, end: number): Place {
  const point = (offset: number) => {
    const { line, col } = layer.lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col), offset }
  }
  return { file: layer.folder.file, start: point(start), end: point(Math.max(end, start)) }
}

/** Reads every font once; a face's chain is its own fonts, then the fallback ones that it does not name itself. */
function readFaces(
  fonts: z.infer<typeof templateSchema>['fonts'],
  layers: Layer[],
  log: Log,
): Template['faces'] | null {
  const opened = new Map<string, FontFile | null>()
  const open = (path: Path, name: string): FontFile | null => {
    const owner = ownerOf(layers, path)
    if (!owner) return null
    const key = `${owner.folder.file}\n${name}`
    if (!opened.has(key)) opened.set(key, readFont(owner, path, name, log))
    return opened.get(key) ?? null
  }
  const openAll = (path: Path, names: readonly string[]) => names.map((name) => open(path, name))
  const fallback = openAll(['fonts', 'fallback'], fonts.fallback)
  const chains = Object.entries(fonts.faces).map(([face, names]) => {
    const own = openAll(['fonts', 'faces', face], names)
    return [face, [...own, ...fallback.filter((font) => !own.includes(font))]] as const
  })
  const whole = chains.every(([, chain]) => chain.every((font) => font !== null))
  return whole ? (Object.fromEntries(chains) as Record<FaceName, FontFile[]>) : null
}

function readFont(owner: Layer, path: Path, name: string, log: Log): FontFile | null {
  const bytes = owner.folder.read(name)
  if (!bytes) {
    log.report('template-font-missing', placeOf(owner, path), { name })
    return null
  }
  const kind = fontFault(bytes)
  if (kind !== null) {
    log.report('template-font-unusable', placeOf(owner, path), { name, kind })
    return null
  }
  return { name, bytes }
}
