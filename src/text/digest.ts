/** Fingerprints of content. */
import { createHash, hash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** The SHA-256 of bytes, or of a text's UTF-8, in 64 hexadecimal digits. */
export const sha256 = (content: Uint8Array | string): string => hash('sha256', content)

/** Bytes in pieces that follow each other, to be had once; when the last one is through, their digest is known. */
export class DigestedPieces implements Iterable<Uint8Array> {
  readonly #pieces: Iterable<Uint8Array>
  readonly #digest = createHash('sha256')
  #known: string | null = null

  constructor(pieces: Iterable<Uint8Array>) {
    this.#pieces = pieces
  }

  *[Symbol.iterator](): Generator<Uint8Array> {
    for (const piece of this.#pieces) {
      this.#digest.update(piece)
      yield piece
    }
  }

  /** As `sha256`, of all of them. */
  get sha256(): string {
    this.#known ??= this.#digest.digest('hex')
    return this.#known
  }
}

/** What is said as JSON, but for all that has one of these names, at any depth. */
export const jsonWithout = (said: unknown, names: ReadonlySet<string>): string =>
  JSON.stringify(said, (name, value) => (names.has(name) ? undefined : value))

/** The first 12 digits of the SHA-256: enough to tell whether something is what it was, and short where many stand in a file. */
export const shortDigest = (content: Uint8Array | string): string => sha256(content).slice(0, 12)

/**
 * A check sum of bytes, or of a text's UTF-8, in 8 hexadecimal digits. Of two contents of one length the same is as likely as one in four thousand million, and
 * never where they differ in one place of four bytes. Digests take longer to begin with than to make: 5 ms, since Node opens what makes them.
 */
export const checkSum = (content: Uint8Array | string): string => crc32(content).toString(16).padStart(8, '0')

/** True when `digest`, a SHA-256 or a check sum, is that of the content. */
export const isDigestOf = (digest: string, content: Uint8Array | string): boolean =>
  (digest.length === 8 ? checkSum : sha256)(content) === digest
