/** "(2)" at the end of most questions of a sheet: what they are worth. */
import type { Log } from '../../diagnostics.js'
import type { RichBlock } from '../../text/rich.js'
import { rawText, sliceRuns, trimRuns } from '../markdown/runs.js'
import type { Question } from '../model.js'
import { asks } from '../questions/asks.js'
import { overrideKeys } from './override-keys.js'

const bare = /\s*[([]\s?(\d{1,2})\s?[)\]]\s*$/
const sentenceEnd = /[.?!:)_…]["'”’»)]*$/
/** What a number in brackets may belong to: "Explain figure [2]". */
const numbered =
  /(?:^|[\s(])(?:fig(?:ure)?s?|abb(?:ildung)?|tables?|tabelle|tab|sources?|quelle|texts?|lines?|zeile|eq(?:uation)?s?|diagrams?|pictures?|bild|examples?|exercises?|steps?|reactions?|refs?|notes?|items?|parts?|questions?|[A-Z\d])\.?$/i

/**
 * Gives questions the points that stand as a bare number in brackets at their ends, where two thirds of a sheet's questions, three at least, have
 * one and no other points; there also behind a task that ends without a stop, "Sketch the rate [4]". Where one of them is above 20 they look like answers: all stay, and are told. Numbers that count the questions, (1), (2), (3), stay; others that stay are told, since a score may miss them.
 */
export function takeBarePoints(questions: readonly Question[], log: Log): void {
  const found = questions.flatMap((question, i) => {
    if (question.author.points !== undefined) return []
    // "Fill it in. (2)" may stand over a table; "Why? → so (2)" ends in the answer.
    const prompt = takeFrom(question.prompt, true)
    const taken = prompt ?? takeFrom(question.answer ?? [], false)
    if (!taken) return []
    const { blocks, points, words } = taken
    return [
      { question, points, words, counts: points === i + 1, put: prompt ? { prompt: blocks } : { answer: blocks } },
    ]
  })
  if (questions.some(({ prompt }) => implausible(prompt))) {
    for (const { question, words, put } of found)
      if ('prompt' in put) log.report('answer-printed', question.place, { answer: words })
    return
  }
  if (found.length < 3 || found.length * 3 < questions.length * 2 || found.every(({ counts }) => counts)) {
    for (const { question, words, put, counts } of found)
      if ('prompt' in put && !counts) log.report('points-printed', question.place, { code: question.code, words })
    return
  }
  for (const { question, points, put } of found) {
    Object.assign(question, put)
    question.author.points = points
  }
  for (const question of questions) {
    const taken = question.author.points === undefined ? takeFrom(question.prompt, false) : null
    if (!taken?.parted || !asksUnstopped(taken.blocks)) continue
    question.prompt = taken.blocks
    question.author.points = taken.points
  }
}

/** True for a task or question that ends without a stop, and in no word that a number may belong to. */
function asksUnstopped(blocks: readonly RichBlock[]): boolean {
  const last = blocks.findLast(({ type }) => type === 'paragraph')
  const words = last?.type === 'paragraph' ? rawText(last.runs).trim() : ''
  return asks(words) && !numbered.test(words)
}

/** A question is hardly worth more than this without the word "points": "What is 7 × 8? (56)". */
const mostPlausible = 20

/** True for a prompt that ends with a bare number in brackets that is no number of points, and so shows what such numbers are in its sheet. */
function implausible(blocks: readonly RichBlock[]): boolean {
  const block = blocks.findLast(({ type }) => type === 'paragraph')
  const raw = block?.type === 'paragraph' ? rawText(block.runs).slice(-80) : ''
  const number = /[.?!]["'”’»]*\s*[([]\s?(\d{1,4})\s?[)\]]\s*$/.exec(raw)?.[1]
  return number !== undefined && Number(number) > mostPlausible
}

function takeFrom(
  blocks: readonly RichBlock[],
  sentence: boolean,
): { blocks: RichBlock[]; points: number; words: string; parted: boolean } | null {
  const at = blocks.findLastIndex(({ type }) => type === 'paragraph')
  const block = blocks[at]
  const raw = block?.type === 'paragraph' ? rawText(block.runs) : ''
  const match = bare.exec(raw.slice(-80))
  const points = match ? overrideKeys.points.read(match[1] ?? '') : null
  if (block?.type !== 'paragraph' || !match || points === null) return null
  const runs = trimRuns(sliceRuns(block.runs, 0, raw.length - match[0].length))
  if (runs.length === 0 || (sentence && !sentenceEnd.test(rawText(runs)))) return null
  return {
    blocks: blocks.toSpliced(at, 1, { ...block, runs }),
    points,
    words: match[0].trim(),
    parted: /^\s/.test(match[0]),
  }
}
