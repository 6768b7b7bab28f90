/**
 * Front matter: what a sheet says of itself before its title.
 * ```yaml
 * kind: recall-sheet      # or source
 * title: Week 17 — Daily Recall
 * week: 17
 * course: MLOps
 * lang: en-GB
 * dir: rtl                # or ltr; auto, the default, goes by the language and the letters
 * paper: letter
 * ruling: college         # or a distance in mm
 * template: classic
 * pages: [brain-dump, calendar]   # beside the day sheets, the summary and the key
 * key: flip               # back, flip or fold: where the key stands
 * fold: left              # the edge of its strip
 * starts: recto           # each day on a front side
 * duplex: false           # printed on one side
 * qr: true                # codes to scan in the key
 * start: 2025-04-21       # the week's first day
 * join: false             # another file of the folder with the same week is another sheet
 * defaults: { lines: 5, points: 1 }   # for all questions, as braces say it for one
 * ```
 */
import type { Yaml } from 'mdast'
import { isAlias, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type Node as YamlNode } from 'yaml'
import type { Place } from '../diagnostics.js'
import type { Direction } from '../text/direction.js'
import { didYouMean, suggest } from '../text/suggest.js'
import { isOverrideKey, keysOf, type Overrides, overrideKeys } from './braces/override-keys.js'
import { noOverrides, setValue } from './braces/overrides.js'
import type { Reading } from './markdown/reading.js'
import type { SheetSettings } from './model.js'
import { asciiDigits } from './words/fold.js'
import { yamlFaults } from './yaml-faults.js'

/** The checked values; what was missing or wrong is null. */
export interface FrontMatter {
  title: string | null
  week: number | null
  /** Where the week is written, for a message that disagrees with it. */
  weekPlace: Place | null
  course: string | null
  lang: string | null
  /** Null: to be seen from the words. */
  dir: Direction | null
  settings: SheetSettings
  /** False: this file stays apart from others of the same week. */
  join: boolean
  /** What holds for every question that says nothing else. */
  defaults: Overrides
  /** True where lines are written that cannot be read, which is told: what they would have said is not missing. */
  unread: boolean
}

/** Keys of site generators that the same page may carry; they are not for us and not worth a message. */
const siteKeys = new Set(
  'layout parent grand_parent nav_order nav_exclude has_children has_toc permalink slug url aliases weight date lastmod draft tags tag categories category description summary author authors image sidebar sidebar_label sidebar_position hide_title toc comments search'.split(
    ' ',
  ),
)

const nothing: FrontMatter = {
  title: null,
  week: null,
  weekPlace: null,
  course: null,
  lang: null,
  dir: null,
  settings: {},
  join: true,
  defaults: noOverrides,
  unread: false,
}

/** A value as it is written: its plain words ('' for a list or a map), the lines of a map (else null), and where it stands. */
interface Given {
  words: string
  lines: GivenLine[] | null
  /** The words of a list, else null. */
  items: string[] | null
  /** What stands for another value, `*Rome*` to YAML; else null. */
  alias: string | null
  /** What stands right behind " #", which is a comment to YAML, though "#3" is hardly meant as one: "#3" of `Rome #3`; else null. */
  unread: string | null
  place: Place
}

interface GivenLine {
  key: string
  keyPlace: Place
  value: Given
}

/** Puts a value where it belongs; returns what was expected when it is wrong, else null. */
type ReadKey = (given: Given, front: FrontMatter, reading: Reading) => string | null

/**
 * The keys that a sheet may have, each with its reader. To add one: a row here, a field in `FrontMatter` that the row fills, and a row
 * in `content/README.md`. Names in messages ("did you mean", the list of known keys) come from this table.
 */
const readers: Readonly<Record<string, ReadKey>> = {
  kind: choice(['recall-sheet'], () => {}),
  title: words('words on one line', notEmpty, (front, said) => {
    front.title = said
  }),
  week: words(
    'a number such as 17',
    (said) => /^\d{1,3}$/.test(asciiDigits(said)),
    (front, said, place) => {
      front.week = Number(asciiDigits(said))
      front.weekPlace = place
    },
  ),
  course: words('words on one line', notEmpty, (front, said) => {
    front.course = said
  }),
  lang: words(
    'a language tag such as "en" or "pt-BR"',
    matches(/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,4}$/i),
    (front, said) => {
      front.lang = said
    },
  ),
  dir: choice(['rtl', 'ltr', 'auto'], (front, said) => {
    front.dir = said === 'rtl' || said === 'ltr' ? said : null
  }),
  paper: setting('paper', 'a name', notEmpty),
  ruling: setting('ruling', 'a name or a distance in mm', notEmpty),
  template: setting('template', 'a name', notEmpty),
  pages: readPages,
  key: oneOf('key', ['back', 'flip', 'fold']),
  fold: oneOf('fold', ['outer', 'left', 'right']),
  starts: oneOf('starts', ['next', 'recto', 'facing']),
  duplex: oneOf('duplex', ['true', 'false']),
  qr: oneOf('qr', ['true', 'false']),
  scheme: oneOf('scheme', ['light', 'dark', 'high-contrast']),
  reveal: oneOf('reveal', ['slide', 'click', 'notes']),
  names: oneOf('names', ['notes', 'slide']),
  start: setting('start', 'a date such as 2025-04-21', isDate),
  join: choice(['true', 'false'], (front, said) => {
    front.join = said === 'true'
  }),
  defaults: readDefaults,
}

/** Every key that a front matter may have. */
export const frontMatterKeys: readonly string[] = Object.keys(readers)

/** `{ lines: 6, kind: explain }`: the keys of braces that may hold for a whole sheet. */
function readDefaults({ lines }: Given, front: FrontMatter, { log }: Reading): string | null {
  if (!lines) return `lines such as "lines: 6" below it; known are ${keysOf('sheet').join(', ')}`
  const defaults: Overrides = { values: {}, places: {} }
  for (const { key, keyPlace, value } of lines) {
    const name = `defaults: ${key}`
    if (!isOverrideKey(key) || !overrideKeys[key].scopes.includes('sheet')) {
      log.report('front-matter-unknown-key', keyPlace, { key: name, hint: suggest(key, keysOf('sheet')) })
      continue
    }
    const expected = setValue(defaults, key, value.words, 'sheet')
    if (expected === null) defaults.places[key] = value.place
    else log.report('front-matter-value', value.place, { key: name, words: shown(value), expected })
  }
  front.defaults = defaults
  return null
}

/** A key whose value is words or a number. */
function words(
  expected: string,
  fits: (said: string) => boolean,
  set: (front: FrontMatter, said: string, place: Place) => void,
): ReadKey {
  return (given, front) => {
    if (!fits(given.words)) return expected
    set(front, given.words, given.place)
    return null
  }
}

/** A key that asks something of the run, and is checked further where papers and templates are known. */
function setting(key: keyof SheetSettings, expected: string, fits: (said: string) => boolean): ReadKey {
  return words(expected, fits, (front, value, place) => {
    front.settings[key] = { value, place }
  })
}

/** A key whose value is one of a few words, in small letters or capitals. */
function choice(known: readonly string[], set: (front: FrontMatter, said: string, place: Place) => void): ReadKey {
  const names = known[0] === 'true' ? known : known.map((name) => `"${name}"`)
  const expected = [names.slice(0, -1).join(', '), names.at(-1)].filter((part) => part !== '').join(' or ')
  return ({ words: said, place }, front) => {
    const word = said.toLowerCase()
    if (!known.includes(word)) return expected + didYouMean(said, known)
    set(front, word, place)
    return null
  }
}

/** As `choice`, of a key that asks something of the run. */
function oneOf(key: keyof SheetSettings, known: readonly string[]): ReadKey {
  return choice(known, (front, value, place) => {
    front.settings[key] = { value, place }
  })
}

/** A list of names, or names with commas between them; which there are is known where templates are. */
function readPages({ words, items, place }: Given, front: FrontMatter): string | null {
  const names = (items ?? words.split(',')).map((name) => name.trim()).filter(notEmpty)
  if (names.length === 0) return 'a list of names'
  front.settings.pages = { value: names.join(', '), place }
  return null
}

function notEmpty(said: string): boolean {
  return said !== ''
}

function matches(pattern: RegExp): (said: string) => boolean {
  return (said) => pattern.test(said)
}

/** True for a day that the calendar has: "2025-02-30" is none. */
function isDate(said: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(said)) return false
  const date = new Date(`${said}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(said)
}

/** Reads and checks the front matter; every message points into the YAML. */
export function readFrontMatter(yaml: Yaml | undefined, reading: Reading): FrontMatter {
  if (!yaml) return { ...nothing, unread: reportUnread(reading) }
  const nodeStart = yaml.position?.start.offset ?? 0
  const base = nodeStart + (/^---[^\r\n]*(?:\r\n|\r|\n)/.exec(reading.text.slice(nodeStart))?.[0].length ?? 4)
  const placeAt = (from: number, to: number) => reading.placeAt(base + from, base + Math.max(from, to))
  const document = parseDocument(yaml.value, { prettyErrors: false, logLevel: 'silent' })
  for (const { from, to, fault, reason } of yamlFaults(yaml.value, document.errors))
    reading.log.report('front-matter-broken', placeAt(from, to), { fault, reason })
  if (document.errors.length > 0) return { ...nothing, unread: true }
  if (document.contents === null) return nothing
  if (!isMap(document.contents)) {
    const fault = 'it holds no "key: value" lines'
    reading.log.report('front-matter-broken', reading.place(yaml), { fault, reason: null })
    return { ...nothing, unread: true }
  }
  const front: FrontMatter = { ...nothing, settings: {} }
  for (const { key, keyPlace, value } of linesOf(document.contents, reading.place(yaml), placeAt)) {
    const read = Object.hasOwn(readers, key) ? readers[key] : undefined
    if (read) {
      const expected = value.alias === null ? read(value, front, reading) : 'quotes around words that begin with "*"'
      if (expected !== null)
        reading.log.report('front-matter-value', value.place, { key, words: shown(value), expected })
      else if (value.unread !== null && (key === 'title' || key === 'course')) {
        const quotes = 'quotes around words with " #" in them, behind which nothing is read'
        reading.log.report('front-matter-value', value.place, {
          key,
          words: `${value.words} ${value.unread}`,
          expected: quotes,
        })
      }
    } else if (!siteKeys.has(key))
      reading.log.report('front-matter-unknown-key', keyPlace, { key, hint: suggest(key, frontMatterKeys) })
  }
  return front
}

/** Front matter that Markdown does not take for any. */
const unread: readonly { pattern: RegExp; why: string }[] = [
  { pattern: /^\+{3}[ \t]*\r?\n[\w-]+[ \t]*=/, why: 'are TOML' },
  { pattern: /^(?:[ \t]*\r?\n)+---[ \t]*\r?\n[\w-]+[ \t]*:/, why: 'do not begin on the first line' },
]
/** Lines below a first `---`, and the one behind them. */
const opened = /^---[ \t]*\r?\n((?:[\w-]+[ \t]*:.*\r?\n|[ \t]+\S.*\r?\n){1,50})(.*)/

/** Tells of lines that look like front matter and are read as part of the sheet; true when there are some. */
function reportUnread({ text, log, placeAt }: Reading): boolean {
  const head = text.slice(0, 5000)
  const found = unread.find(({ pattern }) => pattern.test(head))
  if (found) {
    const start = head.search(/\S/)
    log.report('front-matter-unread', placeAt(start, start + 3), { why: found.why })
    return true
  }
  const [, lines = '', below = ''] = opened.exec(head) ?? []
  const keys = [...lines.matchAll(/^([\w-]+)[ \t]*:/gm)].map(([, key = '']) => key)
  if (!keys.some((key) => Object.hasOwn(readers, key))) return false
  const closing = /^[-–—_=*.]{2,20}[ \t]*$/.test(below) ? below.trim() : null
  const why = closing === null ? 'no line of "---" closes them' : `end with "${closing}"`
  log.report('front-matter-unread', placeAt(0, 3), { why })
  return true
}

type PlaceAt = (from: number, to: number) => Place

function linesOf(map: YAMLMap, whole: Place, placeAt: PlaceAt): GivenLine[] {
  return map.items.map(({ key, value }) => {
    const keyPlace = rangePlace(key as YamlNode, placeAt) ?? whole
    return {
      key: isScalar(key) ? String(key.value) : '',
      keyPlace,
      value: givenAs(value as YamlNode, keyPlace, placeAt),
    }
  })
}

function givenAs(node: YamlNode | null, keyPlace: Place, placeAt: PlaceAt): Given {
  const said = saidBy(node)
  const place = rangePlace(node, placeAt) ?? keyPlace
  return {
    words: said,
    lines: isMap(node) ? linesOf(node, place, placeAt) : null,
    items: isSeq(node) ? node.items.map(saidBy) : null,
    alias: isAlias(node) ? `*${node.source}` : null,
    unread: isScalar(node) && /^\S/.test(node.comment ?? '') ? `#${node.comment}` : null,
    place,
  }
}

/** A value in a message: words as they are, `[a, b]` for a list, `{a: …}` for a map. */
const shown = ({ words: said, items, lines, alias }: Given): string =>
  items ? `[${items.join(', ')}]` : lines ? `{${lines.map(({ key }) => `${key}: …`).join(', ')}}` : (alias ?? said)

/** A word, a number, yes or no as it is written; '' for anything else. */
function saidBy(node: unknown): string {
  const value = isScalar(node) ? node.value : null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : ''
}

function rangePlace(node: YamlNode | null, placeAt: PlaceAt): Place | null {
  return node?.range ? placeAt(node.range[0], node.range[1]) : null
}
