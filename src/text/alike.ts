/** What was made of plain data, to be had again where the data is as it was. */

/** No field is left out. */
const none: ReadonlySet<string> = new Set()

/** Of one name so many are kept: an edit that is taken back, a deck of a day beside that of its week, and a sheet that was rehearsed with other words, find theirs. */
const mostOfName = 8

/**
 * Keeps what was made of plain data by a name, such as the id of a slide, and by the data itself, which is compared part by part: that takes a fraction of
 * what it takes to put the data into words and to look those up. What is kept must not be changed. What was asked for last stays, `most` in all.
 */
export class Alike<T> {
  readonly #kept = new Map<string, { of: unknown; made: T }[]>()
  readonly #most: number
  readonly #unread: ReadonlySet<string>
  #count = 0

  /** `unread`: names of fields, at any depth, that nothing that is made hangs on. */
  constructor(most: number, unread: ReadonlySet<string> = none) {
    this.#most = most
    this.#unread = unread
  }

  /** What was kept by this name of the same data. */
  get(name: string, of: unknown): T | undefined {
    const alike = this.#kept.get(name)
    const found = alike?.find((each) => isAlike(each.of, of, this.#unread))
    if (!alike || !found) return undefined
    // The last in order is the last to go.
    this.#kept.delete(name)
    this.#kept.set(name, alike)
    return found.made
  }

  keep(name: string, of: unknown, made: T): void {
    const alike = this.#kept.get(name) ?? []
    const others = alike.filter((each) => !isAlike(each.of, of, this.#unread)).slice(0, mostOfName - 1)
    this.#kept.delete(name)
    this.#kept.set(name, [{ of, made }, ...others])
    this.#count += 1 + others.length - alike.length
    for (const [oldest, { length }] of this.#kept) {
      if (this.#count <= this.#most) break
      this.#kept.delete(oldest)
      this.#count -= length
    }
  }
}

/** Whether two pieces of plain data say the same, but for the fields that are `unread`. A field that is undefined says nothing. */
export function isAlike(one: unknown, other: unknown, unread: ReadonlySet<string> = none): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false
    for (let i = 0; i < one.length; i++) if (!isAlike(one[i], other[i], unread)) return false
    return true
  }
  if (Array.isArray(other)) return false
  const [mine, theirs] = [one as Record<string, unknown>, other as Record<string, unknown>]
  for (const key in mine) if (!unread.has(key) && !isAlike(mine[key], theirs[key], unread)) return false
  for (const key in theirs) if (theirs[key] !== undefined && mine[key] === undefined && !unread.has(key)) return false
  return true
}
