/** Templates that stay loaded from build to build, with their fonts open and their words measured, as long as their files stay as they are. */

import { holds } from '../disk/stamps.js'
import type { Template } from '../template/model.js'
import type { Recorder } from './recorder.js'

/** A template as it was loaded; `keep`: it may stay. */
export interface Loaded {
  template: Template | null
  keep: boolean
}

/** Templates that were loaded from one working folder, kept from build to build until a file that they were read from changes. */
export class TemplateMemory {
  readonly #known = new Map<string, { template: Template; read: Recorder; began: number }>()
  readonly #cwd: string

  constructor(cwd: string) {
    this.#cwd = cwd
  }

  /**
   * The template of this name, loaded by `load` unless it is known and all its files are as they were. `recorder` is told of its files either
   * way; `load` gets one to tell. `now`: ms since 1970. One that has messages is not kept, so that they are said each time.
   */
  get(name: string, recorder: Recorder, now: number, load: (recorder: Recorder) => Loaded): Template | null {
    const known = this.#known.get(name)
    if (known?.read.isWhole && known.read.shared.every((stamp) => holds(this.#cwd, stamp, known.began))) {
      recorder.follow(known.read)
      return known.template
    }
    const read = recorder.blank()
    const { template, keep } = load(read)
    recorder.follow(read)
    if (template && keep) this.#known.set(name, { template, read, began: now })
    else this.#known.delete(name)
    return template
  }
}
