/** What is kept of weeks from build to build. */
import { DeckMemory } from '../deck/memory.js'
import { SheetMemory } from '../sheet/memory.js'
import { WorkbookMemory } from '../workbook/memory.js'
import { noFacts } from './print-facts.js'

/** What is made of weeks, kept from build to build by one who builds again and again. */
export class WeekMemory {
  readonly sheet = new SheetMemory()
  readonly workbook = new WorkbookMemory()
  readonly deck = new DeckMemory()
  readonly facts = noFacts()
}
