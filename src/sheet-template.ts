/** Which template and paper a sheet is set with. */
import type { Log, Where } from './diagnostics.js'
import { isSound } from './read-sheets.js'
import type { Sheet, SheetSettings } from './sheet/model.js'
import { inLanguage } from './template/load.js'
import type { Template } from './template/model.js'
import { paperOf, paperWords } from './template/paper.js'
import { lackOfRoom } from './template/workbook-style.js'

/** What is asked of the world for it. */
export interface TemplateWorld {
  /** A template by name or path; null after reporting, at `where`, that there is none or what is wrong with it. */
  template(name: string, where: Where): Template | null
}

/** What was chosen beside the sheet. */
export interface TemplateChoice {
  /** Template and paper for all sheets; null leaves the choice to each sheet's front matter, then to the classic template. */
  template: string | null
  paper: string | null
  /** Template and paper that count after the front matter, with the place that names them. */
  defaults?: Pick<SheetSettings, 'template' | 'paper'>
}

/** The template of a sheet: the command line's, else the front matter's, else the default, else classic; likewise its paper. Its words are in the language of the sheet. */
export function templateFor(sheet: Sheet, world: TemplateWorld, options: TemplateChoice, log: Log): Template | null {
  const { settings } = sheet
  const asked = settings?.template ?? options.defaults?.template
  const found = world.template(
    options.template ?? asked?.value ?? 'classic',
    options.template ? null : (asked?.place ?? null),
  )
  const template = found && inLanguage(found, sheet.lang ?? found.lang, log)
  if (!template) return null
  const named = options.paper === null ? (settings?.paper ?? options.defaults?.paper) : undefined
  const known = named === undefined || paperOf(named.value) !== null
  if (!known) log.report('paper-unknown', named.place, { paper: named.value, known: paperWords })
  const paper = options.paper ?? (named && known ? named.value : template.workbook.paper)
  if (paper === template.workbook.paper || !isSound(sheet, log)) return template
  const workbook = { ...template.workbook, paper }
  if (lackOfRoom(workbook) === null) return { ...template, workbook }
  log.report('template-paper-too-small', named?.place ?? null, { paper, template: template.name })
  return null
}
