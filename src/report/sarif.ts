/** Messages → SARIF 2.1.0, the exchange format of code scanning and editors. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import {
  type Message,
  type MessageCode,
  messageTable,
  type Place,
  type Severity,
  sortMessages,
} from '../diagnostics.js'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>

const codes = Object.keys(messageTable) as MessageCode[]

/** One run as a SARIF log: every code of the table is a rule, every message a result. `version` is this package's. */
export function sarifLog(messages: readonly Message[], version: string) {
  const driver = { name: 'Cold Recall', version, semanticVersion: version, rules: codes.map(ruleOf) }
  const results = sortMessages(messages).map(resultOf)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  }
}

function ruleOf(code: MessageCode) {
  const { severity, help } = messageTable[code]
  const words = code.replaceAll('-', ' ')
  return {
    id: code,
    shortDescription: { text: `${words.charAt(0).toUpperCase()}${words.slice(1)}` },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: levels[severity] },
  }
}

function resultOf({ code, severity, file, place, reason, help, cause }: Message) {
  const related = cause && { id: 0, ...locationOf(cause.place.file, cause.place), message: { text: cause.words } }
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: `${reason}${/[.?!]$/.test(reason) ? '' : '.'} ${help}` },
    ...(file === null ? {} : { locations: [locationOf(file, place)] }),
    ...(related ? { relatedLocations: [related] } : {}),
  }
}

function locationOf(file: string, place: Place | null) {
  const artifactLocation = { uri: uriOf(file) }
  if (place === null) return { physicalLocation: { artifactLocation } }
  const { start, end } = place
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  return { physicalLocation: { artifactLocation, region } }
}

/** A path as people see it → a URI: relative below the working folder, else `file:`. */
function uriOf(file: string): string {
  const encoded = file.split('/').map(encodeURIComponent).join('/')
  if (/^[A-Za-z]:\//.test(file)) return `file:///${file.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`
  return file.startsWith('/') ? `file://${encoded}` : encoded
}
