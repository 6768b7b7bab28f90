/**
 * The cache of builds: `.recall-cache.json` in the output folder. What the last runs read and wrote, so that the next one does only what has to
 * be done again. It may be deleted at any time; no output depends on it. It holds times of this disk, and so has other bytes on each machine,
 * unlike the manifest.
 */
import type { Message } from '../diagnostics.js'
import type { Stamp } from '../disk/stamps.js'

export const cacheName = '.recall-cache.json'

/** The version of the format, also of `.recall-check.json`. A file of another version is not read. */
export const cacheVersion = 6

/** More runs with other words on the command line are forgotten, the oldest first. */
export const mostRuns = 8

/** The file, a run a line. */
export interface BuildCache {
  /** The manifest as the last build left it. Runs with other words write into the same one. */
  manifest: ManifestMark
  /** Below the output folder, what was left over from sheets that are gone: folders ("week-2/") and files. */
  leftOver: string[]
  /** Each the JSON of a `CachedRun`, the last first. Only the one with our words is taken apart. */
  runs: string[]
}

/** By what a manifest is known again, in bytes. It is written last, and so always read: its check sum takes a third of the time that a digest would. */
export interface ManifestMark {
  size: number
  crc32: number
}

/** A run with certain words. `G`: what is known of the sheets of a folder. */
export interface KnownRun<G extends KnownGroup = KnownGroup> {
  /** The program, the command line and what else decides what is done, but for files: JSON. */
  key: string
  /** When it began, ms since 1970. */
  began: number
  /** Files that all weeks depend on: the config, a roster, templates, fonts. */
  shared: Stamp[]
  /** Folders that were searched for sheets, with their names. */
  folders: Stamp[]
  /** Weeks that are read together: the sheets of a folder. */
  groups: G[]
  exitCode: number
  /** What it says of its sheets, as a terminal shows it, and what of that it says with `--quiet`. */
  said: string
  quietly: string
  /** What else stands in the output folder from it, but for the manifest: booklets. */
  outputs: Stamp[]
}

/** The sheets of one folder: what they were read from, and what was made of them. `S`: what other sheets have to know of each. */
export interface KnownGroup<S extends object = object> {
  /** The folder, as `displayPath` has it. */
  folder: string
  /** Its Markdown files, cited files, pictures, and where one was missed. */
  inputs: Stamp[]
  /** A check makes none. */
  outputs: Stamp[]
  /** When its outputs were seen to be untouched since they were written, ms since 1970; absent when they were not. */
  seen?: number
  sheets: S[]
  messages: Message[]
}

/** A run of `build` that went well. A group with errors is not kept. */
export interface CachedRun extends KnownRun<CachedGroup> {
  /** Messages about what all weeks depend on, such as a template. */
  messages: Message[]
  /** All weeks were built, and none has errors: a run with the same words has nothing to do when all is as it was. */
  complete: boolean
}

/** The sheets of one folder, built. */
export interface CachedGroup extends KnownGroup<CachedSheet> {
  /** The marks of its messages, by which they are known when the sheets have changed. */
  marks: string[]
}

/** A week, as far as other weeks have to know of it. */
export interface CachedSheet {
  /** Its name in messages, and its path below the content root. */
  file: string
  path: string
  /** Its folder below the output folder. */
  folder: string
  /** Names that its author gave to questions (`{#door}`), which no other sheet may have. */
  names: string[]
}
