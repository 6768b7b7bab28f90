/** `cold-recall explain [code]`: what a message means, with a small sheet that shows it; without a code, the list of all. */
import type { BuildWorld } from '../build/build.js'
import { readSheets } from '../build/read-sheets.js'
import { codeMeant, isMessageCode, messageCodes } from '../config/config.js'
import { Log, type MessageCode, messageTable } from '../diagnostics.js'
import { examples } from '../explain-examples.js'
import { formatMessages } from '../report/text.js'
import { parseUnnamed } from '../sheet/parse.js'
import { type ExitCode, exitCodes, type Shell, UsageError, wantsColour } from '../shell.js'
import { coverageOf, reportCoverage } from '../sources/coverage.js'

/** Flags and operands, as `cli/cli.ts` reads them. */
export interface ExplainArguments {
  code: string | undefined
}

/** Prints on stdout. */
export function explain({ code }: ExplainArguments, shell: Shell): ExitCode {
  if (code === undefined) {
    shell.stdout.write(listing())
    return exitCodes.ok
  }
  // People copy a code with the brackets that messages put around it.
  const bare = code.replace(/^\[|\]$/g, '')
  if (!isMessageCode(bare)) throw new UsageError(`No message "${bare}"${codeMeant(bare)}`)
  shell.stdout.write(explanation(bare, wantsColour(shell.stdout, shell.env)))
  return exitCodes.ok
}

/** One line a code, sorted: `citation-missing          info     ‹code› does not say where its answer is`. */
function listing(): string {
  const width = Math.max(...messageCodes.map((code) => code.length))
  const line = (code: MessageCode) =>
    `${code.padEnd(width)}  ${messageTable[code].severity.padEnd(7)}  ${wordsOf(code)}\n`
  return messageCodes.toSorted().map(line).join('')
}

const consequences = {
  error: 'What has it is not built. It can be neither lowered nor silenced.',
  warning: 'It is built all the same; --strict makes it count.',
  info: 'A note: nothing needs to be done.',
} as const

function explanation(code: MessageCode, colour: boolean): string {
  const { severity, help } = messageTable[code]
  const example = examples[code]
  const change = severity === 'error' ? '' : ` Change that with --severity ${code}=… or in recall.config.yaml.`
  const parts = [
    `${code}: ${severity}`,
    wordsOf(code),
    `${consequences[severity]}${change}`,
    `help: ${help}`,
    ...(example
      ? [
          `For example:`,
          Object.entries({ [exampleFile]: example.sheet, ...example.beside })
            .map(([file, text]) => `── ${file}\n${text.trimEnd()}`)
            .join('\n\n'),
          runExample(code, colour).trimEnd(),
        ]
      : []),
  ]
  return `${parts.join('\n\n')}\n`
}

/** The words of a message with the names of its facts in place of facts. */
function wordsOf(code: MessageCode): string {
  const named = new Proxy({}, { get: (_target, name) => `‹${String(name)}›` }) as never
  try {
    return messageTable[code].words(named)
  } catch {
    // Words that count or round want numbers; the code itself is words enough.
    const words = code.replaceAll('-', ' ')
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
}

const exampleFile = 'recall.md'

/** What `check` says of the example about this code: made when asked, so that it is always true. */
function runExample(code: MessageCode, colour: boolean): string {
  const example = examples[code]
  if (!example) return ''
  const world: BuildWorld = {
    cited: (_from, path) => {
      const text = example.beside?.[path]
      return text === undefined ? null : { file: path, text }
    },
    picture: () => ({ missing: [] }),
    template: () => null,
  }
  const log = new Log()
  const reads = readSheets(
    [{ file: exampleFile, path: exampleFile, root: '', text: example.sheet }],
    world,
    log,
    parseUnnamed,
  )
  reportCoverage(coverageOf(reads.map(({ citations }) => citations)), log)
  const own = log.messages.filter((message) => message.code === code)
  const textOf = (file: string) => (file === exampleFile ? example.sheet : (example.beside?.[file] ?? null))
  return formatMessages(own, { colour, textOf })
}
