/**
 * Notes pages, written whole: the library puts all notes of a slide into one paragraph with line feeds inside, says en-US, gives all
 * pages the same creation id, and writes a page for slides without notes too.
 */
import { type Direction, firstDirection, hasRightToLeft, paragraphDirection } from '../../text/direction.js'
import { Recent } from '../../text/recent.js'
import { mark, numberMark, type Pattern, patternOf } from '../draw/looks.js'
import type { FilledPart } from '../pack/contents.js'
import type { Slides } from '../slides-model.js'
import { treeHead } from './master.js'
import type { FinishJob } from './parts.js'
import { officeLanguage } from './text.js'
import { cleanText, escapeXml, namespaces, relationships, xmlHead } from './xml.js'

/** A page for each slide that has notes, with the slide's picture above them and its number below. Pages of as many paragraphs share a pattern. */
export function writeNotes({ slides, filled, memory }: Pick<FinishJob, 'slides' | 'filled' | 'memory'>): void {
  const { lang, dir } = slides
  slides.slides.forEach(({ id, notes }, i) => {
    if (notes.length === 0) return
    const number = String(i + 1)
    const said = [lang, dir, number, notes]
    const kept = memory?.notes.get(id, said)
    const page = kept ?? pageOf(notes.join('\n'), number, slides)
    if (!kept) memory?.notes.keep(id, said, page)
    filled.set(`ppt/notesSlides/notesSlide${number}.xml`, page)
    filled.set(`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`, { pattern: relations, words: page.words })
  })
}

/** The page of a slide, by its notes and its number. */
function pageOf(notes: string, number: string, slides: Slides): FilledPart {
  const text = cleanText(notes)
  const lines = text === '' ? [] : text.split('\n')
  const dir = slides.dir ?? 'ltr'
  const mayTurn = dir === 'rtl' || hasRightToLeft(text)
  const isRtl = lines.map((line) => mayTurn && readsFromRight(line, dir))
  const look = `${slides.lang} ${isRtl.join()}`
  let pattern = knownPages.get(look)
  if (!pattern) {
    pattern = patternOf(notesXml(isRtl, slides))
    knownPages.keep(look, pattern)
  }
  return { pattern, words: [number, ...lines.map(escapeXml)] }
}

/** Patterns of pages, by language and by the directions of their lines, from deck to deck. */
const knownPages = new Recent<Pattern>(1 << 14)

const relations = patternOf(
  relationships([
    { type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
    { type: 'slide', target: `../slides/slide${numberMark}.xml` },
  ]),
)

/** A page with marks for its number and its lines, of each of which is told whether it reads from the right. */
function notesXml(isRtl: readonly boolean[], { lang }: Slides): string {
  const look = `lang="${escapeXml(officeLanguage(lang))}"`
  const shape = (id: number, name: string, ph: string, body: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"${ph === picturePlace ? ' noRot="1" noChangeAspect="1"' : ''}/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr><p:spPr/>${body}</p:sp>`
  const text = (paragraphs: string) => `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody>`
  const picture = shape(2, 'Slide Image Placeholder 1', picturePlace, '')
  const words = shape(3, 'Notes Placeholder 2', 'type="body" idx="1"', text(paragraphsXml(isRtl, look)))
  const field = `<a:fld id="{F7021451-1387-4CA6-816F-3879F97B5CBC}" type="slidenum"><a:rPr ${look}/><a:t>${numberMark}</a:t></a:fld>`
  const foot = shape(
    4,
    'Slide Number Placeholder 3',
    'type="sldNum" sz="quarter" idx="10"',
    text(`<a:p>${field}<a:endParaRPr ${look}/></a:p>`),
  )
  return `${xmlHead}<p:notes ${namespaces}><p:cSld><p:spTree>${treeHead}${picture}${words}${foot}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`
}

const picturePlace = 'type="sldImg"'

/** A paragraph a line. */
function paragraphsXml(isRtl: readonly boolean[], look: string): string {
  if (isRtl.length === 0) return `<a:p><a:endParaRPr ${look}/></a:p>`
  return isRtl
    .map(
      (rtl, i) =>
        `<a:p>${rtl ? '<a:pPr algn="r" rtl="1"/>' : ''}<a:r><a:rPr ${look}/><a:t>${mark(i + 1)}</a:t></a:r></a:p>`,
    )
    .join('')
}

function readsFromRight(line: string, deck: Direction): boolean {
  return deck === 'rtl' ? paragraphDirection(line, deck) === 'rtl' : firstDirection(line) === 'rtl'
}
