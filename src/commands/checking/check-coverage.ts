/** `check --coverage`: which sections of cited files no question tests, and which questions cite nothing. */
import type { ReadSheet } from '../../build/read-sheets.js'
import type { Log, Place } from '../../diagnostics.js'
import { plural } from '../../report/text.js'
import type { Question, Sheet } from '../../sheet/model.js'
import { coverageOf, reportCoverage, type SourceCoverage } from '../../sources/coverage.js'
import type { Section } from '../../sources/model.js'
import { readableText } from '../../text/tex/tex-words.js'

const questionsOf = (sheet: Sheet): Question[] => sheet.days.flatMap((day) => day.questions)

/** What `--coverage` tells: sections that no question tests, by source, and questions that cite nothing, by sheet. */
export interface Coverage {
  sources: (Omit<SourceCoverage, 'untested'> & {
    untested: (Pick<Section, 'number' | 'place'> & { title: string })[]
  })[]
  sheets: { file: string; questions: number; uncited: { code: string; place: Place }[] }[]
}

/** Reports the sections as well, so that they have a severity like all else; uncited questions are always told. */
export function checkCoverage(reads: readonly ReadSheet[], log: Log): Coverage {
  const found = coverageOf(reads.map(({ citations }) => citations))
  reportCoverage(found, log)
  const sources = found.map(({ untested, ...source }) => ({
    ...source,
    untested: untested.map(({ number, title, place }) => ({ number, title: readableText(title), place })),
  }))
  const sheets = reads.map(({ sheet }) => {
    const uncited = questionsOf(sheet).filter(({ citations }) => citations.length === 0)
    return {
      file: sheet.file,
      questions: questionsOf(sheet).length,
      uncited: uncited.map(({ code, place }) => ({ code, place })),
    }
  })
  return { sources, sheets }
}

/**
 * ```
 * content/week-17/02_explainer.md: questions test 36 of 50 sections
 * content/week-17/04_daily_recall.md: 23 of 24 questions with a citation
 * ```
 */
export function coverageLines({ sources, sheets }: Coverage): string[] {
  return [
    ...sources.map(
      ({ file, sections, untested }) =>
        `${file}: questions test ${sections - untested.length} of ${plural(sections, 'section')}`,
    ),
    ...sheets.map(
      ({ file, questions, uncited }) =>
        `${file}: ${questions - uncited.length} of ${plural(questions, 'question')} with a citation`,
    ),
  ]
}
