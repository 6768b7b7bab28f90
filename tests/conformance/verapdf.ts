/** veraPDF, the validator of PDF/UA and PDF/A, run over files. Its libraries are fetched with Maven, once. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { requireTool } from './tools.js'

const here = fileURLToPath(new URL('verapdf/', import.meta.url))
const cache = fileURLToPath(new URL('../../node_modules/.cache/verapdf-1.28.1', import.meta.url))

/** Folder of the libraries; throws when they cannot be had: a check that was not made is no check that was passed. */
function requireLibraries(): string {
  if (existsSync(cache)) return cache
  const part = `${cache}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { recursive: true })
  const options = ['-q', '-B', '-f', `${here}pom.xml`, 'dependency:copy-dependencies', `-DoutputDirectory=${part}`]
  const { status, stdout } = spawnSync(requireTool('mvn'), options, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`CONFORMANCE NOT CHECKED: veraPDF was not found on Maven Central\n${stdout}`)
  renameSync(part, cache)
  return cache
}

export interface Verdict {
  file: string
  /** `ua1`, `2a` … */
  flavour: string
  holds: boolean
  /** How many checks were made. */
  checks: number
  /** Broken rules in words: clause and test, how often, what is asked for. */
  broken: string[]
}

/** What veraPDF says of each file under each flavour. */
export function validate(files: readonly string[], flavours: readonly string[]): Verdict[] {
  const java = ['-cp', `${requireLibraries()}/*`, `${here}Validate.java`, flavours.join(','), ...files]
  const { status, stdout, stderr } = spawnSync(requireTool('java'), java, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`veraPDF: ${stdout}${stderr}`)
  const verdicts: Verdict[] = []
  for (const line of stdout.split('\n')) {
    const [file = '', flavour = '', verdict, checks] = line.split('\t')
    if (line.startsWith('\t')) verdicts.at(-1)?.broken.push(line.trim())
    else if (verdict !== undefined)
      verdicts.push({ file, flavour, holds: verdict === 'holds', checks: Number(checks), broken: [] })
  }
  return verdicts
}
