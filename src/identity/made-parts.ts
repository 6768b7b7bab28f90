/**
 * What a build has made of a week, where that may be a part: the sheet of one day, the workbook or the deck alone. The manifest then moves on only for what
 * was made; of the rest it holds what stands there from builds before.
 */
import { type Options, printOptions, showOptions } from './looks.js'
import type { ManifestOutput, ManifestQuestion, ManifestSheet, PrintedDay } from './model.js'

/** Of a week that was built: the keys of days whose sheets were written, and whether the deck of the whole week was. */
export interface MadeParts {
  paper: ReadonlySet<string>
  deck: boolean
}

/** A week that was built: its entry as if all of it had been made, and what was. */
export interface MadeWeek {
  whole: ManifestSheet
  parts: MadeParts
}

/** The keys of a week's days in their order, also of those that never were on paper, as far as they have questions. */
export function dayKeysOf({ days = [], questions }: Pick<ManifestSheet, 'days' | 'questions'>): string[] {
  const made = new Set(days.map(({ key }) => key))
  return questions.every(({ day }) => made.has(day)) ? [...made] : [...new Set(questions.map(({ day }) => day))]
}

/** The days whose sheets stand in files. */
export const daysIn = (outputs: readonly ManifestOutput[]): Set<string> =>
  new Set(outputs.flatMap(({ bears = {} }) => Object.keys(bears)))

/** True when the sheets of all days of a week were made. */
export const isAllPaper = ({ whole, parts }: MadeWeek): boolean =>
  (whole.days ?? []).every(({ key }) => parts.paper.has(key))

/** Its entry says what was made, where nothing was left out or nothing stands from before. */
const isWhole = (week: MadeWeek): boolean => week.parts.deck && isAllPaper(week)

/** The questions of a week whose paper was made. */
export const madeQuestions = (week: MadeWeek): readonly ManifestQuestion[] =>
  isWhole(week) ? week.whole.questions : week.whole.questions.filter(({ day }) => week.parts.paper.has(day))

/** The questions on paper that stands from builds before, as they are there, but for those that were made now, here or in another week. */
export function keptQuestions(
  week: MadeWeek,
  before: ManifestSheet | undefined,
  isMade: (id: string) => boolean,
): readonly ManifestQuestion[] {
  if (isWhole(week) || !before) return []
  const days = new Set(
    daysOf(week, before.days ?? [])
      .map(({ key }) => key)
      .filter((key) => !week.parts.paper.has(key)),
  )
  return before.questions.filter(({ id, day }) => days.has(day) && !isMade(id))
}

/**
 * The entry of a week of which `parts` were made. `before`: what the last build knew of it; `kept`: its `keptQuestions`; `isKept`: ids that are among
 * those of any week, each of which stands once in a manifest. Questions of days that never were on paper are as their sheet has them now.
 */
export function recordOf(
  week: MadeWeek,
  before: ManifestSheet | undefined,
  kept: readonly ManifestQuestion[],
  isKept: (id: string) => boolean,
): ManifestSheet {
  const { whole, parts } = week
  if (isWhole(week)) return whole
  const then = before?.days ?? []
  const inputs = parts.paper.size === 0 && then.length > 0 ? before?.inputs : whole.inputs
  const days = daysOf(week, then)
  const onPaper = new Set(days.map(({ key }) => key))
  const isFresh = ({ id, day }: ManifestQuestion): boolean => parts.paper.has(day) || (!onPaper.has(day) && !isKept(id))
  const questions = [...kept, ...whole.questions.filter(isFresh)].map(asMade(week, before))
  const keys = [...new Set([...(whole.days ?? []), ...days].map(({ key }) => key))]
  return {
    ...whole,
    ...(inputs && { inputs }),
    ...(whole.options && { options: optionsOf(whole.options, before, parts) }),
    days,
    questions: keys.flatMap((key) => questions.filter(({ day }) => day === key)),
  }
}

/** Of a question what was made of it: its slides are those of the last deck, and one that is on no paper has nothing else. */
function asMade({ whole, parts }: MadeWeek, before: ManifestSheet | undefined) {
  const shown = (parts.deck ? whole : before)?.questions ?? []
  const slides = new Map(shown.map(({ id, printed }) => [id, printed?.slides ?? []]))
  const onPaper = new Set([...parts.paper, ...(before?.days ?? []).map(({ key }) => key)])
  return ({ printed, ...question }: ManifestQuestion): ManifestQuestion =>
    printed && (parts.deck || onPaper.has(question.day))
      ? { ...question, printed: { ...printed, slides: slides.get(question.id) ?? [] } }
      : question
}

/** In the order of the sheet; a day that went stands behind the others until its paper is made anew without it. */
function daysOf(week: MadeWeek, then: readonly PrintedDay[]): PrintedDay[] {
  const { whole, parts } = week
  const known = new Map(then.map((day) => [day.key, day]))
  const now = (whole.days ?? []).flatMap((day) => (parts.paper.has(day.key) ? day : (known.get(day.key) ?? [])))
  return isAllPaper(week) ? now : [...now, ...lostDays(whole, then)]
}

const lostDays = ({ days = [] }: ManifestSheet, then: readonly PrintedDay[]): PrintedDay[] =>
  then.filter(({ key }) => days.every((day) => day.key !== key))

/** What stands there of a product that was not made is set as it was; what is seen on both goes with the paper. */
function optionsOf(
  now: Options,
  before: ManifestSheet | undefined,
  { paper, deck }: MadeParts,
): Options & Record<string, string> {
  const { options: then, days = [] } = before ?? {}
  if (!then) return { ...now }
  const isKeptPaper = paper.size === 0 && days.length > 0
  const isKeptDeck = !deck && productsOf(then).includes('deck')
  const names = [
    ...(isKeptPaper ? [...printOptions, 'editions'] : []),
    ...(isKeptDeck ? [...showOptions, 'roster'] : []),
  ]
  const kept = Object.fromEntries(Object.entries(then).filter(([name]) => names.includes(name)))
  const rest = Object.fromEntries(Object.entries(now).filter(([name]) => !(name === 'roster' && isKeptDeck)))
  const products = ['workbook', 'deck'].filter(
    (name) => productsOf(now).includes(name) || (name === 'workbook' ? isKeptPaper : isKeptDeck),
  )
  return { ...rest, ...kept, ...('products' in now && { products: products.join(', ') }) }
}

const productsOf = ({ products = '' }: Options): string => products
