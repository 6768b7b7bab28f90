/** What a check looks at in a sheet that was read, beside its words and what it cites: whether a build would come to its pages and slides. */
import type { ReadSheet } from '../../build/read-sheets.js'
import { reportContrast } from '../../deck/place/contrast.js'
import type { Log } from '../../diagnostics.js'
import { withFormulas } from '../../math/formulas.js'
import { citedTitles } from '../../sources/cited-titles.js'
import type { Template } from '../../template/model.js'
import { openCoverage } from '../../text/fonts/coverage.js'
import { formulasIn } from '../../text/tex/formulas-in.js'
import { reportMissingGlyphs } from '../../workbook/glyphs.js'
import { planWorkbook } from '../../workbook/plan.js'

/**
 * What would stop a build on the way to its pages, found without layout, and without fonts where there is no formula: characters that no font has,
 * colours too close to each other, formulas that cannot be set.
 */
export async function checkCharacters(read: ReadSheet, template: Template, log: Log): Promise<void> {
  const plan = planWorkbook(read.sheet, read.citations, template, { stamped: false })
  reportMissingGlyphs(plan, template, await openCoverage(template.faces), log)
  reportContrast(template.deck, log)
  const content = [read.sheet, citedTitles(read.citations)]
  if (formulasIn(content).length === 0) return
  const { openFonts } = await import('../../text/fonts/fonts.js')
  await withFormulas(content, openFonts(template.faces), log)
}

/** Lays out both products for the sake of their messages: what does not fit as well. */
export async function tryLayout(read: ReadSheet, template: Template, log: Log): Promise<void> {
  const [{ openFonts }, { deckStages, workbookStages }] = await Promise.all([
    import('../../text/fonts/fonts.js'),
    import('../../build/stages.js'),
  ])
  const fonts = openFonts(template.faces)
  const metrics = await withFormulas([read.sheet, citedTitles(read.citations)], fonts, log)
  const { pages } = workbookStages(read, template, metrics, log)
  deckStages(read, template, fonts, pages, log)
}
