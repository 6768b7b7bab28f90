/** The deck's two intermediate forms as text for people and golden files. */
import { plainBlocks, plainText } from '../text/rich.js'
import { readableText } from '../text/tex/tex-words.js'
import type { AnswerShape, DeckPlan, LookUpPlace, PlannedSlide } from './plan-model.js'
import type { Box, Item, Paragraph, Slide, SlideRun, Slides } from './slides-model.js'

/** What is said, slide by slide. */
export function dumpDeckPlan(plan: DeckPlan): string {
  const lines = [`deck "${plan.title}" ${plan.lang}${plan.dir === 'rtl' ? ' rtl' : ''}`]
  for (const section of plan.sections) {
    const show = section.show === null ? '' : ` show "${section.show}"`
    lines.push('', `section "${section.name}"${section.day === null ? '' : ` day ${section.day}`}${show}`)
    for (const slide of section.slides) lines.push(...planned(slide))
  }
  return `${lines.join('\n')}\n`
}

function planned(slide: PlannedSlide): string[] {
  return [
    `  ${slide.role} ${slide.id} line ${slide.place.start.line}`,
    `    title "${slide.title}"`,
    ...said(slide).map((line) => `    ${line}`),
    ...slide.notes.map((note) => `    note ${note.role}: ${note.text}`),
  ]
}

function said(slide: PlannedSlide): string[] {
  switch (slide.role) {
    case 'title':
      return [
        ...(slide.course === null ? [] : [`course ${slide.course}`]),
        slide.summary,
        ...slide.days.map(readableText),
      ]
    case 'contents':
      return slide.days.map(
        ({ heading, to, questions }) =>
          `${readableText(heading)} → ${to} ${questions.map(({ number }) => number).join(' ')}`,
      )
    case 'protocol':
      return [...slide.steps.map((step, i) => `${i + 1}. ${step}`), ...intro(slide.intro)]
    case 'day':
      return [
        `${plainText(slide.name)} | ${plainText(slide.topic)}`,
        slide.summary,
        ...intro(slide.intro),
        ...slide.agenda.map((line) => `${line.number} ${line.kind} ${line.clock}`),
      ]
    case 'question':
      return [
        `${slide.where} | ${slide.code} | ${slide.cue} ${slide.clock} (${slide.seconds} s) | ${slide.page ?? '-'}${slide.points === null ? '' : ` | ${slide.points}`}`,
        `answer ${answerWords(slide.answer)}`,
        ...(slide.material.length === 0 ? [] : [`material ${plainBlocks(slide.material)}`]),
      ]
    case 'check':
      return [
        `${slide.where} | ${slide.code} | ${slide.cue} | ${slide.page ?? '-'}`,
        `${slide.heading}: ${slide.sources.length === 0 ? (slide.written ?? slide.noSource) : ''}`.trimEnd(),
        ...slide.sources.map(
          (source) =>
            `  ${source.file} ${source.places.map(placeWords).join('; ')}${source.note === null ? '' : ` (${source.note})`}${source.url === null ? '' : ` ${source.url}`}`,
        ),
      ]
    case 'tally':
      return [slide.heads.join(' | '), ...slide.rows.map((row) => `${row.code} ${readableText(row.words)}`), slide.cue]
  }
}

const answerWords = (answer: AnswerShape): string =>
  JSON.stringify(answer.kind === 'columns' ? { ...answer, heads: answer.heads.map(readableText) } : answer)

const intro = (blocks: Parameters<typeof plainBlocks>[0]): string[] =>
  blocks.length === 0 ? [] : [`intro ${plainBlocks(blocks)}`]

const placeWords = ({ label, title }: LookUpPlace): string => [label, title].map(plainText).filter(Boolean).join(' ')

/** What stands where: layouts with their boxes, then slides with what they add. Lengths in inches, sizes in points. */
export function dumpSlides(slides: Slides): string {
  const { width, height } = slides.size
  const lines = [`slides "${slides.title}" ${slides.lang}${slides.dir ? ` ${slides.dir}` : ''} ${width} × ${height} in`]
  for (const layout of slides.layouts) {
    lines.push('', `layout ${layout.name}`)
    for (const each of layout.placeholders) {
      const look = `${each.size} pt ${each.strong ? 'strong ' : ''}${each.colour} ${each.align} ${each.anchor}`
      lines.push(`  ${each.name} ${boxWords(each.box)} ${look}`)
    }
  }
  let section = ''
  slides.slides.forEach((slide, i) => {
    if (slide.section !== section) lines.push('', `section "${slide.section}"`)
    section = slide.section
    lines.push(...placed(slide, i + 1))
  })
  return `${lines.join('\n')}\n`
}

function placed(slide: Slide, number: number): string[] {
  const clock = slide.seconds === null ? '' : ` ${slide.seconds} s`
  return [
    `${number} ${slide.id} [${slide.layout}]${clock} line ${slide.place.start.line}, ${slide.notes.length} notes`,
    ...slide.items.flatMap(itemLines).map((line) => `  ${line}`),
  ]
}

function itemLines(item: Item): string[] {
  switch (item.type) {
    case 'placeholder':
      return [
        `${item.name}${item.atClick ? ' at a click' : ''}${item.link ? ` → ${item.link.to}` : ''}`,
        ...item.paragraphs.map(paragraphLine),
      ]
    case 'text':
      return [
        `text "${item.name}" ${boxWords(item.box)} ${item.anchor}${item.atClick ? ' at a click' : ''}`,
        ...item.paragraphs.map(paragraphLine),
      ]
    case 'panel':
      return [`panel "${item.name}" ${boxWords(item.box)} at a click`, ...item.paragraphs.map(paragraphLine)]
    case 'rule':
      return [`rule "${item.name}" ${boxWords(item.box)} ${item.weight} pt ${item.colour}`]
    case 'frame':
      return [`frame "${item.name}" ${boxWords(item.box)} ${item.weight} pt ${item.colour} alt "${item.alt ?? ''}"`]
    case 'bar':
      return [`bar "${item.name}" ${boxWords(item.box)} ${item.seconds} s from ${item.start}`]
    case 'picture':
      return [`picture "${item.name}" ${boxWords(item.box)} ${item.picture} alt "${item.alt}"`]
    case 'table':
      return [
        `table "${item.name}" ${boxWords(item.box)} columns ${item.columns.map(inches).join(' ')} alt "${item.alt}"`,
        ...item.rows.map(
          ({ height, cells }) =>
            `  row ${inches(height)}: ${cells.map((cell) => cell.map((each) => runsWords(each.runs)).join(' / ')).join(' | ')}`,
        ),
      ]
  }
}

function paragraphLine({ runs, level, list, rtl, align, before }: Paragraph): string {
  const marks = [
    ...(list ? [list.number === null ? '•' : `${list.number}.`] : []),
    ...(rtl ? ['rtl'] : []),
    ...(align ? [align] : []),
    ...(before ? [`+${before}`] : []),
  ]
  return `  ${'  '.repeat(level)}${marks.map((mark) => `${mark} `).join('')}${runsWords(runs)}`
}

/** Runs with their look, said where it changes: "{44 ink strong}Why is …". */
function runsWords(runs: readonly SlideRun[]): string {
  let last = ''
  return runs
    .map((run) => {
      const flags = (['strong', 'emphasis', 'code', 'math', 'strike'] as const).filter((flag) => run[flag])
      const look = [run.size, run.colour, ...flags, run.script, run.href, run.to && `→${run.to}`]
        .filter((part) => part !== undefined)
        .join(' ')
      const said = look === last ? '' : `{${look}}`
      last = look
      return said + run.text.replaceAll('\n', '⏎').replaceAll('\u00A0', '⍽')
    })
    .join('')
}

const inches = (length: number): string => String(Math.round(length * 100) / 100)
const boxWords = ({ x, y, w, h }: Box): string => `(${inches(x)}, ${inches(y)}) ${inches(w)} × ${inches(h)}`
