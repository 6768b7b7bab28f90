/**
 * The manifest: what a build leaves in its output folder for the next one, as `recall-manifest.json`. Plain JSON, described by
 * `schemas/manifest-schema.json`. It holds no dates and no absolute paths; the same builds of the same sheets leave the same bytes.
 *
 * No output depends on it: it only remembers what questions were called.
 */

/** Name of the manifest in the output folder. No sheet's output may stand there; `build/output-names.ts` sees to it. */
export const manifestName = 'recall-manifest.json'

/** What was handed out, as `cold-recall printed` was told. */
export const printsName = 'recall-prints.json'

/** The version of the format that this code writes. It grows when a reader must change. */
export const manifestVersion = 1

/** The whole file. */
export interface Manifest {
  version: typeof manifestVersion
  /** Who wrote it: "cold-recall 0.1.0". */
  tool: string
  /** By path, then by week. */
  sheets: ManifestSheet[]
  /** Questions that stand in no sheet any more, or on nothing that was made yet, the last ones first, bounded: one that comes back has its id again. */
  retired: RetiredQuestion[]
  /** Weeks whose files are gone while something that they were built into still stands: they may come back. Absent for none, and in older manifests. */
  gone?: ManifestSheet[]
}

/** A key for a week of a manifest: its file, and its number where the file holds several. */
export const keyOfWeek = ({ path, week }: Pick<ManifestSheet, 'path' | 'week'>): string => `${path}\n${week ?? ''}`

/** All files of a week: where none are named it has the one by which it goes. */
export const filesOf = ({ path, files = [path] }: Pick<ManifestSheet, 'path' | 'files'>): readonly string[] => files

/** "week-2/sheets/1-monday.pdf" → "week-2/": the folder of its week. */
export const folderOf = (path: string): string => path.replace(/(?:(?:sheets|decks)\/)?[^/]+$/, '')

/** One sheet as it was last built: where only a part of it was, such as one day, the rest is as the builds before have left it. */
export interface ManifestSheet {
  /** Path below the content root: "week-17/04_daily_recall.md". */
  path: string
  /** Which of its weeks, when the file holds several; else null. */
  week: number | null
  /** Paths of all files of the week, this one first, when it stands in several. */
  files?: string[]
  /** What it was made of: its own files and what they cite and show, sorted; paths are below the content root. Absent in older manifests. */
  inputs?: { path: string; sha256: string }[]
  /** What it was set with: template, paper, editions and the like, by name. Absent in older manifests. */
  options?: Record<string, string>
  /** What it was built into, sorted. */
  outputs: ManifestOutput[]
  /** Its day sheets, as they were made last: none of a day that never was. Absent in older manifests. */
  days?: PrintedDay[]
  /** Its pages beside these, of each kind as it was made last. Absent in older manifests. */
  otherPages?: OtherPages[]
  /** In the order of the sheet. */
  questions: ManifestQuestion[]
}

/** A file that a week was built into. */
export interface ManifestOutput {
  /** Below the output folder. */
  path: string
  /** Of the last build that wrote it. */
  sha256?: string
  /** It holds other weeks too. Absent for the others, and in older manifests. */
  booklet?: true
  /** The day sheets in it: by the keys of days, the stamps in their feet. Absent for files without any, and in older manifests. */
  bears?: Record<string, string>
}

/** Files that were made then and now, with other bytes now. Of older manifests, which do not know the bytes, there are none. */
export function madeOtherwise(
  then: readonly ManifestOutput[],
  now: readonly ManifestOutput[],
): readonly ManifestOutput[] {
  const digests = new Map(then.map(({ path, sha256 }) => [path, sha256]))
  return now.filter(({ path, sha256 }) => {
    const old = digests.get(path)
    return old !== undefined && old !== sha256
  })
}

/** What the next build needs to know a question again. */
export interface RememberedQuestion {
  /** The stable id. */
  id: string
  /** The prompt's words, folded (`promptWords`). */
  words: string
  /** Citations as the key prints them: "02_explainer.md §1.1–§1.8". */
  citations: string[]
}

/** A question, and where people find it. */
export interface ManifestQuestion extends RememberedQuestion {
  /** "W17 Mon 1". */
  code: string
  /** Key of its day, and its position there from 1. */
  day: string
  number: number
  /** Absent in older manifests. */
  printed?: PrintedQuestion
}

/** A day sheet, as it is printed. */
export interface PrintedDay {
  key: string
  name: string
  /** The code and the stamp in its foot: "W17·MON", "1a2b3c". */
  code: string
  revision: string
  /** How the key stands on its sheet of paper, and the stamp that it would have without. Absent where the key stands elsewhere, and in older manifests. */
  carries?: { key: 'flip' | 'fold'; front: string }
  /** Labels of its pages, with those of its key where that stands on their backs. */
  pages: string[]
  /** Digests of what stands over its questions: course, title, name and topic, and the introduction of the sheet and of the day. Absent in older manifests. */
  head?: string
  intro?: string
}

/** Kinds of pages beside day sheets: `key` is the one at the back, `guide` the run sheet, a file of its own. */
export const otherPageKinds = [
  'brain-dump',
  'summary',
  'calendar',
  'test-and-fold',
  'key',
  'exit-tickets',
  'guide',
] as const

/** Pages beside day sheets, of one kind, for the week or for one of its days. */
export interface OtherPages {
  kind: (typeof otherPageKinds)[number]
  /** Key of the day; absent for those of the week. */
  day?: string
  /** Labels of the pages, in the workbook; of the run sheet, its own. */
  pages: string[]
  /** Digest of what they say. */
  said: string
}

/** What is printed and shown of a question: where, and digests of what. */
export interface PrintedQuestion {
  page: string | null
  /** Numbers of its slides, from 1; [] where no deck was made. */
  slides: number[]
  /** Of its words with their look, points and minutes; of its answer space; of its entry in the key. */
  asked: string
  space: string
  keyed: string
  /** Of the pictures that are shown in it; absent when none is, and in older manifests. */
  pictures?: string
  /** As they are printed with it: minutes, and points in words ("2 points"), where the sheet gives any. Minutes are absent in older manifests. */
  minutes?: number
  points?: string
}

/** A question that stood in a sheet once. */
export type RetiredQuestion = RememberedQuestion

/** The last build, as the next one wants to know it. */
export interface LastBuild {
  manifest: Manifest
  /** Paths of files in it that were not found: deleted, renamed, or of another content root. */
  vanished: ReadonlySet<string>
  /** True when some of its files were found, so that those which were not are gone indeed. */
  sameRoot: boolean
  /** Keys (`keyOfWeek`) of weeks that are gone while something stands that they were built into. */
  standing?: ReadonlySet<string>
}
