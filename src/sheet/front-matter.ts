/**
 * Front matter: what a sheet says of itself before its title.
 * ```yaml
 * kind: recall-sheet      # or source
 * title: Week 17 — Daily Recall
 * week: 17
 * course: MLOps
 * lang: en-GB
 * paper: letter
 * template: classic
 * start: 2025-04-21       # the week's first day
 * ```
 */
import type { Yaml } from 'mdast'
import { isMap, isScalar, parseDocument, type Node as YamlNode } from 'yaml'
import type { Place } from '../diagnostics.js'
import type { SheetSettings } from './model.js'
import type { Reading } from './reading.js'
import { didYouMean } from './suggest.js'

/** The checked values; what was missing or wrong is null. */
export interface FrontMatter {
  title: string | null
  week: number | null
  /** Where the week is written, for a message that disagrees with it. */
  weekPlace: Place | null
  course: string | null
  lang: string | null
  settings: SheetSettings
}

type Key = 'kind' | 'title' | 'week' | 'course' | 'lang' | 'paper' | 'template' | 'start'
const keys: readonly Key[] = ['kind', 'title', 'week', 'course', 'lang', 'paper', 'template', 'start']

/** Keys of site generators that the same page may carry; they are not for us and not worth a message. */
const siteKeys = new Set(
  'layout parent grand_parent nav_order nav_exclude has_children has_toc permalink slug url aliases weight date lastmod draft tags tag categories category description summary author authors image sidebar sidebar_label sidebar_position hide_title toc comments search'.split(
    ' ',
  ),
)

const nothing: FrontMatter = { title: null, week: null, weekPlace: null, course: null, lang: null, settings: {} }

/** Reads and checks the front matter; every message points into the YAML. */
export function readFrontMatter(yaml: Yaml | undefined, reading: Reading): FrontMatter {
  if (!yaml) return nothing
  const nodeStart = yaml.position?.start.offset ?? 0
  const base = nodeStart + (/^---[^\r\n]*(?:\r\n|\r|\n)/.exec(reading.text.slice(nodeStart))?.[0].length ?? 4)
  const placeAt = (from: number, to: number) => reading.placeAt(base + from, base + Math.max(from, to))
  const document = parseDocument(yaml.value, { prettyErrors: false, logLevel: 'silent' })
  for (const error of document.errors)
    reading.log.report('front-matter-broken', placeAt(...error.pos), { problem: error.message })
  if (document.errors.length > 0 || document.contents === null) return nothing
  if (!isMap(document.contents)) {
    reading.log.report('front-matter-broken', reading.place(yaml), { problem: 'It holds no "key: value" lines' })
    return nothing
  }
  const front: FrontMatter = { ...nothing, settings: {} }
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const keyPlace = rangePlace(key as YamlNode, placeAt) ?? reading.place(yaml)
    if (isKey(name)) {
      const place = rangePlace(value as YamlNode | null, placeAt) ?? keyPlace
      setValue(front, name, isScalar(value) ? value.value : undefined, place, reading)
    } else if (!siteKeys.has(name))
      reading.log.report('front-matter-unknown-key', keyPlace, { key: name, hint: didYouMean(name, keys) })
  }
  return front
}

const isKey = (name: string): name is Key => (keys as readonly string[]).includes(name)

function rangePlace(node: YamlNode | null, placeAt: (from: number, to: number) => Place): Place | null {
  return node?.range ? placeAt(node.range[0], node.range[1]) : null
}

function setValue(front: FrontMatter, key: Key, given: unknown, place: Place, reading: Reading): void {
  const words = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : ''
  const expected = expectation(key, words)
  if (expected !== null) {
    reading.log.report('front-matter-value', place, { key, words, expected })
    return
  }
  switch (key) {
    case 'kind':
      return
    case 'week':
      front.week = Number(words)
      front.weekPlace = place
      return
    case 'title':
    case 'course':
    case 'lang':
      front[key] = words
      return
    case 'start':
    case 'paper':
    case 'template':
      front.settings[key] = { value: words, place }
  }
}

/** What was expected of a wrong value; null when it is right. */
function expectation(key: Key, words: string): string | null {
  const right: Record<Key, [boolean, string]> = {
    kind: [words === 'recall-sheet', '"recall-sheet"'],
    week: [/^\d{1,3}$/.test(words), 'a number such as 17'],
    lang: [/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,4}$/i.test(words), 'a language tag such as "en" or "pt-BR"'],
    start: [isDate(words), 'a date such as 2025-04-21'],
    title: [words !== '', 'words on one line'],
    course: [words !== '', 'words on one line'],
    paper: [words !== '', 'a name'],
    template: [words !== '', 'a name'],
  }
  const [fits, expected] = right[key]
  return fits ? null : expected
}

/** True for a day that the calendar has: "2025-02-30" is none. */
function isDate(words: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words)
  if (!match) return false
  const date = new Date(`${words}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(words)
}
