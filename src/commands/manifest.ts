/** The manifest in the output folder: opened for what the last build knew, written beside the new files. */

import type { SheetText } from '../build/read-sheets.js'
import type { Log } from '../diagnostics.js'
import { readKept } from '../disk/read.js'
import { isThere, setAside } from '../disk/write.js'
import { manifestPieces, maxManifestBytes, type ReadManifest, readManifest } from '../identity/manifest-file.js'
import {
  filesOf,
  keyOfWeek,
  type LastBuild,
  type Manifest,
  type ManifestSheet,
  manifestName,
} from '../identity/model.js'
import { readOwnManifest } from '../identity/own-manifest.js'
import type { Shell } from '../shell.js'

/** What stands in the output folder. `broken`: it is no manifest that we can use, and why. */
export interface OpenedManifest {
  last: LastBuild | null
  /** Null: nothing wrong. `newer`: a later version wrote it, so that it is worth more than ours. */
  broken: { why: string; newer: boolean } | null
}

/** Opens the manifest of `out` for a command that only looks. */
export function lookAtManifest(
  out: string,
  texts: readonly SheetText[],
  shell: Shell,
  { ours = null, others = [] }: KnownToStand = {},
): OpenedManifest {
  const own = ours && readOwnManifest(ours)
  const read = own ? { manifest: own } : readAny(out, shell)
  if (read === null) return { last: null, broken: null }
  if (!('manifest' in read)) return { last: null, broken: read }
  const { manifest } = read
  const { sheets, gone = [] } = manifest
  const found = lookedUp([...sheets, ...gone], texts, shell, others)
  // Few are gone, so that few entries are taken apart and few files looked for.
  const away = [...sheets.filter((sheet) => filesOf(sheet).every((path) => found.vanished.has(path))), ...gone]
  const isStanding = ({ outputs }: ManifestSheet) => outputs.some(({ path }) => isThere(shell.cwd, `${out}/${path}`))
  const standing = new Set(found.sameRoot ? away.filter(isStanding).map(keyOfWeek) : gone.map(keyOfWeek))
  return { last: { manifest, ...found, standing }, broken: null }
}

/** What has been looked at already. */
export interface KnownToStand {
  /** The bytes of the manifest, which stands as we left it and need not be looked through. */
  ours?: Uint8Array | null
  /** Sheets that stand beside those that were read. */
  others?: readonly { path: string }[]
}

function readAny(out: string, shell: Shell): ReadManifest | null {
  const kept = readKept(shell.cwd, out, manifestName, maxManifestBytes)
  return kept === null || 'text' in kept ? kept && readManifest(kept.text) : { why: kept.why, newer: false }
}

/** Looks for the files of sheets that a manifest or a record of prints knows, below the content roots of this run and below `content/`. */
export function lookedUp(
  sheets: readonly Pick<ManifestSheet, 'path' | 'files'>[],
  texts: readonly SheetText[],
  shell: Shell,
  others: readonly { path: string }[] = [],
): Omit<LastBuild, 'manifest'> {
  const roots = ['content', ...new Set(texts.map(({ root }) => root))]
  const read = new Set([...texts, ...others].map(({ path }) => path))
  const paths = new Set(sheets.flatMap(filesOf))
  const stands = (path: string) => read.has(path) || roots.some((root) => isThere(shell.cwd, `${root}/${path}`))
  const vanished = new Set([...paths].filter((path) => !stands(path)))
  return { vanished, sameRoot: vanished.size < paths.size }
}

/** What the last build knew, for a command that only looks; null when there is nothing to know or it cannot be used. */
export const lastBuild = (out: string, texts: readonly SheetText[], shell: Shell): LastBuild | null =>
  lookAtManifest(out, texts, shell).last

/** A manifest to be written. */
export interface ManifestFile {
  path: typeof manifestName
  bytes: readonly Uint8Array[]
}

/** For `build`: what the last build knew, and how to keep what this one knows. */
export interface ManifestDesk {
  last: LastBuild | null
  /** The new manifest as a file to be written with the others; null when the one that stands there must not be touched. Says what it did. */
  file(manifest: Manifest): ManifestFile | null
  /** One that cannot be used stands there, or did: what is said of that concerns this build alone. */
  isBroken: boolean
}

/**
 * Opens the manifest of `out`. One that cannot be used is never overwritten: it is renamed first, and when that cannot be done, or when a later
 * version wrote it, it stays as it is and none is written.
 */
export function openManifest(
  out: string,
  texts: readonly SheetText[],
  shell: Shell,
  log: Log,
  known: KnownToStand,
): ManifestDesk {
  const { last, broken } = lookAtManifest(out, texts, shell, known)
  const path = `${out}/${manifestName}`
  const file = (manifest: Manifest): ManifestFile | null => {
    const backup = broken === null || broken.newer ? null : setAside(shell.cwd, out, manifestName)
    if (broken) {
      const fate = backup === null ? 'it stays as it is; no new one is written' : `it is kept as ${backup}`
      log.report('manifest-unusable', { file: path }, { path, why: broken.why, fate })
      if (backup === null) return null
    }
    return { path: manifestName, bytes: manifestPieces(manifest) }
  }
  return { last, file, isBroken: broken !== null }
}
