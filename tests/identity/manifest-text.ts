import { manifestBytes } from '../../src/identity/manifest-file.js'
import type { Manifest } from '../../src/identity/model.js'

/** The text of a manifest's file. */
export const manifestText = (manifest: Manifest): string => new TextDecoder().decode(manifestBytes(manifest))
