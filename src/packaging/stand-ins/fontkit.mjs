/** What pdfkit asks of fontkit: to open files of fonts. We hand it fonts that are open, or stand for what is (`text/fonts/known-font.ts`). */
export function create() {
  throw new Error('pdfkit opens no fonts here')
}
