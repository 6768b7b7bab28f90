/** Repairs on paragraphs and runs, of slides and notes. */
import { type Direction, firstDirection, paragraphDirection } from '../../text/direction.js'
import { editParts, type FinishStep, notesPath, slidePath } from './parts.js'
import { escapeXml } from './xml.js'

/** The library starts every run with paragraph properties; the schema allows one set, at the start of the paragraph. */
export const oneParagraphStyle: FinishStep = (parts) => {
  const style = /<a:pPr(?:\s[^>]*)?(?:\/>|>.*?<\/a:pPr>)/gs
  editParts(parts, slidePath, (xml) =>
    xml.replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
      let first = true
      return paragraph.replace(style, (found, at: number) => {
        const kept = first && at === '<a:p>'.length
        first = false
        return kept ? found : ''
      })
    }),
  )
}

/** `buSzPct val="100000"` fails the schema, and says what holds anyway. */
export const plainBullets: FinishStep = (parts) => {
  editParts(parts, slidePath, (xml) => xml.replaceAll('<a:buSzPct val="100000"/>', ''))
}

/** Tags that office programs know only with a country. */
const countries: Readonly<Record<string, string>> = {
  ar: 'ar-SA',
  fa: 'fa-IR',
  he: 'he-IL',
  hi: 'hi-IN',
  ja: 'ja-JP',
  ko: 'ko-KR',
  ur: 'ur-PK',
  zh: 'zh-CN',
}

/** A language tag as office programs want it: "ja" is "ja-JP" there. */
export const officeLanguage = (lang: string): string => countries[lang.toLowerCase()] ?? lang

/** The deck's language on every run, in notes too, for screen readers and spelling; the library writes en-US. */
export const setLanguage: FinishStep = (parts, { slides }) => {
  const lang = escapeXml(officeLanguage(slides.lang))
  const edit = (xml: string) =>
    xml
      .replace(/ altLang="[^"]*"/g, '')
      .replace(/ dirty="0"/g, '')
      .replace(/ lang="[^"]*"/g, '')
      .replace(/<a:(rPr|endParaRPr)\b/g, `<a:$1 lang="${lang}"`)
  editParts(parts, slidePath, edit)
  editParts(parts, notesPath, edit)
  editParts(parts, /^ppt\/notesMasters\/notesMaster1\.xml$/, edit)
}

/** Notes are one text with CR LF inside; readers expect a paragraph a line. */
export const partNotes: FinishStep = (parts, { slides }) => {
  const body = /<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr[^>]*\/><\/a:p>/
  editParts(parts, notesPath, (xml) =>
    xml.replace(body, (_, look: string, text: string) => {
      if (text === '') return '<a:p><a:endParaRPr lang="en-US"/></a:p>'
      return text
        .split(/\r\n|\r|\n/)
        .map((line) => `<a:p>${direction(line, slides.dir ?? 'ltr')}<a:r>${look}<a:t>${line}</a:t></a:r></a:p>`)
        .join('')
    }),
  )
}

function direction(line: string, deck: Direction): string {
  const rtl = deck === 'rtl' ? paragraphDirection(line, deck) === 'rtl' : firstDirection(line) === 'rtl'
  return rtl ? '<a:pPr algn="r" rtl="1"/>' : ''
}

/**
 * Paragraphs of a right-to-left deck that run from the left say so, since its layouts run from the right. Indents stay as they
 * are: `marL` is the margin where lines begin, on either side.
 */
export const directParagraphs: FinishStep = (parts, { slides }) => {
  if (slides.dir !== 'rtl') return
  editParts(parts, slidePath, (xml) =>
    xml.replace(/<a:p>(<a:pPr\b[^>]*?(\/?)>)?/g, (_, style: string | undefined) => {
      if (style === undefined) return '<a:p><a:pPr rtl="0"/>'
      return `<a:p>${style.includes(' rtl="1"') ? style : style.replace('<a:pPr', '<a:pPr rtl="0"')}`
    }),
  )
}
