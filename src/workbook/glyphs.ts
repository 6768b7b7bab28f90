/** Characters that cannot be set, because no font of the template has them. */
import type { Log, Where } from '../diagnostics.js'
import type { Template } from '../template/model.js'
import { textFace } from '../text/fonts/run-faces.js'
import type { Metrics } from '../text/metrics.js'
import { pictureWords, type RichBlock, type Run } from '../text/rich.js'
import type { PartPlan, QuestionPlan, WorkbookPlan } from './plan-model.js'

const partsOf = ({ space }: QuestionPlan): PartPlan[] => (space.kind === 'parts' ? space.parts : [])

/** Reports `glyph-missing` once per place, with the characters that are missing there; for words of the template, without a place. */
export function reportMissingGlyphs(
  plan: WorkbookPlan,
  { workbook }: Template,
  metrics: Pick<Metrics, 'missing'>,
  log: Log,
): void {
  // Names of styles are read out and never drawn.
  const words = Object.values(workbook.words)
    .flat()
    .filter((each) => typeof each === 'string')
  const said = new Set<number>()
  const check = (runs: readonly Run[], where: Where, isNews: (codePoint: number) => boolean = () => true): void => {
    const missing = new Set(runs.flatMap((run) => metrics.missing(run.text, textFace(run))).filter(isNews))
    if (missing.size === 0) return
    for (const codePoint of missing) said.add(codePoint)
    log.report('glyph-missing', where, { codePoints: [...missing] })
  }
  const checkBlocks = (blocks: readonly RichBlock[]): void => {
    for (const block of blocks) {
      if (block.type === 'paragraph') check(block.runs, block.place)
      else if (block.type === 'code') check([{ text: block.text, code: true }], block.place)
      else if (block.type === 'picture') check([{ text: block.picture ? '' : pictureWords(block) }], block.place)
      else if (block.type === 'math') check([{ text: block.source, math: true }], block.place)
      else if (block.type === 'quote') checkBlocks(block.blocks)
      else if (block.type === 'list') block.items.forEach(checkBlocks)
      else {
        check(
          block.head.flat().map((run) => ({ ...run, strong: true })),
          block.place,
        )
        check(block.rows.flat(2), block.place)
      }
    }
  }
  check([{ text: plan.eyebrow }], { file: plan.file })
  check(
    words.map((text) => ({ text })),
    null,
  )
  for (const day of plan.days) {
    check([{ text: day.name }, ...day.topic], day.place)
    checkBlocks(day.intro)
    for (const question of day.questions)
      for (const { prompt, space, place } of [question, ...partsOf(question)]) {
        checkBlocks(prompt)
        const labels =
          space.kind === 'compare'
            ? space.terms
            : space.kind === 'sides'
              ? space.labels
              : space.kind === 'choose'
                ? space.offer
                : []
        check(
          labels.map((text) => ({ text })),
          place,
        )
      }
  }
  for (const { prompt, sections, answer, written, place } of plan.guide?.days.flatMap((day) => day.questions) ?? []) {
    checkBlocks(prompt)
    checkBlocks(answer)
    check([{ text: written ?? '' }], place)
    for (const { number, title, excerpt, place: there } of sections)
      check([{ text: `${number} ${excerpt}` }, ...title], there)
  }
  const folded = plan.testAndFold?.days.flatMap((day) => day.rows.map(({ entry }) => entry)) ?? []
  for (const { words, written, citations, answer, place } of plan.key?.days.flatMap((day) => day.entries) ?? folded) {
    // The words of a prompt come again in the key, in another face.
    check([{ text: words, emphasis: true }], place, (codePoint) => !said.has(codePoint))
    checkBlocks(answer)
    check([{ text: written ?? '' }], place)
    for (const { file, sections } of citations)
      check(
        [{ text: file, code: true }, ...sections.flatMap(({ number, title }) => [{ text: `${number}` }, ...title])],
        place,
      )
  }
}
