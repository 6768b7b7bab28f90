/** What a file says of itself: PDF/UA-1 (ISO 14289-1) and PDF/A-2 (ISO 19005-2), in words of XMP. Knows no PDF library. */
import type { Item } from '../pages-model.js'

/** Level `a` asks for more than `b`: structure, and letters that are letters of Unicode. */
export type ArchiveLevel = 'PDF/A-2a' | 'PDF/A-2b'

/** Characters that mean what somebody says they mean (general category Co): no archive can know it. Every word is asked, so by its units. */
const privateUse = /[\uE000-\uF8FF]|[\uDB80-\uDBFF][\uDC00-\uDFFF]/
const maybePrivateUse = /[\uDB80-\uF8FF]/

/** Whether letters of some text are at private places of Unicode, as signs of an author's font may be. */
export const hasPrivateLetters = (items: readonly Item[]): boolean =>
  items.some(
    (item) =>
      item.type === 'text' && item.pieces.some(({ text }) => maybePrivateUse.test(text) && privateUse.test(text)),
  )

/**
 * The level of PDF/A that a file holds: 2a, but 2b where letters are `private`, and none where a picture is in the `inks` of a press: an archive asks
 * for which press, and no profile of one comes with us.
 * All else that the level asks for is so by construction, and checked with veraPDF in the conformance run.
 */
export const archiveLevelOf = (has: { private: boolean; inks: boolean }): ArchiveLevel | null =>
  has.inks ? null : has.private ? 'PDF/A-2b' : 'PDF/A-2a'

/** PDF/UA-1, with the schema that PDF/A wants for words it does not know itself, and the date of change beside that of creation. */
export function standardsXmp(date: Date): string {
  const changed = `${date.toISOString().slice(0, 19)}Z`
  return `
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:ModifyDate>${changed}</xmp:ModifyDate>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289 that the file holds to</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>`
}
