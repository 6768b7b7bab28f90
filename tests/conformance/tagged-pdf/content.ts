/** What is drawn: all of it tagged or an artifact, and every tag with its element. */
import type { PageObject, Reader } from './objects.js'
import type { Tree } from './structure.js'

/** Operators that put ink on the page. */
const paints = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'EI', 'Tj', 'TJ', "'", '"'])
/** Operators that set a colour other than grey, or other than by its own number. */
const colours = new Set(['rg', 'RG', 'k', 'K', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN', 'sh', 'gs'])
/** Tokens of a content stream. */
export const token = /\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s<>[\]()/]*|[^\s<>[\]()/]+/g

/** What begins with an operator ends with another; they are nested whole. */
const ends: Record<string, string> = { BDC: 'EMC', BMC: 'EMC', BT: 'ET' }
const endings = new Set(Object.values(ends))

interface Marked {
  tag: string
  mcid: number | null
  /** Kind of an artifact. */
  type: string
}

/** 01-003 to 01-005, and that marks, texts and states of graphics end where they began. */
export function contentFaults(pages: readonly PageObject[], { claims }: Tree, reader: Reader): string[] {
  const faults: string[] = []
  const shown = new Set<string>()
  for (const [index, { ref, dict }] of pages.entries()) {
    const where = `page ${index + 1}`
    const content = reader
      .list(dict.Contents)
      .map((each) => reader.stream(each))
      .join('\n')
    if (content.trim() === '') faults.push(`${where}: has no content`)
    const open: Marked[] = []
    const nested: string[] = []
    const operands: string[] = []
    for (const [word] of content.matchAll(token)) {
      if (!/^[A-Za-z'"]/.test(word)) {
        operands.push(word)
        continue
      }
      if (word in ends) nested.push(word)
      else if (endings.has(word) && ends[nested.pop() ?? ''] !== word) faults.push(`${where}: ${word} ends nothing`)
      if (word === 'BDC' || word === 'BMC') {
        const mark = markOf(operands)
        // A soft hyphen inside the words of an element, and the source of a formula, only say what is read (14.9.4); they are no content of their own.
        const around = open.at(-1)
        const [tag, , key, words] = operands
        const instead = tag === '/Span' && key === '/ActualText' && operands.length === 5
        const says = instead && around?.mcid != null && (words === '<FEFF00AD>' || around.tag === 'Formula')
        if (!says) {
          if (open.length > 0) faults.push(`${where}: ${mark.tag} inside ${open.at(-1)?.tag}`)
          faults.push(...markFaults(mark, `${ref}:${mark.mcid}`, where, shown, claims))
        }
        open.push(mark)
      } else if (word === 'EMC') {
        if (!open.pop()) faults.push(`${where}: EMC without a beginning`)
      } else if (colours.has(word)) {
        faults.push(`${where}: ${word}, a colour that is no grey`)
      } else if (paints.has(word) && !open.some(({ tag, mcid }) => tag === 'Artifact' || mcid !== null)) {
        faults.push(`${where}: ${word} is neither tagged nor an artifact`)
      }
      operands.length = 0
    }
    if (open.length > 0) faults.push(`${where}: marked content without an end`)
    if (nested.length > 0) faults.push(`${where}: ${nested.join(', ')} without an end`)
  }
  for (const [key, node] of claims)
    if (key.includes(':') && !shown.has(key)) faults.push(`${node.role} ${node.ref}: claims ${key}, which is not there`)
  return faults
}

const artifacts = new Set(['Pagination', 'Layout', 'Page', 'Background'])

function markOf(operands: readonly string[]): Marked {
  const at = operands.indexOf('/MCID')
  const type = operands[operands.indexOf('/Type') + 1] ?? ''
  return { tag: (operands[0] ?? '').slice(1), mcid: at < 0 ? null : Number(operands[at + 1]), type: type.slice(1) }
}

function markFaults(mark: Marked, key: string, where: string, shown: Set<string>, claims: Tree['claims']): string[] {
  if (mark.tag === 'Artifact') {
    if (mark.mcid !== null) return [`${where}: an artifact with MCID ${mark.mcid}`]
    return artifacts.has(mark.type) ? [] : [`${where}: an artifact of no kind`]
  }
  if (mark.mcid === null) return [`${where}: ${mark.tag} without MCID`]
  const faults = shown.has(key) ? [`${where}: MCID ${mark.mcid} is used twice`] : []
  shown.add(key)
  const owner = claims.get(key)
  if (!owner) return [...faults, `${where}: MCID ${mark.mcid} belongs to no element`]
  return owner.role === mark.tag ? faults : [...faults, `${where}: ${mark.tag} belongs to a ${owner.role}`]
}

/** 09-001, as far as a machine can see: each page is read in the order in which it is written, so that all readers agree. */
export function orderFaults({ nodes }: Tree): string[] {
  const last = new Map<string, number>()
  return nodes.flatMap(({ role, ref, content }) =>
    content.flatMap((key) => {
      const [page = '', mcid] = key.split(':')
      const before = last.get(page) ?? -1
      last.set(page, Number(mcid))
      return Number(mcid) > before ? [] : [`${role} ${ref}: is read after what is written later`]
    }),
  )
}
