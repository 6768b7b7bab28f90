/** Readable text of the workbook's plan and pages, for people and golden files. */
import { plainBlocks, plainText } from '../text/rich.js'
import type { Element, Item, Owner, Pages } from './pages-model.js'
import type { DaySheetPlan, QuestionPlan, SpacePlan, WorkbookPlan } from './plan-model.js'

/** What is said, in which order, with rules asked for. */
export function dumpWorkbookPlan(plan: WorkbookPlan): string {
  const lines = [`workbook "${plan.title}" ${plan.lang}${plan.dir === 'rtl' ? ' rtl' : ''}`, `eyebrow: ${plan.eyebrow}`]
  for (const day of plan.days) {
    const topic = plainText(day.topic)
    lines.push(
      '',
      `day ${day.id} ${day.name}${topic ? ` — ${topic}` : ''}  ${day.code} rev ${day.revision}, ${day.minutes} min${askedOfDay(day)}`,
    )
    if (day.intro.length > 0) lines.push(`  intro: ${plainBlocks(day.intro)}`)
    for (const question of day.questions) {
      lines.push(`  ${question.id} [${question.label}] ${plainBlocks(question.prompt)}`)
      lines.push(`    ${spaceWords(question.space)}, ${question.minutes} min${askedOfQuestion(question)}`)
      if (question.space.kind === 'parts')
        for (const { letter, prompt, space } of question.space.parts)
          lines.push(`    ${letter}) ${plainBlocks(prompt)}`, `       ${spaceWords(space)}`)
    }
  }
  if (plan.summary)
    lines.push(
      '',
      `summary out of ${plan.summary.outOf}`,
      ...plan.summary.days.map((day) => [`  ${plainText(day.heading)}: ${day.outOf}`, ...day.retests].join(', ')),
    )
  if (plan.key) {
    lines.push('', 'key')
    for (const { file, entries } of plan.key.days)
      for (const { label, citations, written } of entries) {
        const found = citations.map((citation) => {
          const sections = citation.sections.map(({ number, title }) => number ?? plainText(title)).join(' ')
          return `${citation.named ? citation.file : `(${file})`} ${sections}`.trim()
        })
        const words = [...(written === null ? [] : [`"${written}"`]), ...found]
        lines.push(`  ${label}: ${words.join('; ') || 'no source'}`)
      }
    for (const { file, title, rows } of plan.key.reverse) {
      lines.push(`reverse ${file}${title.length === 0 ? '' : ` — ${plainText(title)}`}`)
      for (const row of rows)
        lines.push(
          `  ${[row.number, plainText(row.title)].filter(Boolean).join(' ')}: ${row.questions.map((q) => q.label).join(', ')}`,
        )
    }
  }
  for (const day of plan.guide?.days ?? []) {
    lines.push('', `guide ${plainText(day.heading)}, ${day.minutes} min`)
    if (day.notes.length > 0) lines.push(`  notes: ${plainBlocks(day.notes)}`)
    for (const { label, prompt, kind, minutes, written, sections, notes, listen } of day.questions) {
      lines.push(`  ${label} ${plainBlocks(prompt)}`, `    ${kind}, ${minutes} min, ${written ?? 'no source'}`)
      lines.push(
        ...sections.map(({ number, title, excerpt }) => `    ${number ?? '-'} ${plainText(title)}: ${excerpt}`),
      )
      if (notes.length > 0) lines.push(`    notes: ${plainBlocks(notes)}`)
      lines.push(`    ${listen}`)
    }
  }
  return `${lines.join('\n')}\n`
}

const askedOfDay = ({ outOf, questions, sides }: DaySheetPlan): string =>
  (questions.some(({ points }) => points) ? `, out of ${outOf}` : '') + (sides ? `, on ${sides} sides` : '')

const askedOfQuestion = ({ points, breakBefore, keepWithNext }: QuestionPlan): string =>
  [points, breakBefore && 'on a new side', keepWithNext && 'kept with the next']
    .flatMap((words) => (words ? `, ${words}` : []))
    .join('')

function spaceWords(space: SpacePlan): string {
  const { min, natural, max, weight, step, by } = space.rules
  const style = space.kind === 'parts' ? undefined : space.style
  const prepared = style ? `, ${style.name} by ${style.by}` : ''
  const rules = `${min}–${natural}–${max} rules × ${weight} step ${step} by ${by}${prepared}`
  switch (space.kind) {
    case 'list':
      return `list of ${space.count}, ${rules}`
    case 'compare':
      return `compare ${space.terms.join(' | ')}${space.aspect ? ` / ${space.aspect}` : ''}, ${rules}`
    case 'sides':
      return `sides ${space.labels.join(' | ')}, ${rules}`
    case 'say':
      return `say ${space.seconds === null ? '' : `${space.seconds} s`}, ${rules}`
    case 'parts':
      return `${space.parts.length} parts, ${rules}`
    case 'choose':
      return `${['choose', ...space.offer].join(' ')}, ${rules}`
    case 'none':
      return `nothing to write on, by ${by}`
    case 'explain':
    case 'draw':
      return `${space.kind}, ${rules}`
  }
}

const n = (value: number): string => String(Math.round(value * 10) / 10)

/** Every placed thing with its place, page by page; then structure, outline and destinations. */
export function dumpPages(pages: Pages): string {
  const lines = [
    `pages "${pages.title}" ${pages.lang}${pages.dir ? ` ${pages.dir}` : ''}${pages.duplex ? '' : ' on one side'}`,
  ]
  for (const page of pages.pages) {
    lines.push(
      '',
      `page ${page.label} ${page.kind} ${page.side} ${n(page.width)}×${n(page.height)} ${page.day ?? ''}`.trimEnd(),
    )
    for (const item of page.items) lines.push(`  ${itemWords(item)}`)
    for (const link of page.links) {
      const to = 'destination' in link.to ? link.to.destination : link.to.url
      lines.push(
        `  link ${n(link.x)} ${n(link.y)} ${n(link.width)}×${n(link.height)} → ${to} "${link.words}" <${link.element}>`,
      )
    }
  }
  const granted = Object.entries(pages.granted)
  if (granted.length > 0) lines.push('', 'rules', ...granted.map(([id, { rules }]) => `  ${id} ${rules.join(' ')}`))
  lines.push('', 'structure', ...elementLines(pages.structure, 1))
  lines.push('', 'outline', ...pages.outline.map(({ title, page }) => `  ${title} → ${pages.pages[page]?.label}`))
  lines.push(
    '',
    'destinations',
    ...pages.destinations.map(({ name, page, y }) => `  ${name} → ${pages.pages[page]?.label} ${n(y)}`),
  )
  return `${lines.join('\n')}\n`
}

const ownerWords = (owner: Owner): string => ('element' in owner ? `<${owner.element}>` : owner.artifact.toLowerCase())

function itemWords(item: Item): string {
  const owner = ownerWords(item.owner)
  switch (item.type) {
    case 'text':
      return `text ${n(item.x)} ${n(item.y)} w${n(item.width)} ${item.size}pt ${item.pieces.map((p) => `${p.soft ? 'soft ' : ''}${p.face}${p.rtl ? '←' : ''}"${p.text}"`).join(' ')} ${owner}`
    case 'line':
      return `line ${n(item.x1)} ${n(item.y1)} – ${n(item.x2)} ${n(item.y2)}${item.dash ? ` dashed ${item.dash.join(' ')}` : ''} ${owner}`
    case 'box':
      return `box ${n(item.x)} ${n(item.y)} ${n(item.width)}×${n(item.height)} ${owner}`
    case 'dots':
      return `dots ${n(item.x)} ${n(item.y)} ${item.columns}×${item.rows} ${owner}`
    case 'picture':
      return `picture ${item.picture} ${n(item.x)} ${n(item.y)} ${n(item.width)}×${n(item.height)} ${owner}`
    case 'formula':
      return `formula ${n(item.x)} ${n(item.y)} w${n(item.width)} ${n(item.over)}+${n(item.under)} ${n(item.size)}pt "${item.source}" ${owner}`
    case 'code':
      return `code ${n(item.x)} ${n(item.y)} ${n(item.width)}×${n(item.height)} ${item.rows.length} modules ${owner}`
    case 'sign':
      return `sign ${item.sign} ${n(item.x)} ${n(item.y)} ${owner}`
  }
}

function elementLines(element: Element, depth: number): string[] {
  const words = [
    element.title && `"${element.title}"`,
    element.actualText && `= ${element.actualText}`,
    element.alt && `alt ${element.alt}`,
  ]
    .filter(Boolean)
    .join(' ')
  const own = `${'  '.repeat(depth)}${element.type} ${element.id} ${words}`.trimEnd()
  return [own, ...element.children.flatMap((child) => elementLines(child, depth + 1))]
}
