/** The ways to prepare answer space, and which of them a kind of question has. */
import type { SpaceStyle, TaskKind } from '../model.js'

/** Every style, in the order in which messages list them. */
export const spaceStyles = ['ruled', 'dotted', 'grid', 'dots', 'blank', 'box'] as const satisfies readonly SpaceStyle[]

/** Lines that carry a number or a word before them stay lines. */
const lines: readonly SpaceStyle[] = ['ruled', 'dotted']

/** Styles by kind. Rules under a drawing would be drawn over, and a list of four stays four numbered lines. */
export const stylesOfKind: Readonly<Record<TaskKind, readonly SpaceStyle[]>> = {
  list: lines,
  compare: spaceStyles,
  sides: spaceStyles,
  choose: lines,
  explain: spaceStyles,
  draw: ['dots', 'grid', 'blank', 'box'],
  say: lines,
}

/** True when space for a question of this kind can be prepared so. */
export const hasStyle = (kind: TaskKind, style: SpaceStyle): boolean => stylesOfKind[kind].includes(style)
