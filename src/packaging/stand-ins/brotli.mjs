/** Fonts as WOFF2 are refused before fontkit sees them (`text/fonts/font-file.ts`): the megabyte that unpacks them stays out. */
export default function decompress() {
  throw new Error('WOFF2 is not read')
}
