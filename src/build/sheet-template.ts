/** Which template, paper, ruling and optional pages a sheet is set with. */
import type { Log, Where } from '../diagnostics.js'
import type { Sheet, SheetSettings } from '../sheet/model.js'
import { printedAs, shownAs } from '../template/chosen.js'
import { inLanguage } from '../template/load.js'
import type { Template } from '../template/model.js'
import { isPagesWord, type OptionalPage, type PagesWord, pagesNamed, pagesWords } from '../template/optional-pages.js'
import { paperNames, paperOf, paperWords } from '../template/paper.js'
import { type PrintChoices, printChoices } from '../template/print.js'
import { readRuling, rulings, rulingWords } from '../template/ruling.js'
import { type ShowChoices, showChoices } from '../template/show.js'
import { lackOfRoom } from '../template/sides.js'
import { didYouMean } from '../text/suggest.js'
import { isSound } from './read-sheets.js'

/** What is asked of the world for it. */
export interface TemplateWorld {
  /** A template by name or path; null after reporting, at `where`, that there is none or what is wrong with it. */
  template(name: string, where: Where): Template | null
}

/** What was chosen beside the sheet. */
export interface TemplateChoice {
  /** Template, paper and ruling for all sheets; null leaves the choice to each sheet's front matter, then to the classic template. */
  template: string | null
  paper: string | null
  ruling?: string | null
  /** Optional pages for all sheets; null or left out leaves the choice to front matter, defaults and template. */
  pages?: readonly PagesWord[] | null
  /** How the workbook is printed, for all sheets. */
  print?: PrintChoices
  /** How the deck is shown, for all sheets. */
  show?: ShowChoices
  /** Where the files of the working folder stand on the web. */
  sources?: string | undefined
  /** What counts after the front matter, with the places that say it. */
  defaults?: SheetSettings
}

/**
 * The template of a sheet: the command line's, else the front matter's, else the default, else classic; likewise its paper, its ruling and how it is
 * printed. Its words are in the language of the sheet.
 */
export function templateFor(sheet: Sheet, world: TemplateWorld, options: TemplateChoice, log: Log): Template | null {
  const said: SheetSettings = { ...options.defaults, ...sheet.settings }
  const asked = said.template
  const found = world.template(
    options.template ?? asked?.value ?? 'classic',
    options.template ? null : (asked?.place ?? null),
  )
  const spoken = found && inLanguage(found, sheet.lang ?? found.lang, log)
  const template = spoken && ruled(spoken, sheet, options, log)
  if (!template) return null
  const named = options.paper === null ? said.paper : undefined
  const known = named === undefined || paperOf(named.value) !== null
  if (!known) {
    const hint = didYouMean(named.value, paperNames)
    log.report('paper-unknown', named.place, { paper: named.value, known: paperWords, hint })
  }
  const paper = options.paper ?? (named && known ? named.value : template.workbook.paper)
  const sources = options.sources ?? template.workbook.sources
  const pages = pagesFor(sheet, template, options, log)
  if (!isSound(sheet, log)) return template
  const workbook = printedAs(
    { ...template.workbook, paper, sources, pages },
    chosen<PrintChoices>(printChoices, options.print, said),
  )
  if (workbook.key === 'flip' && !workbook.duplex)
    log.report('key-flip-one-side', options.print?.duplex ? null : (said.duplex?.place ?? null), {})
  // What is said once for a course may be meant for another sheet, whose key is a strip.
  const once = options.print?.key || sheet.settings?.key ? undefined : options.defaults?.fold
  const edge = options.print?.fold ?? (sheet.settings?.fold ?? once)?.value
  if (edge !== undefined && workbook.key !== 'fold')
    log.report('fold-without-strip', options.print?.fold ? null : (said.fold?.place ?? null), {
      edge,
      key: workbook.key,
    })
  const deck = shownAs(template.deck, chosen<ShowChoices>(showChoices, options.show, said))
  if (lackOfRoom(workbook) === null) return { ...template, workbook, deck }
  const strip = workbook.key === 'fold'
  const where = named?.place ?? (strip && !options.print?.key ? said.key?.place : null) ?? null
  log.report('template-paper-too-small', where, { paper, template: template.name, strip })
  return null
}

/** The template with the ruling that is asked for; one that nobody knows is an error of the sheet. */
function ruled(template: Template, { settings }: Sheet, { ruling, defaults }: TemplateChoice, log: Log): Template {
  const named = ruling ? { value: ruling, place: null } : (settings?.ruling ?? defaults?.ruling)
  if (!named) return template
  const asked = readRuling(named.value)
  if (!asked) {
    const hint = didYouMean(named.value, Object.keys(rulings))
    log.report('ruling-unknown', named.place, { ruling: named.value, expected: rulingWords, hint })
    return template
  }
  const { workbook } = template
  return { ...template, workbook: { ...workbook, ruling: { ...workbook.ruling, ...asked } } }
}

/** The optional pages of a sheet: the command line's, else the front matter's, else the default, else the template's. */
function pagesFor(sheet: Sheet, template: Template, options: TemplateChoice, log: Log): OptionalPage[] {
  if (options.pages) return pagesNamed(options.pages)
  const named = sheet.settings?.pages ?? options.defaults?.pages
  if (!named) return template.workbook.pages
  const words = named.value.split(', ')
  for (const page of words.filter((word) => !isPagesWord(word)))
    log.report('pages-unknown', named.place, { page, known: pagesWords.join(', '), hint: didYouMean(page, pagesWords) })
  return pagesNamed(words.filter(isPagesWord))
}

/** Choices for a sheet: the command line's over those of the front matter, those over the defaults. */
function chosen<C extends PrintChoices | ShowChoices>(
  names: readonly (keyof C & keyof SheetSettings)[],
  asked: C | undefined,
  said: SheetSettings,
): C {
  const values = names.map((name) => [name, asked?.[name] ?? said[name]?.value] as const)
  // The readers of front matter and config let no other words through.
  return Object.fromEntries(values) as C
}
