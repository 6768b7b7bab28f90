/**
 * A checker for tagged PDF: machine conditions of the Matterhorn Protocol 1.1 (PDF/UA-1), and of PDF/A-2 what a workbook could break,
 * over what qpdf reads. It is our own, runs beside veraPDF and asks for more than that in places; what neither asks for may still be wrong.
 */
import { contentFaults, orderFaults } from './content.js'
import { documentFaults } from './document.js'
import { fontFaults } from './fonts.js'
import { annotationFaults, outlineFaults, parentTreeFaults } from './links.js'
import { type PdfObjects, Reader } from './objects.js'
import { readTree, treeFaults } from './structure.js'

/** Faults in words; none is good. */
export function taggedPdfFaults(objects: PdfObjects): string[] {
  const reader = new Reader(objects)
  const tree = readTree(reader)
  const pages = reader.pages()
  return [
    ...documentFaults(reader),
    ...treeFaults(tree, reader),
    ...contentFaults(pages, tree, reader),
    ...orderFaults(tree),
    ...parentTreeFaults(pages, tree, reader),
    ...annotationFaults(pages, tree, reader),
    ...outlineFaults(pages, reader),
    ...fontFaults(pages, reader),
  ]
}
