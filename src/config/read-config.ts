/** The text of `recall.config.yaml` → checked values. Few folders have one: runs without do not come here. */
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import { type Log, type Place, placeInYaml } from '../diagnostics.js'
import { yamlFaults } from '../sheet/yaml-faults.js'
import { pagesWords } from '../template/optional-pages.js'
import { paperNames, paperOf, paperWords } from '../template/paper.js'
import { printChoices, printWords } from '../template/print.js'
import { readRuling, rulings, rulingWords } from '../template/ruling.js'
import { showChoices, showWords } from '../template/show.js'
import { didYouMean } from '../text/suggest.js'
import { isWebAddress } from '../text/web-address.js'
import { editionNames, editionsNamed } from '../workbook/editions.js'
import { type Config, isMessageCode, mayBecome, messageCodes, severityLevels } from './config.js'

const edition = z.enum([...editionNames, 'all'])

const pages = z.enum(pagesWords)

const schema = z.strictObject({
  severity: z.record(z.string(), z.enum(severityLevels)).optional(),
  template: z.string().min(1).optional(),
  paper: z
    .string()
    .refine((words) => paperOf(words) !== null, paperWords)
    .optional(),
  ruling: z.unknown().refine(isRuling, rulingWords).optional(),
  key: z.enum(printWords.key).optional(),
  fold: z.enum(printWords.fold).optional(),
  starts: z.enum(printWords.starts).optional(),
  duplex: z.boolean().optional(),
  qr: z.boolean().optional(),
  scheme: z.enum(showWords.scheme).optional(),
  reveal: z.enum(showWords.reveal).optional(),
  names: z.enum(showWords.names).optional(),
  roster: z.string().min(1).optional(),
  audience: z.boolean().optional(),
  sources: z.string().refine(isWebAddress, 'an address such as https://example.org/course/').optional(),
  out: z.string().min(1).optional(),
  pages: z.union([pages, z.array(pages).min(1)]).optional(),
  edition: z.union([edition, z.array(edition).min(1)]).optional(),
})

/** YAML has a distance as a number. */
function isRuling(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && readRuling(String(value)) !== null
}

/** All keys of the file. */
export const configKeys: readonly string[] = Object.keys(schema.shape)

/** Reads and checks the file; what is wrong is reported (`config-*`), all faults at once, and left out. */
export function readConfig(text: string, file: string, log: Log): Config {
  const yaml = readYaml(text, file, log)
  const sound = yaml && soundValues(yaml, log)
  return sound ? configOf(sound, yaml, log) : { severities: {}, defaults: {} }
}

/** What a file of YAML says, and where it says it. */
interface ReadYaml {
  values: unknown
  /** The place of the key at `path`, or of its value; the beginning of the file for what is not there. */
  placeOf(path: readonly PropertyKey[], part: 'key' | 'value'): Place
}

/** The file's keys and values; null after reporting that it is no YAML or no map, and for a file that says nothing. */
function readYaml(text: string, file: string, log: Log): ReadYaml | null {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' })
  for (const { from, to, fault, reason } of yamlFaults(text, document.errors))
    log.report('config-broken', placeInYaml(file, lines, from, to), { fault, reason })
  if (document.errors.length > 0 || document.contents === null) return null
  if (!isMap(document.contents)) {
    log.report('config-broken', { file }, { fault: 'it holds no "key: value" lines', reason: null })
    return null
  }
  const placeOf: ReadYaml['placeOf'] = (path, part) => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
    const node = part === 'value' && isNode(pair?.value) ? pair.value : pair?.key
    const [start, end] = (isNode(node) ? node.range : undefined) ?? [0, 0]
    return placeInYaml(file, lines, start, end)
  }
  try {
    return { values: document.toJS({ maxAliasCount: 100 }), placeOf }
  } catch (error) {
    const fault = 'a value begins with "*", which YAML takes for the name of another; put it in quotes'
    log.report('config-broken', { file }, { fault, reason: (error as Error).message })
    return null
  }
}

type Values = z.infer<typeof schema>

/** The values as the schema has them, without those that it refuses, which are reported. */
function soundValues({ values, placeOf }: ReadYaml, log: Log): Values | null {
  const result = schema.safeParse(values)
  if (result.success) return result.data
  const faulty: PropertyKey[][] = []
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) {
        faulty.push([key])
        const hint = didYouMean(key, configKeys)
        log.report('config-key-unknown', placeOf([...issue.path, key], 'key'), { key, hint })
      }
    else {
      // Of a list with one wrong word nothing is taken; of the severities each stands for itself.
      faulty.push(issue.path.slice(0, issue.path[0] === 'severity' ? 2 : 1))
      const value = issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)?.[step], values)
      const facts = {
        key: issue.path.join('.'),
        value: JSON.stringify(value) ?? 'nothing',
        expected: expected(issue) + meant(value, issue),
      }
      log.report('config-value-wrong', placeOf(issue.path, 'value'), facts)
    }
  }
  return schema.safeParse(without(values, faulty)).data ?? null
}

/** Values that the schema has passed → the config; severities that no message may have are reported and left out. */
function configOf(values: Values, { placeOf }: ReadYaml, log: Log): Config {
  const config: Config = { severities: {}, defaults: {} }
  const { severity = {}, sources, out, pages: named, edition: asked, audience, roster } = values
  for (const [code, level] of Object.entries(severity)) {
    const where = placeOf(['severity', code], 'key')
    if (!isMessageCode(code))
      log.report('config-key-unknown', where, { key: code, hint: didYouMean(code, messageCodes) })
    else if (!mayBecome(code, level)) log.report('config-severity-fixed', where, { code, asked: level })
    else config.severities[code] = level
  }
  for (const key of ['template', 'paper', 'ruling', ...printChoices, ...showChoices] as const) {
    const value = values[key]
    if (value !== undefined) config.defaults[key] = { value: String(value), place: placeOf([key], 'value') }
  }
  if (sources !== undefined) config.sources = sources
  if (audience !== undefined) config.audience = audience
  if (roster !== undefined) config.roster = roster
  if (named !== undefined)
    config.defaults.pages = { value: [named].flat().join(', '), place: placeOf(['pages'], 'value') }
  if (asked !== undefined) config.editions = editionsNamed([asked].flat())
  return out === undefined ? config : { ...config, out }
}

/** A copy of `values` without the keys at `paths`. */
function without(values: unknown, paths: readonly PropertyKey[][]): unknown {
  const copy = structuredClone(values) as Record<PropertyKey, unknown>
  for (const path of paths) {
    const parent = path.slice(0, -1).reduce((at, step) => at[step] as typeof copy, copy)
    delete parent[path.at(-1) ?? '']
  }
  return copy
}

const typeWords: Readonly<Record<string, string>> = { record: 'codes with a severity each', boolean: 'true or false' }

/** Names that a value may have been meant as, where a key takes names. */
function namesFor(issue: z.core.$ZodIssue): readonly string[] {
  const [key] = issue.path
  if (issue.code === 'invalid_value') return issue.values.map(String)
  if (issue.code === 'invalid_union') return key === 'pages' ? pagesWords : edition.options
  return key === 'paper' ? paperNames : key === 'ruling' ? Object.keys(rulings) : []
}

/** `; did you mean "letter"?` of a word, or of the first word of a list that is no name; '' when none is near. */
function meant(value: unknown, issue: z.core.$ZodIssue): string {
  const names = namesFor(issue)
  const word = [value].flat().find((each) => typeof each === 'string' && !names.includes(each))
  return typeof word === 'string' ? didYouMean(word, names) : ''
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_union') {
    const known = issue.path[0] === 'pages' ? pagesWords : edition.options
    return `one of ${known.join(', ')}, or a list of them`
  }
  if (issue.code === 'invalid_type') return typeWords[issue.expected] ?? 'a word'
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'one name at least' : 'a word'
  return issue.message
}
