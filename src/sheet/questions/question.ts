/** One question: its blocks → prompt, parts, citation, braces and task. */
import { plainBlocks, type RichBlock } from '../../text/rich.js'
import { takeTail } from '../answers/answer-tails.js'
import { readNoteMarks } from '../answers/note-marks.js'
import { reportStatement, reportTail } from '../answers/printed-answers.js'
import { type Pair, takeBlockBraces } from '../braces/braces.js'
import { checkSpace } from '../braces/check-space.js'
import { isOverrideKey, type Overrides, overrideKeys } from '../braces/override-keys.js'
import { authorOf, type Layers, layersOfPart, readOverrides, reportUnreadBraces, taskOf } from '../braces/overrides.js'
import { statedPoints, takeStatedPoints } from '../braces/stated-points.js'
import { type CitationSplit, splitCitation } from '../citations/citation-split.js'
import type { Reading } from '../markdown/reading.js'
import { rawText, sliceRuns } from '../markdown/runs.js'
import type { ReadQuestion } from '../memory.js'
import type { Citation, Day, Part, Question, Task } from '../model.js'
import { findOptions } from '../options/choices.js'
import { itemMark } from '../options/options.js'
import { findParts, type Item, leadOf } from '../options/parts.js'
import { inferTask } from '../tasks/task.js'
import { inCodeCase } from '../tasks/task-code.js'
import { asksOutright } from './asks.js'
import type { WrittenQuestion } from './carriers.js'

/** Reads a question of a day, behind those that the day has; `own` are its braces. The answers of a key are given to it later. */
export function readQuestion(
  written: WrittenQuestion,
  day: Day,
  outer: { day: Overrides; sheet: Overrides },
  reading: Reading,
): ReadQuestion {
  const number = day.questions.length + 1
  const id = `${day.id}-q${number}`
  const { blocks, after, answer: told, hidden } = withoutTails(written, reading)
  const found = findParts([...blocks, ...after])
  const stating = pointsOfLine(found?.items ?? [])
  const items = found?.items.map((item) => readItem(item, item === stating ? 'question' : 'part', reading)) ?? []
  const whole = found ? readWords(found.stem, reading) : readWhole(blocks, after, reading)
  const options = found ? null : findOptions(whole.prompt, told)
  const words = options ? { ...whole, prompt: options.blocks } : whole
  const end = words.citedAs === null ? readAnswerEnd(words.prompt, told, reading) : null
  const { citations, citedAs } = end ?? words
  const given = end?.answer ?? told
  const right = options?.right.flatMap((option) => option.blocks) ?? []
  const clozes = hidden.map((text): RichBlock => ({ type: 'paragraph', runs: [{ text }], place: written.place }))
  // An answer in words may say why the marked option is right, or say that option again.
  const saysRight = bareWords(given).startsWith(bareWords(right))
  const answer = [...clozes, ...(saysRight ? [] : right), ...given]
  const atEnd = takeQuestionPairs(items.at(-1)?.pairs ?? [])
  const pairs = [...words.pairs, ...atEnd, ...(end?.pairs ?? [])]
  const said = readOverrides(
    [...pairs, ...pointsSaid(pairs, words.points ?? end?.points ?? items.at(-1)?.points ?? sumOf(items))],
    'question',
    reading,
  )
  reportUnreadBraces(words.prompt, reading)
  if (answer.length === 0 && !options) {
    reportTail(words.prompt, reading)
    if (items.length === 0) reportStatement(words.prompt, reading)
  }
  const layers = { question: said, ...outer }
  const prompt = unquoted(words.prompt)
  const leadTask = items.length === 0 ? null : inferTask(leadOf(prompt))
  const question: Question = {
    id,
    stableId: '',
    number,
    code: `${day.code} ${number}`,
    label: `${day.short} ${number}`,
    prompt,
    parts: items.map((item) =>
      readPart(item, { id, label: `${day.short} ${number}` }, leadTask, layers, written, reading),
    ),
    answer: answer.length > 0 ? answer : null,
    ...(written.notes.length > 0 ? { notes: written.notes } : {}),
    task: taskOf(options ? chosen() : inferred(prompt), layers, reading),
    citations,
    citedAs,
    author: authorOf(layers),
    place: written.place,
  }
  joinCitations(question)
  if (items.length === 0) {
    const { label: name, task, author, place } = question
    const asked = { name, task, lines: author.lines, place }
    checkSpace(asked, [said, ['day', outer.day], ['sheet', outer.sheet]], reading)
  }
  return { question, own: said }
}

/** What is asked and what is answered of a question, once clozes and answers behind question marks are taken out; `hidden` are the clozes' words. */
function withoutTails(written: WrittenQuestion, reading: Reading) {
  const { blocks, hidden } = readNoteMarks(written.blocks, reading)
  const own = takeTail(blocks)
  const after = takeTail(written.after, own.blocks)
  return {
    blocks: own.blocks,
    after: after.blocks,
    answer: [...own.answer, ...after.answer, ...withoutCloser(written.answer)],
    hidden,
  }
}

/** "%% Answer: so %%": the label went with what opens the comment; here goes what closes it. */
function withoutCloser(answer: readonly RichBlock[]): RichBlock[] {
  const last = answer.at(-1)
  const close =
    last?.type === 'paragraph' ? /\s*(?:%%|\+{3})\s*$/.exec(rawText(last.runs).slice(-40))?.[0].length : undefined
  if (last?.type !== 'paragraph' || close === undefined) return [...answer]
  return [...answer.slice(0, -1), { ...last, runs: sliceRuns(last.runs, 0, rawText(last.runs).length - close) }]
}

/** A part with its citation and braces, and the answer behind its question mark. */
function readItem(item: Item, scope: 'question' | 'part', reading: Reading): Item & Words & { answer: RichBlock[] } {
  const { blocks, answer } = takeTail(item.blocks)
  const words = readEnd(blocks, scope, reading)
  if (answer.length === 0 || words.citedAs !== null) return { ...item, ...words, answer }
  const all = readEnd([...blocks, ...answer], scope, reading)
  return { ...item, ...all, prompt: all.prompt.slice(0, blocks.length), answer: all.prompt.slice(blocks.length) }
}

/** Words in small letters, without the letter of an option before them: "a) Red" → "red". */
function bareWords(blocks: readonly RichBlock[]): string {
  const words = plainBlocks(blocks).toLowerCase()
  return words.slice(itemMark(words)?.length ?? 0).trim()
}

/** Points that the words of a question state; braces go before them. */
function pointsSaid(pairs: readonly Pair[], points: Pair | null): Pair[] {
  return points === null || pairs.some(({ key }) => key === 'points') ? [] : [points]
}

/** The last of parts that stand in one line, when it alone states points: "Translate: a) … b) … (4 pts)" states them of the question. */
function pointsOfLine(items: readonly Item[]): Item | null {
  const lines = new Set(items.map(({ blocks }) => blocks[0]?.place.start.line))
  const stating = items.filter(({ blocks }) => statedPoints(blocks) !== null)
  return lines.size === 1 && stating.length === 1 && stating[0] === items.at(-1) ? (items.at(-1) ?? null) : null
}

/** The points of parts that all state some, "a) Why? (2 marks)"; their words stay, for only the sum is printed beside the question. */
function sumOf(items: readonly Item[]): Pair | null {
  const points = items.map(({ blocks }) => statedPoints(blocks))
  const place = items[0]?.blocks[0]?.place
  if (!place || points.some((each) => each === null)) return null
  const value = String(points.reduce<number>((sum, each) => sum + (each ?? 0), 0))
  return overrideKeys.points.read(value) === null ? null : { key: 'points', value, keyPlace: place, valuePlace: place }
}

const chosen = (): Task => ({ by: 'inferred', kind: 'choose', offer: [], reason: 'options are offered' })

/** A question that is written as a quotation, `1. > Why?`, asks in its words. */
function unquoted(prompt: RichBlock[]): RichBlock[] {
  const [only, ...others] = prompt
  return only?.type === 'quote' && others.length === 0 && only.blocks[0]?.type === 'paragraph' ? only.blocks : prompt
}

function inferred(prompt: readonly RichBlock[]): Task {
  const said = prompt.filter((block) => block.type === 'paragraph')
  // "**Apply**" above "Draw the cell." says nothing of what is to be done.
  const [first, ...others] = said
  const titled = first?.runs.every(({ strong }) => strong) && !asksOutright(plainBlocks([first]))
  if (titled && asksOutright(plainBlocks(others))) said.shift()
  return inCodeCase(
    inferTask(plainBlocks(said)),
    said.flatMap(({ runs }) => runs),
  )
}

/** A question without parts; what follows it may be its citation, when it has none itself. */
function readWhole(blocks: readonly RichBlock[], behind: readonly RichBlock[], reading: Reading): Words {
  const own = readWords(blocks, reading)
  const after = takeBlockBraces([...behind], reading, true)
  const pairs = [...own.pairs, ...after.pairs]
  if (own.citedAs !== null || after.blocks.length === 0)
    return { ...own, prompt: [...own.prompt, ...after.blocks], pairs }
  const all = readWords([...own.prompt, ...after.blocks], reading)
  return { ...all, points: all.points ?? own.points, pairs: [...pairs, ...all.pairs] }
}

/** Takes the pairs that only a question may have (`#name`, points, sides) off those at the end of its last part. */
function takeQuestionPairs(pairs: Pair[]): Pair[] {
  const isOurs = ({ key }: Pair) =>
    isOverrideKey(key) && overrideKeys[key].scopes.includes('question') && !overrideKeys[key].scopes.includes('part')
  const taken = pairs.filter(isOurs)
  pairs.splice(0, pairs.length, ...pairs.filter((pair) => !isOurs(pair)))
  return taken
}

function readPart(
  { letter, blocks, prompt, citations, citedAs, pairs, answer }: Item & Words & { answer: RichBlock[] },
  question: Pick<Question, 'id' | 'label'>,
  stemTask: Task | null,
  outer: Layers,
  written: WrittenQuestion,
  reading: Reading,
): Part {
  const said = readOverrides(pairs, 'part', reading)
  const layers = layersOfPart(said, outer)
  reportUnreadBraces(prompt, reading)
  const options = findOptions(prompt, answer)
  if (answer.length === 0 && !options) reportTail(prompt, reading)
  const right = options?.right.flatMap((option) => option.blocks) ?? []
  const own = options ? chosen() : inferred(prompt)
  // "Sketch the following: a) the queue" asks for a drawing of each.
  const given = own.kind === 'explain' && stemTask && ['draw', 'say', 'choose'].includes(stemTask.kind) ? stemTask : own
  const part: Part = {
    id: `${question.id}-${letter.toLowerCase()}`,
    letter,
    prompt: options?.blocks ?? prompt,
    answer: right.length + answer.length > 0 ? [...right, ...answer] : null,
    task: taskOf(given, layers, reading),
    citations,
    citedAs,
    author: authorOf(layers),
    place: { ...(blocks[0]?.place ?? written.place), end: blocks.at(-1)?.place.end ?? written.place.end },
  }
  const asked = { name: `${question.label} ${letter}`, task: part.task, lines: part.author.lines, place: part.place }
  checkSpace(asked, [said, ['question', outer.question], ['day', outer.day], ['sheet', outer.sheet]], reading)
  return part
}

/** The question has all citations; one that only its last part has stands at the end of the question and is its own. */
function joinCitations(question: Question): void {
  const { parts } = question
  const citing = parts.filter((part) => part.citedAs !== null)
  if (citing.length === 0) return
  const last = parts.at(-1)
  const alone = question.citedAs === null && citing.length === 1 && citing[0] === last
  const cited = [question.citedAs, ...citing.map((part) => `${part.letter}) ${part.citedAs}`)].filter(
    (words) => words !== null,
  )
  question.citations = [question, ...parts].flatMap((each): Citation[] => each.citations)
  question.citedAs = alone ? (last?.citedAs ?? null) : cited.join('; ')
  if (alone && last) Object.assign(last, { citations: [], citedAs: null })
}

/** "Answer: so. See a.md §1.": citation and braces of a question whose answer stands before them. */
function readAnswerEnd(prompt: readonly RichBlock[], answer: readonly RichBlock[], reading: Reading): AnswerEnd | null {
  if (answer.length === 0) return null
  const { prompt: all, ...end } = readWords([...prompt, ...answer], reading)
  return { ...end, answer: all.slice(prompt.length) }
}

type AnswerEnd = Omit<Words, 'prompt'> & { answer: RichBlock[] }

/** `points`: what the words state, as braces would say it. */
type Words = CitationSplit & { pairs: Pair[]; points: Pair | null }

/** Takes braces and citation off the end of blocks; off the last option, when they stand there. */
function readWords(blocks: readonly RichBlock[], reading: Reading): Words {
  const words = readEnd(blocks, 'question', reading)
  const last = words.prompt.at(-1)
  if (last?.type !== 'list' || !last.marker || words.citedAs !== null) return words
  const lead = words.prompt.slice(0, -1)
  const option = readEnd(last.items.at(-1) ?? [], 'question', reading)
  const items = [...last.items.slice(0, -1), option.prompt]
  const points = words.points ?? option.points
  return { ...option, points, prompt: [...lead, { ...last, items }], pairs: [...words.pairs, ...option.pairs] }
}

/** Takes braces and citation off the end of blocks, in either order. */
function readEnd(blocks: readonly RichBlock[], scope: 'question' | 'part', reading: Reading): Words {
  // A picture stands behind the paragraph that shows it.
  const end = blocks.findLastIndex(({ type }) => type !== 'picture') + 1
  const words = readWordsEnd(blocks.slice(0, end), scope, reading)
  return { ...words, prompt: [...words.prompt, ...blocks.slice(end)] }
}

function readWordsEnd(blocks: readonly RichBlock[], scope: 'question' | 'part', reading: Reading): Words {
  let points: Pair | null = null
  const withoutPoints = (each: readonly RichBlock[]): RichBlock[] => {
    const taken = scope === 'question' && points === null ? takeStatedPoints(each) : { blocks: [...each], pair: null }
    points ??= taken.pair
    return taken.blocks
  }
  const last = takeBlockBraces(withoutPoints(blocks), reading)
  const split = splitCitation(withoutPoints(last.blocks), reading)
  if (split.citedAs === null) return { ...split, pairs: last.pairs, points }
  const inner = takeBlockBraces(withoutPoints(split.prompt), reading)
  const pairs = [...inner.pairs, ...last.pairs]
  const prompt = withoutPoints(inner.blocks)
  // "See a.md §1. {points=2} See b.md §3.": braces between two citations.
  const before = inner.pairs.length > 0 ? splitCitation(prompt, reading) : null
  if (before?.citedAs == null) return { ...split, prompt, pairs, points }
  const citations = [...before.citations, ...split.citations]
  return { prompt: before.prompt, citations, citedAs: `${before.citedAs}; ${split.citedAs}`, pairs, points }
}
