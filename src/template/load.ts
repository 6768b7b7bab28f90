/** `template.yaml` → checked Template, with messages that point into the YAML. No disk: the world is passed in. */
import { distance } from 'fastest-levenshtein'
import type * as z from 'zod'
import type { Log } from '../diagnostics.js'
import { fontFault, UnusableFont } from '../text/fonts/font-file.js'
import type { FaceName } from '../text/metrics.js'
import {
  dotted,
  type FindTemplate,
  type KnownFontFile,
  knownLayer,
  type Layer,
  ownerOf,
  type Path,
  placeIn,
  placeOf,
  readLayer,
  readLayers,
  type TemplateFolder,
  type Values,
  valueAt,
} from './layers.js'
import type { Checked, FontFile, Template } from './model.js'
import { templateSchema } from './schema.js'

export type { FindTemplate, TemplateFolder } from './layers.js'

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
  const { reports } = log
  const spoken = speak(template, origin.layers, lang, log)
  // What is wrong with a file is said in each build of a watch.
  if (log.reports === reports) origin.spoken.set(lang, spoken)
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
    // To ask for the script of a language for the first time takes as long as to read a template.
    return names.filter((name) => name === lang || scriptOf(name) === scriptOf(lang))
  } catch {
    return []
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

/** The key of the schema at `path` that is nearest in spelling, or null when none is near. */
function nearestKey(key: string, path: Path): string | null {
  let schema: unknown = templateSchema
  for (const step of path) schema = (schema as { shape?: Values }).shape?.[step]
  const known = Object.keys((schema as { shape?: Values } | undefined)?.shape ?? {})
  const ranked = known.map((name) => ({ name, far: distance(name, key) })).sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(2, key.length / 3) ? best.name : null
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
  const { folder } = owner
  const known = folder.knownFont?.(name)
  if (known) return unreadFont(name, known)
  const bytes = folder.read(name)
  if (!bytes) {
    log.report('template-font-missing', placeOf(owner, path), { name })
    return null
  }
  const kind = fontFault(bytes)
  if (kind !== null) {
    log.report('template-font-unusable', placeOf(owner, path), { name, kind })
    return null
  }
  return { name, bytes, shapes: () => folder.shapes?.(bytes) ?? null }
}

/** A font that is read when somebody asks for its bytes: a check needs few of a template, and a build half of them. */
function unreadFont(name: string, known: KnownFontFile): FontFile {
  let bytes: Uint8Array | null = null
  return {
    name,
    isUnread: true,
    sha256: known.sha256,
    ...(known.chart ? { chart: known.chart } : {}),
    get bytes() {
      bytes ??= known.read()
      if (!bytes) throw new UnusableFont(name)
      return bytes
    },
    shapes: known.shapes,
  }
}
