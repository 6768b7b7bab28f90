/** The pages before the weeks of a booklet: its title page, and behind it the contents. Pure. */
import { Log } from '../../diagnostics.js'
import type { Template } from '../../template/model.js'
import type { Metrics } from '../../text/metrics.js'
import { beginPage, type Desk, openDesk, putFoot } from '../frame.js'
import { mirrored } from '../mirror.js'
import type { Pages } from '../pages-model.js'
import type { WorkbookPlan } from '../plan-model.js'
import { romanOf } from '../roman.js'
import { layContents } from './contents.js'
import type { FrontPlan } from './front-plan.js'
import { layTitlePage } from './title-page.js'

/**
 * Lays out what stands before the weeks. Its pages have numbers of their own, in Roman figures, so that those of the weeks are known before it is; printed on both
 * sides, it ends with a back, and the first week begins on a front side. Reports nothing: what is wrong with words was said when the weeks were built.
 */
export function layoutFront(plan: FrontPlan, template: Template, metrics: Metrics): Pages {
  const desk = openDesk(withoutWeeks(plan), template, metrics, new Log())
  const { canvas } = desk
  const { words } = desk.style
  layTitlePage(plan, desk)
  endLeaf(desk)
  const first = canvas.pages.length
  layContents(plan, desk)
  endLeaf(desk)
  for (const page of canvas.pages) page.label = romanOf(Number(page.label))
  for (const page of canvas.pages) if (page.kind === 'contents') putFoot(page, '', '', desk)
  const pages: Pages = {
    title: words.contents,
    lang: plan.lang,
    duplex: desk.duplex,
    pages: canvas.pages,
    structure: canvas.root,
    outline: [{ title: words.contents, page: first, y: Math.max(0, desk.top - 12), children: [] }],
    destinations: canvas.destinations,
    granted: {},
  }
  return plan.dir === 'rtl' ? mirrored(pages) : pages
}

/** Leaves the back blank where one is left: what follows begins on a front side. */
function endLeaf(desk: Desk): void {
  if (desk.duplex && desk.canvas.pages.length % 2 === 1) beginPage(desk, 'blank', null)
}

/** A workbook that has a head and nothing else. */
const withoutWeeks = ({ lang, dir, title }: FrontPlan): WorkbookPlan => ({
  file: '',
  title,
  lang,
  dir,
  eyebrow: title,
  eyebrowWeek: null,
  running: null,
  firstPage: 1,
  numbers: {},
  days: [],
  summary: null,
  key: null,
  guide: null,
  brainDumps: [],
  exitTickets: [],
  testAndFold: null,
  calendar: null,
  pageOf: {},
})
