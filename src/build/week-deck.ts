/** The decks of a week: whole, and of single days. */
import { mostSlides } from '../deck/layout.js'
import type { Slides } from '../deck/slides-model.js'
import { dealCalls } from '../roster/calls.js'
import type { Day, Sheet } from '../sheet/model.js'
import { dayFile, safeName } from './output-names.js'
import { deckStages } from './stages.js'
import type { Extent, MadeFile, WeekDesk } from './week-model.js'

/** The decks of a week, or of the days that are asked for; `shown` are the slides of the whole week, null where only a day is wanted. */
export async function deckFiles(desk: WeekDesk): Promise<{ files: MadeFile[]; shown: Slides | null }> {
  const { read, chosen, pages, template, fonts, options, log, memory, drawings } = desk
  const { sheet, pictures } = read
  const { renderPptx } = await import('../deck/pptx.js')
  const calls = options.roster ? dealCalls(options.roster, sheet) : null
  const wholeWeek = options.day === null
  const files: MadeFile[] = []
  let shown: Slides | null = null
  const add = async (name: string, part: Sheet) => {
    for (const forAudience of options.audience ? [false, true] : [false]) {
      const { slides } = deckStages({ ...read, sheet: part }, template, fonts, pages, log, {
        forAudience,
        calls,
        memory: memory?.deck,
      })
      if (wholeWeek && part === sheet && !forAudience) shown = slides
      // It was reported, so that no file of the week is kept.
      if (slides.slides.length > mostSlides) continue
      const bytes = await renderPptx(slides, { date: options.date, pictures, memory: memory?.deck, known: drawings })
      const extent: Extent = { product: 'deck', slides: slides.slides.length }
      files.push({ name: `${name}${forAudience ? '-audience' : ''}.pptx`, bytes, extent })
    }
  }
  const ofDays = (days: readonly Day[]) => `decks/${safeName(days.map((day) => dayFile(sheet, day)).join('+'))}`
  await add(wholeWeek ? 'deck' : ofDays(chosen.days), chosen)
  for (const day of wholeWeek && options.split ? sheet.days : []) await add(ofDays([day]), { ...sheet, days: [day] })
  return { files, shown }
}
