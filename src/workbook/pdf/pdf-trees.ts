/** Number trees and name trees (ISO 32000-1, 7.9.6 and 7.9.7): entries in order, in leaves that a viewer can read alone. */
import type { ObjectWriter } from './pdf-objects.js'

const leafLength = 64

/** A tree that is written as its entries come, in the order of their keys. Keys and values are in words: `(p0001d1)`, `[4 0 R /XYZ null 700 null]`. */
export class TreeWriter {
  readonly #objects: ObjectWriter
  readonly #entries: 'Nums' | 'Names'
  readonly #leaves: string[] = []
  readonly #limits: { first: string; last: string } = { first: '', last: '' }
  #leaf: string[] = []

  constructor(objects: ObjectWriter, entries: 'Nums' | 'Names') {
    this.#objects = objects
    this.#entries = entries
  }

  add(key: string, value: string): void {
    if (this.#leaf.length === 0) this.#limits.first = key
    this.#limits.last = key
    this.#leaf.push(`${key} ${value}`)
    if (this.#leaf.length === leafLength) this.#endLeaf()
  }

  /** Ends the tree; the number of its root. */
  end(): number {
    if (this.#leaves.length === 0) return this.#objects.add(`<</${this.#entries}[${this.#leaf.join(' ')}]>>`)
    this.#endLeaf()
    return this.#objects.add(`<</Kids[${this.#leaves.join(' ')}]>>`)
  }

  #endLeaf(): void {
    if (this.#leaf.length === 0) return
    const { first, last } = this.#limits
    const leaf = this.#objects.add(`<</Limits[${first} ${last}]/${this.#entries}[${this.#leaf.join(' ')}]>>`)
    this.#leaves.push(`${leaf} 0 R`)
    this.#leaf = []
  }
}
