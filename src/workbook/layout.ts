/** Workbook plan → pages: day sheets, week summary, key, and what else is asked for; then what can only be said when all pages are known. Pure. */
import type { Log } from '../diagnostics.js'
import { fillWords, type Template } from '../template/model.js'
import type { Metrics } from '../text/metrics.js'
import { formulasIn } from '../text/tex/formulas-in.js'
import { readableText } from '../text/tex/tex-words.js'
import { layDaySheet } from './day-sheet.js'
import { type Desk, daySheetDesk, openDesk, placeName, putFoot } from './frame.js'
import { reportMissingGlyphs } from './glyphs.js'
import { type FoldedDay, foldDay } from './key/fold.js'
import { layDayKey, layKey, questionPages } from './key/key.js'
import { Parts } from './laid-parts.js'
import type { WorkbookMemory } from './memory.js'
import { mirrored } from './mirror.js'
import { layBrainDump } from './pages/brain-dump.js'
import { layCalendar } from './pages/calendar.js'
import { layExitTickets } from './pages/exit-tickets.js'
import { layGuide } from './pages/guide.js'
import { laySummary } from './pages/summary.js'
import { layTestAndFold } from './pages/test-and-fold.js'
import type { OutlineItem, Page, Pages } from './pages-model.js'
import type { WorkbookPlan } from './plan-model.js'

/**
 * Lays out the whole workbook, or the day sheets that the plan has.
 * `memory`: what was laid before, to be taken where nothing has changed.
 * Reports `day-takes-sides`, `question-takes-sides`, `question-kept-apart` `math-shrunk` and `glyph-missing`; nothing is ever cut or drawn outside the margins.
 */
export function layoutWorkbook(
  plan: WorkbookPlan,
  template: Template,
  metrics: Metrics,
  log: Log,
  memory?: WorkbookMemory,
): Pages {
  reportMissingGlyphs(plan, template, metrics, log)
  const desk = openDesk(plan, template, metrics, log)
  layDays(desk, new Parts(desk, memory?.parts))
  for (const ticket of plan.exitTickets) layExitTickets(ticket, desk)
  const guide = plan.guide ? layGuide(plan.guide, desk) : []
  reportShrunk(desk)
  putFeet(desk)
  hangLinks(desk)
  const { canvas } = desk
  const pages: Pages = {
    title: plan.title,
    lang: plan.lang,
    duplex: desk.duplex && !isForBacks(desk),
    pages: canvas.pages,
    structure: canvas.root,
    outline: [...outlineOf(desk), ...guide],
    destinations: canvas.destinations,
    granted: Object.fromEntries(desk.granted),
  }
  return plan.dir === 'rtl' ? mirrored(pages, memory?.mirrored) : pages
}

/** Day sheets, the summary, and the key where it is wanted: behind all, behind each day, or beside its questions. */
function layDays(desk: Desk, parts: Parts): void {
  const { plan, style } = desk
  const { summary, key } = plan
  const sheets = daySheetDesk(desk)
  const keys = new Map(key?.days.map((day) => [day.id, day] as const))
  const folded: FoldedDay[] = []
  for (const day of plan.days) {
    for (const dump of plan.brainDumps.filter((each) => each.day === day.id))
      parts.lay(
        'brain-dump',
        () => dump,
        [],
        () => layBrainDump(dump, desk),
      )
    parts.lay(
      'day',
      () => day,
      day.questions.map(({ id }) => id),
      () => layDaySheet(day, sheets),
    )
    const own = keys.get(day.id)
    if (own && style.key === 'flip') layDayKey(own, desk, parts)
    if (own && style.key === 'fold') folded.push(foldDay(own, questionPages(desk), desk))
  }
  if (summary)
    parts.lay(
      'summary',
      () => summary,
      [],
      () => laySummary(summary, desk),
    )
  if (plan.calendar) layCalendar(plan.calendar, desk)
  if (plan.testAndFold) layTestAndFold(plan.testAndFold, desk)
  if (!key) return
  if (isForBacks(desk)) for (const day of key.days) layDayKey(day, desk, parts)
  if (style.key === 'back' || (style.key === 'fold' && plan.days.length === 0)) layKey(key, desk, parts)
  else
    layKey(
      {
        days: folded
          .map(({ rest }) => rest)
          .filter(({ entries, codes }) => entries.length > 0 || (key.reverse.length === 0 && codes.length > 0)),
        reverse: key.reverse,
      },
      desk,
      parts,
    )
  for (const { put } of folded) put()
}

/** The key alone, to be printed on the backs of day sheets. */
const isForBacks = ({ plan, style }: Desk): boolean =>
  style.key === 'flip' && plan.key !== null && plan.days.length === 0

function putFeet(desk: Desk): void {
  const { words } = desk.style
  const { pages } = desk.canvas
  pages.forEach((page, i) => {
    if (page.kind === 'blank') return
    const keyPage = keyPageOf(page, desk)
    const day = desk.plan.days.find(({ id }) => id === page.day)
    // A key on the back of a sheet is of the same stamp as its front.
    const stamped = day ?? desk.plan.days.find(({ id }) => id === page.keyOf)
    const code = stamped ? `${stamped.code}   ${fillWords(words.revision, { code: stamped.revision })}` : ''
    const next = pages[i + 1]
    if (page.kind === 'exit-tickets') return
    const goesOn = page.kind === 'day' && next?.kind === 'day' && next.day === page.day
    const middle = goesOn
      ? fillWords(words.continues, { page: next?.label ?? '' })
      : page.kind === 'day' && keyPage
        ? fillWords(words.keyPage, { page: keyPage.label })
        : ''
    putFoot(page, code, middle, page.kind === 'day' ? daySheetDesk(desk) : desk)
  })
}

/** The page of the key that a day sheet names: its own one, else the first; none where the key stands beside the questions. */
function keyPageOf({ day }: Page, { canvas, style }: Desk): Page | undefined {
  if (style.key === 'fold') return undefined
  return canvas.pages.find(({ kind, keyOf }) => kind === 'key' && (keyOf === undefined || keyOf === day))
}

/** Formulas below this share of the size of the text are hard to read. */
const leastScale = 0.7

function reportShrunk({ canvas, plan, log }: Desk): void {
  const small = new Map([...canvas.shrunk].filter(([, scale]) => scale < leastScale))
  if (small.size === 0) return
  for (const { source, place } of formulasIn([plan])) {
    const scale = small.get(source)
    if (scale !== undefined) log.report('math-shrunk', place, { source, percent: Math.round(scale * 100) })
  }
}

/** Links from the numbers of questions to their key entries. */
function hangLinks(desk: Desk): void {
  const { canvas, style } = desk
  const entries = new Map(canvas.destinations.map(({ name, page }) => [name, canvas.pages[page]] as const))
  for (const { page, question, label, ...rest } of desk.links) {
    const destination = placeName('k', question, desk)
    const to = entries.get(destination)
    if (!to) continue
    const words = fillWords(style.words.toKey, { name: label, page: to.label })
    page.links.push({ ...rest, to: { destination }, words })
  }
}

function outlineOf({ plan, canvas, style, top }: Desk): OutlineItem[] {
  const { words } = style
  const item = (title: string, matches: (page: Page) => boolean): OutlineItem[] => {
    const page = canvas.pages.findIndex(matches)
    return page < 0 ? [] : [{ title, page, y: Math.max(0, top - 12), children: [] }]
  }
  return [
    ...plan.days.flatMap((day) => {
      const topic = readableText(day.topic)
      const named = (kind: Page['kind']) => (page: Page) => page.kind === kind && page.day === day.id
      return [
        ...item(`${words.brainDump} — ${day.name}`, named('brain-dump')),
        ...item(topic === '' ? day.name : `${day.name} — ${topic}`, named('day')),
      ]
    }),
    ...item(words.summary, (page) => page.kind === 'summary'),
    ...item(words.calendar, (page) => page.kind === 'calendar'),
    ...item(words.testAndFold, (page) => page.kind === 'test-and-fold'),
    ...item(words.key, (page) => page.kind === 'key'),
    ...item(words.exitTicket, (page) => page.kind === 'exit-tickets'),
  ]
}
