/** Addresses of the web that paper may show. */

/** As many letters as a code to scan holds in modules of 0.4 mm without growing beyond 3 cm. */
const longestAddress = 250

/** True for `https://example.org/a`: a whole address by http or https, without spaces, not too long to be scanned or typed. */
export function isWebAddress(words: string): boolean {
  return (
    words.length <= longestAddress && /^https?:\/\/[^\s/?#]/i.test(words) && !/\s/.test(words) && URL.canParse(words)
  )
}

/** The address of a file below `base`: spaces and signs are escaped; null when that leads out of the base, or is too long. */
export function addressBelow(base: string, path: string): string | null {
  const folder = base.endsWith('/') ? base : `${base}/`
  const escaped = path.split('/').map(encodeURIComponent).join('/')
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) return null
  return isWebAddress(folder + escaped) ? folder + escaped : null
}
