/** Styles of the template with what flags, front matter and config choose in place of its own. */
import type { DeckStyle } from './deck-style.js'
import type { PrintChoices } from './print.js'
import type { ShowChoices } from './show.js'
import type { WorkbookStyle } from './workbook-style.js'

/** How the workbook is printed. */
export function printedAs(style: WorkbookStyle, { key, fold, starts, duplex, qr }: PrintChoices): WorkbookStyle {
  return {
    ...style,
    key: key ?? style.key,
    starts: starts ?? style.starts,
    fold: { ...style.fold, edge: fold ?? style.fold.edge },
    duplex: duplex === undefined ? style.duplex : duplex === 'true',
    qr: qr === undefined ? style.qr : qr === 'true',
  }
}

/** How the deck is shown. */
export function shownAs(style: DeckStyle, { scheme, reveal, names }: ShowChoices): DeckStyle {
  return {
    ...style,
    scheme: scheme ?? style.scheme,
    reveal: reveal ?? style.reveal,
    names: names ?? style.names,
  }
}
