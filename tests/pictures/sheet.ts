/** A sheet with pictures beside it, read as `build` reads it. */

import { type ReadSheet, readSheets } from '../../src/build/read-sheets.js'
import { Log, sortMessages } from '../../src/diagnostics.js'

/** `files`: by path below the content root; the sheet is `week-1/recall.md`. */
export function readWithPictures(
  body: string,
  files: Readonly<Record<string, Uint8Array>>,
): ReadSheet & { messages: string[]; asked: string[]; log: Log } {
  const log = new Log()
  const asked: string[] = []
  const text = `# Week 1\n\n## Monday\n\n${body}\n`
  const world = {
    cited: () => null,
    template: () => null,
    picture: (_from: object, path: string) => {
      asked.push(path)
      const bytes = files[path]
      return bytes ? { bytes } : { missing: Object.keys(files).map((name) => name.split('/').at(-1) ?? name) }
    },
  }
  const [read] = readSheets([{ file: 'week-1/recall.md', path: 'week-1/recall.md', root: '', text }], world, log)
  if (!read) throw new Error('no sheet')
  const messages = sortMessages(log.messages)
    .filter(({ code }) => code.startsWith('image'))
    .map(({ code, reason }) => `${code}: ${reason}`)
  return { ...read, messages, asked, log }
}
