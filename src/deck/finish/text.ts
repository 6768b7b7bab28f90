/** Repairs on paragraphs and runs. */
import { editParts, type SampleStep, slidePath } from './parts.js'
import { escapeXml } from './xml.js'

/** The library starts every run with paragraph properties; the schema allows one set, at the start of the paragraph. */
export const oneParagraphStyle: SampleStep = (parts) => {
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
export const plainBullets: SampleStep = (parts) => {
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

/** The deck's language on every run, for screen readers and spelling; the library writes en-US. */
export function inLanguage(xml: string, lang: string): string {
  return xml
    .replace(/ altLang="[^"]*"/g, '')
    .replace(/ dirty="0"/g, '')
    .replace(/ lang="[^"]*"/g, '')
    .replace(/<a:(rPr|endParaRPr)\b/g, `<a:$1 lang="${escapeXml(officeLanguage(lang))}"`)
}

/** Stands for the language in pieces, which are the same in all. A sign for a program's own use, as marks of words have them. */
const languageSign = '\uFDD2'

/** Puts a sign in place of the language of all text, so that one piece serves decks in every language. */
export const leaveLanguage: SampleStep = (parts) => {
  editParts(parts, slidePath, (xml) => inLanguage(xml, languageSign))
}

/** Puts the deck's language in place of the sign that `leaveLanguage` left. */
export const setLanguage: SampleStep = (parts, { slides }) => {
  const lang = escapeXml(officeLanguage(slides.lang))
  editParts(parts, slidePath, (xml) => xml.replaceAll(languageSign, lang))
}

/**
 * Paragraphs of a right-to-left deck that run from the left say so, since its layouts run from the right. Indents stay as they
 * are: `marL` is the margin where lines begin, on either side.
 */
export const directParagraphs: SampleStep = (parts, { slides }) => {
  if (slides.dir !== 'rtl') return
  editParts(parts, slidePath, (xml) =>
    xml.replace(/<a:p>(<a:pPr\b[^>]*?(\/?)>)?/g, (_, style: string | undefined) => {
      if (style === undefined) return '<a:p><a:pPr rtl="0"/>'
      return `<a:p>${style.includes(' rtl="1"') ? style : style.replace('<a:pPr', '<a:pPr rtl="0"')}`
    }),
  )
}
