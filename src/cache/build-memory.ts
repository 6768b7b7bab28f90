/** What stays from build to build, for one who builds again and again. */
import { WeekMemory } from '../build/week-memory.js'
import type { Stamp } from '../disk/stamps.js'
import { SourceShelf } from '../sources/shelf.js'
import { CitedMemory } from './cited-memory.js'
import { TemplateMemory } from './template-memory.js'

/** What a build has left: its output folder, and all that stands there of it but the manifest, as it was written or found. */
export interface LeftFiles {
  out: string
  outputs: readonly Stamp[]
}

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
  /** What the last build left; null before one has. */
  left: LeftFiles | null = null

  constructor(cwd: string) {
    this.templates = new TemplateMemory(cwd)
    this.cited = new CitedMemory(cwd)
  }
}
