/** What has changed, for people: what to print again, and what not. */
import type { QuestionChange, QuestionEvent, SheetChange } from '../identity/compare.js'
import { type DayChange, isKeyAlone, type RepagedDay } from '../identity/compare-days.js'
import type { PagesChange } from '../identity/compare-pages.js'
import type { LookChange } from '../identity/looks.js'
import type { UnprintedDay } from '../identity/prints.js'
import { onOneLine } from './printable.js'
import { listed, plural, weekName } from './text.js'

const words: Record<Exclude<QuestionEvent, 'points' | 'minutes'>, string> = {
  added: 'added',
  removed: 'removed',
  moved: 'moved',
  left: 'moved to another week',
  renumbered: 'renumbered',
  reworded: 'reworded',
  space: 'another answer space',
  picture: 'another picture',
  pictured: 'with a picture now',
  unpictured: 'its picture is no longer there',
  look: 'the same words and space, with other signs or another look',
  cosmetic: 'the same words and space, with other signs, another look, points or minutes',
  key: 'its entry in the key',
}

/**
 * ```
 * content/week-17/04_daily_recall.md
 *   W17·MON  Monday: print page 1 again (rev 1a2b3c → 4d5e6f)
 *     W17 Mon 2  reworded; slides 7–8
 *   Key and check slides only: W17 Tue 1
 *   Same words, no need to print again: Friday is now page 7 (was 6)
 *   Unchanged: Tuesday, Wednesday; 22 questions
 *   Other pages: print page 9 (test and fold) and page 11 (exit tickets) again
 * ```
 * A week whose file was renamed says so. Those that were only renamed have a line for all, and so have those that only look different; one whose
 * files are gone has its own. '' when nothing has changed.
 */
export function changesText(changes: readonly SheetChange[]): string {
  // Where files only look different, other pages are said with that.
  const isChanged = ({ days, questions, repaged, otherPages, look }: SheetChange): boolean =>
    days.length > 0 ||
    questions.length > 0 ||
    otherPages !== undefined ||
    (repaged !== undefined && !isOtherOnPaper(look))
  const news = changes.filter(isNew)
  const weeks = changes.filter(isChanged).flatMap((sheet) => {
    const { gone } = sheet
    if (isNew(sheet)) return news.indexOf(sheet) < mostNew ? [newWeekLine(sheet)] : []
    return gone
      ? [`${weekName(sheet)}: no longer there${leftOverWords(gone.leftOver)}`]
      : [nameThenAndNow(sheet), ...sheetLines(sheet).map((line) => `  ${line}`)]
  })
  const renamed = changes.filter((sheet) => sheet.was && !isChanged(sheet)).map(nameThenAndNow)
  const lines = [
    ...weeks,
    ...(news.length > mostNew ? [`${plural(news.length - mostNew, 'more week')} new: print all`] : []),
    ...(renamed.length === 0 ? [] : [`Only renamed: ${listed(renamed, mostRenamed)}`]),
    ...lookLines(changes),
  ]
  return lines.map((line) => `${onOneLine(line)}\n`).join('')
}

/**
 * "Printed otherwise (ruling 8 → 10 mm), the same questions; print again if you want the new look: content/week-1/recall.md and 50 more", and what is
 * only shown otherwise, likewise. Where a week's questions have changed too, that is said of those that have not.
 */
function lookLines(sheets: readonly SheetChange[]): string[] {
  const line = (isOnSlides: boolean, begin: string, end: string): string[] => {
    const isOf = ({ slides }: LookChange): boolean => (slides ?? false) === isOnSlides
    const own = sheets.filter(({ look }) => look?.some(isOf))
    const all = own.flatMap(({ look = [], repaged }) => [
      ...look.filter(isOf).map(lookWords),
      ...(repaged && !isOnSlides ? ['other page numbers'] : []),
    ])
    if (own.length === 0) return []
    return [`${begin} (${[...new Set(all)].join(', ')})${end}: ${listed(own.map(weekName), mostRenamed)}`]
  }
  return [
    ...line(false, 'Printed otherwise', '; print again if you want the new look'),
    ...line(true, 'Shown otherwise on slides', ''),
  ]
}

/** Then a day that only has other pages is no longer the sheet in hand. */
const isOtherOnPaper = (look: SheetChange['look'] = []): boolean => look.some(({ slides }) => !slides)

const digestWords: Readonly<Record<string, string>> = {
  words: 'other words of the template',
  print: 'other settings of pages',
  show: 'other settings of slides',
  roster: 'other names of the class',
}

/** "paper a4 → letter", "ruling 8 → 10 mm"; of what is only known by a digest, that it is another. */
const lookWords = ({ option, before, now }: LookChange): string =>
  digestWords[option] ?? `${option} ${fromTo(before, now)}`

const mostRenamed = 3

const mostUnprinted = 40

/**
 * "Never recorded as printed: W2·MON Monday, W2·TUE Tuesday." and of very many the first. `codes`: of all days there are; where two have the same one,
 * also of those that are recorded, their files are named. '' when there are none.
 */
export function neverPrintedLine(days: readonly UnprintedDay[], codes: readonly string[]): string {
  if (days.length === 0) return ''
  const sorted = codes.toSorted()
  const twice = new Set(sorted.filter((code, i) => code === sorted[i - 1]))
  const names = days.map(({ code, name, path }) => `${code} ${name}${twice.has(code) ? ` (${path})` : ''}`)
  return `${onOneLine(`Never recorded as printed: ${listed(names, mostUnprinted)}.`)}\n`
}

/** So many new weeks have a line each. */
const mostNew = 20

/** True for a week of which all is new: one that came, or of which there was no paper. */
const isNew = ({ days, same, repaged, gone }: SheetChange): boolean =>
  !gone && !repaged && same.days.length === 0 && days.length > 0 && days.every(({ event }) => event === 'added')

/** "content/week-3/recall.md: new, 5 days: print pages 1–7" */
function newWeekLine(sheet: SheetChange): string {
  const pages = sheet.days.flatMap((day) => day.pages)
  return `${weekName(sheet)}: new, ${plural(sheet.days.length, 'day')}${pages.length === 0 ? '' : `: print ${pagesWords(pages)}`}`
}

const mostLeftOver = 4

function leftOverWords(paths: readonly string[]): string {
  if (paths.length === 0) return ''
  return `; ${listed(paths, mostLeftOver)} ${paths.length === 1 ? 'is' : 'are'} left over`
}

/** "content/week-3/recall.md (was content/week-2/recall.md)", "content/recall.md (week 2) (was week 1)" */
function nameThenAndNow(sheet: SheetChange): string {
  const { path, was } = sheet
  if (!was) return weekName(sheet)
  return `${weekName(sheet)} (was ${was.path === path && was.week !== null ? `week ${was.week}` : weekName(was)})`
}

function sheetLines({ days, repaged, otherPages, questions, same, look }: SheetChange): string[] {
  const onPaper = questions.filter(({ events }) => !isKeyAlone(events))
  const onSheets = new Set(days.flatMap(({ keyed = [] }) => keyed))
  const keyOnly = questions.filter(({ id, events }) => isKeyAlone(events) && !onSheets.has(id))
  const told = new Set<QuestionChange>()
  const isTold = new Set(days.map(({ key }) => key))
  /** One that went to a day of which nothing is told, as to one that was never printed, is told where it was. */
  const homeOf = ({ day, dayBefore = day }: QuestionChange): string => (isTold.has(day) ? day : dayBefore)
  const lines = days.flatMap((day) => {
    const own = onPaper.filter((question) => homeOf(question) === day.key)
    for (const question of own) told.add(question)
    const left = onPaper.filter((question) => question.dayBefore === day.key && homeOf(question) !== day.key)
    const reasons = [...placeLines(own), ...(day.event === 'changed' ? left.map(leftLine) : [])]
    const keyed = questions.filter(({ id }) => day.keyed?.includes(id))
    return [dayLine(day, keyed), ...reasons.map((line) => `  ${line}`)]
  })
  const kept = [
    ...(same.days.length > 0 ? [same.days.join(', ')] : []),
    ...(same.questions > 0 ? [plural(same.questions, 'question')] : []),
  ]
  return [
    ...lines,
    ...placeLines(onPaper.filter((question) => !told.has(question))),
    ...(keyOnly.length > 0 ? [keyLine(keyOnly)] : []),
    ...(repaged && !isOtherOnPaper(look) ? [repagedLine(repaged)] : []),
    ...(kept.length > 0 ? [`Unchanged: ${kept.join('; ')}`] : []),
    ...(otherPages ? [otherPagesLine(otherPages)] : []),
  ]
}

/** Where to look has changed, or an answer: no day sheet says it, but the slide behind each question does. */
function keyLine(questions: readonly QuestionChange[]): string {
  const where = questions.some(({ slides }) => slides.length > 0) ? 'Key and check slides only' : 'Key only'
  return `${where}: ${questions.map(({ code }) => code.now).join(', ')}`
}

/** "Same words, no need to print again: Thursday is now pages 5–6 (was 4–5), Friday page 7 (was 6)" */
function repagedLine(days: readonly RepagedDay[]): string {
  const said = days.map(
    ({ name, pages: { before, now } }, i) => `${name} ${i === 0 ? 'is now ' : ''}${pagesNow(before, now)}`,
  )
  return `Same words, no need to print again: ${said.join(', ')}`
}

const pageNames: Readonly<Record<PagesChange['kind'], string>> = {
  'brain-dump': 'brain dump',
  summary: 'summary',
  calendar: 'calendar',
  'test-and-fold': 'test and fold',
  key: 'key',
  'exit-tickets': 'exit tickets',
  guide: 'run sheet',
}

/** "Other pages: print page 8 (summary) and pages 11–12 (exit tickets) again, and page 9 (calendar)": those of one kind together, new ones last. */
function otherPagesLine(changes: readonly PagesChange[]): string {
  const wordsOf = (event: PagesChange['event']): string[] => {
    const kinds = new Map<PagesChange['kind'], string[]>()
    for (const { kind, pages, event: own } of changes)
      if (own === event) kinds.set(kind, [...(kinds.get(kind) ?? []), ...pages])
    return [...kinds].map(([kind, pages]) =>
      // A file of its own, with its own numbers.
      kind === 'guide' ? 'the run sheet' : `${pagesWords(pages)} (${pageNames[kind]})`,
    )
  }
  const [again, fresh] = [wordsOf('changed'), wordsOf('added')]
  const all = [...(again.length > 0 ? [`${inWords(again)} again`] : []), ...(fresh.length > 0 ? [inWords(fresh)] : [])]
  return `Other pages: print ${all.join(', and ')}`
}

/** "a, b and c" */
const inWords = (things: readonly string[]): string =>
  [things.slice(0, -1).join(', '), ...things.slice(-1)].filter(Boolean).join(' and ')

/** "pages 5–6 (was 4–5)": of labels then and now. */
export const pagesNow = (before: readonly string[], now: readonly string[]): string =>
  `${pagesWords(now)} (was ${rangeOf(before.map(Number))})`

const pagesWords = (labels: readonly string[]): string =>
  `${labels.length === 1 ? 'page' : 'pages'} ${rangeOf(labels.map(Number))}`

/** `keyed`: its questions whose entries in the key are others and stand on it, with nothing else that is new. */
function dayLine(
  { event, code, name, pages, revision, above = [] }: DayChange,
  keyed: readonly QuestionChange[],
): string {
  const where = pages.length === 0 ? '' : ` ${pagesWords(pages)}`
  switch (event) {
    case 'added':
      return `${code}  ${name}: new, print${where}`
    case 'removed':
      return `${code}  ${name}: no longer there`
    case 'changed':
      return `${code}  ${name}: print${where} again (rev ${revision.before} → ${revision.now})${reasonWords(above, keyed)}`
  }
}

/** ": another introduction; key entries and check slides of W1 Mon 1, W1 Mon 3"; '' for nothing. */
function reasonWords(above: NonNullable<DayChange['above']>, keyed: readonly QuestionChange[]): string {
  const shown = keyed.some(({ slides }) => slides.length > 0) ? ' and check slides' : ''
  const reasons = [
    ...(above.length === 0 ? [] : [`another ${above.map((part) => aboveNames[part]).join(' and ')}`]),
    ...(keyed.length === 0 ? [] : [`key entries${shown} of ${keyed.map(({ code }) => code.now).join(', ')}`]),
  ]
  return reasons.length === 0 ? '' : `: ${reasons.join('; ')}`
}

const aboveNames = { head: 'head', intro: 'introduction' }

/** A line a question; of one that came where another went, one for both: it may as well be the same one, reworded past knowing. */
function placeLines(questions: readonly QuestionChange[]): string[] {
  const went = new Set(questions.flatMap(({ events, code }) => (events.includes('removed') ? [code.before] : [])))
  const came = new Set(questions.flatMap(({ events, code }) => (events.includes('added') ? [code.now] : [])))
  return questions.flatMap((question) => {
    const { events, code, slides } = question
    if (events.includes('removed') && came.has(code.before)) return []
    if (!events.includes('added') || !went.has(code.now)) return [questionLine(question)]
    return [`${code.now}  another question in its place${slidesWords(slides)}`]
  })
}

/** Why a day is printed again that a question has left: what else happened to that is said where it stands now. */
const leftLine = ({ code }: QuestionChange): string => `${code.before}  is now ${code.now}`

function questionLine(question: QuestionChange): string {
  const { code, events, slides } = question
  const from =
    code.before && code.now && code.before !== code.now ? `${code.before} → ${code.now}` : (code.now ?? code.before)
  const isGone = events.includes('removed') || events.includes('left')
  const shown = isGone ? '' : slidesWords(slides)
  return `${from}  ${events.map((event) => eventWords(event, question)).join(', ')}${shown}`
}

function eventWords(event: QuestionEvent, { points, minutes }: QuestionChange): string {
  switch (event) {
    case 'points':
      return fromTo(points?.before ?? 'no points', points?.now ?? 'no points')
    case 'minutes':
      return `${minutes?.before} → ${minutes?.now} minutes`
    default:
      return words[event]
  }
}

/** "3 → 4 points" where both count the same thing, else "1 point → 2 points", "no points → 2 points". */
function fromTo(before: string, now: string): string {
  const figure = /^[\d.½]+/
  const [then = ''] = figure.exec(before) ?? []
  const isSame = then !== '' && before.replace(figure, '') === now.replace(figure, '')
  return `${isSame ? then : before} → ${now}`
}

const slidesWords = (slides: readonly number[]): string =>
  slides.length === 0 ? '' : `; ${slides.length === 1 ? 'slide' : 'slides'} ${rangeOf(slides)}`

/** "7–8", "3, 5–6". */
function rangeOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
