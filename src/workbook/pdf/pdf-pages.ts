/** Pages as PDF objects (ISO 32000-1, 7.7.3): the tree of pages, what each draws with, and its labels. */
import type { Page } from '../pages-model.js'
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

/** Writes pages one by one. Of a page that is ended, nothing is kept but the number of its object. */
export class PageWriter {
  readonly #objects: ObjectWriter
  /** Root of the tree of pages. */
  readonly #root: string
  readonly #nodes: string[] = []
  #node: { id: number; kids: string[] } | null = null
  /** Most pages draw with the same fonts. */
  readonly #resources = new Map<string, string>()
  readonly #labels = new PageLabels()
  #page: OpenPage | null = null
  /** Objects of all pages so far, in order. */
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

  /** The label that goes on from the last page's; '' where that is no number. */
  get nextLabel(): string {
    return this.#labels.next
  }

  /** Ends the tree: kids of its root, and the number of the labels' object. */
  close(): { kids: string; labels: number } {
    this.#endNode()
    return { kids: `[${this.#nodes.join(' ')}]`, labels: this.#objects.add(this.#labels.tree()) }
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

/** Page labels (ISO 32000-1, 12.4.2): a new range wherever the numbers do not simply go on. */
class PageLabels {
  readonly #ranges: string[] = []
  #expected: number | null = null
  #count = 0

  push(label: string): void {
    const number = /^[1-9]\d*$/.test(label) ? Number(label) : null
    if (number === null) this.#ranges.push(`${this.#count}<</P${textString(label)}>>`)
    else if (number !== this.#expected) this.#ranges.push(`${this.#count}<</S/D/St ${number}>>`)
    this.#expected = number === null ? null : number + 1
    this.#count++
  }

  /** The label that goes on from the last one; '' where that is no number. */
  get next(): string {
    return this.#expected === null ? '' : String(this.#expected)
  }

  /** The number tree. */
  tree(): string {
    return `<</Nums[${this.#ranges.join(' ')}]>>`
  }
}
