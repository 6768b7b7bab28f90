/** Titles of keys that are about other questions than those around them: "Yesterday's answers", "Answers to last week". */

import { Caseless } from '../../text/caseless.js'
import { isKeyTitle } from '../words/answer-words.js'

/** Which questions a key answers that says so; a key without such words is about the day or the sheet that it stands in. */
export type KeyScope = 'the day before' | 'another sheet'

const dayBefore = new Caseless(
  String.raw`(?<!\p{L})(?:yesterday|gestern|gestrigen|hier|ayer|ieri|ontem|gisteren|igår|i går|eilen|wczoraj|včera|tegnap|ieri|dün|вчера(?:шние)?|вчора|χθες|أمس|אתמול)(?!\p{L})|昨日|前日|昨天|어제`,
)
const sheetBefore = new Caseless(
  String.raw`(?<!\p{L})(?:(?:last|previous) (?:week|time|lesson|class|sheet|quiz|unit)|(?:letzte[rn]?|vorige[rn]?) (?:woche|stunde)|(?:la )?semaine (?:dernière|passée|précédente)|(?:la )?semana (?:pasada|anterior|passada)|(?:la )?settimana scorsa|vorige week|forrige uke|förra veckan|прошл(?:ой|ую) недел[ию]|geçen hafta)(?!\p{L})|先週|前回|上周|上週|지난\s?주`,
)
/** "Answers to week 2", "Week 2 answers"; in "Answers — week 2: Config" it may be left from the sheet before. */
const weekNumber = new Caseless(
  String.raw`(?:^\P{L}*|(?<!\p{L})(?:to|for|of|from|zu|zur|für|von|aus|à|de(?: la)?|pour|para|per|van|voor)\s(?:the )?)(?:week|woche|semaine|semana|settimana|uke|vecka|hafta)\s?(\d{1,3})(?!\d)`,
)

/** What the title of a key says that it is about, in the sheet of `week`; null when it says nothing of the kind. */
export function scopeOf(title: string, week: number | null): KeyScope | null {
  if (title.length > 120 || !isKeyTitle(title.replace(/\s*[:：]\s*$/, ''))) return null
  if (sheetBefore.test(title)) return 'another sheet'
  const named = weekOfKey(title)
  if (named !== null && week !== null && named !== week) return 'another sheet'
  return dayBefore.test(title) ? 'the day before' : null
}

/** The week that the title of a key names: "Answers for week 2" → 2; null for a title that names none, and for other words. */
export function weekOfKey(title: string): number | null {
  if (title.length > 120 || !/\d/.test(title) || !isKeyTitle(title.replace(/\s*[:：]\s*$/, ''))) return null
  const named = weekNumber.exec(title)?.[1]
  return named === undefined ? null : Number(named)
}
