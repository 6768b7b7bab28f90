/** Fingerprints of content. */
import { hash } from 'node:crypto'

/** The SHA-256 of bytes, or of a text's UTF-8, in 64 hexadecimal digits. */
export const sha256 = (content: Uint8Array | string): string => hash('sha256', content)

/** The first 12 digits of it: enough to tell whether something is what it was, and short where many stand in a file. */
export const shortDigest = (content: Uint8Array | string): string => sha256(content).slice(0, 12)
