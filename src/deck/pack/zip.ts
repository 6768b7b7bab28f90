/**
 * The ZIP around the parts (PKWARE APPNOTE.TXT): entries one behind the other, then the directory of them. Lengths and check sums are known
 * before the next entry begins, so nothing has to be looked up behind the data, which some readers cannot.
 */
import { crc32 } from 'node:zlib'
import { deflate, Output, type ReadyPart } from './deflate.js'

/** What an entry holds: a part to be deflated, or bytes that are written as they are. */
export type Content = ReadyPart | Packed | { stored: Uint8Array }

/** A stream that was written before. */
export interface Packed {
  bytes: Uint8Array
  crc: number
  size: number
}

/** Without the 64-bit extension no ZIP counts more entries, and none is longer. */
export const mostEntries = 65_535
const mostBytes = 0xffff_ffff

interface Entry {
  name: Uint8Array
  offset: number
  method: number
  crc: number
  packed: number
  size: number
}

const encoder = new TextEncoder()

/** Writes a ZIP with entries in the order given. Their names are ASCII; `date` is told in its own hours. */
export function zip(contents: Iterable<readonly [path: string, content: Content]>, date: Date): Uint8Array {
  const output = new Output()
  const entries: Entry[] = []
  const stamp = stampOf(date)
  for (const [path, content] of contents) {
    const name = encoder.encode(path)
    const offset = output.length
    output.reserve(localHead + name.length)
    output.length += localHead
    output.add(name)
    const start = output.length
    const { crc, size } = write(content, output)
    const method = 'stored' in content ? 0 : 8
    const entry = { name, offset, method, crc, packed: output.length - start, size }
    writeHead(output.view, offset, entry, stamp)
    entries.push(entry)
  }
  return finish(output, entries, stamp)
}

function write(content: Content, output: Output): { crc: number; size: number } {
  if ('matched' in content) return deflate(content, output)
  if ('stored' in content) {
    output.add(content.stored)
    return { crc: crc32(content.stored), size: content.stored.length }
  }
  output.add(content.bytes)
  return content
}

const localHead = 30
const centralHead = 46
const endRecord = 22

/** Date and time as MS-DOS has them: years from 1980, seconds by twos. */
function stampOf(date: Date): number {
  const days = ((date.getFullYear() - 1980) << 25) | ((date.getMonth() + 1) << 21) | (date.getDate() << 16)
  return days | (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)
}

/** The head before the data of an entry. */
function writeHead(view: DataView, at: number, entry: Entry, stamp: number): void {
  view.setUint32(at, 0x04034b50, true)
  writeFacts(view, at + 4, entry, stamp)
}

/** What both heads of an entry say, 26 bytes: version 2.0 to read it, no flags, how it is packed. */
function writeFacts(view: DataView, at: number, { name, method, crc, packed, size }: Entry, stamp: number): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0, true)
  view.setUint16(at + 4, method, true)
  view.setUint32(at + 6, stamp, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, packed, true)
  view.setUint32(at + 18, size, true)
  view.setUint16(at + 22, name.length, true)
  view.setUint16(at + 24, 0, true)
}

/** Adds the directory and its end. */
function finish(output: Output, entries: readonly Entry[], stamp: number): Uint8Array {
  const start = output.length
  const length = entries.reduce((sum, { name }) => sum + centralHead + name.length, 0)
  if (entries.length > mostEntries || start + length > mostBytes) throw new Error('More than a ZIP can hold')
  const bytes = new Uint8Array(start + length + endRecord)
  bytes.set(output.bytes.subarray(0, start))
  const view = new DataView(bytes.buffer)
  let at = start
  for (const entry of entries) {
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, 20, true)
    writeFacts(view, at + 6, entry, stamp)
    view.setUint32(at + 42, entry.offset, true)
    bytes.set(entry.name, at + centralHead)
    at += centralHead + entry.name.length
  }
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, length, true)
  view.setUint32(at + 16, start, true)
  return bytes
}
