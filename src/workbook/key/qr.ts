/** Codes to scan (QR, ISO/IEC 18004). The only file that knows uqr. */
import { encode } from 'uqr'
import { mm } from '../../template/paper.js'

/** A code as it is drawn: rows of dark (`1`) and light (`0`) modules, the side of a module in pt, and the quiet zone around it. */
export interface Code {
  rows: string[]
  module: number
  quiet: number
}

/** Side of a code without its quiet zone, and of a module, mm: phones read it from a copy at arm's length. */
const least = { side: 15, module: 0.4 }
/** Modules that stay light around it. */
const quietModules = 4

/** The code of an address, at error level M: a seventh of it may be lost on the copier. */
export function codeOf(url: string): Code {
  const { data } = encode(url, { ecc: 'M', boostEcc: false, border: 0 })
  const rows = data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
  const module = mm(Math.max(least.module, least.side / rows.length))
  return { rows, module, quiet: quietModules * module }
}
