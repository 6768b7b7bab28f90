/** By what a build knows the messages again that the last one told, although lines have moved since. */
import type { Message } from '../diagnostics.js'
import { shortDigest } from '../text/digest.js'

/** What a message says of which line, and not where that stands: two of the same mark are word for word the same. */
export type MarkOf = (message: Message) => string

/** `textOf`: the text of a file as the message was told of it; null when it is not at hand. */
export function messageMarks(textOf: (file: string) => string | null): MarkOf {
  const lines = new Map<string, readonly string[]>()
  const lineOf = ({ file, start }: NonNullable<Message['place']>): string => {
    const known = lines.get(file) ?? textOf(file)?.split(/\r\n|\r|\n/) ?? []
    lines.set(file, known)
    return known[start.line - 1] ?? ''
  }
  return ({ file, severity, code, reason, place, cause }) =>
    shortDigest(JSON.stringify([file, severity, code, reason, place && lineOf(place), cause?.words]))
}

/** Parts messages into those that bear one of `marks`, each of which stands for one, and the others. What is about no file is said of each build anew. */
export function partedByMarks(
  messages: readonly Message[],
  marks: readonly string[],
  markOf: MarkOf,
): { known: Message[]; others: Message[] } {
  const left = new Map<string, number>()
  for (const mark of marks) left.set(mark, (left.get(mark) ?? 0) + 1)
  const known: Message[] = []
  const others: Message[] = []
  for (const message of messages) {
    const mark = left.size === 0 || message.file === null ? '' : markOf(message)
    const count = left.get(mark) ?? 0
    if (count > 0) left.set(mark, count - 1)
    ;(count > 0 ? known : others).push(message)
  }
  return { known, others }
}
