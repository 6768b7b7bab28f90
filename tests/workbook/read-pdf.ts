/** A PDF as an independent reader sees it: Mozilla's pdf.js. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadLink {
  /** Words of the annotation. */
  words: string
  /** Left, bottom, right, top in pt from the lower left corner. */
  rect: [number, number, number, number]
  /** Where it leads: the page, from 0, and the height on it. */
  page: number
  top: number
}

export interface ReadPage {
  width: number
  height: number
  /** Words in the order of the content stream, and where each stands. */
  texts: { text: string; x: number; y: number }[]
  /** All words, blanks as one space. */
  text: string
  links: ReadLink[]
  /** Roles of the structure tree in order: "Document Sect H1 …"; '' without a tree. */
  roles: string
  /** What formulas and pictures are, in words: their alternative texts, in order. */
  alternatives: string[]
  /** Names of the fonts that the page draws with. */
  fonts: string[]
}

export interface ReadPdf {
  title: string
  lang: string
  /** The XMP packet as it stands in the file. */
  xmp: string
  created: string
  outline: { title: string; page: number; top: number }[]
  labels: string[] | null
  marked: boolean
  pages: ReadPage[]
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>
type PageProxy = Awaited<ReturnType<Document['getPage']>>

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, disableFontFace: true })
  const document = await task.promise
  try {
    const { info, metadata } = await document.getMetadata()
    const facts = info as { Title?: string; Language?: string; CreationDate?: string }
    const pages: ReadPage[] = []
    for (let i = 1; i <= document.numPages; i++) pages.push(await readPage(await document.getPage(i), document))
    const outline = (await document.getOutline()) ?? []
    return {
      title: facts.Title ?? '',
      lang: facts.Language ?? '',
      xmp: metadata?.getRaw() ?? '',
      created: facts.CreationDate ?? '',
      outline: await Promise.all(
        outline.map(async ({ title, dest }) => ({ title, ...(await placeOf(dest, document)) })),
      ),
      labels: await document.getPageLabels(),
      marked: (await document.getMarkInfo())?.Marked ?? false,
      pages,
    }
  } finally {
    await task.destroy()
  }
}

async function readPage(page: PageProxy, document: Document): Promise<ReadPage> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const texts = items.flatMap((item) =>
    'str' in item ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }] : [],
  )
  const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')
  const links: ReadLink[] = []
  for (const annotation of (await page.getAnnotations()) as Annotation[]) {
    if (annotation.subtype !== 'Link') continue
    links.push({
      words: annotation.contentsObj.str,
      rect: annotation.rect,
      ...(await placeOf(annotation.dest, document)),
    })
  }
  const [, , width = 0, height = 0] = page.view
  const tree = (await page.getStructTree()) as TreeNode | null
  return {
    width,
    height,
    texts,
    text: words.replace(/\s+/g, ' '),
    links,
    roles: tree ? rolesOf(tree) : '',
    alternatives: tree ? alternativesOf(tree) : [],
    fonts: await fontsOf(page),
  }
}

interface Annotation {
  subtype: string
  rect: [number, number, number, number]
  dest: Destination
  contentsObj: { str: string }
}

/** The name of a place, or the place itself: page, kind, left, top. */
type Destination = string | unknown[] | null

/** Page, from 0, and height of a place; -1 where it leads nowhere. */
async function placeOf(to: Destination, document: Document): Promise<{ page: number; top: number }> {
  const place = typeof to === 'string' ? await document.getDestination(to) : to
  if (!place) return { page: -1, top: -1 }
  const page = await document.getPageIndex(place[0] as Parameters<Document['getPageIndex']>[0])
  return { page, top: Number(place[3]) }
}

interface TreeNode {
  role?: string
  alt?: string
  children?: TreeNode[]
}

function rolesOf({ role = '', children = [] }: TreeNode): string {
  return [role, ...children.map(rolesOf)].filter((each) => each !== '').join(' ')
}

const alternativesOf = ({ alt, children = [] }: TreeNode): string[] => [
  ...(alt === undefined ? [] : [alt]),
  ...children.flatMap(alternativesOf),
]

async function fontsOf(page: PageProxy): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const ids = fnArray.flatMap((operator, i) => (operator === setFont ? [String(argsArray[i]?.[0])] : []))
  return [...new Set(ids)].map((id) => (page.commonObjs.get(id) as { name: string }).name).sort()
}

/** `OPS.setFont`. */
const setFont = 37
