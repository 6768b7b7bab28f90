/**
 * The scripts of the built program, and what V8 made of them: compiling a megabyte of them takes longer than checking a sheet, so it
 * is kept from run to run, in `dist/code-cache/`. `packaging/bundle.mjs` writes the scripts and puts this file at the front of
 * `dist/bin.cjs`; nothing else knows of it.
 *
 * V8 refuses what another version of it made, or other flags, and both are in the name of a cache, with the digest of the script. It does
 * not see where a cache is damaged, and dies of it; hence the check sum. Without a cache, all is as with one, only slower. It is kept beside
 * the scripts alone: who can write there could change the program itself.
 *
 * A cache is read as a whole, so `check` has caches of its own, without what builds need of the scripts that both share.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { cachedDataVersionTag } from 'node:v8'
import type { Script } from 'node:vm'

/** Modules of Node that a run which finds all up to date does without. */
const node = process.getBuiltinModule

/** A part of the program, as `packaging/bundle.mjs` writes it: it asks for others by name, "./cli-4F2A.js", and for packages. */
type Part = (exports: object, require: (name: string) => unknown, module: { exports: object }, folder: string) => void

/** Parts by their names. */
type Parts = Readonly<Record<string, Part>>

/** Where the parts of a program are. */
export interface Program {
  /** `dist/` of the package. */
  folder: string
  /** Script in `chunks/` for each part: "cli-4F2A.js" → "cli-0123abcd.cjs". */
  scripts: Readonly<Record<string, string>>
  /** The command, as "check"; undefined where there is none. */
  command?: string | undefined
}

/** Opens a program: returns what gives the exports of a part. At the end of the process it keeps what V8 made, if a script had no cache. */
export function openProgram({ folder, scripts, command }: Program): (name: string) => unknown {
  const chunks = join(folder, 'chunks')
  const known = new Map<string, Part>()
  const loaded = new Map<string, { exports: object }>()
  const compiled = new Map<string, Script>()
  const isCheck = command === 'check'
  const cacheOf = (script: string, ofCheck = isCheck): string =>
    join(folder, 'code-cache', `${script}${ofCheck ? '.check' : ''}.${cachedDataVersionTag().toString(16)}`)

  function compile(script: string): void {
    const filename = join(chunks, script)
    const own = readCache(cacheOf(script))
    // The first build after a check begins with what that made.
    const cachedData = own ?? (isCheck ? null : readCache(cacheOf(script, true)))
    // `packaging/bundle.mjs` writes ASCII alone, which is a subset of it.
    const made = new (node('node:vm').Script)(readFileSync(filename, 'latin1'), {
      filename,
      ...(cachedData ? { cachedData } : {}),
    })
    if (compiled.size === 0) process.once('exit', keep)
    compiled.set(script, made)
    isKept &&= own !== null && made.cachedDataRejected === false
    for (const [name, part] of Object.entries(made.runInThisContext() as Parts)) known.set(name, part)
  }

  let isKept = true
  /** A run that went further than those before keeps all that it needed: what they kept, and what it compiled itself. */
  function keep(): void {
    if (isKept || !isOurs(folder) || isFull(folder)) return
    for (const [script, made] of compiled) if (!writeCache(cacheOf(script), made.createCachedData())) return
  }

  return function open(name: string): unknown {
    const part = name.replace(/^\.\/(?:chunks\/)?/, '')
    const before = loaded.get(part)
    if (before) return before.exports
    if (!known.has(part)) {
      const script = scripts[part]
      if (script === undefined) return node(name) ?? createRequire(join(chunks, 'any.cjs'))(name)
      compile(script)
    }
    const module = { exports: {} }
    loaded.set(part, module)
    known.get(part)?.(module.exports, open, module, chunks)
    return module.exports
  }
}

/** What V8 made, followed by four bytes of check sum; null where that is not what stands there. */
function readCache(path: string): Buffer | null {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return null
  }
  if (bytes.length < 4) return null
  const data = bytes.subarray(0, -4)
  return node('node:zlib').crc32(data) === bytes.readUInt32LE(data.length) ? data : null
}

/** Writes a cache whole or not at all; false where that cannot be. */
function writeCache(path: string, data: Buffer): boolean {
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(node('node:zlib').crc32(data))
  const temporary = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, Buffer.concat([data, sum]))
    renameSync(temporary, path)
    return true
  } catch {
    // Of a disk that is full, a piece may be there.
    try {
      unlinkSync(temporary)
    } catch {}
    return false
  }
}

/** True where many versions of Node, or many flags, have left their caches: room for no more. */
function isFull(folder: string): boolean {
  try {
    return readdirSync(join(folder, 'code-cache')).length >= mostCaches
  } catch {
    return false
  }
}

const mostCaches = 200

/** True where the package is this user's: what root leaves in another's folder could not be taken away with it. */
function isOurs(folder: string): boolean {
  try {
    return process.getuid === undefined || statSync(folder).uid === process.getuid()
  } catch {
    return false
  }
}
