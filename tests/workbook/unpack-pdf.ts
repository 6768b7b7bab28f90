/** A PDF's own words, for tests that look for what readers do not tell. */
import { inflateSync } from 'node:zlib'

/** A stream: its dictionary, and what it holds as it stands in the file. */
const streams = /<<((?:[^<>]|<<[^<>]*>>|<[^<>]*>)*)>>\nstream\n([\s\S]*?)\nendstream\nendobj/g

/** A file with its objects and its content unpacked: one letter a byte. Pictures and fonts stay as they are. */
export function unpackPdf(file: Uint8Array): string {
  const text = Buffer.from(file).toString('latin1')
  return text.replace(streams, (whole, entries: string, packed: string) => {
    if (!/\/Filter ?\/FlateDecode/.test(entries) || /\/Subtype|\/DecodeParms|\/N 3/.test(entries)) return whole
    return `<<${entries}>>\nstream\n${inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')}\nendstream\nendobj`
  })
}

/** The content streams of a file, unpacked. */
export const contentOf = (file: Uint8Array): string[] =>
  [...unpackPdf(file).matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .map(([, content = '']) => content)
    .filter((content) => content.includes(' TJ'))
