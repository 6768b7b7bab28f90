/** PDF objects as qpdf reads them, and a reader that follows references. */
import { spawnSync } from 'node:child_process'
import { requireTool } from '../tools.js'

export type Value = null | boolean | number | string | Value[] | Dict
export interface Dict {
  [key: string]: Value
}

/** Objects by "12 0 R"; streams are unpacked. */
export type PdfObjects = Map<string, { value?: Value; stream?: { dict: Dict; data: string } }>

/** Reads a file with qpdf. */
export function readObjects(file: string): PdfObjects {
  const options = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', file]
  const run = spawnSync(requireTool('qpdf'), options, { encoding: 'utf8', maxBuffer: 1 << 29 })
  if (run.status !== 0) throw new Error(run.stderr)
  const { qpdf } = JSON.parse(run.stdout) as { qpdf: [unknown, Record<string, { value?: Value }>] }
  const bare = withoutSlashes(qpdf[1] as unknown as Dict) as unknown as (typeof qpdf)[1]
  return new Map(Object.entries(bare).map(([key, object]) => [key.replace(/^obj:/, ''), object]))
}

/** Keys of dictionaries as names without their slash. */
function withoutSlashes(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutSlashes)
  if (!isDict(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key.replace(/^\//, ''), withoutSlashes(each)]))
}

/** A language tag (BCP 47, 2.1) as far as its form goes. */
export const tagPattern = /^(?:[a-z]{2,8}|[ix])(?:-[a-z\d]{1,8})*$/i

export const isDict = (value: Value | undefined): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isRef = (value: Value | undefined): value is string =>
  typeof value === 'string' && /^\d+ \d+ R$/.test(value)

export interface PageObject {
  /** "12 0 R" */
  ref: string
  dict: Dict
}

/** Follows references. */
export class Reader {
  readonly objects: PdfObjects

  constructor(objects: PdfObjects) {
    this.objects = objects
  }

  get(value: Value | undefined): Value {
    if (!isRef(value)) return value ?? null
    const object = this.objects.get(value)
    return object?.value ?? object?.stream?.dict ?? null
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value)
    return isDict(found) ? found : {}
  }

  list(value: Value | undefined): Value[] {
    const found = this.get(value)
    if (Array.isArray(found)) return found
    return found === null ? [] : [value as Value]
  }

  /** A text string. */
  text(value: Value | undefined): string {
    const found = this.get(value)
    return typeof found === 'string' && found.startsWith('u:') ? found.slice(2) : ''
  }

  /** A name, without its slash. */
  name(value: Value | undefined): string {
    const found = this.get(value)
    return typeof found === 'string' && found.startsWith('/') ? found.slice(1) : ''
  }

  /** Content of a stream, as bytes in a string. */
  stream(value: Value | undefined): string {
    const data = isRef(value) ? this.objects.get(value)?.stream?.data : undefined
    return data === undefined ? '' : Buffer.from(data, 'base64').toString('latin1')
  }

  trailer(): Dict {
    const value = this.objects.get('trailer')?.value
    return isDict(value) ? value : {}
  }

  catalog(): Dict {
    return this.dict(this.trailer().Root)
  }

  pages(): PageObject[] {
    const visit = (ref: Value): PageObject[] => {
      const dict = this.dict(ref)
      return this.name(dict.Type) === 'Page' && isRef(ref) ? [{ ref, dict }] : this.list(dict.Kids).flatMap(visit)
    }
    return visit(this.catalog().Pages ?? null)
  }
}

/** Entries of a number tree. */
export function numberTree(value: Value | undefined, reader: Reader): Map<number, Value> {
  const node = reader.dict(value)
  const entries = new Map<number, Value>()
  const own = reader.list(node.Nums)
  for (let i = 0; i + 1 < own.length; i += 2) entries.set(Number(own[i]), own[i + 1] ?? null)
  for (const kid of reader.list(node.Kids)) for (const [key, each] of numberTree(kid, reader)) entries.set(key, each)
  return entries
}
