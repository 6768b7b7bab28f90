/** Headings that stand where days stand and are nearly called as one: `## Mondey`. */

import type { Place } from '../../diagnostics.js'
import { LetterPattern } from '../../text/latin.js'
import type { Run } from '../../text/rich.js'
import type { Reading } from '../markdown/reading.js'
import { rawText } from '../markdown/runs.js'
import { type NearDay, nearDay } from '../words/near-days.js'
import { languageOf } from '../words/table.js'
import { weekdays } from './days.js'

/** A name in one word, alone or before what parts it from a topic: "Mondey", "🗓 Mondey — Opening failure". */
const nameInOne = new LetterPattern(
  String.raw`^[^\p{L}\p{N}]{0,8}([\p{L}\p{M}-]{1,20})\.?\s*(?:[:：,|(（]|\s[—–-]|[—–]|$)`,
)

/** The word that names no day, and the day that its author may have meant: one of the language of the sheet or of its other days. */
export function meantDay(
  words: string,
  lang: string | null,
  languages: readonly string[],
): { word: string; near: NearDay } | null {
  const word = nameInOne.exec(words.slice(0, 100))?.[1]
  if (word === undefined) return null
  const own = languageOf(lang)
  const spoken = [...new Set([...(own === null ? [] : [own]), ...languages])]
  const near = nearDay(word, spoken.length > 0 ? spoken : ['en'])
  return near && { word, near }
}

/** Tells of a heading, which names no day, that its author may have meant one that the sheet does not have elsewhere. */
export function reportMisspeltDay(heading: readonly Run[], place: Place, { log, lang, parts }: Reading): void {
  const meant = meantDay(rawText(heading), lang, parts.languages)
  if (meant && !parts.keys.has((weekdays[meant.near.weekday] ?? '').toLowerCase()))
    log.report('day-misspelt', place, { words: meant.word, name: meant.near.name })
}
