/** Which face each run is set in; apart from line breaking, since `check` asks for nothing more. */
import type { FaceName } from '../metrics.js'
import type { Run } from '../rich.js'

/** The faces of running text in the workbook: serif for words, mono for code and for the source of formulas. */
export function textFace(run: Run): FaceName {
  if (run.code || run.math) return run.strong ? 'mono-strong' : 'mono'
  if (run.strong) return run.emphasis ? 'text-strong-emphasis' : 'text-strong'
  return run.emphasis ? 'text-emphasis' : 'text'
}

/** The same runs on one face and its strong form, code and formulas in mono: labels, slides. */
export function plainFaces(face: FaceName, strong: FaceName): (run: Run) => FaceName {
  return (run) => (run.code || run.math ? (run.strong ? 'mono-strong' : 'mono') : run.strong ? strong : face)
}
