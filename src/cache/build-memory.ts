/** What stays from build to build, for one who builds again and again. */
import { WeekMemory } from '../build/week.js'
import { SourceShelf } from '../sources/shelf.js'
import { CitedMemory } from './cited-memory.js'
import { TemplateMemory } from './template-memory.js'

/** Kept between builds in one working folder (`cwd`). */
export class BuildMemory {
  readonly templates: TemplateMemory
  readonly cited: CitedMemory
  readonly sources = new SourceShelf()
  readonly weeks = new WeekMemory()
  /** Lines about old files that were told once, and are not told again. */
  readonly told = new Set<string>()
  /** Paths of what builds have read since somebody emptied this, from the working folder or absolute, but for what lies below `content/`. */
  readonly read = new Set<string>()

  constructor(cwd: string) {
    this.templates = new TemplateMemory(cwd)
    this.cited = new CitedMemory(cwd)
  }
}
