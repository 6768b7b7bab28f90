/** What is wrong with `key: value` lines, in the words of one who writes them: the parser of YAML speaks of mappings, scalars and implicit keys. */

import { LetterPattern } from '../text/latin.js'

/** A fault as the parser tells it (`YAMLParseError` of yaml); `pos` are offsets in the text. */
export interface YamlError {
  code: string
  message: string
  pos: readonly [number, number]
}

/** A fault of one line: where it stands in the text, what is wrong there and how to write it, and the parser's own reason. */
export interface YamlFault {
  from: number
  to: number
  fault: string
  reason: string
}

/**
 * The faults of a text, the first of each line: the others of a line are what the parser makes of the first. "week 5" → `"week 5" has no colon behind its
 * key; write "week: 5"`.
 */
export function yamlFaults(text: string, errors: readonly YamlError[]): YamlFault[] {
  const told = new Set<number>()
  return errors.flatMap((error) => {
    const at = opened(text, error) ?? error.pos[0]
    const start = text.lastIndexOf('\n', at - 1) + 1
    if (told.has(start)) return []
    told.add(start)
    const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? ''
    // The parser may have read on into the next line, and points at the first letter of a value that is wrong as a whole.
    const end = error.code === 'BLOCK_AS_IMPLICIT_KEY' ? start + line.length : error.pos[1]
    const to = Math.max(at + 1, Math.min(end, start + line.length))
    return [{ from: at, to, fault: faultOf(line, text.charAt(at), error), reason: error.message }]
  })
}

/** Where a quotation mark or bracket opens that nothing closes: the parser points behind all that it took for the value. Null for other faults. */
function opened(text: string, { message, pos: [at] }: YamlError): number | null {
  const mark = /closing (["'])/.exec(message)?.[1] ?? openings[closingMark(message) ?? '']
  const found = mark === undefined ? -1 : text.lastIndexOf(`: ${mark}`, at)
  return found < 0 ? null : found + 2
}

const openings: Readonly<Record<string, string>> = { ']': '[', '}': '{' }

const closingMark = (message: string) => /end with an? ([\]}])/.exec(message)?.[1]

/** `title: Rome: the end` → key "title", value "Rome: the end". */
const pair = new LetterPattern(String.raw`^\s*([\p{L}\p{N}_-]+)\s*:\s+(\S.*?)\s*$`)
/** `week 5`, `week:5`, `week = 5`, `week： 5`: no colon and space between a key and its value. */
const unparted = new LetterPattern(String.raw`^(\p{L}[\p{L}\p{N}_-]*)(?:\s*[:=：]\s*|\s+)(\S.*)$`)

/** `sign` is what stands where the parser points. */
function faultOf(line: string, sign: string, { code, message }: YamlError): string {
  const [, key = '', value = ''] = pair.exec(line) ?? []
  const inQuotes = `put it in quotes: ${key}: ${quoted(value)}`
  const closing = closingMark(message)
  if (closing) return `${sign} opens here and no ${closing} closes it`
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'the line begins with a tab; write spaces'
    case 'DUPLICATE_KEY':
      return `"${/^[^:]*/.exec(line)?.[0].trim() ?? ''}" is here a second time; take one of the two lines out`
    case 'BAD_SCALAR_START':
      return `a value cannot begin with ${sign}; ${inQuotes}`
    case 'BAD_DQ_ESCAPE':
      return 'a backslash means something of its own between double quotes; write single quotes, or two backslashes'
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:\s/.test(value)
        ? `the value "${value}" has a colon in it; ${inQuotes}`
        : `the line below "${line.trim()}" is further in; begin it in the same column`
    case 'MISSING_CHAR':
      if (message.includes('closing')) return `${sign} opens the value and none closes it`
      return key === '' ? withoutColon(line.trim()) : plainly(message)
    case 'MULTILINE_IMPLICIT_KEY':
      return key === '' ? withoutColon(line.trim()) : plainly(message)
    case 'UNEXPECTED_TOKEN':
      if (/^["'[{*&!|>]/.test(value))
        return `the value begins with ${value.charAt(0)} and goes on behind it; ${inQuotes}`
      return `"${line.trim()}" does not belong to the lines above it; begin all lines in the same column, as "key: value"`
    default:
      return plainly(message)
  }
}

function withoutColon(words: string): string {
  const [, key = '', value = ''] = unparted.exec(words) ?? []
  if (key === '') return `"${words}" is no "key: value" line`
  const lack = words.startsWith(`${key}:`) ? 'space behind its colon' : 'colon behind its key'
  return `"${words}" has no ${lack}; write "${key}: ${value}"`
}

/** A value between quotation marks that it does not have itself: `'Rome's end'` → `"Rome's end"`. */
function quoted(value: string): string {
  const [, , inner = value] = /^(["'])(.*)\1$/.exec(value) ?? []
  if (!/["\\]/.test(inner)) return `"${inner}"`
  return `'${inner.replaceAll("'", "''")}'`
}

/** The parser's reason in the middle of a sentence. */
const plainly = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '')
