/** A sheet that was built, kept until its booklet is bound. */
import type { Pictures } from '../pictures/model.js'
import type { Sheet } from '../sheet/model.js'
import type { ResolvedCitations } from '../sources/model.js'
import { type CitedAlone, citationsFrom, citedAlone } from '../workbook/plan/cited-alone.js'
import { Packed } from './packed.js'
import type { ReadSheet } from './read-sheets.js'

/** What is asked of the sheets of a course all at once stands open; the rest is packed. */
export class KeptSheet implements Pick<ReadSheet, 'path' | 'week' | 'pictures'> {
  readonly path: string
  readonly week: number | null
  readonly pictures: Pictures
  readonly sheet: Pick<Sheet, 'file' | 'course' | 'title' | 'week' | 'lang' | 'dir'>
  readonly #packed: Packed<{ sheet: Sheet; cited: CitedAlone }>

  /** `guide`: whether a run sheet will be planned of it, as `citedAlone` asks. */
  constructor({ path, week, pictures, sheet, citations }: ReadSheet, guide: boolean) {
    const { file, course, title, week: number, lang, dir } = sheet
    this.path = path
    this.week = week
    this.pictures = pictures
    this.sheet = { file, course, title, week: number, lang, dir }
    this.#packed = new Packed({ sheet, cited: citedAlone(citations, guide) })
  }

  /** The sheet and what it cites, unpacked anew each time, for `planWorkbook` alone. */
  planned(): { sheet: Sheet; citations: ResolvedCitations } {
    const { sheet, cited } = this.#packed.unpack()
    return { sheet, citations: citationsFrom(cited) }
  }
}
