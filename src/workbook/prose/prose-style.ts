/** How prose is set on the page. */
import type { LineStyle } from '../../text/lines/lines.js'

/** How prose is set. Lengths in pt. */
export interface ProseStyle extends LineStyle {
  leading: number
  ink: number
  /** Width of the lines. */
  width: number
  /** Items with a letter of their own, "a) that", begin at the edge, as other answers of a key do. */
  flush?: boolean
}
