/** What a workbook is made of, kept from build to build: after an edit most of it is as it was. */
import type { MovedBefore } from './centre.js'
import { FileMemory } from './file-memory.js'
import { PartMemory } from './laid-parts.js'
import type { MirroredBefore } from './mirror.js'
import { PageMemory } from './page-memory.js'

/** For one who builds again and again. What is kept hangs on nothing but the key that it is kept by. */
export class WorkbookMemory {
  readonly files = new FileMemory()
  readonly parts = new PartMemory()
  readonly pages = new PageMemory()
  /** Items of right-to-left sheets. */
  readonly mirrored: MirroredBefore = new WeakMap()
  /** Items of sheets that are printed on several papers. */
  readonly moved: MovedBefore = new WeakMap()
}
