/** Pages as PDF objects (ISO 32000-1, 7.7.3): the tree of pages, what each draws with, and its labels. */
import type { Page } from '../pages-model.js'
import { numberOfRoman, romanOf } from '../roman.js'
import type { ObjectWriter } from './pdf-objects.js'
import { textString } from './pdf-text.js'

/** The page being written. */
export interface OpenPage {
  /** Its object. */
  id: number
  width: number
  height: number
  /** Names of resources → their objects: "F1" → "12 0 R". */
  fonts: Map<string, string>
  pictures: Map<string, string>
  /** Objects of the elements that own its marked content, by MCID. */
  owners: number[]
  /** Objects of its annotations. */
  annotations: number[]
}

/** Pages under one node of the tree. */
const pagesOfNode = 32

/** Writes pages one by one, those at the front of the file last. Of a page that is ended, nothing is kept but the number of its object. */
export class PageWriter {
  readonly #objects: ObjectWriter
  /** Root of the tree of pages. */
  readonly #root: string
  readonly #nodes: string[] = []
  #node: { id: number; kids: string[] } | null = null
  /** Nodes that are not of the front; null before that is begun. */
  #behind: number | null = null
  /** Most pages draw with the same fonts. */
  readonly #resources = new Map<string, string>()
  readonly #labels = new PageLabels()
  #page: OpenPage | null = null
  /** Objects of all pages so far, in the order in which they were written. */
  readonly ids: number[] = []

  constructor(objects: ObjectWriter, root: string) {
    this.#objects = objects
    this.#root = root
  }

  /** The page that was begun and not ended. */
  get page(): OpenPage {
    if (!this.#page) throw new Error('No page yet')
    return this.#page
  }

  begin({ width, height, label }: Pick<Page, 'width' | 'height' | 'label'>): void {
    const id = this.#objects.reserve()
    this.#page = { id, width, height, fonts: new Map(), pictures: new Map(), owners: [], annotations: [] }
    this.ids.push(id)
    this.#labels.push(label)
  }

  /** Ends the page. `content`: its operators; `parents`: its key in the parent tree, where it has marked content. */
  end(content: string, parents: number | null): void {
    const { id, width, height, annotations, fonts, pictures } = this.page
    const stream = this.#objects.reserve()
    this.#objects.stream(stream, '', content)
    this.#node ??= { id: this.#objects.reserve(), kids: [] }
    this.#node.kids.push(`${id} 0 R`)
    const annots = annotations.length === 0 ? '' : `/Annots[${annotations.map((each) => `${each} 0 R`).join(' ')}]`
    this.#objects.write(
      id,
      `<</Type/Page/Parent ${this.#node.id} 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${stream} 0 R/Resources ${this.#resourcesOf(fonts, pictures)}` +
        `/Tabs/S${parents === null ? '' : `/StructParents ${parents}`}${annots}>>`,
    )
    if (this.#node.kids.length === pagesOfNode) this.#endNode()
    this.#page = null
  }

  /** The pages that follow stand before all that were written. */
  turnToFront(): void {
    this.#endNode()
    this.#behind = this.#nodes.length
    this.#labels.turnToFront()
  }

  /** The label that goes on from the last page's; '' where that is no number. */
  get nextLabel(): string {
    return this.#labels.next
  }

  /** Ends the tree: kids of its root, and the number of the labels' object. */
  close(): { kids: string; labels: number } {
    this.#endNode()
    const front = this.#nodes.splice(this.#behind ?? this.#nodes.length)
    return { kids: `[${[...front, ...this.#nodes].join(' ')}]`, labels: this.#objects.add(this.#labels.tree()) }
  }

  #endNode(): void {
    if (!this.#node) return
    const { id, kids } = this.#node
    this.#objects.write(id, `<</Type/Pages/Parent ${this.#root}/Count ${kids.length}/Kids[${kids.join(' ')}]>>`)
    this.#nodes.push(`${id} 0 R`)
    this.#node = null
  }

  #resourcesOf(fonts: ReadonlyMap<string, string>, pictures: ReadonlyMap<string, string>): string {
    const body = `<<${namesOf('Font', fonts)}${namesOf('XObject', pictures)}>>`
    let object = this.#resources.get(body)
    if (object === undefined) {
      object = `${this.#objects.add(body)} 0 R`
      this.#resources.set(body, object)
    }
    return object
  }
}

function namesOf(kind: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return ''
  const entries = [...names].map(([name, object]) => `/${name} ${object}`).sort()
  return `/${kind}<<${entries.join('')}>>`
}

/** A range of labels: the index of its first page, and what its dictionary says. */
interface LabelRange {
  from: number
  says: string
}

/** Page labels (ISO 32000-1, 12.4.2): a new range wherever the numbers do not simply go on. */
class PageLabels {
  #ranges: LabelRange[] = []
  #expected: string | null = null
  #count = 0
  /** What was pushed before the front was begun; null until then. */
  #behind: { ranges: LabelRange[]; count: number } | null = null

  push(label: string): void {
    const known = styles.find(({ pattern }) => pattern.test(label))
    if (!known) this.#ranges.push({ from: this.#count, says: `/P${textString(label)}` })
    else if (label !== this.#expected)
      this.#ranges.push({ from: this.#count, says: `/S/${known.name}/St ${known.read(label)}` })
    this.#expected = known ? known.write(known.read(label) + 1) : null
    this.#count++
  }

  /** The labels that follow are of pages that stand before all others. */
  turnToFront(): void {
    this.#behind = { ranges: this.#ranges, count: this.#count }
    this.#ranges = []
    this.#count = 0
    this.#expected = null
  }

  /** The label that goes on from the last one; '' where that is no number. */
  get next(): string {
    return this.#expected ?? ''
  }

  /** The number tree. */
  tree(): string {
    const moved = this.#behind?.ranges.map(({ from, says }) => ({ from: from + this.#count, says })) ?? []
    return `<</Nums[${[...this.#ranges, ...moved].map(({ from, says }) => `${from}<<${says}>>`).join(' ')}]>>`
  }
}

/** Figures of page numbers that viewers count on in (12.4.2, table 159). */
const styles = [
  { name: 'D', pattern: /^[1-9]\d*$/, read: Number, write: String },
  { name: 'r', pattern: /^[ivxlc]+$/, read: numberOfRoman, write: romanOf },
]
