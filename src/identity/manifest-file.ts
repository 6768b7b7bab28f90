/** The manifest as text: written byte-stable, one question a line, so that a version control shows what changed; read with suspicion. */
import { manifestShape } from './manifest-shape.js'
import { type Manifest, type ManifestQuestion, type ManifestSheet, manifestVersion } from './model.js'
import { between, type Written, writtenEntry } from './own-manifest.js'

/** Larger files are not read. 60 MB hold some 200,000 questions. */
export const maxManifestBytes = 60_000_000

/** What became of reading: a manifest, or why the text is none. `newer`: it is one, of a later version of the format. */
export type ReadManifest = { manifest: Manifest } | { why: string; newer: boolean }

/**
 * Reads a manifest. An id that comes twice, as two merged branches may leave it, counts where it stands first.
 * `readManifest('{"version": 1, …}')` → `{ manifest }`; `readManifest('[]')` → `{ why: 'it is no manifest of Cold Recall', newer: false }`
 */
export function readManifest(text: string): ReadManifest {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { why: /^[<>=]{7}/m.test(text) ? 'it has the marks of an unfinished merge' : 'it is not JSON', newer: false }
  }
  const version = typeof data === 'object' && data !== null && 'version' in data ? data.version : null
  if (typeof version === 'number' && version > manifestVersion)
    return {
      why: `a later Cold Recall wrote it (version ${version} of the format, expected ${manifestVersion})`,
      newer: true,
    }
  const read = manifestShape.safeParse(data)
  if (read.success) return { manifest: distinct(read.data as Manifest) }
  const at = read.error.issues[0]?.path.map(String).join('.').slice(0, 100) ?? ''
  return { why: `it is no manifest of Cold Recall${at === '' ? '' : ` (see ${at})`}`, newer: false }
}

function distinct(manifest: Manifest): Manifest {
  const seen = new Set<string>()
  const first = ({ id: own }: { id: string }): boolean => !seen.has(own) && Boolean(seen.add(own))
  const firsts = (sheet: ManifestSheet) => ({ ...sheet, questions: sheet.questions.filter(first) })
  const sheets = manifest.sheets.map(firsts)
  const gone = manifest.gone?.map(firsts)
  return { ...manifest, sheets, retired: manifest.retired.filter(first), ...(gone && { gone }) }
}

/** A manifest → its file, JSON in UTF-8 with a question a line. The same manifest gives the same bytes. */
export const manifestBytes = (manifest: Manifest): Uint8Array => Buffer.concat(manifestPieces(manifest))

/**
 * As `manifestBytes`, in pieces that follow each other. Entries that an own manifest was read from go over as they stand there (`own-manifest.ts`), those
 * that stood together in one.
 */
export function manifestPieces({ version, tool, sheets, retired, gone }: Manifest): Uint8Array[] {
  const left = list(
    retired.map(({ id: own, words, citations }) => ({ id: own, words, citations })),
    '  ',
  )
  const entries = sheets.length === 0 ? [] : ['\n    {\n', ...piecesOf(sheets), '\n    }\n  ']
  const head = `{\n  "version": ${version},\n  "tool": ${said(tool)},\n  "sheets": [`
  const away = gone ? `,\n  "gone": ${list(gone, '  ')}` : ''
  const pieces = [head, ...entries, `],\n  "retired": ${left}${away}\n}\n`]
  return pieces.map((piece) =>
    typeof piece === 'string' ? Buffer.from(piece) : piece.file.subarray(piece.start, piece.end),
  )
}

/** Entries, with what stands between them. */
function piecesOf(sheets: readonly ManifestSheet[]): (string | Written)[] {
  const pieces: (string | Written)[] = []
  for (const sheet of sheets) {
    const entry = writtenEntry(sheet)
    const last = pieces.at(-1)
    if (entry && typeof last === 'object' && last.file === entry.file && last.end + between.length === entry.start)
      pieces[pieces.length - 1] = { ...last, end: entry.end }
    else pieces.push(...(last === undefined ? [] : [between]), entry ?? formatEntry(sheet))
  }
  return pieces
}

const said = (value: unknown): string => JSON.stringify(value)
const list = (items: readonly unknown[], indent: string): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => `${indent}  ${said(item)}`).join(',\n')}\n${indent}]`

/** A sheet, without the braces around it. */
function formatEntry({
  path: own,
  week,
  files,
  inputs,
  options,
  outputs,
  days,
  otherPages,
  questions,
}: ManifestSheet): string {
  const lines = [
    `"path": ${said(own)}`,
    `"week": ${said(week)}`,
    ...(files ? [`"files": ${said(files)}`] : []),
    ...(inputs ? [`"inputs": ${list(inputs, '      ')}`] : []),
    ...(options ? [`"options": ${said(options)}`] : []),
    `"outputs": ${list(outputs, '      ')}`,
    ...(days ? [`"days": ${list(days, '      ')}`] : []),
    ...(otherPages ? [`"otherPages": ${list(otherPages, '      ')}`] : []),
    `"questions": ${list(questions.map(questionLine), '      ')}`,
  ]
  return lines.map((line) => `      ${line}`).join(',\n')
}

/** Keys in one order, whatever order they were read in. */
const questionLine = ({
  id: own,
  code,
  day,
  number,
  words,
  citations,
  printed,
}: ManifestQuestion): ManifestQuestion => ({
  id: own,
  code,
  day,
  number,
  words,
  citations,
  ...(printed ? { printed } : {}),
})
