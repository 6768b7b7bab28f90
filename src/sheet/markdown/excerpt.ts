/** Words of a sheet in a message: on one line, its first `most` characters. "Read  slowly and …" */
export function excerpt(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most)}…` : line
}
