/** Says what a build has made: messages, how weeks fit on paper, files, and what to print again; or all of it as data. */
import { fitTable } from '../../report/fit.js'
import { type FailOn, isWrongWord, type Shell } from '../../shell.js'
import { type Format, jsonMessages, sayAsData, textLookup, toJson } from '../common.js'
import { fileNames } from '../file-names.js'
import { leftoverLine, summary } from './build-summary.js'
import { type BuiltRun, sayingOf, standsIn } from './built-run.js'
import { filesOfLostDays } from './made-no-more.js'
import { olderFiles, olderLine } from './older-files.js'
import { changesSince, weeksSince } from './since-last.js'
import { tellingAll, tellingOf, tellingWords, toldBefore, untold } from './unchanged.js'

/** How a build is said, as its flags have it. */
export interface HowToSay {
  format: Format
  quiet: boolean
  /** Tell messages that the last build has told again. */
  repeat: boolean
  /** Print how weeks fit on paper. */
  report: boolean
  booklet: boolean
  failOn: FailOn
  /** Lines that a watch has said before and does not say again; left out by a build, which says all. */
  told: Set<string> | undefined
}

/** `leftOver`: what stands of sheets that are gone, by paths below the output folder. */
export function sayBuild(built: BuiltRun, leftOver: readonly string[], how: HowToSay, shell: Shell): void {
  const { run, results, fit } = built
  const { format, quiet, report } = how
  if (format === 'json') {
    shell.stdout.write(toJson(documentOf(built, how)))
    return
  }
  if (format === 'text') sayMessagesOf(built, how, shell)
  else sayAsData(format, run.log, quiet, shell)
  if (report && format === 'text') shell.stdout.write(fitTable(fit))
  const isRefused = results.stamps.size === 0 && run.log.messages.some(isWrongWord)
  if (!quiet && !isRefused) saySummary(built, leftOver, how, shell)
}

/** What `--json` prints. */
const documentOf = ({ run, made, results, fit }: BuiltRun, { booklet }: HowToSay) => ({
  sheets: made.sheets,
  ...(booklet ? { booklets: made.booklets } : {}),
  fit,
  written: results.written,
  unchanged: results.unchanged,
  messages: jsonMessages(run.log),
})

function sayMessagesOf(built: BuiltRun, { quiet, repeat, failOn }: HowToSay, shell: Shell): void {
  const { run, texts, fresh, look } = built
  const { messages } = run.log
  const saying = sayingOf(built, quiet, shell)
  const { known, others } = toldBefore(fresh, look?.lastRun ?? null, textLookup(texts))
  const standing = messages.slice(fresh.length)
  const telling = repeat ? tellingAll(messages) : tellingOf(others, [...known, ...standing], failOn)
  shell.stderr.write(tellingWords(telling, shell, saying))
}

/** Files, and for people what to print again, which files are older than their sheets now, and which belong to none. */
function saySummary(built: BuiltRun, leftOver: readonly string[], { format, told }: HowToSay, shell: Shell): void {
  const { out, run, texts, made, results, desk, standing, isOfAll } = built
  shell.stderr.write(summary(made, results, { out, cwd: shell.cwd }, run.log, standing))
  if (format !== 'text') return
  const weeks = weeksSince(desk.last, made)
  const files = new Set(results.stamps.keys())
  const older = olderFiles(weeks, files, standsIn(out, shell))
  shell.stderr.write(changesSince(weeks, fileNames(texts, shell)) + untold(olderLine(older, out), told))
  const ofDays = weeks.flatMap((week) => filesOfLostDays(week, files)).filter(standsIn(out, shell))
  const left = [...new Set([...(isOfAll ? leftOver : []), ...ofDays])]
  shell.stderr.write(untold(leftoverLine(left, out), told))
}
