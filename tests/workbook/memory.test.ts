/** A workbook made with the memory of those before it is the one that is made without. */
import { expect, test } from 'vitest'
import { WorkbookMemory } from '../../src/workbook/memory.js'
import { renderPdf } from '../../src/workbook/pdf.js'
import { realFonts } from '../real-fonts.js'
import { epoch, makeWorkbook, sheetText } from './make.js'

test('edit after edit', async () => {
  const memory = new WorkbookMemory()
  for (const asked of ['Why?', 'Why not?', 'Which four?', 'Why?']) {
    const { pages } = makeWorkbook(sheetText({ Monday: [asked, 'What is it?'], Tuesday: ['Is it so?'] }))
    const again = await renderPdf(pages, realFonts(), { date: epoch, memory })
    expect(again).toEqual(await renderPdf(pages, realFonts(), { date: epoch }))
  }
})
