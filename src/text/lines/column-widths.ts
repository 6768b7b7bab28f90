/** Columns of a table: how wide each one is, and which ones stand side by side when they are too many. Numbers only. */

/** A column's cells, padding included: `natural` without line breaks, `least` with every word whole. Any unit. */
export interface ColumnNeed {
  natural: number
  least: number
}

/**
 * Widths that fill no more than `room`. All cells on one line when that fits; else no column is narrower than its longest
 * word, and what is left goes to those that want more, by how much they want. A room that is too small for that is shared by need.
 */
export function columnWidths(needs: readonly ColumnNeed[], room: number): number[] {
  const naturals = sum(needs.map(({ natural }) => natural))
  if (naturals <= room) return needs.map(({ natural }) => natural)
  const leasts = sum(needs.map(({ least }) => least))
  if (leasts >= room) return needs.map(({ least }) => (least / leasts) * room)
  const spare = (room - leasts) / (naturals - leasts)
  return needs.map(({ least, natural }) => least + (natural - least) * spare)
}

/**
 * The columns, by index, that stand side by side: one group when all fit into `room`, else as few as it takes, each after the
 * first led by the first column again, which says what its rows are about.
 */
export function columnGroups(needs: readonly ColumnNeed[], room: number): number[][] {
  const first = needs[0]?.least ?? 0
  const groups: number[][] = []
  let group: number[] = []
  let used = 0
  needs.forEach(({ least }, i) => {
    const leads = group.length === (groups.length === 0 ? 0 : 1)
    if (used + least > room && !leads) {
      groups.push(group)
      group = [0]
      used = first
    }
    group.push(i)
    used += least
  })
  return group.length > 0 ? [...groups, group] : groups
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
