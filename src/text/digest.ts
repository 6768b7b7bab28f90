/** Fingerprints of content. */
import type { hash } from 'node:crypto'
import { sha256Of } from './sha256.js'

/** Up to so many bytes a digest is made here, until Node's own was needed for something longer. */
const few = 1000

let own: typeof hash | null = null

/** The SHA-256 of bytes, or of a text's UTF-8, in 64 hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  if (own === null && content.length <= few) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    if (bytes.length <= few) return sha256Of(bytes)
  }
  own ??= process.getBuiltinModule('node:crypto').hash
  return own('sha256', content)
}
