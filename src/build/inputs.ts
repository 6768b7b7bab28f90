/** Which files a sheet is made of, with their digests, for the manifest. */

import { sha256 } from '../text/digest.js'
import type { SheetText, SourceWorld } from './read-sheets.js'

/** A file by its path below the content root, and the SHA-256 of its bytes. */
export interface Input {
  path: string
  sha256: string
}

/** Notes what sheets ask the world for, by their names in messages. */
export class Inputs {
  readonly #bySheet = new Map<string, Map<string, string>>()

  /** The world, with what was found noted. */
  noted<W extends SourceWorld>(world: W): W {
    const { picture } = world
    return {
      ...world,
      cited: (from, path, where) => {
        const found = world.cited(from, path, where)
        if (found !== null && found !== 'told') this.#note(from.file, path, found.sha256 ?? sha256(found.text))
        return found
      },
      ...(picture && {
        picture: (from, path) => {
          const found = picture(from, path)
          if ('bytes' in found) this.#note(from.file, path, sha256(found.bytes))
          return found
        },
      }),
    } as W
  }

  /** What the sheets of a week are made of, sorted by path: their own texts and all that they ask for. */
  of(texts: readonly SheetText[]): Input[] {
    const all = new Map(texts.map(({ path, text }) => [path, sha256(text)] as const))
    for (const { file } of texts) for (const [path, digest] of this.#bySheet.get(file) ?? []) all.set(path, digest)
    return [...all].map(([path, digest]) => ({ path, sha256: digest })).sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  #note(file: string, path: string, digest: string): void {
    const known = this.#bySheet.get(file) ?? new Map<string, string>()
    // Paths may go up on the way: "week-1/../notes.md".
    known.set(normal(path), digest)
    this.#bySheet.set(file, known)
  }
}

function normal(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
