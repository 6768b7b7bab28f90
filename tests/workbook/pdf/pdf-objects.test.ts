import { describe, expect, test } from 'vitest'
import { FileMemory } from '../../../src/workbook/file-memory.js'
import { ObjectWriter } from '../../../src/workbook/pdf/pdf-objects.js'
import { TreeWriter } from '../../../src/workbook/pdf/pdf-trees.js'
import { readPdf } from '../read-pdf.js'
import { unpackPdf } from '../unpack-pdf.js'

/** A file of one page with a line of content, whose names lead to it. */
function fileOf(names: readonly string[]): Uint8Array {
  const objects = new ObjectWriter()
  objects.raw('%PDF-1.7\n')
  const [catalog, pages, page, content] = [1, 2, 3, 4].map(() => objects.reserve())
  const tree = new TreeWriter(objects, 'Names')
  for (const name of names) tree.add(`(${name})`, `[${page} 0 R/XYZ null 7 null]`)
  const outlines = objects.reserve()
  const items = names.map(() => objects.reserve())
  items.forEach((item, i) => {
    const [prev, next] = [items[i - 1], items[i + 1]]
    const links = `${prev ? `/Prev ${prev} 0 R` : ''}${next ? `/Next ${next} 0 R` : ''}`
    objects.write(item, `<</Title(${names[i]})/Parent ${outlines} 0 R/Dest(${names[i]})${links}>>`)
  })
  objects.write(outlines, `<</First ${items[0]} 0 R/Last ${items.at(-1)} 0 R/Count ${items.length}>>`)
  objects.stream(content as number, '', '0 0 m 9 9 l S')
  objects.write(page as number, `<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 9 9]/Contents ${content} 0 R>>`)
  objects.write(pages as number, `<</Type/Pages/Count 1/Kids[${page} 0 R]>>`)
  objects.write(
    catalog as number,
    `<</Type/Catalog/Pages ${pages} 0 R/Outlines ${outlines} 0 R/Names<</Dests ${tree.end()} 0 R>>>>`,
  )
  return Buffer.concat(objects.finish(`/Root ${catalog} 0 R`))
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => `n${String(i).padStart(5, '0')}`)

describe('a file of objects', () => {
  test.each([1, 64, 65, 3000])('with %i names is read back whole', async (count) => {
    const { outline, pages } = await readPdf(fileOf(numbered(count)))
    expect(pages).toHaveLength(1)
    expect(outline.map(({ title }) => title)).toEqual(numbered(count))
    expect(outline.every(({ page, top }) => page === 0 && top === 7)).toBe(true)
  })

  test('has many objects in few streams', () => {
    const file = fileOf(numbered(3000))
    const streams = Buffer.from(file)
      .toString('latin1')
      .match(/\/ObjStm/g)
    expect(streams?.length).toBeGreaterThan(2)
    expect(streams?.length).toBeLessThan(20)
    expect(unpackPdf(file).match(/\/Title/g)).toHaveLength(3000)
  })

  test('is the same with the memory of one whose objects said the same in another order', () => {
    const fileOf = (order: readonly number[], memory?: FileMemory) => {
      const objects = new ObjectWriter(memory)
      for (const _ of order) objects.reserve()
      for (const id of order) objects.write(id, '<<>>')
      return objects.finish('/Root 1 0 R')
    }
    const memory = new FileMemory()
    fileOf([1, 2, 3], memory)
    expect(fileOf([1, 3, 2], memory)).toEqual(fileOf([1, 3, 2]))
  })

  test('is not ended while an object is named and not written', () => {
    const objects = new ObjectWriter()
    objects.write(objects.reserve(), '<<>>')
    const missing = objects.reserve()
    expect(() => objects.finish('/Root 1 0 R')).toThrow(`Object ${missing} of the PDF was not written`)
  })
})
