/** Small sheets built by hand, so that tests of the deck say what they are about and nothing else. */
import type { Place } from '../../src/diagnostics.js'
import type { Day, Question, Sheet, Task } from '../../src/sheet/model.js'
import type { RichBlock } from '../../src/text/rich.js'

export const placeAt = (line: number): Place => ({
  file: 'sheet.md',
  start: { line, column: 1, offset: line * 100 },
  end: { line, column: 2, offset: line * 100 + 1 },
})

/** A prompt (one paragraph, or blocks) and what is asked; an `explain` question without a citation when nothing is said. */
export interface QuestionSketch {
  prompt: string | RichBlock[]
  task?: Task extends infer T ? (T extends Task ? Omit<T, 'by' | 'reason'> : never) : never
  cited?: string
  author?: Question['author']
}

export interface DaySketch {
  name: string
  topic?: string
  questions: QuestionSketch[]
}

export const textBlock = (text: string): RichBlock => ({ type: 'paragraph', runs: [{ text }], place: placeAt(1) })

/** A sheet of week 17 (or of no week). */
export function sheetOf(days: DaySketch[], rest: Partial<Sheet> = {}): Sheet {
  const week = rest.week === undefined ? 17 : rest.week
  return {
    file: 'sheet.md',
    number: '04',
    title: [{ text: 'Week 17 — Daily Recall' }],
    week,
    course: null,
    lang: null,
    dir: 'ltr',
    intro: [],
    days: days.map((day, i) => dayOf(day, i, week)),
    place: placeAt(1),
    ...rest,
  }
}

function dayOf({ name, topic, questions }: DaySketch, index: number, week: number | null): Day {
  const short = name.slice(0, 3)
  const prefix = week === null ? '' : `w${week}-`
  const id = `${prefix}${short.toLowerCase()}${index === 0 ? '' : `-${index}`}`
  const line = 10 * (index + 1)
  return {
    id,
    code: `${week === null ? '' : `W${week} `}${short}`,
    kind: 'weekday',
    key: name.toLowerCase(),
    name,
    short,
    topic: topic ? [{ text: topic }] : [],
    heading: [{ text: topic ? `${name} — ${topic}` : name }],
    intro: [],
    carrier: 'numbered lists',
    questions: questions.map((question, i) =>
      questionOf(question, `${id}-q${i + 1}`, short, i + 1, week, line + i + 1),
    ),
    place: placeAt(line),
  }
}

function questionOf(
  { prompt, task = { kind: 'explain' }, cited, author = {} }: QuestionSketch,
  id: string,
  short: string,
  number: number,
  week: number | null,
  line: number,
): Question {
  return {
    id,
    stableId: id,
    number,
    code: `${week === null ? '' : `W${week} `}${short} ${number}`,
    label: `${short} ${number}`,
    prompt: typeof prompt === 'string' ? [textBlock(prompt)] : prompt,
    parts: [],
    answer: null,
    task: { by: 'inferred', reason: 'test', ...task } as Task,
    citations: cited === undefined ? [] : [{ file: cited.split(' ')[0] ?? '', targets: [], place: placeAt(line) }],
    citedAs: cited ?? null,
    author,
    place: placeAt(line),
  }
}
