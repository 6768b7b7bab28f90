/** Indexes of cited files that are kept by their text: many sheets cite the same file, and a watch reads it again after each save. */
import { Log } from '../diagnostics.js'
import { indexSource } from './index.js'
import type { Source } from './model.js'

/** The files of a course that are cited again and again; older ones are indexed anew. */
const mostKept = 32

/** Keeps what `indexSource` makes of a file, unless there is something to say of it. */
export class SourceShelf {
  readonly #kept = new Map<string, { text: string; source: Source }>()

  /** The index of a file, kept or made; what is wrong with the file is reported each time. */
  index(text: string, file: string, log: Log): Source {
    const known = this.#kept.get(file)
    if (known?.text === text) return known.source
    const heard = new Log()
    const source = indexSource(text, file, heard)
    this.#kept.delete(file)
    // Said to the log that is asked for: it may know other severities next time.
    if (heard.messages.length > 0) return indexSource(text, file, log)
    this.#kept.set(file, { text, source })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest)
    return source
  }
}
