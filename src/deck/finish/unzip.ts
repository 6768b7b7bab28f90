/** The parts of a package as the library wrote it: out of the ZIP. In the bundle, `packaging/stand-ins/unzip.mjs` does it. */
import { strFromU8, unzipSync } from 'fflate'

/** Reads a package: texts by path. Directory entries, which the library writes and no other producer does, are left behind. */
export function unpack(bytes: Uint8Array): Map<string, string> {
  const entries = Object.entries(unzipSync(bytes, { filter: (file) => !file.name.endsWith('/') }))
  return new Map(entries.map(([path, content]) => [path, strFromU8(content)]))
}
