/** Tells of a `space=` that a question cannot have: it is a list, it is drawn, or it has no lines at all. */
import type { Place } from '../../diagnostics.js'
import type { Reading } from '../markdown/reading.js'
import type { SpaceStyle, Task } from '../model.js'
import type { Overrides } from './override-keys.js'
import { hasStyle, stylesOfKind } from './space-styles.js'

/** A question or a part of one: its name for people ("Mon 2", "Mon 2 a"), and what it is. */
export interface Asked {
  name: string
  task: Task
  lines: number | undefined
  place: Place
}

/** Who may say it, the nearest first: the question or part itself, then those that say it of many. */
export type Sayers = readonly [own: Overrides, ...outer: ['question' | 'day' | 'sheet', Overrides][]]

/**
 * What a question says itself and cannot have is a warning at its place. What is said of many is meant for those that can have it; that this
 * one keeps the space of its kind is only told.
 */
export function checkSpace({ name, task, lines, place }: Asked, [own, ...outer]: Sayers, { log }: Reading): void {
  const said = own.values.space
  if (said !== undefined) {
    const expected = expectedOf(said, task, lines)
    const where = 'the braces of a question'
    if (expected !== null)
      log.report('override-value', own.places.space ?? place, { key: 'space', value: said, where, expected })
    return
  }
  const [of, { values, places }] = outer.find(([, each]) => each.values.space !== undefined) ?? [null, own]
  if (of === null || values.space === undefined || lines === 0 || hasStyle(task.kind, values.space)) return
  const facts = { key: 'space', value: values.space, of, question: name, kind: task.kind, expected: listed(task) }
  log.report('override-unfit', place, facts, places.space && { place: places.space, words: 'it is said here' })
}

function expectedOf(space: SpaceStyle, task: Task, lines: number | undefined): string | null {
  if (!hasStyle(task.kind, space)) return `one of ${listed(task)} (the question is kind=${task.kind})`
  return lines === 0 ? 'lines to prepare (it says lines=0)' : null
}

const listed = ({ kind }: Task): string => stylesOfKind[kind].join(', ')
