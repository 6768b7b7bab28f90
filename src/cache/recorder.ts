/** Writes down what a build asks of the disk, for the next one. */
import type { Dirent } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import type { BuildWorld } from '../build/build.js'
import { displayPath } from '../disk/paths.js'
import {
  type DigestOf,
  holds,
  placeOf,
  type Stamp,
  saysTheSame,
  stampFile,
  stampKnown,
  stampLink,
  stampNames,
  stampSearched,
} from '../disk/stamps.js'
import type { FindTemplate, TemplateFolder } from '../template/load.js'
import { sha256 } from '../text/digest.js'

/** What was read, by whom: all weeks together, or those of one folder; and which folders were searched for sheets. */
export class Recorder {
  readonly #cwd: string
  readonly #digestOf: DigestOf
  readonly #shared = new Map<string, Stamp>()
  readonly #groups = new Map<string, Map<string, Stamp>>()
  readonly #searched = new Map<string, Stamp>()
  readonly #markdown = new Set<string>()
  readonly #followed: Recorder[] = []
  #isWhole = true
  #isTorn = false

  /** `digestOf`: how it says what files hold. */
  constructor(cwd: string, digestOf: DigestOf = sha256) {
    this.#cwd = cwd
    this.#digestOf = digestOf
  }

  /** Another recorder that knows what all weeks depend on, as far as this one does. */
  copy(): Recorder {
    const copy = this.blank()
    for (const [key, stamp] of this.#shared) copy.#shared.set(key, stamp)
    copy.#isWhole = this.#isWhole
    copy.#isTorn = this.#isTorn
    copy.#followed.push(...this.#followed)
    return copy
  }

  /** A recorder of the same folder that knows nothing yet. */
  blank(): Recorder {
    return new Recorder(this.#cwd, this.#digestOf)
  }

  /** Takes what another recorder is told, and will be told, for what all weeks depend on: languages of a template are read when a sheet has them. */
  follow(other: Recorder): void {
    this.#followed.push(other)
  }

  /** Stamps of what all weeks depend on. */
  get shared(): Stamp[] {
    const all = new Map(this.#shared)
    for (const other of this.#followed) for (const stamp of other.shared) this.#keep(stamp, all)
    return [...all.values()]
  }

  /** Folders whose sheets asked for something. */
  get folders(): string[] {
    return [...this.#groups.keys()]
  }

  /** Stamps of the folders that were searched for sheets. */
  get searched(): Stamp[] {
    return [...this.#searched.values()]
  }

  /** True for a folder that was searched for sheets. */
  hasSearched(folder: string): boolean {
    return this.#searched.has(folder)
  }

  /** Stamps of what the sheets of a folder depend on. */
  inputsOf(folder: string): Stamp[] {
    return [...(this.#groups.get(folder)?.values() ?? [])]
  }

  /** False when something was asked that no stamp can tell of, so that the next build has to look for itself. */
  get isWhole(): boolean {
    return this.#isWhole && !this.#isTorn && this.#followed.every(({ isWhole }) => isWhole)
  }

  /** True when something was read twice and had changed in between, so that what was made of it may be of neither. */
  get isTorn(): boolean {
    return this.#isTorn
  }

  /** True where all that was read is as it was, as far as stamps can tell. `began`: when reading began, ms since 1970. */
  isAsRead(began: number): boolean {
    const listings = this.folders.flatMap((folder) => this.#searched.get(folder) ?? [])
    return this.isWhole && [...this.#read, ...listings].every((stamp) => holds(this.#cwd, stamp, began))
  }

  /**
   * True for a file that was read, and for any other in a folder of sheets that were read, of which it has been seen that it is none. `full`: its
   * absolute path.
   */
  hasMet(full: string): boolean {
    const path = displayPath(this.#cwd, full)
    return this.#groups.has(groupOf(path)) || this.#read.some((stamp) => stamp.path === path)
  }

  get #read(): Stamp[] {
    return [...this.shared, ...this.folders.flatMap((folder) => this.inputsOf(folder))]
  }

  /** True for a file that was met because it may be a sheet, by its name in messages. */
  isMarkdown(file: string): boolean {
    return this.#markdown.has(file)
  }

  /** A Markdown file that was met, with its text; null when it could not be read. */
  sheet(full: string, text: string | null, group: string): void {
    this.#markdown.add(displayPath(this.#cwd, full))
    this.file(full, text, group)
  }

  /** A file that was met and not read: that it is there, its folder tells (`search`). */
  document(full: string, group: string): void {
    this.#markdown.add(displayPath(this.#cwd, full))
    if (!this.#groups.has(group)) this.#groups.set(group, new Map())
  }

  /** A file that was read, with its bytes; or null bytes when it was not there. `group`: null for all weeks. */
  file(full: string, bytes: Uint8Array | string | null, group: string | null): void {
    const path = displayPath(this.#cwd, full)
    const stamp: Stamp | null =
      bytes === null ? { path, kind: 'absent' } : stampFile(this.#cwd, path, bytes, this.#digestOf)
    if (stamp) this.#add(stamp, group)
    else this.#isWhole = false
  }

  /** A file that is taken for none but the one with this digest. `group`: null for all weeks, which may come to read it. */
  known(full: string, sha256: string, group: string | null): void {
    const stamp = stampKnown(this.#cwd, displayPath(this.#cwd, full), sha256)
    if (stamp) this.#add(stamp, group)
    else this.#isWhole = false
  }

  /** A folder that was searched for sheets, with what stood in it. */
  search(full: string, entries: readonly Dirent[]): void {
    const path = displayPath(this.#cwd, full)
    if (!this.#searched.has(path)) this.#searched.set(path, stampSearched(this.#cwd, path, entries))
  }

  /** A folder that would have been searched, and has just been seen to be as it was stamped. */
  stands(stamp: Stamp): void {
    if (!this.#searched.has(stamp.path)) this.#searched.set(stamp.path, stamp)
  }

  /** A folder whose names were read for one of its sheets. */
  names(full: string, group: string): void {
    this.#add(stampNames(this.#cwd, displayPath(this.#cwd, full)), group)
  }

  /** A link that was met, or what could not be followed: where it leads. */
  link(full: string, group: string): void {
    this.#add(stampLink(this.#cwd, displayPath(this.#cwd, full)), group)
  }

  /** Something was asked that has no stamp. */
  unknown(): void {
    this.#isWhole = false
  }

  #add(stamp: Stamp, group: string | null): void {
    const stamps = group === null ? this.#shared : (this.#groups.get(group) ?? new Map<string, Stamp>())
    if (group !== null) this.#groups.set(group, stamps)
    const before = stamps.get(placeOf(stamp))
    this.#isTorn ||= before !== undefined && !saysTheSame(stamp, before)
    this.#keep(stamp, stamps)
  }

  /** What was read twice in one run counts as it was first. */
  #keep(stamp: Stamp, stamps: Map<string, Stamp>): void {
    const key = placeOf(stamp)
    if (!stamps.has(key)) stamps.set(key, stamp)
  }
}

/** The folder of a sheet by its name in messages: the group that its reads belong to. */
export const groupOf = (file: string): string => dirname(file).split(sep).join('/')

/** The world, with what its sheets ask written down. Templates are written down by `recordedShelf`. */
export function recordedWorld(world: BuildWorld, recorder: Recorder): BuildWorld {
  const { picture, namesNear } = world
  return {
    ...world,
    cited(from, path, where) {
      const found = world.cited(from, path, where)
      const full = `${from.root}/${path}`
      if (found === 'told') recorder.unknown()
      else if (found?.sha256 !== undefined) recorder.known(full, found.sha256, groupOf(from.file))
      else recorder.file(full, found?.text ?? null, groupOf(from.file))
      return found
    },
    ...(namesNear && {
      namesNear(from, path) {
        recorder.names(dirname(`${from.root}/${path}`), groupOf(from.file))
        return namesNear(from, path)
      },
    }),
    ...(picture && {
      picture(from, path) {
        const found = picture(from, path)
        const full = `${from.root}/${path}`
        if ('bytes' in found) recorder.file(full, found.bytes, groupOf(from.file))
        else if ('missing' in found) {
          recorder.file(full, null, groupOf(from.file))
          recorder.names(dirname(full), groupOf(from.file))
        } else recorder.unknown()
        return found
      },
    }),
  }
}

/** A shelf's way to open templates, with their files written down. One that is not found has no stamp. */
export function recordedFind(find: FindTemplate, cwd: string, recorder: Recorder): FindTemplate {
  return (name) => {
    const folder = find(name)
    if (!folder) {
      recorder.unknown()
      return null
    }
    const own = `templates/${name}/template.yaml`
    // A template of that name in the working folder would be taken before that of the package.
    if (folder.file !== own) recorder.file(`${cwd}/${own}`, null, null)
    return recordedFolder(folder, cwd, recorder)
  }
}

function recordedFolder(folder: TemplateFolder, cwd: string, recorder: Recorder): TemplateFolder {
  const full = resolve(cwd, folder.file)
  recorder.file(full, folder.text, null)
  return {
    ...folder,
    read(name) {
      const bytes = folder.read(name)
      recorder.file(`${dirname(full)}/${name}`, bytes, null)
      return bytes
    },
    knownFont(name) {
      const font = folder.knownFont?.(name) ?? null
      if (font) recorder.known(`${dirname(full)}/${name}`, font.sha256, null)
      return font
    },
  }
}
