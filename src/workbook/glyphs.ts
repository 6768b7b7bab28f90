/** Characters that cannot be set, because no font of the template has them. */
import type { Log, Where } from '../diagnostics.js'
import type { Template } from '../template/model.js'
import { textFace } from '../text/fonts/run-faces.js'
import type { Metrics } from '../text/metrics.js'
import { pictureWords, type RichBlock, type Run } from '../text/rich.js'
import type { DaySheetPlan, PartPlan, QuestionPlan, SpacePlan, WorkbookPlan } from './plan-model.js'

/** Reports `glyph-missing` once per place, with the characters that are missing there; for words of the template, without a place. */
export function reportMissingGlyphs(
  plan: WorkbookPlan,
  { workbook }: Template,
  metrics: Pick<Metrics, 'missing'>,
  log: Log,
): void {
  const check = new GlyphCheck(metrics, log)
  check.words([plan.eyebrow], { file: plan.file })
  // Names of styles are read out and never drawn.
  const words = Object.values(workbook.words).flat()
  check.words(
    words.filter((each) => typeof each === 'string'),
    null,
  )
  for (const day of plan.days) checkDay(day, check)
  checkGuide(plan, check)
  checkKey(plan, check)
}

/** Looks at runs as they will be set, and reports what their fonts lack. */
class GlyphCheck {
  readonly #metrics: Pick<Metrics, 'missing'>
  readonly #log: Log
  readonly #said = new Set<number>()

  constructor(metrics: Pick<Metrics, 'missing'>, log: Log) {
    this.#metrics = metrics
    this.#log = log
  }

  runs(runs: readonly Run[], where: Where): void {
    this.#report(this.#missingIn(runs), where)
  }

  /** Words that were looked at in another face before: what was told then is not told again. */
  again(runs: readonly Run[], where: Where): void {
    this.#report(
      this.#missingIn(runs).filter((codePoint) => !this.#said.has(codePoint)),
      where,
    )
  }

  words(words: readonly string[], where: Where): void {
    this.runs(
      words.map((text) => ({ text })),
      where,
    )
  }

  blocks(blocks: readonly RichBlock[]): void {
    for (const block of blocks) {
      if (block.type === 'paragraph') this.runs(block.runs, block.place)
      else if (block.type === 'code') this.runs([{ text: block.text, code: true }], block.place)
      else if (block.type === 'picture') this.words([block.picture ? '' : pictureWords(block)], block.place)
      else if (block.type === 'math') this.runs([{ text: block.source, math: true }], block.place)
      else if (block.type === 'quote') this.blocks(block.blocks)
      else if (block.type === 'list') for (const item of block.items) this.blocks(item)
      else {
        const heads = block.head.flat()
        this.runs(
          heads.map((run) => ({ ...run, strong: true })),
          block.place,
        )
        this.runs(block.rows.flat(2), block.place)
      }
    }
  }

  #missingIn(runs: readonly Run[]): number[] {
    return [...new Set(runs.flatMap((run) => this.#metrics.missing(run.text, textFace(run))))]
  }

  #report(codePoints: number[], where: Where): void {
    if (codePoints.length === 0) return
    for (const codePoint of codePoints) this.#said.add(codePoint)
    this.#log.report('glyph-missing', where, { codePoints })
  }
}

const partsOf = ({ space }: QuestionPlan): PartPlan[] => (space.kind === 'parts' ? space.parts : [])

/** The words that stand in an answer space. */
function wordsIn(space: SpacePlan): readonly string[] {
  switch (space.kind) {
    case 'compare':
      return space.terms
    case 'sides':
      return space.labels
    case 'choose':
      return space.offer
    default:
      return []
  }
}

function checkDay({ name, topic, intro, questions, place: there }: DaySheetPlan, check: GlyphCheck): void {
  check.runs([{ text: name }, ...topic], there)
  check.blocks(intro)
  for (const question of questions)
    for (const { prompt, space, place } of [question, ...partsOf(question)]) {
      check.blocks(prompt)
      check.words(wordsIn(space), place)
    }
}

function checkGuide({ guide }: WorkbookPlan, check: GlyphCheck): void {
  for (const { prompt, sections, answer, written, place } of guide?.days.flatMap((day) => day.questions) ?? []) {
    check.blocks(prompt)
    check.blocks(answer)
    check.words([written ?? ''], place)
    for (const { number, title, excerpt, place: there } of sections)
      check.runs([{ text: `${number} ${excerpt}` }, ...title], there)
  }
}

/** The key, or what its entries say where pages to fold have them instead. */
function checkKey({ key, testAndFold }: WorkbookPlan, check: GlyphCheck): void {
  const folded = testAndFold?.days.flatMap((day) => day.rows.map(({ entry }) => entry)) ?? []
  for (const { words, written, citations, answer, place } of key?.days.flatMap((day) => day.entries) ?? folded) {
    // The words of a prompt come again in the key, in another face.
    check.again([{ text: words, emphasis: true }], place)
    check.blocks(answer)
    check.words([written ?? ''], place)
    for (const { file, sections } of citations) {
      const places = sections.flatMap(({ number, title }) => [{ text: `${number}` }, ...title])
      check.runs([{ text: file, code: true }, ...places], place)
    }
  }
}
