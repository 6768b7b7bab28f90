/** Keeps what a build has read, written and told in the output folder, so that the next one does only what has changed. */
import { messageMarks } from '../../cache/message-marks.js'
import { withRun } from '../../cache/remember.js'
import { Log } from '../../diagnostics.js'
import { writeOutputs } from '../../disk/write.js'
import type { FailOn, Shell } from '../../shell.js'
import { textLookup } from '../common.js'
import { type BuiltRun, sayingOf } from './built-run.js'
import { tellingAll, tellingNext, tellingWords } from './unchanged.js'

/** How a build that finds all as this one has left it decides and says what this one did. */
export interface NextTime {
  failOn: FailOn
  /** Tell messages that the last build has told again. */
  repeat: boolean
}

/** `leftOver`: what stands of sheets that are gone, by paths below the output folder. A run without a manifest is not remembered. */
export function rememberBuild(built: BuiltRun, leftOver: readonly string[], next: NextTime, shell: Shell): void {
  const { out, run, texts, began, recorder, made, results, desk, look, standing, code } = built
  const { messages } = run.log
  if (!look || !results.manifest || desk.isBroken) return
  const telling = next.repeat ? tellingAll(messages) : tellingNext(messages, next.failOn)
  const now = shell.now().getTime()
  const saying = sayingOf(built, false, shell)
  const finished = {
    key: look.key,
    began: Math.min(began, look.began),
    seen: results.isUntouched() ? now : null,
    exitCode: code,
    said: tellingWords(telling, shell, saying),
    quietly: tellingWords(telling, shell, { ...saying, quiet: true }),
    messages,
    markOf: messageMarks(textLookup(texts)),
    sheets: made.sheets,
    placed: made.placed,
    outputs: results.stamps,
    manifest: results.manifest,
    leftOver,
    standing,
  }
  const file = withRun(look.cache, finished, recorder)
  // What cannot be kept is only done again.
  if (file) writeOutputs(shell.cwd, out, [file], new Log())
}
