/** How words are shaped with the fonts of the package's templates: a table a font (`text/fonts/shape-table.ts`), so that runs need not open most of them. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import * as fontkit from 'fontkit'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** What tables hang on beside the font. */
const makers = ['dist/text/fonts/shape-table-maker.js', 'dist/text/fonts/shape-table.js', 'dist/text/fonts/shape-table-file.js', 'dist/text/fonts/shape-rules.js', 'dist/text/printable.js', 'package-lock.json']

/** Writes `dist/known-fonts/`, with the program that the compiler has just left in `dist/`. Tables that are there are kept when nothing changed: each takes half a second. */
export async function writeKnownFonts() {
  const { makeShapeTable } = await import('../../dist/text/fonts/shape-table-maker.js')
  const { charactersOf, chartOf } = await import('../../dist/text/characters.js')
  const { fontFault } = await import('../../dist/text/fonts/font-file.js')
  const { fontIndexName, shapesName } = await import('../../dist/disk/templates.js')
  const into = join(root, 'dist/known-fonts')
  const mark = join(into, 'made-by')
  const digest = createHash('sha256')
  for (const name of makers) digest.update(readFileSync(join(root, name)))
  const madeBy = digest.digest('hex')
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== madeBy) rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  const folder = join(root, 'templates/classic/fonts')
  const wanted = new Set(['made-by', fontIndexName])
  const index = {}
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.ttf'))) {
    const bytes = readFileSync(join(folder, name))
    if (fontFault(bytes)) throw new Error(`${name} is ${fontFault(bytes)}`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    index[`classic/fonts/${name}`] = { size: bytes.length, crc32: crc32(bytes), sha256, chart: chartOf(charactersOf(bytes)) }
    const file = shapesName(sha256)
    wanted.add(file)
    const table = existsSync(join(into, file)) ? null : makeShapeTable(fontkit.create(bytes))
    if (table) writeFileSync(join(into, file), table)
  }
  for (const name of readdirSync(into)) if (!wanted.has(name)) rmSync(join(into, name))
  writeFileSync(join(into, fontIndexName), JSON.stringify(index))
  writeFileSync(mark, madeBy)
}
