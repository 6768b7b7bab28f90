/**
 * Messages → GitHub workflow commands, which Actions shows as annotations on the lines of a pull request.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
import { type Message, type Place, type Severity, sortMessages } from '../diagnostics.js'
import { printable } from './printable.js'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * One line a message, sorted by place:
 * ```
 * ::warning file=a.md,line=6,endLine=6,col=1,endColumn=8,title=question-number-gap::Unexpected number 3, expected 2%0ANumber …
 * ```
 */
export function formatGithub(messages: readonly Message[]): string {
  return sortMessages(messages).map(formatAnnotation).join('')
}

function formatAnnotation({ severity, file, place, code, reason, help }: Message): string {
  const properties = [...(file === null ? [] : [['file', file]]), ...(place ? stretch(place) : []), ['title', code]]
  const shown = properties.map(([name, value]) => `${name}=${escapeProperty(printable(String(value)))}`).join(',')
  return `::${commands[severity]} ${shown}::${escapeData(printable(`${reason}\n${help}`))}\n`
}

/** Lines and columns as GitHub counts them: both ends belong to the stretch, and columns go only with a single line. */
function stretch({ start, end }: Place): (string | number)[][] {
  const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line
  const lines = [
    ['line', start.line],
    ['endLine', endLine],
  ]
  if (end.line !== start.line) return lines
  return [...lines, ['col', start.column], ['endColumn', Math.max(start.column, end.column - 1)]]
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
