/** Where a cited source stands on the web. */
import { addressBelow, isWebAddress } from '../text/web-address.js'
import type { ResolvedCitation } from './model.js'

/**
 * A web address that is cited itself, what the source says of itself (`url:`), or its place below the address of all sources, `base`
 * ('' where none is known); null without any.
 */
export function addressOf({ file, source }: Pick<ResolvedCitation, 'file' | 'source'>, base: string): string | null {
  if (isWebAddress(file)) return file
  if (source?.url) return source.url
  return source && base !== '' ? addressBelow(base, source.path) : null
}
