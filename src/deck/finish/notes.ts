/**
 * Notes pages, written whole: the library puts all notes of a slide into one paragraph with line feeds inside, says en-US, gives all
 * pages the same creation id, and writes a page for slides without notes too.
 */
import { type Direction, firstDirection, paragraphDirection } from '../../text/direction.js'
import type { Slides } from '../slides-model.js'
import { treeHead } from './master.js'
import type { FinishStep } from './parts.js'
import { officeLanguage } from './text.js'
import { cleanText, escapeXml, namespaces, relationships, xmlHead } from './xml.js'

/** A page for each slide that has notes, with the slide's picture above them and its number below. */
export const writeNotes: FinishStep = (parts, { slides }) => {
  slides.slides.forEach(({ notes }, i) => {
    if (notes.length === 0) return
    const name = `notesSlide${i + 1}.xml`
    parts.set(`ppt/notesSlides/${name}`, notesXml(notes, i + 1, slides))
    parts.set(
      `ppt/notesSlides/_rels/${name}.rels`,
      relationships([
        { type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
        { type: 'slide', target: `../slides/slide${i + 1}.xml` },
      ]),
    )
  })
}

function notesXml(notes: readonly string[], number: number, { lang, dir }: Slides): string {
  const look = `lang="${escapeXml(officeLanguage(lang))}"`
  const shape = (id: number, name: string, ph: string, body: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"${ph === picturePlace ? ' noRot="1" noChangeAspect="1"' : ''}/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr><p:spPr/>${body}</p:sp>`
  const text = (paragraphs: string) => `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody>`
  const picture = shape(2, 'Slide Image Placeholder 1', picturePlace, '')
  const words = shape(3, 'Notes Placeholder 2', 'type="body" idx="1"', text(paragraphsXml(notes, look, dir ?? 'ltr')))
  const field = `<a:fld id="{F7021451-1387-4CA6-816F-3879F97B5CBC}" type="slidenum"><a:rPr ${look}/><a:t>${number}</a:t></a:fld>`
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
function paragraphsXml(notes: readonly string[], look: string, dir: Direction): string {
  const text = cleanText(notes.join('\n'))
  if (text === '') return `<a:p><a:endParaRPr ${look}/></a:p>`
  return text
    .split('\n')
    .map((line) => `<a:p>${direction(line, dir)}<a:r><a:rPr ${look}/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`)
    .join('')
}

function direction(line: string, deck: Direction): string {
  const rtl = deck === 'rtl' ? paragraphDirection(line, deck) === 'rtl' : firstDirection(line) === 'rtl'
  return rtl ? '<a:pPr algn="r" rtl="1"/>' : ''
}
