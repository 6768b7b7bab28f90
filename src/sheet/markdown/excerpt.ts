import { plainBlocks, type RichBlock } from '../../text/rich.js'

/** Words of a sheet in a message: on one line, its first `most` characters. "Read  slowly and …" */
export function excerpt(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most)}…` : line
}

/** What is left out, in the words of a message: `, with "Read slowly …"`; '' when there are none. */
export function withWords(blocks: readonly RichBlock[]): string {
  const words = excerpt(plainBlocks(blocks), 80)
  return words === '' ? '' : `, with "${words}"`
}
